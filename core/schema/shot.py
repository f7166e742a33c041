"""A shot: the picture between two cuts."""

from core.schema.record import Record


class Shot(Record):
    """The half-open span of source seconds between two cuts."""

    start: float
    end: float
