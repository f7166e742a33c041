"""What holds for the plan of any transcript, whatever a language model answers about it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from core.highlights.moments import JUDGED, Judge, Judged, Moment, PassageReply, Spoken
from core.highlights.opinions import choose, merged
from core.highlights.passages import LARGEST_OVERLAP, PASSAGE_CHARACTERS, line_of, passages_of, span_of
from core.highlights.plan import PlanOptions, choose_clips, survey
from core.schema.segment import Segments
from tests.core.highlights.generated import Habits, broken_rules, habits, segments_of, source_end, transcript_of
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.slices import examples

NUMBERS = st.integers(-2, 60)


def moments(words: list[str]) -> st.SearchStrategy[Moment]:
    """Draw moments of which some can be believed."""
    return st.builds(
        lambda first, length, setup, score, quote: Moment(
            first=first,
            last=first + length,
            setup=setup,
            scores=dict.fromkeys(JUDGED, score),
            quotes=(quote,),
        ),
        NUMBERS,
        st.integers(-1, 25),
        st.one_of(st.just(()), st.tuples(NUMBERS, NUMBERS)),
        st.floats(-5, 105),
        st.sampled_from([" ".join(words[:3]), *words[:40]]),
    )


@examples(few=25, many=2000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), habits(300), st.sampled_from([(3.0, 30.0), (15.0, 90.0), (1.0, 60.0)]), st.integers(1, 8))
def test_no_answer_breaks_a_rule(
    data: st.DataObject, habit: Habits, limits: tuple[float, float], top: int
) -> None:
    transcript = transcript_of(habit)
    segments = segments_of(habit, transcript, True)
    options = PlanOptions(top=top, min_seconds=limits[0], max_seconds=limits[1])
    ground = survey(transcript, segments, options)
    plan = choose_clips(ground, options)
    if ground.table is None:
        return
    judge = Judge(ground, plan.candidates, options)
    clips = [span_of(candidate, judge.sentences) for candidate in plan.candidates]
    said = [word.text for word in ground.words]
    judged, proposals = {}, []
    for passage in passages_of(judge.sentences, options.max_seconds, clips):
        answers = data.draw(st.lists(moments(said), max_size=12))
        opinions = [Judged(id=n, scores=dict.fromkeys(JUDGED, 50), quotes=(said[0],)) for n in range(-1, 9)]
        found = judge.check(PassageReply(moments=tuple(answers), clips=tuple(opinions)), passage)
        assert len(found.proposals) + len(found.judged) + len(found.faults) <= len(answers) + len(opinions)
        judged |= found.judged
        proposals += found.proposals
    pool, _ = merged(judge, judged, proposals)
    made = plan.model_copy(update={"candidates": tuple(choose(pool, judge))})
    assert broken_rules(made, transcript, options, source_end(transcript, segments)) == []
    assert made.candidates


@examples(few=20, many=2000, suppress_health_check=[HealthCheck.too_slow])
@given(habits(500), st.sampled_from([0.5, 20.0, 90.0, 600.0]))
def test_passages_hold_every_sentence_and_every_clip_that_is_short_enough(habit: Habits, longest: float) -> None:
    ground = survey(transcript_of(habit), Segments(), PlanOptions())
    if ground.table is None:
        return
    sentences = ground.table.sentences
    passages = passages_of(sentences, longest)
    assert passages[0].first == 0 and passages[-1].last == len(sentences) - 1
    for left, right in pairwise(passages):
        assert left.first < right.first <= left.last + 1 and left.last < right.last


def test_a_long_talk_is_cut_into_passages_that_share_the_length_of_a_clip() -> None:
    talk = spoken(*(turn for _ in range(60) for turn in INTERVIEW))
    ground = survey(talk, Segments(), PlanOptions())
    assert ground.table is not None
    sentences = ground.table.sentences
    passages = passages_of(sentences, 90.0, [(10, 12), (len(sentences) - 3, len(sentences) - 1)])
    assert len(passages) > 3
    assert [passage.known for passage in passages] == [(0,), *((),) * (len(passages) - 2), (1,)]
    for left, right in pairwise(passages):
        shared = sentences[left.last].end - sentences[right.first].start
        assert 60 < shared <= 90
        lines = [line_of(sentences[n], n) for n in range(left.first, left.last + 1)]
        assert len("\n".join(lines)) <= PASSAGE_CHARACTERS
        assert right.first - left.first >= (1 - LARGEST_OVERLAP) * (left.last - left.first)


def test_words_of_a_cut_of_two_parts_are_those_of_both() -> None:
    ground = survey(spoken(*INTERVIEW), Segments(), PlanOptions(top=2))
    first, second = choose_clips(ground, PlanOptions(top=2)).candidates
    said = Spoken(ground.words)
    cut = first.cut.model_copy(update={"ranges": (*first.cut.ranges, *second.cut.ranges)})
    assert said.within(cut) == said.within(first.cut) + said.within(second.cut)
