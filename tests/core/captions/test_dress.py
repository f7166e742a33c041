"""A clip's text in any style: no pipeline, no files, the same at every call."""

from __future__ import annotations

from core.captions.dress import dress
from core.captions.heard import clip_text, picture_cuts
from core.schema.caption import CaptionCue, ClipText, CreativePlan, TextWord
from core.schema.clip import Wording
from core.schema.correction import Corrections, WordCorrection
from core.schema.shot import Shot
from core.schema.style import CaptionStyle, HookStyle, ProgressBarStyle, Style
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.schema.translation import CaptionTrack
from core.speech.corrected import corrected

PLAIN = Style(name="plain", version=1)


def said(text: str, start: float, speaker: str = "", seconds: float = 0.3) -> TranscriptSegment:
    words = tuple(
        Word(text=word, start=start + seconds * place, end=start + seconds * (place + 1))
        for place, word in enumerate(text.split())
    )
    return TranscriptSegment(start=start, end=words[-1].end, text=text, speaker=speaker, words=words)


def spoken_words(text: str, speaker: str = "") -> tuple[TextWord, ...]:
    segment = said(text, 0.0, speaker)
    return tuple(TextWord(text=w.text, start=w.start, end=w.end, speaker=speaker) for w in segment.words)


def pages(cues: tuple[CaptionCue, ...]) -> list[str]:
    return [" ".join(word.text for word in cue.words) for cue in cues]


def test_one_text_makes_other_pages_and_overlays_in_another_style() -> None:
    text = ClipText(words=spoken_words("we sold the house and then the car"), hook="Nobody tells you")
    few = dress(text, PLAIN.model_copy(update={"captions": CaptionStyle(max_words=2)}), 6.0)
    many = dress(text, PLAIN.model_copy(update={"captions": CaptionStyle(max_words=8, max_lines=3)}), 6.0)
    assert len(few.cues) > len(many.cues)
    assert " ".join(pages(few.cues)) == " ".join(pages(many.cues)) == "we sold the house and then the car"
    assert [(overlay.kind, overlay.end, overlay.text) for overlay in few.overlays] == [
        ("hook", 3.0, "Nobody tells you")
    ]
    barred = PLAIN.model_copy(
        update={"hook": HookStyle(is_shown=False), "progress_bar": ProgressBarStyle(is_shown=True)}
    )
    assert [(overlay.kind, overlay.end) for overlay in dress(text, barred, 6.0).overlays] == [
        ("progress_bar", 6.0)
    ]
    assert dress(text, barred, 6.0) == dress(text, barred, 6.0)


def test_speakers_are_numbered_as_they_come_and_the_unknown_are_not() -> None:
    transcript = Transcript(
        segments=(said("Hello there", 0.0, "Zoe"), said("hm", 1.0), said("Hi", 2.0, "Ann"), said("So", 3.0, "Zoe"))
    )
    cut = Cut(ranges=(TimeSpan(start=0.0, end=4.0),))
    text, _ = clip_text(transcript, cut, CreativePlan(), Wording(), CaptionTrack())
    cues = dress(text, PLAIN, cut.duration).cues
    assert [cue.speaker_number for cue in cues] == [0, None, 1, 0]


def test_the_picture_changes_where_shots_begin_and_ranges_are_joined() -> None:
    cut = Cut(ranges=(TimeSpan(start=10.0, end=14.0), TimeSpan(start=20.0, end=25.0)))
    shots = [Shot(start=8.0, end=12.0), Shot(start=12.0, end=20.0), Shot(start=20.0, end=24.0)]
    assert picture_cuts(cut, [*shots, Shot(start=24.0, end=30.0)]) == (2.0, 4.0, 8.0)
    assert picture_cuts(cut, []) == (4.0,)


def test_words_across_a_join_keep_their_order_and_lie_in_the_clip() -> None:
    transcript = Transcript(segments=(said("one two three", 10.0), said("four five", 20.0)))
    cut = Cut(ranges=(TimeSpan(start=10.0, end=10.6), TimeSpan(start=20.3, end=21.0)))
    text, _ = clip_text(transcript, cut, CreativePlan(), Wording(), CaptionTrack())
    assert [word.text for word in text.words] == ["one", "two", "five"]
    assert [round(word.start, 3) for word in text.words] == [0.0, 0.3, 0.6]


def test_pages_end_where_ranges_of_the_cut_are_joined() -> None:
    transcript = Transcript(segments=(said("we sold the house and then the car", 10.0),))
    whole = Cut(ranges=(TimeSpan(start=10.0, end=13.0),))
    joined = Cut(ranges=(TimeSpan(start=10.0, end=10.6), TimeSpan(start=11.2, end=13.0)))

    def pages_in(cut: Cut) -> list[str]:
        text, _ = clip_text(transcript, cut, CreativePlan(), Wording(), CaptionTrack())
        return pages(dress(text, PLAIN, cut.duration).cues)

    assert pages_in(whole)[0] == "we sold the house"
    assert pages_in(joined)[0] == "we sold"


def test_a_corrected_word_keeps_the_time_of_what_was_heard_through_a_join() -> None:
    heard = Transcript(segments=(said("we sold the hose and then the car", 10.0),))
    hose = next(word for word, _ in heard.words() if word.text == "hose")
    written = Word(text="House!!!", start=hose.start, end=hose.end, is_corrected=True)
    fix = WordCorrection(start=hose.start, end=hose.end, heard="hose", words=(written,))
    cut = Cut(ranges=(TimeSpan(start=10.0, end=10.3), TimeSpan(start=10.6, end=13.0)))

    def shown(corrections: Corrections) -> list[tuple[str, float, float]]:
        text, _ = clip_text(corrected(heard, corrections), cut, CreativePlan(), Wording(), CaptionTrack())
        cues = dress(text, PLAIN, cut.duration).cues
        return [(word.text, round(word.start, 3), round(word.end, 3)) for cue in cues for word in cue.words]

    before, after = shown(Corrections()), shown(Corrections(words=(fix,)))
    assert [text for text, *_ in after] == ["we", "the", "House!!!", "and", "then", "the", "car"]
    assert [times for _, *times in before] == [times for _, *times in after]
