"""What a media file holds, found by opening it and decoding a first frame of what will be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from core.errors import MediaError
from core.media.clock import container_start, frame_second
from core.media.colour import colours_of
from core.media.container import GET_AGAIN, RAW_CONTAINERS, is_text, open_media
from core.media.extent import Extent, count_pictures, find_extent
from core.media.frame_rate import USUAL_FPS, frame_rate, stated_rate
from core.media.orientation import orientation_of
from core.media.trial import Trial, try_streams
from core.schema.health import HealthFinding
from core.schema.source import AudioStream, MediaFacts, VideoStream

if TYPE_CHECKING:
    from pathlib import Path

    from av.audio.stream import AudioStream as AvAudioStream
    from av.container import InputContainer
    from av.stream import Stream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream as AvVideoStream

MAX_STREAMS_TRIED = 16
# Raw streams have no header: their length is a guess of FFmpeg from the first bit rate, not a claim.
GUESSING_CONTAINERS = ("aac", "ac3", "eac3", "dts")
PICTURE_CONTAINERS = ("image2", "_pipe", "ico")
# 8192 × 8192, as cameras for VR have it. A few kilobytes can hold more, and each picture is held several times.
MOST_PIXELS = 8192 * 8192
# Encoders write such ratios as 427:426 for rounded sizes; half a percent can't be seen.
NEARLY_SQUARE = 0.005
# A stream of one picture that is shown longer than this is a still.
HELD_SECONDS = 0.5
# The shortest clip is half a second; less than this can't be made into one with anything to spare at its ends.
# Files that are called one second long end up to three frames earlier.
SHORTEST_SECONDS = 0.9
# The analysis audio is a WAV file, whose sizes have 32 bits: at 16 kHz that is 37 hours.
LONGEST_SECONDS = 36 * 3600.0
# More of a file than this missing is a problem, not a blemish.
PROBLEM_SHARE = 0.1
# Words in the names of tracks that explain rather than sound like the film itself.
ASIDE_WORDS = ("comment", "descri", "director", "impaired")
# Names of sample formats whose data is encrypted (ISO/IEC 23001-7, FairPlay).
ENCRYPTED_TAGS = ("encv", "enca", "drms", "drmi")


@dataclass
class _Found:
    """What the trials gave."""

    video: Trial | None
    audio: Trial | None
    findings: list[HealthFinding]


def probe(path: Path) -> MediaFacts:
    """Return what a media file holds.

    The first frame of the streams that will be used really was decoded; it reads the whole file only where the
    length can't be known otherwise.

    Raises:
        MediaError: the file is missing, a folder, empty, not media, encrypted, or nothing in it can be decoded.
    """
    with open_media(path) as container:
        if any(name in container.format.name for name in PICTURE_CONTAINERS):
            raise _single_picture(path)
        found = _find_streams(container, path)
        offset = container_start(container)
        if found.video and container.format.name in RAW_CONTAINERS:
            extent = count_pictures(path, found.video.stream.index)
        else:
            extent = find_extent(container, [part.stream for part in (found.video, found.audio) if part], offset)
        duration, findings = _duration(extent, found, container.format.name, path)
        video = found.video and _video_facts(found.video, offset, duration)
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
            findings=(*found.findings, *findings),
        )


def _find_streams(container: InputContainer, path: Path) -> _Found:
    """Choose the best video and audio streams that really decode."""
    videos = [stream for stream in container.streams.video if not _is_picture(stream)]
    audios = list(container.streams.audio)
    if not videos and not audios:
        raise MediaError(_nothing_reason(container, path), str(path), remedy="Choose a video or audio file.")
    videos.sort(key=lambda s: (not _is_default(s), -_area(s), s.index))
    audios.sort(key=lambda s: (_is_aside(s), not _is_default(s), -_channels(s), s.index))
    wanted: list[Stream] = [*videos[:MAX_STREAMS_TRIED], *audios[:MAX_STREAMS_TRIED]]
    trials = try_streams(container, wanted)
    video = next((t for t in trials if t.stream.type == "video" and t.frame is not None), None)
    audio = next((t for t in trials if t.stream.type == "audio" and t.frame is not None), None)
    if video is None and audio is None:
        raise _undecodable(trials, path)
    if video is not None:
        _check_size(cast("VideoFrame", video.frame), path)
    findings = []
    if videos and video is None:
        findings.append(_unusable("picture", "The picture can't be decoded.", "Only the sound is used."))
    if audios and audio is None:
        findings.append(_unusable("sound", "The sound can't be decoded.", "The file is used without sound."))
    return _Found(video, audio, findings)


def _check_size(frame: VideoFrame, path: Path) -> None:
    """Make sure that pictures are not too large to be worked with.

    Raises:
        MediaError: they are.
    """
    if frame.width * frame.height > MOST_PIXELS:
        raise MediaError(
            f"The picture has {frame.width:,} × {frame.height:,} pixels, which is too large.",
            str(path),
            remedy="Make it smaller with another program: 3840 × 2160 is more than clips need.",
        )


def _unusable(subject: str, found: str, done: str) -> HealthFinding:
    return HealthFinding(subject=subject, severity="problem", found=found, done=done)


def _is_aside(stream: Stream) -> bool:
    """Whether an audio track is a commentary, or made for those who can't see or hear the film itself."""
    from av.stream import Disposition

    aside = (
        Disposition.comment
        | Disposition.lyrics
        | Disposition.karaoke
        | Disposition.hearing_impaired
        | Disposition.visual_impaired
        | Disposition.descriptions
    )
    names = " ".join(stream.metadata.get(key, "") for key in ("title", "handler_name")).lower()
    return bool(stream.disposition & aside) or any(word in names for word in ASIDE_WORDS)


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
    if any(trial.is_encrypted or _tag(trial.stream) in ENCRYPTED_TAGS for trial in trials):
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


def _tag(stream: Stream) -> str:
    codec = stream.codec_context
    return str(codec.codec_tag) if codec is not None else ""


def _single_picture(path: Path) -> MediaError:
    return MediaError("This is a single picture, not a video.", str(path), remedy="Choose a video or audio file.")


def _duration(extent: Extent, found: _Found, container_name: str, path: Path) -> tuple[float, list[HealthFinding]]:
    """Return the usable length in seconds, and what is to be said about it."""
    if found.video and not found.audio and extent.packets == 1:
        raise _single_picture(path)
    duration, findings = extent.duration, []
    if found.video and extent.untimed == extent.packets > 1:
        stated = stated_rate(cast("AvVideoStream", found.video.stream))
        duration = extent.untimed / (stated or USUAL_FPS)
        findings.append(_without_times(extent.untimed, stated))
    if duration <= 0:
        raise MediaError(
            "The file has no times: it is a raw stream, or its header is damaged.",
            str(path),
            remedy="Put it into an MP4 file with another program.",
        )
    if duration > LONGEST_SECONDS:
        raise MediaError(
            f"By its times the file is {duration / 3600:,.0f} hours long, which is too long, or they are damaged.",
            str(path),
            remedy="Get the file again, or cut it into shorter ones with another program.",
        )
    is_cut_off = extent.is_cut_off and container_name not in GUESSING_CONTAINERS
    said = (
        f"Only {duration:.1f} s of the {extent.claimed:.1f} s that the file says it has can be played: "
        "it was cut off or is damaged."
    )
    if duration < SHORTEST_SECONDS:
        reason = said if is_cut_off else f"The file is only {duration:.2f} s long."
        raise MediaError(
            f"{reason} That is too short to make a clip from.",
            str(path),
            remedy=GET_AGAIN if is_cut_off else "Choose a longer file.",
        )
    if is_cut_off:
        is_bad = duration < (1 - PROBLEM_SHARE) * extent.claimed
        findings.append(
            HealthFinding(
                subject="length",
                severity="problem" if is_bad else "warning",
                found=said,
                done="Only that part is used.",
            )
        )
    return duration, findings


def _without_times(pictures: int, stated: float | None) -> HealthFinding:
    """Say at which rate the pictures of a raw stream are played."""
    if stated:
        found = f"The file is a bare stream of {pictures} pictures without times."
        done = f"They are played at the {stated:.5g} a second that the pictures themselves state."
        return HealthFinding(subject="timestamps", severity="note", found=found, done=done)
    found = f"The file is a bare stream of {pictures} pictures without times, and nothing says how fast they play."
    done = f"They are played at {USUAL_FPS:g} a second."
    return HealthFinding(subject="timestamps", severity="warning", found=found, done=done)


def _video_facts(trial: Trial, offset: float, duration: float) -> VideoStream:
    """Return the facts of a tried video stream."""
    stream, frame = cast("AvVideoStream", trial.stream), cast("VideoFrame", trial.frame)
    codec = stream.codec_context
    ratio = float(stream.sample_aspect_ratio or codec.sample_aspect_ratio or 1)
    if abs(ratio - 1) < NEARLY_SQUARE or not 0.1 <= ratio <= 10:
        ratio = 1.0
    width, height = square_size(frame.width, frame.height, ratio)
    rotation, is_mirrored = orientation_of(frame)
    if rotation in (90, -90):
        width, height = height, width
    fps, is_variable = frame_rate(trial)
    return VideoStream(
        index=stream.index,
        codec=codec.codec.canonical_name,
        width=width,
        height=height,
        coded_width=frame.width,
        coded_height=frame.height,
        rotation_degrees=rotation,
        is_mirrored=is_mirrored,
        sample_aspect_ratio=ratio,
        fps=fps,
        is_variable_frame_rate=is_variable,
        is_hdr=colours_of(frame).is_hdr,
        is_interlaced=bool(frame.interlaced_frame),
        is_still=trial.is_over and trial.packets == 1 and duration > HELD_SECONDS,
        pixel_format=frame.format.name,
        start=max(0.0, frame_second(frame, offset) or 0.0),
    )


def square_size(width: int, height: int, sample_aspect_ratio: float) -> tuple[int, int]:
    """Return (width, height) with square pixels; the side that must grow grows, nothing is lost."""
    if sample_aspect_ratio >= 1:
        return round(width * sample_aspect_ratio), height
    return width, round(height / sample_aspect_ratio)


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
