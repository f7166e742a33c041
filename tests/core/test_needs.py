"""What a run needs: found, fetched once at a time, and told before it starts."""

from __future__ import annotations

import asyncio
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from core import shelf
from core.errors import Cancelled, WeightsError
from core.needs import Needs
from core.schema.run import RunOptions, RunSetup
from core.schema.source import Source
from core.shelf import ModelShelf, Place


def needs_of(workspace: Path, place: Place, may_download: bool = False) -> Needs:
    return Needs(workspace, ModelShelf(place, lambda name, fraction, message: None), None, None, may_download)


def test_nobody_begins_a_download_while_a_stopped_one_still_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()
    heard: list[str] = []

    def fetch(name: str, folder: Path, progress: Any, mirror: str = "") -> None:
        number = sum(line.startswith("begins") for line in heard)
        heard.append(f"begins {number}")
        may_end.wait(60)
        try:
            progress(0.5)
        except Cancelled:
            heard.append(f"stopped {number}")
            raise
        heard.append(f"done {number}")

    async def scene() -> None:
        monkeypatch.setattr(shelf, "fetch", fetch)
        wanted = needs_of(tmp_path, Place(tmp_path / "weights"), may_download=True)
        first = asyncio.ensure_future(wanted.fetch("small"))
        while not heard:
            await asyncio.sleep(0.01)
        second = asyncio.ensure_future(wanted.fetch("small"))
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


def test_a_folder_of_models_that_is_unplugged_is_told_and_not_made_anew(tmp_path: Path) -> None:
    place = Place(tmp_path / "stick" / "models", is_custom=True)
    wanted = needs_of(tmp_path, place, may_download=True)
    assert "is not there" in asyncio.run(wanted.fetch("small"))
    with pytest.raises(WeightsError, match="Plug its disk in"):
        asyncio.run(wanted.shelf.fetch("small"))
    assert not (tmp_path / "stick").exists()


def test_a_model_that_was_named_and_can_not_be_had_stops_the_run_with_a_way_out(
    tmp_path: Path, sample_video: Path
) -> None:
    wanted = needs_of(tmp_path, Place(tmp_path / "weights"))
    lonely = tmp_path / "lonely.mp4"
    shutil.copyfile(sample_video, lonely)
    source = Source(id="s", path=lonely, name=lonely.name, fingerprint="f", size_bytes=1)
    with pytest.raises(WeightsError) as told:
        asyncio.run(wanted.resolve(source, RunOptions(model="medium")))
    assert "medium" in told.value.reason and "import" in told.value.remedy
    setup = asyncio.run(wanted.resolve(source, RunOptions()))
    assert (setup.transcriber, setup.is_degraded) == ("pocketsphinx", True)
    assert "not fetched by itself" in setup.transcriber_reason
    assert "main.py models. " in setup.transcriber_reason, "what went wrong reads as part of the command"
    assert asyncio.run(wanted.holds(setup))
    assert not asyncio.run(wanted.holds(RunSetup(transcriber="faster_whisper", whisper_model="medium")))
