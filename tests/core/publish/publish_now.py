"""Publishes all clips of a workspace and prints how they stand: `python publish_now.py FOLDER STORAGE_URL`.

Run by `test_publications.py`, which kills it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from core.publish import s3_upload
from tests.core.publish.clips import Desk, storage_at

if __name__ == "__main__":
    s3_upload.PART_BYTES = 100_000
    desk = Desk(Path(sys.argv[1]))
    desk.store.recover()
    print(*(each.state for each in desk.publish(storage_at(sys.argv[2]))))
