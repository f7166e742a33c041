"""Caption files as they come in the wild, and hostile ones."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import TranscriptError
from core.speech.ass import parse_ass
from core.speech.captions import parse_srt, parse_vtt
from core.speech.sidecar import read_transcript

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>Hello</i> there, {\\an8}friend.

2
00:00:03,000 --> 00:00:04,000 X1:10 X2:20
5

3
0:00:05.5 --> 0:00:06.25
Two &amp; three

with a blank line
"""

# A line of one space belongs to the caption; only an empty line ends it.
YOUTUBE = """WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.389 align:start position:0%
{blank}
so<00:00:00.400><c> this</c><00:00:00.900><c> is</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
so this is
{blank}

00:00:02.399 --> 00:00:04.500 align:start position:0%
so this is
rolling<00:00:03.000><c> text</c>

00:00:04.500 --> 00:00:04.510 align:start position:0%
rolling text
{blank}
""".replace("{blank}", " ")


def read(tmp_path: Path, name: str, content: str | bytes, duration: float = 0.0):  # type: ignore[no-untyped-def]
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_transcript(path, None, duration)


def test_srt_markup_and_odd_lines() -> None:
    first, second, third = parse_srt(SRT, "a.srt")
    assert (first.text, first.start, first.end) == ("Hello there, friend.", 1.0, 2.5)
    assert second.text == "5"
    assert third.text == "Two & three with a blank line"
    assert (third.start, third.end) == (5.5, 6.25)


def test_vtt_voices_notes_and_styles() -> None:
    text = """WEBVTT - title

STYLE
::cue { color: red }

NOTE a comment --> not a cue

intro
00:01.000 --> 00:03.000 line:0
<v.loud Ana Lee>Hi <b>Ben</b>.</v> <v Ben>Hi.

00:03.000 --> 00:04.000
plain
"""
    assert [(p.speaker, p.text) for p in parse_vtt(text, "a.vtt")] == [
        ("Ana Lee", "Hi Ben."),
        ("Ben", "Hi."),
        ("", "plain"),
    ]


def test_rolling_captions_are_said_once_with_their_word_times(tmp_path: Path) -> None:
    transcript = read(tmp_path, "talk.vtt", YOUTUBE)
    words = [(word.text, word.start) for word, _ in transcript.words()]
    assert words == [("so", 0.16), ("this", 0.4), ("is", 0.9), ("rolling", 2.399), ("text", 3.0)]
    assert transcript.has_exact_word_times
    assert transcript.language == "en"


def test_rolling_srt_without_word_times_is_unrolled() -> None:
    lines = [f"line {letter}" for letter in "abcdef"]
    cues = [
        f"{i}\n00:00:{i:02},000 --> 00:00:{i + 1:02},000\n{before}\n{now}\n"
        for i, (before, now) in enumerate(pairwise(lines), start=1)
    ]
    assert " ".join(p.text for p in parse_srt("\n".join(cues), "a.srt")) == " ".join(lines)


def test_people_may_repeat_themselves() -> None:
    cues = "\n".join(
        f"{i}\n00:00:0{i},000 --> 00:00:0{i + 1},000\n{t}\n" for i, t in enumerate(["No.", "No.", "Yes.", "Why?"])
    )
    assert [p.text for p in parse_srt(cues, "a.srt")] == ["No.", "No.", "Yes.", "Why?"]


def test_ass_styles_actors_and_comments() -> None:
    text = """[Script Info]
ScriptType: v4.00+

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:02.00,Default,Ana,0,0,0,,{\\b1}Hello{\\b0}\\Nworld
Comment: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,not said
"""
    (only,) = parse_ass(text, "a.ass")
    assert (only.text, only.speaker, only.start) == ("Hello world", "Ana", 1.0)


ASS_HEAD = (
    "[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)


def test_ass_karaoke_gives_word_times() -> None:
    line = "Dialogue: 0,0:00:01.00,0:00:04.00,K,,0,0,0,,"
    line += "{\\k50}Hel{\\kf50}lo {\\k20}{\\K30\\c&H1&}there {\\ko100}you two"
    (only,) = parse_ass(ASS_HEAD + line, "a.ass")
    assert only.text == "Hello there you two"
    assert [(w.text, w.start, w.end) for w in only.words] == [
        ("Hello", 1.0, 2.0),
        ("there", 2.2, 2.5),
        ("you", 2.5, 3.0),
        ("two", 3.0, 3.5),
    ]


def test_ass_layers_drawings_and_notes_are_not_said() -> None:
    lines = [
        "Dialogue: 1,0:00:01.00,0:00:02.00,Glow,,0,0,0,,{\\blur4}Once, only{a note}",
        "Dialogue: 0,0:00:01.00,0:00:02.00,Text,,0,0,0,,Once, only",
        "Dialogue: 0,0:00:01.00,0:00:02.00,Box,,0,0,0,,{\\p1}m 0 0 l 9 9{\\p0}",
    ]
    assert [p.text for p in parse_ass(ASS_HEAD + "\n".join(lines), "a.ass")] == ["Once, only"]


def test_ssa_of_the_last_century() -> None:
    text = "[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    text += "Dialogue: Marked=0,0:00:01.00,0:00:02.00,Default,Ben,0000,0000,0000,,Hello, you\\Nthere\n"
    (only,) = parse_ass(text, "a.ssa")
    assert (only.speaker, only.text, only.end) == ("Ben", "Hello, you there", 2.0)


def test_captions_are_known_by_what_they_hold(tmp_path: Path) -> None:
    cue = "00:00:01.000 --> 00:00:02.000\nHello you\n\nNOTE not said\n"
    assert read(tmp_path, "a.srt", f"WEBVTT\n\n{cue}").text == "Hello you"
    assert read(tmp_path, "a.txt", f"WEBVTT\n\n{cue}").text == "Hello you"
    line = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hello you\n"
    assert read(tmp_path, "b.txt", ASS_HEAD + line).text == "Hello you"


def test_how_a_word_is_read_is_not_said_twice() -> None:
    cue = "00:01.000 --> 00:02.000\n<ruby>漢字<rt>かんじ</rt></ruby>です\n"
    assert [p.text for p in parse_vtt(f"WEBVTT\n\n{cue}", "a.vtt")] == ["漢字です"]


def test_forgotten_blank_lines_and_arrows_in_the_text() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nI have\n2\n00:00:02,000 --> 00:00:03,000\nof --> them\n4\n"
    text += "3\n00:00:03,000 --> 00:00:04,000\nthree"
    assert [p.text for p in parse_srt(text, "a.srt")] == ["I have", "of --> them 4", "three"]


def test_a_chant_is_no_rolling_caption() -> None:
    cues = [f"{i}\n00:00:{i:02},000 --> 00:00:{i + 1:02},000\nNo.\n" for i in range(1, 9)]
    assert [p.text for p in parse_srt("\n".join(cues), "a.srt")] == ["No."] * 8


def test_word_times_outside_of_their_caption_are_held_inside(tmp_path: Path) -> None:
    cue = "00:00:02.000 --> 00:00:04.000\nso<90:00:00.000><c> it</c><00:00:01.000><c> is</c>\n"
    words = [word for word, _ in read(tmp_path, "a.vtt", f"WEBVTT\n\n{cue}").words()]
    assert [word.text for word in words] == ["so", "it", "is"]
    assert all(2.0 <= word.start <= word.end <= 5.0 for word in words)


def test_stamps_after_the_end_of_the_media_are_told(tmp_path: Path) -> None:
    transcript = read(tmp_path, "a.txt", "[00:01] first words\n[05:00] and late ones\n", duration=10.0)
    assert all(word.end <= 10.0 for word, _ in transcript.words())
    assert any("after the end" in choice.reason for choice in transcript.choices)


def test_more_words_than_a_recording_holds_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="more than any recording"):
        read(tmp_path, "a.srt", "1\n00:00:01,000 --> 00:00:04,000\n" + "a " * 1_000_001)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content = "1\r\n00:00:01,000 --> 00:00:02,000\r\nCafé “über” naïve – ok\r\n".encode(encoding)
    assert read(tmp_path, "a.srt", content).text == "Café “über” naïve – ok"


def test_speakers_by_prefix_dash_and_arrows(tmp_path: Path) -> None:
    def srt(*texts: str) -> str:
        return "\n".join(f"{i}\n00:00:0{i},000 --> 00:00:0{i + 1},000\n{t}\n" for i, t in enumerate(texts, 1))

    named = read(tmp_path, "a.srt", srt("ANA: Hello.", "And more.", ">> BEN: Remember: this."))
    assert [(s.speaker, s.text) for s in named.segments] == [
        ("ANA", "Hello."),
        ("ANA", "And more."),
        ("BEN", "Remember: this."),
    ]
    arrows = read(tmp_path, "b.srt", srt(">> One.", "still one", "end >> Two."))
    assert [(s.speaker[-1], s.text) for s in arrows.segments] == [
        ("2", "One."),
        ("2", "still one"),
        ("2", "end"),
        ("1", "Two."),
    ]
    assert any(choice.subject == "speakers" and choice.degraded for choice in arrows.choices)
    dashes = read(tmp_path, "c.srt", srt("- Really?\n- Yes."))
    assert [s.text for s in dashes.segments] == ["Really?", "Yes."]
    assert dashes.segments[0].speaker != dashes.segments[1].speaker
    once = read(tmp_path, "d.srt", srt("Remember: drink water.", "[Music]", "♪ la la ♪", "(laughs)"))
    assert [(s.speaker, s.text) for s in once.segments] == [("", "Remember: drink water.")]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.srt", "", "empty"),
        ("a.srt", "   \n\n", "empty"),
        ("a.srt", "just words", "no captions"),
        ("a.srt", "1\n00:00:01,000 --> later\nhi\n", "line 2"),
        ("a.srt", "1\n-00:00:01,000 --> 00:00:02,000\nhi\n", "line 2"),
        ("a.srt", "1\n9999:00:00,000 --> 9999:00:01,000\nhi\n", "beyond"),
        ("a.srt", b"\x00\x01\x02\x03binary\x00" * 30, "text"),
        ("a.vtt", "WEBVTT\n\n", "no captions"),
        ("a.ass", "[Events]\nDialogue: what\n", "line 2"),
        ("a.ass", "[Events]\nDialogue: 0,0:00:01.00,soon,Default,,0,0,0,,hi\n", "line 2: 'soon'"),
        ("a.ass", "[Events]\nFormat: Start, End\n", "line 2"),
        ("a.ass", "[Events]\n", "no dialogue"),
        ("a.ass", "[Events]\nDialogue: 0,9999:00:00.00,9999:00:01.00,Default,,0,0,0,,hi\n", "beyond"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n[Music]\n", "no words"),
        ("a.doc", "words", "transcript format"),
    ],
)
def test_hostile_files_are_named_with_their_reason(
    tmp_path: Path, name: str, content: str | bytes, told: str
) -> None:
    with pytest.raises(TranscriptError) as caught:
        read(tmp_path, name, content)
    assert told in str(caught.value)
    assert caught.value.file.endswith(name)


def test_a_missing_file_or_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match=r"none\.srt"):
        read_transcript(tmp_path / "none.srt", None, 0.0)
    (tmp_path / "dir.srt").mkdir()
    with pytest.raises(TranscriptError, match=r"dir\.srt"):
        read_transcript(tmp_path / "dir.srt", None, 0.0)


def test_captions_of_another_recording_are_told(tmp_path: Path) -> None:
    content = "1\n00:00:01,000 --> 00:00:02,000\nin\n\n2\n00:10:00,000 --> 00:10:01,000\nafter\n"
    kept = read(tmp_path, "a.srt", content, duration=60.0)
    assert kept.text == "in"
    assert any("after the end" in choice.reason and choice.degraded for choice in kept.choices)
    with pytest.raises(TranscriptError, match="another recording"):
        read(
            tmp_path,
            "b.srt",
            content.replace("00:00:01,000 --> 00:00:02,000", "00:05:00,000 --> 00:05:02,000"),
            60.0,
        )


@given(
    st.text("WEBVTNO0123456789:,.-> \n<v>c/{}\\[]♪&#;aB", max_size=200),
    st.sampled_from([parse_srt, parse_vtt, parse_ass]),
)
def test_garbage_is_read_or_refused(text: str, parse) -> None:  # type: ignore[no-untyped-def]
    try:
        parse(text, "x")
    except TranscriptError as error:
        assert error.file == "x"
