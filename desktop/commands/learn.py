"""`learn`: what the ranking learned from your decisions, a fresh start, and the decisions as data."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from core.learning.decisions import grade, label_of
from core.project import Project
from core.schema.learning import Example, Learned
from core.schema.plan import AXES
from desktop import loop
from desktop.command import Command
from desktop.json_file import write_text
from desktop.workspace import looked_at, opened

_PROGRAM = "main.py learn"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    status = verbs.add_parser("status", help="what was learned and how well (what is told by default)")
    reset = verbs.add_parser("reset", help="learn from later decisions alone; --undo takes that back")
    switches = [
        verbs.add_parser("on", help="rank by what is learned"),
        verbs.add_parser("off", help="rank as usual; learning goes on"),
    ]
    export = verbs.add_parser("export", help="every decision with its features and label, a line of JSON each")
    for verb in (parser, status):
        verb.add_argument("--json", action="store_true")
    how = reset.add_mutually_exclusive_group()
    how.add_argument("--forget-decisions", action="store_true", help="forget earlier decisions for good")
    how.add_argument("--undo", action="store_true", help="let decisions of before the last reset count again")
    export.add_argument("--out", type=Path, metavar="FILE", help="write there instead of standard output")
    for verb in (parser, status, reset, export, *switches):
        verb.add_argument("--workspace", metavar="DIR", default=argparse.SUPPRESS)


def execute(arguments: argparse.Namespace) -> int:
    """Do what the verb says."""
    return loop.run(_execute(arguments, getattr(arguments, "workspace", None)))


async def _execute(arguments: argparse.Namespace, workspace: str | None) -> int:
    if arguments.verb in ("reset", "on", "off"):
        async with opened(workspace, _PROGRAM) as project:
            await _change(arguments, project)
        return 0
    async with looked_at(workspace) as project:
        if arguments.verb == "export":
            lines = [json.dumps(_line(each), ensure_ascii=False) + "\n" for each in project.taste.examples()]
            write_text("".join(lines), arguments.out)
        elif arguments.json:
            print(json.dumps(_document(project), indent=2))
        else:
            _say(project)
    return 0


async def _change(arguments: argparse.Namespace, project: Project) -> None:
    taste = project.taste
    if arguments.verb != "reset":
        taste.switch(arguments.verb == "on")
        print("Clips are ranked by what is learned." if arguments.verb == "on" else "Clips are ranked as usual.")
        return
    if arguments.undo:
        if not taste.can_take_back:
            print("There is no reset to take back.")
            return
        taste.take_back()
        await taste.settled()
        print("Earlier decisions count again.")
        return
    taste.start_afresh(arguments.forget_decisions)
    kept = "They are forgotten for good" if arguments.forget_decisions else "They are kept: --undo takes this back"
    print(f"What was learned from earlier decisions is forgotten. {kept}.")


def _line(example: Example) -> dict[str, object]:
    """Return an example with its label, and with how much the clip was wanted as a grade of 0 to 2.5."""
    return {**json.loads(example.model_dump_json()), "label": label_of(example), "grade": grade(example)}


def _document(project: Project) -> dict[str, object]:
    learned = project.taste.learned()
    return {
        **json.loads(learned.model_dump_json()),
        "is_applied": learned.is_applied,
        "kept": len(project.taste.examples()),
        "weights": {axis: project.taste.weights.of(axis) for axis in AXES},
    }


def _say(project: Project) -> None:
    learned, kept = project.taste.learned(), len(project.taste.examples())
    print(_headline(learned))
    if learned.ranker is not None and learned.ranker.reason:
        print(learned.ranker.reason)
        found = learned.ranker.held_out
        if found.pairs:
            print(
                f"Of {found.pairs} pairs of clips whose decisions it had not seen, it puts"
                f" {100 * found.learned:.0f} % in your order, the usual ranking {100 * found.usual:.0f} %."
            )
    print(f"{kept} decision{'' if kept == 1 else 's'} kept; see them with: main.py learn export")
    moved = {axis: project.taste.weights.of(axis) for axis in AXES if project.taste.weights.of(axis) != 1.0}
    if moved:
        print("Sliders: " + ", ".join(f"{axis} × {weight:g}" for axis, weight in moved.items()))


def _headline(learned: Learned) -> str:
    count = f"{learned.decisions} decision{'' if learned.decisions == 1 else 's'}"
    if learned.is_applied:
        return f"Learned from {count}; clips are ranked by it."
    if not learned.is_on:
        return f"Learning from {count}; switched off, clips are ranked as usual."
    return f"{count} to learn from; clips are ranked as usual."


COMMAND = Command("learn", "what the ranking learned from your decisions", add_arguments, execute)
