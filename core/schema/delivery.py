"""A delivery: one finished file and what was checked about it."""

from core.schema.check import Check
from core.schema.choice import Aspect, Choice
from core.schema.record import ArtifactPath, Record


class Delivery(Record):
    """One rendered clip; `file` and its `thumbnail` (JPEG) lie beside this record."""

    file: ArtifactPath
    aspect: Aspect
    width: int
    height: int
    duration: float
    frame_count: int
    size_bytes: int
    loudness_lufs: float | None = None
    encoder: str = ""
    thumbnail: ArtifactPath | None = None
    checks: tuple[Check, ...] = ()
    choices: tuple[Choice, ...] = ()
