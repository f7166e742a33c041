"""Changes of a database, together or not at all: each of its shape is made once, whole, and noted by its name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.pipeline.records.shape import Shape, connect, together


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = connect(tmp_path / "db.sqlite")
    made.execute("create table words (word text)")
    yield made
    made.close()


def words(database: sqlite3.Connection) -> list[str]:
    """Return what another program that opens the file now finds in it."""
    file = database.execute("pragma database_list").fetchone()[2]
    other = sqlite3.connect(file)
    found = [word for (word,) in other.execute("select word from words order by rowid")]
    other.close()
    return found


def test_a_statement_alone_is_kept_at_once(database):
    database.execute("insert into words values ('alone')")
    assert words(database) == ["alone"]


def test_what_belongs_together_is_kept_when_all_of_it_is_there(database):
    with together(database):
        database.execute("insert into words values ('first')")
        database.execute("insert into words values ('second')")
        assert words(database) == []
    assert words(database) == ["first", "second"]
    assert not database.in_transaction


def test_nothing_is_left_of_what_failed(database):
    with pytest.raises(ZeroDivisionError), together(database):
        database.execute("insert into words values ('first')")
        raise ZeroDivisionError
    assert words(database) == []
    assert not database.in_transaction


def test_an_inner_part_that_failed_leaves_the_rest(database):
    with together(database):
        database.execute("insert into words values ('before')")
        with pytest.raises(ZeroDivisionError), together(database):
            database.execute("insert into words values ('lost')")
            with together(database):
                database.execute("insert into words values ('lost as well')")
            raise ZeroDivisionError
        database.execute("insert into words values ('after')")
    assert words(database) == ["before", "after"]


def test_an_error_that_ended_all_of_it_is_told_as_it_is(database):
    database.execute("create table once (word text unique on conflict rollback)")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"), together(database):
        database.execute("insert into words values ('first')")
        with together(database):
            database.execute("insert into once values ('a')")
            database.execute("insert into once values ('a')")
    assert words(database) == []
    assert not database.in_transaction


def test_what_can_not_be_kept_is_taken_back(database):
    database.execute("pragma foreign_keys = on")
    database.execute("create table parts (word text primary key)")
    database.execute("create table uses (part text references parts(word) deferrable initially deferred)")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), together(database):
        database.execute("insert into words values ('first')")
        database.execute("insert into uses values ('nothing')")
    assert words(database) == []
    assert not database.in_transaction


def shape(*, breaks: bool = False) -> Shape:
    made = Shape("us")

    @made.change
    def add_numbers(db: sqlite3.Connection) -> None:
        db.execute("create table numbers (number integer)")

    @made.change
    def number_them(db: sqlite3.Connection) -> None:
        db.execute("insert into numbers values (1)")
        if breaks:
            raise ZeroDivisionError

    return made


def test_each_change_is_made_once_and_noted(database):
    assert shape().pending(database) == ["add_numbers", "number_them"]
    assert shape().applied(database) == set()
    shape().apply(database)
    shape().apply(database)
    assert database.execute("select number from numbers").fetchall() == [(1,)]
    assert shape().pending(database) == []
    assert shape().applied(database) == {"add_numbers", "number_them"}


def test_a_change_that_fails_stays_pending_and_leaves_nothing(database):
    with pytest.raises(ZeroDivisionError):
        shape(breaks=True).apply(database)
    assert database.execute("select count(*) from numbers").fetchone() == (0,)
    assert shape().pending(database) == ["number_them"]
    shape().apply(database)
    assert database.execute("select number from numbers").fetchall() == [(1,)]


def test_changes_stop_where_they_are_told_to(database):
    shape().apply(database, stop_before="number_them")
    assert shape().pending(database) == ["number_them"]


def test_notes_of_others_and_of_newer_programs_are_told_apart(database):
    shape().apply(database)
    database.executemany(
        "insert into _sqlite_migrations (migration_set, name, applied_at) values (?, ?, '2030')",
        [("us", "from_the_future"), ("somebody else", "unknown")],
    )
    assert shape().applied(database) - set(shape().names) == {"from_the_future"}
    assert shape().pending(database) == []


def test_notes_that_sqlite_utils_made_are_understood(database):
    # As version 4 of it writes them.
    database.execute(
        'CREATE TABLE "_sqlite_migrations" ("id" INTEGER PRIMARY KEY, "migration_set" TEXT, "name" TEXT,'
        ' "applied_at" TEXT) STRICT'
    )
    database.execute(
        'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"'
        ' ON "_sqlite_migrations" ("migration_set", "name")'
    )
    database.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at)"
        " values ('us', 'add_numbers', '2026-07-04 12:00:00.000000+00:00')"
    )
    database.execute("create table numbers (number integer)")
    shape().apply(database)
    assert database.execute("select number from numbers").fetchall() == [(1,)]
    assert database.execute("select name from _sqlite_migrations order by id").fetchall() == [
        ("add_numbers",),
        ("number_them",),
    ]
