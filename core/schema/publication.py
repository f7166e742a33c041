"""What becomes of a finished clip at a destination: a record that outlives the program."""

from pathlib import Path
from typing import Any, Literal

from core.schema.cell import Cell
from core.schema.choice import Aspect
from core.schema.record import Record

PublicationState = Literal["pending", "sending", "published", "failed"]


class PublishedFile(Record):
    """One file of a clip: where it lies here, its name at the destination (with “/”), SHA-256 and size."""

    path: Path
    name: str
    sha256: str
    size_bytes: int


class Publication(Record):
    """One finished file on its way to one destination, by its content: the video first, then its sidecars.

    `token` is what the destination needs to go on where it was; `places` are where the files are once they are
    `published`. `about` is told of the clip to who wants to know. `digest` is the SHA-256 over all files. Times
    are seconds since the epoch; `fraction` 0 to 1. `message` says what is being done, and in the end what a
    webhook answered. One that the user stopped is `failed` and `is_stopped`.
    """

    id: str
    run_id: str
    output_id: str
    clip_id: str
    aspect: Aspect
    preset: str = ""
    destination: str
    digest: str
    files: tuple[PublishedFile, ...]
    state: PublicationState = "pending"
    fraction: float = 0.0
    message: str = ""
    token: str = ""
    places: tuple[str, ...] = ()
    error: str = ""
    is_stopped: bool = False
    created_at: float = 0.0
    ended_at: float = 0.0
    about: dict[str, Any] = {}

    @property
    def cell(self) -> Cell:
        """Which file it is."""
        return Cell(self.clip_id, self.aspect, self.preset)

    @property
    def is_open(self) -> bool:
        """Whether something is still to happen to it by itself."""
        return self.state in ("pending", "sending")

    @property
    def size_bytes(self) -> int:
        """How much all of its files are."""
        return sum(file.size_bytes for file in self.files)
