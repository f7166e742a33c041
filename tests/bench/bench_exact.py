"""Whether a render begins and ends with the right frame and its sound is where it belongs: errors must be 0."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from core.schema.composition import Composition, output_size
from core.schema.framing import CropPath, LayoutSpan, Region
from tests.bench import job
from tests.bench.figures import Figure

# A frame shows its own number as stripes, the lowest bit leftmost; a click lasts a millisecond every second.
BITS, STRIPE_PX, SECONDS = 8, 80, 8
STRIPES = f"geq=lum='if(mod(floor(N/pow(2,floor(X/{STRIPE_PX}))),2),220,30)':cb=128:cr=128"
CLICKS = "aevalsrc='if(lt(mod(t,1),0.001),0.7,0)':s=48000:c=stereo"
WIDTH, HEIGHT = BITS * STRIPE_PX, 360
CLICK_FROM = 0.2
MS = 1000.0


def figures() -> Iterator[Figure]:
    """Render three seconds from the middle of a group of pictures, and read numbers and clicks back."""
    with TemporaryDirectory(prefix="bench-exact-") as name:
        folder = Path(name)
        source, file = folder / "source.mp4", folder / "clip.mp4"
        job.ffmpeg(
            "-f", "lavfi", "-i", f"color=s={WIDTH}x{HEIGHT}:r={job.FPS},format=yuv420p,{STRIPES}", "-f", "lavfi",
            "-i", CLICKS, "-t", str(SECONDS), "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-g", "100",
            "-bf", "3", *job.SOUND, str(source),
        )  # fmt: skip
        start, seconds = 3.0, 3.0
        job.in_a_worker(job.render_in_worker, [_whole_picture(source, start, seconds)], [file])
        shown, clicks = job.in_a_worker(_read, file)
    wanted = [round(start * job.FPS) + index for index in range(round(seconds * job.FPS))]
    wrong = sum(a != b for a, b in zip(shown, wanted, strict=False)) + abs(len(shown) - len(wanted))
    # The first click is where the fade-in begins.
    sync = max(abs(click - round(click)) for click in clicks[-2:]) * MS
    yield Figure("frames that are not the wanted one, of 90", float(wrong), "frames", 0.0, f"first {shown[0]}")
    yield Figure("sound against picture", sync, "ms", 0.5, "half a millisecond is where a click's middle blurs")


def _whole_picture(source: Path, start: float, seconds: float) -> Composition:
    crop = CropPath(at=(0.0,), x=(0,), y=(0,), width=(WIDTH,), height=(HEIGHT,))
    span = LayoutSpan(start=0, end=seconds, layout="wide", regions=(Region(crop=crop),))
    composition = job.composition(source, "16:9", job.OURS, start, seconds)
    width, height = output_size("16:9", 360)
    return composition.model_copy(update={"spans": (span,), "cues": (), "width": width, "height": height})


def _read(file: Path) -> tuple[list[int], list[float]]:
    """Return the number that every frame shows, and the seconds of the clicks."""
    import av

    with av.open(str(file)) as container:
        numbers = [_number(frame.to_ndarray(format="gray")) for frame in container.decode(video=0)]
    with av.open(str(file)) as container:
        frames = list(container.decode(audio=0))
        rate, first = frames[0].sample_rate, float((frames[0].pts or 0) * (frames[0].time_base or 0))
        samples = np.abs(np.concatenate([frame.to_ndarray()[0] for frame in frames]))
    loud = np.flatnonzero(samples > CLICK_FROM * samples.max())
    groups = np.split(loud, np.flatnonzero(np.diff(loud) > rate // 2) + 1)
    return numbers, [first + float(group[0]) / rate for group in groups]


def _number(luma: NDArray[np.uint8]) -> int:
    stripe = luma.shape[1] / BITS
    middles = [luma[luma.shape[0] // 2, int((bit + 0.5) * stripe)] for bit in range(BITS)]
    return sum(1 << bit for bit, value in enumerate(middles) if value > 128)
