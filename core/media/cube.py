"""The HDR mapping of thumbnails as a table for FFmpeg's lut3d filter: whole clips, fast and alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from core.media.hdr import to_sdr

# 49 steps a channel: made in 0.25 s, a mean of 1.1 grey levels from the exact mapping; a 1080p frame takes 22 ms
# instead of 100 ms.
CUBE_STEPS = 49


@contextmanager
def sdr_cube(transfer: int) -> Iterator[Path]:
    """Write the mapping from PQ (16) or HLG (18) to SDR as a .cube file, which is gone on leaving."""
    steps = np.linspace(0, 65535, CUBE_STEPS).round().astype(np.uint16)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    codes = np.stack([red, green, blue], axis=-1).reshape(1, -1, 3)
    mapped = to_sdr(codes, transfer).reshape(-1, 3) / 255
    with TemporaryDirectory(prefix="shortlist-") as folder:
        file = Path(folder) / "sdr.cube"
        with file.open("w", encoding="ascii") as out:
            out.write(f"LUT_3D_SIZE {CUBE_STEPS}\n")
            np.savetxt(out, mapped, fmt="%.5f")
        yield file
