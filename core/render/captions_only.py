"""Captions alone as numbered PNG files, for programs that take no ProRes with alpha."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import RenderError, disk_full, is_disk_full
from core.render.alpha import CaptionsPainter
from core.schema.composition import Composition
from core.schema.record import ProgressCallback, ignore_progress

# Fast: most of a picture is nothing at all.
PNG_COMPRESSION = 1


def write_caption_pictures(
    composition: Composition, folder: Path, progress: ProgressCallback = ignore_progress
) -> list[Path]:
    """Write each output frame as `captions_00001.png` and so on, RGBA with straight alpha.

    Args:
        composition: What is written over its picture; its source is not needed.
        folder: There already, and empty.
        progress: Called for every frame.

    Raises:
        DiskFullError: There is no space left.
        RenderError: The folder can't be written.
        Cancelled: By `progress`; as with errors, what was written so far is the caller's to remove.
    """
    painter = CaptionsPainter(composition)
    count = composition.frame_count
    files: list[Path] = []
    last_key, content = None, b""
    for tick in range(count):
        rgba, key = painter.rgba(tick)
        if not files or key != last_key:
            last_key, content = key, _png(rgba)
        file = folder / f"captions_{tick + 1:05d}.png"
        try:
            file.write_bytes(content)
        except OSError as error:
            if is_disk_full(error):
                raise disk_full(str(file)) from error
            raise RenderError(f"The pictures can't be written ({error.strerror}).", str(folder)) from error
        files.append(file)
        progress((tick + 1) / count, f"writing: picture {tick + 1} of {count}")
    return files


def _png(rgba: NDArray[np.uint8]) -> bytes:
    import cv2

    bgra = cv2.cvtColor(rgba, cv2.COLOR_RGBA2BGRA)
    is_made, content = cv2.imencode(".png", bgra, [cv2.IMWRITE_PNG_COMPRESSION, PNG_COMPRESSION])
    if not is_made:
        raise RenderError("A picture can't be made.")
    return content.tobytes()
