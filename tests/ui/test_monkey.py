"""Nothing that a person could do, in any order, ends in an error, a warning of Qt, or something left behind."""

from __future__ import annotations

import os
import sys
import threading

import pytest
from fake_project import FakeProject
from monkey import Monkey, widgets_alive
from PySide6.QtCore import QSettings
from shiboken6 import isValid
from window_kit import opened, until

SEEDS = range(int(os.environ.get("SHORTLIST_MONKEY_SEEDS", "40")))
STEPS = int(os.environ.get("SHORTLIST_MONKEY_STEPS", "400"))


@pytest.mark.soak
@pytest.mark.parametrize("seed", SEEDS)
async def test_any_actions_leave_the_window_sound(
    project: FakeProject, memory: QSettings, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: failures.append(error))
    threads = threading.active_count()
    async with opened(project, memory) as window:
        for name in ("Episode 12.mp4", "Interview.mp4"):
            run_id = project.add_run(name, duration=70.0, clips=8)
        window.open_run(run_id)
        await until(lambda: window._bench.review.duration == 70.0)
        monkey = Monkey(window, seed)
        try:
            await monkey.act(STEPS)
            await monkey.settle()
            before = widgets_alive(window)
            await monkey.act(STEPS)
            await monkey.settle()
            assert widgets_alive(window) < before * 1.5 + 200, "widgets pile up"
        except BaseException:
            print("\n".join(monkey.done[-25:]))
            raise
        finally:
            monkey.stop()
        assert not failures, monkey.done[-25:]
        assert window.isVisible(), monkey.done[-25:]
    assert not isValid(window), "the window goes, and its timers with it"
    await until(lambda: threading.active_count() <= threads + 1)
