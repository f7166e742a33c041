"""A loudness meter that is fed sound piece by piece: ITU-R BS.1770-4 and true peak, by FFmpeg's ebur128."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

METER_HZ = 48_000
# ebur128's absolute gate: what lies at or under it is silence.
SILENCE_LUFS = -69.9
# FFmpeg hands on readings every tenth of a second; a frame of a second is cheap to make and gives ten at once.
PIECE_SAMPLES = METER_HZ


@dataclass(frozen=True)
class Loudness:
    """Integrated loudness (ITU-R BS.1770-4) and true peak; None for silence."""

    lufs: float | None
    peak_dbtp: float | None


class LoudnessMeter:
    """Measures stereo sound at `METER_HZ` of any length in constant memory."""

    def __init__(self) -> None:
        from av.filter import Graph

        self._graph = Graph()
        source = self._graph.add_abuffer(
            format="fltp", sample_rate=METER_HZ, layout="stereo", time_base=Fraction(1, METER_HZ)
        )
        meter = self._graph.add("ebur128", "metadata=1:peak=true:framelog=quiet")
        sink = self._graph.add("abuffersink")
        source.link_to(meter)
        meter.link_to(sink)
        self._graph.configure()
        self._waiting: list[NDArray[np.float32]] = []
        self._waiting_samples = 0
        self._position = 0
        self._reading: dict[str, str] = {}

    def feed(self, samples: NDArray[np.float32]) -> None:
        """Take the next (n, 2) float32."""
        self._waiting.append(samples)
        self._waiting_samples += len(samples)
        if self._waiting_samples >= PIECE_SAMPLES:
            self._push()

    def finish(self) -> Loudness:
        """Return what all that was fed measures; to be called once. Less than 0.4 s has no loudness."""
        self._push()
        self._graph.push(None)
        self._pull()
        lufs = float(self._reading.get("lavfi.r128.I", "-70"))
        peak = float(self._reading.get("lavfi.r128.true_peak", "0"))
        return Loudness(
            lufs=lufs if lufs > SILENCE_LUFS else None,
            peak_dbtp=20 * math.log10(peak) if peak > 0 and lufs > SILENCE_LUFS else None,
        )

    def _push(self) -> None:
        import av

        if not self._waiting_samples:
            return
        planar = np.ascontiguousarray(np.concatenate(self._waiting).T)
        frame = av.AudioFrame.from_ndarray(planar, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = METER_HZ, self._position, Fraction(1, METER_HZ)
        self._position += self._waiting_samples
        self._waiting, self._waiting_samples = [], 0
        self._graph.push(frame)
        self._pull()

    def _pull(self) -> None:
        import av

        while True:
            try:
                frame = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            self._reading = getattr(frame, "metadata", None) or self._reading
