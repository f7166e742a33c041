"""`runs`: what is in a workspace."""

from __future__ import annotations

import argparse
import json
import time

from desktop import loop
from desktop.command import Command
from desktop.workspace import looked_at


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """List the runs, newest first."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        runs = project.runs()
    if arguments.json:
        print(json.dumps([json.loads(run.model_dump_json()) for run in runs], indent=2))
        return 0
    if not runs:
        print("No runs yet. Start one with: main.py run VIDEO")
    for run in runs:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(run.created_at))
        state = "stopped" if run.is_paused else run.state.replace("_", " ")
        print(f"{run.id}  {when}  {state:<18} {run.source_name}" + (f"  {run.error}" if run.error else ""))
    return 0


COMMAND = Command("runs", "list the runs of a workspace", add_arguments, execute)
