"""The process that fetches: of its own, so that it can be ended at any moment and guards all of its connections.

It tells its parent over a pipe: ("progress", bytes, bytes in all or 0), then ("done", result),
("refused", sentence, remedy) or ("failed", what went wrong). When the parent is gone, telling fails, and it ends.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from core.fetch.addresses import PrivateAddressError, guard_connections, only_the_web
from core.fetch.feeds import NO_FEED
from core.schema.download import FetchedMedia, FetchLimits
from core.schema.record import Record

SOCKET_SECONDS = 20.0
TALLEST_PX = 1080
# What a feed may have at most: longest known podcasts have 10 MB.
MOST_FEED_BYTES = 30_000_000
_DISK_FULL = "no space left on the disk"


class Refused(Exception):
    """Something that we don't do, in a sentence, with what to do instead."""


class FetchJob(Record):
    """What the process is to do: fetch media into a folder, or (`is_page`) read what an address says."""

    url: str
    folder: Path
    limits: FetchLimits
    cookies: Path | None = None
    is_page: bool = False


def run(text: str, pipe: Connection) -> None:
    """Do a job, given as JSON, and tell how it went."""
    job = FetchJob.model_validate_json(text)
    only_the_web()
    if not job.limits.allows_private:
        guard_connections()
    try:
        pipe.send(("done", _page(job) if job.is_page else _media(job, pipe)))
    except BaseException as error:
        with suppress(OSError):
            pipe.send(_told(error))


def _told(error: BaseException) -> tuple[str, ...]:
    """Return what went wrong; what we refused ourselves may have been wrapped several times."""
    chain: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and len(chain) < 10:
        chain.append(each)
        inner: Any = getattr(each, "exc_info", None) or getattr(each, "cause", None)
        inner = inner[1] if isinstance(inner, tuple) else inner
        each = each.__cause__ or (inner if isinstance(inner, BaseException) else None) or each.__context__
    for kind in (Refused, PrivateAddressError):
        for each in chain:
            if isinstance(each, kind):
                return ("refused", *map(str, each.args)) if kind is Refused else ("failed", str(each))
    private = next((str(each) for each in chain if "is a private address" in str(each)), "")
    return "failed", private or str(error) or type(error).__name__


# Pages


def _page(job: FetchJob) -> bytes:
    import httpx

    content = b""
    timeout = httpx.Timeout(SOCKET_SECONDS)
    headers = {
        "User-Agent": "Shortlist",
        "Accept": "application/rss+xml, application/atom+xml, application/xml, */*",
    }
    try:
        with (
            httpx.Client(follow_redirects=True, timeout=timeout, headers=headers) as client,
            client.stream("GET", job.url) as answer,
        ):
            if answer.status_code >= 400:
                raise OSError(f"HTTP Error {answer.status_code}")
            if answer.headers.get("Content-Type", "").startswith(("video/", "audio/")):
                raise Refused(NO_FEED)
            for chunk in answer.iter_bytes():
                content += chunk
                if len(content) > MOST_FEED_BYTES:
                    raise Refused(NO_FEED)
    except httpx.TimeoutException as error:
        raise OSError("timed out") from error
    except httpx.TransportError as error:
        raise OSError(f"connection reset: {error}") from error
    return content


# Media


def _media(job: FetchJob, pipe: Connection) -> str:
    from yt_dlp import YoutubeDL

    told = _Telling(job, pipe)
    with YoutubeDL(_options(job, told)) as ydl:
        info: dict[str, Any] = ydl.extract_info(job.url, download=False)
        if not info:
            raise OSError("no media found")
        info = _one_of(info)
        if info.get("is_live") or info.get("live_status") in ("is_live", "is_upcoming"):
            raise OSError("it is live")
        chosen = {"format": _formats(info), **_captions(info)}
    with YoutubeDL({**_options(job, told), **chosen}) as ydl:
        made: dict[str, Any] = ydl.process_ie_result(info, download=True)
    files = [Path(each["filepath"]) for each in made.get("requested_downloads", []) if each.get("filepath")]
    files = [file for file in files if file.is_file()]
    if not files:
        raise OSError("did not get any data")
    return FetchedMedia(
        file=_joined(files),
        page=str(info.get("webpage_url") or job.url),
        # The only video of a page is called like the page, and a number.
        title=str(info.get("title") or "").removesuffix(" (1)"),
        uploader=str(info.get("uploader") or info.get("channel") or info.get("creator") or ""),
        captions=_beside(made.get("requested_subtitles"), job.folder),
        thumbnail=next((file for file in job.folder.iterdir() if file.suffix in (".jpg", ".png", ".webp")), None),
    ).model_dump_json()


def _options(job: FetchJob, told: _Telling) -> dict[str, Any]:
    return {
        "outtmpl": {"default": str(job.folder / "media.%(format_id)s.%(ext)s")},
        "quiet": True,
        "no_warnings": True,
        "noprogress": True,
        "logger": _Silent(),
        "noplaylist": True,
        "playlist_items": "1:50",
        "continuedl": True,
        "nopart": False,
        "retries": 3,
        "fragment_retries": 3,
        "skip_unavailable_fragments": False,
        "socket_timeout": SOCKET_SECONDS,
        "cookiefile": str(job.cookies) if job.cookies else None,
        "cachedir": False,
        "writethumbnail": True,
        "progress_hooks": [told],
        "fixup": "never",
        "hls_prefer_native": True,
        "external_downloader": None,
        "windowsfilenames": True,
    }


def _one_of(info: dict[str, Any]) -> dict[str, Any]:
    """Return the one video of an answer; several are for the user to choose from."""
    if info.get("_type", "video") == "video":
        return info
    entries = [entry for entry in info.get("entries") or [] if entry]
    if len(entries) == 1:
        return _one_of(entries[0])
    if not entries:
        raise OSError("no media found")
    raise Refused(f"There are {len(entries)} videos at this address.", "Give the address of one of them.")


def _formats(info: dict[str, Any]) -> str:
    """Return which formats are taken: one with picture and sound where it is good enough, else one of each."""

    def height(each: dict[str, Any]) -> int:
        return min(int(each.get("height") or 0), TALLEST_PX)

    found = info.get("formats") or [info]
    seen = [each for each in found if each.get("vcodec") not in (None, "none")]
    whole = [each for each in seen if each.get("acodec") not in (None, "none")]
    heard = [each for each in found if each.get("acodec") not in (None, "none") and each not in seen]
    alone = [each for each in seen if each not in whole]
    low = f"[height<={TALLEST_PX}]"
    if heard and alone and max(map(height, alone)) > max(map(height, whole), default=0):
        return f"bv{low}/bv,ba"
    return f"b{low}/b/bv*{low}/bv*/ba/best"


def _captions(info: dict[str, Any]) -> dict[str, Any]:
    """Return how captions that people made are asked for: in the language that is spoken, else the first."""
    found = list(info.get("subtitles") or {})
    spoken = str(info.get("language") or "").partition("-")[0]
    fitting = [each for each in found if spoken and each.partition("-")[0] == spoken] or found
    fitting = [each for each in fitting if each != "live_chat"]
    if not fitting:
        return {}
    return {"writesubtitles": True, "subtitleslangs": [fitting[0]], "subtitlesformat": "vtt/srt/best"}


def _beside(subtitles: dict[str, Any] | None, folder: Path) -> Path | None:
    for each in (subtitles or {}).values():
        file = Path(each.get("filepath") or "")
        if file.is_file() and file.parent == folder and file.suffix in (".vtt", ".srt", ".ass"):
            return file
    return None


def _joined(files: list[Path]) -> Path:
    """Return one file of what came; picture and sound that came apart are put together, without coding."""
    if len(files) == 1:
        return files[0]
    from core.media.join import join_streams

    return join_streams(files[0], files[1], files[0].with_name("media.mkv"))


class _Silent:
    """Takes what yt-dlp says; errors are raised as well."""

    def debug(self, message: str) -> None:
        """Say nothing."""

    info = warning = error = debug


class _Telling:
    """Tells of progress, and ends what takes too much."""

    def __init__(self, job: FetchJob, pipe: Connection) -> None:
        self._job = job
        self._pipe = pipe
        self._whole: dict[str, int] = {}

    def __call__(self, status: dict[str, Any]) -> None:
        """Take one status of yt-dlp's."""
        limits = self._job.limits
        self._whole[str(status.get("filename"))] = int(status.get("downloaded_bytes") or 0)
        done = sum(self._whole.values())
        total = int(status.get("total_bytes") or status.get("total_bytes_estimate") or 0)
        if max(done, total if status.get("total_bytes") else 0) > limits.most_bytes:
            raise Refused(f"It is larger than the {limits.most_bytes / 1e9:g} GB that a download may have.")
        if shutil.disk_usage(self._job.folder).free < limits.keeps_free_bytes:
            raise OSError(_DISK_FULL)
        try:
            self._pipe.send(("progress", done, total))
        except OSError:
            # Nobody listens any more: whoever asked was killed.
            os._exit(1)
