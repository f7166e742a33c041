"""The records: only legal transitions, undo that gives back the start, recovery, search."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from core import editing
from core.errors import Cancelled, ContractError, WorkspaceError
from core.pipeline.events import RunChanged, SaidChanged
from core.pipeline.graph import Node
from core.pipeline.records.lock import WorkspaceLock
from core.pipeline.records.migrations import migrations
from core.pipeline.records.shape import connect
from core.pipeline.records.states import JOB_TRANSITIONS
from core.pipeline.records.store import Store
from core.schema.cell import Cell
from core.schema.run import RunOptions
from core.schema.search import Line, Said
from core.schema.source import Source
from core.schema.transcript import Transcript, TranscriptSegment, Word
from tests.slices import examples


@pytest.fixture
def store(tmp_path: Path):
    opened = Store(tmp_path / "db.sqlite")
    yield opened
    opened.close()


def new_run(store: Store) -> str:
    source = store.add_source(Path("/talk.mp4"), "print", 10)
    return store.add_run(source.id, RunOptions(), "clean@1").id


def test_the_same_content_is_the_same_source_wherever_it_lies(store):
    first = store.add_source(Path("/a/talk.mp4"), "print", 10)
    moved = store.add_source(Path("/b/renamed.mp4"), "print", 10)
    assert moved.id == first.id
    assert store.source(first.id).path == Path("/b/renamed.mp4")


@examples(15, 600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["start", "complete", "fail", "release", "ask"]), max_size=14))
def test_jobs_follow_the_table_and_nothing_else(store, actions):
    run = new_run(store)
    node = Node("transcode")
    job = store.ensure_job(run, node, "f1")
    state = "pending"
    wanted = {"start": "in_progress", "complete": "completed", "fail": "failed", "release": "pending"}
    for action in actions:
        if action == "ask":
            store.ensure_job(run, node, "f1")
            state = "pending" if state == "failed" else state
            continue
        target = wanted[action]
        act = {
            "start": lambda: store.start_job(job),
            "complete": lambda: store.complete_job(job, 1.0),
            "fail": lambda: store.fail_job(job, "because"),
            "release": lambda: store.release_job(job, "stopped", "stopped."),
        }[action]
        is_race = {state, target} <= {"completed", "failed"}
        # A job fails from pending where another run failed on its behalf; that is start and failure in one.
        if action == "release" and state != "in_progress":
            # What is no longer worked on stays what it has become: the loser of a race gives nothing back.
            act()
        elif target in JOB_TRANSITIONS[state] or (state, target) == ("pending", "failed"):
            act()
            state = target
        elif target == state or is_race:
            act()
        else:
            with pytest.raises(ContractError):
                act()
        assert store.job(job.id).state == state


def test_work_for_a_run_that_was_deleted_is_not_begun(store):
    run = new_run(store)
    store.delete_run(run)
    with pytest.raises(Cancelled):
        store.ensure_job(run, Node("compose", "clip", "9:16"), "f1")


def test_signals_of_old_work_do_not_touch_the_row_of_new_work(store):
    run = new_run(store)
    old = store.ensure_job(run, Node("transcode"), "f1")
    store.start_job(old)
    new = store.ensure_job(run, Node("transcode"), "f2")
    assert not store.complete_job(old, 1.0)
    assert not store.fail_job(old, "too late")
    store.release_job(old, "lost", "too late")
    assert store.job(new.id).state == "pending"
    assert [(each.state, each.error_kind) for each in store.attempts(run)] == [("stopped", "Superseded")]
    store.delete_run(run)
    assert not store.complete_job(new, 1.0)


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.04, "transcode done at once."), (0.05, "transcode done in 0.1 s."), (2, None)]
)
def test_no_work_is_said_to_have_taken_no_time(store, seconds, told):
    job = store.ensure_job(new_run(store), Node("transcode"), "f1")
    store.start_job(job)
    store.complete_job(job, seconds)
    messages = [line.message for line in store.log(job.run_id)]
    assert messages[-1] == (told or f"transcode done in {seconds}.0 s.")


def test_the_loser_of_the_finishing_race_changes_nothing(store):
    job = store.ensure_job(new_run(store), Node("transcode"), "f1")
    store.start_job(job)
    assert store.complete_job(job, 2.0)
    assert not store.complete_job(job, 9.0, worker="42")
    assert (store.job(job.id).worker, store.attempts(job.run_id)[0].worker) == ("42", "42")
    assert not store.fail_job(job, "too late")
    assert store.job(job.id).seconds == 2.0
    assert store.job(job.id).error_reason == ""


def test_after_a_crash_work_is_pending_again(store):
    run = new_run(store)
    job = store.ensure_job(run, Node("transcode"), "f1")
    store.start_job(job)
    output = store.ask_outputs(run, [Cell("c", "9:16", "fast")], Path("/out"))[0]
    store.move_output(output.id, "rendering")
    store.recover()
    assert store.job(job.id).state == "pending"
    assert store.output(output.id).state == "pending"


EDITS = st.lists(
    st.tuples(st.sampled_from(["title", "decide", "trim", "new", "merge", "undo", "redo"]), st.integers(0, 4))
)


@examples(15, 600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_any_edits_undone_give_back_the_start_and_redone_the_end(store, steps):
    run = new_run(store)
    start = [editing.new_clip(run, 10.0 * i, 10.0 * i + 5, f"clip {i}", "clean@1") for i in range(3)]
    store.put_clips(run, start)
    for number, (kind, which) in enumerate(steps):
        clips = store.clips(run)
        clip = clips[which % len(clips)]
        if kind == "undo":
            store.undo(run)
        elif kind == "redo":
            store.redo(run)
        elif kind == "new":
            store.edit_clips(run, "new", [editing.new_clip(run, which, which + 3, f"n{number}", "clean@1")])
        elif kind == "merge":
            other = editing.following(clip, clips)
            if other is not None:
                store.edit_clips(run, "merge", [editing.merge(clip, other)], removed=[other.id])
                assert other.id not in {known.id for known in store.clips(run)}
                # The machine does not bring it back with its next plan.
                assert other.id in store.touched_clips(run)
        else:
            after = {
                "title": lambda c, n=number: editing.retitle(c, f"title {n}"),
                "decide": lambda c: editing.set_decision(c, "approved"),
                "trim": lambda c, n=number: editing.trim(c, c.cut.start, c.cut.end + 1 + n, 1000.0),
            }[kind](clip)
            store.edit_clips(run, kind, [after])
    end = {clip.id: clip for clip in store.clips(run)}
    redoable = store.redo_step(run) is not None
    undone = 0
    while store.undo(run) is not None:
        undone += 1
    assert {clip.id: clip for clip in store.clips(run)} == {clip.id: clip for clip in start}
    if not redoable:
        for _ in range(undone):
            store.redo(run)
        assert {clip.id: clip for clip in store.clips(run)} == end
    store.delete_run(run)


def test_undo_is_named_and_survives_a_restart(tmp_path):
    store = Store(tmp_path / "db.sqlite")
    run = new_run(store)
    clip = editing.new_clip(run, 0, 5, "Old", "clean@1")
    store.put_clips(run, [clip])
    store.edit_clips(run, "rename 'Old'", [editing.retitle(clip, "New")])
    store.close()
    again = Store(tmp_path / "db.sqlite")
    assert again.undo_step(run).label == "rename 'Old'"
    again.undo(run)
    assert again.clip(clip.id).wording.title == "Old"
    again.close()


def test_what_is_said_is_kept_until_no_run_shows_it(store):
    run = new_run(store)
    source = store.run(run).source_id
    told = []
    store.subscribe(lambda event: told.append(event) if isinstance(event, SaidChanged) else None)
    word = Word(text="money", start=1.5, end=1.9)
    segment = TranscriptSegment(start=1, end=3, text="no  money\ud800 left", speaker="Anna", words=(word,))
    transcript = Transcript(language="en-US", segments=(segment,))
    store.index_transcript(source, transcript)
    store.index_transcript(source, transcript)
    assert told == [SaidChanged(source)]
    said = Said.model_validate_json(store.said_record(source))
    assert said.lines == (Line(start=1, end=3, speaker="Anna", text="no money? left", marks=((3, 1.5),)),)
    assert store.said_digests() == {source: said.digest}
    assert store.lines_of([source, "unknown"]) == {source: [(1.0, 3.0, "no money? left")]}
    store.delete_run(run)
    assert store.said_digests() == {} and store.searchable() == []


def test_what_was_said_before_records_of_it_is_taken_over(tmp_path):
    store = Store(tmp_path / "db.sqlite")
    run = new_run(store)
    source = store.run(run).source_id
    store.close()
    old = sqlite3.connect(tmp_path / "db.sqlite")
    old.execute("drop table said")
    old.execute("delete from _sqlite_migrations where name = 'keep_said'")
    old.execute(
        "create virtual table spoken using fts5 (text, source_id unindexed, start unindexed,"
        ' "end" unindexed, speaker unindexed, tokenize = "unicode61 remove_diacritics 2")'
    )
    old.executemany(
        "insert into spoken values (?, ?, ?, ?, ?)",
        [("Hello there", source, 0.5, 2, "Anna"), ("Again", source, 2, 3, ""), ("Lost", "gone", 0, 1, "")],
    )
    old.commit()
    old.close()
    store = Store(tmp_path / "db.sqlite")
    said = Said.model_validate_json(store.said_record(source))
    assert [(line.start, line.speaker, line.text) for line in said.lines] == [
        (0.5, "Anna", "Hello there"),
        (2.0, "", "Again"),
    ]
    assert store.said_digests() == {source: said.digest}
    store.close()


def test_a_newer_workspace_is_refused(tmp_path):
    store = Store(tmp_path / "db.sqlite")
    store._db.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at)"
        " values ('shortlist', 'from_the_future', '2030')"
    )
    store.close()
    with pytest.raises(WorkspaceError, match="newer Shortlist"):
        Store(tmp_path / "db.sqlite")


def test_a_damaged_database_is_named(tmp_path):
    (tmp_path / "db.sqlite").write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(WorkspaceError, match=r"db\.sqlite"):
        Store(tmp_path / "db.sqlite")


def test_two_programs_on_one_workspace_are_impossible(tmp_path):
    first, second = WorkspaceLock(tmp_path), WorkspaceLock(tmp_path)
    first.acquire()
    with pytest.raises(WorkspaceError, match="open in another Shortlist"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()


def test_places_inside_the_workspace_move_with_it(tmp_path):
    old, new, outside = tmp_path / "old", tmp_path / "new", tmp_path / "outside"
    old.mkdir()
    store = Store(old / "db.sqlite")
    run = new_run(store)
    made = {}
    for aspect, folder in (("9:16", old / "exports" / "talk"), ("1:1", outside)):
        folder.mkdir(parents=True)
        output = store.ask_outputs(run, [Cell("clip", aspect, "fast")], folder)[0]
        made[aspect] = folder / "a.mp4"
        made[aspect].touch()
        store.move_output(output.id, "rendering")
        store.move_output(output.id, "rendered", files=[made[aspect]], fingerprint=aspect)
    assert [output.files for output in store.outputs(run)] == [(made["9:16"],), (made["1:1"],)]
    store.close()

    old.rename(new)
    store = Store(new / "db.sqlite")
    inside, apart = store.outputs(run)
    assert inside.files == (new / "exports" / "talk" / "a.mp4",)
    assert store.output_folder(inside.id) == new / "exports" / "talk"
    assert store.delivered_before("9:16", new / "exports" / "talk") == inside.files
    assert apart.files == (outside / "a.mp4",)
    assert store.output_folder(apart.id) == outside
    assert store.delivered_before("1:1", outside) == apart.files
    store.close()
    assert str(old).encode() not in (new / "db.sqlite").read_bytes()


def test_files_of_another_folder_are_no_delivery_to_this_one(store, tmp_path):
    first, second = tmp_path / "A", tmp_path / "B"
    first.mkdir()
    (first / "a.mp4").touch()
    (output,) = store.ask_outputs(new_run(store), [Cell("clip", "9:16", "fast")], first)
    store.move_output(output.id, "rendering")
    store.ask_outputs(output.run_id, [Cell("clip", "9:16", "fast")], second)
    assert store.move_output(output.id, "rendered", files=[first / "a.mp4"], fingerprint="print", folder=first)
    assert store.output(output.id).state == "pending"
    assert store.delivered_before("print", first) == (first / "a.mp4",)
    assert store.delivered_before("print", second) == ()
    store.move_output(output.id, "rendering")
    store.move_output(output.id, "rendered", files=[first / "a.mp4"], fingerprint="print", folder=second)
    assert store.delivered_before("print", second) == ()


@pytest.mark.logs_errors
def test_a_listener_that_fails_costs_neither_the_change_nor_the_others(store, caplog):
    heard = []

    def broken(event):
        raise RuntimeError("no")

    store.subscribe(broken)
    store.subscribe(heard.append)
    run = new_run(store)
    assert RunChanged(store.run(run)) in heard
    assert "A listener failed at RunChanged" in caplog.text


def test_words_corrected_in_clips_are_forgotten_with_an_older_shape(tmp_path):
    older = connect(tmp_path / "db.sqlite")
    migrations.apply(older, stop_before="keep_corrections")
    clip = editing.new_clip("r", 0, 5, "Title", "clean@1").model_dump(mode="json")
    clip["wording"]["edits"] = [{"start": 1.0, "text": "x"}]
    clip["framing"] = {"keyframes": {}, "layout": "split", "follow_track": 3}
    text = json.dumps(clip)
    source = Source(id="s", path=Path("/talk.mp4"), name="talk", fingerprint="p", size_bytes=1).model_dump_json()
    older.execute("insert into sources values ('s', 'p', ?, 0)", [source])
    run = [RunOptions().model_dump_json()]
    older.execute(
        "insert into runs (id, source_id, state, options, created_at) values ('r', 's', 'started', ?, 1)", run
    )
    older.execute("insert into clips values (?, 'r', ?)", [clip["id"], text])
    edit = [json.dumps({clip["id"]: ""}), json.dumps({clip["id"]: text})]
    older.execute("insert into edits (run_id, label, before, after, at) values ('r', 'New clip', ?, ?, 1)", edit)
    older.close()
    store = Store(tmp_path / "db.sqlite")
    assert [found.wording.title for found in store.clips("r")] == ["Title"]
    assert store.clips("r")[0].framing.layout == "split"
    assert store.undo("r") == "New clip"
    assert store.redo("r") == "New clip"
    assert [found.id for found in store.clips("r")] == [clip["id"]]
    store.close()
