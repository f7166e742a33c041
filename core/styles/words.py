"""A style's fields and values as a person is told them."""

from __future__ import annotations

from typing import Any

from core.schema.style import PX_A_UNIT

_LENGTHS = frozenset({"size", "height", "outline", "shadow_offset", "shadow_blur", "box_radius", "box_padding"})
# Of the height of the picture, and of the size of letters.
_SHARES = frozenset({"position", "letter_spacing"})
PART_TITLES = {
    "captions": "Captions",
    "hook": "Title",
    "lower_third": "Lower third",
    "logo": "Logo",
    "progress_bar": "Progress bar",
    "background": "Background",
    "intro": "Intro",
    "outro": "Outro",
    "brand": "Brand",
    "safe_zone": "Safe zone",
}
_FIELDS = {
    "font_families": "fonts",
    "font_weight": "weight",
    "uppercase": "capitals",
    "max_words": "most words on a page",
    "max_lines": "most lines",
    "shows_emoji": "emoji",
    "avoids_faces": "keeps off faces",
    "needs_logo": "needs a logo",
    "file": "picture",
    "kind": "filled with",
}
_COLOURS = {
    "#ffffff": "white",
    "#000000": "black",
    "#ff0000": "red",
    "#00ff00": "green",
    "#0000ff": "blue",
    "#ffff00": "yellow",
}


def part_title(part: str) -> str:
    """Return what a part of a style is called."""
    return PART_TITLES.get(part, _plain(part).capitalize())


def field_title(field: str) -> str:
    """Return what a field is called, in lower case."""
    return _FIELDS.get(field, _plain(field))


def value_words(field: str, value: Any) -> str:
    """Return a value as it is told: lengths in pixels, few digits, colours by name where they have one."""
    if value is None or value == "" or value == () or value == []:
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, (tuple, list)):
        return ", ".join(value_words(field, each) for each in value)
    if isinstance(value, (int, float)):
        if field in _LENGTHS:
            return f"{round(value * PX_A_UNIT, 1):g} px"
        if field in _SHARES:
            return f"{round(value * 100, 1):g} %"
        return f"{round(value, 1 if abs(value) >= 10 else 3):g}"
    if field.endswith(("colour", "colours")):
        return _colour(str(value))
    return _plain(str(value)) if field in ("corner", "kind", "edge") else str(value)


def _colour(value: str) -> str:
    plain, alpha = value[:7].lower(), value[7:9]
    named = _COLOURS.get(plain, plain)
    if not alpha or alpha.lower() == "ff":
        return named
    percent = round(100 * int(alpha, 16) / 255)
    return f"{named} at {percent} %" if percent else "transparent"


def _plain(name: str) -> str:
    return name.replace("_", " ")
