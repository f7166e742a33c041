"""What the program is made of: every locked library with its licence, what came inside, fonts and models."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

from core import resources
from core.schema.part import Part, Parts
from desktop import parts
from desktop.about import About


@pytest.fixture(scope="module")
def found() -> tuple[Part, ...]:
    return parts.gathered(parts.locked())


def named(found: tuple[Part, ...], name: str) -> Part:
    return next(part for part in found if part.name.lower() == name.lower())


def test_fields_that_are_missing_are_empty_whoever_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    # Once the web framework is loaded, what it came with reads all metadata, and raises where a field is missing.
    told = importlib.metadata.metadata("uvicorn")

    class Strict(type(told)):  # type: ignore[misc]
        def __getitem__(self, name: str) -> str:
            if (value := super().__getitem__(name)) is None:
                raise KeyError(name)
            return str(value)

    told.__class__ = Strict
    with pytest.raises(KeyError):
        told["Home-page"]
    monkeypatch.setattr(importlib.metadata.Distribution, "metadata", property(lambda _: told))
    (part,) = parts.libraries(["uvicorn"])
    assert part.name == "uvicorn" and part.home.startswith("https://")


def test_every_library_is_there_once_with_a_version_and_a_licence(found: tuple[Part, ...]) -> None:
    libraries = [part for part in found if part.kind == "library"]
    names = [part.name.lower() for part in libraries]
    assert len(names) == len(set(names)) > 60
    assert {"av", "pyside6_essentials", "numpy", "boto3", "yt-dlp", "faster-whisper"} <= set(names)
    assert not {"pytest", "pyinstaller", "moto", "mypy"} & set(names), "what tests the program is no part of it"
    for part in libraries:
        assert part.version == importlib.metadata.version(part.name), part.name
        assert part.licence and len(part.licence) < 120, part.name
    assert [part.name for part in libraries if part.licence == "see its text" and not part.text] == []


def test_licences_are_as_their_makers_say(found: tuple[Part, ...]) -> None:
    assert named(found, "av").licence == "BSD-3-Clause"
    assert "LGPL-3.0-only" in named(found, "PySide6_Essentials").licence
    assert "Permission is hereby granted" in named(found, "pydantic").text
    assert named(found, "boto3").home == "https://github.com/boto/boto3"


def test_what_came_inside_of_libraries_is_told_with_the_texts_that_must_come_along(
    found: tuple[Part, ...],
) -> None:
    for name, words in (
        ("Qt", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("FFmpeg", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("x264", "GNU GENERAL PUBLIC LICENSE"),
    ):
        part = named(found, name)
        assert part.kind == "inside" and words in part.text, name
        assert part.home.startswith("https://")


def test_every_bundled_font_and_every_model_is_told(found: tuple[Part, ...]) -> None:
    from core.weights import manifest

    fonts = {part.name: part for part in found if part.kind == "font"}
    assert {"Inter", "Anton"} <= set(fonts)
    assert all(part.licence == "OFL-1.1" and "SIL OPEN FONT LICENSE" in part.text for part in fonts.values())
    assert {part.name for part in found if part.kind == "model"} == {weights.title for weights in manifest()}


def test_a_frozen_program_reads_the_list_that_was_made_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    made = Parts(all=(Part(kind="library", name="only", version="1", licence="MIT"),))
    (tmp_path / "resources" / parts.LIST).write_text(made.model_dump_json(), encoding="utf-8")
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    assert parts.parts() == made.all


def test_a_list_is_written_for_the_libraries_that_are_frozen(tmp_path: Path) -> None:
    parts.write(tmp_path / "list.json", ["numpy", "no-such-library"])
    kept = Parts.model_validate_json((tmp_path / "list.json").read_bytes()).all
    assert [part.name for part in kept if part.kind == "library"] == ["numpy"]


def test_facts_name_versions_and_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))
    facts = dict(About(tmp_path / "workspace").facts())
    assert facts["Workspace"] == str(tmp_path / "workspace")
    assert facts["Qt"].startswith("6.") and "PyAV" in facts["FFmpeg"]
    assert all(facts.values())
