"""What runs in a worker process: one task in, one outcome out. It never raises across the boundary."""

from __future__ import annotations

import contextlib
import errno
import importlib
import json
import multiprocessing
import os
import shutil
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import Cancelled, DiskFullError, ShortlistError, UserWorldError, disk_full
from core.pipeline.artifact import load_record, publish
from core.pipeline.checkpoint import Checkpoint
from core.pipeline.stage import Parameters, Per, Stage, StageContext
from core.schema.choice import Choice, Cost
from core.schema.endpoint import Endpoint
from core.schema.parts import NoParts
from core.schema.record import Record
from core.spending import Payer

_PROGRESS_INTERVAL = 0.2
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
# A file that another program holds, or a share or device that is out of reach for a moment.
_PASSING = frozenset(
    {errno.EAGAIN, errno.EBUSY, errno.ETXTBSY, errno.EINTR, errno.ESTALE, errno.ETIMEDOUT, errno.ECONNRESET,
     errno.ECONNREFUSED, errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTUNREACH}
)  # fmt: skip
# ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_WINDOWS_IN_USE = frozenset({32, 33})


@dataclass(frozen=True)
class Input:
    """One input of an item: a published artifact's folder, or a given noun as JSON."""

    folder: Path | None = None
    json: str = ""


@dataclass(frozen=True)
class Item:
    """One job of a task. `parts` is where what is finished of it is kept for another attempt; None: nowhere.

    `payer` is who pays for calls that it makes.
    """

    job_id: str
    work: Path
    place: Path
    inputs: tuple[Input, ...]
    parts: Path | None = None
    payer: Payer = field(default_factory=Payer)


@dataclass(frozen=True)
class Task:
    """What a worker is asked to do: one stage for one or several items. `registry` names the module of STAGES."""

    registry: str
    stage: str
    per: Per
    items: tuple[Item, ...]
    parameters: Parameters | None
    weights_folder: Path
    workspace: Path
    endpoints: dict[str, Endpoint] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    """Why a job failed, in plain data so that nothing unpicklable crosses the boundary.

    `kind` is the class of the error. What `is_passing` is worth trying again; what `lacks_space` waits for space.
    """

    reason: str
    file: str = ""
    stage: str = ""
    remedy: str = ""
    kind: str = ""
    is_our_bug: bool = False
    is_cancelled: bool = False
    is_passing: bool = False
    lacks_space: bool = False
    details: str = ""


@dataclass(frozen=True)
class Outcome:
    """How one item ended. `failure` is None when its artifact is published."""

    job_id: str
    seconds: float = 0.0
    failure: Failure | None = None
    choices: tuple[Choice, ...] = ()
    costs: tuple[Cost, ...] = ()
    worker: str = ""


def watch_parent() -> None:
    """End this process when the program that started it is gone, however it went. Initialises a worker."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(3)

    threading.Thread(target=watch, name="watch-parent", daemon=True).start()


def progress_file(item_work: Path) -> Path:
    """Return where a running item writes how far it is: beside its folder, so that it is never published."""
    return item_work.with_name(item_work.name + ".progress")


def remove_work(item_work: Path) -> None:
    """Remove a work folder and all that lies beside it under its name."""
    for path in (item_work, *item_work.parent.glob(item_work.name + ".*")):
        shutil.rmtree(path, ignore_errors=True)
        if path.is_file():
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def _temporary_files(work: Path) -> Iterator[None]:
    """Have temporary files made beside a work folder, where a killed worker's are found and removed."""
    folder, before = work.with_name(work.name + ".tmp"), tempfile.tempdir
    folder.mkdir(parents=True, exist_ok=True)
    tempfile.tempdir = str(folder)
    environment = os.environ  # noqa: TID251  what native code and the programs it calls go by
    told = environment.get("TMPDIR")
    environment["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        if told is None:
            del environment["TMPDIR"]
        else:
            environment["TMPDIR"] = told


def execute(task: Task) -> tuple[Outcome, ...]:
    """Run a task and return how each of its items ended."""
    stages: Sequence[Stage] = importlib.import_module(task.registry).STAGES
    stage = next(stage for stage in stages if stage.name == task.stage)
    if stage.batch is not None and len(task.items) > 1:
        together = _attempt(task, stage, task.items)
        failure = together[0].failure
        if failure is None or failure.is_cancelled or failure.is_passing or failure.lacks_space:
            return together
        # One bad item must cost its own output only: find it by doing them one by one.
    return tuple(outcome for item in task.items for outcome in _attempt(task, stage, (item,)))


def _attempt(task: Task, stage: Stage, items: Sequence[Item]) -> tuple[Outcome, ...]:
    started = time.monotonic()
    contexts = [_context(task, item) for item in items]
    try:
        for item in items:
            item.work.mkdir(parents=True, exist_ok=True)
        arguments = [_load(stage, task, item) for item in items]
        with _temporary_files(items[0].work):
            if stage.batch is not None and len(items) > 1:
                records = stage.batch(contexts, arguments)
            else:
                records = [stage.function(contexts[0], *arguments[0])]
        for record, item in zip(records, items, strict=True):
            publish(record, item.work, item.place)
            if item.parts is not None:
                shutil.rmtree(item.parts, ignore_errors=True)
        failure = None
    except Exception as error:
        failure = _failure(error, task.stage)
    finally:
        for item in items:
            remove_work(item.work)
    seconds = (time.monotonic() - started) / len(items)
    return tuple(
        Outcome(item.job_id, seconds, failure, tuple(context.choices), tuple(context.costs), str(os.getpid()))
        for item, context in zip(items, contexts, strict=True)
    )


def _context(task: Task, item: Item) -> StageContext:
    target = progress_file(item.work)
    last = 0.0

    def progress(fraction: float, message: str = "") -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < _PROGRESS_INTERVAL and fraction < 1.0:
            return
        last = now
        # Begun in the work folder: where another start of the program swept that away, nothing is left beside it.
        partial = item.work / ".progress-part"
        told = {"fraction": min(1.0, max(0.0, fraction)), "message": message}
        # Progress is a courtesy: on Windows the file can't be replaced in the moment in which it is read.
        with contextlib.suppress(OSError):
            partial.write_text(json.dumps(told))
            partial.replace(target)

    parts = NoParts() if item.parts is None else Checkpoint(item.parts)
    return StageContext(
        item.work, task.weights_folder, task.workspace, progress, task.endpoints, parts=parts, payer=item.payer
    )


def _load(stage: Stage, task: Task, item: Item) -> tuple[Record, ...]:
    inputs = [
        load_record(kind, given.folder) if given.folder else kind.from_json(given.json)
        for kind, given in zip(stage.inputs, item.inputs, strict=True)
    ]
    return stage.arguments(task.parameters, inputs)


def _failure(error: Exception, stage: str) -> Failure:
    details = traceback.format_exc()
    kind = type(error).__name__
    if isinstance(error, Cancelled):
        return Failure("Stopped.", stage=stage, is_cancelled=True)
    if isinstance(error, DiskFullError):
        return Failure(error.reason, error.file, stage, error.remedy, kind, lacks_space=True, details=details)
    if isinstance(error, ShortlistError):
        is_bug = not isinstance(error, UserWorldError)
        return Failure(
            error.reason,
            error.file,
            stage,
            error.remedy,
            kind,
            is_our_bug=is_bug,
            is_passing=error.is_passing,
            details=details,
        )
    if isinstance(error, OSError) and error.errno in _FULL:
        full = disk_full(str(error.filename or ""))
        return Failure(full.reason, full.file, stage, full.remedy, kind, lacks_space=True, details=details)
    if isinstance(error, OSError) and (
        error.errno in _PASSING or getattr(error, "winerror", 0) in _WINDOWS_IN_USE
    ):
        reason = f"A file was in use or out of reach ({error.strerror})."
        return Failure(reason, str(error.filename or ""), stage, "", kind, is_passing=True, details=details)
    if isinstance(error, MemoryError):
        remedy = "Close other programs, or let fewer tasks run side by side, and resume the run."
        return Failure("There was not enough memory.", "", stage, remedy, kind, details=details)
    reason = f"Something went wrong inside Shortlist ({kind}: {error})."
    return Failure(reason, stage=stage, kind=kind, is_our_bug=True, details=details)
