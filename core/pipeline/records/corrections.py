"""What the user corrected in the transcripts of sources, and every step of it, so that any can be undone."""

from __future__ import annotations

from functools import lru_cache

from core.pipeline.events import CorrectionsChanged
from core.pipeline.records.database import Database, Step
from core.schema.correction import Corrections

_NONE = Corrections.by_default()


class CorrectionRecords(Database):
    """Corrections of sources and their history. They belong to no run, and outlive all of them."""

    def corrections(self, source_id: str) -> Corrections:
        """Return what the user corrected in a source."""
        rows = self._rows("select record from corrections where source_id = ?", [source_id])
        return _corrections(rows[0]["record"]) if rows else _NONE

    def corrected_sources(self) -> list[str]:
        """Return the sources in which anything is corrected."""
        return [row["source_id"] for row in self._rows("select source_id from corrections")]

    def keep_corrections(self, source_id: str, label: str, after: Corrections) -> bool:
        """Store corrections as one undo step; what had been undone is forgotten. False where nothing changes."""
        before = self.corrections(source_id)
        if after == before:
            return False
        was, now = _differences(before, after)
        with self._transaction() as events:
            # Clips too: as they were before, their titles would quote what is corrected by now.
            self._db.execute("delete from correction_steps where source_id = ? and is_undone = 1", [source_id])
            self._db.execute(_FORGET_UNDONE_EDITS, [source_id])
            self._db.execute(
                "insert into correction_steps (source_id, label, before, after, at) values (?, ?, ?, ?, ?)",
                [source_id, label, was.model_dump_json(), now.model_dump_json(), self._moment()],
            )
            self._write_corrections(source_id, after)
            events.append(CorrectionsChanged(source_id))
        return True

    def refine_corrections(self, source_id: str, after: Corrections) -> None:
        """Store corrections that say the same, with better times; no undo step."""
        with self._transaction() as events:
            self._write_corrections(source_id, after)
            events.append(CorrectionsChanged(source_id))

    def undo_correction_step(self, source_id: str) -> Step | None:
        """Return the step in a source that undo would take back."""
        return self._step(_LAST_DONE, source_id)

    def redo_correction_step(self, source_id: str) -> Step | None:
        """Return the step in a source that redo would bring back."""
        return self._step(_FIRST_UNDONE, source_id)

    def undo_correction(self, source_id: str) -> bool:
        """Take the last step in a source back; False where there is none."""
        return self._travel_corrections(source_id, _LAST_DONE, "after", "before", 1)

    def redo_correction(self, source_id: str) -> bool:
        """Bring back the step in a source that was undone last; False where there is none."""
        return self._travel_corrections(source_id, _FIRST_UNDONE, "before", "after", 0)

    def _travel_corrections(
        self, source_id: str, select: str, leaving: str, reaching: str, is_undone: int
    ) -> bool:
        rows = self._rows(select, [source_id])
        if not rows:
            return False
        old, new = (Corrections.model_validate_json(rows[0][column]) for column in (leaving, reaching))
        reached = _exchanged(self.corrections(source_id), old, new)
        with self._transaction() as events:
            self._write_corrections(source_id, reached)
            self._db.execute("update correction_steps set is_undone = ? where id = ?", [is_undone, rows[0]["id"]])
            events.append(CorrectionsChanged(source_id))
        return True

    def _write_corrections(self, source_id: str, corrections: Corrections) -> None:
        self._db.execute(
            "insert into corrections values (?, ?) on conflict (source_id) do update set record = excluded.record",
            [source_id, corrections.model_dump_json()],
        )


_FORGET_UNDONE_EDITS = (
    "delete from edits where is_undone = 1 and run_id in (select id from runs where source_id = ?)"
)
_LAST_DONE = "select * from correction_steps where source_id = ? and is_undone = 0 order by id desc limit 1"
_FIRST_UNDONE = "select * from correction_steps where source_id = ? and is_undone = 1 order by id limit 1"


def _differences(before: Corrections, after: Corrections) -> tuple[Corrections, Corrections]:
    """Return what each has that the other has not, as far as it is long: a step must not hold the whole."""
    old, new = set(before.words), set(after.words)
    return (
        before.model_copy(update={"words": tuple(each for each in before.words if each not in new)}),
        after.model_copy(update={"words": tuple(each for each in after.words if each not in old)}),
    )


def _exchanged(corrections: Corrections, old: Corrections, new: Corrections) -> Corrections:
    """Return corrections with one side of a step in the place of the other, whose words may be aligned by now."""
    gone = {(each.start, each.end) for each in old.words}
    kept = [each for each in corrections.words if (each.start, each.end) not in gone]
    words = sorted([*kept, *new.words], key=lambda each: each.start)
    return new.model_copy(update={"words": tuple(words)})


# They are read for every clip of a source, and for every look at what hangs below it.
@lru_cache(maxsize=64)
def _corrections(text: str) -> Corrections:
    return Corrections.model_validate_json(text)
