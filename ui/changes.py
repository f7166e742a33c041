"""What an edit changed of a clip, in words a person reads at a glance. No Qt."""

from __future__ import annotations

from core.schema.clip import Clip, Decision
from ui.widgets.timecode import clock_tenths

_DECIDED: dict[Decision, str] = {
    "approved": "Approved",
    "rejected": "Rejected",
    "maybe": "Maybe",
    "undecided": "Not decided",
}


def change_words(before: Clip, after: Clip) -> tuple[str, ...]:
    """Return what differs between two states of a clip, a phrase each; empty where nothing does."""
    words: list[str] = []
    if before.decision != after.decision:
        words.append(_DECIDED[after.decision])
    words += _cut_words(before, after)
    words += _texts(before, after)
    if before.style != after.style:
        words.append(f"Style {before.style or 'none'} → {after.style or 'none'}")
    if before.aspects != after.aspects:
        words.append(f"Only in {', '.join(after.aspects)}" if after.aspects else "Shapes as the export asks")
    if before.caption_language != after.caption_language:
        words.append(f"Captions in {after.caption_language or 'the spoken language'}")
    words += [
        name
        for name, is_changed in (
            ("Framing", before.framing != after.framing),
            ("Sound", before.sound != after.sound),
            ("Description or hashtags", before.post != after.post),
        )
        if is_changed
    ]
    return tuple(words)


def _cut_words(before: Clip, after: Clip) -> list[str]:
    words: list[str] = []
    for name, was, now in (
        ("Start", before.cut.start, after.cut.start),
        ("End", before.cut.end, after.cut.end),
    ):
        if abs(was - now) > 1e-4:
            words.append(f"{name} {clock_tenths(was)} → {clock_tenths(now)}")
    inner, other = before.cut.ranges[1:], after.cut.ranges[1:]
    if len(inner) != len(other) or (not words and before.cut != after.cut):
        count = len(other)
        words.append(f"{count} cut{'s' if count != 1 else ''} inside" if count else "Nothing cut inside")
    return words


def _texts(before: Clip, after: Clip) -> list[str]:
    old, new = before.wording, after.wording
    words = [
        f"{name} “{_short(now)}”" if now else f"No {name.lower()}"
        for name, was, now in (
            ("Title", old.title, new.title),
            ("Hook", old.hook, new.hook),
            ("Stressed words", ", ".join(old.stressed), ", ".join(new.stressed)),
            ("Notes", before.notes, after.notes),
        )
        if was != now
    ]
    if old.masks_profanity != new.masks_profanity:
        words.append("Swear words starred" if new.masks_profanity else "Swear words shown")
    return words


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
