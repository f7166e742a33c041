"""What an export is made of: a table of clips against columns, each a shape in a preset."""

from collections.abc import Iterable
from typing import NamedTuple

from core.schema.choice import Aspect


class Column(NamedTuple):
    """One shape as one preset encodes it, by the preset's name."""

    aspect: Aspect
    preset: str


class Cell(NamedTuple):
    """One finished file that is asked for: a clip in a shape, as a preset encodes it."""

    clip_id: str
    aspect: Aspect
    preset: str

    @property
    def column(self) -> Column:
        """Where it stands in the table."""
        return Column(self.aspect, self.preset)


def shape_words(cell: Cell, among: Iterable[Cell]) -> str:
    """Return the shape of a file, with its preset where the clip has several of that shape `among` all."""
    presets = {other.preset for other in among if other[:2] == cell[:2]} | {cell.preset}
    return f"{cell.aspect} {cell.preset}".strip() if len(presets) > 1 else cell.aspect
