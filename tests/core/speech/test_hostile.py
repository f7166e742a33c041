"""Transcripts by chance and by enemies: what is read keeps the promise, what isn't is told with its file."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import TranscriptError
from core.export.format import FinishedShort, timed_cues
from core.export.formats import srt, vtt
from core.schema.caption import CaptionCue, CueWord
from core.schema.clip import Clip
from core.schema.delivery import Delivery
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from core.speech.captions import parse_srt, parse_vtt
from core.speech.sidecar import read_transcript

DURATIONS = st.sampled_from([0.0, 0.3, 5.0, 60.0, 1e5])


def assert_promise(transcript: Transcript, duration: float) -> None:
    """Words ascend inside their segment, segments ascend, all times are finite and inside the media."""
    cursor = 0.0
    limit = round(duration, 3) if duration else math.inf
    assert transcript.segments
    for segment in transcript.segments:
        assert math.isfinite(segment.start) and math.isfinite(segment.end)
        assert cursor <= segment.start <= segment.end <= limit
        at = segment.start
        for word in segment.words:
            assert word.text.strip() == word.text != "" and 0.0 <= word.confidence <= 1.0
            assert math.isfinite(word.end) and at <= word.start <= word.end <= segment.end
            at = word.end
        cursor = segment.end
    assert Transcript.from_json(transcript.to_json()) == transcript


def read_or_refuse(folder: Path, name: str, content: str | bytes, duration: float) -> Transcript | None:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    try:
        transcript = read_transcript(path, None, duration)
    except TranscriptError as error:
        assert error.file == str(path) and error.reason
        return None
    assert_promise(transcript, duration)
    return transcript


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


# What SRT can't express and what means something else in it is left out: markup, entities, arrows.
WORDS = st.text("abzÄß日本ไทשלע!?.,'’-…0123 \u00a0", min_size=1, max_size=8)
SHOWN = st.lists(
    st.tuples(st.floats(0, 400), st.floats(0.001, 40), st.lists(WORDS, min_size=1, max_size=5)),
    min_size=1, max_size=8,
)  # fmt: skip
MARKUP = st.lists(
    st.tuples(
        st.floats(0, 9), st.floats(0.1, 9),
        st.lists(st.text("<v>&;/bi#x{}-a ", min_size=1, max_size=9), min_size=1, max_size=3),
    ),
    min_size=1, max_size=4,
)  # fmt: skip


def cues_of(shown: list[tuple[float, float, list[str]]]) -> list[CaptionCue]:
    cues, at = [], 0.0
    for gap, lasts, words in shown:
        at += gap
        said = tuple(CueWord(text=word, start=at, end=at + lasts) for word in words)
        cues.append(CaptionCue(start=at, end=at + lasts, words=said))
        at += lasts
    return cues


def written(member: Any, cues: list[CaptionCue]) -> str:
    clip = Clip(id="c", run_id="r", cut=Cut(ranges=(TimeSpan(start=0, end=60),)))
    file = Path("missing.mp4")
    delivery = Delivery(
        file=file, aspect="9:16", width=2, height=2, duration=60, frame_count=1, size_bytes=4, thumbnail=file
    )  # fmt: skip
    stream = io.BytesIO()
    member.write(stream, FinishedShort(delivery, clip, cues))
    return stream.getvalue().decode()


@pytest.mark.parametrize(("member", "parse"), [(srt, parse_srt), (vtt, parse_vtt)], ids=["srt", "vtt"])
@given(shown=SHOWN)
def test_what_we_write_is_read_back(member: Any, parse: Any, shown: list[tuple[float, float, list[str]]]) -> None:
    cues = cues_of(shown)
    expected = [(start / 1000, end / 1000, text) for start, end, text, _ in timed_cues(cues)]
    if not expected:
        return
    found = [(passage.start, passage.end, passage.text) for passage in parse(written(member, cues), "x")]
    assert [(pytest.approx(start), pytest.approx(end), text) for start, end, text in expected] == found


@given(shown=MARKUP)
def test_markup_in_our_webvtt_is_read_back_as_text(shown: list[tuple[float, float, list[str]]]) -> None:
    cues = [(start, end, text) for start, end, text, _ in timed_cues(cues_of(shown))]
    for (start, end, text), passage in zip(
        cues, parse_vtt(written(vtt, cues_of(shown)), "x") if cues else [], strict=True
    ):
        assert (passage.start, passage.end) == (pytest.approx(start / 1000), pytest.approx(end / 1000))
        assert passage.text == text


NAMES = ("hostile.srt", "hostile.vtt", "hostile.ass", "hostile.txt", "hostile.de.srt")
CLOCKS = st.sampled_from(
    ["00:00:01,000", "00:00:02.500", "0:00:03.00", "00:09", "99:59:59,999", "9999:99:99,999", "-00:00:01,000",
     "00:00:00,000", "nan", "1e9", "00:61:61,000", "٠٠:٠٠:٠٣,٠٠٠", "00:00:01:500", ""]
)  # fmt: skip
SCRAPS = st.sampled_from(
    ["Hello there.", "<i>nested <b>tags</i></b>", "<v Ana>Hi.", "<00:00:01.200><c> word</c>", "<00:99:99.000>x",
     "{\\k20}ka{\\kf30}ra {\\k9999}oke", "{\\p1}m 0 0 l 1 1{\\p0}", "ANA: so", ">> and", "- yes\n- no", "♪ la ♪",
     "[Music]", "日本語のテキスト。", "สวัสดีครับ", "שלום עולם", "&#0;&#x110000;&amp;", "\ud800",
     "\x0b\x0c\x1c\u2028\x85",
     "a --> b", "5", "", " ", "\ufeff", "NOTE this", "STYLE", "WEBVTT", "[Script Info]", "[Events]", "1", "2",
     "\r", "Format: Start, End, Text", "Format: Text",
     "Dialogue: 0,0:00:01.00,0:00:09.00,Default,Ana,0,0,0,,Hi {x}you",
     "Dialogue: 0:00:01.00,0:00:02.00,plain", "Dialogue: what", "[00:05] Now", "Ana (00:07):", "\0"]
)  # fmt: skip
LINES = st.lists(st.one_of(st.tuples(CLOCKS, CLOCKS).map(" --> ".join), SCRAPS, st.text(max_size=12)), max_size=14)
FORMAT = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"
HEADS = st.sampled_from(
    ["", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:04,000\nHello you\n\n", f"[Script Info]\n\n[Events]\n{FORMAT}\n"]
)


@given(
    name=st.sampled_from(NAMES),
    head=HEADS,
    lines=LINES,
    ending=st.sampled_from(["\n", "\r\n", "\r", "\n\n"]),
    duration=DURATIONS,
)
def test_hostile_captions_are_read_or_refused(
    folder: Path, name: str, head: str, lines: list[str], ending: str, duration: float
) -> None:
    read_or_refuse(folder, name, head + ending.join(lines), duration)


SRT = "".join(
    f"{i}\n00:00:{2 * i:02},000 --> 00:00:{2 * i + 2:02},500\n{text}\n\n"
    for i, text in enumerate(
        ["Hello there.", "Where were we? Größe", "<i>Over</i> 日本", ">> Two people", "- no\n- yes"]
    )
)
BASES = {"mutated.srt": SRT, "mutated.vtt": "WEBVTT\n\n" + SRT.replace(",000 ", ".000 ")}


@given(
    name=st.sampled_from(sorted(BASES)),
    cuts=st.lists(
        st.tuples(st.integers(0, 400), st.integers(0, 30), st.binary(max_size=6) | st.just(b"-->\n")), max_size=5
    ),
    duration=DURATIONS,
)
def test_captions_with_bytes_changed_are_read_or_refused(
    folder: Path, name: str, cuts: list[tuple[int, int, bytes]], duration: float
) -> None:
    raw = BASES[name].encode()
    for at, gone, instead in cuts:
        raw = raw[:at] + instead + raw[at + gone :]
    read_or_refuse(folder, name, raw, duration)


NUMBERS = st.one_of(
    st.integers(-5, 200_000), st.floats(-5, 100), st.sampled_from([10**400, -(10**18), 1e308, 5e-324, 999_999.0]),
    st.none(), st.booleans(), st.just("1"),
)  # fmt: skip
TEXTS = st.sampled_from(
    ["Hello", " there.", "two words", "", " ", "2024", "\ud800", "\u0000", "日本", "[_BEG_]", "♪", "A: b", 5]
)
SPEAKERS = st.sampled_from(["A", "", 0, 1, None, True, 10**400, {"name": "A"}, "\u0000"])
WORD = st.fixed_dictionaries(
    {},
    optional={"word": TEXTS, "text": TEXTS, "punctuated_word": TEXTS, "start": NUMBERS, "end": NUMBERS,
              "confidence": NUMBERS, "score": NUMBERS, "speaker": SPEAKERS},
)  # fmt: skip
OFFSETS = st.fixed_dictionaries({}, optional={"from": NUMBERS, "to": NUMBERS})
TOKEN = st.fixed_dictionaries({}, optional={"text": TEXTS, "offsets": OFFSETS})
SEGMENT = st.fixed_dictionaries(
    {"start": NUMBERS, "end": NUMBERS},
    optional={"text": TEXTS, "transcript": TEXTS, "speaker": SPEAKERS, "words": st.lists(WORD, max_size=4),
              "offsets": OFFSETS, "tokens": st.lists(TOKEN, max_size=3),
              "sentences": st.lists(WORD, max_size=3)},
)  # fmt: skip
SEGMENTS = st.lists(SEGMENT, max_size=4)
SHAPES: dict[str, Callable[[Any, Any], Any]] = {
    "segments": lambda segments, words: {"language": "english", "segments": segments},
    "segments and words": lambda segments, words: {"segments": segments, "words": words},
    "utterances": lambda segments, words: {"utterances": segments, "words": words, "audio_duration": 9},
    "sentences": lambda segments, words: {"sentences": segments},
    "words": lambda segments, words: words,
    "word segments": lambda segments, words: {"word_segments": words},
    "whisper.cpp": lambda segments, words: {"transcription": segments, "result": {"language": "de"}},
    "deepgram": lambda segments, words: {"results": {"channels": [{"alternatives": [{"words": words}]}] * 2}},
    "deepgram utterances": lambda segments, words: {"results": {"utterances": segments}},
    "deepgram paragraphs": lambda segments, words: {
        "results": {"channels": [{"alternatives": [{"paragraphs": {"paragraphs": segments}}]}]}
    },
}


@given(
    shape=st.sampled_from(sorted(SHAPES)), segments=SEGMENTS, words=st.lists(WORD, max_size=6), duration=DURATIONS
)
def test_hostile_json_is_read_or_refused(
    folder: Path, shape: str, segments: Any, words: Any, duration: float
) -> None:
    read_or_refuse(folder, "hostile.json", json.dumps(SHAPES[shape](segments, words)), duration)


@pytest.mark.parametrize(
    "content",
    ["[" * 200_000, '{"segments":' * 50_000, '{"a":' * 900 + "1" + "}" * 900,
     '{"segments": [{"start": 1' + "0" * 6000 + "}]}"],
    ids=["lists", "objects", "a little", "digits"],
)  # fmt: skip
def test_deep_and_long_json_is_refused(folder: Path, content: str) -> None:
    assert read_or_refuse(folder, "deep.json", content, 0.0) is None


def many_captions(path: Path, count: int, text: str) -> Path:
    def clock(at: float) -> str:
        return f"{int(at) // 3600:02}:{int(at) // 60 % 60:02}:{int(at) % 60:02},{round(at % 1 * 1000):03}"

    with path.open("w", encoding="utf-8") as file:
        for place in range(count):
            at = place * 0.5
            file.write(f"{place + 1}\n{clock(at)} --> {clock(at + 0.25)}\n{text}\n\n")
    return path


@pytest.mark.soak
def test_a_million_captions_are_refused_and_the_most_that_may_be_are_read(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="more than any recording"):
        read_transcript(many_captions(tmp_path / "million.srt", 1_000_000, "a b"), None, 0.0)
    transcript = read_transcript(many_captions(tmp_path / "many.srt", 80_000, "a b c"), None, 0.0)
    assert len(transcript.segments) == 80_000
    assert_promise(transcript, 0.0)
