"""FCPXML 1.10: Final Cut Pro, and Resolve. An event with all clips in one project, and each in one of its own.

Every time is a whole number of frames, as a rational number of seconds, for Final Cut refuses edits beside them. A
part plays an `asset-clip`; captions are titles above it, in its own time; its marker says why the clip is there.
The order of children is that of Apple's document type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import BinaryIO
from xml.etree.ElementTree import Element, SubElement

from core.errors import ExportError
from core.export.handoff import (
    FoundPart,
    FoundSequence,
    FrameSpan,
    Handoff,
    HandoffClip,
    HandoffSource,
    file_name_of,
    mark_in,
    one_line,
    title_of,
)
from core.export.timecode import Rate
from core.export.xml_text import parse_xml, xml_bytes

NAME = "fcpxml"
TITLE = "FCPXML (Final Cut Pro, Resolve)"
SUFFIX = ".fcpxml"
HAS_CAPTIONS = True
KEEPS_TITLES = False

VERSION = "1.10"
_FORMAT, _ASSET, _TITLE = "r1", "r2", "r3"
_BASIC_TITLE = ".../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti"
_TITLE_START = 3600
"""Seconds: where generators begin in Final Cut, so that they can be lengthened to the left."""
_PLAYED = ("asset-clip", "clip", "video", "audio", "sync-clip", "mc-clip", "ref-clip")


def write(stream: BinaryIO, handoff: Handoff) -> None:
    """Write resources, then an event of projects."""
    root = Element("fcpxml", version=VERSION)
    _resources(SubElement(root, "resources"), handoff)
    event = SubElement(root, "event", name=one_line(handoff.name))
    styles = (f"ts{number}" for number in range(1, 1_000_000))
    _project(event, handoff, styles)
    if len(handoff.clips) > 1:
        for single in handoff.alone():
            _project(event, single, styles)
    stream.write(xml_bytes(root, "fcpxml"))


def rational(frames: int, rate: Rate) -> str:
    """Return a number of frames as seconds: 1001/30000s for one of 29.97."""
    if not frames:
        return "0s"
    return f"{frames * 1001}/{rate.timebase * 1000}s" if rate.is_ntsc else f"{frames}/{rate.timebase}s"


def _resources(resources: Element, handoff: Handoff) -> None:
    source, rate = handoff.source, handoff.source.rate
    shape = {"width": str(source.width), "height": str(source.height)} if source.width else {}
    SubElement(resources, "format", {"id": _FORMAT, "frameDuration": rational(1, rate)} | shape)
    told = {"id": _ASSET, "name": one_line(source.path.stem), "start": rational(source.first_number, rate)}
    told |= {"duration": rational(source.frames, rate), "format": _FORMAT}
    if source.has_video:
        told |= {"hasVideo": "1", "videoSources": "1"}
    if source.audio_channels:
        told |= {"hasAudio": "1", "audioSources": "1", "audioChannels": str(source.audio_channels)}
        told |= {"audioRate": str(source.sample_rate_hz)}
    asset = SubElement(resources, "asset", told)
    SubElement(asset, "media-rep", kind="original-media", src=source.path.as_uri())
    if any(clip.cues for clip in handoff.clips):
        SubElement(resources, "effect", id=_TITLE, name="Basic Title", uid=_BASIC_TITLE)


def _project(event: Element, handoff: Handoff, styles: Iterator[str]) -> None:
    rate = handoff.source.rate
    project = SubElement(event, "project", name=one_line(handoff.name))
    told = {"format": _FORMAT, "tcStart": "0s", "tcFormat": "DF" if rate.is_drop else "NDF"}
    told |= {"duration": rational(handoff.length, rate), "audioLayout": "stereo", "audioRate": "48k"}
    spine = SubElement(SubElement(project, "sequence", told), "spine")
    for number, (begins, clip) in enumerate(handoff.placed(), 1):
        title = title_of(clip, number) if len(handoff.clips) > 1 else one_line(handoff.name)
        for part in range(len(clip.spans)):
            _part(spine, handoff.source, clip, part, begins, title, styles)


def _part(
    spine: Element,
    source: HandoffSource,
    clip: HandoffClip,
    part: int,
    begins: int,
    title: str,
    styles: Iterator[str],
) -> None:
    rate = source.rate
    offset, span = clip.placed()[part]
    start = source.first_number + span.start
    told = {
        "ref": _ASSET,
        "name": title,
        "offset": rational(begins + offset, rate),
        "start": rational(start, rate),
    }
    told |= {
        "duration": rational(span.length, rate),
        "format": _FORMAT,
        "tcFormat": "DF" if rate.is_drop else "NDF",
    }
    played = SubElement(spine, "asset-clip", told)
    SubElement(played, "note").text = clip.told()
    _captions(played, source, clip, FrameSpan(offset, offset + span.length), start, styles)
    if part == 0:
        SubElement(
            played,
            "marker",
            start=rational(start, rate),
            duration=rational(1, rate),
            value=title,
            note=clip.told(),
        )


def _captions(
    played: Element, source: HandoffSource, clip: HandoffClip, shown: FrameSpan, start: int, styles: Iterator[str]
) -> None:
    """Put the captions that begin in a part above it; its time is that of the source."""
    rate = source.rate
    for cue in clip.cues:
        if not shown.start <= cue.start < shown.end:
            continue
        style = next(styles)
        # Generators begin at an hour, at a whole number of frames.
        begins = round(_TITLE_START * rate.fps)
        title = SubElement(
            played,
            "title",
            ref=_TITLE,
            lane="1",
            offset=rational(start + cue.start - shown.start, rate),
            name=one_line(cue.text),
            start=rational(begins, rate),
            duration=rational(cue.end - cue.start, rate),
        )
        SubElement(SubElement(title, "text"), "text-style", ref=style).text = one_line(cue.text)
        definition = SubElement(title, "text-style-def", id=style)
        look = {"font": "Helvetica", "fontSize": "64", "fontColor": "1 1 1 1", "bold": "1", "alignment": "center"}
        SubElement(definition, "text-style", look)


def read(content: bytes, source: HandoffSource) -> Sequence[FoundSequence]:
    """Return the sequences of all projects.

    Raises:
        ExportError: It is no FCPXML.
    """
    root = parse_xml(content, "FCPXML")
    if root.tag != "fcpxml":
        raise ExportError("This is no FCPXML.", remedy="Export XML from Final Cut Pro, or FCPXML from Resolve.")
    assets = {each.get("id", ""): each for each in root.iterfind("resources/asset")}
    found = []
    for project in root.iter("project"):
        spine = project.find("sequence/spine")
        if spine is not None:
            found.append(_sequence(project.get("name", ""), spine, assets, source))
    if not found:
        raise ExportError("There is no project in this FCPXML.", remedy="Export the project, not a clip or event.")
    return found


def _sequence(name: str, spine: Element, assets: dict[str, Element], source: HandoffSource) -> FoundSequence:
    parts, told = [], []
    for played in spine:
        if played.tag not in _PLAYED:
            continue
        asset = _asset_of(played, assets)
        if asset is None:
            title = played.get("name") or "Something"
            told.append(f"“{title}” is a compound or multicam clip or has no media, and is not read.")
            continue
        try:
            parts.append(_found(played, asset, source))
        except ValueError:
            told.append(f"“{played.get('name')}” has times that can't be understood.")
    return FoundSequence(name, tuple(parts), tuple(told))


def _asset_of(played: Element, assets: dict[str, Element]) -> Element | None:
    """Return the media of a part; a `clip` holds it in a video or audio element inside."""
    if found := assets.get(played.get("ref", "")):
        return found
    inner = (each for tag in ("video", "audio", "asset-clip") for each in played.iter(tag))
    return next((found for each in inner if (found := assets.get(each.get("ref", ""))) is not None), None)


def _found(played: Element, asset: Element, source: HandoffSource) -> FoundPart:
    begins = _seconds(asset.get("start") or "0s")
    start = _seconds(played.get("start") or asset.get("start") or "0s")
    length = _seconds(played.get("duration") or asset.get("duration") or "0s")
    if length < 0:
        raise ValueError("a part of negative length")
    place = asset.find("media-rep")
    url = (place.get("src") if place is not None else None) or asset.get("src") or ""
    notes = [played.findtext("note") or "", *(each.get("note", "") for each in played.iter("marker"))]
    at = source.grid.phase + float(start - begins)
    return FoundPart(
        played.get("name", ""),
        at,
        at + float(length),
        next((mark for note in notes if (mark := mark_in(note))), ""),
        file_name_of(url),
        is_altered=played.find("timeMap") is not None,
    )


def _seconds(time: str) -> Fraction:
    text = time.strip().removesuffix("s")
    try:
        return Fraction(text)
    except ZeroDivisionError as error:
        raise ValueError(f"“{time}” is no time") from error
