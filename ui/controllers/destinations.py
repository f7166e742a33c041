"""Destinations: where finished clips may be published to; kept, tried and forgotten."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from pydantic import SecretStr
from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from core.schema.destination import Destination, KeptDestination
from ui.controllers.preferences import PreferenceStore
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Configuration, Project


class DestinationController(QObject):
    """Knows the destinations once they were read, which `load` asks for.

    Signals:
        changed(): They were read, or one was added, changed or forgotten.
        kept(str): A destination of this name was added or changed.
        refused(str, str): A destination of this name can't be kept, and why.
        tested(str, bool, str): A destination of this name was tried: whether it can be used, and what was found.
    """

    changed = Signal()
    kept = Signal(str)
    refused = Signal(str, str)
    tested = Signal(str, bool, str)

    def __init__(
        self, project: Project, store: PreferenceStore, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._store = store
        self._tasks = tasks
        self._keeping = asyncio.Lock()
        self._testing: dict[str, asyncio.Future[None]] = {}
        self.known: tuple[KeptDestination, ...] = ()
        self.is_read = False

    def load(self) -> None:
        """Read them; `changed` tells."""
        self._tasks.start(self._load(), QT_TR_NOOP("Could not read the destinations."))

    def in_use(self) -> tuple[Destination, ...]:
        """Return where clips can be published to now."""
        return self._project.publications.destinations

    def find(self, name: str) -> KeptDestination | None:
        """Return the destination of a name, however it is capitalised."""
        return next((each for each in self.known if each.name.casefold() == name.casefold()), None)

    def keep(self, destination: Destination, key: str | None) -> None:
        """Add a destination or change the one of its name; a `key` of None stays as it is."""
        self._tasks.start(self._keep(destination, key), QT_TR_NOOP("Could not keep the destination."))

    def forget(self, name: str) -> None:
        """Forget a destination and its key; what was published stays where it is."""
        self.stop_testing(name)
        self._tasks.start(self._forget(name), QT_TR_NOOP("Could not remove the destination."))

    def test(self, destination: Destination, key: str | None) -> None:
        """Try a destination with a key, or None for the one that is kept; `tested` tells."""
        self.stop_testing(destination.name)
        work = self._test(destination, key)
        self._testing[destination.name] = self._tasks.start(work, QT_TR_NOOP("Could not try the destination."))

    def is_testing(self, name: str) -> bool:
        """Whether a destination is being tried."""
        return name in self._testing

    def stop_testing(self, name: str) -> None:
        """Wait no longer for what comes of a try."""
        if (task := self._testing.pop(name, None)) is not None:
            task.cancel()

    async def _load(self) -> None:
        async with self._keeping:
            await self._read()

    async def _read(self) -> None:
        self.known = await self._tasks.in_thread(self._store.destinations)
        self.is_read = True
        self.changed.emit()

    async def _keep(self, destination: Destination, key: str | None) -> None:
        async with self._keeping:
            try:
                found = await self._tasks.in_thread(self._store.keep_destination, destination, key)
            except ShortlistError as error:
                self.refused.emit(destination.name, told(str(error)))
                return
            await self._use(found)
        self.kept.emit(destination.name)

    async def _forget(self, name: str) -> None:
        async with self._keeping:
            await self._use(await self._tasks.in_thread(self._store.forget_destination, name))

    async def _use(self, configuration: Configuration) -> None:
        self._project.configure(configuration)
        await self._read()

    async def _test(self, destination: Destination, key: str | None) -> None:
        name = destination.name
        try:
            if key:
                where = destination.model_copy(update={"secret": SecretStr(key)})
            else:
                where = await self._tasks.in_thread(self._store.with_key, destination)
            found, is_good = await self._project.publications.check(where), True
        except ShortlistError as error:
            found, is_good = str(error), False
        self._testing.pop(name, None)
        self.tested.emit(name, is_good, told(found))


def place_words(destination: Destination) -> str:
    """Return where a destination is, without a password."""
    where, at, host = destination.place.rpartition(" at ")
    if destination.kind != "s3" or not at:
        return destination.place
    return tr("{bucket} at {host}", "a storage, and the computer that has it").format(bucket=where, host=host)


def kind_words(destination: Destination) -> str:
    """Return what kind of place a destination is."""
    match destination.kind:
        case "folder":
            return tr("Folder", "kind of destination")
        case "s3":
            return tr("S3 storage", "kind of destination")
        case "webhook":
            return tr("Webhook", "kind of destination")
