"""`models`: the models of this machine, listed, fetched, removed, imported from a folder and copied into one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from core.errors import WeightsError
from core.models.meter import size_words
from core.project import Project
from core.schema.model import ModelState
from core.shelf import ModelShelf
from desktop import loop, settings
from desktop.command import Command
from desktop.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="facts as JSON on standard output")
    parser.add_argument("--workspace", metavar="DIR", help="whose runs are asked before a model is removed")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    verbs.add_parser("list", help="what there is, what it takes, and what is taken by itself (the usual)")
    for verb, told in (("fetch", "download models, or go on with it"), ("remove", "remove models")):
        verbs.add_parser(verb, help=told).add_argument("names", nargs="+", metavar="NAME")
    bring = verbs.add_parser("import", help="copy models out of a folder, with no network")
    bring.add_argument("folder", type=Path, metavar="FOLDER")
    bring.add_argument(
        "--as", dest="own_name", default="", metavar="NAME", help="keep the one model under this name"
    )
    export = verbs.add_parser("export", help="copy models into a folder, for a computer without a network")
    export.add_argument("names", nargs="+", metavar="NAME")
    export.add_argument("folder", type=Path, metavar="FOLDER")


def execute(arguments: argparse.Namespace) -> int:
    """Do it and return 0 when all of it was done."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    chosen = settings.in_use(arguments.workspace)
    workspace = settings.workspace(chosen, arguments.workspace)
    users = await _users(workspace, chosen)
    with Progress(arguments.json) as progress:
        shelf = ModelShelf(settings.place(chosen), progress.weights, lambda: users)
        verb = _VERBS[arguments.verb or "list"]
        return await verb(shelf, arguments)


async def _list(shelf: ModelShelf, arguments: argparse.Namespace) -> int:
    states = await shelf.states()
    problem = shelf.folder_problem()
    if arguments.json:
        document = {
            "folder": str(shelf.place.folder),
            "problem": problem,
            "models": [json.loads(state.model_dump_json()) for state in states],
        }
        print(json.dumps(document, indent=2, ensure_ascii=False))
        return 1 if problem else 0
    if problem:
        print(f"error: {problem}", file=sys.stderr)
    for state in states:
        print(f"{_mark(state)}  {state.name:<40} {size_words(state.size_bytes):>8}  {_words(state)}")
        if state.is_chosen:
            print(f"{'':>49}      → {state.why}")
    print(
        f"\n* taken by itself   + here   … begun   times are estimates for this computer\nIn {shelf.place.folder}"
    )
    return 1 if problem else 0


def _mark(state: ModelState) -> str:
    if state.path is None:
        return "…" if state.partial_bytes else " "
    return "*" if state.is_chosen else "+"


def _words(state: ModelState) -> str:
    return " · ".join(part for part in (state.about, state.languages, state.speed) if part)


async def _fetch(shelf: ModelShelf, arguments: argparse.Namespace) -> int:
    return await _each(arguments, arguments.names, lambda name: _fetch_one(shelf, name))


async def _fetch_one(shelf: ModelShelf, name: str) -> str:
    await shelf.fetch(name)
    return "ready"


async def _remove(shelf: ModelShelf, arguments: argparse.Namespace) -> int:
    return await _each(arguments, arguments.names, lambda name: _remove_one(shelf, name))


async def _remove_one(shelf: ModelShelf, name: str) -> str:
    freed = await shelf.remove(name)
    if not freed:
        raise WeightsError(f"the model {name} is not on this computer.", remedy="See: main.py models list")
    return f"removed, {size_words(freed)} are free again"


async def _import(shelf: ModelShelf, arguments: argparse.Namespace) -> int:
    found = await shelf.look_into(arguments.folder)
    if not found:
        raise WeightsError(
            "there is no model in this folder.",
            file=str(arguments.folder),
            remedy="It needs model.bin, config.json, tokenizer.json and vocabulary.json or .txt.",
        )
    if arguments.own_name and len(found) > 1:
        raise WeightsError(
            "there are several models in this folder.", remedy="Name the folder of the one that is meant."
        )
    by_path = {str(each.path): each for each in found}
    return await _each(arguments, list(by_path), lambda path: shelf.bring_in(by_path[path], arguments.own_name))


async def _export(shelf: ModelShelf, arguments: argparse.Namespace) -> int:
    return await _each(arguments, arguments.names, lambda name: _export_one(shelf, name, arguments.folder))


async def _export_one(shelf: ModelShelf, name: str, folder: Path) -> str:
    (path,) = await shelf.export([name], folder)
    return f"copied to {path}"


async def _each(
    arguments: argparse.Namespace, subjects: list[str], work: Callable[[str], Coroutine[Any, Any, str]]
) -> int:
    """Work on one after the other; one that fails is told and stops no other."""
    failed = 0
    for subject in subjects:
        told, is_done = "", True
        try:
            told = await work(subject)
        except WeightsError as error:
            told, is_done = str(error), False
            failed += 1
        if arguments.json:
            print(json.dumps({"event": "model", "subject": subject, "done": is_done, "told": told}), flush=True)
        else:
            print(
                f"{subject}: {told}" if is_done else f"error: {told}", file=sys.stdout if is_done else sys.stderr
            )
    return 1 if failed else 0


async def _users(workspace: Path, chosen: settings.Settings) -> Mapping[str, tuple[str, ...]]:
    """Return which runs of the workspace need a model, by its name; none where there is no workspace."""
    if not (workspace / "workspace.sqlite").is_file():
        return {}
    project = Project.look(workspace, settings.configuration(chosen))
    try:
        return project.model_users()
    finally:
        await project.close()


_Verb = Callable[[ModelShelf, argparse.Namespace], Coroutine[Any, Any, int]]
_VERBS: dict[str, _Verb] = {
    "list": _list,
    "fetch": _fetch,
    "remove": _remove,
    "import": _import,
    "export": _export,
}
COMMAND = Command("models", "list, fetch, remove, import and export models", add_arguments, execute)
