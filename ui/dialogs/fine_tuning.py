"""A language model of the user's own: what there is to learn from, its export, and the fine-tunes made of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.schema.tuning import TrainingKind, TrainingSummary, TuningJob
from ui.controllers.fine_tuning import FineTuningController
from ui.controllers.tuning_comparison import TuningComparisonController
from ui.dialogs.comparison import ComparisonDialog
from ui.widgets.basics import ElidedLabel, button, clear, column, label, listed, restyle, row, rule
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, file_kinds, told, tr

_KINDS: Mapping[TrainingKind, str] = {
    "decisions": QT_TR_NOOP("Decisions on clips"),
    "answers": QT_TR_NOOP("Answers in talks"),
}
_ABOUT = QT_TR_NOOP(
    "What you approved and rejected, and questions that somebody answers in your talks, can teach the language "
    "model at your endpoint. Nothing is sent before you start."
)
_EMPTY = QT_TR_NOOP(
    "There is nothing to learn from yet. Approve and reject clips, or import talks with questions and answers."
)
_NO_MODEL = QT_TR_NOOP(
    "No language model is set, so none can be fine-tuned. Set one in Settings › Providers, or export."
)
_MASKED = QT_TR_NOOP(
    "Replaces names of speakers, e-mail and web addresses, telephone and long numbers by placeholders such as "
    "[NAME 1]. Names that are only said in a talk can't be told and stay: read an export before you pass it on."
)
_FOLDER_KEY, _MASK_KEY = "tuning_folder", "tuning_mask"


class FineTuningDialog(Dialog):
    """Closing it stops nothing: what has begun is followed on."""

    def __init__(
        self,
        tuning: FineTuningController,
        comparing: TuningComparisonController,
        memory: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("fineTuningDialog")
        self.setWindowTitle(tr("Fine-tune a language model"))
        self._tuning = tuning
        self._comparing = comparing
        self._memory = memory
        self._found: TrainingSummary | None = None
        self._shown: object = None
        self._kinds = {kind: self._make_kind(kind, text) for kind, text in _KINDS.items()}
        self._mask = QCheckBox(tr("Mask personal data"))
        self._mask.setObjectName("tuningMask")
        self._mask.setToolTip(tr(_MASKED))
        self._mask.setChecked(memory.value(_MASK_KEY, "no") == "yes")
        self._mask.toggled.connect(self._on_mask)
        self._masked = label(tr(_MASKED), "small", wraps=True)
        self._masked.setObjectName("tuningMaskAbout")
        self._busy = QProgressBar()
        self._busy.setObjectName("tuningBusy")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._count = label("", wraps=True)
        self._count.setObjectName("tuningCount")
        self._where = label("", "small", wraps=True)
        self._where.setObjectName("tuningWhere")
        self._export = button(tr("Export…"), self._on_export)
        self._export.setObjectName("tuningExport")
        self._start = button(tr("Start", "verb"), self._on_start, is_primary=True)
        self._start.setObjectName("tuningStart")
        self._said = label("", "small", wraps=True)
        self._said.setObjectName("tuningSaid")
        self._said.hide()
        self._jobs = column(spacing=12)
        self._build()
        tuning.summed.connect(self._on_summed)
        tuning.changed.connect(self._show)
        comparing.changed.connect(self._show_jobs)
        tuning.said.connect(self._on_said)
        self._look()
        tuning.follow_all()
        self._show()

    def _make_kind(self, kind: TrainingKind, text: str) -> QCheckBox:
        box = QCheckBox(tr(text))
        box.setObjectName(f"tuning_{kind}")
        box.setChecked(self._memory.value(f"tuning_{kind}", "yes") == "yes")
        box.toggled.connect(lambda is_on: self._on_kind(kind, is_on))
        return box

    def _build(self) -> None:
        layout = column(label(tr("What there is to learn from"), "heading"), spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addWidget(label(tr(_ABOUT), "muted", wraps=True))
        layout.addLayout(row(*self._kinds.values(), None, spacing=24))
        layout.addWidget(self._mask)
        for widget in (self._masked, self._busy, self._count, self._where):
            layout.addWidget(widget)
        layout.addLayout(row(None, self._export, self._start))
        layout.addWidget(self._said)
        layout.addWidget(rule())
        layout.addWidget(label(tr("Fine-tunes"), "heading"))
        layout.addWidget(self._scrolled(self._jobs), 1)
        layout.addLayout(row(None, button(tr("Close"), self.reject)))
        self.setLayout(layout)
        self.resize(620, 620)

    def _scrolled(self, inside: QVBoxLayout) -> QScrollArea:
        held = QWidget()
        outer = column(spacing=0)
        outer.addLayout(inside)
        outer.addStretch(1)
        held.setLayout(outer)
        area = listed(held)
        area.setAccessibleName(tr("Jobs"))
        area.setMinimumHeight(120)
        return area

    def _chosen(self) -> list[TrainingKind]:
        return [kind for kind, box in self._kinds.items() if box.isChecked()]

    def _on_kind(self, kind: TrainingKind, is_on: bool) -> None:
        self._memory.setValue(f"tuning_{kind}", "yes" if is_on else "no")
        self._look()

    def _on_mask(self, is_on: bool) -> None:
        self._memory.setValue(_MASK_KEY, "yes" if is_on else "no")
        self._look()

    def _on_start(self) -> None:
        self._tuning.start(self._chosen(), self._mask.isChecked())

    def _look(self) -> None:
        self._found = None
        self._tuning.count(self._chosen(), self._mask.isChecked())
        self._show()

    def _on_summed(self, found: TrainingSummary) -> None:
        self._found = found
        self._show()

    def _on_said(self, text: str, is_problem: bool) -> None:
        self._said.setText(text)
        restyle(self._said, "role", "error" if is_problem else "small")
        self._said.show()

    def _show(self) -> None:
        found = self._found
        has_any = found is not None and found.training > 0
        self._masked.setVisible(self._mask.isChecked())
        self._busy.setVisible(found is None or bool(self._tuning.doing))
        self._count.setText(_count_words(found, self._tuning.doing, bool(self._chosen())))
        address = self._tuning.address()
        self._where.setText(
            tr("The examples go to {address}.").format(address=address) if address else tr(_NO_MODEL)
        )
        self._where.setVisible(has_any)
        self._export.setEnabled(has_any and not self._tuning.doing)
        self._start.setEnabled(has_any and bool(address) and not self._tuning.doing)
        price = told(found.price) if found is not None and has_any else ""
        self._start.setText(tr("Start for {price}").format(price=price) if price else tr("Start", "verb"))
        self._show_jobs()

    def _show_jobs(self) -> None:
        jobs = self._tuning.jobs()
        shown = (jobs, [self._tuning.news(job) for job in jobs], self._tuning.model())
        if shown == self._shown:
            # Buttons that are there stay, with the focus on one of them.
            return
        self._shown = shown
        clear(self._jobs)
        if not jobs:
            none = tr("None yet. What you start above is followed here, also after Shortlist was closed.")
            empty = label(none, "muted", wraps=True)
            empty.setObjectName("tuningEmpty")
            self._jobs.addWidget(empty)
        for job in jobs:
            made = _JobRow(job, self._tuning)
            made.compare_wanted.connect(self._on_compare)
            self._jobs.addWidget(made)

    def _on_compare(self, job_id: str) -> None:
        dialog = ComparisonDialog(self._comparing, job_id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_export(self) -> None:
        folder = Path(str(self._memory.value(_FOLDER_KEY, str(Path.home()))))
        kinds = file_kinds((tr("JSON lines"), "*.jsonl"))
        chooser = QFileDialog(self, tr("Export the examples"), str(folder / "shortlist.jsonl"), kinds)
        chooser.setObjectName("tuningExportDialog")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("jsonl")
        chooser.fileSelected.connect(self._write)
        chooser.open()

    def _write(self, name: str) -> None:
        self._memory.setValue(_FOLDER_KEY, str(Path(name).parent))
        self._tuning.export(Path(name), self._chosen(), self._mask.isChecked())


class _JobRow(QWidget):
    """One fine-tune: what of, how it stands, and what can be done with it.

    Signals:
        compare_wanted(str): Its model shall be compared with the one it was made of.
    """

    compare_wanted = Signal(str)

    def __init__(self, job: TuningJob, tuning: FineTuningController) -> None:
        super().__init__()
        self.setObjectName(f"tuningJob_{job.id}")
        count = tr("{model}, %n examples", "", job.examples).format(model=job.base_model)
        about = count if job.examples else job.base_model
        title = ElidedLabel(about)
        words = label(tuning.news(job), "error" if job.state == "failed" else "small", wraps=True)
        words.setObjectName("tuningWords")
        line = row(title, None)
        line.setStretch(0, 1)
        if not job.has_ended:
            line.addWidget(_named(button(tr("Stop"), lambda: tuning.stop(job.id)), "tuningStop"))
        elif job.made_model and job.made_model == tuning.model():
            used = label(tr("In use"), "small")
            used.setObjectName("tuningInUse")
            line.addWidget(used)
            if job.replaced_model:
                back = button(
                    tr("Back to {model}").format(model=job.replaced_model), lambda: tuning.give_back(job.id)
                )
                line.addWidget(_named(back, "tuningBack"))
        elif job.made_model:
            line.addWidget(_named(button(tr("Use"), lambda: tuning.use(job.id)), "tuningUse"))
        below = row(words)
        below.setStretch(0, 1)
        if job.made_model:
            compare = button(tr("Compare with the base model…"), lambda: self.compare_wanted.emit(job.id))
            below.addWidget(_named(compare, "tuningCompare"))
        layout = column(spacing=4)
        layout.addLayout(line)
        layout.addLayout(below)
        if job.comparison is not None:
            compared = label(" ".join(told(line) for line in job.comparison.in_words), "small", wraps=True)
            compared.setObjectName("tuningCompared")
            layout.addWidget(compared)
        if not job.has_ended:
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setRange(0, 1000 if job.fraction else 0)
            bar.setValue(round(1000 * job.fraction))
            layout.addWidget(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)


def _named(widget: QWidget, name: str) -> QWidget:
    widget.setObjectName(name)
    return widget


def _count_words(found: TrainingSummary | None, doing: str, has_kinds: bool) -> str:
    if doing:
        return doing
    if not has_kinds:
        return tr("Choose what to learn from.")
    if found is None:
        return tr("Counting…")
    if not found.training:
        return "\n".join([tr(_EMPTY), *(told(note) for note in found.notes)])
    return "\n".join(told(line) for line in found.in_words)
