"""The state machines of runs, jobs, outputs and publications, as tables. Anything not listed is illegal."""

from __future__ import annotations

RUN_TRANSITIONS: dict[str, frozenset[str]] = {
    "started": frozenset({"analysis_complete", "failed"}),
    "analysis_complete": frozenset({"fully_generated", "delivery_failed", "failed", "started"}),
    # Work that is asked for again, or anew, goes back to where it continues from.
    "failed": frozenset({"started"}),
    "delivery_failed": frozenset({"analysis_complete", "started"}),
    "fully_generated": frozenset({"analysis_complete", "started"}),
}
JOB_TRANSITIONS: dict[str, frozenset[str]] = {
    "pending": frozenset({"in_progress", "completed"}),
    "in_progress": frozenset({"completed", "failed", "pending"}),
    "failed": frozenset({"pending"}),
    "completed": frozenset({"pending"}),
}
OUTPUT_TRANSITIONS: dict[str, frozenset[str]] = {
    "pending": frozenset({"rendering", "failed"}),
    "rendering": frozenset({"rendered", "failed", "pending"}),
    "failed": frozenset({"pending"}),
    "rendered": frozenset({"pending"}),
}
PUBLICATION_TRANSITIONS: dict[str, frozenset[str]] = {
    "pending": frozenset({"sending", "failed"}),
    "sending": frozenset({"published", "failed", "pending"}),
    "failed": frozenset({"pending"}),
    # Looked for once more where it was sent to.
    "published": frozenset({"pending"}),
}


def sources_of(transitions: dict[str, frozenset[str]], state: str) -> tuple[str, ...]:
    """Return the states from which `state` can be reached in one step."""
    return tuple(sorted(start for start, ends in transitions.items() if state in ends))
