"""One try at one finished file, and what is tried next where it fails: other encoders, fewer bytes."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from core.errors import RenderError
from core.render.encode import EncoderFailed, FileTooLarge
from core.render.encoder import Encoder, Target
from core.render.encoders import encoders_for
from core.render.working import choose_encoder
from core.schema.choice import Choice
from core.schema.composition import Composition

# What is aimed at when a file was too large, and how often.
AIM = 0.93
MOST_ATTEMPTS = 6
SIZE = "file size"
# A file made to fit that would have been more than so many times its size is visibly less than was asked for.
DEGRADED_FROM = 2.0


@dataclass(frozen=True)
class Attempt:
    """How a composition's file is made this time.

    Attributes:
        composition: What is shown.
        file: Where it is put when it is whole.
        encoder: What encodes it.
        crf: The preset's quality, or less of it so that the file fits.
        choices: What is to be told of it so far.
        number: Counted from 1.
        too_large: What was found so far: a crf, and the bytes that the file has with it or would have had.
    """

    composition: Composition
    file: Path
    encoder: Encoder
    crf: float
    choices: tuple[Choice, ...] = ()
    number: int = 1
    too_large: tuple[tuple[float, int], ...] = ()

    @classmethod
    def first(cls, composition: Composition, file: Path) -> Attempt:
        """Return the attempt that nearly always does.

        Raises:
            RenderError: The preset limits the size of a codec that can't be limited.
        """
        preset = composition.preset
        encoder, choices = choose_encoder(preset, composition.prefers_hardware)
        if preset.max_bytes and encoder.control == "profile":
            raise RenderError(
                f"Preset “{preset.name}” limits the size of files whose codec can't be limited.",
                remedy="Choose another preset.",
            )
        return cls(composition, file, encoder, preset.crf, choices)

    @property
    def partial(self) -> Path:
        """Where it is written while it is not whole."""
        return self.file.with_name(f".{self.file.name}.part")

    @property
    def target(self) -> Target:
        """What its encoder is to make."""
        one = self.composition
        return Target(
            one.preset, one.width, one.height, Fraction(one.fps_numerator, one.fps_denominator), self.crf
        )

    @property
    def doing(self) -> str:
        """What is being done, for a line of progress."""
        if self.number == 1:
            return "rendering"
        return (
            "rendering again in software" if self.crf == self.composition.preset.crf else "rendering again to fit"
        )

    def next_after(self, failure: EncoderFailed | FileTooLarge) -> Attempt:
        """Return what to try instead.

        Raises:
            EncoderFailed: It was software that failed.
            RenderError: The file can't be made small enough.
        """
        if isinstance(failure, FileTooLarge):
            return self._smaller(failure.likely_bytes)
        if not self.encoder.is_hardware:
            raise failure
        software = encoders_for(self.composition.preset, is_hardware=False)[0]
        reason = f"{failure.reason} The file was made again from its first frame, in software."
        told = Choice(subject="encoder", chosen=software.name, reason=reason, degraded=True)
        return replace(self, encoder=software, choices=(*self.choices, told), number=self.number + 1)

    def _smaller(self, likely_bytes: int) -> Attempt:
        preset, encoder = self.composition.preset, self.encoder
        limit = preset.max_bytes or likely_bytes
        too_large = (*self.too_large, (self.crf, likely_bytes))
        a_halving = _crf_a_halving(too_large, encoder.crf_a_halving)
        # What is fixed, sound above all, does not shrink: at least a step that is seen in the size.
        step = max(a_halving * math.log2(likely_bytes / (AIM * limit)), encoder.crf_a_halving / 10)
        crf = min(round(self.crf + step, 1), encoder.crf_limit)
        if self.crf >= encoder.crf_limit or self.number == MOST_ATTEMPTS:
            raise RenderError(
                f"This clip of {_seconds(self.composition):.0f} seconds can't be made smaller than "
                f"{_size(limit)} and stay watchable.",
                str(self.file),
                remedy="Shorten the clip, or choose a preset with a smaller picture or a higher limit.",
            )
        wanted = too_large[0][1]
        told = Choice(
            subject=SIZE,
            chosen=f"quality {crf:g} instead of {preset.crf:g}",
            reason=f"{_size(wanted)} at the preset's quality, of {_size(limit)} that it allows.",
            degraded=wanted > DEGRADED_FROM * limit,
        )
        others = tuple(choice for choice in self.choices if choice.subject != SIZE)
        return replace(self, crf=crf, choices=(*others, told), number=self.number + 1, too_large=too_large)


def _seconds(composition: Composition) -> float:
    return composition.frame_count * composition.fps_denominator / composition.fps_numerator


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.1f} MB" if size_bytes >= 1e6 else f"{size_bytes / 1e3:.0f} kB"


def _crf_a_halving(found: tuple[tuple[float, int], ...], usual: float) -> float:
    """Return by how much more crf the file halves, as its last two sizes tell; not far from what is usual."""
    if len(found) < 2:
        return usual
    (first_crf, first_bytes), (crf, size) = found[-2:]
    if size >= first_bytes:
        return 2 * usual
    return min(max((crf - first_crf) / math.log2(first_bytes / size), usual / 2), 2 * usual)
