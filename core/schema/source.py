"""A source: a media file by its content, what was found in it, and what was prepared from it."""

from pathlib import Path

from core.schema.choice import Choice
from core.schema.health import HealthFinding, SourceHealth
from core.schema.record import ArtifactPath, Record

# What names of files that hold video or sound end in.
MEDIA_SUFFIXES = (
    ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ts", ".m2ts", ".mts", ".mxf", ".flv",
    ".wmv", ".3gp", ".ogv", ".mp3", ".m4a", ".aac", ".wav", ".flac", ".ogg", ".opus", ".wma", ".aiff", ".aif",
)  # fmt: skip


class Source(Record):
    """One imported media file of `duration` seconds. Its identity is its content; its path may change.

    `page` is where it was fetched from, and `uploader` who put it there; empty for a file of the user's own.
    """

    id: str
    path: Path
    name: str
    fingerprint: str
    size_bytes: int
    duration: float = 0.0
    page: str = ""
    uploader: str = ""

    def identity(self) -> str:
        """Return the content fingerprint alone: a renamed or moved file is the same source."""
        return self.fingerprint


class VideoStream(Record):
    """The video stream that is used. `width` × `height` is the upright picture with square pixels.

    A stored picture is mirrored left to right first where `is_mirrored`, then turned counter-clockwise. `is_still`
    means that one picture is held all the time.
    """

    index: int
    codec: str
    width: int
    height: int
    coded_width: int
    coded_height: int
    rotation_degrees: int = 0
    is_mirrored: bool = False
    sample_aspect_ratio: float = 1.0
    fps: float
    is_variable_frame_rate: bool = False
    is_hdr: bool = False
    is_interlaced: bool = False
    is_still: bool = False
    pixel_format: str = ""
    start: float = 0.0


class AudioStream(Record):
    """One audio stream."""

    index: int
    codec: str
    sample_rate_hz: int
    channels: int
    start: float = 0.0
    language: str = ""


class TrackWishes(Record):
    """Which audio tracks of a source are heard: "" the best one, "all" of them mixed, or one's number from 1."""

    audio_track: str = ""


class MediaFacts(Record):
    """What a file holds. Times count from the file's own first timestamp, which is second 0 everywhere else.

    `audio` is what is heard. Where several streams are mixed, `mixed_streams` are their indices, and `audio` is
    the first of them. `findings` are what was lost already when the file was opened.
    """

    container: str
    duration: float
    size_bytes: int
    video: VideoStream | None = None
    audio: AudioStream | None = None
    audio_streams: tuple[AudioStream, ...] = ()
    mixed_streams: tuple[int, ...] = ()
    start_offset: float = 0.0
    findings: tuple[HealthFinding, ...] = ()


class PreparedSource(Record):
    """What ingest made of a source; all files lie beside this record.

    `media` is set only where the source had to be normalised, otherwise the source itself is read.
    `analysis_audio` is 16 kHz mono 16-bit WAV from second 0. `waveform` is little-endian int8 min/max pairs at
    `waveform_hz` pairs a second. `filmstrip` is one JPEG of `filmstrip_count` tiles side by side, tile i
    showing second i × `filmstrip_interval`. `cover` is the picture that came with a file of sound alone.
    """

    facts: MediaFacts
    media: ArtifactPath | None = None
    analysis_audio: ArtifactPath | None = None
    waveform: ArtifactPath | None = None
    waveform_hz: float = 0.0
    filmstrip: ArtifactPath | None = None
    filmstrip_interval: float = 0.0
    filmstrip_count: int = 0
    cover: ArtifactPath | None = None
    health: SourceHealth = SourceHealth.by_default()
    choices: tuple[Choice, ...] = ()
