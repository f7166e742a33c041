"""Quality and size of what our encoder settings make, beside the command line's of the same pictures."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from core.schema.preset import EncodePreset
from tests.bench import job
from tests.bench.figures import Figure, Skipped

# Performance.md: the default settings may be that much worse and larger than veryfast crf 20.
VMAF_BELOW, LARGER = 0.2, 1.05
# With the same settings only x264's builds may differ.
SAME_SIZE = 1.01
# Every which picture is compared; VMAF takes as long as encoding.
COMPARED = 3


@dataclass(frozen=True)
class Quality:
    """One file beside the pictures it was made of."""

    size_bytes: int
    vmaf: float
    ssim: float


def figures() -> Iterator[Figure | Skipped]:
    """Encode the composed pictures of the reference job in three ways, and compare each with the pictures."""
    if not _has_vmaf():
        yield Skipped("quality of the default settings", "this build of ffmpeg has no libvmaf")
        return
    with TemporaryDirectory(prefix="bench-quality-") as name:
        folder = Path(name)
        whole = folder / "whole.mkv"
        ours, same = folder / "ours.mp4", folder / "same.mp4"
        job.in_a_worker(_encode, job.make_source(folder), whole, {ours: job.OURS, same: job.SAME})
        reference = folder / "reference.mp4"
        job.ffmpeg("-i", str(whole), *job.ENCODE, str(reference))
        theirs, mine, equal = (_quality(file, whole, folder) for file in (reference, ours, same))
    note = f"{mine.vmaf:.2f} and {theirs.vmaf:.2f}; SSIM {mine.ssim:.4f} and {theirs.ssim:.4f}"
    yield Figure("quality below veryfast crf 20, our settings", theirs.vmaf - mine.vmaf, "VMAF", VMAF_BELOW, note)
    yield Figure("size, our settings", mine.size_bytes / theirs.size_bytes, "× veryfast crf 20's", LARGER)
    yield Figure(
        "size, same settings",
        equal.size_bytes / theirs.size_bytes,
        "× ffmpeg's",
        SAME_SIZE,
        f"VMAF {equal.vmaf:.2f} and {theirs.vmaf:.2f}",
    )


def _encode(source: Path, whole: Path, presets: dict[Path, EncodePreset]) -> None:
    """Compose the upright clip's pictures; write them without loss, and once for each preset."""
    from core.media.probe import probe
    from core.media.reader import FrameReader
    from core.render.attempt import Attempt
    from core.render.encode import OutputFile
    from core.render.painter import ClipPainter

    lossless = EncodePreset(name="lossless", effort="ultrafast", parameters="qp=0", crf=0)
    works = {file: job.composition(source, "9:16", preset) for file, preset in presets.items()}
    works[whole.with_suffix(".mp4")] = job.composition(source, "9:16", lossless)
    outputs = []
    for file, composition in works.items():
        attempt = Attempt.first(composition, file)
        outputs.append(OutputFile(file, attempt.encoder, attempt.target, composition.frame_count, None))
    first = next(iter(works.values()))
    with FrameReader(source, probe(source)) as reader:
        painter = ClipPainter(first, reader, None)
        for tick in range(first.frame_count):
            picture = painter.paint(tick, painter.source_picture(tick))
            for output in outputs:
                output.write(picture)
    for output in outputs:
        output.finish()
    whole.with_suffix(".mp4").rename(whole)


def _has_vmaf() -> bool:
    filters = subprocess.run([job.FFMPEG, "-v", "error", "-filters"], capture_output=True, text=True, check=True)
    return " libvmaf " in filters.stdout


def _quality(file: Path, whole: Path, folder: Path) -> Quality:
    command = [job.FFMPEG, "-nostdin", "-v", "error", "-i", str(file), "-i", str(whole), "-lavfi"]
    compare = f"libvmaf=n_threads=2:n_subsample={COMPARED}:feature=name=float_ssim:log_fmt=json:log_path=vmaf.json"
    subprocess.run([*command, f"[0:v][1:v]{compare}", "-f", "null", "-"], cwd=folder, check=True)
    pooled = json.loads((folder / "vmaf.json").read_text(encoding="utf-8"))["pooled_metrics"]
    return Quality(file.stat().st_size, pooled["vmaf"]["mean"], pooled["float_ssim"]["mean"])
