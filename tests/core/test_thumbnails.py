"""Thumbnails are asked for by the dozen: what they come from is looked up once a run, again where it is gone."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from core.resources import resource
from core.thumbnails import Thumbnails


class Lookups:
    """Answers as the workspace does, and counts what it is asked."""

    def __init__(self, media: Path) -> None:
        self.media = media
        self.fingerprints = self.files = 0

    def fingerprint_of(self, run_id: str) -> str:
        self.fingerprints += 1
        return f"{run_id} and what else its fingerprint has"

    async def media_of(self, run_id: str) -> Path:
        self.files += 1
        await asyncio.sleep(0)
        return self.media


@pytest.fixture
def lookups(tmp_path: Path) -> Lookups:
    media = tmp_path / "talk.mp4"
    shutil.copy(resource("sample/sample.mp4"), media)
    return Lookups(media)


def test_a_row_of_pictures_asks_once(tmp_path: Path, lookups: Lookups) -> None:
    asyncio.run(_a_row(tmp_path, lookups))


async def _a_row(tmp_path: Path, lookups: Lookups) -> None:
    thumbnails = Thumbnails(tmp_path, lookups.fingerprint_of, lookups.media_of)
    files = await asyncio.gather(*(thumbnails.of("run", float(at), 90) for at in (1, 2, 3, 1)))
    assert len(set(files)) == 3 and all(file.read_bytes()[:2] == b"\xff\xd8" for file in files)
    assert (lookups.fingerprints, lookups.files) == (1, 1)
    assert (await thumbnails.of("run", 2.0, 90)) == files[1]
    assert (lookups.fingerprints, lookups.files) == (1, 1), "it lies there"
    await asyncio.to_thread(thumbnails.close)


def test_a_file_that_was_moved_is_asked_for_again(tmp_path: Path, lookups: Lookups) -> None:
    asyncio.run(_a_moved_one(tmp_path, lookups))


async def _a_moved_one(tmp_path: Path, lookups: Lookups) -> None:
    thumbnails = Thumbnails(tmp_path, lookups.fingerprint_of, lookups.media_of)
    await thumbnails.of("run", 1.0, 90)
    await asyncio.to_thread(thumbnails.close)
    lookups.media = lookups.media.rename(tmp_path / "moved.mp4")
    assert (await thumbnails.of("run", 2.0, 90)).is_file()
    assert (lookups.fingerprints, lookups.files) == (1, 2)
    await asyncio.to_thread(thumbnails.close)
