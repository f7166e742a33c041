"""What an edit changed of a clip, in words a person reads at a glance. No Qt."""

from __future__ import annotations

from core.schema.clip import Clip, Decision
from ui.language_names import language_title
from ui.widgets.timecode import clock_tenths
from ui.wording import QT_TR_NOOP, tr

_DECIDED: dict[Decision, str] = {
    "approved": QT_TR_NOOP("Approved"),
    "rejected": QT_TR_NOOP("Rejected"),
    "maybe": QT_TR_NOOP("Maybe"),
    "undecided": QT_TR_NOOP("Not decided"),
}


def change_words(before: Clip, after: Clip) -> tuple[str, ...]:
    """Return what differs between two states of a clip, a phrase each; empty where nothing does."""
    words: list[str] = []
    if before.decision != after.decision:
        words.append(tr(_DECIDED[after.decision]))
    words += _cut_words(before, after)
    words += _texts(before, after)
    if before.style != after.style:
        none = tr("none", "style")
        words.append(tr("Style {old} → {new}").format(old=before.style or none, new=after.style or none))
    if before.aspects != after.aspects:
        only = tr("Only in {shapes}").format(shapes=", ".join(after.aspects))
        words.append(only if after.aspects else tr("Shapes as the export asks"))
    if before.caption_language != after.caption_language:
        in_language = tr("Captions in {language}").format(language=language_title(after.caption_language))
        words.append(in_language if after.caption_language else tr("Captions in the spoken language"))
    words += [
        name
        for name, is_changed in (
            (tr("Framing"), before.framing != after.framing),
            (tr("Sound"), before.sound != after.sound),
            (tr("Description or hashtags"), before.post != after.post),
        )
        if is_changed
    ]
    return tuple(words)


def _cut_words(before: Clip, after: Clip) -> list[str]:
    words: list[str] = []
    for told, was, now in (
        (tr("Start {old} → {new}"), before.cut.start, after.cut.start),
        (tr("End {old} → {new}"), before.cut.end, after.cut.end),
    ):
        if abs(was - now) > 1e-4:
            words.append(told.format(old=clock_tenths(was), new=clock_tenths(now)))
    inner, other = before.cut.ranges[1:], after.cut.ranges[1:]
    if len(inner) != len(other) or (not words and before.cut != after.cut):
        count = len(other)
        words.append(tr("%n cuts inside", "", count) if count else tr("Nothing cut inside"))
    return words


def _texts(before: Clip, after: Clip) -> list[str]:
    old, new = before.wording, after.wording
    words = [
        told.format(text=_short(now)) if now else gone
        for told, gone, was, now in (
            (tr("Title “{text}”"), tr("No title"), old.title, new.title),
            (tr("Hook “{text}”"), tr("No hook"), old.hook, new.hook),
            (
                tr("Stressed words “{text}”"),
                tr("No stressed words"),
                *map(", ".join, (old.stressed, new.stressed)),
            ),
            (tr("Notes “{text}”"), tr("No notes"), before.notes, after.notes),
        )
        if was != now
    ]
    if old.masks_profanity != new.masks_profanity:
        words.append(tr("Swear words starred") if new.masks_profanity else tr("Swear words shown"))
    return words


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
