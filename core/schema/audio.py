"""What is done to a clip's sound: what the user wishes, and what is planned from it."""

from __future__ import annotations

from pydantic import Field

from core.schema.choice import Choice
from core.schema.record import NearbyPath, Record


class Music(Record):
    """A music bed under a clip, repeated where it is shorter, faded out at the clip's end.

    `under_lu` is how much quieter than the clip's speech it is while nobody speaks; while somebody does it is
    lowered by `duck_db` more. `start` is the second of the music file to begin at.
    """

    file: NearbyPath
    under_lu: float = Field(default=12.0, ge=0, le=40)
    duck_db: float = Field(default=9.0, ge=0, le=40)
    start: float = Field(default=0.0, ge=0)
    fade_out: float = Field(default=1.5, ge=0)


class SoundWishes(Record):
    """The sound of a clip as the user wants it. `gain_db` is on top of what the loudness target asks."""

    reduces_noise: bool = False
    music: Music | None = None
    gain_db: float = Field(default=0.0, ge=-30, le=12)
    fade_in: float = Field(default=0.01, ge=0, le=10)
    fade_out: float = Field(default=0.03, ge=0, le=10)


class AudioPlan(Record):
    """Loudness and fades of one clip: gain first, then a limiter at `peak_limit_dbtp`.

    `measured_lufs` (integrated, ITU-R BS.1770-4) is of what remains after cuts, noise reduction included, music
    not; None for silence, which is not amplified. `noise_floor_dbfs` is the RMS level of its quietest stretches;
    noise is reduced where it is given. `gain_db` brings speech to `target_lufs`.
    """

    target_lufs: float = -14.0
    peak_limit_dbtp: float = -1.0
    measured_lufs: float | None = None
    measured_peak_dbtp: float | None = None
    gain_db: float = 0.0
    noise_floor_dbfs: float | None = None
    music: Music | None = None
    fade_in: float = 0.01
    fade_out: float = 0.03
    crossfade: float = 0.01
    choices: tuple[Choice, ...] = ()
