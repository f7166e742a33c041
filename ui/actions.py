"""Every command of the window in one table: its name, keys and group; `?` shows it.

A command fires through one `QAction` each. Keys without Ctrl are plain letters, so `TypingGuard` gives them to the
text field that has the focus instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.focus_keys import FocusKeys
from ui.wording import QT_TR_NOOP, tr


@dataclass(frozen=True)
class Command:
    """One command: `name` is stable, `label` is shown (through `tr`), `keys` are portable key sequences."""

    name: str
    label: str
    keys: tuple[str, ...]
    group: str


COMMANDS: tuple[Command, ...] = (
    Command("play_pause", QT_TR_NOOP("Play or pause"), ("Space", "K"), "Play"),
    Command("slower", QT_TR_NOOP("Slower, then backwards"), ("J",), "Play"),
    Command("faster", QT_TR_NOOP("Faster"), ("L",), "Play"),
    Command("frame_back", QT_TR_NOOP("One frame back"), ("Left",), "Play"),
    Command("frame_forward", QT_TR_NOOP("One frame forward"), ("Right",), "Play"),
    Command("second_back", QT_TR_NOOP("One second back"), ("Shift+Left",), "Play"),
    Command("second_forward", QT_TR_NOOP("One second forward"), ("Shift+Right",), "Play"),
    Command("play_clip", QT_TR_NOOP("Play the clip from its start"), ("Return", "Enter"), "Play"),
    Command("go_to_time", QT_TR_NOOP("Go to a time…"), ("G",), "Play"),
    Command("loop", QT_TR_NOOP("Loop the clip"), ("Shift+L",), "Play"),
    Command("previous_clip", QT_TR_NOOP("Previous clip"), ("Up",), "Review"),
    Command("next_clip", QT_TR_NOOP("Next clip"), ("Down",), "Review"),
    Command("next_undecided", QT_TR_NOOP("Next clip to decide"), ("U",), "Review"),
    Command("approve", QT_TR_NOOP("Approve"), ("A",), "Review"),
    Command("reject", QT_TR_NOOP("Reject"), ("X",), "Review"),
    Command("maybe", QT_TR_NOOP("Maybe"), ("M",), "Review"),
    Command("note", QT_TR_NOOP("Write a note on the clip"), ("T",), "Review"),
    Command("goes_on", QT_TR_NOOP("Go on to the next after a decision"), (), "Review"),
    Command("set_in", QT_TR_NOOP("Start the clip at the playhead"), ("I",), "Trim"),
    Command("set_out", QT_TR_NOOP("End the clip at the playhead"), ("O",), "Trim"),
    Command("in_earlier", QT_TR_NOOP("Start a word earlier"), ("[",), "Trim"),
    Command("in_later", QT_TR_NOOP("Start a word later"), ("]",), "Trim"),
    Command("out_earlier", QT_TR_NOOP("End a word earlier"), ("{",), "Trim"),
    Command("out_later", QT_TR_NOOP("End a word later"), ("}",), "Trim"),
    Command("adjust_framing", QT_TR_NOOP("Adjust the framing by hand"), ("C",), "Framing"),
    Command("compare_framing", QT_TR_NOOP("Before and after: automatic, or as recorded"), ("B",), "Framing"),
    Command("previous_keyframe", QT_TR_NOOP("Previous crop set by hand"), (",",), "Framing"),
    Command("next_keyframe", QT_TR_NOOP("Next crop set by hand"), (".",), "Framing"),
    Command("automatic_framing", QT_TR_NOOP("Back to automatic framing"), ("Shift+C",), "Framing"),
    Command("split", QT_TR_NOOP("Split the clip at the playhead"), ("S",), "Trim"),
    Command("merge_next", QT_TR_NOOP("Merge with the next clip"), ("Shift+M",), "Trim"),
    Command("duplicate", QT_TR_NOOP("Duplicate the clip"), ("Ctrl+D",), "Trim"),
    Command("cut_words", QT_TR_NOOP("Cut the selected words"), ("Del", "Backspace"), "Trim"),
    Command("search", QT_TR_NOOP("Search everything that was said…"), ("Ctrl+Shift+F",), "Words"),
    Command("find", QT_TR_NOOP("Find in the transcript…"), ("Ctrl+F",), "Words"),
    Command("find_next", QT_TR_NOOP("Next place that was found"), ("F3",), "Words"),
    Command("find_previous", QT_TR_NOOP("Previous place that was found"), ("Shift+F3",), "Words"),
    Command("replace", QT_TR_NOOP("Replace in the transcript…"), ("Ctrl+H",), "Words"),
    Command("correct_words", QT_TR_NOOP("Correct the words at hand"), ("F2",), "Words"),
    Command("next_doubt", QT_TR_NOOP("Next words to read again"), ("F8",), "Words"),
    Command("previous_doubt", QT_TR_NOOP("Previous words to read again"), ("Shift+F8",), "Words"),
    Command("next_conflict", QT_TR_NOOP("Next disagreement with a newer transcription"), ("F9",), "Words"),
    Command("aspect_1", QT_TR_NOOP("Preview 9:16"), ("1",), "View"),
    Command("aspect_2", QT_TR_NOOP("Preview 1:1"), ("2",), "View"),
    Command("aspect_3", QT_TR_NOOP("Preview 16:9"), ("3",), "View"),
    Command("aspect_4", QT_TR_NOOP("Preview 4:5"), ("4",), "View"),
    Command("source_view", QT_TR_NOOP("Watch the whole source"), ("0",), "View"),
    Command("safe_zones", QT_TR_NOOP("Show safe zones"), ("V",), "View"),
    Command("fit_timeline", QT_TR_NOOP("Timeline: clip or whole episode"), ("Z",), "Timeline"),
    Command("whole_timeline", QT_TR_NOOP("Timeline: whole episode"), ("Shift+Z",), "Timeline"),
    Command("zoom_in_timeline", QT_TR_NOOP("Timeline: nearer"), ("+", "="), "Timeline"),
    Command("zoom_out_timeline", QT_TR_NOOP("Timeline: farther"), ("-",), "Timeline"),
    Command("earlier_timeline", QT_TR_NOOP("Timeline: a page earlier"), ("Alt+PgUp",), "Timeline"),
    Command("later_timeline", QT_TR_NOOP("Timeline: a page later"), ("Alt+PgDown",), "Timeline"),
    Command("mark_in", QT_TR_NOOP("Mark where a new clip starts"), ("Shift+I",), "Timeline"),
    Command("mark_out", QT_TR_NOOP("Mark where a new clip ends"), ("Shift+O",), "Timeline"),
    Command("new_clip", QT_TR_NOOP("New clip of what is marked"), ("Shift+N",), "Timeline"),
    Command("move_earlier", QT_TR_NOOP("Move the clip a word earlier"), ("Alt+Left",), "Timeline"),
    Command("move_later", QT_TR_NOOP("Move the clip a word later"), ("Alt+Right",), "Timeline"),
    Command("ranking", QT_TR_NOOP("How clips are ranked"), ("W",), "View"),
    Command("dashboard", QT_TR_NOOP("Dashboard"), ("D",), "View"),
    Command("insights", QT_TR_NOOP("Go to the insights"), ("N",), "View"),
    Command("styles", QT_TR_NOOP("Go to the styles"), ("Y",), "View"),
    Command("full_screen", QT_TR_NOOP("Full screen"), ("F",), "View"),
    Command("import_video", QT_TR_NOOP("Import video…"), ("Ctrl+I",), "Project"),
    Command("import_address", QT_TR_NOOP("Import from address…"), ("Ctrl+Shift+I",), "Project"),
    Command("export", QT_TR_NOOP("Export approved clips…"), ("Ctrl+E",), "Project"),
    Command("publish", QT_TR_NOOP("Publish finished clips…"), ("Ctrl+U",), "Run"),
    Command("show_runs", QT_TR_NOOP("Go to the list of runs"), ("R",), "Run"),
    Command("stop_run", QT_TR_NOOP("Stop this run"), (), "Run"),
    Command("resume_run", QT_TR_NOOP("Resume, or retry what failed"), ("Ctrl+R",), "Run"),
    Command("replay", QT_TR_NOOP("Replay from a stage…"), ("Ctrl+Shift+R",), "Run"),
    Command("source_report", QT_TR_NOOP("Source report"), ("H",), "Run"),
    Command("hand_off", QT_TR_NOOP("Hand off to an editor…"), ("Ctrl+Shift+E",), "Run"),
    Command("read_back", QT_TR_NOOP("Read changes back…"), (), "Run"),
    Command("contact_sheet", QT_TR_NOOP("Contact sheet…"), (), "Run"),
    Command("read_answers", QT_TR_NOOP("Read answers of a contact sheet…"), (), "Run"),
    Command("translate", QT_TR_NOOP("Translate captions…"), ("Ctrl+T",), "Run"),
    Command("show_log", QT_TR_NOOP("Show the log"), ("Ctrl+L",), "Run"),
    Command("jobs", QT_TR_NOOP("Jobs"), ("Ctrl+J",), "Project"),
    Command("pause_queue", QT_TR_NOOP("Pause the queue"), ("Ctrl+P",), "Project"),
    Command("undo", QT_TR_NOOP("Undo"), ("Ctrl+Z",), "Project"),
    Command("redo", QT_TR_NOOP("Redo"), ("Ctrl+Shift+Z",), "Project"),
    Command("open_sample", QT_TR_NOOP("Open the sample"), (), "Project"),
    Command("destinations", QT_TR_NOOP("Destinations…"), (), "Project"),
    Command("run_options", QT_TR_NOOP("Options for new runs…"), (), "Project"),
    Command("morning_report", QT_TR_NOOP("Morning report…"), ("Ctrl+Shift+M",), "Project"),
    Command("recipes", QT_TR_NOOP("Recipes…"), ("Ctrl+Shift+P",), "Project"),
    Command("presets", QT_TR_NOOP("Presets…"), (), "Project"),
    Command("twins", QT_TR_NOOP("Clips that say the same…"), (), "Project"),
    Command("workspaces", QT_TR_NOOP("Workspaces…"), ("Ctrl+Shift+O",), "Project"),
    Command("storage", QT_TR_NOOP("Storage…"), (), "Project"),
    Command("statement", QT_TR_NOOP("Statement…"), (), "Project"),
    Command("models", QT_TR_NOOP("Models…"), ("Ctrl+M",), "Project"),
    Command("fine_tune", QT_TR_NOOP("Fine-tune a language model…"), (), "Project"),
    Command("settings", QT_TR_NOOP("Settings…"), ("Ctrl+,",), "Project"),
    Command("guide", QT_TR_NOOP("User guide"), ("F1",), "Project"),
    Command("tips", QT_TR_NOOP("Show tips again"), (), "Project"),
    Command("set_up", QT_TR_NOOP("Set up Shortlist…"), (), "Project"),
    Command("about", QT_TR_NOOP("About Shortlist"), (), "Project"),
    Command("start_page", QT_TR_NOOP("Start page"), (), "Project"),
    Command("close_window", QT_TR_NOOP("Close window"), ("Ctrl+Q",), "Project"),
    Command("theme_system", QT_TR_NOOP("Theme: as the system"), (), "View"),
    Command("theme_dark", QT_TR_NOOP("Theme: dark"), (), "View"),
    Command("theme_light", QT_TR_NOOP("Theme: light"), (), "View"),
    Command("larger_text", QT_TR_NOOP("Larger text"), ("Ctrl++", "Ctrl+="), "View"),
    Command("smaller_text", QT_TR_NOOP("Smaller text"), ("Ctrl+-",), "View"),
    Command("usual_text", QT_TR_NOOP("Usual size of text"), ("Ctrl+0",), "View"),
    Command("arrange_panels", QT_TR_NOOP("Arrange panels"), ("Ctrl+Shift+A",), "View"),
    Command("panel_left", QT_TR_NOOP("Move this panel to the left"), ("Alt+Shift+Left",), "View"),
    Command("panel_right", QT_TR_NOOP("Move this panel to the right"), ("Alt+Shift+Right",), "View"),
    Command("panel_bottom", QT_TR_NOOP("Move this panel to the bottom"), ("Alt+Shift+Down",), "View"),
    Command("panel_float", QT_TR_NOOP("Make this panel a window of its own"), ("Alt+Shift+Up",), "View"),
    Command("save_layout", QT_TR_NOOP("Save the layout…"), (), "View"),
    Command("reset_layout", QT_TR_NOOP("Reset the layout"), (), "View"),
    Command("find_command", QT_TR_NOOP("Find a command, run or clip…"), ("Ctrl+K",), "Project"),
    Command("show_keys", QT_TR_NOOP("Keyboard shortcuts"), ("?",), "Project"),
)


_SHIFTED_SIGNS = frozenset('{}?!<>:"+*')
# What goes on while its key is held down; a clip that is split or doubled once more by a key held too long is not.
_REPEATED = frozenset(
    {
        *("frame_back", "frame_forward", "second_back", "second_forward", "slower", "faster"),
        *("previous_clip", "next_clip"),
        *("in_earlier", "in_later", "out_earlier", "out_later", "move_earlier", "move_later"),
        *("zoom_in_timeline", "zoom_out_timeline", "earlier_timeline", "later_timeline"),
    }
)


def group_title(group: str) -> str:
    """Return how a group of commands is called in the window."""
    known = {
        "Play": tr("Play", "group of commands"),
        "Review": tr("Review", "group of commands"),
        "Trim": tr("Trim", "group of commands"),
        "Framing": tr("Framing", "group of commands"),
        "Words": tr("Words", "group of commands"),
        "Timeline": tr("Timeline", "group of commands"),
        "View": tr("View", "group of commands"),
        "Run": tr("Run", "group of commands"),
        "Project": tr("Project", "group of commands"),
    }
    return known[group]


# macOS moves these into the menu of the program. All others are to stay where they are: left to itself it goes by
# their words, and would take "Options for new runs" for the settings.
_ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
    "close_window": QAction.MenuRole.QuitRole,
}


# Of the project's commands those that mean the open run, as all others do.
_OF_RUN = frozenset({"undo", "redo", "export"})


def make_actions(
    window: QWidget, handlers: dict[str, Callable[[], object]], once_open: Callable[[Callable[[], object]], None]
) -> dict[str, QAction]:
    """Return one action per command, added to the window; each command must have its handler.

    Args:
        window: Where commands are given.
        handlers: What each command does.
        once_open: Does what means the open run, when that is there: a key that is pressed while a run is being
            opened is for that one.

    Raises:
        KeyError: A command has no handler.
    """
    made: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(tr(command.label), window)
        action.setObjectName(f"action_{command.name}")
        action.setShortcuts(sequences(command.keys))
        action.setMenuRole(_ROLES.get(command.name, QAction.MenuRole.NoRole))
        action.setAutoRepeat(command.name in _REPEATED)
        handler = handlers[command.name]
        if command.group != "Project" or command.name in _OF_RUN:
            handler = partial(once_open, handler)
        action.triggered.connect(lambda _checked=False, run=handler: run())
        window.addAction(action)
        made[command.name] = action
    return made


def sequences(keys: Sequence[str]) -> list[QKeySequence]:
    """Return a command's keys; signs that some keyboards type with Shift are known with it and without."""
    shifted = [f"Shift+{each}" for each in keys if each in _SHIFTED_SIGNS]
    return [QKeySequence(each) for each in (*keys, *shifted)]


class TypingGuard(FocusKeys):
    """Keeps shortcuts from firing while the focused widget has its own use for the key."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key for the focused widget where it, or one that it stands in, uses it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_claimed(watched, event)
        ):
            event.accept()
            return True
        return False


def is_claimed(watched: QObject, event: QKeyEvent) -> bool:
    """Whether a widget, or one that it stands in up to its window, uses this key itself."""
    while not wants_key(watched, event):
        above = watched.parentWidget() if isinstance(watched, QWidget) and not watched.isWindow() else None
        if above is None:
            return False
        watched = above
    return True


_BUTTON_KEYS = {Qt.Key.Key_Space}
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_SLIDER_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
_UNDO_KEYS = {Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X}


def wants_key(watched: QObject, event: QKeyEvent) -> bool:
    """Whether a widget that has the focus uses this key itself; one of ours says so in its property `ownKeys`."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
    if _is_text_input(watched):
        if Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            return False
        return not held or event.key() in _UNDO_KEYS
    if held:
        return False
    if owned := watched.property("ownKeys"):
        return event.key() in owned
    if isinstance(watched, QAbstractButton) and _is_one_of_several(watched) and event.key() in _ARROWS:
        return True
    if isinstance(watched, (QAbstractButton, QComboBox)):
        return event.key() in _BUTTON_KEYS
    if isinstance(watched, (QTabBar, QAbstractSlider)):
        return event.key() in _SLIDER_KEYS
    return False


def _is_one_of_several(watched: QAbstractButton) -> bool:
    """Whether arrows choose among a button and its neighbours: Tab comes to the chosen one alone."""
    group = watched.group()
    return group is not None and group.exclusive()


def _is_text_input(watched: QObject) -> bool:
    if isinstance(watched, (QLineEdit, QAbstractSpinBox)):
        return True
    return isinstance(watched, (QTextEdit, QPlainTextEdit)) and not watched.isReadOnly()
