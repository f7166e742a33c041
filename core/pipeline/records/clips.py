"""Clips, and every edit of them, so that any can be undone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from core.errors import WorkspaceError
from core.pipeline.events import ClipsChanged
from core.pipeline.records.database import Database, Step
from core.schema.clip import Clip
from core.schema.version import ClipVersion

# So many records are read in some milliseconds.
_AT_ONCE = 40


class ClipRecords(Database):
    """Clips of runs and their edit history."""

    def clips(self, run_id: str) -> list[Clip]:
        """Return a run's clips, best score first."""
        rows = self._rows("select record from clips where run_id = ?", [run_id])
        clips = [_clip(row["record"]) for row in rows]
        return sorted(clips, key=lambda clip: (-clip.score, clip.cut.start))

    def read_clips(self, run_id: str) -> Iterator[list[Clip]]:
        """Yield a run's clips, a few at a time, in no order; `clips` has them at hand afterwards."""
        ids = [row["id"] for row in self._rows("select id from clips where run_id = ?", [run_id])]
        for place in range(0, len(ids), _AT_ONCE):
            # By their keys: with an offset each step would look at all clips again.
            some = ids[place : place + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield [
                _clip(row["record"]) for row in self._rows(f"select record from clips where id in ({marks})", some)
            ]

    def clip(self, clip_id: str) -> Clip:
        """Return one clip.

        Raises:
            WorkspaceError: There is no such clip.
        """
        rows = self._rows("select record from clips where id = ?", [clip_id])
        if not rows:
            raise WorkspaceError(f"There is no clip {clip_id} in this workspace.")
        return _clip(rows[0]["record"])

    def put_clips(self, run_id: str, clips: Sequence[Clip]) -> None:
        """Store clips that the machine proposes; no undo step."""
        with self._transaction() as events:
            self._write_clips(clips)
            events.append(ClipsChanged(run_id, tuple(clip.id for clip in clips)))

    def touched_clips(self, run_id: str) -> set[str]:
        """Return the clips that the user decided on, edited or made, undone or not."""
        edited = {clip.id for clip in self.clips(run_id) if clip.is_handmade}
        for row in self._rows("select before, after from edits where run_id = ?", [run_id]):
            before, after = json.loads(row["before"]), json.loads(row["after"])
            edited |= {clip_id for clip_id in after if _is_more_than_style(before[clip_id], after[clip_id])}
        return edited

    def drop_clips(self, run_id: str, kept: Collection[str]) -> None:
        """Forget clips that are not kept, with their jobs and outputs. Delivered files stay."""
        gone = [clip.id for clip in self.clips(run_id) if clip.id not in kept]
        if not gone:
            return
        with self._transaction() as events:
            for clip_id in gone:
                self._forget(run_id, clip_id)
            events.append(ClipsChanged(run_id, tuple(gone)))

    def _forget(self, run_id: str, clip_id: str) -> None:
        for table, column in (("jobs", "clip_id"), ("outputs", "clip_id"), ("clips", "id")):
            self._db.execute(f"delete from {table} where run_id = ? and {column} = ?", [run_id, clip_id])

    def edit_clips(self, run_id: str, label: str, after: Sequence[Clip], removed: Collection[str] = ()) -> None:
        """Store edited or new clips as one undo step; what had been undone is forgotten.

        Clips whose ids are in `removed` go in the same step, with their jobs and outputs; delivered files stay.
        """
        known = {clip.id: clip for clip in self.clips(run_id)}
        gone = [clip_id for clip_id in removed if clip_id in known]
        if not gone and all(known.get(clip.id) == clip for clip in after):
            return
        became = {clip.id: clip.model_dump_json() for clip in after} | dict.fromkeys(gone, "")
        before = {clip_id: known[clip_id].model_dump_json() if clip_id in known else "" for clip_id in became}
        with self._transaction() as events:
            self._db.execute("delete from edits where run_id = ? and is_undone = 1", [run_id])
            self._db.execute(_FORGET_UNDONE_CORRECTIONS, [run_id])
            self._db.execute(
                "insert into edits (run_id, label, before, after, at) values (?, ?, ?, ?, ?)",
                [
                    run_id,
                    label,
                    json.dumps(before),
                    json.dumps(became),
                    self._moment(),
                ],
            )
            self._write_clips(after)
            for clip_id in gone:
                self._forget(run_id, clip_id)
            events.append(ClipsChanged(run_id, tuple(became)))

    def versions(self, clip_id: str) -> list[ClipVersion]:
        """Return how a clip was after each step that is not undone, newest first, and before the first."""
        rows = self._rows(_STEPS_OF_CLIP, [self.clip(clip_id).run_id, f'$."{clip_id}"'])
        found = (
            [ClipVersion(label="", at=0.0, clip=_clip(rows[0]["before"]))] if rows and rows[0]["before"] else []
        )
        found += [
            ClipVersion(label=row["label"], at=row["at"], clip=_clip(row["after"])) for row in rows if row["after"]
        ]
        return found[::-1]

    def undo_step(self, run_id: str) -> Step | None:
        """Return the step that undo would take back."""
        return self._step(_LAST_DONE, run_id)

    def redo_step(self, run_id: str) -> Step | None:
        """Return the step that redo would bring back."""
        return self._step(_FIRST_UNDONE, run_id)

    def undo(self, run_id: str) -> str | None:
        """Take the last step back; return its name, or None where there is none."""
        return self._travel(run_id, _LAST_DONE, "before", 1)

    def redo(self, run_id: str) -> str | None:
        """Bring back the step that was undone last; return its name, or None where there is none."""
        return self._travel(run_id, _FIRST_UNDONE, "after", 0)

    def _travel(self, run_id: str, select: str, column: str, is_undone: int) -> str | None:
        rows = self._rows(select, [run_id])
        if not rows:
            return None
        wanted: dict[str, str] = json.loads(rows[0][column])
        with self._transaction() as events:
            self._write_clips([Clip.model_validate_json(text) for text in wanted.values() if text])
            for clip_id, text in wanted.items():
                if not text:
                    self._forget(run_id, clip_id)
            self._db.execute("update edits set is_undone = ? where id = ?", [is_undone, rows[0]["id"]])
            events.append(ClipsChanged(run_id, tuple(wanted)))
        label: str = rows[0]["label"]
        return label

    def _write_clips(self, clips: Sequence[Clip]) -> None:
        for clip in clips:
            self._db.execute(
                "insert into clips values (?, ?, ?) on conflict (id) do update set record = excluded.record",
                [clip.id, clip.run_id, clip.model_dump_json()],
            )


_FORGET_UNDONE_CORRECTIONS = (
    "delete from correction_steps where is_undone = 1 and source_id = (select source_id from runs where id = ?)"
)
_STEPS_OF_CLIP = (
    "select label, at, json_extract(before, ?2) as before, json_extract(after, ?2) as after from edits"
    " where run_id = ?1 and is_undone = 0 and json_type(after, ?2) is not null order by id"
)
_LAST_DONE = "select * from edits where run_id = ? and is_undone = 0 order by id desc limit 1"
_FIRST_UNDONE = "select * from edits where run_id = ? and is_undone = 1 order by id limit 1"


def _is_more_than_style(before: str, after: str) -> bool:
    """Whether an edit changed more of a clip than its style, which a whole run may be given at once."""
    if not before or not after:
        return True
    old, new = json.loads(before), json.loads(after)
    return {**old, "style": ""} != {**new, "style": ""}


# A clip is read for each of its aspects, and for every look at what hangs below it.
@lru_cache(maxsize=4096)
def _clip(text: str) -> Clip:
    return Clip.model_validate_json(text)
