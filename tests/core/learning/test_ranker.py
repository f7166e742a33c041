"""Learning from simulated reviewers: it helps where they have a taste, and does no harm where they have none."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.learning.decisions import FEWEST, grade, usable
from core.learning.pairs import folds, pairs_of
from core.learning.ranker import fit
from core.schema.learning import Example
from tests.reviewers import (
    CONTRADICTORY,
    REVIEWERS,
    Trial,
    clips_of_talks,
    decided,
    made_up_clips,
    trial,
)

HUMOUR, SHORT, STATEMENTS, AGREES, COIN, _ = REVIEWERS
TASTES = (HUMOUR, SHORT, STATEMENTS)


def trials(reviewer, decisions: int, seeds: Sequence[int] = (1, 2)) -> list[Trial]:
    return [trial(made_up_clips(16, 12, seed), reviewer, decisions, 96, seed) for seed in seeds]


@pytest.mark.parametrize("reviewer", TASTES, ids=lambda reviewer: reviewer.name)
def test_a_known_taste_is_learned_from_84_decisions(reviewer):
    found = trials(reviewer, 84)
    assert all(each.is_used for each in found)
    assert mean(each.learned for each in found) > mean(each.usual for each in found) + 0.2
    assert mean(each.learned for each in found) > 0.78


@pytest.mark.parametrize("reviewer", REVIEWERS, ids=lambda reviewer: reviewer.name)
@pytest.mark.parametrize("decisions", [0, 3])
def test_few_decisions_change_nothing(reviewer, decisions):
    assert all(each.learned == each.usual and not each.is_used for each in trials(reviewer, decisions))


@pytest.mark.parametrize("reviewer", [COIN, CONTRADICTORY, AGREES], ids=lambda reviewer: reviewer.name)
def test_who_has_no_taste_of_their_own_keeps_the_usual_ranking(reviewer):
    assert all(each.learned == each.usual and not each.is_used for each in trials(reviewer, 60))


def test_it_says_why_it_is_not_used():
    clips = made_up_clips(8, 12, 1)
    assert fit([]).reason == f"Too few decisions: 0 of at least {FEWEST}."
    assert fit(decided(clips, HUMOUR, 1)[:3]).reason == f"Too few decisions: 3 of at least {FEWEST}."
    alike = [each.model_copy(update={"decision": "approved"}) for each in clips[:30]]
    assert "rejected" in fit(alike).reason
    assert fit(decided(clips, AGREES, 1)[:60]).reason == "Your decisions agree with the usual ranking."
    assert "no pattern" in fit(decided(clips, COIN, 2)[:60]).reason


def test_it_says_what_was_learned_in_plain_words():
    assert "shorter clips" in fit(decided(made_up_clips(8, 12, 1), SHORT, 1)).reason


def test_the_same_decisions_give_the_same_ranker_in_any_order():
    made = decided(made_up_clips(6, 12, 3), HUMOUR, 3)
    assert fit(made) == fit(made[::-1])


def test_influence_grows_with_decisions():
    made = decided(made_up_clips(16, 12, 4), HUMOUR, 4)
    few, many = fit(made[:12]).influence, fit(made[:180]).influence
    assert 0 < few < 0.5 < many < 1


def test_a_harsh_reviewer_teaches_the_same_as_a_kind_one():
    """Which clips are wanted counts, not how many."""
    clips = made_up_clips(14, 12, 5)
    for share in (0.15, 0.7):
        ranker = fit(decided(clips, HUMOUR.__class__("x", HUMOUR.taste, share=share), 5)[:120])
        assert ranker.is_used
        assert ranker.coefficients["humour"] > 0.3


def test_clips_that_lack_features_are_learned_from_as_far_as_they_go():
    made = [
        each if number % 3 else each.model_copy(update={"features": {"seconds": each.features["seconds"]}})
        for number, each in enumerate(decided(made_up_clips(14, 12, 6), SHORT, 6)[:120])
    ]
    ranker = fit(made)
    assert ranker.is_used and ranker.coefficients["seconds"] < -0.3


@pytest.mark.parametrize("alike", [1, 2, 3])
def test_decisions_that_can_hardly_be_compared_teach_nothing(alike):
    """All but a few are on clips of videos of their own."""
    made = decided(made_up_clips(1, 20, 7), SHORT, 7)
    apart = [
        each.model_copy(update={"source_id": f"s{number}" if number >= alike else "s"})
        for number, each in enumerate(made)
    ]
    ranker = fit(apart)
    assert not ranker.is_used and ranker.reason


def test_examples_of_other_features_are_left_out():
    made = [
        each.model_copy(update={"features_version": 0}) for each in decided(made_up_clips(4, 12, 1), HUMOUR, 1)
    ]
    assert usable(made) == [] and fit(made).decisions == 0


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from(["approved", "rejected", "maybe"]))))
def test_folds_hold_out_each_example_once_and_pairs_stay_in_their_source(drawn):
    base = made_up_clips(1, 1, 1)[0]
    made = [
        base.model_copy(update={"clip_id": str(number), "source_id": source, "decision": decision})
        for number, (source, decision) in enumerate(drawn)
    ]
    held = [row for part in folds(made) for row in part]
    assert sorted(held) == list(range(len(made)))
    pairs = pairs_of(made)
    for wanted, other in zip(pairs.wanted, pairs.other, strict=True):
        assert made[wanted].source_id == made[other].source_id
        assert (grade(made[wanted]) or 0) > (grade(made[other]) or 0)
    taking_part = {int(row) for rows in (pairs.wanted, pairs.other) for row in rows}
    assert pairs.weight.sum() == pytest.approx(len(taking_part))


def example(**given: object) -> Example:
    return made_up_clips(1, 1, 1)[0].model_copy(update=given)


def test_what_the_user_did_is_graded():
    assert grade(example()) is None
    assert grade(example(decision="rejected", exported_at=5.0)) == 0.0, "the last word is the decision"
    assert grade(example(decision="maybe")) == 1.0
    assert grade(example(decision="approved")) == 2.0
    assert grade(example(exported_at=5.0)) == 2.5
    assert grade(example(is_handmade=True)) == 2.0
    assert grade(example(trimmed=0.1)) == 1.0, "who trims is interested"
    assert grade(example(decision="approved", trimmed=0.9)) == 1.0, "another clip was made of it"


@pytest.mark.soak
@pytest.mark.parametrize("reviewer", TASTES, ids=lambda reviewer: reviewer.name)
def test_a_taste_is_learned_on_clips_of_real_talks(reviewer, shared_media):
    clips = clips_of_talks(shared_media.parent / "eval" / "clips" / "dev" / "transcripts", 24, 12)
    found = [trial(clips, reviewer, 84, 120, seed) for seed in range(4)]
    assert mean(each.learned for each in found) > mean(each.usual for each in found) + 0.1


@pytest.mark.soak
@pytest.mark.parametrize("reviewer", [COIN, CONTRADICTORY], ids=lambda reviewer: reviewer.name)
def test_chance_is_rarely_taken_for_taste(reviewer):
    used = [
        trial(made_up_clips(14, 12, seed), reviewer, count, 60, seed).is_used
        for seed in range(20)
        for count in (30, 84)
    ]
    assert sum(used) <= 3
