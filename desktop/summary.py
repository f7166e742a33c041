"""A run as the command line tells it at the end: plain fields, of which JSON can be made."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from core.project import Project
from core.schema.health import SourceHealth


def run_summary(project: Project, run_id: str, health: SourceHealth | None) -> dict[str, Any]:
    """Return how a run ended, with its clips and files; `health` is that of its source, where it is known."""
    run = project.run(run_id)
    return {
        "run_id": run_id,
        "source": str(run.source_path),
        "state": run.state,
        "style": run.style_pin,
        "recipe": run.options.recipe,
        "stages": _stages(project, run_id),
        "clips": _clips(project, run_id),
        "outputs": _outputs(project, run_id),
        "publications": _publications(project, run_id),
        "health": health.model_dump(mode="json") if health else None,
        "cost_usd": str(sum((group.usd for group in project.spending("run", run_id)), Decimal(0))),
        "warnings": [line.message for line in project.log(run_id) if line.level == "warning"],
    }


def _stages(project: Project, run_id: str) -> dict[str, dict[str, Any]]:
    stages: dict[str, dict[str, Any]] = {}
    for job in project.jobs(run_id):
        stage = stages.setdefault(job.stage, {"seconds": 0.0, "jobs": 0, "reused": 0})
        stage["seconds"] = round(stage["seconds"] + job.seconds, 3)
        stage["jobs"] += 1
        stage["reused"] += int(job.is_reused)
    for stage in stages.values():
        stage["is_reused"] = stage["reused"] == stage["jobs"]
    return stages


def _clips(project: Project, run_id: str) -> list[dict[str, Any]]:
    clips = project.clips(run_id)
    standings = project.taste.standings(clips)
    files: dict[str, list[str]] = {}
    for output in project.outputs(run_id):
        files.setdefault(output.clip_id, []).extend(str(file) for file in output.files)
    return [
        {
            "id": clip.id,
            "start": clip.cut.start,
            "end": clip.cut.end,
            "score": standings[clip.id].score,
            "usual_score": clip.score,
            "title": clip.wording.title,
            "reason": clip.reason,
            "decision": clip.decision,
            "files": files.get(clip.id, []),
        }
        for clip in clips
    ]


def _outputs(project: Project, run_id: str) -> list[dict[str, Any]]:
    return [
        {
            "clip": output.clip_id,
            "aspect": output.aspect,
            "preset": output.preset,
            "state": output.state,
            "file": str(output.files[0]) if output.files else "",
            "files": [str(file) for file in output.files],
            "error": output.error,
            "checks": [check.model_dump() for check in output.checks],
        }
        for output in project.outputs(run_id)
    ]


def _publications(project: Project, run_id: str) -> list[dict[str, Any]]:
    return [
        {
            "clip": each.clip_id,
            "aspect": each.aspect,
            "preset": each.preset,
            "destination": each.destination,
            "state": each.state,
            "places": list(each.places),
            "error": each.error,
        }
        for each in project.publications.of_run(run_id)
    ]
