"""Publish: which finished files of a run go to which destinations, and what becomes of each there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QWidget

from core.schema.run import RunRecord
from ui import theme
from ui.panel import Workbench
from ui.publish.destination_boxes import DestinationBoxes
from ui.publish.publish_bar import PublishBar
from ui.publish.publish_row import PublishRow
from ui.theme import SPACE_PX
from ui.widgets.basics import ElidedLabel, button, column, label, restyle, row, rule
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import tr

_SIDE_PX = 240
CHOICE = "publish_to"


class PublishDialog(Dialog):
    """Follows the files while it is open. Closing it does not stop the work.

    Signals:
        export_wanted(): Nothing is finished; clips shall be exported.
    """

    export_wanted = Signal()

    def __init__(self, bench: Workbench, run: RunRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publishDialog")
        self.setWindowTitle(tr("Publish"))
        self.setMinimumSize(720, 460)
        self.run_id = run.id
        self._export = bench.export
        self._publishing = bench.publishing
        self._rows: dict[str, PublishRow] = {}
        self._all = QCheckBox(tr("All"))
        self._all.setObjectName("publishAll")
        self._all.clicked.connect(self._on_all)
        self._list = column(spacing=2)
        self._empty = label(tr("Nothing of this run is finished yet. Export clips, then publish them."), "muted")
        self._empty.setObjectName("publishEmpty")
        self._empty.setWordWrap(True)
        self._go_to_export = button(tr("Export approved clips…"), self._on_export, "export")
        self._go_to_export.setObjectName("publishExport")
        self._to = DestinationBoxes(bench.destinations, bench.publishing, bench.memory, CHOICE)
        self._said = label("", "muted", wraps=True)
        self._said.setObjectName("publishSaid")
        self._said.hide()
        self._sum = ElidedLabel("", "muted")
        self._sum.setObjectName("publishSum")
        self._start = button(tr("Publish", "verb"), self._on_start, "export", is_primary=True)
        self._start.setObjectName("startPublishing")
        self._start.setDefault(True)
        self._build(run)
        self._to.changed.connect(self._count)
        bench.publishing.changed.connect(self._on_changed)
        bench.export.outputs_changed.connect(self._on_changed)
        self._show()

    def _build(self, run: RunRecord) -> None:
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.addWidget(self._empty)
        self._list.addSpacing(SPACE_PX)
        self._list.addLayout(row(self._go_to_export, None))
        self._list.addStretch(1)
        body = QWidget()
        body.setLayout(self._list)
        area = QScrollArea()
        area.setAccessibleName(tr("Finished files"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(body)
        head = row(label(tr("Finished files"), "heading"), ElidedLabel(run.source_name, "muted"), spacing=12)
        head.setStretch(1, 1)
        files = column(spacing=8)
        files.addLayout(head)
        files.addWidget(self._all)
        files.addWidget(area, 1)
        side = QWidget()
        theme.fix_width(side, _SIDE_PX)
        side.setLayout(column(label(tr("Destinations"), "heading"), self._to, None, spacing=8))
        sides = row(spacing=24)
        sides.addLayout(files, 1)
        sides.addWidget(side)
        layout = column(spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(sides, 1)
        layout.addWidget(self._said)
        layout.addWidget(PublishBar(self._publishing, self.run_id))
        layout.addWidget(rule())
        foot = row(self._sum, button(tr("Close"), self.close), self._start)
        foot.setStretch(0, 1)
        layout.addLayout(foot)
        self.setLayout(layout)
        self.resize(900, 600)

    def _on_changed(self, run_id: str) -> None:
        if run_id == self.run_id:
            self._show()

    def _show(self) -> None:
        outputs = self._publishing.finished_outputs(self.run_id)
        there = {output.id for output in outputs}
        for output_id in [output_id for output_id in self._rows if output_id not in there]:
            gone = self._rows.pop(output_id)
            gone.hide()
            gone.deleteLater()
        for place, output in enumerate(outputs):
            if output.id not in self._rows:
                self._add(output.id, place, PublishRow(output))
            facts, known = self._export.facts(output), self._publishing.of_output(output)
            self._rows[output.id].show_output(output, facts, known)
        for shown in (self._empty, self._go_to_export):
            shown.setVisible(not outputs)
        self._all.setVisible(len(outputs) > 1)
        self._count()

    def _add(self, output_id: str, place: int, made: PublishRow) -> None:
        made.changed.connect(self._count)
        made.lines.retried.connect(self._publishing.retry_one)
        made.lines.said.connect(self._say)
        self._rows[output_id] = made
        self._list.insertWidget(place, made)

    def _chosen(self) -> list[str]:
        return [output_id for output_id, made in self._rows.items() if made.is_chosen()]

    def _count(self) -> None:
        files, names = len(self._chosen()), self._to.chosen()
        self._all.setChecked(files == len(self._rows))
        if not self._rows:
            text = ""
        elif not files:
            text = tr("Choose a file")
        elif not names:
            text = tr("Choose a destination")
        else:
            text = tr("%n files to {names}", "", files).format(names=", ".join(names))
        self._sum.setText(text)
        self._start.setEnabled(bool(files and names))

    def _on_all(self) -> None:
        is_wanted = self._all.isChecked()
        for made in self._rows.values():
            made.choose(is_wanted)

    def _on_start(self) -> None:
        self._to.remember()
        self._say("")
        self._publishing.publish(self.run_id, self._to.chosen(), self._chosen())

    def _on_export(self) -> None:
        self.close()
        self.export_wanted.emit()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        restyle(self._said, "role", "muted")
        self._said.setVisible(bool(sentence))
