"""Which clips a filter admits, and what is said in them."""

from __future__ import annotations

import pytest
from fake_project import make_clips, talk
from hypothesis import given
from hypothesis import strategies as st

from core import editing
from core.schema.clip import Clip
from core.schema.learning import Standing
from core.schema.time import TimeSpan
from ui.models.clip_filter import ClipFilter, Said, Spoken, detail_words

_TALK = talk(600.0)


def _clip(start: float = 100.0, end: float = 140.0) -> Clip:
    return editing.trim(make_clips("r", 600, 1)[0], start, end, 600.0)


def _admits(wanted: ClipFilter, clip: Clip, score: float = 80.0, said: Said = Said()) -> bool:  # noqa: B008
    return wanted.admits(clip, Standing(score=score, usual=score), said)


@pytest.mark.parametrize(
    ("wanted", "is_shown"),
    [
        (ClipFilter(), True),
        (ClipFilter(decision="approved"), False),
        (ClipFilter(least_score=80), True),
        (ClipFilter(least_score=81), False),
        (ClipFilter(shortest=40), True),
        (ClipFilter(shortest=41), False),
        (ClipFilter(longest=40), True),
        (ClipFilter(longest=39), False),
        (ClipFilter(has_notes=True), False),
        (ClipFilter(speaker="Ana"), True),
        (ClipFilter(speaker="Ben"), False),
        (ClipFilter(text="NOBODY week"), True),
        (ClipFilter(text="nobody weeks"), False),
    ],
)
def test_a_filter_admits(wanted: ClipFilter, is_shown: bool) -> None:
    said = Said("and nobody left", frozenset({"Ana"}))
    assert _admits(wanted, _clip(), 79.6, said) == is_shown


def test_notes_are_found_and_asked_for() -> None:
    noted = editing.set_notes(_clip(), "Ask Zoë about the price")
    assert _admits(ClipFilter(has_notes=True, text="zoë price"), noted)


@given(start=st.floats(0, 560), seconds=st.floats(0.5, 60), hole=st.floats(0, 60))
def test_what_is_said_in_a_clip_is_what_lies_in_its_ranges(start: float, seconds: float, hole: float) -> None:
    clip = editing.cut_out(_clip(start, start + seconds), TimeSpan(start=start + hole, end=start + hole + 3))
    said = Spoken(_TALK).of(clip)
    inside = [
        (word, segment)
        for word, segment in _TALK.words()
        if any(kept.start <= (word.start + word.end) / 2 < kept.end for kept in clip.cut.ranges)
    ]
    assert said.text.split() == [part for word, _ in inside for part in word.text.casefold().split()]
    assert said.speakers == {segment.speaker for _, segment in inside}


def test_an_edited_clip_is_read_anew() -> None:
    spoken, clip = Spoken(_TALK), _clip()
    longer = editing.trim(clip, 100.0, 200.0, 600.0)
    assert len(spoken.of(longer).text) > len(spoken.of(clip).text)
    assert Spoken().of(clip) == Said()


def test_what_is_asked_for_is_said() -> None:
    assert detail_words(ClipFilter(decision="maybe", text="x")) == ""
    assert detail_words(ClipFilter(least_score=70, shortest=20, longest=60)) == "score from 70 · 20–60 s"
    assert detail_words(ClipFilter(longest=60, speaker="Ana", has_notes=True)) == "up to 60 s · Ana · with notes"
    assert not ClipFilter(decision="maybe", text="x").is_narrow
    assert ClipFilter(speaker="Ana").is_narrow
