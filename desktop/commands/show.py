"""`show`: one run with what was found in its source, its jobs, clips, files, their checks, and log."""

from __future__ import annotations

import argparse
import json

from core.project import Project
from core.schema.health import SourceHealth
from core.schema.run import AttemptRecord
from core.schema.twin import Twin
from desktop import loop
from desktop.command import Command
from desktop.workspace import looked_at


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("run", metavar="RUN", help="run id, or the start of one")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--why", action="store_true", help="why each job ran or was reused, and its attempts")
    parser.add_argument("--checks", action="store_true", help="everything that was checked in each file")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Show a run."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    async with looked_at(arguments.workspace) as project:
        run_id = project.find_run(arguments.run).id
        if arguments.why and not arguments.json:
            _say_why(project, run_id)
            return 0
        prepared = await project.prepared(run_id)
        health = prepared.health if prepared else None
        if arguments.json:
            document = _document(project, run_id, health, await _twins(project, run_id))
            print(json.dumps(document, indent=2, ensure_ascii=False))
        else:
            _say(project, run_id, health, arguments.checks, await _twins(project, run_id))
    return 0


async def _twins(project: Project, run_id: str) -> dict[str, tuple[Twin, ...]]:
    """Return the clips elsewhere that say nearly the same, by the clips of this run that have some."""
    found = {clip.id: await project.twins(clip.id) for clip in project.clips(run_id)}
    return {clip_id: twins for clip_id, twins in found.items() if twins}


def _say_why(project: Project, run_id: str) -> None:
    attempts: dict[str, list[AttemptRecord]] = {}
    for attempt in project.attempts(run_id):
        attempts.setdefault(attempt.job_id, []).append(attempt)
    for job in project.jobs(run_id):
        how = "reused" if job.is_reused else job.state.replace("_", " ")
        where = " ".join(part for part in (job.stage, job.clip_id[-10:], job.aspect, job.preset) if part)
        print(f"{where}: {how}. {job.why}")
        if job.error_reason:
            print(f"    {job.error_kind}: {job.error_reason}")
        tried = attempts.get(job.id, [])
        for attempt in tried if len(tried) > 1 or job.state == "failed" else []:
            said = " ".join(part for part in (attempt.error_kind, attempt.error_reason) if part)
            said = f"  {said}" if said and attempt.state != "stopped" else ""
            print(f"    attempt {attempt.number}: {attempt.state} after {attempt.seconds:.1f} s{said}")


def _document(
    project: Project, run_id: str, health: SourceHealth | None, twins: dict[str, tuple[Twin, ...]]
) -> dict[str, object]:
    def plain(records: object) -> object:
        return [json.loads(record.model_dump_json()) for record in records]  # type: ignore[attr-defined]

    return {
        "run": json.loads(project.run(run_id).model_dump_json()),
        "health": json.loads(health.model_dump_json()) if health else None,
        "jobs": plain(project.jobs(run_id)),
        "attempts": plain(project.attempts(run_id)),
        "clips": plain(project.clips(run_id)),
        "twins": {clip_id: plain(found) for clip_id, found in twins.items()},
        "outputs": plain(project.outputs(run_id)),
        "log": plain(project.log(run_id)),
    }


def _say(
    project: Project,
    run_id: str,
    health: SourceHealth | None,
    says_all: bool,
    twins: dict[str, tuple[Twin, ...]],
) -> None:
    run = project.run(run_id)
    print(f"{run.source_path}\n{run.state.replace('_', ' ')}  style {run.style_pin}  {run.error}".rstrip())
    if health is not None:
        _say_health(health)
    print("\nStages")
    for job in project.jobs(run_id):
        how = "reused" if job.is_reused else job.state.replace("_", " ")
        where = " ".join(part for part in (job.clip_id[-10:], job.aspect, job.preset) if part)
        print(f"  {job.stage:<18} {where:<22} {how:<12} {job.seconds:7.2f} s  {job.error_reason}".rstrip())
    print("\nClips")
    clips = project.clips(run_id)
    standings = project.taste.standings(clips)
    for clip in clips:
        span = f"{clip.cut.start:8.2f} to {clip.cut.end:8.2f} s"
        print(f"  {standings[clip.id].score:3.0f}  {span}  {clip.decision:<10} {clip.wording.title}")
        for twin in twins.get(clip.id, ()):
            print(f"       {twin.told}, at {twin.at:.2f} s ({twin.share:.0%})")
    print("\nFiles")
    for output in project.outputs(run_id):
        what = output.files[0] if output.files else output.error
        print(f"  {output.aspect:<5} {output.preset:<9} {output.state:<10} {what}")
        for check in output.checks:
            if says_all or not check.is_passed:
                print(f"        {'ok' if check.is_passed else 'look'}: {check.name}: {check.found}")
    notes = [line for line in project.log(run_id) if line.level != "info"]
    if notes:
        print("\nNotes")
        for line in notes:
            print(f"  {line.level}: {line.message}")


def _say_health(health: SourceHealth) -> None:
    print("\nSource")
    for finding in health.findings:
        print(f"  {finding.severity}: {finding.subject}: {' '.join((finding.found, finding.done)).strip()}")
    if not health.findings:
        print("  nothing unusual was found")
    if health.sound_offset:
        side = "after" if health.sound_offset > 0 else "before"
        print(f"  sound starts {abs(health.sound_offset):.3f} s {side} the picture")
    for what, gaps in (("picture", health.picture_gaps), ("sound", health.sound_gaps)):
        for gap in gaps:
            print(f"  no {what} from {gap.start:.2f} to {gap.end:.2f} s")


COMMAND = Command("show", "show one run: stages, clips, files, notes", add_arguments, execute)
