"""What the stages would have made of an episode, written down at once: analysis, candidates, a composed clip.

Everything is true to its form and fits together (words lie in sentences, clips start on them); nobody was heard.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from core.captions.dress import dress
from core.pipeline.stage import StageContext
from core.schema.audio import AudioPlan
from core.schema.caption import ClipText, Enhancement, TextWord
from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from core.schema.clip import Clip
from core.schema.composition import Composition, DeliverySpec, FinishedClip
from core.schema.framing import CropPath, Framing, LayoutSpan, PictureAnalysis, Region
from core.schema.media import ClipMedia
from core.schema.plan import AXES, AxisScore, Candidate, EditorialPlan
from core.schema.segment import Segments, Sentence, Topic
from core.schema.shot import Shot
from core.schema.source import AudioStream, MediaFacts, PreparedSource, Source, VideoStream
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.stages.compose import compose

WIDTH_PX, HEIGHT_PX, FPS = 1280, 720, 25
WAVEFORM_HZ = 100
_CHAPTER_SECONDS = 600.0
_SHOT_SECONDS = 11.0
_SENTENCES = (
    "So the week we ran out of money I called every customer we had.",
    "What did you ask them?",
    "I asked what they would do if we were gone tomorrow, and most of them said nothing would change.",
    "That must have hurt.",
    "It was the most useful sentence anybody ever said to me, because we had built something nice to have.",
    "You find the one person who calls you angry when it breaks, and you build only for that person.",
)
_TITLES = (
    "The week we ran out of money",
    "Build for the person who calls you angry",
    "If we were gone tomorrow",
    "The most useful sentence anybody ever said to me",
    "Why nice to have is the most dangerous place to be in",
)


@dataclass(frozen=True)
class Episode:
    """One run that shall be there: how long it is, in seconds, how many clips were found, and from which file.

    Where it `is_composed`, its first clip can be played at once.
    """

    name: str
    seconds: float
    clips: int
    media: Path | None = None
    is_composed: bool = True


@dataclass(frozen=True)
class Analysed:
    """What the stages of the source made of an episode."""

    prepared: PreparedSource
    transcript: Transcript
    segments: Segments
    plan: EditorialPlan


@cache
def analysed(seconds: float, clips: int) -> Analysed:
    """Return what is known of an episode once it is analysed."""
    transcript = talk(seconds)
    video = VideoStream(
        index=0,
        codec="h264",
        width=WIDTH_PX,
        height=HEIGHT_PX,
        coded_width=WIDTH_PX,
        coded_height=HEIGHT_PX,
        fps=FPS,
    )
    sound = AudioStream(index=1, codec="aac", sample_rate_hz=48_000, channels=2)
    facts = MediaFacts(
        container="mp4",
        duration=seconds,
        size_bytes=1,
        video=video,
        audio=sound,
        audio_streams=(sound,),
    )
    plan = EditorialPlan(candidates=_candidates(seconds, clips, transcript))
    return Analysed(PreparedSource(facts=facts), transcript, _segments(transcript, seconds), plan)


def talk(seconds: float) -> Transcript:
    """Return a conversation of two that fills the time: three words a second."""
    segments: list[TranscriptSegment] = []
    at = 0.5
    while at < seconds - 8:
        text = _SENTENCES[len(segments) % len(_SENTENCES)]
        said, begin = text.split(), at
        words = tuple(Word(text=word, start=at + n * 0.33, end=at + n * 0.33 + 0.3) for n, word in enumerate(said))
        at = words[-1].end + 0.4
        speaker = "Ben" if len(said) < 6 else "Ana"
        segments.append(TranscriptSegment(start=begin, end=at - 0.4, text=text, speaker=speaker, words=words))
    return Transcript(language="en", segments=tuple(segments), transcriber="faster_whisper", model="small")


def waveform(seconds: float) -> bytes:
    """Return loud and quiet in turns, as pairs at `WAVEFORM_HZ`."""
    at = np.arange(int(seconds * WAVEFORM_HZ))
    high = (60 + 50 * np.sin(at / 90) * np.sin(at / 7)).astype(np.int8)
    return np.stack([-high, high], axis=1).tobytes()


def framed(cut: Cut) -> Framing:
    """Return a cut framed by a crop of the middle, in every aspect."""
    spans: dict[Aspect, tuple[LayoutSpan, ...]] = {}
    for aspect in ASPECTS:
        width = min(float(WIDTH_PX), HEIGHT_PX * aspect_ratio(aspect))
        height = width / aspect_ratio(aspect)
        left, top = (WIDTH_PX - width) / 2, (HEIGHT_PX - height) / 2
        crop = CropPath(at=(0.0,), x=(left,), y=(top,), width=(width,), height=(height,))
        spans[aspect] = tuple(
            LayoutSpan(start=part.start, end=part.end, layout="follow", regions=(Region(crop=crop),))
            for part in cut.ranges
        )
    return Framing(width=WIDTH_PX, height=HEIGHT_PX, spans=spans)


def composed(
    source: Source, known: Analysed, clip: Clip, style: Style, spec: DeliverySpec, folder: Path
) -> Composition:
    """Return a clip composed by the real stage."""
    words = tuple(
        TextWord(text=word.text, start=at, end=at + word.end - word.start, speaker=segment.speaker)
        for word, segment in known.transcript.words()
        if clip.cut.start <= word.start < clip.cut.end and (at := clip.cut.to_clip_time(word.start)) is not None
    )
    text = ClipText(words=words, hook=clip.wording.hook)
    dressed = dress(text, style, clip.cut.duration)
    finished = FinishedClip(
        media=ClipMedia(cut=clip.cut, fps_numerator=FPS),
        framing=framed(clip.cut),
        audio=AudioPlan(measured_lufs=-19.2, gain_db=5.2),
        enhancement=Enhancement(text=text, cues=dressed.cues, overlays=dressed.overlays),
        style=style,
    )
    context = StageContext(folder, folder, folder)
    return compose(context, source, known.prepared, clip.wording, PictureAnalysis(), finished, spec)


def _segments(transcript: Transcript, seconds: float) -> Segments:
    sentences: list[Sentence] = []
    count = 0
    for spoken in transcript.segments:
        last = count + len(spoken.words) - 1
        sentences.append(
            Sentence(start=spoken.start, end=spoken.end, text=spoken.text, first_word=count, last_word=last)
        )
        count = last + 1
    between = itertools.pairwise(sentences)
    chapters = np.arange(0.0, seconds, _CHAPTER_SECONDS).tolist()
    return Segments(
        sentences=tuple(sentences),
        silences=tuple(TimeSpan(start=before.end, end=after.start) for before, after in between),
        shots=tuple(
            Shot(start=at, end=min(at + _SHOT_SECONDS, seconds))
            for at in np.arange(0.0, seconds, _SHOT_SECONDS).tolist()
        ),
        topics=tuple(
            Topic(start=at, end=min(at + _CHAPTER_SECONDS, seconds), title=f"Chapter {n + 1}")
            for n, at in enumerate(chapters)
        ),
    )


def _candidates(seconds: float, count: int, transcript: Transcript) -> tuple[Candidate, ...]:
    """Return candidates that are spread over the episode, on its sentences; the best stands first."""
    random = np.random.default_rng(7)
    starts = [segment.start for segment in transcript.segments if segment.start < seconds - 60]
    chosen = np.linspace(0, len(starts) - 1, count).astype(int)
    found: list[Candidate] = []
    for place, index in enumerate(chosen.tolist()):
        score = 96.0 - 70.0 * place / max(1, count)
        found.append(
            Candidate(
                id=f"c{place}",
                cut=Cut(
                    ranges=(TimeSpan(start=starts[index], end=starts[index] + float(random.uniform(18, 55))),)
                ),
                score=score,
                axes={
                    axis: AxisScore(
                        score=max(8.0, score - 5 * ((n * 5 + place) % 6)), evidence=("“nice to have”",)
                    )
                    for n, axis in enumerate(AXES)
                },
                title=_TITLES[place % len(_TITLES)],
                reason="Opens with a number, lands a clear point, and ends on a line that can stand alone.",
            )
        )
    return tuple(found)
