"""`frame`: framing alone, as data."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import get_args

from core.errors import MediaError
from core.schema.choice import Aspect
from core.schema.clip import FramingWishes
from core.schema.record import ignore_progress
from core.schema.time import Cut, TimeSpan
from core.weights import FACE_MODEL, find
from desktop import paths
from desktop.command import Command
from desktop.json_file import write_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("source", metavar="SOURCE", type=Path)
    parser.add_argument("--start", type=float, default=0.0, metavar="S")
    parser.add_argument("--end", type=float, metavar="S", help="default: the end")
    parser.add_argument("--aspect", default="9:16", choices=get_args(Aspect))
    parser.add_argument("--json-out", type=Path, required=True, metavar="FILE")


def execute(arguments: argparse.Namespace) -> int:
    """Write `{"frames": [...]}` for every output frame, in pixels of the upright source."""
    write_json(
        frame_document(arguments.source, arguments.start, arguments.end, arguments.aspect), arguments.json_out
    )
    return 0


def frame_document(source: Path, start: float, end: float | None, aspect: Aspect) -> dict[str, object]:
    """Look at a span of a source and return the framing of each of its frames.

    Raises:
        MediaError: The source can't be used, has no picture, or the span lies outside it.
    """
    import tempfile

    from core.framing.describe import frames_as_data
    from core.framing.frame import frame_clip
    from core.media.clip_index import index_clip
    from core.media.ingest import prepare_source
    from core.media.probe import probe
    from core.vision.content import ContentWatcher
    from core.vision.shots import detect_shots
    from core.vision.tracks import find_tracks

    facts = probe(source)
    if facts.video is None:
        raise MediaError("The file has no picture to frame.", str(source))
    end = facts.duration if end is None else min(end, facts.duration)
    if not 0.0 <= start < end:
        raise MediaError(f"There is nothing between {start:g} and {end:g} s.", str(source))
    with tempfile.TemporaryDirectory() as folder:
        prepared = prepare_source(source, facts, Path(folder), ignore_progress)
        path, facts = prepared.media or source, prepared.facts
        media = index_clip(path, facts, Cut(ranges=(TimeSpan(start=start, end=end),)))
        shots = detect_shots(path, facts)
        model = find(FACE_MODEL, paths.weights_folder())
        watcher = ContentWatcher(shots)
        tracks, choices = find_tracks(
            path, facts, media.cut.ranges, shots, model, prepared.analysis_audio, watcher=watcher
        )
    for choice in choices:
        if choice.degraded:
            print(f"note: {choice.subject}: {choice.chosen}. {choice.reason}", file=sys.stderr)
    video = facts.video
    if video is None:
        raise MediaError("The file has no picture to frame.", str(source))
    contents = watcher.finish(tracks, video.width)
    framing = frame_clip(video, media.cut, shots, tracks, (aspect,), FramingWishes(), contents=contents)
    count = max(1, round(media.cut.duration * media.fps))
    times = [media.cut.start + index / media.fps for index in range(count)]
    return {"frames": frames_as_data(video, framing, aspect, times)}


COMMAND = Command("frame", "framing alone, as data", add_arguments, execute)
