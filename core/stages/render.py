"""Stage 12: finished files. All aspects of a clip that are wanted together come from one decode."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.pipeline.stage import Stage, StageContext
from core.schema.composition import Composition
from core.schema.delivery import Delivery
from core.schema.source import PreparedSource, Source


def render(context: StageContext, source: Source, prepared: PreparedSource, composition: Composition) -> Delivery:
    """Render one composition."""
    return render_together([context], [(source, prepared, composition)])[0]


def render_together(contexts: Sequence[StageContext], arguments: Sequence[tuple[Any, ...]]) -> list[Delivery]:
    """Render several aspects of one clip. The source is read from where it lies now, not where it lay before."""
    from core.render.engine import render as render_files

    compositions = []
    for source, prepared, composition in arguments:
        media = composition.media.model_copy(update={"path": prepared.media or source.path})
        compositions.append(composition.model_copy(update={"media": media}))
    files = [
        context.folder / f"clip{composition.preset.suffix}"
        for context, composition in zip(contexts, compositions, strict=True)
    ]

    def progress(fraction: float, message: str = "") -> None:
        for context in contexts:
            context.progress(fraction, message)

    deliveries = render_files(compositions, files, progress)
    for context, delivery in zip(contexts, deliveries, strict=True):
        for choice in delivery.choices:
            context.note(choice)
    return deliveries


STAGE = Stage("render", "render", "delivery", "encode", 4, render, batch=render_together)
