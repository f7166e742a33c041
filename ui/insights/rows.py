"""Rows of the insights: a time that leads there, the words, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.schema.insights import AnsweredQuestion, SpokenLine, TalkTime, TopicFound
from core.schema.transcript import is_name
from ui import theme
from ui.widgets.basics import column, icon_button, label, row
from ui.widgets.meter import Meter
from ui.widgets.timecode import clock
from ui.wording import speaker_name, tr

Seek = Callable[[float], object]
_TIMES_SHOWN = 4
_PLACE_SECONDS = 30.0
# Wide enough for "00:00" and "00:00:00", so that what stands beside begins at one place.
_MINUTES_PX, _HOURS_PX = 50, 62
# How much lower the words of a time begin than words beside it would.
_ON_LINE_PX = 2


class ClickableLabel(QLabel):
    """Text that can be clicked.

    Signals:
        clicked(): It was.
    """

    clicked = Signal()

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if role:
            self.setProperty("role", role)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that ends where it began."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


def time_button(at: float, seek: Seek, about: str = "") -> QToolButton:
    """Return a time that leads to its place in the talk."""
    made = QToolButton()
    made.setText(clock(at))
    theme.give_font(made, is_tabular=True)
    made.setMinimumWidth(_HOURS_PX if at >= 3600 else _MINUTES_PX)
    made.setProperty("time", True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setToolTip(tr("Go there"))
    name = tr("Go to {time}: {what}") if about else tr("Go to {time}")
    made.setAccessibleName(name.format(time=clock(at), what=about))
    made.clicked.connect(lambda _checked=False: seek(at))
    return made


def text_row(at: float, text: str, seek: Seek, under: str = "", actions: Sequence[QWidget] = ()) -> QWidget:
    """Return a row of a time, words that lead there too, a small line under them, and buttons."""
    made = QWidget()
    made.setProperty("insightRow", True)
    words = ClickableLabel(text)
    words.clicked.connect(lambda: seek(at))
    said = _beside_time(words, *([label(under, "small")] if under else []))
    layout = row(spacing=6)
    # Its buttons are in line with that of the heading.
    layout.setContentsMargins(4, 3, 0, 3)
    layout.addWidget(time_button(at, seek, text[:60]), 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(said, 1)
    if actions:
        layout.addLayout(column(*actions, None, spacing=0))
    made.setLayout(layout)
    return made


def _beside_time(*words: QWidget) -> QVBoxLayout:
    """Return words whose first line is that of the time before them, however high the buttons beside them are."""
    made = column(*words, None, spacing=0)
    made.setContentsMargins(0, theme.px(_ON_LINE_PX), 0, 0)
    return made


def quote_row(
    quote: SpokenLine, seek: Seek, clip: Callable[[float, float], object], copy: Callable[[str], object]
) -> QWidget:
    """Return a quote that can be copied, and become a clip."""
    # "— Speaker 1" is nobody's name.
    is_named = is_name(quote.speaker)
    speaker = f" — {quote.speaker}" if is_named else ""
    actions = (
        icon_button("copy", tr("Copy the quote"), lambda: copy(f"“{quote.text}”{speaker}")),
        icon_button("new-clip", tr("New clip of this quote"), lambda: clip(quote.start, quote.end)),
    )
    return text_row(quote.start, f"“{quote.text}”", seek, speaker_name(quote.speaker), actions)


def question_row(found: AnsweredQuestion, seek: Seek, clip: Callable[[float, float], object]) -> QWidget:
    """Return a question with how it is answered; both can become one clip."""
    asked, answer = found.question, found.answer
    made = QWidget()
    action = icon_button("new-clip", tr("New clip of question and answer"), lambda: clip(asked.start, found.ends))
    question = ClickableLabel(asked.text, "strongBody")
    question.clicked.connect(lambda: seek(asked.start))
    told = ClickableLabel(
        f"{speaker_name(answer.speaker)}: {answer.text}" if answer.speaker else answer.text, "muted"
    )
    told.clicked.connect(lambda: seek(answer.start))
    layout = column(spacing=2)
    layout.setContentsMargins(4, 4, 0, 6)
    for at, words, button in ((asked.start, question, action), (answer.start, told, None)):
        line = row(spacing=6)
        line.addWidget(time_button(at, seek, words.text()[:60]), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(_beside_time(words), 1)
        if button is not None:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
    made.setLayout(layout)
    return made


def topic_row(topic: TopicFound, most: int, seek: Seek) -> QWidget:
    """Return a topic: how often it is said as a bar, and the first times of it."""
    made = QWidget()
    bar = Meter(100.0 * topic.count / max(1, most), partial(theme.colour, "accent"))
    bar.setMinimumWidth(24)
    bar.setMaximumWidth(72)
    count = label(f"{topic.count} ×", "small")
    count.setToolTip(tr("Said %n times", "", topic.count))
    head = row(label(topic.phrase, wraps=True), None, count, bar, spacing=8)
    head.setStretch(0, 1)
    times = row(spacing=2)
    places = _places(topic.times)
    for at in places[:_TIMES_SHOWN]:
        times.addWidget(time_button(at, seek, topic.phrase))
    if len(places) > _TIMES_SHOWN:
        more = label(f"+ {len(places) - _TIMES_SHOWN}", "small")
        more.setToolTip(tr("More places; find them in the transcript with Ctrl+F"))
        times.addWidget(more)
    times.addStretch(1)
    layout = column(spacing=0)
    layout.setContentsMargins(4, 3, 2, 3)
    layout.addLayout(head)
    layout.addLayout(times)
    made.setLayout(layout)
    return made


def _places(times: Sequence[float]) -> list[float]:
    """Return times far enough from each other to be another place."""
    places: list[float] = []
    for at in times:
        if not places or at - places[-1] >= _PLACE_SECONDS:
            places.append(at)
    return places


def talk_time_row(each: TalkTime, tint: Callable[[], QColor], seek: Seek, is_unspaced: bool) -> QWidget:
    """Return a speaker's share of the talk as a bar, with the figures behind it."""
    made = QWidget()
    made.setObjectName(f"talkTime_{each.speaker}")
    speaker = speaker_name(each.speaker) or tr("Everybody")
    name = label(speaker, "strongBody")
    share = label("< 1 %" if 0 < each.share < 0.005 else f"{each.share * 100:.0f} %")
    bar = Meter(100.0 * each.share, tint)
    bar.setAccessibleName(
        tr("{speaker}: {share} % of the talk").format(speaker=speaker, share=f"{each.share * 100:.0f}")
    )
    pace = round(each.pace)
    facts = [
        tr("%n turns", "of speaking", each.turns),
        tr("%n characters a minute", "", pace) if is_unspaced else tr("%n words a minute", "", pace),
        tr("%n questions", "", each.questions),
    ]
    longest = row(
        label(tr("Longest turn"), "small"), time_button(each.longest_turn_at, seek, tr("longest turn")), spacing=2
    )
    longest.addWidget(label(tr("for {length}").format(length=clock(each.longest_turn)), "small"))
    longest.addStretch(1)
    layout = column(spacing=1)
    layout.setContentsMargins(4, 4, 4, 6)
    layout.addLayout(row(name, None, label(clock(each.seconds), "small"), share, spacing=10))
    layout.addWidget(bar)
    layout.addWidget(label(" · ".join(facts), "small", wraps=True))
    layout.addLayout(longest)
    made.setLayout(layout)
    return made
