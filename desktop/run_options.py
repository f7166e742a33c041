"""The choices of a run on the command line: what is given goes over a recipe, and that over the usual."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from core.errors import UserWorldError
from core.export.formats import FORMATS
from core.export.naming import DEFAULT_TEMPLATE
from core.recipes import USUAL_FOLDER
from core.schema.audio import PROFANITY, Music
from core.schema.run import RunOptions
from core.schema.speech import TRANSCRIBER_ORDER
from desktop.amounts import parse_amount
from desktop.aspects import PRESETS_HELP, parse_aspects, parse_presets
from desktop.presets import PRESET_HELP

USUAL = RunOptions(top=5, auto_approve=True, deliver_to=USUAL_FOLDER)
_SIDECARS = [member.NAME for member in FORMATS if member.SUFFIX]
# Arguments that are fields of the options as they are.
_PLAIN = (
    "aspects", "top", "min_seconds", "max_seconds", "style", "preset", "presets", "audio_track", "model",
    "language", "vocabulary", "prompt", "speakers", "masks_profanity", "removes_fillers", "approve_from",
    "approve_at_most", "budget_usd", "name_template",
)  # fmt: skip


def add_run_options(parser: argparse.ArgumentParser) -> None:
    """Declare the choices. What is not given is not in the namespace."""
    for title, declare in _GROUPS:
        declare(parser.add_argument_group(title, argument_default=argparse.SUPPRESS).add_argument)


def _which_clips(add: Callable[..., object]) -> None:
    add("--top", type=int, metavar="N", help="how many clips (default: 5)")
    add("--min", type=float, metavar="S", dest="min_seconds", help="shortest clip (default: 15)")
    add("--max", type=float, metavar="S", dest="max_seconds", help="longest clip (default: 90)")
    add("--prompt", metavar="TEXT", help="what clips should be about")
    add(
        "--approve-from",
        type=float,
        metavar="SCORE",
        help="take only clips with this score or more, 0 to 100; where none has it, that is told",
    )
    add(
        "--at-most",
        type=int,
        metavar="N",
        dest="approve_at_most",
        help="take at most so many clips of a source (default: as --top says)",
    )


def _what_is_said(add: Callable[..., object]) -> None:
    add("--audio-track", metavar="N|all", help="which audio track is heard: its number, or all, mixed")
    add(
        "--transcriber",
        choices=["auto", *TRANSCRIBER_ORDER],
        metavar="NAME",
        help=f"who writes down what is said: {', '.join(TRANSCRIBER_ORDER)} (default: as the settings say)",
    )
    add("--model", metavar="NAME", help="Whisper model (default: the best that keeps up)")
    add("--language", metavar="CODE", help="what is spoken: en, de, … (default: found out)")
    add("--vocabulary", metavar="WORDS", help="names and words that are hard to hear")
    add(
        "--speakers",
        choices=["auto", "off", *"12345678"],
        metavar="N|off",
        help="how many people talk, where you know, or off: tell nobody apart (default: found out)",
    )
    add(
        "--budget",
        type=parse_amount,
        dest="budget_usd",
        metavar="USD",
        help="what language models may cost (default: as set)",
    )


def _how_clips_are(add: Callable[..., object]) -> None:
    switch = argparse.BooleanOptionalAction
    add("--style", metavar="NAME[@VERSION]", help="style (default: clean)")
    add("--remove-fillers", action=switch, dest="removes_fillers", help="cut “um”, “you know” and their like")
    add("--mask-profanity", action=switch, dest="masks_profanity", help="star swear words in the captions")
    add("--profanity", choices=PROFANITY, help="what is heard of swear words (default: kept)")
    add("--reduce-noise", action=switch, help="take steady noise out of the sound")
    add("--music", type=Path, metavar="FILE", help="music to lay under the clips")


def _files(add: Callable[..., object]) -> None:
    add("--aspects", type=parse_aspects, metavar="LIST", help="shapes (default: 9:16,1:1,16:9)")
    add("--preset", metavar="NAME", help=PRESET_HELP)
    add("--presets", type=parse_presets, metavar="LIST", help=PRESETS_HELP)
    add(
        "--out",
        type=Path,
        metavar="DIR",
        help="where finished files go; {source} in it is the source's name (default: exports/{source})",
    )
    add("--to", metavar="NAMES", help="destinations that finished files go to, comma-separated")
    add(
        "--sidecars",
        metavar="LIST",
        help=f"files beside each video, comma-separated, or none: {', '.join(_SIDECARS)} (default: srt,txt)",
    )
    add(
        "--name",
        metavar="TEMPLATE",
        dest="name_template",
        help=f"how files are called (default: “{DEFAULT_TEMPLATE}”)",
    )


_GROUPS: tuple[tuple[str, Callable[[Callable[..., object]], None]], ...] = (
    ("which clips", _which_clips),
    ("what is said", _what_is_said),
    ("how clips look and sound", _how_clips_are),
    ("files", _files),
)


def chosen_options(arguments: argparse.Namespace, base: RunOptions = USUAL) -> RunOptions:
    """Return options as given, over those of a recipe or the usual.

    Raises:
        UserWorldError: They can't be used, or contradict each other.
    """
    given = vars(arguments)
    changes: dict[str, Any] = {name: given[name] for name in _PLAIN if name in given}
    if "preset" in given:
        # Those of single shapes that a recipe has go with its preset of all.
        changes.setdefault("presets", {})
    if "out" in given:
        changes["deliver_to"] = str(given["out"].expanduser().absolute())
    if "to" in given:
        changes["publish_to"] = tuple(_listed(given["to"]))
    if "transcriber" in given:
        changes["transcriber"] = "" if given["transcriber"] == "auto" else given["transcriber"]
    if "sidecars" in given:
        changes["sidecars"] = () if given["sidecars"].strip() == "none" else tuple(_listed(given["sidecars"]))
    changes["sound"] = base.sound.model_copy(update=_sound(given))
    problem = _problem(changes, base)
    if problem:
        raise UserWorldError(problem)
    # Copies: a recipe's music is relative, and must not be resolved anew.
    return base.model_copy(update=changes)


def _sound(given: dict[str, Any]) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if "reduce_noise" in given:
        changes["reduces_noise"] = given["reduce_noise"]
    if "profanity" in given:
        changes["profanity"] = given["profanity"]
    if "music" in given:
        changes["music"] = Music(file=given["music"].expanduser().absolute())
    return changes


def _problem(changes: dict[str, Any], base: RunOptions) -> str:
    """Return what is wrong with the choices, in the words of the command line; empty where nothing is."""
    shortest, longest = changes.get("min_seconds", base.min_seconds), changes.get("max_seconds", base.max_seconds)
    if not 0 < shortest <= longest < float("inf"):
        return "--min must be above 0 and --max not below --min"
    if not 1 <= changes.get("top", base.top) <= 200:
        return "--top must be between 1 and 200"
    if not 0 <= changes.get("approve_from", base.approve_from) <= 100:
        return "--approve-from must be between 0 and 100"
    most = changes.get("approve_at_most", base.approve_at_most)
    if most is not None and not 1 <= most <= 200:
        return "--at-most must be between 1 and 200"
    if unknown := [name for name in changes.get("sidecars", ()) if name not in _SIDECARS]:
        return f"--sidecars: {', '.join(unknown)} is not known; choose from {', '.join(_SIDECARS)}"
    try:
        RunOptions.model_validate({**base.model_dump(), **changes})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return ""


def _listed(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
