"""The most memory that one render takes, measured in a process that does nothing else."""

from __future__ import annotations

from pathlib import Path

from core.media.probe import probe
from core.schema.choice import Aspect
from core.schema.preset import EncodePreset
from core.schema.source import PreparedSource
from tests.soak.trying_stages import Ready, render_clip

ASPECTS: tuple[Aspect, ...] = ("9:16", "1:1", "16:9")


def render_and_weigh(path: Path, start: float, length: float, folder: Path) -> int:
    """Render a clip in three aspects with the default preset; return this process's peak of memory in bytes."""
    ready = Ready(path, PreparedSource(facts=probe(path)))
    render_clip(ready, start, length, folder, ASPECTS, EncodePreset())
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("the system does not tell the peak of memory")
