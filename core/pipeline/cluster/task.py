"""What travels to a worker of a cluster: plain values, paths as the worker names them, no keys of endpoints."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from core import __version__
from core.pipeline.cluster.path_map import PathMap, mapped_json
from core.pipeline.stage import Stage
from core.pipeline.worker import Input, Item, Outcome, Task, progress_file
from core.schema.record import Record

Ending = Literal["done", "lost", "refused", "unwanted"]


@dataclass(frozen=True)
class Answer:
    """How a start of a task ended on a worker.

    `done` has outcomes. `lost` had the process of this start, or the worker of an earlier one, die. `refused` says
    what is wrong with the worker, and what to do about it. `unwanted` found that nobody waits for it any more.
    """

    ending: Ending
    outcomes: tuple[Outcome, ...] = ()
    reason: str = ""
    remedy: str = ""
    is_passing: bool = False


def wanted_file(work: Path) -> Path:
    """Return the file, beside the folder of a task's first item, that is there while somebody wants the task."""
    return work.with_name(work.name + ".wanted")


def claim_file(work: Path) -> Path:
    """Return the file, beside the folder of a task's first item, by which one start keeps out any other."""
    return work.with_name(work.name + ".claim")


def tell(work: Path, message: str) -> None:
    """Say about an item that has not begun what happens to it, where its progress is looked for."""
    target = progress_file(work)
    partial = target.with_suffix(".progress-told")
    # A courtesy, as all progress.
    with contextlib.suppress(OSError):
        partial.write_text(json.dumps({"fraction": 0.0, "message": message}))
        partial.replace(target)


def stages_of(registry: str) -> Sequence[Stage]:
    """Return the stages that a module lists."""
    stages: Sequence[Stage] = importlib.import_module(registry).STAGES
    return stages


def program(registry: str) -> str:
    """Return what must be the same on both sides: release, Python, and the stages with their versions."""
    stages = ",".join(f"{stage.name}:{stage.version}" for stage in stages_of(registry))
    digest = hashlib.sha256(stages.encode()).hexdigest()[:8]
    return f"{__version__} (Python {sys.version_info.major}.{sys.version_info.minor}, stages {digest})"


def encode(task: Task, paths: PathMap) -> dict[str, Any]:
    """Return a task as plain values, for a worker."""
    stage = next(stage for stage in stages_of(task.registry) if stage.name == task.stage)
    needed: set[str] = set()

    def named_there(path: str) -> str:
        """Return a path's name there, and remember that what is here must be there as well."""
        there = paths.to_remote(path)
        if Path(path).exists():
            needed.add(there)
        return there

    items = [
        {
            "job_id": item.job_id,
            "work": paths.to_remote(str(item.work)),
            "place": paths.to_remote(str(item.place)),
            "inputs": [
                _input(kind, given, named_there) for kind, given in zip(stage.inputs, item.inputs, strict=True)
            ],
        }
        for item in task.items
    ]
    parameters = task.parameters
    return {
        "program": program(task.registry),
        "registry": task.registry,
        "stage": task.stage,
        "items": items,
        "parameters": None
        if parameters is None
        else [
            type(parameters).__module__,
            type(parameters).__qualname__,
            mapped_json(parameters, paths.to_remote),
        ],
        "weights_folder": paths.to_remote(str(task.weights_folder)),
        "workspace": paths.to_remote(str(task.workspace)),
        "needed": sorted(needed),
        "pairs": paths.pairs,
    }


def decode(told: dict[str, Any]) -> Task:
    """Return the task that `encode` told of."""
    stage = next(stage for stage in stages_of(told["registry"]) if stage.name == told["stage"])
    parameters = None
    if told["parameters"] is not None:
        module, name, text = told["parameters"]
        parameters = getattr(importlib.import_module(module), name).from_json(text)
    return Task(
        registry=told["registry"],
        stage=stage.name,
        per=stage.per,
        items=tuple(_item(each) for each in told["items"]),
        parameters=parameters,
        weights_folder=Path(told["weights_folder"]),
        workspace=Path(told["workspace"]),
    )


def _input(kind: type[Record], given: Input, named_there: Callable[[str], str]) -> dict[str, str]:
    if given.folder is not None:
        return {"folder": named_there(str(given.folder))}
    return {"json": mapped_json(kind.from_json(given.json), named_there)}


def _item(told: dict[str, Any]) -> Item:
    inputs = tuple(
        Input(folder=Path(each["folder"])) if "folder" in each else Input(json=each["json"])
        for each in told["inputs"]
    )
    return Item(told["job_id"], Path(told["work"]), Path(told["place"]), inputs)
