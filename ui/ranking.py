"""How clips are ranked, to see and to change: a slider an axis, and what was learned from decisions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QSlider, QWidget

from core.schema.learning import HEAVIEST, Learned
from core.schema.plan import AXES, Axis
from ui import theme
from ui.axes import AXIS_HINTS, AXIS_NAMES
from ui.controllers.review import ReviewController
from ui.controllers.taste import TasteController
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.timecode import number
from ui.wording import told, tr

_WIDTH_PX = 372
_STEPS = 10
"""Positions of a slider for a weight of 1."""


def weight_words(weight: float) -> str:
    """Return what a weight means."""
    known = {0.0: tr("ignored", "weight"), 1.0: tr("usual", "weight"), 2.0: tr("double", "weight")}
    return known.get(weight, f"× {number(weight, 1)}")


def _all_words() -> list[str]:
    return [tr("not judged"), *map(weight_words, (0.0, 1.0, 1.5, 2.0))]


class RankingPopover(QFrame):
    """Sliders of the axes, and what was learned. It floats beside the list, which follows every move."""

    def __init__(self, taste: TasteController, review: ReviewController, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("rankingPopover")
        self.setAccessibleName(tr("How clips are ranked"))
        self.setFixedWidth(_WIDTH_PX)
        self._taste = taste
        self._review = review
        self._sliders: dict[Axis, QSlider] = {}
        self._words: dict[Axis, QLabel] = {}
        self._reset = button(tr("Reset to usual"), taste.reset_weights)
        self._reset.setObjectName("resetWeights")
        self._told = label("", "strongBody", wraps=True)
        self._told.setObjectName("learnedFrom")
        self._why = label("", "small", wraps=True)
        self._why.setObjectName("learnedWhy")
        self._use = QCheckBox(tr("Rank by what was learned"))
        self._use.setObjectName("useLearned")
        self._use.setToolTip(tr("Without it clips are ranked as usual; learning goes on either way"))
        self._use.clicked.connect(taste.switch)
        self._afresh = button(tr("Start afresh…"), self._ask)
        self._afresh.setObjectName("startAfresh")
        self._back = button(tr("Take back"), taste.take_back)
        self._back.setObjectName("takeBackFresh")
        self._back.setToolTip(tr("Learn from the decisions of before the fresh start as well"))
        self._question = self._make_question()
        self._build()
        taste.changed.connect(self._show)
        self._show()

    def open_at(self, corner: QPoint) -> None:
        """Open with the upper left corner at a point of the screen, or as near to it as the screen allows."""
        self._question.hide()
        self._show()
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        top = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._sliders[AXES[0]].setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for line, axis in enumerate(AXES):
            self._add_axis(grid, line, axis)
        layout = column(spacing=8, margin=16)
        layout.addWidget(label(tr("What counts"), "heading"))
        layout.addWidget(
            label(tr("Drag one to the left to ignore it, to the right to let it count double."), "small", True)
        )
        layout.addLayout(grid)
        layout.addLayout(row(None, self._reset))
        layout.addWidget(rule())
        layout.addWidget(self._told)
        layout.addWidget(self._why)
        layout.addWidget(self._use)
        layout.addLayout(row(self._afresh, self._back, None))
        layout.addWidget(self._question)
        self.setLayout(layout)

    def _add_axis(self, grid: QGridLayout, line: int, axis: Axis) -> None:
        name = label(tr(AXIS_NAMES[axis]))
        name.setToolTip(tr(AXIS_HINTS[axis]))
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(f"weight_{axis}")
        slider.setRange(0, round(HEAVIEST * _STEPS))
        slider.setPageStep(_STEPS // 2)
        slider.setTickPosition(QSlider.TickPosition.NoTicks)
        slider.setAccessibleName(tr("How much {axis} counts").format(axis=tr(AXIS_NAMES[axis])))
        slider.setToolTip(tr(AXIS_HINTS[axis]))
        slider.valueChanged.connect(partial(self._on_moved, axis))
        words = label("", "small")
        theme.fix_width(words, max(64, theme.widest(_all_words(), theme.SMALL_PX)))
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for place, widget in enumerate((name, slider, words)):
            grid.addWidget(widget, line, place)
        self._sliders[axis], self._words[axis] = slider, words

    def _make_question(self) -> QFrame:
        asked = QFrame()
        asked.setObjectName("afreshQuestion")
        asked.setProperty("card", True)
        text = label(tr("Forget what was learned? What you decided stays on your clips."), wraps=True)
        keep = button(tr("Learn from now on"), partial(self._start_afresh, False))
        keep.setObjectName("afreshKeep")
        keep.setToolTip(tr("Earlier decisions are kept and can count again: this can be taken back"))
        forget = button(tr("Forget decisions too"), partial(self._start_afresh, True))
        forget.setObjectName("afreshForget")
        forget.setProperty("danger", True)
        forget.setToolTip(tr("Earlier decisions are no longer kept to learn from: this can't be taken back"))
        layout = column(text, spacing=8, margin=12)
        layout.addLayout(row(keep, forget, None))
        layout.addLayout(row(button(tr("Cancel"), self._close_question), None))
        asked.setLayout(layout)
        asked.hide()
        return asked

    def _ask(self) -> None:
        self._question.show()
        self._fit()

    def _close_question(self) -> None:
        self._question.hide()
        self._fit()

    def _start_afresh(self, forgets_decisions: bool) -> None:
        self._taste.start_afresh(forgets_decisions)
        self._close_question()

    def _fit(self) -> None:
        """Be as high as what is shown, and stay on the screen."""
        if (layout := self.layout()) is not None:
            layout.activate()
        self.adjustSize()
        over = self.geometry().bottom() - self.screen().availableGeometry().bottom()
        if over > 0:
            self.move(self.x(), self.y() - over)

    def _on_moved(self, axis: Axis, value: int) -> None:
        self._taste.set_weight(axis, value / _STEPS)

    def _show(self) -> None:
        weights = self._taste.weights
        for axis in AXES:
            slider = self._sliders[axis]
            slider.blockSignals(True)
            slider.setValue(round(weights.of(axis) * _STEPS))
            slider.blockSignals(False)
            is_judged = self._is_judged(axis)
            slider.setEnabled(is_judged or weights.of(axis) != 1.0)
            self._words[axis].setText(weight_words(weights.of(axis)) if is_judged else tr("not judged"))
        self._reset.setEnabled(not weights.is_usual)
        self._show_learned(self._taste.learned)

    def _is_judged(self, axis: Axis) -> bool:
        clips = self._review.clips
        return not clips or any((judged := c.axes.get(axis)) and judged.score is not None for c in clips)

    def _show_learned(self, learned: Learned) -> None:
        ranker = learned.ranker
        count = learned.decisions
        self._told.setText(
            tr("Learned from %n decisions", "", count)
            if learned.is_applied
            else tr("Learning from %n decisions …", "", count)
            if learned.is_fitting and count
            else tr("Nothing learned yet")
            if not (ranker and ranker.is_used)
            else tr("Learned from %n decisions, not used", "", count)
        )
        self._why.setText(_why(learned))
        self._use.setChecked(learned.is_on)
        self._afresh.setEnabled(count > 0)
        self._back.setVisible(self._taste.can_take_back)
        self._fit()


def _why(learned: Learned) -> str:
    """Return what was learned and how well, or why nothing is used."""
    ranker = learned.ranker
    if ranker is None or not learned.decisions:
        return tr(
            "Approve, reject and export clips as always: the ranking learns from that, on this computer alone."
        )
    found = ranker.held_out
    if not found.pairs:
        return told(ranker.reason)
    measured = tr(
        "Tried on decisions it had not seen, it put {learned} % of pairs of clips in your order, the usual ranking"
        " {usual} %."
    ).format(learned=f"{100 * found.learned:.0f}", usual=f"{100 * found.usual:.0f}")
    rest = [] if ranker.is_used else [tr("The usual ranking stays until learning is clearly better.")]
    return " ".join((told(ranker.reason), measured, *rest))
