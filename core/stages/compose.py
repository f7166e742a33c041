"""Stage 12: one clip in one aspect ratio, as everything a renderer needs and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.framing.named import names_with_faces
from core.pipeline.stage import Stage, StageContext
from core.schema.clip import Wording
from core.schema.composition import Composition, DeliverySpec, FinishedClip, MediaReference, output_size
from core.schema.framing import CropPath, FaceTrack, LayoutSpan, PictureAnalysis, PictureContent, Region, Writing
from core.schema.source import MediaFacts, PreparedSource, Source
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from core.styles.zones import within_zone

if TYPE_CHECKING:
    from core.captions.dress import Dress


def compose(
    context: StageContext,
    source: Source,
    prepared: PreparedSource,
    wording: Wording,
    picture: PictureAnalysis,
    finished: FinishedClip,
    spec: DeliverySpec,
) -> Composition:
    """Choose the aspect's layouts, bring them into clip time, fix size and rate, and set text clear of faces."""
    from core.media.clip_index import limited_rate
    from core.render.caption_places import placed

    preset = spec.preset
    width, height = output_size(spec.aspect, preset.short_side_px)
    media = finished.media
    fps_numerator, fps_denominator = limited_rate(media.fps_numerator, media.fps_denominator, preset.max_fps)
    video = prepared.facts.video
    framing = finished.framing
    spans = to_clip_time(framing.spans[spec.aspect] if framing else (), media.cut)
    faces = faces_in_clip_time(framing.tracks if framing else (), media.cut)
    voices = framing.voices if framing else {}
    style = within_zone(finished.style.in_aspect(spec.aspect), preset.safe_zone)
    dressed = _dressed(finished, style, spec)
    composition = Composition(
        title=wording.title,
        aspect=spec.aspect,
        width=width,
        height=height,
        fps_numerator=fps_numerator,
        fps_denominator=fps_denominator,
        media=MediaReference(
            path=prepared.media or source.path,
            fingerprint=source.fingerprint,
            width=video.width if video else 0,
            height=video.height if video else 0,
            has_video=media.has_video,
            has_audio=media.has_audio,
            audio_streams=prepared.facts.mixed_streams or heard_stream(prepared.facts),
            cover=prepared.cover,
        ),
        cut=media.cut,
        spans=spans,
        audio=finished.audio.aimed_at(preset.loudness_lufs, preset.peak_dbtp),
        text=finished.enhancement.text,
        cues=dressed.cues,
        overlays=names_with_faces(dressed.overlays, spans, faces, voices, dressed.cues),
        style=style,
        preset=preset,
        prefers_hardware=spec.prefers_hardware,
        faces=faces,
        voices=voices,
        writing=writing_in_clip_time(picture.content, media.cut),
    )
    composition, choices = placed(composition)
    for choice in choices:
        context.note(choice)
    return composition


def _dressed(finished: FinishedClip, style: Style, spec: DeliverySpec) -> Dress:
    """Return cues and overlays as they are in every aspect, or anew where the style differs in this one."""
    from core.captions.dress import Dress, dress

    made = finished.enhancement
    if spec.aspect in finished.style.aspects:
        return dress(made.text, style, finished.media.cut.duration)
    return Dress(made.cues, made.overlays)


def heard_stream(facts: MediaFacts) -> tuple[int, ...]:
    """Return the index of the audio stream that is heard, where there are several to choose from."""
    return (facts.audio.index,) if facts.audio and len(facts.audio_streams) > 1 else ()


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


def faces_in_clip_time(tracks: tuple[FaceTrack, ...], cut: Cut) -> tuple[FaceTrack, ...]:
    """Return what of the face tracks a cut keeps, in clip seconds."""
    moved: list[FaceTrack] = []
    for track in tracks:
        points = [
            point.model_copy(update={"at": at})
            for point in track.points
            if (at := cut.to_clip_time(point.at)) is not None
        ]
        if points:
            ascending = sorted(points, key=lambda point: point.at)
            moved.append(track.model_copy(update={"points": tuple(ascending)}))
    return tuple(moved)


def writing_in_clip_time(contents: Sequence[PictureContent], cut: Cut) -> tuple[Writing, ...]:
    """Return the writing in what was filmed that a cut keeps, in clip seconds; screens are nothing but writing."""
    return tuple(
        Writing(start=part.start, end=part.end, box=box, is_caption=box in content.captions)
        for content in contents
        if not content.is_screen
        for part in cut.clip_spans(TimeSpan(start=content.start, end=content.end))
        for box in content.texts
    )


def _shifted(crop: CropPath, seconds: float) -> CropPath:
    return crop.model_copy(update={"at": tuple(at + seconds for at in crop.at)})


STAGE = Stage("compose", "compose", "delivery", "io", 7, compose)
