"""`styles`: the styles there are, and all that is done with them from the command line."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import loop, settings
from desktop.command import Command

if TYPE_CHECKING:
    from core.schema.style import Style


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    listing = verbs.add_parser("list", help="the newest version of every style (what is told by default)")
    listing.add_argument("--all", action="store_true", help="older versions and drafts too")
    show = verbs.add_parser("show", help="what a style says, its fonts with their licences, its files")
    show.add_argument("style", metavar="NAME[@VERSION]")
    for verb in (parser, listing, show):
        verb.add_argument("--json", action="store_true")
    publish = verbs.add_parser(
        "publish", help="make a folder with style.toml, or a draft, the next version for good"
    )
    publish.add_argument("source", metavar="FOLDER|DRAFT")
    publish.add_argument("--note", default="", help="what is new in it")
    publish.add_argument("--author", default="", help="who made it")
    taking = verbs.add_parser("import", help="take in a .shortliststyle file, or a folder")
    taking.add_argument("source", type=Path, metavar="FILE|FOLDER")
    export = verbs.add_parser("export", help="write a published version into one file, to hand it on")
    export.add_argument("style", metavar="NAME[@VERSION]")
    export.add_argument("file", type=Path, metavar="FILE")
    diff = verbs.add_parser("diff", help="what differs between two styles, in words")
    diff.add_argument("before", metavar="NAME[@VERSION]")
    diff.add_argument("after", metavar="NAME[@VERSION]")
    check = verbs.add_parser("check", help="whether styles are whole: all of yours, or a file or folder")
    check.add_argument("source", type=Path, nargs="?", metavar="FILE|FOLDER")
    remove = verbs.add_parser("remove", help="remove a published version that nothing in the workspace uses")
    remove.add_argument("style", metavar="NAME@VERSION")
    parser.add_argument("--workspace", metavar="DIR", help="whose styles, where it has its own")
    for verb in (listing, show, publish, taking, export, diff, check, remove):
        verb.add_argument("--workspace", metavar="DIR", default=argparse.SUPPRESS)


def execute(arguments: argparse.Namespace) -> int:
    """Do what the verb says."""
    verb = {
        "show": _show,
        "publish": _publish,
        "import": _import,
        "export": _export,
        "diff": _diff,
        "check": _check,
        "remove": _remove,
    }.get(arguments.verb, _list)
    return verb(arguments)


def _library(arguments: argparse.Namespace) -> Path:
    return settings.styles_folder(settings.in_use(arguments.workspace))


def _list(arguments: argparse.Namespace) -> int:
    from core.styles.library import built_in_styles, newest_styles, readable_styles

    is_all = getattr(arguments, "all", False)
    styles = newest_styles(_library(arguments))
    if is_all:
        styles = (*readable_styles(_library(arguments)), *built_in_styles())
    if arguments.json:
        print(json.dumps([json.loads(style.model_dump_json()) for style in styles], indent=2))
        return 0
    for style in styles:
        print(f"{style.pin:<16} {style.title}".rstrip())
    if is_all:
        from core.styles.authoring.drafts import drafts

        for draft in drafts(_library(arguments)):
            print(f"{draft.name:<16} {draft.title} (draft)")
    return 0


def _show(arguments: argparse.Namespace) -> int:
    from core.captions.qt import font_families_here
    from core.styles.fonts import fonts_of
    from core.styles.library import load_style
    from core.styles.toml_text import to_toml

    style = load_style(arguments.style, _library(arguments))
    fonts = fonts_of(style, font_families_here())
    if arguments.json:
        told = {
            **json.loads(style.model_dump_json()),
            "fonts": [json.loads(font.model_dump_json()) for font in fonts],
        }
        print(json.dumps(told, indent=2))
        return 0
    _tell(style)
    for font in fonts:
        print(f"Font    {font.words}")
    for asset in style.assets:
        print(f"File    {asset.name}  {asset.digest[:12]}")
    print()
    print(to_toml(style, is_complete=False), end="")
    return 0


def _tell(style: Style) -> None:
    print(style.pin + (f"  {style.title}" if style.title else ""))
    for label, value in (("Author", style.author), ("Note", style.note), ("Digest", style.digest)):
        if value:
            print(f"{label:<7} {value}")


def _publish(arguments: argparse.Namespace) -> int:
    from core.style_work import painting
    from core.styles.authoring.drafts import load_draft
    from core.styles.authoring.publishing import publish
    from core.styles.package import read_package

    source = Path(arguments.source)
    style = read_package(source) if source.is_dir() else load_draft(arguments.source, _library(arguments))
    made = publish(style, _library(arguments), arguments.note, arguments.author, painting())
    print(f"Published {made.pin}.")
    _tell_fonts(made)
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from core.style_work import painting
    from core.styles.authoring.intake import import_package

    taken = import_package(arguments.source.expanduser(), _library(arguments), painting())
    print(f"Imported {taken.style.pin}." if taken.is_new else f"{taken.style.pin} is here already, the same.")
    _tell_fonts(taken.style)
    return 0


def _tell_fonts(style: Style) -> None:
    from core.styles.fonts import package_fonts

    for facts in package_fonts(style):
        print(f"Font    {facts.family} {facts.face}: {facts.licence_title}")


def _export(arguments: argparse.Namespace) -> int:
    from core.styles.authoring.archive import export

    print(export(arguments.style, _library(arguments), arguments.file.expanduser()))
    return 0


def _diff(arguments: argparse.Namespace) -> int:
    from core.styles.diff import differences
    from core.styles.library import load_style

    before, after = (load_style(pin, _library(arguments)) for pin in (arguments.before, arguments.after))
    for line in differences(before, after) or ("They look alike.",):
        print(line)
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from core.style_work import painting
    from core.styles.authoring.checking import check_library, check_source

    if arguments.source is not None:
        style = check_source(arguments.source.expanduser(), painting())
        print(f"{style.name}: can be imported.")
        return 0
    problems = check_library(_library(arguments), painting())
    for pin, problem in problems.items():
        print(f"{pin}: {problem or 'whole'}")
    return 1 if any(problems.values()) else 0


def _remove(arguments: argparse.Namespace) -> int:
    from desktop.workspace import looked_at

    async def remove() -> None:
        async with looked_at(arguments.workspace) as project:
            await project.style_work.remove(arguments.style)

    loop.run(remove())
    print(f"Removed {arguments.style}. Workspaces that used it have their own copies.")
    return 0


COMMAND = Command("styles", "list, show, publish, hand on, compare and remove styles", add_arguments, execute)
