"""A storage, a webhook's receiver, and finished clips to publish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.s3 import models

from core import publications
from core.publish import s3_upload
from tests.core.publish.clips import Desk
from tests.core.publish.hook_server import HookServer
from tests.core.publish.hook_server import running as hook_running
from tests.core.publish.storage_server import StorageServer
from tests.core.publish.storage_server import running as storage_running

PART_BYTES = 100_000


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[StorageServer]:
    """Return a running storage, with parts so small that small files have several."""
    monkeypatch.setattr(models, "S3_UPLOAD_PART_MIN_SIZE", 1)
    monkeypatch.setattr(s3_upload, "PART_BYTES", PART_BYTES)
    with storage_running() as server:
        yield server


@pytest.fixture
def hook() -> Iterator[HookServer]:
    """Return a running receiver of webhooks."""
    with hook_running() as server:
        yield server


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a workspace with a run of two finished clips, which waits little between attempts."""
    monkeypatch.setattr(publications, "_FIRST_WAIT", 0.01)
    monkeypatch.setattr(publications, "_LONGEST_WAIT", 0.02)
    made = Desk(tmp_path)
    yield made
    made.store.close()
