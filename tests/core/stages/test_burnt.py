"""Captions are burnt in, or left beside the file."""

from __future__ import annotations

from core.schema.audio import AudioPlan
from core.schema.composition import Composition, DeliverySpec, MediaReference
from core.schema.preset import EncodePreset
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from core.stages.render import _as_burnt


def composition(**preset: object) -> Composition:
    return Composition(
        aspect="9:16", width=2, height=2, fps_numerator=25, fps_denominator=1,
        media=MediaReference(path="a.mp4"), cut=Cut(ranges=(TimeSpan(start=0, end=1),)), spans=(),
        audio=AudioPlan(), style=Style(name="s", version=1), preset=EncodePreset(**preset),
    )  # fmt: skip


def test_a_preset_that_burns_none_in_paints_none_and_leaves_the_rest_of_the_style() -> None:
    made = _as_burnt(composition(burns_captions=False))
    assert not made.style.captions.is_shown and made.style.hook.is_shown
    assert _as_burnt(composition()) == composition()
    alone = composition(burns_captions=False, shows="captions")
    assert _as_burnt(alone) == alone, "captions alone are nothing else"


def test_what_was_asked_for_before_there_was_a_choice_is_still_the_same() -> None:
    assert "burns_captions" not in EncodePreset().model_dump_json()
    assert "burns_captions" not in EncodePreset().identity()
    assert "burns_captions" not in DeliverySpec(aspect="9:16").identity()
    assert EncodePreset(burns_captions=False).identity() != EncodePreset().identity()
    kept = EncodePreset(burns_captions=False)
    assert EncodePreset.model_validate_json(kept.model_dump_json()) == kept
