"""Where runs stand in the queue. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.pipeline.lanes import Rank
from core.schema.run import PRIORITIES, RunRecord


def rank_of(run: RunRecord) -> Rank:
    """Return a run's rank: its priority, then its position; lower goes first."""
    return PRIORITIES.index(run.priority), run.position


def in_order(runs: Sequence[RunRecord]) -> list[RunRecord]:
    """Return runs in the order they are served."""
    return sorted(runs, key=rank_of)


def moved(runs: Sequence[RunRecord], run_id: str, place: int) -> dict[str, float]:
    """Return the new positions by which a run comes to stand at a place (0 first) among those of its priority.

    The positions that are there are handed out anew, so that runs which are not shown keep theirs.
    """
    priority = next(run.priority for run in runs if run.id == run_id)
    peers = [run for run in in_order(runs) if run.priority == priority]
    others = [run for run in peers if run.id != run_id]
    place = max(0, min(place, len(others)))
    wanted = [*(run.id for run in others[:place]), run_id, *(run.id for run in others[place:])]
    return {moving: run.position for moving, run in zip(wanted, peers, strict=True) if run.id != moving}
