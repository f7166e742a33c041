"""Samples of styles, painted by the export's own painter in a thread beside the window; the newest wish wins."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.schema.choice import Aspect, aspect_ratio

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.schema.style import Style
    from ui.controllers.tasks import Tasks

_KEPT = 64
_log = logging.getLogger(__name__)


def animation_names() -> tuple[str, ...]:
    """Return the names of the caption animations."""
    from core.render.specimen import animation_names

    return animation_names()


def to_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return (height, width, 3) uint8 RGB as a picture of its own."""
    import numpy as np

    height, width = pixels.shape[:2]
    pixels = np.ascontiguousarray(pixels)
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


class Specimens(QObject):
    """Paints samples, once a run that is being opened is there. `key` says whose sample it is; of one key only the
    newest wish is painted.

    Signals:
        painted(str, QImage): The sample of a key.
    """

    painted = Signal(str, QImage)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="specimens")
        self._wanted: dict[str, tuple[Style, Aspect, int, int]] = {}
        self._known: dict[str, QImage] = {}
        self._work: asyncio.Task[None] | None = None
        self._is_closed = False

    def want(self, key: str, style: Style, aspect: Aspect, width_px: int, strip_px: int = 0) -> None:
        """Have a sample painted, as wide as told; with `strip_px` only so many rows about the captions."""
        self._wanted[key] = (style, aspect, 2 * (width_px // 2), strip_px)
        if self._work is None and not self._is_closed:
            self._work = asyncio.ensure_future(self._paint_all())

    async def close(self) -> None:
        """Stop painting."""
        self._is_closed = True
        self._wanted.clear()
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)
        self._thread.shutdown(wait=True)

    async def _paint_all(self) -> None:
        try:
            while self._wanted:
                await self._tasks.calm()
                key, wish = next(iter(self._wanted.items()))
                del self._wanted[key]
                picture = await self._picture(wish)
                if picture is not None and key not in self._wanted:
                    self.painted.emit(key, picture)
                # Those that are known come at once: each is shown in a turn of its own.
                await asyncio.sleep(0)
        finally:
            self._work = None

    async def _picture(self, wish: tuple[Style, Aspect, int, int]) -> QImage | None:
        name = f"{wish[0].identity()} {wish[1:]}"
        known = self._known.get(name)
        if known is None:
            try:
                known = await asyncio.get_running_loop().run_in_executor(self._thread, _painted, *wish)
            except Exception:
                # A style that can't be painted leaves its place empty; the preview says why.
                _log.warning("no sample of style %s", wish[0].pin, exc_info=True)
                return None
            while len(self._known) >= _KEPT:
                self._known.pop(next(iter(self._known)))
            self._known[name] = known
        return known


def _painted(style: Style, aspect: Aspect, width_px: int, strip_px: int) -> QImage:
    from core.render.specimen import specimen

    height_px = 2 * round(width_px / aspect_ratio(aspect) / 2)
    resolved = style.in_aspect(aspect)
    pixels = specimen(resolved, width_px, height_px)
    if strip_px:
        middle = resolved.captions.position if resolved.captions.is_shown else resolved.hook.position
        top = min(max(round(middle * height_px - strip_px / 2), 0), max(0, height_px - strip_px))
        pixels = pixels[top : top + strip_px]
    return to_image(pixels)
