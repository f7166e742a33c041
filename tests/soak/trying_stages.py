"""A stage that does with a file all that the product does, small and short: for real worker processes."""

from __future__ import annotations

from pathlib import Path

from core.media.clip_index import index_clip
from core.media.ingest import prepare_source
from core.media.probe import probe
from core.media.still import write_thumbnail
from core.pipeline.stage import Stage, StageContext
from core.render.engine import render
from core.schema.audio import AudioPlan
from core.schema.composition import Composition, MediaReference
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.media import ClipMedia
from core.schema.preset import EncodePreset
from core.schema.record import Record
from core.schema.source import PreparedSource
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan

SIZE = (180, 320)
LONGEST_CLIP = 0.8


class Given(Record):
    """A file to try."""

    path: Path


class Tried(Record):
    """What came of it. `start` to `end` is the rendered clip in source seconds."""

    frames: int
    duration: float
    has_picture: bool
    has_sound: bool
    start: float
    end: float


def try_source(context: StageContext, given: Given) -> Tried:
    """Probe, prepare and index a file, render a short clip of it in 9:16, and draw a thumbnail."""
    facts = probe(given.path)
    prepared = prepare_source(given.path, facts, context.folder, context.progress)
    path, facts = prepared.media or given.path, prepared.facts
    start = min(0.2, facts.duration / 4)
    wished = Cut(ranges=(TimeSpan(start=start, end=min(start + LONGEST_CLIP, facts.duration)),))
    media = index_clip(path, facts, wished)
    composition = centred(path, prepared, media, SIZE)
    (delivery,) = render([composition], [context.folder / "clip.mp4"], context.progress)
    if facts.video is not None:
        write_thumbnail(path, start, 90, context.folder / "thumbnail.jpg")
    return Tried(
        frames=delivery.frame_count,
        duration=facts.duration,
        has_picture=facts.video is not None,
        has_sound=facts.audio is not None,
        start=media.cut.start,
        end=media.cut.end,
    )


def centred(path: Path, prepared: PreparedSource, media: ClipMedia, size: tuple[int, int]) -> Composition:
    """Return a composition of 9:16 that shows the middle of the picture."""
    video = prepared.facts.video
    spans: tuple[LayoutSpan, ...] = ()
    if video is not None:
        width = min(video.width, video.height * size[0] / size[1])
        height = min(video.height, video.width * size[1] / size[0])
        crop = CropPath(
            at=(0.0,),
            x=((video.width - width) / 2,),
            y=((video.height - height) / 2,),
            width=(width,),
            height=(height,),
        )
        spans = (LayoutSpan(start=0, end=media.cut.duration, layout="follow", regions=(Region(crop=crop),)),)
    return Composition(
        aspect="9:16",
        width=size[0],
        height=size[1],
        fps_numerator=media.fps_numerator,
        fps_denominator=media.fps_denominator,
        media=MediaReference(
            path=path,
            width=video.width if video else 0,
            height=video.height if video else 0,
            has_video=media.has_video,
            has_audio=media.has_audio,
        ),
        cut=media.cut,
        spans=spans,
        audio=AudioPlan(),
        style=Style(name="clean", version=1),
        preset=EncodePreset(crf=30, effort="ultrafast"),
    )


STAGES = (Stage("try", "ingest", "source", "encode", 1, try_source),)
