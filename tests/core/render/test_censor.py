"""Swear words: starred in the cues, silenced or bleeped in the finished file, and nothing around them."""

from __future__ import annotations

import numpy as np
import pytest

from core.media.probe import probe
from core.pipeline.stage import StageContext
from core.render.censor import censor
from core.render.engine import render
from core.render.tape import Tape
from core.schema.audio import SoundWishes
from core.schema.caption import CreativePlan
from core.schema.clip import Wording
from core.schema.correction import Corrections, SpeakerNames, WordCorrection
from core.schema.media import ClipMedia
from core.schema.segment import Segments
from core.schema.source import PreparedSource, Source
from core.schema.style import HookStyle, Style
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.schema.translation import CaptionTrack, TranslatedLine
from core.stages.build_enhancement import build_enhancement
from core.stages.plan_audio import plan_audio

RATE_HZ = 48_000
SAID = (("What", 1.0), ("the", 1.5), ("fuck,", 2.0), ("he", 2.6), ("said.", 3.0))


def spoken(language="en", is_exact=True):
    words = tuple(Word(text=text, start=at, end=at + 0.4) for text, at in SAID)
    segment = TranscriptSegment(start=1.0, end=3.4, text="What the fuck, he said.", words=words)
    return Transcript(language=language, segments=(segment,), has_exact_word_times=is_exact)


STYLE = Style(name="clean", version=1, hook=HookStyle(is_shown=True))
CUT = Cut(ranges=(TimeSpan(start=0.5, end=1.5), TimeSpan(start=1.8, end=3.5)))
# "fuck," from 2.0 to 2.4 of the source begins at 1.2 of the clip.
UNCORRECTED = Corrections()
SPOKEN = CaptionTrack()
# The user heard something else at the end.
CORRECTED = Corrections(
    words=(WordCorrection(start=3.0, end=3.4, heard="said.", words=(Word(text="shit.", start=3.0, end=3.4),)),)
)
SAID_AT = (1.2, 1.6)


@pytest.fixture(scope="module")
def talk(tools, media_folder):
    """Four seconds of a tone of 300 Hz under black."""
    at = np.arange(4 * RATE_HZ) / RATE_HZ
    samples = (0.2 * np.sin(2 * np.pi * 300 * at)).astype(np.float32)
    pictures = (np.full((90, 160, 3), 60, np.uint8) for _ in range(120))
    times = [index / 30 for index in range(120)]
    return tools["write_media"](media_folder / "swearing.mp4", pictures, times, samples, size=(160, 90))


def planned(path, wishes, transcript=None, corrections=UNCORRECTED):
    facts = probe(path)
    source = Source(id="s", path=path, name="talk", fingerprint="f", size_bytes=1, duration=4.0)
    context = StageContext(path.parent, path.parent, path.parent)
    media = ClipMedia(cut=CUT, has_audio=True)
    return plan_audio(
        context, source, PreparedSource(facts=facts), transcript or spoken(), corrections, media, wishes
    ), context


def rms(samples, start, end):
    return float(np.sqrt(np.mean(np.square(samples[round(start * RATE_HZ) : round(end * RATE_HZ)], dtype=float))))


def share_of(samples, start, end, hz):
    """Return which share of a stretch's energy lies at a frequency."""
    piece = samples[round(start * RATE_HZ) : round(end * RATE_HZ), 0].astype(float)
    power = np.abs(np.fft.rfft(piece * np.hanning(len(piece)))) ** 2
    at = np.fft.rfftfreq(len(piece), 1 / RATE_HZ)
    return float(power[np.abs(at - hz) < 30].sum() / power.sum())


@pytest.mark.parametrize("wish", ["kept", "muted", "bleeped"])
def test_the_finished_file_says_no_swear_word(tools, talk, tmp_path, wish):
    plan, _ = planned(talk, SoundWishes(profanity=wish))
    ranges = [(span.start, span.end) for span in CUT.ranges]
    composition = tools["compose"](talk, ranges, size=(160, 90), source_size=(160, 90), audio=plan)
    (delivery,) = render([composition], [tmp_path / "clip.mp4"])
    samples = tools["play"](delivery.file).samples
    around = rms(samples, 0.3, 0.7)
    for start, end in ((0.3, 1.1), (1.7, 2.5)):
        assert rms(samples, start, end) == pytest.approx(around, rel=0.1)
        assert share_of(samples, start, end, 300) > 0.95
    inside = rms(samples, SAID_AT[0], SAID_AT[1])
    if wish == "kept":
        assert inside == pytest.approx(around, rel=0.1)
    elif wish == "muted":
        assert inside < around / 300
    else:
        assert share_of(samples, *SAID_AT, 1000) > 0.95 and share_of(samples, *SAID_AT, 300) < 0.01
        assert inside == pytest.approx(around, rel=0.5)


def test_what_is_taken_out_is_planned_and_told(talk):
    plan, context = planned(talk, SoundWishes(profanity="muted"))
    (span,) = plan.silenced
    assert (span.start, span.end) == (pytest.approx(1.16), pytest.approx(1.64))
    assert not plan.bleeps
    assert any("1 taken out" in choice.chosen and not choice.degraded for choice in context.choices)
    loose, _ = planned(talk, SoundWishes(profanity="bleeped"), spoken(is_exact=False))
    assert loose.bleeps and any(choice.degraded and "listen" in choice.reason for choice in loose.choices)
    unknown, _ = planned(talk, SoundWishes(profanity="muted"), spoken(language="sw"))
    assert not unknown.silenced and any(choice.degraded and "sw" in choice.reason for choice in unknown.choices)
    kept, _ = planned(talk, SoundWishes())
    assert not kept.silenced and not any(choice.subject == "swear words" for choice in kept.choices)


def test_a_word_cut_in_two_is_silenced_on_both_sides(talk):
    samples = Tape(RATE_HZ)
    samples[:] = np.ones((RATE_HZ, 2), np.float32)
    censor(samples, (TimeSpan(start=0.0, end=0.2), TimeSpan(start=0.9, end=2.0)), bleeps=False)
    heard = samples[:][:, 0]
    assert heard[480 : 9600 - 480].max() == 0.0 and heard[9600:43200].min() == 1.0
    assert heard[43200 + 480 : 48000 - 480].max() == 0.0
    assert np.abs(np.diff(heard[:40_000])).max() < 0.01


def enhanced(tmp_path, wording, transcript=None, hook="", corrections=UNCORRECTED, track=SPOKEN):
    context = StageContext(tmp_path, tmp_path, tmp_path)
    creative = CreativePlan(hook=hook)
    media = ClipMedia(cut=CUT, has_audio=True)
    return build_enhancement(
        context,
        creative,
        wording,
        transcript or spoken(),
        corrections,
        track,
        Segments(),
        media,
        STYLE,
        SpeakerNames(),
    )


def texts(made):
    return " ".join(word.text for cue in made.cues for word in cue.words)


def test_captions_and_hook_are_starred_where_that_is_wanted(tmp_path):
    plain = enhanced(tmp_path, Wording(), hook="What the fuck?")
    starred = enhanced(tmp_path, Wording(masks_profanity=True), hook="What the fuck?")
    assert texts(plain) == "What fuck, he said."
    assert texts(starred) == "What f***, he said."
    assert [overlay.text for overlay in starred.overlays if overlay.kind == "hook"] == ["What the f***?"]
    assert [cue.start for cue in plain.cues] == [cue.start for cue in starred.cues]
    assert any("1 starred" in choice.chosen for choice in starred.choices) and not plain.choices


def test_a_correction_is_starred_and_silenced_too(talk, tmp_path):
    made = enhanced(tmp_path, Wording(masks_profanity=True), corrections=CORRECTED)
    assert texts(made) == "What f***, he s***."
    plan, _ = planned(talk, SoundWishes(profanity="muted"), corrections=CORRECTED)
    assert [span.start for span in plan.silenced] == pytest.approx([1.16, 2.16])


def test_a_translation_is_starred_by_its_own_list(tmp_path):
    line = TranslatedLine(start=1.0, end=3.4, original="What the fuck, he said.", text="Was zum Ficken, sagte er.")
    track = CaptionTrack(language="de", lines=(line,))
    made = enhanced(tmp_path, Wording(masks_profanity=True), hook="What the fuck?", track=track)
    assert "F*****," in texts(made) and "Ficken" not in texts(made)
    assert [overlay.text for overlay in made.overlays if overlay.kind == "hook"] == ["What the f***?"]


def test_what_a_translation_lacks_is_starred_by_the_list_of_what_is_spoken(tmp_path):
    words = (Word(text="Ja.", start=0.5, end=0.9),)
    yes = TranscriptSegment(start=0.5, end=0.9, text="Ja.", words=words)
    talk = spoken().model_copy(update={"segments": (yes, *spoken().segments)})
    line = TranslatedLine(start=0.5, end=0.95, original="Ja.", text="Ficken.")
    made = enhanced(
        tmp_path, Wording(masks_profanity=True), talk, track=CaptionTrack(language="de", lines=(line,))
    )
    assert texts(made) == "F*****. What f***, he said."
    told = [choice.chosen for choice in made.choices if choice.subject == "swear words"]
    assert told == ["2 starred in the captions"]


def test_a_language_without_a_list_is_told(tmp_path):
    made = enhanced(tmp_path, Wording(masks_profanity=True), spoken(language="sw"))
    assert texts(made) == "What fuck, he said."
    assert [choice.degraded for choice in made.choices] == [True]
