"""`workspaces settings`: what a workspace has of its own, and what it shares with the others."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from pathlib import Path

from core.errors import WorkspaceError
from core.spaces.card import card_of
from desktop import own_settings, settings, space_list

_EPILOG = """
without anything else all settings are told: those of the workspace's own, and those it shares with the others.

  main.py workspaces settings Acme month_budget_usd=20 language_model.base_url=https://llm.acme.example/v1 \\
      language_model.model=acme-large
  main.py workspaces settings Acme --key language          (asked for, or from standard input)
  main.py workspaces settings Acme --common language_model

“none” is no budget, “model” what a model of embeddings wants before texts by itself. Destinations: `destinations`.
A window that is open takes up what was set when it is opened the next time.
"""
_KEY_PLACES = {
    "environment": "set in the environment",
    "keyring": "in the system's keyring",
    "": "none",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EPILOG
    parser.add_argument("workspace", metavar="WORKSPACE", help="its name, or its folder")
    parser.add_argument("given", nargs="*", metavar="NAME=VALUE", help="set these; they are its own from then on")
    parser.add_argument(
        "--own", action="append", default=[], metavar="NAME", help="give it this one of its own, as it is now"
    )
    parser.add_argument(
        "--common", action="append", default=[], metavar="NAME", help="let it have the common one again"
    )
    parser.add_argument(
        "--key",
        choices=list(own_settings.ENDPOINTS),
        help="set the key of an endpoint of its own; empty: forget it",
    )


def execute(arguments: argparse.Namespace) -> int:
    """Change what is asked for, then tell how it is; 2 where something is no NAME=VALUE."""
    folder = space_list.there(arguments.workspace)
    if not folder.is_dir():
        raise WorkspaceError("The folder of the workspace is not there.", str(folder), remedy="Plug in its disk.")
    given = dict(each.partition("=")[::2] for each in arguments.given)
    if unclear := [each for each in arguments.given if "=" not in each]:
        print(f"Write NAME=VALUE: {', '.join(unclear)}", file=sys.stderr)
        return 2
    said = _change(folder, given, arguments)
    chosen = settings.load_settings(folder)
    if arguments.json:
        print(json.dumps(_facts(folder, chosen), indent=2, ensure_ascii=False))
        return 0
    for line in (*said, *_told(folder, chosen)):
        print(line)
    return 0


def _change(folder: Path, given: dict[str, str], arguments: argparse.Namespace) -> list[str]:
    if arguments.own:
        own_settings.make_own(folder, arguments.own)
    if given:
        own_settings.change(folder, given)
    if arguments.common:
        own_settings.give_back(folder, arguments.common)
    return [own_settings.keep_key(folder, arguments.key, _asked_key(arguments.key))] if arguments.key else []


def _asked_key(name: str) -> str:
    """Return a key, which is never an argument: those stand in the list of processes and in histories."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    return getpass.getpass(f"Key of the {name} endpoint (empty: none): ").strip()


def _facts(folder: Path, chosen: settings.Settings) -> dict[str, object]:
    return {
        "name": card_of(folder).name,
        "folder": str(folder),
        "own": sorted(chosen.own),
        "common": sorted(settings.OF_WORKSPACE - chosen.own),
        "settings": own_settings.values_of(chosen),
        "keys": own_settings.key_places(chosen),
    }


def _told(folder: Path, chosen: settings.Settings) -> list[str]:
    lines = [f"“{card_of(folder).name}” ({folder})"]
    for name, value in own_settings.values_of(chosen).items():
        whose = "own" if name.partition(".")[0] in chosen.own else "common"
        lines.append(f"  {whose:<7} {name:<32} {value}".rstrip())
    for name, place in own_settings.key_places(chosen).items():
        lines.append(f"  key     {name:<32} {_KEY_PLACES.get(place, 'kept encrypted')}")
    return lines
