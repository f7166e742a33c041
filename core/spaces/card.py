"""What a workspace says of itself: a small file in its folder, so that its name goes wherever it goes."""

from __future__ import annotations

import time
import uuid
from pathlib import Path

from core.errors import WorkspaceError, disk_full, is_disk_full
from core.schema.workspace import WorkspaceCard
from core.spaces.anatomy import CARD, DATABASE
from core.whole_file import write_whole

_MOST_NAME = 80


def read_card(folder: Path) -> WorkspaceCard | None:
    """Return a workspace's card, None where there is none that can be read."""
    try:
        return WorkspaceCard.model_validate_json((folder / CARD).read_bytes())
    except (OSError, ValueError):
        return None


def card_of(folder: Path) -> WorkspaceCard:
    """Return a workspace's card; of one that has none (it is older) what it would be."""
    card = read_card(folder)
    return card if card is not None else WorkspaceCard(id="", name=folder.name, is_of_user=True)


def own_card(folder: Path) -> WorkspaceCard:
    """Return a workspace's card, written now where there is none yet.

    An older workspace goes on with the user's settings, keys and styles, which it worked with until now.

    Raises:
        WorkspaceError: It can't be written.
    """
    there = read_card(folder)
    if there is not None:
        return there
    made = WorkspaceCard(id=new_card_id(), name=folder.name, made_at=_made_at(folder), is_of_user=True)
    write_card(folder, made)
    return made


def new_card_id() -> str:
    """Return an id for a workspace that is like no other's."""
    return uuid.uuid4().hex[:16]


def write_card(folder: Path, card: WorkspaceCard) -> None:
    """Write a workspace's card, whole or not at all.

    Raises:
        DiskFullError: There is no space left.
        WorkspaceError: It can't be written.
    """
    write_small(folder / CARD, card.model_dump_json(indent=2))


def write_small(file: Path, text: str) -> None:
    """Write a small file whole or not at all.

    Raises:
        DiskFullError: There is no space left.
        WorkspaceError: It can't be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text)
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(file)) from error
        raise WorkspaceError(
            f"The file can't be written ({error.strerror}).",
            str(file),
            remedy="Make the folder writable, or choose another workspace.",
        ) from error


def clean_name(name: str) -> str:
    """Return a name as it is kept and shown.

    Raises:
        WorkspaceError: Nothing is left of it, or it is too long.
    """
    cleaned = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if not cleaned:
        raise WorkspaceError("A workspace needs a name.", remedy="Give it that of the client.")
    if len(cleaned) > _MOST_NAME:
        raise WorkspaceError(f"The name is too long: {_MOST_NAME} characters at most.")
    return cleaned


def _made_at(folder: Path) -> float:
    try:
        return (folder / DATABASE).stat().st_ctime
    except OSError:
        return time.time()
