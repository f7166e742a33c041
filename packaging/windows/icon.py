"""Write the program's sign as a Windows icon of several sizes: `python packaging/windows/icon.py OUT.ico`.

An icon file is a list of pictures, which may be PNG since Windows Vista (“ICO file format”).
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES_PX = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Draw and write it."""
    application = QGuiApplication(["icon", "-platform", "offscreen"])
    sign = QSvgRenderer(str(ROOT / "resources" / "icons" / "shortlist.svg"))
    pictures = [drawn(sign, size) for size in SIZES_PX]
    application.shutdown()
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(icon(pictures))
    return 0


def drawn(sign: QSvgRenderer, size: int) -> bytes:
    """Return the sign as PNG, so many pixels wide and high."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    sign.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def icon(pictures: list[bytes]) -> bytes:
    """Return an icon file of the pictures for `SIZES_PX`: a head, an entry each, then the pictures."""
    place = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(SIZES_PX, pictures, strict=True):
        # 256 is written as 0; one plane, 32 bits a pixel.
        side = size % 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


if __name__ == "__main__":
    sys.exit(main())
