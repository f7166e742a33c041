"""How far the search by meaning is, in one quiet line: how it can be had, what it does, why it does not go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from core.schema.search import MeaningState
from ui.widgets.basics import ElidedLabel, button, row
from ui.widgets.timecode import dollars, number
from ui.wording import told, tr


class MeaningLine(QWidget):
    """Hidden where everything is known.

    Signals:
        settings_wanted(): The user wants to set an endpoint.
        stopped(), resumed(): Nothing more is to be asked for; it is to go on.
        anew_wanted(): All that is known is to be forgotten and asked for again.
    """

    settings_wanted = Signal()
    stopped = Signal()
    resumed = Signal()
    anew_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("meaningLine")
        self._words = ElidedLabel("", "small")
        self._words.setObjectName("meaningState")
        self._set = _flat(tr("Set one up…"), self.settings_wanted.emit, "meaningSet")
        self._set.setToolTip(tr("An embedding endpoint, in Settings › Providers"))
        self._stop = _flat(tr("Stop"), self.stopped.emit, "meaningStop")
        self._stop.setAccessibleName(tr("Stop reading for the meaning"))
        self._resume = _flat(tr("Go on"), self.resumed.emit, "meaningResume")
        self._resume.setAccessibleName(tr("Go on reading for the meaning"))
        self._anew = _flat(tr("Read all anew"), self.anew_wanted.emit, "meaningAnew")
        # As wide as it is long, so that what can be done about it stands beside it.
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        laid = row(self._words, self._set, self._stop, self._resume, self._anew, None)
        laid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(laid)

    def show_state(self, state: MeaningState, has_runs: bool, problem: str = "") -> None:
        """Show how far it is, or the `problem` that the question asked last met."""
        is_set = bool(state.model)
        self._words.setText(told(problem) if problem else _words(state))
        self._words.setToolTip(self._words.text())
        self._set.setVisible(not is_set)
        self._stop.setVisible(state.is_working)
        self._anew.setVisible(state.is_other)
        is_held = is_set and not state.is_working and not state.is_other
        self._resume.setVisible(is_held and bool(state.is_stopped or state.problem))
        is_open = state.is_working or state.is_stopped or bool(state.problem or problem)
        self.setVisible(is_open if is_set else has_runs)


def _flat(text: str, run: Callable[[], object], name: str) -> QPushButton:
    made = button(text, run)
    made.setObjectName(name)
    made.setProperty("flat", True)
    return made


def _words(state: MeaningState) -> str:
    if not state.model:
        return tr("Only words are found. A service that knows meanings finds what was meant as well.")
    how_far = tr("{known} of {all} passages are known by their meaning").format(
        known=number(state.known), all=number(state.passages)
    )
    if state.problem:
        return f"{how_far} · {told(state.problem)}"
    if state.is_stopped:
        how_far = tr("{known} of {all} passages are known by their meaning; stopped").format(
            known=number(state.known), all=number(state.passages)
        )
    if state.left_usd and state.known < state.passages:
        rest = tr("the rest costs at most {price}").format(price=dollars(float(state.left_usd)))
        return f"{how_far} · {rest}"
    return how_far
