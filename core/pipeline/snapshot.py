"""A run's graph as it stood when something was asked for.

Edits made while the work goes on change the next snapshot, never this one: what is made under a fingerprint is
made from exactly what the fingerprint was computed from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from core.pipeline.fingerprint import job_fingerprint, root_fingerprint
from core.pipeline.graph import Graph, Node
from core.pipeline.recipe import Recipe
from core.pipeline.stage import Parameters
from core.schema.record import Record

Roots = Mapping[type[Record], Record]
# Gives the root nouns of a run (run id, clip id, aspect, preset; empty where they do not matter).
RootsOf = Callable[[str, str, str, str], Roots]
# Gives the parameters of a stage of a run.
ParametersOf = Callable[[str, str], Parameters | None]


@dataclass(frozen=True)
class Snapshot:
    """What was asked for, with fingerprint, recipe, roots and parameters of all it needs, in running order."""

    run_id: str
    targets: tuple[Node, ...]
    prints: Mapping[Node, str]
    recipes: Mapping[Node, Recipe]
    roots: Mapping[Node, Roots]
    parameters: Mapping[str, Parameters | None]


def take_snapshot(
    graph: Graph,
    run_id: str,
    targets: Sequence[Node],
    roots_of: RootsOf,
    parameters_of: ParametersOf,
    takes: Mapping[str, str],
    settle: Callable[[Node, str, Recipe], str] = lambda node, fingerprint, recipe: fingerprint,
) -> Snapshot:
    """Read everything that decides what `targets` are made of, each thing once.

    `settle` may put another fingerprint in the place of a node's own: what hangs below it is then made of that.
    """
    prints: dict[Node, str] = {}
    recipes: dict[Node, Recipe] = {}
    roots: dict[Node, Roots] = {}
    parameters: dict[str, Parameters | None] = {}
    read: dict[tuple[str, str, str], Roots] = {}
    root_prints: dict[int, str] = {}
    for node in graph.closure(*targets):
        stage = graph[node.stage]
        place = (node.clip_id, node.aspect, node.preset)
        if place not in read:
            read[place] = roots_of(run_id, *place)
        if node.stage not in parameters:
            parameters[node.stage] = parameters_of(run_id, node.stage) if stage.takes_parameters else None
        inputs: dict[str, str] = {}
        makers: dict[str, str] = {}
        for kind, needed in graph.inputs_of(node):
            if needed is None:
                # Aspects of one clip, and clips of one style, are given the very same nouns.
                given_root = read[place][kind]
                if id(given_root) not in root_prints:
                    root_prints[id(given_root)] = root_fingerprint(given_root)
            inputs[kind.__name__] = prints[needed] if needed else root_prints[id(given_root)]
            makers[kind.__name__] = needed.stage if needed else ""
        given = parameters[node.stage]
        recipes[node] = Recipe(
            version=stage.version,
            take=takes.get(node.stage, ""),
            parameters=given.identity() if given else "",
            inputs=inputs,
            makers=makers,
        )
        roots[node] = read[place]
        prints[node] = settle(node, job_fingerprint(stage.name, recipes[node]), recipes[node])
    return Snapshot(run_id, tuple(targets), prints, recipes, roots, parameters)
