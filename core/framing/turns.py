"""Whose turn it is: whom to show when, so that cuts follow the talk and no shot is too short to see.

The best sequence of people is found by dynamic programming: showing the one who talks earns the belief that
they do, every change costs. So a short remark does not cut away, and a long answer always does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from core.framing.scene import Series, Subject
from core.schema.time import TimeSpan

# In seconds of certain talk that a change must be worth.
CHANGE_COST = 0.9
MIN_HOLD_SECONDS = 1.5
# A cut to the next one comes as soon as the one before is silent, this much ahead at most, as editors do.
LEAD_SECONDS = 0.4
SIZE_VALUE = 0.10
UNSEEN_COST = 0.4


class Turn(NamedTuple):
    """A stretch in which one person (an index into the subjects) is shown."""

    start: float
    end: float
    subject: int


def take_turns(
    subjects: Sequence[Subject],
    span: TimeSpan,
    change_cost: float = CHANGE_COST,
    min_hold: float = MIN_HOLD_SECONDS,
    current: int | None = None,
) -> list[Turn]:
    """Return whom to show over a span, gapless, no turn shorter than `min_hold` seconds unless the span is.

    Who is `current`, shown just before, stays until somebody else's talk is worth a change.
    """
    at = subjects[0].at
    step = span.duration / max(1, len(at) - 1)
    biggest = max(subject.size for subject in subjects)
    values = np.stack(
        [(s.speaking + SIZE_VALUE * s.size / biggest - UNSEEN_COST * ~s.is_seen) * step for s in subjects]
    )
    if current is not None:
        values[current, 0] += change_cost
    chosen = _led(_best_sequence(values, change_cost), [s.speaking for s in subjects], round(LEAD_SECONDS / step))
    turns = _runs(chosen, at, span)
    return _without_short(turns, min_hold)


def _best_sequence(values: np.ndarray[tuple[int, ...], np.dtype[np.floating]], change_cost: float) -> list[int]:
    people, steps = values.shape
    came_from = np.zeros((people, steps), dtype=int)
    best = values[:, 0].copy()
    for step in range(1, steps):
        leader = int(best.argmax())
        changes = best[leader] - change_cost > best
        came_from[:, step] = np.where(changes, leader, np.arange(people))
        best = np.where(changes, best[leader] - change_cost, best) + values[:, step]
    chosen = [int(best.argmax())]
    for step in range(steps - 1, 0, -1):
        chosen.append(int(came_from[chosen[-1], step]))
    return chosen[::-1]


def _led(chosen: list[int], speaking: Sequence[Series], lead: int) -> list[int]:
    """Return the sequence with every change up to `lead` steps earlier, where the one before is silent by then."""
    led = chosen.copy()
    for step in range(1, len(chosen)):
        before, after = chosen[step - 1], chosen[step]
        for earlier in range(step - 1, max(-1, step - 1 - lead) if before != after else step - 1, -1):
            if chosen[earlier] != before or speaking[before][earlier] >= 0.5:
                break
            led[earlier] = after
    return led


def _runs(
    chosen: Sequence[int], at: np.ndarray[tuple[int, ...], np.dtype[np.floating]], span: TimeSpan
) -> list[Turn]:
    turns: list[Turn] = []
    start = span.start
    for step in range(1, len(chosen)):
        if chosen[step] != chosen[step - 1]:
            change = float(at[step] + at[step - 1]) / 2
            turns.append(Turn(start, change, chosen[step - 1]))
            start = change
    turns.append(Turn(start, span.end, chosen[-1]))
    return turns


def _without_short(turns: list[Turn], min_hold: float) -> list[Turn]:
    """Give short turns, the shortest first, to the longer neighbour, joining what becomes one."""
    turns = turns.copy()
    while len(turns) > 1:
        index = min(range(len(turns)), key=lambda i: turns[i].end - turns[i].start)
        short = turns[index]
        if short.end - short.start >= min_hold:
            break
        beside = [i for i in (index - 1, index + 1) if 0 <= i < len(turns)]
        heir = max(beside, key=lambda i: turns[i].end - turns[i].start)
        first, last = min(index, heir), max(index, heir)
        turns[first : last + 1] = [Turn(turns[first].start, turns[last].end, turns[heir].subject)]
        turns = _joined(turns)
    return turns


def _joined(turns: Sequence[Turn]) -> list[Turn]:
    joined: list[Turn] = []
    for turn in turns:
        if joined and joined[-1].subject == turn.subject:
            joined[-1] = Turn(joined[-1].start, turn.end, turn.subject)
        else:
            joined.append(turn)
    return joined
