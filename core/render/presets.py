"""The presets that come with the program, as data in `resources/presets.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from core.errors import ExportError
from core.resources import resource
from core.schema.preset import EncodePreset


@cache
def built_in_presets() -> tuple[EncodePreset, ...]:
    """Return all presets, the usual one first."""
    with resource("presets.toml").open("rb") as file:
        entries = tomllib.load(file)["preset"]
    return tuple(EncodePreset.model_validate(entry) for entry in entries)


def preset_named(name: str) -> EncodePreset:
    """Return the preset of that name.

    Raises:
        ExportError: There is none.
    """
    found = next((preset for preset in built_in_presets() if preset.name == name), None)
    if found is None:
        known = ", ".join(preset.name for preset in built_in_presets())
        raise ExportError(f"There is no preset “{name}”.", remedy=f"Known presets: {known}.")
    return found
