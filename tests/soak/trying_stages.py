"""A stage that does with a file all that the product does, small and short: for real worker processes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.media.clip_index import index_clip
from core.media.ingest import prepare_source
from core.media.open_readers import OpenReaders
from core.media.probe import probe
from core.media.still import write_thumbnail
from core.pipeline.stage import Stage, StageContext
from core.render.engine import render
from core.schema.audio import AudioPlan
from core.schema.choice import Aspect
from core.schema.composition import Composition, MediaReference, output_size
from core.schema.delivery import Delivery
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.media import ClipMedia
from core.schema.preset import EncodePreset
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.source import MediaFacts, PreparedSource
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan

QUICK = EncodePreset(crf=30, effort="ultrafast", parameters="", short_side_px=180)
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


@dataclass
class Ready:
    """A source that went through ingest; `path` is the file to read."""

    path: Path
    prepared: PreparedSource

    @property
    def facts(self) -> MediaFacts:
        """What is known of the file to read."""
        return self.prepared.facts


def get_ready(source: Path, folder: Path, progress: ProgressCallback = ignore_progress) -> Ready:
    """Probe and prepare a source as the first stage does."""
    prepared = prepare_source(source, probe(source), folder, progress)
    return Ready(prepared.media or source, prepared)


def render_clip(
    ready: Ready,
    start: float,
    length: float,
    folder: Path,
    aspects: tuple[Aspect, ...] = ("9:16",),
    preset: EncodePreset = QUICK,
) -> tuple[ClipMedia, list[Delivery]]:
    """Index and render a clip of a source with a centred crop, in some aspects."""
    wished = Cut(ranges=(TimeSpan(start=start, end=min(start + length, ready.facts.duration)),))
    media = index_clip(ready.path, ready.facts, wished)
    compositions = [centred(ready, media, aspect, preset) for aspect in aspects]
    files = [folder / f"clip-{aspect.replace(':', 'x')}{preset.suffix}" for aspect in aspects]
    return media, render(compositions, files)


def centred(ready: Ready, media: ClipMedia, aspect: Aspect, preset: EncodePreset) -> Composition:
    """Return a composition that shows the middle of the picture."""
    video = ready.facts.video
    width, height = output_size(aspect, preset.short_side_px)
    spans: tuple[LayoutSpan, ...] = ()
    if video is not None:
        across = min(video.width, video.height * width / height)
        down = min(video.height, video.width * height / width)
        crop = CropPath(
            at=(0.0,),
            x=((video.width - across) / 2,),
            y=((video.height - down) / 2,),
            width=(across,),
            height=(down,),
        )
        spans = (LayoutSpan(start=0, end=media.cut.duration, layout="follow", regions=(Region(crop=crop),)),)
    return Composition(
        aspect=aspect,
        width=width,
        height=height,
        fps_numerator=media.fps_numerator,
        fps_denominator=media.fps_denominator,
        media=MediaReference(
            path=ready.path,
            width=video.width if video else 0,
            height=video.height if video else 0,
            has_video=media.has_video,
            has_audio=media.has_audio,
        ),
        cut=media.cut,
        spans=spans,
        audio=AudioPlan(),
        style=Style(name="clean", version=1),
        preset=preset,
    )


def try_source(context: StageContext, given: Given) -> Tried:
    """Probe, prepare and index a file, render a short clip of it in 9:16, and draw a thumbnail."""
    ready = get_ready(given.path, context.folder, context.progress)
    start = min(0.2, ready.facts.duration / 4)
    media, (delivery,) = render_clip(ready, start, LONGEST_CLIP, context.folder)
    if ready.facts.video is not None:
        write_thumbnail(ready.path, start, 90, context.folder / "thumbnail.jpg", OpenReaders(most=0))
    return Tried(
        frames=delivery.frame_count,
        duration=ready.facts.duration,
        has_picture=ready.facts.video is not None,
        has_sound=ready.facts.audio is not None,
        start=media.cut.start,
        end=media.cut.end,
    )


STAGES = (Stage("try", "ingest", "source", "encode", 1, try_source),)
