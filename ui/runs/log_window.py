"""The log of a run, or of all: what happened, in which stage, to which clip. It goes on while work does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTreeView,
    QWidget,
)

from core.schema.run import LogLine
from ui.controllers.events import ProjectEvents
from ui.controllers.library import LibraryController
from ui.controllers.stages import STAGES
from ui.models.log import CLIP_COLUMN, MESSAGE_COLUMN, RUN_COLUMN, LogModel
from ui.placement import fit_to_screen
from ui.widgets.basics import button, column, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import DIALOG_MARGINS
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import QT_TR_NOOP, tr

# How much of the width the column of clips may take by itself.
_CLIP_MOST = 0.38


class LogWindow(QFrame):
    """A window of its own; `run_id` empty means all runs, `stage` is the one shown first."""

    def __init__(
        self,
        library: LibraryController,
        events: ProjectEvents,
        run_id: str,
        stage: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("logWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        run = library.run(run_id)
        self.setWindowTitle(tr("Log of {source}").format(source=run.source_name) if run else tr("Log"))
        self._library = library
        self._run_id = run_id
        self._model = LogModel(self)
        self._stages = Chooser()
        self._stages.setObjectName("logStage")
        self._stages.setAccessibleName(tr("Stage", "of a run"))
        for name, title in (("", QT_TR_NOOP("All stages")), *STAGES):
            self._stages.addItem(tr(title), name)
        self._stages.setCurrentIndex(max(0, self._stages.findData(stage)))
        self._problems = QCheckBox(tr("Problems only"))
        self._problems.setObjectName("logProblems")
        self._view = self._make_view()
        self._message = QPlainTextEdit()
        self._message.setObjectName("logMessage")
        self._message.setAccessibleName(tr("The whole message"))
        self._message.setReadOnly(True)
        self._message.setPlaceholderText(tr("Choose a line to read all of it"))
        self._count = label("", "small")
        self._count.setObjectName("logCount")
        self._build()
        self._stages.currentIndexChanged.connect(self._read)
        self._problems.toggled.connect(self._read)
        self._view.selectionModel().currentChanged.connect(self._on_current_changed)
        events.log_written.connect(self._on_log_written)
        # Rows are measured once, which must not be before the style is there.
        self._view.ensurePolished()
        self._read()
        keep_rows_whole(self._view)
        room = min(self._view.sizeHintForColumn(CLIP_COLUMN), round(self.width() * _CLIP_MOST))
        self._view.header().resizeSection(CLIP_COLUMN, max(room, self._view.header().sectionSize(CLIP_COLUMN)))

    def _make_view(self) -> QTreeView:
        made = QTreeView()
        made.setObjectName("logView")
        made.setAccessibleName(tr("Log"))
        made.setModel(self._model)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setColumnHidden(RUN_COLUMN, bool(self._run_id))
        header = made.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(True)
        for section, width_px in enumerate((150, 160, 170, 190)):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(section, width_px)
        return made

    def _build(self) -> None:
        copy = button(tr("Copy"), self._copy)
        copy.setObjectName("logCopy")
        copy.setToolTip(tr("Copy the selected lines, or all that are shown"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._view, self._copy).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self._view)
        parts.addWidget(self._message)
        parts.setStretchFactor(0, 1)
        parts.setSizes([420, 84])
        parts.setChildrenCollapsible(False)
        self._message.setMinimumHeight(48)
        layout = column(spacing=8)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(self._stages, self._problems, None, self._count, copy, spacing=12))
        layout.addWidget(parts, 1)
        close = button(tr("Close"), self.close)
        close.setObjectName("closeLog")
        layout.addSpacing(4)
        layout.addLayout(row(None, close))
        self.setLayout(layout)
        self.resize(1080, 560)
        fit_to_screen(self)

    def _read(self) -> None:
        lines = self._library.log(self._run_id, str(self._stages.currentData()), self._problems.isChecked())
        runs = {run.id: run.source_name for run in self._library.runs()}
        clips = self._library.clip_titles(self._run_id) if self._run_id else {}
        self._model.show(lines, runs, clips)
        self._view.scrollToBottom()
        self._message.clear()
        self._show_count()

    def _is_wanted(self, line: LogLine) -> bool:
        stage = str(self._stages.currentData())
        return (
            (not self._run_id or line.run_id == self._run_id)
            and (not stage or line.stage == stage)
            and not (self._problems.isChecked() and line.level == "info")
        )

    def _show_count(self) -> None:
        lines = self._model.rowCount()
        nothing = tr("No problems were logged.") if self._problems.isChecked() else tr("Nothing was logged.")
        self._count.setText(tr("%n lines", "", lines) if lines else nothing)

    def _on_log_written(self, line: LogLine) -> None:
        if not self._is_wanted(line):
            return
        bar = self._view.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum()
        self._model.append(line)
        self._show_count()
        if is_at_end:
            self._view.scrollToBottom()

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._message.setPlainText(self._model.message(current.row()) if current.isValid() else "")

    def _copy(self) -> None:
        selected = sorted(index.row() for index in self._view.selectionModel().selectedRows(MESSAGE_COLUMN))
        rows = selected or range(self._model.rowCount())
        QGuiApplication.clipboard().setText("\n".join(self._model.text(row) for row in rows))
