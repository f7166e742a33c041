"""`styles`: which styles there are."""

from __future__ import annotations

import argparse

from desktop.command import Command
from desktop.paths import styles_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """List the newest version of every style."""
    import json

    from core.styles.library import newest_styles

    styles = newest_styles(styles_folder())
    if arguments.json:
        print(json.dumps([json.loads(style.model_dump_json()) for style in styles], indent=2))
        return 0
    for style in styles:
        print(f"{style.pin:<16} {style.title}")
    return 0


COMMAND = Command("styles", "list styles", add_arguments, execute)
