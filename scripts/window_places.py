"""The places of the window that `scripts.window_sweep` takes pictures of: panels, dialogs, states, by their names.

A place is a coroutine that brings something about and returns what is to be seen; whatever it opened beside the
window is closed afterwards.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTabWidget, QWidget

from core.schema.download import Episode, Feed
from core.schema.queue import Redo, RedoneStage
from core.schema.style import Style
from desktop.first_run import FirstRun
from ui.controllers.lost import Lost, Whereabouts
from ui.dialogs.fetch import FetchDialog
from ui.dialogs.first_run import FirstRunDialog
from ui.docks import Docks
from ui.main_window import MainWindow
from ui.panels import (
    CLIPS,
    INSIGHTS,
    INSPECTOR,
    RUNS,
    STYLE,
    TIMELINE,
    TRANSCRIPT,
)
from ui.style.side_by_side import COMPARE, SHAPES
from ui.widgets.fold import Fold

Place = Callable[[MainWindow], Awaitable[QWidget]]

_FEED = "https://example.org/feed.xml"
_REPORT = (
    "Shortlist 1.0, Python 3.11\n\nTraceback (most recent call last):\n  File ui/panel.py, line 12\nValueError"
)


def opened() -> list[QWidget]:
    """Return the windows beside the main one that are seen."""
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if top.isVisible() and not isinstance(top, MainWindow) and top.isWindow()]


async def settled(seconds: float = 0.4) -> None:
    """Let the window paint."""
    await asyncio.sleep(seconds)


async def command(window: MainWindow, name: str) -> QWidget:
    """Trigger a command, and return what it opened, or the window."""
    window.actions_by_name[name].trigger()
    await settled()
    found = opened()
    return found[-1] if found else window


async def page_of(window: MainWindow, name: str, page: int) -> QWidget:
    """Open a dialog at one of its tabs."""
    dialog = await command(window, name)
    tabs = dialog.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(page)
    return dialog


def docks_of(window: MainWindow) -> Docks:
    """Return the window's panels."""
    return window._docks


async def panel(window: MainWindow, kind: type) -> QWidget:
    """Bring a panel to the front."""
    docks_of(window).bring_forward(kind)
    return window


async def inspector(window: MainWindow, page: int) -> QWidget:
    """Bring a page of the inspector to the front."""
    docks_of(window).bring_forward(INSPECTOR)
    tabs = window.findChild(QTabWidget, "inspectorTabs")
    assert tabs is not None
    tabs.setCurrentIndex(page)
    return window


async def bottom_panel(window: MainWindow, name: str) -> QWidget:
    """Show a panel that is switched on and off, then switch it off before the next."""
    window.actions_by_name[name].trigger()
    await settled()
    return window


async def side_by_side(window: MainWindow, mode: str) -> QWidget:
    """Show clips in all shapes, or in two styles."""
    docks_of(window).panel(STYLE).look(mode, "clean@1")
    await settled(6.0)
    return opened()[-1]


async def style_editor(window: MainWindow, section: int | None = None) -> QWidget:
    """Edit a copy of a style, with one section open."""
    styling = window._bench.styling
    docks_of(window).bring_forward(STYLE)
    if styling.draft is None:
        styling.edit_copy(_style(window))
        await settled(1.0)
    folds = docks_of(window).panel(STYLE).findChildren(Fold)
    for place, fold in enumerate(folds):
        if fold.is_open != (section is None or place == section):
            fold.findChild(QPushButton, f"foldHead_{fold.objectName().removeprefix('fold_')}").click()
    await settled(1.5)
    return window


def _style(window: MainWindow) -> Style:
    return next(style for style in window._bench.styling.styles() if style.name == "clean")


async def style_dialog(window: MainWindow, name: str) -> QWidget:
    """Open a dialog of the style panel."""
    await style_editor(window)
    shown = docks_of(window).panel(STYLE)
    if name == "publish":
        shown._on_publish()
    elif name == "brand":
        shown._on_check()
    elif name == "versions":
        shown._on_versions("clean")
    else:
        shown.apply(_style(window))
    await settled(1.5)
    return opened()[-1]


async def leave_editor(window: MainWindow) -> QWidget:
    """Go back to the list of styles."""
    window._bench.styling.open("")
    docks_of(window).bring_forward(STYLE)
    return window


async def feed(window: MainWindow) -> QWidget:
    """Show a podcast's episodes in the dialog that asks for an address."""
    dialog = FetchDialog(window._bench.fetching, _FEED, window)
    now = time.time()
    titles = ("Pricing without fear", "How we hired the first ten people, and whom we should not have", "Pilot")
    episodes = tuple(
        Episode(
            id=title, title=title, url=_FEED, published=now - 604_800.0 * n, seconds=2711.0 + n, is_taken=n == 1
        )
        for n, title in enumerate(titles)
    )
    dialog.open()
    dialog._on_go = lambda: None  # type: ignore[method-assign]
    dialog._feed = Feed(url=_FEED, title="The pricing show", episodes=episodes)
    dialog._show(dialog._feed)
    return dialog


async def first_steps(window: MainWindow, step: int) -> QWidget:
    """Show one of the first steps."""
    desk = window.first_run
    desk._store = FirstRun(None, has_runs=True)
    desk.open()
    dialog = next(each for each in opened() if isinstance(each, FirstRunDialog))
    for _ in range(step):
        dialog._on_next()
        await settled()
    return dialog


async def crash(window: MainWindow) -> QWidget:
    """Offer the way back after a crash."""
    run = window._bench.library.runs()[0]
    window.crashes.offer(Lost(Whereabouts(run.id, "", 1.0), _REPORT, Path(_REPORT[:9])))
    return opened()[-1]


async def crash_report(window: MainWindow) -> QWidget:
    """Show a crash's report."""
    window.crashes._show(_REPORT, None)
    return opened()[-1]


async def notice(window: MainWindow, level: str) -> QWidget:
    """Tell something over the window."""
    window._notice.dismiss()
    sentence = "Could not read /home/ana/Videos/Episode 12.mp4: the file ends in the middle of a picture."
    window._notice.tell(level, sentence, "Try again", lambda: None)
    return window


async def stale(window: MainWindow) -> QWidget:
    """Say that a run is out of date."""
    stages = (RedoneStage(stage="plan", jobs=1, reason="a newer version"),)
    window._notice.dismiss()
    window._stale.show_stale("no run", Redo(stages=stages, seconds=40.0))
    return window


async def no_stale(window: MainWindow) -> QWidget:
    """Say so no more, and show the list of clips with a filter that none passes."""
    window._stale.settle("no run")
    docks_of(window).bring_forward(CLIPS)
    return window


async def start_page(window: MainWindow) -> QWidget:
    """Leave the run."""
    window.actions_by_name["start_page"].trigger()
    await settled()
    return window


async def run_in_state(window: MainWindow, state: str) -> QWidget:
    """Open a run in some state."""
    window.open_run(next(run.id for run in window._bench.library.runs() if run.state == state))
    await settled(1.5)
    return window


PLACES: dict[str, Place] = {
    "start": start_page,
    "failed run": partial(run_in_state, state="failed"),
    "review": partial(run_in_state, state="analysis_complete"),
    "clips": partial(panel, kind=CLIPS),
    "runs": partial(panel, kind=RUNS),
    "transcript": partial(panel, kind=TRANSCRIPT),
    "insights": partial(panel, kind=INSIGHTS),
    "timeline": partial(panel, kind=TIMELINE),
    **{
        f"inspector {name}": partial(inspector, page=page)
        for page, name in enumerate(("clip", "captions", "framing", "sound"))
    },
    "styles": leave_editor,
    **{f"style {n}": partial(style_editor, section=n) for n in range(12)},
    **{f"style {name}": partial(style_dialog, name=name) for name in ("publish", "brand", "versions", "apply")},
    "styles again": leave_editor,
    "shapes": partial(side_by_side, mode=SHAPES),
    "compare": partial(side_by_side, mode=COMPARE),
    "jobs": partial(bottom_panel, name="jobs"),
    "jobs off": partial(bottom_panel, name="jobs"),
    "dashboard": partial(bottom_panel, name="dashboard"),
    "dashboard off": partial(bottom_panel, name="dashboard"),
    **{
        name: partial(command, name=name)
        for name in (
            *("export", "hand_off", "models", "show_keys", "run_options", "storage", "fine_tune", "translate"),
            *("guide", "source_report", "replay", "show_log", "find_command", "go_to_time", "save_layout"),
            *("import_address", "ranking", "search", "contact_sheet", "destinations", "morning_report", "recipes"),
            *("workspaces", "statement", "about", "publish", "presets", "twins"),
        )
    },
    **{f"settings {n}": partial(page_of, name="settings", page=n) for n in range(7)},
    "feed": feed,
    **{f"first steps {n}": partial(first_steps, step=n) for n in range(3)},
    "crash": crash,
    "crash report": crash_report,
    **{f"notice {level}": partial(notice, level=level) for level in ("error", "done")},
    "stale": stale,
    "no longer stale": no_stale,
}


def close_others(window: MainWindow) -> None:
    """Close whatever is open beside the window."""
    for top in opened():
        top.close()
    for dialog in window.findChildren(QDialog):
        dialog.close()
