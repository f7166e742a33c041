"""Fonts that a style's package brings: in the text engine of this process, under names that nothing else has.

Two versions of a style may bring two fonts of one name, and the machine a third. Text engines choose among fonts
by name alone, so a font whose name is taken is loaded under another one, and the style is painted with that.
"""

from __future__ import annotations

import io
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QRawFont

from core.assets import check_asset
from core.captions.qt import FONT_SUFFIXES, ensure_gui
from core.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from core.schema.style import Asset, Style

# By the digests of all fonts of a package: under which name each of their families is loaded.
_LOADED: dict[frozenset[str], Mapping[str, str]] = {}
_LOCK = Lock()
# Family, unique id, full name, PostScript name, typographic family, WWS family (OpenType, table `name`).
_NAME_IDS = (1, 3, 4, 6, 16, 21)


def with_fonts(style: Style) -> Style:
    """Load the fonts of a style's package, and return the style with the names that they are loaded under.

    Raises:
        StyleError: One is missing, was changed, or is no font.
    """
    fonts = [asset for asset in style.assets if asset.path.suffix.lower() in FONT_SUFFIXES]
    if not fonts:
        return style
    ensure_gui()
    key = frozenset(asset.digest for asset in fonts)
    with _LOCK:
        if key not in _LOADED:
            _LOADED[key] = _load(style, fonts)
        names = _LOADED[key]
    families = tuple(names.get(family.casefold(), family) for family in style.captions.font_families)
    captions = style.captions.model_copy(update={"font_families": families})
    return style.model_copy(update={"captions": captions})


def can_paint_with(file: Path) -> bool:
    """Whether the text engine can use a font."""
    ensure_gui()
    return QRawFont(str(file), 32.0).isValid()


def _load(style: Style, fonts: list[Asset]) -> Mapping[str, str]:
    taken = {family.casefold() for family in QFontDatabase.families()}
    names: dict[str, str] = {}
    for asset in fonts:
        check_asset(style, asset)
        content = asset.path.read_bytes()
        number = QFontDatabase.addApplicationFontFromData(QByteArray(content))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if not families:
            raise StyleError(
                f"{asset.name} of the style {style.pin} is no font that can be used.",
                str(asset.path),
                remedy="Take another file of the font: TrueType or OpenType.",
            )
        family = families[0]
        if family.casefold() in taken:
            QFontDatabase.removeApplicationFont(number)
            alias = f"{family} {min(each.digest for each in fonts)[:12]}"
            QFontDatabase.addApplicationFontFromData(QByteArray(_renamed(content, alias)))
            names |= dict.fromkeys([each.casefold() for each in families], alias)
        else:
            names |= {each.casefold(): each for each in families}
    return names


def _renamed(content: bytes, family: str) -> bytes:
    """Return a font with another family name."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(content), lazy=True) as font:
        table = font["name"]
        style = table.getDebugName(17) or table.getDebugName(2) or "Regular"
        table.names = [record for record in table.names if record.nameID not in _NAME_IDS]
        told = {1: family, 3: f"{family} {style}", 4: f"{family} {style}", 16: family, 17: style}
        told[6] = f"{family} {style}".replace(" ", "-")
        for name_id, text in told.items():
            table.setName(text, name_id, 3, 1, 0x409)
        made = io.BytesIO()
        font.save(made, reorderTables=False)
    return made.getvalue()
