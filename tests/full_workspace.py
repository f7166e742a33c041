"""A workspace as it is after months: hundreds of runs, and one of ten hours with a thousand candidates.

Rows and artifacts are real ones, in their real places and under the fingerprints that the runner computes; they
are written at once instead of worked out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from core import editing
from core.pipeline.artifact import RECORD_NAME
from core.pipeline.graph import Node
from core.project import Configuration, Project
from core.resources import resource
from core.schema.composition import DeliverySpec
from core.schema.record import Record
from core.schema.run import RunOptions
from core.schema.source import PreparedSource
from core.schema.style import Style
from tests.episodes import WAVEFORM_HZ, Analysed, Episode, analysed, composed, framed, waveform

TEN_HOURS, THOUSAND = 36_000.0, 1_000


def many(count: int) -> list[Episode]:
    """Return so many short episodes."""
    return [
        Episode(f"Episode {number + 1:03}", 600.0, 4, is_composed=number + 1 == count) for number in range(count)
    ]


def ten_hours(media: Path | None = None) -> Episode:
    """Return the episode of ten hours with a thousand candidates."""
    return Episode("The whole conference", TEN_HOURS, THOUSAND, media)


def fill(folder: Path, episodes: Sequence[Episode]) -> list[str]:
    """Make a workspace with an analysed run of each of the episodes, in this order; return their ids."""
    return asyncio.run(_fill(folder, episodes))


async def _fill(folder: Path, episodes: Sequence[Episode]) -> list[str]:
    configuration = Configuration(weights_folder=folder.parent / "weights", may_download=False)
    project = await Project.open(folder, configuration)
    try:
        names = folder.parent / "media"
        names.mkdir(exist_ok=True)
        with project._store.together():
            return [_add(project, episode, names / f"{episode.name}.mp4") for episode in episodes]
    finally:
        await project.close()


def _add(project: Project, episode: Episode, media: Path) -> str:
    store = project._store
    media.symlink_to(episode.media or resource("sample/sample.mp4"))
    source = store.add_source(media, f"content of {episode.name}", media.stat().st_size, episode.seconds)
    known = analysed(episode.seconds, episode.clips)
    options = RunOptions(aspects=("9:16",))
    run = store.add_run(source.id, options, project._keep_style(options.style).pin)
    _publish(project, run.id, Node("transcode"), known.prepared)
    _publish(project, run.id, Node("transcribe"), known.transcript)
    _publish(project, run.id, Node("detect_segments"), known.segments)
    _publish(project, run.id, Node("plan"), known.plan)
    clips = [editing.clip_from_candidate(run.id, found, run.style_pin) for found in known.plan.candidates]
    store.put_clips(run.id, clips)
    if episode.is_composed:
        _compose(project, run.id, known, clips[0].id)
    store.move_run(run.id, "analysis_complete")
    return run.id


def _compose(project: Project, run_id: str, known: Analysed, clip_id: str) -> None:
    """Let the clip that a run opens with be there, as the preview plays it."""
    clip = project._store.clip(clip_id)
    _publish(project, run_id, Node("analyze_framing", clip_id), framed(clip.cut))
    roots = project._roots_of(run_id, clip_id, "9:16", "")
    source = project._store.source(project._store.run(run_id).source_id)
    style, spec = cast(Style, roots[Style]), cast(DeliverySpec, roots[DeliverySpec])
    made = composed(source, known, clip, style, spec, project.folder)
    _publish(project, run_id, Node("compose", clip_id, "9:16", "fast"), made)


def _publish(project: Project, run_id: str, node: Node, record: Record) -> None:
    """Put what a node makes into its place, and say that its job is done."""
    store = project._store
    snapshot = project._runner.snapshot(run_id, [node])
    place = project._artifacts.place(node.stage, snapshot.prints[node])
    place.mkdir(parents=True, exist_ok=True)
    if isinstance(record, PreparedSource):
        file = place / "waveform.i8"
        file.write_bytes(waveform(record.facts.duration))
        record = record.model_copy(update={"waveform": file, "waveform_hz": float(WAVEFORM_HZ)})
    (place / RECORD_NAME).write_text(record.to_json(place), encoding="utf-8")
    job = store.ensure_job(run_id, node, snapshot.prints[node], snapshot.recipes[node])
    store.start_job(job)
    store.complete_job(job, 1.0)
