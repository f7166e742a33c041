"""The parts of the insights: what an editor would expect of each on a talk whose content is known."""

from __future__ import annotations

import pytest

from core.insights.make import make_insights
from core.insights.talk import read_talk
from core.insights.talk_time import talk_times
from core.schema.transcript import Transcript
from tests.core.highlights.talk import spoken, timed


@pytest.fixture(scope="module")
def found(long_talk):
    return make_insights(long_talk)


def test_topics_are_what_is_spoken_of(found):
    phrases = {topic.phrase.lower().rstrip("s") for topic in found.topics}
    assert {"sourdough starter", "stone oven", "regular customer"} <= phrases
    assert not phrases & {"mm-hm", "every", "day"}


def test_chapters_begin_with_the_question_that_opens_them(found, long_talk):
    asked = [int(segment.start) for segment in long_talk.segments if segment.text.endswith("?")]
    starts = [int(chapter.start) for chapter in found.chapters]
    assert starts[0] == 0 and set(asked[1:]) <= set(starts)
    by_start = {int(chapter.start): chapter.title for chapter in found.chapters}
    assert by_start[asked[1]] == "What makes your oven so important to the bakery?"


def test_a_summary_is_of_whole_sentences_that_stand_alone(found, long_talk):
    sentences = {sentence.text for sentence in read_talk(long_talk).sentences}
    assert 3 <= len(found.summary) <= 8
    assert all(line.text in sentences and not line.text.endswith("?") for line in found.summary)
    assert [line.start for line in found.summary] == sorted(line.start for line in found.summary)


def test_quotes_are_lines_for_everybody_said_by_who_is_asked(found):
    texts = {quote.text for quote in found.quotes}
    assert any("must" in text or "should" in text or "Nobody" in text or "secret" in text for text in texts)
    assert {quote.speaker for quote in found.quotes} == {"Ben"}
    assert len(texts) == len(found.quotes)


def test_questions_come_with_the_answer_that_follows(interview):
    found = make_insights(interview)
    asked = {each.question.text: each.answer for each in found.questions}
    answer = asked["What happened in the week when you ran out of money?"]
    assert answer.speaker == "Ben" and answer.text.startswith("I remember that Monday morning very well.")
    assert "Seriously?" not in asked


@pytest.mark.parametrize(
    "turns",
    [
        # Answered by who asks.
        (("Ana", "Why do regular bakers fail so often? Because flour is dear and rents are high in every town."),),
        # A nod.
        (
            ("Ana", "So the sourdough bakery was nearly lost in winter, right?"),
            ("Ben", "Flour was dear and the rents were high in every town, so we moved the oven to the cellar."),
        ),
        # Hardly answered.
        (
            ("Ana", "Which flour do you use for sourdough bread?"),
            ("Ben", "Rye."),
            ("Ana", "I knew that it was rye."),
        ),
        # Asked back.
        (
            ("Ana", "Which flour do you use for sourdough bread?"),
            ("Ben", "Do you mean the bread that we baked for the market last winter in the old stone oven?"),
        ),
    ],
)
def test_questions_that_nobody_answers_are_left_out(turns):
    assert make_insights(spoken(*turns, ("Ana", "Fine."))).questions == ()


def test_a_word_in_between_interrupts_no_answer():
    found = make_insights(
        spoken(
            ("Ana", "Which flour do you use for sourdough bread?"),
            ("Ben", "Rye flour from the old mill."),
            ("Ana", "Mm-hm."),
            ("Ben", "It keeps for weeks, and the customers love how dark the crust of the bread becomes."),
        )
    )
    assert [each.answer.speaker for each in found.questions] == ["Ben"]
    assert found.questions[0].ends > found.questions[0].answer.start + 5


def test_talk_time_counts_who_says_what():
    transcript = spoken(("Ana", "one two three four five"), ("Ben", "yes"), ("Ana", "six seven eight nine ten"))
    ana, ben = talk_times(read_talk(transcript))
    assert (ana.speaker, ana.turns, ana.words, ben.turns, ben.words) == ("Ana", 1, 10, 1, 1)
    assert ana.share > 0.85 and ana.share + ben.share == pytest.approx(1.0)
    assert ana.pace == pytest.approx(60 * 10 / ana.seconds, abs=0.1)


def test_where_two_talk_at_once_each_is_counted():
    one, other = timed(("a", 0.0, 5.0), ("b", 5.0, 10.0)), timed(("c", 2.0, 8.0))
    segments = (
        one.segments[0].model_copy(update={"speaker": "Ana"}),
        other.segments[0].model_copy(update={"speaker": "Ben"}),
    )
    ana, ben = talk_times(read_talk(Transcript(language="en", segments=segments)))
    assert (ana.seconds, ben.seconds) == (10.0, 6.0) and ana.share == pytest.approx(10 / 16)


def test_long_pauses_are_no_talk():
    (only,) = talk_times(read_talk(timed(("a", 0.0, 1.0), ("b", 1.5, 2.0), ("c", 60.0, 61.0))))
    assert only.seconds == 3.0


def test_loose_words_are_left_off_a_line_and_nothing_else():
    talk = read_talk(
        spoken(("A", "And so, you know, the bakery was nearly lost. He never told the team about it."))
    )
    assert talk.opened(0) == "The bakery was nearly lost."
    assert talk.opened(1) == "He never told the team about it." and talk.alone(1) < 0.5 < talk.alone(0)


def test_titles_are_of_what_is_asked_not_of_what_is_told():
    turns = []
    for thing in ("stone oven", "sourdough starter", "regular customer"):
        care = f"Every {thing} needs care and time. A {thing} is like a child."
        turns += [
            ("Ana", f"Ben, tell me, because everybody wonders about it, does the {thing} matter to a bakery?"),
            ("Ben", f"Who needs a {thing}? {care}"),
            *[("Ben", f"{care} I light my {thing} with patience number {number}.") for number in range(8)],
        ]
    found = make_insights(spoken(*turns, pace=0.8))
    assert len(found.chapters) >= 3
    assert not any(chapter.title.startswith("Who needs") for chapter in found.chapters)


def test_swear_words_and_everybody_are_no_topics():
    said = (
        "Everybody loves the fucking sourdough starter in winter.",
        "Nobody feeds a sourdough starter like everybody says.",
        "My sourdough starter is older than the fucking oven.",
    )
    found = make_insights(spoken(*[("Ben", text) for text in said * 4]))
    phrases = {topic.phrase.lower() for topic in found.topics}
    assert "sourdough starter" in phrases and not any("fuck" in p or "body" in p for p in phrases)


def test_a_sentence_with_half_of_a_quotation_is_never_a_line():
    said = ('My father said, "You should never hide the numbers from people. ', "They always find out in the end.")
    talk = read_talk(spoken(("Ben", "".join(said)), ("Ana", "Good bread always needs patience and time.")))
    assert [talk.alone(i) > 0.5 for i in range(len(talk.sentences))] == [False, False, True]


def test_a_mere_check_is_no_question():
    answer = "I had been running the hotel for twenty two years when the market fell and the money was gone."
    for asked, is_one in (("Running the Phoenix hotel?", False), ("Why did you sell the Phoenix hotel?", True)):
        found = make_insights(spoken(("Ana", asked), ("Ben", answer)))
        assert bool(found.questions) == is_one


def test_a_chapter_of_greetings_is_an_introduction(long_talk):
    greeting = "Welcome to the show, thanks for joining us today. Please subscribe to the podcast and thank you."
    turns = [("Ana", greeting)] * 4
    turns += [(segment.speaker, segment.text) for segment in long_talk.segments]
    turns += [("Ana", "Thank you so much for joining us on the show. Thanks for listening, goodbye.")] * 4
    found = make_insights(spoken(*turns, pace=0.9))
    assert found.chapters[0].title == "Introduction"
    assert "Introduction" not in [chapter.title for chapter in found.chapters[1:]]
