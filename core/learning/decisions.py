"""What decisions say: how much a clip was wanted, which of them count, and whether they are enough to learn from.

Told without arrays, so that the start of the window, which asks this, waits for no numpy.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from core.schema.learning import FEATURES_VERSION, Example, Ranker

GRADES = {"rejected": 0.0, "maybe": 1.0, "approved": 2.0}
EXPORTED = 2.5
"""How much a clip was wanted; one that was made a file of is wanted surely."""

HARDLY_KEPT = 0.6
"""Share trimmed away above which an approval is about what the user made of the clip, not about the proposal."""

FEWEST = 10
"""Decisions below which nothing is learned; they must hold at least `FEWEST_A_SIDE` wanted and unwanted clips."""
FEWEST_A_SIDE = 3


def grade(example: Example) -> float | None:
    """Return how much the user wanted a clip, 0 to 2.5; None where nothing was decided.

    The last decision counts before everything else; without one, a clip that was made by hand or a file of is
    wanted, and one that was trimmed is looked at again, which is as good as a maybe.
    """
    if example.decision == "rejected":
        return GRADES["rejected"]
    if example.exported_at:
        return EXPORTED
    if example.decision in GRADES:
        is_other = example.trimmed > HARDLY_KEPT
        return GRADES["maybe"] if is_other else GRADES[example.decision]
    if example.is_handmade:
        return GRADES["approved"]
    return GRADES["maybe"] if example.trimmed > 0 else None


def label_of(example: Example) -> str:
    """Return in a word what the user did: rejected, exported, approved, maybe, made (by hand), trimmed."""
    if example.decision != "rejected" and example.exported_at:
        return "exported"
    if example.decision != "undecided":
        return example.decision
    return "made" if example.is_handmade else "trimmed"


def usable(examples: Sequence[Example]) -> list[Example]:
    """Return the examples that say something and whose features are of today's kind, in a fixed order."""
    told = [each for each in examples if grade(each) is not None and each.features_version == FEATURES_VERSION]
    return sorted(told, key=lambda each: (each.source_id, each.cut.start, each.clip_id))


def digest(examples: Sequence[Example]) -> str:
    """Return what names a set of examples, so that a ranker made of others is known to be old."""
    lines = sorted(each.model_dump_json() for each in examples)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def too_few(examples: Sequence[Example]) -> Ranker | None:
    """Return what is learned of too few decisions, which is nothing, and why; None where they are enough."""
    known = usable(examples)
    missing = _lacking(known)
    if not missing:
        return None
    sources = len({each.source_id for each in known})
    return Ranker(decisions=len(known), sources=sources, reason=missing, made_of=digest(examples))


def _lacking(known: Sequence[Example]) -> str:
    """Return what is lacking to learn anything, in a sentence; empty where nothing is."""
    if len(known) < FEWEST:
        return f"Too few decisions: {len(known)} of at least {FEWEST}."
    grades = [grade(each) or 0.0 for each in known]
    wanted = sum(value >= 1.5 for value in grades)
    if wanted < FEWEST_A_SIDE:
        return f"Too few clips were approved to tell what you like: {wanted} of at least {FEWEST_A_SIDE}."
    if len(known) - wanted < FEWEST_A_SIDE:
        return f"Too few clips were rejected to tell: {len(known) - wanted} of at least {FEWEST_A_SIDE}."
    return ""
