"""What is said in sources, as the user corrected it: a record each, from which the index of the search is made."""

from __future__ import annotations

import json
from collections.abc import Collection

from core.pipeline.events import SaidChanged
from core.pipeline.records.database import Database
from core.schema.search import Said
from core.schema.transcript import Transcript


class SpokenRecords(Database):
    """The lines of every source that a run knows."""

    def index_transcript(self, source_id: str, transcript: Transcript) -> None:
        """Make what is said in a source searchable, in place of what was kept before."""
        said = Said.of(source_id, transcript)
        with self._transaction() as events:
            rows = self._rows("select digest from said where source_id = ?", [source_id])
            if rows and rows[0]["digest"] == said.digest:
                return
            self._db.execute(
                "insert or replace into said values (?, ?, ?, ?)",
                [source_id, said.language, said.digest, said.model_dump_json()],
            )
            events.append(SaidChanged(source_id))

    def said_digests(self) -> dict[str, str]:
        """Return the digest of what is said in each source, by source id."""
        return {row["source_id"]: row["digest"] for row in self._rows("select source_id, digest from said")}

    def said_record(self, source_id: str) -> str:
        """Return what is said in a source as JSON of `Said`, which a thread may read; empty where nothing is."""
        rows = self._rows("select record from said where source_id = ?", [source_id])
        return str(rows[0]["record"]) if rows else ""

    def lines_of(self, source_ids: Collection[str]) -> dict[str, list[tuple[float, float, str]]]:
        """Return what is said in sources: start, end and text of each line, in order."""
        sql = "select source_id, record from said where source_id in (select value from json_each(?))"
        lines = {}
        for row in self._rows(sql, [json.dumps(sorted(source_ids))]):
            said = json.loads(row["record"])["lines"]
            lines[row["source_id"]] = [(line["start"], line["end"], line["text"]) for line in said]
        return lines

    def searchable(self) -> list[tuple[str, str, float, str]]:
        """Return the sources that have runs: id, name, time of import, and the id of the newest run."""
        rows = self._rows(
            "select sources.id, json_extract(sources.record, '$.name') as name, imported_at,"
            " (select id from runs where source_id = sources.id order by created_at desc limit 1) as run_id"
            " from sources where exists (select 1 from runs where source_id = sources.id)"
        )
        return [(r["id"], r["name"], r["imported_at"], r["run_id"]) for r in rows]
