"""Where runs stand in the queue."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.pipeline.order import in_order, moved
from core.schema.run import PRIORITIES, RunRecord


def runs_of(priorities: list[str]) -> list[RunRecord]:
    """Return runs of these priorities, in this order of position."""
    return [
        RunRecord(
            id=f"r{place}",
            source_id="s",
            source_name="s",
            source_path=Path("s.mp4"),
            state="started",
            priority=priority,  # type: ignore[arg-type]
            position=float(place) * 1.5,
        )
        for place, priority in enumerate(priorities)
    ]


@given(st.lists(st.sampled_from(PRIORITIES), min_size=1, max_size=12), st.data(), st.integers(-3, 15))
def test_a_moved_run_stands_where_it_was_put_and_nobody_else_changes_order(
    priorities: list[str], data: st.DataObject, place: int
) -> None:
    runs = runs_of(priorities)
    chosen = data.draw(st.sampled_from(runs))
    positions = moved(runs, chosen.id, place)
    after = [run.model_copy(update={"position": positions.get(run.id, run.position)}) for run in runs]
    before_ids = [run.id for run in in_order(runs)]
    after_ids = [run.id for run in in_order(after)]
    peers = [run.id for run in in_order(after) if run.priority == chosen.priority]
    assert peers.index(chosen.id) == max(0, min(place, len(peers) - 1))
    others = [run_id for run_id in before_ids if run_id != chosen.id]
    assert [run_id for run_id in after_ids if run_id != chosen.id] == others
    assert len({run.position for run in after}) == len(runs)


def test_priorities_go_before_positions() -> None:
    assert [run.id for run in in_order(runs_of(["low", "normal", "high"]))] == ["r2", "r1", "r0"]
