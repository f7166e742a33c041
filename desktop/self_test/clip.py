"""The main job on the bundled sample, in a process of its own: analysed, a clip rendered and handed on."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from core.resources import resource
from desktop.checks import Finding
from desktop.self_test.bench import START_SECONDS, Bench, last_words, run

_SMALLEST_BYTES = 50_000
# The sample's own captions are beside it: no model is needed.
_CHOICES = ("--top", "1", "--aspects", "9:16", "--max", "20", "--sidecars", "srt,vtt,ass,txt,json,jpg")
_FIX = "Look at: main.py doctor. If it stays, report this with the whole list."


def clip(bench: Bench) -> Iterator[Finding]:
    """Make a clip of the sample; then a file for an editing program, and a contact sheet, of it."""
    out = bench.folder / "out"
    sample = resource("sample/sample.mp4")
    try:
        done = run(bench, ["run", str(sample), "--out", str(out), *_CHOICES], bench.clip_seconds)
    except subprocess.TimeoutExpired:
        found = f"none was made within {bench.clip_seconds / 60:.0f} minutes"
        yield Finding("clip", "problem", found, "This computer is very slow or overloaded. Try it again.")
        return
    films = sorted(out.glob("*.mp4"))
    if done.returncode != 0 or not films:
        yield Finding("clip", "problem", f"none was made: {last_words(done)}", _FIX)
        return
    yield _film(films[0])
    beside = sorted(file.suffix[1:] for file in out.iterdir() if file.suffix != ".mp4" and file.stat().st_size)
    is_whole = beside == ["ass", "jpg", "json", "srt", "txt", "vtt"]
    yield Finding("beside the clip", "ok" if is_whole else "problem", ", ".join(beside), "" if is_whole else _FIX)
    yield from _handed_on(bench, out)


def _film(file: Path) -> Finding:
    from core.media.probe import probe

    facts = probe(file)
    size = file.stat().st_size
    picture = facts.video
    if size < _SMALLEST_BYTES or picture is None or not facts.audio:
        return Finding("clip", "problem", f"{file.name} is no film with sound", _FIX)
    return Finding("clip", "ok", f"{facts.duration:.0f} s of the sample, {size / 1e6:.1f} MB, with sound")


def _handed_on(bench: Bench, out: Path) -> Iterator[Finding]:
    done = run(bench, ["runs", "--json"], START_SECONDS)
    runs = json.loads(done.stdout) if done.returncode == 0 else []
    if not runs:
        yield Finding("handed on", "problem", f"the run is not listed: {last_words(done)}", _FIX)
        return
    run_id = str(runs[0]["id"])
    for what, arguments in (
        ("hand-off", ["handoff", run_id, "--format", "otio", "--out", str(out / "clips.otio")]),
        ("contact sheet", ["sheet", run_id, "--out", str(out / "sheet.html")]),
    ):
        made = Path(arguments[-1])
        done = run(bench, arguments, bench.clip_seconds)
        if done.returncode == 0 and made.is_file():
            yield Finding(what, "ok", f"{made.name} was written ({made.stat().st_size // 1000} kB)")
        else:
            yield Finding(what, "problem", f"was not written: {last_words(done)}", _FIX)
