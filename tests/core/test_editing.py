"""Edits are pure, keep a clip playable, and touch only what they name."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import editing
from core.schema.clip import CropKeyframe, HandmadeCrop
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word

LENGTH = 100.0
TIMES = st.floats(-20, 130, allow_nan=False)


def clip(start: float = 10.0, end: float = 40.0):
    return editing.new_clip("run", start, end, "A title", "clean@1")


def is_playable(edited) -> bool:
    ranges = edited.cut.ranges
    ordered = all(a.end <= b.start for a, b in itertools.pairwise(ranges))
    inside = ranges[0].start >= 0 and ranges[-1].end <= LENGTH + 1e-6
    whole = all(span.duration > 0 for span in ranges) and edited.cut.duration >= editing.MIN_SECONDS - 1e-6
    return ordered and inside and whole


STEPS = st.lists(
    st.tuples(st.sampled_from(["trim", "cut", "split", "restore", "shift"]), TIMES, TIMES), max_size=12
)


@given(STEPS)
def test_any_sequence_of_cuts_leaves_a_playable_clip(steps):
    edited = clip()
    for kind, a, b in steps:
        if kind == "trim":
            edited = editing.trim(edited, a, b, LENGTH)
        elif kind == "shift":
            edited = editing.shift(edited, a, LENGTH)
        elif kind == "cut":
            edited = editing.cut_out(edited, TimeSpan(start=min(a, b), end=max(a, b)))
        elif kind == "restore":
            edited = editing.restore(edited)
        elif (halves := editing.split(edited, a)) is not None:
            total = halves[0].cut.duration + halves[1].cut.duration
            assert total == pytest.approx(edited.cut.duration)
            assert is_playable(halves[1])
            edited = halves[0]
        assert is_playable(edited)


@given(st.floats(0, 99), st.floats(1, 100))
def test_trim_keeps_what_was_cut_out_between_the_ends(start, end):
    holed = editing.cut_out(clip(), TimeSpan(start=20.0, end=25.0))
    trimmed = editing.trim(holed, start, end, LENGTH)
    if trimmed.cut.start < 20.0 and trimmed.cut.end > 25.0 and len(trimmed.cut.ranges) == 2:
        assert trimmed.cut.to_clip_time(22.0) is None
    if start < 19.0 and end > 26.0:
        assert len(trimmed.cut.ranges) == 2


def transcript(count: int = 60) -> Transcript:
    words = tuple(Word(text=f"w{i}", start=i + 0.1, end=i + 0.8) for i in range(count))
    return Transcript(segments=(TranscriptSegment(start=0, end=count, text="", words=words),))


def test_nudges_move_by_words():
    later = editing.nudge_start(clip(10.0, 40.0), transcript(), 1, LENGTH)
    assert later.cut.start == pytest.approx(11.1)
    earlier = editing.nudge_end(clip(10.0, 39.9), transcript(), -1, LENGTH)
    assert earlier.cut.end == pytest.approx(38.8)
    assert editing.nudge_start(clip(), Transcript(), 1, LENGTH).cut == clip().cut


@given(st.integers(-8, 8).filter(bool), st.floats(5, 20), st.floats(30, 50))
def test_a_nudge_always_goes_its_way_or_stays(words, start, end):
    before = clip(start, end)
    moved = editing.nudge_end(before, transcript(), words, LENGTH).cut.end - before.cut.end
    assert moved == 0 or (moved > 0) == (words > 0)
    moved = editing.nudge_start(before, transcript(), words, LENGTH).cut.start - before.cut.start
    assert moved == 0 or (moved > 0) == (words > 0)


def test_each_edit_changes_its_own_noun_only():
    start = clip()
    titled = editing.retitle(start, "  Another \n title ")
    assert titled.wording.title == "Another title"
    assert (titled.cut, titled.framing) == (start.cut, start.framing)
    assert editing.set_decision(start, "approved").decision == "approved"
    assert start == clip().model_copy(update={"id": start.id})


def said(*words, is_exact=True, language="en"):
    """Return a transcript of (text, start, end)."""
    spoken = tuple(Word(text=text, start=start, end=end) for text, start, end in words)
    segment = TranscriptSegment(start=words[0][1], end=words[-1][2], text="", words=spoken)
    return Transcript(language=language, segments=(segment,), has_exact_word_times=is_exact)


HESITANT = (
    ("So,", 11.0, 11.3), ("um,", 11.5, 11.8), ("we", 12.2, 12.4), ("went,", 12.4, 12.8), ("you", 12.8, 12.9),
    ("know,", 12.9, 13.1), ("home.", 13.4, 13.9),
)  # fmt: skip


def test_fillers_go_with_the_shorter_pause_beside_them():
    edited = editing.remove_fillers(clip(10.0, 15.0), said(*HESITANT))
    spans = [(span.start, span.end) for span in edited.cut.ranges]
    assert spans == [
        (10.0, pytest.approx(11.5)),
        (pytest.approx(12.0), pytest.approx(12.8)),
        (pytest.approx(13.1), 15.0),
    ]
    kept = [text for text, start, end in HESITANT if edited.cut.to_clip_time((start + end) / 2) is not None]
    assert kept == ["So,", "we", "went,", "home."]
    assert editing.remove_fillers(edited, said(*HESITANT)) == edited


def test_fillers_stay_where_times_are_guessed_or_the_language_has_no_list():
    for transcript in (said(*HESITANT, is_exact=False), said(*HESITANT, language="sw"), Transcript()):
        whole = clip(10.0, 15.0)
        assert editing.remove_fillers(whole, transcript) == whole
        assert editing.filler_spans(transcript, whole.cut) == []


def test_a_clip_of_nothing_but_fillers_stays():
    assert editing.filler_spans(said(("Um,", 10.0, 10.9)), clip(10.0, 11.0).cut) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(["um", "so,", "you", "know,", "we"]), st.floats(0, 1), st.floats(0.02, 1)),
        min_size=1, max_size=30,
    ),
    st.floats(0, 20), st.floats(1, 40),
)  # fmt: skip
def test_removing_fillers_keeps_every_other_word_and_a_playable_clip(words, start, length):
    at, timed = 0.0, []
    for text, pause, lasts in words:
        timed.append((text, at + pause, at + pause + lasts))
        at += pause + lasts
    before = clip(start, start + length)
    transcript = said(*timed)
    after = editing.remove_fillers(before, transcript)
    assert is_playable(after)
    spans = editing.filler_spans(transcript, before.cut)
    assert after.cut.duration <= before.cut.duration
    for _text, first, last in timed:
        hit = sum(max(0.0, min(last, span.end) - max(first, span.start)) for span in spans)
        assert hit < 1e-6 or hit == pytest.approx(last - first)


@given(st.lists(TIMES, min_size=1, max_size=6), TIMES)
def test_what_was_split_is_whole_again_when_merged(holes, at):
    edited = clip()
    for hole in holes:
        edited = editing.cut_out(edited, TimeSpan(start=hole, end=hole + 1.5))
    halves = editing.split(edited, at)
    if halves is None:
        return
    merged = editing.merge(*halves)
    assert is_playable(merged)
    assert merged.cut.duration == pytest.approx(edited.cut.duration, abs=0.11)
    assert (merged.id, merged.wording.title, merged.style) == (edited.id, edited.wording.title, edited.style)
    assert editing.merge(halves[1], halves[0]).cut == merged.cut, "either way round"


def test_merging_leaves_out_what_lies_between_and_keeps_notes_and_crops():
    first = editing.set_notes(clip(10.0, 20.0), "mine")
    second = editing.set_notes(clip(30.0, 40.0), "theirs")
    crop = HandmadeCrop(
        aspect="9:16",
        span=TimeSpan(start=30.0, end=35.0),
        keyframes=(CropKeyframe(at=30.0, centre_x=1, centre_y=1, height=1),),
    )
    second = second.model_copy(update={"framing": second.framing.model_copy(update={"crops": (crop,)})})
    merged = editing.merge(first, second)
    assert [(span.start, span.end) for span in merged.cut.ranges] == [(10.0, 20.0), (30.0, 40.0)]
    assert merged.notes == "mine\ntheirs"
    assert merged.framing.crops == (crop,)
    assert editing.restore(merged).cut.duration == 30.0
    again = editing.merge(merged, second)
    assert again.framing == merged.framing, "crops of the same seconds are not doubled"


def test_a_duplicate_differs_in_name_and_decision_alone():
    first = editing.set_decision(editing.set_notes(clip(), "n"), "approved")
    copied = editing.duplicate(first)
    assert copied.id != first.id and copied.decision == "undecided" and copied.is_handmade
    assert copied.wording.title == "A title (copy)"
    same = {"id": first.id, "decision": "approved", "wording": first.wording}
    assert copied.model_copy(update=same) == first


def test_the_following_clip_is_the_next_in_the_source_that_was_not_rejected():
    clips = [clip(start, start + 5) for start in (10.0, 12.0, 30.0, 50.0)]
    clips[2] = editing.set_decision(clips[2], "rejected")
    assert editing.following(clips[0], clips) == clips[1]
    assert editing.following(clips[1], clips) == clips[3]
    assert editing.following(clips[3], clips) is None


@given(st.floats(-200, 200))
def test_a_clip_that_is_moved_keeps_what_is_in_it(by):
    before = editing.cut_out(clip(), TimeSpan(start=20.0, end=25.0))
    after = editing.shift(before, by, LENGTH)
    assert after.cut.duration == pytest.approx(before.cut.duration)
    assert [span.duration for span in after.cut.ranges] == pytest.approx([10.0, 15.0])
    assert after.cut.start == pytest.approx(min(max(10.0 + by, 0.0), LENGTH - 30.0))
    assert after.model_copy(update={"cut": before.cut}) == before
