"""`frame`: framing alone, as data."""

from __future__ import annotations

import argparse
import math
import os
import sys
from pathlib import Path
from typing import get_args

from core.errors import ExportError, MediaError
from core.schema.choice import Aspect, Choice
from core.schema.clip import FramingWishes
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import Cut, TimeSpan
from core.weights import FACE_MODEL, find
from desktop import paths
from desktop.command import Command
from desktop.interrupt import stopped_between_steps
from desktop.json_file import write_json
from desktop.line import ProgressLine

# The shares of the work, by their usual time: preparing, finding the shots, finding the faces.
_STEPS = (("preparing", 0.15), ("shots", 0.45), ("faces", 1.0))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("source", metavar="SOURCE", type=Path)
    parser.add_argument("--start", type=float, default=0.0, metavar="S")
    parser.add_argument("--end", type=float, metavar="S", help="default: the end")
    parser.add_argument("--aspect", default="9:16", choices=get_args(Aspect))
    parser.add_argument("--json-out", type=Path, required=True, metavar="FILE")


def execute(arguments: argparse.Namespace) -> int:
    """Write `{"frames": [...]}` for every output frame, in pixels of the upright source."""
    start, end = arguments.start, math.inf if arguments.end is None else arguments.end
    if not 0.0 <= start < end:
        print("error: --start takes a second of the source, and --end a later one", file=sys.stderr)
        return 2
    _check_writable(arguments.json_out)
    with ProgressLine() as line, stopped_between_steps(line.show) as progress:
        document = frame_document(arguments.source, start, arguments.end, arguments.aspect, progress)
    write_json(document, arguments.json_out)
    return 0


def _check_writable(file: Path) -> None:
    """Refuse before the work what would be refused after it."""
    if file.is_dir():
        raise ExportError("That is a folder, not a file.", str(file), remedy=f"Use --json-out {file}/framing.json")
    if not file.parent.is_dir() or not os.access(file.parent, os.W_OK):
        remedy = "Choose a folder that is there and can be written."
        raise ExportError("The file can't be written there.", str(file), remedy=remedy)


def frame_document(
    source: Path, start: float, end: float | None, aspect: Aspect, progress: ProgressCallback = ignore_progress
) -> dict[str, object]:
    """Look at a span of a source and return the framing of each of its frames.

    Raises:
        MediaError: The source can't be used, has no picture, or the span lies outside it.
        KeyboardInterrupt: Through `progress`; nothing is left behind.
    """
    import tempfile

    from core.framing.describe import frames_as_data
    from core.framing.frame import frame_clip
    from core.media.clip_index import index_clip
    from core.media.ingest import prepare_source
    from core.media.probe import probe
    from core.vision.shots import detect_shots
    from core.vision.tracks import find_tracks

    preparing, looking, finding = _steps(progress)
    facts = probe(source)
    if facts.video is None:
        raise MediaError("The file has no picture to frame.", str(source))
    end = facts.duration if end is None else min(end, facts.duration)
    if not 0.0 <= start < end:
        raise MediaError(
            f"There is nothing from second {start:g} on.",
            str(source),
            remedy=f"It is {facts.duration:.1f} s long: choose an earlier --start.",
        )
    with tempfile.TemporaryDirectory() as folder:
        prepared = prepare_source(source, facts, Path(folder), preparing)
        path, facts = prepared.media or source, prepared.facts
        media = index_clip(path, facts, Cut(ranges=(TimeSpan(start=start, end=end),)))
        shots = detect_shots(path, facts, looking)
        model = find(FACE_MODEL, paths.weights_folder())
        tracks, choices = find_tracks(
            path, facts, media.cut.ranges, shots, model, prepared.analysis_audio, finding
        )
    video = facts.video
    if video is None:
        raise MediaError("The file has no picture to frame.", str(source))
    framing = frame_clip(video, media.cut, shots, tracks, (aspect,), FramingWishes())
    _tell((*choices, *framing.choices), has_model=model is not None)
    count = max(1, round(media.cut.duration * media.fps))
    times = [media.cut.start + index / media.fps for index in range(count)]
    return {"frames": frames_as_data(video, framing, aspect, times)}


def _steps(progress: ProgressCallback) -> list[ProgressCallback]:
    """Return for each step what it tells its progress to, as a part of the whole."""

    def part(first: float, last: float, name: str) -> ProgressCallback:
        return lambda done, _message: progress(first + (last - first) * min(max(done, 0.0), 1.0), name)

    ends = [share for _, share in _STEPS]
    return [part(a, b, name) for a, b, (name, _) in zip([0.0, *ends], ends, _STEPS, strict=False)]


def _tell(choices: tuple[Choice, ...], has_model: bool) -> None:
    for choice in choices:
        if choice.degraded:
            print(f"note: {choice.told}", file=sys.stderr)
    if not has_model:
        print("note: Fetch the face model with: main.py doctor --fetch", file=sys.stderr)


COMMAND = Command("frame", "framing alone, as data", add_arguments, execute)
