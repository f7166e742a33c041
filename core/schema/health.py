"""The health of a source: what is odd about a file, and what was done about it."""

from typing import Literal

from core.schema.record import Record
from core.schema.time import TimeSpan

# A `note` changes nothing for the user, a `warning` costs something, a `problem` costs a part of the file.
Severity = Literal["note", "warning", "problem"]


class HealthFinding(Record):
    """One thing found in a source. `subject` is a word or two; `found` and `done` are sentences."""

    subject: str
    severity: Severity
    found: str
    done: str = ""


class SourceHealth(Record):
    """What was found in a source while it was prepared.

    Seconds are source seconds. `sound_offset` is how much later the sound starts than the picture (negative:
    earlier), None where there is only one of them. `gaps` are stretches without pictures (`picture_gaps`) or sound
    (`sound_gaps`) that should have some. Frames are counted from timestamps: `missing_frames` of a constant rate
    that are not there, `duplicate_frames` that share their neighbour's timestamp; None where not counted.
    """

    findings: tuple[HealthFinding, ...] = ()
    sound_offset: float | None = None
    picture_gaps: tuple[TimeSpan, ...] = ()
    sound_gaps: tuple[TimeSpan, ...] = ()
    frames: int | None = None
    missing_frames: int | None = None
    duplicate_frames: int | None = None
    damaged_packets: int = 0

    @property
    def severity(self) -> Severity:
        """The worst there is."""
        worst = {finding.severity for finding in self.findings}
        return "problem" if "problem" in worst else "warning" if "warning" in worst else "note"
