"""Memory of one render worker at its peak: three aspects of 1080p, longer clips, longer sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import job
from tests.bench.figures import Figure

MOST_MB = 700.0
CLIPS_SECONDS = (5.0, 20.0, 60.0)
# Sound lies in a file; what grows are lists of cues and cuts, and what the allocator makes of it all.
GROWTH_MB_A_SECOND = 0.5
# A source of two minutes, and one of twenty.
TIMES, LONG_TIMES = 6, 60
GROWTH_OF_SOURCE_MB = 30.0


def figures() -> Iterator[Figure]:
    """Render clips of several lengths, and one late in a long source, each in a fresh process."""
    with TemporaryDirectory(prefix="bench-memory-") as name:
        folder = Path(name)
        source = job.make_source(folder)
        minutes = job.lengthen(source, TIMES)
        peaks = [_peak_mb(minutes, folder, job.START, seconds) for seconds in CLIPS_SECONDS]
        long = job.lengthen(source, LONG_TIMES)
        late = _peak_mb(long, folder, LONG_TIMES * job.SOURCE_SECONDS - 12.0, CLIPS_SECONDS[0])
    told = ", ".join(f"{peak:.0f} at {s:.0f} s" for peak, s in zip(peaks, CLIPS_SECONDS, strict=True))
    longest, shortest = CLIPS_SECONDS[-1], CLIPS_SECONDS[0]
    growth = (peaks[-1] - peaks[0]) / (longest - shortest)
    yield Figure("memory of a worker, three aspects", max(*peaks, late), "MB", MOST_MB, told)
    yield Figure("memory, growth with the clip", growth, "MB / s", GROWTH_MB_A_SECOND)
    yield Figure(
        "memory, a source of 20 minutes over one of 2",
        late - peaks[0],
        "MB",
        GROWTH_OF_SOURCE_MB,
        f"{late:.0f} MB",
    )


def _peak_mb(source: Path, folder: Path, start: float, seconds: float) -> float:
    works = [job.composition(source, aspect, job.OURS, start, seconds) for aspect in job.ASPECTS]
    files = [folder / f"memory {aspect.replace(':', 'x')}.mp4" for aspect in job.ASPECTS]
    return job.in_a_worker(job.render_in_worker, works, files).peak_bytes / 1e6
