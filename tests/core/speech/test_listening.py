"""Chunk by chunk: what is finished is kept, what is kept is not heard again, and seams lose and double no word."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Cancelled, ProviderError
from core.media.audio import read_wav
from core.pipeline.checkpoint import Checkpoint
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript
from core.speech.chunks import HeardChunk, HeardWindow, cut_chunks
from core.speech.job import SpeechJob
from core.speech.listening import Ask, hear
from core.speech.seams import join_windows
from core.speech.sound import sound_duration
from core.speech.transcribe import transcriber_named
from core.speech.transcriber import NO_PARTS
from core.speech.voice_activity import find_silences, find_silences_of, speech_spans, speech_spans_of
from core.speech.windows import speech_windows
from core.speech.words import SpokenWord, passage_of

GAP = 1.0


@pytest.fixture(scope="session")
def long_talk(speeches: dict[str, Any], tmp_path_factory: pytest.TempPathFactory, make_wav: Any) -> Path:
    """Return a minute and a half of real speech, a second between recordings."""
    order = ("jfk", "two_cities", "sense_and_sensibility", "jfk")
    parts = [np.append(read_wav(speeches[name].wav)[0], np.zeros(16_000, np.float32)) for name in order]
    return make_wav(tmp_path_factory.mktemp("long") / "long.wav", np.concatenate(parts))


@dataclass
class Reader:
    """Hears in each window one word a second, whose text is its second; fails or waits where it is told to."""

    speech: Sequence[TimeSpan] = ()
    fails_at: frozenset[int] = frozenset()
    is_elsewhere: bool = False
    width: int = 1
    language: str = "en"
    asked: list[Ask] = field(default_factory=list)
    together: threading.Barrier | None = None
    identity: str = "reader 1"
    careful_window: float = 2.5
    loops: int = 0

    def windows(self, speech: Sequence[TimeSpan], duration: float) -> Sequence[TimeSpan]:
        return speech_windows(speech, 5.0, duration)

    def side_by_side(self, seconds: float) -> int:
        return self.width

    def listen(self, ask: Ask, tell: ProgressCallback) -> HeardChunk:
        self.asked.append(ask)
        if self.together is not None and ask.expected:
            self.together.wait(60)
        tell(0.5, "reading")
        if int(ask.windows[0].start) in self.fails_at:
            raise ProviderError("it failed.")
        windows = []
        for window in ask.windows:
            seconds = range(int(np.ceil(window.start)), int(np.floor(window.end)))
            words = [SpokenWord(f"w{at}", float(at), at + 0.5) for at in seconds]
            if self.loops and window.contains(30.5):
                self.loops -= 1
                words = [
                    SpokenWord("again", window.start + i * 0.2, window.start + i * 0.2 + 0.1) for i in range(10)
                ]
            windows.append(HeardWindow(passages=(passage_of(words),) if words else ()))
        return HeardChunk(language=self.language, windows=tuple(windows))


def job_of(audio: Path, **more: Any) -> SpeechJob:
    return SpeechJob(audio=audio, duration=sound_duration(audio), **more)


def said(transcript: Transcript) -> list[str]:
    return [word.text for word, _ in transcript.words()]


def test_speech_is_found_alike_in_a_file_and_in_samples(long_talk: Path) -> None:
    samples, rate_hz = read_wav(long_talk)
    assert speech_spans_of(long_talk) == speech_spans(samples)
    assert find_silences_of(long_talk) == find_silences(samples, rate_hz) != ()


def test_chunks_are_whole_windows_in_order_and_short_enough(long_talk: Path) -> None:
    windows = speech_windows(speech_spans_of(long_talk), 29.0, sound_duration(long_talk))
    for longest in (30.0, 60.0, 1e9):
        chunks = cut_chunks(windows, longest)
        assert [window for chunk in chunks for window in chunk] == windows
        assert all(chunk[-1].end - chunk[0].start <= longest for chunk in chunks)
    assert [len(cut_chunks(windows, longest)) for longest in (30.0, 60.0, 1e9)] == [4, 2, 1]


def test_an_engine_hears_only_what_is_not_kept(long_talk: Path, tmp_path: Path) -> None:
    parts, job = Checkpoint(tmp_path), job_of(long_talk)
    whole = hear(job, long_talk, Reader(), NO_PARTS, ignore_progress, longest=20.0)
    first = Reader(fails_at=frozenset(range(55, 200)))
    with pytest.raises(ProviderError):
        hear(job, long_talk, first, parts, ignore_progress, longest=20.0)
    second = Reader()
    told: list[float] = []
    assert hear(job, long_talk, second, parts, lambda part, _: told.append(part), longest=20.0) == whole
    assert told == sorted(told)
    done, again = [ask.windows for ask in first.asked], [ask.windows for ask in second.asked]
    assert done[-1] == again[0] and not set(done[:-1]) & set(again)
    third = Reader()
    assert hear(job, long_talk, third, parts, ignore_progress, longest=20.0) == whole
    assert third.asked == []


def test_a_part_is_taken_only_for_what_it_was_made_of(long_talk: Path, tmp_path: Path) -> None:
    parts = Checkpoint(tmp_path)
    hear(job_of(long_talk), long_talk, Reader(), parts, ignore_progress)
    for job, engine, longest in (
        (job_of(long_talk, vocabulary="Dashwood"), Reader(), 300.0),
        (job_of(long_talk, language="de"), Reader(), 300.0),
        (job_of(long_talk), Reader(identity="reader 2"), 300.0),
        (job_of(long_talk), Reader(), 40.0),
    ):
        hear(job, long_talk, engine, parts, ignore_progress, longest)
        assert engine.asked


@pytest.mark.parametrize("content", [b"", b"{", b'{"windows": []}'])
def test_a_damaged_part_is_heard_again(long_talk: Path, tmp_path: Path, content: bytes) -> None:
    parts, job = Checkpoint(tmp_path), job_of(long_talk)
    whole = hear(job, long_talk, Reader(), parts, ignore_progress, longest=20.0)
    for path in tmp_path.iterdir():
        path.write_bytes(content)
    assert hear(job, long_talk, Reader(), parts, ignore_progress, longest=20.0) == whole


def test_the_first_language_is_expected_of_all_that_follow(long_talk: Path) -> None:
    engine = Reader(language="fr")
    assert hear(job_of(long_talk), long_talk, engine, NO_PARTS, ignore_progress, longest=20.0).language == "fr"
    assert [ask.expected for ask in engine.asked] == ["", *["fr"] * (len(engine.asked) - 1)]
    told = Reader(language="fr")
    heard = hear(job_of(long_talk, language="de"), long_talk, told, NO_PARTS, ignore_progress, longest=20.0)
    assert {ask.language for ask in told.asked} == {"de"} and heard.language == "de"


def test_what_loops_is_heard_again_alone_and_then_believed(long_talk: Path, tmp_path: Path) -> None:
    engine = Reader(loops=1)
    heard = hear(job_of(long_talk), long_talk, engine, Checkpoint(tmp_path), ignore_progress, longest=20.0)
    (careful,) = [ask for ask in engine.asked if ask.is_careful]
    assert all(window.duration <= 2.5 and 25 < window.start < 36 for window in careful.windows)
    assert careful.language == "en"
    texts = [word.text for passage in heard.passages for word in passage.words]
    assert "again" not in texts and len(texts) == len(set(texts))
    assert heard.doubts == ()
    assert [choice.chosen for choice in heard.choices] == ["heard one stretch again"]
    kept = hear(job_of(long_talk), long_talk, Reader(), Checkpoint(tmp_path), ignore_progress, longest=20.0)
    assert kept == heard


def test_what_loops_twice_is_kept_and_marked(long_talk: Path) -> None:
    heard = hear(job_of(long_talk), long_talk, Reader(loops=2), NO_PARTS, ignore_progress, longest=20.0)
    (doubt,) = heard.doubts
    assert doubt.flag == "repeated" and 25 < doubt.start < 31
    assert [choice.degraded for choice in heard.choices] == [False, True]
    assert [word.text for passage in heard.passages for word in passage.words].count("again") == 10


def test_a_short_part_in_another_language_is_heard_in_the_one_of_the_talk(long_talk: Path) -> None:
    @dataclass
    class Flipping(Reader):
        """Thinks that it hears Welsh from second 57 on, unless it is told what to hear."""

        def listen(self, ask: Ask, tell: ProgressCallback) -> HeardChunk:
            heard = Reader.listen(self, ask, tell)
            is_welsh = not ask.language and ask.windows[0].start > 57
            return heard.model_copy(update={"language": ask.language or ("cy" if is_welsh else "en")})

    heard = hear(job_of(long_talk), long_talk, Flipping(), NO_PARTS, ignore_progress, longest=20.0)
    assert heard.language == "en" and heard.doubts == () and len(heard.choices) == 1
    # Half a minute of it and more is believed, and marked.
    heard = hear(job_of(long_talk), long_talk, Flipping(), NO_PARTS, ignore_progress, longest=57.0)
    (doubt,) = heard.doubts
    assert heard.language == "en" and doubt.flag == "other_language" and doubt.start > 57


def test_another_computer_is_asked_side_by_side(long_talk: Path) -> None:
    whole = hear(job_of(long_talk), long_talk, Reader(), NO_PARTS, ignore_progress, longest=20.0)
    # Chunks after the second are only answered once three are asked for.
    engine = Reader(is_elsewhere=True, width=3)
    count = len(cut_chunks(engine.windows(speech_spans_of(long_talk), 1e9), 20.0))
    chunks: list[Ask] = []
    barrier = threading.Barrier(3)

    def listen(ask: Ask, tell: ProgressCallback) -> HeardChunk:
        chunks.append(ask)
        if 2 < len(chunks) <= 2 + (count - 2) // 3 * 3:
            barrier.wait(60)
        return Reader.listen(engine, ask, tell)

    engine.listen = listen  # type: ignore[method-assign]
    told: list[float] = []
    assert (
        hear(job_of(long_talk), long_talk, engine, NO_PARTS, lambda part, _: told.append(part), longest=20.0)
        == whole
    )
    assert told == sorted(told) and len(chunks) == count


def test_when_one_of_several_fails_the_others_are_kept(long_talk: Path, tmp_path: Path) -> None:
    parts = Checkpoint(tmp_path)
    engine = Reader(is_elsewhere=True, width=3, fails_at=frozenset(range(55, 75)))
    with pytest.raises(ProviderError):
        hear(job_of(long_talk), long_talk, engine, parts, ignore_progress, longest=20.0)
    again = Reader(is_elsewhere=True, width=3)
    hear(job_of(long_talk), long_talk, again, parts, ignore_progress, longest=20.0)
    kept = {ask.windows for ask in engine.asked} - {ask.windows for ask in again.asked}
    assert kept and all(not 55 <= windows[0].start < 75 for windows in kept)


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_a_stopped_job_keeps_what_it_finished(long_talk: Path, tmp_path: Path, is_elsewhere: bool) -> None:
    parts = Checkpoint(tmp_path)

    def stop(fraction: float, message: str) -> None:
        if fraction > 0.4:
            raise Cancelled("stopped")

    first = Reader(is_elsewhere=is_elsewhere)
    with pytest.raises(Cancelled):
        hear(job_of(long_talk), long_talk, first, parts, stop, longest=20.0)
    second = Reader(is_elsewhere=is_elsewhere)
    hear(job_of(long_talk), long_talk, second, parts, ignore_progress, longest=20.0)
    assert len({ask.windows for ask in first.asked} & {ask.windows for ask in second.asked}) <= 1
    assert len(second.asked) < len(cut_chunks(first.windows(speech_spans_of(long_talk), 1e9), 20.0))


def test_whisper_in_chunks_says_what_it_says_at_once(long_talk: Path, memorised_whisper: Path) -> None:
    from core.speech.transcribers import faster_whisper

    job = job_of(long_talk, model_folder=memorised_whisper)
    engine = [faster_whisper._Engine(long_talk, memorised_whisper, "memorised", "", ["cpu"]) for _ in range(2)]
    whole = hear(job, long_talk, engine[0], NO_PARTS, ignore_progress, longest=1e9)
    cut = hear(job, long_talk, engine[1], NO_PARTS, ignore_progress, longest=40.0)
    words = [[word for passage in heard.passages for word in passage.words] for heard in (whole, cut)]
    assert [word.text for word in words[0]] == [word.text for word in words[1]]
    apart = [abs((a.start or 0) - (b.start or 0)) for a, b in zip(*words, strict=True)]
    assert max(apart) < 0.3 and sorted(apart)[len(apart) // 2] < 0.02
    assert whole.language == cut.language == "en"


def test_another_language_than_expected_is_heard_where_the_sound_is_sure_of_it(
    long_talk: Path, memorised_whisper: Path
) -> None:
    from core.speech.transcribers import faster_whisper

    engine = faster_whisper._Engine(long_talk, memorised_whisper, "memorised", "", ["cpu"])
    windows = tuple(engine.windows(speech_spans_of(long_talk), sound_duration(long_talk)))[:1]
    for language, expected, heard in (("", "", "en"), ("", "en", "en"), ("", "fr", "en"), ("fr", "en", "fr")):
        assert engine.listen(Ask(windows, language, expected), ignore_progress).language == heard


@pytest.mark.soak
def test_the_draft_in_chunks_survives_a_stop(brief: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.speech.transcribers import pocketsphinx

    monkeypatch.setattr(pocketsphinx, "_LONGEST_WINDOW", 1.2)
    monkeypatch.setattr("core.speech.listening.cut_chunks", lambda windows, longest: cut_chunks(windows, 1.3))
    job = SpeechJob(audio=brief.wav, duration=brief.duration)
    draft = transcriber_named("pocketsphinx")
    whole = draft.transcribe(job, ignore_progress)

    def stop(fraction: float, message: str) -> None:
        if fraction > 0.5:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        draft.transcribe(job, stop, Checkpoint(tmp_path))
    kept = {path.name for path in tmp_path.glob("chunk-*")}
    told: list[float] = []
    assert draft.transcribe(job, lambda part, _: told.append(part), Checkpoint(tmp_path)) == whole
    assert 0 < len(kept) < len(list(tmp_path.glob("chunk-*")))
    # It goes on from where it was: at what was kept it did not stop.
    assert min(part for part in told if part > 0.03) > 0.25


@st.composite
def _lapping(draw: st.DrawFn) -> tuple[list[SpokenWord], list[TimeSpan]]:
    """Return words said without a pause, and windows that overlap by a second."""
    lengths = draw(st.lists(st.floats(0.08, 0.7), min_size=10, max_size=60))
    ends = np.cumsum(lengths)
    texts = draw(st.lists(st.sampled_from(["it", "was", "the", "best", "of", "times"]), min_size=60, max_size=60))
    words = [
        SpokenWord(text, float(end - length), float(end))
        for text, length, end in zip(texts, lengths, ends, strict=False)
    ]
    return words, speech_windows([TimeSpan(start=0.0, end=float(ends[-1]))], 4.0, float(ends[-1]))


@given(_lapping(), st.randoms(use_true_random=False))
def test_where_windows_overlap_no_word_is_lost_or_doubled(lapping: Any, chance: Any) -> None:
    words, windows = lapping
    heard = []
    for window in windows:
        inside = []
        for word in words:
            assert word.start is not None and word.end is not None
            shift = chance.uniform(-0.03, 0.03)
            if window.start <= word.start and word.end <= window.end:
                inside.append(SpokenWord(word.text, word.start + shift, word.end + shift))
            elif window.start < word.end - 0.05 and word.start + 0.05 < window.end:
                # A part of a word is heard as something else, or not at all.
                start, end = max(window.start, word.start), min(window.end, word.end)
                inside += [SpokenWord("uh", start, end)] if chance.random() < 0.5 else []
        heard.append([passage_of(inside)] if inside else [])
    joined = join_windows(windows, heard)
    assert [w.text for passages in joined for p in passages for w in p.words] == [word.text for word in words]
    assert all(a.end - b.start < 1.0 + 1e-6 for a, b in pairwise(windows))
