"""The reference job of the render benchmarks: the same clip by us and by the ffmpeg command line.

A source of 1080p at 30 fps and about 5 Mbit/s, whose frames move and carry a sensor's noise; from second 7 on, a
slow pan of a crop as high as the picture, captions lighting up word by word (ASS in the command line), gain and a
limiter, x264 with a key frame every half second and AAC of 160 kbit/s. Both sides start in the middle of a group
of pictures, so both decode frames that nobody sees.
"""

from __future__ import annotations

import multiprocessing
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import imageio_ffmpeg

from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, CueWord
from core.schema.choice import Aspect
from core.schema.composition import Composition, MediaReference, output_size
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.preset import EncodePreset
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan

ROOT = Path(__file__).resolve().parents[2]
# Packages of the references that the program itself does without; see docs/performance.md.
REFERENCE_PACKAGES = ROOT / ".cache" / "bench"
FFMPEG: str = imageio_ffmpeg.get_ffmpeg_exe()
INTERVIEW = ROOT.parent / "shared" / "media" / "video" / "interview_two_seats_73s.mp4"

WIDTH, HEIGHT, FPS = 1920, 1080, 30
SOURCE_SECONDS, SOURCE_BITRATE = 20, "4900k"
START, SECONDS = 7.0, 5.0
GAIN_DB = 4.0
ASPECTS: tuple[Aspect, ...] = ("9:16", "1:1", "16:9")
WORDS, WORD_SECONDS = ("so", "we", "built"), 0.4
OURS = EncodePreset()
# What the command line is told, so that only what surrounds the encoder differs.
SAME = EncodePreset(name="same", effort="veryfast", parameters="", crf=20)
ENCODE = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-g", str(FPS // 2), "-pix_fmt", "yuv420p")
SOUND = ("-c:a", "aac", "-b:a", "160k")


@dataclass(frozen=True)
class Spent:
    """What one run cost: CPU seconds of all threads and children, wall seconds, and memory at its peak."""

    cpu: float
    wall: float
    peak_bytes: int = 0


def ffmpeg(*arguments: str) -> None:
    """Run the command line quietly; a failure raises."""
    subprocess.run([FFMPEG, "-nostdin", "-v", "error", "-y", *arguments], check=True)


def timed_ffmpeg(commands: Iterable[Iterable[str]]) -> Spent:
    """Run commands one after the other; return what they cost together."""
    started, cpu = time.perf_counter(), _cpu(resource.RUSAGE_CHILDREN)
    for command in commands:
        ffmpeg(*command)
    return Spent(_cpu(resource.RUSAGE_CHILDREN) - cpu, time.perf_counter() - started)


def make_source(folder: Path) -> Path:
    """Write the source: people where the shared media are, else a fractal that zooms."""
    file = folder / "source.mp4"
    if INTERVIEW.exists():
        scene = ["-ss", "12", "-i", str(INTERVIEW), "-map", "0:v", "-map", "0:a"]
    else:
        syllables = "sine=frequency=220:sample_rate=48000,tremolo=f=4:d=0.9"
        scene = ["-f", "lavfi", "-i", f"mandelbrot=rate={FPS}", "-f", "lavfi", "-i", syllables]
        scene += ["-map", "0:v", "-map", "1:a"]
    fill = f"scale={WIDTH}:{HEIGHT}:force_original_aspect_ratio=increase,crop={WIDTH}:{HEIGHT}"
    colours = ("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709")
    ffmpeg(
        *scene, "-t", str(SOURCE_SECONDS), "-vf", f"{fill},fps={FPS},noise=alls=5:allf=t:all_seed=1",
        "-c:v", "libx264", "-preset", "fast", "-b:v", SOURCE_BITRATE, "-g", "150", "-pix_fmt", "yuv420p", *colours,
        *SOUND, "-ar", "48000", "-ac", "2", str(file),
    )  # fmt: skip
    return file


def lengthen(source: Path, times: int) -> Path:
    """Write the source `times` as long, its packets copied; return it."""
    file = source.with_name(f"source x{times}.mp4")
    ffmpeg("-stream_loop", str(times - 1), "-i", str(source), "-c", "copy", str(file))
    return file


def crop_path(aspect: Aspect, seconds: float = SECONDS) -> CropPath:
    """Return a slow pan of a crop as high as the picture."""
    across, down = output_size(aspect, 1080)
    width = min(WIDTH, HEIGHT * across / down)
    room = WIDTH - width
    return CropPath(
        at=(0.0, seconds), x=(room * 0.3, room * 0.6), y=(0, 0), width=(width,) * 2, height=(HEIGHT,) * 2
    )


def composition(
    source: Path, aspect: Aspect, preset: EncodePreset, start: float = START, seconds: float = SECONDS
) -> Composition:
    """Return what ours renders."""
    width, height = output_size(aspect, 1080)
    span = LayoutSpan(start=0, end=seconds, layout="follow", regions=(Region(crop=crop_path(aspect, seconds)),))
    return Composition(
        aspect=aspect, width=width, height=height, fps_numerator=FPS, fps_denominator=1,
        media=MediaReference(path=source), cut=Cut(ranges=(TimeSpan(start=start, end=start + seconds),)),
        spans=(span,), audio=AudioPlan(gain_db=GAIN_DB), cues=_cues(seconds),
        style=Style(name="clean", version=1), preset=preset,
    )  # fmt: skip


def _cues(seconds: float) -> tuple[CaptionCue, ...]:
    length = len(WORDS) * WORD_SECONDS
    starts = [index * length for index in range(int(seconds / length))]
    return tuple(
        CaptionCue(
            start=start,
            end=start + length,
            words=tuple(
                CueWord(text=word, start=start + i * WORD_SECONDS, end=start + (i + 1) * WORD_SECONDS)
                for i, word in enumerate(WORDS)
            ),
        )
        for start in starts
    )


def paint_captions(composition: Composition) -> float:
    """Return the CPU seconds of all captions, on pictures with nothing else; fonts are loaded before."""
    from core.media.planes import Picture
    from core.render.blend import PatchBlender
    from core.render.overlays import Overlays

    picture = Picture.blank(composition.width, composition.height)
    cost = 0.0
    for _ in range(2):
        overlays, blender = Overlays.of(composition), PatchBlender()
        assert overlays is not None

        started = time.process_time()
        for tick in range(composition.frame_count):
            blender.blend(picture, overlays.patches(tick / FPS))
        cost = time.process_time() - started
    return cost


def file_of(folder: Path, side: str, preset: str, aspects: tuple[Aspect, ...], aspect: Aspect) -> Path:
    """Return where a run writes the file of one aspect."""
    return folder / f"{side} {preset} {len(aspects)} {aspect.replace(':', 'x')}.mp4"


def command_line(source: Path, folder: Path, aspects: tuple[Aspect, ...]) -> Spent:
    """Run ffmpeg once for each aspect."""
    commands = []
    for aspect in aspects:
        chain = f"[0:v]{_picture_chain(folder, aspect)}[v];[0:a]{_sound_chain()}[s]"
        file = file_of(folder, "ffmpeg", "same", aspects, aspect)
        commands.append([*_input(source), "-filter_complex", chain, *_output("[v]", "[s]", file)])
    return timed_ffmpeg(commands)


def split_command_line(source: Path, folder: Path, aspects: tuple[Aspect, ...]) -> Spent:
    """Run ffmpeg once for all aspects, its decoded pictures split."""
    count = len(aspects)
    chain = f"[0:v]split={count}{''.join(f'[i{n}]' for n in range(count))};"
    chain += f"[0:a]{_sound_chain()},asplit={count}{''.join(f'[s{n}]' for n in range(count))}"
    outputs: list[str] = []
    for n, aspect in enumerate(aspects):
        chain += f";[i{n}]{_picture_chain(folder, aspect)}[v{n}]"
        outputs += _output(f"[v{n}]", f"[s{n}]", file_of(folder, "ffmpeg split", "same", aspects, aspect))
    return timed_ffmpeg([[*_input(source), "-filter_complex", chain, *outputs]])


def _input(source: Path) -> tuple[str, ...]:
    return "-ss", str(START), "-t", str(SECONDS), "-i", str(source)


def _output(video: str, audio: str, file: Path) -> list[str]:
    return ["-map", video, "-map", audio, *ENCODE, *SOUND, "-movflags", "+faststart", str(file)]


def _picture_chain(folder: Path, aspect: Aspect) -> str:
    width, height = output_size(aspect, 1080)
    crop = crop_path(aspect)
    across = f"{crop.x[0]:.3f}+{(crop.x[1] - crop.x[0]) / SECONDS:.4f}*t"
    captions = str(_captions(folder, width, height)).replace("\\", "/").replace(":", "\\:")
    cut = f"crop={2 * int(crop.width[0] / 2)}:{HEIGHT}:{across}:0"
    return f"{cut},scale={width}:{height}:flags=bicubic,ass='{captions}'"


def _sound_chain() -> str:
    return f"volume={GAIN_DB}dB,alimiter=limit=0.89:level=0"


def _captions(folder: Path, width: int, height: int) -> Path:
    """Write the captions for the command line: a line per word, that word coloured, outlined as ours are."""
    file = folder / f"captions {width}x{height}.ass"
    lines = [
        "[Script Info]", "ScriptType: v4.00+", f"PlayResX: {width}", f"PlayResY: {height}", "", "[V4+ Styles]",
        "Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, Bold, Outline, Alignment, MarginV",
        f"Style: Default,Inter,76,&H00FFFFFF,&H00000000,-1,6,2,{round(height * 0.2)}", "", "[Events]",
        "Format: Layer, Start, End, Style, Text",
    ]  # fmt: skip
    for cue in _cues(SECONDS):
        for lit, word in enumerate(cue.words):
            said = [f"{{\\c&H00D7FF&}}{w}{{\\c}}" if i == lit else w for i, w in enumerate(WORDS)]
            times = ",".join(f"0:00:{second:05.2f}" for second in (word.start, word.end))
            lines.append(f"Dialogue: 0,{times},Default,{' '.join(said)}")
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def run_ours(source: Path, folder: Path, aspects: tuple[Aspect, ...], preset: EncodePreset) -> Spent:
    """Render in a fresh process, as a worker does; return what the render itself cost, its imports left out."""
    works = [composition(source, aspect, preset) for aspect in aspects]
    files = [file_of(folder, "ours", preset.name, aspects, aspect) for aspect in aspects]
    return in_a_worker(render_in_worker, works, files)


def in_a_worker(work: Callable[..., object], *arguments: object) -> Any:
    """Return what work returns in a process of its own, whose memory is as fresh as a new worker's."""
    receiver, sender = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=_send, args=(sender, work, arguments))
    process.start()
    sender.close()
    try:
        return receiver.recv()
    finally:
        process.join()


def _send(sender: Connection, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    sender.send(work(*arguments))


def render_in_worker(compositions: list[Composition], files: list[Path]) -> Spent:
    """Render, and return what it cost with its imports left out; for `in_a_worker`."""
    from core.render.engine import render

    warm_up(compositions[0], files[0].with_name("warm.mp4"))
    started, cpu = time.perf_counter(), _cpu(resource.RUSAGE_SELF)
    render(compositions, files)
    return Spent(_cpu(resource.RUSAGE_SELF) - cpu, time.perf_counter() - started, _peak_bytes())


def warm_up(first: Composition, file: Path) -> None:
    """Load libraries and fonts, which a worker does once."""
    from core.render.engine import render

    start = first.cut.ranges[0].start
    short = Cut(ranges=(TimeSpan(start=start, end=start + 0.1),))
    render([first.model_copy(update={"cut": short, "width": 108, "height": 192})], [file])


def _cpu(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def _peak_bytes() -> int:
    """Return the largest resident memory of this process so far; Linux counts it in KiB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
