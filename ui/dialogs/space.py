"""Asks before a run that will not fit the disk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from core.schema.storage import Preflight
from ui import theme
from ui.controllers.queue import QueueController, SpaceQuestion
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import about, dollars, file_size
from ui.wording import QT_TR_NOOP, tr

_WIDE_PX = 520
_PAUSES = QT_TR_NOOP(
    "If you start anyway, the work pauses where the space ends and goes on by itself once there is more."
)


class SpaceDialog(Dialog):
    """What a run needs, what is free, and three ways on. The question is answered however it is closed.

    Signals:
        freeing_wanted(): The user wants to see what can be freed; the question waits.
    """

    freeing_wanted = Signal()

    def __init__(self, question: SpaceQuestion, queue: QueueController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spaceDialog")
        self.setWindowTitle(tr("Not enough space"))
        self._question = question
        self._head = label("", "heading", wraps=True)
        self._head.setObjectName("spaceHead")
        self._figures = QFormLayout()
        self._figures.setHorizontalSpacing(24)
        self._figures.setVerticalSpacing(6)
        self._advice = label("", "muted", wraps=True)
        self._advice.setObjectName("spaceAdvice")
        self._free = button(tr("Free space…"), self.freeing_wanted.emit)
        self._free.setObjectName("spaceFree")
        self._start = button("", self.accept)
        self._start.setObjectName("spaceStart")
        cancel = button(tr("Cancel"), self.reject)
        cancel.setObjectName("spaceCancel")
        layout = column(self._head, spacing=14)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(self._figures)
        layout.addWidget(self._advice)
        layout.addLayout(row(self._free, None, cancel, self._start))
        self.setLayout(layout)
        theme.fix_width(self, _WIDE_PX)
        self.finished.connect(self._on_finished)
        queue.space_question_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        found = self._question.preflight
        name = self._question.source.name
        lacking = found.needed_bytes + found.keeps_free_bytes - found.free_bytes
        head = tr("There is space enough for “{name}” now") if found.fits else tr("“{name}” will not fit")
        self._head.setText(head.format(name=name))
        while self._figures.rowCount():
            self._figures.removeRow(0)
        for title, text in _figures(found):
            self._figures.addRow(label(title, "muted"), label(text))
        advice = tr("Free {size} on the disk of the workspace.").format(size=file_size(lacking))
        self._advice.setText("" if found.fits else f"{advice} {tr(_PAUSES)}")
        self._advice.setVisible(not found.fits)
        self._free.setVisible(not found.fits)
        self._start.setText(tr("Start", "verb") if found.fits else tr("Start anyway"))
        self._be_high_enough()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as its words are in the letters that are worn."""
        if not event.spontaneous():
            self._be_high_enough()
        super().showEvent(event)

    def _be_high_enough(self) -> None:
        # Qt's own way would stop at two thirds of the screen.
        if (layout := self.layout()) is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _on_finished(self, result: int) -> None:
        if not self._question.answer.done():
            self._question.answer.set_result(result == QDialog.DialogCode.Accepted)


def _figures(found: Preflight) -> list[tuple[str, str]]:
    shown = [
        (tr("Needed", "space"), tr("about {size}").format(size=file_size(found.needed_bytes))),
        (tr("Free", "space"), file_size(found.free_bytes)),
    ]
    if found.keeps_free_bytes:
        shown.append((tr("Always kept free"), file_size(found.keeps_free_bytes)))
    if found.seconds is not None:
        shown.append((tr("Time"), about(found.seconds)))
    if found.usd:
        shown.append((tr("Cost"), tr("about {price}").format(price=dollars(found.usd))))
    return shown
