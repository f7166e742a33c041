"""Publish a style as an immutable version: the next number, for good, whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import time
import uuid
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from core.assets import check_assets, file_digest
from core.errors import StyleError
from core.schema.style import Asset, Style
from core.styles.check import check_style
from core.styles.files import MANIFEST_FILE, STYLE_FILE, assets_in, package_digest
from core.styles.library import is_built_in, load_style, next_version, style_versions
from core.styles.package import Manifest, read_package
from core.styles.toml_text import to_toml

# Work of a program that ended in the middle lies here, and is swept by the next one.
WORK = ".work"
_OLD_SECONDS = 86_400.0


def publish(style: Style, folder: Path, note: str = "", author: str = "") -> Style:
    """Write a style with its files as the next version of its name into the user's folder, and return that.

    Args:
        style: What to publish; its version does not matter.
        folder: The user's styles.
        note: What is new in it.
        author: Who made it; empty: as the style says.

    Raises:
        StyleError: Nothing changed since the version before, the style is not valid, a file of it is gone, or the
            folder can't be written.
    """
    check_style(style, "", [asset.name for asset in style.assets])
    check_assets(style)
    version = next_version(style.name, folder)
    wanted = style.model_copy(
        update={"version": version, "note": note or style.note, "author": author or style.author, "digest": ""}
    )
    _check_news(wanted, folder)
    return write_version(wanted, folder)


def _check_news(style: Style, folder: Path) -> None:
    versions = style_versions(style.name, folder)
    if not versions:
        return
    before = load_style(f"{style.name}@{versions[-1]}", folder)
    if content_of(before) == content_of(style):
        raise StyleError(
            f"Nothing changed since {before.pin}.", remedy="Change something, or go on using that version."
        )


def content_of(style: Style) -> str:
    """Return all that a version says and holds, but for its number, who published it and what was said of it."""
    return style.title + style.model_copy(update={"version": 1}).identity()


def write_version(style: Style, folder: Path, published_at: str = "") -> Style:
    """Write exactly this version, which must not be there, and return it as it is read from there.

    Raises:
        StyleError: It is there already, or the folder can't be written.
    """
    place = folder / style.name / str(style.version)
    if is_built_in(style.name, style.version) or place.exists():
        raise StyleError(f"{style.pin} is already published and can't be changed.", str(place))
    _sweep(folder)
    work = folder / WORK / uuid.uuid4().hex
    try:
        _write_package(style, work, published_at or datetime.now(UTC).isoformat(timespec="seconds"))
        place.parent.mkdir(parents=True, exist_ok=True)
        # A folder is never renamed over another that holds something: the first one to publish wins.
        work.rename(place)
    except OSError as error:
        if place.exists():
            raise StyleError(f"{style.pin} is already published and can't be changed.", str(place)) from error
        raise StyleError(
            f"The style can't be written: {error.strerror or error}.",
            str(folder),
            remedy="Check the folder and the disk.",
        ) from error
    finally:
        discard(work)
    return read_package(place)


def _write_package(style: Style, work: Path, published_at: str) -> None:
    work.mkdir(parents=True)
    write_files(style, work)
    digests = {STYLE_FILE: file_digest(work / STYLE_FILE)}
    digests |= {asset.name: asset.digest for asset in assets_in(work)}
    manifest = Manifest(published_at=published_at, files=digests, digest=package_digest(digests))
    (work / MANIFEST_FILE).write_text(manifest.to_json(), encoding="utf-8", newline="\n")
    for file in sorted(work.rglob("*")):
        if file.is_file():
            _make_durable(file)
            file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)


def write_files(style: Style, folder: Path) -> None:
    """Write `style.toml` and copies of a style's files into a folder that is there.

    Raises:
        OSError: It can't be written, or a file can't be read.
    """
    (folder / STYLE_FILE).write_text(to_toml(style), encoding="utf-8", newline="\n")
    copy_assets(style.assets, folder)


def copy_assets(assets: Sequence[Asset], folder: Path) -> None:
    """Copy files into a package's folder, under their names there.

    Raises:
        OSError: It can't be written, or a file can't be read.
    """
    for asset in assets:
        target = folder / asset.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(asset.path, target)


def _make_durable(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _sweep(folder: Path) -> None:
    """Remove what programs that ended in the middle left; what is younger may be another one's work."""
    for left in (folder / WORK).glob("*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _OLD_SECONDS:
                discard(left)


def discard(folder: Path) -> None:
    """Remove a folder of the library and all in it, read-only files too; what can't be removed stays."""
    for file in folder.rglob("*") if folder.is_dir() else ():
        with suppress(OSError):
            file.chmod(stat.S_IRWXU)
    shutil.rmtree(folder, ignore_errors=True)
