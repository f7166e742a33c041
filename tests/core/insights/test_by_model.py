"""What a language model writes of talks and clips: taken where it can be proved, asked again, else left local."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core import editing
from core.errors import ProviderError
from core.highlights.creative import plan_creative
from core.insights.by_model import parts_of, write_insights
from core.insights.make import make_insights
from core.insights.posts_by_model import with_texts, write_posts
from core.insights.written import LATER, with_written
from core.schema.clip import Clip, Wording
from core.schema.record import ignore_progress
from core.schema.transcript import Transcript
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.core.insights.storyteller import storyteller
from tests.core.insights.test_make import check_chapters
from tests.core.llm.chat_server import ChatServer, Scripted

Start = Callable[..., ChatServer]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def test_a_faithful_model_writes_all_of_it(chat_server: Start, long_talk: Transcript) -> None:
    server = chat_server(storyteller())
    local = make_insights(long_talk)
    written = write_insights(server.model(), long_talk, local, ignore_progress)
    assert not written.problem and written.writer == "gpt-4o-mini"
    assert written.description == "Ana and Ben talk about bread."
    assert [chapter.title for chapter in written.chapters] == [
        "Chapter number 1",
        "Chapter number 2",
        "Chapter number 3",
    ]
    assert [chapter.start for chapter in written.chapters] == [chapter.start for chapter in local.chapters]
    said = _letters(long_talk.text)
    for quote in written.quotes:
        # As it is written in the transcript, whatever letters the model used.
        assert _letters(quote.text) in said and not quote.text.isupper() and quote.speaker == "Ben"
    assert len(written.quotes) == len(written.summary) == 3
    assert sum(cost.usd for cost in written.costs) > 0
    both = with_written(local, written, written.corrected)
    check_chapters(both)
    assert both.summary == written.summary and both.talk_time == local.talk_time and "writer" not in both.notes
    later = with_written(local, written, "other corrections")
    assert later.quotes == local.quotes and later.summary == written.summary and later.notes["writer"] == LATER


FAULTS = {
    "a quote that nobody said": {"quote": "We never said any of these words at all."},
    "a quote of two": {"quote": "important to the bakery A young sourdough"},
    "a time outside": {"at": 1e6},
    "no time": {"at": None},
    "no title": {"title": "  "},
    "a title like a page": {"title": "word " * 40},
    "another number": {"id": 77},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_can_not_be_proved_is_asked_again(chat_server: Start, long_talk: Transcript, fault: str) -> None:
    server = chat_server(storyteller(lambda told: told[0].update(FAULTS[fault]), only_first=True))
    written = write_insights(server.model(), long_talk, make_insights(long_talk), ignore_progress)
    assert not written.problem and len(server.requests) == 3
    again = server.requests[1]["messages"]
    assert "These can't be used: id 1: " in again[-1]["content"] and again[-2]["role"] == "assistant"


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_refused_twice_stays_local_and_is_told(
    chat_server: Start, long_talk: Transcript, fault: str
) -> None:
    local = make_insights(long_talk)
    server = chat_server(storyteller(lambda told: told[0].update(FAULTS[fault])))
    written = write_insights(server.model(), long_talk, local, ignore_progress)
    assert written.problem.startswith("Of 0:00 on, the local words stay: ")
    assert written.chapters[0] == local.chapters[0] and written.chapters[1].title == "Chapter number 2"
    assert len(written.summary) == 2 and all(0 <= line.start <= local.duration for line in written.summary)
    assert with_written(local, written, "").notes["writer"].startswith("Of 0:00 on")


def test_titles_that_are_alike_are_told_apart(chat_server: Start, long_talk: Transcript) -> None:
    server = chat_server(storyteller(lambda told: [each.update(title="Bread") for each in told]))
    local = make_insights(long_talk)
    written = write_insights(server.model(), long_talk, local, ignore_progress)
    assert [each.title for each in written.chapters] == ["Bread", *(each.title for each in local.chapters[1:])]


def test_a_model_that_is_gone_writes_nothing(chat_server: Start, long_talk: Transcript) -> None:
    server = chat_server(Scripted(status=401, body='{"error": {"message": "no"}}'))
    with pytest.raises(ProviderError):
        write_insights(server.model(), long_talk, make_insights(long_talk), ignore_progress)


def test_nonsense_for_a_description_costs_the_description_alone(chat_server: Start, long_talk: Transcript) -> None:
    server = chat_server(storyteller(), Scripted(text="Sorry."))
    written = write_insights(server.model(), long_talk, make_insights(long_talk), ignore_progress)
    assert not written.description and "no description" in written.problem and len(written.summary) == 3


def test_a_long_talk_is_asked_about_in_parts(chat_server: Start, long_talk: Transcript) -> None:
    server = chat_server(storyteller())
    local = make_insights(long_talk)
    parts = parts_of(long_talk, local)
    assert [part.start for part in parts] == [chapter.start for chapter in local.chapters]
    assert sum(len(part.words) for part in parts) == sum(1 for _ in long_talk.words())
    told: list[float] = []
    write_insights(server.model(), long_talk, local, lambda fraction, _message: told.append(fraction))
    assert told and all(0 <= fraction <= 1 for fraction in told)


def test_a_talk_too_short_for_chapters_gets_a_summary(chat_server: Start) -> None:
    transcript = spoken(*INTERVIEW)
    written = write_insights(
        chat_server(storyteller()).model(), transcript, make_insights(transcript), ignore_progress
    )
    assert not written.chapters and len(written.summary) == 1 and not written.problem


# Clips


def clips_of(transcript: Transcript, *spans: tuple[float, float]) -> list[Clip]:
    return [editing.new_clip("r", start, end, f"Clip at {start}", "clean@1") for start, end in spans]


def test_texts_of_clips_are_written_and_taken_as_edits(chat_server: Start) -> None:
    transcript = spoken(*INTERVIEW)
    clips = clips_of(transcript, (0.0, 20.0), (20.0, 60.0))
    made = write_posts(chat_server(storyteller()).model(), clips, transcript, ignore_progress)
    assert not made.problem and set(made.replies) == {clip.id for clip in clips}
    after = with_texts(clips[0], made.replies[clips[0].id], transcript)
    assert after.wording.title == "Title 1" and after.wording.hook == "Listen to this"
    assert after.post.description == "What is said here."
    assert after.post.hashtags == ("#Bread", "#trust", "#OldLady")
    # What is not said in it can't be stressed.
    assert after.wording.stressed == ("Welcome",)
    creative = plan_creative(after.cut, transcript, after.wording)
    assert creative.emphasised == (0.0,)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"title": ""},
        {"hook": "x" * 90},
        {"description": ""},
        {"hashtags": ["#One"]},
        {"hashtags": ["#a"] * 12},
        {"hashtags": ["#" + "a" * 60, "#b", "#c"]},
    ],
)
def test_texts_that_no_post_can_hold_are_refused(chat_server: Start, spoilt: dict[str, object]) -> None:
    transcript = spoken(*INTERVIEW)
    clips = clips_of(transcript, (0.0, 20.0), (20.0, 60.0))
    server = chat_server(storyteller(lambda told: told[0].update(spoilt)))
    made = write_posts(server.model(), clips, transcript, ignore_progress)
    assert set(made.replies) == {clips[1].id} and "“Clip at 0.0” keeps its texts" in made.problem
    assert len(server.requests) == 2


def test_a_clip_in_which_nothing_is_said_is_not_asked_about(chat_server: Start) -> None:
    transcript = spoken(*INTERVIEW)
    server = chat_server(storyteller())
    made = write_posts(server.model(), clips_of(transcript, (500.0, 520.0)), transcript, ignore_progress)
    assert not made.replies and "Nothing is said" in made.problem and not server.requests


def test_chosen_words_are_part_of_the_work_only_where_there_are_some() -> None:
    assert "stressed" not in Wording(title="A").identity()
    assert Wording(title="A", stressed=("b",)).identity() != Wording(title="A").identity()
