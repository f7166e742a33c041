"""Styles: found by pin, checked, published once and for good."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.captions.animations import animation_named
from core.errors import StyleError
from core.schema.style import Style
from core.styles.library import built_in_styles, load_style, next_version, publish, published_styles, read_style


def brand(version: int = 1, **captions: object) -> Style:
    return Style.model_validate({"name": "brand", "version": version, "captions": captions})


def test_built_in_styles_are_there_with_the_default_first() -> None:
    styles = built_in_styles()
    assert styles[0].name == "clean"
    assert styles[-1].name == "none"
    assert {"clean", "boxed", "karaoke"} <= {style.name for style in styles}
    assert all(style.title for style in styles)


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.name)
def test_built_in_styles_can_be_painted_with_bundled_fonts(style: Style) -> None:
    assert animation_named(style.captions.animation) is not None
    assert style.captions.font_families[0] == "Inter"
    assert style.captions.font_weight in (400, 600, 800)


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.name)
def test_an_emphasised_word_is_not_taken_for_the_spoken_one(style: Style) -> None:
    spoken, emphasised = (
        bytes.fromhex(ink[1:7]) for ink in (style.captions.highlight_colour, style.captions.emphasis_colour)
    )
    assert max(abs(a - b) for a, b in zip(spoken, emphasised, strict=True)) > 120


def test_a_pin_names_one_version_and_a_name_the_newest(tmp_path: Path) -> None:
    publish(brand(1, size=50), tmp_path)
    publish(brand(2, size=60), tmp_path)
    assert load_style("brand@1", tmp_path).captions.size == 50
    assert load_style("brand@2", tmp_path).captions.size == 60
    assert load_style("brand", tmp_path).version == 2
    assert load_style("clean", None).pin == "clean@1"
    assert [style.pin for style in published_styles(tmp_path)] == ["brand@1", "brand@2"]
    assert next_version("brand", tmp_path) == 3
    assert next_version("new", None) == 1


def test_a_built_in_style_gets_newer_versions_of_the_users_but_stays(tmp_path: Path) -> None:
    newer = load_style("clean@1", None).model_copy(update={"version": next_version("clean", tmp_path)})
    publish(newer, tmp_path)
    assert load_style("clean", tmp_path).version == 2
    assert load_style("clean@1", tmp_path).version == 1


def test_publishing_twice_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    file = publish(brand(1, size=50), tmp_path)
    before = file.read_bytes()
    with pytest.raises(StyleError, match=r"already published.*version 2"):
        publish(brand(1, size=99), tmp_path)
    assert file.read_bytes() == before
    with pytest.raises(StyleError, match="already published"):
        publish(load_style("clean", None), tmp_path)
    assert [entry.name for entry in file.parent.iterdir()] == ["1.json"]


@pytest.mark.parametrize("name", ["", "Brand", "../brand", "a/b", "con aux", "x" * 60])
def test_a_name_that_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StyleError, match="name"):
        publish(Style(name=name, version=1), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pin", ["", "clean@", "clean@0", "clean@x", "clean@1@2", "../clean", "Clean"])
def test_a_malformed_pin_is_refused(pin: str) -> None:
    with pytest.raises(StyleError, match="does not name a style"):
        load_style(pin, None)


def test_a_missing_style_or_version_says_what_there_is(tmp_path: Path) -> None:
    publish(brand(), tmp_path)
    with pytest.raises(StyleError, match=r"no style named “nope”.*brand, .*clean"):
        load_style("nope", tmp_path)
    with pytest.raises(StyleError, match=r"no version 7.*It has: 1"):
        load_style("brand@7", tmp_path)
    assert load_style("clean", tmp_path / "not there").name == "clean"


@pytest.mark.parametrize(
    ("captions", "field"),
    [
        ({"size": -1}, "captions.size"),
        ({"colour": "red"}, "captions.colour"),
        ({"positoin": 0.5}, "captions.positoin"),
        ({"font_families": [" "]}, "captions.font_families"),
    ],
)
def test_a_damaged_file_is_named_with_its_field(tmp_path: Path, captions: dict[str, object], field: str) -> None:
    file = tmp_path / "brand" / "1.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"name": "brand", "version": 1, "captions": captions}))
    with pytest.raises(StyleError, match=field) as caught:
        load_style("brand", tmp_path)
    assert caught.value.file == str(file)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[]", b"x" * 300_000])
def test_what_is_no_style_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "1.json"
    file.write_bytes(content)
    with pytest.raises(StyleError):
        read_style(file)
    with pytest.raises(StyleError, match="can't be read"):
        read_style(tmp_path / "missing.json")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    with pytest.raises(StyleError, match="can't be written"):
        publish(brand(), blocker)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_line_a_version_is_published_whole_or_not_at_all(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "killed_publishing.py"), str(tmp_path)],
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout) > 30
