"""The lanes of work in words: what each is called, and what it is doing. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.queue import LaneState, QueueState
from ui.wording import QT_TR_NOOP, told, tr

LANE_TITLES: dict[str, str] = {
    "io": QT_TR_NOOP("Reading files"),
    "speech": QT_TR_NOOP("Transcribing"),
    "vision": QT_TR_NOOP("Looking at pictures"),
    "llm": QT_TR_NOOP("Language model"),
    "encode": QT_TR_NOOP("Rendering"),
}
_DOING: dict[str, str] = {
    "io": QT_TR_NOOP("reading files"),
    "speech": QT_TR_NOOP("transcribing"),
    "vision": QT_TR_NOOP("looking at pictures"),
    "llm": QT_TR_NOOP("scoring"),
    "encode": QT_TR_NOOP("rendering"),
}


def work_words(lanes: Sequence[LaneState]) -> str:
    """Return what runs and how much waits, in one line."""
    working = [_doing(lane) for lane in lanes if lane.running]
    queued = sum(lane.queued for lane in lanes)
    text = " · ".join(working) if working else tr("nothing is running")
    text = text[0].upper() + text[1:]
    return "  ·  ".join((text, tr("%n waiting", "", queued))) if queued else text


def hold_words(state: QueueState, reason: str = "") -> str:
    """Return why nothing new is started, or nothing where that is not so; `reason` in place of the whole one."""
    if state.hold == "user":
        return tr("Queue paused")
    return tr("Paused. {reason}").format(reason=told(reason or state.reason)) if state.is_held else ""


def hold_line(state: QueueState) -> str:
    """Return the same in one line: what happened, without what can be done about it."""
    return hold_words(state, state.reason.partition(" Free ")[0]).rstrip(".")


def hold_advice(state: QueueState) -> str:
    """Return the same with what can be done about it, in whole sentences."""
    if state.hold == "user":
        return tr("The queue is paused. Resume it in the status bar.")
    return hold_words(state)


def _doing(lane: LaneState) -> str:
    words = tr(_DOING.get(lane.name, lane.name))
    return f"{words} ({lane.running})" if lane.running > 1 else words
