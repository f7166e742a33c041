"""What can be changed of a style, as a table: sections, groups, and fields with their words, ranges and units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.schema.style import PX_A_UNIT

Kind = Literal[
    "number",
    "whole",
    "colour",
    "flag",
    "choice",
    "marks",
    "text",
    "words",
    "colours",
    "family",
    "families",
    "picture",
    "sound",
    "animation",
]


@dataclass(frozen=True)
class Field:
    """One control. A number shown is `factor` times what the style keeps.

    `optional` colours can be none; `needs` names a field of the same part without which this one says nothing.
    """

    part: str
    name: str
    title: str
    kind: Kind
    least: float = 0.0
    most: float = 100.0
    step: float = 1.0
    unit: str = ""
    factor: float = 1.0
    choices: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    needs: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the page that folds; the note stands above its fields."""

    name: str
    title: str
    fields: tuple[Field, ...]
    note: str = ""


def _px(
    part: str, name: str, title: str, most: float, step: float = 1.0, least: float = 0.0, needs: str = ""
) -> Field:
    hint = "In a picture of 1080 × 1920; in other sizes in proportion"
    return Field(part, name, title, "number", least, most, step, "px", PX_A_UNIT, hint=hint, needs=needs)


def _percent(part: str, name: str, title: str, hint: str = "", least: float = 0.0, most: float = 100.0) -> Field:
    return Field(part, name, title, "number", least, most, 1.0, "%", 100.0, hint=hint)


def _colour(part: str, name: str, title: str, optional: bool = False, needs: str = "", hint: str = "") -> Field:
    return Field(part, name, title, "colour", optional=optional, needs=needs, hint=hint)


def _seconds(part: str, name: str, title: str, least: float, most: float, needs: str = "") -> Field:
    return Field(part, name, title, "number", least, most, 0.1, "s", needs=needs)


def _flag(part: str, name: str, title: str, hint: str = "") -> Field:
    return Field(part, name, title, "flag", hint=hint)


_DOWN = "Of the height, from the top: of the middle of what stands there"
_C = "captions"
WEIGHTS = (
    ("300", "Light"),
    ("400", "Regular"),
    ("500", "Medium"),
    ("600", "Semi-bold"),
    ("700", "Bold"),
    ("800", "Extra-bold"),
    ("900", "Black"),
)
_MARKS = (("colour", "Colour"), ("box", "Box"), ("scale", "Size"), ("underline", "Line"))

_TEXT = Section(
    "text",
    "Captions: letters",
    (
        _flag(_C, "is_shown", "Show captions"),
        Field(_C, "font_families", "Font", "family"),
        Field(_C, "font_weight", "Weight", "choice", choices=WEIGHTS),
        _px(_C, "size", "Size", 190.0, least=20.0),
        _percent(_C, "letter_spacing", "Spacing", "Between letters, of the type size", -10.0, 50.0),
        _flag(_C, "uppercase", "All capitals"),
        _colour(_C, "colour", "Colour"),
        _colour(_C, "gradient_colour", "Gradient to", optional=True, hint="At their feet"),
        _colour(_C, "emphasis_colour", "Stressed words"),
        Field(_C, "speaker_colours", "Speakers", "colours", hint="Of the speakers’ words, in order of appearance"),
    ),
)
_HIGHLIGHT = Section(
    "highlight",
    "Captions: the word being said",
    (
        Field(_C, "highlight", "Stands out by", "marks", choices=_MARKS),
        _colour(_C, "highlight_colour", "Colour"),
        _colour(_C, "highlight_box_colour", "Box"),
        Field(_C, "animation", "Animation", "animation"),
    ),
)
_EDGE = Section(
    "edge",
    "Captions: outline, shadow, box",
    (
        _px(_C, "outline", "Outline", 40.0, 0.5),
        _colour(_C, "outline_colour", "Outline colour"),
        _px(_C, "shadow_offset", "Shadow, down", 40.0, 0.5),
        _px(_C, "shadow_blur", "Shadow, soft", 40.0, 0.5),
        _colour(_C, "shadow_colour", "Shadow colour"),
        _colour(_C, "box_colour", "Box", optional=True),
        _px(_C, "box_padding", "Box margin", 80.0, needs="box_colour"),
        _px(_C, "box_radius", "Box corners", 80.0, needs="box_colour"),
    ),
)
_PAGES = Section(
    "pages",
    "Captions: pages and place",
    (
        Field(_C, "max_words", "Words a page", "whole", 1, 12, hint="At most; phrases are kept together"),
        Field(_C, "max_lines", "Lines a page", "whole", 1, 3),
        Field(
            _C,
            "gaps",
            "Short pauses",
            "choice",
            choices=(("closed", "Page stays until the next"), ("kept", "Nothing is shown")),
        ),
        _percent(_C, "position", "Place", _DOWN),
        _flag(_C, "avoids_faces", "Keep clear of faces", "Captions move out of their way where there is room"),
        _flag(_C, "shows_emoji", "Emoji", "After words they go with"),
    ),
)
_TITLE = Section(
    "title",
    "Title",
    (
        _flag("hook", "is_shown", "Show the opening line"),
        _seconds("hook", "seconds", "For", 0.5, 10.0),
        _px("hook", "size", "Size", 150.0, least=15.0),
        _flag("hook", "uppercase", "All capitals"),
        _colour("hook", "colour", "Colour"),
        _colour("hook", "box_colour", "Box"),
        _px("hook", "box_radius", "Box corners", 80.0),
        _percent("hook", "position", "Place", _DOWN),
    ),
)
_LOWER = Section(
    "lower_third",
    "Lower third",
    (
        _flag("lower_third", "is_shown", "Show who speaks", "The name, when they are first heard in the clip"),
        _seconds("lower_third", "seconds", "For", 0.5, 10.0),
        _px("lower_third", "size", "Size", 120.0, least=15.0),
        _colour("lower_third", "colour", "Colour"),
        _colour("lower_third", "box_colour", "Box"),
        _colour("lower_third", "accent_colour", "Accent"),
        _percent("lower_third", "position", "Place", _DOWN),
    ),
)
_CORNERS = (
    ("top_left", "Top left"),
    ("top_right", "Top right"),
    ("bottom_left", "Bottom left"),
    ("bottom_right", "Bottom right"),
)
_LOGO = Section(
    "logo",
    "Logo",
    (
        Field("logo", "file", "Picture", "picture"),
        Field("logo", "corner", "Corner", "choice", choices=_CORNERS, needs="file"),
        _px("logo", "height", "Height", 300.0, least=10.0, needs="file"),
        Field("logo", "opacity", "Opacity", "number", 0.0, 100.0, 1.0, "%", 100.0, needs="file"),
    ),
)
_BAR = Section(
    "progress_bar",
    "Progress bar",
    (
        _flag("progress_bar", "is_shown", "Show a progress bar"),
        _px("progress_bar", "height", "Height", 40.0, 0.5, least=1.0),
        _colour("progress_bar", "colour", "Colour"),
        Field("progress_bar", "edge", "Edge", "choice", choices=(("bottom", "Bottom"), ("top", "Top"))),
    ),
)
_BACKGROUND = Section(
    "background",
    "Background",
    (
        Field(
            "background",
            "kind",
            "Behind the picture",
            "choice",
            choices=(("blur", "The picture, blurred"), ("colour", "A colour"), ("image", "An image")),
        ),
        _colour("background", "colour", "Colour"),
        Field("background", "file", "Image", "picture"),
    ),
    "Seen where the picture is shown whole, with room around it.",
)


def _card(part: str, name: str, title: str) -> Section:
    return Section(
        name,
        title,
        (
            Field(part, "seconds", "Lasts", "number", 0.0, 10.0, 0.1, "s", hint="0 seconds: there is no card"),
            Field(part, "text", "Text", "text", needs="seconds"),
            _colour(part, "text_colour", "Text colour", needs="seconds"),
            _px(part, "size", "Text size", 200.0, least=20.0, needs="seconds"),
            _colour(part, "colour", "Ground", needs="seconds"),
            Field(part, "file", "Picture", "picture", needs="seconds"),
            Field(part, "sound", "Sound", "sound", needs="seconds"),
        ),
    )


_BRAND = Section(
    "brand",
    "Brand rules",
    (
        Field("brand", "font_families", "Fonts", "families", hint="That may be used, with commas; empty: any"),
        Field("brand", "colours", "Colours", "colours", hint="That may be used; none: any"),
        _flag("brand", "needs_logo", "A logo must be there"),
        Field("brand", "banned_words", "Banned words", "words", hint="With commas"),
        Field(
            "brand",
            "least_contrast",
            "Contrast, least",
            "number",
            1.0,
            21.0,
            0.1,
            ": 1",
            hint="Of letters against what is behind them. WCAG asks 3 : 1 of large letters, 4.5 : 1 of others",
        ),
    ),
    "Checked before a version is published.",
)

SECTIONS = (
    _TEXT,
    _HIGHLIGHT,
    _EDGE,
    _PAGES,
    _TITLE,
    _LOWER,
    _LOGO,
    _BAR,
    _BACKGROUND,
    _card("intro", "intro", "Card before the clip"),
    _card("outro", "outro", "Card after the clip"),
    _BRAND,
)
