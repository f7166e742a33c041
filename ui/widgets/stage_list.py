"""Steps of a piece of work, one a line: a sign, a name, a bar while it works, words at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.icons import icon
from ui.widgets.basics import ElidedLabel, label, restyle, row

_SIGNS = {
    "waiting": ("waiting", "text-faint"),
    "working": ("working", "accent"),
    "done": ("done", "approved"),
    "failed": ("failed", "danger"),
}


@dataclass(frozen=True)
class Step:
    """One step: `state` is waiting, working, done or failed; `fraction` 0 to 1 is shown while working."""

    name: str
    state: str
    fraction: float = 0.0
    summary: str = ""
    hint: str = ""


class StageList(QWidget):
    """Shows steps; rows are kept and changed in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_StepRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps."""
        while len(self._rows) < len(steps):
            made = _StepRow()
            self._rows.append(made)
            self._layout.addWidget(made)
        for made, step in zip(self._rows, steps, strict=False):
            made.show_step(step)
        for made in self._rows[len(steps) :]:
            made.hide()


class _StepRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
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
        layout = row(self._sign, self._name, self._bar, self._summary)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self.show()
        if step == self._shown:
            return
        self._shown = step
        sign, tint = _SIGNS[step.state]
        self._sign.setPixmap(icon(sign, tint).pixmap(16, 16))
        self._name.setText(step.name)
        restyle(self._name, "role", "muted" if step.state == "waiting" else "")
        self._bar.setVisible(step.state == "working")
        self._bar.setValue(round(step.fraction * 1000))
        self._summary.setText(step.summary)
        self.setToolTip(step.hint)
        self.setAccessibleName(f"{step.name}: {step.state} {step.summary}")
