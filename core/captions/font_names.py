"""A font under another family name, its outlines untouched."""

from __future__ import annotations

import io
import struct
from pathlib import Path

# Family, subfamily, unique id, full name, PostScript name, typographic family and subfamily, those of WWS
# (OpenType 1.9, table `name`).
_REPLACED = (1, 2, 3, 4, 6, 16, 17, 21, 22)
_FAMILIES = (16, 1, 21)
# Windows, Unicode, English of the United States.
_WINDOWS = (3, 1, 0x409)
# Windows knows fonts by 31 letters of their family.
MOST_LETTERS = 31
BROKEN = (AssertionError, AttributeError, EOFError, LookupError, TypeError, ValueError, struct.error)


def short_name(family: str, mark: str) -> str:
    """Return a family name that ends with a mark and is no longer than every system takes."""
    return f"{family[: MOST_LETTERS - 1 - len(mark)].rstrip()} {mark}"


def renamed(file: Path, mark: str) -> tuple[tuple[str, ...], str, bytes]:
    """Return the family names that a font has, the one that it gets, and the font with that.

    Raises:
        ValueError: It is broken.
        OSError: It can't be read.
    """
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(io.BytesIO(file.read_bytes()), lazy=True) as font:
            table = font["name"]
            found = {number: str(table.getDebugName(number) or "") for number in (*_FAMILIES, 2, 17)}
            told = tuple(
                dict.fromkeys(
                    record.toUnicode() for number in _FAMILIES for record in table.names if record.nameID == number
                )
            )
            family = short_name(next((found[number] for number in _FAMILIES if found[number]), "Font"), mark)
            face = found[17] or found[2] or "Regular"
            table.names = [record for record in table.names if record.nameID not in _REPLACED]
            plain = "".join(letter for letter in face if letter.isascii() and letter.isalnum())
            names = {1: family, 2: face, 3: f"{family} {face}", 4: f"{family} {face}", 16: family, 17: face}
            for number, text in {**names, 6: f"Font{mark}-{plain}"[:63]}.items():
                table.setName(text, number, *_WINDOWS)
            made = io.BytesIO()
            font.save(made, reorderTables=False)
    except (TTLibError, *BROKEN) as error:
        raise ValueError("the font is broken") from error
    return told, family, made.getvalue()
