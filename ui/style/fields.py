"""What can be changed of a style, as a table: sections, groups, and fields with their words, ranges and units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.schema.style import PX_A_UNIT
from ui.wording import QT_TR_NOOP

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
    hint = QT_TR_NOOP("In a picture of 1080 × 1920; in other sizes in proportion")
    return Field(part, name, title, "number", least, most, step, "px", PX_A_UNIT, hint=hint, needs=needs)


def _percent(part: str, name: str, title: str, hint: str = "", least: float = 0.0, most: float = 100.0) -> Field:
    return Field(part, name, title, "number", least, most, 1.0, "%", 100.0, hint=hint)


def _colour(part: str, name: str, title: str, optional: bool = False, needs: str = "", hint: str = "") -> Field:
    return Field(part, name, title, "colour", optional=optional, needs=needs, hint=hint)


def _seconds(part: str, name: str, title: str, least: float, most: float, needs: str = "") -> Field:
    return Field(part, name, title, "number", least, most, 0.1, "s", needs=needs)


def _flag(part: str, name: str, title: str, hint: str = "") -> Field:
    return Field(part, name, title, "flag", hint=hint)


_DOWN = QT_TR_NOOP("Of the height, from the top: of the middle of what stands there")
_C = "captions"
WEIGHTS = (
    # Fonts name their cuts so, in every language.
    ("300", "Light"),
    ("400", "Regular"),
    ("500", "Medium"),
    ("600", "Semi-bold"),
    ("700", "Bold"),
    ("800", "Extra-bold"),
    ("900", "Black"),
)
ANIMATION_TITLES = {
    "pop": QT_TR_NOOP("Pop"),
    "karaoke": QT_TR_NOOP("Karaoke"),
    "word_by_word": QT_TR_NOOP("Word by word"),
    "bounce": QT_TR_NOOP("Bounce"),
    "slide": QT_TR_NOOP("Slide"),
    "typewriter": QT_TR_NOOP("Typewriter"),
    "fade": QT_TR_NOOP("Fade"),
    "none": QT_TR_NOOP("No animation"),
}
_MARKS = (
    ("colour", QT_TR_NOOP("Colour")),
    ("box", QT_TR_NOOP("Box")),
    ("scale", QT_TR_NOOP("Size")),
    ("underline", QT_TR_NOOP("Line")),
)

_TEXT = Section(
    "text",
    QT_TR_NOOP("Captions: letters"),
    (
        _flag(_C, "is_shown", QT_TR_NOOP("Show captions")),
        Field(_C, "font_families", QT_TR_NOOP("Font"), "family"),
        Field(_C, "font_weight", QT_TR_NOOP("Weight"), "choice", choices=WEIGHTS),
        _px(_C, "size", QT_TR_NOOP("Size"), 190.0, least=20.0),
        _percent(
            _C,
            "letter_spacing",
            QT_TR_NOOP("Spacing"),
            QT_TR_NOOP("Between letters, of the type size"),
            -10.0,
            50.0,
        ),
        _flag(_C, "uppercase", QT_TR_NOOP("All capitals")),
        _colour(_C, "colour", QT_TR_NOOP("Colour")),
        _colour(_C, "gradient_colour", QT_TR_NOOP("Gradient to"), optional=True, hint=QT_TR_NOOP("At their feet")),
        _colour(_C, "emphasis_colour", QT_TR_NOOP("Stressed words")),
        Field(
            _C,
            "speaker_colours",
            QT_TR_NOOP("Speakers"),
            "colours",
            hint=QT_TR_NOOP("Of the speakers’ words, in order of appearance"),
        ),
    ),
)
_HIGHLIGHT = Section(
    "highlight",
    QT_TR_NOOP("Captions: the word being said"),
    (
        Field(_C, "highlight", QT_TR_NOOP("Stands out by"), "marks", choices=_MARKS),
        _colour(_C, "highlight_colour", QT_TR_NOOP("Colour")),
        _colour(_C, "highlight_box_colour", QT_TR_NOOP("Box")),
        Field(_C, "animation", QT_TR_NOOP("Animation"), "animation"),
    ),
)
_EDGE = Section(
    "edge",
    QT_TR_NOOP("Captions: outline, shadow, box"),
    (
        _px(_C, "outline", QT_TR_NOOP("Outline"), 40.0, 0.5),
        _colour(_C, "outline_colour", QT_TR_NOOP("Outline colour")),
        _px(_C, "shadow_offset", QT_TR_NOOP("Shadow distance"), 40.0, 0.5),
        _px(_C, "shadow_blur", QT_TR_NOOP("Shadow, soft"), 40.0, 0.5),
        _colour(_C, "shadow_colour", QT_TR_NOOP("Shadow colour")),
        _colour(_C, "box_colour", QT_TR_NOOP("Box"), optional=True),
        _px(_C, "box_padding", QT_TR_NOOP("Box margin"), 80.0, needs="box_colour"),
        _px(_C, "box_radius", QT_TR_NOOP("Box corners"), 80.0, needs="box_colour"),
    ),
)
_PAGES = Section(
    "pages",
    QT_TR_NOOP("Captions: pages and place"),
    (
        Field(
            _C,
            "max_words",
            QT_TR_NOOP("Words a page"),
            "whole",
            1,
            12,
            hint=QT_TR_NOOP("At most; phrases are kept together"),
        ),
        Field(_C, "max_lines", QT_TR_NOOP("Lines a page"), "whole", 1, 3),
        Field(
            _C,
            "gaps",
            QT_TR_NOOP("Short pauses"),
            "choice",
            choices=(
                ("closed", QT_TR_NOOP("Page stays until the next")),
                ("kept", QT_TR_NOOP("Nothing is shown")),
            ),
        ),
        _percent(_C, "position", QT_TR_NOOP("Place"), _DOWN),
        _flag(
            _C,
            "avoids_faces",
            QT_TR_NOOP("Keep clear of faces"),
            QT_TR_NOOP("Captions move out of their way where there is room"),
        ),
        _flag(_C, "shows_emoji", QT_TR_NOOP("Emoji"), QT_TR_NOOP("After words they go with")),
    ),
)
_TITLE = Section(
    "title",
    QT_TR_NOOP("Title"),
    (
        _flag("hook", "is_shown", QT_TR_NOOP("Show the opening line")),
        _seconds("hook", "seconds", QT_TR_NOOP("For"), 0.5, 10.0),
        _px("hook", "size", QT_TR_NOOP("Size"), 150.0, least=15.0),
        _flag("hook", "uppercase", QT_TR_NOOP("All capitals")),
        _colour("hook", "colour", QT_TR_NOOP("Colour")),
        _colour("hook", "box_colour", QT_TR_NOOP("Box")),
        _px("hook", "box_radius", QT_TR_NOOP("Box corners"), 80.0),
        _percent("hook", "position", QT_TR_NOOP("Place"), _DOWN),
    ),
)
_LOWER = Section(
    "lower_third",
    QT_TR_NOOP("Lower third"),
    (
        _flag(
            "lower_third",
            "is_shown",
            QT_TR_NOOP("Show who speaks"),
            QT_TR_NOOP("The name, when they are first heard in the clip"),
        ),
        _seconds("lower_third", "seconds", QT_TR_NOOP("For"), 0.5, 10.0),
        _px("lower_third", "size", QT_TR_NOOP("Size"), 120.0, least=15.0),
        _colour("lower_third", "colour", QT_TR_NOOP("Colour")),
        _colour("lower_third", "box_colour", QT_TR_NOOP("Box")),
        _colour("lower_third", "accent_colour", QT_TR_NOOP("Accent")),
        _percent("lower_third", "position", QT_TR_NOOP("Place"), _DOWN),
    ),
)
_CORNERS = (
    ("top_left", QT_TR_NOOP("Top left")),
    ("top_right", QT_TR_NOOP("Top right")),
    ("bottom_left", QT_TR_NOOP("Bottom left")),
    ("bottom_right", QT_TR_NOOP("Bottom right")),
)
_LOGO = Section(
    "logo",
    QT_TR_NOOP("Logo"),
    (
        Field("logo", "file", QT_TR_NOOP("Picture"), "picture"),
        Field("logo", "corner", QT_TR_NOOP("Corner"), "choice", choices=_CORNERS, needs="file"),
        _px("logo", "height", QT_TR_NOOP("Height"), 300.0, least=10.0, needs="file"),
        Field("logo", "opacity", QT_TR_NOOP("Opacity"), "number", 0.0, 100.0, 1.0, "%", 100.0, needs="file"),
    ),
)
_BAR = Section(
    "progress_bar",
    QT_TR_NOOP("Progress bar"),
    (
        _flag("progress_bar", "is_shown", QT_TR_NOOP("Show a progress bar")),
        _px("progress_bar", "height", QT_TR_NOOP("Height"), 40.0, 0.5, least=1.0),
        _colour("progress_bar", "colour", QT_TR_NOOP("Colour")),
        Field(
            "progress_bar",
            "edge",
            QT_TR_NOOP("Edge"),
            "choice",
            choices=(("bottom", QT_TR_NOOP("Bottom")), ("top", QT_TR_NOOP("Top"))),
        ),
    ),
)
_BACKGROUND = Section(
    "background",
    QT_TR_NOOP("Background"),
    (
        Field(
            "background",
            "kind",
            QT_TR_NOOP("Behind the picture"),
            "choice",
            choices=(
                ("blur", QT_TR_NOOP("The picture, blurred")),
                ("colour", QT_TR_NOOP("A colour")),
                ("image", QT_TR_NOOP("An image")),
            ),
        ),
        _colour("background", "colour", QT_TR_NOOP("Colour")),
        Field("background", "file", QT_TR_NOOP("Image"), "picture"),
    ),
    QT_TR_NOOP("Seen where the picture is shown whole, with room around it."),
)


def _card(part: str, name: str, title: str) -> Section:
    return Section(
        name,
        title,
        (
            Field(
                part,
                "seconds",
                QT_TR_NOOP("Lasts"),
                "number",
                0.0,
                10.0,
                0.1,
                "s",
                hint=QT_TR_NOOP("0 seconds: there is no card"),
            ),
            Field(part, "text", QT_TR_NOOP("Text"), "text", needs="seconds"),
            _colour(part, "text_colour", QT_TR_NOOP("Text colour"), needs="seconds"),
            _px(part, "size", QT_TR_NOOP("Text size"), 200.0, least=20.0, needs="seconds"),
            _colour(part, "colour", QT_TR_NOOP("Background"), needs="seconds"),
            Field(part, "file", QT_TR_NOOP("Picture"), "picture", needs="seconds"),
            Field(part, "sound", QT_TR_NOOP("Sound"), "sound", needs="seconds"),
        ),
    )


_BRAND = Section(
    "brand",
    QT_TR_NOOP("Brand rules"),
    (
        Field(
            "brand",
            "font_families",
            QT_TR_NOOP("Fonts"),
            "families",
            hint=QT_TR_NOOP("Separated by commas; no others may be used. Leave it empty to allow all."),
        ),
        Field(
            "brand", "colours", QT_TR_NOOP("Colours"), "colours", hint=QT_TR_NOOP("That may be used; none: any")
        ),
        _flag("brand", "needs_logo", QT_TR_NOOP("A logo must be there")),
        Field(
            "brand", "banned_words", QT_TR_NOOP("Banned words"), "words", hint=QT_TR_NOOP("Separated by commas")
        ),
        Field(
            "brand",
            "least_contrast",
            QT_TR_NOOP("Least contrast"),
            "number",
            1.0,
            21.0,
            0.1,
            ": 1",
            hint=QT_TR_NOOP(
                "Of letters against what is behind them. WCAG asks 3 : 1 of large letters, 4.5 : 1 of others"
            ),
        ),
    ),
    QT_TR_NOOP("Checked before a version is published."),
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
    _card("intro", "intro", QT_TR_NOOP("Card before the clip")),
    _card("outro", "outro", QT_TR_NOOP("Card after the clip")),
    _BRAND,
)
