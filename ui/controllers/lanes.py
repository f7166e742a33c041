"""The lanes of work in words: what each is called, and what it is doing. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.queue import LaneState, QueueState

LANE_TITLES: dict[str, str] = {
    "io": "Reading files",
    "speech": "Transcribing",
    "vision": "Looking at pictures",
    "llm": "Language model",
    "encode": "Rendering",
}
_DOING = {**{name: title.lower() for name, title in LANE_TITLES.items()}, "llm": "scoring"}


def work_words(lanes: Sequence[LaneState]) -> str:
    """Return what runs and how much waits, in one line."""
    working = [_doing(lane) for lane in lanes if lane.running]
    queued = sum(lane.queued for lane in lanes)
    text = " · ".join(working) if working else "nothing is running"
    text = text[0].upper() + text[1:]
    return f"{text}  ·  {queued} waiting" if queued else text


def hold_words(state: QueueState) -> str:
    """Return why nothing new is started, or nothing where that is not so."""
    if state.hold == "user":
        return "Queue paused"
    return f"Paused. {state.reason}" if state.is_held else ""


def hold_line(state: QueueState) -> str:
    """Return the same in one line: what happened, without what can be done about it."""
    return hold_words(state).partition(" Free ")[0].rstrip(".")


def hold_advice(state: QueueState) -> str:
    """Return the same with what can be done about it, in whole sentences."""
    if state.hold == "user":
        return "The queue is paused. Resume it in the status bar or with Ctrl+P."
    return hold_words(state)


def _doing(lane: LaneState) -> str:
    words = _DOING.get(lane.name, lane.name)
    return f"{words} ({lane.running})" if lane.running > 1 else words
