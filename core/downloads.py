"""Sources from the network, as the project deals with them: fetched, followed, stopped, gone on with, never twice.

What is fetched lies in `downloads/<id>/` of the workspace. A download that broke off, was stopped or killed leaves
what it got there, and the next one of the same address goes on with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from core.aside import stoppable
from core.backoff import delay
from core.errors import Cancelled, FetchError, MediaError, UserWorldError
from core.export.naming import file_name
from core.fetch.feeds import NO_FEED, parse_feed
from core.fetch.fetching import fetch_media, read_page
from core.pipeline.events import DownloadChanged
from core.pipeline.records.database import new_id
from core.pipeline.records.store import Store
from core.pipeline.together import see_through
from core.schema.download import Download, Episode, Feed, FetchedMedia, FetchLimits
from core.schema.record import ProgressCallback
from core.schema.source import Source

FOLDER = "downloads"
SIDE_BY_SIDE = 2
# So often a download is tried again that broke off without getting further, before that is told.
RETRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 60.0  # seconds
_TELL_EVERY = 0.2  # seconds between two tellings of progress
_FETCHED = "fetched.json"

# Makes a source of a file: its path, the page it came from, and who put it there.
BringIn = Callable[[Path, str, str], Awaitable[Source]]


class Downloads:
    """The downloads of a workspace."""

    def __init__(self, store: Store, folder: Path, limits: Callable[[], FetchLimits], bring_in: BringIn) -> None:
        self._store = store
        self._folder = folder / FOLDER
        self._limits = limits
        self._bring_in = bring_in
        self._turns = asyncio.Semaphore(SIDE_BY_SIDE)
        self._working: dict[str, asyncio.Task[Download]] = {}

    def all(self) -> list[Download]:
        """Return all downloads, the newest first."""
        return self._store.downloads()

    async def fetch(
        self, url: str, cookies: Path | None = None, feed: str = "", episode: str = "", title: str = ""
    ) -> Download:
        """Fetch what an address shows and import it; what is here already is not fetched again.

        Args:
            url: Of a page with a video or sound, or of a media file.
            cookies: A file of cookies in Netscape's format, for what is shown to people who are signed in.
            feed: The feed that it is an episode of.
            episode: The feed's name for it.
            title: What it is called, where that is known better than by its page or file.

        Raises:
            FetchError: It can't be had. What came of it is kept, and gone on with the next time.
            MediaError: What was fetched can't be used.
            DiskFullError: There is no space left.
            Cancelled: It was stopped.
        """
        url = url.strip()
        known = self._store.find_download(url)
        if known is not None and known.state == "fetched" and known.file is not None and known.file.is_file():
            return known
        task = self._working.get(url)
        if task is None:
            fresh = known or Download(
                id=new_id(), url=url, feed=feed, episode=episode, title=title, created_at=time.time()
            )
            asked = fresh.model_copy(update={"state": "pending", "error": "", "is_stopped": False})
            self._store.put_download(asked)
            task = asyncio.ensure_future(self._work(asked, cookies))
            self._working[url] = task
            task.add_done_callback(lambda _: self._working.pop(url, None))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if task.cancelled():
                raise Cancelled("Stopped.") from None
            # Whoever waited was stopped, and with it the work.
            task.cancel()
            await see_through([task])
            raise

    async def stop(self, url: str) -> None:
        """Stop a download; `fetch` goes on with it."""
        if (task := self._working.get(url)) is not None:
            task.cancel()
            await see_through([task])

    async def feed(self, url: str) -> Feed:
        """Return a podcast's feed, with which of its episodes were taken.

        Raises:
            FetchError: It can't be had, or is no feed.
        """
        limits = self._limits()
        content = await stoppable(lambda check: read_page(url, limits, check), "feed")
        feed = await asyncio.to_thread(parse_feed, content, url)
        taken = {
            name for each in self.all() if each.state == "fetched" for name in (each.episode, each.url) if name
        }
        marked = (
            each.model_copy(update={"is_taken": each.id in taken or each.url in taken}) for each in feed.episodes
        )
        return feed.model_copy(update={"episodes": tuple(marked)})

    async def look(self, url: str) -> Feed | None:
        """Return the feed at an address, None where there is something else.

        Raises:
            FetchError: Nothing can be had from there.
        """
        try:
            return await self.feed(url)
        except FetchError as error:
            if error.reason == NO_FEED:
                return None
            raise

    async def take(self, feed: Feed, episode: Episode, cookies: Path | None = None) -> Download:
        """Fetch an episode of a feed; see `fetch`."""
        return await self.fetch(episode.url, cookies, feed.url, episode.id, episode.title)

    async def close(self) -> None:
        """Stop all downloads; each is gone on with when it is fetched again."""
        tasks = list(self._working.values())
        for task in tasks:
            task.cancel()
        await see_through(tasks)

    # Working

    async def _work(self, download: Download, cookies: Path | None) -> Download:
        try:
            async with self._turns:
                download = download.model_copy(update={"state": "fetching"})
                self._store.put_download(download)
                got = await self._got(download, cookies)
                source = await self._bring_in(got.file, got.page, got.uploader)
        except asyncio.CancelledError:
            self._ended(download, "Stopped.", is_stopped=True)
            raise
        except UserWorldError as error:
            self._ended(download, str(error))
            raise
        done = {**dict(got), "state": "fetched", "source_id": source.id, "fraction": 1.0, "message": ""}
        download = download.model_copy(update=done)
        self._store.put_download(download)
        return download

    def _ended(self, download: Download, reason: str, is_stopped: bool = False) -> None:
        changes = {"state": "failed", "error": reason, "is_stopped": is_stopped, "message": ""}
        # A disk that is full can't keep this either; who asked is told all the same.
        with contextlib.suppress(UserWorldError):
            self._store.put_download(download.model_copy(update=changes))

    async def _got(self, download: Download, cookies: Path | None) -> FetchedMedia:
        """Return what an address gave, trying again what may pass; more that came counts failures from anew."""
        folder, failures = self._folder / download.id, 0
        loop, limits = asyncio.get_running_loop(), self._limits()

        def work(check: Callable[[], None]) -> FetchedMedia:
            def tell(fraction: float, message: str = "") -> None:
                loop.call_soon_threadsafe(self._tell, download, fraction, message)

            told = _Seldom(tell)
            return _named(
                folder, lambda: fetch_media(download.url, folder, limits, cookies, told, check), download.title
            )

        while True:
            before = await asyncio.to_thread(_bytes_in, folder)
            try:
                return await stoppable(work, "download")
            except (FetchError, MediaError) as error:
                got_further = await asyncio.to_thread(_bytes_in, folder) > before
                failures = 1 if got_further else failures + 1
                if not error.is_passing or failures > RETRIES:
                    raise
                self._tell(download, 0.0, f"{error.reason} It is tried again.")
                await asyncio.sleep(delay(failures, _FIRST_WAIT, _LONGEST_WAIT))

    def _tell(self, download: Download, fraction: float, message: str) -> None:
        if download.url in self._working:
            told = {"state": "fetching", "fraction": fraction, "message": message}
            self._store.announce(DownloadChanged(download.model_copy(update=told)))


class _Seldom:
    """Progress that is told a few times a second, also where it comes thousands of times."""

    def __init__(self, tell: ProgressCallback) -> None:
        self._tell = tell
        self._told_at = 0.0

    def __call__(self, fraction: float, message: str = "") -> None:
        """Tell, unless it was just told. The loop is closed where the program ended meanwhile."""
        if time.monotonic() - self._told_at >= _TELL_EVERY:
            self._told_at = time.monotonic()
            with contextlib.suppress(RuntimeError):
                self._tell(fraction, message)


def _named(folder: Path, fetch: Callable[[], FetchedMedia], title: str = "") -> FetchedMedia:
    """Fetch, unless that was done and not written down; give file and captions the title, or their own.

    Raises:
        DiskFullError, FetchError: See `fetch_media`.
    """
    note = folder / _FETCHED
    try:
        got = FetchedMedia.model_validate_json(note.read_bytes())
    except (OSError, ValueError):
        got = fetch()
        partial = note.with_suffix(".part")
        partial.write_text(got.model_dump_json(), encoding="utf-8")
        partial.replace(note)
    got = got.model_copy(update={"title": title or got.title or got.file.stem})
    stem = file_name("{title}", {"title": got.title}, "")
    file = _renamed(got.file, folder / (stem + got.file.suffix))
    if not file.is_file():
        note.unlink()
        return _named(folder, fetch, title)
    captions = _renamed(got.captions, folder / (stem + got.captions.suffix)) if got.captions else None
    return got.model_copy(update={"file": file, "captions": captions})


def _renamed(file: Path, to: Path) -> Path:
    # It may have its name since before the program was killed; the folder may have been moved since.
    there = to.parent / file.name
    if there.is_file():
        there.replace(to)
    return to


def _bytes_in(folder: Path) -> int:
    if not folder.is_dir():
        return 0
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
