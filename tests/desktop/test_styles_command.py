"""`styles`: every verb, as a person types it, with a folder made by hand."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from core.schema.run import RunOptions
from desktop.cli import main
from tests.core.styles.packages import write_font, write_logo
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound

TOML = """
name = "acme"
title = "Acme"

[captions]
font_families = ["Acme Sans", "Futura"]
size = {size}

[logo]
file = "images/logo.png"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a package's folder; the user's own styles lie below a home of the test's own."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    made = tmp_path / "acme"
    write_logo(made / "images" / "logo.png")
    write_font(made / "fonts" / "acme.otf", "Acme Sans")
    (made / "style.toml").write_text(TOML.format(size=40), encoding="utf-8")
    return made


def told(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> str:
    assert main(["styles", *map(str, arguments)]) == code
    found = capsys.readouterr()
    return found.err if code else found.out


def test_a_style_from_its_folder_to_its_removal(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, "check", folder) == "acme: can be imported.\n"
    published = told(capsys, "publish", folder, "--note", "First", "--author", "Ada")
    assert published == "Published acme@1.\nFont    Acme Sans Extra Bold: SIL Open Font Licence\n"
    assert "Nothing changed since acme@1" in told(capsys, "publish", folder, code=1)
    (folder / "style.toml").write_text(TOML.format(size=46), encoding="utf-8")
    assert told(capsys, "publish", folder).startswith("Published acme@2.")
    assert told(capsys, "diff", "acme@1", "acme") == "Captions: size 76.8 px → 88.3 px\n"
    assert told(capsys, "diff", "acme@1", "acme@1") == "They look alike.\n"

    shown = told(capsys, "show", "acme@1")
    assert shown.startswith("acme@1  Acme\nAuthor  Ada\nNote    First\nDigest  ")
    assert "Font    Acme Sans: in the package, SIL Open Font Licence" in shown
    assert "Font    Futura: not on this computer" in shown
    assert "File    images/logo.png" in shown
    assert "size = 46" not in shown
    fonts = json.loads(told(capsys, "show", "acme", "--json"))["fonts"]
    assert [font["place"] for font in fonts] == ["package", "nowhere"]

    listed = told(capsys).splitlines()
    assert listed[0].split() == ["acme@2", "Acme"]
    assert listed[1].startswith("clean@1")
    assert json.loads(told(capsys, "--json"))[0]["name"] == "acme"
    assert [line.split()[0] for line in told(capsys, "list", "--all").splitlines()[:2]] == ["acme@1", "acme@2"]

    file = told(capsys, "export", "acme@1", tmp_path / "out" / "acme").strip()
    assert file.endswith("acme.shortliststyle")
    assert told(capsys, "import", file).startswith("acme@1 is here already, the same.")
    assert told(capsys, "check").splitlines()[-2:] == ["acme@1: whole", "acme@2: whole"]
    workspace = ("--workspace", tmp_path / "ws")
    asyncio.run(_make_workspace(tmp_path))
    removed = told(capsys, "remove", "acme@1", *workspace)
    assert removed == "Removed acme@1. Workspaces that used it have their own copies.\n"
    assert "has no version 1" in told(capsys, "show", "acme@1", code=1)
    assert told(capsys, "import", file).startswith("Imported acme@1.")


def test_what_is_refused_is_told_with_its_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "style.toml").write_text(TOML.format(size=-4), encoding="utf-8")
    error = told(capsys, "publish", folder, code=1)
    assert str(folder / "style.toml") in error
    assert "captions.size" in error
    (tmp_path / "bad.shortliststyle").write_bytes(b"PK\3\4")
    assert "damaged, cut off, or no archive" in told(capsys, "import", tmp_path / "bad.shortliststyle", code=1)
    assert "There is no draft named “nope”" in told(capsys, "publish", "nope", code=1)
    assert "comes with the program" in told(capsys, "export", "clean", tmp_path / "x", code=1)
    draft = tmp_path / "home" / "styles" / "drafts" / "broken"
    draft.mkdir(parents=True)
    (draft / "style.toml").write_text("name =")
    assert main(["styles", "check"]) == 1
    assert "draft broken: " in capsys.readouterr().out


def test_a_version_that_a_run_uses_is_not_removed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told(capsys, "publish", folder)
    use_instant_stages(monkeypatch)
    asyncio.run(_make_workspace(tmp_path, tmp_path / "home" / "styles", "acme"))
    error = told(capsys, "remove", "acme@1", "--workspace", tmp_path / "ws", code=1)
    assert "acme@1 can't be removed: it is the style of the run of 1" in error
    assert told(capsys, "show", "acme@1").startswith("acme@1")


async def _make_workspace(folder: Path, styles: Path | None = None, style: str = "") -> None:
    project = await open_instant(folder / "ws", ThreadExecutor())
    if style:
        project.configuration = project.configuration.__class__(
            weights_folder=folder / "weights", styles_folder=styles, may_download=False, keeps_free_bytes=0
        )
        source = await project.import_source(write_sound(folder / "1.wav", 1))
        run = await project.start_run(source.id, RunOptions(aspects=("9:16",), style=style))
        await project.wait(run)
    await project.close()
