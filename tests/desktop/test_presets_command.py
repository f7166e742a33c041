"""`main.py presets`, and files made with a preset of one's own: through the command line, over instant stages."""

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


def test_a_preset_is_made_like_another_listed_and_used_by_a_run(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    choices = ("--like", "tiktok", "--loudness", -16, "--max-mb", 50, "--codec", "prores")
    code, out, err = told(capsys, "presets", "save", "Client A", *choices, *where)
    assert code == 0 and out.startswith("client-a: saved in"), err
    code, out, _ = told(capsys, "presets", *where)
    assert out.splitlines()[0].startswith("fast ") and "client-a             Client A (your own)" in out
    made = json.loads(told(capsys, "presets", "show", "client-a", "--json", *where)[1])
    assert (made["loudness_lufs"], made["max_bytes"], made["safe_zone"]) == (-16, 50_000_000, "TikTok")
    assert (made["video_codec"], made["effort"], made["parameters"], made["source_url"]) == (
        "prores",
        "hq",
        "",
        "",
    )
    source = write_sound(tmp_path / "talk.wav", 1)
    given = ("--preset", "client-a", "--aspects", "9:16", "--top", 1, "--out", tmp_path / "out")
    code, _, err = told(capsys, "run", source, *given, *where)
    assert code == 0, err
    assert {file.suffix for file in (tmp_path / "out").iterdir()} >= {".mov"}


def test_it_is_changed_handed_on_and_forgotten(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    assert told(capsys, "presets", "save", "Mine", "--crf", 23, "--about", "the feed", *where)[0] == 0
    code, _, err = told(capsys, "presets", "save", "Mine", "--crf", 24, *where)
    assert code == 1 and "already" in err
    assert told(capsys, "presets", "save", "Mine", "--captions", "beside", "--replace", *where)[0] == 0
    made = json.loads(told(capsys, "presets", "show", "mine", "--json", *where)[1])
    assert (made["crf"], made["about"], made["burns_captions"]) == (23, "the feed", False)
    assert told(capsys, "presets", "export", "mine", tmp_path / "mine.json", *where)[0] == 0
    assert told(capsys, "presets", "remove", "mine", *where)[0] == 0
    assert "mine" not in told(capsys, "presets", *where)[1]
    code, out, _ = told(capsys, "presets", "import", tmp_path / "mine.json", "--as", "theirs", *where)
    assert code == 0 and out.startswith("theirs: taken from")
    (tmp_path / "mine.json").write_text("{}")
    code, _, err = told(capsys, "presets", "import", tmp_path / "mine.json", *where)
    assert code == 1 and "mine.json" in err and "no preset" in err


def test_what_cannot_be_is_told_and_changes_nothing(folder: Path, tmp_path: Path, capsys) -> None:
    where = ("--workspace", folder)
    code, _, err = told(capsys, "presets", "save", "Loud", "--loudness", 3, *where)
    assert code == 1 and "loudness_lufs" in err
    code, _, err = told(capsys, "presets", "save", "Fast", *where)
    assert code == 1 and "comes with the program" in err
    assert "your own" not in told(capsys, "presets", *where)[1]
    code, _, err = told(capsys, "run", write_sound(tmp_path / "1.wav", 1), "--preset", "cinema", *where)
    assert code == 1 and "There is no preset “cinema”" in err and "tiktok" in err
