"""`self-test`, also `--self-test`: whether this program works as it was installed."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from core.errors import ExportError, WorkspaceError
from desktop import settings
from desktop.checks import Finding, line
from desktop.command import Command

FLAG = "--self-test"
_NAME_LETTERS = 22


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the list there as well")
    # What the self-test starts itself: whether a window opens, and checks that may crash.
    parser.add_argument("--window", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--only", default="", help=argparse.SUPPRESS)


def execute(arguments: argparse.Namespace) -> int:
    """Tell each finding as it is found; return 1 where something is broken."""
    from desktop.self_test.surroundings import open_window

    if arguments.window:
        return open_window()
    found: list[Finding] = []
    for finding in _findings(arguments.only):
        found.append(finding)
        if not arguments.json:
            print(line(finding, _NAME_LETTERS), flush=True)
    problems = sum(finding.level == "problem" for finding in found)
    closing = f"{problems} problems to mend, see →." if problems else "Shortlist works."
    listed = [{"what": f.what, "level": f.level, "found": f.found, "fix": f.fix} for f in found]
    document = json.dumps({"ok": not problems, "findings": listed}, indent=2, ensure_ascii=False)
    print(document if arguments.json else f"\n{closing}")
    if arguments.out:
        _keep(arguments.out, document if arguments.json else _text(found, closing))
    return 1 if problems else 0


def _findings(only: str) -> Iterator[Finding]:
    """Go through the checks in a folder that is removed afterwards."""
    from desktop import self_test
    from desktop.self_test.bench import Bench

    chosen = settings.Settings()
    try:
        chosen = settings.load_settings()
    except WorkspaceError as error:
        yield Finding("settings", "problem", error.reason, f"{error.file}: {error.remedy}")
    weights = settings.weights_folder(chosen)
    with tempfile.TemporaryDirectory(prefix="shortlist-self-test-", ignore_cleanup_errors=True) as folder:
        yield from self_test.findings(Bench(Path(folder), chosen, weights), only)


def _text(found: list[Finding], closing: str) -> str:
    return "\n".join([*(line(finding, _NAME_LETTERS) for finding in found), "", closing])


def _keep(file: Path, text: str) -> None:
    try:
        file.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise ExportError(f"The list can't be written ({error.strerror}).", str(file)) from error


COMMAND = Command("self-test", "try whether this program works as it was installed", add_arguments, execute)
