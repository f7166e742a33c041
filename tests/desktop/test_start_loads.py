"""What a start loads: nothing that is needed only once somebody asks for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Libraries that have no part in a window that is opened, heavy or with much behind them.
LIBRARIES = (
    *("av", "cv2", "mediapipe", "faster_whisper", "ctranslate2", "openai", "pocketsphinx", "scipy", "sklearn"),
    *("httpx", "sqlite_utils", "pluggy", "click", "urllib.request", "http.client", "rich", "distributed", "boto3"),
    *("yt_dlp", "fastapi", "PySide6.QtPrintSupport", "numpy", "importlib.metadata", "email", "pebble", "psutil"),
)
# What is done with a project now and then, and only where it is asked for.
RARE = (
    *("contact_sheet", "downloads", "hand_off", "morning.gather", "morning.months", "twins"),
    *("posts", "talk_insights", "transcripts", "translations", "searching", "meaning", "fine_tuning"),
    *("learning.ranker", "learning.traits", "captions.dress", "speech.corrected", "speech.words"),
    *("lexicon", "pipeline.cluster.executor", "style_work", "styles.authoring.drafts"),
    *("spaces.check", "spaces.packing", "spaces.unpacking"),
)
# Windows of their own, and what is written to files.
WINDOWS = (
    *("ui.statement", "ui.runs.log_window", "ui.publish.destination_list", "ui.publish.destination_form"),
    "ui.style.side_by_side",
)
# Rooms in which texts are worked on, with expressions for a dozen scripts that take long to compile.
WORKROOMS = ("finetune", "highlights", "insights", "translation")
# The palette of commands is opened by a key, and looks its entries up when it is.
DIALOGS_LOADED = {"ui.dialogs", "ui.dialogs.command_palette"}
# The middle of the window; the other panels are made behind it.
PANELS_LOADED = {"ui.panels", "ui.panels.preview"}


@pytest.fixture(scope="module")
def starts(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """Return the modules that are there once the window stands, started as `main.py` starts it, and those that are
    there once the project got ready behind it.
    """
    script = (
        "import asyncio, json, sys, desktop.app\n"
        "desktop.app.set_surroundings()\n"
        "import desktop.window\n"
        "async def stand(window, project):\n"
        "    print(json.dumps(sorted(sys.modules)))\n"
        "    desktop.window.load_later()\n"
        "    list(project.get_ready())\n"
        "    list(window.get_ready())\n"
        "    await asyncio.sleep(0)\n"
        "    await window._bench.player._in_thread(lambda: None)\n"
        "    print(json.dumps(sorted(sys.modules)))\n"
        "    window.close()\n"
        "desktop.window._get_ready = stand\n"
        "sys.exit(desktop.app.main(['--workspace', sys.argv[1]]))"
    )
    folder = tmp_path_factory.mktemp("start")
    (folder / "settings.json").write_text('{"may_download": false}')
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SHORTLIST_HOME": str(folder)}
    command = [sys.executable, "-c", script, str(folder / "workspace")]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    first, then = done.stdout.splitlines()[-2:]
    return set(json.loads(first)), set(json.loads(then))


@pytest.fixture(scope="module")
def loaded(starts: tuple[set[str], set[str]]) -> set[str]:
    """Return the modules that are there once the window stands."""
    return starts[0]


def test_a_command_loads_no_qt(tmp_path: Path) -> None:
    script = "import sys, desktop.app; desktop.app.main(['styles']); sys.exit('PySide6' in sys.modules)"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SHORTLIST_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0 and "karaoke" in done.stdout, done.stdout + done.stderr


def test_it_is_the_window_that_was_started(loaded: set[str]) -> None:
    assert {"ui.main_window", "ui.panels", "core.project", "core.workspace"} <= loaded


def test_no_library_is_loaded_that_waits_for_work(loaded: set[str]) -> None:
    assert not loaded & set(LIBRARIES)


def test_what_a_project_rarely_does_is_not_loaded(loaded: set[str]) -> None:
    assert not loaded & {f"core.{name}" for name in RARE}
    assert not [name for name in loaded if name.startswith(tuple(f"core.{room}" for room in WORKROOMS))]


def test_what_the_first_run_opened_needs_is_loaded_behind_the_window(starts: tuple[set[str], set[str]]) -> None:
    assert {"core.twins", "av", "core.render.preview", "core.style_work", "pebble"} <= starts[1]


def test_windows_of_their_own_are_loaded_when_they_are_opened(loaded: set[str]) -> None:
    assert not loaded & set(WINDOWS)


def test_dialogs_are_loaded_when_they_are_opened(loaded: set[str]) -> None:
    assert {name for name in loaded if name.startswith("ui.dialogs")} == DIALOGS_LOADED


def test_panels_are_loaded_behind_the_window(starts: tuple[set[str], set[str]]) -> None:
    first, then = ({name for name in loaded if name.startswith("ui.panels")} for loaded in starts)
    assert first == PANELS_LOADED
    assert {"ui.panels.clips", "ui.panels.jobs", "ui.panels.timeline"} <= then
