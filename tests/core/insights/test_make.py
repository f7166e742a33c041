"""Insights of a whole talk: what must hold whatever is said, in whatever script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.insights.document import clock, markdown, youtube_chapters
from core.insights.make import NO_WORDS, ONE_VOICE, make_insights
from core.schema.insights import Insights
from core.schema.transcript import Transcript
from tests.core.highlights.talk import spoken
from tests.slices import examples

_WORDS = {
    "en": "we bake bread every day and customers love trust but never because money truth should".split(),  # noqa: SIM905
    "es": "nosotros hacemos pan cada día y los clientes nunca confianza pero porque dinero verdad hornos".split(),  # noqa: SIM905
    "ru": "мы печём хлеб каждый день и клиенты любят доверие но никогда потому деньги правда печи".split(),  # noqa: SIM905
    "ar": "نحن نخبز الخبز كل يوم والزبائن يحبون الثقة لكن أبدا لأن المال الحقيقة".split(),  # noqa: SIM905
    "zh": "我們 每天 烤 麵包 客人 喜歡 信任 但是 從來 因為 錢 真相 應該 烤箱".split(),  # noqa: SIM905
    "th": "เรา อบ ขนมปัง ทุกวัน ลูกค้า รัก ความไว้วางใจ แต่ เพราะ เงิน".split(),  # noqa: SIM905
}
_ENDS = ("", "", ".", "?", "!", ",", "。")


@st.composite
def talks(draw: st.DrawFn) -> Transcript:
    """Draw a talk of any form: one voice or several, punctuated or not, minutes or an hour long."""
    language = draw(st.sampled_from(sorted(_WORDS)))
    speakers = draw(st.sampled_from((("",), ("S1",), ("S1", "S2"), ("Ana", "Ben", "Çiğdem"))))
    is_marked = draw(st.booleans())
    turns = []
    for _ in range(draw(st.integers(1, 30))):
        said = draw(st.lists(st.sampled_from(_WORDS[language]), min_size=1, max_size=25))
        said = [word + (draw(st.sampled_from(_ENDS)) if is_marked else "") for word in said]
        turns.append((draw(st.sampled_from(speakers)), " ".join(said)))
    pace = draw(st.sampled_from((0.05, 0.5, 2.5)))
    pause = draw(st.sampled_from((-0.3, 0.1, 5.0)))
    start = draw(st.sampled_from((0.0, 3.2, 400.0)))
    return spoken(*turns, pace=pace, pause=pause, start=start, language=draw(st.sampled_from((language, ""))))


@examples(few=20, many=2000)
@given(talks())
def test_whatever_is_said_the_promises_hold(transcript):
    check(make_insights(transcript), transcript)


def check(found: Insights, transcript: Transcript) -> None:
    """Assert what every talk's insights promise."""
    said = _letters(" ".join(word.text for word, _ in transcript.words()))
    last = max(word.end for word, _ in transcript.words())
    lines = [*found.summary, *found.quotes]
    lines += [line for each in found.questions for line in (each.question, each.answer)]
    for line in lines:
        assert _letters(line.text) in said
        assert 0 <= line.start < line.end <= last + 0.001
    for each in found.questions:
        assert each.question.speaker != each.answer.speaker
        assert each.question.start < each.answer.start < each.ends <= last + 0.001
    for topic in found.topics:
        assert topic.count >= 2 and list(topic.times) == sorted(topic.times) and topic.times[-1] <= last
    assert sum(each.share for each in found.talk_time) == pytest.approx(1.0)
    assert all(each.seconds >= 0 and each.longest_turn <= last for each in found.talk_time)
    check_chapters(found)
    for section in ("summary", "chapters", "topics", "quotes", "questions"):
        assert bool(getattr(found, section)) != bool(found.notes.get(section)), section
    assert markdown(found, "A talk").startswith("# A talk\n")


def check_chapters(found: Insights) -> None:
    """Assert what YouTube asks of chapters, by the text that is pasted there."""
    text = youtube_chapters(found.chapters)
    if not text:
        return
    lines = [re.fullmatch(r"(?:(\d+):)?(\d+):(\d\d) (\S.*)", line) for line in text.split("\n")]
    assert all(lines) and len(lines) >= 3
    parts = [[int(part or 0) for part in line.groups()[:3]] for line in lines if line]
    times = [3600 * hours + 60 * minutes + seconds for hours, minutes, seconds in parts]
    assert times[0] == 0
    assert all(second - first >= 10 for first, second in zip(times, [*times[1:], found.duration], strict=True))
    titles = [line.group(4) for line in lines if line]
    assert len(set(titles)) == len(titles) and all(len(title) <= 80 for title in titles)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def test_the_same_transcript_gives_the_same_insights(long_talk):
    assert make_insights(long_talk) == make_insights(long_talk)


def test_nothing_said_is_told_as_such():
    found = make_insights(Transcript(), duration=90.0)
    assert found.duration == 90.0 and set(found.notes.values()) == {NO_WORDS} and not found.talk_time
    assert NO_WORDS in markdown(found, "Silence")


def test_one_word_one_sentence_and_one_speaker_are_talks_too():
    for transcript in (
        spoken(("", "Hello")),
        spoken(("Ana", "bread " * 900)),
        spoken(("Ana", "We bake bread every day. Trust is what a customer buys. Never hide the numbers.")),
    ):
        found = make_insights(transcript)
        check(found, transcript)
        assert found.notes["questions"] == ONE_VOICE


def test_a_talk_of_ten_hours_keeps_the_promises(long_talk):
    segments = [
        segment.model_copy(
            update={
                "start": segment.start + by,
                "end": segment.end + by,
                "words": tuple(
                    word.model_copy(update={"start": word.start + by, "end": word.end + by})
                    for word in segment.words
                ),
            }
        )
        for by in (0.0, 18_000.0, 34_000.0)
        for segment in long_talk.segments
    ]
    transcript = Transcript(language="en", segments=tuple(segments))
    found = make_insights(transcript, duration=36_000.0)
    check(found, transcript)
    assert "9:2" in youtube_chapters(found.chapters)


def test_the_source_may_be_longer_than_what_is_said(long_talk):
    assert make_insights(long_talk, duration=9000.0).duration == 9000.0
    check(make_insights(long_talk, duration=9000.0), long_talk)


def test_work_stops_where_the_user_stops_it(long_talk):
    class Stopped(Exception):
        pass

    def stop(fraction: float, _message: str) -> None:
        if fraction > 0.4:
            raise Stopped

    with pytest.raises(Stopped):
        make_insights(long_talk, progress=stop)


def test_times_are_written_as_players_write_them():
    assert [clock(at) for at in (0, 9.9, 61, 3599, 3600, 36_061)] == [
        "0:00",
        "0:09",
        "1:01",
        "59:59",
        "1:00:00",
        "10:01:01",
    ]


def test_markdown_shows_marks_of_the_text_as_they_are():
    found = make_insights(spoken(("A|b", "You should never trust *stars* and [links] in every quote you read.")))
    text = markdown(found, "# Title_")
    assert text.startswith("# \\# Title\\_\n") and "\\*stars\\*" in text and "A\\|b" in text
