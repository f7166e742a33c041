"""What the quality check of a finished file found, in words. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.check import Check, CheckName
from core.schema.run import OutputRecord

CHECK_TITLES: dict[CheckName, str] = {
    "decodes": "Plays to its end",
    "format": "Codecs, picture size, colours",
    "size": "Size of the file",
    "duration": "Length",
    "frames": "Frames",
    "sync": "Sound in step with the picture",
    "loudness": "Loudness",
    "peak": "Loudest instant",
    "black": "Black pictures",
    "frozen": "Frozen pictures",
    "captions": "Captions inside the safe zone",
    "faces": "Faces inside the picture",
}


def failed_first(checks: Sequence[Check]) -> list[Check]:
    """Return the checks in their order, those to look at before the rest."""
    return sorted(checks, key=lambda check: check.is_passed)


def failed_count(checks: Sequence[Check]) -> int:
    """Return how many things somebody should look at."""
    return sum(not check.is_passed for check in checks)


def verdict(checks: Sequence[Check]) -> str:
    """Return `Checked`, `1 thing to look at`, or nothing for a file that was not checked."""
    if not checks:
        return ""
    count = failed_count(checks)
    return f"{count} thing{'s' if count > 1 else ''} to look at" if count else "Checked"


def doubtful(outputs: Sequence[OutputRecord]) -> int:
    """Return how many finished files somebody should look at."""
    return sum(output.state == "rendered" and failed_count(output.checks) > 0 for output in outputs)
