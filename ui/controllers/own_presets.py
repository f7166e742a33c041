"""The presets that files are made with: those of the program, and the workspace's own, made and handed on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from core.schema.own_preset import BrokenPreset, PresetList, name_for
from core.schema.preset import EncodePreset
from ui.controllers.presets import preset_title
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.run import RunOptions


class PresetController(QObject):
    """Keeps presets as files of the workspace.

    Signals:
        changed(): There are other presets.
        saved(EncodePreset), removed(str): A preset was kept, or forgotten, as the user asked.
        written(EncodePreset, Path): A preset was written to a file of the user's.
        refused(str): What was asked for last could not be done, and why.
    """

    changed = Signal()
    saved = Signal(object)
    removed = Signal(str)
    written = Signal(object, object)
    refused = Signal(str)

    def __init__(self, project: Project, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presets = project.own_presets
        self._tasks = tasks
        self._own = PresetList.by_default()

    def all(self) -> tuple[EncodePreset, ...]:
        """Return every preset, the usual way first, the workspace's own last."""
        return self._presets.all()

    def own(self) -> tuple[EncodePreset, ...]:
        """Return the workspace's own presets as they were last read."""
        return self._own.presets

    def broken(self) -> tuple[BrokenPreset, ...]:
        """Return the files among them that can't be used, and why."""
        return self._own.broken

    def is_own(self, name: str) -> bool:
        """Whether a preset is the workspace's own."""
        return any(each.name == name for each in self.own())

    def named(self, name: str) -> EncodePreset | None:
        """Return a preset by its name, None where there is none."""
        return next((each for each in self.all() if each.name == name), None)

    def gone(self, name: str) -> EncodePreset | None:
        """Return a preset that was removed and is still used where it is named, None where there is none."""
        return self._presets.removed(name)

    def doubts(self, options: RunOptions) -> list[str]:
        """Return what is said of presets that options name though they were removed, a sentence each."""
        return [told(doubt) for doubt in self._presets.doubts(options)]

    def zones(self) -> tuple[str, ...]:
        """Return the platforms whose controls can be kept clear."""
        return self._presets.zones()

    def like(self, name: str) -> EncodePreset | None:
        """Return a preset as another one is, under a title and name that are free; it is not kept yet."""
        preset = self.named(name)
        if preset is None:
            return None
        title = tr("{name} (copy)").format(name=preset_title(preset))
        # What a page of the platform's was read to ask belongs to the preset that says so.
        update = {"title": title, "name": "", "about": "", "source_url": "", "checked_on": ""}
        return preset.model_copy(update=update)

    def load(self) -> None:
        """Look for presets that another program wrote meanwhile."""
        self._tasks.start(self._load(), QT_TR_NOOP("Could not read the presets."))

    def save(self, preset: EncodePreset) -> None:
        """Keep a preset, a new one under a name that is made of its title; `saved` or `refused` tells."""
        self._tasks.start(self._save(preset), QT_TR_NOOP("Could not save the preset."))

    def remove(self, name: str) -> None:
        """Forget a preset, or a broken file by its name; files made with it stay."""
        self._tasks.start(self._remove(name), QT_TR_NOOP("Could not remove the preset."))

    def export_to(self, name: str, file: Path) -> None:
        """Write a preset to a file of the user's."""
        self._tasks.start(self._export(name, file), QT_TR_NOOP("Could not write the preset."))

    def take(self, file: Path) -> None:
        """Take a preset from a file, under a name that is free; `saved` or `refused` tells."""
        self._tasks.start(self._take(file), QT_TR_NOOP("Could not read the preset."))

    async def _load(self) -> None:
        self._own = await self._tasks.in_thread(self._presets.own)
        self.changed.emit()

    async def _save(self, preset: EncodePreset) -> None:
        is_new = not preset.name
        try:
            if is_new:
                name = await self._tasks.in_thread(self._presets.free_name, name_for(preset.title))
                preset = preset.model_copy(update={"name": name})
            await self._tasks.in_thread(self._presets.save, preset, not is_new)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        await self._load()
        self.saved.emit(preset)

    async def _remove(self, name: str) -> None:
        try:
            await self._tasks.in_thread(self._presets.remove, name)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        await self._load()
        self.removed.emit(name)

    async def _export(self, name: str, file: Path) -> None:
        try:
            await self._tasks.in_thread(self._presets.export, name, file)
            preset = await self._tasks.in_thread(self._presets.named, name)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
        else:
            self.written.emit(preset, file)

    async def _take(self, file: Path) -> None:
        try:
            preset = await self._tasks.in_thread(self._presets.read, file)
            name = await self._tasks.in_thread(self._presets.free_name, preset.name)
            preset = await self._tasks.in_thread(self._presets.take, file, name)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        await self._load()
        self.saved.emit(preset)
