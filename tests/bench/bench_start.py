"""How long the program takes to be there with nothing, 200 runs or ten hours in it, and whether its loop stands.

Each start is a process of its own that begins as `main.py` does, warm (started once before), offscreen; starts of
all kinds and of a bare PySide6 window take turns. Times are the clock's from before the process was there, which a
busy machine makes longer: CPU seconds of the process stand beside them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from tests.bench.figures import Figure
from tests.bench.watched_start import HEAVY

ROOT = Path(__file__).resolve().parents[2]
# As `main.py` does it: with its settings, and for the window once Qt is there, whose feature look and Python's
# collections are off.
SCRIPT = f"""
import json, sys, time
start = time.perf_counter()
from desktop.app import set_surroundings
set_surroundings()
if {{is_window}}:
    import gc
    import PySide6.QtWidgets
    from desktop.opening import skip_feature_look
    skip_feature_look()
    gc.disable()
import {{module}}
seconds = time.perf_counter() - start
print(json.dumps([seconds, [name for name in {HEAVY!r} if name in sys.modules]]))
"""
# With the one that warms up sixteen starts, of some seconds each: five rounds took longer than anybody waits.
_ROUNDS = 3
_FIRST_SECONDS, _USABLE_SECONDS, _PAINT_MS, _TURN_MS = 1.0, 2.0, 16.0, 50.0
_KINDS = {"empty": "an empty workspace", "many": "200 runs", "long": "ten hours, 1,000 candidates"}


def figures() -> Iterator[Figure]:
    """Yield import times, then what starts of the whole program take."""
    for what, module, target in (
        ("import of the window", "desktop.window, ui.main_window", 1.0),
        ("import of the command line", "desktop.cli", 0.5),
        ("import of the front door", "core.project", 0.5),
    ):
        runs = [_import(module) for _ in range(_ROUNDS)]
        yield Figure(what, median(seconds for seconds, _names in runs), "s", target, _loads(runs))
    with tempfile.TemporaryDirectory() as folder:
        starts = Starts(Path(folder))
        starts.prepare()
        starts.measure()
        yield from starts.figures()


@dataclass
class Starts:
    """Starts of the program in workspaces of three kinds, each in `folder`, and of a bare window."""

    folder: Path

    def prepare(self) -> None:
        """Make the workspaces, and a video of ten hours."""
        from tests.full_workspace import TEN_HOURS, fill, many, ten_hours
        from tests.long_video import write_long_video

        self._told: dict[str, list[dict[str, Any]]] = {kind: [] for kind in (*_KINDS, "bare")}
        media = write_long_video(self.folder / "conference.mp4", TEN_HOURS)
        for kind, episodes in (("empty", []), ("many", many(200)), ("long", [ten_hours(media)])):
            (self.folder / kind).mkdir()
            (self.folder / kind / "settings.json").write_text('{"may_download": false}')
            fill(self.folder / kind / "workspace", episodes)

    def measure(self) -> None:
        """Start everything in turns; the first round warms up and is not counted."""
        for number in range(_ROUNDS + 1):
            for kind, told in self._told.items():
                print(f"round {number} of {_ROUNDS}: {kind}", file=sys.stderr, flush=True)
                result = self._start(kind)
                if number:
                    told.append(result)

    def _start(self, kind: str) -> dict[str, Any]:
        file = self.folder / "told.json"
        begun = str(time.monotonic())
        workspace = str(self.folder / kind / "workspace")
        watched = ["tests.bench.watched_start", begun, kind, workspace, str(file)]
        command = ["tests.bench.bare_window", begun, str(file)] if kind == "bare" else watched
        environment = _environment() | {"SHORTLIST_HOME": str(self.folder / kind)}
        subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=300,
        )
        told: dict[str, Any] = json.loads(file.read_text())
        file.unlink()
        return told

    def figures(self) -> Iterator[Figure]:
        """Yield what was measured, and print where turns were too long."""
        bare = median(told["wall"] for told in self._told["bare"])
        bare_cpu = median(told["cpu"] for told in self._told["bare"])
        beside = f"a bare window {bare:.2f} s, {bare_cpu:.2f} s of CPU"
        for kind, words in _KINDS.items():
            told = self._told[kind]
            heavy = sorted({name for each in told for name in each["heavy"]})
            loads = f"loads {', '.join(heavy)}" if heavy else "no heavy library"
            yield self._mark(told, "painted", f"start, {words}: first painted window", _FIRST_SECONDS, beside)
            yield self._mark(told, "usable", f"start, {words}: usable", _USABLE_SECONDS, loads)
        yield self._mark(self._told["many"], "opened", "one of 200 runs opened", _USABLE_SECONDS)
        yield self._mark(
            self._told["long"], "opened", "ten hours opened: list of clips and timeline", _USABLE_SECONDS
        )
        for kind in ("many", "long"):
            yield _paints(self._told[kind], f"scrolling and zooming, {_KINDS[kind]}")
            yield _turns(self._told[kind], f"longest turn of the loop, {_KINDS[kind]}")
            opening = [each["opening"] * 1000 for each in self._told[kind]]
            note = f"each round {', '.join(f'{ms:.0f}' for ms in opening)} ms of CPU"
            yield Figure(f"the same while it is opened, {_KINDS[kind]}", median(opening), "ms", _TURN_MS, note)

    def _mark(self, told: Sequence[dict[str, Any]], name: str, what: str, target: float, note: str = "") -> Figure:
        wall = [each["wall"][name] for each in told]
        cpu = median(each["cpu"][name] for each in told)
        words = f"best {min(wall):.2f}, CPU {cpu:.2f} s"
        return Figure(what, median(wall), "s", target, f"{words}; {note}".rstrip("; "))


def _paints(told: Sequence[dict[str, Any]], what: str) -> Figure:
    times = [ms for each in told for ms in each["paints_ms"]]
    note = f"p95 of {len(times)}, median {np.median(times):.1f}, most {max(times):.1f} ms of CPU"
    return Figure(what, float(np.percentile(times, 95)), "ms", _PAINT_MS, note)


def _turns(told: Sequence[dict[str, Any]], what: str) -> Figure:
    """Return the longest turn in CPU milliseconds; each that is too long is printed with where it was."""
    places = {where for each in told for _seconds, where in each["over"] + each["opening_over"]}
    for place in places:
        print(f"{what}: over {_TURN_MS:.0f} ms at\n{place}", file=sys.stderr)
    longest = [each["longest"] * 1000 for each in told]
    over = [len(each["over"]) for each in told]
    note = f"each round {', '.join(f'{ms:.0f}' for ms in longest)} ms of CPU; over it {median(over):.0f} a round"
    return Figure(what, median(longest), "ms", _TURN_MS, note)


def _loads(runs: Sequence[tuple[float, list[str]]]) -> str:
    heavy = sorted({name for _seconds, names in runs for name in names})
    return f"loads {', '.join(heavy)}" if heavy else "no heavy library loaded"


def _environment() -> dict[str, str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    # As in a program that was installed: else everything is compiled at each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _import(module: str) -> tuple[float, list[str]]:
    environment = _environment()
    script = SCRIPT.format(module=module, is_window="ui.main_window" in module)
    command = [sys.executable, "-c", script]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    seconds, names = json.loads(result.stdout)
    return float(seconds), list(names)


if __name__ == "__main__":
    for figure in figures():
        print(f"{figure.what:<60}{figure.value:>7.2f} {figure.unit}   {figure.note}", flush=True)
