"""`make bench`: every figure beside its target. Add a benchmark: a module with `figures()`, and its name below."""

from __future__ import annotations

import argparse
import importlib
import sys

from rich.console import Console
from rich.table import Table

BENCHES = ("bench_start", "bench_speech", "bench_sound", "bench_render")


def main() -> int:
    """Print the table; exit status 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("only", nargs="*", help=f"some of {', '.join(BENCHES)}; all by default")
    wanted = parser.parse_args().only or BENCHES
    table = Table("what", "measured", "target", "", "note")
    is_met = True
    for name in wanted:
        for figure in importlib.import_module(f"tests.bench.{name}").figures():
            is_met &= figure.is_met
            values = (f"{value:.3g} {figure.unit}" for value in (figure.value, figure.target))
            table.add_row(figure.what, *values, "[green]met" if figure.is_met else "[red]missed", figure.note)
    Console().print(table)
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
