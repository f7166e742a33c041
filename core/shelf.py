"""The models of this machine, for whoever deals with them: listed, fetched, imported, exported, removed.

Coroutines run their work in a thread and tell of it by `WeightsProgressed`; cancelling one stops the thread at its
next piece and waits until it has let go. One model is fetched at a time, the others wait for their turn.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from core.errors import Cancelled, WeightsError
from core.machine import this_machine
from core.models import copying
from core.models.intake import look_into
from core.models.listing import model_states
from core.models.meter import Meter
from core.pipeline.together import see_through
from core.schema.model import FoundModel, ModelState
from core.schema.record import ProgressCallback
from core.weights import discard, entry, fetch, find, listed, remove

T = TypeVar("T")
# Told what is worked on, how much of it is done (0 to 1), and how that goes on, in words; on the loop's thread.
Teller = Callable[[str, float, str], None]
Users = Callable[[], Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Place:
    """Where models lie and how they may be had.

    A folder that `is_custom` was chosen by the user and is never made anew: where it is gone, its disk is. With
    a `mirror` that address is asked in place of the hosts that the manifest names. When `is_offline`, nothing is
    ever fetched.
    """

    folder: Path
    is_custom: bool = False
    mirror: str = ""
    is_offline: bool = False


@dataclass
class Turns:
    """Who may fetch: one at a time of each kind, so that no face model waits for gigabytes of speech.

    Whoever deals with a model has it for itself meanwhile, without waiting for downloads of others.
    """

    by_name: dict[str, asyncio.Lock] = field(default_factory=dict)
    by_kind: dict[str, asyncio.Lock] = field(default_factory=dict)

    def of(self, name: str) -> asyncio.Lock:
        """Return the lock of a model."""
        return self.by_name.setdefault(name, asyncio.Lock())

    def of_fetching(self, name: str) -> asyncio.Lock:
        """Return the lock of downloads of a model's kind."""
        known = listed(name)
        return self.by_kind.setdefault(known.kind if known else "", asyncio.Lock())


class ModelShelf:
    """Deals with the models of one place. `users` returns the sources of runs that need a model, by its name."""

    def __init__(self, place: Place, tell: Teller, users: Users = dict, turns: Turns | None = None) -> None:
        self.place = place
        self.turns = turns or Turns()
        self._tell = tell
        self._users = users

    def folder_problem(self) -> str:
        """Return why the folder of models can't be used, or nothing. A quick look at the disk."""
        if self.place.is_custom and not self.place.folder.is_dir():
            return (
                f"The model folder {self.place.folder} is not there. Plug its disk in, or choose another folder"
                " for models."
            )
        return ""

    async def states(self, language: str = "", device: str = "") -> list[ModelState]:
        """Return every model that is used, or would be if it were there; see `model_states`."""
        users = self._users()
        return await asyncio.to_thread(model_states, self.place.folder, this_machine(), language, device, users)

    async def fetch(self, name: str) -> None:
        """Fetch a model where it is not there; cancelling keeps what came so far for the next time.

        Raises:
            WeightsError: It can't be had, or nothing may be fetched.
        """
        async with self.turns.of(name), self.turns.of_fetching(name):
            place = self.place
            if await asyncio.to_thread(find, name, place.folder):
                return
            if place.is_offline:
                raise WeightsError(
                    f"{entry(name).title} can't be fetched: downloads are switched off.",
                    remedy="Import it from a folder, or allow downloads in Settings.",
                )
            self._check_folder()
            meter = Meter(entry(name).size_bytes)

            def work(progress: ProgressCallback) -> object:
                def told(fraction: float, message: str = "") -> None:
                    is_counted = " of " in message or not message
                    progress(fraction, meter.words(fraction) if is_counted else message)

                return fetch(name, place.folder, told, mirror=place.mirror)

            await self._in_thread(name, work)

    async def discard(self, name: str) -> int:
        """Remove what came of a broken-off download; return the bytes freed."""
        async with self.turns.of(name):
            return await asyncio.to_thread(discard, name, self.place.folder)

    async def remove(self, name: str) -> int:
        """Remove a model; return the bytes freed.

        Raises:
            WeightsError: A run needs it now, or it can't be removed.
        """
        self._refuse_in_use(name)
        async with self.turns.of(name):
            return await asyncio.to_thread(remove, name, self.place.folder)

    async def look_into(self, folder: Path) -> tuple[FoundModel, ...]:
        """Return the models in a folder, or below it.

        Raises:
            WeightsError: The folder can't be read.
        """
        return await asyncio.to_thread(look_into, folder.expanduser())

    async def bring_in(self, found: FoundModel, own_name: str = "") -> str:
        """Copy a model that was found into the folder of models; return in words what it was found to be.

        Raises:
            WeightsError: It can't be used, is here already, or is not what it looks like.
            DiskFullError: There is no space left.
        """
        self._check_folder()
        folder = self.place.folder
        await asyncio.to_thread(copying.sweep, folder)
        meter = Meter(found.size_bytes)

        def work(progress: ProgressCallback) -> tuple[str, str]:
            return copying.bring_in(found, folder, _counted(progress, meter), own_name)

        name, identity = await self._in_thread("import", work)
        return f"{name}: {identity}"

    async def export(self, names: Sequence[str], to: Path) -> list[Path]:
        """Copy models into another folder, laid out as it can be imported or used as it is; return where they lie.

        Raises:
            WeightsError: One is not here, or it can't be written.
            DiskFullError: There is no space left.
        """
        folder = self.place.folder
        total = sum(state.size_bytes for state in await self.states() if state.name in names)
        meter = Meter(total)
        return await self._in_thread(
            "export", lambda progress: copying.export(names, folder, to.expanduser(), _counted(progress, meter))
        )

    def _check_folder(self) -> None:
        if problem := self.folder_problem():
            raise WeightsError(problem)

    def _refuse_in_use(self, name: str) -> None:
        if users := self._users().get(name):
            raise WeightsError(
                f"{name} can't be removed while “{users[0]}” is being worked on with it.",
                remedy="Stop that run first, or wait until it is through.",
            )

    async def _in_thread(self, name: str, work: Callable[[ProgressCallback], T]) -> T:
        """Run work that tells of its progress, which is also where it is stopped."""
        loop = asyncio.get_running_loop()
        stopped = threading.Event()

        def progress(fraction: float, message: str = "") -> None:
            if stopped.is_set():
                raise Cancelled("Stopped.")
            loop.call_soon_threadsafe(self._tell, name, fraction, message)

        working = asyncio.ensure_future(asyncio.to_thread(work, progress))
        try:
            return await asyncio.shield(working)
        except asyncio.CancelledError:
            # The thread can't be interrupted, but it looks at this with every piece it gets. Until it has ended
            # nobody else may have its turn, and write to the same file.
            stopped.set()
            working.add_done_callback(lambda done: done.cancelled() or done.exception())
            await see_through([working])
            raise


def _counted(progress: ProgressCallback, meter: Meter) -> ProgressCallback:
    def told(fraction: float, message: str = "") -> None:
        progress(fraction, meter.words(fraction))

    return told
