"""Styles: found by pin, read and checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.captions.animations import animation_named
from core.errors import StyleError
from core.schema.style import Style
from core.styles.authoring.publishing import next_version, publish
from core.styles.library import (
    built_in_styles,
    load_style,
    newest_styles,
    published_styles,
    style_versions,
)
from core.styles.package import read_package, read_style_file


def brand(**captions: object) -> Style:
    return Style.model_validate({"name": "brand", "version": 1, "captions": captions})


def test_built_in_styles_are_there_with_the_default_first() -> None:
    styles = built_in_styles()
    assert styles[0].name == "clean"
    assert styles[-1].name == "none"
    looks = {"clean", "bold_pop", "boxed", "bounce", "karaoke", "minimal", "news", "podcast"}
    assert looks < {style.name for style in styles}
    assert all(style.title for style in styles)


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.name)
def test_built_in_styles_move_as_the_program_can(style: Style) -> None:
    assert animation_named(style.captions.animation) is not None


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.name)
def test_an_emphasised_word_is_not_taken_for_the_spoken_one(style: Style) -> None:
    spoken, emphasised = (
        bytes.fromhex(ink[1:7]) for ink in (style.captions.highlight_colour, style.captions.emphasis_colour)
    )
    assert max(abs(a - b) for a, b in zip(spoken, emphasised, strict=True)) > 120


def test_built_in_styles_bring_no_files() -> None:
    # A workspace keeps no copies of them, and the program's folder moves with every start of some systems.
    assert [style.pin for style in built_in_styles() if style.assets] == []


def test_a_pin_names_one_version_and_a_name_the_newest(tmp_path: Path) -> None:
    publish(brand(size=50), tmp_path)
    publish(brand(size=60), tmp_path)
    assert load_style("brand@1", tmp_path).captions.size == 50
    assert load_style("brand@2", tmp_path).captions.size == 60
    assert load_style("brand", tmp_path).version == 2
    assert load_style("clean", None).pin == "clean@1"
    assert [style.pin for style in published_styles(tmp_path)] == ["brand@1", "brand@2"]
    assert [style.pin for style in newest_styles(tmp_path)][:2] == ["brand@2", "clean@1"]
    assert style_versions("brand", tmp_path) == (1, 2)
    assert next_version("brand", tmp_path) == 3
    assert next_version("new", tmp_path) == 1


def test_a_built_in_style_gets_newer_versions_of_the_users_but_stays(tmp_path: Path) -> None:
    clean = load_style("clean@1", None)
    made = publish(clean.model_copy(update={"title": "Ours"}), tmp_path)
    assert made.pin == "clean@2"
    assert load_style("clean", tmp_path).title == "Ours"
    assert load_style("clean@1", tmp_path) == clean
    assert [style.pin for style in newest_styles(tmp_path)].count("clean@1") == 0
    # A folder of the same pin as a built-in one is never read.
    shutil.copytree(tmp_path / "clean" / "2", tmp_path / "clean" / "1")
    assert load_style("clean@1", tmp_path) == clean


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


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "b"\n[captions]\nsize = -1', "captions.size: input should be greater than 0"),
        ('name = "b"\n[captions]\ncolour = "red"', "captions.colour"),
        ('name = "b"\n[captions]\nposition = nan', "captions.position"),
        ('name = "b"\n[captions]\npositoin = 0.5', "captions.positoin: there is no such field"),
        ('name = "b"\n[captions]\nfont_families = [" "]', "captions.font_families: at least one"),
        ('name = "b"\nassets = []', "assets: there is no such field"),
        ('name = "b"\ndigest = "00"', "digest: there is no such field"),
        ('title = "no name"', "name: field required"),
        ('name = "../b"', "name: “../b” can't be a style's name"),
        ('name = "drafts"', "name: “drafts” can't be a style's name"),
        ('name = "b"\nname = "c"', "no valid TOML: Cannot overwrite a value"),
        ('name = "b"\n[logo]\nfile = "images/logo.png"', "logo.file: “images/logo.png” is not in the package"),
        ('name = "b"\n[logo]\nfile = "../logo.png"', "logo.file"),
        ('name = "b"\n[intro]\nsound = "images/a.png"', "intro.sound: “images/a.png” does not lie in sounds/"),
        ('name = "b"\n[aspects."2:1".captions]\nsize = 5', "aspects.2:1"),
        ('name = "b"\n[safe_zone]\nleft = 700', "safe_zone: too little is left of the picture"),
        ('name = "b"\n[safe_zone]\nleft = -1', "safe_zone: a margin can't be less than 0"),
        ('name = "b"\n[aspects."1:1".captions]\nsize = 0', 'aspects."1:1".captions.size: input should be greater'),
        (
            'name = "b"\n[aspects."1:1".captions]\nsizes = 9',
            'aspects."1:1".captions.sizes: there is no such field',
        ),
        ('name = "b"\n[aspects."1:1".capshuns]\nsize = 9', 'aspects."1:1".capshuns: there is no such part'),
        ('name = "b"\n[aspects."1:1".name]\nsize = 9', 'aspects."1:1".name: there is no such part'),
        ('name = "b"\n[aspects."1:1".brand]\nneeds_logo = true', "brand: this holds for all aspects at once"),
        (
            'name = "b"\n[aspects."1:1".logo]\nfile = "images/x.png"',
            'aspects."1:1".logo.file: .* not in the package',
        ),
    ],
)
def test_what_is_wrong_in_a_style_is_told_with_its_file_and_field(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(StyleError, match=told) as caught:
        read_package(write(tmp_path, text))
    assert caught.value.file == str(tmp_path / "style.toml")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[]", b"x" * 300_000])
def test_what_is_no_style_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "style.toml"
    file.write_bytes(content)
    with pytest.raises(StyleError):
        read_style_file(file)
    with pytest.raises(StyleError, match="can't be read"):
        read_style_file(tmp_path / "missing.toml")
    with pytest.raises(StyleError, match=r"no style package here: style\.toml is missing"):
        read_package(tmp_path / "missing")


def test_a_file_that_an_editor_of_windows_saved_is_read(tmp_path: Path) -> None:
    file = tmp_path / "style.toml"
    file.write_bytes('\ufeffname = "brand"\r\n[captions]\r\nbox_colour = "none"\r\n'.encode())
    assert read_package(tmp_path).captions.box_colour is None


def test_what_differs_by_aspect_is_read_and_resolved(tmp_path: Path) -> None:
    text = (
        'name = "b"\n[captions]\nbox_colour = "#000000"\n[aspects."16:9".captions]\nbox_colour = "none"\nsize = 60'
    )
    style = read_package(write(tmp_path, text))
    assert (style.captions.box_colour, style.in_aspect("16:9").captions.box_colour) == ("#000000", None)
    assert style.in_aspect("16:9").captions.size == 60
    assert style.in_aspect("9:16").captions.size == 40


def test_what_was_read_is_read_anew_once_it_was_changed(tmp_path: Path) -> None:
    assert read_package(write(tmp_path, 'name = "one"')).name == "one"
    assert read_package(write(tmp_path, 'name = "three"')).name == "three"


def test_a_published_file_that_was_changed_is_refused(tmp_path: Path) -> None:
    publish(brand(size=50), tmp_path)
    file = tmp_path / "brand" / "1" / "style.toml"
    text = file.read_text()
    file.chmod(0o644)
    file.write_text(text.replace("size = 50.0", "size = 51.0"))
    with pytest.raises(StyleError, match=r"style\.toml was changed since this version was published"):
        load_style("brand@1", tmp_path)
    # The list shows what can be used.
    assert newest_styles(tmp_path)[0].name == "clean"
    file.write_text(text)
    assert load_style("brand@1", tmp_path).captions.size == 50
