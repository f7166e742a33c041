"""What a file that comes back changes of clips, and what it must never change."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export.handoff import FoundPart, FoundSequence, HandoffClip, HandoffFormat, HandoffSource
from core.export.handoffs import HANDOFFS
from core.export.readback import Comparison, compare
from core.schema.clip import Clip, Wording
from core.schema.time import Cut, TimeSpan
from tests.core.export.handoff_kit import SOURCES, handed, source_at, written
from tests.slices import examples

SOURCE = source_at("25")


def clip(
    number: int, title: str, *ranges: tuple[float, float], decision: str = "approved", notes: str = ""
) -> Clip:
    cut = Cut(ranges=tuple(TimeSpan(start=start, end=end) for start, end in ranges))
    return Clip(
        id=f"r1-c{number}", run_id="r1", cut=cut, wording=Wording(title=title), decision=decision, notes=notes
    )


BROKE = clip(1, "I was broke", (10.013, 25.027))
TWO = clip(2, "Two parts", (60.0, 70.0), (72.0, 80.0))
CLIPS = [BROKE, TWO]


def given_of(clips: list[Clip], source: HandoffSource) -> list[HandoffClip]:
    return [HandoffClip(c.id, c.wording.title, c.cut, source.spans(c.cut), notes=c.notes) for c in clips]


def found(*parts: FoundPart, clips: list[Clip] = CLIPS, keeps_titles: bool = False) -> Comparison:
    return compare(clips, SOURCE, [FoundSequence("s", parts)], keeps_titles)


def part(start: float, end: float, owner: Clip | None = None, name: str = "", media: str = "") -> FoundPart:
    return FoundPart(name, start, end, owner.id if owner else "", media)


SAME_TWO = (part(60, 70, TWO), part(72, 80, TWO))


@pytest.mark.parametrize("member", HANDOFFS, ids=lambda member: member.NAME)
@pytest.mark.parametrize("rate", SOURCES)
def test_what_comes_back_as_it_went_changes_nothing(member: HandoffFormat, rate: str) -> None:
    source = source_at(rate, phase=0.0071)
    content = written(member, handed(source, given_of(CLIPS, source)))
    result = compare(CLIPS, source, member.read(content, source), member.KEEPS_TITLES)
    assert result == Comparison((), 2, ())


@pytest.mark.parametrize("member", HANDOFFS, ids=lambda member: member.NAME)
@examples(15, 600)
@given(start=st.floats(0, 3000), length=st.floats(0.6, 200), fps=st.sampled_from(list(SOURCES)))
def test_clips_of_any_seconds_come_back_unchanged(
    member: HandoffFormat, start: float, length: float, fps: str
) -> None:
    source = source_at(fps)
    clips = [clip(1, "Any", (start, start + length))]
    content = written(member, handed(source, given_of(clips, source)))
    assert not compare(clips, source, member.read(content, source), member.KEEPS_TITLES).changes


def test_a_later_start_is_said_and_the_end_keeps_its_second() -> None:
    result = found(part(10.4, 25.04, BROKE), *SAME_TWO)
    (change,) = result.changes
    assert change.words == "“I was broke”: starts 0.4 s later, ends as before"
    assert change.after.ranges == (TimeSpan(start=10.4, end=25.027),)
    assert result.unchanged == 1 and not result.told


def test_frames_are_said_where_tenths_would_be_nothing() -> None:
    (change,) = found(part(10.0, 25.12, BROKE), *SAME_TWO).changes
    assert change.words == "“I was broke”: starts as before, ends 2 frames later"
    assert change.after.start == 10.013


def test_a_piece_taken_out_of_the_middle_is_cut_out() -> None:
    (change,) = found(part(10.0, 15, BROKE), part(16.2, 25.04, BROKE), *SAME_TWO).changes
    assert change.words == "“I was broke”: starts as before, ends as before, 1.2 s cut out inside"
    assert [(s.start, s.end) for s in change.after.ranges] == [(10.013, 15.0), (16.2, 25.027)]


def test_a_blade_without_a_loss_changes_nothing() -> None:
    assert not found(part(10.0, 15, BROKE), part(15, 25.04, BROKE), *SAME_TWO).changes


def test_what_was_cut_out_can_be_put_back() -> None:
    (change,) = found(part(60, 80, TWO)).changes
    assert change.words == "“Two parts”: starts as before, ends as before, 2.0 s put back inside"
    assert change.after == Cut(ranges=(TimeSpan(start=60, end=80),))


def test_parts_without_marks_are_known_by_title_then_by_what_they_show() -> None:
    result = found(part(10.4, 25.04, name="i was  BROKE"), part(61, 70), part(72, 80, media="Talk & more #1.mxf"))
    assert [change.words.split(": ")[1] for change in result.changes] == [
        "starts 0.4 s later, ends as before",
        "starts 1.0 s later, ends as before",
    ]


def test_other_files_and_unknown_parts_are_told_and_left_out() -> None:
    result = found(
        part(10.0, 25.04, BROKE), *SAME_TWO, part(11, 20, name="B-roll", media="b.mp4"), part(500, 505, name="New")
    )
    assert not result.changes and result.unchanged == 2
    assert result.told == (
        "“B-roll” is of another file (b.mp4) and is left out.",
        "“New” (8:20.0 to 8:25.0) is no clip of this run and is left out.",
    )


def test_a_clip_that_is_missing_is_told_and_stays() -> None:
    result = found(part(10.0, 25.04, BROKE))
    assert result.told == ("“Two parts” is not in this file and stays as it is.",) and not result.changes
    assert not found(part(10.0, 25.04, BROKE), clips=[BROKE, TWO.model_copy(update={"decision": "maybe"})]).told


def test_a_clip_that_is_apart_counts_once() -> None:
    result = found(part(11, 15, BROKE), *SAME_TWO, part(16, 20, BROKE))
    assert [change.clip_id for change in result.changes] == [BROKE.id]
    assert result.told == ("“I was broke” is there more than once, apart: its first place counts.",)


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ((part(20, 25, BROKE), part(10, 15, BROKE)), "in another order"),
        ((part(10, 10.2, BROKE),), "shorter than 0.5 s"),
        ((part(10, 17, BROKE)._replace(is_altered=True),), "at another speed"),
        ((part(10, 17, BROKE)._replace(is_altered=True), part(17, 25.04, BROKE)), "at another speed"),
    ],
)
def test_what_can_not_be_a_clip_stays_as_it_is(parts: tuple[FoundPart, ...], why: str) -> None:
    result = found(*parts, *SAME_TWO)
    assert not result.changes and result.unchanged == 1
    assert why in result.told[0]


def test_of_two_sequences_the_one_that_changes_a_clip_counts() -> None:
    joint = FoundSequence("all", (part(10.0, 25.04, BROKE), part(61, 70, TWO), part(72, 80, TWO)))
    alone = [FoundSequence("one", (part(12, 25.04, BROKE),)), FoundSequence("two", SAME_TWO)]
    result = compare(CLIPS, SOURCE, [joint, *alone])
    assert [round(change.starts_by, 3) for change in result.changes] == [2.0, 1.0] and not result.told


def test_titles_and_notes_come_back_where_the_format_keeps_them() -> None:
    renamed = FoundPart("I was rich", 10.0, 25.04, BROKE.id, notes="Better.\nMuch.")
    (change,) = found(renamed, *SAME_TWO, keeps_titles=True).changes
    assert (change.new_title, change.new_notes) == ("I was rich", "Better.\nMuch.")
    assert change.words == "“I was broke”: is called “I was rich”, has other notes"
    assert change.after == change.before == BROKE.cut
    assert not found(renamed, *SAME_TWO).changes


@examples(12, 400)
@given(st.lists(st.tuples(st.floats(0, 4000), st.floats(-1, 90), st.sampled_from([None, BROKE, TWO])), max_size=8))
def test_no_file_makes_a_clip_that_can_not_be(parts: list[tuple[float, float, Clip | None]]) -> None:
    result = found(*(part(start, max(start, start + length), owner) for start, length, owner in parts))
    for change in result.changes:
        assert change.after.duration >= 0.49 and change.after.start >= 0 and change.after.end <= 3600.1
        pairs = pairwise(change.after.ranges)
        assert all(one.end <= other.start for one, other in pairs)
