"""Content decides, not the name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import MediaError
from core.media.content import BLOCK_BYTES, BLOCKS, content_fingerprint


def test_a_copy_is_the_same_and_a_changed_byte_is_not(tmp_path: Path) -> None:
    content = np.random.default_rng(0).bytes(100_000)
    first, copy, changed = tmp_path / "a.mp4", tmp_path / "b.mov", tmp_path / "c.mp4"
    first.write_bytes(content)
    copy.write_bytes(content)
    changed.write_bytes(content[:60_000] + bytes([content[60_000] ^ 1]) + content[60_001:])
    assert content_fingerprint(first) == content_fingerprint(copy)
    assert content_fingerprint(first) != content_fingerprint(changed)
    assert len(content_fingerprint(first)) == 64


@pytest.mark.parametrize("place", [0, 0.5, -1])
def test_head_middle_and_tail_of_a_long_file_count(tmp_path: Path, place: float) -> None:
    size = BLOCK_BYTES * BLOCKS * 4 + 17
    content = bytearray(size)
    path = tmp_path / "long.mp4"
    path.write_bytes(content)
    before = content_fingerprint(path)
    # The middle block of an even number of blocks begins behind the middle.
    position = {0: 0, -1: size - 1}.get(int(place) if place != 0.5 else 9, round(3 * (size - BLOCK_BYTES) / 7) + 5)
    content[position] = 1
    path.write_bytes(content)
    assert content_fingerprint(path) != before
    path.write_bytes(bytes(size + 1))
    assert content_fingerprint(path) != before


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    """Return a file of 8 GB that takes no room, or skip where files can't have holes."""
    path = tmp_path / "huge.mp4"
    with path.open("wb") as file:
        file.write(b"head")
        file.truncate(8_000_000_000)
    if path.stat().st_blocks * 512 > 1_000_000:
        pytest.skip("files have no holes here")
    return path


def bytes_read() -> int:
    """Return how many bytes this process has read so far, by the kernel's count."""
    counts = Path("/proc/self/io")
    if not counts.exists():
        pytest.skip("this system does not count what a process reads")
    return int(counts.read_text().split("rchar: ")[1].split()[0])


def test_few_megabytes_of_a_huge_file_are_read(huge: Path) -> None:
    before = bytes_read()
    first = content_fingerprint(huge)
    assert bytes_read() - before < 5_000_000
    # What the documentation says it does not see, and what it does.
    with huge.open("rb+") as file:
        file.seek(BLOCK_BYTES + 100)
        file.write(b"between two blocks")
    assert content_fingerprint(huge) == first
    with huge.open("rb+") as file:
        file.seek(-10, 2)
        file.write(b"tail")
    assert content_fingerprint(huge) != first


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.mp4", tmp_path):
        with pytest.raises(MediaError):
            content_fingerprint(path)
