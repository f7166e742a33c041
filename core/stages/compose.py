"""Stage 11: one clip in one aspect ratio, as everything a renderer needs and nothing else."""

from __future__ import annotations

from core.pipeline.stage import Stage, StageContext
from core.schema.clip import Wording
from core.schema.composition import Composition, DeliverySpec, FinishedClip, MediaReference, output_size
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.source import PreparedSource, Source
from core.schema.time import Cut


def compose(
    context: StageContext,
    source: Source,
    prepared: PreparedSource,
    wording: Wording,
    finished: FinishedClip,
    spec: DeliverySpec,
) -> Composition:
    """Choose the aspect's layouts, bring them into clip time and fix the output's size and rate."""
    width, height = output_size(spec.aspect, spec.preset.short_side_px)
    video = prepared.facts.video
    spans = finished.framing.spans[spec.aspect] if finished.framing else ()
    return Composition(
        title=wording.title,
        aspect=spec.aspect,
        width=width,
        height=height,
        fps_numerator=finished.media.fps_numerator,
        fps_denominator=finished.media.fps_denominator,
        media=MediaReference(
            path=prepared.media or source.path,
            fingerprint=source.fingerprint,
            width=video.width if video else 0,
            height=video.height if video else 0,
            has_video=finished.media.has_video,
            has_audio=finished.media.has_audio,
        ),
        cut=finished.media.cut,
        spans=to_clip_time(spans, finished.media.cut),
        audio=finished.audio,
        cues=finished.enhancement.cues,
        overlays=finished.enhancement.overlays,
        style=finished.style,
        preset=spec.preset,
    )


def to_clip_time(spans: tuple[LayoutSpan, ...], cut: Cut) -> tuple[LayoutSpan, ...]:
    """Return layouts as a clip plays them: cut to its ranges, shifted to clip seconds, in playing order."""
    moved: list[LayoutSpan] = []
    offset = 0.0
    for kept in cut.ranges:
        for span in spans:
            start, end = max(span.start, kept.start), min(span.end, kept.end)
            if end > start:
                shift = offset - kept.start
                regions = tuple(Region(crop=_shifted(r.crop, shift), target=r.target) for r in span.regions)
                moved.append(
                    span.model_copy(update={"start": start + shift, "end": end + shift, "regions": regions})
                )
        offset += kept.duration
    return tuple(moved)


def _shifted(crop: CropPath, seconds: float) -> CropPath:
    return crop.model_copy(update={"at": tuple(at + seconds for at in crop.at)})


STAGE = Stage("compose", "compose", "delivery", "io", 1, compose)
