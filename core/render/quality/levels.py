"""The finished sound's level: as loud as was aimed for, no peak above the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.render.quality.wording import signed
from core.schema.check import Check

if TYPE_CHECKING:
    from core.media.meter import Loudness
    from core.schema.audio import AudioPlan

LOUDNESS_TOLERANCE_LU = 0.5
# A meter that oversamples four times may read 0.5 dB off (ITU-R BS.1770-4, annex 2).
PEAK_TOLERANCE_DB = 0.5


def check_loudness(plan: AudioPlan, measured: Loudness | None) -> Check:
    """Whether the file is as loud as the plan aims at.

    Args:
        plan: The clip's.
        measured: Of the decoded file; None where it has no sound track.
    """
    aim = plan.aim_lufs
    if measured is None:
        return Check(name="loudness", is_passed=True, found="The file has no sound track.")
    if measured.lufs is None:
        if aim is None:
            return Check(name="loudness", is_passed=True, found="The clip is silent or shorter than 0.4 s.")
        return Check(
            name="loudness", is_passed=False, found=f"No sound is heard, {signed(aim)} LUFS were asked for."
        )
    figure = f"The sound is at {signed(measured.lufs)} LUFS"
    if aim is None:
        return Check(name="loudness", is_passed=True, found=f"{figure}; the source is too quiet to be levelled.")
    is_near = abs(measured.lufs - aim) <= LOUDNESS_TOLERANCE_LU
    return Check(name="loudness", is_passed=is_near, found=f"{figure}, asked for {signed(aim)}.")


def check_peak(plan: AudioPlan, measured: Loudness | None) -> Check:
    """Whether no instant is louder than the limit."""
    if measured is None or measured.peak_dbtp is None:
        return Check(name="peak", is_passed=True, found="There is no sound to have peaks.")
    peak, limit = measured.peak_dbtp, plan.peak_limit_dbtp
    is_under = peak <= limit + PEAK_TOLERANCE_DB
    return Check(
        name="peak",
        is_passed=is_under,
        found=f"The loudest instant is at {signed(peak)} dBTP, the limit is {signed(limit)}.",
    )
