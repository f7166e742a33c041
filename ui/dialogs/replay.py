"""Redo a run from a stage on, or with another style: what that changes is shown before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from core.errors import ShortlistError
from core.schema.queue import Redo
from core.schema.run import RunRecord
from ui.controllers.redo import count_words, jobs_in, promise_words, redo_words
from ui.controllers.stages import STAGES, plain
from ui.icons import icon
from ui.theme import colour
from ui.widgets.basics import button, column, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import told, tr

if TYPE_CHECKING:
    from core.schema.style import Style

    class Replays(Protocol):
        """What the dialog works with."""

        def styles(self) -> tuple[Style, ...]: ...
        def foresee(self, run_id: str, stage: str = "", style: str = "") -> Redo: ...
        def replay(self, run_id: str, stage: str = "", style: str = "") -> None: ...


_STYLE_ENTRY = "plan_enhancement"


class ReplayDialog(Dialog):
    """Shows the stages; choosing one shows at once what is redone from there and what is kept."""

    def __init__(self, replays: Replays, run: RunRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("replayDialog")
        self.setWindowTitle(tr("Replay from a stage"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._replays = replays
        self._run = run
        self._stages = self._make_stages()
        self._style = Chooser()
        self._style.setObjectName("replayStyle")
        self._style.setAccessibleName(tr("Caption style"))
        self._style.addItem(tr("Each clip keeps its style"), "")
        in_style = tr("All clips in “{style}”")
        for style in replays.styles():
            self._style.addItem(in_style.format(style=style.title or style.name), f"{style.name}@{style.version}")
        self._words = label("", wraps=True)
        self._words.setObjectName("replayWords")
        self._redo = button(tr("Redo", "do again"), self.accept, "retry", is_primary=True)
        self._redo.setObjectName("replayRedo")
        self._redo.setDefault(True)
        self._build()
        self._stages.currentItemChanged.connect(self._on_stage_chosen)
        self._style.currentIndexChanged.connect(self._on_style_chosen)
        self._choose(_place(_STYLE_ENTRY))

    def _make_stages(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setObjectName("replayStages")
        made.setAccessibleName(tr("Stage to redo from"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHeaderLabels([tr("Stage"), tr("What happens"), tr("Why")])
        header = made.header()
        header.setSectionsMovable(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for _stage, title in STAGES:
            made.addTopLevelItem(QTreeWidgetItem([tr(title), "", ""]))
        return made

    def _choose(self, place: int) -> None:
        self._stages.setCurrentIndex(self._stages.model().index(place, 0))

    def _chosen(self) -> int:
        return max(0, self._stages.currentIndex().row())

    def _build(self) -> None:
        asked = label(tr("Redo “{name}” from which step?").format(name=self._run.source_name), wraps=True)
        layout = column(asked, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addWidget(self._stages, 1)
        layout.addLayout(row(label(tr("Style"), "muted"), self._style, None, spacing=12))
        layout.addWidget(self._words)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self._redo))
        self.setLayout(layout)
        self.resize(780, 600)

    def accept(self) -> None:
        """Redo what was shown."""
        self._replays.replay(self._run.id, self._stage(), self._chosen_style())
        super().accept()

    def _chosen_style(self) -> str:
        return str(self._style.currentData())

    def _stage(self) -> str:
        """Return the chosen stage; a style by itself has its own entry."""
        chosen = STAGES[self._chosen()][0]
        return "" if self._chosen_style() and chosen == _STYLE_ENTRY else chosen

    def _on_style_chosen(self, _index: int) -> None:
        # A style changes nothing before its entry, and everything from there on.
        entry = _place(_STYLE_ENTRY)
        if self._chosen_style() and self._chosen() > entry:
            self._choose(entry)
        else:
            self._show()

    def _on_stage_chosen(self, *_items: object) -> None:
        chosen = self._chosen()
        if self._chosen_style() and chosen > _place(_STYLE_ENTRY):
            # A later stage keeps the style as it is.
            self._style.setCurrentIndex(0)
        else:
            self._show()

    def _show(self) -> None:
        try:
            redo = self._replays.foresee(self._run.id, self._stage(), self._chosen_style())
        except ShortlistError as error:
            redo = Redo()
            self._words.setText(told(str(error)))
        else:
            self._words.setText(promise_words(redo))
            self._stages.setAccessibleDescription(redo_words(redo))
        self._mark(redo)
        count = jobs_in(redo)
        self._redo.setText(tr("Redo %n jobs", "", count) if count else tr("Redo", "do again"))
        self._redo.setEnabled(count > 0)

    def _mark(self, redo: Redo) -> None:
        redone = {stage.stage: stage for stage in redo.stages}
        for place, (stage, _title) in enumerate(STAGES):
            line = self._stages.topLevelItem(place)
            assert line is not None
            again = redone.get(stage)
            redone_words = tr("redo {what}", "do again").format(what=count_words(again) if again else "").rstrip()
            what = redone_words if again else tr("kept") if stage in redo.kept else "–"
            line.setText(1, what)
            line.setText(2, plain(again.reason) if again else "")
            line.setToolTip(2, line.text(2))
            line.setIcon(0, icon("retry", "accent") if again else icon("done", "approved"))
            if not again and stage not in redo.kept:
                line.setIcon(0, icon("waiting", "text-faint"))
            for section in (1, 2):
                line.setForeground(section, colour("accent" if again and section == 1 else "text-muted"))


def _place(stage: str) -> int:
    return next(place for place, (name, _title) in enumerate(STAGES) if name == stage)
