"""`make bench`: every figure beside its target. Add a benchmark: a module with `figures()`, and its name below."""

from __future__ import annotations

import argparse
import importlib
import sys

from rich.console import Console
from rich.table import Table

from tests.bench.figures import Figure, Skipped

BENCHES = (
    "bench_start",
    "bench_timeline",
    "bench_transcript",
    "bench_search",
    "bench_speech",
    "bench_speakers",
    "bench_sound",
    "bench_ingest",
    "bench_pictures",
    "bench_captions",
    "bench_exact",
    "bench_render",
    "bench_painting",
    "bench_quality",
    "bench_check",
    "bench_memory",
    "bench_moviepy",
    "bench_analysis",
    "bench_framing",
    "bench_highlights",
)


def main() -> int:
    """Print the table; exit status 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("only", nargs="*", help=f"some of {', '.join(BENCHES)}; all by default")
    wanted = parser.parse_args().only or BENCHES
    table = Table("what", "measured", "target", "", "note")
    is_met = True
    for name in wanted:
        print(f"{name} …", file=sys.stderr)
        for line in importlib.import_module(f"tests.bench.{name}").figures():
            print("  " + " · ".join(_row(line)[:3]), file=sys.stderr)
            table.add_row(*_row(line))
            is_met &= isinstance(line, Skipped) or line.is_met
    Console().print(table)
    return 0 if is_met else 1


def _row(line: Figure | Skipped) -> tuple[str, ...]:
    if isinstance(line, Skipped):
        return line.what, "", "", "[yellow]skipped", line.why
    values = (f"{value:.3g} {line.unit}" for value in (line.value, line.target))
    return line.what, *values, "[green]met" if line.is_met else "[red]missed", line.note


if __name__ == "__main__":
    sys.exit(main())
