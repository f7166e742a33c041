"""Batches: which sources were given together."""

from __future__ import annotations

from core.pipeline.records.database import Database
from core.schema.batch import Batch


class BatchRecords(Database):
    """One record each, written as a whole."""

    def put_batch(self, batch: Batch) -> None:
        """Keep a batch as it stands."""
        with self._transaction():
            self._db.execute(
                "insert into batches values (?, ?, ?) on conflict (id) do update set record = excluded.record",
                [batch.id, batch.started_at, batch.model_dump_json()],
            )

    def batches(self) -> list[Batch]:
        """Return all batches, newest first."""
        rows = self._rows("select record from batches order by started_at desc, rowid desc")
        return [Batch.model_validate_json(row["record"]) for row in rows]

    def batch(self, batch_id: str) -> Batch | None:
        """Return a batch, None where there is none."""
        rows = self._rows("select record from batches where id = ?", [batch_id])
        return Batch.model_validate_json(rows[0]["record"]) if rows else None
