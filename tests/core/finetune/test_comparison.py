"""Two models beside the user's decisions: what is counted, and when a difference is one."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.finetune.comparison import chance, compare, interval

_SAYS = st.sampled_from(["approve", "reject", ""])


def compared(both: int, only_made: int, only_base: int, neither: int):
    yes, no = "approve", "reject"
    base = [yes] * both + [no] * only_made + [yes] * only_base + [no] * neither
    made = [yes] * both + [yes] * only_made + [no] * only_base + [no] * neither
    return compare([yes] * len(base), base, made)


@pytest.mark.parametrize(
    ("cells", "winner"),
    [
        ((4, 4, 1, 1), ""),  # ten decisions, three more right: no win
        ((0, 5, 0, 0), ""),
        ((0, 6, 0, 4), "made"),
        ((50, 20, 4, 10), "made"),
        ((50, 4, 20, 10), "base"),
        ((10, 0, 0, 0), ""),
        ((0, 0, 0, 10), ""),
    ],
)
def test_a_winner_is_named_only_where_it_is_no_chance(cells, winner):
    assert compared(*cells).winner == winner


def test_what_came_out_is_told():
    told = compared(4, 4, 1, 1)
    assert (told.decisions, told.base_agrees, told.made_agrees, told.unusable) == (10, 5, 8, 0)
    assert told.in_words[1].startswith("That is a difference of +30 points, which could be anything from -")
    assert told.in_words[2] == "That is too little to tell which of them is better."
    assert compared(0, 20, 0, 4).in_words[2] == "So the fine-tuned model is better."
    assert compared(0, 0, 20, 4).in_words[2] == "So the fine-tuned model is worse."


def test_answers_that_can_not_be_used_agree_with_nothing():
    told = compare(["approve", "reject"], ["", "reject"], ["", "reject"])
    assert (told.base_agrees, told.made_agrees, told.unusable) == (1, 1, 2)
    assert told.in_words[-1] == "2 answers could not be used."
    assert compare(["reject"], ["reject"], [""]).in_words[-1] == "One answer could not be used."


def test_the_chance_is_that_of_the_exact_test():
    assert chance(0, 0) == chance(3, 3) == 1.0
    assert chance(6, 0) == chance(0, 6) == 2 / 64
    assert chance(1, 9) == pytest.approx(2 * 11 / 1024)


def test_the_interval_covers_the_truth_as_often_as_it_says():
    # Every way that 20 decisions can fall, weighed by its probability, for several truths.
    for one, other in ((0.1, 0.1), (0.3, 0.1), (0.2, 0.5), (0.05, 0.0), (0.4, 0.4)):
        covered = 0.0
        for first in range(21):
            for second in range(21 - first):
                low, high = interval(first, second, 20)
                weight = comb(20, first) * comb(20 - first, second) * one**first * other**second
                if low <= one - other <= high:
                    covered += weight * (1 - one - other) ** (20 - first - second)
        assert covered > 0.93


@given(st.lists(st.tuples(st.sampled_from(["approve", "reject"]), _SAYS, _SAYS), min_size=1, max_size=60))
def test_turned_round_the_other_one_wins(said):
    user, base, made = zip(*said, strict=True)
    one, other = compare(user, base, made), compare(user, made, base)
    assert (
        -1.0 <= one.low <= (one.made_agrees - one.base_agrees) / one.decisions <= one.high <= 1.0
        or one.decisions < 5
    )
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
    assert {one.winner, other.winner} in ({""}, {"made", "base"})
