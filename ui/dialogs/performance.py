"""The settings' page about work: how much at once, how long, how much space is left, and who does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from core.schema.queue import LaneState
from ui import theme
from ui.controllers.lanes import LANE_TITLES
from ui.controllers.preferences import WorkPreference
from ui.widgets.basics import column, label, restyle, rule
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import TAB_MARGINS
from ui.widgets.fields import AmountField, CalmSpinBox
from ui.widgets.form import Form
from ui.wording import QT_TR_NOOP, tr

_WIDEST = 64
_LONGEST_MINUTES = 24 * 60
_GB = 1e9
_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^\s:/]+:\d{1,5}")
_EXECUTORS = (("local", QT_TR_NOOP("This computer")), ("dask", QT_TR_NOOP("A Dask scheduler")))

_ABOUT_WIDTHS = QT_TR_NOOP(
    "How many jobs of a kind run at the same time. Takes effect at once; what runs is finished."
)
_ABOUT_LIMITS = QT_TR_NOOP("Take effect with the next job that starts.")
_ABOUT_HARDWARE = QT_TR_NOOP(
    "Quicker, but larger for the same quality. An encoder is tried before it is used; where it fails, the file "
    "is made without it and says so."
)
_ABOUT_EXECUTOR = QT_TR_NOOP(
    "Clips can be prepared and rendered by Dask workers that see the same folders; everything else stays on this "
    "computer. Takes effect when Shortlist is started the next time."
)


class PerformancePage(QScrollArea):
    """Edits how work is done."""

    def __init__(self, work: WorkPreference, lanes: Sequence[LaneState]) -> None:
        super().__init__()
        self.setObjectName("performancePage")
        self.setAccessibleName(tr("Performance"))
        self.setProperty("upright", True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._work = work
        self._widths = {lane.name: _width_box(lane, work.widths.get(lane.name, 0)) for lane in lanes}
        self._minutes = CalmSpinBox()
        self._minutes.setRange(0, _LONGEST_MINUTES)
        minutes = tr("min", "minutes")
        self._minutes.setSuffix(f" {minutes}")
        self._minutes.setSpecialValueText(tr("Automatic, by length"))
        self._minutes.setValue(round(work.time_limit_seconds / 60))
        self._minutes.setObjectName("timeLimit")
        self._spare = AmountField(tr("Space always kept free"), 0.0, 10_000.0, 0.5, 1, "GB")
        self._spare.setValue(work.keeps_free_bytes / _GB)
        self._spare.setObjectName("keepsFree")
        self._hardware = QCheckBox(tr("Use graphics hardware for encoding where it works"))
        self._hardware.setObjectName("prefersHardware")
        self._hardware.setChecked(work.prefers_hardware)
        self._executor = Chooser()
        self._executor.setObjectName("executor")
        for key, title in _EXECUTORS:
            self._executor.addItem(tr(title), key)
        self._executor.setCurrentIndex(max(0, self._executor.findData(work.executor)))
        self._scheduler = QLineEdit(work.scheduler)
        self._scheduler.setObjectName("scheduler")
        self._scheduler.setPlaceholderText("tcp://192.168.1.20:8786")
        self._path_map = QLineEdit(work.path_map)
        self._path_map.setObjectName("pathMap")
        self._path_map.setPlaceholderText(tr("None, or for example /home/ana/shared=/mnt/shared"))
        self._build(lanes)
        self._executor.currentIndexChanged.connect(lambda _place: self._show_executor())
        self._scheduler.textEdited.connect(lambda _text: restyle(self._scheduler, "invalid", bool(self.problem())))
        self._show_executor()

    def _build(self, lanes: Sequence[LaneState]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        half = (len(lanes) + 1) // 2
        for place, lane in enumerate(lanes):
            line, side = place % half, place // half * 2
            name = label(tr(LANE_TITLES.get(lane.name, lane.name)))
            name.setBuddy(self._widths[lane.name])
            grid.addWidget(name, line, side)
            grid.addWidget(self._widths[lane.name], line, side + 1)
        grid.setColumnStretch(4, 1)
        for box in (self._minutes, self._spare):
            theme.fix_width(box, max(190, theme.widest((box.specialValueText(),)) + 56))
        inside = column(label(tr("Jobs at once"), "section"), spacing=10)
        inside.setContentsMargins(TAB_MARGINS)
        inside.addLayout(grid)
        inside.addWidget(label(tr(_ABOUT_WIDTHS), "small", wraps=True))
        inside.addWidget(rule())
        inside.addWidget(label(tr("Limits"), "section"))
        inside.addLayout(
            Form((tr("Longest time for one job"), self._minutes), (tr("Space always kept free"), self._spare))
        )
        inside.addWidget(label(tr(_ABOUT_LIMITS), "small", wraps=True))
        inside.addWidget(rule())
        inside.addWidget(label(tr("Encoding"), "section"))
        inside.addWidget(self._hardware)
        inside.addWidget(label(tr(_ABOUT_HARDWARE), "small", wraps=True))
        inside.addWidget(rule())
        inside.addWidget(label(tr("Who does the work"), "section"))
        inside.addLayout(
            Form(
                (tr("Clips are made by"), self._executor),
                (tr("Scheduler’s address"), self._scheduler),
                (tr("Folders there"), self._path_map),
            )
        )
        inside.addWidget(label(tr(_ABOUT_EXECUTOR), "small", wraps=True))
        inside.addStretch(1)
        body = QWidget()
        body.setLayout(inside)
        self.setWidget(body)

    def problem(self) -> str:
        """Return what is wrong with what was entered, or nothing."""
        if self._executor.currentData() != "dask":
            return ""
        if not _ADDRESS.fullmatch(self._scheduler.text().strip()):
            return tr(
                "The scheduler’s address must look like tcp://host:port, for example tcp://192.168.1.20:8786."
            )
        if any("=" not in pair for pair in self._path_map.text().split(",") if pair.strip()):
            return tr("Folders there must look like ours=theirs, for example /home/ana/shared=/mnt/shared.")
        return ""

    def value(self) -> WorkPreference:
        """Return what was entered."""
        for box in (*self._widths.values(), self._minutes, self._spare):
            # What is still being typed counts too: a click on a button does not take the focus away.
            box.interpretText()
        return replace(
            self._work,
            widths={name: box.value() for name, box in self._widths.items() if box.value()},
            time_limit_seconds=self._minutes.value() * 60.0,
            keeps_free_bytes=round(self._spare.value() * _GB),
            executor=str(self._executor.currentData()),
            scheduler=self._scheduler.text().strip(),
            path_map=self._path_map.text().strip(),
            prefers_hardware=self._hardware.isChecked(),
        )

    def _show_executor(self) -> None:
        is_remote = self._executor.currentData() == "dask"
        self._scheduler.setEnabled(is_remote)
        self._path_map.setEnabled(is_remote)
        restyle(self._scheduler, "invalid", False)


def _width_box(lane: LaneState, width: int) -> QSpinBox:
    made = CalmSpinBox()
    made.setRange(0, _WIDEST)
    made.setSpecialValueText(tr("Automatic: {number}").format(number=lane.automatic_width))
    made.setValue(width)
    made.setObjectName(f"width_{lane.name}")
    made.setAccessibleName(tr("{lane}: how many at once").format(lane=tr(LANE_TITLES.get(lane.name, lane.name))))
    made.setMinimumWidth(130)
    return made
