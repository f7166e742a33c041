"""What differs between two styles, in the words of the editor: "Captions: Size 76.8 px → 88.3 px"."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby
from typing import Any

from core.schema.choice import Aspect
from core.schema.style_change import StyleChange
from ui.style.fields import ANIMATION_TITLES, SECTIONS, Field
from ui.widgets.timecode import shortest
from ui.wording import QT_TR_NOOP, tr

PART_TITLES = {
    "captions": QT_TR_NOOP("Captions"),
    "hook": QT_TR_NOOP("Title"),
    "lower_third": QT_TR_NOOP("Lower third"),
    "logo": QT_TR_NOOP("Logo"),
    "progress_bar": QT_TR_NOOP("Progress bar"),
    "background": QT_TR_NOOP("Background"),
    "intro": QT_TR_NOOP("Card before the clip"),
    "outro": QT_TR_NOOP("Card after the clip"),
    "brand": QT_TR_NOOP("Brand rules"),
    "safe_zone": QT_TR_NOOP("Safe zone"),
}
# What no control of the editor changes: margins, in pixels.
_MARGINS = (
    Field("safe_zone", "top", QT_TR_NOOP("Top"), "whole", unit="px"),
    Field("safe_zone", "bottom", QT_TR_NOOP("Bottom"), "whole", unit="px"),
    Field("safe_zone", "left", QT_TR_NOOP("Left"), "whole", unit="px"),
    Field("safe_zone", "right", QT_TR_NOOP("Right"), "whole", unit="px"),
)
FIELDS = {(each.part, each.name): each for each in (*_MARGINS, *(f for s in SECTIONS for f in s.fields))}
_COLOURS = {
    "#ffffff": QT_TR_NOOP("white"),
    "#000000": QT_TR_NOOP("black"),
    "#ff0000": QT_TR_NOOP("red"),
    "#00ff00": QT_TR_NOOP("green"),
    "#0000ff": QT_TR_NOOP("blue"),
    "#ffff00": QT_TR_NOOP("yellow"),
}


def difference_lines(changes: Iterable[StyleChange]) -> list[str]:
    """Return a line for each part that differs, for each shape, and for the files."""
    return [f"{title}: {'; '.join(words)}" for title, words in _parts(changes)]


def difference_text(changes: Iterable[StyleChange]) -> str:
    """Return the same as rich text for where there is height: each part with its changes below, a line each."""
    return "".join(_paragraphs(escape(title), map(escape, words)) for title, words in _parts(changes))


def _paragraphs(title: str, lines: Iterable[str]) -> str:
    below = "".join(f'<p style="margin: 2px 0 0 8px">{line}</p>' for line in lines)
    return f'<p style="margin: 8px 0 0 0"><b>{title}</b></p>{below}'


def _parts(changes: Iterable[StyleChange]) -> list[tuple[str, list[str]]]:
    together = groupby(changes, key=lambda each: (each.what, each.part, each.aspect))
    return [(_title(*where), list(map(_words, each))) for where, each in together]


def _title(what: str, part: str, aspect: Aspect | None) -> str:
    title = tr(PART_TITLES[part]) if what == "field" else tr("Files") if what == "file" else tr("Name")
    return tr("{part} in {shape}").format(part=title, shape=aspect) if aspect else title


def _words(change: StyleChange) -> str:
    field, old, new = change.field, change.before, change.after
    if change.what == "name":
        nothing = tr("none")
        return f"{old or nothing} → {new or nothing}"
    if change.what == "file":
        how = tr("added") if not old else tr("removed") if not new else tr("changed")
        return f"{field} {how}"
    if field == "is_shown":
        return tr("shown") if new else tr("not shown any more")
    known = FIELDS[change.part, field]
    if change.part == "logo" and field == "file" and not (old and new):
        return tr("added") if new else tr("removed")
    return f"{tr(known.title)} {_value(known, old)} → {_value(known, new)}"


def _value(field: Field, value: Any) -> str:
    if value is None or value in ("", (), []):
        return tr("none")
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, (tuple, list)):
        return ", ".join(_value(field, each) for each in value)
    if str(value) in (titles := dict(field.choices) | (ANIMATION_TITLES if field.kind == "animation" else {})):
        return tr(titles[str(value)])
    if isinstance(value, (int, float)):
        amount = shortest(round(value * field.factor, 1))
        return f"{amount} {field.unit}".rstrip()
    return _colour(value) if field.kind in ("colour", "colours") else str(value)


def _colour(value: str) -> str:
    plain, alpha = value[:7].lower(), value[7:9]
    named = tr(_COLOURS[plain]) if plain in _COLOURS else plain
    if not alpha or alpha.lower() == "ff":
        return named
    percent = round(100 * int(alpha, 16) / 255)
    return tr("{colour} at {percent} %").format(colour=named, percent=percent) if percent else tr("transparent")
