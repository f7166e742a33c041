"""The bar at the top: import, which run, how far it is, export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QProgressBar, QSizePolicy, QToolBar, QToolButton, QWidget

from core.schema.run import OutputRecord, RunRecord
from ui.controllers.stages import StageRow, busiest
from ui.icons import icon
from ui.keymap import tell_key
from ui.models.run_choices import RunChoices
from ui.widgets.basics import ElidedLabel, button, column, restyle
from ui.widgets.chooser import Chooser
from ui.widgets.timecode import length, remaining
from ui.wording import tr

_CHOOSER_PX, _CHOOSER_LEAST_PX = 280, 150
_PROGRESS_PX, _PROGRESS_LEAST_PX, _PROGRESS_HIGH_PX = 300, 140, 33
_WORKSPACE_PX = 150


class TopBar(QToolBar):
    """Signals:
    run_chosen(str): Another run was chosen.
    export_wanted(): The approved clips shall be exported.
    progress_clicked(): The user wants to see what is at work.
    search_wanted(): The user wants to look for what was said.
    """

    run_chosen = Signal(str)
    export_wanted = Signal()
    progress_clicked = Signal()
    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Main bar"), parent)
        self.setObjectName("topBar")
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._workspace = QToolButton()
        self._workspace.setObjectName("workspaceSwitcher")
        self._workspace.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._workspace.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._workspace.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._import = QToolButton()
        self._import.setObjectName("topImport")
        self._import.setText(tr("Import"))
        self._import.setIcon(icon("import", "text"))
        self._import.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._import.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._import.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._runs = _RunChooser()
        self._runs.setObjectName("runChooser")
        self._runs.setAccessibleName(tr("Run", "noun"))
        # Both give way before anything is put behind an arrow.
        self._runs.setMinimumWidth(_CHOOSER_LEAST_PX)
        self._runs.setMaximumWidth(_CHOOSER_PX)
        # Otherwise its size is worked out from the names of all runs.
        self._runs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choices = RunChoices(self._runs.fontMetrics(), _CHOOSER_PX - 92, self)
        self._runs.setModel(self._choices)
        self._runs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._runs.activated.connect(lambda place: self.run_chosen.emit(self._runs.itemData(place)))
        self._progress = _Progress()
        self._progress.clicked.connect(self.progress_clicked)
        self._export = button(tr("Export", "verb"), self.export_wanted.emit, "export", is_primary=True)
        self._export.setObjectName("exportButton")
        self._export.setIconSize(QSize(16, 16))
        self._search = button(tr("Search", "verb"), self.search_wanted.emit, "search")
        self._search.setObjectName("topSearch")
        self._search.setIconSize(QSize(16, 16))
        tell_key(self._search, "search", tr("Search everything that was said"))
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._switcher = self.addWidget(self._workspace)
        self._switcher.setVisible(False)
        for widget in (self._import, self._runs, self._progress, gap, self._search, self._export):
            self.addWidget(widget)
        self.show_approved(0)

    def workspace_menu(self) -> QMenu:
        """Return the menu of the switcher of workspaces, to be filled."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self._workspace.setMenu(menu)
        return menu

    def show_workspace(self, name: str) -> None:
        """Show which workspace is open; without a name, no switcher."""
        short = self._workspace.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WORKSPACE_PX)
        self._workspace.setText(short.replace("&", "&&"))
        told = tr("Workspace: {name}").format(name=name)
        self._workspace.setAccessibleName(told)
        tell_key(self._workspace, "workspaces", told)
        self._switcher.setVisible(bool(name))

    def import_menu(self) -> QMenu:
        """Return the menu of the import button, to be filled."""
        menu = QMenu(self)
        self._import.setMenu(menu)
        return menu

    def show_runs(self, runs: list[RunRecord], current: str) -> None:
        """Show which runs there are and which is open."""
        self._choices.show([(run.id, run.source_name) for run in runs])
        row = next((row for row, run in enumerate(runs) if run.id == current), -1)
        self._runs.setToolTip(runs[row].source_name if row >= 0 else "")
        self._runs.setEnabled(bool(runs))
        self._runs.setPlaceholderText(tr("Choose a run") if runs else tr("No runs yet"))
        if row != self._runs.currentIndex():
            self._runs.setCurrentIndex(row)

    def show_progress(
        self, run: RunRecord | None, rows: list[StageRow], outputs: Sequence[OutputRecord], names_run: bool
    ) -> None:
        """Show what the run at work is doing; `outputs` are the files that are being made of it."""
        self._progress.show_progress(run, rows, outputs, names_run)

    def show_approved(self, count: int, seconds: float = 0.0) -> None:
        """Show how many clips an export would take, and how many seconds they last together."""
        words = tr("Export %n", "clips", count) if count else tr("Export", "verb")
        # The space stands between the sign and the words.
        self._export.setText(f" {words}")
        self._export.setEnabled(count > 0)
        approved = tr("Export %n approved clips, {length} in all", "", count).format(length=length(seconds))
        told = approved if count else tr("Approve a clip first, then export it")
        tell_key(self._export, "export", told)


class _RunChooser(Chooser):
    """As wide as names of episodes like it; narrower where the bar has less room."""

    def sizeHint(self) -> QSize:
        """Ask for the same room whatever is in it."""
        return QSize(_CHOOSER_PX, super().sizeHint().height())


class _Progress(QToolButton):
    """One line of words over a thin bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topProgress")
        self.setProperty("flat", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_PROGRESS_HIGH_PX)
        self.setMinimumWidth(_PROGRESS_LEAST_PX)
        self.setMaximumWidth(_PROGRESS_PX)
        self._words = ElidedLabel("", "small")
        self._words.setObjectName("topProgressWords")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        for widget in (self._words, self._bar):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = column(self._words, self._bar, spacing=4)
        layout.setContentsMargins(8, 3, 8, 5)
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        """Ask for the same room whatever it says."""
        return QSize(_PROGRESS_PX, _PROGRESS_HIGH_PX)

    def show_progress(
        self, run: RunRecord | None, rows: list[StageRow], outputs: Sequence[OutputRecord], names_run: bool
    ) -> None:
        """Show a run, or nothing."""
        self.setEnabled(run is not None)
        self._bar.setVisible(run is not None and (_is_at_work(run, rows) or bool(outputs)))
        if run is None:
            self._words.setText("")
            self.setAccessibleName(tr("Nothing is at work"))
            return
        words = _words(run, rows, outputs)
        self._words.setText(f"{run.source_name}: {words}" if names_run else words)
        at_work = busiest(rows)
        share = run.fraction if at_work is None or run.state == "started" else at_work.fraction
        if outputs:
            made = sum(1.0 if output.state == "rendered" else output.fraction for output in outputs)
            share = made / len(outputs)
        self._bar.setValue(round(share * 1000))
        restyle(
            self._bar, "state", "paused" if run.is_paused else "failed" if run.state == "failed" else "working"
        )
        self.setAccessibleName(self._words.text())


def _is_at_work(run: RunRecord, rows: list[StageRow]) -> bool:
    return run.state == "started" or busiest(rows) is not None


def _words(run: RunRecord, rows: list[StageRow], outputs: Sequence[OutputRecord]) -> str:
    if run.is_paused:
        return tr("Stopped")
    if run.state == "failed":
        return tr("Failed")
    at_work = busiest(rows)
    if outputs and (at_work is None or at_work.stage == "render"):
        done = sum(output.state == "rendered" for output in outputs)
        left = at_work.remaining if at_work else None
        told = tr("Export {done} of {total}").format(done=done, total=len(outputs))
        return f"{told} · {remaining(left)}" if left is not None else told
    if at_work is None:
        texts = {"started": tr("Waiting"), "delivery_failed": tr("Some files failed: see Runs")}
        return texts.get(run.state, tr("Ready"))
    parts = [f"{at_work.title} {at_work.summary}"]
    if at_work.remaining is not None:
        parts.append(remaining(at_work.remaining))
    return " · ".join(parts)
