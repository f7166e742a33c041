"""Small packages for tests: a real picture, a real font of another name, and what is made of them."""

from __future__ import annotations

import io
from pathlib import Path

from core.resources import resource
from core.schema.style import Style
from core.styles.files import assets_in


def write_logo(file: Path, grey: int = 255) -> Path:
    """Write a picture of 64×32 pixels."""
    import cv2
    import numpy as np

    file.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(file), np.full((32, 64, 4), grey, np.uint8))
    return file


def write_font(file: Path, family: str, source: str = "Inter-ExtraBold.otf") -> Path:
    """Write one of the bundled fonts under another name."""
    from fontTools.ttLib import TTFont

    file.parent.mkdir(parents=True, exist_ok=True)
    with TTFont(resource(f"fonts/{source}"), lazy=True) as font:
        table = font["name"]
        face = table.getDebugName(17) or table.getDebugName(2)
        table.names = [record for record in table.names if record.nameID not in (1, 2, 4, 6, 16, 17, 21, 22)]
        for number, text in {1: family, 2: face, 4: family, 6: "Test", 16: family, 17: face}.items():
            table.setName(text, number, 3, 1, 0x409)
        font.save(file)
    return file


def narrower(font: Path) -> None:
    """Make every glyph of a font half as wide, so that its pictures can't be mistaken for what it was."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(font.read_bytes())) as opened:
        metrics = opened["hmtx"].metrics
        opened["hmtx"].metrics = {name: (width // 2, bearing) for name, (width, bearing) in metrics.items()}
        opened.save(font)


def brand(folder: Path, **told: object) -> Style:
    """Return a style whose files are those of a folder."""
    return Style.model_validate({"name": "brand", "version": 1, "assets": assets_in(folder), **told})
