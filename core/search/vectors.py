"""The vectors of a workspace: a SQLite file of its own, since they are paid for and the index of words is not.

It holds the windows of each source, and the vector of each text that stands in any, named by what was asked: the
model and the text. So a text is asked for once, however often it is said, and a corrected talk asks for what reads
otherwise alone. Only the main process writes; readers have connections of their own.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import ProviderError, WorkspaceError, disk_full
from core.search.codes import Coder, mean_of
from core.search.windows import Window

VERSION = 1
"""Of the file's shape."""

_AT_ONCE = 4096  # vectors that are read and coded together
_GROWTH = 8  # codes are made anew about a new middle when there are so many times as many vectors
_FULL = frozenset({sqlite3.SQLITE_FULL})
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

_SHAPE = f"""
create table facts (name text primary key, value text not null) strict;
create table sources (
    number integer primary key, source_id text not null unique, digest text not null
) strict;
create table windows (
    source integer not null, place integer not null, start real not null, "end" real not null,
    speakers text not null, key blob not null, primary key (source, place)
) strict, without rowid;
create index windows_by_key on windows(key);
create table vectors (id integer primary key, key blob not null unique, vector blob not null) strict;
create table codes (id integer primary key, code blob not null) strict;
create table middle (counted integer not null, vector blob not null) strict;
pragma user_version = {VERSION}
"""


class VectorsDamaged(Exception):
    """The file can't be read, and has to be made anew."""


class OtherModelError(ProviderError):
    """An endpoint has another model under the name of that whose vectors are kept."""


class VectorWriter:
    """Keeps windows and vectors; each change is one transaction. Several threads may use it."""

    def __init__(self, path: Path, model: str) -> None:
        """Open the file, making it where it is missing; for a model (its address and name), or the one it is for.

        Raises:
            DiskFullError: There is no space for it.
            VectorsDamaged: It can't be read.
            WorkspaceError: It can't be written.
        """
        self._path = path
        self._model = model
        self._turn = threading.Lock()
        with _in_words(path):
            self._db = _opened(path)
            try:
                self._take_model()
            except BaseException:
                self._db.close()
                raise

    def close(self) -> None:
        """Close it, with all that was written in the file itself."""
        with self._turn:
            with contextlib.suppress(sqlite3.Error):
                self._db.execute("pragma wal_checkpoint(truncate)")
            self._db.close()

    def key(self, text: str) -> bytes:
        """Return the name of a text's vector."""
        return key_of(self._model, text)

    def digests(self) -> dict[str, str]:
        """Return the digest of what each source said when its windows were made."""
        with self._turn, _in_words(self._path):
            return dict(self._db.execute("select source_id, digest from sources").fetchall())

    def put(self, source_id: str, digest: str, parts: Sequence[Window]) -> None:
        """Keep the windows of a source in place of those it had; vectors that are known stay."""
        rows = [
            (place, part.start, part.end, "\n".join(part.speakers), self.key(part.text))
            for place, part in enumerate(parts)
        ]
        with self._change() as db:
            number = self._take_out(source_id)
            if number is None:
                number = db.execute("select coalesce(max(number), 0) + 1 from sources").fetchone()[0]
            db.execute("insert into sources values (?, ?, ?)", [number, source_id, digest])
            db.executemany("insert into windows values (?, ?, ?, ?, ?, ?)", [(number, *row) for row in rows])

    def remove(self, source_id: str) -> None:
        """Take a source out, with the vectors that no other has."""
        with self._change():
            self._take_out(source_id)
        self.tidy()

    def lacking(self) -> dict[str, list[int]]:
        """Return the windows that have no vector yet, by source: their places, each text once."""
        sql = (
            "select sources.source_id, windows.place, windows.key from windows"
            " join sources on sources.number = windows.source"
            " where not exists (select 1 from vectors where vectors.key = windows.key)"
            " order by windows.source, windows.place"
        )
        lacking: dict[str, list[int]] = {}
        met: set[bytes] = set()
        with self._turn, _in_words(self._path):
            for source_id, place, key in self._db.execute(sql):
                if key not in met:
                    met.add(key)
                    lacking.setdefault(source_id, []).append(place)
        return lacking

    def counts(self) -> tuple[int, int]:
        """Return how many windows there are, and how many of them have a vector."""
        with self._turn, _in_words(self._path):
            return counts(self._db)

    def keep(self, keys: Sequence[bytes], vectors: NDArray[np.float32], model: str = "") -> None:
        """Keep vectors of length 1 under the names of their texts, also of a `model` that was used until now.

        Raises:
            OtherModelError: They are longer or shorter than those that are kept: of another model.
        """
        small = vectors.astype("<f2")
        with self._change() as db:
            size = vectors.shape[1]
            is_current = not model or _fact(db, "model") == model
            known = _size(db)
            if is_current and known and known != size:
                raise OtherModelError(
                    f"The embedding endpoint answers with {size} numbers, where the other passages have {known}:"
                    " it has another model under the same name.",
                    remedy="Have everything read anew, or set the model that was there.",
                )
            db.executemany(
                "insert or ignore into vectors (key, vector) values (?, ?)",
                [(key, row.tobytes()) for key, row in zip(keys, small, strict=True)],
            )

    def tidy(self) -> None:
        """Remove vectors that no window has: of what is not said any more, or of another model."""
        with self._change() as db:
            db.execute("delete from vectors where key not in (select key from windows)")
            db.execute("delete from codes where id not in (select id from vectors)")

    def forget(self) -> None:
        """Remove every vector, so that all is asked for anew."""
        with self._change() as db:
            for table in ("vectors", "codes", "middle"):
                db.execute(f"delete from {table}")

    def code(self) -> None:
        """Make the short forms by which vectors are looked through, of those that have none yet."""
        with self._change() as db:
            size = _size(db)
            if not size:
                return
            count = db.execute("select count(*) from vectors where length(vector) = ?", [2 * size]).fetchone()[0]
            counted = db.execute("select counted from middle").fetchone()
            if counted is None or count >= _GROWTH * counted[0]:
                db.execute("delete from codes")
                db.execute("delete from middle")
                middle = mean_of(block for _, block in _blocks(db, size))
                db.execute("insert into middle values (?, ?)", [count, middle.astype("<f4").tobytes()])
            coder = Coder(_middle(db))
            for ids, block in _blocks(db, size, "id not in (select id from codes)"):
                rows = [(one, code.tobytes()) for one, code in zip(ids, coder.codes(block), strict=True)]
                db.executemany("insert into codes values (?, ?)", rows)

    def _take_model(self) -> None:
        with self._change() as db:
            if not self._model or _fact(db, "model") == self._model:
                return
            # Vectors of the other model stay until all of this one are there: it may be chosen again.
            for table in ("facts", "sources", "windows", "codes", "middle"):
                db.execute(f"delete from {table}")
            db.execute("insert into facts values ('model', ?)", [self._model])

    def _take_out(self, source_id: str) -> int | None:
        row = self._db.execute("select number from sources where source_id = ?", [source_id]).fetchone()
        if row is None:
            return None
        self._db.execute("delete from windows where source = ?", row)
        self._db.execute("delete from sources where number = ?", row)
        return int(row[0])

    @contextlib.contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        with self._turn, _in_words(self._path):
            self._db.execute("begin immediate")
            try:
                yield self._db
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._db.execute("rollback")
                raise
            self._db.execute("commit")


def key_of(model: str, text: str) -> bytes:
    """Return the name of a text's vector from a model."""
    return hashlib.blake2b(f"{model}\0{text}".encode("utf-8", "replace"), digest_size=16).digest()


def counts(db: sqlite3.Connection) -> tuple[int, int]:
    """Return how many windows there are, and how many of them have a vector."""
    windows = db.execute("select count(*) from windows").fetchone()[0]
    known = db.execute("select count(*) from windows where key in (select key from vectors)").fetchone()[0]
    return int(windows), int(known)


def connect_vectors(path: Path, model: str) -> sqlite3.Connection | None:
    """Return a connection that can't write, for one thread at a time; None where nothing of a model is kept.

    Raises:
        VectorsDamaged: The file can't be read.
    """
    if not path.is_file():
        return None
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            is_ours = connection.execute("pragma user_version").fetchone()[0] == VERSION
            if is_ours and _fact(connection, "model") == model:
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()
    except sqlite3.Error as error:
        raise VectorsDamaged(f"{path}: {error}") from error
    return None


def remove_vectors(path: Path) -> None:
    """Remove the file with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _blocks(
    db: sqlite3.Connection, size: int, which: str = "1"
) -> Iterator[tuple[list[int], NDArray[np.float32]]]:
    """Yield vectors of so many numbers, and for which SQL says so, with their ids; some thousands at a time."""
    sql = f"select id from vectors where length(vector) = ? and {which} order by id"
    ids = [int(row[0]) for row in db.execute(sql, [2 * size])]
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        marks = ", ".join("?" for _ in some)
        rows = db.execute(f"select vector from vectors where id in ({marks}) order by id", some).fetchall()
        flat = np.frombuffer(b"".join(row[0] for row in rows), dtype="<f2")
        yield some, flat.reshape(len(some), size).astype(np.float32)


def _middle(db: sqlite3.Connection) -> NDArray[np.float32]:
    return np.frombuffer(db.execute("select vector from middle").fetchone()[0], dtype="<f4")


def _size(db: sqlite3.Connection) -> int:
    """Return how many numbers the vectors of the windows have, 0 where there are none."""
    sql = "select length(vector) from vectors where key in (select key from windows) limit 1"
    row = db.execute(sql).fetchone()
    return int(row[0]) // 2 if row else 0


def _fact(db: sqlite3.Connection, name: str) -> str:
    row = db.execute("select value from facts where name = ?", [name]).fetchone()
    return str(row[0]) if row else ""


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        # What was said and is taken out is not left behind in the file.
        connection.execute("pragma secure_delete = on")
        version = connection.execute("pragma user_version").fetchone()[0]
        if version == 0:
            connection.execute("begin")
            for statement in _SHAPE.split(";\n"):
                connection.execute(statement)
            connection.execute("commit")
        elif version != VERSION:
            raise VectorsDamaged(f"{path} is of version {version}")
        connection.execute("select count(*) from facts").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextlib.contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if _code(error) in _FULL:
            raise disk_full(str(path)) from error
        if _code(error) in _DAMAGE or "no such table" in str(error):
            raise VectorsDamaged(f"{path}: {error}") from error
        raise WorkspaceError(
            f"What the search by meaning knows can't be written ({error}).",
            str(path),
            remedy="Make the workspace's folder writable, and search again.",
        ) from error
