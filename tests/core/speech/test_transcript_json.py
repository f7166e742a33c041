"""JSON transcripts of other programs, and hostile ones."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import TranscriptError
from core.schema.transcript import Transcript
from core.speech.sidecar import read_transcript
from core.speech.transcript_json import parse_json


def read(tmp_path: Path, content: Any) -> Transcript:
    path = tmp_path / "t.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return read_transcript(path, None, 0)


WORDS = [
    {"word": "Hello", "start": 1.0, "end": 1.4},
    {"word": "there.", "start": 1.5, "end": 2.0},
]
MS_WORDS = [
    {"text": "Hello", "start": 1000, "end": 1400, "confidence": 0.9, "speaker": "A"},
    {"text": "there.", "start": 1500, "end": 2000, "confidence": 0.8, "speaker": "A"},
]
SHAPES = {
    "ours": {"language": "en", "segments": [
        {"start": 1, "end": 2, "speaker": "A", "text": "Hello there.", "words": WORDS},
    ]},
    "words alone": WORDS,
    "whisper": {"language": "en", "segments": [
        {"id": 0, "start": 1, "end": 2, "text": " Hello there.", "words": WORDS},
    ]},
    "openai": {
        "language": "english",
        "segments": [{"start": 1, "end": 2, "text": "Hello there."}],
        "words": [{"word": "hello", "start": 1.0, "end": 1.4}, {"word": "there", "start": 1.5, "end": 2.0}],
    },
    "deepgram": {
        "results": {"channels": [{"alternatives": [{"words": [
            {"word": "hello", "punctuated_word": "Hello", "start": 1.0, "end": 1.4, "speaker": 0},
            {"word": "there", "punctuated_word": "there.", "start": 1.5, "end": 2.0, "speaker": 0},
        ]}]}]}
    },
    "assemblyai words": {"id": "x", "words": MS_WORDS, "text": "Hello there."},
    "assemblyai utterances": {
        "utterances": [{"speaker": "A", "start": 1000, "end": 2000, "text": "Hello there.", "words": MS_WORDS}],
        "words": MS_WORDS,
    },
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_says_the_same(tmp_path: Path, shape: str) -> None:
    transcript = read(tmp_path, SHAPES[shape])
    assert transcript.text == "Hello there."
    assert [(w.text, w.start, w.end) for w, _ in transcript.words()] == [("Hello", 1.0, 1.4), ("there.", 1.5, 2.0)]
    assert transcript.has_exact_word_times


def test_whisper_cpp_counts_milliseconds(tmp_path: Path) -> None:
    content = {"transcription": [{"offsets": {"from": 500, "to": 2500}, "text": " Hello there."}]}
    (segment,) = read(tmp_path, content).segments
    assert (segment.start, segment.end, segment.text) == (0.5, 2.5, "Hello there.")


def test_whisperx_words_without_times_are_filled_in(tmp_path: Path) -> None:
    words = [{"word": "In", "start": 1.0, "end": 1.2}, {"word": "2024"}, {"word": "we", "start": 2.0, "end": 2.2}]
    transcript = read(tmp_path, {"segments": [{"start": 1, "end": 2.2, "text": "In 2024 we", "words": words}]})
    assert [(w.text, w.start, w.end) for w, _ in transcript.words()] == [
        ("In", 1.0, 1.2),
        ("2024", 1.2, 2.0),
        ("we", 2.0, 2.2),
    ]


def test_our_own_record_is_read_back(tmp_path: Path) -> None:
    first = read(tmp_path, SHAPES["ours"])
    again = read(tmp_path, first.to_json())
    assert again.segments == first.segments


def test_segments_without_words_keep_speakers_and_say_so(tmp_path: Path) -> None:
    content = {"language": "en", "segments": [
        {"start": 0, "end": 2, "speaker": "Ana", "text": "One two."},
        {"start": 2, "end": 3, "speaker": 1, "text": "Three."},
    ]}  # fmt: skip
    transcript = read(tmp_path, content)
    assert [segment.speaker for segment in transcript.segments] == ["Ana", "Speaker 1"]
    assert not transcript.has_exact_word_times
    assert any(choice.degraded and choice.subject == "word times" for choice in transcript.choices)


def spoken_at(place: int) -> list[dict[str, Any]]:
    words = ["these", "are", "eight", "quite", "ordinary", "words", "of", "speech"]
    return [
        {"word": word, "start": place * 3.0 + i * 0.3, "end": place * 3.0 + i * 0.3 + 0.3}
        for i, word in enumerate(words)
    ]


@pytest.mark.parametrize("has_words_beside", [False, True])
def test_a_long_transcript_costs_in_proportion(tmp_path: Path, has_words_beside: bool) -> None:
    def calls(count: int) -> int:
        segments = [
            {
                "start": i * 3.0,
                "end": i * 3.0 + 3,
                "speaker": f"S{i % 3}",
                "text": "These are eight quite ordinary words of speech.",
            }
            for i in range(count)
        ]
        words = [word for place in range(count) for word in spoken_at(place)]
        content = {"language": "en", "segments": segments, "words": words if has_words_beside else None}
        path = tmp_path / f"{count}.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        made = 0

        def count_call(frame: object, event: str, argument: object) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(count_call)
        try:
            transcript = read_transcript(path, None, 0)
        finally:
            sys.setprofile(None)
        assert len(transcript.segments) == count
        return made

    calls(10)  # imports
    assert 6 * calls(30) < calls(240) < 9 * calls(30)


def test_whisper_cpp_tokens_become_words(tmp_path: Path) -> None:
    tokens = [
        {"text": "[_BEG_]", "offsets": {"from": 0, "to": 0}},
        {"text": " Hel", "offsets": {"from": 500, "to": 700}},
        {"text": "lo", "offsets": {"from": 700, "to": 900}},
        {"text": " there", "offsets": {"from": 1000, "to": 1400}},
        {"text": ".", "offsets": {"from": 1400, "to": 1500}},
    ]
    content = {
        "result": {"language": "en"},
        "transcription": [{"offsets": {"from": 500, "to": 2500}, "text": " Hello there.", "tokens": tokens}],
    }
    transcript = read(tmp_path, content)
    assert [(w.text, w.start, w.end) for w, _ in transcript.words()] == [("Hello", 0.5, 0.9), ("there.", 1.0, 1.5)]
    assert transcript.language == "en" and transcript.has_exact_word_times


@pytest.mark.parametrize("name", ["utterances", "sentences", "paragraphs"])
@pytest.mark.parametrize("has_words", [True, False])
def test_assemblyai_counts_milliseconds_wherever_its_words_are(tmp_path: Path, name: str, has_words: bool) -> None:
    part = {
        "speaker": "A",
        "start": 1000,
        "end": 2000,
        "text": "Hello there.",
        "words": MS_WORDS if has_words else None,
    }
    (segment,) = read(tmp_path, {name: [part], "language_code": "en_us"}).segments
    assert (segment.start, segment.end, segment.speaker) == (1.0, 2.0, "A")


def test_deepgram_paragraphs_and_channels(tmp_path: Path) -> None:
    def said(text: str, start: float) -> dict[str, Any]:
        sentences = [{"text": text, "start": start, "end": start + 1}]
        return {"paragraphs": {"paragraphs": [{"sentences": sentences, "speaker": 2}]}}

    one = {"results": {"channels": [{"detected_language": "de", "alternatives": [said("Hallo du.", 1)]}]}}
    transcript = read(tmp_path, one)
    assert [(s.speaker, s.text) for s in transcript.segments] == [("Speaker 2", "Hallo du.")]
    assert transcript.language == "de"
    words = [{"word": "Hello", "start": 1.0, "end": 1.4}], [{"word": "Hi", "start": 3.0, "end": 3.4}]
    two = {"results": {"channels": [{"alternatives": [{"words": each}]} for each in words]}}
    assert [(s.speaker, s.text) for s in read(tmp_path, two).segments] == [
        ("Speaker 0", "Hello"),
        ("Speaker 1", "Hi"),
    ]


def test_whisperx_word_segments_alone(tmp_path: Path) -> None:
    words = [{"word": "In", "start": 1.0, "end": 1.2}, {"word": "2024"}, {"word": "we", "start": 2.0, "end": 2.2}]
    transcript = read(tmp_path, {"word_segments": words})
    assert [(w.text, w.start) for w, _ in transcript.words()] == [("In", 1.0), ("2024", 1.2), ("we", 2.0)]


@pytest.mark.parametrize(
    ("written", "code"),
    [("en", "en"), ("EN-us", "en"), ("pt_BR", "pt"), ("German", "de"), ("deu", "de"), ("ger", "de"), ("jpn", "ja"),
     ("english", "en"), ("cmn", "zh"), ("iw", "he"), ("xx", "xx"), ("und", ""), ("", ""), ("nonsense", "")],
)  # fmt: skip
def test_languages_however_they_are_written(tmp_path: Path, written: str, code: str) -> None:
    content = {"language": written, "segments": [{"start": 1, "end": 2, "text": "Zwergelstern Lumpa"}]}
    assert read(tmp_path, content).language == code


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "line 1"),
        ('{\n"segments": [\n{]}', "line 3"),
        ("[]", "no words"),
        ("3", "neither"),
        ("{}", "no segments"),
        ('{"segments": {}}', "no segments"),
        ('{"segments": {"a": 1}}', "segments is not a list"),
        ('{"segments": [3]}', "segments[0]"),
        ('{"segments": [{"text": "two words"}]}', "segments[0].start is missing"),
        ('{"segments": [{"start": "now", "end": 1, "text": "two words"}]}', "segments[0].start"),
        ('{"segments": [{"start": NaN, "end": 1, "text": "two words"}]}', "NaN"),
        ('{"segments": [{"start": 0, "end": 1e400, "text": "two words"}]}', "segments[0].end"),
        ('{"segments": [{"start": 0, "end": 1, "text": 5}]}', "segments[0].text"),
        ('{"segments": [{"start": 0, "end": 1, "text": "two words", "words": 3}]}', "segments[0].words"),
        ('{"results": {}}', "results"),
        ("[" * 100_000, "nested"),
        ('{"segments": [{"start": 0, "end": 1, "text": ""}]}', "no words"),
    ],
)
def test_hostile_json_is_told_with_its_place(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, content)
    assert told in caught.value.reason
    assert caught.value.file.endswith("t.json")


leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5))
keys = st.sampled_from(
    ["segments", "words", "text", "start", "end", "word", "speaker", "results", "utterances", "channels"]
)
trees = st.recursive(
    leaves, lambda t: st.lists(t, max_size=3) | st.dictionaries(keys, t, max_size=5), max_leaves=25
)


@given(trees)
def test_any_json_is_read_or_refused(tree: Any) -> None:
    try:
        parse_json(json.dumps(tree), "x")
    except TranscriptError as error:
        assert error.file == "x"
