"""A still of a finished clip: the sharpest of a few frames from its middle, kept as they go by."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import RenderError, disk_full, is_disk_full
from core.media.planes import Picture, PictureScaler
from core.whole_file import write_whole

# The beginning may be a title, the end a fade.
MIDDLE = (0.25, 0.75)
CANDIDATES = 12
JPEG_QUALITY = 90
# Mean luma of pictures that show something, in 8 bit and limited range.
DARKEST, BRIGHTEST = 35, 225
TILES = 8
# A talker's head fills more than a fifth of the picture and captions less: this tile is of the head.
TELLING_TILE = 0.8


class ThumbnailPicker:
    """Is shown the frames of one clip as they are finished, and keeps the best of the candidates."""

    def __init__(self, frame_count: int) -> None:
        ticks = np.linspace(MIDDLE[0] * (frame_count - 1), MIDDLE[1] * (frame_count - 1), CANDIDATES)
        self._candidates = frozenset(np.round(ticks).astype(int).tolist())
        self._best: tuple[bool, int] = (False, -1)
        self.picture: Picture | None = None

    def offer(self, tick: int, picture: Picture) -> None:
        """Look at a finished picture, which nobody paints on any more, if it is a candidate."""
        if tick not in self._candidates:
            return
        score = is_something(picture.y), sharpness(picture.y)
        if score > self._best:
            self._best, self.picture = score, picture


def is_something(luma: NDArray[np.uint8]) -> bool:
    """Whether a picture is neither black nor white all over."""
    return bool(DARKEST < luma.mean() < BRIGHTEST)


def sharpness(luma: NDArray[np.uint8]) -> int:
    """Return the energy of the Laplacian at half size, in the tile that tells (J. L. Pech-Pacheco et al., 2000).

    Whole numbers alone, so that every machine chooses the same frame.
    """
    small = luma[::2, ::2].astype(np.int32)
    edges = 4 * small[1:-1, 1:-1] - small[:-2, 1:-1] - small[2:, 1:-1] - small[1:-1, :-2] - small[1:-1, 2:]
    down, across = edges.shape[0] // TILES, edges.shape[1] // TILES
    if not (down and across):
        return int((edges * edges).sum())
    tiles = edges[: TILES * down, : TILES * across].reshape(TILES, down, TILES, across)
    energies = np.sort((tiles * tiles).sum(axis=(1, 3)).ravel())
    return int(energies[round(TELLING_TILE * (len(energies) - 1))])


def thumbnail_file(file: Path) -> Path:
    """Return where the thumbnail of a finished file belongs."""
    return file.with_suffix(".jpg")


def write_thumbnail(picture: Picture, file: Path) -> None:
    """Write a picture as JPEG, whole or not at all.

    Raises:
        DiskFullError: There is no space left.
        RenderError: The file can't be written.
    """
    import cv2

    rgb = PictureScaler().to_rgb(picture)
    is_made, content = cv2.imencode(
        ".jpg", cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]
    )
    if not is_made:
        raise RenderError("The thumbnail can't be made.", str(file))
    try:
        write_whole(file, content.tobytes())
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(file)) from error
        raise RenderError(f"The thumbnail can't be written ({error.strerror}).", str(file)) from error
