"""Making the small films of a contact sheet in a worker: a registry of its own.

They are made once: a film is written beside its place under another name and lies there when it is whole.
"""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.sheet import SheetPreview, SheetPreviewMade

REGISTRY = "core.sheet_work"


def film(context: StageContext, wanted: SheetPreview) -> SheetPreviewMade:
    """Render the small film of a clip into its file."""
    from core.render.engine import render

    wanted.file.parent.mkdir(parents=True, exist_ok=True)
    render([wanted.composition], [wanted.file], context.progress)
    return SheetPreviewMade(file=wanted.file, size_bytes=wanted.file.stat().st_size)


FILM = Stage("film", "render", "delivery", "encode", 1, film)
STAGES = (FILM,)
