"""What the timeline shows of an analysis: chapters, speakers, words, cuts and where ends are drawn to. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np

from core.schema.clip import Clip
from core.schema.insights import Chapter
from core.schema.segment import Segments, Topic
from core.schema.transcript import Transcript, Word
from ui.timeline.scene import ClipMark, Scene, Stretch, Track
from ui.timeline.snapping import SnapLine, SnapPoints
from ui.wording import speaker_name, tr

# Below this a word was heard so badly that it is shown faint.
_SURE = 0.5


def backdrop(duration: float, transcript: Transcript | None, segments: Segments | None) -> Scene:
    """Return a scene without clips and chapters; for ten hours it takes a while, so ask in a thread."""
    shots = segments.shots if segments else ()
    # Each asked once: of ten hours there are a hundred thousand, and all that follows is made of columns.
    words = _word_track([word for segment in transcript.segments for word in segment.words] if transcript else [])
    return Scene(
        duration=duration,
        turns=Track.of(_turns(transcript)),
        words=words,
        shots=np.array([shot.start for shot in shots if shot.start > 0], dtype=np.float64),
        snap_points=snap_points(words, segments),
    )


def snap_points(words: Track, segments: Segments | None) -> SnapPoints:
    """Return where clips may start and end."""
    sentences = segments.sentences if segments else ()
    silences = segments.silences if segments else ()
    cuts = [shot.start for shot in segments.shots if shot.start > 0] if segments else []
    return SnapPoints(
        starts=SnapLine.of(
            [
                ("word", words.starts),
                ("silence", [silence.end for silence in silences]),
                ("shot", cuts),
                ("sentence", [sentence.start for sentence in sentences]),
            ]
        ),
        ends=SnapLine.of(
            [
                ("word", words.ends),
                ("silence", [silence.start for silence in silences]),
                ("shot", cuts),
                ("sentence", [sentence.end for sentence in sentences]),
            ]
        ),
    )


def chapter_stretches(
    chapters: Sequence[Chapter], topics: Sequence[Topic], duration: float
) -> tuple[Stretch, ...]:
    """Return the chapters of the insights; until they are there, what the analysis took for topics."""
    if chapters:
        ends = [*(chapter.start for chapter in chapters[1:]), max(duration, chapters[-1].start)]
        pairs = enumerate(zip(chapters, ends, strict=True))
        return tuple(Stretch(chapter.start, end, chapter.title, i) for i, (chapter, end) in pairs)
    return tuple(Stretch(topic.start, topic.end, topic.title, i) for i, topic in enumerate(topics))


def clip_mark(clip: Clip, score: float) -> ClipMark:
    """Return how a clip that stands at a score (0 to 100) lies on the timeline."""
    ranges = clip.cut.ranges
    return ClipMark(
        id=clip.id,
        start=clip.cut.start,
        end=clip.cut.end,
        score=score,
        decision=clip.decision,
        title=clip.wording.title or tr("Untitled clip"),
        gaps=tuple((a.end, b.start) for a, b in pairwise(ranges)),
    )


def _turns(transcript: Transcript | None) -> Iterator[tuple[float, float, str, int]]:
    if transcript is None:
        return
    speakers = list(dict.fromkeys(segment.speaker for segment in transcript.segments if segment.speaker))
    for speaker, found in groupby(transcript.segments, key=lambda segment: segment.speaker):
        spoken = list(found)
        if speaker:
            yield spoken[0].start, spoken[-1].end, speaker_name(speaker), speakers.index(speaker)


def _word_track(words: Sequence[Word]) -> Track:
    count = len(words)
    confidence = np.fromiter((word.confidence for word in words), np.float64, count)
    return Track.of_columns(
        np.fromiter((word.start for word in words), np.float64, count),
        np.fromiter((word.end for word in words), np.float64, count),
        [word.text for word in words],
        confidence < _SURE,
    )
