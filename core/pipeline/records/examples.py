"""What the user did with clips, kept as examples to learn from, and the edits that they follow from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from core.pipeline.events import ExamplesChanged
from core.pipeline.records.database import Database
from core.schema.clip import Clip
from core.schema.learning import Example


class ExampleRecords(Database):
    """Examples of a workspace, one a clip. They belong to no run, and outlive all of them."""

    def examples(self) -> list[Example]:
        """Return all examples, the oldest first."""
        rows = self._rows("select record from examples order by at, clip_id")
        return [_example(row["record"]) for row in rows]

    def example(self, clip_id: str) -> Example | None:
        """Return what is kept of a clip, if anything."""
        rows = self._rows("select record from examples where clip_id = ?", [clip_id])
        return _example(rows[0]["record"]) if rows else None

    def keep_examples(self, kept: Sequence[Example], gone: Sequence[str] = ()) -> None:
        """Keep examples in the place of those of the same clips, and forget those of other clips."""
        with self._transaction() as events:
            for clip_id in gone:
                self._db.execute("delete from examples where clip_id = ?", [clip_id])
            for each in kept:
                self._db.execute(
                    "insert into examples values (?, ?, ?) on conflict (clip_id)"
                    " do update set at = excluded.at, record = excluded.record",
                    [each.clip_id, each.at, each.model_dump_json()],
                )
            events.append(ExamplesChanged())

    def forget_examples(self) -> None:
        """Forget all examples."""
        with self._transaction() as events:
            self._db.execute("delete from examples")
            events.append(ExamplesChanged())

    def edits_by_hand(self, run_id: str, clip_id: str) -> list[tuple[Clip | None, Clip, float]]:
        """Return the edits of a clip that stand and that made it, decided on it or cut it, oldest first.

        Each is the clip as it was (None where it was made so), as it became, and when.
        """
        # The id is part of the text, which spares reading steps of other clips.
        rows = self._rows(
            "select before, after, at from edits"
            " where run_id = ? and is_undone = 0 and instr(after, ?) > 0 order by id",
            [run_id, clip_id],
        )
        found = []
        for row in rows:
            was, became = (json.loads(row[column]).get(clip_id, "") for column in ("before", "after"))
            if became and _is_telling(was, became):
                old = Clip.model_validate_json(was) if was else None
                found.append((old, Clip.model_validate_json(became), float(row["at"])))
        return found


def _is_telling(before: str, after: str) -> bool:
    if not before:
        return True
    old, new = json.loads(before), json.loads(after)
    return any(old.get(name) != new.get(name) for name in ("decision", "cut"))


# All of them are read after every decision.
@lru_cache(maxsize=4096)
def _example(text: str) -> Example:
    return Example.model_validate_json(text)
