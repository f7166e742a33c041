"""Parts of an unfinished artifact that outlive the worker and the program: a crash costs the part it was at.

They lie in `artifacts/.parts/<stage>/<fingerprint>/`, so that whoever makes the same artifact next finds them.
A worker removes them when it has published the artifact; what it could not remove, and what nobody wants any more,
is found by `ArtifactStore.sweep` and by the collection (`collect.py`).
"""

from __future__ import annotations

import re
from pathlib import Path

from core.errors import ContractError
from core.pipeline.artifact import sync_folder
from core.whole_file import write_whole

# Also fit for a file system that knows no capitals.
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,120}")


class Checkpoint:
    """The parts of one artifact; see `core.schema.parts.Parts`. The folder is made with the first part."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """Return a part, None where there is none.

        Raises:
            OSError: It is there and can't be read.
        """
        try:
            return self._place(name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def put(self, name: str, content: bytes) -> None:
        """Write a part beside its place, make it durable and rename it.

        Raises:
            OSError: The disk is full or can't be written.
        """
        place = self._place(name)
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            for folder in list(self.folder.parents)[:3]:
                sync_folder(folder)
        write_whole(place, content)
        sync_folder(self.folder)

    def _place(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ContractError(f"{name!r} is no name for a part")
        return self.folder / name
