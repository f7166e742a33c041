"""Sources that were given together, to be worked on while nobody looks."""

from core.schema.record import Record
from core.schema.run import RunOptions


class BatchItem(Record):
    """One source of a batch: a file or an address as it was given, and its run.

    `run_id` is empty while there is none: it waits, or it could not be brought in, and `error` says why.
    """

    id: str
    source: str
    run_id: str = ""
    error: str = ""


class Batch(Record):
    """What was given together, with what was chosen for all of it. Times are seconds since the epoch.

    `ended_at` is 0 while it is worked on, and stays so where the program was ended before.
    """

    id: str
    started_at: float
    ended_at: float = 0.0
    options: RunOptions = RunOptions.by_default()
    items: tuple[BatchItem, ...] = ()
