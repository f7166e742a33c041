"""Names of files in a package that comes from elsewhere: plain ones alone, that are the same on every system."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from core.styles.files import MANIFEST_FILE, STYLE_FILE, SUFFIXES

MOST_LETTERS = 120
# Names that Windows keeps for devices, whatever their ending.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))})
_FORBIDDEN = frozenset('<>:"|?*')


def problem_of(name: str) -> str:
    """Return what is wrong with the name of a file in a package; empty: nothing.

    It is `style.toml`, `package.json`, or a file of one of the three folders.
    """
    if "\\" in name:
        return "its name has a backslash"
    if name.startswith("/") or (len(name) > 1 and name[1] == ":"):
        return "it would be put outside the package"
    parts = name.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "it would be put outside the package"
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") or letter in _FORBIDDEN for letter in name):
        return "its name has letters that no file name may have"
    if len(name) > MOST_LETTERS:
        return f"its name is longer than {MOST_LETTERS} letters"
    if any(part != part.strip() or part.endswith(".") or _stem(part) in _DEVICES for part in parts):
        return "no system can keep a file of that name"
    if name in (STYLE_FILE, MANIFEST_FILE):
        return ""
    suffix = f".{name.rpartition('.')[2]}".lower()
    if len(parts) != 2 or suffix not in SUFFIXES.get(parts[0], ()) or parts[1].startswith("."):
        return "a style has no use for it"
    return ""


def colliding(names: Iterable[str]) -> str:
    """Return the first name that some system takes for one before it; empty where there is none."""
    seen: set[str] = set()
    for name in names:
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            return name
        seen.add(folded)
    return ""


def _stem(part: str) -> str:
    return part.partition(".")[0].strip().casefold()
