"""`render`: one composition to one file, or its captions alone."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from core.errors import RenderError
from core.presets import Presets
from core.schema.composition import Composition, output_size
from core.schema.preset import EncodePreset
from desktop import settings
from desktop.command import Command
from desktop.composition_file import read_composition
from desktop.interrupt import stopped_between_steps
from desktop.line import ProgressLine
from desktop.presets import add_preset_argument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("composition", metavar="COMPOSITION.json", type=Path)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="with --captions-only also a folder, for PNG files"
    )
    what = parser.add_mutually_exclusive_group()
    add_preset_argument(what)
    what.add_argument(
        "--captions-only",
        action="store_true",
        help="captions on a transparent ground, as .mov or as PNG files",
    )
    parser.add_argument("--hardware", action="store_true", help="encode by graphics hardware where it works")


def execute(arguments: argparse.Namespace) -> int:
    """Render; the file appears under its name only when it is whole."""
    from core.render.presets import preset_named

    composition = read_composition(arguments.composition)
    out: Path = arguments.out
    if arguments.captions_only:
        if not out.suffix:
            return _write_pictures(composition, out)
        composition = composition.model_copy(update={"preset": preset_named("captions")})
    elif arguments.preset:
        # Own presets are those of the user's workspace: a composition belongs to none.
        own = Presets(settings.workspace(settings.load_settings()))
        composition = _in_preset(composition, own.named(arguments.preset))
    if arguments.hardware:
        composition = composition.model_copy(update={"prefers_hardware": True})
    return _write_file(composition, out)


def _in_preset(composition: Composition, preset: EncodePreset) -> Composition:
    """Return the composition as another preset asks for it: size, frame rate and loudness too."""
    from core.media.clip_index import limited_rate

    width, height = output_size(composition.aspect, preset.short_side_px)
    numerator, denominator = limited_rate(composition.fps_numerator, composition.fps_denominator, preset.max_fps)
    changed = {
        "preset": preset,
        "width": width,
        "height": height,
        "fps_numerator": numerator,
        "fps_denominator": denominator,
        "audio": composition.audio.aimed_at(preset.loudness_lufs, preset.peak_dbtp),
    }
    return composition.model_copy(update=changed)


def _write_file(composition: Composition, out: Path) -> int:
    from core.render.engine import render

    preset = composition.preset
    if out.suffix.lower() != preset.suffix:
        raise RenderError(
            f"Files of preset “{preset.name}” end in {preset.suffix}.",
            str(out),
            remedy=f"Use --out {out.with_suffix(preset.suffix)}",
        )
    with _workplace(out) as folder, ProgressLine() as line, stopped_between_steps(line.show) as progress:
        try:
            (delivery,) = render([composition], [Path(folder) / out.name], progress)
            delivery.file.replace(out)
        except OSError as error:
            raise RenderError(f"The file can't be written ({error.strerror}).", str(out)) from error
    for choice in delivery.choices:
        print(f"{'note' if choice.degraded else 'info'}: {choice.told}")
    size = f"{delivery.size_bytes / 1e6:.1f} MB"
    print(f"{out}  {delivery.width}×{delivery.height}  {delivery.duration:.2f} s  {size}  {delivery.encoder}")
    return 0


def _write_pictures(composition: Composition, out: Path) -> int:
    from core.render.captions_only import write_caption_pictures

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise RenderError("The folder for the pictures is not empty.", str(out), remedy="Choose another --out.")
    with _workplace(out) as folder, ProgressLine() as line, stopped_between_steps(line.show) as progress:
        made = Path(folder) / "pictures"
        try:
            made.mkdir()
            count = len(write_caption_pictures(composition, made, progress))
            if out.exists():
                out.rmdir()
            made.rename(out)
        except OSError as error:
            raise RenderError(f"The folder can't be written ({error.strerror}).", str(out)) from error
    print(f"{out}  {composition.width}×{composition.height}  {count} pictures")
    return 0


def _workplace(out: Path) -> tempfile.TemporaryDirectory[str]:
    """Return a hidden folder beside the file to be, removed at the end whatever happens."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(prefix=f".{out.stem}.", suffix=".part", dir=out.parent)
    except OSError as error:
        raise RenderError(f"The folder can't be written ({error.strerror}).", str(out.parent)) from error


COMMAND = Command("render", "one composition to one file", add_arguments, execute)
