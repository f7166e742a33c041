"""The contract of export formats, proved for every member, and the round trip through another reader."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export.format import FinishedShort, Format, suffix_of, timed_cues
from core.export.formats import FORMATS, ass, facts, format_named, jpg, srt, txt, video, vtt
from core.schema.caption import CaptionCue, CueWord
from core.schema.clip import Clip, Post, Wording
from core.schema.delivery import Delivery
from core.schema.plan import AxisScore
from core.schema.style import CaptionStyle, Style
from core.schema.time import Cut, TimeSpan
from core.speech.captions import parse_vtt

SAYINGS = st.sampled_from(["so", "we", "rock & roll", "a > b", "1", "日本", "שלום", "🔥"])


def cue(start: float, end: float, *words: str) -> CaptionCue:
    return CaptionCue(start=start, end=end, words=tuple(CueWord(text=w, start=start, end=end) for w in words))


def short(cues: Sequence[CaptionCue], file: Path = Path("missing.mp4")) -> FinishedShort:
    clip = Clip(
        id="c1", run_id="r1", cut=Cut(ranges=(TimeSpan(start=0, end=60),)),
        wording=Wording(title="Why we stayed", hook="Nobody tells you this"),
    )  # fmt: skip
    delivery = Delivery(
        file=file, aspect="9:16", width=2, height=2, duration=60, frame_count=1, size_bytes=4, thumbnail=file
    )
    return FinishedShort(delivery, clip, cues)


def written(member: Format, finished: FinishedShort) -> bytes:
    stream = io.BytesIO()
    member.write(stream, finished)
    return stream.getvalue()


@pytest.mark.parametrize("member", FORMATS, ids=lambda member: member.NAME)
@pytest.mark.parametrize("cues", [(), (cue(0, 1),), (cue(0.5, 1.25, "Hi", "there"), cue(2, 3, "مرحبا", "🔥"))])
def test_every_format_writes_any_clip(member: Format, cues: Sequence[CaptionCue], tmp_path: Path) -> None:
    file = tmp_path / "clip.mp4"
    file.write_bytes(b"film")
    content = written(member, short(cues, file))
    assert format_named(member.NAME) is member
    assert suffix_of(member, short(cues, file)).startswith(".")
    assert content == b"film" if member in (video, jpg) else content.decode().endswith("\n") or not content


@pytest.mark.parametrize(("member", "name"), [(srt, "srt"), (vtt, "vtt")])
@given(
    st.lists(
        st.tuples(
            st.floats(0.01, 5), st.floats(0.01, 5),
            st.lists(SAYINGS, min_size=1, max_size=4),
        ),
        min_size=1, max_size=12,
    )
)  # fmt: skip
def test_captions_come_back_through_another_reader(
    member: Format, name: str, shown: list[tuple[float, float, list[str]]]
) -> None:
    cues, at = [], 0.0
    for gap, length, words in shown:
        cues.append(cue(at + gap, at + gap + length, *words))
        at += gap + length
    back = pysubs2.SSAFile.from_string(written(member, short(cues)).decode(), name)
    expected = [(start, end, text.replace("&", "&amp;").replace(">", "&gt;") if name == "vtt" else text)
                for start, end, text, _ in timed_cues(cues)]  # fmt: skip
    assert [(event.start, event.end, event.text) for event in back] == expected


def test_subrip_looks_as_players_want_it() -> None:
    content = written(srt, short([cue(0, 1.5, "Hi", "there"), cue(3661.0, 3662.25, "end")])).decode()
    assert content == ("1\n00:00:00,000 --> 00:00:01,500\nHi there\n\n2\n01:01:01,000 --> 01:01:02,250\nend\n")


def test_markup_in_webvtt_is_escaped() -> None:
    content = written(vtt, short([cue(0, 1, "<b>", "-->", "&")])).decode()
    assert content == "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n&lt;b&gt; --&gt; &amp;\n"


def test_the_text_holds_title_hook_and_words() -> None:
    content = written(txt, short([cue(0, 1, "Hi", "there."), cue(1, 2, "We", "stayed.")])).decode()
    assert content == "Why we stayed\n\nNobody tells you this\n\nHi there. We stayed.\n"


def test_webvtt_says_who_speaks() -> None:
    cues = [cue(0, 1, "Hi").model_copy(update={"speaker": "Ana & \n<Ben>"})]
    content = written(vtt, short(cues)).decode()
    assert content == "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Ana &amp; &lt;Ben&gt;>Hi\n"
    (passage,) = parse_vtt(content, "x")
    assert (passage.speaker, passage.text) == ("Ana & <Ben>", "Hi")


def test_the_text_tells_turns_where_several_people_talk() -> None:
    said = [("Ana", "Why?"), ("Ana", "Tell me."), ("Ben", "Well."), ("", "Music.")]
    cues = [cue(at, at + 1, text).model_copy(update={"speaker": name}) for at, (name, text) in enumerate(said)]
    told = written(txt, short(cues)).decode().split("\n\n")[2:]
    assert told == ["Ana: Why? Tell me.", "Ben: Well.", "Music.\n"]


def test_a_starred_clip_has_its_opening_line_starred() -> None:
    made = short([cue(0, 1, "We", "are", "not", "in", "the", "business", "of", "it.")])
    wording = made.clip.wording.model_copy(update={"hook": "What the fuck?", "masks_profanity": True})
    clip = made.clip.model_copy(update={"wording": wording})
    content = written(txt, FinishedShort(made.delivery, clip, made.cues)).decode()
    assert "What the f***?" in content and "fuck" not in content


def test_lines_inside_words_do_not_break_a_caption() -> None:
    assert timed_cues([cue(0, 1, "one\n\ntwo", " ", "three")]) == [(0, 1000, "one two three", "")]


def test_text_to_paste_begins_with_title_description_and_hashtags():
    made = short([cue(0, 1, "Hi", "there.")])
    post = Post(description="What it is about.", hashtags=("#One", "#Two"))
    told = written(txt, replace(made, post=post)).decode().split("\n\n")
    assert told[:3] == [made.title, "What it is about.", "#One #Two"] and told[-1] == "Hi there.\n"


@given(
    st.lists(
        st.tuples(st.floats(0.02, 5), st.floats(0.02, 5), st.lists(SAYINGS, min_size=1, max_size=4)),
        min_size=1,
        max_size=12,
    )
)
def test_dressed_captions_come_back_through_another_reader(shown: list[tuple[float, float, list[str]]]) -> None:
    cues, at = [], 0.0
    for gap, length, words in shown:
        cues.append(cue(at + gap, at + gap + length, *words))
        at += gap + length
    back = pysubs2.SSAFile.from_string(written(ass, short(cues)).decode("utf-8-sig"), "ass")
    timed = timed_cues(cues)
    assert [event.plaintext for event in back] == [each.text for each in timed]
    # The format counts hundredths.
    assert all(abs(event.start - each.start_ms) <= 5 for event, each in zip(back, timed, strict=True))
    assert all(
        abs(event.end - each.end_ms) <= 10 and event.end > event.start
        for event, each in zip(back, timed, strict=True)
    )


def test_dressed_captions_wear_the_style_of_the_clip() -> None:
    captions = CaptionStyle(
        font_families=("Anton",), uppercase=True, colour="#ffee00", outline_colour="#10203080", box_colour=None,
        speaker_colours=("#112233", "#445566"), emphasis_colour="#00ff00", size=50.0,
    )  # fmt: skip
    words = (CueWord(text="straße", start=0, end=1), CueWord(text="now", start=1, end=2, is_emphasised=True))
    said = CaptionCue(start=0.0, end=2.0, words=words, speaker="Ana, B", speaker_number=1, position=0.25)
    made = short([said])
    delivery = made.delivery.model_copy(update={"width": 1080, "height": 1920})
    dressed = replace(made, delivery=delivery, style=Style(name="s", version=1, captions=captions), lead=1.0)
    back = pysubs2.SSAFile.from_string(written(ass, dressed).decode("utf-8-sig"), "ass")
    style = back.styles["Default"]
    assert (back.info["PlayResX"], back.info["PlayResY"]) == ("1080", "1920")
    assert (style.fontname, style.bold, style.alignment) == ("Anton", True, pysubs2.Alignment.MIDDLE_CENTER)
    assert style.fontsize == pytest.approx(50 * 1.92 * 1.21, abs=0.1)
    assert style.primarycolor == pysubs2.Color(0xFF, 0xEE, 0x00, 0)
    assert style.outlinecolor == pysubs2.Color(0x10, 0x20, 0x30, 127)
    (event,) = back
    assert (event.start, event.end, event.name) == (1000, 3000, "Ana B")
    assert event.text == r"{\pos(540,480)}{\c&H665544&}STRASSE {\c&H00FF00&}NOW{\c&H665544&}"


def test_a_box_of_the_style_is_a_box() -> None:
    style = Style(name="s", version=1, captions=CaptionStyle(box_colour="#000000c0"))
    back = pysubs2.SSAFile.from_string(
        written(ass, replace(short([cue(0, 1, "Hi")]), style=style)).decode("utf-8-sig")
    )
    assert back.styles["Default"].borderstyle == 3 and back.styles["Default"].outlinecolor.a == 0x3F


@pytest.mark.parametrize("text", ["{\\b1}bold", "a\\Nb", "}{", "{", "\\"])
def test_nothing_that_is_said_is_a_command(text: str) -> None:
    back = pysubs2.SSAFile.from_string(written(ass, short([cue(0, 1, text)])).decode("utf-8-sig"))
    said = text.replace("{", "(").replace("}", ")").replace("\\", "\\\u2060")
    assert back[0].plaintext == said


def test_facts_tell_words_scores_and_ranges() -> None:
    made = short([cue(0.5, 1.25, "Hi", "there")])
    clip = made.clip.model_copy(
        update={"score": 81.0, "axes": {"hook": AxisScore(score=90.0, evidence=("Why?",))}}
    )
    told = json.loads(written(facts, replace(made, clip=clip, lead=2.0)))
    assert told["ranges"] == [{"start": 0.0, "end": 60.0}] and told["score"] == 81.0
    assert told["axes"]["hook"] == {"score": 90.0, "evidence": ["Why?"]}
    (said,) = told["cues"]
    assert (said["start"], said["end"], said["text"]) == (2.5, 3.25, "Hi there")
    assert [word["text"] for word in said["words"]] == ["Hi", "there"]
