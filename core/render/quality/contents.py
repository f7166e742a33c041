"""The file as such: does it decode, is it what the preset asks for, is it as long and as even as planned."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from core.render.quality.wording import count, file_size, seconds
from core.schema.check import Check

if TYPE_CHECKING:
    from pathlib import Path

    from core.media.playthrough import PlayedPictures, PlayedSound, Playthrough
    from core.schema.composition import Composition
    from core.schema.preset import EncodePreset

# Players of phones and browsers show 8-bit 4:2:0 alone where it is H.264.
PIXEL_FORMATS = {
    "h264": ("yuv420p",),
    "hevc": ("yuv420p", "yuv420p10le"),
    "av1": ("yuv420p", "yuv420p10le"),
    "prores": ("yuv422p10le",),
}
ALPHA_PIXEL_FORMATS = ("yuva444p10le", "yuva444p12le")
SOUND_CODECS = {".mp4": ("aac",), ".mov": ("aac", "pcm_s16le", "pcm_s24le")}
# BT.709 for primaries, transfer and matrix, limited range (ITU-T H.273).
COLOURS = (1, 1, 1, 1)
SOUND_HZ, SOUND_CHANNELS = 48_000, 2
# The last frame of AAC is filled up with silence.
AAC_FRAME_SAMPLES = 1024
_SPOKEN = {
    "h264": "H.264",
    "hevc": "HEVC",
    "av1": "AV1",
    "prores": "ProRes",
    "aac": "AAC",
    "pcm_s16le": "16-bit PCM",
    "pcm_s24le": "24-bit PCM",
}


def check_decoding(played: Playthrough) -> Check:
    """Whether every packet that the file declares is there and decodes."""
    wrong = []
    if played.damaged:
        wrong.append(f"{count(played.damaged, 'piece')} of it could not be decoded")
    pictures = played.pictures
    if pictures is None:
        wrong.append("there is no picture in it")
    elif not pictures.shown_at:
        wrong.append("not one picture came out of it")
    elif len(pictures.shown_at) < pictures.declared_count:
        wrong.append(
            f"{len(pictures.shown_at)} of the {count(pictures.declared_count, 'picture')} it lists came out"
        )
    if played.sound is not None and played.sound.declared_count and not played.sound.samples:
        wrong.append("no sound came out of it")
    if wrong:
        return Check(name="decodes", is_passed=False, found=f"The file is damaged: {'; '.join(wrong)}.")
    return Check(name="decodes", is_passed=True, found="The file plays from its first to its last packet.")


def check_format(file: Path, composition: Composition, played: Playthrough) -> Check:
    """Whether streams, codecs, picture size, colours and order are as the preset asks."""
    wrong = [*_wrong_pictures(composition, played.pictures), *_wrong_sound(composition.preset, played.sound)]
    if composition.preset.suffix == ".mp4" and not has_index_in_front(file):
        wrong.append("its index lies at the end, so that it can't be played while it loads")
    if wrong:
        return Check(
            name="format", is_passed=False, found=f"The file is not as it was asked for: {'; '.join(wrong)}."
        )
    pictures, sound = played.pictures, played.sound
    parts = [_spoken(pictures.codec) + f" {pictures.width} × {pictures.height}"] if pictures else []
    parts += [f"{_spoken(sound.codec)} {sound.rate_hz / 1000:g} kHz"] if sound else []
    parts += ["BT.709 colours", "closed groups of pictures"]
    return Check(name="format", is_passed=True, found=", ".join(parts) + ".")


def _wrong_pictures(composition: Composition, pictures: PlayedPictures | None) -> list[str]:
    if pictures is None:
        return ["it has no picture"]
    preset = composition.preset
    wrong = []
    if pictures.codec != preset.video_codec:
        wrong.append(f"the picture is {_spoken(pictures.codec)}, not {_spoken(preset.video_codec)}")
    allowed = ALPHA_PIXEL_FORMATS if preset.shows == "captions" else PIXEL_FORMATS[preset.video_codec]
    if pictures.codec == preset.video_codec and pictures.pixel_format not in allowed:
        wrong.append(f"its pixels are {pictures.pixel_format}, not {' or '.join(allowed)}")
    if (pictures.width, pictures.height) != (composition.width, composition.height):
        has, wanted = f"{pictures.width} × {pictures.height}", f"{composition.width} × {composition.height}"
        wrong.append(f"the picture has {has} pixels, not {wanted}")
    if not _are_colours_right(pictures):
        wrong.append("its colours are not tagged as BT.709 in limited range, so that players may show others")
    if pictures.has_open_gop:
        wrong.append("its groups of pictures are open, so that it can't be cut cleanly")
    return wrong


def _are_colours_right(pictures: PlayedPictures) -> bool:
    # ProRes has no field for the range: it is always limited.
    known = 3 if pictures.codec == "prores" else 4
    return pictures.colours[:known] == COLOURS[:known]


def _wrong_sound(preset: EncodePreset, sound: PlayedSound | None) -> list[str]:
    if sound is None:
        # Platforms refuse files without a sound track; captions alone go into another program.
        return [] if preset.shows == "captions" else ["it has no sound track"]
    wrong = []
    if sound.codec not in SOUND_CODECS[preset.suffix]:
        wrong.append(f"the sound is {_spoken(sound.codec)}, not {_spoken(SOUND_CODECS[preset.suffix][0])}")
    if (sound.rate_hz, sound.channels) != (SOUND_HZ, SOUND_CHANNELS):
        wrong.append(
            f"the sound has {sound.rate_hz} Hz and {count(sound.channels, 'channel')}, not 48000 Hz and 2"
        )
    return wrong


def _spoken(codec: str) -> str:
    return _SPOKEN.get(codec, codec)


def has_index_in_front(file: Path) -> bool:
    """Whether an MP4's index (`moov`) comes before its media (`mdat`): ISO/IEC 14496-12, top-level boxes."""
    with file.open("rb") as stream:
        while len(head := stream.read(16)) >= 8:
            size, kind = int.from_bytes(head[:4], "big"), head[4:8]
            if kind in (b"moov", b"mdat"):
                return kind == b"moov"
            if size == 1:
                size = int.from_bytes(head[8:16], "big")
            if size < 8:
                return False
            stream.seek(size - len(head), 1)
    return False


def check_size(file: Path, composition: Composition) -> Check:
    """Whether the file is as small as the preset asks."""
    size, limit = file.stat().st_size, composition.preset.max_bytes
    rate = 8 * size * composition.fps_numerator / composition.fps_denominator / composition.frame_count / 1e6
    figure = f"The file has {file_size(size)} ({rate:.1f} Mbit/s)"
    if limit is not None and size > limit:
        return Check(name="size", is_passed=False, found=f"{figure}, more than the {file_size(limit)} allowed.")
    return Check(
        name="size", is_passed=True, found=f"{figure}, under {file_size(limit)}." if limit else f"{figure}."
    )


def check_duration(composition: Composition, played: Playthrough) -> Check:
    """Whether picture and sound are as long as the clip, and the clip as short as the platform asks."""
    preset, frame = composition.preset, composition.fps_denominator / composition.fps_numerator
    wanted = composition.frame_count * frame
    wrong = []
    if preset.max_seconds is not None and wanted > preset.max_seconds + frame / 2:
        wrong.append(f"that is longer than the {seconds(preset.max_seconds)} of “{preset.title or preset.name}”")
    pictures, sound = played.pictures, played.sound
    shown = (
        float(max(pictures.shown_at) - min(pictures.shown_at)) + frame if pictures and pictures.shown_at else 0.0
    )
    if abs(shown - wanted) > frame / 2:
        wrong.append(f"the picture lasts {shown:.2f} s")
    if sound is not None:
        spare = AAC_FRAME_SAMPLES / (sound.rate_hz or SOUND_HZ)
        if not -frame / 2 <= sound.duration - wanted <= frame / 2 + spare:
            wrong.append(f"the sound lasts {sound.duration:.2f} s")
    has_cards = composition.frame_count > composition.clip_frames
    found = f"The clip is meant to be {wanted:.2f} s long{' with its cards' if has_cards else ''}"
    if wrong:
        return Check(name="duration", is_passed=False, found=f"{found}: {'; '.join(wrong)}.")
    tracks = "and so are picture and sound" if sound is not None else "and so is the picture"
    return Check(name="duration", is_passed=True, found=f"{found}, {tracks}.")


def check_frames(composition: Composition, played: Playthrough) -> Check:
    """Whether the pictures are as many as planned and come at even intervals."""
    wanted = composition.frame_count
    interval = Fraction(composition.fps_denominator, composition.fps_numerator)
    shown = sorted(played.pictures.shown_at) if played.pictures else []
    unit = played.pictures.time_unit if played.pictures else Fraction(0)
    wrong = [f"{len(shown)} pictures instead of {wanted}"] if len(shown) != wanted else []
    uneven = [later for earlier, later in pairwise(shown) if abs(later - earlier - interval) > unit]
    if uneven:
        wrong.append(f"{count(len(uneven), 'uneven step')} between them, the first at {seconds(float(uneven[0]))}")
    elif shown and abs(shown[-1] - shown[0] - (len(shown) - 1) * interval) > unit:
        wrong.append("another rate than was asked for")
    rate = f"{float(1 / interval):.5g}"
    if wrong:
        return Check(name="frames", is_passed=False, found=f"There are {'; '.join(wrong)}.")
    return Check(
        name="frames", is_passed=True, found=f"All {count(wanted, 'picture')} are there, {rate} a second."
    )
