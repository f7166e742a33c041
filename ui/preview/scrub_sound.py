"""What is heard while the playhead is dragged: a short piece at each place it passes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from ui.preview.sound import RATE_HZ, open_speaker

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Long enough to tell a vowel, short enough to follow the hand; faded at both ends, since a cut clicks.
GRAIN_SECONDS, FADE_SECONDS = 0.09, 0.008
# A place is left out while this much of those before is still to be heard.
_BEHIND_SECONDS = 0.05
_REST_MS = 600

ReadGrain = Callable[[float, float], Awaitable["NDArray[np.float32]"]]


class Output(Protocol):
    """Where sound goes: `ui.preview.sound.Speaker`."""

    def waiting_seconds(self) -> float:
        """Return how much of what was written is still to be heard."""
        ...

    def write(self, samples: NDArray[np.float32]) -> None:
        """Let (n, 2) float32 at 48 kHz be heard next."""
        ...

    def close(self) -> None:
        """Be silent at once."""
        ...


class ScrubSound(QObject):
    """Plays pieces of sound where the playhead passes. The device is let go of once it rests."""

    def __init__(
        self,
        read: ReadGrain,
        parent: QObject | None = None,
        open_output: Callable[[QObject], Output | None] = open_speaker,
    ) -> None:
        super().__init__(parent)
        self._read, self._open_output = read, open_output
        self._output: Output | None = None
        self._wanted: float | None = None
        self._task: asyncio.Task[None] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.stop)

    def touch(self, at: float) -> None:
        """Let the sound at a second be heard, unless the hand has gone on before it can be."""
        self._wanted = at
        self._rest.start()
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._play())

    def stop(self) -> None:
        """Be silent, and let the device go."""
        self._rest.stop()
        self._wanted = None
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._output is not None:
            self._output.close()
            self._output = None

    async def _play(self) -> None:
        while self._wanted is not None:
            at, self._wanted = self._wanted, None
            samples = await self._read(at, GRAIN_SECONDS)
            if not len(samples):
                continue
            if self._output is None:
                self._output = self._open_output(self)
            if self._output is None:
                return
            if self._output.waiting_seconds() <= _BEHIND_SECONDS:
                self._output.write(grain(samples))


def grain(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a piece of sound that begins and ends in silence."""
    import numpy as np

    length = min(round(FADE_SECONDS * RATE_HZ), len(samples) // 2)
    faded = np.array(samples, np.float32)
    if length:
        rise = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, length, dtype=np.float32)))[:, None]
        faded[:length] *= rise
        faded[-length:] *= rise[::-1]
    return faded
