"""What runs on a worker of a cluster: a Dask task that hands the work to a child process and watches over it.

The child can be killed, and when it crashes the Dask worker lives on. Every start works in folders of its own,
beside the one that the task names, and moves what it made to its place only at the end: a start that was cut short
leaves nothing in an artifact.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import multiprocessing
import shutil
import threading
import time
import uuid
from concurrent.futures import BrokenExecutor, Future, wait
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.pipeline.artifact import RECORD_NAME, publish
from core.pipeline.cluster.path_map import PathMap, mapped_record
from core.pipeline.cluster.task import Answer, claim_file, decode, program, stages_of, tell, wanted_file
from core.pipeline.pool import ProcessExecutor
from core.pipeline.stage import LANES, Lane
from core.pipeline.worker import Item, Outcome, Task, progress_file, remove_work

_POLL_SECONDS = 0.2
# A file that was just made on another machine may take a moment to be seen on a network share.
_PATIENCE_SECONDS = 2.0
# After so long a child that was told to end has been killed.
_KILL_SECONDS = 1.0
_CLOSING = frozenset({"closing", "closed", "failed"})
_DAEMON_REMEDY = (
    "Start the worker with --no-nanny, or with DASK_DISTRIBUTED__WORKER__DAEMON=False in its environment."
)
_SHARE_REMEDY = "Share the folder with the worker, and name it with --map LOCAL=REMOTE where names differ."


def run(told: dict[str, Any]) -> Answer:
    """Do a task that `encode` told of, in a thread of the Dask worker."""
    from distributed import get_worker

    worker = get_worker()
    ours = program(told["registry"])
    if ours != told["program"]:
        reason = f"The worker {worker.address} runs Shortlist {ours}, and this computer {told['program']}."
        return Answer(
            "refused", reason=reason, remedy="Install the same version on both and start the worker again."
        )
    if multiprocessing.current_process().daemon:
        reason = f"The worker {worker.address} may not start processes of its own."
        return Answer("refused", reason=reason, remedy=_DAEMON_REMEDY)
    for path in told["needed"]:
        if not Path(path).exists():
            reason = f"The worker {worker.address} does not see {path}."
            return Answer("refused", reason=reason, remedy=_SHARE_REMEDY)
    return _Start(decode(told), PathMap(tuple(map(tuple, told["pairs"]))), worker).run()


class _Start:
    """One start of a task on this worker."""

    def __init__(self, task: Task, paths: PathMap, worker: Any) -> None:
        self._task = task
        self._stage = next(stage for stage in stages_of(task.registry) if stage.name == task.stage)
        self._paths = paths
        self._worker = worker
        self._wanted = wanted_file(task.items[0].work)
        self._claim = claim_file(task.items[0].work)
        mark = uuid.uuid4().hex[:8]
        self._items = tuple(_fresh(item, mark) for item in task.items)

    def run(self) -> Answer:
        """Claim the task, do it, and clean up."""
        refusal = self._claimed()
        if refusal is not None:
            return refusal
        answer = Answer("lost", reason="its process ended unexpectedly")
        try:
            answer = self._work()
        finally:
            if answer.ending != "done":
                time.sleep(_KILL_SECONDS)
            for item in self._items:
                remove_work(item.work)
                shutil.rmtree(item.place, ignore_errors=True)
            if answer.ending == "unwanted":
                # Nobody is left to do it on the other side.
                self._claim.unlink(missing_ok=True)
                for item in self._task.items:
                    progress_file(item.work).unlink(missing_ok=True)
        return answer

    def _claimed(self) -> Answer | None:
        """Take the task for this start; return why that can't be."""
        waited_until = time.monotonic() + _PATIENCE_SECONDS
        while not _is_there(self._wanted):
            if time.monotonic() > waited_until:
                reason = f"The worker {self._worker.address} does not see the workspace at {self._task.workspace}."
                return Answer("unwanted", reason=reason, remedy=_SHARE_REMEDY)
            time.sleep(_POLL_SECONDS)
        try:
            with self._claim.open("x", encoding="utf-8") as handle:
                handle.write(self._worker.address)
        except FileExistsError:
            # Dask starts a task again when its worker is gone. Whether it is tried again is not Dask's to decide.
            return Answer("lost", reason=f"its worker {_read(self._claim)} is gone")
        except OSError as error:
            reason = f"The worker {self._worker.address} can't write into {self._claim.parent} ({error.strerror})."
            return Answer("refused", reason=reason, remedy="Give it write access to the workspace's folder.")
        for item in self._task.items:
            tell(item.work, f"On {self._worker.address}.")
        return None

    def _work(self) -> Answer:
        future = _submit(self._worker.state.nthreads, self._stage.lane, replace(self._task, items=self._items))
        while not wait([future], timeout=_POLL_SECONDS).done:
            if not _is_there(self._wanted):
                future.cancel()
                return Answer("unwanted")
            if self._worker.status.name in _CLOSING:
                future.cancel()
                return Answer("lost", reason=f"its worker {self._worker.address} was closed")
            self._forward_progress()
        try:
            outcomes = future.result()
        except (OSError, BrokenExecutor) as error:
            return Answer("lost", reason=f"its process on {self._worker.address} ended unexpectedly ({error})")
        if not _is_there(self._wanted):
            return Answer("unwanted")
        settled = zip(outcomes, self._items, self._task.items, strict=True)
        return Answer("done", tuple(self._settled(*each) for each in settled))

    def _settled(self, outcome: Outcome, fresh: Item, item: Item) -> Outcome:
        """Move what was made to its place, with paths in it as the other side names them.

        Raises:
            OSError: It can't be written; the attempt counts as lost.
        """
        if outcome.failure is None:
            record = self._stage.output.from_json((fresh.place / RECORD_NAME).read_bytes())
            publish(mapped_record(record, self._paths.to_local), fresh.place, item.place)
        return replace(outcome, worker=f"{self._worker.address} {outcome.worker}")

    def _forward_progress(self) -> None:
        for fresh, item in zip(self._items, self._task.items, strict=True):
            # It is a courtesy, and mostly nothing new is there.
            with contextlib.suppress(OSError):
                progress_file(fresh.work).replace(progress_file(item.work))


_turn = threading.Lock()


@functools.cache
def _executor(width: int) -> ProcessExecutor:
    """Return the child processes of this Dask worker, which keep their models loaded from task to task."""
    executor = ProcessExecutor(dict.fromkeys(LANES, width))
    atexit.register(executor.close)
    return executor


def _submit(width: int, lane: Lane, task: Task) -> Future[tuple[Outcome, ...]]:
    with _turn:
        return _executor(width).submit(lane, task)


def _fresh(item: Item, mark: str) -> Item:
    """Return an item with folders of one start, beside its own so that renaming between them is possible."""
    work = item.work.with_name(f"{item.work.name}.{mark}")
    return replace(item, work=work, place=work.with_name(work.name + "-made"))


def _is_there(path: Path) -> bool:
    """Whether a file is there now. Opening it asks a network share anew, where looking for it would not."""
    try:
        path.open("rb").close()
    except OSError:
        return False
    return True


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
