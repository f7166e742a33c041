"""The fitted scorer: what it reads, what it can't be misled by, and that its fit finds what is there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.highlights.candidates import Windows
from core.highlights.context import Signs, axis_of, read_signs
from core.highlights.features import SentenceTable
from core.highlights.rubric import moment_gain, to_percent
from core.highlights.scorer import (
    FORMS,
    MOST_OF_ONE_SIGN,
    UNKNOWN_FORM,
    Likelihood,
    _relative,
    bundled_scorer,
    form_of,
    judge_sentences,
    share_of_statements,
)
from core.schema.plan import AXES
from scripts.fit_scorer import Talk, fit, fold_of, table_of
from tests.core.highlights.talk import INTERVIEW, spoken

BANTER = [(name, text) for name in ("Ana", "Ben", "Cy") for text in ("No way!", "Yeah.", "What? Why?")]
ANSWER = (
    "The mistake that I made for years was to believe that somebody else would notice the work. "
    "You have to show it, because nobody has the time to look for it. "
    "So I began to write down every week what we had learned and what it had cost. "
    "After a year the notes had become the thing that people came to us for. "
    "What matters is not how much you know but whether others can use it without you. "
)


def _table(*turns: tuple[str, str]) -> SentenceTable:
    return table_of(spoken(*turns))


def test_every_sign_is_a_difference_from_the_talks_average_and_belongs_to_an_axis() -> None:
    signs = read_signs(_table(*INTERVIEW))
    assert signs.values.shape == (len(_table(*INTERVIEW).sentences), len(signs.names))
    assert np.abs(signs.values.mean(axis=0)).max() < 1e-9
    assert {axis_of(name) for name in signs.names} <= set(AXES)
    assert axis_of("humour+1") == axis_of("humour~12") == axis_of("humour") == "emotion"


def test_the_bundled_weights_are_for_the_signs_that_are_read() -> None:
    names = read_signs(_table(*INTERVIEW)).names
    scorer = bundled_scorer()
    assert set(scorer.exchange.weights) == set(scorer.statement.weights) == set(names)
    assert set(scorer.form.weights) == set(FORMS)
    for quantiles in scorer.axes.values():
        assert list(quantiles) == sorted(quantiles)


def test_one_sentence_alone_is_average() -> None:
    likelihood = judge_sentences(_table(("", "Hello there, everybody.")), bundled_scorer())
    assert likelihood.exchange.tolist() == likelihood.statement.tolist() == [1.0]


def test_long_answers_make_an_interview_and_quick_turns_a_conversation() -> None:
    interview = _table(*[turn for _ in range(8) for turn in (("Ana", "How did it begin?"), ("Ben", ANSWER * 3))])
    banter = _table(*(BANTER * 12))
    assert share_of_statements(interview, bundled_scorer()) > 0.8
    assert share_of_statements(banter, bundled_scorer()) < 0.2
    assert form_of(banter)["turn"] < form_of(interview)["turn"]


def test_nobody_can_tell_the_form_without_speakers() -> None:
    assert share_of_statements(_table(("", ANSWER)), bundled_scorer()) == UNKNOWN_FORM


def test_each_kind_is_likelier_where_it_is() -> None:
    table = _table(("Ana", "How did it begin?"), ("Ben", ANSWER * 4), *(BANTER * 6))
    likelihood = judge_sentences(table, bundled_scorer())
    in_answer = np.array(
        [sentence.speaker == "Ben" and sentence.last_word < 4 * 75 for sentence in table.sentences]
    )
    assert likelihood.statement[in_answer].mean() > 2 * likelihood.statement[~in_answer].mean()
    assert likelihood.exchange[~in_answer].mean() > 2 * likelihood.exchange[in_answer].mean()


def test_one_way_of_writing_does_not_decide() -> None:
    """All in exclamations: no sign moves the odds of a sentence by more than its share."""
    shouted = _table(*[(who, text.replace(".", "!")) for who, text in INTERVIEW])
    signs, weights = read_signs(shouted), bundled_scorer().statement.weights
    alone = Signs(signs.names, np.where(np.array(signs.names) == "exclamations~40", 100.0, 0.0)[None, :])
    assert abs(100.0 * weights["exclamations~40"]) > MOST_OF_ONE_SIGN
    odds = _relative(Signs(alone.names, np.vstack([alone.values, 0 * alone.values])), bundled_scorer().statement)
    assert np.exp(-MOST_OF_ONE_SIGN) - 0.01 <= odds[0] / odds[1] <= np.exp(MOST_OF_ONE_SIGN)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_the_gains_of_neighbours_add_up(first: int, second: int, third: int) -> None:
    table = _table(*INTERVIEW)
    a, b, c = sorted((first, second, third))
    if a == b or b == c:
        return
    edges = np.array([sentence.start for sentence in table.sentences])
    windows = Windows(np.array([a, b, a]), np.array([b - 1, c - 1, c - 1]), edges[[a, b, a]], edges[[b, c, c]])
    left, right, both = moment_gain(table, windows, judge_sentences(table, bundled_scorer()))
    assert left + right == pytest.approx(both)


def test_average_talk_is_worth_less_the_longer_it_gets() -> None:
    table = _table(*INTERVIEW)
    count = len(table.sentences)
    flat = Likelihood(np.ones(count), np.ones(count), 0.5)
    first, last = np.zeros(2, dtype=np.int64), np.array([1, count - 1])
    ends = np.array([table.sentences[i].end for i in last])
    short, long = moment_gain(table, Windows(first, last, np.zeros(2), ends), flat)
    assert long < short < 3.0


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=30))
def test_percentiles_keep_the_order_and_the_range(values: list[float]) -> None:
    quantiles = bundled_scorer().axes["hook"]
    percent = to_percent(np.sort(np.array(values)), quantiles)
    assert percent.min() >= 0 and percent.max() <= 100
    assert (np.diff(percent) >= 0).all()


def test_a_fit_finds_what_marks_the_moments() -> None:
    """Moments where people exclaim, in conversations; in interviews, where they teach a lesson."""
    talks = [_talk(number) for number in range(12)]
    scorer = fit(talks[:8])
    for talk in talks[8:]:
        likelihood = judge_sentences(talk.table, scorer)
        likely = likelihood.statement if talk.is_statements else likelihood.exchange
        assert likely[talk.is_moment].min() > likely[~talk.is_moment].max()
        assert (share_of_statements(talk.table, scorer) > 0.5) == talk.is_statements
    without = fit(talks, frozenset({"emotion"}))
    assert "exclamations" not in without.exchange.weights and "lesson" in without.statement.weights
    assert {fold_of(talk.id) for talk in talks} <= set(range(5))


def _talk(number: int) -> Talk:
    draw = np.random.default_rng(number)
    is_interview = number % 2 == 0
    lines = [
        ("It was about noon on that day.", "We walked along the river for a while."),
        ("Nobody had told us of it!",) if not is_interview else ("You must learn the rule first.",),
    ]
    turns = []
    for index in range(60):
        kind = int(draw.random() < 0.2)
        text = str(draw.choice(lines[kind]))
        turns.append((f"speaker {index // 10 % 2 if is_interview else index % 2}", text))
    table = table_of(spoken(*turns))
    marked = np.array([("!" in s.text) or ("must" in s.text) for s in table.sentences])
    windows = Windows(np.arange(40), np.arange(40) + 5, np.arange(40) * 3.0, np.arange(40) * 3.0 + 15)
    return Talk(
        f"talk {number}",
        "told" if is_interview else "heard",
        is_interview,
        table,
        read_signs(table),
        windows,
        marked,
    )
