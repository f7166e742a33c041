"""A clip elsewhere in the workspace that says nearly the same."""

from __future__ import annotations

from core.schema.record import Record


class Twin(Record):
    """The other clip: its run, title and source, its start (source seconds), what share is the same (0 to 1)."""

    clip_id: str
    run_id: str
    title: str
    source_name: str
    at: float
    share: float

    @property
    def told(self) -> str:
        """What is said of it: "Nearly the same as “The loan” in episode 11"."""
        name = self.source_name.rsplit(".", 1)[0]
        return f"Nearly the same as “{self.title}” in {name}"
