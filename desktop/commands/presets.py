"""`presets`: how files are encoded, of the program's and of the workspace's own making."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from core.presets import Presets
from core.schema.own_preset import CRF_LIMITS, EFFORTS, changed_preset, name_for
from core.schema.preset import EncodePreset
from desktop import loop
from desktop.command import Command
from desktop.workspace import looked_at

_MEGABYTE = 1_000_000
# What a preset like another one keeps; what a platform was read to ask belongs to that other one.
_NOT_KEPT = {"about": "", "source_url": "", "checked_on": ""}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    listing = verbs.add_parser("list", help="all presets (what is told by default)")
    show = verbs.add_parser("show", help="what a preset asks for")
    save = verbs.add_parser("save", help="make a preset of your own, or change one")
    remove = verbs.add_parser("remove", help="forget a preset of your own; files made with it stay")
    export = verbs.add_parser("export", help="write a preset to a file, to be handed on")
    take = verbs.add_parser("import", help="take a preset from a file")
    save.add_argument("title", metavar="TITLE", help="what it is called; its name is made of that")
    for verb in (show, remove, export):
        verb.add_argument("name", metavar="NAME")
    for verb in (export, take):
        verb.add_argument("file", metavar="FILE", type=Path)
    take.add_argument("--as", dest="name", default="", metavar="NAME", help="under another name")
    for verb in (save, take):
        verb.add_argument("--replace", action="store_true", help="in place of one of that name")
    _add_choices(save)
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")
    # Given behind the verb or before it.
    for verb in (listing, show, save, remove, export, take):
        verb.add_argument("--workspace", metavar="DIR", default=argparse.SUPPRESS)
        verb.add_argument("--json", action="store_true", default=argparse.SUPPRESS)


def _add_choices(save: argparse.ArgumentParser) -> None:
    add = save.add_argument
    add("--like", default="", metavar="NAME", help="begin with what this preset asks for (default: fast)")
    add("--about", metavar="TEXT", help="what it is for")
    add("--codec", dest="video_codec", choices=sorted(EFFORTS), help="how pictures are encoded")
    efforts = "; ".join(f"{codec}: {', '.join(each)}" for codec, each in EFFORTS.items() if codec != "hevc")
    add("--effort", metavar="NAME", help=f"how hard the encoder works: {efforts}")
    limits = ", ".join(f"{codec} {limit:g}" for codec, limit in CRF_LIMITS.items() if codec != "prores")
    add("--crf", type=float, metavar="N", help=f"constant quality, less is better; at most: {limits}")
    add("--audio-kbps", type=int, metavar="N", help="kilobits of sound a second, 32 to 512")
    add("--short-side", dest="short_side_px", type=int, metavar="PX", help="pixels of the picture's shorter side")
    add("--max-fps", type=float, metavar="N", help="frames a second at most")
    add("--loudness", dest="loudness_lufs", type=float, metavar="LUFS", help="how loud, for example -14")
    add("--peak", dest="peak_dbtp", type=float, metavar="DBTP", help="the true peak that is not passed")
    add("--max-mb", type=float, metavar="N", help="megabytes that no file passes; 0: no limit")
    add("--max-seconds", type=float, metavar="S", help="longer clips are told of; 0: no limit")
    add("--safe-zone", metavar="NAME", help="the platform whose controls are kept clear; empty: that of the style")
    add("--captions", choices=("burnt-in", "beside"), help="in the picture, or as files beside it alone")


def execute(arguments: argparse.Namespace) -> int:
    """Do what the verb says."""
    return loop.run(_execute(arguments))


async def _execute(arguments: argparse.Namespace) -> int:
    # Presets are files of their own: they are read and written also while another program works here.
    async with looked_at(arguments.workspace, is_made=arguments.verb in ("save", "import")) as project:
        presets, is_json = project.own_presets, arguments.json
        match arguments.verb:
            case "show":
                return _show(presets.named(arguments.name), is_json)
            case "save":
                made = _described(presets, arguments)
                file = presets.save(made, arguments.replace)
                return _tell(made, f"{made.name}: saved in {file}", is_json)
            case "remove":
                presets.remove(arguments.name)
                print(f"{arguments.name} is forgotten.", file=sys.stderr if is_json else sys.stdout)
                return 0
            case "export":
                file = presets.export(arguments.name, arguments.file)
                return _tell(presets.named(arguments.name), str(file), is_json)
            case "import":
                taken = presets.take(arguments.file, arguments.name, arguments.replace)
                return _tell(taken, f"{taken.name}: taken from {arguments.file}", is_json)
            case _:
                return _list(presets, is_json)


def _described(presets: Presets, arguments: argparse.Namespace) -> EncodePreset:
    """Return the preset that is to be saved: another one, with what is given over it."""
    name = name_for(arguments.title)
    is_there = arguments.replace and presets.is_own(name)
    like = presets.named(arguments.like or (name if is_there else "fast"))
    given: dict[str, object] = {
        field: value
        for field in (
            *("about", "video_codec", "effort", "crf", "short_side_px", "max_fps"),
            *("loudness_lufs", "peak_dbtp", "safe_zone"),
        )
        if (value := getattr(arguments, field)) is not None
    }
    if arguments.audio_kbps is not None:
        given["audio_bitrate_bps"] = arguments.audio_kbps * 1000
    if arguments.max_mb is not None:
        given["max_bytes"] = round(arguments.max_mb * _MEGABYTE) or None
    if arguments.max_seconds is not None:
        given["max_seconds"] = arguments.max_seconds or None
    if arguments.captions is not None:
        given["burns_captions"] = arguments.captions == "burnt-in"
    not_kept = {} if is_there and not arguments.like else _NOT_KEPT
    return changed_preset(like, {**not_kept, **given, "name": name, "title": arguments.title.strip()})


def _tell(preset: EncodePreset, text: str, is_json: bool) -> int:
    print(json.dumps(preset.model_dump(mode="json"), indent=2, ensure_ascii=False) if is_json else text)
    return 0


def _list(presets: Presets, is_json: bool) -> int:
    own = presets.own()
    if is_json:
        listed = [preset.model_dump(mode="json") for preset in presets.all()]
        broken = [each.model_dump(mode="json") for each in own.broken]
        print(json.dumps({"presets": listed, "broken": broken}, indent=2, ensure_ascii=False))
        return 1 if own.broken else 0
    for preset in presets.all():
        mark = " (your own)" if preset in own.presets else ""
        print(f"{preset.name:<20} {preset.title}{mark}" + (f": {preset.about}" if preset.about else ""))
    for each in own.broken:
        print(f"error: {each.file}: {each.reason}", file=sys.stderr)
    return 1 if own.broken else 0


def _show(preset: EncodePreset, is_json: bool) -> int:
    if is_json:
        return _tell(preset, "", True)
    print(f"{preset.name}: {preset.title}" + (f". {preset.about}" if preset.about else ""))
    for field, value in preset.model_dump(mode="json").items():
        if field not in ("name", "title", "about") and value not in ("", None, [], ()):
            told = ", ".join(value) if isinstance(value, list) else value
            print(f"  {field.replace('_', ' '):<18} {told}")
    return 0


COMMAND = Command("presets", "how files are encoded: those there are, and your own", add_arguments, execute)
