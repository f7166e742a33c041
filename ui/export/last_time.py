"""What was exported last, remembered for the next time: columns of the table, and what of it was not wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QSettings

from core.schema.cell import Cell, Column
from core.schema.choice import ASPECTS, Aspect
from core.schema.run import RunOptions

_COLUMNS, _LEFT_OUT = "export_columns", "export_left_out"


def remembered_columns(memory: QSettings) -> list[Column]:
    """Return the columns of the last export; at first the usual shapes in the usual preset."""
    if memory.contains(_COLUMNS):
        pairs = [pair.partition("=") for pair in str(memory.value(_COLUMNS, "")).split(",")]
        return [Column(aspect, preset) for aspect, _, preset in pairs if aspect in ASPECTS]
    return _of_before(memory)


def _of_before(memory: QSettings) -> list[Column]:
    """Return what was kept as shapes, the preset of all, and those of single shapes."""
    usual = RunOptions()
    shapes = str(memory.value("export_aspects", ",".join(usual.aspects))).split(",")
    preset = str(memory.value("export_preset", usual.preset))
    pairs = (pair.partition("=") for pair in str(memory.value("export_presets", "")).split(","))
    own = {aspect: name for aspect, _, name in pairs}
    return [Column(aspect, own.get(aspect) or preset) for aspect in ASPECTS if aspect in shapes]


def remember_columns(memory: QSettings, columns: Sequence[Column]) -> None:
    """Keep columns for the next time."""
    memory.setValue(_COLUMNS, ",".join("=".join(each) for each in columns))


def left_out_before(memory: QSettings, run_id: str) -> list[Cell]:
    """Return what was not wanted in the last export, if it was of the same run."""
    kept_run, *kept = str(memory.value(_LEFT_OUT, "")).split("|")
    if kept_run != run_id:
        return []
    parts = [each.split("=") for each in kept]
    return [Cell(part[0], cast(Aspect, part[1]), part[2]) for part in parts if len(part) == len(Cell._fields)]


def remember_left_out(memory: QSettings, run_id: str, cells: Sequence[Cell]) -> None:
    """Keep what of a run was not wanted, for its next export."""
    memory.setValue(_LEFT_OUT, "|".join((run_id, *("=".join(cell) for cell in cells))))
