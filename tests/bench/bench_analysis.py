"""What looking for shots and faces costs: beside PySceneDetect, and beside decoding the same frames alone."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from core.weights import FACE_MODEL, find
from tests.bench import job
from tests.bench.figures import Figure, Skipped

ROUNDS = 3
SHOTS_TARGET, PASS_TARGET = 0.60, 1.3


def figures() -> Iterator[Figure | Skipped]:
    """Yield both ratios of CPU seconds on the reference source, each side in a process of its own."""
    with TemporaryDirectory(prefix="bench-analysis-") as name:
        source = job.make_source(Path(name))
        yield _against_pyscenedetect(source)
        yield _against_decoding(source)


def _against_pyscenedetect(source: Path) -> Figure | Skipped:
    what = "shots, against PySceneDetect's AdaptiveDetector"
    if not (job.REFERENCE_PACKAGES / "scenedetect").is_dir():
        return Skipped(what, "PySceneDetect is not there; see docs/performance.md")
    pairs = [(job.in_a_worker(_shots, source), job.in_a_worker(_pyscenedetect, source)) for _ in range(ROUNDS)]
    return Figure(what, median(ours / theirs for ours, theirs in pairs), "× its CPU", SHOTS_TARGET)


def _against_decoding(source: Path) -> Figure | Skipped:
    what = "shots and faces, against decoding the same frames alone"
    folder = Path(os.environ.get("SHORTLIST_WEIGHTS") or job.ROOT / ".cache" / "weights")
    model = find(FACE_MODEL, folder)
    if model is None:
        return Skipped(what, f"{FACE_MODEL} is not in {folder.name}")
    pairs = [
        (job.in_a_worker(_analysis, source, model), job.in_a_worker(_decoding, source)) for _ in range(ROUNDS)
    ]
    return Figure(what, median(ours / bare for ours, bare in pairs), "× its CPU", PASS_TARGET)


def _shots(source: Path) -> float:
    from core.media.probe import probe
    from core.vision.shots import detect_shots

    facts = probe(source)
    started = time.process_time()
    detect_shots(source, facts)
    return time.process_time() - started


def _pyscenedetect(source: Path) -> float:
    sys.path.append(str(job.REFERENCE_PACKAGES))
    import scenedetect  # type: ignore[import-not-found]

    started = time.process_time()
    scenedetect.detect(str(source), scenedetect.AdaptiveDetector())
    return time.process_time() - started


def _analysis(source: Path, model: Path) -> float:
    from core.media.probe import probe
    from core.schema.time import TimeSpan
    from core.vision.content import ContentWatcher
    from core.vision.shots import detect_shots
    from core.vision.tracks import find_tracks

    facts = probe(source)
    # The face detector is loaded once for many clips.
    find_tracks(source, facts, [TimeSpan(start=0, end=0.5)], (), model, None)
    started = time.process_time()
    shots = detect_shots(source, facts)
    watcher = ContentWatcher(shots)
    whole = [TimeSpan(start=0, end=facts.duration)]
    tracks, _ = find_tracks(source, facts, whole, shots, model, None, watcher=watcher)
    if facts.video is not None:
        watcher.finish(tracks, facts.video.width)
    return time.process_time() - started


def _decoding(source: Path) -> float:
    """Decode what each pass decodes, and look at nothing: the frames that others refer to, twice."""
    import av

    started = time.process_time()
    for _ in range(2):
        with av.open(str(source)) as container:
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            stream.codec_context.options = {"skip_loop_filter": "all"}
            stream.codec_context.skip_frame = "NONREF"
            for _ in container.decode(stream):
                pass
    return time.process_time() - started
