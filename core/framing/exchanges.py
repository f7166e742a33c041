"""Where two people talk in such quick turns, or so much at once, that they are better seen together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.framing import rules
from core.framing.scene import Subject
from core.framing.turns import Turn, take_turns
from core.schema.time import TimeSpan

# Every exchange counts here, also those too short to cut to.
FINE_CHANGE_COST, FINE_HOLD_SECONDS = 0.3, 0.6
SURE = 0.5


def find_exchanges(people: Sequence[Subject], span: TimeSpan, is_shown: bool = False) -> list[TimeSpan]:
    """Return the exchanges of two people within a span, in order, each with its edges at changes of turn.

    Args:
        people: The two, on one grid of seconds.
        span: Where to look.
        is_shown: Whether they are being shown together already: then an exchange goes on more easily.
    """
    if span.duration < rules.EXCHANGE_SECONDS or len(people) != 2:
        return []
    first, second = people
    if float(((first.speaking > SURE) & (second.speaking > SURE)).mean()) >= rules.BOTH_TALK:
        return [span]
    usual = rules.EXCHANGE_LEFT_SECONDS if is_shown else rules.EXCHANGE_TURN_SECONDS
    turns = [_heard(turn, people) for turn in take_turns(people, span, FINE_CHANGE_COST, FINE_HOLD_SECONDS)]
    runs: list[list[Turn]] = [[]]
    for turn, heard in turns:
        if heard and turn.end - turn.start <= rules.EXCHANGE_LONGEST_SECONDS:
            runs[-1].append(turn)
        elif runs[-1]:
            runs.append([])
    trimmed = [_trimmed(run, usual) for run in runs]
    found = [
        TimeSpan(start=run[0].start, end=run[-1].end)
        for run in trimmed
        if run and run[-1].end - run[0].start >= rules.EXCHANGE_SECONDS
    ]
    return _joined(found, span)


def _trimmed(run: Sequence[Turn], usual: float) -> list[Turn]:
    """Return a run of turns without long ones at its ends, until they are quick on average; nothing if never."""
    kept = list(run)
    while len(kept) >= rules.EXCHANGE_TURNS:
        if kept[-1].end - kept[0].start <= usual * len(kept):
            return kept
        first, last = (kept[i].end - kept[i].start for i in (0, -1))
        del kept[0 if first >= last else -1]
    return []


def _heard(turn: Turn, people: Sequence[Subject]) -> tuple[Turn, bool]:
    """Return a turn with whether who has it is really talking: silence is no exchange."""
    part = people[turn.subject].within(TimeSpan(start=turn.start, end=turn.end))
    return turn, bool(np.mean(part.speaking) > rules.SOME_TALK)


def _joined(found: Sequence[TimeSpan], span: TimeSpan) -> list[TimeSpan]:
    """Return exchanges without what would be a flash between two of them, or before and after them."""
    joined: list[TimeSpan] = []
    for each in found:
        start = span.start if each.start - span.start < rules.HOLD_SECONDS else each.start
        end = span.end if span.end - each.end < rules.HOLD_SECONDS else each.end
        if joined and start - joined[-1].end < 2 * rules.HOLD_SECONDS:
            start = joined.pop().start
        joined.append(TimeSpan(start=start, end=end))
    return joined
