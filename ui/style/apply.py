"""Give finished runs a style: which ones, and what would be redone, told before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from core.errors import ShortlistError
from core.schema.queue import Redo
from core.schema.run import RunRecord
from core.schema.style import Style
from ui.controllers.redo import jobs_in
from ui.controllers.stages import STAGES
from ui.panel import Workbench
from ui.widgets.basics import button, column, label, listed, row
from ui.widgets.dates import moment
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import about
from ui.wording import told, tr

_ENTRY = "plan_enhancement"


class ApplyDialog(Dialog):
    """Lists all runs, finished and waiting; the open one is ticked."""

    def __init__(self, bench: Workbench, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("applyStyle")
        self.setWindowTitle(tr("Use {style} for runs").format(style=style.title or style.name))
        self._replay = bench.replay
        self._style = style
        self._redo: dict[str, Redo] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self._words = label("", wraps=True)
        self._words.setObjectName("applyWords")
        self._apply = button(tr("Restyle"), self.accept, "retry", is_primary=True)
        self._apply.setObjectName("applyNow")
        self._apply.setDefault(True)
        lines = column(spacing=2)
        lines.setContentsMargins(0, 0, 8, 0)
        for run in bench.library.runs():
            lines.addWidget(self._box(run, run.id == bench.review.run_id))
        lines.addStretch(1)
        body = QWidget()
        body.setLayout(lines)
        area = listed(body)
        asked = tr("Give all clips of these runs the style “{style}”:").format(style=style.title or style.name)
        layout = column(label(asked, wraps=True), area, self._words, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self._apply))
        self.setLayout(layout)
        self.resize(520, 320)
        self._show()

    def _box(self, run: RunRecord, is_open: bool) -> QCheckBox:
        told = tr("{source} (not finished yet)") if run.state == "started" else "{source}"
        made = QCheckBox(f"{told.format(source=run.source_name)}  ·  {moment(run.created_at)}")
        made.setObjectName(f"applyTo_{run.id}")
        made.setChecked(is_open)
        made.toggled.connect(lambda _is_on: self._show())
        self._boxes[run.id] = made
        return made

    def _chosen(self) -> list[str]:
        return [run_id for run_id, box in self._boxes.items() if box.isChecked()]

    def _show(self) -> None:
        """Say what the chosen runs would have done again."""
        try:
            for run_id in self._chosen():
                if run_id not in self._redo:
                    self._redo[run_id] = self._replay.foresee(run_id, "", self._style.pin)
        except ShortlistError as error:
            self._words.setText(told(str(error)))
            self._apply.setEnabled(False)
            return
        chosen = [self._redo[run_id] for run_id in self._chosen()]
        self._words.setText(apply_words(chosen) if chosen else tr("Choose at least one run."))
        self._apply.setEnabled(bool(chosen))
        self._apply.setText(tr("Restyle %n runs", "", len(chosen)) if chosen else tr("Restyle"))

    def accept(self) -> None:
        """Restyle what was chosen."""
        for run_id in self._chosen():
            self._replay.replay(run_id, "", self._style.pin)
        super().accept()


def apply_words(redone: list[Redo]) -> str:
    """Return what a change of style does again in several runs, what not, and how long it takes."""
    files = sum(stage.jobs for redo in redone for stage in redo.stages if stage.stage == "render")
    clips = sum(stage.jobs for redo in redone for stage in redo.stages if stage.stage == "build_enhancement")
    if not any(jobs_in(redo) for redo in redone):
        return tr("Nothing is rendered yet: clips are in this style from now on.")
    names = [name for name, _title in STAGES]
    above = set(names[: names.index(_ENTRY)])
    is_deeper = any(stage.stage in above for redo in redone for stage in redo.stages)
    parts = [tr("%n clips will be captioned again", "", clips)] if clips else []
    parts += [tr("%n files will be rendered again", "", files)] if files else []
    told = ", ".join(parts) or tr("The clips will be composed again")
    kept = (
        tr("{what}; older versions of the program made these: more is done again than the style asks for.")
        if is_deeper
        else tr("{what}; nothing is transcribed or analysed again.")
    )
    known = [redo.seconds for redo in redone if redo.seconds is not None]
    time = [tr("It takes {time}.").format(time=about(sum(known)))] if known else []
    rest = tr("Files that were delivered stay; new ones lie beside them.")
    return " ".join((kept.format(what=told), *time, rest))
