"""Ends of clips are drawn to sentences, words, silences and cuts."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.schema.segment import Segments, Sentence
from core.schema.shot import Shot
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from ui.timeline.gather import backdrop
from ui.timeline.geometry import Viewport
from ui.timeline.scene import Board, ClipMark, Scene, Track, rows_of
from ui.timeline.snapping import SNAP_KINDS, SnapLine, SnapPoint, SnapPoints, marked, moved, trimmed

DURATION = 200.0
times = st.floats(0.0, DURATION)
lines = st.lists(st.tuples(st.sampled_from(SNAP_KINDS), st.lists(times, max_size=30)), max_size=4).map(SnapLine.of)
points = st.builds(SnapPoints, lines, lines)
reaches = st.floats(0.0, 20.0)
spans = st.tuples(st.floats(0.0, 190.0), st.floats(1.0, 10.0)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(lines, times, reaches)
def test_what_is_within_reach_is_found_and_nothing_else(line: SnapLine, at: float, reach: float) -> None:
    inside = [float(time) for time in line.times if at - reach <= time <= at + reach]
    found = line.near(at, reach)
    assert (found is not None) == bool(inside)
    if found is not None:
        assert found.at in inside
        assert all(abs(found.at - at) <= 2 * abs(other - at) for other in inside)


@given(lines)
def test_a_line_ascends_and_names_each_instant_once(line: SnapLine) -> None:
    assert (np.diff(line.times) > 0).all()
    assert len(line.times) == len(line.kinds)


def test_a_sentence_is_preferred_to_a_word_that_is_a_little_nearer() -> None:
    line = SnapLine.of([("word", [10.0, 11.0]), ("sentence", [11.0, 12.0])])
    assert line.near(11.0, 5.0) == SnapPoint(11.0, "sentence")
    assert line.near(10.4, 0.8) == SnapPoint(11.0, "sentence")
    assert line.near(10.1, 0.95) == SnapPoint(10.0, "word")


@given(lines, times)
def test_a_step_goes_to_the_next_point_and_never_stays(line: SnapLine, at: float) -> None:
    before, after = line.step(at, -1), line.step(at, 1)
    beyond = [float(time) for time in line.times if time > at + 0.12]
    short = [float(time) for time in line.times if time < at - 0.12]
    assert after == (min(beyond) if beyond else None)
    assert before == (max(short) if short else None)


@given(spans, st.sampled_from(["start", "end"]), st.floats(-20.0, 220.0), points, reaches)
def test_a_trimmed_clip_keeps_its_other_end_and_stays_in_the_episode(
    span: tuple[float, float], edge: str, to: float, found: SnapPoints, reach: float
) -> None:
    after = trimmed(span, edge, to, found, reach, DURATION)  # type: ignore[arg-type]
    assert after.start >= 0.0
    assert after.end <= DURATION + 1e-9
    assert after.end - after.start >= 1.0 - 1e-9
    assert (after.end == span[1]) if edge == "start" else (after.start == span[0])
    if after.point is not None:
        assert (after.start if edge == "start" else after.end) == after.point.at
        assert abs(after.point.at - to) <= reach + 1e-9


@given(st.lists(spans, min_size=1, max_size=5), st.floats(-250.0, 250.0), points, reaches)
def test_moved_clips_keep_their_lengths_and_stay_in_the_episode(
    found: list[tuple[float, float]], by: float, where: SnapPoints, reach: float
) -> None:
    after = moved(found, by, where, reach, DURATION)
    moved_by = after.start - found[0][0]
    assert abs((after.end - after.start) - (found[0][1] - found[0][0])) < 1e-6
    assert all(start + moved_by >= -1e-6 and end + moved_by <= DURATION + 1e-6 for start, end in found)
    if reach == 0:
        assert after.point is None
    if after.point is not None:
        assert min(abs(after.start - after.point.at), abs(after.end - after.point.at)) < 1e-6


@given(times, times, points, reaches)
def test_a_marked_stretch_never_turns_over_whichever_way_it_is_drawn(
    a: float, b: float, where: SnapPoints, reach: float
) -> None:
    there, back = marked(a, b, where, reach), marked(b, a, where, reach)
    assert (there.start, there.end) == (back.start, back.end)
    assert there.start <= there.end
    assert abs(there.start - min(a, b)) <= reach
    assert abs(there.end - max(a, b)) <= reach


def test_starts_are_drawn_to_beginnings_and_ends_to_ends() -> None:
    words = (Word(text="So", start=1.0, end=1.2), Word(text="what?", start=1.4, end=1.9))
    spoken = TranscriptSegment(start=1.0, end=1.9, text="So what?", speaker="Ana", words=words)
    segments = Segments(
        sentences=(Sentence(start=1.0, end=1.9, text="So what?", first_word=0, last_word=1),),
        silences=(TimeSpan(start=1.9, end=2.5),),
        shots=(Shot(start=0.0, end=2.2), Shot(start=2.2, end=9.0)),
    )
    scene = backdrop(9.0, Transcript(segments=(spoken,)), segments)
    found = scene.snap_points
    assert found.starts.times.tolist() == [1.0, 1.4, 2.2, 2.5]
    assert [SNAP_KINDS[kind] for kind in found.starts.kinds] == ["sentence", "word", "shot", "silence"]
    assert found.ends.times.tolist() == [1.2, 1.9, 2.2]
    assert list(scene.words.titles) == ["So", "what?"]
    assert scene.shots.tolist() == [2.2]
    assert scene.turns.titles[0] == "Ana"


def test_a_source_without_an_analysis_has_nothing_to_be_drawn_to() -> None:
    scene = backdrop(9.0, None, None)
    assert scene.snap_points.starts.near(4.0, 100.0) is None
    assert (scene.duration, len(scene.words), len(scene.turns)) == (9.0, 0, 0)


@given(st.lists(spans, max_size=40), times, times)
def test_all_that_is_in_view_is_found(found: list[tuple[float, float]], a: float, b: float) -> None:
    start, end = min(a, b), max(a, b)
    clips = [ClipMark(str(n), *span, 50, "undecided", "x") for n, span in enumerate(found)]
    seen = {clip.id for clip in Board(clips).between(start, end)}
    assert seen == {clip.id for clip in clips if clip.end >= start and clip.start <= end}
    track = Track.of((*span, "x", 0) for span in sorted(found))
    places = track.between(start, end)
    ordered = sorted(found)
    assert {n for n, span in enumerate(ordered) if span[1] >= start and span[0] <= end} <= set(places)


@given(st.lists(spans, min_size=1, max_size=30), st.floats(90.0, 400.0), st.sampled_from([0.9, 1.0, 1.5]))
def test_every_clip_lies_between_the_chapters_and_the_speakers(
    found: list[tuple[float, float]], height_px: float, scale: float
) -> None:
    clips = [ClipMark(str(n), *span, 50, "undecided", "x") for n, span in enumerate(found)]
    board = Board(clips)
    rows = rows_of(Scene(duration=DURATION, turns=Track.of([(0.0, 1.0, "Ana", 0)])), board.lanes, height_px, scale)
    for clip in clips:
        block = board.block(clip, rows)
        assert rows.clips <= block.top_px < block.bottom_px <= rows.speakers
    assert rows.speakers < rows.wave < rows.bottom


@given(st.lists(spans, min_size=1, max_size=20))
def test_a_rectangle_over_all_lanes_takes_exactly_what_lies_in_its_time(found: list[tuple[float, float]]) -> None:
    clips = [ClipMark(str(n), *span, 50, "undecided", "x") for n, span in enumerate(found)]
    board = Board(clips)
    rows = rows_of(Scene(duration=DURATION), board.lanes, 400.0)
    view = Viewport.whole(DURATION, 1000.0)
    caught = board.caught(view, rows, (600.0, 200.0), (rows.speakers, rows.clips))
    assert set(caught) == {clip.id for clip in clips if clip.end >= 40.0 and clip.start <= 120.0}
    assert board.caught(view, rows, (0.0, 1000.0), (0.0, rows.clips)) == []
