"""Outputs: one rendered short each, and where it was delivered.

Places inside the workspace are stored relative to it, so that the whole folder can be moved to another machine.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from core.pipeline.events import OutputChanged
from core.pipeline.records.database import Database, new_id
from core.pipeline.records.states import OUTPUT_TRANSITIONS
from core.schema.cell import Cell
from core.schema.check import Check
from core.schema.run import OutputRecord

_CHECKS = TypeAdapter(tuple[Check, ...], config=ConfigDict(defer_build=True))


class OutputRecords(Database):
    """Outputs of runs, one for each clip, aspect and preset."""

    def __init__(self, path: Path, is_look: bool = False) -> None:
        super().__init__(path, is_look)
        self._workspace = path.parent

    def ask_outputs(
        self,
        run_id: str,
        wanted: Sequence[Cell],
        folder: Path,
        publish_to: Sequence[str] | None = None,
    ) -> list[OutputRecord]:
        """Ask for files, all or none, delivered to a folder; what was delivered before stays there.

        Each is to be published to the destinations once it is finished; None: to those of its run.
        """
        ordered = None if publish_to is None else json.dumps(list(publish_to))
        with self._transaction() as events:
            outputs = [self._ask(run_id, cell, folder, ordered) for cell in wanted]
            events += [OutputChanged(output) for output in outputs]
        return outputs

    def _ask(self, run_id: str, cell: Cell, folder: Path, publish_to: str | None) -> OutputRecord:
        place = portable(folder, self._workspace)
        found = self.find_output(cell)
        output_id = found.id if found else ":".join(cell)
        if found is None:
            self._db.execute(
                "insert into outputs (id, run_id, clip_id, aspect, preset, state, folder)"
                " values (?, ?, ?, ?, ?, 'pending', ?)",
                [output_id, run_id, *cell, place],
            )
        elif found.state in ("rendered", "failed"):
            self._move("outputs", OUTPUT_TRANSITIONS, output_id, "pending")
        self._db.execute(
            "update outputs set folder = ?, error = '', publish_to = ? where id = ?",
            [place, publish_to, output_id],
        )
        return self.output(output_id)

    def output(self, output_id: str) -> OutputRecord:
        """Return one output."""
        return self._output_record(self._rows("select * from outputs where id = ?", [output_id])[0])

    def find_output(self, cell: Cell) -> OutputRecord | None:
        """Return the output of a clip in an aspect and preset, if it was ever asked for."""
        rows = self._rows("select * from outputs where clip_id = ? and aspect = ? and preset = ?", list(cell))
        return self._output_record(rows[0]) if rows else None

    def outputs(self, run_id: str) -> list[OutputRecord]:
        """Return a run's outputs in the order they were first asked for."""
        rows = self._rows("select * from outputs where run_id = ? order by rowid", [run_id])
        return [self._output_record(row) for row in rows]

    def output_folder(self, output_id: str) -> Path:
        """Return where an output is to be delivered."""
        stored: str = self._rows("select folder from outputs where id = ?", [output_id])[0]["folder"]
        return self._workspace / stored

    def move_output(
        self,
        output_id: str,
        state: str,
        error: str = "",
        files: Sequence[Path] = (),
        fingerprint: str = "",
        folder: Path | None = None,
        checks: Sequence[Check] = (),
    ) -> bool:
        """Take an output to a state; return False where it is there already.

        One that is rendered was delivered as `files` to `folder` (None: the one that it is asked for in), and
        checked. Where it has been asked for in another one meanwhile, that is noted, and it is pending again.
        """
        with self._transaction() as events:
            if state == "rendered" and folder is not None and folder != self.output_folder(output_id):
                self._note_delivery(fingerprint, portable(folder, self._workspace), self._written(files))
                state = "pending"
            if not self._move("outputs", OUTPUT_TRANSITIONS, output_id, state):
                return False
            self._db.execute(
                "update outputs set error = ?, operation_id = ? where id = ?",
                [error, new_id() if state == "rendering" else "", output_id],
            )
            if state == "rendered":
                written = self._written(files)
                found = _CHECKS.dump_json(tuple(checks)).decode()
                self._db.execute(
                    "update outputs set files = ?, checks = ?, is_publishing_due = 1 where id = ?",
                    [written, found, output_id],
                )
                asked = portable(self.output_folder(output_id), self._workspace)
                self._note_delivery(fingerprint, asked, written)
            output = self.output(output_id)
            if error:
                where = {
                    "clip_id": output.clip_id,
                    "aspect": output.aspect,
                    "preset": output.preset,
                    "reason": "DeliveryFailed",
                }
                events.append(self._log(output.run_id, stage="render", level="error", message=error, **where))
            events.append(OutputChanged(output))
        return True

    def outputs_to_publish(self) -> list[OutputRecord]:
        """Return what was finished to be published and was not ordered yet, or never."""
        rows = self._rows(
            "select outputs.* from outputs join runs on runs.id = outputs.run_id where outputs.state = 'rendered'"
            " and coalesce(outputs.publish_to, json_extract(runs.options, '$.publish_to')) != '[]'"
            " and (is_publishing_due or not exists"
            " (select 1 from publications where publications.output_id = outputs.id)) order by outputs.rowid"
        )
        return [self._output_record(row) for row in rows]

    def _note_delivery(self, fingerprint: str, folder: str, files: str) -> None:
        self._db.execute(
            "insert into deliveries values (?, ?, ?)"
            " on conflict (fingerprint, folder) do update set files = excluded.files",
            [fingerprint, folder, files],
        )

    def _written(self, files: Sequence[Path]) -> str:
        return json.dumps([portable(file, self._workspace) for file in files])

    def delivered_files(self) -> set[Path]:
        """Return all files that were ever delivered, those of deleted runs too."""
        rows = self._rows("select files from deliveries union select files from outputs")
        return {self._workspace / file for row in rows for file in json.loads(row["files"])}

    def delivered_before(self, fingerprint: str, folder: Path) -> tuple[Path, ...]:
        """Return the files that the same render was delivered as to the same folder, if all are still in it."""
        place = portable(folder, self._workspace)
        sql = "select files from deliveries where fingerprint = ? and folder = ?"
        rows = self._rows(sql, [fingerprint, place])
        for row in rows:
            files = tuple(self._workspace / file for file in json.loads(row["files"]))
            if files and all(file.is_file() and file.parent == self._workspace / place for file in files):
                return files
        return ()

    def _output_record(self, row: dict[str, Any]) -> OutputRecord:
        return OutputRecord(
            id=row["id"],
            run_id=row["run_id"],
            clip_id=row["clip_id"],
            aspect=row["aspect"],
            preset=row["preset"],
            state=row["state"],
            fraction=1.0 if row["state"] == "rendered" else 0.0,
            operation_id=row["operation_id"],
            files=tuple(self._workspace / file for file in json.loads(row["files"])),
            error=row["error"],
            checks=_checks(row["checks"]),
            publish_to=None if row["publish_to"] is None else tuple(json.loads(row["publish_to"])),
        )


@lru_cache(maxsize=1024)
def _checks(text: str) -> tuple[Check, ...]:
    return _CHECKS.validate_json(text)


def portable(path: Path, workspace: Path) -> str:
    """Return how a place is stored: relative to the workspace where it lies inside, else as it is.

    `workspace / portable(path, workspace)` is the place again, also after the workspace was moved.
    """
    for inner, outer in ((path, workspace), (path.resolve(), workspace.resolve())):
        if inner.is_relative_to(outer):
            return inner.relative_to(outer).as_posix()
    return str(path)
