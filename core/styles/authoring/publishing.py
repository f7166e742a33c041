"""Publish a style as an immutable version: the next number, for good, whole or not at all."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from core.assets import check_assets, file_digest
from core.errors import StyleError
from core.schema.style import Style
from core.styles.authoring.content import ANY, Painting, check_content
from core.styles.authoring.store import discard, make_durable, new_work, unwritable
from core.styles.check import check_style, named_files
from core.styles.files import MANIFEST_FILE, STYLE_FILE, assets_in, package_digest
from core.styles.library import is_built_in, load_style, removed_versions, style_versions
from core.styles.package import Manifest, read_package
from core.styles.toml_text import to_toml


def publish(
    style: Style,
    folder: Path,
    note: str = "",
    author: str = "",
    painting: Painting = ANY,
    kept: Path | None = None,
) -> Style:
    """Write a style with the files that it uses as the next version of its name, and return that.

    Args:
        style: What to publish; its version does not matter.
        folder: The user's styles.
        note: What is new in it.
        author: Who made it; empty: as the style says.
        painting: What the painting of captions can do.
        kept: A workspace's copies; it may have numbers of another machine, which are not given anew.

    Raises:
        StyleError: Nothing changed since the version before, the style is not valid, a file of it is gone or not
            what it should be, or the folder can't be written.
    """
    check_style(style, "", [asset.name for asset in style.assets])
    check_assets(style)
    told = {"version": next_version(style.name, folder, kept), "note": note, "author": author or style.author}
    wanted = with_used_files(style).model_copy(update={**told, "digest": ""})
    check_content(wanted, painting)
    same = same_as_newest(wanted, folder)
    if same:
        raise StyleError(f"Nothing changed since {same}.", remedy="Change something, or go on using that version.")
    return write_version(wanted, folder)


def next_version(name: str, folder: Path, kept: Path | None = None) -> int:
    """Return the number that the next published version of a style gets."""
    return max((*style_versions(name, folder, kept), *removed_versions(name, folder)), default=0) + 1


def with_used_files(style: Style) -> Style:
    """Return a style without pictures and sounds that it names nowhere; fonts and texts stay."""
    named = {name for _, name in named_files(style)}
    kept = tuple(asset for asset in style.assets if asset.name in named or asset.name.startswith("fonts/"))
    return style.model_copy(update={"assets": kept})


def same_as_newest(style: Style, folder: Path) -> str:
    """Return the pin of the newest version where it says and holds the same; empty where it does not."""
    versions = style_versions(style.name, folder)
    if not versions:
        return ""
    try:
        before = load_style(f"{style.name}@{versions[-1]}", folder)
    except StyleError:
        # A damaged version stands in nobody's way.
        return ""
    return before.pin if content_of(before) == content_of(style) else ""


def content_of(style: Style) -> str:
    """Return all that a version says and holds, but for its number, who published it and what was said of it."""
    return style.title + style.model_copy(update={"version": 1}).identity()


def write_version(style: Style, folder: Path) -> Style:
    """Write exactly this version, which must not be there, and return it as it is read from there.

    Raises:
        StyleError: It is there already, or the folder can't be written.
    """
    work = new_work(folder)
    try:
        _write_package(style, work)
        return settle(style, work, folder)
    except OSError as error:
        raise unwritable(error, folder) from error
    finally:
        discard(work)


def settle(style: Style, work: Path, folder: Path) -> Style:
    """Put a finished package that lies on the same disk into its place for good, and return it from there.

    Raises:
        StyleError: It is there already, or the folder can't be written.
    """
    place = folder / style.name / str(style.version)
    taken = StyleError(f"{style.pin} is already published and can't be changed.", str(place))
    if is_built_in(style.name, style.version) or place.exists():
        raise taken
    try:
        make_durable(work)
        place.parent.mkdir(parents=True, exist_ok=True)
        # A folder is never renamed over another that holds something: the first one to publish wins.
        work.rename(place)
    except OSError as error:
        raise (taken if place.exists() else unwritable(error, folder)) from error
    return read_package(place)


def _write_package(style: Style, work: Path) -> None:
    work.mkdir(parents=True)
    (work / STYLE_FILE).write_text(to_toml(style), encoding="utf-8", newline="\n")
    for asset in style.assets:
        target = work / asset.name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(asset.path, target)
    digests = {STYLE_FILE: file_digest(work / STYLE_FILE)}
    digests |= {asset.name: asset.digest for asset in assets_in(work)}
    published_at = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = Manifest(published_at=published_at, files=digests, digest=package_digest(digests))
    (work / MANIFEST_FILE).write_text(manifest.to_json(), encoding="utf-8", newline="\n")
