"""Storage that speaks S3: Amazon's, and all that speak its protocol (MinIO, R2, B2, Ceph, …).

An object appears under its key only when it is whole: small files go in one request, large ones as parts that
become an object at the end. Every request carries the MD5 of what it sends, by which the storage refuses what came
otherwise; at the end size and checksum of the object are compared with the file.
"""

from __future__ import annotations

import json
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any
from uuid import uuid4

from core.errors import ExportError
from core.publish.destination import Held, Keep, settle
from core.publish.s3_errors import explained
from core.publish.s3_upload import Upload, is_there, upload
from core.schema.destination import Destination, DestinationKind
from core.schema.publication import Publication, PublishedFile
from core.schema.record import ProgressCallback

KIND: DestinationKind = "s3"
IS_LAST = False
CONNECT_TIMEOUT_SECONDS = 10
READ_TIMEOUT_SECONDS = 60
# Clients may be used by several threads, but not made by several at once.
_MAKING = threading.Lock()


def check(where: Destination) -> str:
    """Write a small object, read it, and remove it."""
    key = _key(where, f".shortlist-test-{uuid4().hex[:12]}")
    with explained(where), _client(where) as client:
        client.head_bucket(Bucket=where.bucket)
        client.put_object(Bucket=where.bucket, Key=key, Body=b"Shortlist")
        try:
            client.head_object(Bucket=where.bucket, Key=key)
        finally:
            client.delete_object(Bucket=where.bucket, Key=key)
    return f"An object was written to {where.place}, read and removed."


def send(where: Destination, item: Publication, keep: Keep, progress: ProgressCallback) -> tuple[str, ...]:
    """Upload the files, the video last; go on with an upload that was begun before."""
    with explained(where, item.files[0].path), _client(where) as client:
        settled = settle(item.files, lambda name, file: _look(client, where, name, file))
        begun = _begun(item.token)
        done = sum(file.size_bytes for file, _, there in settled if there)
        for file, name, there in reversed(settled):
            if there:
                continue
            key = _key(where, name)
            wanted = Upload(where.bucket, key, file, _content_type(file.name), begun.get(key, ""))
            upload(client, wanted, partial(_keep, keep, key), _over_all(progress, done, item.size_bytes, file))
            done += file.size_bytes
    return tuple(f"s3://{where.bucket}/{_key(where, name)}" for _, name, _ in settled)


@contextmanager
def _client(where: Destination) -> Iterator[Any]:
    from botocore.config import Config

    if not where.access_key or not where.secret.get_secret_value():
        raise ExportError(
            f"The key of {where.name} is missing.", remedy="Set access key and secret key of this destination."
        )
    config = Config(
        # Attempts are counted and told by whoever sends, not by the library.
        retries={"total_max_attempts": 1},
        connect_timeout=CONNECT_TIMEOUT_SECONDS,
        read_timeout=READ_TIMEOUT_SECONDS,
        # Checksums of a newer kind are refused by many storages; MD5 is understood by all.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        # Names of buckets as hosts need a wildcard certificate, which few storages of one's own have.
        s3={"addressing_style": "path" if where.endpoint_url else "auto"},
    )
    with _MAKING:
        client = _session().client(
            "s3",
            endpoint_url=where.endpoint_url or None,
            region_name=where.region or "us-east-1",
            aws_access_key_id=where.access_key,
            aws_secret_access_key=where.secret.get_secret_value(),
            config=config,
        )
    try:
        yield client
    finally:
        client.close()


@lru_cache(maxsize=1)
def _session() -> Any:
    """Return what reads the library's descriptions of services, which take a second, once."""
    import boto3

    return boto3.session.Session()


def _look(client: Any, where: Destination, name: str, file: PublishedFile) -> Held:
    found = is_there(client, where.bucket, _key(where, name))
    if found is None:
        return "nothing"
    is_same = found["ContentLength"] == file.size_bytes and found.get("Metadata", {}).get("sha256") == file.sha256
    return "same" if is_same else "other"


def _key(where: Destination, name: str) -> str:
    prefix = where.prefix.strip("/")
    return f"{prefix}/{name}" if prefix else name


def _keep(keep: Keep, key: str, upload_id: str) -> None:
    keep(json.dumps({key: upload_id}))


def _begun(token: str) -> dict[str, str]:
    """Return the uploads that an earlier attempt began, by key."""
    try:
        kept = json.loads(token) if token else {}
    except ValueError:
        return {}
    return {str(key): str(upload_id) for key, upload_id in kept.items()} if isinstance(kept, dict) else {}


def _content_type(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _over_all(progress: ProgressCallback, before: int, whole: int, file: PublishedFile) -> ProgressCallback:
    name = file.name.rpartition("/")[2]

    def told(fraction: float, message: str = "") -> None:
        progress((before + fraction * file.size_bytes) / max(1, whole), message or f"Uploading {name}")

    return told
