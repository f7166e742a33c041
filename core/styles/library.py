"""Find styles by their pins. A version never changes once it is published: a run from last year must still render.

Built-in styles are `resources/styles/<name>`, published ones `<folder>/<name>/<version>`, and what a workspace has
pinned of those lies in it as copies (`kept`), which go before the library's.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from core.errors import StyleError
from core.resources import resource
from core.schema.style import Style
from core.styles.check import NAME_PATTERN, is_style_name
from core.styles.files import STYLE_FILE
from core.styles.package import read_package

DEFAULT_STYLE = "clean"
BARE_STYLE = "none"
# Numbers that were published and removed: they are never given to anything else.
REMOVED = "removed.txt"
_VERSION = re.compile("[1-9][0-9]{0,8}")


@cache
def built_in_styles() -> tuple[Style, ...]:
    """Return the styles that come with the program, the default first, the one that paints nothing last.

    Raises:
        StyleError: A bundled file is damaged.
    """
    styles = [read_package(file.parent) for file in sorted(resource("styles").glob(f"*/{STYLE_FILE}"))]
    return tuple(
        sorted(styles, key=lambda style: (style.name == BARE_STYLE, style.name != DEFAULT_STYLE, style.name))
    )


def published_styles(folder: Path) -> tuple[Style, ...]:
    """Return every version that the user published into `folder`, by name, then version.

    Raises:
        StyleError: A published file is damaged.
    """
    return tuple(_read_version(folder, name, version) for name, version in published_versions(folder))


def readable_styles(folder: Path | None) -> tuple[Style, ...]:
    """Return every version that the user published and that is whole; `load_style` tells of the others."""
    found = []
    for name, version in published_versions(folder):
        try:
            found.append(load_style(f"{name}@{version}", folder))
        except StyleError:
            continue
    return tuple(found)


def newest_styles(folder: Path | None, kept: Path | None = None) -> tuple[Style, ...]:
    """Return the newest version of every style, the user's and kept ones first, then the program's.

    A published version that is damaged is left out; `load_style` says what is wrong with it.
    """
    built_in = {style.name: style for style in built_in_styles()}
    own: dict[str, Style] = {}
    for name, version in _listed(folder, kept):
        try:
            own[name] = load_style(f"{name}@{version}", folder, kept)
        except StyleError:
            continue
    return (*own.values(), *(style for name, style in built_in.items() if name not in own))


def load_style(pin: str, folder: Path | None, kept: Path | None = None) -> Style:
    """Return a style by its pin: "name" for the newest version, "name@2" for exactly that one.

    Args:
        pin: As runs and compositions keep it.
        folder: Where the user's styles are published; None for built-in styles alone.
        kept: Where a workspace keeps copies of what it has pinned.

    Raises:
        StyleError: The pin is malformed, the style or version does not exist, or its file is damaged.
    """
    name, version = parse_pin(pin)
    built_in = {style.version: style for style in built_in_styles() if style.name == name}
    places = {number: folder for owner, number in published_versions(folder) if owner == name}
    places |= {number: kept for owner, number in published_versions(kept) if owner == name}
    versions = built_in.keys() | places.keys()
    if not versions:
        known = sorted(
            {style.name for style in built_in_styles()} | {owner for owner, _ in published_versions(folder)}
        )
        raise StyleError(f"There is no style named “{name}”.", remedy=f"Known styles: {', '.join(known)}.")
    wanted = max(style_versions(name, folder, kept) or versions) if version is None else version
    if wanted not in versions:
        have = ", ".join(str(number) for number in sorted(versions))
        raise StyleError(f"Style “{name}” has no version {wanted}.", remedy=f"It has: {have}.")
    # A built-in version wins over a published file of the same pin: what shipped can't be replaced by a copy.
    place = places.get(wanted)
    return built_in[wanted] if wanted in built_in or place is None else _read_version(place, name, wanted)


def style_versions(name: str, folder: Path | None, kept: Path | None = None) -> tuple[int, ...]:
    """Return the numbers of a style's versions, built in, published or kept, in order."""
    found = {style.version for style in built_in_styles() if style.name == name}
    return tuple(sorted(found | {version for owner, version in _listed(folder, kept) if owner == name}))


def removed_versions(name: str, folder: Path) -> dict[int, str]:
    """Return the numbers of versions that were removed, with the digests of what they were."""
    try:
        lines = (folder / name / REMOVED).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    told = [line.split() for line in lines]
    return {int(words[0]): words[1] for words in told if len(words) == 2 and words[0].isdecimal()}


def _listed(folder: Path | None, kept: Path | None) -> list[tuple[str, int]]:
    """Return (name, version) of what the user can choose: published, or kept and not removed on purpose."""
    copies = [
        (name, version)
        for name, version in published_versions(kept)
        if folder is None or version not in removed_versions(name, folder)
    ]
    return sorted({*published_versions(folder), *copies})


def is_built_in(name: str, version: int) -> bool:
    """Whether a version comes with the program."""
    return any((style.name, style.version) == (name, version) for style in built_in_styles())


def parse_pin(pin: str) -> tuple[str, int | None]:
    """Return name and version of a pin; None where it names no version.

    Raises:
        StyleError: It is no pin.
    """
    name, at, version = pin.partition("@")
    if not NAME_PATTERN.fullmatch(name) or (at and not _VERSION.fullmatch(version)):
        raise StyleError(f"“{pin}” does not name a style.", remedy="Write a name, or name@version: clean@1.")
    return name, int(version) if at else None


def published_versions(folder: Path | None) -> list[tuple[str, int]]:
    """Return (name, version) of every published version in a folder; anything else there is ignored."""
    if folder is None:
        return []
    return sorted(
        (file.parent.parent.name, int(file.parent.name))
        for file in folder.glob(f"*/*/{STYLE_FILE}")
        if is_style_name(file.parent.parent.name) and _VERSION.fullmatch(file.parent.name)
    )


def _read_version(folder: Path, name: str, version: int) -> Style:
    place = folder / name / str(version)
    style = read_package(place)
    if (style.name, style.version) != (name, version):
        raise StyleError(f"This should be {name}@{version}, and says that it is {style.pin}.", str(place))
    if not style.digest:
        raise StyleError("This version has no manifest: it was never published.", str(place))
    return style
