"""Pictures of packages: how large they are is read from their first bytes, before anything is decoded."""

from __future__ import annotations

import struct
from pathlib import Path

from core.errors import StyleError

MOST_PIXELS = 16_000_000
MOST_SIDE_PX = 8192
_PNG = b"\x89PNG\r\n\x1a\n"
# JPEG markers that start a frame, and those that stand alone (ITU-T T.81, table B.1).
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def check_picture(file: Path) -> None:
    """Check that a picture is what its name says, not huge, and whole.

    Raises:
        StyleError: It is not.
    """
    content = file.read_bytes()
    kind = kind_of(content)
    wanted = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP"}.get(file.suffix.lower())
    if kind is None or kind != wanted:
        told = f"This is named as a {wanted}" + (f" and is a {kind}." if kind else ", and is none.")
        raise StyleError(told, str(file), remedy="Save it as PNG, JPEG or WebP.")
    try:
        width, height = _SIZES[kind](content)
    except (struct.error, IndexError, ValueError) as error:
        raise StyleError("This picture is broken.", str(file), remedy="Save it anew.") from error
    if not (0 < width <= MOST_SIDE_PX and 0 < height <= MOST_SIDE_PX and width * height <= MOST_PIXELS):
        raise StyleError(
            f"This picture is too large: {width}×{height} pixels.",
            str(file),
            remedy=f"At most {MOST_PIXELS // 1_000_000} million pixels, and {MOST_SIDE_PX} along a side.",
        )
    if _decoded_size(content) != (width, height):
        raise StyleError("This picture can't be decoded.", str(file), remedy="Save it anew.")


def kind_of(content: bytes) -> str | None:
    """Return PNG, JPEG or WebP by a file's first bytes; None for anything else."""
    if content.startswith(_PNG):
        return "PNG"
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "WebP" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None


def _decoded_size(content: bytes) -> tuple[int, int] | None:
    import cv2
    import numpy as np

    try:
        picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error:
        return None
    return None if picture is None else (picture.shape[1], picture.shape[0])


def _png_size(content: bytes) -> tuple[int, int]:
    length, name, width, height = struct.unpack(">I4sII", content[8:24])
    if (length, name) != (13, b"IHDR"):
        raise ValueError("no header")
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while True:
        while content[at] == 0xFF and content[at + 1] == 0xFF:
            at += 1
        marker = content[at + 1]
        if content[at] != 0xFF:
            raise ValueError("no marker")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 if marker in _ALONE else 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]


def _webp_size(content: bytes) -> tuple[int, int]:
    chunk, body = content[12:16], content[20:30]
    if chunk == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if chunk == b"VP8L" and body[:1] == b"\x2f":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", body[6:10])
        return width & 0x3FFF, height & 0x3FFF
    raise ValueError("no header")


_SIZES = {"PNG": _png_size, "JPEG": _jpeg_size, "WebP": _webp_size}
