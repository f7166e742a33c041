"""A rough night: several videos are queued, and everything happens to the laptop that can, again and again.

The program, its workers, or all of them are killed, halted and woken, and the disk fills up. In the morning every
run is through, every file is there once, and what came out is what an undisturbed run gives.
`SHORTLIST_SOAK_MINUTES=60 SHORTLIST_CRASH_SEED=SEED make soak` sets how long, and draws the same night again.
"""

from __future__ import annotations

import os
import random
import secrets
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import get_args

import pytest

from tests.e2e.crash_kit import OPTIONS, Kill, Victim, Workplace, assert_tidy

MINUTES = float(os.environ.get("SHORTLIST_SOAK_MINUTES", "10"))
DISK = "800m"
MOST_UNFINISHED = 6
MOST_LINES = 150


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Give a folder a disk of its own where we may mount one; whether it has one."""
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
    has_disk = shutil.which("mount") is not None and not subprocess.run(mount, check=False).returncode
    try:
        yield has_disk
    finally:
        if has_disk:
            subprocess.run(["umount", str(folder)], check=True)


class Videos:
    """Copies of a video that are other files to the program, and the same to whoever watches them."""

    def __init__(self, video: Path, folder: Path) -> None:
        self._video = video
        self._folder = folder
        self._made: list[Path] = []
        folder.mkdir()

    def some(self, chance: random.Random) -> list[Path]:
        """Return one or two, mostly new ones."""
        chosen = [self._another() for _ in range(chance.choice((1, 1, 2)))]
        return [chance.choice(self._made) if chance.random() < 0.2 else video for video in chosen]

    def _another(self) -> Path:
        copy = self._folder / f"night {len(self._made)}.mp4"
        padding = bytes(len(self._made) + 1)
        # A box that players pass over (ISO/IEC 14496-12, 8.1.2).
        copy.write_bytes(self._video.read_bytes() + (8 + len(padding)).to_bytes(4, "big") + b"free" + padding)
        shutil.copy(self._video.with_suffix(".vtt"), copy.with_suffix(".vtt"))
        self._made.append(copy)
        return copy


def draw(chance: random.Random) -> Kill:
    """Draw what happens, and when; early moments are likelier, so that work piles up."""
    after, delay = int(MOST_LINES * chance.random() ** 2), 10 ** chance.uniform(-4.0, 0.0)
    return Kill(after, delay, chance.choice(get_args(Victim)), chance.random() < 0.5)


@contextmanager
def ballast(folder: Path, leaves_bytes: int) -> Iterator[None]:
    """Leave no more than so much space on a disk, for a while."""
    file = folder / "ballast"
    free = shutil.disk_usage(folder).free
    with suppress(OSError), file.open("wb") as stream:
        stream.write(bytes(max(0, free - leaves_bytes)))
    try:
        yield
    finally:
        file.unlink()


def live_through(place: Workplace, chance: random.Random, videos: Videos, has_disk: bool) -> str:
    """Let one thing happen; return what it was."""
    unfinished = place.rows("select id from runs where state <> 'fully_generated'")
    arguments: tuple[str, ...] = ("resume",)
    if not unfinished or (len(unfinished) < MOST_UNFINISHED and chance.random() < 0.3):
        chosen = videos.some(chance)
        arguments = ("run", *map(str, chosen), "--out", str(place.out / chosen[0].stem), *OPTIONS)
    if has_disk and chance.random() < 0.15:
        with ballast(place.workspace, chance.randrange(4_000_000)):
            lived = place.live(None, arguments)
        assert lived.code == 0 or "disk" in lived.errors or "space" in lived.errors, lived.errors
        return f"full disk, {lived.where}"
    kill = draw(chance)
    lived = place.live(kill, arguments)
    if lived.code is None and kill.victim == "frozen":
        if chance.random() < 0.5:
            place.live(None, ("resume",))
        place.thaw()
    assert lived.code in (None, 0), lived.errors
    return f"{kill.victim}, {lived.where}"


@pytest.mark.soak
def test_a_rough_night(tmp_path, sample_video, weights_folder, capsys):
    seed = os.environ.get("SHORTLIST_CRASH_SEED") or secrets.token_hex(4)
    chance = random.Random(f"night {seed}")
    reference = Workplace(tmp_path / "reference", sample_video, weights_folder)
    assert reference.live().code == 0
    videos = Videos(sample_video, tmp_path / "videos")
    happened: Counter[str] = Counter()
    with capsys.disabled(), small_disk(tmp_path / "night" / "workspace") as has_disk:
        print(f"\nseed {seed}, {MINUTES:g} minutes")
        place = Workplace(tmp_path / "night", sample_video, weights_folder)
        (place.home / "settings.json").write_text('{"may_download": false, "keeps_free_bytes": 0}')
        end = time.monotonic() + 60 * MINUTES
        while time.monotonic() < end:
            what = live_through(place, chance, videos, has_disk)
            happened[what.partition(",")[0]] += 1
            print(f"  {what}", flush=True)
        for _ in range(2):
            last = place.live(None, ("resume",))
            assert last.code == 0, last.errors
        runs = place.rows("select state, is_paused from runs")
        print(f"seed {seed}: {len(runs)} runs; {dict(happened)}")
        assert set(runs) == {("fully_generated", 0)}
        assert_tidy(place)
        assert set(place.rows("select state from outputs")) == {("rendered",)}
        for folder in place.out.iterdir():
            assert place.delivered(folder.name) == reference.delivered()
