"""How a clip was judged on each axis: a line each, what counted most first, what could not be judged last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.schema.plan import AXES, Axis, AxisScore
from ui import theme
from ui.axes import AXIS_HINTS, AXIS_NAMES, evidence_words, unjudged_words
from ui.widgets.basics import column, label, restyle, row, together
from ui.widgets.meter import Meter
from ui.wording import tr

_FIGURE_PX = 26
_GAP_PX = 8
_LINES_A_TURN = 3


class AxesPart(QWidget):
    """Lines stay while clips change: making and dressing eight of them took longer than all else of the page."""

    def __init__(self) -> None:
        super().__init__()
        self._judged: dict[Axis, _AxisRow] = {}
        self._unjudged: dict[Axis, _UnjudgedRow] = {}
        self._shown: tuple[Mapping[Axis, AxisScore], tuple[Axis, ...]] = ({}, ())
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.setLayout(self._lines)

    def get_ready(self) -> Iterator[None]:
        """Make the lines before they are needed, one a step, and paint each where nobody sees it."""
        for axis in AXES:
            if axis not in self._judged:
                line = self._line(axis)
                self._lines.addWidget(line)
                line.grab()
                line.hide()
            yield

    def _line(self, axis: Axis) -> _AxisRow:
        return self._judged.get(axis) or self._judged.setdefault(axis, _AxisRow(axis))

    def show_axes(self, axes: Mapping[Axis, AxisScore], strongest: tuple[Axis, ...]) -> None:
        """Show how a clip was judged; those that counted most stand out. Nothing where nobody judged it.

        Lines that are not made yet come a few in each turn of the loop: all at once hold the first clip up.
        """
        self._shown = axes, strongest
        self._show_more()

    def _show_more(self) -> None:
        axes, strongest = self._shown
        judged = [axis for axis in AXES if (found := axes.get(axis)) and found.score is not None]
        first = [
            *(axis for axis in strongest if axis in judged),
            *(axis for axis in judged if axis not in strongest),
        ]
        last = [axis for axis in AXES if axes and axis not in first]
        lines = [self._shown_line(axis, axes.get(axis), axis in strongest) for axis in self._next_of(first, last)]
        self._set_in_order(lines)
        if len(lines) < len(first) + len(last):
            QTimer.singleShot(0, self, self._show_more)

    def _next_of(self, judged: list[Axis], unjudged: list[Axis]) -> list[Axis]:
        """Return the axes whose lines are there, and as many of the next ones as are made in a turn."""
        order = [*judged, *unjudged]
        missing = [
            place
            for place, axis in enumerate(order)
            if axis not in (self._judged if place < len(judged) else self._unjudged)
        ]
        return order[: missing[_LINES_A_TURN]] if len(missing) > _LINES_A_TURN else order

    def _shown_line(self, axis: Axis, judged: AxisScore | None, is_strong: bool) -> QWidget:
        if judged is not None and judged.score is not None:
            line = self._line(axis)
            line.show_score(judged, is_strong)
            return line
        why = self._unjudged.get(axis) or self._unjudged.setdefault(axis, _UnjudgedRow(axis))
        why.show_reason(judged)
        return why

    def _set_in_order(self, shown: list[QWidget]) -> None:
        with together(self._lines):
            for place, line in enumerate(shown):
                if self._lines.indexOf(line) != place:
                    self._lines.removeWidget(line)
                    self._lines.insertWidget(place, line)
            for line in (*self._judged.values(), *self._unjudged.values()):
                line.setVisible(line in shown)


def _names_px() -> int:
    return max(72, theme.widest([tr(name) for name in AXIS_NAMES.values()], theme.BODY_PX) + 4)


class _AxisRow(QWidget):
    """One axis: its name, a bar, the figure, and the words that earned it; one that counted most stands out."""

    def __init__(self, axis: Axis) -> None:
        super().__init__()
        self._axis = axis
        names_px = _names_px()
        self.setObjectName(f"axis_{AXIS_NAMES[axis]}")
        self._title = label(tr(AXIS_NAMES[axis]), "muted")
        theme.fix_width(self._title, names_px)
        self._title.setToolTip(tr(AXIS_HINTS[axis]))
        self._figure = label("", "muted")
        theme.give_font(self._figure, is_tabular=True)
        theme.fix_width(self._figure, _FIGURE_PX)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = Meter(None, partial(theme.score_colour, 0.0))
        self._words = label("", "small", wraps=True)
        self._under = QWidget()
        line = row(self._title, self._bar, self._figure, spacing=_GAP_PX)
        line.setStretch(1, 1)
        below_title = QWidget()
        theme.fix_width(below_title, names_px)
        under = row(below_title, self._words, spacing=_GAP_PX)
        under.setStretch(1, 1)
        self._under.setLayout(under)
        layout = column(spacing=2)
        layout.addLayout(line)
        layout.addWidget(self._under)
        self.setLayout(layout)

    def show_score(self, judged: AxisScore, is_strong: bool) -> None:
        """Show how a clip was judged."""
        score = judged.score or 0.0
        for part in (self._title, self._figure):
            restyle(part, "role", "strongBody" if is_strong else "muted")
        self._figure.setText(f"{score:.0f}")
        self._bar.show_figure(score, partial(theme.score_colour, score))
        told = tr("{name}: {score:.0f} of 100").format(name=self._title.text(), score=score)
        self._bar.setAccessibleName(told)
        words = evidence_words(self._axis, judged.evidence)
        self._words.setText(words)
        self._under.setVisible(bool(words))


class _UnjudgedRow(QWidget):
    """An axis that has no score, and why."""

    def __init__(self, axis: Axis) -> None:
        super().__init__()
        self._axis = axis
        self.setObjectName(f"unjudged_{AXIS_NAMES[axis]}")
        title = label(tr(AXIS_NAMES[axis]), "muted")
        theme.fix_width(title, _names_px())
        title.setToolTip(tr(AXIS_HINTS[axis]))
        self._why = label("", "small", wraps=True)
        line = row(title, self._why, spacing=_GAP_PX)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_reason(self, judged: AxisScore | None) -> None:
        """Show why a clip could not be judged."""
        self._why.setText(unjudged_words(self._axis, judged))
