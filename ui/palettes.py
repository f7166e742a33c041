"""Both themes as data: every colour of the window by its token.

Text keeps at least 4.5:1 on every surface it is used on, and what tells a control's edge or focus at least 3:1
(WCAG 2.2 AA, success criteria 1.4.3 and 1.4.11); `tests/ui/test_theme.py` proves it for each palette. A picture is
judged on black, so the stage of the preview and what is written on it are the same in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ScoreStop = tuple[float, str]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme.

    Speakers are told apart by hue, never by hue alone: the name always stands beside it. `score_stops` are scores
    from 0 to 100 with their colours, from slate for weak to green for the best.
    """

    name: str
    is_dark: bool
    colours: Mapping[str, str]
    speakers: tuple[str, ...]
    score_stops: tuple[ScoreStop, ...]


# The preview's stage, what covers a picture, and what is written over both.
_STAGE = {
    "canvas": "#0b0c0e",
    "on-canvas": "#e9ebf0",
    "on-canvas-danger": "#f0868e",
    "on-canvas-accent": "#7aa2ff",
}

DARK = Palette(
    name="dark",
    is_dark=True,
    colours={
        "ground": "#121317",
        "field": "#121317",
        "surface": "#181a1f",
        "raised": "#20232a",
        "hover": "#282c35",
        "pressed": "#313641",
        "line": "#2a2e37",
        "line-strong": "#3a404c",
        "edge": "#707888",
        "edge-hover": "#858d9c",
        "handle": "#525a69",
        "text": "#e9ebf0",
        "text-muted": "#abb2bf",
        "text-faint": "#8b93a1",
        "text-off": "#6d7482",
        "accent": "#7aa2ff",
        "accent-hover": "#93b4ff",
        "accent-pressed": "#6690f5",
        "accent-deep": "#26345a",
        "accent-faint": "#1b2236",
        "on-accent": "#0c1326",
        "on-score": "#0b0f16",
        "approved": "#4fcf93",
        "approved-deep": "#1d3b2f",
        "maybe": "#edbd5c",
        "maybe-deep": "#3d331d",
        "rejected": "#f0868e",
        "rejected-deep": "#402529",
        "undecided": "#8b93a1",
        "danger": "#f0868e",
        "danger-deep": "#2a1d21",
        "danger-line": "#5a2f36",
        "warning": "#edbd5c",
        "warning-deep": "#2e2a1c",
        "warning-line": "#5a4d26",
        "selected": "#3b5296",
        "found": "#54441c",
        "disputed": "#5a2c33",
        "wave": "#465470",
        **_STAGE,
    },
    speakers=("#8fb4ff", "#f2b880", "#86d9b4", "#d7a6f2", "#f29bb1", "#b7cf7a"),
    score_stops=((0.0, "#7d8694"), (55.0, "#8390a8"), (72.0, "#6c9bea"), (86.0, "#5cc3d6"), (96.0, "#63dba6")),
)

LIGHT = Palette(
    name="light",
    is_dark=False,
    colours={
        "ground": "#e9ebf0",
        "field": "#ffffff",
        "surface": "#f6f7f9",
        "raised": "#ffffff",
        "hover": "#e4e8f0",
        "pressed": "#d3d9e5",
        "line": "#d7dbe3",
        "line-strong": "#bcc3cf",
        "edge": "#7c8494",
        "edge-hover": "#5d6575",
        "handle": "#a3abb9",
        "text": "#191c22",
        "text-muted": "#464e5b",
        "text-faint": "#5c6472",
        "text-off": "#8d95a3",
        "accent": "#2353cc",
        "accent-hover": "#1b45b0",
        "accent-pressed": "#163b99",
        "accent-deep": "#d2defa",
        "accent-faint": "#e2eafc",
        "on-accent": "#ffffff",
        "on-score": "#ffffff",
        "approved": "#0d6a41",
        "approved-deep": "#d3eedf",
        "maybe": "#7d4e00",
        "maybe-deep": "#fbeac6",
        "rejected": "#b0222d",
        "rejected-deep": "#fbdfe0",
        "undecided": "#5c6472",
        "danger": "#b0222d",
        "danger-deep": "#fdeeee",
        "danger-line": "#e3a5aa",
        "warning": "#7d4e00",
        "warning-deep": "#fdf3dc",
        "warning-line": "#e0bf7a",
        "selected": "#b3c8fa",
        "found": "#ffe69c",
        "disputed": "#fcd2d5",
        "wave": "#9eacc8",
        **_STAGE,
    },
    speakers=("#2353b8", "#8a4b00", "#0b6842", "#7631ab", "#a4214c", "#4a5c00"),
    score_stops=((0.0, "#626a78"), (55.0, "#52617f"), (72.0, "#2a5cc0"), (86.0, "#0b6a80"), (96.0, "#0b6d43")),
)

PALETTES: Mapping[str, Palette] = {palette.name: palette for palette in (DARK, LIGHT)}
