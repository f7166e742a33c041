"""What a media file holds, found by opening it and decoding a first frame of what will be used."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, cast

from core.errors import MediaError
from core.media.clock import container_start, frame_second
from core.media.container import GET_AGAIN, is_text, open_media
from core.media.extent import Extent, find_extent
from core.media.trial import Trial, try_streams
from core.schema.source import AudioStream, MediaFacts, VideoStream

if TYPE_CHECKING:
    from pathlib import Path

    from av.audio.stream import AudioStream as AvAudioStream
    from av.container import InputContainer
    from av.stream import Stream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream as AvVideoStream

# ITU-T H.273 transfer characteristics: PQ (SMPTE ST 2084) and HLG (ARIB STD-B67).
HDR_TRANSFERS = (16, 18)
MAX_STREAMS_TRIED = 16
# Raw streams have no header: their length is a guess of FFmpeg from the first bit rate, not a claim.
GUESSING_CONTAINERS = ("aac", "ac3", "eac3", "dts")
FPS_RANGE = (1.0, 240.0)
# A frame interval is odd when it is this far from the usual one; a rate is variable when this share are odd.
ODD_INTERVAL = 0.25
VARIABLE_SHARE = 0.05
INDEX_STRETCH = 600
# Encoders write such ratios as 427:426 for rounded sizes; half a percent can't be seen.
NEARLY_SQUARE = 0.005


@dataclass
class _Found:
    """What the trials gave."""

    video: Trial | None
    audio: Trial | None
    warnings: list[str]


def probe(path: Path) -> MediaFacts:
    """Return what a media file holds.

    The first frame of the streams that will be used really was decoded; it reads the whole file only where the
    length can't be known otherwise.

    Raises:
        MediaError: the file is missing, a folder, empty, not media, encrypted, or nothing in it can be decoded.
    """
    with open_media(path) as container:
        found = _find_streams(container, path)
        offset = container_start(container)
        extent = find_extent(container, [trial.stream for trial in (found.video, found.audio) if trial], offset)
        duration, warnings = _duration(extent, found, container.format.name, path)
        video = found.video and _video_facts(found.video, offset)
        if video and video.is_variable_frame_rate and extent.video_fps:
            video = video.model_copy(update={"fps": extent.video_fps})
        return MediaFacts(
            container=container.format.name,
            duration=duration,
            size_bytes=path.stat().st_size,
            video=video,
            audio=found.audio and _audio_facts(found.audio, offset),
            audio_streams=tuple(
                _audio_facts(Trial(stream), offset) for stream in container.streams.audio if stream.codec_context
            ),
            start_offset=offset,
            warnings=(*found.warnings, *warnings),
        )


def _find_streams(container: InputContainer, path: Path) -> _Found:
    """Choose the best video and audio streams that really decode."""
    videos = [stream for stream in container.streams.video if not _is_picture(stream)]
    audios = list(container.streams.audio)
    if not videos and not audios:
        raise MediaError(_nothing_reason(container, path), str(path), remedy="Choose a video or audio file.")
    videos.sort(key=lambda s: (not _is_default(s), -_area(s), s.index))
    audios.sort(key=lambda s: (not _is_default(s), -_channels(s), s.index))
    wanted: list[Stream] = [*videos[:MAX_STREAMS_TRIED], *audios[:MAX_STREAMS_TRIED]]
    trials = try_streams(container, wanted)
    video = next((t for t in trials if t.stream.type == "video" and t.frame is not None), None)
    audio = next((t for t in trials if t.stream.type == "audio" and t.frame is not None), None)
    if video is None and audio is None:
        raise _undecodable(trials, path)
    warnings = []
    if videos and video is None:
        warnings.append("The picture can't be decoded; only the sound is used.")
    if audios and audio is None:
        warnings.append("The sound can't be decoded; the file is used without sound.")
    return _Found(video, audio, warnings)


def _is_default(stream: Stream) -> bool:
    return bool(stream.disposition & 1)


def _is_picture(stream: Stream) -> bool:
    """Whether a video stream is a cover or another single picture."""
    from av.stream import Disposition

    pictures = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image
    return bool(stream.disposition & pictures)


def _area(stream: Stream) -> int:
    codec = cast("Any", stream.codec_context)
    return codec.width * codec.height if codec else 0


def _channels(stream: Stream) -> int:
    codec = cast("Any", stream.codec_context)
    return codec.channels if codec else 0


def _nothing_reason(container: InputContainer, path: Path) -> str:
    """Say what a file without moving pictures and without sound is."""
    if container.streams.video:
        return "This is a picture, not a video."
    if is_text(path):
        return "This is a text file, not video or audio."
    return "The file holds neither video nor sound."


def _undecodable(trials: list[Trial], path: Path) -> MediaError:
    """Return the error for a file of which nothing can be decoded."""
    file = str(path)
    if any(trial.is_encrypted for trial in trials):
        return MediaError(
            "The file is encrypted (DRM): its picture and sound can't be read.",
            file,
            remedy="Use a copy without copy protection.",
        )
    if all(trial.stream.codec_context is None for trial in trials):
        return MediaError(
            "The file uses a codec that can't be decoded.", file, remedy="Convert it to MP4 with another program."
        )
    if not any(trial.packets for trial in trials):
        return MediaError("The file has a header but neither pictures nor sound.", file, remedy=GET_AGAIN)
    return MediaError("The file is damaged: none of its pictures or sound can be decoded.", file, remedy=GET_AGAIN)


def _duration(extent: Extent, found: _Found, container_name: str, path: Path) -> tuple[float, list[str]]:
    """Return the usable length in seconds, and a warning where the file claims more."""
    if found.video and not found.audio and extent.packets == 1:
        raise MediaError(
            "This is a single picture, not a video.", str(path), remedy="Choose a video or audio file."
        )
    if extent.duration <= 0:
        raise MediaError(
            "The file has no times: it is a raw stream, or its header is damaged.",
            str(path),
            remedy="Put it into an MP4 file with another program.",
        )
    if extent.is_cut_off and container_name not in GUESSING_CONTAINERS:
        return extent.duration, [
            f"The file says that it is {extent.claimed:.1f} s long, but its data ends at {extent.duration:.1f} s. "
            "Only that part is used."
        ]
    return extent.duration, []


def _video_facts(trial: Trial, offset: float) -> VideoStream:
    """Return the facts of a tried video stream."""
    stream, frame = cast("AvVideoStream", trial.stream), cast("VideoFrame", trial.frame)
    codec = stream.codec_context
    ratio = float(stream.sample_aspect_ratio or codec.sample_aspect_ratio or 1)
    if abs(ratio - 1) < NEARLY_SQUARE or not 0.1 <= ratio <= 10:
        ratio = 1.0
    width, height = square_size(frame.width, frame.height, ratio)
    rotation = _rotation(frame.rotation)
    if rotation in (90, -90):
        width, height = height, width
    fps, is_variable = _frame_rate(trial)
    return VideoStream(
        index=stream.index,
        codec=codec.codec.canonical_name,
        width=width,
        height=height,
        coded_width=frame.width,
        coded_height=frame.height,
        rotation_degrees=rotation,
        sample_aspect_ratio=ratio,
        fps=fps,
        is_variable_frame_rate=is_variable,
        is_hdr=frame.color_trc in HDR_TRANSFERS or codec.color_trc in HDR_TRANSFERS,
        pixel_format=frame.format.name,
        start=max(0.0, frame_second(frame, offset) or 0.0),
    )


def square_size(width: int, height: int, sample_aspect_ratio: float) -> tuple[int, int]:
    """Return (width, height) with square pixels; the side that must grow grows, nothing is lost."""
    if sample_aspect_ratio >= 1:
        return round(width * sample_aspect_ratio), height
    return width, round(height / sample_aspect_ratio)


def _rotation(degrees: int) -> int:
    """Return a quarter turn counterclockwise in (-180, 180]; a matrix that is no rotation counts as none."""
    if abs(degrees) > 360:
        return 0
    turned = round(degrees / 90) * 90 % 360
    return turned - 360 if turned > 180 else turned


def _frame_rate(trial: Trial) -> tuple[float, bool]:
    """Return (average frames a second, whether frames come at uneven intervals)."""
    intervals = _intervals(trial)
    stream = cast("AvVideoStream", trial.stream)
    usual = median(intervals) if intervals else 0.0
    odd = sum(abs(interval - usual) > ODD_INTERVAL * usual for interval in intervals)
    is_variable = len(intervals) >= 8 and odd > VARIABLE_SHARE * len(intervals)
    rates = (stream.average_rate, stream.guessed_rate)
    stated = [float(rate) for rate in rates if rate]
    if not is_variable and usual:
        # The average of a file that was cut off or has gaps is too low; the usual interval is what plays.
        stated = [rate for rate in stated if abs(rate * usual - 1) < ODD_INTERVAL] + [1 / usual]
    for rate in stated:
        if FPS_RANGE[0] <= rate <= FPS_RANGE[1]:
            return rate, is_variable
    return (min(max(1 / usual, FPS_RANGE[0]), FPS_RANGE[1]) if usual else 25.0), is_variable


def _intervals(trial: Trial) -> list[float]:
    """Return seconds between frames, from stretches of the file's index, else from the packets that were read."""
    entries, time_base = trial.stream.index_entries, trial.stream.time_base
    count = len(entries)
    # Only MP4's index holds every frame; Matroska's holds keyframes.
    if "mp4" in trial.stream.container.format.name and time_base and count > len(trial.seconds):
        middle = max(0, count // 2 - INDEX_STRETCH // 2)
        starts = sorted({0, middle, max(0, count - INDEX_STRETCH)})
        stretches = [[float(e.timestamp * time_base) for e in entries[s : s + INDEX_STRETCH]] for s in starts]
    else:
        # Packets come in decoding order: the last ones may have neighbours that were not read yet.
        stretches = [sorted(trial.seconds)[:-4] or sorted(trial.seconds)]
    return [b - a for s in stretches for a, b in pairwise(s) if b > a]


def _audio_facts(trial: Trial, offset: float) -> AudioStream:
    """Return the facts of an audio stream; the start is that of its first decoded frame where there is one."""
    stream, frame = cast("AvAudioStream", trial.stream), trial.frame
    codec = stream.codec_context
    start = frame_second(frame, offset) or 0.0 if frame is not None else 0.0
    if frame is None and stream.start_time is not None and stream.time_base:
        start = float(stream.start_time * stream.time_base) - offset
    return AudioStream(
        index=stream.index,
        codec=codec.codec.canonical_name,
        sample_rate_hz=codec.sample_rate,
        channels=codec.channels,
        start=max(0.0, start),
        language=stream.language or "",
    )
