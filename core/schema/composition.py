"""A composition: everything a renderer needs for one file, and nothing else. All times are clip seconds.

Cards of the style go before and after the clip in the finished file. Only what plays or writes files knows of
them: file second = clip second + `lead`, and the file has the frames of the intro, of the clip and of the outro.
"""

from typing import ClassVar

from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, ClipText, Enhancement, Overlay
from core.schema.choice import Aspect, Choice
from core.schema.framing import FaceTrack, Framing, LayoutSpan, Writing
from core.schema.media import ClipMedia
from core.schema.preset import EncodePreset
from core.schema.record import NearbyPath, Record
from core.schema.style import CardStyle, Style
from core.schema.time import Cut


class DeliverySpec(Record):
    """What is asked for beside the clip itself: one aspect in one preset; by graphics hardware where it works."""

    aspect: Aspect
    preset: EncodePreset = EncodePreset.by_default()
    prefers_hardware: bool = False


class FinishedClip(Record):
    """The parts of one clip, merged and checked against each other."""

    media: ClipMedia
    framing: Framing | None
    audio: AudioPlan
    enhancement: Enhancement
    style: Style
    choices: tuple[Choice, ...] = ()


class MediaReference(Record):
    """The file that pixels and sound come from; `fingerprint` tells whether it is still the same.

    `audio_streams` are the indices of the streams that are heard, mixed; empty: the one that is chosen by itself.
    `cover` is the picture behind the sound wave where there is no video.
    """

    path: NearbyPath
    fingerprint: str = ""
    width: int = 0
    height: int = 0
    has_video: bool = True
    has_audio: bool = True
    audio_streams: tuple[int, ...] = ()
    cover: NearbyPath | None = None


class Composition(Record):
    """One clip in one aspect ratio, ready to render.

    `cut` is in source seconds, frame-snapped; `spans` (layouts, their crop paths too), `cues` and `overlays`
    are in clip seconds; `text` is what cues and overlays are made from, so that another style can be tried on.
    `width` × `height` is the output in pixels, both even. `faces` are seen in it, in clip seconds and source
    pixels: the finished file is checked against them; `voices` says which person of them a speaker is. `writing`
    is read in what was filmed: captions keep clear of it.
    """

    schema_version: ClassVar[int] = 1

    title: str = ""
    aspect: Aspect
    width: int
    height: int
    fps_numerator: int
    fps_denominator: int
    media: MediaReference
    cut: Cut
    spans: tuple[LayoutSpan, ...]
    audio: AudioPlan
    text: ClipText = ClipText.by_default()
    cues: tuple[CaptionCue, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    style: Style
    preset: EncodePreset = EncodePreset.by_default()
    prefers_hardware: bool = False
    faces: tuple[FaceTrack, ...] = ()
    voices: dict[str, int] = {}
    writing: tuple[Writing, ...] = ()

    @property
    def duration(self) -> float:
        """Length of the clip in seconds."""
        return self.cut.duration

    @property
    def clip_frames(self) -> int:
        """How many frames the clip has."""
        return max(1, self._frames(self.duration))

    @property
    def intro_frames(self) -> int:
        """How many frames of the finished file come before the clip's first."""
        return self._frames(self.style.intro.seconds)

    @property
    def outro_frames(self) -> int:
        """How many frames of the finished file come after the clip's last."""
        return self._frames(self.style.outro.seconds)

    @property
    def frame_count(self) -> int:
        """How many frames the finished file has."""
        return self.intro_frames + self.clip_frames + self.outro_frames

    @property
    def lead(self) -> float:
        """The second of the finished file at which the clip begins."""
        return self.intro_frames * self.fps_denominator / self.fps_numerator

    @property
    def end(self) -> float:
        """The clip second at which the finished file ends: that of the clip, or later where a card follows."""
        return self.duration + self.outro_frames * self.fps_denominator / self.fps_numerator

    def clip_tick(self, tick: int) -> int | None:
        """Return which frame of the clip a frame of the finished file shows, None where it shows a card."""
        shown = tick - self.intro_frames
        return shown if 0 <= shown < self.clip_frames else None

    def card_at(self, tick: int) -> CardStyle | None:
        """Return the card that a frame of the finished file shows, None where it shows the clip."""
        if self.clip_tick(tick) is not None:
            return None
        return self.style.intro if tick < self.intro_frames else self.style.outro

    def _frames(self, seconds: float) -> int:
        return round(seconds * self.fps_numerator / self.fps_denominator)


def output_size(aspect: Aspect, short_side_px: int) -> tuple[int, int]:
    """Return (width, height) in even pixels for an aspect whose shorter side is given."""
    wide, high = (int(part) for part in aspect.split(":"))
    scale = short_side_px / min(wide, high)
    return 2 * round(wide * scale / 2), 2 * round(high * scale / 2)
