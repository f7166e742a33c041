"""`main.py recipes`, and `main.py run --recipe`: through the command line, over instant stages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core import workspace
from desktop.cli import main
from tests.instant_project import ThreadExecutor, use_instant_stages, write_sound


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an empty workspace in which commands work with instant stages."""
    use_instant_stages(monkeypatch)
    monkeypatch.setattr(workspace, "make_executor", lambda configuration: ThreadExecutor())
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.json").write_text('{"may_download": false}')
    return tmp_path / "ws"


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(list(map(str, arguments)))
    out, err = capsys.readouterr()
    return code, out, err


def test_choices_are_saved_shown_and_go_with_runs_that_name_them(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    choices = ("--aspects", "1:1", "--at-most", 1, "--out", tmp_path / "out" / "{source}", "--sidecars", "none")
    assert told(capsys, "recipes", "save", "Weekly", *choices, "--note", "the show", *where)[0] == 0
    code, out, _ = told(capsys, "recipes", *where)
    assert code == 0 and out.startswith("Weekly ") and "1:1, at most 1" in out and "(the show)" in out
    sources = [write_sound(tmp_path / f"talk {number}.wav", number) for number in (1, 2)]
    code, out, err = told(capsys, "run", "--recipe", "weekly", *sources, "--json", *where)
    assert code == 0, err
    summary = json.loads(out.splitlines()[-1])
    assert [run["recipe"] for run in summary["runs"]] == ["Weekly", "Weekly"]
    for number in (1, 2):
        assert [file.suffix for file in (tmp_path / "out" / f"talk {number}").iterdir()] == [".mp4"]


def test_presets_names_sidecars_and_budget_go_into_the_recipe_and_its_runs(
    folder: Path, tmp_path: Path, capsys
) -> None:
    where = ("--workspace", folder)
    files = (
        "--presets",
        "9:16=tiktok+reels",
        "--name",
        "{title} {preset}",
        "--sidecars",
        "vtt",
        "--budget",
        "2.50",
    )
    choices = (*files, "--aspects", "9:16,1:1", "--at-most", 1, "--out", tmp_path / "out")
    assert told(capsys, "recipes", "save", "Both", *choices, *where)[0] == 0
    source = write_sound(tmp_path / "1.wav", 1)
    assert told(capsys, "run", source, "--recipe", "Both", *where)[0] == 0
    made = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert [name for name in made if name.endswith(".mp4")] == [
        "Clip 0 fast.mp4",
        "Clip 0 reels.mp4",
        "Clip 0 tiktok.mp4",
    ]
    assert len(made) == 6 and {Path(name).suffix for name in made} == {".mp4", ".vtt"}
    (run,) = json.loads(told(capsys, "runs", "--json", *where)[1])
    assert told(capsys, "recipes", "save", "Again", "--from", run["id"], *where)[0] == 0
    first, again = (
        json.loads(told(capsys, "recipes", "show", name, "--json", *where)[1])["options"]
        for name in ("Both", "Again")
    )
    kept = ("presets", "preset", "name_template", "sidecars", "budget_usd", "aspects", "approve_at_most")
    assert {name: again[name] for name in kept} == {name: first[name] for name in kept}
    assert (first["presets"], first["budget_usd"]) == ({"9:16": ["tiktok", "reels"]}, "2.50")
    code, _, err = told(capsys, "recipes", "save", "Bad", "--name", "{titel}", *where)
    assert code == 1 and "titel" in err
    code, _, err = told(capsys, "recipes", "save", "Bad", "--presets", "9:16=nonsense", *where)
    assert code == 1 and "“nonsense”" in err and "tiktok" in err


def test_what_is_given_wins_over_the_recipe(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    told(capsys, "recipes", "save", "Quiet", "--reduce-noise", "--top", 1, "--prompt", "cats", *where)
    source = write_sound(tmp_path / "1.wav", 1)
    given = ("--no-reduce-noise", "--top", 2, "--aspects", "9:16")
    code, _, err = told(capsys, "run", source, "--recipe", "Quiet", *given, *where)
    assert code == 0, err
    runs = json.loads(told(capsys, "runs", "--json", *where)[1])
    options = runs[0]["options"]
    assert (options["sound"]["reduces_noise"], options["top"], options["prompt"]) == (False, 2, "cats")
    assert (options["aspects"], options["recipe"]) == (["9:16"], "Quiet")
    # What was chosen with the run can be chosen again.
    assert told(capsys, "recipes", "save", "Again", "--from", runs[0]["id"][:6], "--top", 3, *where)[0] == 0
    again = json.loads(told(capsys, "recipes", "show", "Again", "--json", *where)[1])["options"]
    assert (again["top"], again["prompt"], again["deliver_to"]) == (3, "cats", "exports/{source}")


def test_nothing_good_enough_is_told_and_is_no_success(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    told(capsys, "recipes", "save", "Best alone", "--approve-from", 95, *where)
    code, out, err = told(capsys, "run", write_sound(tmp_path / "1.wav", 1), "--recipe", "Best alone", *where)
    assert code == 1
    assert "No clip has a score of 95 or more; the best has 90." in err
    assert "No clip has a score of 95 or more: the best has 90.0. None was approved." in out
    assert not (folder / "exports" / "1").exists()


def test_recipes_are_handed_on_renamed_and_removed(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    told(capsys, "recipes", "save", "One", "--top", 4, *where)
    file = tmp_path / "one.json"
    assert told(capsys, "recipes", "export", "One", file, *where)[0] == 0
    code, _, err = told(capsys, "recipes", "import", file, *where)
    assert code == 1 and "There is a recipe “One” already." in err
    assert told(capsys, "recipes", "import", file, "--as", "Two", *where)[0] == 0
    assert told(capsys, "recipes", "rename", "One", "Three", *where)[0] == 0
    assert told(capsys, "recipes", "remove", "Two", *where)[0] == 0
    listed = json.loads(told(capsys, "recipes", "list", "--json", *where)[1])
    assert [each["name"] for each in listed["recipes"]] == ["Three"]


def test_a_broken_recipe_is_told_and_does_not_stop_the_others(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    told(capsys, "recipes", "save", "Good", *where)
    (folder / "recipes" / "Bad.json").write_text('{"name": "Bad", "options": {"top": 0}}')
    code, out, err = told(capsys, "recipes", *where)
    assert code == 1 and out.startswith("Good ") and "Bad.json" in err and "options.top" in err
    source = write_sound(tmp_path / "1.wav", 1)
    assert told(capsys, "run", source, "--recipe", "Good", *where)[0] == 0
    code, _, err = told(capsys, "run", source, "--recipe", "Bad", *where)
    assert code == 1 and "Bad.json" in err and "options.top" in err
    code, _, err = told(capsys, "run", source, "--recipe", "Nowhere", *where)
    assert code == 1 and "Known ones: Good." in err


@pytest.mark.parametrize(
    ("given", "word"),
    [
        (("--top", 0), "--top"),
        (("--min", 30, "--max", 20), "--max"),
        (("--min", "nan"), "--min"),
        (("--approve-from", 101), "--approve-from"),
        (("--at-most", 0), "--at-most"),
        (("--sidecars", "exe"), "exe"),
        (("--name", "x" * 201), "name_template"),
    ],
)
def test_choices_that_can_t_be_used_are_refused(folder: Path, tmp_path: Path, capsys, given, word: str) -> None:
    source = write_sound(tmp_path / "1.wav", 1)
    code, _, err = told(capsys, "run", source, *given, "--workspace", folder)
    assert code == 2 and word in err
    code, _, err = told(capsys, "recipes", "save", "X", *given, "--workspace", folder)
    assert code == 1 and word in err and not list((folder / "recipes").glob("*"))


def test_a_recipe_with_a_preset_that_was_removed_goes_on_and_says_so(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    assert told(capsys, "presets", "save", "Client A", "--like", "fast", *where)[0] == 0
    save = ("recipes", "save", "Weekly", "--preset", "client-a", "--out", tmp_path / "out", "--sidecars", "none")
    code, _, err = told(capsys, *save, *where)
    assert code == 0 and "warning" not in err
    assert told(capsys, "presets", "remove", "client-a", *where)[0] == 0
    said = "The preset “Client A” was removed: files are made with it as it was."
    assert f"warning: {said}" in told(capsys, "recipes", "show", "Weekly", *where)[2]
    sound = write_sound(tmp_path / "talk.wav", 1)
    code, out, err = told(capsys, "run", "--recipe", "weekly", "--top", 1, sound, "--json", *where)
    assert code == 0 and err.count(f"warning: {said}") == 1
    summary = json.loads(out.splitlines()[-1])
    assert summary["warnings"].count(said) == 1 and list((tmp_path / "out").rglob("*.mp4"))
    # Made with another one, nothing is said.
    sound = write_sound(tmp_path / "other.wav", 2)
    code, out, err = told(
        capsys, "run", "--recipe", "weekly", "--preset", "fast", "--top", 1, sound, "--json", *where
    )
    assert code == 0 and "removed" not in err
    assert said not in json.loads(out.splitlines()[-1])["warnings"]
