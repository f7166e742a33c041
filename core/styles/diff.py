"""What differs between two styles, in words: "Captions: size 77 px → 88 px; colour white → #ffd60a"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.schema.choice import ASPECTS, Aspect
from core.schema.style import Style
from core.styles.toml_text import PARTS
from core.styles.words import field_title, part_title, value_words


def differences(before: Style, after: Style) -> tuple[str, ...]:
    """Return a line for each part that differs, for each aspect, and for the files; none: they look alike."""
    lines = [
        (part_title(part), list(_changes(getattr(before, part), getattr(after, part), part))) for part in PARTS
    ]
    for aspect in ASPECTS:
        lines += [
            (f"{part_title(part)} in {aspect}", list(_changes_in(before, after, part, aspect))) for part in PARTS
        ]
    lines.append(("Files", list(_files(before, after))))
    if before.title != after.title:
        lines.insert(0, ("Name", [f"{before.title or 'none'} → {after.title or 'none'}"]))
    return tuple(f"{title}: {'; '.join(changes)}" for title, changes in lines if changes)


def _changes(before: Any, after: Any, part: str) -> Iterator[str]:
    for field in PARTS[part].model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield _change(part, field, old, new)


def _changes_in(before: Style, after: Style, part: str, aspect: Aspect) -> Iterator[str]:
    """Yield what an aspect says otherwise than before, of what it says for itself before or after."""
    own = [style.aspects.get(aspect, {}).get(part, {}) for style in (before, after)]
    if not any(own):
        return
    old_part, new_part = (getattr(style.in_aspect(aspect), part) for style in (before, after))
    for field in PARTS[part].model_fields:
        old, new = getattr(old_part, field), getattr(new_part, field)
        if (field in own[0] or field in own[1]) and old != new:
            yield _change(part, field, old, new)


def _change(part: str, field: str, old: Any, new: Any) -> str:
    if field == "is_shown":
        return "shown" if new else "not shown any more"
    if part == "logo" and field == "file" and not (old and new):
        return "added" if new else "removed"
    return f"{field_title(field)} {value_words(field, old)} → {value_words(field, new)}"


def _files(before: Style, after: Style) -> Iterator[str]:
    old, new = ({asset.name: asset.digest for asset in style.assets} for style in (before, after))
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            how = "added" if name not in old else "removed" if name not in new else "changed"
            yield f"{name} {how}"
