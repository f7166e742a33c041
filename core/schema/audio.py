"""What is done to a clip's sound: what the user wishes, and what is planned from it."""

from pathlib import Path
from typing import Literal, Self

from pydantic import Field

from core.schema.choice import Choice
from core.schema.record import NearbyPath, Record
from core.schema.time import TimeSpan

# Room tone must not be lifted to the level of speech.
MAX_GAIN_DB = 30.0

# What becomes of swear words in the sound.
Profanity = Literal["kept", "muted", "bleeped"]
PROFANITY: tuple[Profanity, ...] = ("kept", "muted", "bleeped")


class Music(Record):
    """A music bed under a clip, repeated where it is shorter, faded out at the clip's end.

    `under_lu` is how much quieter than the clip's speech it is while nobody speaks; while somebody does it is
    lowered by `duck_db` more. `start` is the second of the music file to begin at. In a workspace `file` is a copy
    named by its content, relative to the workspace's folder where a clip keeps it; `title` is its own name.
    """

    file: NearbyPath
    title: str = ""
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
    profanity: Profanity = "kept"

    def identity(self) -> str:
        """Return what changes the sound: music counts by its content, wherever the workspace lies."""
        if self.music is None:
            return self.model_dump_json()
        music = self.music.model_copy(update={"file": Path(self.music.file.name), "title": ""})
        return self.model_copy(update={"music": music}).model_dump_json()


class AudioPlan(Record):
    """Loudness and fades of one clip: gain first, then a limiter at `peak_limit_dbtp`.

    `measured_lufs` (integrated, ITU-R BS.1770-4) is of what remains after cuts, noise reduction included, music
    not; None for silence, which is not amplified. `noise_floor_dbfs` is the RMS level of its quietest stretches;
    noise is reduced where it is given. `gain_db` brings speech to `target_lufs`, with what the user wants on top.
    Nothing is heard of the source in the clip seconds `silenced`; where the plan `bleeps`, a tone instead.
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
    silenced: tuple[TimeSpan, ...] = ()
    bleeps: bool = False
    choices: tuple[Choice, ...] = ()

    @property
    def aim_lufs(self) -> float | None:
        """The loudness that the finished sound shall have; None where there is nothing to measure."""
        return None if self.measured_lufs is None else self.measured_lufs + self.gain_db

    def aimed_at(self, target_lufs: float, peak_limit_dbtp: float) -> Self:
        """Return the plan for another target; what the user wants on top of it stays."""
        gain_db = self.gain_db
        if self.measured_lufs is not None:
            gain_db += gain_to(target_lufs, self.measured_lufs) - gain_to(self.target_lufs, self.measured_lufs)
        aimed = {"target_lufs": target_lufs, "peak_limit_dbtp": peak_limit_dbtp, "gain_db": gain_db}
        return self.model_copy(update=aimed)


def gain_to(target_lufs: float, measured_lufs: float) -> float:
    """Return the dB that bring a measured loudness to a target, as far as that is good for it."""
    return min(target_lufs - measured_lufs, MAX_GAIN_DB)
