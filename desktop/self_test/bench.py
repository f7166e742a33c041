"""Where the self-test works: a temporary folder, and the program itself, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.resources import is_frozen
from desktop.settings import Settings

# A program that was just installed is read by virus scanners at its first start.
START_SECONDS = 180.0
_MAIN = Path(__file__).resolve().parents[2] / "main.py"


@dataclass(frozen=True)
class Bench:
    """A temporary folder, the user's settings, where their models lie, and how long making a clip may take."""

    folder: Path
    settings: Settings
    weights: Path
    clip_seconds: float = 1800.0


def program(*arguments: str) -> list[str]:
    """Return the command that starts this very program."""
    return [sys.executable, *arguments] if is_frozen() else [sys.executable, str(_MAIN), *arguments]


def run(
    bench: Bench, arguments: Sequence[str], seconds: float, changes: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run this program with a home in the temporary folder, and return what it said.

    Raises:
        subprocess.TimeoutExpired: It took longer; it was ended.
    """
    environment = dict(os.environ)
    environment |= {"SHORTLIST_HOME": str(bench.folder / "home"), "SHORTLIST_WEIGHTS": str(bench.weights)}
    # Whatever the system's language: what is read back is UTF-8.
    environment |= {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8", **(changes or {})}
    return subprocess.run(
        program(*arguments),
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=seconds,
        check=False,
    )


def last_words(done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line that says something, of what went wrong or of what was told."""
    lines = [line.strip() for line in (done.stdout + "\n" + done.stderr).splitlines() if line.strip()]
    return lines[-1] if lines else f"exit status {done.returncode}, without a word"
