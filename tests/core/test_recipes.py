"""Recipes: kept as files, read whatever lies beside them, and applied to many sources."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RecipeError
from core.recipes import Recipes, for_source, made, of_run
from core.schema.audio import Music, SoundWishes
from core.schema.recipe import NAME_CHARACTERS
from core.schema.run import RunOptions, RunRecord

HOSTILE = ["../../etc/passwd", "a/b\\c:d", "CON", "<b>“x”</b> & co", "  .hidden"[2:], "-rf", "日本語 ✂️", "x" * 80]

names = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp")), min_size=1).filter(
    lambda text: text == text.strip() and text.isprintable() and len(text) <= NAME_CHARACTERS
)
seconds = st.floats(0.001, 1e6)
fields_of_names = st.sampled_from(("{index:02d}", "{title}", "{aspect}", "{preset}", "{run}", "{{", "}}"))
templates = st.lists(fields_of_names | st.text(st.characters(exclude_characters="{}"), max_size=9), max_size=6)
options = st.builds(
    lambda shortest, more, **fields: RunOptions(min_seconds=shortest, max_seconds=shortest + more, **fields),
    seconds,
    seconds,
    aspects=st.lists(st.sampled_from(("9:16", "1:1", "4:5", "16:9")), max_size=4).map(tuple),
    top=st.integers(1, 200),
    prompt=st.text(max_size=200),
    style=st.text(max_size=40),
    deliver_to=st.text(max_size=80),
    publish_to=st.lists(st.text(max_size=20), max_size=3).map(tuple),
    sound=st.builds(
        SoundWishes,
        reduces_noise=st.booleans(),
        gain_db=st.floats(-30, 12),
        music=st.none() | st.builds(Music, file=st.just(Path("music/a.mp3")), title=st.text(max_size=20)),
    ),
    budget_usd=st.none() | st.decimals(0, 1000, places=4),
    approve_from=st.floats(0, 100),
    approve_at_most=st.none() | st.integers(1, 200),
    name_template=templates.map("".join),
)


@given(names, st.text(max_size=200), options)
def test_a_recipe_is_read_as_it_was_saved(name: str, note: str, chosen: RunOptions) -> None:
    with TemporaryDirectory() as folder:
        shelf = Recipes(Path(folder))
        recipe = made(name, chosen, note)
        file = shelf.save(recipe)
        assert file.parent == Path(folder, "recipes")
        assert shelf.get(name) == recipe
        assert shelf.all().recipes == (recipe,)
        handed_on = shelf.export(name, Path(folder, "handed on.json"))
        assert Recipes(Path(folder, "elsewhere")).take(handed_on).options.aspects == chosen.aspects


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_in_the_folder_and_is_kept_as_it_is(tmp_path: Path, name: str) -> None:
    shelf = Recipes(tmp_path)
    file = shelf.save(made(name, RunOptions()))
    assert file.parent == tmp_path / "recipes" and file.name not in ("", ".json") and not file.name.startswith(".")
    assert [each.name for each in Recipes(tmp_path).all().recipes] == [name]
    shelf.remove(name)
    assert not list((tmp_path / "recipes").iterdir())


@pytest.mark.parametrize("name", ["", "   ", "two\nlines", "nul\0", "x" * 81, "turned\u202e"])
def test_a_name_that_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(RecipeError, match="name"):
        made(name, RunOptions())


def test_names_that_fall_together_in_a_file_name_have_files_of_their_own(tmp_path: Path) -> None:
    shelf = Recipes(tmp_path)
    first, second = shelf.save(made("a/b", RunOptions())), shelf.save(made("a-b", RunOptions(top=3)))
    assert first != second
    assert (shelf.get("a/b").options.top, shelf.get("A-B").options.top) == (10, 3)


def test_a_recipe_is_replaced_only_where_that_is_asked(tmp_path: Path) -> None:
    shelf = Recipes(tmp_path)
    shelf.save(made("Weekly", RunOptions()))
    with pytest.raises(RecipeError, match="already"):
        shelf.save(made("weekly", RunOptions(top=3)))
    shelf.save(made("weekly", RunOptions(top=3)), replaces=True)
    assert [(each.name, each.options.top) for each in shelf.all().recipes] == [("weekly", 3)]


def test_broken_files_are_told_with_reasons_and_cost_no_other(tmp_path: Path) -> None:
    shelf = Recipes(tmp_path)
    good = shelf.save(made("Good", RunOptions()))
    document = json.loads(good.read_text())
    broken = {
        "text.json": "{",
        "bytes.json": b"\xff\xfe\x00",
        "typo.json": json.dumps({**document, "name": "Typo", "options": {"tpo": 3}}),
        "range.json": json.dumps({**document, "name": "Range", "options": {"min_seconds": 90, "max_seconds": 3}}),
        "endless.json": '{"name": "Endless", "options": {"max_seconds": Infinity}}',
        "later.json": json.dumps({**document, "name": "Later", "version": 2}),
        "twin.json": good.read_text(),
        "long.json": " " * 1_000_001,
    }
    for name, content in broken.items():
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / "recipes" / name).write_bytes(data)
    (tmp_path / "recipes" / "folder.json").mkdir()
    found = shelf.all()
    assert [each.name for each in found.recipes] == ["Good"]
    reasons = {each.file.name: each.reason for each in found.broken}
    assert set(reasons) == {*broken, "folder.json"}
    assert "options.tpo" in reasons["typo.json"]
    assert "longest clip is shorter" in reasons["range.json"]
    assert "name “Good”" in reasons["twin.json"]
    with pytest.raises(RecipeError, match="longest clip"):
        shelf.get("range")
    shelf.remove("range")
    assert "range.json" not in {each.file.name for each in shelf.all().broken}


def test_a_recipe_that_is_not_there_tells_those_that_are(tmp_path: Path) -> None:
    shelf = Recipes(tmp_path)
    with pytest.raises(RecipeError, match="recipes save"):
        shelf.get("x")
    shelf.save(made("Weekly", RunOptions()))
    for refused in (lambda: shelf.get("x"), lambda: shelf.remove("x"), lambda: shelf.rename("x", "y")):
        with pytest.raises(RecipeError, match="Known ones: Weekly"):
            refused()


def test_a_recipe_gets_another_name_but_not_that_of_another(tmp_path: Path) -> None:
    shelf = Recipes(tmp_path)
    shelf.save(made("One", RunOptions(), "a note"))
    shelf.save(made("Two", RunOptions()))
    with pytest.raises(RecipeError, match="already"):
        shelf.rename("One", "two")
    assert shelf.rename("One", "ONE").note == "a note"
    shelf.rename("ONE", "Three")
    assert [each.name for each in shelf.all().recipes] == ["Three", "Two"]
    assert len(list((tmp_path / "recipes").iterdir())) == 2


def test_a_run_becomes_a_recipe_without_what_is_its_own() -> None:
    chosen = RunOptions(transcript="transcripts/a.srt", recipe="Old", deliver_to="exports/Talk", style="bold_pop")
    run = RunRecord(
        id="r",
        source_id="s",
        source_name="Talk",
        source_path=Path("Talk.mp4"),
        state="started",
        options=chosen,
        style_pin="bold_pop@3",
    )
    kept = of_run("Weekly", run).options
    assert (kept.transcript, kept.recipe, kept.deliver_to) == ("", "", "exports/{source}")
    assert kept.style == "bold_pop@3"
    assert for_source(kept, "../Ep: 1").deliver_to == "exports/-Ep - 1"


def test_music_is_handed_on_by_where_it_lies(tmp_path: Path) -> None:
    shelf = Recipes(tmp_path)
    shelf.save(made("Loud", RunOptions(sound=SoundWishes(music=Music(file=Path("music/a.mp3"))))))
    kept = shelf.get("Loud").options.sound.music
    assert kept is not None and kept.file == Path("music/a.mp3")
    handed_on = json.loads(shelf.export("Loud", tmp_path / "out.json").read_text())
    assert Path(handed_on["options"]["sound"]["music"]["file"]) == tmp_path / "music" / "a.mp3"
