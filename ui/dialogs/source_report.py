"""Everything that was found in a source: what is odd about it, what was done about that, and where it has gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout, QWidget

from core.schema.health import HealthFinding, SourceHealth
from core.schema.run import RunRecord
from core.schema.source import PreparedSource
from ui.controllers.health import NOTHING_FOUND, facts_words, figures, gap_words, gaps, grouped
from ui.icons import show_sign
from ui.widgets.basics import ElidedLabel, button, clear, column, label, listed, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:

    class Sources(Protocol):
        """What the dialog works with."""

        source_read: SignalInstance

        def prepared(self, run_id: str) -> PreparedSource | None: ...


_SIGNS = {"problem": ("warning", "danger"), "warning": ("warning", "warning"), "note": ("info", "accent")}
_NOT_YET = QT_TR_NOOP("This source has not been looked at yet. What is found in it will stand here.")


class SourceReportDialog(Dialog):
    """Beside the window, so that it can stay open while the gaps are walked through.

    Signals:
        sought(float): The playhead shall go to a source second; only where the run is open for review.
    """

    sought = Signal(float)

    def __init__(self, sources: Sources, run: RunRecord, can_seek: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceReport")
        self.setWindowTitle(tr("Source report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sources = sources
        self._run = run
        self._can_seek = can_seek
        self._inside = QVBoxLayout()
        self._inside.setSpacing(8)
        self._inside.setContentsMargins(0, 0, 8, 0)
        body = QWidget()
        body.setLayout(self._inside)
        area = listed(body)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("What was found in the source"))
        close = button(tr("Close"), self.close)
        close.setDefault(True)
        layout = column(ElidedLabel(run.source_name, "heading"), area, spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretch(1, 1)
        layout.addLayout(row(None, close))
        self.setLayout(layout)
        self.resize(600, 560)
        sources.source_read.connect(self._on_source_read)
        self._show()

    def _on_source_read(self, run_id: str) -> None:
        if run_id == self._run.id:
            self._show()

    def _show(self) -> None:
        clear(self._inside)
        prepared = self._sources.prepared(self._run.id)
        if prepared is None:
            self._add(label(tr(_NOT_YET), "muted", wraps=True), "reportEmpty")
        else:
            for line in facts_words(prepared.facts, self._run.source_path):
                self._add(label(line, "muted", wraps=True))
            self._inside.addSpacing(6)
            self._show_health(prepared.health)
        self._inside.addStretch(1)

    def _show_health(self, health: SourceHealth) -> None:
        if not health.findings:
            self._add(_empty(), "reportNothing")
        for title, findings in grouped(health.findings):
            self._add(label(title, "section"))
            for finding in findings:
                self._add(FindingCard(finding), "finding")
        if missing := gaps(health):
            self._add(label(tr("Gaps"), "section"))
            for what, gap in missing:
                self._add(self._gap(gap_words(what, gap), gap.start), "gap")
        if measured := figures(health):
            self._add(label(tr("Measured"), "section"))
            self._add(_table(measured), "measured")

    def _gap(self, words: str, start: float) -> QWidget:
        if not self._can_seek:
            return label(words, wraps=True)
        made = button(words, lambda: self.sought.emit(max(0.0, start - 0.5)), "play")
        made.setProperty("flat", True)
        made.setProperty("leads", True)
        made.setToolTip(tr("Go there in the preview"))
        return made

    def _add(self, widget: QWidget, name: str = "") -> None:
        if name:
            widget.setObjectName(name)
        self._inside.addWidget(widget)


class FindingCard(QFrame):
    """One finding: what it is about, what was found, and what was done about it."""

    def __init__(self, finding: HealthFinding) -> None:
        super().__init__()
        self.setProperty("card", True)
        sign = label()
        show_sign(sign, *_SIGNS[finding.severity], 20)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        parts = [
            label(_capital(told(finding.subject)), "strong"),
            label(told(finding.found), wraps=True),
        ]
        if finding.done:
            parts.append(label(told(finding.done), "muted", wraps=True))
        for part in parts:
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QWidget()
        words.setLayout(column(*parts, spacing=2))
        layout = row(sign, words, spacing=10)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        said = (finding.subject, finding.found, finding.done)
        self.setAccessibleName(" ".join(told(part) for part in said if part))


def _empty() -> QWidget:
    made = QWidget()
    sign = label()
    show_sign(sign, "done", "approved", 20)
    made.setLayout(
        row(sign, label(tr("{sentence}.", "ends a sentence").format(sentence=tr(NOTHING_FOUND))), None, spacing=10)
    )
    return made


def _table(lines: list[tuple[str, str]]) -> QWidget:
    made = QWidget()
    form = QFormLayout(made)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(4)
    for name, words in lines:
        form.addRow(label(name, "muted"), label(words))
    return made


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
