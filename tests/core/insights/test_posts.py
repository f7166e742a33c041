"""Posts of clips: short enough, of the clip's own words, hashtags that networks take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import editing
from core.insights.make import make_insights
from core.insights.posts import FEWEST_TAGS, LONGEST_DESCRIPTION, MOST_TAGS, hashtag, write_post
from core.schema.clip import Clip
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.core.insights.test_make import talks
from tests.slices import examples


def clip_of(transcript: Transcript, start: float = 0.0, end: float = 1e6, title: str = "") -> Clip:
    last = max(segment.end for segment in transcript.segments)
    return editing.new_clip("r", start, min(end, last), title, "clean@1")


def said_in(clip: Clip, transcript: Transcript) -> str:
    words = [w for w, _ in transcript.words() if clip.cut.to_clip_time((w.start + w.end) / 2) is not None]
    return _letters(" ".join(word.text for word in words))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


@examples(15, 600)
@given(talks(), st.floats(0.0, 1.0), st.floats(0.01, 1.0))
def test_any_clip_of_any_talk_gets_a_post_of_its_own_words(transcript, start, length):
    last = max(segment.end for segment in transcript.segments)
    clip = clip_of(transcript, start * last, (start + length) * last)
    post = write_post(clip, transcript, make_insights(transcript).topics)
    assert len(post.description) <= LONGEST_DESCRIPTION
    sentences = post.description.removesuffix("…")
    assert not sentences or _letters(sentences)[:12] in said_in(clip, transcript)
    assert len(post.hashtags) <= MOST_TAGS
    assert all(tag.startswith("#") and any(map(str.isalpha, tag)) and " " not in tag for tag in post.hashtags)
    assert len({tag.casefold() for tag in post.hashtags}) == len(post.hashtags)


def test_it_is_of_what_the_clip_says_and_not_of_what_is_cut_out():
    transcript = spoken(*INTERVIEW)
    clip = clip_of(transcript, title="The bakery")
    whole = write_post(clip, transcript)
    cut = editing.cut_out(clip, TimeSpan(start=0.0, end=60.0))
    shorter = write_post(cut, transcript)
    assert whole.description and shorter.description and whole != shorter
    assert "Monday" not in shorter.description


def test_what_the_user_wrote_stays():
    transcript = spoken(*INTERVIEW)
    clip = editing.describe(clip_of(transcript), "My own words.")
    post = write_post(clip, transcript)
    assert post.description == "My own words." and len(post.hashtags) >= FEWEST_TAGS
    clip = editing.tag(clip, ["bread", "#Bread", "trust me", "42", "#"])
    assert clip.post.hashtags == ("#bread", "#trustme")
    assert write_post(clip, transcript) == clip.post


def test_the_title_is_not_said_again():
    transcript = spoken(
        ("Ben", "You should never hide the numbers from people. Trust is what the baker sells daily.")
    )
    post = write_post(clip_of(transcript, title="You should never hide the numbers"), transcript)
    assert post.description == "Trust is what the baker sells daily."


def test_speakers_are_named_only_by_real_names():
    said = "You should never hide the numbers from people who could help."
    for speaker, is_named in (("Speaker 1", False), ("S2", False), ("", False), ("Ben Carter", True)):
        tags = write_post(clip_of(spoken((speaker, said))), spoken((speaker, said))).hashtags
        assert ("#BenCarter" in tags) == is_named and not any("Speaker" in tag or tag == "#S2" for tag in tags)


def test_nothing_said_gives_nothing():
    transcript = spoken(("Ana", "Hello there everybody."))
    clip = editing.new_clip("r", 100.0, 120.0, "Later", "clean@1")
    assert write_post(clip, transcript) == clip.post


@pytest.mark.parametrize(
    ("phrase", "made"),
    [
        ("purple cow", "#PurpleCow"),
        ("PF Flyers", "#PFFlyers"),
        ("iPhone", "#iPhone"),
        ("founder's mode", "#FounderMode"),
        ("one-to-one mapping", "#OneToOneMapping"),
        ("corredor mediterráneo", "#CorredorMediterráneo"),
        ("協作會議", "#協作會議"),
        ("the", ""),
        ("2024", ""),
        ("a very long phrase that nobody reads as a tag", ""),
    ],
)
def test_phrases_become_hashtags(phrase, made):
    assert hashtag(phrase, frozenset({"the", "a"})) == made


def test_an_edit_of_a_post_makes_no_work_anew():
    clip = clip_of(spoken(*INTERVIEW))
    edited = editing.tag(editing.describe(clip, "One.\n\n\n\nTwo  words."), ["#a"])
    assert edited.post.description == "One.\n\nTwo words."
    assert (edited.cut, edited.wording, edited.framing, edited.sound) == (
        clip.cut,
        clip.wording,
        clip.framing,
        clip.sound,
    )


def test_swear_words_are_starred_where_the_clip_stars_them():
    transcript = spoken(("Ben", "You should never hide the fucking numbers from your own people."))
    clip = clip_of(transcript, title="The bakery")
    assert "fucking" in write_post(clip, transcript).description
    assert "f******" in write_post(editing.mask_profanity(clip, True), transcript).description


def test_nothing_is_written_of_an_unread_draft():
    transcript = spoken(*INTERVIEW).model_copy(update={"is_draft": True})
    assert write_post(clip_of(transcript), transcript) == clip_of(transcript).post
    clip = editing.describe(clip_of(transcript), "Mine.")
    assert write_post(clip, transcript).description == "Mine."
