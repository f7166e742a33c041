"""What is at work in one line of the status bar, over a thin bar; a click shows all of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QToolButton

from ui.controllers.jobs import Job
from ui.keymap import tell_key
from ui.widgets.basics import ElidedLabel, column
from ui.widgets.timecode import remaining
from ui.wording import tr

_WIDTH_PX, _HEIGHT_PX = 330, 30


class JobsSummary(QToolButton):
    """A flat button; hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusJobs")
        self.setProperty("flat", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(_WIDTH_PX, _HEIGHT_PX)
        tell_key(self, "jobs", tr("Show everything that runs or waits"))
        self._words = ElidedLabel("", "small")
        self._words.setObjectName("statusJobsWords")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # As the label inside, not as those of the status bar, which have room around them.
        self._words.setStyleSheet("padding: 0;")
        self._bar = QProgressBar()
        self._bar.setObjectName("statusJobsBar")
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setStyleSheet("min-height: 4px; max-height: 4px;")
        for widget in (self._words, self._bar):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = column(self._words, self._bar, spacing=2)
        layout.setContentsMargins(6, 1, 6, 3)
        self.setLayout(layout)

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Show the first job that runs, and how many there are beside it."""
        self.setVisible(bool(jobs))
        if not jobs:
            return
        words = in_one_line(jobs)
        running = [jobs[0]] if jobs[0].is_sum else [job for job in jobs if not job.is_waiting]
        shares = [job.fraction for job in running if job.fraction is not None]
        self._words.setText(words)
        self._bar.setVisible(bool(shares))
        self._bar.setValue(round(1000 * sum(shares) / len(shares)) if shares else 0)
        self.setAccessibleName(tr("Jobs: {what}").format(what=words))


def in_one_line(jobs: Sequence[Job]) -> str:
    """Return what is at work in one line: how far, how long still, and whose work, whose name may be long."""
    first, running = jobs[0], sum(not job.is_waiting for job in jobs)
    if not running:
        return tr("%n waiting", "", len(jobs))
    if first.is_sum:
        running = 1
    share = "" if first.fraction is None else f"{round(first.fraction * 100)} %"
    left = "" if first.remaining is None else remaining(first.remaining)
    name = f"{first.title}: {first.words}" if first.is_sum else first.title
    if running > 1:
        name = tr("{job} and %n more", "jobs", running - 1).format(job=name)
    return " · ".join(part for part in (share, left, name) if part)
