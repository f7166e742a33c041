"""The inspector: everything about the clip in hand, and where it is changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.schema.clip import Clip
from core.schema.plan import AXES, Axis
from core.schema.style import CaptionStyle, Style
from ui import theme
from ui.controllers.review import End
from ui.panel import Panel, Workbench
from ui.widgets.basics import button, clear, column, icon_button, label, row, rule
from ui.widgets.fields import CommitField, TimeField
from ui.widgets.meter import Meter
from ui.widgets.timecode import clock_tenths

_AXIS_NAMES: dict[Axis, tuple[str, str]] = {
    "hook": ("Hook", "How strongly the first seconds hold a viewer"),
    "completeness": ("Complete", "Whether it lands without what was said before"),
    "density": ("Density", "How much is said in the time"),
    "emotion": ("Emotion", "How much feeling the words carry"),
    "quotability": ("Quotable", "Whether a line can stand alone"),
    "engagement": ("Exchange", "Questions and changes of speaker"),
    "delivery": ("Delivery", "Energy, pace and laughter that are heard"),
    "visual": ("Visual", "What is seen"),
}
_LAYOUTS = (
    ("", "Automatic", "Chosen per shot from the faces that were found"),
    ("follow", "Follow", "A crop that follows whoever speaks"),
    ("split", "Split", "Two speakers, one above the other"),
    ("fit_blur", "Fit on blur", "The whole picture over its blurred self"),
    ("wide", "Wide", "As wide as the shape allows, standing still"),
)
_NO_PLACE = "The clip must start before it ends, inside the video."
_NO_TIME = "Write a time as minutes and seconds, like 1:23.5."


class InspectorPanel(Panel):
    """Tabs: the clip, its captions, its framing."""

    name = "inspectorPanel"
    title = "Inspector"
    home = Qt.DockWidgetArea.RightDockWidgetArea

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("inspectorTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setExpanding(False)
        self._pages = (ClipPage(bench), CaptionsPage(bench), FramingPage(bench))
        for page, name in zip(self._pages, ("Clip", "Captions", "Framing"), strict=True):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self._tabs.addTab(area, name)
        layout = column(self._tabs)
        layout.setContentsMargins(4, 4, 4, 4)
        self.setLayout(layout)
        self.setMinimumWidth(312)


class _Page(QWidget):
    """A page that shows the clip in hand, and is disabled while there is none."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._review = bench.review
        self._bench = bench
        self._review.current_changed.connect(self._refresh)
        self._review.current_edited.connect(self._refresh)
        self.setEnabled(False)

    def _refresh(self) -> None:
        clip = self._review.current
        self.setEnabled(clip is not None)
        if clip is not None:
            self.show_clip(clip)

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        raise NotImplementedError


class ClipPage(_Page):
    """Title, ends, score with its reasons, notes."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        review = self._review
        self._title = CommitField("Title of the clip", "Title")
        self._title.setObjectName("clipTitle")
        self._title.committed.connect(review.retitle)
        self._start = TimeField("Start of the clip in the source")
        self._start.setObjectName("clipStart")
        self._start.time_committed.connect(lambda at: self._on_time("start", at))
        self._end = TimeField("End of the clip in the source")
        self._end.setObjectName("clipEnd")
        self._end.time_committed.connect(lambda at: self._on_time("end", at))
        self._refused = label("", "error", wraps=True)
        self._refused.setObjectName("clipTimesRefused")
        self._refused.hide()
        for field in (self._start, self._end):
            field.misread.connect(lambda: self._refuse(_NO_TIME))
            field.textEdited.connect(lambda _text: self._refused.hide())
        self._length = label("", "small")
        self._length.setObjectName("clipLength")
        self._restore = button("Restore cut words", review.restore)
        self._score = label("", "figure")
        self._score.setObjectName("clipScore")
        self._reason = label("", "muted", wraps=True)
        self._reason.setObjectName("clipReason")
        self._axes = QVBoxLayout()
        self._axes.setSpacing(8)
        self._notes = CommitField("Notes on the clip", "Notes, only for you")
        self._notes.setObjectName("clipNotes")
        self._notes.committed.connect(review.set_notes)
        self._build()

    def _build(self) -> None:
        ends = QGridLayout()
        ends.setHorizontalSpacing(4)
        ends.setVerticalSpacing(6)
        self._add_end(ends, 0, "Start", self._start, "start")
        self._add_end(ends, 1, "End", self._end, "end")
        score = row(self._score, self._reason, spacing=12)
        score.setStretch(1, 1)
        score.setAlignment(self._score, Qt.AlignmentFlag.AlignTop)
        layout = column(spacing=8)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._title)
        layout.addLayout(ends)
        layout.addWidget(self._refused)
        layout.addLayout(row(self._length, None, self._restore))
        layout.addWidget(rule())
        layout.addLayout(score)
        layout.addSpacing(4)
        layout.addLayout(self._axes)
        layout.addWidget(rule())
        layout.addWidget(self._notes)
        layout.addStretch(1)
        self.setLayout(layout)

    def _add_end(self, grid: QGridLayout, line: int, name: str, field: TimeField, end: End) -> None:
        keys = {"start": ("[", "]", "I"), "end": ("{", "}", "O")}[end]
        verb = "Start" if end == "start" else "End"
        player = self._bench.player
        grid.addWidget(label(name, "muted"), line, 0)
        grid.addWidget(field, line, 1)
        for place, (sign, hint, by, key) in enumerate(
            (("minus", f"{verb} a word earlier", -1, keys[0]), ("plus", f"{verb} a word later", 1, keys[1]))
        ):
            made = icon_button(sign, hint, partial(self._review.nudge, end, by), key)
            made.setObjectName(f"nudge_{end}_{'earlier' if by < 0 else 'later'}")
            grid.addWidget(made, line, 2 + place)
        here = button("Here", lambda: self._review.trim_current(end, player.source_position))
        here.setToolTip(f"{verb} at the playhead  ({keys[2]})")
        here.setAccessibleName(f"{verb} at the playhead")
        grid.addWidget(here, line, 4)
        grid.setColumnStretch(5, 1)

    def _on_time(self, end: End, at: float) -> None:
        """Move an end to a typed time; where it can't go, show where it is and say why."""
        self._review.trim_current(end, at)
        clip = self._review.current
        if clip is None:
            return
        field, real = (self._start, clip.cut.start) if end == "start" else (self._end, clip.cut.end)
        field.show_time(real)
        if abs(real - at) > 0.06:
            self._refuse(_NO_PLACE)

    def _refuse(self, why: str) -> None:
        self._refused.setText(why)
        self._refused.show()

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        self._refused.hide()
        self._title.show_text(clip.wording.title)
        self._start.show_time(clip.cut.start)
        self._end.show_time(clip.cut.end)
        cuts = len(clip.cut.ranges) - 1
        self._length.setText(f"{clock_tenths(clip.cut.duration)} long" + (f", {cuts} cut out" if cuts else ""))
        self._restore.setVisible(cuts > 0)
        self._score.setText(f"{clip.score:.0f}" if clip.score else "–")
        self._score.setStyleSheet(f"color: {theme.score_colour(clip.score).name()}")
        self._score.setAccessibleName(f"Score {clip.score:.0f} of 100")
        self._reason.setText(clip.reason)
        self._notes.show_text(clip.notes)
        self._show_axes(clip)

    def _show_axes(self, clip: Clip) -> None:
        clear(self._axes)
        for axis in AXES:
            judged = clip.axes.get(axis)
            if judged is None or judged.score is None:
                continue
            name, hint = _AXIS_NAMES[axis]
            self._axes.addWidget(_AxisRow(name, hint, judged.score, judged.evidence))


class _AxisRow(QWidget):
    """One axis: its name, a bar, the figure, and the words that earned it."""

    def __init__(self, name: str, hint: str, score: float, evidence: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName(f"axis_{name}")
        title = label(name)
        title.setFixedWidth(72)
        title.setToolTip(hint)
        figure = label(f"{score:.0f}", "muted")
        figure.setFont(theme.font(is_tabular=True))
        figure.setFixedWidth(26)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar = Meter(score, theme.score_colour(score))
        bar.setAccessibleName(f"{name}: {score:.0f} of 100")
        line = row(title, bar, figure, spacing=8)
        line.setStretch(1, 1)
        layout = column(spacing=2)
        layout.addLayout(line)
        if evidence:
            under = label(" · ".join(evidence), "small", wraps=True)
            under.setContentsMargins(80, 0, 0, 0)
            layout.addWidget(under)
        self.setLayout(layout)


class CaptionsPage(_Page):
    """The caption style and the opening line."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._hook = CommitField("Opening line", "Written by the machine")
        self._hook.setObjectName("clipHook")
        self._hook.committed.connect(self._review.set_hook)
        self._group = QButtonGroup(self)
        self._styles = QVBoxLayout()
        self._styles.setSpacing(4)
        self._shown: tuple[str, ...] = ()
        layout = column(
            label("Opening line", "section"),
            self._hook,
            label("Shown over the first seconds. Clear it to let the machine write it.", "small", wraps=True),
            8,
            label("Style", "section"),
        )
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(self._styles)
        layout.addSpacing(8)
        layout.addWidget(label("Words", "section"))
        layout.addWidget(
            label(
                "Double-click a word of the clip in the transcript to correct it; select words and press Del to "
                "cut them.",
                "small",
                wraps=True,
            )
        )
        layout.addStretch(1)
        self.setLayout(layout)

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        self._hook.show_text(clip.wording.hook)
        styles = self._review.styles()
        if tuple(style.pin for style in styles) != self._shown:
            self._show_styles(styles)
        wanted = clip.style.partition("@")[0]
        for made in self._group.buttons():
            pin = str(made.property("pin"))
            made.setChecked(clip.style == pin or (pin.partition("@")[0] == wanted and "@" not in clip.style))

    def _show_styles(self, styles: tuple[Style, ...]) -> None:
        clear(self._styles)
        self._shown = tuple(style.pin for style in styles)
        for style in styles:
            made = QRadioButton(style.title or style.name)
            made.setProperty("pin", style.pin)
            made.setObjectName(f"style_{style.name}")
            made.setIcon(_style_icon(style))
            made.setIconSize(_style_icon(style).availableSizes()[0])
            made.setToolTip(_style_hint(style))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda _checked=False, pin=style.pin: self._review.set_style(pin))
            self._group.addButton(made)
            self._styles.addWidget(made)


def _style_hint(style: Style) -> str:
    captions = style.captions
    if not captions.is_shown:
        return f"Nothing is painted over the picture, {style.pin}"
    return f"{captions.font_families[0]}, {captions.animation}, up to {captions.max_words} words, {style.pin}"


def _style_icon(style: Style) -> QIcon:
    """Return a sample of a style's colours: a plain word, the spoken word, on its box."""
    picture = QPixmap(68, 32)
    picture.fill(Qt.GlobalColor.transparent)
    captions = style.captions
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#3b4252"))
    painter.drawRoundedRect(picture.rect(), 5, 5)
    if captions.is_shown:
        _paint_sample(painter, picture.rect(), captions)
    painter.end()
    return QIcon(picture)


def _paint_sample(painter: QPainter, area: QRect, captions: CaptionStyle) -> None:
    if captions.box_colour:
        painter.setBrush(_colour(captions.box_colour))
        painter.drawRoundedRect(area.adjusted(6, 6, -6, -6), 4, 4)
    chosen = theme.font(14)
    chosen.setFamilies([*captions.font_families, *theme.FONT_FAMILIES])
    chosen.setBold(captions.font_weight >= 600)
    painter.setFont(chosen)
    painter.setPen(_colour(captions.colour))
    words = ("AB", "CD") if captions.uppercase else ("Ab", "cd")
    painter.drawText(area.adjusted(12, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words[0])
    painter.setPen(_colour(captions.highlight_colour))
    painter.drawText(area.adjusted(36, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words[1])


def _colour(text: str) -> QColor:
    """Return a colour of the schema: "#rrggbb" or "#rrggbbaa" (Qt puts alpha first)."""
    made = QColor(text[:7])
    if len(text) == 9:
        made.setAlpha(int(text[7:], 16))
    return made


class FramingPage(_Page):
    """How the picture is composed."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._group = QButtonGroup(self)
        self._choices: dict[str, QRadioButton] = {}
        self._used = label("", "muted", wraps=True)
        self._used.setObjectName("framingReasons")
        layout = column(label("Layout", "section"), spacing=4)
        layout.setContentsMargins(12, 12, 12, 12)
        for key, name, hint in _LAYOUTS:
            made = QRadioButton(name)
            made.setObjectName(f"layout_{key or 'automatic'}")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda _checked=False, key=key: self._review.set_layout(key))
            self._group.addButton(made)
            self._choices[key] = made
            under = label(hint, "small", wraps=True)
            under.setContentsMargins(26, 0, 0, 6)
            layout.addWidget(made)
            layout.addWidget(under)
        layout.addWidget(rule())
        layout.addWidget(label("In this preview", "section"))
        layout.addWidget(self._used)
        layout.addStretch(1)
        self.setLayout(layout)
        bench.player.state_changed.connect(self._show_reasons)

    def show_clip(self, clip: Clip) -> None:
        """Show a clip."""
        self._choices.get(clip.framing.layout, self._choices[""]).setChecked(True)

    def _show_reasons(self) -> None:
        composition = self._bench.player.composition
        if composition is None:
            self._used.setText("")
            return
        names = {key: name for key, name, _ in _LAYOUTS}
        lines = dict.fromkeys(
            f"{names.get(span.layout, span.layout)}: {span.reason}" if span.reason else names.get(span.layout, "")
            for span in composition.spans
        )
        self._used.setText("\n".join(line for line in lines if line))
