"""The shape of the database, as a list of changes that are applied in order and never edited afterwards."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from typing import Any

from core.pipeline.records.shape import Shape, together
from core.pipeline.records.states import (
    JOB_TRANSITIONS,
    OUTPUT_TRANSITIONS,
    PUBLICATION_TRANSITIONS,
    RUN_TRANSITIONS,
)

migrations = Shape("shortlist")


@migrations.change
def create_records(db: sqlite3.Connection) -> None:
    """Create sources, runs, jobs, outputs, clips and their edits, the log, the ledger and the search index."""
    _execute_all(db, _RECORDS)


@migrations.change
def keep_attempts(db: sqlite3.Connection) -> None:
    """Keep every attempt of a job, why it ran, a run's place in the queue, and more of each line of the log."""
    _execute_all(db, _ATTEMPTS)


@migrations.change
def index_figures(db: sqlite3.Connection) -> None:
    """Let figures over all attempts and reused jobs be read from indexes alone."""
    _execute_all(db, _FIGURES)


@migrations.change
def keep_refreshing(db: sqlite3.Connection) -> None:
    """Keep that what was made of a run's clips is being made anew, so that a crash does not forget it."""
    db.execute("alter table runs add column is_refreshing integer not null default 0")


@migrations.change
def keep_checks(db: sqlite3.Connection) -> None:
    """Keep what was checked in each finished file."""
    db.execute("alter table outputs add column checks text not null default '[]'")


@migrations.change
def keep_corrections(db: sqlite3.Connection) -> None:
    """Keep what the user corrected in the transcript of each source, with its history."""
    _execute_all(db, _CORRECTIONS)


@migrations.change
def forget_words_of_clips(db: sqlite3.Connection) -> None:
    """Take corrected words out of clips, also of those that undo would bring back: they belong to the source."""
    _change_clips(db, _without_edits)


@migrations.change
def keep_translations(db: sqlite3.Connection) -> None:
    """Keep what sources say in other languages."""
    db.execute(
        "create table translations (source_id text not null references sources(id), language text not null,"
        " record text not null, primary key (source_id, language)) strict"
    )


@migrations.change
def keep_calls(db: sqlite3.Connection) -> None:
    """Keep each call of the ledger once, with its job, its cached tokens, how it ended, and its money exactly."""
    _execute_all(db, _CALLS)


@migrations.change
def keep_examples(db: sqlite3.Connection) -> None:
    """Keep what the user did with each clip, to learn from; it outlives the clip and its run."""
    db.execute("create table examples (clip_id text primary key, at real not null, record text not null) strict")


@migrations.change
def anchor_framing(db: sqlite3.Connection) -> None:
    """Take out of clips what named a face by its number, which the next analysis gives to somebody else."""
    _change_clips(db, _without_track_numbers)


@migrations.change
def keep_publications(db: sqlite3.Connection) -> None:
    """Keep which finished clips go to which destinations, and what became of that."""
    _execute_all(db, _PUBLICATIONS)


@migrations.change
def keep_downloads(db: sqlite3.Connection) -> None:
    """Keep what is fetched from the network to become a source."""
    db.execute(
        "create table downloads (id text primary key, url text not null unique, state text not null,"
        " record text not null) strict"
    )


@migrations.change
def keep_batches(db: sqlite3.Connection) -> None:
    """Keep which sources were given together, what was chosen for them, and what became of each."""
    db.execute("create table batches (id text primary key, started_at real not null, record text not null) strict")


@migrations.change
def keep_said(db: sqlite3.Connection) -> None:
    """Keep what is said in a source as one record; how it is searched lies in an index of its own."""
    db.execute(
        "create table said (source_id text primary key references sources(id), language text not null,"
        " digest text not null, record text not null) strict"
    )
    lines: dict[str, list[dict[str, Any]]] = {}
    # Of an index anything can be missing, and numbers may be texts there.
    for source_id, start, end, speaker, text in db.execute(
        'select source_id, start, "end", speaker, text from spoken'
        " where source_id in (select id from sources) order by rowid"
    ).fetchall():
        line = {"start": float(start), "end": float(end), "speaker": speaker or "", "text": text or ""}
        lines.setdefault(source_id, []).append(line)
    for source_id, said in lines.items():
        told = json.dumps(said)
        digest = hashlib.blake2b(told.encode(), digest_size=12).hexdigest()
        record = {"source_id": source_id, "language": "", "digest": digest, "lines": said}
        db.execute("insert into said values (?, '', ?, ?)", [source_id, digest, json.dumps(record)])
    db.execute("drop table spoken")


@migrations.change
def keep_publishing_orders(db: sqlite3.Connection) -> None:
    """Keep where each file is to be published once finished (null: as its run says), and whether it is due."""
    db.execute("alter table outputs add column publish_to text")
    db.execute("alter table outputs add column is_publishing_due integer not null default 0")


@migrations.change
def key_by_preset(db: sqlite3.Connection) -> None:
    """Let a clip have several files of one shape, each in a preset of its own: that of its run is the first.

    Ids stay as they are, so that what names them still finds them; they are no longer read for what they name.
    """
    for table in ("jobs", "attempts", "outputs", "log"):
        db.execute(f"alter table {table} add column preset text not null default ''")
    chosen = {run: json.loads(text) for run, text in db.execute("select id, options from runs").fetchall()}
    for run, options in chosen.items():
        for aspect in ("9:16", "1:1", "4:5", "16:9"):
            preset = options.get("presets", {}).get(aspect) or options.get("preset") or "fast"
            for table in ("jobs", "attempts", "outputs", "log"):
                sql = f"update {table} set preset = ? where run_id = ? and aspect = ?"
                db.execute(sql, [preset, run, aspect])
            db.execute(
                "update publications set record = json_set(record, '$.preset', ?)"
                " where run_id = ? and json_extract(record, '$.aspect') = ?",
                [preset, run, aspect],
            )
    db.execute("create index jobs_of_node on jobs(run_id, stage, clip_id, aspect, preset)")
    db.execute("create unique index outputs_of_cell on outputs(clip_id, aspect, preset)")


def guard_states(db: sqlite3.Connection) -> None:
    """Make the database itself refuse illegal transitions, whoever writes; called on every opening for work.

    Writes only where a guard is missing or another than ours.
    """
    tables = {
        "runs": RUN_TRANSITIONS,
        "jobs": JOB_TRANSITIONS,
        "outputs": OUTPUT_TRANSITIONS,
        "publications": PUBLICATION_TRANSITIONS,
    }
    there = dict(db.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall())
    for table, transitions in tables.items():
        steps = [(start, end) for start, ends in transitions.items() for end in ends]
        legal = ", ".join(f"('{start}', '{end}')" for start, end in sorted(steps))
        # SQLite keeps the text as it is given, but for these two words, which it writes in capitals.
        guard = (
            f"CREATE TRIGGER guard_{table} before update of state on {table}"
            f" when old.state <> new.state and (old.state, new.state) not in (values {legal})"
            f" begin select raise(abort, 'illegal transition of {table}'); end"
        )
        if there.get(f"guard_{table}") != guard:
            with together(db):
                db.execute(f"drop trigger if exists guard_{table}")
                db.execute(guard)


def _without_edits(clip: dict[str, Any]) -> dict[str, Any]:
    clip.get("wording", {}).pop("edits", None)
    return clip


def _without_track_numbers(clip: dict[str, Any]) -> dict[str, Any]:
    for name in ("follow_track", "keyframes"):
        clip.get("framing", {}).pop(name, None)
    return clip


def _change_clips(db: sqlite3.Connection, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Change every clip as it stands, and in all steps of undo: each holds clips by id, as text or empty."""
    for key, text in db.execute("select rowid, record from clips").fetchall():
        db.execute("update clips set record = ? where rowid = ?", [json.dumps(change(json.loads(text))), key])
    for column in ("before", "after"):
        for key, text in db.execute(f"select rowid, {column} from edits").fetchall():
            clips = {
                name: each and json.dumps(change(json.loads(each))) for name, each in json.loads(text).items()
            }
            db.execute(f"update edits set {column} = ? where rowid = ?", [json.dumps(clips), key])


def _execute_all(db: sqlite3.Connection, statements: str) -> None:
    for statement in statements.split(";"):
        if statement.strip():
            db.execute(statement)


_RECORDS = """
create table sources (
    id text primary key, fingerprint text not null unique, record text not null, imported_at real not null
) strict;
create table runs (
    id text primary key, source_id text not null references sources(id), state text not null,
    is_paused integer not null default 0, options text not null, setup text not null default '',
    execution_id text not null default '', style_pin text not null default '', created_at real not null,
    finished_at real, error text not null default '', composition_index text not null default ''
) strict;
create table jobs (
    id text primary key, run_id text not null references runs(id) on delete cascade, stage text not null,
    clip_id text not null default '', aspect text not null default '', state text not null,
    is_reused integer not null default 0, attempts integer not null default 0,
    fingerprint text not null default '', worker text not null default '', error_file text not null default '',
    error_reason text not null default '', seconds real not null default 0, usd real not null default 0
) strict;
create index jobs_of_run on jobs(run_id);
create table outputs (
    id text primary key, run_id text not null references runs(id) on delete cascade, clip_id text not null,
    aspect text not null, state text not null,
    operation_id text not null default '', folder text not null, files text not null default '[]',
    error text not null default ''
) strict;
create index outputs_of_run on outputs(run_id);
create table deliveries (
    fingerprint text not null, folder text not null, files text not null, primary key (fingerprint, folder)
) strict;
create table clips (
    id text primary key, run_id text not null references runs(id) on delete cascade, record text not null
) strict;
create index clips_of_run on clips(run_id);
create table edits (
    id integer primary key, run_id text not null references runs(id) on delete cascade, label text not null,
    before text not null, after text not null, at real not null, is_undone integer not null default 0
) strict;
create index edits_of_run on edits(run_id);
create table log (
    id integer primary key, at real not null, run_id text not null, job_id text not null default '',
    stage text not null default '', level text not null, message text not null
) strict;
create index log_of_run on log(run_id);
create table ledger (
    id integer primary key, at real not null, run_id text not null, stage text not null, provider text not null,
    model text not null, prompt_tokens integer not null, completion_tokens integer not null,
    seconds real not null, usd real not null
) strict;
create virtual table spoken using fts5 (
    text, source_id unindexed, start unindexed, "end" unindexed, speaker unindexed,
    tokenize = "unicode61 remove_diacritics 2"
)
"""

_ATTEMPTS = """
alter table runs add column priority text not null default 'normal';
alter table runs add column position real not null default 0;
alter table runs add column takes text not null default '{}';
update runs set position = rowid;
alter table jobs add column error_kind text not null default '';
alter table jobs add column why text not null default '';
alter table jobs add column made text not null default '';
update jobs set made = fingerprint where state = 'completed';
alter table jobs add column recipe text not null default '{}';
alter table log add column clip_id text not null default '';
alter table log add column aspect text not null default '';
alter table log add column reason text not null default '';
create index log_of_stage on log(stage, level);
create table attempts (
    id integer primary key, job_id text not null references jobs(id) on delete cascade, run_id text not null,
    stage text not null, clip_id text not null, aspect text not null, number integer not null,
    state text not null, started_at real not null, seconds real not null default 0,
    worker text not null default '', error_kind text not null default '', error_reason text not null default ''
) strict;
create index attempts_of_job on attempts(job_id);
create index attempts_of_stage on attempts(stage, started_at);
create index jobs_of_work on jobs(stage, fingerprint);
create table kept_values (name text primary key, value text not null) strict
"""

_FIGURES = """
create index attempts_by_seconds on attempts(stage, state, seconds, started_at);
create index jobs_reused on jobs(stage, run_id) where is_reused = 1
"""

_CORRECTIONS = """
create table corrections (source_id text primary key references sources(id), record text not null) strict;
create table correction_steps (
    id integer primary key, source_id text not null references sources(id), label text not null,
    before text not null, after text not null, at real not null, is_undone integer not null default 0
) strict;
create index correction_steps_of_source on correction_steps(source_id)
"""

_CALLS = """
alter table ledger rename to old_ledger;
create table ledger (
    id integer primary key, call_id text not null unique, at real not null, run_id text not null,
    job_id text not null default '', stage text not null, provider text not null, model text not null,
    prompt_tokens integer not null, cached_tokens integer not null default 0, completion_tokens integer not null,
    seconds real not null, nano_usd integer not null default 0, is_priced integer not null default 1,
    outcome text not null default 'answered'
) strict;
insert into ledger (id, call_id, at, run_id, stage, provider, model, prompt_tokens, completion_tokens, seconds,
    nano_usd)
    select id, 'old-' || id, at, run_id, stage, provider, model, prompt_tokens, completion_tokens, seconds,
    cast(round(usd * 1e9) as integer) from old_ledger;
drop table old_ledger;
create index ledger_of_run on ledger(run_id);
create index ledger_of_job on ledger(job_id);
create index ledger_by_time on ledger(at)
"""

_PUBLICATIONS = """
create table publications (
    id text primary key, run_id text not null, output_id text not null, destination text not null,
    digest text not null, state text not null, record text not null, unique (output_id, destination, digest)
) strict;
create index publications_of_run on publications(run_id);
create index publications_by_state on publications(state)
"""
