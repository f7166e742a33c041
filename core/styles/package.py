"""A style package in a folder: `style.toml`, its files, and once published a manifest that makes it immutable."""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from core.assets import file_digest
from core.errors import StyleError
from core.schema.record import Record
from core.schema.style import Style
from core.styles.check import check_style, field_errors, foreign_fields
from core.styles.files import MANIFEST_FILE, STYLE_FILE, asset_names, assets_in, package_digest
from core.styles.toml_text import from_toml

MOST_BYTES = 256_000
FORMAT = 1
_IMPORT_AGAIN = "Import the package again, or choose another version."


class Manifest(Record):
    """What is written when a version is published: when (ISO 8601, UTC), the SHA-256 of each file and of all.

    `format` is that of the package: a later program that writes another one can still read this one.
    """

    format: int = FORMAT
    published_at: str
    files: dict[str, str]
    digest: str


def read_package(folder: Path) -> Style:
    """Read and check a package as it lies there. Its digest is set where it is a published version.

    What was read once is kept until a file changes.

    Raises:
        StyleError: Names the file, and the field that is wrong; or the published file that was changed.
    """
    try:
        signature = _signature(folder)
    except FileNotFoundError as error:
        raise StyleError(f"There is no style package here: {STYLE_FILE} is missing.", str(folder)) from error
    except OSError as error:
        raise _unreadable(error, folder) from error
    return _read(folder, signature)


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a published package; None where there is none.

    Raises:
        StyleError: It is damaged.
    """
    file = folder / MANIFEST_FILE
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ValueError("too large")
        content = file.read_bytes()
        _check_format(content, file)
        return Manifest.from_json(content)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(error, file) from error
    except (ValueError, RecursionError) as error:
        raise StyleError("The manifest of this style is damaged.", str(file), remedy=_IMPORT_AGAIN) from error


def _check_format(content: bytes, file: Path) -> None:
    told = json.loads(content)
    wanted = told.get("format") if isinstance(told, dict) else None
    if isinstance(wanted, int) and wanted > FORMAT:
        raise StyleError(
            "This style was published by a newer version of the program.", str(file), remedy="Update the program."
        )


def read_style_file(file: Path, files: tuple[str, ...] = ()) -> Style:
    """Read and check a `style.toml` whose package has files of these names.

    Raises:
        StyleError: Names the file, and the field that is wrong.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise StyleError("This is too large to be a style.", file=str(file))
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        raise _unreadable(error, file) from error
    except UnicodeDecodeError as error:
        raise StyleError("This is not text in UTF-8.", str(file), remedy="Save it as UTF-8.") from error
    style = parse_style(text, str(file))
    check_style(style, str(file), files)
    return style


def parse_style(text: str, file: str) -> Style:
    """Return the style that a text says, its fields' types checked.

    Raises:
        StyleError: Names the file, and the field or line that is wrong.
    """
    try:
        told = from_toml(text.removeprefix("\ufeff"))
        foreign = foreign_fields(told)
        if foreign:
            raise StyleError(f"{foreign[0]}: there is no such field.", file, remedy="Remove it.")
        return Style.model_validate({"version": 1, **told})
    except tomllib.TOMLDecodeError as error:
        raise StyleError(f"This is no valid TOML: {error}.", file, remedy="Correct the line.") from error
    except RecursionError as error:
        raise StyleError("This is nested too deeply to be a style.", file) from error
    except ValidationError as error:
        raise StyleError(field_errors(error), file, remedy="Correct the field.") from error


Signature = tuple[tuple[str, int, int], ...]


def _signature(folder: Path) -> Signature:
    """Return name, size and time of every file of a package."""
    names = [STYLE_FILE, *asset_names(folder)]
    if (folder / MANIFEST_FILE).is_file():
        names.append(MANIFEST_FILE)
    found = [(name, (folder / name).stat()) for name in names]
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)


@lru_cache(maxsize=256)
def _read(folder: Path, signature: Signature) -> Style:
    manifest = read_manifest(folder)
    if manifest is not None:
        _check_unchanged(folder, manifest)
    try:
        assets = assets_in(folder)
    except OSError as error:
        raise _unreadable(error, folder) from error
    style = read_style_file(folder / STYLE_FILE, tuple(asset.name for asset in assets))
    return style.model_copy(update={"assets": assets, "digest": manifest.digest if manifest else ""})


def _check_unchanged(folder: Path, manifest: Manifest) -> None:
    present = {STYLE_FILE, *asset_names(folder)}
    for name in sorted(manifest.files.keys() | present):
        file = folder / name
        try:
            digest = file_digest(file) if name in present else ""
        except OSError as error:
            raise _unreadable(error, file) from error
        if digest != manifest.files.get(name):
            how = "is missing" if not digest else "was added" if name not in manifest.files else "was changed"
            raise StyleError(f"{name} {how} since this version was published.", str(folder), remedy=_IMPORT_AGAIN)
    if package_digest(manifest.files) != manifest.digest:
        raise StyleError("The manifest of this style was changed.", str(folder), remedy=_IMPORT_AGAIN)


def _unreadable(error: OSError, file: Path) -> StyleError:
    return StyleError(f"The style can't be read: {error.strerror or error}.", str(file))
