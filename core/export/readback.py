"""What a file from an editing program says of clips: pure, and careful to change nothing that it is not sure of.

A part belongs to the clip whose mark it carries, else to the one of its title, else to the one that it overlaps
most. Parts in a row are one clip, so that a piece taken out of the middle is cut out of it. Cuts are compared in
frames, and an edge that stayed keeps its exact second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from core.editing import MIN_SECONDS
from core.export.handoff import (
    FoundPart,
    FoundSequence,
    FrameSpan,
    HandoffSource,
    ascends,
    joined,
    one_line,
    writable,
)
from core.schema.clip import Clip
from core.schema.handoff import ClipChange
from core.schema.time import Cut, TimeSpan

# A part without a mark is taken for a clip's when so much of either is in the other.
_ALIKE = 0.5
_MOST_NAMED = 3


@dataclass(frozen=True)
class Comparison:
    """Changes, how many clips stayed as they are, and what else is to be told."""

    changes: tuple[ClipChange, ...]
    unchanged: int
    told: tuple[str, ...]


@dataclass(frozen=True)
class _Reading:
    """A clip as one sequence plays it."""

    spans: tuple[FrameSpan, ...]
    part: FoundPart


def compare(
    clips: Sequence[Clip], source: HandoffSource, sequences: Sequence[FoundSequence], keeps_titles: bool = False
) -> Comparison:
    """Return what sequences change of clips.

    Args:
        clips: Of the run; those that were approved are expected in the file.
        source: What they are of.
        sequences: As a member of `handoffs` read them. Where several play a clip, the one that changes it counts.
        keeps_titles: Whether names of parts are titles.
    """
    told: list[str] = []
    known = {clip.id: clip for clip in clips}
    readings: dict[str, list[_Reading]] = {}
    for sequence in sequences:
        told += sequence.told
        for clip_id, reading in _readings(sequence, known, source, told):
            readings.setdefault(clip_id, []).append(reading)
    changes, unchanged = [], 0
    for clip in clips:
        if clip.id not in readings:
            continue
        chosen = _chosen(clip, readings[clip.id], source, told)
        change = _change(clip, chosen, source, keeps_titles, told) if chosen else None
        if change is not None:
            changes.append(change)
        elif chosen:
            unchanged += 1
    missing = [clip for clip in clips if clip.decision == "approved" and clip.id not in readings]
    if missing and readings:
        told.append(_missing(missing))
    return Comparison(tuple(changes), unchanged, tuple(dict.fromkeys(told)))


def _readings(
    sequence: FoundSequence, known: Mapping[str, Clip], source: HandoffSource, told: list[str]
) -> Iterator[tuple[str, _Reading]]:
    """Yield the clips that a sequence plays, each once."""
    owned: list[tuple[str, FoundPart]] = []
    for part in sequence.parts:
        owner = _owner(part, known, source)
        if owner is None:
            told.append(_stranger(part, source))
        elif part.is_altered:
            told.append(f"{_named(known[owner])} plays at another speed there: it stays as it is.")
            owned.append(("", part))
        else:
            owned.append((owner, part))
    altered = {_owner(part, known, source) for owner, part in owned if not owner}
    seen: Counter[str] = Counter()
    for owner, group in groupby(owned, key=lambda pair: pair[0]):
        parts = [part for _, part in group]
        if not owner or owner in altered:
            continue
        seen[owner] += 1
        if seen[owner] > 1:
            told.append(f"{_named(known[owner])} is there more than once, apart: its first place counts.")
            continue
        spans = joined([span for part in parts if (span := _span(part, source)).length > 0])
        if not spans or not ascends(spans):
            told.append(f"{_named(known[owner])} plays its parts in another order there: it stays as it is.")
            continue
        yield owner, _Reading(spans, parts[0])


def _owner(part: FoundPart, known: Mapping[str, Clip], source: HandoffSource) -> str | None:
    """Return the id of the clip that a part belongs to, or None."""
    if part.clip_id in known:
        return part.clip_id
    if not _is_of(part, source):
        return None
    title = _plain(part.name)
    called = [clip for clip in known.values() if title and _plain(clip.wording.title) == title]
    if len(called) == 1:
        return called[0].id
    best = max(known.values(), key=lambda clip: _shared(part, clip), default=None)
    return best.id if best is not None and _shared(part, best) >= _ALIKE else None


def _is_of(part: FoundPart, source: HandoffSource) -> bool:
    """Whether a part plays the source, as far as is told: proxies and copies keep the name before the dot."""
    stem = _plain(part.media).rpartition(".")[0] or _plain(part.media)
    return not part.media or stem == _plain(source.path.stem)


def _shared(part: FoundPart, clip: Clip) -> float:
    span = TimeSpan(start=part.start, end=part.end)
    shared = sum(span.overlap(each) for each in clip.cut.ranges)
    shortest = min(span.duration, clip.cut.duration)
    return shared / shortest if shortest > 0 else 0.0


def _span(part: FoundPart, source: HandoffSource) -> FrameSpan:
    return FrameSpan(source.grid.start(part.start), min(source.grid.end(part.end), source.frames))


def _chosen(clip: Clip, readings: Sequence[_Reading], source: HandoffSource, told: list[str]) -> _Reading | None:
    """Return the reading that counts: one that changes the clip, where another sequence plays it as it was."""
    present = source.spans(clip.cut)
    changed = [reading for reading in readings if reading.spans != present]
    if len({reading.spans for reading in changed}) > 1:
        told.append(f"{_named(clip)} is cut in two ways by two sequences: the last one counts.")
    chosen = changed[-1] if changed else readings[-1]
    frames = sum(span.length for span in chosen.spans)
    if chosen.spans != present and frames / source.rate.fps < MIN_SECONDS:
        told.append(f"{_named(clip)} is shorter than {MIN_SECONDS:g} s there: it stays as it is.")
        return None
    return chosen


def _change(
    clip: Clip, reading: _Reading, source: HandoffSource, keeps_titles: bool, told: list[str]
) -> ClipChange | None:
    """Return how a reading differs from the clip; None where it does not."""
    present = source.spans(clip.cut)
    after = clip.cut if reading.spans == present else _cut(clip.cut, reading.spans, source)
    title = " ".join(reading.part.name.split()) if keeps_titles else ""
    notes = reading.part.notes if keeps_titles else None
    new_title = title if title and clip.wording.title and title != one_line(clip.wording.title) else None
    new_notes = notes if notes is not None and _lines(notes) != _lines(writable(clip.notes)) else None
    if after == clip.cut and new_title is None and new_notes is None:
        return None
    fps = float(source.rate.fps)
    inside = (_missing_inside(reading.spans) - _missing_inside(present)) / fps
    change = ClipChange(
        clip_id=clip.id,
        title=clip.wording.title,
        before=clip.cut,
        after=after,
        starts_by=(reading.spans[0].start - present[0].start) / fps,
        ends_by=(reading.spans[-1].end - present[-1].end) / fps,
        cut_out_by=inside,
        new_title=new_title,
        new_notes=new_notes,
    )
    return change.model_copy(update={"words": f"{_named(clip)}: {', '.join(_said(change, fps))}"})


def _missing_inside(spans: Sequence[FrameSpan]) -> int:
    return spans[-1].end - spans[0].start - sum(span.length for span in spans)


def _cut(before: Cut, spans: Sequence[FrameSpan], source: HandoffSource) -> Cut:
    """Return seconds of frames; edges that stayed keep theirs."""
    starts = {source.grid.start(part.start): part.start for part in before.ranges}
    ends = {source.grid.end(part.end): part.end for part in before.ranges}
    ranges: list[TimeSpan] = []
    for span in spans:
        start = starts.get(span.start, source.grid.second(span.start))
        end = ends.get(span.end, source.grid.second(span.end))
        if ranges:
            start = max(start, ranges[-1].end)
        ranges.append(TimeSpan(start=start, end=max(start, end)))
    return Cut(ranges=tuple(ranges))


def _said(change: ClipChange, fps: float) -> list[str]:
    """Return what changed, as parts of a sentence."""
    said = []
    if change.after != change.before:
        said += [_edge("starts", change.starts_by, fps), _edge("ends", change.ends_by, fps)]
        if abs(change.cut_out_by) * fps >= 0.5:
            length = _length(abs(change.cut_out_by), fps)
            said.append(f"{length} cut out inside" if change.cut_out_by > 0 else f"{length} put back inside")
        elif not change.starts_by and not change.ends_by:
            said = ["is cut otherwise inside"]
    if change.new_title is not None:
        said.append(f"is called “{change.new_title}”")
    if change.new_notes is not None:
        said.append("has other notes" if change.new_notes.strip() else "has no notes any more")
    return said


def _edge(verb: str, by: float, fps: float) -> str:
    if abs(by) * fps < 0.5:
        return f"{verb} as before"
    return f"{verb} {_length(abs(by), fps)} {'later' if by > 0 else 'earlier'}"


def _length(seconds: float, fps: float) -> str:
    """Return a length as people say it; below a tenth of a second in frames."""
    frames = round(seconds * fps)
    return f"{seconds:.1f} s" if seconds >= 0.1 else "1 frame" if frames == 1 else f"{frames} frames"


def _stranger(part: FoundPart, source: HandoffSource) -> str:
    name = part.name or part.media or "A part"
    if not part.clip_id and not _is_of(part, source):
        return f"“{name}” is of another file ({part.media}) and is left out."
    return f"“{name}” ({_clock(part.start)} to {_clock(part.end)}) is no clip of this run and is left out."


def _missing(clips: Sequence[Clip]) -> str:
    named = ", ".join(_named(clip) for clip in clips[:_MOST_NAMED])
    more = f" and {len(clips) - _MOST_NAMED} more" if len(clips) > _MOST_NAMED else ""
    verb = (
        "is not in this file and stays as it is"
        if len(clips) == 1
        else "are not in this file and stay as they are"
    )
    return f"{named}{more} {verb}."


def _named(clip: Clip) -> str:
    return f"“{one_line(clip.wording.title) or clip.id}”"


def _clock(at: float) -> str:
    return f"{int(at) // 60}:{at % 60:04.1f}"


def _plain(text: str) -> str:
    return " ".join(writable(text).split()).casefold()


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip().splitlines()]
