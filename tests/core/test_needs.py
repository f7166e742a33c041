"""What a run needs is fetched once at a time, also where a fetching is stopped half-way."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from core import needs
from core.errors import Cancelled
from core.needs import Needs


def test_nobody_begins_a_download_while_a_stopped_one_still_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()
    heard: list[str] = []

    def fetch(name: str, folder: Path, progress: Any) -> None:
        number = sum(line.startswith("begins") for line in heard)
        heard.append(f"begins {number}")
        may_end.wait(10)
        try:
            progress(0.5)
        except Cancelled:
            heard.append(f"stopped {number}")
            raise
        heard.append(f"done {number}")

    async def scene() -> None:
        monkeypatch.setattr(needs, "fetch", fetch)
        monkeypatch.setattr(needs, "find", lambda name, folder: None)
        wanted = Needs(tmp_path, tmp_path, None, None, may_download=True, announce=lambda event: None)
        first = asyncio.ensure_future(wanted.fetch("model"))
        while not heard:
            await asyncio.sleep(0.01)
        second = asyncio.ensure_future(wanted.fetch("model"))
        for _ in range(2):
            first.cancel()
            await asyncio.sleep(0.05)
        assert heard == ["begins 0"]
        may_end.set()
        assert await second == ""
        with pytest.raises(asyncio.CancelledError):
            await first
        assert heard == ["begins 0", "stopped 0", "begins 1", "done 1"]

    asyncio.run(scene())
