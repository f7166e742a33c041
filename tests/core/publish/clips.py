"""A workspace with finished clips, without whatever makes them."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from pydantic import SecretStr

from core.pipeline.records.store import Store
from core.publications import Publications
from core.schema.cell import Cell
from core.schema.clip import Clip, Post, Wording
from core.schema.destination import Destination
from core.schema.publication import Publication, PublishedFile
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan

VIDEO = bytes(range(251)) * 1000
SRT = b"1\n00:00:00,000 --> 00:00:01,000\nHi\n"
SECRET = "a-secret-that-nobody-may-read"
BUCKET = "clips"


def storage_at(url: str, name: str = "storage") -> Destination:
    """Return a storage as the user would set it."""
    return Destination(
        name=name,
        kind="s3",
        endpoint_url=url,
        bucket=BUCKET,
        prefix="shows",
        access_key="AKIDEXAMPLE",
        secret=SecretStr(SECRET),
    )


class Desk:
    """A store whose run has two finished clips, and publications over it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "workspace"
        self.folder.mkdir(exist_ok=True)
        self.store = Store(self.folder / "workspace.sqlite")
        self.run_id = ""
        if not self.store.runs():
            source = self.store.add_source(folder / "Talk.mp4", "talk", 1, 600.0)
            self.run_id = self.store.add_run(source.id, RunOptions(), "clean@1").id
            for number in (1, 2):
                self.add_clip(f"c{number}", VIDEO + bytes([number]))
        self.run_id = self.store.runs()[0].id
        self.seen: list[Publication] = []

    def add_clip(self, clip_id: str, content: bytes, folder: str = "exports") -> None:
        """Add a clip that was exported with its captions."""
        cut = Cut(ranges=(TimeSpan(start=0, end=20),))
        clip = Clip(
            id=clip_id,
            run_id=self.run_id,
            cut=cut,
            wording=Wording(title=f"Why {clip_id}"),
            post=Post(description="Because.", hashtags=("#why",)),
        )
        self.store.put_clips(self.run_id, [clip])
        place = self.folder / folder
        place.mkdir(exist_ok=True)
        files = [place / f"Why {clip_id}.mp4", place / f"Why {clip_id}.srt"]
        for file, each in zip(files, (content, SRT), strict=True):
            file.write_bytes(each)
        self.store.ask_outputs(self.run_id, [Cell(clip_id, "9:16", "fast")], place)
        self.finish(clip_id, files)

    def finish(self, clip_id: str, files: Sequence[Path]) -> None:
        """Have an output rendered as files."""
        self.store.move_output(f"{clip_id}:9:16:fast", "rendering")
        self.store.move_output(f"{clip_id}:9:16:fast", "rendered", files=files, fingerprint=clip_id)

    def work(
        self, destinations: Sequence[Destination], work: Callable[[Publications], Awaitable[object]]
    ) -> list[Publication]:
        """Open publications, do something with them, and return how all stand when they are settled."""

        async def through() -> list[Publication]:
            made = Publications(self.store, self.folder, destinations)
            try:
                made.go_on()
                await work(made)
                return await made.settled(self.run_id)
            finally:
                await made.close()

        return asyncio.run(through())

    def publish(self, *destinations: Destination, to: str = "", clips: Sequence[str] = ()) -> list[Publication]:
        """Publish all clips to a destination, and return how they stand in the end."""
        name = to or destinations[0].name
        return self.work(destinations, lambda made: made.publish(self.run_id, name, clips))


def shipment(folder: Path, sizes: Sequence[int] = (1000, 20), name: str = "Talk/Why") -> Publication:
    """Return files of some sizes, to be sent by one of the kinds."""
    files = []
    for size, suffix in zip(sizes, (".mp4", ".srt", ".txt"), strict=False):
        path = folder / f"given{suffix}"
        content = (bytes(range(256)) * (size // 256 + 1))[:size]
        path.write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        files.append(PublishedFile(path=path, name=name + suffix, sha256=digest, size_bytes=size))
    return Publication(
        id="p1",
        run_id="r",
        output_id="c:9:16",
        clip_id="c",
        aspect="9:16",
        destination="d",
        digest="d",
        files=tuple(files),
    )
