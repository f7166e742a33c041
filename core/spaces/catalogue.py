"""The workspaces that were opened on this machine, in one small file that several programs may change at once."""

from __future__ import annotations

import json
import logging
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from core.errors import WorkspaceError
from core.schema.workspace import KnownWorkspace, WorkspaceFigures
from core.spaces.card import card_of, write_small

_log = logging.getLogger(__name__)
_PATIENCE = 5.0  # seconds that another program may take to write a few lines


class Catalogue:
    """Which workspaces are known, by their folders. The file is a memory: losing it loses no work."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> list[KnownWorkspace]:
        """Return all of them, the one used last first. Names are those that the workspaces say, where they can."""
        known = [_as_told(each) for each in self._read()]
        return sorted(known, key=lambda each: (-each.used_at, each.name.casefold(), str(each.folder)))

    def at(self, folder: Path) -> KnownWorkspace | None:
        """Return what is known of a folder, None where nothing is."""
        place = _place(folder)
        return next((_as_told(each) for each in self._read() if each.folder == place), None)

    def find(self, name: str) -> KnownWorkspace | None:
        """Return the workspace that is called so, whatever the case of its letters; None for no such, or several.

        Raises:
            WorkspaceError: Several are called so.
        """
        found = [each for each in self.all() if identity(each.name) == identity(name)]
        if len(found) > 1:
            places = ", ".join(str(each.folder) for each in found)
            raise WorkspaceError(
                f"{len(found)} workspaces are called “{name}”: {places}.",
                remedy="Name the folder of the one you mean.",
            )
        return found[0] if found else None

    def note_used(self, folder: Path) -> None:
        """Remember that a workspace is opened now: an archived one is among the recent ones, a move is off."""
        self.change(folder, used_at=time.time(), is_archived=False, moving_to="")

    def note_figures(self, folder: Path, figures: WorkspaceFigures) -> None:
        """Remember what a workspace held at the last look, where it is known."""
        if self.at(folder) is not None:
            self.change(folder, figures=figures)

    def change(self, folder: Path, **fields: object) -> None:
        """Change what is remembered of a workspace, from now on known.

        Raises:
            WorkspaceError: The file can't be written.
        """
        place = _place(folder)
        card = card_of(place)

        def changed(known: list[KnownWorkspace]) -> Iterable[KnownWorkspace]:
            was = next((each for each in known if each.folder == place), None)
            now = was or KnownWorkspace(folder=place, id=card.id, name=card.name)
            update = {"id": card.id or now.id, "name": card.name if card.id else now.name, **fields}
            return [*(each for each in known if each.folder != place), now.model_copy(update=update)]

        self._write(changed)

    def forget(self, folder: Path) -> None:
        """Know nothing of a folder any more; what lies there stays.

        Raises:
            WorkspaceError: The file can't be written.
        """
        place = _place(folder)
        self._write(lambda known: [each for each in known if each.folder != place])

    def replace(self, folder: Path, by: Path) -> None:
        """Remember that a workspace lies somewhere else now.

        Raises:
            WorkspaceError: The file can't be written.
        """
        place, new = _place(folder), _place(by)

        def changed(known: list[KnownWorkspace]) -> Iterable[KnownWorkspace]:
            was = next((each for each in known if each.folder == place), None)
            card = card_of(new)
            now = was or KnownWorkspace(folder=new, id=card.id, name=card.name)
            others = [each for each in known if each.folder not in (place, new)]
            return [*others, now.model_copy(update={"folder": new, "moving_to": "", "moved_from": str(place)})]

        self._write(changed)

    def _read(self) -> list[KnownWorkspace]:
        try:
            told = json.loads(self._file.read_bytes())
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            _log.warning(
                "%s can't be read (%s): workspaces are known again when they are opened", self._file, error
            )
            return []
        found = []
        for each in told if isinstance(told, list) else []:
            try:
                found.append(KnownWorkspace.model_validate(each))
            except ValidationError as error:
                # One line of another version costs no other line.
                _log.warning("%s: an entry can't be used (%s)", self._file, error)
        return found

    def _write(self, change: Callable[[list[KnownWorkspace]], Iterable[KnownWorkspace]]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._file.with_suffix(".lock"), timeout=_PATIENCE):
                kept = [each.model_dump(mode="json") for each in change(self._read())]
                write_small(self._file, json.dumps(kept, indent=2, ensure_ascii=False))
        except (OSError, Timeout) as error:
            reason = getattr(error, "strerror", None) or "another program holds it"
            raise WorkspaceError(
                f"The list of workspaces can't be written ({reason}).", str(self._file)
            ) from error


def identity(name: str) -> str:
    """Return what makes two names of workspaces the same."""
    return unicodedata.normalize("NFKC", name).casefold()


def _as_told(known: KnownWorkspace) -> KnownWorkspace:
    card = card_of(known.folder)
    return known.model_copy(update={"name": card.name, "id": card.id}) if card.id else known


def _place(folder: Path) -> Path:
    return folder.expanduser().resolve()
