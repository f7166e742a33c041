"""The window on a real workspace: keys of review become examples, and weights are there again after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton, QSlider
from window_kit import click, find, opened, press, titles, until

from core import taste
from core.project import Project
from core.schema.run import RunOptions
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages


async def _analysed(folder: Path, sample: Path) -> tuple[Project, str]:
    project = await open_instant(folder / "workspace", ThreadExecutor())
    source = await project.import_source(sample)
    run_id = await project.start_run(source.id, RunOptions(aspects=("9:16",)))
    await at_rest(project)
    return project, run_id


async def test_decisions_by_keys_are_kept_and_weights_come_back(
    tmp_path: Path, memory: QSettings, sample_video: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_instant_stages(monkeypatch)
    monkeypatch.setattr(taste, "_PAUSE", 0.0)
    project, run_id = await _analysed(tmp_path, sample_video)
    async with opened(project, memory) as window:  # type: ignore[arg-type]
        window.open_run(run_id)
        await until(lambda: titles(window) == ["Clip 0", "Clip 1"])
        press(window, Qt.Key.Key_A)
        await until(lambda: [each.decision for each in project.taste.examples()] == ["approved"])
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: project.taste.examples() == [])
        press(window, Qt.Key.Key_X)
        await until(lambda: [each.decision for each in project.taste.examples()] == ["rejected"])
        button = find(window, QPushButton, "ranking")
        await until(lambda: button.text() == "Usual ranking · 1 decision so far")
        click(button)
        find(window, QSlider, "weight_emotion").setValue(0)
    await project.close()

    again = await open_instant(tmp_path / "workspace", ThreadExecutor())
    async with opened(again, memory) as window:  # type: ignore[arg-type]
        window.open_run(run_id)
        click(find(window, QPushButton, "ranking"))
        assert find(window, QSlider, "weight_emotion").value() == 0
        assert find(window, QPushButton, "ranking").text() == "Ranked by your sliders"
        assert [each.decision for each in again.taste.examples()] == ["rejected"]
    await again.close()
