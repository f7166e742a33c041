"""A quality check: what was looked at in a finished file, and what was found."""

from typing import Literal

from core.schema.record import Record

CheckName = Literal[
    "decodes",
    "format",
    "size",
    "duration",
    "frames",
    "sync",
    "loudness",
    "peak",
    "black",
    "frozen",
    "captions",
    "faces",
]


class Check(Record):
    """One thing that was checked in the finished file. `found` says in a sentence what, with its figures.

    `is_passed` is False where somebody should look at the file before posting it; nothing is held back for it.
    """

    name: CheckName
    is_passed: bool
    found: str
