"""Rendering a clip: one decode, all its aspects, one encoder thread a file, the sound made once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from core.errors import ContractError
from core.media.probe import probe
from core.media.reader import FrameReader
from core.media.tracks import with_streams
from core.render.encode import OutputFile, encode_sound
from core.render.encode_thread import EncodeThread
from core.render.painter import ClipPainter
from core.render.sound import Sound, make_sound
from core.schema.choice import Choice
from core.schema.composition import Composition
from core.schema.delivery import Delivery
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.source import MediaFacts

# Shares of the progress bar.
SOUND_SHARE, PICTURES_SHARE = 0.03, 0.96


def render(
    compositions: Sequence[Composition], files: Sequence[Path], progress: ProgressCallback = ignore_progress
) -> list[Delivery]:
    """Render compositions of one clip, each into its file.

    Args:
        compositions: Of the same media, cut, frame rate and sound; aspects, sizes and presets may differ.
        files: Where each is written to. On any failure, cancelling included, none of them is left behind.
        progress: Called for every frame.

    Returns:
        One delivery for each composition, in order.

    Raises:
        RenderError: An encoder or the disk refused.
        DiskFullError: There is no space left.
        MediaError: The source can't be read.
        Cancelled: By `progress`.
    """
    _check(compositions, files)
    first = compositions[0]
    facts = with_streams(probe(first.media.path), first.media.audio_streams)
    with ExitStack() as opened:
        sound = make_sound(first, facts, lambda done, message: progress(done * SOUND_SHARE, message))
        reader = opened.enter_context(FrameReader(first.media.path, facts)) if has_picture(first, facts) else None
        painters = [ClipPainter(composition, reader, sound) for composition in compositions]
        encoders = _write(compositions, files, painters, sound, progress)
        choices = _choices(reader, facts)
        progress(1.0, "rendered")
        return [
            _delivery(composition, encoder, sound, choices)
            for composition, encoder in zip(compositions, encoders, strict=True)
        ]


def has_picture(composition: Composition, facts: MediaFacts) -> bool:
    """Whether a composition shows its source's picture."""
    return composition.media.has_video and facts.video is not None


def _check(compositions: Sequence[Composition], files: Sequence[Path]) -> None:
    if not compositions or len(compositions) != len(files):
        raise ContractError("Each composition needs one file, and there must be one.")
    first = compositions[0]
    for other in compositions[1:]:
        if (
            other.media.path != first.media.path
            or other.cut != first.cut
            or (other.fps_numerator, other.fps_denominator) != (first.fps_numerator, first.fps_denominator)
            or other.audio != first.audio
        ):
            raise ContractError("Compositions rendered together must be of one clip.")


def _write(
    compositions: Sequence[Composition],
    files: Sequence[Path],
    painters: Sequence[ClipPainter],
    sound: Sound,
    progress: ProgressCallback,
) -> list[EncodeThread]:
    """Write all files; on any failure stop every thread and delete every file."""
    encoders: list[EncodeThread] = []
    try:
        packets = {
            bitrate: encode_sound(sound.samples, bitrate)
            for bitrate in {composition.preset.audio_bitrate_bps for composition in compositions}
        }
        for composition, file in zip(compositions, files, strict=True):
            output = OutputFile(file, composition, packets[composition.preset.audio_bitrate_bps])
            encoders.append(EncodeThread(output))
        count = compositions[0].frame_count
        for tick in range(count):
            source = painters[0].source_picture(tick)
            for painter, encoder in zip(painters, encoders, strict=True):
                encoder.put(painter.paint(tick, source))
            progress(SOUND_SHARE + PICTURES_SHARE * (tick + 1) / count, "rendering")
        for encoder in encoders:
            encoder.finish()
    except BaseException:
        for encoder in encoders:
            encoder.discard()
        for file in files:
            file.unlink(missing_ok=True)
        raise
    return encoders


def _choices(reader: FrameReader | None, facts: MediaFacts) -> tuple[Choice, ...]:
    """Return what was done to the picture that the user may want to know."""
    choices = []
    if reader is None and facts.video is None:
        choices.append(
            Choice(subject="picture", chosen="sound wave", reason="The source has no picture.", degraded=True)
        )
    if reader and reader.damaged_packets:
        reason = f"{reader.damaged_packets} damaged pieces of the source could not be decoded."
        choices.append(Choice(subject="picture", chosen="last good frame held", reason=reason, degraded=True))
    if reader and reader.is_deinterlaced:
        choices.append(Choice(subject="picture", chosen="deinterlaced", reason="The source is interlaced."))
    if reader and facts.video and facts.video.is_hdr:
        choices.append(Choice(subject="colour", chosen="HDR mapped to SDR", reason="Platforms show clips in SDR."))
    return tuple(choices)


def _delivery(
    composition: Composition, encoder: EncodeThread, sound: Sound, choices: tuple[Choice, ...]
) -> Delivery:
    count = composition.frame_count
    return Delivery(
        file=encoder.output.path,
        aspect=composition.aspect,
        width=composition.width,
        height=composition.height,
        duration=count * composition.fps_denominator / composition.fps_numerator,
        frame_count=count,
        size_bytes=encoder.output.path.stat().st_size,
        loudness_lufs=sound.lufs,
        encoder=encoder.output.encoder,
        choices=choices,
    )
