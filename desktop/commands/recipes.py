"""`recipes`: sets of choices, saved to be used for many sources."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from core.project import Project
from core.recipes import made, of_run
from core.schema.recipe import Recipe
from core.schema.run import RunOptions
from desktop import loop
from desktop.command import Command
from desktop.presets import warn_of_presets
from desktop.run_options import USUAL, add_run_options, chosen_options
from desktop.workspace import looked_at


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    listing = verbs.add_parser("list", help="all recipes (what is told by default)")
    show = verbs.add_parser("show", help="the choices of a recipe")
    save = verbs.add_parser("save", help="keep choices under a name, given as for run, or those of a run")
    save.add_argument("--from", dest="of_run", default="", metavar="RUN", help="take the choices of this run")
    save.add_argument("--note", default=None, metavar="TEXT", help="what the recipe is for")
    rename = verbs.add_parser("rename", help="give a recipe another name")
    remove = verbs.add_parser("remove", help="forget a recipe; runs that used it keep its choices")
    export = verbs.add_parser("export", help="write a recipe to a file, to be handed on")
    take = verbs.add_parser("import", help="take a recipe from a file")
    for verb in (show, save, rename, remove, export):
        verb.add_argument("name", metavar="NAME")
    rename.add_argument("new_name", metavar="NEW_NAME")
    for verb in (export, take):
        verb.add_argument("file", metavar="FILE", type=Path)
    take.add_argument("--as", dest="name", default="", metavar="NAME", help="under another name")
    for verb in (save, take):
        verb.add_argument("--replace", action="store_true", help="in place of one of that name")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")
    # Given behind the verb or before it.
    for verb in (listing, show, save, rename, remove, export, take):
        verb.add_argument("--workspace", metavar="DIR", default=argparse.SUPPRESS)
        verb.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    add_run_options(save)


def execute(arguments: argparse.Namespace) -> int:
    """Do what the verb says."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    # Recipes are files of their own: they are read and written also while another program works here.
    async with looked_at(arguments.workspace, is_made=arguments.verb in ("save", "import")) as project:
        match arguments.verb:
            case "show":
                recipe = project.recipes.get(arguments.name)
                warn_of_presets(project, recipe.options)
                return _show(recipe, arguments.json)
            case "save":
                recipe = await _described(project, arguments)
                file = project.recipes.save(recipe, arguments.replace)
                return _tell(recipe, f"{recipe.name}: saved in {file}", arguments.json)
            case "rename":
                recipe = project.recipes.rename(arguments.name, arguments.new_name)
                return _tell(recipe, f"{arguments.name} is called {recipe.name} now.", arguments.json)
            case "remove":
                project.recipes.remove(arguments.name)
                print(f"{arguments.name} is forgotten.", file=sys.stderr if arguments.json else sys.stdout)
                return 0
            case "export":
                file = project.recipes.export(arguments.name, arguments.file)
                return _tell(project.recipes.get(arguments.name), str(file), arguments.json)
            case "import":
                recipe = project.recipes.take(arguments.file, arguments.name, arguments.replace)
                return _tell(recipe, f"{recipe.name}: taken from {arguments.file}", arguments.json)
            case _:
                return _list(project, arguments.json)


async def _described(project: Project, arguments: argparse.Namespace) -> Recipe:
    """Return the recipe that is to be saved: a run's choices or the usual ones, with what is given over them."""
    is_there = arguments.replace and project.recipes.has(arguments.name)
    base, note = USUAL, project.recipes.get(arguments.name).note if is_there else ""
    if arguments.of_run:
        run = project.find_run(arguments.of_run)
        base = of_run(arguments.name, run).options
    options = chosen_options(arguments, base)
    project.own_presets.check(options)
    warn_of_presets(project, options)
    if options.sound.music is not None and options.sound.music.file.is_absolute():
        music = await project.keep_music(options.sound.music.file)
        options = options.model_copy(update={"sound": options.sound.model_copy(update={"music": music})})
    return made(arguments.name, options, note if arguments.note is None else arguments.note)


def _tell(recipe: Recipe, text: str, is_json: bool) -> int:
    print(json.dumps(_plain(recipe), indent=2, ensure_ascii=False) if is_json else text)
    return 0


def _list(project: Project, is_json: bool) -> int:
    found = project.recipes.all()
    if is_json:
        print(json.dumps(json.loads(found.model_dump_json()), indent=2, ensure_ascii=False))
        return 1 if found.broken else 0
    for recipe in found.recipes:
        print(f"{recipe.name:<24} {_short(recipe.options)}" + (f"  ({recipe.note})" if recipe.note else ""))
    if not found.recipes:
        print("No recipe yet. Save one: main.py recipes save NAME --top 3 --style podcast (or --from RUN)")
    for each in found.broken:
        print(f"error: {each.file}: {each.reason}", file=sys.stderr)
    return 1 if found.broken else 0


def _short(options: RunOptions) -> str:
    most = options.approve_at_most or options.top
    score = f" from score {options.approve_from:g}" if options.approve_from else ""
    lengths = f"{options.min_seconds:g} to {options.max_seconds:g} s"
    return f"{options.style}, {', '.join(options.aspects)}, at most {most}{score}, {lengths}"


def _show(recipe: Recipe, is_json: bool) -> int:
    if is_json:
        return _tell(recipe, "", True)
    print(recipe.name + (f": {recipe.note}" if recipe.note else ""))
    usual = RunOptions().model_dump(mode="json")
    for field, value in recipe.options.model_dump(mode="json").items():
        if value not in ("", None, [], False) or value != usual[field]:
            print(f"  {field.replace('_', ' '):<18} {_value(value)}")
    return 0


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{name.replace('_', ' ')} {_value(each)}" for name, each in value.items() if each)
    return "yes" if value is True else "no" if value is False else str(value)


def _plain(recipe: Recipe) -> dict[str, Any]:
    return dict(json.loads(recipe.model_dump_json()))


COMMAND = Command("recipes", "sets of choices, saved to be used for many sources", add_arguments, execute)
