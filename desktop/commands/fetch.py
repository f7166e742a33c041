"""`fetch`: sources from the network, without a run."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Sequence

from core.errors import ShortlistError
from core.schema.download import Download
from desktop import loop
from desktop.command import Command
from desktop.fetching import add_fetch_arguments, chosen_fetching
from desktop.progress import Progress
from desktop.report import watched
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("urls", nargs="+", metavar="URL", help="a page with a video or sound, or a media file")
    parser.add_argument("--workspace", metavar="DIR", help="workspace folder (default: your own)")
    add_fetch_arguments(parser)
    parser.add_argument("--json", action="store_true", help="one JSON event a line on standard output")


def execute(arguments: argparse.Namespace) -> int:
    """Fetch and return 0 when all of it is here."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    progress = Progress(is_json=arguments.json)
    async with (
        opened(arguments.workspace, "main.py fetch", chosen_fetching(arguments)) as project,
        watched(project, progress),
    ):
        got = await fetched([project.downloads.fetch(url, arguments.cookies) for url in arguments.urls])
    return tell(got, progress, arguments.json)


async def fetched(downloads: Sequence[Awaitable[Download]]) -> list[Download | ShortlistError]:
    """Wait for downloads; one that fails costs no other."""
    return await asyncio.gather(*(_one(each) for each in downloads))


async def _one(download: Awaitable[Download]) -> Download | ShortlistError:
    try:
        return await download
    except ShortlistError as error:
        return error


def tell(got: Sequence[Download | ShortlistError], progress: Progress, is_json: bool) -> int:
    """Tell what came and what did not; return the exit status."""
    for each in got:
        if isinstance(each, ShortlistError):
            print(f"error: {each}", file=sys.stderr)
        elif not is_json:
            print(each.file)
    files = [str(each.file) for each in got if isinstance(each, Download)]
    progress.emit({"event": "summary", "ok": len(files) == len(got), "files": files})
    return 0 if len(files) == len(got) else 1


COMMAND = Command("fetch", "fetch videos or sound from the network and import them", add_arguments, execute)
