"""What must hold of a style beyond the types of its fields. Which animations exist is known to who paints."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from pydantic import ValidationError

from core.errors import StyleError
from core.schema.style import Style
from core.styles.toml_text import HEAD, PARTS

NAME_PATTERN = re.compile(r"[a-z0-9][a-z0-9_-]{0,47}")
# Names of folders beside those of the styles.
RESERVED_NAMES = frozenset({"drafts"})
_CORRECT = "Correct the field."
# Holds for all that is published, whatever its aspect.
_SHARED_PARTS = ("brand",)
# What margins may take of 1080×1920, so that a word still has room.
_MOST_ACROSS_PX, _MOST_UPRIGHT_PX = 800, 1600


def is_style_name(name: str) -> bool:
    """Whether a style can be called so."""
    return bool(NAME_PATTERN.fullmatch(name)) and name not in RESERVED_NAMES


def check_style(style: Style, file: str, files: Collection[str] = ()) -> None:
    """Check a style whose package has files of these names.

    Raises:
        StyleError: Names the file, if any, and the field.
    """
    if not is_style_name(style.name):
        raise StyleError(
            f"name: “{style.name}” can't be a style's name.",
            file=file,
            remedy="Use lower-case letters, digits, - and _ (at most 48).",
        )
    if not any(family.strip() for family in style.captions.font_families):
        raise StyleError("captions.font_families: at least one font family is needed.", file=file)
    problems = [*_unresolvable(style)]
    if not problems:
        problems = [*_shared(style), *_cramped(style), *_missing_files(style, files)]
    if problems:
        raise StyleError(" ".join(problems), file=file, remedy=_CORRECT)


def _unresolvable(style: Style) -> Iterator[str]:
    for aspect, parts in style.aspects.items():
        unknown = [part for part in parts if part not in PARTS]
        yield from (f'aspects."{aspect}".{part}: there is no such part of a style.' for part in unknown)
        if not unknown:
            try:
                style.in_aspect(aspect)
            except ValidationError as error:
                yield field_errors(error, f'aspects."{aspect}".')


def _shared(style: Style) -> Iterator[str]:
    for aspect, parts in style.aspects.items():
        for part in _SHARED_PARTS:
            if part in parts:
                yield f'aspects."{aspect}".{part}: this holds for all aspects at once; set it in [{part}].'


def _cramped(style: Style) -> Iterator[str]:
    for where, told in [
        ("", style),
        *((f'aspects."{aspect}".', style.in_aspect(aspect)) for aspect in style.aspects),
    ]:
        zone = told.safe_zone
        if zone.left + zone.right > _MOST_ACROSS_PX or zone.top + zone.bottom > _MOST_UPRIGHT_PX:
            yield f"{where}safe_zone: too little is left of the picture."
        if min(zone.left, zone.right, zone.top, zone.bottom) < 0:
            yield f"{where}safe_zone: a margin can't be less than 0."


def _missing_files(style: Style, files: Collection[str]) -> Iterator[str]:
    for where, named in named_files(style):
        kind = "sounds" if where.endswith(".sound") else "images"
        if not named.startswith(f"{kind}/"):
            yield f"{where}: “{named}” does not lie in {kind}/."
        elif named not in files:
            yield f"{where}: “{named}” is not in the package."


def named_files(style: Style) -> list[tuple[str, str]]:
    """Return every (field, file of the package) that a style names, those of single aspects too."""
    places = [(f"{part}.{name}", part, name) for part, name in _FILE_FIELDS]
    found = [(where, getattr(getattr(style, part), name)) for where, part, name in places]
    for aspect, parts in style.aspects.items():
        found += [
            (f'aspects."{aspect}".{where}', parts[part][name])
            for where, part, name in places
            if name in parts.get(part, {})
        ]
    return [(where, named) for where, named in found if named]


def field_errors(error: ValidationError, before: str = "") -> str:
    """Return what is wrong with each field, as one line."""
    problems = []
    for problem in error.errors(include_url=False):
        field = ".".join(str(part) for part in problem["loc"])
        told = "there is no such field" if problem["type"] == "extra_forbidden" else problem["msg"]
        problems.append(f"{before}{field or 'the file'}: {told[:1].lower()}{told[1:]}")
    return "; ".join(problems) + "."


def foreign_fields(told: dict[str, object]) -> list[str]:
    """Return what a file says that a style's own record knows but no file may say."""
    return [name for name in told if name in Style.model_fields and name not in (*HEAD, *PARTS, "aspects")]


_FILE_FIELDS = [
    (part, name) for part, model in PARTS.items() for name in model.model_fields if name in ("file", "sound")
]
