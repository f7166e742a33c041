"""A clip's media: exact frame-snapped ranges, so that later stages touch only the clip's seconds."""

from core.schema.record import Record
from core.schema.time import Cut


class ClipMedia(Record):
    """Where a clip lies in its media.

    `cut` is the user's cut with every range snapped to frame timestamps (its start to the frame shown then), so
    that picture and sound start together. `seek_to` holds, per range, the keyframe second to decode from.
    `fps` is the constant output rate as a fraction.
    """

    cut: Cut
    seek_to: tuple[float, ...] = ()
    fps_numerator: int = 30
    fps_denominator: int = 1
    has_video: bool = True
    has_audio: bool = True

    @property
    def fps(self) -> float:
        """Frames a second."""
        return self.fps_numerator / self.fps_denominator
