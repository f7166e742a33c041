"""What fonts say of themselves, and where the fonts of a style are: facts for a person who may use them."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from core.errors import StyleError
from core.resources import resource
from core.schema.record import Record
from core.schema.style import Style

FONT_SUFFIXES = frozenset({".ttf", ".otf"})
MOST_FONT_BYTES = 32_000_000
# TrueType, OpenType with PostScript outlines, and Apple's word for the first. Collections hold several fonts.
_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
# OpenType 1.9, table `OS/2`, fsType: not to be embedded or exchanged without the owner's permission.
_RESTRICTED = 0x0002
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
_LICENCES = (
    ("SIL Open Font Licence", re.compile(r"open font licen[cs]e|scripts\.sil\.org/OFL|openfontlicense", re.I)),
    ("Apache Licence 2.0", re.compile(r"apache licen[cs]e|apache\.org/licenses", re.I)),
    ("Ubuntu Font Licence", re.compile(r"ubuntu font licen[cs]e", re.I)),
    ("MIT Licence", re.compile(r"\bMIT licen[cs]e", re.I)),
)
Place = Literal["package", "program", "machine", "nowhere"]
_PLACES = {"package": "in the package", "program": "in the program", "machine": "on this computer"}


class FontFacts(Record):
    """What a font says of itself. `licence` and `licence_url` are name ids 13 and 14 of its table `name`."""

    family: str
    face: str
    glyphs: int
    licence: str = ""
    licence_url: str = ""
    may_be_embedded: bool = True

    @property
    def licence_title(self) -> str:
        """The licence in a few words."""
        told = f"{self.licence} {self.licence_url}".strip()
        for title, pattern in _LICENCES:
            if pattern.search(told):
                return title
        first = re.split(r"(?<=[.;])\s", told, maxsplit=1)[0]
        return first[:80] + ("…" if len(first) > 80 else "") or "no licence stated"


class FontUse(Record):
    """A font that a style asks for: where it is, under which licence, and what is used where it is nowhere.

    It is not needed where one that is asked for before it is there, but for letters that this one lacks.
    """

    family: str
    place: Place
    licence: str = ""
    instead: str = ""
    is_needed: bool = True

    @property
    def words(self) -> str:
        """As a person is told it."""
        if self.place == "nowhere" and not self.is_needed:
            return f"{self.family}: not on this computer, and not needed"
        if self.place == "nowhere":
            then = f"{self.instead} is used instead" if self.instead else "another font is used instead"
            return f"{self.family}: not on this computer, {then}"
        return f"{self.family}: {_PLACES[self.place]}" + (f", {self.licence}" if self.licence else "")


def read_font(file: Path) -> FontFacts:
    """Return what a font says of itself.

    Raises:
        StyleError: It is no TrueType or OpenType font, is broken, or too large.
    """
    try:
        stat = file.stat()
        if stat.st_size > MOST_FONT_BYTES:
            raise StyleError("This font is too large.", str(file), remedy="At most 32 MB.")
        return _read(file, stat.st_size, stat.st_mtime_ns)
    except OSError as error:
        raise StyleError(f"This font can't be read: {error.strerror or error}.", str(file)) from error


@lru_cache(maxsize=128)
def _read(file: Path, size_bytes: int, changed_ns: int) -> FontFacts:
    from fontTools.ttLib import TTFont, TTLibError

    content = file.read_bytes()
    if content[:4] not in _SIGNATURES:
        raise StyleError("This is no TrueType or OpenType font.", str(file), remedy="Take a .ttf or .otf file.")
    try:
        with TTFont(io.BytesIO(content), lazy=True, checkChecksums=0) as font:
            if any(table.offset + table.length > len(content) for table in font.reader.tables.values()):
                raise ValueError("it is cut off")
            names, glyphs, rights = font["name"], int(font["maxp"].numGlyphs), int(font["OS/2"].fsType)
            if (
                not font.getBestCmap()
                or not font["head"].unitsPerEm
                or not ({"glyf", "CFF ", "CFF2"} & {*font.keys()})
            ):
                raise ValueError("it draws nothing")
            told = {number: (names.getDebugName(number) or "").strip() for number in (1, 2, 13, 14, 16, 17)}
    except (TTLibError, *_BROKEN) as error:
        raise StyleError("This font is broken.", str(file), remedy="Take another copy of it.") from error
    return FontFacts(
        family=(told[16] or told[1] or file.stem)[:100],
        face=(told[17] or told[2] or "Regular")[:100],
        glyphs=glyphs,
        licence=told[13][:4000],
        licence_url=told[14][:400],
        may_be_embedded=rights & 0x000F != _RESTRICTED,
    )


@cache
def bundled_fonts() -> dict[str, FontFacts]:
    """Return the fonts that come with the program, by their families in lower case."""
    files = [file for file in sorted(resource("fonts").rglob("*")) if file.suffix.lower() in FONT_SUFFIXES]
    return {facts.family.casefold(): facts for facts in map(read_font, files)}


def package_fonts(style: Style) -> tuple[FontFacts, ...]:
    """Return the fonts that a style's package brings; those that can't be read are left out."""
    found = []
    for asset in style.assets:
        if asset.path.suffix.lower() in FONT_SUFFIXES:
            try:
                found.append(read_font(asset.path))
            except StyleError:
                continue
    return tuple(found)


def fonts_of(style: Style, families_here: Collection[str]) -> tuple[FontUse, ...]:
    """Return where each font is that a style asks for, in the order in which they are tried.

    Args:
        style: As published, or a draft.
        families_here: The names of all families that this machine can paint with.
    """
    brought = {facts.family.casefold(): facts for facts in package_fonts(style)}
    here = {family.casefold() for family in families_here}
    found: list[FontUse] = []
    wanted = dict.fromkeys(family.strip() for family in style.captions.font_families if family.strip())
    for family in reversed(wanted):
        key = family.casefold()
        instead = next((use.family for use in reversed(found) if use.place != "nowhere"), "")
        if key in brought:
            found.append(FontUse(family=family, place="package", licence=brought[key].licence_title))
        elif key in bundled_fonts():
            found.append(FontUse(family=family, place="program", licence=bundled_fonts()[key].licence_title))
        else:
            is_here = key in here
            place: Place = "machine" if is_here else "nowhere"
            found.append(FontUse(family=family, place=place, instead="" if is_here else instead))
    found.reverse()
    first = next((number for number, use in enumerate(found) if use.place != "nowhere"), len(found))
    return tuple(use.model_copy(update={"is_needed": number <= first}) for number, use in enumerate(found))
