"""Sources from the network: what an address holds, what is fetched of it, and the runs that come of that."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, ShortlistError
from core.schema.download import Download, Episode, Feed
from ui.controllers.batches import Arrive, BatchController
from ui.controllers.events import ProjectEvents
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told

if TYPE_CHECKING:
    from core.project import Project


class FetchController(QObject):
    """Looks at addresses, fetches them beside each other, and starts a run of each that came.

    Signals:
        changed(): A download was asked for, got further or ended.
        found(str, object): An address was looked at: its feed, or None where it holds one video or sound.
        unfound(str, str): An address could not be looked at, and why.
    """

    changed = Signal()
    found = Signal(str, object)
    unfound = Signal(str, str)

    def __init__(
        self,
        project: Project,
        batches: BatchController,
        events: ProjectEvents,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._batches = batches
        self._tasks = tasks
        self._working: dict[str, Download] = {}
        events.download_changed.connect(self._on_changed)

    def look(self, url: str) -> asyncio.Future[None]:
        """Find out what an address holds; cancel what is returned to stop."""
        return self._tasks.start(self._look(url), QT_TR_NOOP("Could not look at the address."))

    def fetch(self, url: str) -> None:
        """Fetch what an address shows, and make clips of it."""
        self._take([(url, _short(url), partial(self._fetched, url))])

    def take(self, feed: Feed, episodes: Sequence[Episode]) -> None:
        """Fetch episodes of a feed, and make clips of each."""
        self._take(
            [
                (each.url, each.title, partial(self._fetched, each.url, feed.url, each.id, each.title))
                for each in episodes
            ]
        )

    def _take(self, wanted: Sequence[tuple[str, str, Arrive]]) -> None:
        """Fetch addresses, each with its name: as one batch where nobody needs to look at what comes of them."""
        if self._batches.is_unattended:
            self._batches.begin([(url, arrive) for url, _, arrive in wanted])
            return
        for _, name, arrive in wanted:
            self._tasks.start(self._fetch(arrive), QT_TR_NOOP("Could not fetch {address}."), address=name)

    def working(self) -> list[Download]:
        """Return what is fetched or waits for its turn."""
        return list(self._working.values())

    def stop(self, url: str) -> None:
        """Stop a download; it goes on where it was when it is asked for again."""
        self._tasks.start(self._project.downloads.stop(url), QT_TR_NOOP("Could not stop the download."))

    async def _look(self, url: str) -> None:
        try:
            feed = await self._project.downloads.look(url)
        except ShortlistError as error:
            self.unfound.emit(url, told(str(error)))
            return
        self.found.emit(url, feed)

    async def _fetch(self, arrive: Arrive) -> None:
        self._batches.import_files([await arrive()])

    async def _fetched(self, url: str, feed: str = "", episode: str = "", title: str = "") -> Path:
        download = await self._project.downloads.fetch(url, None, feed, episode, title)
        if download.file is None:
            raise Cancelled("The download was stopped.", url)
        return download.file

    def _on_changed(self, download: Download) -> None:
        if download.state in ("pending", "fetching"):
            self._working[download.url] = download
        else:
            self._working.pop(download.url, None)
        self.changed.emit()


def address_name(download: Download) -> str:
    """Return what a download is called in a list: its title, once that is known, else its address."""
    return download.title or _short(download.url)


def _short(url: str) -> str:
    """Return an address without what is asked of it, in which keys may stand."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.hostname or ''}{parts.path}".rstrip("/") or url
