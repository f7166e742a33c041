"""Panels are made when somebody asks for them, else behind the window, and a run finds all of them there."""

from __future__ import annotations

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QToolButton, QWidget
from window_kit import click, find, opened, press, titles, until

from core.schema.style import Style
from core.styles.authoring.publishing import publish
from ui.main_window import MainWindow
from ui.panel import Kind, Panel
from ui.panels import BESIDE, DOCKED
from ui.timeline.view import TimelineView

KINDS: tuple[Kind[Panel], ...] = (*DOCKED, *BESIDE)


def made(window: MainWindow) -> set[str]:
    return {panel.objectName() for panel in window.findChildren(Panel)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
async def test_a_panel_is_made_when_it_is_asked_for(
    kind: Kind[Panel], project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory, has_panels=False) as window:
        assert made(window) == {"previewPanel"}
        window._docks.bring_forward(kind)
        panel = find(window, Panel, kind.name)
        await until(panel.isVisible)
        # Some show others beside them.
        assert kind.name in made(window)
        assert len(made(window)) < len(KINDS)
        assert panel.accessibleName() == kind.title
        assert set(panel.handlers()) == set(kind.commands)


async def test_a_key_shows_a_panel_that_is_not_made_yet(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        field = find(window, QLineEdit, "searchField")
        await until(field.hasFocus)
        click(find(window, QToolButton, "searchClose"))
        assert not find(window, QWidget, "searchPanel").isVisible()


@pytest.mark.parametrize("steps", [0, 1, 7])
async def test_a_run_opened_while_panels_are_made_has_all_of_them(
    steps: int, project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory, has_panels=False) as window:
        making = window.make_panels()
        for _ in range(steps):
            next(making)
        run_id = project.add_run("Episode.mp4", duration=70.0, clips=3)
        window._bench.review.show_run(run_id)
        await until(lambda: window._bench.review.duration)
        assert made(window) == {"previewPanel", *(kind.name for kind in KINDS)}
        # Who went on making them has nothing left to do.
        list(making)
        assert len(window.findChildren(Panel)) == 1 + len(KINDS)
        assert sorted(titles(window)) == sorted(clip.wording.title for clip in project.clips(run_id))
        assert find(window, QListView, "clipList").hasFocus()
        await until(lambda: find(window, TimelineView, "timelineView").viewport.duration == 70.0)
        press(window, Qt.Key.Key_Plus)
        assert find(window, TimelineView, "timelineView").viewport.visible < 70.0
        press(window, Qt.Key.Key_A)
        assert window._bench.review.clips[0].decision == "approved"


async def test_nothing_of_a_panel_flashes_up_while_it_is_made(
    qapp: QApplication, project: FakeProject, memory: QSettings
) -> None:
    publish(Style(name="ours", version=1), project.folder / "styles")
    flashed: list[str] = []

    class Watching(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                flashed.append(f"{type(watched).__name__} {watched.objectName()}")
            return False

    async with opened(project, memory, has_panels=False) as window:
        watching = Watching()
        qapp.installEventFilter(watching)
        list(window.make_panels())
        qapp.removeEventFilter(watching)
        assert flashed == []
        assert window.isActiveWindow()
        assert find(window, QWidget, "styleList").findChild(QPushButton, "edit_ours") is not None


async def test_a_panel_that_was_left_open_is_there_at_the_next_start(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        window.open_run(project.add_run("Episode.mp4", duration=70.0, clips=2))
        window.actions_by_name["jobs"].trigger()
        await until(find(window, QWidget, "jobsPanel").isVisible)
    async with opened(project, memory, has_panels=False) as window:
        assert made(window) == {"previewPanel", "jobsPanel"}
        assert find(window, QWidget, "jobsPanel").isVisible()
