"""The sound of a finished file with cards: theirs, as loud as the clip, or silence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import MediaError, StyleError
from core.media.audio import stream_audio
from core.media.probe import probe
from core.render.loudness import RATE_HZ, measure_levels
from core.render.sound import fade, levelled
from core.render.tape import CHANNELS, COPIED_SAMPLES, Tape
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from core.render.sound import Sound
    from core.schema.composition import Composition
    from core.schema.style import CardStyle, Style

# At the end of a card, so that a sound that is longer is not cut off; at its beginning, so that it does not click.
FADE_OUT_SECONDS, FADE_IN_SECONDS = 0.35, 0.005


def with_cards(composition: Composition, sound: Sound) -> Sound:
    """Return the sound of the whole file, exactly as long as its frames.

    Args:
        composition: What the file shows.
        sound: Of its clip.

    Raises:
        StyleError: The package lacks a card's sound, or it can't be read.
    """
    frame_samples = RATE_HZ * composition.fps_denominator / composition.fps_numerator
    whole = Tape(round(composition.frame_count * frame_samples))
    first = round(composition.intro_frames * frame_samples)
    last = min(first + len(sound.samples), len(whole))
    for start in range(0, last - first, COPIED_SAMPLES):
        end = min(start + COPIED_SAMPLES, last - first)
        whole[first + start : first + end] = sound.samples[start:end]
    style = composition.style
    for card, begin, count in ((style.intro, 0, first), (style.outro, last, len(whole) - last)):
        if card.sound and count:
            heard = _card_sound(composition, card, count, sound.lufs)
            for start in range(0, count, COPIED_SAMPLES):
                end = min(start + COPIED_SAMPLES, count)
                whole[begin + start : begin + end] = heard[start:end]
    return replace(sound, samples=whole, lufs=measure_levels(whole).lufs())


def _card_sound(composition: Composition, card: CardStyle, count: int, clip_lufs: float | None) -> Tape:
    """Return so many samples of a card's sound, then silence, as loud as the clip."""
    samples = read_sound(composition.style, card.sound, count)
    fade(samples, FADE_IN_SECONDS, FADE_OUT_SECONDS)
    plan = composition.audio
    aim = clip_lufs if clip_lufs is not None else plan.target_lufs
    return levelled(samples, measure_levels(samples), plan, aim).samples


def read_sound(style: Style, name: str, count: int) -> Tape:
    """Return (count, 2) float32 at 48 kHz of a sound of a style's package; what is missing at its end is silent.

    Raises:
        StyleError: The package lacks it, or it can't be read.
    """
    asset = style.asset(name)
    if asset is None:
        raise StyleError(
            f"Style {style.pin} plays “{name}”, which its package lacks.", remedy="Add the sound to the package."
        )
    samples = Tape(count)
    try:
        facts = probe(asset.path)
        if facts.audio is None:
            raise MediaError("The file has no sound.", str(asset.path))
        position = 0
        span = TimeSpan(start=0.0, end=min(count / RATE_HZ, facts.duration))
        for piece in stream_audio(asset.path, facts, span, RATE_HZ, CHANNELS):
            piece = piece[: count - position]
            samples[position : position + len(piece)] = piece
            position += len(piece)
    except MediaError as error:
        raise StyleError(
            f"“{name}” of style {style.pin} can't be played: {error.reason}",
            file=str(asset.path),
            remedy="Replace it with a WAV, FLAC, MP3, OGG or AAC file.",
        ) from error
    return samples
