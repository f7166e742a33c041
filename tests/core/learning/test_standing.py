"""Where clips stand: exactly as usual where nothing is learned or weighed, else moved in the right direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.learning.examples import Change, apart, example_of
from core.learning.ranker import fit
from core.learning.sliders import reweigh
from core.learning.standing import in_order, standings
from core.learning.traits import TraitReader
from core.schema.clip import Clip
from core.schema.learning import AxisWeights, Ranker
from core.schema.plan import AXES, AxisScore
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from tests.reviewers import REVIEWERS, decided, made_up_clips

percents = st.floats(0, 100)
weights = st.floats(0, 2)


def clip(name: str, score: float, start: float = 0.0, seconds: float = 30.0, **axes: float) -> Clip:
    return Clip(
        id=name,
        run_id="run",
        cut=Cut(ranges=(TimeSpan(start=start, end=start + seconds),)),
        score=score,
        axes={axis: AxisScore(score=axes.get(axis)) for axis in AXES},  # type: ignore[misc]
    )


@given(st.lists(st.tuples(percents, percents, st.floats(0, 1000)), max_size=12))
def test_neutral_sliders_give_exactly_the_usual_scores_and_order(drawn):
    clips = [
        clip(str(number), score, start, hook=hook, quotability=100 - hook)
        for number, (score, hook, start) in enumerate(drawn)
    ]
    for neutral in (AxisWeights(), AxisWeights(weights=dict.fromkeys(AXES, 1.0))):
        found = standings(clips, None, neutral)
        assert [found[each.id].score for each in clips] == [each.score for each in clips]
        assert in_order(clips, found) == sorted(clips, key=lambda c: (-c.score, c.cut.start, c.id))


@given(percents, st.sampled_from(AXES), percents, weights, weights)
def test_a_slider_moves_a_score_towards_what_its_axis_says(score, axis, value, low, high):
    axes = {axis: AxisScore(score=value)}
    less, more = (reweigh(score, axes, AxisWeights(weights={axis: weight})) for weight in sorted((low, high)))
    if value > 50:
        assert more >= less - 1e-9
    else:
        assert more <= less + 1e-9
    assert 0 <= less <= 100 and 0 <= more <= 100


def test_an_ignored_axis_no_longer_parts_clips_and_a_doubled_one_parts_them_more():
    strong, weak = clip("strong", 80, hook=95), clip("weak", 70, hook=50)
    usual = standings([strong, weak])
    double = standings([strong, weak], None, AxisWeights(weights={"hook": 2.0}))
    none = standings([strong, weak], None, AxisWeights(weights={"hook": 0.0}))
    apart_by = [each["strong"].score - each["weak"].score for each in (none, usual, double)]
    assert apart_by[0] < apart_by[1] < apart_by[2]
    assert double["strong"].is_weighed and not double["weak"].is_weighed, "ordinary on that axis"


def test_an_axis_that_could_not_be_judged_changes_nothing():
    each = clip("a", 64.0, hook=80)
    assert standings([each], None, AxisWeights(weights={"visual": 2.0}))["a"].score == 64.0


def test_weights_out_of_range_are_refused():
    with pytest.raises(ValueError, match="0 to 2"):
        AxisWeights(weights={"hook": 2.5})


def ranker_of(number: int) -> Ranker:
    return fit(decided(made_up_clips(14, 12, 1), REVIEWERS[number], 1))


def test_a_learned_taste_moves_clips_and_says_why():
    ranker = ranker_of(1)
    short, long = clip("short", 70, seconds=17, hook=60), clip("long", 72, seconds=85, hook=60)
    found = standings([short, long], ranker)
    assert found["short"].score > found["long"].score
    assert found["short"].usual == 70 and found["short"].is_learned
    assert found["short"].because == found["long"].because == "You tend to approve shorter clips."


def test_a_ranker_that_is_not_used_or_of_other_features_leaves_everything_as_usual():
    each = clip("a", 70, seconds=17)
    ranker = ranker_of(1)
    for unused in (
        ranker.model_copy(update={"is_used": False}),
        ranker.model_copy(update={"features_version": 0}),
        Ranker(),
    ):
        assert standings([each], unused)["a"].score == 70


def test_a_clip_made_by_hand_has_no_score_to_move():
    made = clip("a", 0.0).model_copy(update={"axes": {}, "is_handmade": True})
    assert standings([made], ranker_of(1), AxisWeights(weights={"hook": 2.0}))["a"].score == 0.0


def talk() -> Transcript:
    lines = [
        ("A", 0.0, "Why is that so funny? Haha."),
        ("B", 10.0, "In 1999 we had 3 people and now I tell you a long story of many words"),
        ("A", 40.0, "Yes."),
    ]
    segments = []
    for speaker, start, text in lines:
        words = tuple(
            Word(text=word, start=start + place, end=start + place + 0.9)
            for place, word in enumerate(text.split())
        )
        segments.append(TranscriptSegment(start=start, end=words[-1].end, text=text, speaker=speaker, words=words))
    return Transcript(language="en", segments=tuple(segments))


def test_traits_are_counted_in_the_words_of_a_cut():
    reader = TraitReader(talk())
    whole = reader.read(Cut(ranges=(TimeSpan(start=0.0, end=60.0),)))
    assert whole["pace"] == 24.0
    assert whole["questions"] == 1.0
    assert whole["numbers"] == 2.0
    assert whole["humour"] >= 2.0
    assert whole["statement"] == pytest.approx(17 / 24, abs=0.01)
    assert whole["main_voice"] == pytest.approx(17 / 24, abs=0.01)
    assert reader.read(Cut(ranges=(TimeSpan(start=10.0, end=30.0),)))["main_voice"] == 1.0
    assert reader.read(Cut(ranges=(TimeSpan(start=30.0, end=39.0),))) == {}
    assert TraitReader(Transcript()).read(Cut(ranges=(TimeSpan(start=0.0, end=9.0),))) == {}


def test_an_example_is_of_the_last_decision_and_of_the_clip_as_it_was_proposed():
    shown = clip("a", 70, hook=60).model_copy(update={"traits": {"pace": 150.0}})
    trimmed = shown.model_copy(update={"cut": Cut(ranges=(TimeSpan(start=0.0, end=15.0),))})
    approved = trimmed.model_copy(update={"decision": "approved"})
    rejected = approved.model_copy(update={"decision": "rejected"})
    changes = [Change(shown, trimmed, 1.0), Change(trimmed, approved, 2.0), Change(approved, rejected, 3.0)]
    made = example_of(rejected, "source", changes)
    assert made is not None
    assert (made.decision, made.at, made.trimmed, made.kept_seconds) == ("rejected", 3.0, 0.5, 15.0)
    assert made.features == {"score": 70.0, "hook": 60.0, "seconds": 30.0, "pace": 150.0}
    assert example_of(shown, "source", []) is None


def test_what_the_machine_approved_is_no_decision_of_the_user():
    approved = clip("a", 70).model_copy(update={"decision": "approved"})
    assert example_of(approved, "source", []) is None
    restyled = approved.model_copy(update={"style": "bold"})
    assert example_of(restyled, "source", [Change(approved, restyled, 1.0)]) is None


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.5, 50)), min_size=2, max_size=2))
def test_how_far_two_cuts_are_apart(drawn):
    one, other = (Cut(ranges=(TimeSpan(start=start, end=start + length),)) for start, length in drawn)
    assert apart(one, one) == pytest.approx(0.0, abs=1e-9)
    assert apart(one, other) == pytest.approx(apart(other, one), abs=1e-9)
    assert -1e-9 <= apart(one, other) <= 1.0
