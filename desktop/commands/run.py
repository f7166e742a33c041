"""`run`: import, analyse, take the best clips, export them."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.errors import ShortlistError, UserWorldError
from core.project import Project
from core.schema.run import RunOptions
from desktop import paths
from desktop.aspects import parse_aspects
from desktop.command import Command
from desktop.events import tell
from desktop.progress import Progress
from desktop.workspace import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", type=Path, help="video or audio file")
    parser.add_argument("--workspace", metavar="DIR", help="workspace folder (default: your own)")
    parser.add_argument("--transcript", metavar="FILE", type=Path, help="SRT, VTT, JSON or TXT of what is said")
    parser.add_argument("--style", default="clean", metavar="NAME[@VERSION]", help="style (default: clean)")
    parser.add_argument("--aspects", type=parse_aspects, default=parse_aspects("9:16,1:1,16:9"), metavar="LIST")
    parser.add_argument("--top", type=int, default=5, metavar="N", help="how many clips (default: 5)")
    parser.add_argument("--min", type=float, default=15.0, metavar="S", dest="min_seconds", help="shortest clip")
    parser.add_argument("--max", type=float, default=90.0, metavar="S", dest="max_seconds", help="longest clip")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where finished files go")
    parser.add_argument("--analyze-only", action="store_true", help="stop before rendering")
    parser.add_argument("--json", action="store_true", help="one JSON event a line on standard output")


def execute(arguments: argparse.Namespace) -> int:
    """Run it all and return 0 when everything was delivered."""
    if arguments.min_seconds <= 0 or arguments.max_seconds < arguments.min_seconds:
        print("error: --min must be above 0 and --max not below --min", file=sys.stderr)
        return 2
    if not 1 <= arguments.top <= 200:
        print("error: --top must be between 1 and 200", file=sys.stderr)
        return 2
    return asyncio.run(_execute(arguments))


@dataclass
class _Report:
    """What is told at the end."""

    started: float = field(default_factory=time.monotonic)
    runs: list[dict[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def _execute(arguments: argparse.Namespace) -> int:
    report = _Report()
    progress = Progress(is_json=arguments.json)
    try:
        async with opened(arguments.workspace) as project:
            unsubscribe = project.subscribe(lambda event: tell(progress, event))
            try:
                with progress:
                    work = (_one(project, source, arguments, report) for source in arguments.sources)
                    await asyncio.gather(*work)
            finally:
                unsubscribe()
    except UserWorldError as error:
        report.errors.append(str(error))
    for error_text in report.errors:
        print(f"error: {error_text}", file=sys.stderr)
    if arguments.json:
        progress.emit(_summary(report))
    else:
        _say(report, arguments.analyze_only)
    return 1 if report.errors else 0


async def _one(project: Project, path: Path, arguments: argparse.Namespace, report: _Report) -> None:
    options = RunOptions(
        aspects=arguments.aspects,
        top=arguments.top,
        min_seconds=arguments.min_seconds,
        max_seconds=arguments.max_seconds,
        style=arguments.style,
        transcript=str(arguments.transcript) if arguments.transcript else "",
        auto_approve=True,
    )
    try:
        source = await project.import_source(path)
        run_id = await project.start_run(source.id, options)
        run = await project.wait(run_id)
        folder = arguments.out or project.folder / "exports" / source.name
        chosen = [clip.id for clip in project.clips(run_id) if clip.decision == "approved"][: arguments.top]
        if run.state == "analysis_complete" and chosen and not arguments.analyze_only:
            await project.export(run_id, chosen, arguments.aspects, folder)
            run = await project.wait(run_id)
    except ShortlistError as error:
        report.errors.append(str(error))
        return
    if run.state in ("failed", "delivery_failed"):
        # Why a file is missing is told per file; why a run failed, once.
        failed = [output for output in project.outputs(run_id) if output.state == "failed"]
        report.errors += [f"{path}: {output.aspect}: {output.error}" for output in failed] or [
            run.error if str(path) in run.error else f"{path}: {run.error}"
        ]
    elif run.state == "started":
        # The engine could not even write down why: a full or broken disk under the workspace.
        report.errors.append(f"{path}: The run ended early; see the log in {paths.log_folder()}.")
    elif not chosen:
        plan = (await project.analysis(run_id)).plan
        reasons = (
            " ".join(f"{c.reason[:1].upper()}{c.reason[1:].rstrip('.')}." for c in plan.choices) if plan else ""
        )
        report.errors.append(f"{path}: No clip was found. {reasons}".strip())
    report.runs.append(_run_summary(project, run_id))


def _run_summary(project: Project, run_id: str) -> dict[str, Any]:
    run = project.run(run_id)
    stages: dict[str, dict[str, Any]] = {}
    for job in project.jobs(run_id):
        stage = stages.setdefault(job.stage, {"seconds": 0.0, "jobs": 0, "reused": 0})
        stage["seconds"] = round(stage["seconds"] + job.seconds, 3)
        stage["jobs"] += 1
        stage["reused"] += int(job.is_reused)
    for stage in stages.values():
        stage["is_reused"] = stage["reused"] == stage["jobs"]
    outputs = project.outputs(run_id)
    files: dict[str, list[str]] = {}
    for output in outputs:
        files.setdefault(output.clip_id, []).extend(str(file) for file in output.files)
    return {
        "run_id": run_id,
        "source": str(run.source_path),
        "state": run.state,
        "style": run.style_pin,
        "stages": stages,
        "clips": [
            {
                "id": clip.id,
                "start": clip.cut.start,
                "end": clip.cut.end,
                "score": clip.score,
                "title": clip.wording.title,
                "reason": clip.reason,
                "decision": clip.decision,
                "files": files.get(clip.id, []),
            }
            for clip in project.clips(run_id)
        ],
        "outputs": [
            {
                "clip": output.clip_id,
                "aspect": output.aspect,
                "state": output.state,
                "file": str(output.files[0]) if output.files else "",
                "files": [str(file) for file in output.files],
                "error": output.error,
            }
            for output in outputs
        ],
        "warnings": [line.message for line in project.log(run_id) if line.level == "warning"],
    }


def _summary(report: _Report) -> dict[str, Any]:
    """Return the last event. With one source its fields also stand at the top, which is what scripts want."""
    first: dict[str, Any] = report.runs[0] if len(report.runs) == 1 else {}
    return {
        "event": "summary",
        "ok": not report.errors,
        "seconds": round(time.monotonic() - report.started, 3),
        **first,
        "runs": report.runs,
        "errors": report.errors,
    }


def _say(report: _Report, is_analysis: bool) -> None:
    for run in report.runs:
        for warning in run["warnings"]:
            print(f"note: {warning}")
        count = len(run["clips"])
        print(f"\n{run['source']}: {count} clip{'' if count == 1 else 's'} found")
        for number, clip in enumerate(run["clips"], 1):
            length = clip["end"] - clip["start"]
            print(
                f"  {number:2d}. {clip['score']:3.0f}  {_clock(clip['start'])}  {length:5.1f} s  {clip['title']}"
            )
            print(f"          {clip['reason']}")
            for file in clip["files"]:
                if file.endswith(".mp4"):
                    print(f"          {file}")
        made = [output for output in run["outputs"] if output["state"] == "rendered"]
        if made:
            print(f"\n{len(made)} finished file{'' if len(made) == 1 else 's'} in {Path(made[0]['file']).parent}")
        elif is_analysis:
            print(f"\nAnalysed. Export with: main.py export {run['run_id']}")


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"


COMMAND = Command("run", "import, analyse, take the best clips and export them", add_arguments, execute)
