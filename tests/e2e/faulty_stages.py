"""Instant stages, the first of which misbehaves for as long as a file named `fault` in the workspace says how."""

from __future__ import annotations

import errno
import functools
import os
import time
from dataclasses import replace
from pathlib import Path

from core.pipeline.stage import StageContext
from core.schema.record import Record
from tests.instant_stages import ROOTS
from tests.instant_stages import STAGES as INSTANT

__all__ = ["ROOTS", "STAGES"]

FAULT, WORKER = "fault", "worker"
QUOTA_BYTES = 1_000_000
TRANSCODE = next(stage for stage in INSTANT if stage.name == "transcode")


class Hostile(Exception):
    """Can't be pickled, nor made again from its arguments."""

    def __init__(self, first: int, second: int) -> None:
        super().__init__("out of order")
        self.held = lambda: first + second


@functools.wraps(TRANSCODE.function)
def misbehaving(context: StageContext, *arguments: Record) -> Record:
    """Do what the file says, then what the stage does."""
    said = context.workspace / FAULT
    fault = said.read_text() if said.is_file() else ""
    if fault == "hang":
        (context.workspace / WORKER).write_text(str(os.getpid()))
        while True:
            time.sleep(0.05)
    if fault == "hostile":
        raise Hostile(1, 2)
    if fault in ("quota", "fill"):
        fill(context.folder / "much.bin", QUOTA_BYTES if fault == "quota" else None)
    return TRANSCODE.function(context, *arguments)


def fill(file: Path, quota_bytes: int | None) -> None:
    """Write until the disk, or the quota, is full."""
    written = 0
    with file.open("wb", buffering=0) as stream:
        while quota_bytes is None or written < quota_bytes:
            written += stream.write(bytes(65536))
    raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT), str(file))


STAGES = tuple(replace(stage, function=misbehaving) if stage is TRANSCODE else stage for stage in INSTANT)
