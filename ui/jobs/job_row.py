"""One job: whose it is, what is done, how far it is and how long it still takes, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QProgressBar

from ui.controllers.jobs import Job
from ui.widgets.basics import ElidedLabel, column, icon_button, label, row
from ui.widgets.timecode import remaining
from ui.wording import tr

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYS = (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete)


class JobRow(QFrame):
    """A row that can be clicked and walked to by key.

    Signals:
        opened(): What the job belongs to shall be shown.
        stopped(): The job shall be stopped.
        left(int): The user goes to the next row (1) or the one before (-1).
    """

    opened = Signal()
    stopped = Signal()
    left = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("jobRow")
        self.setProperty("fileRow", True)
        self.setProperty("ownKeys", [key.value for key in _KEYS])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Click, or press Enter, to go there. Delete stops it"))
        self._title = ElidedLabel("", "strongBody")
        self._title.setObjectName("jobTitle")
        self._words = ElidedLabel("", "small")
        self._words.setObjectName("jobWords")
        self._left = label("", "small")
        self._left.setObjectName("jobLeft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._stop = icon_button("stop", tr("Stop"), self.stopped.emit)
        self._stop.setObjectName("jobStop")
        head = row(self._title, self._left, spacing=12)
        head.setStretch(0, 1)
        words = column(spacing=3)
        words.addLayout(head)
        words.addWidget(self._words)
        words.addWidget(self._bar)
        whole = row(spacing=8)
        whole.setContentsMargins(8, 5, 4, 6)
        whole.addLayout(words, 1)
        whole.addWidget(self._stop)
        self.setLayout(whole)

    def show_job(self, job: Job) -> None:
        """Show how a job stands."""
        left = remaining(job.remaining) if job.remaining is not None else ""
        share = "" if job.fraction is None else f"{round(job.fraction * 100)} %"
        figures = " · ".join(part for part in (share, left) if part)
        self._title.setText(job.title)
        self._words.setText(job.words)
        self._words.setVisible(bool(job.words))
        self._left.setText(figures)
        self._bar.setVisible(job.fraction is not None)
        self._bar.setValue(round((job.fraction or 0.0) * 1000))
        self._stop.setVisible(job.can_stop)
        self._stop.setAccessibleName(tr("Stop: {job}").format(job=job.title))
        self.setAccessibleName(", ".join(part for part in (job.title, job.words, figures) if part))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go where the job belongs."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the button to be let go of."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk between rows, go where the job belongs, or stop it."""
        if event.key() in _STEPS:
            self.left.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and not self._stop.isHidden():
            self.stopped.emit()
        else:
            super().keyPressEvent(event)
