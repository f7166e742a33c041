"""`workspaces`: one per client. Listed, made, set, moved, exported, imported, archived, checked, deleted."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.errors import UserWorldError, WorkspaceError
from core.models.meter import size_words
from core.schema.record import ProgressCallback
from core.schema.workspace import KnownWorkspace, PackChoices, WorkspaceFigures, WorkspaceFinding
from core.spaces import making
from core.spaces.anatomy import EXPORTS
from core.spaces.card import card_of
from core.spaces.check import check, mend
from core.spaces.figures import figures_of
from core.spaces.packing import SUFFIX, pack
from core.spaces.standing import standing_of
from core.spaces.unpacking import read_manifest
from desktop import loop, own_settings_verb, settings, space_list, workspaces
from desktop.command import Command
from desktop.interrupt import stopped_between_steps
from desktop.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    listing = verbs.add_parser("list", help="the workspaces of this computer (what is told by default)")
    listing.add_argument("--all", action="store_true", help="archived ones as well")
    listing.add_argument("--sizes", action="store_true", help="measure them now; without, sizes of the last look")
    create = verbs.add_parser("create", help="make a workspace with settings, keys and styles of its own")
    create.add_argument("name", metavar="NAME")
    create.add_argument(
        "--folder", metavar="DIR", type=Path, help="where; usually in the folder of all workspaces"
    )
    opening = verbs.add_parser("open", help="use a workspace from now on, in the window and for all commands")
    rename = verbs.add_parser("rename", help="give a workspace another name; its folder stays")
    archive = verbs.add_parser("archive", help="take it off the recent ones, and free what it can do without")
    archive.add_argument("--back", action="store_true", help="put it back among the recent ones")
    checking = verbs.add_parser("check", help="look for damage, with a fix for each finding")
    checking.add_argument("--fix", action="store_true", help="mend what can be mended")
    delete = verbs.add_parser("delete", help="remove a workspace with everything in it")
    delete.add_argument("--yes", metavar="NAME", default="", help="the name of the workspace, as confirmation")
    delete.add_argument("--keep-exports", action="store_true", help="leave finished files in its folder")
    forget = verbs.add_parser("forget", help="take it off the list; its folder stays")
    moving = verbs.add_parser("move", help="move a workspace to another folder or disk; given again, goes on")
    moving.add_argument("--to", metavar="DIR", type=Path, required=True, help="a folder that is not there yet")
    export = verbs.add_parser("export", help="write a workspace into one file; keys are never in it")
    export.add_argument("--file", metavar="FILE", type=Path, required=True, help=f"usually NAME{SUFFIX}")
    export.add_argument(
        "--no-artifacts", action="store_true", help="without intermediate results: made again later"
    )
    export.add_argument("--no-exports", action="store_true", help="without the finished files in its folder")
    export.add_argument("--sources", action="store_true", help="with the source videos")
    taking = verbs.add_parser("import", help="make a workspace of such a file; given again, goes on")
    taking.add_argument("file", metavar="FILE", type=Path)
    taking.add_argument(
        "--folder", metavar="DIR", type=Path, help="where; usually in the folder of all workspaces"
    )
    taking.add_argument("--as", dest="name", metavar="NAME", default="", help="under another name")
    own = verbs.add_parser("settings", help="what it has of its own and what is common: show, set, give back")
    own_settings_verb.add_arguments(own)
    for verb in (opening, rename, archive, checking, delete, forget, moving, export):
        verb.add_argument("workspace", metavar="WORKSPACE", help="its name, or its folder")
    rename.add_argument("name", metavar="NEW_NAME")
    parser.add_argument("--json", action="store_true")
    for verb in (listing, create, opening, rename, archive, checking, delete, forget, moving, export, taking, own):
        verb.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def execute(arguments: argparse.Namespace) -> int:
    """Do what the verb says."""
    return _VERBS[arguments.verb or "list"](arguments)


def _list(arguments: argparse.Namespace) -> int:
    shows_all = arguments.verb is not None and arguments.all
    lines = [_line(each, arguments) for each in space_list.known() if shows_all or not each.is_archived]
    if arguments.json:
        print(json.dumps(lines, indent=2, ensure_ascii=False))
        return 0
    for line in lines:
        mark = "*" if line["is_chosen"] else " "
        used = time.strftime("%Y-%m-%d %H:%M", time.localtime(line["used_at"])) if line["used_at"] else "never"
        size = size_words(line["bytes"] + line["exported_bytes"]) if line["bytes"] else "–"
        archived = "  (archived)" if line["is_archived"] else ""
        print(f"{mark} {line['name']:<28} {line['runs']:>5} runs {size:>10}  {used}  {line['folder']}{archived}")
        if line["reason"] and line["standing"] != "ready":
            print(f"    {line['reason']} {line['remedy']}")
    if not lines:
        print("No workspaces yet. Make one: main.py workspaces create NAME")
    return 0


def _line(known: KnownWorkspace, arguments: argparse.Namespace) -> dict[str, Any]:
    standing = standing_of(known.folder)
    figures = known.figures
    if arguments.verb is not None and arguments.sizes and standing.can_look:
        figures = _figures(known.folder)
    chosen = settings.workspace(settings.load_settings())
    return {
        "name": known.name,
        "folder": str(known.folder),
        "is_chosen": known.folder == chosen.resolve(),
        "is_archived": known.is_archived,
        "used_at": known.used_at,
        "standing": standing.kind,
        "reason": standing.reason,
        "remedy": standing.remedy,
        **figures.model_dump(mode="json"),
    }


def _figures(folder: Path) -> WorkspaceFigures:
    try:
        figures = figures_of(folder)
    except (UserWorldError, OSError):
        return WorkspaceFigures()
    space_list.catalogue().note_figures(folder, figures)
    return figures


def _create(arguments: argparse.Namespace) -> int:
    folder = (arguments.folder or space_list.place_for(arguments.name)).expanduser().absolute()
    card = making.create(folder, arguments.name)
    space_list.catalogue().change(folder, used_at=time.time())
    return _tell(arguments, f"“{card.name}” was made in {folder}.", name=card.name, folder=str(folder))


def _open(arguments: argparse.Namespace) -> int:
    folder = space_list.there(arguments.workspace)
    standing = standing_of(folder)
    if not (standing.can_look or standing.can_work):
        raise WorkspaceError(standing.reason, str(folder), remedy=standing.remedy)
    settings.save_settings(settings.load_settings().model_copy(update={"workspace": str(folder)}))
    space_list.catalogue().note_used(folder)
    name = card_of(folder).name
    return _tell(arguments, f"“{name}” is used from now on ({folder}).", name=name, folder=str(folder))


def _rename(arguments: argparse.Namespace) -> int:
    folder = space_list.there(arguments.workspace)
    before = card_of(folder).name
    card = making.rename(folder, arguments.name)
    space_list.catalogue().change(folder)
    return _tell(arguments, f"“{before}” is called “{card.name}” now.", name=card.name, folder=str(folder))


def _archive(arguments: argparse.Namespace) -> int:
    folder = space_list.there(arguments.workspace)
    name = card_of(folder).name
    if arguments.back:
        space_list.catalogue().change(folder, is_archived=False)
        return _tell(arguments, f"“{name}” is among the recent ones again.", name=name, freed_bytes=0)
    if folder.resolve() == settings.workspace(settings.load_settings()).resolve():
        raise WorkspaceError(
            f"“{name}” is the workspace that is used now.", str(folder), remedy="Open another one first."
        )
    freed = loop.run(workspaces.archive(folder))
    _figures(folder)
    told = f"“{name}” is archived; {size_words(freed)} were freed. Nothing that a kept clip needs is gone."
    return _tell(arguments, told, name=name, freed_bytes=freed)


def _check(arguments: argparse.Namespace) -> int:
    folder = space_list.there(arguments.workspace)
    findings = check(folder)
    mended = mend(folder, findings) if arguments.fix else []
    left = [each for each in findings if each not in mended]
    grave = [each for each in left if not each.is_harmless]
    if arguments.json:
        told = {"ok": not grave, "findings": _told(left), "mended": _told(mended)}
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return 1 if grave else 0
    for finding in mended:
        print(f"mended  {finding.place}: {finding.found}")
    for finding in left:
        print(f"{'note' if finding.is_harmless else 'FAIL':<7} {finding.place}: {finding.found}")
        if finding.fix:
            print(f"        → {finding.fix}")
    if any(each.fix for each in left):
        print(f"\nMend what can be mended with: main.py workspaces check “{arguments.workspace}” --fix")
    elif not grave:
        print("The workspace is sound." if not mended else "\nThe workspace is sound now.")
    return 1 if grave else 0


def _told(findings: list[WorkspaceFinding]) -> list[dict[str, object]]:
    return [each.model_dump() for each in findings]


def _delete(arguments: argparse.Namespace) -> int:
    folder = space_list.there(arguments.workspace)
    name = card_of(folder).name
    if not arguments.yes:
        _say_what_goes(folder, name, arguments.keep_exports)
        print(f"\nTo delete it: main.py workspaces delete “{arguments.workspace}” --yes “{name}”", file=sys.stderr)
        return 2
    if arguments.yes != name:
        raise WorkspaceError(f"The workspace is called “{name}”, not “{arguments.yes}”.", str(folder))
    done = workspaces.delete(folder, arguments.keep_exports)
    stays = f" What stays in {folder}: {', '.join(path.name for path in done.stays)}." if done.stays else ""
    return _tell(arguments, f"“{name}” is deleted.{stays}", name=name, stays=[str(path) for path in done.stays])


def _say_what_goes(folder: Path, name: str, keeps_exports: bool) -> None:
    print(f"“{name}” ({folder})")
    standing = standing_of(folder)
    if standing.can_look:
        figures = _figures(folder)
        print(
            f"  goes:  {figures.sources} sources' records, {figures.runs} runs, {figures.clips} clips, decisions"
        )
        print(f"  goes:  {size_words(figures.bytes)} of database, intermediate results, styles and recipes")
        if figures.exported_bytes:
            word = "stays" if keeps_exports else "goes"
            print(
                f"  {word + ':':<6} {size_words(figures.exported_bytes)} of finished files in {folder / EXPORTS}"
            )
        for place in figures.elsewhere:
            print(f"  stays: finished files in {place}")
    print("  stays: the source videos, and whatever else lies in the folder")


def _move(arguments: argparse.Namespace) -> int:
    folder = space_list.there(arguments.workspace)
    to = arguments.to.expanduser().absolute()
    with _progress(arguments) as progress:
        done = workspaces.move(folder, to, progress)
    stays = f" What stays in {folder}: {', '.join(path.name for path in done.stays)}." if done.stays else ""
    name = card_of(to).name
    return _tell(arguments, f"“{name}” lies in {to} now.{stays}", name=name, folder=str(to))


def _export(arguments: argparse.Namespace) -> int:
    folder, file = space_list.there(arguments.workspace), arguments.file.expanduser().absolute()
    choices = PackChoices(
        with_artifacts=not arguments.no_artifacts,
        with_sources=arguments.sources,
        with_exports=not arguments.no_exports,
    )
    with _progress(arguments) as progress:
        manifest = pack(folder, file, choices, progress)
    size = file.stat().st_size
    told = f"“{manifest.name}” is in {file}: {len(manifest.files)} files, {size_words(size)}. No key is in it."
    return _tell(arguments, told, name=manifest.name, file=str(file), files=len(manifest.files), bytes=size)


def _import(arguments: argparse.Namespace) -> int:
    name = arguments.name or read_manifest(arguments.file).name
    folder = (arguments.folder or space_list.place_for(name)).expanduser().absolute()
    with _progress(arguments) as progress:
        card = workspaces.unpack(arguments.file, folder, arguments.name, progress)
    told = f"“{card.name}” was made in {folder}. Its keys have to be set anew: no export holds any."
    return _tell(arguments, told, name=card.name, folder=str(folder))


@contextmanager
def _progress(arguments: argparse.Namespace) -> Iterator[ProgressCallback]:
    """Show how far it is, and stop between two steps where that is wished for."""
    with Progress(arguments.json) as shown, stopped_between_steps(shown.work) as progress:
        yield progress


def _forget(arguments: argparse.Namespace) -> int:
    folder = space_list.folder_of(arguments.workspace)
    space_list.catalogue().forget(folder)
    return _tell(arguments, f"{folder} is off the list; nothing in it was touched.", folder=str(folder))


def _tell(arguments: argparse.Namespace, words: str, **facts: object) -> int:
    print(json.dumps(facts, ensure_ascii=False) if arguments.json else words)
    return 0


_VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "create": _create,
    "open": _open,
    "rename": _rename,
    "archive": _archive,
    "check": _check,
    "delete": _delete,
    "forget": _forget,
    "move": _move,
    "export": _export,
    "import": _import,
    "settings": own_settings_verb.execute,
}

COMMAND = Command(
    "workspaces",
    "one per client: list, create, settings, open, archive, move, export, import, check, delete",
    add_arguments,
    execute,
)
