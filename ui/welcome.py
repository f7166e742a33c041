"""What stands in the middle while there is nothing to review: the welcome, a run at work, a run that failed."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.schema.run import RunRecord
from ui.controllers.faults import is_our_fault
from ui.controllers.remedies import remedy
from ui.controllers.stages import StageRow, busiest
from ui.icons import show_sign
from ui.theme import SPACE_PX, SPACE_WIDE_PX
from ui.widgets.basics import ElidedLabel, button, column, label, restyle, row
from ui.widgets.flow import flowing
from ui.widgets.scroll import YieldingPage
from ui.widgets.stage_list import StageList, Step
from ui.widgets.timecode import remaining
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import QT_TR_NOOP, told, tr

_RECENT = 5
# No wider than the preview needs, so that the window fits a screen of 1280 pixels.
_PAGE_PX = 560
_NAME_PX = 400
_STATES = {
    "started": QT_TR_NOOP("working"),
    "analysis_complete": QT_TR_NOOP("ready to review"),
    "fully_generated": QT_TR_NOOP("done"),
    "failed": QT_TR_NOOP("failed"),
    "delivery_failed": QT_TR_NOOP("some files failed"),
}


class WelcomePage(QWidget):
    """A drop target, two ways to begin, and recent runs.

    Signals:
        import_wanted(), sample_wanted(), models_wanted(), workspaces_wanted(): How the user wants to begin.
        run_chosen(str): A recent run was chosen.
    """

    import_wanted = Signal()
    sample_wanted = Signal()
    models_wanted = Signal()
    workspaces_wanted = Signal()
    run_chosen = Signal(str)

    def __init__(self, has_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self._target = QFrame()
        self._target.setObjectName("dropTarget")
        self._target.setFixedWidth(_PAGE_PX)
        sign = QLabel()
        show_sign(sign, "drop", "accent", 48)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._headline = label(tr("Drop a long video here"), "title")
        self._headline.setObjectName("welcomeHeadline")
        self._headline.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(
            tr("Shortlist finds the moments worth posting.\nEverything stays on this computer."),
            "muted",
            wraps=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        begin = button(tr("Import video"), self.import_wanted.emit, "import", is_primary=True)
        begin.setObjectName("importButton")
        sample = button(tr("Open the sample"), self.sample_wanted.emit, "film")
        sample.setObjectName("sampleButton")
        sample.setVisible(has_sample)
        models = button(tr("Models"), self.models_wanted.emit)
        models.setObjectName("modelsButton")
        inside = column(sign, self._headline, words, spacing=12)
        inside.setContentsMargins(40, 44, 40, 44)
        inside.addSpacing(8)
        self._spaces = button(tr("Workspaces…"), self.workspaces_wanted.emit)
        self._spaces.setObjectName("workspacesButton")
        self._spaces.hide()
        self._spaces.setProperty("flat", True)
        inside.addLayout(row(None, begin, sample, models, None, spacing=12))
        inside.addLayout(row(None, self._spaces, None))
        self._recipe = label("", "small", wraps=True)
        self._recipe.setObjectName("welcomeRecipe")
        self._recipe.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._recipe.hide()
        inside.addWidget(self._recipe)
        self._target.setLayout(inside)
        self._shown: list[tuple[str, str]] = []
        self._run_buttons: list[QPushButton] = []
        self._recent_title = label(tr("Recent"), "section")
        self._recent_title.hide()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        below = QWidget()
        below.setFixedWidth(_PAGE_PX)
        under = column(self._recent_title, spacing=8)
        under.addLayout(self._recent)
        below.setLayout(under)
        middle = column(None, spacing=24)
        middle.addWidget(self._target, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(below, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)
        middle.setContentsMargins(0, SPACE_WIDE_PX, 0, SPACE_WIDE_PX)
        body = QWidget()
        body.setLayout(middle)
        page = YieldingPage(body)
        keep_rows_whole(page)
        self.setLayout(column(page))

    def show_runs(
        self, runs: list[RunRecord], waiting: Collection[str] = (), exporting: Collection[str] = ()
    ) -> None:
        """Show the newest runs, by their ids those that wait for their turn, and those whose files are made."""
        told = [(run.id, self._told(run, run.id in waiting, run.id in exporting)) for run in runs[:_RECENT]]
        if told == self._shown:
            return
        self._shown = told
        self._recent_title.setVisible(bool(told))
        while len(self._run_buttons) < len(told):
            self._run_buttons.append(self._run_button(len(self._run_buttons)))
            self._recent.addWidget(self._run_buttons[-1])
        for made, (run_id, text) in zip(self._run_buttons, told, strict=False):
            made.setText(text)
            made.setObjectName(f"recent_{run_id}")
        for index, made in enumerate(self._run_buttons):
            made.setVisible(index < len(told))

    def offer_workspaces(self) -> None:
        """Offer to go to another workspace."""
        self._spaces.show()

    def show_importing(self, count: int) -> None:
        """Say that files are being looked at."""
        self._headline.setText(tr("Looking at the file…") if count else tr("Drop a long video here"))

    def show_recipe(self, name: str) -> None:
        """Say with which recipe a video begins, where it is with one."""
        self._recipe.setText(tr("It begins with the recipe “{name}”.").format(name=name) if name else "")
        self._recipe.setVisible(bool(name))

    def show_hot(self, is_hot: bool) -> None:
        """Show that a file can be dropped."""
        restyle(self._target, "hot", is_hot)

    def _told(self, run: RunRecord, is_waiting: bool, is_exporting: bool) -> str:
        name = self.fontMetrics().elidedText(run.source_name, Qt.TextElideMode.ElideMiddle, _NAME_PX)
        state = tr("making files") if is_exporting else tr(_STATES[run.state])
        state = tr("stopped") if run.is_paused else tr("waiting") if is_waiting else state
        return f"{name}   –   {state}"

    def _run_button(self, index: int) -> QPushButton:
        """Return the button of a line of the list; it is kept for whatever run comes to stand there."""
        made = button("", lambda: self.run_chosen.emit(self._shown[index][0]), "film")
        made.setProperty("flat", True)
        made.setStyleSheet("text-align: left;")
        return made


class ProgressPage(QWidget):
    """A run at work or one that failed, with a way out.

    Signals:
        cancelled(str), resumed(str), details_wanted(str), closed(): What the user wants.
        remedy_wanted(str): A command by its name, which helps against what failed.
    """

    cancelled = Signal(str)
    resumed = Signal(str)
    details_wanted = Signal(str)
    remedy_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressPage")
        self._run_id = ""
        self._title = ElidedLabel("", "title")
        self._title.setObjectName("progressTitle")
        self._words = label("", "muted", wraps=True)
        self._words.setObjectName("progressWords")
        self._expected = label("", "small")
        self._expected.setObjectName("progressExpected")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._stages = StageList()
        self._stop = button(tr("Stop"), lambda: self.cancelled.emit(self._run_id), "stop")
        self._stop.setObjectName("progressStop")
        self._resume = button(tr("Retry"), lambda: self.resumed.emit(self._run_id), "retry", is_primary=True)
        self._resume.setObjectName("progressRetry")
        self._copy = button(tr("Copy details"), lambda: self.details_wanted.emit(self._run_id))
        self._copy.setObjectName("progressCopy")
        self._command = ""
        self._remedy = button("", lambda: self.remedy_wanted.emit(self._command))
        self._remedy.setObjectName("progressRemedy")
        self._back = button(tr("Back to the start"), self.closed.emit)
        card = QFrame()
        card.setProperty("panel", True)
        card.setMaximumWidth(_PAGE_PX)
        inside = column(self._title, self._words, self._bar, self._expected, spacing=12)
        inside.setContentsMargins(32, 28, 32, 24)
        # Above the steps, which a low window has no room for.
        verbs = (self._stop, self._resume, self._remedy, self._copy, self._back)
        inside.addWidget(flowing(*verbs, spacing=SPACE_PX, is_spread=True))
        inside.addSpacing(4)
        inside.addWidget(self._stages)
        card.setLayout(inside)
        # As wide as there is room for between two panels, up to its own width.
        beside = row(None, card, None)
        beside.setStretch(1, 1000)
        middle = column(None)
        middle.addLayout(beside)
        middle.addStretch(1)
        middle.setContentsMargins(0, SPACE_WIDE_PX, 0, SPACE_WIDE_PX)
        body = QWidget()
        body.setLayout(middle)
        # Where there is little height, as above a panel, the card is scrolled rather than the panel squeezed.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(column(area))
        area.setWidget(body)
        keep_rows_whole(area)

    def shows_failure_of(self, run_id: str) -> bool:
        """Whether this run is what the page shows, for the user to see."""
        return self.isVisible() and self._run_id == run_id

    def show_run(self, run: RunRecord, rows: list[StageRow], expectation: str, hold: str, kind: str = "") -> None:
        """Show how far a run is, or why it stopped.

        `expectation` says what it will need, where that is known, `hold` why the queue starts nothing new, `kind`
        the class of the error that it failed with.
        """
        self._run_id = run.id
        self._title.setText(run.source_name)
        is_failed = run.state == "failed"
        self._words.setText(_sentence(run, rows, hold))
        restyle(self._words, "role", "error" if is_failed else "muted")
        self._bar.setValue(round(run.fraction * 1000))
        restyle(self._bar, "state", "failed" if is_failed else "paused" if run.is_paused else "working")
        steps = [Step(r.title, r.state, r.fraction, r.summary, r.error or r.message) for r in rows]
        self._stages.show_steps(steps)
        self._expected.setText(expectation)
        self._expected.setVisible(bool(expectation))
        self._copy.setVisible(is_our_fault(run.error))
        words, self._command = remedy(kind) if is_failed else ("", "")
        self._remedy.setText(words)
        self._remedy.setVisible(bool(words))
        self._stop.setVisible(not is_failed and not run.is_paused)
        self._resume.setText(tr("Resume") if run.is_paused and not is_failed else tr("Retry"))
        self._resume.setVisible(is_failed or run.is_paused)


def _sentence(run: RunRecord, rows: list[StageRow], hold: str) -> str:
    if run.error:
        return told(run.error)
    if run.is_paused:
        return tr("Stopped. What was finished is kept.")
    if run.state != "started":
        return tr("No clip was found that fits the options. Change them under Import and try again.")
    at_work = busiest(rows)
    if at_work is None:
        return hold or tr("Waiting for its turn. You can work on something else meanwhile.")
    parts = [at_work.message or at_work.title]
    if at_work.remaining is not None:
        parts.append(remaining(at_work.remaining))
    words = " · ".join(parts)
    return words[:1].upper() + words[1:]
