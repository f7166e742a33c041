"""OpenTimelineIO (.otio): the JSON of its documented schemas, written plainly; Resolve and Kdenlive read it.

The root is one timeline, because that is what programs import. Source ranges count in the source's own timecode,
as its `available_range` does. Clips keep their marks as metadata; captions have no place in the schema.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, BinaryIO

from core.errors import ExportError
from core.export.handoff import (
    FoundPart,
    FoundSequence,
    Handoff,
    HandoffClip,
    HandoffSource,
    file_name_of,
    mark_in,
    one_line,
    title_of,
)
from core.export.timecode import Rate

NAME = "otio"
TITLE = "OpenTimelineIO"
SUFFIX = ".otio"
HAS_CAPTIONS = False
KEEPS_TITLES = False

_OURS = "shortlist"
_MOST_DEPTH = 60
Json = dict[str, Any]


def write(stream: BinaryIO, handoff: Handoff) -> None:
    """Write one timeline with a track of pictures and one of sound."""
    source = handoff.source
    kinds = ["Video"] * source.has_video + ["Audio"] * bool(source.audio_channels or not source.has_video)
    timeline = {
        "OTIO_SCHEMA": "Timeline.1",
        "metadata": {_OURS: {"source": source.name, "is_nominal_rate": source.is_nominal}},
        "name": one_line(handoff.name),
        "global_start_time": _time(handoff.first_number, source.rate),
        "tracks": {
            "OTIO_SCHEMA": "Stack.1",
            "metadata": {},
            "name": "tracks",
            "source_range": None,
            "effects": [],
            "markers": [],
            "enabled": True,
            "children": [_track(handoff, kind) for kind in kinds],
        },
    }
    stream.write(json.dumps(timeline, indent=2, ensure_ascii=False).encode() + b"\n")


def _time(frame: int, rate: Rate) -> Json:
    return {"OTIO_SCHEMA": "RationalTime.1", "rate": float(rate.fps), "value": float(frame)}


def _range(start: int, length: int, rate: Rate) -> Json:
    return {"OTIO_SCHEMA": "TimeRange.1", "start_time": _time(start, rate), "duration": _time(length, rate)}


def _track(handoff: Handoff, kind: str) -> Json:
    parts = [
        _clip(handoff.source, clip, title_of(clip, number), part, kind)
        for number, clip in enumerate(handoff.clips, 1)
        for part in range(len(clip.spans))
    ]
    return {
        "OTIO_SCHEMA": "Track.1",
        "metadata": {},
        "name": kind,
        "source_range": None,
        "effects": [],
        "markers": [],
        "enabled": True,
        "children": parts,
        "kind": kind,
    }


def _clip(source: HandoffSource, clip: HandoffClip, title: str, part: int, kind: str) -> Json:
    span = clip.spans[part]
    start = source.first_number + span.start
    marker = {
        "OTIO_SCHEMA": "Marker.2",
        "metadata": {_OURS: {"clip": clip.id}},
        "name": title,
        "color": "GREEN",
        "comment": clip.told(),
        "marked_range": _range(start, 1, source.rate),
    }
    told = {
        "clip": clip.id,
        "part": part + 1,
        "parts": len(clip.spans),
        "score": clip.score,
        "notes": clip.notes,
        "decision": clip.decision,
        "shapes": list(clip.shapes),
    }
    return {
        "OTIO_SCHEMA": "Clip.2",
        "metadata": {_OURS: told},
        "name": title,
        "source_range": _range(start, span.length, source.rate),
        "effects": [],
        "markers": [marker] if part == 0 and (kind == "Video" or not source.has_video) else [],
        "enabled": True,
        "media_references": {"DEFAULT_MEDIA": _reference(source)},
        "active_media_reference_key": "DEFAULT_MEDIA",
    }


def _reference(source: HandoffSource) -> Json:
    return {
        "OTIO_SCHEMA": "ExternalReference.1",
        "metadata": {},
        "name": source.name,
        "available_range": _range(source.first_number, source.frames, source.rate),
        "available_image_bounds": None,
        "target_url": source.path.as_uri(),
    }


def read(content: bytes, source: HandoffSource) -> Sequence[FoundSequence]:
    """Return the timelines of a file, each of its topmost track of pictures, or of sound where there are none.

    Raises:
        ExportError: It is no OpenTimelineIO file.
    """
    try:
        root = json.loads(content.decode("utf-8-sig"))
        timelines = list(_timelines(root))
        found = [_sequence(timeline, source) for timeline in timelines]
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        ZeroDivisionError,
        OverflowError,
    ) as error:
        raise ExportError(f"This is no OpenTimelineIO file that can be read ({type(error).__name__}).") from error
    if not found:
        raise ExportError("This is no OpenTimelineIO file: no timeline was found in it.")
    return found


def _kind(node: Any) -> str:
    return str(node.get("OTIO_SCHEMA", "")).split(".")[0] if isinstance(node, dict) else ""


def _timelines(node: Any, depth: int = 0) -> Iterator[Json]:
    if depth > _MOST_DEPTH:
        return
    if _kind(node) == "Timeline":
        yield node
    elif _kind(node) in ("SerializableCollection", "Stack", "Track"):
        for child in node.get("children") or []:
            yield from _timelines(child, depth + 1)


def _sequence(timeline: Json, source: HandoffSource) -> FoundSequence:
    tracks = [track for track in (timeline["tracks"].get("children") or []) if _kind(track) == "Track"]
    pictures = [track for track in tracks if track.get("kind") == "Video" and _has_clips(track)]
    chosen = pictures[:1] or [track for track in tracks if _has_clips(track)][:1]
    parts: list[FoundPart] = []
    told: list[str] = []
    for track in chosen:
        for child in track.get("children") or []:
            if _kind(child) == "Clip":
                parts.append(_part(child, source))
            elif _kind(child) in ("Stack", "Timeline", "Track"):
                told.append(
                    f"“{child.get('name') or 'A nested sequence'}” is a sequence of its own and is not read."
                )
    if len(pictures) > 1:
        told.append(f"{len(pictures)} video tracks are there; the first is read.")
    return FoundSequence(str(timeline.get("name") or ""), tuple(parts), tuple(told))


def _has_clips(track: Json) -> bool:
    return any(_kind(child) == "Clip" for child in track.get("children") or [])


def _part(clip: Json, source: HandoffSource) -> FoundPart:
    references = clip.get("media_references") or {}
    active = clip.get("active_media_reference_key") or "DEFAULT_MEDIA"
    reference = references.get(active) or clip.get("media_reference") or {}
    available: Json | None = reference.get("available_range")
    played: Json = clip.get("source_range") or available or {}
    start, length = _seconds(played["start_time"]), _seconds(played["duration"])
    begins = _seconds(available["start_time"]) if available else _own_start(start, source)
    ours = (clip.get("metadata") or {}).get(_OURS) or {}
    comments = " ".join(str(marker.get("comment") or "") for marker in clip.get("markers") or [])
    altered = ("LinearTimeWarp", "FreezeFrame", "TimeEffect")
    at = source.grid.phase + float(start - begins)
    return FoundPart(
        str(clip.get("name") or ""),
        at,
        at + float(max(length, Fraction(0))),
        str(ours.get("clip") or mark_in(comments)),
        file_name_of(str(reference.get("target_url") or "")),
        is_altered=any(_kind(effect) in altered for effect in clip.get("effects") or []),
    )


def _own_start(start: Fraction, source: HandoffSource) -> Fraction:
    """Return what a range of media that is missing counts from: its timecode, where it can't be less."""
    begins = source.first_number / source.rate.fps
    return begins if start >= begins else Fraction(0)


def _seconds(time: Json) -> Fraction:
    """Return a rational time exactly: rates are floats in the file, and mean frames of NTSC or whole ones."""
    rate = float(time["rate"])
    whole = round(rate)
    if abs(rate - whole) < 1e-6:
        exact = Fraction(whole)
    elif abs(rate - round(rate * 1.001) / 1.001) < 0.01:
        exact = Fraction(round(rate * 1.001) * 1000, 1001)
    else:
        exact = Fraction(rate)
    return Fraction(float(time["value"])) / exact
