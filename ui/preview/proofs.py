"""Pictures of several clips in several shapes and styles at one instant, painted as the export paints them.

One thread decodes and paints; the newest instant wins. Players of one clip share its open media, and pictures that
were painted once are kept.
"""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.errors import ShortlistError
from core.schema.composition import Composition
from core.schema.style import Style
from ui.preview.specimens import to_image
from ui.wording import told, tr

if TYPE_CHECKING:
    from core.render.preview import CompositionPlayer

_KEPT_BYTES = 192_000_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Proof:
    """A tile: a clip in a shape, in a style; without one as it is composed."""

    clip_id: str
    composition: Composition
    style: Style | None = None

    @property
    def key(self) -> str:
        """What makes two tiles the same picture."""
        style = self.style.identity() if self.style is not None else self.composition.style.identity()
        return f"{self.clip_id} {self.composition.aspect} {self.composition.cut.identity()} {style}"


class Proofs(QObject):
    """Paints tiles. Positions are clip seconds; a clip that is shorter stands still at its end.

    Signals:
        painted(int, QImage): The picture of a tile, by its place in what is shown.
        progressed(int, int): So many of so many tiles are painted at this instant.
        failed(int, str): A tile can't be painted, and why.
    """

    painted = Signal(int, QImage)
    progressed = Signal(int, int)
    failed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="proofs")
        self._tiles: tuple[Proof, ...] = ()
        self._height_px = 0
        self._at = 0.0
        self._generation = 0
        self._work: asyncio.Task[None] | None = None
        self._players: dict[str, CompositionPlayer] = {}
        self._kept: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self._kept_bytes = 0
        self._is_closed = False

    def show(self, tiles: Sequence[Proof], height_px: int) -> None:
        """Paint other tiles, so high, at the instant that is shown."""
        self._tiles = tuple(tiles)
        self._height_px = height_px
        self._restart()

    def seek(self, at: float) -> None:
        """Paint another instant."""
        self._at = at
        self._restart()

    @property
    def is_busy(self) -> bool:
        """Whether a tile is still to be painted."""
        return self._work is not None

    def close(self) -> None:
        """Stop painting, and let the media go once the picture in hand is done; nobody has to wait for that."""
        self._is_closed = True
        self._generation += 1
        if self._work is not None:
            self._work.cancel()
        self._thread.submit(self._close_players)
        self._thread.shutdown(wait=False)

    def _restart(self) -> None:
        self._generation += 1
        if self._work is None and not self._is_closed:
            self._work = asyncio.ensure_future(self._paint())

    async def _paint(self) -> None:
        try:
            generation = -1
            while generation != self._generation and not self._is_closed:
                generation = self._generation
                await self._paint_all(generation)
                # Where all is known already nothing above waits, and the window must get its turn.
                await asyncio.sleep(0)
        finally:
            self._work = None

    async def _paint_all(self, generation: int) -> None:
        tiles, at, height_px = self._tiles, self._at, self._height_px
        loop = asyncio.get_running_loop()
        for place, tile in enumerate(tiles):
            tick = _tick(tile.composition, at)
            key = (tile.key, tick, height_px)
            picture = self._kept.get(key)
            try:
                if picture is None:
                    picture = await loop.run_in_executor(self._thread, self._picture, tile, tick, height_px, tiles)
                    self._keep(key, picture)
            except ShortlistError as error:
                self.failed.emit(place, told(str(error)))
                continue
            except Exception as error:
                # A bug in painting must not end the window; it is logged whole and told.
                _log.exception("no proof of %s", tile.clip_id)
                self.failed.emit(place, tr("This can't be shown: {error}").format(error=error))
                continue
            if generation != self._generation:
                return
            self.painted.emit(place, picture)
            self.progressed.emit(place + 1, len(tiles))

    def _keep(self, key: tuple[str, int, int], picture: QImage) -> None:
        self._kept[key] = picture
        self._kept_bytes += picture.sizeInBytes()
        while self._kept_bytes > _KEPT_BYTES and len(self._kept) > 1:
            self._kept_bytes -= self._kept.popitem(last=False)[1].sizeInBytes()

    # In the thread, which alone touches the players

    def _picture(self, tile: Proof, tick: int, height_px: int, tiles: tuple[Proof, ...]) -> QImage:
        name = f"{tile.key} {height_px}"
        if name not in self._players:
            self._let_go(tiles, height_px)
            self._players[name] = self._open(tile, height_px)
        rate = tile.composition.fps_numerator / tile.composition.fps_denominator
        return to_image(self._players[name].frame((tick + 0.5) / rate))

    def _open(self, tile: Proof, height_px: int) -> CompositionPlayer:
        from core.render.dressing import dressed
        from core.render.preview import CompositionPlayer

        composition = tile.composition
        if tile.style is not None:
            composition = dressed(composition, tile.style)
        for name, player in self._players.items():
            if name.startswith(f"{tile.clip_id} ") and name.endswith(f" {height_px}"):
                return player.with_overlays(composition)
        return CompositionPlayer(composition, height_px)

    def _let_go(self, tiles: tuple[Proof, ...], height_px: int) -> None:
        """Close players of what is shown no more, but for one a clip that is: its media stays open."""
        wanted = {f"{tile.key} {height_px}" for tile in tiles}
        clips = {tile.clip_id for tile in tiles}
        for name in [name for name in self._players if name not in wanted]:
            clip_id = name.partition(" ")[0]
            others = [each for each in self._players if each != name and each.startswith(f"{clip_id} ")]
            if clip_id not in clips or others or not name.endswith(f" {height_px}"):
                self._players.pop(name).close()

    def _close_players(self) -> None:
        for player in self._players.values():
            player.close()
        self._players.clear()


def _tick(composition: Composition, at: float) -> int:
    index = int(at * composition.fps_numerator / composition.fps_denominator + 1e-6)
    return min(max(index, 0), composition.frame_count - 1)
