"""`export`: finished files of approved clips."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.export.formats import FORMATS
from core.export.naming import DEFAULT_TEMPLATE
from core.schema.run import FileWishes, OutputRecord
from desktop import loop
from desktop.aspects import PRESETS_HELP, parse_aspects, parse_presets
from desktop.command import Command
from desktop.presets import add_preset_argument
from desktop.progress import Progress
from desktop.report import watched
from desktop.workspace import opened

_SIDECARS = [member.NAME for member in FORMATS if member.SUFFIX]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", metavar="RUN", help="run id, or the start of one")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--clips", metavar="IDS", help="clip ids, comma-separated (default: the approved ones)")
    parser.add_argument("--aspects", type=parse_aspects, metavar="LIST", help="default: as the run was started")
    parser.add_argument("--out", type=Path, metavar="DIR")
    parser.add_argument(
        "--sidecars",
        metavar="LIST",
        help=f"files beside each video, comma-separated, or none: {', '.join(_SIDECARS)} (default: as last time)",
    )
    parser.add_argument(
        "--captions",
        action=argparse.BooleanOptionalAction,
        help="whether captions are burnt into the picture (default: as last time, at first yes)",
    )
    parser.add_argument(
        "--name",
        metavar="TEMPLATE",
        help=f"how files are called (default: as last time, at first “{DEFAULT_TEMPLATE}”)",
    )
    add_preset_argument(parser)
    parser.add_argument("--presets", type=parse_presets, metavar="LIST", help=PRESETS_HELP)
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Export and return 0 when all files were delivered."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    progress = Progress(is_json=arguments.json)
    async with opened(arguments.workspace, "main.py export") as project:
        run = project.find_run(arguments.run)
        wanted = arguments.clips.split(",") if arguments.clips else None
        known = project.clips(run.id)
        if wanted and (unknown := sorted(set(wanted) - {clip.id for clip in known})):
            print(f"error: run {run.id} has no clip {', '.join(unknown)}", file=sys.stderr)
            return 1
        clips = [c.id for c in known if (c.id in wanted if wanted else c.decision == "approved")]
        if not clips:
            print(
                "error: no clip to export: approve some in the window, or name them with --clips", file=sys.stderr
            )
            return 1
        folder = arguments.out or project.folder / "exports" / run.source_name
        async with watched(project, progress):
            aspects = arguments.aspects or run.options.aspects
            wishes = FileWishes(
                presets=arguments.presets,
                burns_captions=arguments.captions,
                sidecars=_listed(arguments.sidecars),
                name_template=arguments.name,
            )
            asked = await project.export(run.id, clips, aspects, folder, arguments.preset, wishes)
            await project.wait(run.id)
        outputs = [output for output in project.outputs(run.id) if output.id in asked]
        project_error = project.run(run.id).error or "stopped"
    for output in outputs:
        if output.state == "failed":
            print(f"error: {_named(output)}: {output.error}", file=sys.stderr)
        elif output.state != "rendered":
            print(f"error: {_named(output)}: {project_error}", file=sys.stderr)
        elif not arguments.json:
            print(output.files[0])
    done = all(output.state == "rendered" for output in outputs)
    progress.emit(
        {"event": "summary", "ok": done, "run_id": run.id, "files": [str(f) for o in outputs for f in o.files]}
    )
    return 0 if done else 1


def _named(output: OutputRecord) -> str:
    return " ".join(output.cell)


def _listed(given: str | None) -> tuple[str, ...] | None:
    """Return the sidecars that are named; None where nothing was said."""
    if given is None:
        return None
    return () if given.strip() == "none" else tuple(name for name in map(str.strip, given.split(",")) if name)


COMMAND = Command("export", "export clips of a run", add_arguments, execute)
