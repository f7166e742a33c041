"""Copies of pinned packages in a workspace, so that it stays whole when it is moved, archived or handed over."""

from __future__ import annotations

import shutil
from pathlib import Path

from core.errors import DiskFullError, StyleError, disk_full, is_disk_full
from core.schema.style import Style
from core.styles.files import STYLE_FILE
from core.styles.library import load_style
from core.styles.package import read_manifest

STYLES = "styles"


def keep_style(pin: str, folder: Path | None, kept: Path, work: Path) -> Style:
    """Return a style as its copy in a workspace, made now where there is none yet.

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
    style = load_style(pin, folder, kept)
    place = kept / style.name / str(style.version)
    if is_kept(style, kept):
        if style.digest:
            _check_same(style, folder, place)
        return style
    assert folder is not None
    try:
        shutil.copytree(folder / style.name / str(style.version), work, copy_function=shutil.copyfile)
        place.parent.mkdir(parents=True, exist_ok=True)
        work.rename(place)
    except OSError as error:
        if not (place / STYLE_FILE).is_file():
            raise _not_kept(error, style, place) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return load_style(style.pin, folder, kept)


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
