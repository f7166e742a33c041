"""Which lines of the log are wanted."""

from core.schema.record import Record


class LogFilter(Record):
    """What lines of the log must match; an empty field matches all.

    `clip_id` may be the end of one. A `level` takes worse ones in. `is_failure` leaves lines that tell of an
    error: of level error, or with a class of error, as those of an attempt that was made again. Of more than
    `limit` lines (0: no limit) the newest are left.
    """

    run_id: str = ""
    stage: str = ""
    clip_id: str = ""
    level: str = ""
    is_failure: bool = False
    limit: int = 0
