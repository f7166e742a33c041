"""What was made before and stays in use, though it would be made otherwise now, until that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.pipeline.graph import Node
from core.pipeline.recipe import Recipe


@dataclass(frozen=True)
class Made:
    """What a node made last. `recipe` is None where it is no longer known."""

    fingerprint: str
    recipe: Recipe | None


def settle(
    node: Node,
    fingerprint: str,
    recipe: Recipe,
    made: Mapping[Node, Made],
    is_published: Callable[[str, str], bool],
) -> str:
    """Return the fingerprint of what is used for a node: its own, or that of what it made last.

    Of a source whatever was made last is used until its replay is through. Of a clip only where its inputs are the
    same and another version or other parameters would make it otherwise; what the user edited is made at once. A
    stage of another version may take other nouns: then those that both take are compared.
    """
    last = made.get(node)
    if last is None or is_published(node.stage, fingerprint) or not is_published(node.stage, last.fingerprint):
        return fingerprint
    if not node.clip_id:
        return last.fingerprint
    return last.fingerprint if last.recipe and _is_same_work(last.recipe, recipe) else fingerprint


def _is_same_work(before: Recipe, now: Recipe) -> bool:
    if before.take != now.take:
        return False
    if before.version == now.version:
        return before.inputs == now.inputs
    return all(before.inputs[noun] == now.inputs[noun] for noun in before.inputs.keys() & now.inputs.keys())
