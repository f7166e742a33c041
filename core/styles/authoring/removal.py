"""Take a published version out of the library, in one step. Its number is never given to another."""

from __future__ import annotations

from pathlib import Path

from core.errors import StyleError
from core.styles.authoring.store import discard, put_away, unwritable
from core.styles.library import REMOVED, is_built_in, parse_pin, published_versions, removed_versions
from core.styles.package import read_manifest
from core.whole_file import write_whole


def remove_version(pin: str, folder: Path) -> None:
    """Remove a version that nothing pins; workspaces that pinned it once have their own copies.

    Raises:
        StyleError: The pin names no version, one that comes with the program, or one that is not there; or it
            can't be removed.
    """
    name, version = parse_pin(pin)
    if version is None:
        raise StyleError(f"“{pin}” does not say which version.", remedy=f"Write the number too: {pin}@1.")
    if is_built_in(name, version):
        raise StyleError(f"{pin} comes with the program and can't be removed.")
    if (name, version) not in published_versions(folder):
        raise StyleError(f"There is no {pin} among your styles.", remedy="List them with: main.py styles list")
    place = folder / name / str(version)
    try:
        # First, so that the number is not free for a moment.
        _note(name, version, place, folder)
    except OSError as error:
        raise unwritable(error, place.parent) from error
    discard(put_away(place, folder))


def _note(name: str, version: int, place: Path, folder: Path) -> None:
    try:
        manifest = read_manifest(place)
    except StyleError:
        manifest = None
    digest = manifest.digest if manifest else "unknown"
    told = {**removed_versions(name, folder), version: digest}
    lines = [f"{number} {digest}\n" for number, digest in sorted(told.items())]
    write_whole(folder / name / REMOVED, "".join(lines))
