"""Each kind of destination by itself: the contract over all of them, and what is particular to each."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import Cancelled, DiskFullError, ExportError
from core.publish.destination import check_unchanged, settle
from core.publish.destinations import KINDS, folder, kind_named, s3, webhook
from core.schema.destination import DESTINATION_KINDS, Destination
from core.schema.record import ignore_progress
from tests.core.publish.clips import SECRET, shipment
from tests.core.publish.conftest import PART_BYTES
from tests.core.publish.hook_server import SECRET as HOOK_SECRET
from tests.core.publish.hook_server import HookServer
from tests.core.publish.storage_server import CORRUPT, DO_AND_HANG_UP, HANG_UP, StorageServer

SIZES = (PART_BYTES * 2 + 7, 20)


def forget(token: str) -> None:
    """Keep nothing."""


@pytest.fixture(params=["folder", "s3", "webhook"])
def place(request: pytest.FixtureRequest, tmp_path: Path, storage: StorageServer, hook: HookServer) -> Destination:
    """Return a destination of each kind that works."""
    return {
        "folder": Destination(name="share", kind="folder", folder=str(tmp_path / "share")),
        "s3": storage.destination(),
        "webhook": hook.destination(),
    }[request.param]


@pytest.fixture
def there(tmp_path: Path, storage: StorageServer) -> Callable[[Destination], dict[str, bytes]]:
    """Return what lies at a destination, by name."""

    def look(where: Destination) -> dict[str, bytes]:
        if where.kind == "s3":
            return storage.objects()
        root = Path(where.folder)
        return {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}

    return look


def test_every_kind_is_listed_once():
    assert tuple(member.KIND for member in KINDS) == DESTINATION_KINDS


def test_a_check_leaves_nothing_behind(place, there, hook):
    assert kind_named(place.kind).check(place)
    if place.kind == "webhook":
        assert [json.loads(body) for _, body in hook.got] == [{"event": "test"}]
    else:
        assert not there(place)


def test_files_arrive_whole_and_say_where_they_are(place, there, hook, tmp_path):
    item, told = shipment(tmp_path, SIZES), []
    places = kind_named(place.kind).send(place, item, forget, lambda fraction, message="": told.append(fraction))
    assert len(places) == 2 and all(0.0 <= each <= 1.0 for each in told) and told
    if place.kind == "webhook":
        return
    prefix = "shows/" if place.kind == "s3" else ""
    assert there(place) == {prefix + file.name: file.path.read_bytes() for file in item.files}
    assert places[0].endswith("Talk/Why.mp4") and places[1].endswith("Talk/Why.srt")


def test_the_same_file_is_not_sent_twice_and_another_gets_a_name_of_its_own(place, there, tmp_path, storage):
    if place.kind == "webhook":
        pytest.skip("a webhook holds nothing")
    send, item = kind_named(place.kind).send, shipment(tmp_path, SIZES)
    first = send(place, item, forget, ignore_progress)
    writes = storage.count("PUT")
    assert send(place, item, forget, ignore_progress) == first
    assert storage.count("PUT") == writes and len(there(place)) == 2
    other = shipment(tmp_path, (SIZES[0] + 1, 20))
    second = send(place, other, forget, ignore_progress)
    assert second[0].endswith("Why (2).mp4") and second[1].endswith("Why (2).srt")
    assert len(there(place)) == 4


def test_a_stop_leaves_no_half_file(place, there, tmp_path):
    if place.kind == "webhook":
        pytest.skip("a webhook is one short request")

    def stop(fraction: float, message: str = "") -> None:
        if fraction > 0.5:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        kind_named(place.kind).send(place, shipment(tmp_path, SIZES), forget, stop)
    assert not [name for name in there(place) if name.endswith(".mp4")]


def test_secrets_are_in_no_record_and_no_error(place, storage, hook):
    assert SECRET not in place.model_dump_json() and HOOK_SECRET not in place.model_dump_json()
    assert "token=abc" not in place.place
    wrong = place.model_copy(
        update={"folder": "/proc/nowhere", "bucket": "absent", "url": "http://127.0.0.1:9/x?token=abc"}
    )
    with pytest.raises(ExportError) as caught:
        kind_named(place.kind).check(wrong)
    assert caught.value.reason and SECRET not in str(caught.value) and "token=abc" not in str(caught.value)


def test_what_is_missing_is_told_before_it_is_tried():
    assert "name" in Destination(name="", kind="folder", folder="/x").problem
    assert "folder" in Destination(name="a", kind="folder").problem
    assert "bucket" in Destination(name="a", kind="s3").problem
    assert "https" in Destination(name="a", kind="s3", bucket="b", endpoint_url="minio.local").problem
    assert "https" in Destination(name="a", kind="webhook", url="ftp://x/y").problem
    assert "https" in Destination(name="a", kind="webhook", url="http://[oops/").problem
    assert not Destination(name="My S3", kind="s3", bucket="b").problem


def test_all_files_of_a_clip_move_on_together(tmp_path):
    item = shipment(tmp_path)
    taken = {"Talk/Why.srt": "other", "Talk/Why (2).mp4": "same"}
    settled = settle(item.files, lambda name, file: taken.get(name, "nothing"))
    assert [(name, is_there) for _, name, is_there in settled] == [
        ("Talk/Why (2).mp4", True),
        ("Talk/Why (2).srt", False),
    ]


def test_a_file_that_changed_is_not_published(tmp_path):
    item = shipment(tmp_path)
    check_unchanged(item, ignore_progress)
    item.files[0].path.write_bytes(b"something else")
    with pytest.raises(ExportError, match="changed"):
        check_unchanged(item, ignore_progress)
    item.files[0].path.unlink()
    with pytest.raises(ExportError, match="gone"):
        check_unchanged(item, ignore_progress)


# Folders


def test_a_full_disk_leaves_nothing(small_disk, tmp_path):
    where = Destination(name="share", kind="folder", folder=str(small_disk / "share"))
    with pytest.raises(DiskFullError) as caught:
        folder.send(where, shipment(tmp_path, (20_000_000, 20)), forget, ignore_progress)
    assert "Free at least" in caught.value.remedy
    assert not [file for file in small_disk.rglob("*") if file.is_file()]


def test_a_folder_without_links_is_filled_too(tmp_path, monkeypatch):
    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    where = Destination(name="share", kind="folder", folder=str(tmp_path / "share"))
    folder.send(where, shipment(tmp_path), forget, ignore_progress)
    assert sorted(file.name for file in (tmp_path / "share" / "Talk").iterdir()) == ["Why.mp4", "Why.srt"]


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.soak)])
def test_a_copy_that_is_killed_anywhere_is_never_half(tmp_path, step):
    script = Path(__file__).with_name("killed_copy.py")
    given = [sys.executable, script, tmp_path, str(step)]
    told = subprocess.run(given, capture_output=True, text=True, check=False, timeout=300)
    assert told.returncode == 0, told.stderr
    assert int(told.stdout) * step > 70


# S3


def test_an_upload_goes_on_where_it_broke_off(storage, tmp_path):
    item, kept = shipment(tmp_path, (PART_BYTES * 4 + 5,)), []
    storage.faults.append(("partNumber=3", HANG_UP))
    with pytest.raises(ExportError) as caught:
        s3.send(storage.destination(), item, kept.append, ignore_progress)
    assert caught.value.is_passing and not storage.objects()
    resumed = item.model_copy(update={"token": kept[-1]})
    s3.send(storage.destination(), resumed, kept.append, ignore_progress)
    assert storage.objects() == {"shows/Talk/Why.mp4": item.files[0].path.read_bytes()}
    assert [storage.count(f"partNumber={number}") for number in (1, 2, 3, 4, 5)] == [1, 1, 2, 1, 1]
    assert storage.count("POST") == 2 and not storage.begun()


def test_an_answer_that_was_lost_at_the_end_does_no_harm(storage, tmp_path):
    item, kept = shipment(tmp_path, (PART_BYTES * 2,)), []
    storage.faults.append(("POST /clips/shows/Talk/Why.mp4?uploadId", DO_AND_HANG_UP))
    with pytest.raises(ExportError):
        s3.send(storage.destination(), item, kept.append, ignore_progress)
    again = item.model_copy(update={"token": kept[-1]})
    assert s3.send(storage.destination(), again, kept.append, ignore_progress)
    assert len(storage.objects()) == 1 and storage.count("partNumber=") == 2


def test_an_upload_that_the_storage_forgot_begins_anew(storage, tmp_path):
    item = shipment(tmp_path, (PART_BYTES * 2,)).model_copy(
        update={"token": '{"shows/Talk/Why.mp4": "long-gone"}'}
    )
    s3.send(storage.destination(), item, forget, ignore_progress)
    assert len(storage.objects()) == 1


@pytest.mark.parametrize("size", [1000, PART_BYTES * 2])
def test_bytes_that_arrived_otherwise_are_noticed_and_removed(storage, tmp_path, size):
    item = shipment(tmp_path, (size,))
    # moto believes every checksum that it is given for a part.
    storage.faults.append(("PUT /clips/shows/Talk/Why.mp4", CORRUPT))
    with pytest.raises(ExportError) as caught:
        s3.send(storage.destination(), item, forget, ignore_progress)
    assert caught.value.is_passing
    assert not storage.objects()


@pytest.mark.parametrize(
    ("fault", "says", "is_passing"),
    [(403, "may not", False), (503, "SlowDown", True), (500, "InternalError", True)],
)
def test_refusals_are_told_in_sentences(storage, tmp_path, fault, says, is_passing):
    storage.faults.append(("PUT /clips", fault))
    with pytest.raises(ExportError) as caught:
        s3.send(storage.destination(), shipment(tmp_path, (10,)), forget, ignore_progress)
    assert says in caught.value.reason and caught.value.is_passing is is_passing
    assert "Why" not in caught.value.reason and SECRET not in str(caught.value)


def test_a_missing_bucket_key_or_host_is_told(storage):
    with pytest.raises(ExportError, match="no such bucket"):
        s3.check(storage.destination(bucket="absent"))
    with pytest.raises(ExportError, match="key of storage is missing"):
        s3.check(storage.destination(access_key=""))
    with pytest.raises(ExportError, match="can't be reached") as caught:
        s3.check(storage.destination(endpoint_url="http://127.0.0.1:9"))
    assert caught.value.is_passing


def test_what_is_uploaded_says_what_it_is(storage, tmp_path):
    import boto3

    s3.send(storage.destination(), shipment(tmp_path, SIZES), forget, ignore_progress)
    client = boto3.client(
        "s3", endpoint_url=storage.url, aws_access_key_id="a", aws_secret_access_key="b", region_name="us-east-1"
    )
    found = client.head_object(Bucket="clips", Key="shows/Talk/Why.mp4")
    assert found["ContentType"] == "video/mp4" and len(found["Metadata"]["sha256"]) == 64


# Webhooks


def test_a_request_is_signed_over_time_and_body(hook, tmp_path):
    item = shipment(tmp_path).model_copy(update={"about": {"title": "Wörter", "published": []}})
    before = int(time.time())
    webhook.send(hook.destination(), item, forget, ignore_progress)
    ((headers, body),) = hook.got
    timestamp = headers["X-Shortlist-Timestamp"]
    assert before <= int(timestamp) <= int(time.time())
    expected = hmac.new(HOOK_SECRET.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()
    assert headers["X-Shortlist-Signature"] == f"sha256={expected}"
    assert (headers["X-Shortlist-Event"], headers["X-Shortlist-Delivery"]) == ("clip.published", "p1")
    told = json.loads(body)
    assert told["clip"]["title"] == "Wörter" and told["files"][0]["name"] == "Why.mp4"
    assert str(tmp_path) not in body.decode()


def test_without_a_secret_nothing_is_signed_and_that_is_told(hook):
    assert "not signed" in webhook.check(hook.destination(secret=""))
    assert "X-Shortlist-Signature" not in hook.got[0][0]


@pytest.mark.parametrize(
    ("answer", "says", "is_passing"),
    [
        (503, "503", True),
        (429, "429", True),
        (404, "out of order", False),
        (401, "401", False),
        (302, "302", False),
        (0, "can't be reached", True),
    ],
)
def test_a_receiver_that_refuses_is_told(hook, answer, says, is_passing):
    hook.answers.append(answer)
    with pytest.raises(ExportError, match=says) as caught:
        webhook.check(hook.destination())
    assert caught.value.is_passing is is_passing
    assert len(hook.got) == 1
