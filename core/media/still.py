"""One picture of a source as a small JPEG file."""

from __future__ import annotations

from pathlib import Path

from core.media.decode import frame_at
from core.media.probe import probe


def write_thumbnail(path: Path, at: float, height_px: int, file: Path) -> None:
    """Write the frame shown at source second `at`, upright, at a height in pixels. Whole or not at all.

    Raises:
        MediaError: There is no picture.
    """
    import cv2

    facts = probe(path)
    shape = facts.video
    longer = height_px * max(1.0, shape.width / shape.height) if shape else height_px
    pixels = frame_at(path, facts, at, round(longer))
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".part.jpg")
    cv2.imwrite(str(partial), cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 85])
    partial.replace(file)
