"""`meaning`: how much of what is said can be searched by its meaning, and asking for what is lacking."""

from __future__ import annotations

import argparse
import asyncio

from core.pipeline.events import Event, MeaningChanged
from core.project import Project
from core.schema.search import MeaningState
from desktop.amounts import dollars
from desktop.command import Command
from desktop.workspace import looked_at, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = ["show", "read", "anew", "stop"]
    parser.add_argument("do", nargs="?", choices=verbs, default="show", help="see below (show)")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = """
show   how many passages are known by their meaning, and what the rest costs at most
read   ask the embedding endpoint that is set for what is lacking, to the end
anew   forget all that is known so, and ask for everything again
stop   ask for nothing more, until `read` or the window goes on
"""


def execute(arguments: argparse.Namespace) -> int:
    """Print how far it is; 1 where it can't go on, or no endpoint is set."""
    return asyncio.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    if arguments.do == "show":
        async with looked_at(arguments.workspace) as project:
            state = await project.meaning.state()
    else:
        async with opened(arguments.workspace, "main.py meaning") as project:
            if not arguments.json:
                project.subscribe(_print_progress)
            state = await _done(project, arguments.do)
    print(state.to_json() if arguments.json else "\n".join(told(state)))
    return 1 if state.problem or not state.model else 0


async def _done(project: Project, what: str) -> MeaningState:
    meaning = project.meaning
    if what == "stop":
        await meaning.stop()
    elif what == "anew":
        await meaning.read_anew()
    else:
        meaning.resume()
    await meaning.settled()
    return await meaning.state()


def _print_progress(event: Event) -> None:
    if isinstance(event, MeaningChanged) and event.state.is_working:
        print(f"{event.state.known} of {event.state.passages} passages", flush=True)


def told(state: MeaningState) -> list[str]:
    """Return how far it is, a line each."""
    if not state.model:
        return ["No embedding endpoint is set (Settings › Providers): what is said is searched by words."]
    lines = [f"{state.known} of {state.passages} passages are known by their meaning ({state.model})."]
    if state.problem:
        lines.append(state.problem)
    if state.is_stopped:
        lines.append("Stopped; `main.py meaning read` goes on.")
    if state.known < state.passages and state.left_usd:
        lines.append(f"The rest costs {dollars(state.left_usd)} at most.")
    return lines


COMMAND = Command("meaning", "search by meaning: how far it is, go on, stop", add_arguments, execute)
