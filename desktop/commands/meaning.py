"""`meaning`: how much of what is said can be searched by its meaning, and asking for what is lacking."""

from __future__ import annotations

import argparse
import sys

from pydantic import ValidationError

from core.pipeline.events import Event, MeaningChanged
from core.project import Project
from core.schema.endpoint import MOST_PREFIX, shown_prefix, typed_prefix
from core.schema.search import MeaningState
from desktop import loop, settings
from desktop.amounts import dollars
from desktop.command import Command
from desktop.workspace import looked_at, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = ["show", "read", "anew", "stop", "set"]
    parser.add_argument("do", nargs="?", choices=verbs, default="show", help="see below (show)")
    parser.add_argument(
        "--query-prefix", type=typed_prefix, metavar="TEXT", help="set: what goes before each question"
    )
    parser.add_argument(
        "--passage-prefix", type=typed_prefix, metavar="TEXT", help="set: what goes before each passage"
    )
    parser.add_argument("--prefixes-of-model", action="store_true", help="set: both as the model is known to want")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = """
show   how many passages are known by their meaning, and what the rest costs at most
read   ask the embedding endpoint that is set for what is lacking, to the end
anew   forget all that is known so, and ask for everything again
stop   ask for nothing more, until `read` or the window goes on
set    what the model wants before questions and passages, "query: " and "passage: " for E5; \\n is a line's end.
       Models that are known need nothing set. With another one before passages all are asked for anew
"""


def execute(arguments: argparse.Namespace) -> int:
    """Print how far it is; 1 where it can't go on, or no endpoint is set, 2 where nothing is given to set."""
    if arguments.do == "set":
        return _set(arguments)
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    if arguments.do == "show":
        async with looked_at(arguments.workspace) as project:
            state = await project.meaning.state()
    else:
        async with opened(arguments.workspace, "main.py meaning") as project:
            if not arguments.json:
                project.subscribe(_print_progress)
            state = await _done(project, arguments.do)
    lines = [*told(state), *_told_prefixes(settings.in_use(arguments.workspace).embedding)]
    print(state.to_json() if arguments.json else "\n".join(lines))
    return 1 if state.problem or not state.model else 0


def _set(arguments: argparse.Namespace) -> int:
    """Keep what goes before questions and passages, where the endpoint is set: with the workspace or the user."""
    chosen = settings.in_use(arguments.workspace)
    prefixes = chosen.embedding.model_dump()
    if arguments.prefixes_of_model:
        prefixes |= {"query_prefix": None, "passage_prefix": None}
    given = {name: getattr(arguments, name) for name in ("query_prefix", "passage_prefix")}
    prefixes |= {name: text for name, text in given.items() if text is not None}
    if not arguments.prefixes_of_model and all(text is None for text in given.values()):
        print("Say what goes before: --query-prefix, --passage-prefix or --prefixes-of-model.", file=sys.stderr)
        return 2
    try:
        changed = settings.EmbeddingSettings.model_validate(prefixes)
    except ValidationError:
        print(f"A prefix has at most {MOST_PREFIX} letters.", file=sys.stderr)
        return 2
    settings.save_settings(chosen.model_copy(update={"embedding": changed}))
    print("\n".join(_told_prefixes(changed, is_full=True)))
    return 0


def _told_prefixes(chosen: settings.EmbeddingSettings, is_full: bool = False) -> list[str]:
    """Return what goes before questions and passages, a line each; with `is_full` also that nothing does."""
    before = settings.prefixes(chosen)
    told_of = (("question", before.query), ("passage", before.passage))
    some = before.query or before.passage
    if not (is_full or (chosen.model and some)):
        return []
    return [f"Before each {what}: {f'“{shown_prefix(text)}”' if text else 'nothing'}" for what, text in told_of]


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
