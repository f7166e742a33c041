"""A fine-tuned model beside the one it was made of: what comparing them takes, how far it is, what came out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from core.schema.tuning import Comparison, ComparisonPlan, price_in_words
from ui.controllers.figures import money, share_words
from ui.controllers.tuning_comparison import TuningComparisonController
from ui.widgets.basics import ElidedLabel, button, clear, column, label, restyle, row, rule
from ui.widgets.dates import moment
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import number
from ui.wording import QT_TR_NOOP, told, tr

_ABOUT = QT_TR_NOOP(
    "Both models are asked about clips that you approved or rejected, of talks that neither was trained with. The "
    "better one agrees with you more often. Personal data is masked where it was masked for the training."
)
_NOTHING = QT_TR_NOOP("They were not compared yet.")
_BAR_STEPS = 1000
_RIGHT = Qt.AlignmentFlag.AlignRight
_ALIGNED = (Qt.AlignmentFlag.AlignLeft, _RIGHT, _RIGHT)


class ComparisonDialog(Dialog):
    """Closing it stops nothing: a comparison is one of the jobs, and its result is kept with the fine-tune."""

    def __init__(self, comparing: TuningComparisonController, job_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonDialog")
        self.setWindowTitle(tr("Compare with the base model"))
        self._comparing = comparing
        self._job_id = job_id
        self._plan: ComparisonPlan | None = None
        self._is_planned = False
        self._shown: Comparison | None = None
        self._takes = label("", wraps=True)
        self._takes.setObjectName("comparisonPlan")
        self._busy = QProgressBar()
        self._busy.setObjectName("comparisonBusy")
        self._busy.setTextVisible(False)
        self._stop = button(tr("Stop"), lambda: comparing.stop(job_id))
        self._stop.setObjectName("comparisonStop")
        self._result = column(spacing=10)
        self._start = button(tr("Compare", "verb"), lambda: comparing.start(job_id), is_primary=True)
        self._start.setObjectName("comparisonStart")
        self._build()
        comparing.planned.connect(self._on_planned)
        comparing.changed.connect(self._show)
        self._show_result()
        self._show()
        comparing.plan(job_id)

    def _build(self) -> None:
        layout = column(label(tr(_ABOUT), "muted", wraps=True), self._takes, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        busy = row(self._busy, self._stop, spacing=10)
        busy.setStretch(0, 1)
        layout.addLayout(busy)
        layout.addWidget(rule())
        layout.addLayout(self._result)
        layout.addStretch(1)
        layout.addLayout(row(None, button(tr("Close"), self.reject), self._start))
        self.setLayout(layout)
        self.resize(600, 430)

    def _on_planned(self, job_id: str, plan: ComparisonPlan | None) -> None:
        if job_id == self._job_id:
            self._plan, self._is_planned = plan, True
            self._show()

    def _show(self) -> None:
        progress = self._comparing.progress(self._job_id)
        for each in (self._busy, self._stop):
            each.setVisible(progress is not None)
        self._busy.setRange(0, _BAR_STEPS if progress is not None and progress[0] else 0)
        self._busy.setValue(round(_BAR_STEPS * progress[0]) if progress is not None else 0)
        problem = self._comparing.problem(self._job_id) if progress is None else ""
        words = progress[1] or tr("Asking…") if progress is not None else problem or self._plan_words()
        self._takes.setText(words)
        restyle(self._takes, "role", "error" if problem else "")
        self._start.setEnabled(self._plan is not None and progress is None)
        price = self._price()
        self._start.setText(tr("Compare for {price}").format(price=price) if price else tr("Compare", "verb"))
        if self._comparing.job(self._job_id).comparison != self._shown:
            self._show_result()

    def _plan_words(self) -> str:
        if not self._is_planned:
            return tr("Looking up what there is to ask…")
        return told(self._plan.in_words) if self._plan is not None else ""

    def _price(self) -> str:
        usd = self._plan.usd if self._plan is not None else None
        return told(price_in_words(usd)) if usd is not None else ""

    def _show_result(self) -> None:
        job = self._comparing.job(self._job_id)
        self._shown = found = job.comparison
        clear(self._result)
        if found is None:
            empty = label(tr(_NOTHING), "muted", wraps=True)
            empty.setObjectName("comparisonEmpty")
            self._result.addWidget(empty)
            return
        self._result.addWidget(_Table(found, job.made_model))
        said = label(" ".join(told(line) for line in found.in_words[1:]), wraps=True)
        said.setObjectName("comparisonSaid")
        self._result.addWidget(said)
        self._result.addWidget(label(_cost_words(found), "small", wraps=True))


class _Table(QWidget):
    """A line for each of the two models: how often it agrees with the user."""

    def __init__(self, found: Comparison, made_model: str) -> None:
        super().__init__()
        self.setObjectName("comparisonTable")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, head in enumerate((tr("Model"), tr("Agrees with you"), tr("Share"))):
            grid.addWidget(label(head, "section"), 0, place, _ALIGNED[place])
        lines = ((made_model, found.made_agrees, "made"), (found.base_model, found.base_agrees, "base"))
        for line, (model, agrees, which) in enumerate(lines, 1):
            role = "strongBody" if found.winner == which else ""
            count = tr("{count} of {all}").format(count=number(agrees), all=number(found.decisions))
            share = share_words(agrees / max(1, found.decisions))
            name = ElidedLabel(model, role)
            grid.addWidget(name, line, 0)
            for place, words in enumerate((count, share), 1):
                grid.addWidget(label(words, role), line, place, _ALIGNED[place])


def _cost_words(found: Comparison) -> str:
    """Return when they were compared, and what that cost where it is known."""
    when = moment(found.at)
    if found.usd is None:
        return tr("Compared {when}. The price of a model is not known.").format(when=when)
    if not found.usd:
        return tr("Compared {when}, at no cost: all answers were remembered.").format(when=when)
    return tr("Compared {when} for {price}.").format(when=when, price=money(float(found.usd)))
