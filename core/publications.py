"""Publishing finished clips, as the project deals with it: asked for, sent in the background, followed, stopped.

What is to be published is a record before anything is sent (output × destination × content), so that a crash
forgets nothing and sends nothing twice: what was begun goes on where it was, and what is there is known by its
content.
One clip after the other goes to a destination; several destinations are served side by side.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from core.aside import aside, stoppable
from core.backoff import delay
from core.errors import Cancelled, ExportError, ShortlistError, UserWorldError
from core.export.naming import file_name
from core.pipeline.events import Event, OutputChanged, PublicationChanged
from core.pipeline.records.database import new_id
from core.pipeline.records.store import Store
from core.pipeline.together import see_through
from core.publish.destination import check_unchanged, digest_of
from core.publish.destinations import kind_named
from core.schema.clip import Clip, Post
from core.schema.destination import Destination
from core.schema.publication import Publication, PublishedFile
from core.schema.run import OutputRecord

_log = logging.getLogger(__name__)
# So often it is tried again what fails in a way that may pass, without getting further, before the user is told.
RETRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 60.0  # seconds
_TELL_EVERY = 0.2  # seconds between two tellings of progress


class Publications:
    """The publications of a workspace. `post_of` gives what is written beside a clip where it is posted."""

    def __init__(self, store: Store, folder: Path, destinations: Sequence[Destination] = ()) -> None:
        self._store = store
        self._folder = folder
        self.destinations = tuple(destinations)
        self.post_of: Callable[[Clip], Awaitable[Post]] = _as_written
        self._serving: dict[str, asyncio.Task[None]] = {}
        self._sending: dict[str, asyncio.Task[tuple[str, ...]]] = {}
        self._answers: dict[str, str] = {}
        self._ordering: dict[str, set[asyncio.Task[None]]] = {}
        # Locks are taken in the order asked for: clips go out as they were finished, not as their files were read.
        self._one_by_one = asyncio.Lock()
        self._moved = asyncio.Event()
        self._is_closing = False
        self._unsubscribe = store.subscribe(self._follow)

    # Destinations

    def configure(self, destinations: Sequence[Destination]) -> None:
        """Take other destinations from now on; what waits for one that is here now goes on."""
        self.destinations = tuple(destinations)
        self._wake()

    def destination(self, name: str) -> Destination:
        """Return a destination by its name.

        Raises:
            ExportError: There is none of that name.
        """
        found = next((each for each in self.destinations if each.name == name), None)
        if found is None:
            known = ", ".join(each.name for each in self.destinations)
            remedy = (
                f"Known ones: {known}." if known else "Add one first: main.py destinations add, or in Settings."
            )
            raise ExportError(f"There is no destination “{name}”.", remedy=remedy)
        return found

    async def check(self, where: Destination) -> str:
        """Try a destination, leaving nothing there; return in words what was tried.

        Raises:
            ExportError: It can't be used.
        """
        if where.problem:
            raise ExportError(where.problem, where.name)
        return await aside(lambda: kind_named(where.kind).check(where), "destination check")

    # Asking

    async def publish(
        self,
        run_id: str,
        name: str,
        clip_ids: Collection[str] = (),
        is_again: bool = False,
        output_ids: Collection[str] = (),
    ) -> list[Publication]:
        """Send the finished files of a run's clips (all that are finished, or those named) to a destination.

        Work goes on in the background. What is there already is not sent again; with `is_again` it is looked for
        once more. With `output_ids` only those outputs are sent.

        Raises:
            ExportError: There is no such destination, nothing is finished, or a finished file is gone.
        """
        self.destination(name)
        outputs = [
            output
            for output in self._store.outputs(run_id)
            if output.state == "rendered" and output.files and (not clip_ids or output.clip_id in clip_ids)
            and (not output_ids or output.id in output_ids)
        ]  # fmt: skip
        missing = set(clip_ids) - {output.clip_id for output in outputs}
        if missing or not outputs:
            which = f"Of {', '.join(sorted(missing))} nothing" if missing else "Nothing of this run"
            raise ExportError(f"{which} is finished yet.", remedy="Export it first, then publish it.")
        wanted = [await self._publication(output, name) for output in outputs]
        asked = self._store.ask_publications(wanted, is_again)
        self._wake()
        return asked

    async def _publication(self, output: OutputRecord, name: str) -> Publication:
        run = self._store.run(output.run_id)
        clip = self._store.clip(output.clip_id)
        post = await self.post_of(clip)
        folder = file_name("{run}", {"run": run.source_name}, "")
        files = await aside(lambda: _files(output.files, folder), "reading finished files")
        about: dict[str, Any] = {
            "id": clip.id,
            "run_id": run.id,
            "source": run.source_name,
            "start": clip.cut.start,
            "end": clip.cut.end,
            "title": clip.wording.title,
            "description": post.description,
            "hashtags": list(post.hashtags),
            "aspect": output.aspect,
            "preset": output.preset,
            "score": clip.score,
        }
        return Publication(
            id=new_id(),
            run_id=run.id,
            output_id=output.id,
            clip_id=clip.id,
            aspect=output.aspect,
            preset=output.preset,
            destination=name,
            digest=hashlib.sha256("".join(file.sha256 for file in files).encode()).hexdigest(),
            files=files,
            about=about,
        )

    def _follow(self, event: Event) -> None:
        """Order what a run was to publish as soon as it is finished."""
        if isinstance(event, OutputChanged) and event.output.state == "rendered":
            self._order([event.output])

    def _order(self, outputs: Iterable[OutputRecord]) -> None:
        for output in outputs:
            by_run = self._store.run(output.run_id).options.publish_to
            names = by_run if output.publish_to is None else output.publish_to
            if names and not self._is_closing:
                task = asyncio.ensure_future(self._publish_ordered(output, names))
                tasks = self._ordering.setdefault(output.run_id, set())
                tasks.add(task)
                task.add_done_callback(tasks.discard)

    async def _publish_ordered(self, output: OutputRecord, names: Sequence[str]) -> None:
        async with self._one_by_one:
            try:
                wanted = [await self._publication(output, name) for name in names]
            except UserWorldError as error:
                text = f"It could not be published: {error}"
                self._store.write_log(output.run_id, text, "error")
                return
            self._store.ask_publications(wanted, ordered=output.id)
        self._wake()

    # Reading and following

    def of_run(self, run_id: str) -> list[Publication]:
        """Return a run's publications in the order they were asked for."""
        return self._store.publications(run_id)

    def unfinished(self) -> list[Publication]:
        """Return what is to be sent or being sent."""
        return self._store.open_publications()

    def runs_under_way(self) -> set[str]:
        """Return the runs of which something is to be sent, or is being made ready for that."""
        ordering = {run_id for run_id, tasks in self._ordering.items() if tasks}
        return ordering.union(each.run_id for each in self.unfinished())

    async def settled(self, run_id: str) -> list[Publication]:
        """Wait until nothing more happens by itself to a run's publications, and return them."""
        while True:
            self._moved.clear()
            if ordering := self._ordering.get(run_id):
                await asyncio.wait(set(ordering))
                continue
            found = self.of_run(run_id)
            if not any(each.is_open for each in found):
                return found
            await self._moved.wait()

    async def stop(self, publication_id: str) -> None:
        """Stop sending, or don't begin; `retry` goes on where it was."""
        found = self._store.publication(publication_id)
        if not found.is_open:
            return
        if (task := self._sending.get(publication_id)) is not None:
            task.cancel()
            await asyncio.wait([task])
        if self._store.publication(publication_id).is_open:
            self._fail(publication_id, "Stopped.", is_stopped=True)

    async def stop_run(self, run_id: str) -> None:
        """Stop sending all that is on its way of a run; what waits is not begun."""
        # What waits first, or it would be begun in place of what is stopped.
        for each in sorted(self._store.open_publications(), key=lambda each: each.id in self._sending):
            if each.run_id == run_id:
                await self.stop(each.id)

    def retry(self, publication_id: str) -> None:
        """Try once more what failed or was stopped; what was sent of it is not sent again."""
        if self._store.publication(publication_id).state == "failed":
            self._store.move_publication(publication_id, "pending", error="", is_stopped=False)
            self._wake()

    def go_on(self) -> None:
        """Go on with what a former start left, and order what was finished without having been ordered."""
        self._order(self._store.outputs_to_publish())
        self._wake()

    async def close(self) -> None:
        """Stop sending at once; it goes on when the workspace is opened again."""
        self._is_closing = True
        self._unsubscribe()
        tasks = [*self._serving.values(), *(task for group in self._ordering.values() for task in group)]
        for task in tasks:
            task.cancel()
        await see_through(tasks)

    # Sending

    def _wake(self) -> None:
        if self._is_closing:
            return
        known = {each.name for each in self.destinations}
        for name in dict.fromkeys(each.destination for each in self._store.open_publications()):
            if name not in known:
                self._fail_all_to(name)
            elif name not in self._serving:
                task = asyncio.ensure_future(self._serve(name))
                self._serving[name] = task

    def _fail_all_to(self, name: str) -> None:
        for each in self._store.open_publications():
            if each.destination == name and each.id not in self._sending:
                self._fail(each.id, f"There is no destination “{name}” any more.")

    async def _serve(self, name: str) -> None:
        """Send what waits for a destination, one after the other, until nothing is left that can go now."""
        try:
            while (item := self._next(name)) is not None:
                try:
                    await self._send(item)
                except UserWorldError as error:
                    # Not even the records can be written: a full or broken disk under the workspace.
                    _log.warning("Publishing to %s waits: %s", name, error)
                    await asyncio.sleep(_LONGEST_WAIT)
                # What tells of others may have waited for this one.
                self._wake()
        finally:
            # Not when the task is done, which is a turn later: who wakes it until then would be forgotten.
            self._serving.pop(name, None)

    def _next(self, name: str) -> Publication | None:
        last = {each.name for each in self.destinations if kind_named(each.kind).IS_LAST}
        if not any(each.name == name for each in self.destinations):
            return None
        waiting = self._store.open_publications()
        busy = {each.output_id for each in waiting if each.destination not in last} if name in last else set()
        return next((each for each in waiting if each.destination == name and each.output_id not in busy), None)

    async def _send(self, item: Publication) -> None:
        self._store.move_publication(item.id, "sending")
        task = asyncio.ensure_future(self._attempts(item))
        self._sending[item.id] = task
        try:
            places = await asyncio.shield(task)
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait([task])
            if self._is_closing:
                raise
            self._fail(item.id, "Stopped.", is_stopped=True)
        except Cancelled:
            self._fail(item.id, "Stopped.", is_stopped=True)
        except UserWorldError as error:
            self._fail(item.id, str(error))
        except Exception as error:
            # The last boundary: nothing may leave a publication silent and stuck.
            _log.exception("publication %s", item.id)
            self._fail(item.id, f"Something went wrong inside Shortlist ({type(error).__name__}: {error}).")
        else:
            answer = self._answers.get(item.id, "")
            self._store.move_publication(item.id, "published", places=places, token="", message=answer)
        finally:
            self._sending.pop(item.id, None)
            self._answers.pop(item.id, None)
            self._moved.set()

    def _fail(self, publication_id: str, reason: str, is_stopped: bool = False) -> None:
        self._store.move_publication(publication_id, "failed", error=reason, is_stopped=is_stopped, message="")
        self._moved.set()

    async def _attempts(self, item: Publication) -> tuple[str, ...]:
        """Send it, trying again what may pass; an attempt that got further counts failures from anew."""
        failures = 0
        while True:
            kept: list[str] = []
            try:
                return await self._attempt(self._store.publication(item.id), kept)
            except ShortlistError as error:
                # The first is kept when it begins, the next when a part came through.
                failures = 1 if len(kept) > 1 else failures + 1
                if not error.is_passing or failures > RETRIES:
                    raise
                wait = delay(failures, _FIRST_WAIT, _LONGEST_WAIT)
                self._tell(item, 0.0, f"{error.reason} It is tried again.")
                await asyncio.sleep(wait)

    async def _attempt(self, item: Publication, kept: list[str]) -> tuple[str, ...]:
        where = self.destination(item.destination)
        loop = asyncio.get_running_loop()
        kind = kind_named(where.kind)
        if kind.IS_LAST:
            item = item.model_copy(update={"about": {**item.about, "published": self._elsewhere(item)}})

        async def write(token: str) -> None:
            self._store.keep_publication_token(item.id, token)

        def work(check: Callable[[], None]) -> tuple[str, ...]:
            told_at = 0.0

            def progress(fraction: float, message: str = "") -> None:
                nonlocal told_at
                check()
                if kind.IS_LAST and fraction == 1.0:
                    self._answers[item.id] = message
                if time.monotonic() - told_at >= _TELL_EVERY:
                    told_at = time.monotonic()
                    with contextlib.suppress(RuntimeError):
                        loop.call_soon_threadsafe(self._tell, item, fraction, message)

            def keep(token: str) -> None:
                check()
                writing = asyncio.run_coroutine_threadsafe(write(token), loop)
                while not _is_done(writing):
                    check()
                kept.append(token)

            check_unchanged(item, progress)
            return kind.send(where, item, keep, progress)

        return await stoppable(work, f"publishing to {where.name}")

    def _elsewhere(self, item: Publication) -> list[dict[str, Any]]:
        """Return where the same files were published."""
        return [
            {"destination": each.destination, "places": list(each.places)}
            for each in self._store.publications(item.run_id)
            if each.output_id == item.output_id and each.digest == item.digest and each.state == "published"
            and each.id != item.id
        ]  # fmt: skip

    def _tell(self, item: Publication, fraction: float, message: str) -> None:
        if item.id in self._sending and not self._is_closing:
            told = {"state": "sending", "fraction": fraction, "message": message}
            self._store.announce(PublicationChanged(item.model_copy(update=told)))


def _is_done(writing: Any) -> bool:
    """Whether a token is written, after a moment's wait.

    Raises:
        ShortlistError: It can't be.
    """
    try:
        writing.result(timeout=0.1)
    except TimeoutError:
        return False
    return True


def _files(paths: Sequence[Path], folder: str) -> tuple[PublishedFile, ...]:
    files = []
    for path in paths:
        try:
            size, digest = path.stat().st_size, digest_of(path)
        except OSError as error:
            reason = error.strerror or str(error)
            raise ExportError(
                f"The finished file can't be read ({reason}).", str(path), remedy="Export the clip again."
            ) from error
        files.append(PublishedFile(path=path, name=f"{folder}/{path.name}", sha256=digest, size_bytes=size))
    return tuple(files)


async def _as_written(clip: Clip) -> Post:
    return clip.post
