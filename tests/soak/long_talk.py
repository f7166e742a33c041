"""A long talk with known words, and the program transcribing it in a process that can be killed at any part."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import wave
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

from core.schema.transcript import Transcript
from tests.e2e.crash_kit import processes_of, wait_until_gone

ROOT = Path(__file__).resolve().parents[2]
RATE_HZ = 16_000
MODEL = "memorised"
_PART = re.compile(r"\(part (\d+) of (\d+)\)")


@dataclass(frozen=True)
class TrueWord:
    """A word that is said, without punctuation, and the second at which it begins."""

    text: str
    start: float


def write_talk(path: Path, speeches: Sequence[Any], seconds: float, seed: int) -> list[list[TrueWord]]:
    """Write so many seconds of recordings in a row, with pauses drawn from a seed; return the words of each."""
    chance = np.random.default_rng(seed)
    true: list[list[TrueWord]] = []
    written = 0
    sounds = {}
    for speech in speeches:
        with wave.open(str(speech.wav)) as file:
            sounds[speech.wav] = file.readframes(file.getnframes())
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        for speech in cycle(speeches):
            offset = written / RATE_HZ
            if offset + speech.duration > seconds:
                return true
            pause = int(chance.uniform(0.5, 3.0) * RATE_HZ)
            file.writeframes(sounds[speech.wav] + bytes(2 * pause))
            written += len(sounds[speech.wav]) // 2 + pause
            true.append([TrueWord(plain(str(w["word"])), offset + float(w["start"])) for w in speech.words])
    raise AssertionError("there are no recordings")


def plain(text: str) -> str:
    """Return a word as it is compared."""
    return re.sub(r"[^a-z']", "", text.lower())


@dataclass
class Life:
    """One life of the program: the parts that it began, of how many, and its worker's memory at each line."""

    code: int | None = None
    begun: list[int] = field(default_factory=list)
    parts: int = 0
    memory_mb: list[tuple[int, float]] = field(default_factory=list)
    errors: str = ""


class Talk:
    """A workspace in which one talk is transcribed, by a program that knows only the memorised model."""

    def __init__(self, folder: Path, audio: Path, model: Path, script: str = "main.py") -> None:
        self.workspace, self._audio, self._script = folder / "workspace", audio, script
        self._errors = folder / "errors.txt"
        shutil.copytree(model, folder / "weights" / "whisper" / MODEL)
        (folder / "home").mkdir()
        (folder / "home" / "settings.json").write_text('{"may_download": false}')
        self._environment = {
            **os.environ,
            "HOME": str(folder / "home"),
            "SHORTLIST_HOME": str(folder / "home"),
            "SHORTLIST_WEIGHTS": str(folder / "weights"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        }

    def live(self, strike: Callable[[int], str] = lambda part: "") -> Life:
        """Start the program, or go on with its run. `strike` is told of each part when it is first heard of.

        It says whom to kill then: "main", "worker", or nobody. A program without its worker goes on by itself.
        """
        life = Life()
        options = ("--transcriber", "faster_whisper", "--model", MODEL, "--speakers", "off", "--analyze-only")
        command = ("resume",) if self.workspace.is_dir() else ("run", str(self._audio), *options)
        with self._errors.open("w") as errors:
            process = subprocess.Popen(
                [sys.executable, self._script, *command, "--workspace", str(self.workspace), "--json"],
                cwd=ROOT,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
            try:
                is_killed = self._follow(process, life, strike)
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                assert process.stdout is not None
                process.stdout.close()
        wait_until_gone(process.pid)
        life.code = None if is_killed else process.returncode
        life.errors = self._errors.read_text()
        return life

    def _follow(self, process: subprocess.Popen[str], life: Life, strike: Callable[[int], str]) -> bool:
        assert process.stdout is not None
        for line in process.stdout:
            event = json.loads(line)
            place = _PART.search(event.get("message") or "")
            if event["event"] != "progress" or event["stage"] != "transcribe" or not place:
                continue
            part, life.parts = int(place[1]), int(place[2])
            life.memory_mb.append((part, largest_worker_mb(process.pid)))
            if life.begun and life.begun[-1] == part:
                continue
            life.begun.append(part)
            victim = strike(part)
            if victim == "main":
                process.kill()
                return True
            if victim == "worker":
                # Its next worker begins with the same part: that is then heard of anew.
                os.kill(max(workers_of(process.pid), key=resident_mb), signal.SIGKILL)
                life.begun.append(0)
        process.wait()
        return False

    def kept_parts(self) -> dict[str, tuple[int, int]]:
        """Return which chunks are kept, each with what changes when it is written again."""
        found = self.workspace.glob("artifacts/.parts/transcribe/*/chunk-*.json")
        return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in found}

    def transcript(self) -> Transcript:
        """Return what was heard."""
        (artifact,) = self.workspace.glob("artifacts/transcribe/*/artifact.json")
        return Transcript.from_json(artifact.read_bytes(), artifact.parent)


def workers_of(group: int) -> Iterator[int]:
    """Yield the worker processes of a program."""
    for pid in processes_of(group):
        with suppress(OSError):
            if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                yield pid


def resident_mb(pid: int) -> float:
    """Return a process's resident memory; 0 where it is gone."""
    with suppress(OSError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def largest_worker_mb(group: int) -> float:
    """Return the resident memory of the worker that has most: the one with the model."""
    return max(map(resident_mb, workers_of(group)), default=0.0)


@dataclass(frozen=True)
class Comparison:
    """Words heard against words said.

    `wrong` is how many words are missing, additional or others; `doubled` those that stand twice at one place;
    `late` by how many seconds starts of words that are right are off, ascending.
    """

    wrong: int
    doubled: list[str]
    late: list[float]


def compare(true: Sequence[Sequence[TrueWord]], heard: Transcript) -> Comparison:
    """Compare recording by recording, each in the seconds in which it is played: an offset is noticed."""
    found = [TrueWord(plain(word.text), word.start) for word, _ in heard.words()]
    wrong, late, doubled = 0, [], []
    begins = [said[0].start - 0.4 for said in true] + [float("inf")]
    for index, said in enumerate(true):
        here = [w for w in found if begins[index] <= w.start < begins[index + 1]]
        matcher = SequenceMatcher(a=[w.text for w in said], b=[w.text for w in here], autojunk=False)
        for kind, a, until_a, b, until_b in matcher.get_opcodes():
            if kind == "equal":
                pairs = zip(said[a:until_a], here[b:until_b], strict=True)
                late += [abs(one.start - other.start) for one, other in pairs]
                continue
            wrong += max(until_a - a, until_b - b)
            more = Counter(w.text for w in here[b:until_b]) - Counter(w.text for w in said[a:until_a])
            around = {w.text for w in here[max(0, b - 2) : b] + here[until_b : until_b + 2]}
            doubled += [text for text in more if text in around and kind == "insert"]
    return Comparison(wrong, doubled, sorted(late))
