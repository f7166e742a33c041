"""One file of an export: how far it is; once it is there its size, what the check found, a way to play it, and to
take it into another program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QProgressBar

from core.schema.publication import Publication
from core.schema.run import OutputRecord
from ui import theme
from ui.controllers.checks import failed_count, verdict
from ui.controllers.export import FileFacts
from ui.icons import icon
from ui.publish.publication_lines import PublicationLines
from ui.widgets.basics import ElidedLabel, button, column, label, restyle, row
from ui.widgets.file_drag import copy_files, drag_files, is_far_enough
from ui.widgets.timecode import file_size
from ui.wording import QT_TR_NOOP, told, tr

_STATES = {
    "pending": QT_TR_NOOP("Waiting"),
    "rendering": QT_TR_NOOP("Rendering"),
    "rendered": QT_TR_NOOP("Done"),
    "failed": QT_TR_NOOP("Failed"),
}
_SHAPE_PX, _SPACING_PX = 40, 10
_HINT = QT_TR_NOOP("Drag it into another program, or copy it (Ctrl+C). Double-click, or press Enter, to play it")
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FileRow(QFrame):
    """A row that can be walked to by key.

    Signals:
        opened(): The file shall be played.
        details_wanted(): What was checked in the file shall be shown.
        left(int): The user goes to the next row (1) or the one before (-1).
        gone(str): The file that was to be taken elsewhere is not there any more; its name.
        copied(str): The file was copied; its name.
        retried(Publication): Publishing it somewhere shall be tried again.
        said(str): Something was done with where it was published.
    """

    opened = Signal()
    details_wanted = Signal()
    left = Signal(int)
    gone = Signal(str)
    copied = Signal(str)
    retried = Signal(object)
    said = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("fileRow")
        self.setProperty("fileRow", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_there = False
        self._files: tuple[Path, ...] = ()
        self._pressed_at: QPoint | None = None
        self._title = ElidedLabel(title)
        self._shape = label("", "muted")
        self._shape.setMinimumWidth(_SHAPE_PX)
        self._state = label("", "small")
        theme.fix_width(self._state, 66)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(110)
        self._size = label("", "small")
        self._size.setObjectName("fileSize")
        self._verdict = button("", self.details_wanted.emit)
        self._verdict.setObjectName("fileVerdict")
        self._verdict.setProperty("flat", True)
        self._why = label("", "error", wraps=True)
        self._notes = label("", "small", wraps=True)
        self._notes.setObjectName("fileNotes")
        self._notes.hide()
        self._published = PublicationLines()
        self._published.retried.connect(self.retried)
        self._published.said.connect(self.said)
        line = row(
            self._shape, self._title, self._bar, self._size, self._state, self._verdict, spacing=_SPACING_PX
        )
        line.setStretch(1, 1)
        layout = column(spacing=2)
        layout.setContentsMargins(8, 3, 4, 3)
        layout.addLayout(line)
        for under in (self._why, self._notes, self._published):
            under.setContentsMargins(_SHAPE_PX + _SPACING_PX, 0, 0, 2)
            layout.addWidget(under)
        self.setLayout(layout)

    def show_output(
        self,
        output: OutputRecord,
        shape: str,
        facts: FileFacts | None,
        publications: Sequence[Publication] = (),
    ) -> None:
        """Show how a file stands, its shape in words, what is known of it, and where it is published."""
        is_done = output.state == "rendered"
        self._is_there = is_done and bool(output.files)
        self._files = output.files if self._is_there else ()
        if output.files:
            self._title.setText(output.files[0].name)
        self._shape.setText(shape)
        self._bar.setVisible(not is_done)
        self._bar.setValue(round(output.fraction * 1000))
        restyle(self._bar, "state", "failed" if output.state == "failed" else "working")
        said = verdict(output.checks) if is_done else ""
        self._state.setText(tr(_STATES[output.state]))
        self._state.setVisible(not said)
        restyle(self._state, "role", "error" if output.state == "failed" else "small")
        size = facts.size_bytes if is_done and facts else None
        self._size.setText(file_size(size) if size is not None else "")
        self._show_verdict(output, said)
        self._why.setText(told(output.error))
        self._show_notes(facts.notes if is_done and facts else ())
        self._published.show_publications(publications if is_done else ())
        words = (
            *(shape, self._title.text(), tr(_STATES[output.state]), self._size.text(), said),
            self._published.words(),
        )
        self.setAccessibleName(", ".join(part for part in words if part))
        self.setToolTip(tr(_HINT) if self._is_there else "")
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._is_there else Qt.CursorShape.ArrowCursor)

    def _show_verdict(self, output: OutputRecord, said: str) -> None:
        is_fine = not failed_count(output.checks)
        if said != self._verdict.text():
            self._verdict.setText(said)
            self._verdict.setIcon(icon("done", "approved") if is_fine else icon("warning", "warning"))
            self._verdict.setToolTip(tr("What was checked in the finished file"))
        self._verdict.setVisible(bool(said))

    def _show_notes(self, notes: tuple[str, ...]) -> None:
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if is_left and self._is_there else None
        # Else the movements would be told to whoever lies below.
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the video out of the window."""
        start = self._pressed_at
        if start is None or not is_far_enough(start, event.position().toPoint()):
            return
        self._pressed_at = None
        if not drag_files(self, self._files[:1]):
            self.gone.emit(self._files[0].name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Forget where a drag might have begun."""
        self._pressed_at = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Play the file."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_there:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk between rows, play the file with Enter, copy it, and show what was checked with Space."""
        if self._is_there and event.matches(QKeySequence.StandardKey.Copy):
            told = self.copied if copy_files(self._files[:1]) else self.gone
            told.emit(self._files[0].name)
        elif event.key() in _STEPS:
            self.left.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._is_there:
                self.opened.emit()
        elif event.key() == Qt.Key.Key_Space and self._verdict.isVisible():
            self.details_wanted.emit()
        else:
            super().keyPressEvent(event)
