"""What there is to know of a clip's sound before anything is done to it: its loudness, peak and noise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.render.censor import censor
from core.render.loudness import RATE_HZ, measure_levels
from core.render.noise import noise_floor, reduce_noise
from core.render.sound import read_cut
from core.schema.choice import Choice
from core.schema.record import ProgressCallback, ignore_progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from core.schema.source import MediaFacts
    from core.schema.time import Cut, TimeSpan

# BS.1770 averages over 0.4 s at the least.
LEAST_SECONDS = 0.4


@dataclass(frozen=True)
class ClipSound:
    """What was measured: LUFS and dBTP after noise reduction, None for silence; dBFS of the noise to reduce."""

    lufs: float | None
    peak_dbtp: float | None
    noise_floor_dbfs: float | None
    choices: tuple[Choice, ...] = ()


def measure_clip(
    path: Path,
    facts: MediaFacts,
    cut: Cut,
    crossfade: float,
    reduces_noise: bool,
    progress: ProgressCallback = ignore_progress,
    silenced: Sequence[TimeSpan] = (),
    bleeps: bool = False,
) -> ClipSound:
    """Measure a clip's sound as it is rendered: joined, with its noise reduced and words taken out as wished.

    Raises:
        MediaError: The file can't be read.
    """
    samples = read_cut(path, facts, cut, crossfade, round(cut.duration * RATE_HZ), progress)
    floor = noise_floor(samples) if reduces_noise else None
    choices = []
    if floor is not None:
        reduce_noise(samples)
        reason = f"Its quietest moments have noise of {floor:.0f} dBFS."
        choices.append(Choice(subject="noise", chosen="reduced", reason=reason))
    elif reduces_noise:
        reason = "There is no noise to hear in its quietest moments."
        choices.append(Choice(subject="noise", chosen="left as it is", reason=reason))
    censor(samples, silenced, bleeps)
    levels = measure_levels(samples)
    lufs = levels.lufs()
    if lufs is None:
        short = cut.duration < LEAST_SECONDS
        reason = "The clip is too short to have a loudness." if short else "The clip is silent."
        choices.append(Choice(subject="loudness", chosen="left as it is", reason=reason))
    return ClipSound(lufs, None if lufs is None else levels.peak_dbtp, floor, tuple(choices))
