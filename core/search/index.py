"""The index of a workspace: a SQLite file of its own beside the records, which can be made anew from those.

It holds passages with the times of their words, their searched words in FTS5 (contentless: what is kept of them is
where they stand), and a vocabulary for other spellings. Words are folded and parted by `tokens`, so FTS5 only has
to part them at spaces. Only the main process writes, one thread at a time; readers have connections of their own.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from core.errors import WorkspaceError, disk_full
from core.schema.search import Said
from core.search.passages import Passage, passages
from core.search.tokens import words

VERSION = 1
"""Of the file's shape and of how words are told: another one makes the index anew."""

_SEAM = 6  # words on either side of where passages meet, in which phrases are found too
_MEMORY = ":memory:"
_PAGES = -16_000  # cache of the writer, in KiB
_FULL = frozenset({sqlite3.SQLITE_FULL})
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

_SHAPE = f"""
create table sources (
    number integer primary key, source_id text not null unique, digest text not null, language text not null
) strict;
create table passages (
    id integer primary key, source integer not null, start real not null, "end" real not null,
    speaker text not null, text text not null, times blob not null
) strict;
create index passages_of_source on passages(source, start);
create table vocabulary (word text primary key, count integer not null) strict, without rowid;
create virtual table searched using fts5 (
    text, seam, speaker, source, content = '', prefix = '1 2 3', tokenize = "ascii"
);
pragma user_version = {VERSION}
"""

Check = Callable[[], None]


class IndexDamaged(Exception):
    """The index can't be read, and has to be made anew."""


class IndexWriter:
    """Puts sources into the index and takes them out; one transaction each, of one thread at a time."""

    def __init__(self, path: Path | None) -> None:
        """Open the index, making it where it is missing, damaged or of another version; in memory without a path.

        Raises:
            DiskFullError: There is no space for it.
            WorkspaceError: It can't be written.
        """
        self._path = path or Path(_MEMORY)
        self._turn = threading.Lock()
        with _in_words(self._path):
            self._db = _opened(path) if path else _new_in_memory()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, by which an index in memory is read."""
        return self._db

    def close(self) -> None:
        """Close it, with all that was written in the file itself."""
        with self._turn:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("pragma wal_checkpoint(truncate)")
            self._db.close()

    def digests(self) -> dict[str, str]:
        """Return what is indexed: the digest of each source."""
        with self._turn, _in_words(self._path):
            return dict(self._db.execute("select source_id, digest from sources").fetchall())

    def put(self, said: Said, check: Check = lambda: None) -> None:
        """Index what is said in a source in place of what was indexed of it; all of it, or nothing.

        Args:
            said: What is said.
            check: Called often; what it raises ends the work, and nothing of it is kept.
        """
        parts = list(passages(said.lines))
        check()
        with self._turn, _in_words(self._path), self._transaction():
            number = self._take_out(said.source_id, check)
            self._db.execute(
                "insert into sources (number, source_id, digest, language) values (?, ?, ?, ?)",
                [number, said.source_id, said.digest, said.language],
            )
            self._put_in(number, parts, check)

    def remove(self, source_id: str, check: Check = lambda: None) -> None:
        """Take a source out of the index."""
        with self._turn, _in_words(self._path), self._transaction():
            self._take_out(source_id, check)

    def settle(self) -> None:
        """Let FTS5 put together what it has in many pieces, a bounded step of it."""
        with self._turn, _in_words(self._path), self._transaction():
            self._db.execute("insert into searched (searched, rank) values ('merge', 500)")

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("begin immediate")
        try:
            yield
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("rollback")
            raise
        self._db.execute("commit")

    def _next_number(self) -> int:
        return int(self._db.execute("select coalesce(max(number), 0) + 1 from sources").fetchone()[0])

    def _put_in(self, number: int, parts: Sequence[Passage], check: Check) -> None:
        first = int(self._db.execute("select coalesce(max(id), 0) + 1 from passages").fetchone()[0])
        counted: Counter[str] = Counter()
        rows = []
        searched = []
        for place, (part, said, seam) in enumerate(_with_seams(parts), first):
            if place % 200 == 0:
                check()
            counted.update(said)
            rows.append((place, number, part.start, part.end, part.speaker, part.text, part.times.tobytes()))
            searched.append((place, *_columns(said, seam, part.speaker, number)))
        self._db.executemany("insert into passages values (?, ?, ?, ?, ?, ?, ?)", rows)
        check()
        self._db.executemany(
            "insert into searched (rowid, text, seam, speaker, source) values (?, ?, ?, ?, ?)", searched
        )
        self._db.executemany(
            "insert into vocabulary values (?, ?) on conflict (word) do update set count = count + excluded.count",
            sorted(counted.items()),
        )

    def _take_out(self, source_id: str, check: Check) -> int:
        """Take a source out; return its number, or a new one where it was not there."""
        row = self._db.execute("select number from sources where source_id = ?", [source_id]).fetchone()
        if row is None:
            return self._next_number()
        number = int(row[0])
        # FTS5 without contents is told what it had: the same words again, from the text that is kept.
        found = self._db.execute(
            'select id, start, "end", speaker, text, times from passages where source = ? order by id', [number]
        ).fetchall()
        parts = [Passage(start, end, who, text, array("H", times)) for _, start, end, who, text, times in found]
        counted: Counter[str] = Counter()
        gone = []
        for (place, *_), (part, said, seam) in zip(found, _with_seams(parts), strict=True):
            if place % 200 == 0:
                check()
            counted.update(said)
            gone.append((place, *_columns(said, seam, part.speaker, number)))
        self._db.executemany(
            "insert into searched (searched, rowid, text, seam, speaker, source) values ('delete', ?, ?, ?, ?, ?)",
            gone,
        )
        self._db.executemany(
            "update vocabulary set count = count - ? where word = ?", [(n, word) for word, n in counted.items()]
        )
        self._db.executemany("delete from vocabulary where word = ? and count <= 0", [(word,) for word in counted])
        self._db.execute("delete from passages where source = ?", [number])
        self._db.execute("delete from sources where number = ?", [number])
        return number


def source_word(number: int) -> str:
    """Return the searched word of a source, by which matches are narrowed inside of FTS5."""
    return f"s{number}"


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Return a connection that can't write, for use in any one thread at a time.

    Raises:
        IndexDamaged: There is none that can be read, or it is of another version.
    """
    try:
        if not path.is_file():
            raise IndexDamaged(str(path))
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        try:
            if connection.execute("pragma user_version").fetchone()[0] != VERSION:
                raise IndexDamaged(str(path))
            connection.execute("select count(*) from sources")
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise IndexDamaged(f"{path}: {error}") from error
    return connection


def in_memory(everything: Iterable[Said], check: Check = lambda: None) -> sqlite3.Connection:
    """Return an index of what is said that is written nowhere, for a workspace that is only looked at."""
    writer = IndexWriter(None)
    for said in everything:
        writer.put(said, check)
    return writer.connection


def _with_seams(parts: Sequence[Passage]) -> Iterator[tuple[Passage, list[str], list[str]]]:
    """Yield passages with their words, and with those around where the next one begins."""
    said = [words(part.text) for part in parts]
    for place, part in enumerate(parts):
        following = said[place + 1][:_SEAM] if place + 1 < len(parts) else []
        yield part, said[place], [*said[place][-_SEAM:], *following] if following else []


def _columns(said: Sequence[str], seam: Sequence[str], speaker: str, number: int) -> tuple[str, ...]:
    return " ".join(said), " ".join(seam), " ".join(words(speaker)), source_word(number)


def _opened(path: Path) -> sqlite3.Connection:
    for is_last in (False, True):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            connection.execute(f"pragma cache_size = {_PAGES}")
            # Words that are taken out are not left behind in the file.
            connection.execute("pragma secure_delete = on")
            if connection.execute("pragma user_version").fetchone()[0] == VERSION:
                connection.execute("select count(*) from searched where searched match 'a'").fetchone()
                return connection
            if not connection.execute("select count(*) from sqlite_master").fetchone()[0]:
                _make(connection)
                return connection
        except sqlite3.DatabaseError as error:
            connection.close()
            # Tables that are missing are an error of what is asked, by SQLite's own count.
            if is_last or _code(error) not in (*_DAMAGE, sqlite3.SQLITE_ERROR):
                raise
        else:
            connection.close()
        remove_index(path)
    raise AssertionError("an index that was removed is there again")


def _new_in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(_MEMORY, isolation_level=None, check_same_thread=False)
    _make(connection)
    return connection


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("begin")
    for statement in _SHAPE.split(";\n"):
        connection.execute(statement)
    connection.execute("commit")


def remove_index(path: Path) -> None:
    """Remove an index with what SQLite keeps beside it; it is made anew from the records."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file can't be trusted."""
    return _code(error) in _DAMAGE


@contextlib.contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if _code(error) in _FULL:
            raise disk_full(str(path)) from error
        if _code(error) in _DAMAGE:
            raise IndexDamaged(str(path)) from error
        raise WorkspaceError(
            f"The index of what was said can't be written ({error}).",
            str(path),
            remedy="Make the workspace's folder writable; the index makes itself anew.",
        ) from error
