"""A style's fields one by one: what one says in an aspect, and styles with one changed. Pure."""

from __future__ import annotations

from typing import Any

from core.schema.choice import ASPECTS, Aspect
from core.schema.record import Record
from core.schema.style import Style


def value_of(style: Style, part: str, field: str, aspect: Aspect | None = None) -> Any:
    """Return what a field says in an aspect; without one, what it says where no aspect says otherwise."""
    told = style.aspects.get(aspect, {}).get(part, {}) if aspect else {}
    if field in told:
        value = told[field]
        return tuple(value) if isinstance(value, list) else value
    return getattr(getattr(style, part), field)


def with_value(style: Style, part: str, field: str, value: Any, aspect: Aspect | None = None) -> Style:
    """Return a style with another value of a field, everywhere or in one aspect alone.

    What other aspects say of the field stays. An aspect that says what all say is no longer told apart.

    Raises:
        ValidationError: The field can't have that value.
    """
    record = _checked(getattr(style, part), field, value)
    if aspect is None:
        return style.model_copy(update={part: record})
    if getattr(record, field) == getattr(getattr(style, part), field):
        return without_difference(style, part, field, aspect)
    told = {name: {**fields} for name, fields in style.aspects.get(aspect, {}).items()}
    plain = record.model_dump(mode="json", include={field})[field]
    told[part] = {**told.get(part, {}), field: plain}
    return style.model_copy(update={"aspects": {**style.aspects, aspect: told}})


def without_difference(style: Style, part: str, field: str, aspect: Aspect) -> Style:
    """Return a style in which a field says the same in an aspect as elsewhere."""
    told = {name: {**fields} for name, fields in style.aspects.get(aspect, {}).items()}
    told.get(part, {}).pop(field, None)
    left = {name: fields for name, fields in told.items() if fields}
    aspects = {**style.aspects, aspect: left}
    return style.model_copy(update={"aspects": {name: parts for name, parts in aspects.items() if parts}})


def aspects_that_differ(style: Style, part: str, field: str) -> tuple[Aspect, ...]:
    """Return the aspects in which a field has a value of its own."""
    return tuple(aspect for aspect in ASPECTS if field in style.aspects.get(aspect, {}).get(part, {}))


def colours_of(style: Style) -> tuple[str, ...]:
    """Return the colours that a style paints with, each once, in the order of its parts; alpha is left out."""
    found: dict[str, None] = {}
    for part in ("captions", "hook", "lower_third", "progress_bar", "background", "intro", "outro"):
        for name, value in getattr(style, part):
            if "colour" in name:
                several = value if isinstance(value, tuple) else (value,)
                found.update(dict.fromkeys(each[:7].lower() for each in several if each and each.startswith("#")))
    return tuple(found)


def _checked(record: Record, field: str, value: Any) -> Record:
    return type(record).model_validate({**record.model_dump(), field: value})
