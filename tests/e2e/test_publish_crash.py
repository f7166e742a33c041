"""Killed with SIGKILL while clips are rendered and published, and started again: nothing is twice, half or lost.

A real run of the sample, to a folder and to a real server of S3 on loopback. Its analysis is done already, in a
copy of a workspace; rendering and publishing are what is killed.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.schema.destination import Destination
from tests.core.publish.clips import SECRET
from tests.core.publish.storage_server import StorageServer
from tests.core.publish.storage_server import running as storage_running
from tests.e2e.conftest import SAMPLE_OPTIONS
from tests.e2e.crash_kit import Kill, Lived, Workplace, assert_tidy

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="needs /proc to see what is left")

# A shape that the copied workspace has no files of.
ASPECT = "4:5"
CLIPS = 2
SOAK_TRIALS = 12


@pytest.fixture
def storage() -> Iterator[StorageServer]:
    """Return a running storage."""
    with storage_running() as server:
        yield server


class Publishing:
    """A program that runs the sample and publishes its clips, killed and started again."""

    def __init__(self, folder: Path, analysed: Path, video: Path, weights: Path, storage: StorageServer) -> None:
        self.share = folder / "share"
        destinations = (
            Destination(name="share", kind="folder", folder=str(self.share)),
            storage.destination("bucket"),
        )
        told = {"destinations": [json.loads(each.model_dump_json()) for each in destinations]}
        environment = {"SHORTLIST_DESTINATION_BUCKET_KEY": SECRET}
        self.place = Workplace(folder, video, weights, told, environment)
        self.place.workspace = analysed
        self._storage = storage
        self._video = video
        self._has_run = False

    def live(self, kill: Kill | None = None) -> Lived:
        """Start the run, or go on with it."""
        options = (*SAMPLE_OPTIONS, "--aspects", ASPECT, "--out", self.place.out, "--to", "share,bucket")
        arguments = ("resume",) if self._has_run else ("run", self._video, *options)
        lived = self.place.live(kill, [str(each) for each in arguments])
        self._has_run = True
        return lived

    def sent(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return what lies in the folder and in the storage: hashes of contents, by names without their folder."""
        files = [file for file in self.share.rglob("*") if file.is_file()] if self.share.is_dir() else []
        in_folder = {file.name: _hash(file.read_bytes()) for file in files}
        assert len(in_folder) == len(files)
        objects = self._storage.objects()
        in_storage = {key.rpartition("/")[2]: _hash(content) for key, content in objects.items()}
        assert len(in_storage) == len(objects)
        return in_folder, in_storage

    def assert_none_half(self) -> None:
        """Check that whatever has a name at a destination is a finished file, as it was delivered."""
        delivered = self.place.delivered()
        for sent in self.sent():
            whole = {name: digest for name, digest in sent.items() if not name.endswith(".part")}
            assert whole.items() <= delivered.items(), "half, or another file's"

    def assert_whole(self) -> None:
        """Check that every file is at both destinations once, and that the records say so."""
        delivered = self.place.delivered()
        videos = [name for name in delivered if name.endswith(".mp4")]
        assert len(videos) == CLIPS
        assert self.sent() == (delivered, delivered)
        assert self._storage.begun() == 0
        assert_tidy(self.place)
        records = [json.loads(text) for (text,) in self.place.rows("select record from publications")]
        states = self.place.rows("select state from publications")
        assert states == [("published",)] * (2 * CLIPS)
        for each in records:
            for file, place in zip(each["files"], each["places"], strict=True):
                assert self._digest(place) == file["sha256"]
        outputs = "select id from outputs where state <> 'rendered'"
        assert self.place.rows(outputs) == []
        assert self.place.rows("select distinct state from runs") == [("fully_generated",)]
        assert self.place.rows("select message from log where level = 'error'") == []

    def _digest(self, place: str) -> str:
        if place.startswith("s3://clips/"):
            return _hash(self._storage.objects()[place.removeprefix("s3://clips/")])
        return _hash(Path(place).read_bytes())


@pytest.fixture
def publishing(
    tmp_path: Path, analysed: Path, sample_video: Path, weights_folder: Path, storage: StorageServer
) -> Publishing:
    """Return the sample's analysis in a workspace, and two destinations."""
    return Publishing(tmp_path / "place", analysed, sample_video, weights_folder, storage)


def _is_rendering(event: dict[str, Any]) -> bool:
    return event["event"] == "progress" and event.get("stage") == "render"


def _is_rendered(event: dict[str, Any]) -> bool:
    return event["event"] == "output" and event.get("state") == "rendered"


@pytest.mark.soak
def test_killed_while_rendering_before_publishing_and_in_the_middle_of_an_upload(
    publishing: Publishing, storage: StorageServer
) -> None:
    assert publishing.live(Kill(0, 0.0, "group", when=_is_rendering)).code is None
    assert publishing.sent() == ({}, {}), "nothing was finished"
    # Behind this line the file is there, and in the same breath it is to be published.
    assert publishing.live(Kill(0, 0.0, "group", when=_is_rendered)).code is None
    publishing.assert_none_half()

    def strike(line: str) -> None:
        if line.startswith("PUT /clips/") and ".mp4" in line:
            storage.halfway = lambda line: None
            publishing.place.strike()

    storage.halfway = strike
    assert publishing.live().code is None
    publishing.assert_none_half()
    before = [key for key in storage.objects() if key.endswith(".mp4")]
    last = publishing.live()
    assert last.code == 0, last.errors
    publishing.assert_whole()
    assert len(before) < CLIPS, "it was struck in the middle"


@pytest.mark.soak
@pytest.mark.parametrize("trial", range(SOAK_TRIALS))
def test_killed_at_random_moments_from_rendering_on(
    trial: int, publishing: Publishing, storage: StorageServer, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = os.environ.get("SHORTLIST_CRASH_SEED") or secrets.token_hex(4)
    chance = random.Random(f"{seed}:{trial}")
    with capsys.disabled():
        print(f"\nseed {seed} trial {trial}")
        for _ in range(chance.choice((2, 3, 4))):
            lived = publishing.live(_drawn(chance, publishing, storage))
            storage.halfway = lambda line: None
            print(f"  {'killed' if lived.code is None else 'through'} at {lived.where!r}")
            publishing.assert_none_half()
            if lived.code is not None:
                assert lived.code == 0, lived.errors
                break
    last = publishing.live()
    assert last.code == 0, last.errors
    publishing.assert_whole()


def _drawn(chance: random.Random, publishing: Publishing, storage: StorageServer) -> Kill | None:
    """Draw a moment: behind a line from rendering on, or within one of the storage's requests."""
    if chance.random() < 0.4:
        left = [chance.randrange(1, 10)]

        def strike(_line: str) -> None:
            left[0] -= 1
            if left[0] == 0:
                publishing.place.strike()

        storage.halfway = strike
        return None
    wanted = chance.choice(("render", "output", "publication"))
    left = [chance.randrange(1, 12)]

    def is_due(event: dict[str, Any]) -> bool:
        is_wanted = wanted in (event["event"], event.get("stage"))
        left[0] -= is_wanted
        return is_wanted and left[0] == 0

    return Kill(0, 10 ** chance.uniform(-4.0, -0.5), "group", when=is_due)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
