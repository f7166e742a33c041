"""A clip elsewhere in the workspace that says nearly the same."""

from core.schema.clip import Decision
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


class Words(Record):
    """A run of words; `is_shared` says whether the other clip says them too."""

    text: str
    is_shared: bool


class TwinSide(Record):
    """One of two clips that say nearly the same: where it is from, what it says, and what became of it.

    `at` and `seconds` are its start and length in source seconds, `score` is what the list of clips shows.
    """

    clip_id: str
    run_id: str
    title: str
    source_name: str
    at: float
    seconds: float
    score: float
    decision: Decision
    words: tuple[Words, ...]


class TwinPair(Record):
    """Two clips of different runs that say nearly the same; `share` is how much of the shorter one (0 to 1)."""

    one: TwinSide
    other: TwinSide
    share: float
