"""Which files make up a style package, and their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from core.assets import file_digest
from core.schema.style import Asset

STYLE_FILE = "style.toml"
MANIFEST_FILE = "package.json"
# The kinds of files in each folder of a package. A font's licence may lie beside it.
SUFFIXES: Mapping[str, frozenset[str]] = {
    "fonts": frozenset({".ttf", ".otf", ".txt"}),
    "images": frozenset({".png", ".jpg", ".jpeg", ".webp"}),
    "sounds": frozenset({".wav", ".mp3", ".m4a", ".aac", ".ogg", ".opus", ".flac"}),
}


def asset_names(folder: Path) -> tuple[str, ...]:
    """Return the names of a package's fonts, images and sounds, in order; anything else there is ignored.

    Raises:
        OSError: The folder can't be read.
    """
    return tuple(
        f"{kind}/{path.name}"
        for kind, suffixes in SUFFIXES.items()
        if (folder / kind).is_dir()
        for path in sorted((folder / kind).iterdir())
        if path.suffix.lower() in suffixes and not path.name.startswith(".") and path.is_file()
    )


def assets_in(folder: Path) -> tuple[Asset, ...]:
    """Return a package's files with their digests.

    Raises:
        OSError: One can't be read.
    """
    return tuple(
        Asset(name=name, path=folder / name, digest=file_digest(folder / name)) for name in asset_names(folder)
    )


def package_digest(files: Mapping[str, str]) -> str:
    """Return the SHA-256 over the names and SHA-256s of a package's files, the manifest apart."""
    lines = [f"{digest}  {name}\n" for name, digest in sorted(files.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()
