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
    same and another version or other parameters would make it otherwise; what the user edited is made at once.
    """
    last = made.get(node)
    if last is None or is_published(node.stage, fingerprint) or not is_published(node.stage, last.fingerprint):
        return fingerprint
    if not node.clip_id:
        return last.fingerprint
    is_same_work = last.recipe and (last.recipe.inputs, last.recipe.take) == (recipe.inputs, recipe.take)
    return last.fingerprint if is_same_work else fingerprint
