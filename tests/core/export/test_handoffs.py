"""The contract of hand-offs, proved for every member, and what other readers find in them."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import opentimelineio as otio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExportError
from core.export.handoff import Handoff, HandoffFormat, HandoffSource
from core.export.handoffs import HANDOFFS, csv_list, edl, fcp7, fcpxml, handoff_named, handoff_of_file, losslesscut
from core.export.handoffs import otio as otio_format
from tests.core.export.handoff_kit import HOSTILE, SOURCES, clip_of, handed, source_at, written
from tests.slices import examples

members = pytest.mark.parametrize("member", HANDOFFS, ids=lambda member: member.NAME)
rates = pytest.mark.parametrize("rate", SOURCES)
OTIO_READS = {"fcp7": "fcp_xml", "otio": "otio_json", "edl": "cmx_3600"}
FRAMES = [[(0, 90)], [(1799, 1801), (2000, 2400), (3001, 3002)], [(50000, 51234)]]


def three(source: HandoffSource) -> Handoff:
    return handed(source, [clip_of(source, n, f"Clip {n}", *frames) for n, frames in enumerate(FRAMES)])


def frames_read(
    member: HandoffFormat, content: bytes, source: HandoffSource
) -> list[tuple[str, list[tuple[int, int]]]]:
    """Return what a member reads, in frames: a list of parts a clip, for each sequence."""
    found = []
    for sequence in member.read(content, source):
        ids = list(dict.fromkeys(part.clip_id for part in sequence.parts))
        found += [
            (
                name,
                [
                    (source.grid.start(p.start), source.grid.end(p.end))
                    for p in sequence.parts
                    if p.clip_id == name
                ],
            )
            for name in ids
        ]
    return found


@members
@rates
def test_what_is_written_is_read_to_the_frame(member: HandoffFormat, rate: str) -> None:
    source = source_at(rate)
    handoff = three(source)
    expected = [(clip.id, list(clip.spans)) for clip in handoff.clips]
    found = frames_read(member, written(member, handoff), source)
    # FCPXML and Final Cut's XML hold each clip again in a sequence of its own.
    assert found == expected * (2 if member in (fcpxml, fcp7) else 1)


@members
@examples(10, 250)
@given(
    rate=st.sampled_from(list(SOURCES)),
    lengths=st.lists(st.tuples(st.integers(1, 900), st.integers(1, 4000)), min_size=1, max_size=6),
    start=st.integers(0, 60_000),
    phase=st.floats(0, 0.008),
)
def test_any_parts_come_back(
    member: HandoffFormat, rate: str, lengths: list[tuple[int, int]], start: int, phase: float
) -> None:
    source = source_at(rate, 7200.0, phase=phase)
    spans, at = [], start
    for gap, length in lengths:
        at = min(at + gap, source.frames - 10)
        spans.append((at, min(at + length, source.frames - 1)))
        at = spans[-1][1]
    spans = [span for span in spans if span[1] > span[0]] or [(0, 1)]
    handoff = handed(source, [clip_of(source, 1, "One", *spans)])
    assert frames_read(member, written(member, handoff), source)[0] == ("r20261129-c1", spans)


@members
def test_hostile_texts_come_back_whole_or_tidied(member: HandoffFormat) -> None:
    source = source_at("25", path=Path("/media/ü 🔥 \u202e%41 #?&'<x>.mp4"))
    clips = [clip_of(source, n, title, (n * 100, n * 100 + 50)) for n, title in enumerate(HOSTILE)]
    content = written(member, handed(source, clips))
    assert b"\x00" not in content and "\u202e abc" not in content.decode()
    (sequence, *_) = member.read(content, source)
    assert [part.clip_id for part in sequence.parts] == [clip.id for clip in clips]
    assert {part.media for part in sequence.parts} <= {source.name, source.name.replace("\u202e", "")}
    assert not sequence.told and not any(part.is_altered for part in sequence.parts)
    if member.KEEPS_TITLES:
        assert [part.name for part in sequence.parts][:4] == [title.strip() for title in HOSTILE[:4]]
        assert sequence.parts[6].name == HOSTILE[6] and sequence.parts[8].name == "Clip 9"


@members
def test_the_member_is_known_by_name_and_file(member: HandoffFormat) -> None:
    content = written(member, three(source_at("25")))
    assert handoff_named(member.NAME) is member
    assert handoff_of_file(f"X{member.SUFFIX.upper()}", content) is member
    assert handoff_of_file("x.docx", b"PK") is None and handoff_named("docx") is None


@members
@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 40, b"hello", b"<xmeml>", b"[]", b"{}", b"<a/>", b'{"OTIO_SCHEMA": "Timeline.1"}']
)
def test_what_is_something_else_is_refused_in_words(member: HandoffFormat, content: bytes) -> None:
    with pytest.raises(ExportError) as caught:
        member.read(content, source_at("25"))
    assert caught.value.reason.endswith((".", ")"))


@members
@examples(12, 400)
@given(cut=st.integers(0, 4000), put=st.binary(max_size=6))
def test_a_damaged_file_is_read_or_refused_never_more(member: HandoffFormat, cut: int, put: bytes) -> None:
    source = source_at("25")
    content = written(member, handed(source, [clip_of(source, 1, "One", (10, 90))]))
    damaged = content[: cut % len(content)] + put + content[cut % len(content) + 1 :]
    try:
        for sequence in member.read(damaged, source):
            assert all(part.end >= part.start for part in sequence.parts)
    except ExportError:
        pass


BOMB = b"""<?xml version="1.0"?><!DOCTYPE %s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<%s><project><name>&b;</name></project></%s>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE %s [<!ENTITY x SYSTEM "file:///etc/passwd">]><%s>&x;</%s>"""


@pytest.mark.parametrize("document", [BOMB, OUTSIDE])
@pytest.mark.parametrize("member", [fcpxml, fcp7], ids=lambda member: member.NAME)
def test_entities_are_refused(member: HandoffFormat, document: bytes) -> None:
    root = b"xmeml" if member is fcp7 else b"fcpxml"
    with pytest.raises(ExportError, match="entities"):
        member.read(document % (root, root, root), source_at("25"))


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(ExportError, match="nested"):
        fcpxml.read(b"<fcpxml>" + b"<a>" * 5000, source_at("25"))


@pytest.mark.parametrize("name", OTIO_READS)
@rates
def test_opentimelineio_finds_the_same_frames(name: str, rate: str) -> None:
    source = source_at(rate)
    handoff = three(source)
    member = handoff_named(name)
    assert member is not None
    text = written(member, handoff).decode()
    given = {"rate": float(source.rate.fps)} if name == "edl" else {}
    read = otio.adapters.read_from_string(text, OTIO_READS[name], **given)
    timeline = read if isinstance(read, otio.schema.Timeline) else read[0]
    (track,) = [each for each in timeline.tracks if each.kind == "Video" and each.name != "captions"][:1]
    clips = [each for each in track if isinstance(each, otio.schema.Clip)]
    first = source.first_number
    found = [
        (round(c.source_range.start_time.value) - first, round(c.source_range.end_time_exclusive().value) - first)
        for c in clips
    ]
    assert found == [tuple(span) for clip in handoff.clips for span in clip.spans]
    assert [c.source_range.duration.rate for c in clips] == pytest.approx([float(source.rate.fps)] * len(clips))
    assert timeline.tracks.duration().value == handoff.length


def test_opentimelineio_opens_our_otio_without_an_adapter_of_ours() -> None:
    source = source_at("29.97 drop-frame")
    timeline = otio.adapters.read_from_string(written(otio_format, three(source)).decode(), "otio_json")
    assert timeline.global_start_time.to_timecode() == "01:00:00;00"
    clip = timeline.tracks[0][1]
    assert clip.media_reference.target_url == "file:///media/Talk%20%26%20more%20%231.mp4"
    assert clip.media_reference.available_range.start_time.to_timecode() == "01:08:59;22"
    assert clip.markers[0].name == "Clip 1" and "Cut the laugh." in clip.markers[0].comment
    assert clip.source_range.start_time.value == source.first_number + 1799


def test_final_cut_reads_whole_frames_and_captions_in_the_time_of_their_part() -> None:
    source = source_at("29.97 drop-frame")
    root = ElementTree.fromstring(written(fcpxml, three(source)))
    frame = Fraction(root.find("resources/format").get("frameDuration").removesuffix("s"))
    assert frame == Fraction(1001, 30000)
    times = [
        Fraction(value.removesuffix("s"))
        for element in root.iter()
        for key, value in element.items()
        if key in ("offset", "start", "duration", "tcStart")
    ]
    assert len(times) > 50 and all((time / frame).denominator == 1 for time in times)
    joint = root.find("event/project")
    parts = list(joint.iter("asset-clip"))
    assert len(parts) == 5 and joint.find("sequence").get("tcFormat") == "DF"
    for part in parts:
        start, length = (Fraction(part.get(key).removesuffix("s")) for key in ("start", "duration"))
        for title in part.iter("title"):
            assert start <= Fraction(title.get("offset").removesuffix("s")) < start + length
        # Apple's document type knows this order alone.
        order = [child.tag for child in part]
        assert order == sorted(order, key=["note", "title", "marker"].index)
    assert [project.get("name") for project in root.iter("project")] == [
        "Talk & more: 🔥",
        *map("Clip {}".format, range(3)),
    ]
    styles = [each.get("id") for each in root.iter("text-style-def")]
    assert len(styles) == len(set(styles)) == 12
    marker = root.find(".//marker")
    assert marker.get("value") == "Clip 0" and "Score 87" in marker.get("note")


def test_the_final_cut_adapter_finds_the_projects_too() -> None:
    source = source_at("25")
    handoff = three(source)
    read = otio.adapters.read_from_string(written(fcpxml, handoff).decode(), "fcpx_xml")
    timeline = read[0]
    track = next(each for each in timeline.tracks if each.name == "0")
    found = [(c.source_range.start_time.value, c.source_range.duration.value) for c in track.find_clips()]
    expected = [(source.first_number + s.start, s.length) for clip in handoff.clips for s in clip.spans]
    # The adapter counts with floats and rounds down.
    assert all(abs(a - c) <= 1 and abs(b - d) <= 1 for (a, b), (c, d) in zip(found, expected, strict=True))


def test_a_list_of_edits_looks_as_editing_rooms_want_it() -> None:
    source = source_at("29.97 drop-frame")
    lines = written(edl, three(source)).decode().split("\r\n")
    assert lines[:2] == ["TITLE: Talk & more: 🔥", "FCM: DROP FRAME"]
    assert lines[3] == "001  TALKMORE AA/V  C        01:08:59;22 01:09:02;24 01:00:00;00 01:00:03;00"
    assert lines[4] == "* FROM CLIP NAME: Talk & more #1.mp4"
    assert lines[5] == "* LOC: 01:00:00;00 GREEN   Clip 0"
    assert all(len(line) < 300 for line in lines)


@pytest.mark.parametrize(
    ("name", "reel"), [("日本.mp4", "SHRTLIST"), ("ax.mov", "SHRTLIST"), ("Épisode 12.mkv", "EPISODE1")]
)
def test_a_reel_has_eight_plain_letters(name: str, reel: str) -> None:
    assert edl.reel_name(source_at("25", path=Path("/m") / name)) == reel


def test_media_is_named_as_premiere_writes_it() -> None:
    content = written(fcp7, three(source_at("25"))).decode()
    assert "<pathurl>file://localhost/media/Talk%20%26%20more%20%231.mp4</pathurl>" in content
    assert content.count("<pathurl>") == 1 and content.count('<file id="file-1" />') > 10


def test_sound_alone_is_handed_over_as_sound() -> None:
    source = source_at("25")
    sound = HandoffSource(Path("/m/talk.wav"), source.grid, source.frames, has_video=False, audio_channels=1)
    handoff = handed(sound, [clip_of(sound, 1, "One", (10, 90))])
    for member in HANDOFFS:
        assert frames_read(member, written(member, handoff), sound)[0] == ("r20261129-c1", [(10, 90)])
    assert "hasVideo" not in written(fcpxml, handoff).decode()
    assert " AA " in written(edl, handoff).decode()


def test_a_spreadsheet_is_not_told_to_calculate() -> None:
    source = source_at("25")
    content = written(csv_list, handed(source, [clip_of(source, 1, '=HYPERLINK("x")', (0, 50))])).decode(
        "utf-8-sig"
    )
    assert '"\'=HYPERLINK(""x"")"' in content and ",=HYPER" not in content


@pytest.mark.parametrize(
    ("time", "second"),
    [("00:00:10.500", 10.5), ("1:10", 70.0), ("12,25", 12.25), ("10:00:02:00", 2.0), ("90", 90.0)],
)
def test_times_may_be_typed_as_people_type_them(time: str, second: float) -> None:
    content = f"Start;End;Title\n{time};01:00:00;New\n".encode("cp1252")
    (sequence,) = csv_list.read(content, source_at("25"))
    assert sequence.parts[0].start == pytest.approx(second)


def test_a_row_that_can_not_be_understood_is_told_and_costs_no_other() -> None:
    content = b"clip,start,end\na,1,2\nb,later,9\nc,9,3\n\n"
    (sequence,) = csv_list.read(content, source_at("25"))
    assert [part.clip_id for part in sequence.parts] == ["a"]
    assert [told.split(" can't")[0] for told in sequence.told] == ["Row 3", "Row 4"]


def test_losslesscut_writes_json5_and_is_read() -> None:
    content = """{
  version: 1,
  mediaFileName: 'it\\'s.mp4',
  cutSegments: [
    { start: 1.5, end: 4, name: 'He said: "no", {a: 1}', tags: { shortlist: 'c1' }, },
    { start: 7, name: 'a marker', },
  ],
}"""
    (sequence,) = losslesscut.read(content.encode(), source_at("25"))
    assert sequence.parts == (('He said: "no", {a: 1}', 1.5, 4.0, "c1", "it's.mp4", None, False),)


def test_changed_speed_and_other_tracks_are_told() -> None:
    source = source_at("25")
    timeline = json.loads(written(otio_format, three(source)))
    track = timeline["tracks"]["children"][0]
    track["children"][0]["effects"] = [{"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 2.0}]
    timeline["tracks"]["children"].insert(1, track)
    (sequence,) = otio_format.read(json.dumps(timeline).encode(), source)
    assert sequence.parts[0].is_altered and not sequence.parts[1].is_altered
    assert sequence.told == ("2 video tracks are there; the first is read.",)


def test_a_list_of_another_program_is_read_without_our_marks() -> None:
    content = (
        "TITLE: cut\r\nFCM: NON-DROP FRAME\r\n\r\n"
        "001  AX       V     C        10:00:01:00 10:00:03:12 00:00:00:00 00:00:02:12\r\n"
        "* FROM CLIP NAME: Talk & more #1.mp4\r\n\r\n"
        "002  AX       V     C        10:00:09:00 10:00:10:00 00:00:02:12 00:00:04:12\r\n"
        "M2   AX       012.5                10:00:09:00\r\n"
        "003  BL       V     C        00:00:00:00 00:00:01:00 00:00:04:12 00:00:05:12\r\n"
        "004  AX       A     C        10:00:01:00 10:00:03:12 00:00:00:00 00:00:02:12\r\n"
    )
    (sequence,) = edl.read(content.encode(), source_at("25"))
    assert sequence.name == "cut"
    assert [(p.start, p.end, p.media, p.is_altered) for p in sequence.parts] == [
        (1.0, 3.48, "Talk & more #1.mp4", False),
        (9.0, 10.0, "", True),
    ]
