"""Final Cut Pro 7 XML (xmeml 4): Premiere Pro's own way in, and Resolve's. A sequence of all clips, one of each.

Edits count frames of the media from its first one; its timecode is told with the file. Picture and sound of a part
are linked, so that they are trimmed together. Captions are text generators on a track above, which Premiere makes
into titles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO
from xml.etree.ElementTree import Element, SubElement

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
from core.export.xml_text import parse_xml, xml_bytes

NAME = "fcp7"
TITLE = "Final Cut Pro 7 XML (Premiere Pro)"
SUFFIX = ".xml"
HAS_CAPTIONS = True
KEEPS_TITLES = False

_FILE = "file-1"
_MOST_TRACKS = 2
"""Sound is told as one track a channel; more than two are there in the media all the same."""


def write(stream: BinaryIO, handoff: Handoff) -> None:
    """Write a project of sequences; the media is described once, where it is first used."""
    root = Element("xmeml", version="4")
    children = SubElement(SubElement(root, "project"), "children")
    root[0].insert(0, _text("name", one_line(handoff.name)))
    writer = _Writer(handoff.source)
    writer.sequence(children, handoff)
    if len(handoff.clips) > 1:
        for single in handoff.alone():
            writer.sequence(children, single)
    stream.write(xml_bytes(root, "xmeml"))


def _text(tag: str, text: object) -> Element:
    element = Element(tag)
    element.text = str(text)
    return element


def _add(parent: Element, **texts: object) -> None:
    for tag, text in texts.items():
        parent.append(_text(tag, text))


def _add_rate(parent: Element, rate: Rate) -> None:
    _add(SubElement(parent, "rate"), timebase=rate.timebase, ntsc="TRUE" if rate.is_ntsc else "FALSE")


def _add_timecode(parent: Element, rate: Rate, frame: int) -> None:
    timecode = SubElement(parent, "timecode")
    _add_rate(timecode, rate)
    _add(timecode, string=rate.timecode(frame), frame=frame, displayformat="DF" if rate.is_drop else "NDF")


class _Writer:
    """Numbers what a document refers to."""

    def __init__(self, source: HandoffSource) -> None:
        self._source = source
        self._is_described = False
        self._numbers = iter(range(1, 10_000_000))

    def sequence(self, parent: Element, handoff: Handoff) -> None:
        """Add a sequence with its tracks."""
        source, rate = self._source, self._source.rate
        sequence = SubElement(parent, "sequence", id=f"sequence-{next(self._numbers)}")
        _add(sequence, name=one_line(handoff.name), duration=handoff.length)
        _add_rate(sequence, rate)
        _add_timecode(sequence, rate, handoff.first_number)
        media = SubElement(sequence, "media")
        tracks = min(source.audio_channels, _MOST_TRACKS) or int(not source.has_video)
        kinds = [("video", 1)] * source.has_video + [("audio", number) for number in range(1, tracks + 1)]
        placed = list(self._placed(handoff))
        names = [[f"clipitem-{next(self._numbers)}" for _ in placed] for _ in kinds]
        video = SubElement(media, "video")
        self._video_format(video)
        if source.has_video:
            self._track(video, handoff, kinds, names, 0)
            if any(clip.cues for clip in handoff.clips):
                self._captions(SubElement(video, "track"), handoff)
        audio = SubElement(media, "audio")
        for place, (kind, _) in enumerate(kinds):
            if kind == "audio":
                self._track(audio, handoff, kinds, names, place)
        for begins, clip in handoff.placed():
            title = title_of(clip, handoff.clips.index(clip) + 1)
            _add(SubElement(sequence, "marker"), comment=clip.told(), name=title, **{"in": begins}, out=-1)

    def _placed(self, handoff: Handoff) -> Iterator[tuple[int, HandoffClip, int]]:
        """Yield the parts of all clips: where each begins, of which clip, which one."""
        for begins, clip in handoff.placed():
            for part, (offset, _) in enumerate(clip.placed()):
                yield begins + offset, clip, part

    def _video_format(self, video: Element) -> None:
        source = self._source
        shape = SubElement(SubElement(video, "format"), "samplecharacteristics")
        _add_rate(shape, source.rate)
        width, height = source.width or 1920, source.height or 1080
        _add(
            shape, width=width, height=height, anamorphic="FALSE", pixelaspectratio="square", fielddominance="none"
        )

    def _track(
        self,
        parent: Element,
        handoff: Handoff,
        kinds: Sequence[tuple[str, int]],
        names: Sequence[Sequence[str]],
        place: int,
    ) -> None:
        track = SubElement(parent, "track")
        kind, channel = kinds[place]
        numbers = {clip.id: number for number, clip in enumerate(handoff.clips, 1)}
        for index, (begins, clip, part) in enumerate(self._placed(handoff)):
            span = clip.spans[part]
            item = SubElement(track, "clipitem", id=names[place][index])
            _add(item, name=title_of(clip, numbers[clip.id]), enabled="TRUE", duration=self._source.frames)
            _add_rate(item, self._source.rate)
            _add(item, start=begins, end=begins + span.length, **{"in": span.start}, out=span.end)
            self._file(item)
            if kind == "audio":
                _add(SubElement(item, "sourcetrack"), mediatype="audio", trackindex=channel)
            for other, (linked, number) in enumerate(kinds):
                link = SubElement(item, "link")
                _add(
                    link, linkclipref=names[other][index], mediatype=linked, trackindex=number, clipindex=index + 1
                )
            _add(SubElement(item, "logginginfo"), description=clip.mark, lognote=one_line(clip.notes))
            _add(SubElement(item, "comments"), mastercomment1=clip.mark)
            if place == 0 and part == 0:
                title = title_of(clip, numbers[clip.id])
                _add(
                    SubElement(item, "marker"),
                    comment=clip.told(),
                    name=title,
                    **{"in": span.start},
                    out=-1,
                )

    def _file(self, item: Element) -> None:
        file = SubElement(item, "file", id=_FILE)
        if self._is_described:
            return
        self._is_described = True
        source = self._source
        _add(file, name=one_line(source.name), pathurl=path_url(source))
        _add_rate(file, source.rate)
        _add(file, duration=source.frames)
        _add_timecode(file, source.rate, source.first_number)
        media = SubElement(file, "media")
        if source.has_video:
            shape = SubElement(SubElement(media, "video"), "samplecharacteristics")
            _add_rate(shape, source.rate)
            _add(shape, width=source.width or 1920, height=source.height or 1080)
        if source.audio_channels:
            audio = SubElement(media, "audio")
            _add(SubElement(audio, "samplecharacteristics"), depth=16, samplerate=source.sample_rate_hz)
            _add(audio, channelcount=source.audio_channels)

    def _captions(self, track: Element, handoff: Handoff) -> None:
        for begins, clip in handoff.placed():
            for cue in clip.cues:
                length = cue.end - cue.start
                item = SubElement(track, "generatoritem", id=f"generator-{next(self._numbers)}")
                _add(item, name="Text", duration=length)
                _add_rate(item, self._source.rate)
                start = begins + cue.start
                _add(
                    item,
                    start=start,
                    end=start + length,
                    **{"in": 0},
                    out=length,
                    enabled="TRUE",
                    anamorphic="FALSE",
                )
                effect = SubElement(item, "effect")
                _add(effect, name="Text", effectid="Text", effectcategory="Text", effecttype="generator")
                _add(effect, mediatype="video")
                parameter = SubElement(effect, "parameter")
                _add(parameter, parameterid="str", name="Text", value=one_line(cue.text))


def path_url(source: HandoffSource) -> str:
    """Return where the media is, as Final Cut wrote it: with a host, percent-encoded."""
    url = source.path.as_uri()
    return url.replace("file:///", "file://localhost/", 1)


def read(content: bytes, source: HandoffSource) -> Sequence[FoundSequence]:
    """Return the sequences of a project: of each its lowest track of pictures, or of sound where there are none.

    Raises:
        ExportError: It is no Final Cut Pro 7 XML.
    """
    root = parse_xml(content, "Final Cut Pro 7 XML")
    if root.tag != "xmeml":
        raise ExportError("This is no Final Cut Pro 7 XML.", remedy="Export it as Final Cut Pro XML.")
    # Files are described where they are first used, and named by their id from then on.
    files = {each.get("id", ""): each for each in root.iter("file") if len(each)}
    sequences = [each for each in root.iter("sequence") if each.find("media") is not None]
    if not sequences:
        raise ExportError("There is no sequence in this XML.", remedy="Select the sequence, then export.")
    return [_sequence(each, files, source) for each in sequences]


def _sequence(sequence: Element, files: dict[str, Element], source: HandoffSource) -> FoundSequence:
    rate = _rate(sequence.find("rate"), source.rate)
    tracks = [track for track in sequence.iterfind("media/video/track") if track.find("clipitem") is not None]
    tracks = tracks or [
        track for track in sequence.iterfind("media/audio/track") if track.find("clipitem") is not None
    ]
    told = [f"{len(tracks)} tracks hold clips; the first is read."] if _are_apart(tracks) else []
    parts = []
    for item in tracks[0].iterfind("clipitem") if tracks else ():
        name = item.findtext("name") or "A clip"
        if item.find("sequence") is not None:
            told.append(f"“{name}” is a sequence of its own and is not read.")
            continue
        try:
            parts.append(_part(item, files, rate, source))
        except ValueError:
            told.append(f"“{name}” has times that can't be understood.")
    return FoundSequence(sequence.findtext("name") or "", tuple(parts), tuple(told))


def _are_apart(tracks: Sequence[Element]) -> bool:
    """Whether tracks say different things: those of the two channels of a talk do not."""
    said = {
        tuple((each.findtext("in"), each.findtext("out")) for each in track.iterfind("clipitem"))
        for track in tracks
    }
    return len(said) > 1


def _part(item: Element, files: dict[str, Element], of_sequence: Rate, source: HandoffSource) -> FoundPart:
    rate = _rate(item.find("rate"), of_sequence)
    start, end = int(item.findtext("in") or ""), int(item.findtext("out") or "")
    if end < start or start < 0:
        raise ValueError("a part that ends before it begins")
    file = item.find("file")
    known = file if file is not None and len(file) else files.get(file.get("id", "") if file is not None else "")
    url = known.findtext("pathurl") or known.findtext("name") or "" if known is not None else ""
    texts = [each.text or "" for tag in ("description", "mastercomment1", "comment") for each in item.iter(tag)]
    at = source.grid.phase
    return FoundPart(
        item.findtext("name") or "",
        at + float(start / rate.fps),
        at + float(end / rate.fps),
        next((mark for text in texts if (mark := mark_in(text))), ""),
        file_name_of(url),
        is_altered=_is_altered(item),
    )


def _is_altered(item: Element) -> bool:
    for effect in item.iterfind("filter/effect"):
        if (effect.findtext("effectid") or "").strip().lower() == "timeremap":
            return True
    return False


def _rate(element: Element | None, otherwise: Rate) -> Rate:
    if element is None:
        return otherwise
    timebase = int(element.findtext("timebase") or otherwise.timebase)
    if timebase <= 0:
        raise ValueError("no rate")
    return Rate(timebase, (element.findtext("ntsc") or "").strip().upper() == "TRUE")
