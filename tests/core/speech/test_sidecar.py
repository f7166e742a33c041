"""Files beside the media, and their words placed in real sound."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from core.errors import Cancelled, TranscriptError
from core.speech.beside import find_sidecar
from core.speech.sidecar import read_transcript

if TYPE_CHECKING:
    from core.schema.transcript import Transcript

SRT = "1\n00:00:01,000 --> 00:00:02,000\nhello there\n"


@pytest.mark.parametrize(
    ("present", "found"),
    [
        (["talk.srt"], "talk.srt"),
        (["talk.txt", "talk.srt", "talk.vtt"], "talk.vtt"),
        (["talk.en.srt", "talk.de.srt"], "talk.en.srt"),
        (["talk.de.vtt", "talk.srt"], "talk.de.vtt"),
        (["talk.pt-BR.srt"], "talk.pt-BR.srt"),
        (["TALK.srt", "talk2.srt", "talk.notes.srt", "other.srt"], None),
        (["talk.SRT"], "talk.SRT"),
        ([], None),
    ],
)
def test_captions_beside_the_media(tmp_path: Path, present: list[str], found: str | None) -> None:
    media = tmp_path / "talk.mp4"
    media.write_bytes(b"x")
    for name in present:
        (tmp_path / name).write_text(SRT, encoding="utf-8")
    sidecar = find_sidecar(media)
    assert (sidecar.name if sidecar else None) == found


def test_json_counts_only_if_it_is_a_transcript(tmp_path: Path) -> None:
    media = tmp_path / "talk.mp4"
    (tmp_path / "talk.json").write_text('{"title": "from a downloader"}', encoding="utf-8")
    (tmp_path / "talk.srt").write_text("", encoding="utf-8")
    assert find_sidecar(media) is None
    (tmp_path / "talk.json").write_text('{"segments": []}', encoding="utf-8")
    assert find_sidecar(media) == tmp_path / "talk.json"


def test_a_folder_that_is_not_there_has_no_captions(tmp_path: Path) -> None:
    assert find_sidecar(tmp_path / "gone" / "talk.mp4") is None


def clock(seconds: float) -> str:
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"


def write_captions(path: Path, words: list[dict[str, Any]], roughness: float) -> Path:
    """Write captions of seven words whose times are off by up to `roughness` seconds."""
    chance = random.Random(5)
    blocks, cursor = [], 0.0
    for index in range(0, len(words), 7):
        cue = words[index : index + 7]
        start = max(cursor, cue[0]["start"] + chance.uniform(-roughness, roughness))
        cursor = max(start + 0.4, cue[-1]["end"] + chance.uniform(-roughness, roughness))
        text = " ".join(word["word"] for word in cue)
        blocks.append(f"{index // 7 + 1}\n{clock(start)} --> {clock(cursor)}\n{text}\n")
    path.write_text("\n".join(blocks), encoding="utf-8")
    return path


def start_errors(transcript: Transcript, words: list[dict[str, Any]]) -> np.ndarray:
    found = [word for word, _ in transcript.words()]
    assert [word.text for word in found] == [word["word"] for word in words]
    return np.array([abs(word.start - true["start"]) for word, true in zip(found, words, strict=True)])


@pytest.mark.parametrize("roughness", [0.0, 0.7])
def test_words_of_captions_are_placed_in_the_sound(
    speeches: dict[str, Any], tmp_path: Path, roughness: float
) -> None:
    speech = speeches["two_cities"]
    path = write_captions(tmp_path / "t.srt", speech.words, roughness)
    aligned = read_transcript(path, speech.wav, speech.duration)
    guessed = read_transcript(path, None, speech.duration)
    errors, before = start_errors(aligned, speech.words), start_errors(guessed, speech.words)
    assert np.median(errors) < 0.03 and np.percentile(errors, 95) < 0.2
    assert np.median(before) > 0.08
    assert aligned.has_exact_word_times and not guessed.has_exact_word_times
    assert aligned.language == "en"


def test_text_without_times_is_placed_in_the_sound(speeches: dict[str, Any]) -> None:
    speech = speeches["sense_and_sensibility"]
    transcript = read_transcript(speech.text_file, speech.wav, speech.duration)
    errors = start_errors(transcript, speech.words)
    assert np.median(errors) < 0.03 and np.percentile(errors, 95) < 0.2
    assert any(choice.degraded for choice in transcript.choices)


def test_text_of_another_recording_is_only_spread_over_the_speech(speeches: dict[str, Any]) -> None:
    speech, other = speeches["jfk"], speeches["two_cities"]
    transcript = read_transcript(other.text_file, speech.wav, speech.duration)
    assert not transcript.has_exact_word_times
    assert "spread" in transcript.choices[-1].chosen and transcript.choices[-1].degraded
    assert max(word.end for word, _ in transcript.words()) <= speech.duration


def test_names_the_dictionary_lacks_are_placed_too(speeches: dict[str, Any], tmp_path: Path) -> None:
    speech = speeches["sense_and_sensibility"]
    words = [dict(word) for word in speech.words]
    for word in words:
        word["word"] = word["word"].replace("Dashwood", "Dashwoud").replace("Mister", "Mr.")
    errors = start_errors(
        read_transcript(write_captions(tmp_path / "t.srt", words, 0.2), speech.wav, speech.duration), words
    )
    assert np.percentile(errors, 95) < 0.3


def test_other_languages_keep_interpolated_times(speeches: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "t.de.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:04,000\nEs war die beste Zeit\n", encoding="utf-8")
    transcript = read_transcript(path, speeches["jfk"].wav, speeches["jfk"].duration)
    assert transcript.language == "de" and not transcript.has_exact_word_times
    assert transcript.choices[-1].degraded


def test_captions_over_silence_are_not_moved(tmp_path: Path, make_wav: Any) -> None:
    wav = make_wav(tmp_path / "quiet.wav", np.zeros(16_000 * 6, np.float32))
    path = tmp_path / "t.en.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:04,000\nthese are the words of it\n", encoding="utf-8")
    (segment,) = read_transcript(path, wav, 6.0).segments
    assert segment.start >= 0.0 and segment.end <= 6.0 and len(segment.words) == 6


def test_stamped_text_keeps_its_stamps(tmp_path: Path, speeches: dict[str, Any]) -> None:
    path = tmp_path / "t.txt"
    path.write_text("Ana (00:01):\nfirst words here\n\nBen (00:06):\nsecond words there\n", encoding="utf-8")
    transcript = read_transcript(path, speeches["jfk"].wav, speeches["jfk"].duration)
    assert [segment.speaker for segment in transcript.segments] == ["Ana", "Ben"]
    assert transcript.segments[0].start >= 0.9 and transcript.segments[1].start >= 5.9


def test_text_without_sound_or_duration_is_declined(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text("only words", encoding="utf-8")
    with pytest.raises(TranscriptError, match="no times"):
        read_transcript(path, None, 0.0)


def test_placing_words_can_be_cancelled(speeches: dict[str, Any], tmp_path: Path) -> None:
    speech = speeches["two_cities"]

    def stop(fraction: float, message: str) -> None:
        if fraction > 0.3:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        read_transcript(write_captions(tmp_path / "t.srt", speech.words, 0.0), speech.wav, speech.duration, stop)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "and that is what we have to do with it"),
        ("de", "Es war die beste Zeit und es war nicht die schlechteste"),
        ("pt", "não é isso que você tem de fazer com uma coisa"),
        ("ja", "今日はいい天気ですね"),
        ("he", "שלום לכולם"),
        ("", "Zwergelstern Lumpa"),
    ],
)
def test_the_language_of_captions_is_told_by_their_words(tmp_path: Path, language: str, said: str) -> None:
    path = tmp_path / "t.srt"
    path.write_text(f"1\n00:00:01,000 --> 00:00:04,000\n{said}\n", encoding="utf-8")
    assert read_transcript(path, None, 6.0).language == language
