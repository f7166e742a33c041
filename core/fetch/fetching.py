"""Fetching, as seen by who asks: a process is started, listened to, and ended when it stalls or is stopped."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.errors import FetchError, disk_full
from core.fetch import child
from core.fetch.addresses import check_address, private
from core.fetch.child import FetchJob
from core.fetch.sentences import explained
from core.schema.download import FetchedMedia, FetchLimits
from core.schema.record import ProgressCallback, ignore_progress
from core.spawned import Spawning

# A page that is looked through before anything comes may take longer than a file between two bytes.
_LOOK_SECONDS = 0.1
_END_SECONDS = 5.0


def fetch_media(
    url: str,
    folder: Path,
    limits: FetchLimits,
    cookies: Path | None = None,
    progress: ProgressCallback = ignore_progress,
    check: Callable[[], None] = lambda: None,
) -> FetchedMedia:
    """Fetch what an address shows into a folder of its own; what an earlier try left there is gone on with.

    Args:
        url: Of a page with a video or sound, or of a media file itself.
        folder: Made where it is missing.
        limits: What it may take.
        cookies: A file of cookies in Netscape's format, which is not changed.
        progress: Told 0 to 1 (0 where nobody knows how much there is), and words.
        check: Called several times a second; raises to stop.

    Raises:
        FetchError: It can't be had; `is_passing` where the same may work a little later.
        DiskFullError: There is no space left.
    """
    check_address(url, limits.allows_private)
    folder.mkdir(parents=True, exist_ok=True)
    copied = None
    if cookies is not None:
        # yt-dlp writes its own back into the file that it is given.
        copied = folder / ".cookies"
        try:
            shutil.copyfile(cookies, copied)
        except OSError as error:
            raise FetchError(f"The cookies can't be read ({error.strerror}).", str(cookies)) from error
    try:
        job = FetchJob(url=url, folder=folder, limits=limits, cookies=copied)
        return FetchedMedia.model_validate_json(_run(job, progress, check))
    finally:
        if copied is not None:
            copied.unlink(missing_ok=True)


def read_page(url: str, limits: FetchLimits, check: Callable[[], None] = lambda: None) -> bytes:
    """Return what an address says, as a feed is.

    Raises:
        FetchError: It can't be had.
    """
    check_address(url, limits.allows_private)
    found: bytes = _run(FetchJob(url=url, folder=Path(), limits=limits, is_page=True), ignore_progress, check)
    return found


def _run(job: FetchJob, progress: ProgressCallback, check: Callable[[], None]) -> Any:
    context = Spawning()
    ours, theirs = context.Pipe()
    process = context.Process(target=child.run, args=(job.model_dump_json(), theirs), name="fetch", daemon=True)
    process.start()
    theirs.close()
    try:
        return _listen(job, ours, process.is_alive, progress, check)
    finally:
        process.terminate()
        process.join(_END_SECONDS)
        if process.is_alive():
            process.kill()
            process.join(_END_SECONDS)
        process.close()
        ours.close()


def _listen(
    job: FetchJob,
    pipe: Any,
    is_alive: Callable[[], bool],
    progress: ProgressCallback,
    check: Callable[[], None],
) -> Any:
    begun = moved_at = time.monotonic()
    most = 0
    while True:
        check()
        if pipe.poll(_LOOK_SECONDS):
            try:
                kind, *told = pipe.recv()
            except EOFError as error:
                raise FetchError("The download broke off.", job.url, is_passing=True) from error
            if kind == "done":
                return told[0]
            if kind == "refused":
                raise FetchError(told[0], job.url, remedy=" ".join(told[1:]))
            if kind == "failed":
                raise _failed(str(told[0]), job)
            done, total = told
            if done > most:
                most, moved_at = done, time.monotonic()
            progress(min(1.0, done / total) if total else 0.0, _amount(done, total, time.monotonic() - begun))
        elif time.monotonic() - moved_at > job.limits.stall_seconds:
            seconds = f"{job.limits.stall_seconds:.0f} seconds"
            raise FetchError(
                f"Nothing came for {seconds}.",
                job.url,
                remedy="Try again: it goes on where it was.",
                is_passing=True,
            )
        elif not is_alive() and not pipe.poll(0):
            raise FetchError("The download broke off.", job.url, is_passing=True)


def _failed(said: str, job: FetchJob) -> Exception:
    error = explained(said, job.url)
    if error.reason == "private":
        return private(job.url)
    if error.reason == "disk":
        return disk_full(str(job.folder))
    return error


def _amount(done: int, total: int, seconds: float) -> str:
    speed = f", {done / seconds / 1e6:.1f} MB a second" if seconds > 1 else ""
    of = f" of {total / 1e6:.0f}" if total > done else ""
    return f"{done / 1e6:.0f}{of} MB{speed}"
