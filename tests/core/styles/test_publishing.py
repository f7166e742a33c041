"""Publishing: for good, as the next number, whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import StyleError
from core.schema.style import Style
from core.styles.authoring.publishing import publish, write_version
from core.styles.library import load_style, published_styles
from core.styles.package import read_manifest
from tests.core.styles.packages import brand, write_font, write_logo


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_version_holds_all_that_the_style_says_and_its_files(tmp_path: Path) -> None:
    write_logo(tmp_path / "draft" / "images" / "logo.png")
    write_font(tmp_path / "draft" / "fonts" / "brand.otf", "Brand Sans")
    style = brand(tmp_path / "draft", title="Brand", logo={"file": "images/logo.png"})
    made = publish(style, tmp_path / "styles", note="First", author="Ada")
    place = tmp_path / "styles" / "brand" / "1"
    assert sorted(everything(place)) == ["fonts/brand.otf", "images/logo.png", "package.json", "style.toml"]
    assert (made.pin, made.author, made.note, made.title) == ("brand@1", "Ada", "First", "Brand")
    assert made.identity() == style.identity()
    manifest = read_manifest(place)
    assert manifest is not None
    assert made.digest == manifest.digest
    assert manifest.published_at.endswith("+00:00")
    # Every field is written: another default in a later program changes no version.
    assert "max_words = 4" in (place / "style.toml").read_text()
    assert [path.name for path in place.rglob("*") if path.is_file() and path.stat().st_mode & 0o222] == []


def test_publishing_the_same_again_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    write_logo(tmp_path / "draft" / "images" / "logo.png")
    folder = tmp_path / "styles"
    told = {"logo": {"file": "images/logo.png"}}
    publish(brand(tmp_path / "draft", **told), folder)
    before = everything(folder)
    # Neither words about it nor a picture that it does not use make it another.
    write_logo(tmp_path / "draft" / "images" / "other.png")
    with pytest.raises(StyleError, match=r"Nothing changed since brand@1"):
        publish(brand(tmp_path / "draft", version=7, author="Ada", **told), folder, note="Other words")
    assert everything(folder) == before
    write_logo(tmp_path / "draft" / "images" / "logo.png", grey=9)
    assert publish(brand(tmp_path / "draft", **told), folder).pin == "brand@2"
    assert publish(brand(tmp_path / "draft", title="Brand", **told), folder).pin == "brand@3"
    assert not list(folder.rglob("other.png"))
    assert {name: content for name, content in everything(folder).items() if "/1/" in name} == before


def test_a_damaged_version_and_a_workspaces_numbers_are_passed_over(tmp_path: Path) -> None:
    folder, kept = tmp_path / "styles", tmp_path / "workspace" / "styles"
    style = Style(name="brand", version=1)
    publish(style, folder)
    (folder / "brand" / "1" / "package.json").chmod(0o644)
    (folder / "brand" / "1" / "package.json").write_text("damaged")
    assert publish(style, folder).pin == "brand@2"
    for title in ("One", "Two", "Three", "Four"):
        publish(style.model_copy(update={"title": title}), kept)
    assert publish(style.model_copy(update={"title": "Ours"}), folder, kept=kept).pin == "brand@5"


def test_a_built_in_style_published_unchanged_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="Nothing changed since clean@1"):
        publish(load_style("clean", None), tmp_path)
    with pytest.raises(StyleError, match="already published"):
        write_version(load_style("clean", None), tmp_path)
    assert published_styles(tmp_path) == ()


def test_one_number_is_written_once(tmp_path: Path) -> None:
    publish(Style(name="brand", version=1), tmp_path)
    with pytest.raises(StyleError, match="brand@1 is already published and can't be changed"):
        write_version(Style(name="brand", version=1, title="Other"), tmp_path)
    assert load_style("brand@1", tmp_path).title == ""


@pytest.mark.parametrize("name", ["", "Brand", "../brand", "a/b", "con aux", "x" * 60, "drafts"])
def test_a_name_that_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StyleError, match="name"):
        publish(Style(name=name, version=1), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_gone_is_named_and_nothing_is_published(tmp_path: Path) -> None:
    logo = write_logo(tmp_path / "draft" / "images" / "logo.png")
    style = brand(tmp_path / "draft")
    logo.unlink()
    with pytest.raises(StyleError, match=r"images/logo\.png .* is missing"):
        publish(style, tmp_path / "styles")
    assert not (tmp_path / "styles").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    with pytest.raises(StyleError, match="can't be written"):
        publish(Style(name="brand", version=1), blocker)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.soak)])
def test_killed_at_any_line_a_version_is_published_whole_or_not_at_all(tmp_path: Path, step: int) -> None:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "killed_publishing.py"), str(tmp_path), str(step)],
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout) > 50 / step
