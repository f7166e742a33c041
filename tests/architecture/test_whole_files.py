"""No file holds what a merge left: the marks between two versions of a text."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARK = re.compile(r"^(<{7} |>{7} |\|{7} |={7}$)", re.MULTILINE)


def test_no_merge_was_left_half_done():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    assert len(files) > 500
    assert [str(file.relative_to(ROOT)) for file in files if is_half_merged(file)] == []


def is_half_merged(file: Path) -> bool:
    """Whether a file of text holds such a mark; one that was removed, or is no text, does not."""
    try:
        return MARK.search(file.read_text(encoding="utf-8")) is not None
    except (UnicodeDecodeError, FileNotFoundError):
        return False


def test_a_mark_is_seen(tmp_path):
    file = tmp_path / "left.md"
    file.write_text("one\n" + "<" * 7 + " HEAD\ntwo\n")
    assert is_half_merged(file)
