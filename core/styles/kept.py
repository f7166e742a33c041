"""Copies of pinned packages in a workspace, so that it stays whole when it is moved, archived or handed over."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from core.errors import DiskFullError, StyleError, disk_full, is_disk_full
from core.schema.style import Style
from core.styles.files import STYLE_FILE
from core.styles.library import load_style, parse_pin
from core.styles.package import read_manifest

STYLES = "styles"


def keep_style(pin: str, folder: Path | None, kept: Path, work: Path) -> Style:
    """Return a style as its copy in a workspace, made now where there is none yet, or only a damaged one.

    Styles that come with the program need none: it carries all their versions.

    Args:
        pin: "name" for the newest version, "name@2" for exactly that one.
        folder: Where the user's styles are published.
        kept: Where the workspace keeps its copies.
        work: A path on the same disk that nobody uses, for the copy in the making.

    Raises:
        StyleError: There is no such style, it is damaged, or the workspace has another version of the same pin.
        DiskFullError: There is no space left for the copy.
    """
    try:
        style = load_style(pin, folder, kept)
    except StyleError as error:
        style = _original_of(pin, folder, kept, error)
    else:
        if is_kept(style, kept):
            if style.digest:
                _check_same(style, folder, kept / style.name / str(style.version))
            return style
    assert folder is not None
    place = kept / style.name / str(style.version)
    try:
        _copy(folder / style.name / str(style.version), work)
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            place.rename(work.with_name(f"{work.name}.old"))
        work.rename(place)
    except OSError as error:
        if not (place / STYLE_FILE).is_file():
            raise _not_kept(error, style, place) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(work.with_name(f"{work.name}.old"), ignore_errors=True)
    return load_style(style.pin, folder, kept)


def _original_of(pin: str, folder: Path | None, kept: Path, error: StyleError) -> Style:
    """Return the library's version in place of a damaged copy of the very same.

    Raises:
        StyleError: As given: there is no such copy, no such original, or the original is another.
    """
    name, version = parse_pin(pin)
    place = kept / name / str(version)
    if folder is None or not place.is_dir():
        raise error
    try:
        original = load_style(pin, folder)
    except StyleError:
        raise error from None
    try:
        manifest = read_manifest(place)
    except StyleError:
        manifest = None
    if manifest is not None and manifest.digest != original.digest:
        raise error
    return original


def _copy(package: Path, work: Path) -> None:
    """Copy a package, and bring it to the disk before it gets its name."""
    shutil.copytree(package, work, copy_function=shutil.copyfile)
    for file in work.rglob("*"):
        if file.is_file():
            with file.open("rb+") as stream:
                os.fsync(stream.fileno())


def is_kept(style: Style, kept: Path) -> bool:
    """Whether a workspace needs no copy of a style, or has one."""
    return not style.digest or (kept / style.name / str(style.version) / STYLE_FILE).is_file()


def _check_same(kept: Style, folder: Path | None, place: Path) -> None:
    """Refuse a pin that means one look here and another in the user's library."""
    published = read_manifest(folder / kept.name / str(kept.version)) if folder else None
    if published is not None and published.digest != kept.digest:
        raise StyleError(
            f"This workspace has another {kept.pin} than your styles.",
            str(place),
            remedy="Publish yours as a new version and choose that.",
        )


def _not_kept(error: OSError, style: Style, place: Path) -> StyleError | DiskFullError:
    if is_disk_full(error):
        return disk_full(str(place))
    reason = error.strerror or str(error)
    return StyleError(
        f"{style.pin} can't be kept in the workspace: {reason}.", str(place), remedy="Check the disk."
    )
