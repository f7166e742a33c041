"""`texts`: what is written beside each clip of a run where it is posted: title, hook, description, hashtags."""

from __future__ import annotations

import argparse
import json
import sys

from core.errors import WorkspaceError
from core.project import Project
from core.schema.clip import Clip, Post
from desktop import loop
from desktop.command import Command
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", metavar="RUN", help="run id, or the start of one")
    parser.add_argument(
        "--clips", metavar="IDS", default="", help="of these alone: ids, or ends of them, with commas"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="have the language model that you set write them; it costs, and is one step of undo",
    )
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Print the texts of clips; return 0, or 1 where some could not be written."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with opened(arguments.workspace, "main.py texts") as project:
        run = project.find_run(arguments.run)
        clips = _chosen(project, run.id, arguments.clips)
        problem = ""
        if arguments.write:
            outcome = await project.posts.write(run.id, [clip.id for clip in clips])
            problem = outcome.problem
            cost = f" for ${outcome.usd:.4f}" if outcome.usd else ""
            print(f"Written for {outcome.written} of {len(clips)} clips{cost}. {problem}".strip(), file=sys.stderr)
            clips = [project.clip(clip.id) for clip in clips]
        written = [(clip, await project.posts.of(clip)) for clip in clips]
    if arguments.json:
        print(json.dumps([_document(*each) for each in written], indent=2, ensure_ascii=False))
    else:
        print("\n\n".join(_text(*each) for each in written))
    return 1 if problem else 0


def _chosen(project: Project, run_id: str, ids: str) -> list[Clip]:
    """Return the clips that are named, or all that are not rejected.

    Raises:
        WorkspaceError: There is none of that name.
    """
    clips = project.clips(run_id)
    if not ids:
        return [clip for clip in clips if clip.decision != "rejected"]
    chosen: list[Clip] = []
    for name in filter(None, map(str.strip, ids.split(","))):
        found = [clip for clip in clips if clip.id == name or clip.id.endswith(name)]
        if not found:
            raise WorkspaceError(f"There is no clip {name}.", remedy=f"List them with: main.py show {run_id}")
        chosen += found
    return chosen


def _document(clip: Clip, post: Post) -> dict[str, object]:
    return {
        "clip": clip.id,
        "title": clip.wording.title,
        "hook": clip.wording.hook,
        "description": post.description,
        "hashtags": list(post.hashtags),
    }


def _text(clip: Clip, post: Post) -> str:
    hook = f"Hook: {clip.wording.hook}" if clip.wording.hook else ""
    lines = [f"{clip.id}", clip.wording.title, hook, post.description, " ".join(post.hashtags)]
    return "\n".join(line for line in lines if line)


COMMAND = Command(
    "texts", "title, hook, description and hashtags of a run's clips, for posting them", add_arguments, execute
)
