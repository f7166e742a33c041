"""`sheet`: a page of a run's clips for people without the program, and what they decided taken back."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from core.export.sheet_words import LANGUAGES, USUAL
from core.project import Project
from core.schema.sheet import SheetAnswers, SheetLanguage
from desktop import loop
from desktop.aspects import parse_aspects
from desktop.command import Command
from desktop.taken_back import tell
from desktop.workspace import looked_at, opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", metavar="RUN", help="run id, or the start of one")
    parser.add_argument("--read", type=Path, metavar="FILE", help="say what saved decisions change of the clips")
    parser.add_argument("--apply", action="store_true", help="with --read: take them over, as one step of undo")
    parser.add_argument(
        "--clips", metavar="IDS", default="", help="clip ids, comma-separated (default: all not rejected)"
    )
    parser.add_argument("--aspect", type=parse_aspects, default=parse_aspects("9:16"), metavar="SHAPE")
    parser.add_argument(
        "--out", type=Path, metavar="FILE.html", help="the file, or a folder in which it takes a free name"
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default=USUAL, help="what the page is written in (default: English)"
    )
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Write or read; return 0, or 2 where --apply has nothing to apply."""
    if arguments.apply and arguments.read is None:
        print("error: --apply takes over what --read finds", file=sys.stderr)
        return 2
    return loop.run(_read(arguments) if arguments.read else _write(arguments))


async def _write(arguments: argparse.Namespace) -> int:
    async with opened(arguments.workspace, "main.py sheet") as project:
        run = project.find_run(arguments.run)
        place = arguments.out or project.folder / "exports" / run.source_name
        made = await project.contact_sheets.write(
            run.id, _clips(arguments), arguments.aspect[0], place, _progress, _language(arguments.language)
        )
    for told in made.told:
        print(f"note: {told}", file=sys.stderr)
    print(json.dumps(made.model_dump(mode="json"), indent=2, ensure_ascii=False) if arguments.json else made.file)
    return 0


def _language(code: str) -> SheetLanguage:
    """Return a language as the window hands it over where it speaks it."""
    from ui.axes import evidence_words
    from ui.wording import told

    if code != USUAL:
        from core.captions.qt import ensure_gui
        from ui.languages import speak

        speak(ensure_gui(), code)
    return SheetLanguage(code, told, evidence_words)


def _progress(_done: float, told: str = "") -> None:
    print(told, file=sys.stderr)


async def _read(arguments: argparse.Namespace) -> int:
    if not arguments.apply:
        async with looked_at(arguments.workspace) as project:
            found = await project.contact_sheets.read(project.find_run(arguments.run).id, arguments.read)
        tell(found, 0, arguments.json)
        return 0
    async with opened(arguments.workspace, "main.py sheet") as project:
        tell(*await _applied(project, arguments), arguments.json)
    return 0


async def _applied(project: Project, arguments: argparse.Namespace) -> tuple[SheetAnswers, int]:
    run_id = project.find_run(arguments.run).id
    found = await project.contact_sheets.read(run_id, arguments.read)
    wanted = _clips(arguments)
    changes = [change for change in found.changes if not wanted or change.clip_id in wanted]
    return found, await project.contact_sheets.apply(run_id, changes)


def _clips(arguments: argparse.Namespace) -> list[str]:
    return [name for name in map(str.strip, arguments.clips.split(",")) if name]


COMMAND = Command("sheet", "a page of clips to play, and what was decided on it", add_arguments, execute)
