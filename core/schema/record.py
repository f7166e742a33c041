"""The base of every noun, and file-valued fields that stay valid when an artifact folder is moved.

No module of nouns postpones its annotations (`from __future__ import annotations`): at every start pydantic would
compile the text of each of a thousand fields, a third of what it takes to load the nouns.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, ClassVar, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    PlainSerializer,
    SerializationInfo,
    ValidationInfo,
)

# Told how far the work is (0 to 1) and what is being done; raises `errors.Cancelled` when the user stopped it,
# so that calling it often is also how long work stays cancellable.
ProgressCallback = Callable[[float, str], None]


def ignore_progress(fraction: float, message: str = "") -> None:
    """Accept progress and do nothing with it, for callers that show none."""


class Record(BaseModel):
    """An immutable value with a schema version. Unknown fields are refused, so that typing errors are seen."""

    # Readers are built at the first use of a kind: all two hundred of them at once took a sixth of every start.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    schema_version: ClassVar[int] = 1

    @classmethod
    def by_default(cls) -> Self:
        """Return the record that has all its defaults, for where one is a default itself.

        Calling the class would build its reader while modules are loaded, a tenth of what that takes.
        """
        return cast(Self, cls.model_construct())

    def identity(self) -> str:
        """Return canonical JSON of what makes two records the same for the purpose of reuse.

        Nouns override it where some fields (a path, a display name) do not change the work that follows.
        """
        return self.model_dump_json()

    def to_json(self, folder: Path | None = None) -> str:
        """Return pretty JSON; paths inside `folder` are written relative to it."""
        return self.model_dump_json(indent=2, context={"folder": folder})

    @classmethod
    def from_json(cls, text: str | bytes, folder: Path | None = None) -> Self:
        """Read what `to_json` wrote, resolving relative artifact paths against `folder`."""
        return cls.model_validate_json(text, context={"folder": folder})


def build_readers() -> Iterator[None]:
    """Build what the loaded kinds of records are read and written with, one at a step (some milliseconds).

    A loop that must not stand takes the steps one by one, before the first large record would take them together.
    """
    waiting: list[type[Record]] = [Record]
    while waiting:
        kind = waiting.pop(0)
        waiting.extend(kind.__subclasses__())
        if not kind.__pydantic_complete__:
            kind.model_rebuild()
            yield


def _resolve(path: Path, info: ValidationInfo) -> Path:
    folder = (info.context or {}).get("folder")
    return path if folder is None or path.is_absolute() else Path(folder) / path


def _relativise(path: Path, info: SerializationInfo) -> str:
    folder = (info.context or {}).get("folder")
    if folder is not None and path.is_relative_to(folder):
        return path.relative_to(folder).as_posix()
    return path.as_posix()


# A file that lies in the artifact's own folder: relative on disk, absolute in memory.
ArtifactPath = Annotated[Path, AfterValidator(_resolve), PlainSerializer(_relativise, return_type=str)]


def _resolve_near(path: Path, info: ValidationInfo) -> Path:
    resolved = _resolve(path, info)
    return resolved if path.is_absolute() else Path(os.path.normpath(resolved))


def _relativise_near(path: Path, info: SerializationInfo) -> str:
    folder = (info.context or {}).get("folder")
    if folder is not None and path.is_relative_to(Path(folder).parent.parent.parent):
        return Path(os.path.relpath(path, folder)).as_posix()
    return path.as_posix()


# A file that may lie elsewhere in the workspace (`../../<stage>/<fingerprint>/…` on disk), or anywhere else.
NearbyPath = Annotated[Path, AfterValidator(_resolve_near), PlainSerializer(_relativise_near, return_type=str)]
