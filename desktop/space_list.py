"""Which workspaces are known on this machine, and which one is meant by a name or a path."""

from __future__ import annotations

from pathlib import Path

from core.errors import WorkspaceError
from core.schema.workspace import KnownWorkspace
from core.spaces.anatomy import DATABASE, HALF, MOVED
from core.spaces.card import read_card
from core.spaces.catalogue import Catalogue
from core.spaces.making import folder_name
from desktop import paths


def catalogue() -> Catalogue:
    """Return the list of workspaces that were opened on this machine."""
    return Catalogue(paths.home() / "workspaces.json")


def known() -> list[KnownWorkspace]:
    """Return all of them, the one used last first; the one of before there were several is always among them."""
    found, usual = catalogue().all(), paths.default_workspace().resolve()
    if (usual / DATABASE).exists() and not any(each.folder == usual for each in found):
        found.append(KnownWorkspace(folder=usual, id="", name=usual.name))
    return found


def folder_of(given: str) -> Path:
    """Return the folder that is meant: a path, or the name of a workspace that is known.

    A folder that is there goes before a name.

    Raises:
        WorkspaceError: Several are called so.
    """
    place = Path(given).expanduser()
    if place.name == given and not place.exists() and (named := catalogue().find(given)) is not None:
        return named.folder
    return place.absolute()


def there(given: str) -> Path:
    """Return the folder of a workspace that is known or there.

    Raises:
        WorkspaceError: There is no such.
    """
    folder = folder_of(given)
    if folder.is_dir() or catalogue().at(folder) is not None:
        return folder
    names = ", ".join(f"“{each.name}”" for each in known())
    remedy = f"Known ones: {names}." if names else "Make one: main.py workspaces create NAME"
    raise WorkspaceError(f"There is no workspace “{given}”.", remedy=remedy)


def whereabouts(folder: Path) -> Path:
    """Return where the workspace of a folder lies: there, or where a move that was cut off has brought it."""
    if (folder / DATABASE).is_file() and not (folder / MOVED).is_file():
        return folder
    for known in catalogue().all():
        if known.folder == folder.resolve() and known.moving_to and _is_whole(Path(known.moving_to), known.id):
            return Path(known.moving_to)
        if known.moved_from == str(folder.resolve()) and _is_whole(known.folder, known.id):
            return known.folder
    return folder


def unfinished_moves() -> list[tuple[Path, Path]]:
    """Return the moves that were cut off when all was in its new place: from where, and to where."""
    moves = []
    for known in catalogue().all():
        if known.moving_to and whereabouts(known.folder) != known.folder:
            moves.append((known.folder, Path(known.moving_to)))
        elif known.moved_from and _is_left(Path(known.moved_from)):
            moves.append((Path(known.moved_from), known.folder))
    return moves


def _is_left(folder: Path) -> bool:
    """Whether something is left of a workspace that was moved: a part of it, or its empty folder."""
    return (folder / MOVED).is_file() or (folder.is_dir() and not any(folder.iterdir()))


def _is_whole(folder: Path, card_id: str) -> bool:
    card = read_card(folder)
    is_it = card is not None and card.id == card_id != ""
    return is_it and (folder / DATABASE).is_file() and not (folder / HALF).exists()


def place_for(name: str) -> Path:
    """Return where a new workspace of that name is made where nobody says otherwise."""
    return folder_name(name, paths.home() / "workspaces")
