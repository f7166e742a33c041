"""Plays a composition: frames decoded and painted in a worker thread, sound pushed to the device.

The window's thread only ever draws finished pictures. While playing, a few frames are made ahead; a machine that
is too slow drops frames and keeps time.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from math import floor
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from core.errors import ShortlistError
from core.schema.composition import Composition
from ui.preview.clock import PlayClock, next_speed
from ui.preview.drafts import Drafts, MakeDraft, draft_player
from ui.preview.pictures import to_image
from ui.preview.scrub_sound import ScrubSound
from ui.preview.sound import Sound, nothing
from ui.wording import told, tr

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T")
_TICK_MS = 12
_AHEAD = 6
# While it plays, a frame that is this late is shown as a draft: after a cut, at the start of a loop, backwards.
_LATE_SECONDS = 0.07
# Seeks that follow each other this closely are one drag: drafts are shown until it rests.
_DRAG_MS = 140
SOURCE_HEIGHT_PX = 1080
_log = logging.getLogger(__name__)


class FrameSource(Protocol):
    """What plays a composition: `core.render.preview.CompositionPlayer`."""

    def frame(self, at: float) -> NDArray[np.uint8]:
        """Return (height, width, 3) uint8 RGB."""
        ...

    def source_frame(self, at: float, max_height_px: int) -> NDArray[np.uint8] | None:
        """Return (height, width, 3) uint8 RGB of the whole source; None where it has no picture."""
        ...

    def audio(self, start: float, duration: float, rate_hz: int = 48000) -> NDArray[np.float32]:
        """Return (n, 2) float32."""
        ...

    def with_overlays(self, composition: Composition) -> FrameSource:
        """Return a player of a composition that differs in what is painted, not in its media."""
        ...

    def close(self) -> None:
        """Close the media."""
        ...


_Opened = tuple[Composition | None, int]
MakeSource = Callable[[Composition, int], FrameSource]
Dress = Callable[[Composition], Composition]


def _composition_player(composition: Composition, max_height_px: int) -> FrameSource:
    from core.render.preview import CompositionPlayer

    return CompositionPlayer(composition, max_height_px)


def _load_libraries() -> None:
    for name in ("av", "core.render.preview"):
        import_module(name)


class Player(QObject):
    """Shows one composition at a time; its positions are clip seconds, from `begin` to `end`.

    A card before the clip is played in the seconds before 0, one behind it in those after the clip's `duration`.

    `source_picture` is the whole picture of the source that was asked for last, of source second `source_at`.

    Signals:
        source_ready(): Another whole picture of the source is there.
        frame_ready(QImage): The picture at the position.
        moved(float): The position changed.
        state_changed(): It started, stopped, changed speed, or shows another composition.
        failed(str): A picture could not be made, and why.
    """

    frame_ready = Signal(QImage)
    source_ready = Signal()
    moved = Signal(float)
    state_changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        make_source: MakeSource = _composition_player,
        make_draft: MakeDraft = draft_player,
    ) -> None:
        super().__init__(parent)
        self._make_source = make_source
        self.drafts = Drafts(make_draft, self)
        self.drafts.made.connect(self._on_draft)
        # Whether what was shown last is a draft, and which frame was last shown exactly.
        self.is_draft = False
        self._exact: int | None = None
        # Which frame was drawn last while playing.
        self._drawn: int | None = None
        self._drag = QTimer(self)
        self._drag.setSingleShot(True)
        self._drag.setInterval(_DRAG_MS)
        self._drag.timeout.connect(self._on_drag_rests)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")
        self._source: FrameSource | None = None
        self._opened: _Opened = (None, 0)
        self._height_px = 0
        self._dress: Dress | None = None
        # Whether another dress was asked for than the one that is being put on.
        self._is_worn_out = self._is_dressing = False
        self._running: set[asyncio.Task[None]] = set()
        self._generation = 0
        self._ready: dict[int, QImage] = {}
        self._in_flight: int | None = None
        self._wanted: int | None = None
        self._is_closed = False
        # Playing was asked for before there was anything to play.
        self._plays_next = False
        self.composition: Composition | None = None
        # As it is played: in other dress it may have other cards.
        self._played: Composition | None = None
        self.source_picture: QImage | None = None
        self.source_at = self._source_wanted = -1.0
        self.is_looping = False
        self.is_muted = False
        self.clock = PlayClock()
        self.sound = Sound(self)
        self.scrub_sound = ScrubSound(self.drafts.sound, self)
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)

    # What is shown

    def show(self, composition: Composition | None, max_height_px: int = 720, at: float = 0.0) -> None:
        """Show another composition at a position; None shows nothing.

        It stands still, unless playing was asked for while nothing was shown: a clip that is still being prepared.
        """
        plays, self._plays_next = self._plays_next and composition is not None, False
        self.pause()
        if composition is None or self.composition is None or composition.media != self.composition.media:
            self.source_at = -1.0
        self.composition = self._played = composition
        self._exact = self._wanted = None
        self.is_draft = False
        self._drag.stop()
        self.drafts.forget_wish()
        self.scrub_sound.stop()
        self._generation += 1
        self._ready.clear()
        self._in_flight = None
        self._source_wanted = -1.0
        self._height_px = max_height_px
        self.clock.move_to(min(max(at, self.begin), self.end))
        self._run(self._open(composition, max_height_px, self._generation))
        self.state_changed.emit()
        self.moved.emit(self.position)
        if plays:
            self.play()

    def wear(self, dress: Dress | None) -> None:
        """Show whatever is shown in other dress (style, words); None shows it as it is. What plays goes on.

        `dress` runs in the worker thread; of several that come fast, only the last is painted.
        """
        self._dress = dress
        if self.composition is None:
            return
        self.state_changed.emit()
        self._is_worn_out = True
        if not self._is_dressing:
            self._run(self._dress_up())

    async def _dress_up(self) -> None:
        """Paint what is shown in the newest dress, and again where another was asked for meanwhile.

        One after the other: were each given up for the next, nothing would be seen while a slider moves.
        """
        self._is_dressing = True
        try:
            while self._is_worn_out and self.composition is not None:
                self._is_worn_out = False
                self._exact = None
                self._generation += 1
                self._ready.clear()
                self._in_flight = None
                generation = self._generation
                await self._open(self.composition, self._height_px, generation, wants_frame=False)
                if generation == self._generation and not self.is_playing:
                    self._wanted = self._frame_index(self.position)
                    await self._fetch(self._wanted, generation, is_ahead=False)
        finally:
            self._is_dressing = False

    @property
    def is_dressed(self) -> bool:
        """Whether what is shown is in other dress than it would be exported in."""
        return self._dress is not None

    @property
    def duration(self) -> float:
        """Length of the clip in seconds; 0 where nothing is shown."""
        return self.composition.duration if self.composition else 0.0

    @property
    def begin(self) -> float:
        """The clip second at which playing begins: 0, or less where a card comes first."""
        return -self._played.lead if self._played else 0.0

    @property
    def end(self) -> float:
        """The clip second at which playing ends: the clip's duration, or more where a card follows."""
        return self._played.end if self._played else 0.0

    @property
    def is_on_card(self) -> bool:
        """Whether a card is shown and not the clip."""
        index = self._frame_index(self.position)
        return self.composition is not None and not 0 <= index < self.composition.clip_frames

    @property
    def fps(self) -> float:
        """Frames a second."""
        return self.composition.fps_numerator / self.composition.fps_denominator if self.composition else 30.0

    @property
    def position(self) -> float:
        """The clip second shown."""
        return min(max(self.clock.position(), self.begin), self.end)

    @property
    def source_position(self) -> float:
        """The source second shown."""
        return self.composition.cut.to_source_time(self.position) if self.composition else 0.0

    @property
    def is_playing(self) -> bool:
        """Whether time runs."""
        return self.clock.is_running

    @property
    def is_moving(self) -> bool:
        """Whether time runs, or will once there is something to show."""
        return self.is_playing or self._plays_next

    # Moving

    def play(self, rate: float = 1.0) -> None:
        """Run at a speed; from the end it starts again. Where nothing is shown, what is shown next will run."""
        if self.composition is None:
            self._plays_next = True
            return
        self.clock.stop()
        if rate > 0 and self.position >= self.end - 1.5 / self.fps:
            self.clock.move_to(self.begin)
        self._ready.clear()
        self._drag.stop()
        self._drawn = self._exact = None
        self.scrub_sound.stop()
        self.drafts.hold(True)
        self.clock.set_rate(rate)
        self.clock.start()
        self._tick.start()
        self._start_sound()
        self.state_changed.emit()

    def pause(self) -> None:
        """Stand still, on a whole frame."""
        self._plays_next = False
        if not self.clock.is_running:
            return
        self.clock.stop()
        self._tick.stop()
        self.sound.stop()
        self.drafts.hold(False)
        self.clock.move_to(self.position)
        self.state_changed.emit()
        self._want(self._frame_index(self.position))

    def toggle(self) -> None:
        """Play or pause."""
        if self.is_moving:
            self.pause()
        else:
            self.play()

    def shuttle(self, by: int) -> None:
        """Faster (+1) or slower and then backwards (-1)."""
        self.play(next_speed(self.clock.rate, self.is_playing, by))

    def seek(self, at: float) -> None:
        """Go to a clip second; playing goes on from there."""
        if self.composition is None:
            return
        self.clock.move_to(min(max(at, self.begin), self.end))
        self._ready.clear()
        self._drawn = None
        self.moved.emit(self.position)
        if self.is_playing:
            self._start_sound()
            return
        index = self._frame_index(self.position)
        has_draft = self.drafts.want(index, self.position)
        is_dragged, self._wanted = self._drag.isActive(), index
        if is_dragged and not self.is_muted and self.sound.is_available():
            self.scrub_sound.touch(self.position)
        self._drag.start()
        if not (is_dragged and has_draft):
            self._want(index)

    def step_frames(self, frames: int) -> None:
        """Stand still some frames further or back."""
        self.pause()
        self.seek((self._frame_index(self.position) + frames + 0.01) / self.fps)
        self._drag.stop()
        self._want(self._frame_index(self.position))

    def set_muted(self, is_muted: bool) -> None:
        """Play without sound, or with it."""
        self.is_muted = is_muted
        self.sound.set_volume(0.0 if is_muted else 1.0)
        self.state_changed.emit()

    def get_ready(self) -> None:
        """Load what plays, in the thread that will: it was half of what the first clip took to be seen."""
        self._run(self._in_thread(_load_libraries))

    async def close(self) -> None:
        """Stop everything and let the media go; nothing is shown any more."""
        self._is_closed = True
        self._tick.stop()
        self._drag.stop()
        self.scrub_sound.stop()
        await self.drafts.close()
        self.sound.stop()
        self.clock.stop()
        self._generation += 1
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self._in_thread(self._close_source)
        self._thread.shutdown(wait=True)

    # Frames

    def _on_tick(self) -> None:
        heard = self.sound.position() if self.clock.rate == 1.0 else None
        if heard is not None:
            self.clock.follow(heard)
        at = self.clock.position()
        if at >= self.end or at < self.begin:
            self._on_edge(at)
            return
        index = self._frame_index(at)
        due = [ready for ready in self._ready if (ready <= index if self.clock.rate > 0 else ready >= index)]
        if due:
            self._draw(max(due) if self.clock.rate > 0 else min(due))
            for old in due:
                self._ready.pop(old, None)
        elif self._is_late(index):
            self.drafts.want(index, at)
        self.moved.emit(self.position)
        if not (self._is_shuttling and self.drafts.share == 1.0):
            self._make_ahead(index)

    @property
    def _is_shuttling(self) -> bool:
        """Whether it runs faster than exact pictures can be expected of a long group of pictures, or backwards."""
        return self.clock.rate < 0 or self.clock.rate > 1.5

    def _is_late(self, index: int) -> bool:
        late = _LATE_SECONDS * self.fps * max(1.0, abs(self.clock.rate))
        is_late = self._drawn is None or abs(index - self._drawn) > late or self._is_shuttling
        return is_late and self.drafts.share == 1.0

    def _on_edge(self, at: float) -> None:
        if self.is_looping and at >= self.end:
            self.clock.move_to(self.begin)
            self._drawn = None
            self._ready.clear()
            self._start_sound()
            return
        self.pause()
        self.moved.emit(self.position)

    def _make_ahead(self, index: int) -> None:
        if self._in_flight is not None or len(self._ready) >= _AHEAD:
            return
        step = max(1, round(abs(self.clock.rate))) * (1 if self.clock.rate > 0 else -1)
        furthest = max(self._ready, key=lambda ready: ready * step, default=None)
        following = index + step if furthest is None else furthest + step
        if following == self._within(following):
            self._run(self._fetch(following, self._generation, is_ahead=True))

    def _want(self, index: int) -> None:
        """Ask for the frame to stand on; while one is being made, only the newest wish is kept."""
        self._wanted = index
        if self._in_flight is None:
            self._run(self._fetch(index, self._generation, is_ahead=False))

    async def _fetch(self, index: int, generation: int, is_ahead: bool) -> None:
        if self._in_flight is not None or generation != self._generation:
            return
        self._in_flight = index
        try:
            picture = await self._in_thread(lambda: self._make_picture(index))
        except ShortlistError as error:
            self._fail(told(str(error)), generation)
            return
        except Exception as error:
            # A bug in painting must not end the window; it is logged whole and told.
            _log.exception("no picture of frame %d", index)
            self._fail(tr("This frame can't be shown: {error}").format(error=error), generation)
            return
        if generation == self._generation:
            self._in_flight = None
            self._take(index, picture, is_ahead)

    def _take(self, index: int, picture: QImage | None, is_ahead: bool) -> None:
        if self.is_playing:
            if picture is not None and is_ahead:
                self._ready[index] = picture
            return
        # What a drag has gone on from is not shown between its drafts.
        is_stale = self.is_draft and self._wanted != index
        if picture is not None and not is_ahead and not is_stale:
            self._exact, self.is_draft = index, False
            self.frame_ready.emit(picture)
        goes_on = is_stale and self._drag.isActive()
        if self._wanted is not None and (self._wanted != index or is_ahead) and not goes_on:
            self._want(self._wanted)

    def _on_draft(self, index: int, picture: QImage) -> None:
        """Show a draft, unless the frame to stand on, or a later one while it plays, is shown exactly already."""
        if self.is_playing:
            ahead = self._drawn is None or (index - self._drawn) * self.clock.rate > 0
            if ahead and abs(index - self._frame_index(self.position)) <= self.fps:
                self._drawn, self.is_draft = index, True
                self.frame_ready.emit(picture)
        elif not self.is_playing and self._wanted is not None and self._exact != self._wanted:
            self.is_draft = True
            self._exact = None
            self.frame_ready.emit(picture)

    def _on_drag_rests(self) -> None:
        self.drafts.rest_at(self.position)
        if not self.is_playing and self._wanted is not None and self._exact != self._wanted:
            self._want(self._wanted)

    def _draw(self, index: int) -> None:
        self._drawn, self.is_draft = index, False
        self.frame_ready.emit(self._ready[index])

    def _fail(self, sentence: str, generation: int) -> None:
        if generation == self._generation:
            self._in_flight = None
            self.pause()
            self.failed.emit(sentence)

    def _frame_index(self, at: float) -> int:
        """Return which frame is shown at a second, counted from the clip's first: below 0 on a card before it."""
        return self._within(floor(at * self.fps + 1e-6))

    def _within(self, index: int) -> int:
        composition = self._played
        if composition is None:
            return 0
        first, last = -composition.intro_frames, composition.clip_frames + composition.outro_frames - 1
        return min(max(index, first), last)

    # Sound

    def _start_sound(self) -> None:
        self.sound.stop()
        composition = self._played
        if self.clock.rate == 1.0 and composition is not None and _has_sound(composition):
            self.sound.set_volume(0.0 if self.is_muted else 1.0)
            self.sound.start(self._read_sound, self.position, self.end)

    async def _read_sound(self, start: float, duration: float) -> NDArray[np.float32]:
        return await self._in_thread(lambda: self._read_piece(start, duration))

    # The source

    def want_source(self) -> None:
        """Have the whole picture of the source at the position made, where the player stands still."""
        at = self.source_position
        if (
            self.composition is not None
            and not self.is_playing
            and at not in (self.source_at, self._source_wanted)
        ):
            self._source_wanted = at
            self._run(self._fetch_source(at, self._frame_index(self.position), self._generation))

    async def _fetch_source(self, at: float, index: int, generation: int) -> None:
        picture = await self._in_thread(lambda: self._make_source_picture(index))
        if self._source_wanted == at:
            self._source_wanted = -1.0
        if picture is not None and generation == self._generation:
            self.source_picture, self.source_at = picture, at
            self.source_ready.emit()

    # In the worker thread, which alone touches `_source`; one thread, so calls are served in the order they came

    async def _open(
        self, composition: Composition | None, height_px: int, generation: int, wants_frame: bool = True
    ) -> None:
        try:
            await self._in_thread(lambda: self._exchange(composition, height_px, generation))
        except ShortlistError as error:
            self._fail(told(str(error)), generation)
            return
        except Exception as error:
            _log.exception("no player of the composition")
            self._fail(tr("This clip can't be shown: {error}").format(error=error), generation)
            return
        if generation == self._generation:
            self._know_cards()
        is_current = generation == self._generation and composition is not None
        if wants_frame and is_current and not self.is_playing:
            self._want(self._frame_index(self.position))

    def _know_cards(self) -> None:
        """Play what is before and after the clip in the dress that is worn now."""
        before, self._played = (self.begin, self.end), self._opened[0]
        self.drafts.show(self._played, self._height_px)
        if (self.begin, self.end) != before:
            self.clock.move_to(self.position)
            self.state_changed.emit()
            self.moved.emit(self.position)

    def _exchange(self, composition: Composition | None, height_px: int, generation: int) -> None:
        if generation != self._generation:
            return
        if composition is not None and self._dress is not None:
            composition = self._dress(composition)
        old, self._source = self._source, None
        before, self._opened = self._opened, (composition, height_px)
        if old is not None and composition is not None and _same_media(before, (composition, height_px)):
            self._source = old.with_overlays(composition)
            return
        if old is not None:
            old.close()
        if composition is not None:
            self._source = self._make_source(composition, height_px)

    def _make_picture(self, index: int) -> QImage | None:
        return None if self._source is None else to_image(self._source.frame((index + 0.5) / self.fps))

    def _make_source_picture(self, index: int) -> QImage | None:
        if self._source is None:
            return None
        try:
            pixels = self._source.source_frame((index + 0.5) / self.fps, SOURCE_HEIGHT_PX)
        except ShortlistError:
            return None  # told already where the frame itself was asked for
        return None if pixels is None else to_image(pixels)

    def _read_piece(self, start: float, duration: float) -> NDArray[np.float32]:
        if self._source is None:
            return nothing()
        return self._source.audio(start, duration)

    def _close_source(self) -> None:
        if self._source is not None:
            self._source.close()
            self._source = None

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _run(self, work: Coroutine[None, None, None]) -> None:
        if self._is_closed:
            work.close()
            return
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(lambda _task: work.close())


def _has_sound(composition: Composition) -> bool:
    style = composition.style
    return composition.media.has_audio or bool(style.intro.sound or style.outro.sound)


def _same_media(before: _Opened, after: _Opened) -> bool:
    """Whether the open media can be kept: only what is painted, or the crop, differs."""
    old, new = before[0], after[0]
    if old is None or new is None or before[1] != after[1]:
        return False
    same_size = (old.width, old.height) == (new.width, new.height)
    return same_size and old.media == new.media and old.cut == new.cut
