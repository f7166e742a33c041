"""Batches of sources: begun, noted as they go on, and found again to be taken up."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

from core.errors import MediaError, WorkspaceError
from core.fetch.addresses import is_web_address
from core.media.content import content_fingerprint
from core.pipeline.records.database import new_id
from core.pipeline.records.store import Store
from core.schema.batch import Batch, BatchItem
from core.schema.run import RunOptions, RunRecord
from core.watching import media_in


class Batches:
    """The batches of a workspace. What becomes of a source is written down as soon as it is known."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, sources: Sequence[str], options: RunOptions) -> Batch:
        """Write down that sources are to be worked on with these choices."""
        items = tuple(BatchItem(id=new_id(), source=source) for source in sources)
        batch = Batch(id=new_id(), started_at=time.time(), options=options, items=items)
        self._store.put_batch(batch)
        return batch

    def note(self, batch_id: str, item_id: str, run_id: str = "", error: str = "") -> None:
        """Write down an item's run, or why it has none."""
        batch = self._store.batch(batch_id)
        if batch is None:
            return
        changed = {"run_id": run_id, "error": error}
        items = tuple(each.model_copy(update=changed) if each.id == item_id else each for each in batch.items)
        self._store.put_batch(batch.model_copy(update={"items": items}))

    def skip(self, batch_id: str, item_id: str, is_stopped: bool = False) -> None:
        """Write down that the user wants an item not to be worked on now."""
        stopped, full = "It was stopped before it had begun.", "It was not begun: there was no room for it."
        self.note(batch_id, item_id, error=stopped if is_stopped else full)

    def sources_of(self, given: str) -> list[str]:
        """Return the sources that a file, an address or a folder stands for, see `sources_of`."""
        return sources_of(given)

    def end(self, batch_id: str) -> None:
        """Write down that nothing more is to be expected of a batch by itself."""
        batch = self._store.batch(batch_id)
        if batch is not None:
            self._store.put_batch(batch.model_copy(update={"ended_at": time.time()}))

    def all(self) -> list[Batch]:
        """Return all batches, newest first."""
        return self._store.batches()

    def find(self, start: str) -> Batch:
        """Return the one batch whose id starts so.

        Raises:
            WorkspaceError: None does, or several.
        """
        found = [batch for batch in self.all() if start and batch.id.startswith(start)]
        if len(found) != 1:
            problem = "There is no batch" if not found else "There are several batches whose id starts with"
            raise WorkspaceError(f"{problem} {start}.", remedy="The latest is told by: main.py report")
        return found[0]

    def has_run(self, item: BatchItem) -> bool:
        """Whether a source came to a run that there still is."""
        return any(run.id == item.run_id for run in self._store.runs())

    async def mended(self, run: RunRecord) -> tuple[Batch, BatchItem] | None:
        """Return the source of a run that failed where its file was mended since: it is another source then."""
        known = self.item_of(run.id)
        if known is None or run.state != "failed" or not run.source_path.is_file():
            return None
        now = await asyncio.to_thread(content_fingerprint, run.source_path)
        return known if now != self._store.source(run.source_id).fingerprint else None

    def items(self, start: str) -> list[tuple[Batch, BatchItem]]:
        """Return the sources of batches whose id starts so, or all of the batch whose id does."""
        found = []
        for batch in self.all():
            is_named = bool(start) and batch.id.startswith(start)
            found += [(batch, each) for each in batch.items if is_named or (start and each.id.startswith(start))]
        return found

    def item_of(self, run_id: str) -> tuple[Batch, BatchItem] | None:
        """Return what a run is of, None where it was not begun in a batch."""
        return next(((batch, each) for batch in self.all() for each in batch.items if each.run_id == run_id), None)

    def left(self) -> list[tuple[Batch, BatchItem]]:
        """Return the sources that were cut off before they had a run."""
        return [
            (batch, each)
            for batch in self.all()
            if not batch.ended_at
            for each in batch.items
            if not each.run_id and not each.error
        ]


def sources_of(given: str) -> list[str]:
    """Return a source as it can be found again from wherever, or every media file of a folder.

    Raises:
        MediaError: The folder can't be read, or holds no media.
    """
    path = Path(given).expanduser()
    if is_web_address(given):
        return [given]
    if not path.is_dir():
        return [str(path.absolute())]
    try:
        found = media_in(path)
    except OSError as error:
        raise MediaError(f"The folder can't be read ({error.strerror}).", given) from error
    if not found:
        raise MediaError("This folder holds no video or sound.", given, remedy="Name files, or another folder.")
    return [str(each.absolute()) for each in found]
