"""Downloads of a project in memory: what an address holds is set by the test, and comes when the test says so."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import Cancelled, FetchError
from core.pipeline.events import DownloadChanged
from core.schema.download import Download, Feed

if TYPE_CHECKING:
    from fake_project import FakeProject


class FakeDownloads:
    """`feeds` are what addresses hold; others hold a video, which arrives once `arrived` is set."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.feeds: dict[str, Feed] = {}
        self.problem = ""
        self.folder = project.folder
        self.arrived = asyncio.Event()
        self._tasks: dict[str, asyncio.Task[object]] = {}

    async def look(self, url: str) -> Feed | None:
        self._project.calls.append(("look", url))
        await asyncio.sleep(0)
        if self.problem:
            raise FetchError(self.problem, url)
        return self.feeds.get(url)

    async def fetch(
        self, url: str, cookies: Path | None, feed: str = "", episode: str = "", title: str = ""
    ) -> Download:
        self._project.calls.append(("fetch", (url, feed, episode)))
        task = asyncio.current_task()
        assert task is not None
        self._tasks[url] = task
        download = Download(id=url, url=url, title=title, state="fetching", fraction=0.25)
        self._project.tell(DownloadChanged(download))
        try:
            await self.arrived.wait()
        except asyncio.CancelledError:
            self._project.tell(
                DownloadChanged(download.model_copy(update={"state": "failed", "is_stopped": True}))
            )
            raise Cancelled("Stopped.") from None
        done = download.model_copy(
            update={"state": "fetched", "file": self.folder / f"{url.rpartition('/')[2]}.mp4"}
        )
        self._project.tell(DownloadChanged(done))
        return done

    async def stop(self, url: str) -> None:
        self._project.calls.append(("stop_download", url))
        self._tasks[url].cancel()
