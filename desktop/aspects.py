"""Aspect ratios on the command line, and the presets of each."""

from __future__ import annotations

import argparse
from typing import cast, get_args

from core.schema.choice import Aspect

PRESETS_HELP = (
    "presets of single shapes, each a file of its own, such as 9:16=tiktok+reels,1:1=small"
    " (default: all shapes as --preset says)"
)


def parse_aspects(text: str) -> tuple[Aspect, ...]:
    """Read a list such as `9:16,1:1`.

    Raises:
        argparse.ArgumentTypeError: One of them is unknown.
    """
    known = get_args(Aspect)
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not wanted or any(part not in known for part in wanted):
        raise argparse.ArgumentTypeError(f"{text!r}: choose from {', '.join(known)}")
    return cast("tuple[Aspect, ...]", wanted)


def parse_presets(text: str) -> dict[Aspect, tuple[str, ...]]:
    """Read a list such as `9:16=tiktok+reels,1:1=small`.

    Raises:
        argparse.ArgumentTypeError: A shape is unknown, or has no preset.
    """
    chosen: dict[Aspect, tuple[str, ...]] = {}
    for part in filter(None, map(str.strip, text.split(","))):
        shape, _, given = part.partition("=")
        presets = tuple(dict.fromkeys(filter(None, map(str.strip, given.split("+")))))
        if not presets:
            raise argparse.ArgumentTypeError(f"{part!r}: write SHAPE=NAME+NAME")
        chosen[parse_aspects(shape)[0]] = presets
    return chosen
