"""`doctor`: what this machine has, and a fix for each thing it lacks."""

from __future__ import annotations

import argparse
import json
from functools import partial
from pathlib import Path

from core.errors import Cancelled, WeightsError, WorkspaceError
from core.pipeline.records.backup import restore
from core.pipeline.records.connection import examine
from core.pipeline.records.lock import WorkspaceLock
from desktop import checks, settings
from desktop.command import Command
from desktop.progress import Progress

_NAME_LETTERS = 18


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--fetch", action="store_true", help="fetch the models that are missing first")
    parser.add_argument(
        "--restore", action="store_true", help="put the newest backup of the workspace's records back first"
    )
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Print findings and return 1 where something essential is broken."""
    chosen = settings.in_use(arguments.workspace)
    if arguments.fetch:
        _fetch(chosen, arguments.json)
    workspace = settings.workspace(chosen, arguments.workspace)
    if arguments.restore:
        _restore(workspace, arguments.json)
    findings = checks.examine(workspace, chosen)
    problems = [finding for finding in findings if finding.level == "problem"]
    if arguments.json:
        document = [{"what": f.what, "level": f.level, "found": f.found, "fix": f.fix} for f in findings]
        print(json.dumps({"ok": not problems, "findings": document}, indent=2, ensure_ascii=False))
        return 1 if problems else 0
    for finding in findings:
        print(checks.line(finding, _NAME_LETTERS))
    print("\nEverything essential works." if not problems else f"\n{len(problems)} problems to mend, see →.")
    return 1 if problems else 0


def _restore(workspace: Path, is_json: bool) -> None:
    lock = WorkspaceLock(workspace, "main.py doctor")
    lock.acquire()
    try:
        records = workspace / "workspace.sqlite"
        if records.is_file() and not examine(records):
            raise WorkspaceError(
                "The records are sound: what was done since the newest backup would be lost.",
                str(records),
                remedy="To go back all the same, move this file away first.",
            )
        backup = restore(records)
    finally:
        lock.release()
    if not is_json:
        print(f"Put back: {backup}. What was there is kept beside it as damaged-….sqlite.\n")


def _fetch(chosen: settings.Settings, is_json: bool) -> None:
    from core.weights import fetch

    place = settings.place(chosen)
    if place.is_offline:
        print("note: downloads are switched off in the settings")
        return
    with Progress(is_json) as progress:
        for name in checks.WANTED_WEIGHTS:
            try:
                fetch(name, place.folder, partial(progress.weights, name), mirror=place.mirror)
            except (WeightsError, Cancelled) as error:
                print(f"note: {error}")


COMMAND = Command("doctor", "check this computer, with a fix for each finding", add_arguments, execute)
