"""The contract of a kind of destination: sends one clip's files to one place. Members live in `destinations/`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, Protocol

from core.errors import ExportError
from core.schema.destination import Destination, DestinationKind
from core.schema.publication import Publication, PublishedFile
from core.schema.record import ProgressCallback

BLOCK_BYTES = 1 << 18
# Keeps what is needed to go on after a crash; on the disk when it returns.
Keep = Callable[[str], None]
# What is at a name already: nothing, the very same file, or another one.
Held = Literal["nothing", "same", "other"]


class Kind(Protocol):
    """A member: a module with the name of its kind, a dry `check` and a `send`, which block.

    Both raise `ExportError` for what can't be done, `is_passing` where the same may work a little later, and
    `DiskFullError` where there is no space left; `send` lets pass what its progress raises.
    """

    KIND: DestinationKind
    # Whether it tells others of what was published, so that it waits for other destinations of the same clip. What
    # it says at the end of its progress is kept with the publication.
    IS_LAST: bool

    def check(self, where: Destination) -> str:
        """Try everything that publishing needs, leave nothing behind, and return in words what was tried."""

    def send(
        self, where: Destination, item: Publication, keep: Keep, progress: ProgressCallback
    ) -> tuple[str, ...]:
        """Send the files, the video last, and return where each is, in the order of the files.

        A file appears under its name only when whole. What was sent before, and is still there, is not sent again;
        `item.token` is what an earlier attempt kept.
        """


def settle(
    files: Sequence[PublishedFile], look: Callable[[str, PublishedFile], Held]
) -> list[tuple[PublishedFile, str, bool]]:
    """Return for each file the name that it gets and whether it is there already.

    All files of a clip share one stem. Where one of their names is another file's, “ (2)”, “ (3)”, … is put behind
    the stem of all of them: nothing that is there is ever overwritten.
    """
    number = 1
    while True:
        mark = f" ({number})" if number > 1 else ""
        named = [(file, _marked(file.name, mark)) for file in files]
        held = [look(name, file) for file, name in named]
        if "other" not in held:
            return [(file, name, there == "same") for (file, name), there in zip(named, held, strict=True)]
        number += 1


def _marked(name: str, mark: str) -> str:
    folder, slash, file = name.rpartition("/")
    stem, dot, suffix = file.rpartition(".")
    return f"{folder}{slash}{stem}{mark}{dot}{suffix}" if stem else f"{name}{mark}"


def digest_of(path: Path, progress: Callable[[int], None] = lambda done: None) -> str:
    """Return a file's SHA-256 (hex); `progress` is told the bytes read so far and may raise.

    Raises:
        OSError: It can't be read.
    """
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(BLOCK_BYTES):
            digest.update(block)
            done += len(block)
            progress(done)
    return digest.hexdigest()


def check_unchanged(item: Publication, progress: ProgressCallback) -> None:
    """Make sure that the files are still those that were to be published.

    Raises:
        ExportError: One is gone or was changed since.
    """
    for file in item.files:
        try:
            found = digest_of(file.path, lambda done: progress(0.0, "Reading the files"))
        except FileNotFoundError as error:
            remedy = "Export the clip again, then publish it."
            raise ExportError("The file is gone.", str(file.path), remedy=remedy) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise ExportError(f"The file can't be read ({reason}).", str(file.path), is_passing=True) from error
        if found != file.sha256:
            remedy = "Publish it again: that takes the file as it is now."
            raise ExportError("The file was changed since it was to be published.", str(file.path), remedy=remedy)
