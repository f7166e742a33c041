"""`main.py models`, as it is called: what it prints, what it leaves, and how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desktop import settings
from desktop.cli import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home of a user who has set nothing."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    for name in ("SHORTLIST_WEIGHTS", "HF_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


def test_a_model_is_imported_listed_exported_and_removed(
    home: Path, tmp_path: Path, memorised_whisper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "import", str(memorised_whisper), "--as", "mine"]) == 0
    assert "mine: an unknown model" in capsys.readouterr().out
    assert (home / "weights" / "whisper" / "mine" / "model.bin").is_file()
    assert main(["models", "--json", "list"]) == 0
    document = json.loads(capsys.readouterr().out)
    mine = next(model for model in document["models"] if model["name"] == "mine")
    assert mine["is_chosen"] and mine["path"] and document["problem"] == ""
    assert main(["models"]) == 0
    listed = capsys.readouterr().out
    assert "*  mine" in listed and "99 languages" in listed and "for an hour of talk" in listed
    assert main(["models", "export", "mine", str(tmp_path / "stick")]) == 0
    assert (tmp_path / "stick" / "whisper" / "mine" / "model.bin").is_file()
    assert main(["models", "remove", "mine"]) == 0
    assert main(["models", "remove", "mine"]) == 1
    assert "not on this computer" in capsys.readouterr().err
    assert main(["models", "import", str(tmp_path / "stick")]) == 0
    assert (home / "weights" / "whisper" / "mine" / "model.bin").is_file()


def test_what_can_not_be_done_is_told_and_ends_with_one(
    home: Path, tmp_path: Path, memorised_whisper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["models", "import", str(tmp_path / "empty")]) == 1
    assert "no model in this folder" in capsys.readouterr().err
    half = tmp_path / "half"
    shutil.copytree(memorised_whisper, half)
    with (half / "model.bin").open("r+b") as stream:
        stream.truncate(5_000_000)
    assert main(["models", "import", str(half)]) == 1
    assert "cut off" in capsys.readouterr().err
    assert main(["models", "fetch", "enormous"]) == 1
    assert "no model is called" in capsys.readouterr().err
    assert main(["models", "--json", "export", "small", str(tmp_path / "stick")]) == 1
    fact = json.loads(capsys.readouterr().out)
    assert (fact["subject"], fact["done"]) == ("small", False)
    assert not (home / "weights" / "whisper").exists() or not list((home / "weights" / "whisper").iterdir())


def test_settings_keep_it_offline_and_elsewhere(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.save_settings(settings.Settings(is_offline=True))
    assert main(["models", "fetch", "tiny"]) == 1
    assert "downloads are switched off" in capsys.readouterr().err
    settings.save_settings(settings.Settings(weights_folder=str(tmp_path / "stick")))
    assert main(["models"]) == 1
    assert "is not there" in capsys.readouterr().err
    given = settings.configuration(settings.load_settings())
    assert (given.weights_folder, given.has_custom_weights) == (tmp_path / "stick", True)


def test_a_mirror_comes_from_the_settings_or_the_usual_variable(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "https://hub.example")
    assert settings.place(settings.Settings()).mirror == "https://hub.example"
    assert settings.place(settings.Settings(model_mirror="https://own.example")).mirror == "https://own.example"
