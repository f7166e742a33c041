"""The clip itself: title, ends, score with its reasons, notes, history."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from core.schema.clip import Clip
from core.schema.learning import Standing
from core.schema.twin import Twin
from ui import theme
from ui.axes import moved_words
from ui.controllers.clip_edits import End
from ui.controllers.twins import TwinController
from ui.inspector.axes_part import AxesPart
from ui.inspector.history_part import HistoryPart
from ui.inspector.page import InspectorPage
from ui.inspector.post_part import PostPart
from ui.panel import Workbench
from ui.widgets.basics import button, column, icon_button, label, row, rule
from ui.widgets.fields import CommitField, TimeField
from ui.widgets.flow import flowing
from ui.widgets.timecode import clock_tenths
from ui.wording import QT_TR_NOOP, told, tr

_NO_PLACE = QT_TR_NOOP("The clip must start before it ends, inside the video.")
_MOST_TWINS = 3
_NO_TIME = QT_TR_NOOP("Write a time as minutes and seconds, like 1:23.5.")
# Of each end: a word earlier, a word later, at the playhead.
_END_KEYS: dict[End, tuple[str, str, str]] = {"start": ("[", "]", "I"), "end": ("{", "}", "O")}
_END_HINTS: dict[End, tuple[str, str, str]] = {
    "start": (
        QT_TR_NOOP("Start a word earlier"),
        QT_TR_NOOP("Start a word later"),
        QT_TR_NOOP("Start at the playhead"),
    ),
    "end": (QT_TR_NOOP("End a word earlier"), QT_TR_NOOP("End a word later"), QT_TR_NOOP("End at the playhead")),
}


class ClipPage(InspectorPage):
    """Title, ends, score with its reasons, notes, history."""

    # Asked already while the page is being built.
    _score_shown: float | None = None

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        review = self.review
        self._title = CommitField(tr("Title of the clip"), tr("Title"))
        self._title.setObjectName("clipTitle")
        self._title.committed.connect(review.retitle)
        self._start = TimeField(tr("Start of the clip in the source"))
        self._start.setObjectName("clipStart")
        self._start.time_committed.connect(lambda at: self._on_time("start", at))
        self._end = TimeField(tr("End of the clip in the source"))
        self._end.setObjectName("clipEnd")
        self._end.time_committed.connect(lambda at: self._on_time("end", at))
        self._refused = label("", "error", wraps=True)
        self._refused.setObjectName("clipTimesRefused")
        for field in (self._start, self._end):
            field.misread.connect(lambda: self._refused.setText(tr(_NO_TIME)))
            field.textEdited.connect(lambda _text: self._refused.setText(""))
        self._length = label("", "small")
        self._length.setObjectName("clipLength")
        self._restore = button(tr("Restore cut words"), review.restore)
        self._score = label("", "figure")
        self._score.setObjectName("clipScore")
        self._reason = label("", "muted", wraps=True)
        self._reason.setObjectName("clipReason")
        self._moved = label("", "small", wraps=True)
        self._moved.setObjectName("clipMoved")
        self._twins = [_TwinLine(place, bench.twins) for place in range(_MOST_TWINS)]
        bench.twins.changed.connect(self._show_twins)
        self._axes = AxesPart()
        self._notes = CommitField(tr("Notes on the clip"), tr("Notes, only for you"))
        self._notes.setObjectName("clipNotes")
        self._notes.committed.connect(review.set_notes)
        self._axes_shown: tuple[object, object] = (None, None)
        bench.taste.changed.connect(self._on_ranking_changed)
        self._build()

    def _build(self) -> None:
        ends = QGridLayout()
        ends.setHorizontalSpacing(4)
        ends.setVerticalSpacing(6)
        self._add_end(ends, 0, tr("Start"), self._start, "start")
        self._add_end(ends, 1, tr("End"), self._end, "end")
        why = QWidget()
        why.setLayout(column(self._reason, self._moved, spacing=4))
        score = row(self._score, why, spacing=12)
        score.setStretch(1, 1)
        score.setAlignment(self._score, Qt.AlignmentFlag.AlignTop)
        layout = column(spacing=8)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._title)
        layout.addLayout(ends)
        layout.addWidget(self._refused)
        layout.addWidget(flowing(self._length, self._restore, spacing=6, is_spread=True))
        layout.addWidget(rule())
        layout.addLayout(score)
        for line in self._twins:
            layout.addWidget(line)
        layout.addSpacing(4)
        layout.addWidget(self._axes)
        layout.addWidget(rule())
        layout.addWidget(PostPart(self.bench))
        layout.addWidget(rule())
        layout.addWidget(self._notes)
        layout.addWidget(HistoryPart(self.bench.versions))
        layout.addStretch(1)
        self.setLayout(layout)

    def _add_end(self, grid: QGridLayout, line: int, name: str, field: TimeField, end: End) -> None:
        keys, (earlier, later, at_playhead) = _END_KEYS[end], _END_HINTS[end]
        player = self.bench.player
        grid.addWidget(label(name, "muted"), line, 0)
        grid.addWidget(field, line, 1)
        for place, (sign, hint, by, key) in enumerate(
            (("minus", tr(earlier), -1, keys[0]), ("plus", tr(later), 1, keys[1]))
        ):
            made = icon_button(sign, hint, partial(self.bench.edits.nudge, end, by), key)
            made.setObjectName(f"nudge_{end}_{'earlier' if by < 0 else 'later'}")
            made.setProperty("narrow", True)
            grid.addWidget(made, line, 2 + place)
        here = button(tr("Here"), lambda: self.bench.edits.set_end(end, player.source_position))
        here.setToolTip(f"{tr(at_playhead)}  ({keys[2]})")
        here.setAccessibleName(tr(at_playhead))
        here.setProperty("narrow", True)

        grid.addWidget(here, line, 4)
        grid.setColumnStretch(5, 1)

    def _on_time(self, end: End, at: float) -> None:
        """Move an end to a typed time; where it can't go, show where it is and say why."""
        self.bench.edits.move_end(end, at)
        clip = self.review.current
        if clip is None:
            return
        field, real = (self._start, clip.cut.start) if end == "start" else (self._end, clip.cut.end)
        field.show_time(real)
        if abs(real - at) > 0.06:
            self._refused.setText(tr(_NO_PLACE))

    def get_ready(self) -> Iterator[None]:
        """Make the lines of the axes before the first clip is shown."""
        yield from self._axes.get_ready()

    def write_note(self) -> None:
        """Take the keyboard to the notes, behind what is written there; Return or Escape gives it back."""
        self._notes.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._notes.end(False)

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        self._refused.setText("")
        self._title.show_text(clip.wording.title)
        self._start.show_time(clip.cut.start)
        self._end.show_time(clip.cut.end)
        cuts = len(clip.cut.ranges) - 1
        words = tr("{length} long, %n cut out", "", cuts) if cuts else tr("{length} long")
        self._length.setText(words.format(length=clock_tenths(clip.cut.duration)))
        self._restore.setVisible(cuts > 0)
        self._reason.setText(told(clip.reason))
        self._notes.show_text(clip.notes)
        self._show_standing(clip, self.bench.taste.standing(clip))

    def _show_twins(self) -> None:
        """Tell which clips elsewhere say nearly the same, each with the way to it."""
        for line, twin in zip_longest(self._twins, self.bench.twins.twins[:_MOST_TWINS]):
            line.show_twin(twin)

    def _on_ranking_changed(self) -> None:
        clip = self.review.current
        if clip is not None and self.isVisible():
            self._show_standing(clip, self.bench.taste.standing(clip))
        else:
            self.refresh()

    def _show_standing(self, clip: Clip, standing: Standing) -> None:
        score = standing.score
        self._score.setText(f"{score:.0f}" if score else "–")
        self._score_shown = score
        self._tint_score()
        self._score.setAccessibleName(
            tr("Score {score:.0f} of 100").format(score=score) if score else tr("No score: made by hand")
        )
        moved = moved_words(standing)
        self._moved.setText(moved)
        self._moved.setVisible(bool(moved))
        if (clip.axes, standing.strongest) != self._axes_shown:
            self._axes_shown = (clip.axes, standing.strongest)
            self._axes.show_axes(clip.axes, standing.strongest)

    def changeEvent(self, event: QEvent) -> None:
        """Take the score's colour from the theme that is worn now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._score_shown is not None:
            self._tint_score()

    def _tint_score(self) -> None:
        tint = f"color: {theme.score_colour(self._score_shown or 0.0).name()}"
        # A style sheet that is set again is worked out again.
        if tint != self._score.styleSheet():
            self._score.setStyleSheet(tint)


class _TwinLine(QWidget):
    """One clip elsewhere, and the way to it. The line stays while its clip changes, so that a press is never lost
    on a button that is being replaced.
    """

    def __init__(self, place: int, twins: TwinController) -> None:
        super().__init__()
        self._twins = twins
        self._twin: Twin | None = None
        self._said = label("", "warning", wraps=True)
        self._said.setObjectName(f"clipTwin_{place}")
        self._there = button(tr("Go to it"), self._on_wanted)
        self._there.setObjectName(f"goToTwin_{place}")
        parts = row(self._said, self._there, spacing=8)
        parts.setStretch(0, 1)
        self.setLayout(parts)
        self.hide()

    def show_twin(self, twin: Twin | None) -> None:
        """Show a clip, or nothing."""
        self._twin = twin
        if twin is not None:
            self._said.setText(f"{told(twin.told)}.")
            self._there.setAccessibleName(tr("Go to “{title}”").format(title=twin.title))
        self.setVisible(twin is not None)

    def _on_wanted(self) -> None:
        if self._twin is not None:
            self._twins.go_to(self._twin)
