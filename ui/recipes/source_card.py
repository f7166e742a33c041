"""One video in the morning report: what was made of it, what was not and why, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton

from core.schema.morning import Ending, SourceReport
from ui.icons import show_sign
from ui.recipes.morning_words import ENDINGS, clip_words, source_words
from ui.widgets.basics import ElidedLabel, button, column, label, row
from ui.wording import told, tr

_SIGNS: dict[Ending, tuple[str, str]] = {
    "made": ("done", "approved"),
    "partly": ("warning", "warning"),
    "nothing_good": ("info", "text-muted"),
    "failed": ("failed", "danger"),
    "stopped": ("pause", "warning"),
    "open": ("working", "accent"),
}


class SourceCard(QFrame):
    """Signals:
    opened(), shown(), retried(): The user wants its run, the folder of its files, or to try it again.
    """

    opened = Signal()
    shown = Signal()
    retried = Signal()

    def __init__(self, source: SourceReport, is_at_work: bool, can_retry: bool) -> None:
        super().__init__()
        self.setObjectName("sourceCard")
        self.setProperty("card", True)
        sign = label()
        show_sign(sign, *_SIGNS[source.ending], 18)
        name = label(source.name, "heading", wraps=True)
        name.setMinimumWidth(1)
        name.setToolTip(source.path)
        ending = label(tr("Worked on") if is_at_work else tr(ENDINGS[source.ending]), "small")
        ending.setObjectName("cardEnding")
        head = row(sign, name, ending, spacing=10)
        head.setStretch(1, 1)
        self.setAccessibleName(f"{source.name}: {ending.text()}")
        layout = column(spacing=4)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addLayout(head)
        if facts := source_words(source):
            layout.addWidget(label(facts, "small"))
        for clip in source.clips:
            layout.addWidget(ElidedLabel(clip_words(clip)))
        for words, role in _told(source, is_at_work):
            line = label(words, role, wraps=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(line)
        if buttons := self._buttons(source, can_retry and not is_at_work):
            layout.addSpacing(4)
            layout.addLayout(row(*buttons, None, spacing=8))
        self.setLayout(layout)

    def _buttons(self, source: SourceReport, can_retry: bool) -> list[QPushButton]:
        made = []
        if source.can_be_tried_again and can_retry:
            made.append(self._button(tr("Try again"), self.retried, "retrySource", "retry"))
        if source.run_id:
            made.append(self._button(tr("Open", "verb"), self.opened, "openSource", "film"))
        if source.files:
            made.append(self._button(tr("Show in folder"), self.shown, "showFiles", "folder"))
        for each in made:
            each.setAccessibleName(f"{each.text()}: {source.name}")
        return made

    def _button(self, text: str, told_by: SignalInstance, name: str, icon_name: str) -> QPushButton:
        made = button(text, told_by.emit, icon_name)
        made.setObjectName(name)
        return made


def _told(source: SourceReport, is_at_work: bool) -> list[tuple[str, str]]:
    """Return what was not made and why, and what is to be looked at, each with the role of its label."""
    lines: list[tuple[str, str]] = []
    for trouble in source.troubles if not is_at_work else ():
        is_all = trouble.what in ("", source.name, source.path)
        words = told(trouble.why) if is_all else f"{told(trouble.what)}: {told(trouble.why)}"
        lines.append((words, "muted" if source.ending == "nothing_good" else "error"))
    return lines + [(told(each), "warning") for each in (*source.doubts, *source.less)]
