"""Which workspaces are known on this machine, and which one is meant by a name or a path."""

from __future__ import annotations

from pathlib import Path

from core.errors import WorkspaceError
from core.schema.workspace import KnownWorkspace
from core.spaces.anatomy import DATABASE
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


def place_for(name: str) -> Path:
    """Return where a new workspace of that name is made where nobody says otherwise."""
    return folder_name(name, paths.home() / "workspaces")
