"""Downloads as the project deals with them: once an address, resumed, remembered, and told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from core import downloads as module
from core.downloads import Downloads
from core.errors import Cancelled, FetchError
from core.pipeline.events import DownloadChanged
from core.pipeline.records.store import Store
from core.schema.download import Episode, Feed, FetchedMedia, FetchLimits
from core.schema.source import Source


class Desk:
    """A store with downloads whose fetching is done in this process: as `fetch_media`, by name of the address."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.store = Store(folder / "workspace.sqlite")
        self.asked: list[str] = []
        self.fails: list[FetchError] = []
        self.grows = False
        monkeypatch.setattr(module, "fetch_media", self._fetch)
        monkeypatch.setattr(module, "_FIRST_WAIT", 0.001)
        monkeypatch.setattr(module, "_LONGEST_WAIT", 0.002)

    def _fetch(self, url: str, folder: Path, limits: FetchLimits, cookies, progress, check) -> FetchedMedia:
        self.asked.append(url)
        folder.mkdir(parents=True, exist_ok=True)
        progress(0.5, "half")
        if "wait" in url:
            while True:
                check()
        if self.grows:
            with (folder / "media.mp4.part").open("ab") as part:
                part.write(b"more")
        if self.fails:
            raise self.fails.pop(0)
        file, captions = folder / "media.0.mp4", folder / "media.0.en.vtt"
        file.write_bytes(url.encode())
        captions.write_text("WEBVTT")
        return FetchedMedia(
            file=file, page=url + "#page", title="A talk: part 1", uploader="Ada", captions=captions
        )

    async def bring_in(self, path: Path, page: str, uploader: str) -> Source:
        return self.store.add_source(path, path.read_bytes().decode(), 1, 60.0, page, uploader)

    def work(self, work: Callable[[Downloads], Awaitable[object]]) -> object:
        async def through() -> object:
            made = Downloads(self.store, self.folder, FetchLimits, self.bring_in)
            try:
                return await work(made)
            finally:
                await made.close()

        return asyncio.run(through())


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(tmp_path, monkeypatch)
    yield made
    made.store.close()


def broken() -> FetchError:
    return FetchError("The line broke.", "x", is_passing=True)


def test_an_address_becomes_a_source_with_its_page_once(desk):
    told = []
    desk.store.subscribe(lambda event: isinstance(event, DownloadChanged) and told.append(event.download))
    got = desk.work(lambda made: made.fetch(" http://x/talk "))
    assert got.state == "fetched" and got.file.name == "A talk - part 1.mp4" and got.captions.stem == got.file.stem
    source = desk.store.source(got.source_id)
    assert (source.name, source.page, source.uploader) == ("A talk - part 1", "http://x/talk#page", "Ada")
    assert [each.state for each in told][:2] == ["pending", "fetching"] and told[-1].state == "fetched"
    assert desk.work(lambda made: made.fetch("http://x/talk")) == got and desk.asked == ["http://x/talk"]
    again = desk.store.add_source(source.path, source.fingerprint, 1)
    assert again.page == source.page, "an import by hand forgot where it came from"


def test_an_episode_is_called_as_its_feed_calls_it(desk):
    feed = Feed(url="http://x/feed")
    episode = Episode(id="e1", title="Why: the end", url="http://x/default.mp3")
    got = desk.work(lambda made: made.take(feed, episode))
    assert (got.title, got.file.name, got.episode) == ("Why: the end", "Why - the end.mp4", "e1")


def test_two_who_want_the_same_at_once_get_one_download(desk):
    async def both(made: Downloads) -> object:
        return await asyncio.gather(made.fetch("http://x/a"), made.fetch("http://x/a"), made.fetch("http://x/b"))

    first, second, _ = desk.work(both)
    assert first == second and sorted(desk.asked) == ["http://x/a", "http://x/b"]


def test_a_line_that_broke_is_tried_again_as_long_as_more_comes(desk):
    desk.fails = [broken() for _ in range(module.RETRIES + 1)]
    with pytest.raises(FetchError):
        desk.work(lambda made: made.fetch("http://x/a"))
    (failed,) = desk.store.downloads()
    assert failed.state == "failed" and "line broke" in failed.error and len(desk.asked) == module.RETRIES + 1
    desk.fails, desk.grows = [broken() for _ in range(10)], True
    assert desk.work(lambda made: made.fetch("http://x/a")).state == "fetched"


def test_what_can_not_pass_is_told_at_once(desk):
    desk.fails = [FetchError("Nothing there.", "x")]
    with pytest.raises(FetchError, match="Nothing there"):
        desk.work(lambda made: made.fetch("http://x/a"))
    assert len(desk.asked) == 1


def test_a_stopped_download_says_so_and_goes_on_later(desk):
    async def stop(made: Downloads) -> None:
        task = asyncio.ensure_future(made.fetch("http://x/wait"))
        while not desk.asked:
            await asyncio.sleep(0.01)
        await made.stop("http://x/wait")
        with pytest.raises(Cancelled):
            await task

    desk.work(stop)
    (stopped,) = desk.store.downloads()
    assert stopped.state == "failed" and stopped.is_stopped


def test_closing_stops_what_is_fetched(desk):
    async def begin(made: Downloads) -> None:
        task = asyncio.ensure_future(made.fetch("http://x/wait"))
        while not desk.asked:
            await asyncio.sleep(0.01)
        task.add_done_callback(lambda done: done.cancelled() or done.exception())

    desk.work(begin)
    assert desk.store.downloads()[0].state == "failed"


def test_a_kill_between_fetching_and_writing_down_fetches_nothing_twice(desk):
    got = desk.work(lambda made: made.fetch("http://x/a"))
    for state, name in (("fetching", got.file), ("fetching", got.file.with_name("media.0.mp4"))):
        desk.store.put_download(got.model_copy(update={"state": state}))
        if got.file != name:
            got.file.rename(name)
        assert desk.work(lambda made: made.fetch("http://x/a")).file == got.file and got.file.is_file()
    assert desk.asked == ["http://x/a"]


def test_a_file_that_was_removed_is_fetched_again(desk):
    got = desk.work(lambda made: made.fetch("http://x/a"))
    got.file.unlink()
    assert desk.work(lambda made: made.fetch("http://x/a")).file.is_file()
    assert len(desk.asked) == 2
