"""Making an example of what the user did with a clip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.learning.features import features_of
from core.schema.clip import Clip, Decision
from core.schema.learning import Example
from core.schema.time import Cut


@dataclass(frozen=True)
class Change:
    """One edit of a clip by hand that stands: the clip before (None where it was made so) and after."""

    before: Clip | None
    after: Clip
    at: float


def example_of(clip: Clip, source_id: str, changes: Sequence[Change], exported_at: float = 0.0) -> Example | None:
    """Return what a clip teaches, or None where the user did nothing with it that says anything about it.

    Args:
        clip: The clip as it is now.
        source_id: What it is cut from.
        changes: Its edits by hand, oldest first, without those that were undone.
        exported_at: When the user last asked for its files, in seconds since the epoch; 0 for never.
    """
    decided = [each for each in changes if _decision(each.before) != each.after.decision]
    trimmed = [each for each in changes if each.before is not None and each.before.cut != each.after.cut]
    decision: Decision = decided[-1].after.decision if decided else "undecided"
    shown = trimmed[0].before if trimmed and trimmed[0].before is not None else clip
    share = apart(shown.cut, clip.cut)
    if decision == "undecided" and not (exported_at or share or clip.is_handmade):
        return None
    telling = [each.at for each in (*decided, *trimmed)] or [each.at for each in changes]
    return Example(
        clip_id=clip.id,
        run_id=clip.run_id,
        source_id=source_id,
        title=clip.wording.title,
        reason=clip.reason,
        cut=shown.cut,
        decision=decision,
        at=max([*telling, exported_at], default=0.0),
        trimmed=round(share, 4),
        kept_seconds=round(clip.cut.duration, 3),
        exported_at=exported_at,
        is_handmade=clip.is_handmade,
        features=features_of(shown),
    )


def _decision(clip: Clip | None) -> Decision:
    return clip.decision if clip is not None else "undecided"


def apart(one: Cut, other: Cut) -> float:
    """Return the share of two cuts that they don't have in common: 0 where they are the same, 1 where apart."""
    shared = sum(left.overlap(right) for left in one.ranges for right in other.ranges)
    united = one.duration + other.duration - shared
    return 1.0 - shared / united if united > 0 else 0.0
