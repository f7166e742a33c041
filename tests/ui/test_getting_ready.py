"""While panels are got ready behind the first page, what is on the page stays where it is pressed."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QPushButton
from window_kit import find, opened


async def test_the_first_page_stays_in_its_place(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        button = find(window, QPushButton, "importButton")
        place = button.mapToGlobal(QPoint(0, 0))
        # No turn of the loop between: a click that waits there is delivered before anything is laid out anew.
        moved = [step for step, _ in enumerate(window.get_ready()) if button.mapToGlobal(QPoint(0, 0)) != place]
        assert moved == []
