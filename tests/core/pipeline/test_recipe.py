"""What makes work other work than before, in words."""

from __future__ import annotations

from core.pipeline.recipe import Recipe, differences

BEFORE = Recipe(
    version=2,
    parameters='{"min_seconds": 15.0, "prompt": ""}',
    inputs={"Transcript": "t1", "FramingWishes": "w1"},
    makers={"Transcript": "transcribe", "FramingWishes": ""},
)


def test_nothing_changed() -> None:
    assert differences(BEFORE, BEFORE) == []


def test_each_ingredient_is_named() -> None:
    def changed(**update: object) -> list[str]:
        return differences(BEFORE, BEFORE.model_copy(update=update))

    assert changed(version=3) == ["its stage is another version (2 → 3)"]
    assert changed(take="x") == ["it is replayed on purpose"]
    assert changed(parameters='{"min_seconds": 20.0, "prompt": "the funniest"}') == [
        "min seconds changed (15.0 → 20.0)",
        "prompt changed (nothing → the funniest)",
    ]
    assert changed(inputs={"Transcript": "t2", "FramingWishes": "w1"}) == ["what transcribe made changed"]
    assert changed(inputs={"Transcript": "t1", "FramingWishes": "w2"}) == ["the framing wishes changed"]


def test_parameters_that_are_no_fields_are_said_to_have_changed() -> None:
    assert differences(Recipe(parameters="a"), Recipe(parameters="b")) == ["its parameters changed"]
