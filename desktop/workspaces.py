"""What is done with whole workspaces of this machine's user: what core does, with keys, settings and the list."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from core.errors import WorkspaceError
from core.pipeline.records.inspection import compact
from core.project import Project
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.workspace import WorkspaceCard
from core.spaces import making, moving
from core.spaces.anatomy import DATABASE, MOVED
from core.spaces.card import card_of, own_card
from desktop import paths, secrets, settings, space_list

_log = logging.getLogger(__name__)


def move(folder: Path, to: Path, progress: ProgressCallback = ignore_progress) -> making.Deleted:
    """Move a workspace to another folder, on the list as well; see `core.spaces.moving.move`.

    Raises:
        Cancelled, WorkspaceError: As there.
    """
    folder, to = folder.expanduser().absolute(), to.expanduser().absolute()
    catalogue = space_list.catalogue()
    known = catalogue.at(folder)

    def switched() -> None:
        catalogue.replace(folder, to)
        _choose_instead(folder, str(to))

    if known is not None and not folder.exists() and known.id and card_of(to).id == known.id:
        # It was cut off when all but this was done.
        switched()
        catalogue.change(to, moved_from="")
        return making.Deleted()
    if (folder / DATABASE).is_file() and not (folder / MOVED).is_file():
        # One that is cut off is found again by the id on its card.
        own_card(folder)
        catalogue.change(folder, moving_to=str(to))
    done = moving.move(folder, to, switched, progress)
    catalogue.change(to, moved_from="")
    return done


def finish_moves() -> None:
    """End the moves that were cut off when all was in its new place, and only the rest was to be removed."""
    for folder, to in space_list.unfinished_moves():
        try:
            move(folder, to)
        except (WorkspaceError, OSError) as error:
            _log.warning("What is left of a workspace that was moved to %s can't be removed: %s", to, error)


def unpack(file: Path, folder: Path, name: str, progress: ProgressCallback = ignore_progress) -> WorkspaceCard:
    """Make the workspace of a pack, and put it on the list; see `core.spaces.unpacking.unpack`.

    Raises:
        Cancelled, WorkspaceError: As there.
    """
    from core.spaces import unpacking

    card = unpacking.unpack(file, folder, name, progress)
    space_list.catalogue().change(folder, used_at=time.time())
    return card


def _choose_instead(folder: Path, place: str) -> None:
    """Where a workspace was the one to be opened, that is `place` from now on."""
    of_user = settings.load_settings()
    usual = Path(of_user.workspace).expanduser() if of_user.workspace else paths.default_workspace()
    if usual.resolve() == folder.resolve() and of_user.workspace != place:
        settings.save_settings(of_user.model_copy(update={"workspace": place}))


async def archive(folder: Path) -> int:
    """Take a workspace off the recent ones, and free what no kept clip needs; return the bytes freed.

    Raises:
        WorkspaceError: It is open in another program, or can't be written.
    """
    configuration = settings.configuration(settings.load_settings(folder))
    project = await Project.open(folder, configuration, program="archiving")
    try:
        freed = await project.free_storage()
    finally:
        await project.close()
    database = folder / DATABASE
    before = database.stat().st_size
    compact(database)
    space_list.catalogue().change(folder, is_archived=True)
    return freed + max(0, before - database.stat().st_size)


def delete(
    folder: Path, keeps_exports: bool = False, progress: ProgressCallback = ignore_progress
) -> making.Deleted:
    """Remove a workspace, its keys and its line of the list; see `core.spaces.making.delete`.

    Raises:
        WorkspaceError: It is open in another program, or something can't be removed.
    """
    try:
        chosen = settings.load_settings(folder)
    except WorkspaceError:
        # Its settings are damaged: what they named can't be known any more.
        chosen = settings.load_settings()
    done = making.delete(folder, keeps_exports, progress)
    if chosen.own or chosen.own_id:
        for name in settings.key_names(chosen):
            secrets.forget_key(name, chosen.place_id)
    space_list.catalogue().forget(folder)
    _choose_instead(folder, "")
    return done
