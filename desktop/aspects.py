"""Aspect ratios on the command line."""

from __future__ import annotations

import argparse
from typing import cast, get_args

from core.schema.choice import Aspect


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
