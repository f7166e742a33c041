"""What sound costs: a clip measured and levelled beside FFmpeg's two-pass loudnorm, and one pass over a source."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.media.analysis_audio import write_analysis  # noqa: E402
from core.media.audio import measure_loudness  # noqa: E402
from core.media.probe import probe  # noqa: E402
from core.render.measure import measure_clip  # noqa: E402
from core.render.sound import Sound, make_sound  # noqa: E402
from core.schema.audio import AudioPlan, gain_to  # noqa: E402
from core.schema.composition import Composition, MediaReference  # noqa: E402
from core.schema.record import ignore_progress  # noqa: E402
from core.schema.source import MediaFacts  # noqa: E402
from core.schema.style import Style  # noqa: E402
from core.schema.time import Cut, TimeSpan  # noqa: E402
from tests.bench.figures import Figure, cpu_ratio, cpu_seconds  # noqa: E402

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
TALK = ROOT.parent / "shared" / "media" / "video" / "interview_two_seats_73s.mp4"
START, SECONDS = 5.0, 60.0
SOURCE_SECONDS = 600.0
TARGET = "I=-14:TP=-1:LRA=11"
# Times real time, of performance.md.
SOURCE_SPEED = 150.0
ROUNDS = 5


def make_source(folder: Path) -> Path:
    """Write ten minutes of talk, as it is where the shared media are, AAC in MP4."""
    file = folder / "talk.m4a"
    sound = (
        ["-stream_loop", "-1", "-i", str(TALK)]
        if TALK.exists()
        else ["-f", "lavfi", "-i", "anoisesrc=amplitude=0.1:color=pink:r=48000,tremolo=f=3:d=0.9"]
    )
    encoded = ["-vn", "-t", str(SOURCE_SECONDS), "-ac", "2", "-ar", "48000", "-c:a", "aac", "-b:a", "160k"]
    subprocess.run([FFMPEG, "-v", "error", "-y", *sound, *encoded, str(file)], check=True)
    return file


def ours(source: Path, facts: MediaFacts) -> Sound:
    """Measure a clip, plan its gain and make its finished sound, as the stages do."""
    cut = Cut(ranges=(TimeSpan(start=START, end=START + SECONDS),))
    measured = measure_clip(source, facts, cut, 0.01, reduces_noise=False)
    assert measured.lufs is not None
    plan = AudioPlan(measured_lufs=measured.lufs, gain_db=gain_to(-14.0, measured.lufs))
    composition = Composition(
        aspect="9:16", width=1080, height=1920, fps_numerator=30, fps_denominator=1,
        media=MediaReference(path=source), cut=cut, spans=(), audio=plan, style=Style(name="clean", version=1),
    )  # fmt: skip
    return make_sound(composition, facts)


def theirs(source: Path) -> None:
    """Run loudnorm twice: measure, then apply what was measured."""
    command = [FFMPEG, "-hide_banner", "-nostats", "-ss", str(START), "-t", str(SECONDS), "-i", str(source), "-af"]
    nowhere = ["-ar", "48000", "-f", "null", "-"]
    first = subprocess.run(
        [*command, f"loudnorm={TARGET}:print_format=json", *nowhere], check=True, capture_output=True, text=True
    )
    found = json.loads(re.findall(r"\{[^{}]*\}", first.stderr)[-1])
    measured = ":".join(
        f"{name}={found[key]}"
        for name, key in (
            ("measured_I", "input_i"),
            ("measured_TP", "input_tp"),
            ("measured_LRA", "input_lra"),
            ("measured_thresh", "input_thresh"),
            ("offset", "target_offset"),
        )
    )
    subprocess.run([*command, f"loudnorm={TARGET}:{measured}", *nowhere], check=True, capture_output=True)


def analyse(source: Path, facts: MediaFacts, folder: Path) -> None:
    """Read all of a source's sound for what is asked of it: analysis audio, peaks to draw, loudness."""
    write_analysis(source, facts, folder / "analysis.wav", folder / "waveform.i8", ignore_progress)
    measure_loudness(source, facts, Cut(ranges=(TimeSpan(start=0.0, end=facts.duration),)))


def figures() -> Iterator[Figure]:
    """Yield the ratios beside their targets."""
    with TemporaryDirectory(prefix="bench-sound-") as name:
        folder = Path(name)
        source = make_source(folder)
        facts = probe(source)
        made = ours(source, facts)
        ratio = cpu_ratio(lambda: ours(source, facts), lambda: theirs(source), ROUNDS)
        reached = f"{made.lufs:.2f} LUFS, peak {20 * np.log10(np.abs(made.samples[:]).max()):.1f} dBFS"
        yield Figure("loudness of a clip, measured and applied", ratio, "× two-pass loudnorm's CPU", 0.15, reached)
        spent = min(cpu_seconds(lambda: analyse(source, facts, folder)) for _ in range(ROUNDS))
        share = spent / facts.duration
        yield Figure(
            "loudness, peaks and analysis audio of a source",
            share,
            "× real time, in CPU",
            1 / SOURCE_SPEED,
            f"{1 / share:.0f} times as fast as real time",
        )


def main() -> None:
    """Print the figures."""
    for figure in figures():
        print(f"{figure.what}: {figure.value:.4f} {figure.unit} (target {figure.target:.4f}); {figure.note}")


if __name__ == "__main__":
    main()
