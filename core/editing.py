"""Pure edits: a clip in, a clip out. The only way in which a user's clip changes."""

from __future__ import annotations

import bisect
import re
import unicodedata
import uuid
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from core.schema.audio import SoundWishes
from core.schema.cell import Cell
from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import Clip, Decision, HandmadeCrop
from core.schema.plan import Candidate
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan, merge_spans
from core.schema.transcript import Transcript

# Seconds before a word that belong to its onset.
_BREATH = 0.08
# Parts of merged clips that are less than this many seconds apart become one: nothing is said between them, and a
# cut of a frame or two would only be seen as a jerk.
_JOINT = 0.1
# Nothing shorter can be posted or even seen as a clip.
MIN_SECONDS = 0.5
# So many tell which language is spoken.
_LANGUAGE_WORDS = 4000
# What of a clip is the user's; the rest is what the machine made of it.
_USERS_PART = (
    "cut",
    "wording",
    "post",
    "framing",
    "sound",
    "style",
    "aspects",
    "caption_language",
    "decision",
    "notes",
)
_PLAIN_SOUND = SoundWishes.by_default()


def clip_from_candidate(
    run_id: str,
    candidate: Candidate,
    style: str,
    sound: SoundWishes = _PLAIN_SOUND,
    masks_profanity: bool = False,
) -> Clip:
    """Return the clip that a candidate becomes; the same candidate of the same run keeps its id."""
    clip = Clip(
        id=f"{run_id}-{candidate.id}",
        run_id=run_id,
        candidate_id=candidate.id,
        cut=candidate.cut,
        sound=sound,
        style=style,
        score=candidate.score,
        axes=candidate.axes,
        reason=candidate.reason,
    )
    words = {"title": candidate.title, "hook": candidate.hook, "masks_profanity": masks_profanity}
    return clip.model_copy(update={"wording": clip.wording.model_copy(update=words)})


def new_clip(run_id: str, start: float, end: float, title: str, style: str) -> Clip:
    """Return a clip made by hand from a span of source seconds."""
    clip = Clip(
        id=f"{run_id}-{uuid.uuid4().hex[:10]}",
        run_id=run_id,
        cut=Cut(ranges=(TimeSpan(start=start, end=max(end, start + MIN_SECONDS)),)),
        style=style,
        reason="Made by hand.",
        is_handmade=True,
    )
    return retitle(clip, title)


def set_decision(clip: Clip, decision: Decision) -> Clip:
    """Return the clip with the user's decision."""
    return clip.model_copy(update={"decision": decision})


def retitle(clip: Clip, title: str) -> Clip:
    """Return the clip under another title; white space is tidied."""
    return clip.model_copy(update={"wording": clip.wording.model_copy(update={"title": " ".join(title.split())})})


def set_hook(clip: Clip, hook: str) -> Clip:
    """Return the clip with another hook line; empty means the machine writes one."""
    return clip.model_copy(update={"wording": clip.wording.model_copy(update={"hook": " ".join(hook.split())})})


def describe(clip: Clip, description: str) -> Clip:
    """Return the clip with another description for its post; empty means the machine writes one."""
    lines = [" ".join(line.split()) for line in description.strip().splitlines()]
    text = re.sub("\n{3,}", "\n\n", "\n".join(lines))
    return clip.model_copy(update={"post": clip.post.model_copy(update={"description": text})})


def stress(clip: Clip, words: Sequence[str]) -> Clip:
    """Return the clip with the words that its captions emphasise; none lets the machine choose."""
    chosen = tuple(dict.fromkeys(word for given in words if (word := " ".join(given.split()))))
    return clip.model_copy(update={"wording": clip.wording.model_copy(update={"stressed": chosen})})


def tag(clip: Clip, hashtags: Sequence[str]) -> Clip:
    """Return the clip with other hashtags, each once and without what no hashtag holds; none: the machine's."""
    tags: dict[str, str] = {}
    for given in hashtags:
        name = "".join(
            character for character in given if character.isalnum() or character == "_" or _joins(character)
        )
        # Networks take no number alone for a hashtag.
        if any(map(str.isalpha, name)):
            tags.setdefault(name.casefold(), f"#{name}")
    return clip.model_copy(update={"post": clip.post.model_copy(update={"hashtags": tuple(tags.values())})})


def _joins(character: str) -> bool:
    """Whether a character belongs to the letter before it: vowel signs of Hindi, Thai and their like."""
    return unicodedata.category(character) in ("Mn", "Mc")


def set_caption_language(clip: Clip, language: str) -> Clip:
    """Return the clip with its captions in a language its source was translated into; empty for the one spoken."""
    return clip.model_copy(update={"caption_language": language})


def mask_profanity(clip: Clip, is_wanted: bool) -> Clip:
    """Return the clip with swear words starred in its captions, or as they are."""
    return clip.model_copy(update={"wording": clip.wording.model_copy(update={"masks_profanity": is_wanted})})


def go_back(clip: Clip, then: Clip) -> Clip:
    """Return the clip as the user had made it then; what the machine says of it (score, reason) stays as it is."""
    return clip.model_copy(update={name: getattr(then, name) for name in _USERS_PART})


def set_notes(clip: Clip, notes: str) -> Clip:
    """Return the clip with the user's notes."""
    return clip.model_copy(update={"notes": notes})


def set_style(clip: Clip, pin: str) -> Clip:
    """Return the clip in another style, named `name` or `name@version`."""
    return clip.model_copy(update={"style": pin})


def set_aspects(clip: Clip, aspects: Collection[Aspect]) -> Clip:
    """Return the clip that goes out in these shapes alone; none leaves them to the export."""
    return clip.model_copy(update={"aspects": tuple(aspect for aspect in ASPECTS if aspect in aspects)})


def deliveries(clips: Iterable[Clip], asked: Sequence[Aspect], options: RunOptions) -> list[Cell]:
    """Return the files of an export: clips in their own shapes, or those that are asked for, and presets."""
    return [Cell(clip.id, *column) for clip in clips for column in options.columns(clip.goes_out_in(asked))]


def set_sound(clip: Clip, sound: SoundWishes) -> Clip:
    """Return the clip with another sound; music must have been kept by the workspace."""
    return clip.model_copy(update={"sound": sound})


def trim(clip: Clip, start: float, end: float, source_duration: float) -> Clip:
    """Return the clip from source second `start` to `end`; what was cut out between stays cut out.

    Both are clamped to the source, and the clip never gets shorter than `MIN_SECONDS`.
    """
    start = min(max(0.0, start), max(0.0, source_duration - MIN_SECONDS))
    end = min(max(end, start + MIN_SECONDS), max(source_duration, start + MIN_SECONDS))
    old = clip.cut.ranges
    inner = [s for s in old if s.end > start and s.start < end] or [TimeSpan(start=start, end=end)]
    ranges = [TimeSpan(start=s.start, end=s.end) for s in inner]
    ranges[0] = TimeSpan(start=start, end=max(ranges[0].end, start)) if len(ranges) > 1 else ranges[0]
    if len(ranges) == 1:
        ranges = [TimeSpan(start=start, end=end)]
    else:
        ranges[-1] = TimeSpan(start=min(ranges[-1].start, end), end=end)
    kept = tuple(s for s in ranges if s.duration > 0)
    if sum(s.duration for s in kept) < MIN_SECONDS:
        kept = (TimeSpan(start=start, end=end),)
    return clip.model_copy(update={"cut": Cut(ranges=kept)})


def shift(clip: Clip, by: float, source_duration: float) -> Clip:
    """Return the clip moved as a whole by seconds, as far as the source goes; what is cut out moves along."""
    by = min(max(by, -clip.cut.start), max(source_duration - clip.cut.end, -clip.cut.start))
    ranges = tuple(TimeSpan(start=max(0.0, span.start + by), end=span.end + by) for span in clip.cut.ranges)
    return clip.model_copy(update={"cut": Cut(ranges=ranges)})


def nudge_start(clip: Clip, transcript: Transcript, words: int, source_duration: float) -> Clip:
    """Return the clip starting so many words later (or earlier, when negative)."""
    starts = [word.start for word, _ in transcript.words()]
    return trim(clip, _step(starts, clip.cut.start, words), clip.cut.end, source_duration)


def nudge_end(clip: Clip, transcript: Transcript, words: int, source_duration: float) -> Clip:
    """Return the clip ending so many words later (or earlier, when negative)."""
    ends = [word.end for word, _ in transcript.words()]
    return trim(clip, clip.cut.start, _step(ends, clip.cut.end, words), source_duration)


def _step(times: Sequence[float], at: float, steps: int) -> float:
    """Return the time `steps` places after (or before) `at` in an ascending list; `at` where there is none."""
    if not times or steps == 0:
        return at
    # The edge lies in the pause around its word, a little before a start or after an end.
    near = min(range(len(times)), key=lambda index: abs(times[index] - at))
    index = near + steps
    if steps > 0 and times[near] > at + 0.5:
        index = bisect.bisect_right(times, at) + steps - 1
    return times[min(max(index, 0), len(times) - 1)]


def cut_out(clip: Clip, span: TimeSpan) -> Clip:
    """Return the clip without a span of source seconds; nothing changes where too little would remain."""
    ranges: list[TimeSpan] = []
    for kept in clip.cut.ranges:
        if span.end <= kept.start or span.start >= kept.end:
            ranges.append(kept)
            continue
        if span.start > kept.start:
            ranges.append(TimeSpan(start=kept.start, end=span.start))
        if span.end < kept.end:
            ranges.append(TimeSpan(start=span.end, end=kept.end))
    if sum(s.duration for s in ranges) < MIN_SECONDS:
        return clip
    return clip.model_copy(update={"cut": Cut(ranges=tuple(ranges))})


def remove_fillers(clip: Clip, transcript: Transcript) -> Clip:
    """Return the clip without "um", "you know" and their like, each with the pause behind it.

    Nothing changes where the times of words are only interpolated (a cut would hit their neighbours), or where no
    fillers of the language are listed.
    """
    for span in filler_spans(transcript, clip.cut):
        clip = cut_out(clip, span)
    return clip


def knows_fillers(transcript: Transcript) -> bool:
    """Whether fillers are listed for the language that is spoken."""
    from core.lexicon import guess_language, has_fillers

    words = islice(transcript.words(), _LANGUAGE_WORDS)
    return has_fillers(transcript.language or guess_language([word.text for word, _ in words]))


def filler_spans(transcript: Transcript, cut: Cut) -> list[TimeSpan]:
    """Return the source spans of a cut in which fillers are said, ascending; see `remove_fillers`."""
    from core.lexicon import fillers, guess_language

    if not transcript.has_exact_word_times:
        return []
    # Asked once: a cut works its ends out of its ranges, and ten hours of talk have ten thousand segments.
    start, end = cut.start, cut.end
    near = [each for each in transcript.segments if each.end > start and each.start < end]
    words = [word for each in near for word in each.words if word.end > start and word.start < end]
    texts = [word.text for word in words]
    spans = []
    for found in fillers(texts, transcript.language or guess_language(texts)):
        first, last = words[found.start], words[found.stop - 1]
        before = first.start - (words[found.start - 1].end if found.start else cut.start)
        after = (words[found.stop].start if found.stop < len(words) else cut.end) - last.end
        # One of the two pauses stays, the longer one, and a breath before the next word is never cut into.
        spans.append(TimeSpan(start=first.start, end=last.end + max(0.0, min(before, after - _BREATH))))
    kept = [span for span in spans if cut.clip_spans(span)]
    return kept if cut.duration - sum(span.duration for span in kept) >= MIN_SECONDS else []


def restore(clip: Clip) -> Clip:
    """Return the clip with everything between its ends, nothing cut out."""
    return clip.model_copy(update={"cut": Cut(ranges=(TimeSpan(start=clip.cut.start, end=clip.cut.end),))})


def split(clip: Clip, at: float) -> tuple[Clip, Clip] | None:
    """Return the two clips on either side of source second `at`, or None where one would be too short."""
    if not clip.cut.start < at < clip.cut.end:
        return None
    before = _clipped(clip.cut.ranges, TimeSpan(start=clip.cut.start, end=at))
    after = _clipped(clip.cut.ranges, TimeSpan(start=at, end=clip.cut.end))
    if any(sum(s.duration for s in side) < MIN_SECONDS for side in (before, after)):
        return None
    first = clip.model_copy(update={"cut": Cut(ranges=tuple(before))})
    second = clip.model_copy(
        update={
            "id": f"{clip.run_id}-{uuid.uuid4().hex[:10]}",
            "candidate_id": "",
            "cut": Cut(ranges=tuple(after)),
            "is_handmade": True,
        }
    )
    return first, retitle(second, f"{clip.wording.title} (2)")


def merge(first: Clip, second: Clip) -> Clip:
    """Return the first clip with what the second shows as well, in the order of the source.

    What lies between them is left out; `restore` brings it back. Title, style, sound and decision are those of
    the first; framing set by hand comes along, since it is kept in source seconds, and so do the notes.
    """
    ranges = merge_spans([*first.cut.ranges, *second.cut.ranges], gap=_JOINT)
    mine, theirs = first.framing, second.framing
    framing = mine.model_copy(
        update={
            "shots": (*mine.shots, *(wish for wish in theirs.shots if wish not in mine.shots)),
            "crops": (*mine.crops, *(crop for crop in theirs.crops if not _is_taken(crop, mine.crops))),
        }
    )
    notes = "\n".join(dict.fromkeys(note for note in (first.notes, second.notes) if note))
    return first.model_copy(update={"cut": Cut(ranges=tuple(ranges)), "framing": framing, "notes": notes})


def _is_taken(crop: HandmadeCrop, others: Sequence[HandmadeCrop]) -> bool:
    """Whether others crop some of the same seconds in the same shape by hand."""
    return any(other.aspect == crop.aspect and other.span.overlap(crop.span) > 0 for other in others)


def duplicate(clip: Clip) -> Clip:
    """Return another clip that is the same in all that can be edited, not decided on yet."""
    copied = clip.model_copy(
        update={
            "id": f"{clip.run_id}-{uuid.uuid4().hex[:10]}",
            "candidate_id": "",
            "decision": "undecided",
            "is_handmade": True,
        }
    )
    return retitle(copied, f"{clip.wording.title} (copy)")


def following(clip: Clip, clips: Sequence[Clip]) -> Clip | None:
    """Return the clip of the same source that begins next after one, of those that were not rejected."""
    later = [
        other
        for other in clips
        if other.id != clip.id
        and other.decision != "rejected"
        and (other.cut.start, other.id) > (clip.cut.start, clip.id)
    ]
    return min(later, key=lambda other: (other.cut.start, other.id), default=None)


def _clipped(ranges: Sequence[TimeSpan], window: TimeSpan) -> list[TimeSpan]:
    parts = [
        TimeSpan(start=max(s.start, window.start), end=min(s.end, window.end))
        for s in ranges
        if s.start < window.end and s.end > window.start
    ]
    return [part for part in merge_spans(parts) if part.duration > 0]
