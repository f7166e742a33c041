"""Steps of a piece of work, one a line: a sign, a name, a bar while it works, words at the end, and more below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.icons import show_sign
from ui.widgets.basics import ElidedLabel, column, indent, label, restyle, row, together
from ui.wording import QT_TR_NOOP, tr

_STATES = {
    "waiting": QT_TR_NOOP("waiting"),
    "working": QT_TR_NOOP("working"),
    "done": QT_TR_NOOP("done"),
    "failed": QT_TR_NOOP("failed"),
}
_SIGNS = {
    "waiting": ("waiting", "text-faint"),
    "working": ("working", "accent"),
    "done": ("done", "approved"),
    "failed": ("failed", "danger"),
}
# So many are made in some ten milliseconds.
_ROWS_A_TURN = 3
_UNFOLDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class Step:
    """One step: `state` is waiting, working, done or failed; `fraction` 0 to 1 is shown while working.

    `hint` is its tool tip; `more` is what stands below it once it is unfolded, a line each.
    """

    name: str
    state: str
    fraction: float = 0.0
    summary: str = ""
    hint: str = ""
    more: str = ""


class StageList(QWidget):
    """Shows steps; rows are kept and changed in place. A step that has more to say unfolds by click or key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_StepRow] = []
        self._steps: tuple[Step, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def get_ready(self, count: int) -> Iterator[None]:
        """Make so many lines before they are needed, one a step, and paint each where nobody sees it."""
        while len(self._rows) < count:
            made = self._add_row()
            made.grab()
            yield

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps; rows that are not made yet come a few in each turn of the loop."""
        self._steps = tuple(steps)
        self._show_more()

    def _show_more(self) -> None:
        with together(self._layout):
            for _ in range(min(_ROWS_A_TURN, len(self._steps) - len(self._rows))):
                self._add_row()
            for made, step in zip(self._rows, self._steps, strict=False):
                made.show_step(step)
            for made in self._rows[len(self._steps) :]:
                made.hide()
        if len(self._rows) < len(self._steps):
            QTimer.singleShot(0, self, self._show_more)

    def _add_row(self) -> _StepRow:
        made = _StepRow()
        made.hide()
        made.unfolded.connect(self._on_unfolded)
        self._rows.append(made)
        self._layout.addWidget(made)
        return made

    def fold(self) -> None:
        """Fold every step."""
        for made in self._rows:
            made.unfold(False)

    def _on_unfolded(self, opened: QWidget) -> None:
        for made in self._rows:
            if made is not opened:
                made.unfold(False)


class _StepRow(QWidget):
    """Signals:
    unfolded(QWidget): This row shows more now.
    """

    unfolded = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("step", True)
        self.setProperty("ownKeys", [key.value for key in _UNFOLDING])
        self._shown: Step | None = None
        self._sign = QLabel()
        self._sign.setFixedWidth(20)
        self._name = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._bar.setFixedWidth(72)
        self._summary = label("", "small")
        self._summary.setMinimumWidth(56)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._more = label("", "small", wraps=True)
        self._more.setObjectName("stepMore")
        indent(self._more, 28, 4, 4)
        self._more.hide()
        line = row(self._sign, self._name, self._bar, self._summary)
        line.setStretch(1, 1)
        layout = column(spacing=2)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addLayout(line)
        layout.addWidget(self._more)
        self.setLayout(layout)

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self.show()
        if step == self._shown:
            return
        self._shown = step
        sign, tint = _SIGNS[step.state]
        show_sign(self._sign, sign, tint, 16)
        self._name.setText(step.name)
        restyle(self._name, "role", "muted" if step.state == "waiting" else "")
        self._bar.setVisible(step.state == "working")
        self._bar.setValue(round(step.fraction * 1000))
        self._summary.setText(step.summary)
        self._more.setText(step.more)
        self.setToolTip(step.hint)
        self.setAccessibleName(f"{step.name}: {tr(_STATES[step.state])} {step.summary}")
        self.setAccessibleDescription(step.more)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if step.more else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if step.more else Qt.CursorShape.ArrowCursor)
        restyle(self, "foldable", bool(step.more))
        if not step.more:
            self._more.hide()

    def unfold(self, is_unfolded: bool) -> None:
        """Show or hide what there is more to say."""
        wanted = is_unfolded and bool(self._more.text())
        if wanted != self._more.isVisibleTo(self):
            self._more.setVisible(wanted)
            if wanted:
                self.unfolded.emit(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.unfold(not self._more.isVisibleTo(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold or fold."""
        if event.key() in _UNFOLDING:
            self.unfold(not self._more.isVisibleTo(self))
        else:
            super().keyPressEvent(event)
