"""A statement of time and cost as CSV: a row a run, for a spreadsheet or an invoice."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterable
from typing import BinaryIO

from core.morning.words import ENDINGS
from core.schema.morning import SourceReport
from core.stages import STAGES

# A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_HEAD = (
    "run", "started", "finished", "source", "file", "recipe", "result", "minutes in", "minutes out", "clips",
    "files",
)  # fmt: skip


def write_statement(runs: Iterable[SourceReport], stream: BinaryIO) -> None:
    """Write a row for every run, the oldest first. Times are the user's clock, in ISO 8601, UTC's offset included.

    UTF-8 with a byte order mark, without which Excel takes letters for others.
    """
    text = io.TextIOWrapper(stream, "utf-8-sig", errors="replace", newline="")
    rows = csv.writer(text)
    rows.writerow([*_HEAD, *(f"{stage.name} s" for stage in STAGES), "all stages s", "tokens", "USD"])
    for source in runs:
        rows.writerow(_row(source))
    text.flush()
    text.detach()


def _row(source: SourceReport) -> list[str]:
    stages = [source.stages.get(stage.name, 0.0) for stage in STAGES]
    return [
        _safe(source.run_id),
        _moment(source.started_at),
        _moment(source.finished_at),
        _safe(source.name),
        _safe(source.path),
        _safe(source.recipe),
        ENDINGS[source.ending],
        f"{source.seconds_in / 60:.2f}",
        f"{source.seconds_out / 60:.2f}",
        str(len(source.clips)),
        str(source.files),
        *(f"{seconds:.1f}" for seconds in stages),
        f"{sum(stages):.1f}",
        str(source.tokens),
        format(source.usd.normalize(), "f"),
    ]


def _moment(at: float | None) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(at)) if at else ""


def _safe(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: what could be one gets an apostrophe."""
    return f"'{text}" if text.startswith(_FORMULA) else text
