"""Whether the files of a package are what they say, before they are published or shared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from core.errors import MediaError, StyleError
from core.schema.style import Asset, Style
from core.styles.authoring.pictures import check_picture
from core.styles.files import SUFFIXES
from core.styles.fonts import read_font

MOST_FILES = 64
MOST_FILE_BYTES = 32_000_000
MOST_BYTES = 96_000_000
MOST_TEXT_BYTES = 256_000
MOST_SOUND_SECONDS = 60.0


@dataclass(frozen=True)
class Painting:
    """What the painting of captions can do, which is not known here: use a font, play the animations it has.

    Without animations, whatever a style names is taken.
    """

    can_load: Callable[[Path], bool] = lambda file: True
    animations: frozenset[str] = frozenset()


ANY = Painting()


def check_content(style: Style, painting: Painting) -> None:
    """Check that a style can be painted, and its files one by one and all together.

    Raises:
        StyleError: Names the field or file and what is wrong with it.
    """
    for where, animation in _animations(style):
        if painting.animations and animation not in painting.animations:
            known = ", ".join(sorted(painting.animations))
            raise StyleError(f"{where}: there is no animation “{animation}”.", remedy=f"There are: {known}.")
    check_files(style.assets, painting)


def _animations(style: Style) -> list[tuple[str, str]]:
    found = [("captions.animation", style.captions.animation)]
    for aspect, parts in style.aspects.items():
        if "animation" in parts.get("captions", {}):
            found.append((f'aspects."{aspect}".captions.animation', str(parts["captions"]["animation"])))
    return found


def check_files(assets: Iterable[Asset], painting: Painting = ANY) -> None:
    """Check the files of a package one by one, and all together.

    Raises:
        StyleError: Names the file and what is wrong with it.
    """
    sizes = []
    for asset in assets:
        try:
            sizes.append(asset.path.stat().st_size)
            check_file(asset.path, asset.name.partition("/")[0], painting)
        except OSError as error:
            raise StyleError(f"This can't be read: {error.strerror or error}.", str(asset.path)) from error
    if len(sizes) > MOST_FILES or sum(sizes) > MOST_BYTES:
        told = f"This package is too large: {len(sizes)} files, {sum(sizes) / 1e6:.0f} MB."
        raise StyleError(told, remedy=f"At most {MOST_FILES} files and {MOST_BYTES // 1_000_000} MB.")


def check_file(file: Path, kind: str, painting: Painting = ANY) -> None:
    """Check one file of a package's folder `kind`.

    Raises:
        StyleError: It is too large, broken, or not what its name says.
    """
    if file.suffix.lower() not in SUFFIXES.get(kind, ()):
        raise StyleError("A style has no use for this file.", str(file), remedy="Take it out of the package.")
    if file.stat().st_size > MOST_FILE_BYTES:
        raise StyleError(
            "This file is too large.", str(file), remedy=f"At most {MOST_FILE_BYTES // 1_000_000} MB."
        )
    if file.suffix.lower() == ".txt":
        _check_text(file)
    elif kind == "fonts":
        _check_font(file, painting)
    elif kind == "images":
        check_picture(file)
    else:
        _check_sound(file)


def _check_text(file: Path) -> None:
    content = file.read_bytes()
    if len(content) > MOST_TEXT_BYTES:
        raise StyleError("This text is too long.", str(file), remedy=f"At most {MOST_TEXT_BYTES // 1000} kB.")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StyleError("This is not text in UTF-8.", str(file), remedy="Save it as UTF-8.") from error


def _check_font(file: Path, painting: Painting) -> None:
    facts = read_font(file)
    if not facts.may_be_embedded:
        raise StyleError(
            f"The licence of {facts.family} forbids handing it on inside a package.",
            str(file),
            remedy="Install it on each computer and name it in font_families instead.",
        )
    if not painting.can_load(file):
        raise StyleError("This font can't be used for painting.", str(file), remedy="Take another copy of it.")


def _check_sound(file: Path) -> None:
    from core.media.probe import probe

    try:
        facts = probe(file)
    except MediaError as error:
        told = f"This sound can't be used. {error.reason}"
        most = "Save it as WAV, FLAC, MP3, OGG or AAC, a second long at least."
        raise StyleError(told, str(file), remedy=most) from error
    if facts.audio is None:
        raise StyleError("This file has no sound.", str(file), remedy="Take another one.")
    if facts.duration > MOST_SOUND_SECONDS:
        told = f"This sound is {facts.duration:.0f} seconds long."
        raise StyleError(told, str(file), remedy=f"At most {MOST_SOUND_SECONDS:.0f} seconds.")
