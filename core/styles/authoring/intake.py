"""Take a package in from elsewhere: an archive or a folder, looked through unseen, then published.

A version that was published elsewhere is kept byte by byte, so that its digest stays what it is.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from core.errors import StyleError
from core.schema.record import Record
from core.schema.style import Style
from core.styles.authoring.archive import unpack
from core.styles.authoring.content import ANY, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES, Painting, check_content
from core.styles.authoring.names import colliding, problem_of
from core.styles.authoring.publishing import (
    next_version,
    same_as_newest,
    settle,
    with_used_files,
    write_version,
)
from core.styles.authoring.store import discard, new_work, unwritable
from core.styles.files import STYLE_FILE
from core.styles.library import is_built_in, load_style, published_versions, removed_versions
from core.styles.package import read_manifest, read_package


class Imported(Record):
    """A package that was taken in. It is not new where the same version was there already."""

    style: Style
    is_new: bool


def import_package(source: Path, folder: Path, painting: Painting = ANY) -> Imported:
    """Take in an archive, or a folder with `style.toml`.

    A version that was published elsewhere keeps its name and number; what never was is published as the next
    version of its name. The same content again changes nothing.

    Args:
        source: The archive or folder.
        folder: The user's styles.
        painting: What the painting of captions can do.

    Raises:
        StyleError: It is refused, and why; nothing of it is left behind.
    """
    work = new_work(folder)
    try:
        if source.is_dir():
            _copy_folder(source, work)
        else:
            unpack(source, work)
        return _publish(work, folder, painting)
    except StyleError as error:
        raise _about(error, source, work) from error
    finally:
        discard(work)


def _publish(work: Path, folder: Path, painting: Painting) -> Imported:
    style = read_package(work)
    check_content(style, painting)
    manifest = read_manifest(work)
    if manifest is None:
        style = with_used_files(style)
        same = same_as_newest(style, folder)
        if same:
            return Imported(style=load_style(same, folder), is_new=False)
        numbered = style.model_copy(update={"version": next_version(style.name, folder)})
        return Imported(style=write_version(numbered, folder), is_new=True)
    known = _known_digest(style, folder)
    if known == manifest.digest and (style.name, style.version) in published_versions(folder):
        return Imported(style=load_style(style.pin, folder), is_new=False)
    if known not in ("", manifest.digest):
        raise StyleError(
            f"There is another {style.pin} here already, and a version never changes.",
            remedy="Ask for it under another number, or import its folder without package.json as a new version.",
        )
    return Imported(style=settle(style, work, folder), is_new=True)


def _known_digest(style: Style, folder: Path) -> str:
    """Return the digest of the version that has this pin here, or had it; empty where none ever had."""
    if is_built_in(style.name, style.version):
        return "built in"
    if (style.name, style.version) in published_versions(folder):
        manifest = read_manifest(folder / style.name / str(style.version))
        return manifest.digest if manifest else "unknown"
    return removed_versions(style.name, folder).get(style.version, "")


def _copy_folder(source: Path, work: Path) -> None:
    """Copy the files of a package's folder; whatever else lies there is refused, links too."""
    try:
        if not (source / STYLE_FILE).is_file():
            raise StyleError(f"There is no style package here: {STYLE_FILE} is missing.", str(source))
        found = [path for path in sorted(source.rglob("*")) if not path.name.startswith(".")]
        files = [path for path in found if path.is_symlink() or not path.is_dir()]
        _check_folder(source, files)
        work.mkdir(parents=True)
        for path in files:
            target = work / path.relative_to(source)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
    except OSError as error:
        raise unwritable(error, source) from error


def _check_folder(source: Path, files: list[Path]) -> None:
    names = [path.relative_to(source).as_posix() for path in files]
    for path, name in zip(files, names, strict=True):
        problem = "it is a link, and no file" if path.is_symlink() else problem_of(name)
        if problem:
            raise StyleError(f"This style is not imported: “{name}”: {problem}.", str(source))
    sizes = [path.stat().st_size for path in files]
    if len(files) > MOST_FILES or sum(sizes) > MOST_BYTES or max(sizes) > MOST_FILE_BYTES:
        raise StyleError("This style is not imported: it is too large.", str(source))
    twice = colliding(names)
    if twice:
        raise StyleError(f"This style is not imported: “{twice}” is in it in two spellings.", str(source))


def _about(error: StyleError, source: Path, work: Path) -> StyleError:
    """Return an error that names the source and not a folder that is gone again."""
    if not error.file:
        return StyleError(error.reason, str(source), remedy=error.remedy)
    if not Path(error.file).is_relative_to(work):
        return error
    inside = Path(error.file).relative_to(work).as_posix()
    told = error.reason if inside == "." else f"{inside}: {error.reason}"
    return StyleError(told, str(source), remedy=error.remedy)
