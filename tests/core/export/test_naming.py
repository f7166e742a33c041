"""File names that every system takes."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExportError
from core.export.naming import DEFAULT_TEMPLATE, file_name, names_in


def named(title: str, taken: tuple[str, ...] = (), template: str = DEFAULT_TEMPLATE) -> str:
    return file_name(template, {"index": 3, "title": title, "aspect": "9:16"}, taken=taken)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The one rule", "03 The one rule 9x16.mp4"),
        ("Money: why?", "03 Money - why 9x16.mp4"),
        ('a/b\\c|d "e" <f> *', "03 a-b-c-d 'e' (f) 9x16.mp4"),
        ("two\nlines\tand\x00more", "03 two lines andmore 9x16.mp4"),
        ("gpj.\u202eexe", "03 gpj.exe 9x16.mp4"),
        ("fire 🔥 👨‍👩‍👧", "03 fire 🔥 👨‍👩‍👧 9x16.mp4"),
        ("שלום עולם", "03 שלום עולם 9x16.mp4"),
        ("", "03 9x16.mp4"),
    ],
)
def test_titles_become_names(title: str, name: str) -> None:
    assert named(title) == name


@pytest.mark.parametrize("title", ["con", "NUL", "Com1", "lpt9.txt", "aux ", "COM¹"])
def test_reserved_names_are_not_used(title: str) -> None:
    assert named(title, template="{title}").startswith("_")


@pytest.mark.parametrize("title", ["", " ", "...", "???", "\u200d", "\ud800"])
def test_a_title_of_nothing_still_gives_a_name(title: str) -> None:
    assert named(title, template="{title}") == "clip.mp4"


@pytest.mark.parametrize(
    "title", ["x" * 99_999, "é" * 300, "שלום " * 60, "👨‍👩‍👧" * 60, "👍🏽" * 90, "🇩🇪" * 100, "e\u0301\u0323" * 200]
)
def test_a_long_title_is_cut_between_letters_and_its_neighbours_stay(title: str) -> None:
    name = named(title)
    assert name.startswith("03 ")
    assert name.endswith(" 9x16.mp4")
    kept = name.removeprefix("03 ").removesuffix(" 9x16.mp4")
    whole = unicodedata.normalize("NFC", title)
    assert whole.startswith(kept)
    assert not whole[len(kept) :].startswith(("\u200d", "\ufe0f", "🏽", "\u0323", "\u0301"))
    assert not kept.endswith("\u200d")
    assert kept.count("🇩") == kept.count("🇪")


@given(st.text(max_size=200), st.lists(st.text(max_size=30), max_size=4))
def test_any_title_gives_a_name_that_every_system_takes(title: str, taken: list[str]) -> None:
    name = named(title, tuple(taken))
    stem = name.removesuffix(".mp4")
    assert not re.search(r'[\x00-\x1f<>:"/\\|?*]', name)
    assert stem == stem.strip(" .")
    assert stem
    assert len(name) <= 120
    assert len(name.encode("utf-16-le")) <= 240
    assert len(name.encode()) <= 240
    assert name not in taken
    # A name cleaned once is clean.
    assert file_name("{title}", {"title": stem}) == name


def test_a_taken_name_gets_a_number_whatever_its_case() -> None:
    first = named("Rule")
    assert named("Rule", (first.upper(),)) == "03 Rule 9x16 (2).mp4"
    assert named("Rule", (first, "03 rule 9x16 (2).mp4")) == "03 Rule 9x16 (3).mp4"
    long = named("x" * 300)
    second = named("x" * 300, (long,))
    assert second.endswith("9x16 (2).mp4")
    assert len(second) <= 120


def test_names_that_only_differ_in_accents_written_apart_are_the_same() -> None:
    assert named("Café", ("03 Cafe\u0301 9x16.mp4",)).endswith("(2).mp4")


@pytest.mark.parametrize(
    "template",
    ["{nope}", "{title", "{title.__class__}", "{title[0]}", "{index:>999999999}", "{title!r}", "{}", "{index:x}"],
)
def test_a_template_that_can_not_be_used_is_refused(template: str) -> None:
    with pytest.raises(ExportError, match="template"):
        named("x", template=template)


def test_names_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").touch()
    assert names_in(tmp_path) == ["a.mp4"]
    assert names_in(tmp_path / "missing") == []
