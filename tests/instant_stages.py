"""The stages with the real signatures, lanes and names, each done in an instant: for tests of the pipeline.

What they make is small and true to its form; the two that only merge are the real ones. Every call is a line of
`calls.txt` in the workspace, so that a test can tell that nothing was done twice. A file `fault-STAGE` there makes
a stage misbehave for as long as it is there: `fail` (a broken file), `busy` (passes), `die` (kills its worker).
"""

from __future__ import annotations

import functools
import hashlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from core.errors import MediaError, ProviderError
from core.pipeline.stage import Parameters, Stage, StageContext
from core.schema.audio import AudioPlan
from core.schema.caption import CreativePlan, Enhancement
from core.schema.check import Check
from core.schema.choice import ASPECTS
from core.schema.composition import Composition
from core.schema.delivery import Delivery
from core.schema.framing import Framing, LayoutSpan, PictureAnalysis
from core.schema.media import ClipMedia
from core.schema.plan import Candidate, EditorialPlan
from core.schema.record import Record
from core.schema.segment import Segments
from core.schema.source import MediaFacts, PreparedSource, Source
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from core.stages import ROOTS as REAL_ROOTS
from core.stages import STAGES as REAL_STAGES

CALLS = "calls.txt"
CLIPS = 2
ROOTS = REAL_ROOTS


class Died(BaseException):
    """The end of a worker that is a thread of the test's own process, which must outlive it."""


Given = dict[type[Record], Record]


def calls(workspace: Path) -> list[str]:
    """Return a line for every call of a stage: its name and what it was called with, as a hash."""
    file = workspace / CALLS
    return file.read_text().splitlines() if file.exists() else []


def _plan(context: StageContext, given: Given) -> Record:
    cuts = [Cut(ranges=(TimeSpan(start=20.0 * place, end=20.0 * place + 15.0),)) for place in range(CLIPS)]
    return EditorialPlan(
        candidates=tuple(
            Candidate(id=f"c{place}", cut=cut, score=90.0 - place, axes={}, title=f"Clip {place}", reason="It is.")
            for place, cut in enumerate(cuts)
        )
    )


def _media(context: StageContext, given: Given) -> Record:
    cut = cast(Cut, given[Cut])
    return ClipMedia(cut=cut, seek_to=tuple(span.start for span in cut.ranges), has_video=False, has_audio=False)


def _frame(context: StageContext, given: Given) -> Record:
    spans = tuple(
        LayoutSpan(start=kept.start, end=kept.end, layout="wide", regions=())
        for kept in cast(ClipMedia, given[ClipMedia]).cut.ranges
    )
    return Framing(width=16, height=16, spans=dict.fromkeys(ASPECTS, spans))


def _deliver(context: StageContext, given: Given) -> Record:
    composition = cast(Composition, given[Composition])
    file = context.folder / f"clip{composition.preset.suffix}"
    file.write_bytes(composition.model_dump_json(exclude={"media"}).encode())
    return Delivery(
        file=file,
        aspect=composition.aspect,
        width=composition.width,
        height=composition.height,
        duration=composition.duration,
        frame_count=1,
        size_bytes=file.stat().st_size,
        checks=(Check(name="decodes", is_passed=True, found="All of it decodes."),),
    )


# A test may put another in the place of one.
MAKERS: dict[str, Callable[[StageContext, Given], Record]] = {
    "transcode": lambda context, given: PreparedSource(
        facts=MediaFacts(container="wav", duration=600.0, size_bytes=1)
    ),
    "transcribe": lambda context, given: Transcript(language="en", model=cast(Source, given[Source]).fingerprint),
    "detect_segments": lambda context, given: Segments(),
    "plan": _plan,
    "plan_enhancement": lambda context, given: CreativePlan(),
    "prepare_media": _media,
    "analyze_picture": lambda context, given: PictureAnalysis(),
    "analyze_framing": _frame,
    "plan_audio": lambda context, given: AudioPlan(),
    "build_enhancement": lambda context, given: Enhancement(),
    "render": _deliver,
}


def _note_call(context: StageContext, stage: str, arguments: Sequence[Record]) -> None:
    said = "\n".join(argument.model_dump_json() for argument in arguments)
    line = f"{stage} {hashlib.sha256(said.encode()).hexdigest()[:16]}\n"
    handle = os.open(context.workspace / CALLS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    os.write(handle, line.encode())
    os.close(handle)


def _misbehave(context: StageContext, stage: str) -> None:
    file = context.workspace / f"fault-{stage}"
    fault = file.read_text() if file.exists() else ""
    if fault == "fail":
        raise MediaError("It is broken.", "x.mp4", remedy="Mend it.")
    if fault == "busy":
        raise ProviderError("It is busy.", is_passing=True)
    if fault == "die" and multiprocessing.parent_process() is None:
        raise Died
    if fault == "die":
        os.kill(os.getpid(), signal.SIGKILL)


def _instant(stage: Stage) -> Stage:
    @functools.wraps(stage.function)
    def function(context: StageContext, *arguments: Record) -> Record:
        _note_call(context, stage.name, arguments)
        _misbehave(context, stage.name)
        given = {type(each): each for each in arguments if not isinstance(each, Parameters)}
        return MAKERS[stage.name](context, given)

    def batch(contexts: Sequence[StageContext], arguments: Sequence[tuple[Any, ...]]) -> list[Record]:
        return [function(context, *each) for context, each in zip(contexts, arguments, strict=True)]

    return replace(stage, function=function, batch=batch if stage.batch else None)


STAGES = tuple(_instant(stage) if stage.name in MAKERS else stage for stage in REAL_STAGES)
