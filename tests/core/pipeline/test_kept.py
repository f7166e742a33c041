"""What stays in use though it would be made otherwise now."""

from __future__ import annotations

import pytest

from core.pipeline.graph import Node
from core.pipeline.kept import Made, settle
from core.pipeline.recipe import Recipe

NODE = Node("frame", "c1")
BEFORE = Recipe(version=4, inputs={"Source": "s", "Wishes": "w1", "Media": "m1"})


@pytest.mark.parametrize(
    ("now", "is_kept"),
    [
        (BEFORE.model_copy(update={"version": 5}), True),
        (BEFORE.model_copy(update={"parameters": '{"model": "b"}'}), True),
        (BEFORE.model_copy(update={"take": "t"}), False),
        (Recipe(version=4, inputs={"Source": "s", "Wishes": "w2", "Media": "m1"}), False),
        # Another version that takes what is seen from another stage: what the user did not touch stays in use.
        (Recipe(version=5, inputs={"Picture": "p", "Wishes": "w1", "Media": "m1"}), True),
        (Recipe(version=5, inputs={"Picture": "p", "Wishes": "w2", "Media": "m1"}), False),
        (Recipe(version=5, inputs={"Picture": "p", "Wishes": "w1", "Media": "m2"}), False),
        (Recipe(version=4, inputs={"Picture": "p", "Wishes": "w1", "Media": "m1"}), False),
    ],
)
def test_a_clips_work_stays_until_the_user_changes_what_it_is_made_of(now: Recipe, is_kept: bool) -> None:
    used = settle(NODE, "new", now, {NODE: Made("old", BEFORE)}, lambda stage, fingerprint: fingerprint == "old")
    assert used == ("old" if is_kept else "new")
