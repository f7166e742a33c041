"""Stage 13: finished files. All aspects of a clip that are wanted together come from one decode, those of other
frame rates from another.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.pipeline.stage import Stage, StageContext
from core.schema.composition import Composition
from core.schema.delivery import Delivery
from core.schema.record import ProgressCallback
from core.schema.source import PreparedSource, Source

# Of the progress bar; the rest is the check of the finished files.
_RENDER_SHARE = 0.88


def render(context: StageContext, source: Source, prepared: PreparedSource, composition: Composition) -> Delivery:
    """Render one composition and check the file."""
    return render_together([context], [(source, prepared, composition)])[0]


def render_together(contexts: Sequence[StageContext], arguments: Sequence[tuple[Any, ...]]) -> list[Delivery]:
    """Render several aspects of one clip and check them. The source is read from where it lies now."""
    compositions = []
    for source, prepared, composition in arguments:
        lies_now = {"path": prepared.media or source.path, "cover": prepared.cover}
        media = composition.media.model_copy(update=lies_now)
        compositions.append(_as_burnt(composition.model_copy(update={"media": media})))
    files = [
        context.folder / f"clip{composition.preset.suffix}"
        for context, composition in zip(contexts, compositions, strict=True)
    ]
    made: dict[int, Delivery] = {}
    passes = _by_rate(compositions)
    for number, places in enumerate(passes):

        def progress(fraction: float, message: str = "", number: int = number) -> None:
            for context in contexts:
                context.progress((number + fraction) / len(passes), message)

        of_pass = _checked([compositions[place] for place in places], [files[place] for place in places], progress)
        made.update(zip(places, of_pass, strict=True))
    for place, context in enumerate(contexts):
        for choice in made[place].choices:
            context.note(choice)
    return [made[place] for place in range(len(contexts))]


def _by_rate(compositions: Sequence[Composition]) -> list[list[int]]:
    """Return which compositions go through one pass: those of one frame rate, which presets may limit."""
    passes: dict[tuple[int, int], list[int]] = {}
    for place, composition in enumerate(compositions):
        rate = composition.fps_numerator, composition.fps_denominator
        passes.setdefault(rate, []).append(place)
    return list(passes.values())


def _checked(
    compositions: Sequence[Composition], files: Sequence[Path], progress: ProgressCallback
) -> list[Delivery]:
    """Render compositions of one frame rate in one pass, and check their files."""
    from core.render.check import check_files
    from core.render.engine import render as render_files

    deliveries = render_files(compositions, files, lambda done, said: progress(_RENDER_SHARE * done, said))
    checked = check_files(
        files, compositions, lambda done, said: progress(_RENDER_SHARE + (1 - _RENDER_SHARE) * done, said)
    )
    return [
        delivery.model_copy(update={"checks": checks})
        for delivery, checks in zip(deliveries, checked, strict=True)
    ]


def _as_burnt(composition: Composition) -> Composition:
    """Return a composition without captions in its picture, where its preset leaves them beside the file."""
    if composition.preset.burns_captions or composition.preset.shows == "captions":
        return composition
    captions = composition.style.captions.model_copy(update={"is_shown": False})
    return composition.model_copy(update={"style": composition.style.model_copy(update={"captions": captions})})


STAGE = Stage("render", "render", "delivery", "encode", 7, render, batch=render_together)
