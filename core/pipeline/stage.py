"""What a stage is: a typed function, from whose signature its place in the graph follows."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_type_hints

from core.errors import ContractError
from core.schema.choice import Choice, Cost
from core.schema.endpoint import Endpoint
from core.schema.parts import NoParts, Parts
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.run import RunOptions, RunSetup
from core.spending import Payer

Per = Literal["source", "clip", "delivery"]
Group = Literal["ingest", "plan", "prepare", "compose", "render"]
Lane = Literal["io", "speech", "vision", "llm", "encode"]
LANES: tuple[Lane, ...] = ("io", "speech", "vision", "llm", "encode")


class Parameters(Record):
    """What steers a stage beside its inputs; part of its fingerprint."""


@dataclass
class StageContext:
    """What a stage is given beside its inputs.

    `folder` becomes the artifact: files written there are published with the result. `note` records a choice
    made on the way, `spend` a cost that was not noted while it was made. `parts` keeps what is finished of a long
    piece of work for the next attempt. `payer` is who pays for calls.
    """

    folder: Path
    weights_folder: Path
    workspace: Path
    progress: ProgressCallback = ignore_progress
    endpoints: Mapping[str, Endpoint] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    parts: Parts = field(default_factory=NoParts)
    payer: Payer = field(default_factory=Payer)

    def note(self, choice: Choice) -> None:
        """Record a decision, so that it is logged with the job."""
        self.choices.append(choice)

    def spend(self, cost: Cost) -> None:
        """Record what a call cost, for the ledger."""
        self.costs.append(cost)


StageFunction = Callable[..., Record]
BatchFunction = Callable[[Sequence[StageContext], Sequence[tuple[Any, ...]]], Sequence[Record]]
ParametersFunction = Callable[[RunOptions, RunSetup], Parameters]


@dataclass(frozen=True)
class Stage:
    """A step of the work: its function and how it is run.

    The first parameter of `function` is a `StageContext`, a parameter whose type is a `Parameters` is made by
    `parameters`, and every other parameter is an input noun. The return type is what the stage makes. `version`
    is raised whenever the same inputs would give another result. With `batch`, deliveries of one clip that are
    ready together are made by one call.
    """

    name: str
    group: Group
    per: Per
    lane: Lane
    version: int
    function: StageFunction
    parameters: ParametersFunction | None = None
    batch: BatchFunction | None = None

    @property
    def inputs(self) -> tuple[type[Record], ...]:
        """The nouns the stage takes, in the order of its signature."""
        return tuple(kind for kind in _argument_types(self.function) if not issubclass(kind, Parameters))

    @property
    def output(self) -> type[Record]:
        """The noun the stage makes."""
        return _return_type(self.function)

    @property
    def takes_parameters(self) -> bool:
        """Whether the function has a parameters argument."""
        return any(issubclass(kind, Parameters) for kind in _argument_types(self.function))

    def arguments(self, parameters: Parameters | None, inputs: Sequence[Record]) -> tuple[Record, ...]:
        """Put parameters and inputs in the order of the signature."""
        remaining = list(inputs)
        ordered: list[Record] = []
        for kind in _argument_types(self.function):
            if issubclass(kind, Parameters):
                if not isinstance(parameters, kind):
                    raise ContractError(f"stage {self.name} needs {kind.__name__}")
                ordered.append(parameters)
            else:
                ordered.append(remaining.pop(0))
        return tuple(ordered)


# A graph asks for them again with every node; annotations are resolved once.
@cache
def _argument_types(function: StageFunction) -> tuple[type[Record], ...]:
    hints = get_type_hints(function)
    kinds: list[type[Record]] = []
    for name in list(inspect.signature(function).parameters)[1:]:
        kind = hints.get(name)
        if not (isinstance(kind, type) and issubclass(kind, Record)):
            raise ContractError(f"stage {function.__name__}: {name} must be annotated with a record")
        kinds.append(kind)
    return tuple(kinds)


@cache
def _return_type(function: StageFunction) -> type[Record]:
    made = get_type_hints(function).get("return")
    if not (isinstance(made, type) and issubclass(made, Record)):
        raise ContractError(f"stage {function.__name__} must say which record it returns")
    return made
