"""Steps of undo of drafts, kept beside them, so that they outlive the program."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from core.schema.draft import DraftStep
from core.schema.record import Record
from core.schema.style import Style
from core.styles.authoring.store import DRAFTS, STEPS
from core.whole_file import write_whole

_log = logging.getLogger(__name__)
# Written whenever a draft stands still, and read at every start.
MOST_KEPT = 40


class _Line(Record):
    name: str
    label: str
    before: int
    after: int
    at: float
    what: str = ""


class _Steps(Record):
    """Steps with the numbers of the states between them, most of which two steps share."""

    states: tuple[Style, ...] = ()
    done: tuple[_Line, ...] = ()
    undone: tuple[_Line, ...] = ()


def keep_steps(done: Sequence[DraftStep], undone: Sequence[DraftStep], folder: Path) -> None:
    """Keep the last steps of either list. What can't be kept is logged: the drafts themselves are what counts."""
    states: list[Style] = []
    places: dict[int, int] = {}

    def number(style: Style) -> int:
        if id(style) not in places:
            places[id(style)] = len(states)
            states.append(style)
        return places[id(style)]

    def lines(steps: Sequence[DraftStep]) -> tuple[_Line, ...]:
        return tuple(
            _Line(
                name=step.name,
                label=step.label,
                before=number(step.before),
                after=number(step.after),
                at=step.at,
                what=step.what,
            )
            for step in steps[-MOST_KEPT:]
        )

    kept = _Steps(done=lines(done), undone=lines(undone), states=tuple(states))
    try:
        (folder / DRAFTS).mkdir(parents=True, exist_ok=True)
        write_whole(folder / DRAFTS / STEPS, kept.model_dump_json())
    except OSError as error:
        _log.warning("Steps of drafts could not be kept: %s", error)


def load_steps(folder: Path) -> tuple[list[DraftStep], list[DraftStep]]:
    """Return the steps that were done, and those that were undone; none where they can't be read."""
    try:
        kept = _Steps.model_validate_json((folder / DRAFTS / STEPS).read_bytes())
        return (
            [_step(line, kept.states) for line in kept.done],
            [_step(line, kept.states) for line in kept.undone],
        )
    except FileNotFoundError:
        return [], []
    except (OSError, ValidationError, IndexError) as error:
        _log.warning("Steps of drafts could not be read: %s", error)
        return [], []


def _step(line: _Line, states: Sequence[Style]) -> DraftStep:
    return DraftStep(
        name=line.name,
        label=line.label,
        before=states[line.before],
        after=states[line.after],
        at=line.at,
        what=line.what,
    )
