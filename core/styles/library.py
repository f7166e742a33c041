"""Find, check and publish styles.

A version never changes once it is published: runs pin it, and a run from last year must still render. Built-in
styles are `resources/styles/<name>.json`; published ones are `<folder>/<name>/<version>.json`.
"""

from __future__ import annotations

import os
import re
import secrets
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from core.errors import StyleError
from core.resources import resource
from core.schema.style import Style

NAME_PATTERN = re.compile(r"[a-z0-9][a-z0-9_-]{0,47}")
MOST_BYTES = 256_000
DEFAULT_STYLE = "clean"
BARE_STYLE = "none"


@cache
def built_in_styles() -> tuple[Style, ...]:
    """Return the styles that come with the program, the default first, the one that paints nothing last.

    Raises:
        StyleError: A bundled file is damaged.
    """
    styles = [read_style(file) for file in sorted(resource("styles").glob("*.json"))]
    return tuple(
        sorted(styles, key=lambda style: (style.name == BARE_STYLE, style.name != DEFAULT_STYLE, style.name))
    )


def published_styles(folder: Path) -> tuple[Style, ...]:
    """Return every version that the user published into `folder`, by name, then version.

    Raises:
        StyleError: A published file is damaged.
    """
    found = [read_style(folder / name / f"{version}.json") for name, version in _published_versions(folder)]
    return tuple(sorted(found, key=lambda style: (style.name, style.version)))


def load_style(pin: str, folder: Path | None) -> Style:
    """Return a style by its pin: "name" for the newest version, "name@2" for exactly that one.

    Args:
        pin: As runs and compositions keep it.
        folder: Where the user's styles are published; None for built-in styles alone.

    Raises:
        StyleError: The pin is malformed, the style or version does not exist, or its file is damaged.
    """
    name, version = _parse_pin(pin)
    candidates = {style.version: style for style in built_in_styles() if style.name == name}
    published = _published_versions(folder) if folder is not None else []
    versions = set(candidates) | {number for owner, number in published if owner == name}
    if not versions:
        known = sorted({style.name for style in built_in_styles()} | {owner for owner, _ in published})
        raise StyleError(f"There is no style named “{name}”.", remedy=f"Known styles: {', '.join(known)}.")
    wanted = max(versions) if version is None else version
    if wanted not in versions:
        have = ", ".join(str(number) for number in sorted(versions))
        raise StyleError(f"Style “{name}” has no version {wanted}.", remedy=f"It has: {have}.")
    # A built-in version wins over a published file of the same pin: what shipped can't be replaced by a copy.
    if wanted in candidates or folder is None:
        return candidates[wanted]
    return read_style(folder / name / f"{wanted}.json")


def publish(style: Style, folder: Path) -> Path:
    """Write a version into the user's folder for good and return its file.

    Raises:
        StyleError: The version already exists, here or built in, the style is not valid, or the folder can't
            be written.
    """
    check_style(style, file="")
    target = folder / style.name / f"{style.version}.json"
    taken = {version for name, version in _published_versions(folder) if name == style.name}
    taken |= {known.version for known in built_in_styles() if known.name == style.name}
    if style.version in taken:
        raise StyleError(
            f"{style.pin} is already published and can't be changed.",
            file=str(target),
            remedy=f"Publish it as version {max(taken) + 1}.",
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_new(target, style.to_json().encode())
    except FileExistsError:
        raise StyleError(f"{style.pin} is already published and can't be changed.", file=str(target)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise StyleError(
            f"The style can't be written: {reason}.", file=str(target), remedy="Check the folder and the disk."
        ) from error
    return target


def next_version(name: str, folder: Path | None) -> int:
    """Return the number that the next published version of a style gets."""
    taken = {style.version for style in built_in_styles() if style.name == name}
    if folder is not None:
        taken |= {version for owner, version in _published_versions(folder) if owner == name}
    return max(taken, default=0) + 1


def read_style(file: Path) -> Style:
    """Read and check one version.

    Raises:
        StyleError: Names the file, and the field that is wrong.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise StyleError("This is too large to be a style.", file=str(file))
        style = Style.from_json(file.read_bytes())
    except ValidationError as error:
        raise StyleError(_field_errors(error), file=str(file), remedy="Correct the field.") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise StyleError(f"The style can't be read: {reason}.", file=str(file)) from error
    check_style(style, str(file))
    return style


def check_style(style: Style, file: str) -> None:
    """Check what the record's own types can't. Whether the animation exists is known to who paints it.

    Raises:
        StyleError: Names the file, if any, and the field.
    """
    if not NAME_PATTERN.fullmatch(style.name):
        raise StyleError(
            f"name: “{style.name}” can't be a style's name.",
            file=file,
            remedy="Use lower-case letters, digits, - and _ (at most 48).",
        )
    if not any(family.strip() for family in style.captions.font_families):
        raise StyleError("captions.font_families: at least one font family is needed.", file=file)


def _field_errors(error: ValidationError) -> str:
    problems = []
    for problem in error.errors(include_url=False):
        field = ".".join(str(part) for part in problem["loc"]) or "the file"
        problems.append(f"{field}: {problem['msg'][:1].lower()}{problem['msg'][1:]}")
    return "; ".join(problems) + "."


def _parse_pin(pin: str) -> tuple[str, int | None]:
    name, at, version = pin.partition("@")
    if not NAME_PATTERN.fullmatch(name) or (at and not re.fullmatch("[1-9][0-9]{0,8}", version)):
        raise StyleError(f"“{pin}” does not name a style.", remedy="Write a name, or name@version: clean@1.")
    return name, int(version) if at else None


def _published_versions(folder: Path) -> list[tuple[str, int]]:
    """Return (name, version) of every file that is a published version; anything else in the folder is ignored."""
    return sorted(
        (file.parent.name, int(file.stem))
        for file in folder.glob("*/*.json")
        if NAME_PATTERN.fullmatch(file.parent.name) and re.fullmatch("[1-9][0-9]{0,8}", file.stem)
    )


def _write_new(target: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all, and never replaces one.

    Raises:
        FileExistsError: Somebody else wrote it first.
    """
    temporary = target.parent / f".{secrets.token_hex(6)}.part"
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        try:
            os.link(temporary, target)
        except FileExistsError:
            raise
        except OSError:
            # No hard links here (FAT, many network shares): look first, the gap is a moment.
            if target.exists():
                raise FileExistsError(str(target)) from None
            temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
