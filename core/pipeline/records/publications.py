"""Publications: finished clips on their way to destinations, one for each output, destination and content."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.pipeline.events import PublicationChanged
from core.pipeline.records.database import Database
from core.pipeline.records.outputs import portable
from core.pipeline.records.states import PUBLICATION_TRANSITIONS
from core.schema.publication import Publication


class PublicationRecords(Database):
    """What was published, is being, or is to be. Records outlive their runs, so that nothing goes out twice."""

    def ask_publications(
        self, wanted: Sequence[Publication], is_again: bool = False, ordered: str = ""
    ) -> list[Publication]:
        """Note what is to be published; what failed is tried again, and what is published stays so.

        With `is_again` what is published is looked for at its destination once more, and sent if it is gone.
        `ordered` is the id of an output all of whose orders these are: it is due no more.
        """
        with self._transaction() as events:
            asked = [self._ask_publication(each, is_again) for each in wanted]
            if ordered:
                self._db.execute("update outputs set is_publishing_due = 0 where id = ?", [ordered])
            events += [PublicationChanged(each) for each in asked]
        return asked

    def _ask_publication(self, wanted: Publication, is_again: bool) -> Publication:
        rows = self._rows(
            "select id, state from publications where output_id = ? and destination = ? and digest = ?",
            [wanted.output_id, wanted.destination, wanted.digest],
        )
        if not rows:
            given = wanted.model_copy(update={"created_at": time.time()})
            self._db.execute(
                "insert into publications (id, run_id, output_id, destination, digest, state, record)"
                " values (?, ?, ?, ?, ?, 'pending', ?)",
                [
                    given.id,
                    given.run_id,
                    given.output_id,
                    given.destination,
                    given.digest,
                    self._publication_text(given),
                ],
            )
            return given
        found = self.publication(rows[0]["id"])
        if found.state == "failed" or (found.state == "published" and is_again):
            # The files may lie elsewhere by now, and the clip may be told of in other words.
            renewed = {
                "files": wanted.files,
                "about": wanted.about,
                "error": "",
                "is_stopped": False,
                "places": (),
            }
            self._put_publication(found.model_copy(update=renewed))
            self._move("publications", PUBLICATION_TRANSITIONS, found.id, "pending")
        return self.publication(found.id)

    def publication(self, publication_id: str) -> Publication:
        """Return one publication."""
        return self._publication(self._rows("select * from publications where id = ?", [publication_id])[0])

    def publications(self, run_id: str = "") -> list[Publication]:
        """Return all publications in the order they were asked for; those of one run where it is named."""
        where, values = (" where run_id = ?", [run_id]) if run_id else ("", [])
        rows = self._rows(f"select * from publications{where} order by rowid", values)
        return [self._publication(row) for row in rows]

    def open_publications(self) -> list[Publication]:
        """Return what is to be sent or being sent, in the order it was asked for."""
        rows = self._rows("select * from publications where state in ('pending', 'sending') order by rowid")
        return [self._publication(row) for row in rows]

    def move_publication(self, publication_id: str, state: str, **changes: Any) -> bool:
        """Take a publication to a state, with changes of its fields; False where it is there already."""
        with self._transaction() as events:
            if not self._move("publications", PUBLICATION_TRANSITIONS, publication_id, state):
                return False
            if state in ("published", "failed"):
                changes = {**changes, "ended_at": time.time()}
            changed = self.publication(publication_id).model_copy(update=changes)
            self._put_publication(changed)
            if state == "failed":
                where = {
                    "clip_id": changed.clip_id,
                    "aspect": changed.aspect,
                    "preset": changed.preset,
                    "reason": "PublishingFailed",
                }
                text = f"{changed.destination}: {changed.error}"
                level = "warning" if changed.is_stopped else "error"
                events.append(self._log(changed.run_id, level=level, message=text, **where))
            events.append(PublicationChanged(changed))
        return True

    def keep_publication_token(self, publication_id: str, token: str) -> None:
        """Keep what a publication needs to go on where it is."""
        with self._transaction():
            self._put_publication(self.publication(publication_id).model_copy(update={"token": token}))

    def drop_publication(self, publication_id: str) -> None:
        """Forget a publication; what was sent stays where it is."""
        with self._transaction():
            self._db.execute("delete from publications where id = ?", [publication_id])

    def _put_publication(self, changed: Publication) -> None:
        text = self._publication_text(changed)
        self._db.execute("update publications set record = ? where id = ?", [text, changed.id])

    def _publication_text(self, given: Publication) -> str:
        workspace = self._path.parent
        files = [file.model_copy(update={"path": Path(portable(file.path, workspace))}) for file in given.files]
        return given.model_copy(update={"files": tuple(files)}).model_dump_json()

    def _publication(self, row: dict[str, Any]) -> Publication:
        found = Publication.model_validate_json(row["record"])
        workspace = self._path.parent
        files = tuple(file.model_copy(update={"path": workspace / file.path}) for file in found.files)
        fraction = 1.0 if row["state"] == "published" else 0.0
        return found.model_copy(update={"files": files, "state": row["state"], "fraction": fraction})
