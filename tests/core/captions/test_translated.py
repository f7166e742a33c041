"""Words of a translation: read while their original is spoken, whatever the clip leaves out."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.captions.translated import translated_words
from core.pipeline.stage import StageContext
from core.schema.caption import CreativePlan, Enhancement
from core.schema.clip import Wording
from core.schema.correction import Corrections, SpeakerNames
from core.schema.media import ClipMedia
from core.schema.segment import Segments
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.schema.translation import CaptionTrack, TranslatedLine
from core.stages.build_enhancement import build_enhancement
from core.styles.library import load_style


def segment(start: float, text: str, speaker: str = "A") -> TranscriptSegment:
    """Return a segment whose words take half a second each."""
    words = tuple(
        Word(text=word, start=start + i / 2, end=start + (i + 1) / 2) for i, word in enumerate(text.split())
    )
    return TranscriptSegment(start=start, end=words[-1].end, text=text, speaker=speaker, words=words)


def cut(*spans: tuple[float, float]) -> Cut:
    return Cut(ranges=tuple(TimeSpan(start=a, end=b) for a, b in spans))


def line(start: float, end: float, text: str) -> TranslatedLine:
    return TranslatedLine(start=start, end=end, original="", text=text)


TALK = Transcript(language="en", segments=(segment(1, "we stayed at home"), segment(4, "and then we left", "B")))
GERMAN = (line(1, 3, "wir blieben daheim"), line(4, 6, "und dann gingen wir"))
WHOLE = cut((0, 10))


def texts(words: object) -> list[str]:
    return [word.text for word in words]  # type: ignore[attr-defined]


def test_words_are_spread_over_the_speech_of_their_line_with_its_speaker() -> None:
    words, missing = translated_words(TALK, GERMAN, WHOLE)
    assert texts(words) == ["wir", "blieben", "daheim", "und", "dann", "gingen", "wir"]
    assert [word.speaker for word in words] == ["A"] * 3 + ["B"] * 4
    assert words[0].start == 1 and abs(words[2].end - 3) < 1e-9 and words[3].start == 4
    assert words[1].end - words[1].start > words[0].end - words[0].start
    assert missing == []


def test_no_word_begins_in_a_pause() -> None:
    talk = Transcript(segments=(TranscriptSegment(start=0, end=10, text="well yes", words=(
        Word(text="well", start=0, end=1), Word(text="yes", start=9, end=10))),))  # fmt: skip
    words, _ = translated_words(talk, [line(0, 10, "nun also ja doch")], WHOLE)
    assert all(word.start < 1 or word.start >= 9 for word in words)
    assert texts(words) == ["nun", "also", "ja", "doch"]


def test_a_cut_that_leaves_most_of_a_line_leaves_its_whole_text_and_one_that_leaves_less_a_part() -> None:
    most, _ = translated_words(TALK, GERMAN, cut((1.0, 1.5), (2.0, 3.0)))
    assert texts(most) == ["wir", "blieben", "daheim"]
    assert most[-1].end <= 1.5 + 1e-9
    least, _ = translated_words(TALK, GERMAN, cut((5.5, 9)))
    assert texts(least) == ["wir"]


def test_lines_of_nobody_and_hidden_lines_show_nothing() -> None:
    words, missing = translated_words(TALK, [line(1, 3, ""), line(8, 9, "niemand")], WHOLE)
    assert words == ()
    assert [each.text for each in missing] == ["and then we left"]


def test_script_without_spaces_is_read_in_pieces() -> None:
    words, _ = translated_words(TALK, [line(1, 3, "私たちは家にいました")], cut((1, 3)))
    assert len(words) > 1 and "".join(texts(words)) == "私たちは家にいました"


spans = st.lists(st.integers(0, 80), min_size=2, max_size=8, unique=True).map(sorted)


@given(spans, st.lists(st.sampled_from(["eins", "zwei", "dreiundzwanzig", "übermorgen"]), max_size=9))
def test_whatever_is_cut_words_lie_in_the_clip_in_order(edges: list[int], words_of: list[str]) -> None:
    kept = cut(*[(a / 10, b / 10) for a, b in zip(edges[::2], edges[1::2], strict=False)])
    words, _ = translated_words(TALK, [line(1, 3, " ".join(words_of)), line(4, 6, "und dann")], kept)
    for word in words:
        assert -1e-9 <= word.start <= word.end <= kept.duration + 1e-9
    assert all(a.start <= b.start for a, b in pairwise(words))
    spoken = sum(part.duration for part in kept.clip_spans(TimeSpan(start=1, end=3)))
    shown = [word.text for word in words if word.speaker == "A"]
    assert shown == words_of if spoken >= 1 else len(shown) <= len(words_of)
    assert not shown or spoken > 0


def test_the_stage_shows_what_lacks_a_translation_as_it_is_spoken_and_says_so(tmp_path) -> None:
    context = StageContext(tmp_path, tmp_path, tmp_path)
    media = ClipMedia(cut=WHOLE, has_video=False, has_audio=False)

    def built(*lines: TranslatedLine) -> Enhancement:
        track = CaptionTrack(language="de", lines=lines)
        style = load_style("clean", None)
        return build_enhancement(
            context,
            CreativePlan(),
            Wording(),
            TALK,
            Corrections(),
            track,
            Segments(),
            media,
            style,
            SpeakerNames(),
        )

    made = built(GERMAN[0])
    assert texts(word for cue in made.cues for word in cue.words) == [
        "wir", "blieben", "daheim", "and", "then", "we", "left",
    ]  # fmt: skip
    (choice,) = made.choices
    assert choice.degraded and choice.chosen == "1 of 2 segments as they are spoken"
    assert built(*GERMAN).choices == ()


def test_the_opening_line_is_shown_translated_or_as_it_was_written_which_is_told(tmp_path) -> None:
    context = StageContext(tmp_path, tmp_path, tmp_path)
    media = ClipMedia(cut=WHOLE, has_video=False, has_audio=False)

    def built(hook: str) -> Enhancement:
        track = CaptionTrack(language="de", lines=GERMAN, hook=hook)
        creative = CreativePlan(hook="Nobody tells you")
        style = load_style("clean", None)
        return build_enhancement(
            context, creative, Wording(), TALK, Corrections(), track, Segments(), media, style, SpeakerNames()
        )

    assert [each.text for each in built("Keiner sagt es").overlays if each.kind == "hook"] == ["Keiner sagt es"]
    made = built("")
    assert [each.text for each in made.overlays if each.kind == "hook"] == ["Nobody tells you"]
    assert [choice.subject for choice in made.choices] == ["hook"]


def test_who_wrote_a_line_changes_no_work() -> None:
    machine = CaptionTrack(language="de", lines=GERMAN)
    edited = tuple(each.model_copy(update={"state": "edited"}) for each in GERMAN)
    other = tuple(each.model_copy(update={"text": "x"}) for each in GERMAN)
    assert CaptionTrack(language="de", lines=edited).identity() == machine.identity()
    assert CaptionTrack(language="de", lines=other).identity() != machine.identity()
