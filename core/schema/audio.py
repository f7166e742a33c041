"""What is done to a clip's sound."""

from __future__ import annotations

from core.schema.choice import Choice
from core.schema.record import Record


class AudioPlan(Record):
    """Loudness and fades of one clip: gain first, then a limiter at `peak_limit_dbtp`.

    `measured_lufs` (integrated, ITU-R BS.1770-4) is None for silence, which is not amplified.
    """

    target_lufs: float = -14.0
    peak_limit_dbtp: float = -1.0
    measured_lufs: float | None = None
    measured_peak_dbtp: float | None = None
    gain_db: float = 0.0
    fade_in: float = 0.01
    fade_out: float = 0.03
    crossfade: float = 0.01
    choices: tuple[Choice, ...] = ()
