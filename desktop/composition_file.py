"""Compositions given as files."""

from __future__ import annotations

from pathlib import Path

from core.errors import RenderError
from core.schema.composition import Composition


def read_composition(file: Path) -> Composition:
    """Read a composition. A relative media path counts from the file's own folder, else from the current one.

    Raises:
        RenderError: It is missing or is none.
    """
    try:
        text = file.read_bytes()
        composition = Composition.from_json(text, file.absolute().parent)
        return composition if composition.media.path.is_file() else Composition.from_json(text)
    except OSError as error:
        raise RenderError(f"The composition can't be read ({error.strerror}).", str(file)) from error
    except ValueError as error:
        raise RenderError(
            "This is not a composition.",
            str(file),
            remedy="Those of a run are listed in WORKSPACE/runs/RUN/compositions.json.",
        ) from error
