"""What differs between two styles, in words: "Captions: size 77 px → 88 px; colour white → #ffd60a"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from core.schema.choice import ASPECTS, Aspect
from core.schema.style import Style
from core.schema.style_change import StyleChange
from core.styles.toml_text import PARTS
from core.styles.words import field_title, part_title, value_words


def changes(before: Style, after: Style) -> tuple[StyleChange, ...]:
    """Return all that differs: name, parts, what aspects say for themselves, files; none: they look alike."""
    found: list[StyleChange] = []
    if before.title != after.title:
        found.append(StyleChange(what="name", before=before.title, after=after.title))
    for part in PARTS:
        found += _changes(getattr(before, part), getattr(after, part), part)
    for aspect in ASPECTS:
        for part in PARTS:
            found += _changes_in(before, after, part, aspect)
    return (*found, *_files(before, after))


def differences(before: Style, after: Style) -> tuple[str, ...]:
    """Return a line for each part that differs, for each aspect, and for the files; none: they look alike."""
    together = groupby(changes(before, after), key=lambda each: (each.what, each.part, each.aspect))
    return tuple(f"{_title(*where)}: {'; '.join(map(_words, each))}" for where, each in together)


def _changes(before: Any, after: Any, part: str) -> Iterator[StyleChange]:
    for field in PARTS[part].model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield StyleChange(what="field", part=part, field=field, before=old, after=new)


def _changes_in(before: Style, after: Style, part: str, aspect: Aspect) -> Iterator[StyleChange]:
    """Yield what an aspect says otherwise than before, of what it says for itself before or after."""
    own = [style.aspects.get(aspect, {}).get(part, {}) for style in (before, after)]
    if not any(own):
        return
    old, new = (getattr(style.in_aspect(aspect), part) for style in (before, after))
    for change in _changes(old, new, part):
        if change.field in own[0] or change.field in own[1]:
            yield change.model_copy(update={"aspect": aspect})


def _files(before: Style, after: Style) -> Iterator[StyleChange]:
    old, new = ({asset.name: asset.digest for asset in style.assets} for style in (before, after))
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield StyleChange(what="file", field=name, before=old.get(name, ""), after=new.get(name, ""))


def _title(what: str, part: str, aspect: Aspect | None) -> str:
    title = part_title(part) if what == "field" else "Files" if what == "file" else "Name"
    return f"{title} in {aspect}" if aspect else title


def _words(change: StyleChange) -> str:
    field, old, new = change.field, change.before, change.after
    if change.what == "name":
        return f"{old or 'none'} → {new or 'none'}"
    if change.what == "file":
        return f"{field} {'added' if not old else 'removed' if not new else 'changed'}"
    if field == "is_shown":
        return "shown" if new else "not shown any more"
    if change.part == "logo" and field == "file" and not (old and new):
        return "added" if new else "removed"
    return f"{field_title(field)} {value_words(field, old)} → {value_words(field, new)}"
