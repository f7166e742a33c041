"""What holds for the plan of any transcript, whoever wrote it and however badly."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from core.highlights.edges import keep_off_flashes
from core.highlights.plan import PlanOptions, plan_clips
from core.schema.plan import EditorialPlan
from core.schema.segment import Segments
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript
from core.speech.sidecar import read_transcript
from tests.conftest import SHARED
from tests.core.highlights.generated import Habits, broken_rules, habits, segments_of, source_end, transcript_of
from tests.slices import examples

LIMITS = ((15.0, 90.0), (15.0, 90.0), (3.0, 8.0), (30.0, 45.0), (1.0, 1.5), (60.0, 600.0))
PROMPTS = ("", "", "about bread", "the funniest", "面白い", "\u200b?")
TALKS = sorted((SHARED / "eval" / "clips" / "dev" / "transcripts").glob("*.json"))


def options() -> st.SearchStrategy[PlanOptions]:
    return st.builds(
        lambda limits, top, prompt: PlanOptions(
            top=top, min_seconds=limits[0], max_seconds=limits[1], prompt=prompt
        ),
        st.sampled_from(LIMITS),
        st.integers(1, 20),
        st.sampled_from(PROMPTS),
    )


def proposed(transcript: Transcript, segments: Segments, asked: PlanOptions) -> EditorialPlan:
    """Plan, and move ends off flashes of other shots, as the stage does."""
    made = plan_clips(transcript, segments, asked)
    words = [TimeSpan(start=word.start, end=word.end) for word, _ in transcript.words()]
    moved = [
        candidate.model_copy(
            update={"cut": keep_off_flashes(candidate.cut, segments.shots, words, asked.min_seconds)}
        )
        for candidate in made.candidates
    ]
    return made.model_copy(update={"candidates": tuple(moved)})


@examples(few=60, many=2000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(habits(), options(), st.booleans())
def test_no_plan_breaks_a_rule(habit: Habits, asked: PlanOptions, is_seen: bool) -> None:
    transcript = transcript_of(habit)
    segments = segments_of(habit, transcript, is_seen)
    made = proposed(transcript, segments, asked)
    assert broken_rules(made, transcript, asked, source_end(transcript, segments)) == []
    assert proposed(transcript, segments, asked) == made


TEN_HOURS = [
    Habits(words=95_000, pauses=(0.0, 0.1, 0.6)),
    Habits(words=95_000, mark_every=0, speakers=0, turn=100_000, is_cased=False, is_touching=True),
    Habits(script="zh", words=125_000, lengths=(0.2, 0.4), speakers=7),
    Habits(words=95_000, mark_every=1, overlap=0.8, speakers=40, turn=6),
]


@pytest.mark.soak
@pytest.mark.parametrize("habit", TEN_HOURS, ids=["plain", "one sentence", "ideographs", "all at once"])
def test_ten_hours_break_no_rule(habit: Habits) -> None:
    transcript = transcript_of(habit)
    assert transcript.segments[-1].end > 9 * 3600
    asked = PlanOptions(top=30)
    made = proposed(transcript, Segments(), asked)
    assert broken_rules(made, transcript, asked, source_end(transcript, Segments())) == []
    assert len(made.candidates) == 30 or made.choices


def keeps_the_rules(path_index: int) -> None:
    transcript = read_transcript(TALKS[path_index], None, 0.0)
    for asked in (PlanOptions(), PlanOptions(top=30, min_seconds=20, max_seconds=40, prompt="the funniest")):
        made = proposed(transcript, Segments(), asked)
        assert broken_rules(made, transcript, asked, source_end(transcript, Segments())) == []
        assert len(made.candidates) >= 10, TALKS[path_index].name


# The shortest of each kind of talk: reading a transcript takes longer than planning it.
SOME = [
    TALKS.index(path)
    for kind, count in {
        "conv_en": 1,
        "conv_zh": 1,
        "edit": 1,
        "topic": 1,
        "parl_es": 1,
        "pod": 1,
        "raw": 1,
    }.items()
    for path in sorted((p for p in TALKS if p.name.startswith(kind)), key=lambda p: p.stat().st_size)[:count]
]


@pytest.mark.skipif(not TALKS, reason="the real transcripts are not here (../shared/eval)")
@pytest.mark.parametrize("index", SOME, ids=lambda index: TALKS[index].stem)
def test_real_talks_break_no_rule(index: int) -> None:
    keeps_the_rules(index)


@pytest.mark.soak
@pytest.mark.skipif(not TALKS, reason="the real transcripts are not here (../shared/eval)")
@pytest.mark.parametrize("index", range(len(TALKS)))
def test_all_real_talks_break_no_rule(index: int) -> None:
    keeps_the_rules(index)
