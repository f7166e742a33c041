"""Guards: real speech of any pace raises no doubt; loops, text over silence and text too fast for anybody do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.schema.time import TimeSpan
from core.schema.transcript import TranscriptSegment
from core.speech.guards import Doubt, doubtful_words, find_doubts, is_better, marked, tell
from core.speech.words import Passage, SpokenWord, passage_of, split_words

EVERYWHERE = [TimeSpan(start=0.0, end=1e6)]


def spoken(text: str, start: float = 0.0, per_second: float = 3.0) -> Passage:
    words = split_words(text)
    return passage_of(
        [SpokenWord(word, start + i / per_second, start + (i + 1) / per_second) for i, word in enumerate(words)]
    )


def flags(passages: Sequence[Passage], speech: Sequence[TimeSpan] = EVERYWHERE) -> set[str]:
    return {doubt.flag for doubt in find_doubts(passages, speech)}


LOOPS = [
    "Thank you for watching. " * 8,
    "so the the the the the the the the the thing is",
    "and I think, you know, you know, you know, you know, you know, you know, that is it",
    "What we did was that we went to the shop. " + "And then we went to the market. " * 3,
    "謝謝" * 6,
    "Подписывайтесь на канал! " * 5,
]
PEOPLE = [
    "No, no, no, no, no. That is very, very, very good. Ha ha ha ha ha ha ha!",
    "I have a dream that one day this nation will rise. I have a dream that one day. I have a dream today.",
    "It was the best of times, it was the worst of times, it was the age of wisdom,",
    "Come on, come on, come on, come on, come on!",
    "Location, location, location. We can do it. We can do it. We can do it.",
    "我們今天要談的是人工智慧，這個題目真的非常非常非常重要。",
]


@pytest.mark.parametrize("text", LOOPS)
def test_a_loop_is_noticed(text: str) -> None:
    assert flags([spoken(text)]) == {"repeated"}


@pytest.mark.parametrize("text", PEOPLE)
def test_people_who_repeat_themselves_are_believed(text: str) -> None:
    assert flags([spoken(text)]) == set()


def test_a_loop_is_found_where_it_is() -> None:
    before = spoken("We will now go to the second part of this.")
    loop = spoken("See you in the next video. " * 4, start=10.0)
    after = spoken("and then he said", start=30.0)
    (doubt,) = find_doubts([before, loop, after], EVERYWHERE)
    assert doubt.start == pytest.approx(10.0) and doubt.end == pytest.approx(18.0)
    assert doubtful_words([before, loop, after], [doubt]) == (24, 14)


def test_the_real_recordings_raise_no_doubt(speeches: dict[str, Any]) -> None:
    from core.speech.voice_activity import speech_spans_of

    for speech in speeches.values():
        words = [SpokenWord(str(w["word"]), float(w["start"]), float(w["end"])) for w in speech.words]
        assert flags([passage_of(words)], speech_spans_of(speech.wav)) == set()


def test_text_over_silence_or_music_is_noticed() -> None:
    speech = [TimeSpan(start=0.0, end=20.0), TimeSpan(start=60.0, end=80.0)]
    talk = spoken("we begin with what everybody knows", start=15.0)
    credits = spoken("Subtitles by the Amara.org community", start=40.0)
    (doubt,) = find_doubts([talk, credits, spoken("and go on from there", start=60.0)], speech)
    assert (doubt.flag, doubt.start) == ("no_voice", 40.0)
    # Attention puts a word up to a second off, and two words are no proof.
    assert flags([spoken("a word that is early", start=59.2)], speech) == set()
    assert flags([spoken("thank you", start=40.0)], speech) == set()
    assert flags([spoken("Music plays on and on")], []) == {"no_voice"}


@pytest.mark.parametrize(
    ("text", "per_second", "is_noticed"),
    [
        ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen", 6.0, False),
        ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen", 20.0, True),
        ("今天天氣很好我們一起出去玩吧大家都來了嗎", 9.0, False),
        ("今天天氣很好我們一起出去玩吧大家都來了嗎", 30.0, True),
        ("only five words at once", 50.0, False),
    ],
)
def test_more_words_than_anybody_says(text: str, per_second: float, is_noticed: bool) -> None:
    assert flags([spoken(text, per_second=per_second)]) == ({"too_fast"} if is_noticed else set())


def test_text_without_word_times_is_judged_by_its_passage() -> None:
    text = "a whole page of text that came out of a single breath, as no one has ever spoken it"
    assert flags([Passage(text, 3.0, 4.0)]) == {"too_fast"}
    assert flags([Passage(text, 3.0, 9.0)]) == set()
    assert flags([Passage(text)]) == set()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 50), st.floats(0, 3)), max_size=40))
def test_whatever_comes_doubts_lie_on_words(drawn: list[tuple[str, float, float]]) -> None:
    words = [SpokenWord(text, at, at + length) for text, at, length in sorted(drawn, key=lambda each: each[1])]
    passages = [passage_of(words)] if words else []
    doubts = find_doubts(passages, [TimeSpan(start=10, end=20)])
    doubtful, sound = doubtful_words(passages, doubts)
    assert doubtful + sound == len(words) and (doubtful > 0) == bool(doubts)
    for doubt in doubts:
        assert any(word.start == doubt.start for word in words)


def test_the_second_hearing_must_be_better_and_lose_nothing() -> None:
    assert is_better((0, 30), (24, 13)) and is_better((0, 7), (24, 13)) and is_better((0, 0), (24, 0))
    assert (
        not is_better((0, 2), (24, 13)) and not is_better((24, 13), (24, 13)) and not is_better((30, 13), (24, 0))
    )


def test_doubts_become_flags_and_are_told() -> None:
    segments = [TranscriptSegment(start=at, end=at + 5.0, text="words") for at in (0.0, 5.0, 10.0)]
    doubts = [
        Doubt(flag="repeated", start=5.5, end=9.0),
        Doubt(flag="no_voice", start=8.0, end=12.4),
        Doubt(flag="repeated", start=20.0, end=21.0),
    ]
    assert [segment.flags for segment in marked(segments, doubts)] == [(), ("repeated",), ("no_voice",)]
    told = tell(3, doubts)
    assert [choice.chosen for choice in told] == [
        "heard 3 stretches again",
        "2 stretches marked as doubtful",
        "one stretch marked as doubtful",
    ]
    assert [choice.degraded for choice in told] == [False, True, True]
    assert tell(0, []) == ()
