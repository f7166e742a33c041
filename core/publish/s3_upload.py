"""One file into one object of a storage that speaks S3: whole, verified, and taken up where it broke off.

A part's checksum in the storage is its MD5, so that one that is there already is known without sending it again.
The checksum of an object of several parts (its ETag) is the MD5 over the parts' MD5s and their number (“Checking
object integrity”, Amazon S3 User Guide); with keys of a key service it is something else and says nothing.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from core.errors import Cancelled, ExportError
from core.publish.destination import BLOCK_BYTES
from core.schema.publication import PublishedFile
from core.schema.record import ProgressCallback

# A part has 5 MiB at least, and there are 10,000 at most (“Amazon S3 multipart upload limits”).
PART_BYTES = 8 << 20
MOST_PARTS = 10_000
_MD5_OF_PARTS = re.compile(r"[0-9a-f]{32}(-\d+)?")
_GONE = ("NoSuchUpload", "NoSuchKey", "404", "NotFound")


@dataclass(frozen=True)
class Upload:
    """What is to be uploaded where; `upload_id` is one that was begun before, else empty."""

    bucket: str
    key: str
    file: PublishedFile
    content_type: str
    upload_id: str = ""

    @property
    def place(self) -> dict[str, str]:
        """Bucket and key, as all requests name them."""
        return {"Bucket": self.bucket, "Key": self.key}

    @property
    def part_bytes(self) -> int:
        """How long a part is: always the same for a file of a size, so that parts are known again."""
        least = -(-self.file.size_bytes // MOST_PARTS)
        return PART_BYTES if least <= PART_BYTES else -(-least // (1 << 20)) << 20


def is_there(client: Any, bucket: str, key: str) -> dict[str, Any] | None:
    """Return what the storage says of an object, None where there is none."""
    from botocore.exceptions import ClientError

    try:
        found: dict[str, Any] = client.head_object(Bucket=bucket, Key=key)
    except ClientError as error:
        if error.response["Error"]["Code"] in _GONE:
            return None
        raise
    return found


def upload(client: Any, wanted: Upload, keep: Callable[[str], None], progress: ProgressCallback) -> None:
    """Upload a file and verify what became of it.

    Args:
        client: Of boto3.
        wanted: What goes where.
        keep: Given the upload's id before anything is sent of it, so that it can be gone on with.
        progress: Told 0 to 1; raises to stop.

    Raises:
        ExportError: What came about is not the file.
    """
    size = wanted.file.size_bytes
    about = {"Metadata": {"sha256": wanted.file.sha256}, "ContentType": wanted.content_type}
    if size <= wanted.part_bytes:
        content = wanted.file.path.read_bytes()
        body = _Told(content, lambda sent: progress(sent / max(1, size), ""))
        _said(lambda: client.put_object(**wanted.place, Body=body, ContentMD5=_md5(content), **about), body)
        _verify(client, wanted, hashlib.md5(content, usedforsecurity=False).hexdigest())
        return
    upload_id, there = _taken_up(client, wanted)
    if not upload_id:
        _give_up_empty(client, wanted)
        upload_id = client.create_multipart_upload(**wanted.place, **about)["UploadId"]
    keep(upload_id)
    parts, checksums = [], []
    for number, content in _parts(wanted):
        checksum = hashlib.md5(content, usedforsecurity=False)
        checksums.append(checksum.digest())
        before = (number - 1) * wanted.part_bytes
        tag = checksum.hexdigest()
        if there.get(number) != tag:
            body = _Told(content, partial(_part_told, progress, before, size))
            tag = _send_part(client, wanted, upload_id, number, body, tag)
            # Once more, so that whoever counts failures knows that a part came through.
            keep(upload_id)
        parts.append({"PartNumber": number, "ETag": f'"{tag}"'})
        progress((before + len(content)) / size, "")
    client.complete_multipart_upload(**wanted.place, UploadId=upload_id, MultipartUpload={"Parts": parts})
    whole = hashlib.md5(b"".join(checksums), usedforsecurity=False).hexdigest()
    _verify(client, wanted, f"{whole}-{len(parts)}")


def _part_told(progress: ProgressCallback, before: int, size: int, sent: int) -> None:
    progress((before + sent) / size, "")


def _taken_up(client: Any, wanted: Upload) -> tuple[str, dict[int, str]]:
    """Return an upload of this file that was begun before, and the checksums of its parts by number."""
    from botocore.exceptions import ClientError

    if not wanted.upload_id:
        return "", {}
    there: dict[int, str] = {}
    try:
        pages = client.get_paginator("list_parts").paginate(**wanted.place, UploadId=wanted.upload_id)
        for page in pages:
            for part in page.get("Parts", []):
                there[part["PartNumber"]] = part["ETag"].strip('"')
    except ClientError as error:
        if error.response["Error"]["Code"] in _GONE:
            return "", {}
        raise
    return wanted.upload_id, there


def _give_up_empty(client: Any, wanted: Upload) -> None:
    """Remove uploads of this key that hold nothing: of programs killed before they had noted what they began."""
    from botocore.exceptions import ClientError

    # Not every key may do that; what is left then holds no bytes.
    with suppress(ClientError):
        found = client.list_multipart_uploads(Bucket=wanted.bucket, Prefix=wanted.key).get("Uploads", [])
        for begun in (each["UploadId"] for each in found if each["Key"] == wanted.key):
            if not client.list_parts(**wanted.place, UploadId=begun).get("Parts"):
                client.abort_multipart_upload(**wanted.place, UploadId=begun)


def _parts(wanted: Upload) -> Iterator[tuple[int, bytes]]:
    with wanted.file.path.open("rb") as stream:
        number = 1
        while content := stream.read(wanted.part_bytes):
            yield number, content
            number += 1


def _send_part(client: Any, wanted: Upload, upload_id: str, number: int, body: _Told, checksum: str) -> str:
    """Send a part, and return its checksum in the storage's own way of counting."""
    given = {**wanted.place, "UploadId": upload_id, "PartNumber": number, "ContentMD5": _md5(body.getvalue())}
    answer = _said(lambda: client.upload_part(**given, Body=body), body)
    tag = _tag(answer)
    if _tells_md5(answer) and tag != checksum:
        raise ExportError("A part arrived in the storage otherwise than it was sent.", is_passing=True)
    return tag


def _tag(answer: dict[str, Any]) -> str:
    return str(answer.get("ETag", "")).strip('"')


def _tells_md5(answer: dict[str, Any]) -> bool:
    """Whether the checksum in an answer is an MD5: not where a key service or a key of one's own encrypts."""
    is_plain = not str(answer.get("ServerSideEncryption", "")).startswith("aws:kms")
    return is_plain and "SSECustomerAlgorithm" not in answer and bool(_MD5_OF_PARTS.fullmatch(_tag(answer)))


def _md5(content: bytes) -> str:
    return base64.b64encode(hashlib.md5(content, usedforsecurity=False).digest()).decode()


def _said(ask: Callable[[], dict[str, Any]], body: _Told) -> dict[str, Any]:
    """Make a request; a stop that its body raised is raised as it was, however the library wrapped it."""
    try:
        return ask()
    except Exception:
        if body.stopped is not None:
            raise body.stopped from None
        raise


def _verify(client: Any, wanted: Upload, checksum: str) -> None:
    found = client.head_object(**wanted.place)
    is_right = found["ContentLength"] == wanted.file.size_bytes
    if is_right and _tells_md5(found) and _tag(found) != checksum:
        # A storage that counts its checksums in a way of its own: the object itself decides.
        is_right = _read_back(client, wanted) == wanted.file.sha256
    if not is_right:
        client.delete_object(**wanted.place)
        raise ExportError(
            "What arrived in the storage is not the file that was sent; it was removed there.",
            str(wanted.file.path),
            is_passing=True,
        )


def _read_back(client: Any, wanted: Upload) -> str:
    digest = hashlib.sha256()
    for block in client.get_object(**wanted.place)["Body"].iter_chunks(BLOCK_BYTES):
        digest.update(block)
    return digest.hexdigest()


class _Told(io.BytesIO):
    """A request's body that tells how much of it was read, and keeps the stop that the telling raised."""

    def __init__(self, content: bytes, told: Callable[[int], None]) -> None:
        super().__init__(content)
        self._told = told
        self.stopped: Cancelled | None = None

    def read(self, size: int | None = -1) -> bytes:
        """Return the next bytes: few at a time, so that a slow line can be stopped between them."""
        wanted = BLOCK_BYTES if size is None or size < 0 else min(size, BLOCK_BYTES)
        content = super().read(wanted)
        try:
            self._told(self.tell())
        except Cancelled as stop:
            self.stopped = stop
            raise
        return content
