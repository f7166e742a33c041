"""Publishing as the project deals with it: in the background, tried again, stopped, and after a crash."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from core.errors import ContractError, ExportError
from core.pipeline.events import PublicationChanged
from core.pipeline.records.store import Store
from core.publications import RETRIES
from core.publish.destination import digest_of
from core.schema.cell import Cell
from core.schema.destination import Destination
from core.schema.run import RunOptions
from tests.core.publish.clips import SECRET, VIDEO, Desk
from tests.core.publish.storage_server import HANG_UP

KEYS = [f"shows/Talk/Why {clip}.{suffix}" for clip in ("c1", "c2") for suffix in ("mp4", "srt")]


def share(folder: Path, name: str = "share") -> Destination:
    return Destination(name=name, kind="folder", folder=str(folder / name))


def test_clips_are_published_once_and_records_say_where(desk, storage):
    first = desk.publish(storage.destination())
    assert [each.state for each in first] == ["published", "published"]
    assert sorted(storage.objects()) == KEYS
    assert first[0].places == ("s3://clips/shows/Talk/Why c1.mp4", "s3://clips/shows/Talk/Why c1.srt")
    writes = storage.count("PUT")
    assert desk.publish(storage.destination()) == first
    assert storage.count("PUT") == writes
    assert SECRET not in (desk.folder / "workspace.sqlite").read_bytes().decode("latin1")


def test_what_is_gone_at_the_destination_is_sent_again_when_asked_for(desk, tmp_path):
    where = share(tmp_path)
    (first,) = desk.publish(where, clips=["c1"])
    Path(first.places[0]).unlink()
    (again,) = desk.publish(where, clips=["c1"])
    assert not Path(again.places[0]).exists()
    (sent,) = desk.work([where], lambda made: made.publish(desk.run_id, "share", ["c1"], is_again=True))
    assert Path(sent.places[0]).read_bytes() == VIDEO + b"\x01" and sent.id == first.id


def test_a_clip_exported_anew_is_published_beside_the_first(desk, tmp_path):
    where = share(tmp_path)
    desk.publish(where, clips=["c1"])
    (desk.folder / "exports" / "Why c1.mp4").write_bytes(b"another cut")
    found = desk.publish(where, clips=["c1"])
    assert [each.state for each in found] == ["published", "published"]
    assert sorted(file.name for file in (tmp_path / "share" / "Talk").iterdir()) == [
        "Why c1 (2).mp4",
        "Why c1 (2).srt",
        "Why c1.mp4",
        "Why c1.srt",
    ]


def test_what_may_pass_is_tried_three_times_more_and_then_told(desk, storage):
    storage.faults += [("PUT /clips", 503)] * RETRIES
    assert [each.state for each in desk.publish(storage.destination(), clips=["c1"])] == ["published"]
    storage.faults += [("PUT /clips", 503)] * (RETRIES + 1)
    failed = desk.publish(storage.destination(), clips=["c2"])[1]
    assert failed.state == "failed" and "SlowDown" in failed.error and not storage.faults
    assert any(failed.error in line.message for line in desk.store.log(desk.run_id))


def test_a_line_that_breaks_at_every_part_still_gets_there(desk, storage):
    # Three parts, each of which takes three attempts: more failures than would be borne without getting further.
    storage.faults += [(f"partNumber={number}", HANG_UP) for number in (1, 2, 3) for _ in range(3)]
    assert [each.state for each in desk.publish(storage.destination(), clips=["c1"])] == ["published"]
    assert storage.objects()[KEYS[0]] == VIDEO + b"\x01" and not storage.begun()


def test_what_can_not_pass_fails_at_once_and_the_next_clip_goes_on(desk, storage):
    storage.faults.append(("PUT /clips", 403))
    first, second = desk.publish(storage.destination())
    assert (first.state, second.state) == ("failed", "published")
    assert "may not" in first.error
    (again, _) = desk.work([storage.destination()], lambda made: asyncio.sleep(0, made.retry(first.id)))
    assert again.state == "published" and again.error == ""


def test_a_stopped_upload_goes_on_where_it_was(desk, storage):
    seen: list[str] = []

    async def stop(made) -> None:
        loop, reached = asyncio.get_running_loop(), asyncio.Event()
        storage.done = lambda line: "partNumber=2" in line and loop.call_soon_threadsafe(reached.set)
        (asked,) = await made.publish(desk.run_id, "storage", ["c1"])
        await asyncio.wait_for(reached.wait(), 60)
        await made.stop(asked.id)
        seen.append(asked.id)

    (stopped,) = desk.work([storage.destination()], stop)
    assert (stopped.state, stopped.is_stopped, stopped.error) == ("failed", True, "Stopped.")
    assert not [key for key in storage.objects() if key.endswith(".mp4")]
    (done,) = desk.work([storage.destination()], lambda made: asyncio.sleep(0, made.retry(seen[0])))
    assert done.state == "published"
    assert storage.count("partNumber=1") == 1 and not storage.begun()


def test_progress_is_told_and_never_beyond_the_whole(desk, tmp_path, monkeypatch):
    monkeypatch.setattr("core.publications._TELL_EVERY", 0.0)
    told = []
    desk.store.subscribe(lambda event: isinstance(event, PublicationChanged) and told.append(event.publication))
    desk.publish(share(tmp_path), clips=["c1"])
    assert told[0].state == "pending" and told[-1].state == "published"
    assert any(0 < each.fraction <= 1 and each.message for each in told if each.state == "sending")


def test_a_webhook_waits_for_the_others_and_is_told_where_they_put_it(desk, storage, hook):
    desk.store._db.execute(  # the run as if it had been started so
        "update runs set options = ?", [RunOptions(publish_to=("hook", "storage")).model_dump_json()]
    )
    storage.faults += [("PUT /clips", 503)] * 2
    desk.work([hook.destination(), storage.destination()], lambda made: asyncio.sleep(0))
    assert sorted(storage.objects()) == KEYS
    told = [json.loads(body) for _, body in hook.got]
    assert [each["clip"]["published"][0]["places"][0] for each in told] == [
        f"s3://clips/shows/Talk/Why {clip}.mp4" for clip in ("c1", "c2")
    ]
    told_of = [each for each in desk.store.publications() if each.destination == "hook"]
    assert {each.message for each in told_of} == {
        f"Told {hook.destination().place}, which answered 204 No Content."
    }
    assert told[0]["clip"]["description"] == "Because." and told[0]["clip"]["hashtags"] == ["#why"]


def test_what_a_run_is_to_publish_goes_out_as_soon_as_it_is_finished(desk, tmp_path):
    desk.store._db.execute("update runs set options = ?", [RunOptions(publish_to=("share",)).model_dump_json()])

    async def finish(_made) -> None:
        desk.add_clip("c3", b"third")

    found = desk.work([share(tmp_path)], finish)
    assert sorted(each.clip_id for each in found) == ["c1", "c2", "c3"]
    assert {each.state for each in found} == {"published"}
    assert len(list((tmp_path / "share").rglob("*.mp4"))) == 3


def test_clips_go_out_in_the_order_they_were_finished_in_however_long_reading_them_takes(
    desk, tmp_path, monkeypatch
):
    desk.store._db.execute("update runs set options = ?", [RunOptions(publish_to=("share",)).model_dump_json()])

    def read(path):
        time.sleep(0.3 if "c1" in path.name else 0.0)
        return digest_of(path)

    monkeypatch.setattr("core.publications.digest_of", read)
    found = desk.work([share(tmp_path)], lambda made: asyncio.sleep(0))
    assert [each.clip_id for each in found] == ["c1", "c2"]


def test_what_was_made_anew_before_a_crash_is_ordered_by_the_next_start(desk, tmp_path):
    desk.store._db.execute("update runs set options = ?", [RunOptions(publish_to=("share",)).model_dump_json()])
    desk.work([share(tmp_path)], lambda made: asyncio.sleep(0))
    # Nobody publishes while it is rendered again, as if the program had been killed right behind that.
    desk.add_clip("c1", b"another")
    found = desk.work([share(tmp_path)], lambda made: asyncio.sleep(0))
    assert [each.places[0].rpartition("/")[2] for each in found] == ["Why c1.mp4", "Why c2.mp4", "Why c1 (2).mp4"]
    assert (tmp_path / "share" / "Talk" / "Why c1 (2).mp4").read_bytes() == b"another"
    again = desk.work([share(tmp_path)], lambda made: asyncio.sleep(0))
    assert again == found, "it is due no more"


def test_an_export_says_where_its_own_files_go_and_no_others(desk, tmp_path):
    place = desk.folder / "exports"
    desk.store._db.execute("update runs set options = ?", [RunOptions(publish_to=("share",)).model_dump_json()])
    for clip_id, names in (("c1", ()), ("c2", ("other",))):
        desk.store.ask_outputs(desk.run_id, [Cell(clip_id, "9:16", "fast")], place, names)
        desk.finish(clip_id, [place / f"Why {clip_id}.mp4"])

    other = Destination(name="other", kind="folder", folder=str(tmp_path / "other"))
    found = desk.work([share(tmp_path), other], lambda made: asyncio.sleep(0))
    assert [(each.clip_id, each.destination) for each in found] == [("c2", "other")]
    # As its run says again where nothing else is said.
    desk.store.ask_outputs(desk.run_id, [Cell("c1", "9:16", "fast")], place)
    desk.finish("c1", [place / "Why c1.mp4"])
    found = desk.work([share(tmp_path), other], lambda made: asyncio.sleep(0))
    assert [(each.clip_id, each.destination) for each in found] == [("c2", "other"), ("c1", "share")]


def test_all_of_a_run_is_stopped_and_goes_on_where_it_was(desk, storage, tmp_path):
    storage.faults += [("PUT /clips", 503)] * 3

    async def stop(made) -> None:
        await made.publish(desk.run_id, "storage")
        while not any(each.state == "sending" for each in made.of_run(desk.run_id)):
            await asyncio.sleep(0)
        await made.stop_run(desk.run_id)

    found = desk.work([storage.destination()], stop)
    assert [(each.state, each.is_stopped) for each in found] == [("failed", True)] * 2
    assert not storage.objects(), "what waited was not begun in its place"

    async def retry(made) -> None:
        for each in made.of_run(desk.run_id):
            made.retry(each.id)

    assert {each.state for each in desk.work([storage.destination()], retry)} == {"published"}
    assert sorted(storage.objects()) == KEYS


def test_what_can_not_be_published_is_told(desk, tmp_path):
    with pytest.raises(ExportError, match="no destination “else”"):
        desk.publish(share(tmp_path), to="else")
    with pytest.raises(ExportError, match="c9"):
        desk.publish(share(tmp_path), clips=["c9"])
    (desk.folder / "exports" / "Why c1.mp4").unlink()
    with pytest.raises(ExportError, match="can't be read"):
        desk.publish(share(tmp_path), clips=["c1"])


def test_a_destination_that_was_removed_fails_what_waits_for_it(desk, tmp_path):
    async def remove(made) -> None:
        made.configure([])
        made._store.ask_publications([await made._publication(desk.store.outputs(desk.run_id)[0], "share")])
        made.configure([])

    (failed,) = desk.work([share(tmp_path)], remove)
    assert failed.state == "failed" and "any more" in failed.error


def test_the_database_refuses_illegal_steps(desk, tmp_path):
    (done, _) = desk.publish(share(tmp_path))
    with pytest.raises(ContractError):
        desk.store.move_publication(done.id, "sending")
    with pytest.raises(Exception, match="illegal transition of publications"):
        desk.store._db.execute("update publications set state = 'failed' where id = ?", [done.id])


def test_a_moved_workspace_still_knows_its_files(desk, tmp_path):
    desk.publish(share(tmp_path))
    desk.store.close()
    moved = desk.folder.rename(tmp_path / "elsewhere")
    store = Store(moved / "workspace.sqlite")
    assert all(each.files[0].path.is_file() for each in store.publications())
    store.close()
    desk.store = Store(moved / "workspace.sqlite")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("moments", [1, pytest.param(30, marks=pytest.mark.soak)])
def test_kill_9_at_any_request_leaves_no_file_twice_and_none_half(tmp_path, storage, moments):
    desk = Desk(tmp_path)
    desk.store.close()
    kills, child, asked, first = 0, None, 0, 8 if moments == 1 else 3
    lock = threading.Lock()

    def kill(line: str) -> None:
        nonlocal asked
        with lock:
            asked += 1
            # Later each time, so that it comes to its end at last.
            if child is not None and asked == first + kills and kills < moments:
                os.kill(child.pid, signal.SIGKILL)

    storage.done = kill
    script = Path(__file__).with_name("publish_now.py")
    for _ in range(moments + 1):
        asked = 0
        child = subprocess.Popen(
            [sys.executable, script, tmp_path, storage.url], stdout=subprocess.PIPE, text=True
        )
        told, _ = child.communicate(timeout=120)
        if child.returncode == 0:
            break
        assert child.returncode == -signal.SIGKILL
        kills += 1
        for key, content in storage.objects().items():
            assert not key.endswith(".mp4") or content == VIDEO + bytes([int(key[-5])]), "half a file had its key"
    assert kills >= min(moments, 4)
    assert told.split() == ["published", "published"]
    assert sorted(storage.objects()) == KEYS
    assert not storage.begun()
    for clip in ("c1", "c2"):
        completed = storage.count(f"POST /clips/shows/Talk/Why {clip}.mp4?uploadId")
        assert completed == 1, "a finished file was uploaded again"
