"""One picture of a source as a small JPEG file."""

from __future__ import annotations

from pathlib import Path

from core.errors import WorkspaceError, disk_full, is_disk_full
from core.media.open_readers import OpenReaders
from core.whole_file import write_whole


def write_thumbnail(path: Path, at: float, height_px: int, file: Path, readers: OpenReaders) -> None:
    """Write the frame shown at source second `at`, upright, at a height in pixels. Whole or not at all.

    Args:
        path: The media file.
        at: Source second.
        height_px: Of the picture, not above the source's own.
        file: The JPEG file.
        readers: Keeps the media file open for the next thumbnail.

    Raises:
        MediaError: There is no picture.
        DiskFullError: There is no space left for it.
        WorkspaceError: It can't be written.
    """
    import cv2

    with readers.lend(path) as (facts, reader):
        shape = facts.video
        longer = height_px * max(1.0, shape.width / shape.height) if shape else height_px
        pixels = reader.pixels_at(at, round(longer))
    encoded = cv2.imencode(".jpg", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 85])[1]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, encoded.tobytes())
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(file)) from error
        reason = error.strerror or str(error)
        raise WorkspaceError(f"A picture of the source can't be written ({reason}).", str(file)) from error
