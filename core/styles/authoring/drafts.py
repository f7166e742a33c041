"""Drafts: folders in the user's styles that are edited until they are published. No run ever uses one."""

from __future__ import annotations

import shutil
from pathlib import Path

from core.assets import check_asset, file_digest
from core.errors import StyleError
from core.schema.style import Asset, Style
from core.styles.authoring.content import ANY, Painting, check_file
from core.styles.authoring.store import DRAFTS, discard, put_away, unwritable
from core.styles.check import check_style, is_style_name
from core.styles.files import STYLE_FILE, SUFFIXES
from core.styles.package import read_package
from core.styles.toml_text import to_toml
from core.whole_file import write_whole, written_whole


def drafts(folder: Path) -> tuple[Style, ...]:
    """Return the drafts by title; one that can't be read is left out, `load_draft` says why."""
    found = []
    for file in (folder / DRAFTS).glob(f"*/{STYLE_FILE}"):
        if is_style_name(file.parent.name):
            try:
                found.append(load_draft(file.parent.name, folder))
            except StyleError:
                continue
    return tuple(sorted(found, key=lambda draft: ((draft.title or draft.name).lower(), draft.name)))


def load_draft(name: str, folder: Path) -> Style:
    """Return a draft as it is kept. It goes by its folder's name, whatever its file says.

    Raises:
        StyleError: There is none of that name, or it is damaged.
    """
    place = folder / DRAFTS / name
    if not is_style_name(name) or not (place / STYLE_FILE).is_file():
        raise StyleError(f"There is no draft named “{name}”.", remedy="List them with: main.py styles list")
    return read_package(place).model_copy(update={"name": name, "digest": ""})


def save_draft(draft: Style, folder: Path) -> Style:
    """Keep a draft with its files, whole or as it was before, and return it as it is kept.

    Files of earlier states stay in the folder until it is discarded, so that a change can be undone.

    Raises:
        StyleError: It is not valid, a file of it is gone, or the folder can't be written.
    """
    check_style(draft, "", [asset.name for asset in draft.assets])
    place = folder / DRAFTS / draft.name
    try:
        place.mkdir(parents=True, exist_ok=True)
        for asset in draft.assets:
            _put(draft, asset, place / asset.name)
        # Last, so that the text never names a file that is not there.
        write_whole(place / STYLE_FILE, to_toml(draft, is_explained=True))
    except OSError as error:
        raise unwritable(error, place) from error
    kept = read_package(place)
    names = {asset.name for asset in draft.assets}
    return kept.model_copy(update={"assets": tuple(asset for asset in kept.assets if asset.name in names)})


def add_file(draft: Style, file: Path, folder: Path, painting: Painting = ANY) -> tuple[Style, str]:
    """Copy a file into a draft's folder; return the draft that has it, and the file's name there.

    A file of that name with other content gets a number, so that what is undone is still there.

    Raises:
        StyleError: It is no kind of file that a style can have, is broken or too large, can't be read, or the
            folder can't be written.
    """
    kind = next((kind for kind, suffixes in SUFFIXES.items() if file.suffix.lower() in suffixes), None)
    if kind is None:
        known = ", ".join(sorted({suffix[1:] for suffixes in SUFFIXES.values() for suffix in suffixes}))
        raise StyleError("A style has no use for a file of this kind.", str(file), remedy=f"It takes: {known}.")
    place = folder / DRAFTS / draft.name
    try:
        digest = file_digest(file)
        check_file(file, kind, painting)
        name = _free_name(place, kind, file, digest)
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        _copy(file, place / name)
    except OSError as error:
        raise unwritable(error, file) from error
    others = tuple(asset for asset in draft.assets if asset.name != name)
    asset = Asset(name=name, path=place / name, digest=digest)
    return draft.model_copy(update={"assets": (*others, asset)}), name


def discard_draft(name: str, folder: Path) -> None:
    """Throw a draft away with its files, in one step.

    Raises:
        StyleError: It can't be removed.
    """
    place = folder / DRAFTS / name
    if is_style_name(name) and place.is_dir():
        discard(put_away(place, folder))


def _put(draft: Style, asset: Asset, target: Path) -> None:
    if target.is_file() and file_digest(target) == asset.digest:
        return
    check_asset(draft, asset)
    target.parent.mkdir(exist_ok=True)
    _copy(asset.path, target)


def _free_name(place: Path, kind: str, file: Path, digest: str) -> str:
    name, number = f"{kind}/{file.stem}{file.suffix.lower()}", 2
    while (place / name).is_file() and file_digest(place / name) != digest:
        name, number = f"{kind}/{file.stem}-{number}{file.suffix.lower()}", number + 1
    return name


def _copy(file: Path, target: Path) -> None:
    with written_whole(target) as beside:
        shutil.copyfile(file, beside)
