"""The card that stands until the window does: painted at once, before anything heavy is loaded, and taken away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.opening import close_card, may_open_window, show_card

ROOT = Path(__file__).resolve().parents[2]
# What loading waits for: the engine, and the window itself.
LATER = ("core.project", "ui.main_window", "pydantic", "numpy", "asyncio")


def cards(application: object) -> list[str]:
    from PySide6.QtWidgets import QApplication

    return [top.objectName() for top in QApplication.topLevelWidgets() if top.isVisible()]


def test_the_card_comes_and_goes(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))
    show_card()
    assert cards(qapp) == ["openingCard"]
    close_card()
    assert cards(qapp) == []


def test_nothing_heavy_is_loaded_before_it_is_painted(tmp_path: Path) -> None:
    script = (
        "import json, sys; from desktop.opening import show_card; show_card();"
        f"print(json.dumps([name for name in {LATER!r} if name in sys.modules]))"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SHORTLIST_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_sources_of_modules_are_not_read_while_they_are_loaded(tmp_path: Path) -> None:
    script = (
        "import inspect, json; from desktop.opening import show_card; show_card(); read = [];"
        "inspect.getsource = lambda module: read.append(module.__name__) or ''; import core.errors, ui.axes;"
        "print(json.dumps(read))"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SHORTLIST_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_it_is_shown_for_the_window_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    talk = tmp_path / "talk.mp4"
    talk.touch()
    for arguments in ([], ["--workspace", "x"], ["--workspace=x"], [str(talk)]):
        assert may_open_window(arguments), arguments
    for arguments in (["run", str(talk)], ["--version"], ["-h"], [str(tmp_path / "none.mp4")], ["doctor"]):
        assert not may_open_window(arguments), arguments
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform.startswith("linux"):
        assert not may_open_window([])
