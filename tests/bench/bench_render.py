"""What a render costs beside the ffmpeg command line with the same clip: run `python tests/bench/bench_render.py`.

CPU seconds (user + system, all threads and children) are the figure to trust on a busy machine; wall seconds are
printed beside them. Ratios are medians over rounds in which every variant runs once, in turn. Both sides use the
same frames, crop, GOP length and sound; ours paints word by word, the command line lays one still caption over.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import imageio_ffmpeg

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from core.schema.audio import AudioPlan  # noqa: E402
from core.schema.caption import CaptionCue, CueWord  # noqa: E402
from core.schema.choice import Aspect  # noqa: E402
from core.schema.composition import Composition, MediaReference, output_size  # noqa: E402
from core.schema.framing import CropPath, LayoutSpan, Region  # noqa: E402
from core.schema.preset import EncodePreset  # noqa: E402
from core.schema.style import Style  # noqa: E402
from core.schema.time import Cut, TimeSpan  # noqa: E402
from tests.bench.figures import Figure  # noqa: E402

Spent = dict[str, list[tuple[float, float]]]
FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
INTERVIEW = ROOT.parent / "shared" / "media" / "video" / "interview_two_seats_73s.mp4"
WIDTH, HEIGHT, FPS = 1920, 1080, 30
START, SECONDS = 7.0, 5.0
SAME = EncodePreset(name="same", effort="veryfast", parameters="", crf=20)
ASPECTS: tuple[Aspect, ...] = ("9:16", "1:1", "16:9")
GAIN_DB = 4.0

# Name, of, against, target of performance.md.
TARGETS = (
    ("one aspect, same settings", "ours 1 same", "cli 1", 1.00),
    ("one aspect, our settings", "ours 1", "cli 1", 0.72),
    ("three aspects, same settings", "ours 3 same", "cli 3", 0.78),
    ("three aspects, our settings", "ours 3", "cli 3", 0.50),
)


def make_source(folder: Path) -> Path:
    """Write 20 s of 1080p30 at about 5 Mbit/s: real people where the shared media are, with a sensor's noise."""
    file = folder / "source.mp4"
    picture = (
        ["-ss", "12", "-i", str(INTERVIEW)] if INTERVIEW.exists() else ["-f", "lavfi", "-i", "mandelbrot=rate=30"]
    )
    fill = f"scale={WIDTH}:{HEIGHT}:force_original_aspect_ratio=increase,crop={WIDTH}:{HEIGHT}"
    chain = f"{fill},fps={FPS},noise=alls=5:allf=t"
    command = [
        FFMPEG,
        "-v",
        "error",
        "-y",
        *picture,
        "-f",
        "lavfi",
        "-i",
        "anoisesrc=amplitude=0.05:color=pink:r=48000",
    ]
    command += [
        "-t",
        "20",
        "-vf",
        chain,
        "-map",
        "0:v",
        "-map",
        "1:a",
        "-c:v",
        "libx264",
        "-preset",
        "fast",
        "-crf",
        "23",
    ]
    command += [
        "-pix_fmt",
        "yuv420p",
        "-g",
        "150",
        "-colorspace",
        "bt709",
        "-color_primaries",
        "bt709",
        "-color_trc",
        "bt709",
    ]
    subprocess.run([*command, "-c:a", "aac", "-b:a", "160k", str(file)], check=True)
    return file


def crop_path(aspect: Aspect) -> CropPath:
    """Return a slow pan of a full-height crop."""
    width = min(WIDTH, HEIGHT * output_size(aspect, 1080)[0] / output_size(aspect, 1080)[1])
    room = WIDTH - width
    return CropPath(
        at=(0.0, SECONDS), x=(room * 0.3, room * 0.6), y=(0, 0), width=(width,) * 2, height=(HEIGHT,) * 2
    )


def composition(source: Path, aspect: Aspect, preset: EncodePreset) -> Composition:
    """Return what ours renders."""
    cues = []
    for index in range(int(SECONDS / 1.2)):
        start = index * 1.2
        words = [
            CueWord(text=w, start=start + i * 0.4, end=start + i * 0.4 + 0.4)
            for i, w in enumerate(("so", "we", "built"))
        ]
        cues.append(CaptionCue(start=start, end=start + 1.2, words=tuple(words)))
    width, height = output_size(aspect, 1080)
    span = LayoutSpan(start=0, end=SECONDS, layout="follow", regions=(Region(crop=crop_path(aspect)),))
    return Composition(
        aspect=aspect, width=width, height=height, fps_numerator=FPS, fps_denominator=1,
        media=MediaReference(path=source), cut=Cut(ranges=(TimeSpan(start=START, end=START + SECONDS),)),
        spans=(span,), audio=AudioPlan(gain_db=GAIN_DB), cues=tuple(cues), style=Style(name="clean", version=1),
        preset=preset,
    )  # fmt: skip


def run_ours(source: Path, folder: Path, aspects: tuple[Aspect, ...], preset: EncodePreset) -> tuple[float, float]:
    """Render in a fresh process, as a worker does; return (CPU, wall) seconds of the render itself."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_render, args=(source, folder, aspects, preset, sender))
    process.start()
    spent: tuple[float, float] = receiver.recv()
    process.join()
    return spent


def _render(source: Path, folder: Path, aspects: tuple[Aspect, ...], preset: EncodePreset, sender: object) -> None:
    from core.render.engine import render

    compositions = [composition(source, aspect, preset) for aspect in aspects]
    files = [folder / f"ours {preset.name} {len(aspects)} {aspect.replace(':', 'x')}.mp4" for aspect in aspects]
    _warm_up(compositions[0], folder)
    started, cpu = time.perf_counter(), _cpu(resource.RUSAGE_SELF)
    render(compositions, files)
    sender.send((_cpu(resource.RUSAGE_SELF) - cpu, time.perf_counter() - started))  # type: ignore[attr-defined]


def _warm_up(first: Composition, folder: Path) -> None:
    """Load libraries and fonts, which a worker does once."""
    from core.render.engine import render

    short = Cut(ranges=(TimeSpan(start=START, end=START + 0.1),))
    render([first.model_copy(update={"cut": short, "width": 108, "height": 192})], [folder / "warm.mp4"])


def run_command_line(
    source: Path, folder: Path, aspects: tuple[Aspect, ...], caption: Path
) -> tuple[float, float]:
    """Run ffmpeg once for each aspect; return (CPU, wall) seconds."""
    started, cpu = time.perf_counter(), _cpu(resource.RUSAGE_CHILDREN)
    for aspect in aspects:
        width, height = output_size(aspect, 1080)
        crop = crop_path(aspect)
        speed = (crop.x[1] - crop.x[0]) / SECONDS
        across = f"{crop.x[0]:.3f}+{speed:.4f}*t"
        chain = (
            f"[0:v]crop={2 * int(crop.width[0] / 2)}:{HEIGHT}:{across}:0,scale={width}:{height}:flags=bicubic[a];"
            f"[a][1:v]overlay=(W-w)/2:H*0.68:format=yuv420[v];[0:a]volume={GAIN_DB}dB,alimiter=limit=0.89:level=0[s]"
        )
        command = [
            FFMPEG,
            "-v",
            "error",
            "-y",
            "-ss",
            str(START),
            "-t",
            str(SECONDS),
            "-i",
            str(source),
            "-i",
            str(caption),
        ]
        command += [
            "-filter_complex",
            chain,
            "-map",
            "[v]",
            "-map",
            "[s]",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "20",
        ]
        command += [
            "-g",
            str(FPS // 2),
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            "-b:a",
            "160k",
            "-movflags",
            "+faststart",
        ]
        subprocess.run([*command, str(folder / f"cli {len(aspects)} {aspect.replace(':', 'x')}.mp4")], check=True)
    return _cpu(resource.RUSAGE_CHILDREN) - cpu, time.perf_counter() - started


def _cpu(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def make_caption(folder: Path) -> Path:
    """Write a still caption strip for the command line."""
    file = folder / "caption.png"
    boxes = "drawbox=x=40:y=20:w=500:h=80:color=white:t=fill"
    command = [FFMPEG, "-v", "error", "-y", "-f", "lavfi", "-i", f"color=black@0:s=580x120,format=rgba,{boxes}"]
    subprocess.run([*command, "-frames:v", "1", str(file)], check=True)
    return file


def figures() -> Iterator[Figure]:
    """Yield each ratio of CPU seconds beside its target."""
    with TemporaryDirectory(prefix="bench-render-") as name:
        spent = _measure(Path(name), 3)
    for what, of, against, target in TARGETS:
        cpu, wall = _ratios(spent[of], spent[against])
        yield Figure(f"render, {what}", cpu, "× ffmpeg's CPU", target, f"wall {wall:.2f} ×")


def main() -> None:
    """Run all variants and print their times, ratios and sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with TemporaryDirectory(prefix="bench-render-") as name:
        _report(_measure(Path(name), rounds), Path(name))


def _measure(folder: Path, rounds: int) -> Spent:
    source, caption = make_source(folder), make_caption(folder)
    ours = EncodePreset()
    variants: dict[str, Callable[[], tuple[float, float]]] = {
        "cli 1": lambda: run_command_line(source, folder, ("9:16",), caption),
        "ours 1 same": lambda: run_ours(source, folder, ("9:16",), SAME),
        "ours 1": lambda: run_ours(source, folder, ("9:16",), ours),
        "cli 3": lambda: run_command_line(source, folder, ASPECTS, caption),
        "ours 3 same": lambda: run_ours(source, folder, ASPECTS, SAME),
        "ours 3": lambda: run_ours(source, folder, ASPECTS, ours),
    }
    spent: Spent = {variant: [] for variant in variants}
    for _ in range(rounds):
        for variant, run in variants.items():
            spent[variant].append(run())
    return spent


def _ratios(ours: list[tuple[float, float]], reference: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the median ratios of CPU and wall seconds, round by round."""
    pairs = list(zip(ours, reference, strict=True))
    return statistics.median(a[0] / b[0] for a, b in pairs), statistics.median(a[1] / b[1] for a, b in pairs)


def _report(spent: Spent, folder: Path) -> None:
    print(f"{'variant':<14}{'CPU s':>8}{'wall s':>8}")
    for variant, runs in spent.items():
        cpu, wall = (statistics.median(run[kind] for run in runs) for kind in (0, 1))
        print(f"{variant:<14}{cpu:8.2f}{wall:8.2f}")
    print(f"\n{'what':<32}{'CPU':>7}{'wall':>7}{'target':>8}")
    for what, of, against, target in TARGETS:
        cpu, wall = _ratios(spent[of], spent[against])
        print(f"{what:<32}{cpu:7.2f}{wall:7.2f}{target:8.2f}  {'ok' if cpu <= target else 'MISSED'}")
    print("\nsizes (bytes)")
    for file in sorted(folder.glob("*.mp4")):
        if file.name not in {"source.mp4", "warm.mp4"}:
            print(f"  {file.name:<28}{file.stat().st_size:>10}")


if __name__ == "__main__":
    main()
