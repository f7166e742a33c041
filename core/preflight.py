"""What a run will need of the disk, of time and of money, told before it starts.

Sizes are estimates on the safe side, calibrated on nine real files: what ingest writes is known to a tenth; what
rendering writes depends on how many clips are found and how much moves in them, which the bytes a second of the
source tell best. They were 1.1 to 2 times the truth, and more where a short file gave fewer clips than asked.
"""

from __future__ import annotations

import asyncio
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from core.errors import WorkspaceError
from core.pipeline.graph import Graph
from core.pipeline.records.store import Store
from core.pipeline.space import kept_free, read_space
from core.render.presets import preset_named
from core.schema.cell import Cell
from core.schema.choice import Aspect
from core.schema.clip import Clip
from core.schema.composition import output_size
from core.schema.endpoint import Endpoint
from core.schema.preset import EncodePreset
from core.schema.run import RunOptions, RunRecord
from core.schema.source import MediaFacts
from core.schema.storage import ExportForecast, Preflight

# 16 kHz mono 16-bit samples, and 100 pairs of bytes a second to draw.
_SOUND_BYTES_A_SECOND = 32_000 + 200
_FILMSTRIP_TILES, _TILE_BYTES = 60, 5_000
# Words with their times, boundaries, and what is kept of them for searching.
_WORDS_BYTES_A_SECOND = 1_000
# Records of one clip (faces, camera, captions), and of one of its aspects; thumbnails of it.
_CLIP_BYTES, _CLIP_BYTES_A_SECOND = 60_000, 5_000
_DELIVERY_BYTES_A_SECOND = 2_500
# The database with its log, and what SQLite keeps beside it.
_RECORDS_BYTES = 4_000_000
# How long clips are where planning may choose: over 15 talks and six ranges of lengths the mean of a talk was 53 s
# (in one of four above 65 s), and never above nine tenths of the longest that was allowed.
_USUAL_SECONDS, _SHORTEST_TIMES, _LONGEST_SHARE = 60.0, 1.5, 0.9
# Bytes that a second of a million pixels takes, from those that it takes in the source (see `picture_bytes`).
_LEAST_PICTURE, _MOST_PICTURE, _PICTURE_SHARE = 45_000, 310_000, 1.9
_USUAL_RATE_HZ = 30.0
_SOUND_ONLY_PICTURE = 40_000
_NEWER_CODECS = {"hevc", "vp9", "av1"}
_NEWER_GAIN = 1.6
# ProRes takes what it takes: 220 Mbit/s for 422 HQ at 1920×1080 and 29.97 a second (Apple's white paper of 2022).
_PRORES_PICTURE = 13_300_000
# A language model reads the talk in numbered lines, in overlapping passages, and writes of clips, and of moments
# that it proposes.
_CHARACTERS_A_SECOND, _CHARACTERS_A_TOKEN = 20.0, 3.0
_PROMPT_TOKENS, _REPLY_TOKENS = 1_200, 1_500
# Runs that history is taken from.
_RECENT = 8
FindPreset = Callable[[str], EncodePreset]


def expected_clips(duration: float, options: RunOptions) -> tuple[int, float]:
    """Return how many clips to expect of a source of so many seconds, and how many seconds they take together."""
    length = max(_USUAL_SECONDS, _SHORTEST_TIMES * options.min_seconds)
    length = min(length, max(_LONGEST_SHARE * options.max_seconds, options.min_seconds))
    count = max(1, min(options.top, int(duration / options.min_seconds)))
    # Clips do not overlap.
    return count, min(count * length, duration)


def picture_bytes(facts: MediaFacts) -> float:
    """Return the bytes that a second of a million pixels takes in a finished file."""
    video = facts.video
    if video is None or facts.duration <= 0:
        return _SOUND_ONLY_PICTURE
    source = facts.size_bytes / facts.duration / (video.width * video.height / 1e6)
    gain = _NEWER_GAIN if video.codec in _NEWER_CODECS else 1.0
    found = min(_MOST_PICTURE, _LEAST_PICTURE + _PICTURE_SHARE * gain * source)
    return found * max(1.0, video.fps / _USUAL_RATE_HZ)


def ingest_bytes(facts: MediaFacts, is_copied: bool) -> int:
    """Return what preparing and reading a source writes; `is_copied` where its container must be mended."""
    sound = facts.duration * _SOUND_BYTES_A_SECOND if facts.audio else 0.0
    strip = min(_FILMSTRIP_TILES, math.ceil(facts.duration)) * _TILE_BYTES if facts.video else 0
    copy = 1.02 * facts.size_bytes if is_copied else 0.0
    return round(sound + strip + copy + facts.duration * _WORDS_BYTES_A_SECOND)


def clip_bytes(facts: MediaFacts, options: RunOptions, presets: FindPreset = preset_named) -> int:
    """Return what the clips of a run write: their records, and each finished file twice.

    A finished file lies among the intermediate results and, as a copy, in the user's folder.
    """
    count, seconds = expected_clips(facts.duration, options)
    records = count * _CLIP_BYTES + seconds * _CLIP_BYTES_A_SECOND
    files = 0.0
    for aspect, preset in options.columns():
        files += file_bytes(facts, seconds, aspect, presets(preset), count)
        records += seconds * _DELIVERY_BYTES_A_SECOND
    return round(records + 2 * files)


def file_bytes(facts: MediaFacts, seconds: float, aspect: Aspect, preset: EncodePreset, count: int = 1) -> float:
    """Return what `count` finished files of a shape take that last so many seconds together."""
    width, height = output_size(aspect, preset.short_side_px)
    picture = _PRORES_PICTURE if preset.video_codec == "prores" else picture_bytes(facts)
    written = seconds * (picture * width * height / 1e6 + preset.audio_bitrate_bps / 8)
    return min(written, count * preset.max_bytes) if preset.max_bytes else written


def needed_bytes(
    facts: MediaFacts, options: RunOptions, is_copied: bool, presets: FindPreset = preset_named
) -> int:
    """Return what a run is expected to write in all."""
    return _RECORDS_BYTES + ingest_bytes(facts, is_copied) + clip_bytes(facts, options, presets)


def expected_usd(duration: float, options: RunOptions, language: Endpoint | None) -> float | None:
    """Return what a language model will cost; 0 without one, None where its price is not known."""
    from core.highlights.passages import LARGEST_OVERLAP, PASSAGE_CHARACTERS
    from core.llm.prices import bundled_prices, price_of

    if language is None:
        return 0.0
    price = price_of(language.model, bundled_prices())
    if price is None:
        return None
    overlap = min(options.max_seconds * _CHARACTERS_A_SECOND, PASSAGE_CHARACTERS * LARGEST_OVERLAP)
    passages = max(1, math.ceil(duration * _CHARACTERS_A_SECOND / (PASSAGE_CHARACTERS - overlap)))
    read = duration * _CHARACTERS_A_SECOND + (passages - 1) * overlap
    asked = passages * _PROMPT_TOKENS + read / _CHARACTERS_A_TOKEN
    return float(price.usd(round(asked), passages * _REPLY_TOKENS))


async def expected_seconds(store: Store, graph: Graph, duration: float, options: RunOptions) -> float | None:
    """Return the work of a run in seconds, one thing after the other, as stages took it before for each second.

    None where a stage was never done in this workspace.
    """
    from statistics import median

    seen: defaultdict[str, list[float]] = defaultdict(list)
    for run in store.runs()[:_RECENT]:
        for stage, share in _work_shares(store, run):
            seen[stage].append(share)
        # Reading a run's records takes milliseconds: let others have their turn.
        await asyncio.sleep(0)
    if any(stage.name not in seen for stage in graph.stages):
        return None
    _, of_clips = expected_clips(duration, options)
    media = {"source": duration, "clip": of_clips, "delivery": of_clips * len(options.columns())}
    return sum(median(seen[stage.name]) * media[stage.per] for stage in graph.stages)


def _work_shares(store: Store, run: RunRecord) -> Iterator[tuple[str, float]]:
    """Yield stages of a run with the seconds of work that a second of their media took."""
    length = store.source(run.source_id).duration
    lengths = {clip.id: clip.cut.duration for clip in store.clips(run.id)}
    for job in store.jobs(run.id):
        media = lengths.get(job.clip_id, 0.0) if job.clip_id else length
        if job.state == "completed" and not job.is_reused and job.seconds > 0 and media > 0:
            yield job.stage, job.seconds / media


async def export_forecast(
    store: Store,
    graph: Graph,
    facts: MediaFacts,
    wanted: Sequence[Cell],
    clips: Mapping[str, Clip],
    workspace: Path,
    folder: Path,
    presets: FindPreset = preset_named,
) -> ExportForecast:
    """Return what an export of clips in shapes and presets is expected to make and to need.

    Args:
        store: Of the workspace: what its last runs took.
        graph: The stages.
        facts: Of the source.
        wanted: The files.
        clips: Those of the files, by id.
        workspace: Where each file is made before it is copied into the folder.
        folder: Need not be there yet.
        presets: Finds a preset by its name.

    Raises:
        WorkspaceError: A disk can't be reached.
    """
    size = sum(
        file_bytes(facts, clips[cell.clip_id].cut.duration, cell.aspect, presets(cell.preset)) for cell in wanted
    )
    there = next(place for place in (folder, *folder.parents) if place.exists() or place == place.parent)
    try:
        space = await asyncio.to_thread(read_space, there)
        is_shared = (await asyncio.to_thread(there.stat)).st_dev == (
            await asyncio.to_thread(workspace.stat)
        ).st_dev
    except OSError as error:
        reason = error.strerror or str(error)
        raise WorkspaceError(f"The disk of the folder can't be reached ({reason}).", str(folder)) from error
    return ExportForecast(
        files=len(wanted),
        bytes=round(size),
        needed_bytes=round(size * (2 if is_shared else 1)),
        free_bytes=space.free_bytes,
        seconds=await _export_seconds(store, graph, [clips[cell.clip_id] for cell in wanted]),
    )


async def _export_seconds(store: Store, graph: Graph, wanted: Sequence[Clip]) -> float | None:
    """Return the work that is left before clips are files, in seconds; None where files were never made here."""
    from statistics import median

    seen: defaultdict[str, list[float]] = defaultdict(list)
    for run in store.runs()[:_RECENT]:
        for name, share in _work_shares(store, run):
            seen[name].append(share)
        await asyncio.sleep(0)
    clips = {clip.id: clip.cut.duration for clip in wanted}
    files = sum(clip.cut.duration for clip in wanted)
    done = {
        (job.stage, job.clip_id)
        for run_id in {clip.run_id for clip in wanted}
        for job in store.jobs(run_id)
        if job.state == "completed" and job.clip_id
    }
    total = 0.0
    for stage in graph.stages:
        if stage.per == "delivery":
            media = files
        elif stage.per == "clip":
            media = sum(length for clip_id, length in clips.items() if (stage.name, clip_id) not in done)
        else:
            continue
        if media and stage.name not in seen:
            return None
        total += median(seen[stage.name]) * media if media else 0.0
    return total


async def preflight(
    path: Path,
    options: RunOptions,
    folder: Path,
    store: Store,
    graph: Graph,
    language: Endpoint | None,
    keeps_free_bytes: int,
    presets: FindPreset = preset_named,
) -> Preflight:
    """Look into a media file and estimate what a run of it needs in a workspace `folder`.

    Raises:
        MediaError: The file can't be used.
        WorkspaceError: The workspace's disk can't be reached.
    """
    facts, is_copied = await asyncio.to_thread(_look_into, path.expanduser().resolve())
    try:
        space = await asyncio.to_thread(read_space, folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WorkspaceError(f"The workspace's disk can't be reached ({reason}).", str(folder)) from error
    return Preflight(
        needed_bytes=needed_bytes(facts, options, is_copied, presets),
        free_bytes=space.free_bytes,
        keeps_free_bytes=kept_free(keeps_free_bytes, space.total_bytes),
        seconds=await expected_seconds(store, graph, facts.duration, options),
        usd=expected_usd(facts.duration, options, language),
    )


def _look_into(path: Path) -> tuple[MediaFacts, bool]:
    from core.media.probe import probe
    from core.media.remux import why_remux

    facts = probe(path)
    return facts, bool(why_remux(path, facts))
