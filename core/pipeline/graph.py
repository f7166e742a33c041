"""The graph of stages, derived from their signatures: each noun has exactly one producer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import ContractError
from core.pipeline.stage import Per, Stage
from core.schema.record import Record

_FAN_OUT: dict[Per, int] = {"source": 0, "clip": 1, "delivery": 2}


@dataclass(frozen=True)
class Node:
    """One stage instance of a run. What the stage does not fan out by is empty.

    An empty `preset` beside an aspect is the first that the run has for it.
    """

    stage: str
    clip_id: str = ""
    aspect: str = ""
    preset: str = ""


class Graph:
    """Stages in an order in which each comes after everything it needs.

    Args:
        stages: All stages, producers first.
        roots: The nouns that are given rather than made, with how far each fans out.

    Raises:
        ContractError: A noun has two producers or none, or a stage needs something finer than itself.
    """

    def __init__(self, stages: Sequence[Stage], roots: dict[type[Record], Per]) -> None:
        self.stages = tuple(stages)
        self.roots = dict(roots)
        self._by_name = {stage.name: stage for stage in stages}
        self._producer: dict[type[Record], Stage] = {}
        for stage in stages:
            for kind in stage.inputs:
                self._check_input(stage, kind)
            if stage.output in self._producer or stage.output in roots:
                raise ContractError(f"{stage.output.__name__} has two producers")
            self._producer[stage.output] = stage

    def _check_input(self, stage: Stage, kind: type[Record]) -> None:
        if kind in self.roots:
            made_per = self.roots[kind]
        elif kind in self._producer:
            made_per = self._producer[kind].per
        else:
            raise ContractError(f"stage {stage.name} needs {kind.__name__}, which nothing before it makes")
        if _FAN_OUT[made_per] > _FAN_OUT[stage.per]:
            raise ContractError(
                f"stage {stage.name} runs per {stage.per} but needs a {kind.__name__} per {made_per}"
            )

    def __getitem__(self, name: str) -> Stage:
        return self._by_name[name]

    def node(self, stage: Stage, clip_id: str, aspect: str, preset: str = "") -> Node:
        """Return the instance of a stage that serves a clip, aspect and preset."""
        return Node(
            stage.name,
            clip_id if _FAN_OUT[stage.per] >= 1 else "",
            aspect if _FAN_OUT[stage.per] >= 2 else "",
            preset if _FAN_OUT[stage.per] >= 2 else "",
        )

    def inputs_of(self, node: Node) -> list[tuple[type[Record], Node | None]]:
        """Return each noun that a node takes with the instance that makes it, None for a root."""
        inputs: list[tuple[type[Record], Node | None]] = []
        for kind in self[node.stage].inputs:
            producer = self._producer.get(kind)
            needed = self.node(producer, node.clip_id, node.aspect, node.preset) if producer else None
            inputs.append((kind, needed))
        return inputs

    def needs(self, node: Node) -> list[Node]:
        """Return the instances whose artifacts a node takes."""
        return [needed for _, needed in self.inputs_of(node) if needed is not None]

    def closure(self, *targets: Node) -> list[Node]:
        """Return everything `targets` need, in running order, each after what it needs, themselves included."""
        ordered: dict[Node, None] = {}

        def visit(node: Node) -> None:
            if node in ordered:
                return
            for needed in self.needs(node):
                visit(needed)
            ordered[node] = None

        for target in targets:
            visit(target)
        return list(ordered)
