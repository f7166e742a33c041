"""A bar above the review that says a run is out of date, before anything is redone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from core.schema.queue import Redo
from ui.controllers.redo import jobs_in, stale_words
from ui.theme import px
from ui.widgets.basics import ElidedLabel, button, label, row
from ui.wording import tr

_WRAPS_FROM_PX = 560


class StaleBanner(QFrame):
    """Hidden until there is something to say, and where it gives way; `run_id` is the run it speaks of.

    Signals:
        redo_wanted(str), put_off(str): What the user wants of the run.
    """

    redo_wanted = Signal(str)
    put_off = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("staleBanner")
        self.run_id = ""
        self._jobs = 1
        self._gives_way = False
        self._is_short = False
        self._words = label("", wraps=True)
        self._words.setObjectName("staleWords")
        # Before it is shown it knows no width: what it says must not make the window wider.
        policy = self._words.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self._words.setSizePolicy(policy)
        self._short = ElidedLabel("")
        self._short.setObjectName("staleShort")
        # What it says is the tool tip of the bar.
        self._short.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._short.hide()
        self._redo = button(tr("Redo", "do again"), lambda: self.redo_wanted.emit(self.run_id), "retry")
        self._redo.setObjectName("staleRedo")
        later = button(tr("Not now"), lambda: self.put_off.emit(self.run_id))
        later.setObjectName("staleLater")
        layout = row(self._words, self._short, self._redo, later, spacing=12)
        layout.setContentsMargins(14, 8, 10, 8)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in one line where many would leave the picture no room; all of it is the tool tip then."""
        super().resizeEvent(event)
        self._choose_words()

    def show_stale(self, run_id: str, redo: Redo) -> None:
        """Say what redoing a run changes."""
        self.run_id = run_id
        self._words.setText(stale_words(redo))
        self._short.setText(tr("Made by an older version"))
        self._jobs = max(1, jobs_in(redo))
        self.setAccessibleName(self._words.text())
        self._choose_words()
        self.setVisible(not self._gives_way)

    def give_way(self, gives_way: bool) -> None:
        """Stand back while what the user looks at needs the room, and come again after."""
        self._gives_way = gives_way
        self.setVisible(bool(self.run_id) and not gives_way)

    def be_short(self, is_short: bool) -> None:
        """Say it in one line even where there is width for more."""
        self._is_short = is_short
        self._choose_words()

    def _choose_words(self) -> None:
        is_short = self._is_short or self.width() < px(_WRAPS_FROM_PX)
        self._words.setVisible(not is_short)
        self._short.setVisible(is_short)
        self._redo.setText(tr("Redo", "do again") if is_short else tr("Redo %n jobs", "", self._jobs))
        self.setToolTip(self._words.text() if is_short else "")

    def settle(self, run_id: str) -> None:
        """Say no more of a run."""
        if run_id == self.run_id:
            self.run_id = ""
            self.hide()
