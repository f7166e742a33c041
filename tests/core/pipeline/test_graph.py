"""The graph follows from signatures, and refuses what can't be a graph."""

from __future__ import annotations

import pytest

from core.errors import ContractError
from core.pipeline.graph import Graph, Node
from core.pipeline.stage import Stage
from core.schema.clip import Wording
from core.schema.source import Source
from core.schema.style import Style
from core.schema.time import Cut
from core.stages import ROOTS, STAGES


def test_the_stages_are_a_graph_in_their_order():
    graph = Graph(STAGES, ROOTS)
    order = [node.stage for node in graph.closure(Node("render", "c", "9:16"))]
    # Between plan and the clip stand the user's decisions, so nothing after it needs the plan itself.
    assert {*order, "plan"} == {stage.name for stage in STAGES}
    assert order.index("transcode") < order.index("transcribe") < order.index("plan_enhancement")
    assert order[-2:] == ["compose", "render"]


def test_a_change_of_style_enters_at_plan_enhancement_and_touches_no_analysis():
    graph = Graph(STAGES, ROOTS)
    takes_style = [stage.name for stage in graph.stages if Style in stage.inputs]
    assert takes_style[0] == "plan_enhancement"
    below = {node.stage for node in graph.closure(Node("render", "c", "1:1")) if _hangs_below(graph, node)}
    assert below == {"plan_enhancement", "build_enhancement", "finalize", "compose", "render"}


def _hangs_below(graph: Graph, node: Node) -> bool:
    return Node("plan_enhancement", "c") in graph.closure(node) or Style in graph[node.stage].inputs


def test_no_clip_stage_takes_the_whole_clip():
    # Title, cut and framing are separate nouns so that an edit of one does not redo the others.
    graph = Graph(STAGES, ROOTS)
    assert Wording not in graph["analyze_framing"].inputs
    assert Cut in graph["prepare_media"].inputs


def first(context, source: Source) -> Cut:
    raise AssertionError


def finer(context, source: Source, cut: Cut) -> Style:
    raise AssertionError


def stage(name, function, per="source"):
    return Stage(name, "ingest", per, "io", 1, function)


def test_refuses_two_producers_missing_producers_and_finer_needs():
    with pytest.raises(ContractError, match="two producers"):
        Graph([stage("a", first), stage("b", first)], {Source: "source"})
    with pytest.raises(ContractError, match="nothing before it makes"):
        Graph([stage("a", first)], {})
    with pytest.raises(ContractError, match="per clip"):
        Graph([stage("a", first, "clip"), stage("b", finer, "source")], {Source: "source"})
