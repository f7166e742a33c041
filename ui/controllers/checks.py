"""What the quality check of a finished file found, in words. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.check import Check, CheckName
from core.schema.run import OutputRecord
from ui.wording import QT_TR_NOOP, tr

CHECK_TITLES: dict[CheckName, str] = {
    "decodes": QT_TR_NOOP("Plays to its end"),
    "format": QT_TR_NOOP("Codecs, picture size, colours"),
    "size": QT_TR_NOOP("Size of the file"),
    "duration": QT_TR_NOOP("Length"),
    "frames": QT_TR_NOOP("Frames"),
    "sync": QT_TR_NOOP("Sound in step with the picture"),
    "loudness": QT_TR_NOOP("Loudness"),
    "peak": QT_TR_NOOP("Loudest instant"),
    "black": QT_TR_NOOP("Black pictures"),
    "frozen": QT_TR_NOOP("Frozen pictures"),
    "captions": QT_TR_NOOP("Captions inside the safe zone"),
    "faces": QT_TR_NOOP("Faces inside the picture"),
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
    return tr("%n things to look at", "", count) if count else tr("Checked")


def doubtful(outputs: Sequence[OutputRecord]) -> int:
    """Return how many finished files somebody should look at."""
    return sum(output.state == "rendered" and failed_count(output.checks) > 0 for output in outputs)
