"""Fonts that a style's package brings: in the text engine of this process, under names that nothing else has.

Two versions of a style may bring two fonts of one name, the machine may have a third, and another style may ask
for that name without bringing any. Text engines choose among fonts by name alone, so each package's fonts are
loaded under names of their own, and the style is painted with those.
"""

from __future__ import annotations

from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QRawFont

from core.assets import check_asset
from core.captions.font_names import renamed
from core.captions.qt import FONT_SUFFIXES, ensure_gui
from core.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from core.schema.style import Asset, Style

# By the digests of all fonts of a package: under which name each of their families is loaded.
_LOADED: dict[frozenset[str], Mapping[str, str]] = {}
_LOCK = Lock()


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
    mark = sha256("".join(sorted(asset.digest for asset in fonts)).encode()).hexdigest()[:12]
    names: dict[str, str] = {}
    for asset in fonts:
        check_asset(style, asset)
        try:
            families, family, content = renamed(asset.path, mark)
        except ValueError as error:
            raise _useless(style, asset) from error
        if QFontDatabase.addApplicationFontFromData(QByteArray(content)) < 0:
            raise _useless(style, asset)
        names |= dict.fromkeys([each.casefold() for each in families], family)
    return names


def _useless(style: Style, asset: Asset) -> StyleError:
    return StyleError(
        f"{asset.name} of the style {style.pin} is no font that can be used.",
        str(asset.path),
        remedy="Take another file of the font: TrueType or OpenType.",
    )
