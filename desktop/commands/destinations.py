"""`destinations`: where finished clips are published to."""

from __future__ import annotations

import argparse
import asyncio
import getpass
import json
import sys
from pathlib import Path

from core.errors import ExportError, UserWorldError
from core.publish.destinations import kind_named
from core.schema.destination import Destination
from desktop import loop, secrets, settings
from desktop.command import Command


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    listing = verbs.add_parser("list", help="all destinations (what is told by default)")
    add = verbs.add_parser("add", help="add a destination, or change the one of that name")
    add.add_argument("name", metavar="NAME")
    kind = add.add_mutually_exclusive_group(required=True)
    kind.add_argument(
        "--folder", type=Path, metavar="DIR", help="another disk, a network share, a synchronised folder"
    )
    kind.add_argument("--s3", metavar="BUCKET", help="a bucket of a storage that speaks S3")
    kind.add_argument("--webhook", metavar="URL", help="an address that is told of each clip")
    add.add_argument("--endpoint", default="", metavar="URL", help="of the storage (default: Amazon's)")
    add.add_argument("--region", default="", metavar="NAME", help="of the bucket (default: us-east-1)")
    add.add_argument("--prefix", default="", metavar="PATH", help="what all keys begin with")
    add.add_argument("--access-key", default="", metavar="ID", help="of the storage")
    add.add_argument(
        "--secret-stdin",
        action="store_true",
        help="read secret key or webhook secret from standard input (default: it is asked for on a terminal)",
    )
    test = verbs.add_parser("test", help="try a destination, leaving nothing there")
    remove = verbs.add_parser("remove", help="forget a destination and its key; what was published stays")
    for verb in (test, remove):
        verb.add_argument("name", metavar="NAME")
    for verb in (parser, listing, test):
        verb.add_argument("--json", action="store_true")
    parser.add_argument("--workspace", metavar="DIR", help="whose destinations, where it has its own")
    for verb in (listing, add, test, remove):
        verb.add_argument("--workspace", metavar="DIR", default=argparse.SUPPRESS)


def execute(arguments: argparse.Namespace) -> int:
    """Do what the verb says."""
    return {"add": _add, "test": _test, "remove": _remove}.get(arguments.verb, _list)(arguments)


def _list(arguments: argparse.Namespace) -> int:
    chosen = settings.in_use(arguments.workspace)
    found = [settings.with_key(each, chosen.keeper("destinations")) for each in chosen.destinations]
    if arguments.json:
        told = [
            {**json.loads(each.model_dump_json()), "has_secret": bool(each.secret.get_secret_value())}
            for each in found
        ]
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return 0
    for each in found:
        lacks = each.kind == "s3" and not (each.access_key and each.secret.get_secret_value())
        print(f"{each.name:<20} {each.kind:<8} {each.place}{'   (its key is missing)' if lacks else ''}")
    if not found:
        print("No destination yet. Add one: main.py destinations add NAME --folder DIR (or --s3, --webhook)")
    return 0


def _add(arguments: argparse.Namespace) -> int:
    made = _described(arguments)
    if made.problem:
        raise ExportError(made.problem, made.name)
    chosen = settings.in_use(arguments.workspace)
    others = tuple(each for each in chosen.destinations if each.name != made.name)
    secret = "" if made.kind == "folder" else _secret(arguments, made)
    where = secrets.keep_key(settings.key_name(made.name), secret, chosen.keeper("destinations")) if secret else ""
    settings.save_settings(chosen.model_copy(update={"destinations": (*others, made)}))
    print(f"{made.name}: {made.place}")
    if where:
        print(where)
    print(f"Try it with: main.py destinations test {made.name}")
    return 0


def _described(arguments: argparse.Namespace) -> Destination:
    if arguments.folder:
        folder = str(arguments.folder.expanduser().absolute())
        return Destination(name=arguments.name, kind="folder", folder=folder)
    if arguments.webhook:
        return Destination(name=arguments.name, kind="webhook", url=arguments.webhook)
    return Destination(
        name=arguments.name,
        kind="s3",
        bucket=arguments.s3,
        endpoint_url=arguments.endpoint,
        region=arguments.region,
        prefix=arguments.prefix,
        access_key=arguments.access_key,
    )


def _secret(arguments: argparse.Namespace, made: Destination) -> str:
    """Return the secret, which is never an argument: those stand in the list of processes and in histories."""
    if arguments.secret_stdin:
        return sys.stdin.readline().strip()
    if not sys.stdin.isatty():
        return ""
    what = "Secret key" if made.kind == "s3" else "Secret that requests are signed with (empty: not signed)"
    return getpass.getpass(f"{what}: ").strip()


def _named(arguments: argparse.Namespace) -> Destination:
    chosen, name = settings.in_use(arguments.workspace), arguments.name
    found = next((each for each in chosen.destinations if each.name == name), None)
    if found is None:
        raise ExportError(f"There is no destination “{name}”.", remedy="List them with: main.py destinations")
    return settings.with_key(found, chosen.keeper("destinations"))


def _test(arguments: argparse.Namespace) -> int:
    where = _named(arguments)
    try:
        told, is_right = loop.run(asyncio.to_thread(kind_named(where.kind).check, where)), True
    except UserWorldError as error:
        told, is_right = str(error), False
    if arguments.json:
        print(json.dumps({"event": "test", "name": where.name, "ok": is_right, "told": told}, ensure_ascii=False))
    else:
        print(
            f"{where.name}: {told}" if is_right else f"error: {told}", file=sys.stdout if is_right else sys.stderr
        )
    return 0 if is_right else 1


def _remove(arguments: argparse.Namespace) -> int:
    where = _named(arguments)
    chosen = settings.in_use(arguments.workspace)
    others = tuple(each for each in chosen.destinations if each.name != where.name)
    settings.save_settings(chosen.model_copy(update={"destinations": others}))
    if where.kind != "folder":
        secrets.forget_key(settings.key_name(where.name), chosen.keeper("destinations"))
    print(f"{where.name} is forgotten. What was published stays where it is.")
    return 0


COMMAND = Command("destinations", "where finished clips are published to", add_arguments, execute)
