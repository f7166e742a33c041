"""Every command of the window in one table: its name, keys and group; `?` shows it.

A command fires through one `QAction` each. Keys without Ctrl are plain letters, so `TypingGuard` gives them to the
text field that has the focus instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)


@dataclass(frozen=True)
class Command:
    """One command: `name` is stable, `label` is shown, `keys` are portable key sequences."""

    name: str
    label: str
    keys: tuple[str, ...]
    group: str


COMMANDS: tuple[Command, ...] = (
    Command("play_pause", "Play or pause", ("Space", "K"), "Play"),
    Command("slower", "Slower, then backwards", ("J",), "Play"),
    Command("faster", "Faster", ("L",), "Play"),
    Command("frame_back", "One frame back", ("Left",), "Play"),
    Command("frame_forward", "One frame forward", ("Right",), "Play"),
    Command("second_back", "One second back", ("Shift+Left",), "Play"),
    Command("second_forward", "One second forward", ("Shift+Right",), "Play"),
    Command("play_clip", "Play the clip from its start", ("Return", "Enter"), "Play"),
    Command("go_to_time", "Go to a time…", ("G",), "Play"),
    Command("loop", "Loop the clip", ("Shift+L",), "Play"),
    Command("previous_clip", "Previous clip", ("Up",), "Review"),
    Command("next_clip", "Next clip", ("Down",), "Review"),
    Command("next_undecided", "Next clip to decide", ("U",), "Review"),
    Command("approve", "Approve", ("A",), "Review"),
    Command("reject", "Reject", ("X",), "Review"),
    Command("maybe", "Maybe", ("M",), "Review"),
    Command("note", "Write a note on the clip", ("T",), "Review"),
    Command("goes_on", "Go on to the next after a decision", (), "Review"),
    Command("set_in", "Start the clip at the playhead", ("I",), "Trim"),
    Command("set_out", "End the clip at the playhead", ("O",), "Trim"),
    Command("in_earlier", "Start a word earlier", ("[",), "Trim"),
    Command("in_later", "Start a word later", ("]",), "Trim"),
    Command("out_earlier", "End a word earlier", ("{",), "Trim"),
    Command("out_later", "End a word later", ("}",), "Trim"),
    Command("adjust_framing", "Adjust the framing by hand", ("C",), "Framing"),
    Command("compare_framing", "Before and after: automatic, or as recorded", ("B",), "Framing"),
    Command("previous_keyframe", "Previous crop set by hand", (",",), "Framing"),
    Command("next_keyframe", "Next crop set by hand", (".",), "Framing"),
    Command("automatic_framing", "Back to automatic framing", ("Shift+C",), "Framing"),
    Command("split", "Split the clip at the playhead", ("S",), "Trim"),
    Command("merge_next", "Merge with the next clip", ("Shift+M",), "Trim"),
    Command("duplicate", "Duplicate the clip", ("Ctrl+D",), "Trim"),
    Command("cut_words", "Cut the selected words", ("Del", "Backspace"), "Trim"),
    Command("find", "Find in the transcript…", ("Ctrl+F",), "Words"),
    Command("find_next", "Next place that was found", ("F3",), "Words"),
    Command("find_previous", "Previous place that was found", ("Shift+F3",), "Words"),
    Command("replace", "Replace in the transcript…", ("Ctrl+H",), "Words"),
    Command("correct_words", "Correct the words at hand", ("F2",), "Words"),
    Command("next_doubt", "Next words to read again", ("F8",), "Words"),
    Command("previous_doubt", "Previous words to read again", ("Shift+F8",), "Words"),
    Command("next_conflict", "Next disagreement with a newer transcription", ("F9",), "Words"),
    Command("aspect_1", "Preview 9:16", ("1",), "View"),
    Command("aspect_2", "Preview 1:1", ("2",), "View"),
    Command("aspect_3", "Preview 16:9", ("3",), "View"),
    Command("aspect_4", "Preview 4:5", ("4",), "View"),
    Command("source_view", "Watch the whole source", ("0",), "View"),
    Command("safe_zones", "Show safe zones", ("V",), "View"),
    Command("fit_timeline", "Timeline: clip or whole episode", ("Z",), "Timeline"),
    Command("whole_timeline", "Timeline: whole episode", ("Shift+Z",), "Timeline"),
    Command("zoom_in_timeline", "Timeline: nearer", ("+", "="), "Timeline"),
    Command("zoom_out_timeline", "Timeline: farther", ("-",), "Timeline"),
    Command("earlier_timeline", "Timeline: a page earlier", ("Alt+PgUp",), "Timeline"),
    Command("later_timeline", "Timeline: a page later", ("Alt+PgDown",), "Timeline"),
    Command("mark_in", "Mark where a new clip starts", ("Shift+I",), "Timeline"),
    Command("mark_out", "Mark where a new clip ends", ("Shift+O",), "Timeline"),
    Command("new_clip", "New clip of what is marked", ("Shift+N",), "Timeline"),
    Command("move_earlier", "Move the clip a word earlier", ("Alt+Left",), "Timeline"),
    Command("move_later", "Move the clip a word later", ("Alt+Right",), "Timeline"),
    Command("ranking", "How clips are ranked", ("W",), "View"),
    Command("dashboard", "Dashboard", ("D",), "View"),
    Command("insights", "Insights", ("N",), "View"),
    Command("styles", "Styles", ("Y",), "View"),
    Command("full_screen", "Full screen", ("F",), "View"),
    Command("import_video", "Import video…", ("Ctrl+I",), "Project"),
    Command("export", "Export approved clips…", ("Ctrl+E",), "Project"),
    Command("show_runs", "Go to the list of runs", ("R",), "Run"),
    Command("stop_run", "Stop this run", (), "Run"),
    Command("resume_run", "Resume, or retry what failed", ("Ctrl+R",), "Run"),
    Command("replay", "Replay from a stage…", ("Ctrl+Shift+R",), "Run"),
    Command("source_report", "Source report", ("H",), "Run"),
    Command("translate", "Translate captions…", ("Ctrl+T",), "Run"),
    Command("show_log", "Show the log", ("Ctrl+L",), "Run"),
    Command("jobs", "Jobs", ("Ctrl+J",), "Project"),
    Command("pause_queue", "Pause the queue", ("Ctrl+P",), "Project"),
    Command("undo", "Undo", ("Ctrl+Z",), "Project"),
    Command("redo", "Redo", ("Ctrl+Shift+Z",), "Project"),
    Command("open_sample", "Open the sample", (), "Project"),
    Command("run_options", "Options for new runs…", (), "Project"),
    Command("storage", "Storage…", (), "Project"),
    Command("models", "Models…", ("Ctrl+M",), "Project"),
    Command("fine_tune", "Fine-tune a language model…", (), "Project"),
    Command("settings", "Settings…", ("Ctrl+,",), "Project"),
    Command("guide", "User guide", ("F1",), "Project"),
    Command("tips", "Show tips again", (), "Project"),
    Command("set_up", "Set up Shortlist…", (), "Project"),
    Command("start_page", "Start page", (), "Project"),
    Command("close_window", "Close window", ("Ctrl+Q",), "Project"),
    Command("theme_system", "Theme: as the system", (), "View"),
    Command("theme_dark", "Theme: dark", (), "View"),
    Command("theme_light", "Theme: light", (), "View"),
    Command("larger_text", "Larger text", ("Ctrl++", "Ctrl+="), "View"),
    Command("smaller_text", "Smaller text", ("Ctrl+-",), "View"),
    Command("usual_text", "Usual size of text", ("Ctrl+0",), "View"),
    Command("arrange_panels", "Arrange panels", ("Ctrl+Shift+A",), "View"),
    Command("panel_left", "Move this panel to the left", ("Alt+Shift+Left",), "View"),
    Command("panel_right", "Move this panel to the right", ("Alt+Shift+Right",), "View"),
    Command("panel_bottom", "Move this panel to the bottom", ("Alt+Shift+Down",), "View"),
    Command("panel_float", "Make this panel a window of its own", ("Alt+Shift+Up",), "View"),
    Command("save_layout", "Save the layout…", (), "View"),
    Command("reset_layout", "Reset the layout", (), "View"),
    Command("find_command", "Find a command, run or clip…", ("Ctrl+K",), "Project"),
    Command("show_keys", "Keyboard shortcuts", ("?",), "Project"),
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


# macOS moves these into the menu of the program. All others are to stay where they are: left to itself it goes by
# their words, and would take "Options for new runs" for the settings.
_ROLES = {"settings": QAction.MenuRole.PreferencesRole, "close_window": QAction.MenuRole.QuitRole}


def make_actions(window: QWidget, handlers: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return one action per command, added to the window; each command must have its handler.

    Raises:
        KeyError: A command has no handler.
    """
    made: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(command.label, window)
        action.setObjectName(f"action_{command.name}")
        action.setShortcuts(sequences(command.keys))
        action.setMenuRole(_ROLES.get(command.name, QAction.MenuRole.NoRole))
        action.setAutoRepeat(command.name in _REPEATED)
        handler = handlers[command.name]
        action.triggered.connect(lambda _checked=False, run=handler: run())
        window.addAction(action)
        made[command.name] = action
    return made


def sequences(keys: Sequence[str]) -> list[QKeySequence]:
    """Return a command's keys; signs that some keyboards type with Shift are known with it and without."""
    shifted = [f"Shift+{each}" for each in keys if each in _SHIFTED_SIGNS]
    return [QKeySequence(each) for each in (*keys, *shifted)]


class TypingGuard(QObject):
    """Keeps shortcuts from firing while the focused widget has its own use for the key."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key for the focused widget where it is one that the widget uses."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and wants_key(watched, event)
        ):
            event.accept()
            return True
        return False


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
