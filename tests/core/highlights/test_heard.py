"""What the sound adds to a plan: reactions told with their times, and ends that keep them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.highlights.candidates import Windows
from core.highlights.heard import KEPT_SECONDS, end_on_reactions
from core.highlights.plan import PlanOptions, plan_clips
from core.highlights.sentences import split_sentences
from core.schema.plan import Candidate
from core.schema.segment import Segments, Sentence, SentenceSound, SoundEvent
from core.schema.transcript import Transcript, Word
from tests.core.highlights.talk import INTERVIEW, spoken

TALK = spoken(*INTERVIEW, pause=2.5)
SENTENCES = split_sentences(TALK)


def sentence_with(text: str) -> Sentence:
    return next(sentence for sentence in SENTENCES if text in sentence.text)


def heard(transcript: Transcript = TALK, quiet: float = -30.0, *sounds: SoundEvent) -> Segments:
    sentences = split_sentences(transcript)
    voices = tuple(
        SentenceSound(level_db=quiet + (i % 3), level_range_db=6.0 + (i % 2), pitch_range=2.0)
        for i in range(len(sentences))
    )
    return Segments(sentences=sentences, sounds=sounds, sentence_sounds=voices)


def at(candidates: tuple[Candidate, ...], second: float) -> Candidate:
    return next(c for c in candidates if c.cut.start <= second < c.cut.end + 0.5)


def test_laughter_is_told_with_its_time_and_lifts_the_delivery() -> None:
    joke = sentence_with("terrible cake!")
    laughed = SoundEvent(kind="laughter", start=joke.end + 0.1, end=joke.end + 2.0, confidence=0.7)
    plain = plan_clips(TALK, heard(), PlanOptions())
    made = plan_clips(TALK, heard(TALK, -30.0, laughed), PlanOptions())
    funny = at(made.candidates, joke.start)
    before = at(plain.candidates, joke.start)
    clock = f"{int(laughed.start) // 60}:{int(laughed.start) % 60:02d}"
    assert f"laughter at {clock}" in funny.axes["delivery"].evidence
    lifted, unlifted = funny.axes["delivery"].score, before.axes["delivery"].score
    assert lifted is not None and unlifted is not None and lifted > unlifted


def test_a_clip_ends_in_the_laughter_that_it_got() -> None:
    joke = sentence_with("terrible cake!")
    following = next(s for s in SENTENCES if s.start > joke.end)
    laughed = SoundEvent(kind="laughter", start=joke.end + 0.2, end=joke.end + 9.0, confidence=0.7)
    windows = Windows(np.array([0]), np.array([3]), np.array([joke.start - 10]), np.array([joke.end + 0.4]))
    words = [word for word, _ in TALK.words()]
    ended = end_on_reactions(windows, [0], [laughed], words, 90.0, 1e4)
    assert ended.end[0] > joke.end + 1.5
    assert ended.end[0] < following.start
    longest = windows.duration[0] + 0.5
    short = end_on_reactions(windows, [0], [laughed], words, longest, 1e4)
    assert windows.duration[0] < short.duration[0] <= longest


def test_an_unsure_laughter_moves_nothing() -> None:
    joke = sentence_with("terrible cake!")
    unsure = SoundEvent(kind="laughter", start=joke.end + 0.2, end=joke.end + 2.0, confidence=0.2)
    assert plan_clips(TALK, heard(TALK, -30.0, unsure), PlanOptions(top=3)).candidates[0].cut == (
        plan_clips(TALK, heard(), PlanOptions(top=3)).candidates[0].cut
    )


def test_what_was_heard_before_is_not_listened_to_again(tmp_path) -> None:
    made = plan_clips(TALK, heard(), PlanOptions(), tmp_path / "is not there.wav")
    assert all(candidate.axes["delivery"].score is not None for candidate in made.candidates)


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0.05, 2)), min_size=1, max_size=30),
    st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 20)), max_size=10),
    st.floats(3, 40),
)
def test_no_reaction_draws_an_end_over_a_word_or_another_clip(raw, reactions, longest: float) -> None:
    spans = sorted(raw)
    words = [Word(text="a", start=start, end=start + length) for start, length in spans]
    ends = np.maximum.accumulate([word.end for word in words])
    free = [i for i in range(len(words)) if i + 1 == len(words) or ends[i] <= words[i + 1].start]
    begin = 0
    windows = []
    for i in free[::2]:
        if words[begin].start < ends[i]:
            windows.append((words[begin].start, float(ends[i])))
        begin = i + 1
    made = Windows(
        np.arange(len(windows)),
        np.arange(len(windows)),
        np.array([a for a, _ in windows]),
        np.array([b for _, b in windows]),
    )
    sounds = [SoundEvent(kind="applause", start=a, end=a + b, confidence=1.0) for a, b in reactions]
    moved = end_on_reactions(made, list(range(len(windows))), sounds, words, longest, 110.0)
    assert np.all(moved.end >= made.end) and np.all(
        moved.end <= np.maximum(made.end, made.end + 1.2 + KEPT_SECONDS)
    )
    assert np.all(moved.duration <= np.maximum(made.duration, longest + 1e-6))
    assert np.all(moved.end <= np.maximum(made.end, 110.0))
    spans_after = sorted(zip(moved.start.tolist(), moved.end.tolist(), strict=True))
    assert all(a[1] <= b[0] + 1e-9 for a, b in pairwise(spans_after))
    for edge, before in zip(moved.end.tolist(), made.end.tolist(), strict=True):
        assert edge == before or not any(word.start < edge < word.end for word in words)
