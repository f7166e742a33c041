"""A style: how captions and overlays look. Published as immutable versions, pinned by runs.

Lengths are pixels of a 1080-pixel-wide 9:16 picture; other pictures scale them by their shorter side / 1080.
Colours are "#rrggbb" or "#rrggbbaa".
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from core.schema.record import Record

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$")]


class SafeZone(Record):
    """Margins that a platform covers with its own controls, in pixels at 1080×1920."""

    top: int = 210
    bottom: int = 450
    left: int = 60
    right: int = 150


class CaptionStyle(Record):
    """How captions are drawn.

    `position` is the vertical centre as a fraction of a 9:16 picture's height; in other aspects the same place
    between the safe margins is meant, so that what lies low in 9:16 also lies low in 16:9. Where `is_shown` is
    False nothing is painted, but cues are still made, for a subtitle file beside the clip.
    """

    is_shown: bool = True
    font_families: tuple[str, ...] = ("Inter",)
    font_weight: int = Field(default=800, ge=1, le=1000)
    size_px: float = Field(default=76.0, gt=0)
    uppercase: bool = False
    colour: Colour = "#ffffff"
    highlight_colour: Colour = "#ffd60a"
    emphasis_colour: Colour = "#7dd3fc"
    outline_colour: Colour = "#000000"
    outline_px: float = Field(default=10.0, ge=0)
    shadow_colour: Colour = "#00000080"
    shadow_offset_px: float = Field(default=5.0, ge=0)
    box_colour: Colour | None = None
    box_radius_px: float = Field(default=18.0, ge=0)
    box_padding_px: float = Field(default=24.0, ge=0)
    animation: str = "pop"
    max_words: int = Field(default=4, ge=1, le=12)
    max_lines: int = Field(default=2, ge=1, le=3)
    position: float = Field(default=0.68, ge=0.0, le=1.0)


class HookStyle(Record):
    """The title shown during a clip's first seconds."""

    is_shown: bool = True
    seconds: float = Field(default=3.0, gt=0)
    size_px: float = Field(default=64.0, gt=0)
    colour: Colour = "#111111"
    box_colour: Colour = "#ffffff"
    position: float = Field(default=0.16, ge=0.0, le=1.0)


class ProgressBarStyle(Record):
    """A thin bar that fills as the clip plays."""

    is_shown: bool = False
    height_px: float = Field(default=10.0, gt=0)
    colour: Colour = "#ffd60a"


class Style(Record):
    """One version of a style package."""

    name: str
    version: int = Field(ge=1)
    title: str = ""
    captions: CaptionStyle = CaptionStyle()
    hook: HookStyle = HookStyle()
    progress_bar: ProgressBarStyle = ProgressBarStyle()
    safe_zone: SafeZone = SafeZone()

    @property
    def pin(self) -> str:
        """How a run names this version: `name@version`."""
        return f"{self.name}@{self.version}"
