"""How long transcribing takes on a machine, and how much memory: estimates, never measured here.

They scale what others measured (the `speed` tables of resources/weights.toml, with source) by the size of a
model's file, which grows with its parameters, and by cores. Whether a given hour takes two thirds or twice of it
depends on the processor and on how much is said.
"""

from __future__ import annotations

import tomllib
from functools import cache

from core.machine import Machine
from core.resources import resource
from core.schema.record import Record
from core.weights import Weights, entry

PROCESSOR, GRAPHICS_CARD = "cpu", "cuda"
# More cores than these help no more: words are decoded one after the other.
_MOST_CORES = 8
# Weights at work, beside them what the windows that are heard side by side take.
_MEMORY_SHARE, _MEMORY_BYTES = 2.5, 1_000_000_000


class Measured(Record):
    """What somebody measured: `seconds` of work for `audio_seconds` of talk, with a listed model."""

    model: str
    seconds: float
    audio_seconds: float
    cores: int = 1
    what: str
    source_url: str
    checked_on: str


@cache
def measured() -> dict[str, Measured]:
    """Return what estimates are taken from, for `PROCESSOR` and `GRAPHICS_CARD`."""
    tables = tomllib.loads(resource("weights.toml").read_text(encoding="utf-8"))["speed"]
    return {
        PROCESSOR: Measured.model_validate(tables["processor"]),
        GRAPHICS_CARD: Measured.model_validate(tables["graphics_card"]),
    }


def model_bytes(weights: Weights) -> int:
    """Return the bytes of a listed Whisper model's own file, without its vocabulary."""
    return next((file.size_bytes for file in weights.files if file.name == "model.bin"), weights.size_bytes)


def works_on(machine: Machine, device: str = "") -> str:
    """Return which device transcribes: the one that is wished for, else a graphics card where there is one."""
    if device == PROCESSOR or not machine.has_gpu:
        return PROCESSOR
    return GRAPHICS_CARD


def seconds_a_second(size_bytes: int, machine: Machine, device: str = "") -> float:
    """Return the estimated seconds of work for a second of talk; `size_bytes` is that of the model's file."""
    where = works_on(machine, device)
    known = measured()[where]
    share = size_bytes / model_bytes(entry(known.model)) * known.seconds / known.audio_seconds
    return share if where == GRAPHICS_CARD else share * known.cores / min(machine.cores, _MOST_CORES)


def memory_bytes(size_bytes: int) -> int:
    """Return about how much memory a model takes while it works."""
    return round(_MEMORY_SHARE * size_bytes + _MEMORY_BYTES)


def hour_words(share: float) -> str:
    """Return `about 12 min for an hour of talk`, as roughly as it is known."""
    minutes = 60 * share
    if minutes < 1.5:
        return "about a minute for an hour of talk"
    if minutes < 10:
        return f"about {round(minutes)} min for an hour of talk"
    if minutes < 57:
        return f"about {5 * round(minutes / 5)} min for an hour of talk"
    hours = round(minutes / 30) / 2
    return f"about {hours:g} h for an hour of talk"
