"""What is odd about a source, in words and figures that an editor understands, and what was done about it.

Nothing is decoded for it: it is told from the facts, from timestamps (an MP4's index, else the packets that the
one pass over the sound went by), and from what that pass could not decode.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from core.media.clip_index import output_rate
from core.media.extent import has_whole_index
from core.schema.health import HealthFinding, Severity, SourceHealth
from core.schema.time import TimeSpan, total_duration

if TYPE_CHECKING:
    from av.container import InputContainer
    from numpy.typing import NDArray

    from core.media.analysis_audio import SoundLoss
    from core.schema.source import MediaFacts, VideoStream

# An offset or a late start under a frame of film is none that anybody sees or hears.
NOTICED_SECONDS = 0.04
# A stretch without pictures or sound is told from here on, and costs something from here on.
GAP_FRAMES = 1.75
BAD_GAP_SECONDS = 0.5
BAD_SHARE = 0.1
# Timestamps nearer than this are the same one: those of Matroska are whole milliseconds.
SAME_SECONDS = 0.0015
LOW_LINES = 720
# Of the hundredths of a second, how many may reach full scale before the sound counts as distorted.
CLIPPED_SHARE = 0.01
QUIET_LEVEL = 4
LATE_END_SECONDS = 1.0
MAX_GAPS = 1000


@dataclass(frozen=True)
class Pictures:
    """When pictures are shown, told from timestamps.

    `count` and the others are None where the timestamps are not known; intervals are in seconds.
    """

    gaps: tuple[TimeSpan, ...] = ()
    count: int | None = None
    missing: int | None = None
    duplicates: int | None = None
    shortest: float = 0.0
    longest: float = 0.0


@dataclass(frozen=True)
class Heard:
    """What the pass over the sound told: what was lost, and the level of each hundredth of a second, 0 to 127."""

    loss: SoundLoss
    levels: NDArray[np.int16] = field(default_factory=lambda: np.zeros(0, np.int16))


def examine(
    facts: MediaFacts,
    seconds: Sequence[float] | None,
    heard: Heard | None,
    corrupt: int = 0,
    found_before: Sequence[HealthFinding] = (),
    has_cover: bool = False,
) -> SourceHealth:
    """Return the health of a source.

    Args:
        facts: What `probe` said of the file that is read.
        seconds: The source seconds of its pictures, in any order; None where they are not known.
        heard: What the pass over its sound told, where it has sound.
        corrupt: Packets that the file itself marks as damaged.
        found_before: What was found while it was mended.
        has_cover: A picture came with the sound.
    """
    pictures = look_at_times(facts.video, seconds) if facts.video and seconds else Pictures()
    findings = [*facts.findings, *found_before]
    findings += _of_streams(facts, has_cover)
    findings += _of_times(facts, pictures)
    if facts.video:
        findings += _of_picture(facts.video)
    if heard is not None:
        findings += _of_sound(facts, heard)
    if corrupt:
        findings.append(
            _told(
                "transfer",
                "warning",
                f"{_pieces(corrupt)} arrived damaged.",
                "They are used as far as they decode.",
            )
        )
    return SourceHealth(
        findings=tuple(findings),
        sound_offset=facts.audio.start - facts.video.start if facts.audio and facts.video else None,
        picture_gaps=pictures.gaps[:MAX_GAPS],
        sound_gaps=tuple(heard.loss.gaps[:MAX_GAPS]) if heard else (),
        frames=pictures.count,
        missing_frames=pictures.missing,
        duplicate_frames=pictures.duplicates,
        damaged_packets=corrupt + (heard.loss.damaged_packets if heard else 0),
    )


def indexed_seconds(container: InputContainer, facts: MediaFacts) -> Sequence[float] | None:
    """Return the seconds of all pictures from an MP4's index, which reads nothing, or None where it has none.

    An index counts when pictures are decoded; moved as a whole so that the first one is right, gaps are where they
    are to within the few frames of reordering.
    """
    if facts.video is None or not has_whole_index(container.streams[facts.video.index]):
        return None
    stream = container.streams[facts.video.index]
    kept = [entry.timestamp for entry in stream.index_entries if not entry.is_discard]
    if not kept:
        return None
    return list((np.array(kept, np.float64) - kept[0]) * float(stream.time_base or 0) + facts.video.start)


def look_at_times(video: VideoStream, seconds: Sequence[float]) -> Pictures:
    """Return what the timestamps of pictures say; where frames come unevenly, a long one is held, not missing."""
    at = np.sort(np.asarray(seconds, np.float64))
    at = at[at >= video.start - 1e-6]
    usual = 1 / video.fps
    intervals = np.diff(at)
    if not len(intervals):
        return Pictures(count=len(at), missing=0, duplicates=0)
    duplicates = int((intervals < SAME_SECONDS).sum())
    apart = intervals[intervals >= SAME_SECONDS]
    shortest, longest = (float(apart.min()), float(apart.max())) if len(apart) else (0.0, 0.0)
    if video.is_variable_frame_rate or video.is_still:
        return Pictures(count=len(at), duplicates=duplicates, shortest=shortest, longest=longest)
    wide = np.flatnonzero(intervals > GAP_FRAMES * usual)
    gaps = tuple(TimeSpan(start=float(at[i] + usual), end=float(at[i + 1])) for i in wide)
    missing = int(np.maximum(1, np.round(intervals[wide] / usual) - 1).sum())
    return Pictures(gaps, len(at), missing, duplicates, shortest, longest)


def clock(at: float) -> str:
    """Return a second as an editor reads it: 1:02:03.4, or 2:03.4."""
    tenths = round(at * 10)
    minutes, rest = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    text = f"{rest // 10:02d}.{rest % 10}"
    return f"{hours}:{minutes:02d}:{text}" if hours else f"{minutes}:{text}"


def _of_streams(facts: MediaFacts, has_cover: bool) -> Iterator[HealthFinding]:
    """Tell what the file has of picture and sound, and how they lie against each other."""
    failed = {finding.subject for finding in facts.findings}
    if facts.audio is None and "sound" not in failed:
        yield _told("sound", "warning", "The file has no sound.", "Nothing said can be found in it.")
    if facts.video is None and "picture" not in failed:
        # A cover is what those who made the sound want to be seen with it.
        done = "Its cover and a sound wave are shown." if has_cover else "A sound wave is shown instead."
        yield _told("picture", "note" if has_cover else "warning", "The file has no moving picture.", done)
    if len(facts.audio_streams) > 1 and facts.audio is not None:
        heard = facts.mixed_streams or (facts.audio.index,)
        numbers = [number for number, s in enumerate(facts.audio_streams, start=1) if s.index in heard]
        used = " and ".join(map(str, numbers))
        yield _told(
            "audio track",
            "note",
            f"The file has {len(facts.audio_streams)} audio tracks.",
            f"Track {used} is heard." if len(numbers) == 1 else f"Tracks {used} are heard, mixed.",
        )
    if facts.audio and facts.video:
        yield from _of_offset(facts, facts.audio.start - facts.video.start)


def _of_offset(facts: MediaFacts, offset: float) -> Iterator[HealthFinding]:
    late = max(facts.video.start if facts.video else 0.0, facts.audio.start if facts.audio else 0.0)
    severity: Severity = "warning" if late > max(1.0, BAD_SHARE * facts.duration) else "note"
    if offset > NOTICED_SECONDS:
        found = f"The sound starts {offset:.2f} s after the picture."
        yield _told("offset", severity, found, "It is silent until then; both stay in step.")
    elif offset < -NOTICED_SECONDS:
        found = f"The picture starts {-offset:.2f} s after the sound."
        yield _told("offset", severity, found, "The first picture is shown until then; both stay in step.")


def _of_times(facts: MediaFacts, pictures: Pictures) -> Iterator[HealthFinding]:
    """Tell what timestamps say: a variable rate, gaps, pictures that share a time."""
    video = facts.video
    if video is None:
        return
    if video.is_still:
        yield _told(
            "picture", "note", "One picture is shown all the time.", "It is not searched for cuts or faces."
        )
        return
    if video.is_variable_frame_rate:
        numerator, denominator = output_rate(facts)
        span = (
            f": a picture lasts {pictures.shortest * 1000:.0f} to {pictures.longest * 1000:.0f} ms"
            if pictures.longest
            else ""
        )
        yield _told(
            "frame rate",
            "note",
            f"The frame rate is variable{span}, {video.fps:.3g} pictures a second on average.",
            f"Clips have a constant {numerator / denominator:.4g} a second.",
        )
    if pictures.gaps:
        yield _told(
            "picture gaps",
            _gap_severity(pictures.gaps, facts.duration),
            _gap_text("picture", pictures.gaps) + f" {_count(pictures.missing or 0, 'picture')} missing.",
            "The picture before each is held.",
        )
    if pictures.duplicates:
        found = f"{_count(pictures.duplicates, 'picture')} at the same time as another."
        yield _told("timestamps", "note", found, "One of them is shown.")


def _of_picture(video: VideoStream) -> Iterator[HealthFinding]:
    """Tell what is done to every picture."""
    if video.rotation_degrees or video.is_mirrored:
        # What turns it upright is said of the file; what an editor sees stored is the opposite.
        turns = {90: "turned clockwise", -90: "turned counter-clockwise", 180: "upside down"}
        words = [turns[video.rotation_degrees]] if video.rotation_degrees else []
        words += ["mirrored"] if video.is_mirrored else []
        found = f"The picture is stored {' and '.join(words)}, with a mark that says so."
        yield _told("orientation", "note", found, "It is shown upright.")
    if video.sample_aspect_ratio != 1.0:
        size = f"{video.coded_width}×{video.coded_height}"
        yield _told(
            "pixel shape",
            "note",
            f"The pixels are not square ({video.sample_aspect_ratio:.4g}:1, {size} stored).",
            f"The picture is shown as {video.width}×{video.height}.",
        )
    if video.is_interlaced:
        yield _told("interlacing", "note", "The picture is interlaced.", "It is made whole with bwdif.")
    if video.is_hdr:
        yield _told("colour", "note", "The picture is HDR.", "It is mapped to SDR (BT.709), as platforms show it.")
    if min(video.width, video.height) < LOW_LINES:
        found = f"The picture is only {video.width}×{video.height}."
        yield _told("resolution", "note", found, "Clips are enlarged from it and look softer.")


def _of_sound(facts: MediaFacts, heard: Heard) -> Iterator[HealthFinding]:
    """Tell what was lost of the sound, and whether its level is of use."""
    loss = heard.loss
    if loss.is_any:
        where = f" around {clock(loss.first_second)}" if loss.first_second is not None else ""
        is_bad = loss.silent_seconds > BAD_SHARE * facts.duration
        yield _told(
            "sound",
            "problem" if is_bad else "warning",
            f"{_pieces(loss.damaged_packets)} of sound could not be decoded{where}.",
            f"{loss.silent_seconds:.1f} s are silent instead." if loss.silent_seconds > 0 else "The rest is used.",
        )
    elif loss.gaps:
        yield _told(
            "sound gaps",
            _gap_severity(loss.gaps, facts.duration),
            _gap_text("sound", loss.gaps),
            "They are silent; what follows stays in step.",
        )
    short = facts.duration - loss.ends_at
    if short > LATE_END_SECONDS:
        severity: Severity = "warning" if short > BAD_SHARE * facts.duration else "note"
        found = f"The sound ends at {clock(loss.ends_at)}, {short:.1f} s before the file does."
        yield _told("sound end", severity, found, "It is silent from there.")
    yield from _of_level(heard.levels)


def _of_level(levels: NDArray[np.int16]) -> Iterator[HealthFinding]:
    if not len(levels):
        return
    if not levels.any():
        yield _told("level", "warning", "The sound track is silent from beginning to end.", "It is kept as it is.")
    elif levels.max() <= QUIET_LEVEL:
        peak_db = 20 * np.log10(levels.max() / 127)
        found = f"The sound is very quiet: its loudest peak is {peak_db:.0f} dB below full scale."
        yield _told("level", "warning", found, "It is raised to the usual loudness, and its noise with it.")
    elif (levels >= 127).mean() > CLIPPED_SHARE:
        found = f"The sound is overdriven: {(levels >= 127).mean():.0%} of it reaches full scale."
        yield _told("level", "note", found, "It is kept as it is; what was cut off can't be brought back.")


def _gap_severity(gaps: Sequence[TimeSpan], duration: float) -> Severity:
    if total_duration(gaps) > BAD_SHARE * duration:
        return "problem"
    return "warning" if max(gap.duration for gap in gaps) > BAD_GAP_SECONDS else "note"


def _gap_text(what: str, gaps: Sequence[TimeSpan]) -> str:
    longest = max(gaps, key=lambda gap: gap.duration)
    if len(gaps) == 1:
        return f"There is a gap of {longest.duration:.2f} s in the {what} at {clock(longest.start)}."
    return (
        f"There are {len(gaps)} gaps in the {what}, {total_duration(gaps):.2f} s together; the longest is "
        f"{longest.duration:.2f} s at {clock(longest.start)}."
    )


def _told(subject: str, severity: Severity, found: str, done: str) -> HealthFinding:
    return HealthFinding(subject=subject, severity=severity, found=found, done=done)


def _pieces(count: int) -> str:
    return "1 damaged piece" if count == 1 else f"{count} damaged pieces"


def _count(number: int, noun: str) -> str:
    return f"1 {noun} is" if number == 1 else f"{number} {noun}s are"
