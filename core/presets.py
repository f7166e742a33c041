"""Presets that files can be made with: those of the program, and the workspace's own, a file each in `presets`.

What was made with a preset keeps all of it, so a preset that is changed makes files anew and one that is removed
takes none away. A removed one is still found by its name: runs that are at work with it come to their end, and
recipes go on; whoever begins something with it is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from core.errors import ExportError
from core.export.saving import save_file
from core.render.presets import built_in_presets
from core.schema.choice import ASPECTS
from core.schema.own_preset import BrokenPreset, PresetFile, PresetList
from core.schema.preset import EncodePreset
from core.schema.run import RunOptions
from core.styles.zones import safe_zones

FOLDER = "presets"
_SUFFIX, _REMOVED = ".json", ".removed"
_MOST_BYTES = 100_000


class Presets:
    """The presets of the workspace in a folder."""

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace / FOLDER

    def all(self) -> tuple[EncodePreset, ...]:
        """Return every preset, the usual way first, the workspace's own last."""
        return (*built_in_presets(), *self.own().presets)

    def own(self) -> PresetList:
        """Return the workspace's own presets by title, and the files that can't be used."""
        found: list[EncodePreset] = []
        broken: list[BrokenPreset] = []
        for file in sorted(self._folder.glob(f"*{_SUFFIX}")) if self._folder.is_dir() else ():
            try:
                found.append(self._kept(file))
            except ExportError as error:
                broken.append(BrokenPreset(file=file, reason=error.reason))
        found.sort(key=lambda preset: (preset.title.casefold(), preset.name))
        return PresetList(presets=tuple(found), broken=tuple(broken))

    def named(self, name: str) -> EncodePreset:
        """Return the preset of that name, also one that was removed.

        Raises:
            ExportError: There is none, or its file is broken.
        """
        for preset in built_in_presets():
            if preset.name == name:
                return preset
        if name == Path(name).name:
            for suffix in (_SUFFIX, _REMOVED):
                file = self._folder / f"{name}{suffix}"
                if file.is_file():
                    return self._kept(file)
        known = ", ".join(preset.name for preset in self.all())
        raise ExportError(f"There is no preset “{name}”.", remedy=f"Known presets: {known}.")

    def check(self, options: RunOptions) -> None:
        """Make sure that there is every preset that options name.

        Raises:
            ExportError: There is one that is not.
        """
        for column in options.columns(ASPECTS):
            self.named(column.preset)

    def removed(self, name: str) -> EncodePreset | None:
        """Return a preset that was removed and is still found by its name, None where there is none."""
        if any(preset.name == name for preset in self.all()):
            return None
        try:
            return self.named(name)
        except ExportError:
            return None

    def doubts(self, options: RunOptions) -> tuple[str, ...]:
        """Return what is said of presets that options name though they were removed, a sentence each."""
        return self.doubts_of(column.preset for column in options.columns(ASPECTS))

    def doubts_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return what is said of those of some presets that were removed, a sentence each."""
        gone = [preset for preset in map(self.removed, dict.fromkeys(names)) if preset is not None]
        return tuple(f"The preset “{each.title}” was removed: files are made with it as it was." for each in gone)

    def is_own(self, name: str) -> bool:
        """Whether the workspace has a preset of its own of that name."""
        return (self._folder / f"{name}{_SUFFIX}").is_file()

    def save(self, preset: EncodePreset, replaces: bool = False) -> Path:
        """Keep a preset of the workspace's own and return its file.

        Raises:
            ExportError: Its name can't be used, or is taken and not to be replaced; or the file can't be written.
            DiskFullError: There is no space left.
        """
        written = _checked(preset)
        if any(preset.name == each.name for each in built_in_presets()):
            reason = f"“{preset.name}” is a preset that comes with the program."
            raise ExportError(reason, remedy="Choose another name.")
        file = self._folder / f"{preset.name}{_SUFFIX}"
        if file.exists() and not replaces:
            reason = f"There is a preset “{preset.name}” already."
            raise ExportError(reason, str(file), remedy="Choose another name, or replace it.")
        return _write(file, written)

    def remove(self, name: str) -> None:
        """Take a preset, or a broken file by its name, off the list.

        Raises:
            ExportError: The workspace has none of that name, or its file can't be removed.
        """
        file = self._folder / f"{name}{_SUFFIX}"
        if not self.is_own(name):
            if any(name == each.name for each in built_in_presets()):
                raise ExportError(f"“{name}” comes with the program and stays.")
            raise ExportError(f"“{name}” is no preset of this workspace.")
        try:
            file.replace(file.with_suffix(_REMOVED))
        except OSError as error:
            raise ExportError(f"The preset can't be removed ({error.strerror}).", str(file)) from error

    def export(self, name: str, file: Path) -> Path:
        """Write a preset, also one of the program's, to a file of the user's.

        Raises:
            ExportError: There is no such preset, or the file can't be written.
            DiskFullError: There is no space left.
        """
        return _write(file, _checked(self.named(name)))

    def read(self, file: Path) -> EncodePreset:
        """Return the preset in a file of the user's; it is not taken yet.

        Raises:
            ExportError: The file is no preset.
        """
        return read_preset(file)

    def take(self, file: Path, name: str = "", replaces: bool = False) -> EncodePreset:
        """Take a preset from a file of the user's, under another name where one is given, and return it.

        Raises:
            ExportError: The file is no preset, or there is one of its name.
        """
        preset = read_preset(file)
        if name:
            preset = preset.model_copy(update={"name": name})
        self.save(preset, replaces)
        return preset

    def zones(self) -> tuple[str, ...]:
        """Return the names of the platforms whose controls a preset can keep clear of."""
        return tuple(safe_zones())

    def free_name(self, name: str) -> str:
        """Return the name, with a number where a preset has it."""
        taken = {preset.name for preset in self.all()}
        wanted, number = name, 2
        while wanted in taken:
            wanted, number = f"{name[:37].strip('-')}-{number}", number + 1
        return wanted

    def _kept(self, file: Path) -> EncodePreset:
        preset = read_preset(file)
        if preset.name != file.stem:
            raise ExportError(f"The preset in it is called “{preset.name}”.", str(file), remedy="Rename the file.")
        return preset


def read_preset(file: Path) -> EncodePreset:
    """Return the preset in a file.

    Raises:
        ExportError: It can't be read, or holds no preset that can be used.
    """
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise ExportError("This is too long for a preset.", str(file))
        preset = PresetFile.model_validate_json(file.read_bytes()).preset
    except OSError as error:
        raise ExportError(f"The preset can't be read ({error.strerror}).", str(file)) from error
    except ValidationError as error:
        raise ExportError(f"This is no preset: {_first(error)}.", str(file)) from error
    _check_zone(preset, file)
    return preset


def _write(file: Path, content: bytes) -> Path:
    def write(stream: BinaryIO) -> None:
        stream.write(content)

    return save_file(file, write)


def _checked(preset: EncodePreset) -> bytes:
    """Return a preset as its file holds it.

    Raises:
        ExportError: Its name, its title, its safe zone or a number can't be used.
    """
    _check_zone(preset)
    try:
        made = PresetFile(preset=EncodePreset.model_validate(preset.model_dump()))
    except ValidationError as error:
        raise ExportError(f"The preset can't be used: {_first(error)}.") from error
    return f"{made.model_dump_json(indent=2)}\n".encode()


def _check_zone(preset: EncodePreset, file: Path | None = None) -> None:
    if preset.safe_zone and preset.safe_zone not in safe_zones():
        reason = f"There is no safe zone “{preset.safe_zone}”."
        raise ExportError(reason, str(file or ""), remedy=f"Known ones: {', '.join(safe_zones())}.")


def _first(error: ValidationError) -> str:
    """Return where a record is wrong and why, in a line."""
    problem = error.errors()[0]
    place = ".".join(str(part) for part in problem["loc"] if part != "preset")
    why = str(problem["msg"]).removeprefix("Value error, ")
    return f"{place}: {why}" if place else why
