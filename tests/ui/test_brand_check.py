"""The brand check in the window: what is broken, a click to the place, and the same before publishing."""

from __future__ import annotations

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from window_kit import click, find, opened, until

from ui.panels.style import StylePanel
from ui.preview.canvas import Canvas
from ui.style.brand import BrandCheck, BrandDialog
from ui.style.publish import PublishDialog


async def test_broken_rules_are_told_and_their_places_shown(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One shape says what three would say, in a third of the time.
    monkeypatch.setattr("ui.style.brand._SHAPES", ("1:1",))
    async with opened(project, memory) as window:
        window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=1))
        canvas = find(window, Canvas, "previewCanvas")
        await until(lambda: canvas.picture() is not None and window._bench.review.transcript is not None)
        styling, panel = window._bench.styling, find(window, StylePanel, "stylePanel")
        styling.edit_copy(next(style for style in styling.styles() if style.name == "clean"))
        styling.change("brand", "banned_words", ("nothing would change", "money"), "Banned words")
        styling.change("brand", "font_families", ("Anton",), "Fonts")
        styling.change("brand", "needs_logo", True, "Logo")
        panel._on_check()
        dialog = find(window, BrandDialog, "brandDialog")
        told = find(dialog, QLabel, "brandTold")
        assert "to look at" in told.text()
        await until(lambda: dialog.check._work is None)
        for rule in ("fonts", "logo", "words", "contrast", "zone"):
            assert dialog.findChild(QWidget, f"finding_{rule}") is not None, rule
        places = [each for each in dialog.findChildren(QPushButton, "brandPlace") if "captions of" in each.text()]
        places[-1].click()
        await until(lambda: window._bench.player.position > 0 and panel._place is None)
        dialog.reject()

        click(find(window, QPushButton, "stylePublish"))
        publish = find(window, PublishDialog, "publishStyle")
        check = find(publish, BrandCheck, "brandCheck")
        assert check.findChild(QWidget, "finding_fonts") is not None
        publish.reject()
