"""The menu bar as a table of command names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.wording import QT_TR_NOOP, tr


@dataclass(frozen=True)
class Submenu:
    """A menu inside a menu."""

    title: str
    names: tuple[str | None, ...]


# The recipes are listed in it, above the command that shows them all.
RECIPES = Submenu(QT_TR_NOOP("Recipe for new runs"), ("recipes",))


# None is a line between entries; "panels" is where the panels' switches go.
_Names = tuple[str | Submenu | None, ...]
_FILE: _Names = (
    "import_video",
    "import_address",
    "open_sample",
    "run_options",
    RECIPES,
    "morning_report",
    None,
    "pause_queue",
    "workspaces",
    "storage",
    "statement",
    "twins",
    None,
    "export",
    "publish",
)
_LEAVE: _Names = (
    None,
    "presets",
    "destinations",
    "models",
    "fine_tune",
    "settings",
    None,
    "start_page",
    "close_window",
)
_RUN: _Names = (
    "show_runs",
    None,
    "stop_run",
    "resume_run",
    "replay",
    None,
    "publish",
    "hand_off",
    "read_back",
    None,
    "contact_sheet",
    "read_answers",
    None,
    "translate",
    "source_report",
    "show_log",
)
_CLIP: _Names = (
    "approve",
    "maybe",
    "reject",
    "goes_on",
    "note",
    None,
    "previous_clip",
    "next_clip",
    "next_undecided",
    None,
)
_TRIM: _Names = (
    *("set_in", "set_out", "in_earlier", "in_later", "out_earlier", "out_later", "move_earlier", "move_later"),
    *(None, "mark_in", "mark_out", "new_clip"),
)
_FRAMING: _Names = (
    None,
    "adjust_framing",
    "compare_framing",
    "automatic_framing",
    "previous_keyframe",
    "next_keyframe",
)
_PLAY: _Names = ("play_pause", "play_clip", "loop", None, "slower", "faster", None)
_STEP: _Names = ("frame_back", "frame_forward", "second_back", "second_forward", "go_to_time")
_FIND: _Names = ("search", "find", "find_next", "find_previous", "replace", None)
_WORDS: _Names = (*_FIND, "correct_words", "next_doubt", "previous_doubt", "next_conflict")
_SHAPES: _Names = ("aspect_1", "aspect_2", "aspect_3", "aspect_4", "source_view", None)
_TIMELINE = (
    *("fit_timeline", "whole_timeline", None, "zoom_in_timeline", "zoom_out_timeline"),
    *("earlier_timeline", "later_timeline"),
)
_LAYOUT: _Names = (
    "safe_zones",
    Submenu(QT_TR_NOOP("Timeline view"), _TIMELINE),
    None,
    "panels",
    None,
    "ranking",
    "insights",
    "styles",
    "dashboard",
    "jobs",
    None,
    "arrange_panels",
    Submenu(QT_TR_NOOP("Move panel"), ("panel_left", "panel_right", "panel_bottom", "panel_float")),
    Submenu(QT_TR_NOOP("Layouts"), ("save_layout", "reset_layout", None)),
    None,
    Submenu(QT_TR_NOOP("Theme"), ("theme_system", "theme_dark", "theme_light")),
    Submenu(QT_TR_NOOP("Text size"), ("larger_text", "smaller_text", "usual_text")),
    None,
    "full_screen",
)
# The letter behind & opens a menu together with Alt, where the platform has that.
MENUS: tuple[tuple[str, _Names], ...] = (
    (QT_TR_NOOP("&File"), (*_FILE, *_LEAVE)),
    (QT_TR_NOOP("&Edit"), ("undo", "redo", None, "split", "merge_next", "duplicate", "cut_words", None, *_WORDS)),
    (QT_TR_NOOP("&Clip"), (*_CLIP, *_TRIM, *_FRAMING)),
    (QT_TR_NOOP("&Run"), _RUN),
    (QT_TR_NOOP("&Play"), (*_PLAY, *_STEP)),
    (QT_TR_NOOP("&View"), (*_SHAPES, *_LAYOUT)),
    (QT_TR_NOOP("&Help"), ("guide", "find_command", "show_keys", None, "tips", "set_up", None, "about")),
)
IMPORT_MENU: _Names = ("import_video", "import_address", "open_sample", None, RECIPES, "run_options")


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction], panels: Sequence[QAction]) -> None:
    """Fill the menu bar; `panels` are the switches that show and hide panels."""
    for title, names in MENUS:
        fill_menu(bar.addMenu(tr(title)), names, actions, panels)


def find_menu(bar: QMenuBar | QMenu, title: str) -> QMenu:
    """Return a menu inside a menu, or inside one of the bar."""
    found = bar.findChild(QMenu, f"menu_{title}")
    assert isinstance(found, QMenu)
    return found


def fill_menu(
    menu: QMenu,
    names: Sequence[str | Submenu | None],
    actions: Mapping[str, QAction],
    panels: Sequence[QAction] = (),
) -> None:
    """Fill one menu with commands by their names."""
    for name in names:
        if name is None:
            menu.addSeparator()
        elif isinstance(name, Submenu):
            inner = menu.addMenu(tr(name.title))
            inner.setObjectName(f"menu_{name.title}")
            fill_menu(inner, name.names, actions, panels)
        elif name == "panels":
            menu.addActions(list(panels))
        else:
            menu.addAction(actions[name])
