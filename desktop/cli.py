"""The command line: the same engine without a window.

Commands are loaded where one is asked for: with all that they need they would be a fifth of the window's start.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from core import __version__
from core.errors import UserWorldError


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for the command line rather than the window.

    A bare word that is no file is a mistyped command, not a video.
    """
    if not arguments:
        return False
    first = arguments[0]
    if first == "--workspace" or first.startswith("--workspace="):
        return False
    is_bare_word = Path(first).name == first and not Path(first).suffix
    if first.startswith("-") or (is_bare_word and not Path(first).exists()):
        return True
    return is_bare_word and first in _names()


def _names() -> set[str]:
    from desktop.commands import COMMANDS

    return {command.name for command in COMMANDS}


def parser() -> argparse.ArgumentParser:
    """Return what reads the arguments of every command."""
    from desktop.commands import COMMANDS, self_test

    made = argparse.ArgumentParser(
        prog="main.py",
        description="Turn long talk video into short clips. Without a command, open the window.",
    )
    made.add_argument(self_test.FLAG, action="store_true", help=self_test.COMMAND.help)
    made.add_argument("--version", action="version", version=f"Shortlist {__version__}")
    subparsers = made.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_arguments(subparsers.add_parser(command.name, help=command.help, description=command.help))
    return made


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    from desktop.commands import COMMANDS, self_test

    if list(arguments[:1]) == [self_test.FLAG]:
        # The usual form for a program that is installed.
        arguments = [self_test.COMMAND.name, *arguments[1:]]
    try:
        parsed = parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    chosen = next(command for command in COMMANDS if command.name == parsed.command)
    try:
        return chosen.execute(parsed)
    except UserWorldError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
