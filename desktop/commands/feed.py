"""`feed`: episodes of a podcast, listed, fetched, or made clips of."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence

from core.schema.download import Episode, Feed
from desktop import loop
from desktop.command import Command
from desktop.commands.fetch import fetched, tell
from desktop.fetching import add_fetch_arguments, chosen_fetching
from desktop.progress import Progress
from desktop.report import watched
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("url", metavar="URL", help="of the podcast's RSS feed")
    parser.add_argument("--list", action="store_true", help="list episodes (what is done by default)")
    parser.add_argument(
        "--newest", type=int, default=0, metavar="N", help="fetch those of the newest N not taken yet"
    )
    parser.add_argument("--episodes", default="", metavar="NUMBERS", help="fetch these, as they are listed: 1,3")
    parser.add_argument("--workspace", metavar="DIR", help="workspace folder (default: your own)")
    add_fetch_arguments(parser)
    parser.add_argument("--json", action="store_true", help="JSON on standard output")


def execute(arguments: argparse.Namespace) -> int:
    """List or fetch, and return 0 when all of it is here."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    progress = Progress(is_json=arguments.json)
    async with opened(arguments.workspace, "main.py feed", chosen_fetching(arguments)) as project:
        feed = await project.downloads.feed(arguments.url)
        if arguments.list or not (arguments.newest or arguments.episodes):
            _list(feed, arguments.json)
            return 0
        try:
            wanted = _chosen(feed, arguments.newest, arguments.episodes)
        except ValueError:
            print(f"error: --episodes takes numbers from 1 to {len(feed.episodes)}", file=sys.stderr)
            return 2
        async with watched(project, progress):
            got = await fetched([project.downloads.take(feed, each, arguments.cookies) for each in wanted])
    if not wanted and not arguments.json:
        print("Nothing new: all of these episodes were taken before.")
    return tell(got, progress, arguments.json)


def _chosen(feed: Feed, newest: int, numbers: str) -> Sequence[Episode]:
    if numbers:
        wanted = [int(number) for number in numbers.split(",")]
        if not all(1 <= number <= len(feed.episodes) for number in wanted):
            raise ValueError(numbers)
        return [feed.episodes[number - 1] for number in dict.fromkeys(wanted)]
    return [each for each in feed.episodes[: max(0, newest)] if not each.is_taken]


def _list(feed: Feed, is_json: bool) -> None:
    if is_json:
        print(json.dumps(json.loads(feed.model_dump_json()), indent=2, ensure_ascii=False))
        return
    print(f"{feed.title or feed.url}: {len(feed.episodes)} episodes")
    for number, each in enumerate(feed.episodes, 1):
        day = time.strftime("%Y-%m-%d", time.gmtime(each.published)) if each.published else " " * 10
        length = f"{each.seconds / 60:4.0f} min" if each.seconds else " " * 8
        print(f"{'✓' if each.is_taken else ' '} {number:3d}  {day}  {length}  {each.title}")


COMMAND = Command("feed", "episodes of a podcast's feed: list them, fetch the newest", add_arguments, execute)
