"""What a render costs beside the ffmpeg command line with the same clip: run `python -m tests.bench.bench_render`.

CPU seconds (user and system, all threads and children) are the figure to trust on a busy machine; wall seconds are
printed beside them. Ratios are medians over rounds in which every variant runs once, in turn, because a busy
neighbour slows whatever runs at the moment.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from core.schema.choice import Aspect
from tests.bench import job
from tests.bench.figures import Figure
from tests.bench.job import ASPECTS, OURS, SAME, Spent

if TYPE_CHECKING:
    from core.media.planes import Picture
    from core.render.encode import OutputFile

ROUNDS = 3
CAPTIONS_SHARE = 0.03
ONE: tuple[Aspect, ...] = ("9:16",)


class Target(NamedTuple):
    """A ratio of performance.md: what `of` costs, over what `against` costs."""

    what: str
    of: str
    against: str
    ratio: float


TARGETS = (
    Target("render, one aspect, same settings", "ours 1 same", "ffmpeg 1", 1.00),
    Target("render, one aspect, our settings", "ours 1", "ffmpeg 1", 0.72),
    Target("render, three aspects, same settings", "ours 3 same", "ffmpeg 3", 0.78),
    Target("render, three aspects, same settings, ffmpeg decoding once", "ours 3 same", "ffmpeg split", 0.97),
    Target("render, three aspects, our settings", "ours 3", "ffmpeg 3", 0.50),
    Target("render over its floor (decode once, encode three times)", "ours 3 same", "floor", 1.10),
)


def figures() -> Iterator[Figure]:
    """Yield each ratio of CPU seconds beside its target."""
    with TemporaryDirectory(prefix="bench-render-") as name:
        spent = measure(Path(name), ROUNDS)
        for target in TARGETS:
            cpu, wall = _ratios(spent[target.of], spent[target.against])
            yield Figure(target.what, cpu, "× its CPU", target.ratio, f"wall {wall:.2f} ×")
        yield _captions(Path(name) / "source.mp4", spent["ours 1"])


def measure(folder: Path, rounds: int) -> dict[str, list[Spent]]:
    """Run every variant once a round, in turn; files stay in the folder."""
    source = job.make_source(folder)
    variants: dict[str, Callable[[], Spent]] = {
        "ffmpeg 1": lambda: job.command_line(source, folder, ONE),
        "ours 1 same": lambda: job.run_ours(source, folder, ONE, SAME),
        "ours 1": lambda: job.run_ours(source, folder, ONE, OURS),
        "ffmpeg 3": lambda: job.command_line(source, folder, ASPECTS),
        "ffmpeg split": lambda: job.split_command_line(source, folder, ASPECTS),
        "ours 3 same": lambda: job.run_ours(source, folder, ASPECTS, SAME),
        "ours 3": lambda: job.run_ours(source, folder, ASPECTS, OURS),
        "floor": lambda: job.in_a_worker(_floor, source, folder),
    }
    spent: dict[str, list[Spent]] = {variant: [] for variant in variants}
    for _ in range(rounds):
        for variant, run in variants.items():
            spent[variant].append(run())
    return spent


def _ratios(ours: list[Spent], reference: list[Spent]) -> tuple[float, float]:
    """Return the median ratios of CPU and wall seconds, round by round."""
    pairs = list(zip(ours, reference, strict=True))
    return statistics.median(a.cpu / b.cpu for a, b in pairs), statistics.median(a.wall / b.wall for a, b in pairs)


def _floor(source: Path, folder: Path) -> Spent:
    """Decode the clip once, and encode the pictures that we would: what it costs without anything in between."""
    from core.media.probe import probe
    from core.media.reader import FrameReader
    from core.render.attempt import Attempt
    from core.render.encode import OutputFile
    from core.render.painter import ClipPainter

    facts = probe(source)
    cpu, wall = _cost(lambda: _decode(source))
    for aspect in ASPECTS:
        composition = job.composition(source, aspect, SAME)
        attempt = Attempt.first(composition, folder / "floor.mp4")
        with FrameReader(source, facts) as reader:
            painter = ClipPainter(composition, reader, None)
            pictures = [
                painter.paint(tick, painter.source_picture(tick)) for tick in range(composition.frame_count)
            ]
        output = OutputFile(attempt.file, attempt.encoder, attempt.target, len(pictures), None)
        encoding = _cost(lambda output=output, pictures=pictures: _encode(output, pictures))
        cpu, wall = cpu + encoding[0], wall + encoding[1]
    return Spent(cpu, wall)


def _decode(source: Path) -> None:
    """Decode the clip's seconds and what comes before them from the key frame on."""
    import av

    with av.open(str(source)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        container.seek(round(job.START * av.time_base))
        for frame in container.decode(stream):
            if frame.time is not None and frame.time >= job.START + job.SECONDS:
                break


def _encode(output: OutputFile, pictures: list[Picture]) -> None:
    for picture in pictures:
        output.write(picture)
    output.finish()


def _captions(source: Path, whole: list[Spent]) -> Figure:
    """Return the share of painting words, one by one, in what the whole clip costs."""
    painting = job.in_a_worker(job.paint_captions, job.composition(source, ONE[0], OURS))
    share = painting / statistics.median(spent.cpu for spent in whole)
    return Figure("captions, share of a render", share, "of its CPU", CAPTIONS_SHARE, f"{painting:.2f} CPU s")


def _cost(work: Callable[[], object]) -> tuple[float, float]:
    """Return the CPU seconds of this process and the wall seconds that work took."""
    started, before = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - before, time.perf_counter() - started


def main() -> None:
    """Print what every variant costs, the ratios, and the sizes of the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    with TemporaryDirectory(prefix="bench-render-") as name:
        spent = measure(Path(name), rounds)
        sizes = {file.stem: file.stat().st_size for file in sorted(Path(name).glob("*[0-9].mp4"))}
    print(f"{'variant':<14}{'CPU s':>8}{'wall s':>8}{'MiB':>6}")
    for variant, runs in spent.items():
        cpu, wall = statistics.median(run.cpu for run in runs), statistics.median(run.wall for run in runs)
        print(f"{variant:<14}{cpu:8.2f}{wall:8.2f}{max(run.peak_bytes for run in runs) / 2**20:6.0f}")
    for target in TARGETS:
        cpu, wall = _ratios(spent[target.of], spent[target.against])
        verdict = "met" if cpu <= target.ratio else "missed"
        print(f"{target.what:<60}{cpu:7.3f}{wall:7.2f}{target.ratio:6.2f}  {verdict}")
    for name, size in sizes.items():
        print(f"{name:<24}{size:>10}")


if __name__ == "__main__":
    main()
