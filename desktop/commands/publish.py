"""`publish`: finished clips to a destination."""

from __future__ import annotations

import argparse
import sys

from core.schema.publication import Publication
from desktop import loop
from desktop.command import Command
from desktop.progress import Progress
from desktop.report import watched
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", metavar="RUN", help="run id, or the start of one")
    parser.add_argument("--to", required=True, metavar="NAME", help="a destination; see main.py destinations")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument(
        "--clips", metavar="IDS", help="clip ids, comma-separated (default: all that are finished)"
    )
    parser.add_argument(
        "--again", action="store_true", help="look whether what was published is still there, and send what is not"
    )
    parser.add_argument("--json", action="store_true", help="one JSON event a line on standard output")


def execute(arguments: argparse.Namespace) -> int:
    """Publish and return 0 when all of it arrived."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    progress = Progress(is_json=arguments.json)
    async with opened(arguments.workspace, "main.py publish") as project:
        run = project.find_run(arguments.run)
        wanted = arguments.clips.split(",") if arguments.clips else ()
        async with watched(project, progress):
            asked = await project.publications.publish(run.id, arguments.to, wanted, arguments.again)
            named = {each.id for each in asked}
            found = [each for each in await project.publications.settled(run.id) if each.id in named]
    done = tell(found, arguments.json)
    places = [place for each in found for place in each.places]
    progress.emit({"event": "summary", "ok": done, "run_id": run.id, "places": places})
    return 0 if done else 1


def tell(found: list[Publication], is_json: bool) -> bool:
    """Tell how publications ended; return whether all of them arrived."""
    for each in found:
        if each.state != "published":
            print(f"error: {each.clip_id} {each.aspect} {each.preset}: {each.error}", file=sys.stderr)
        elif not is_json:
            print(each.places[0])
    return all(each.state == "published" for each in found)


COMMAND = Command("publish", "send finished clips to a destination", add_arguments, execute)
