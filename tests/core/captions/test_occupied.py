"""Places that keep clear of each other: the rule alone, and everything painted together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.captions.occupied import Box, free_top, tallest_room
from core.captions.overlay import OverlayPainter, Patch
from core.captions.place import safe_area
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.style import CaptionStyle, HookStyle, LowerThirdStyle, Style

pytestmark = pytest.mark.usefixtures("qapp")

sides = st.floats(0, 900)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(sides), draw(sides)
    return Box(left, top, left + draw(st.floats(1, 400)), top + draw(st.floats(1, 300)))


@given(boxes(), st.lists(boxes(), max_size=4), st.floats(0, 20))
def test_a_place_is_free_inside_and_found_where_there_is_one(wanted: Box, taken: list[Box], gap: float) -> None:
    low, high = 50.0, 950.0
    height = wanted.bottom - wanted.top
    top = free_top(wanted, low, high, taken, gap)
    if top is None:
        assert tallest_room(low, high, taken, gap) < height + 1e-3
        return
    moved = Box(wanted.left, top, wanted.right, top + height)
    assert low - 1e-3 <= moved.top and moved.bottom <= high + 1e-3
    assert not any(moved.grown(gap - 1e-3).meets(box) for box in taken if gap > 0.01)


@given(boxes())
def test_what_is_in_nobodys_way_stays_where_it_was_wanted(wanted: Box) -> None:
    beside = Box(wanted.right + 10, 0, wanted.right + 20, 1000)
    assert free_top(wanted, 0, 2000, [beside], 5) == wanted.top


def ink(patch: Patch) -> np.ndarray:
    whole = np.zeros((960, 960), bool)
    height, width = patch.rgba.shape[:2]
    whole[patch.y : patch.y + height, patch.x : patch.x + width] = patch.rgba[..., 3] >= 128
    return whole


words = st.lists(
    st.sampled_from(
        [
            "yes",
            "WEEK",
            "Geschwindigkeitsbegrenzung",
            "مرحبا",
            "הרווחנו",
            "今日はいい",
            "नमस्ते",
            "🔥",
            "a",
            "x" * 40,
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=words,
    name=words,
    text=words,
    size=st.sampled_from([(540, 960), (540, 540), (540, 676), (960, 540)]),
    places=st.tuples(*[st.floats(0, 1)] * 3),
    type_sizes=st.tuples(st.floats(10, 90), st.floats(10, 120), st.floats(10, 120)),
)
def test_title_name_and_captions_never_overlap_nor_leave_the_safe_zone(
    title: str,
    name: str,
    text: str,
    size: tuple[int, int],
    places: tuple[float, float, float],
    type_sizes: tuple[float, float, float],
) -> None:
    style = Style(
        name="t",
        version=1,
        captions=CaptionStyle(
            animation="none", shadow_colour="#00000000", position=places[0], size=type_sizes[0], outline=3
        ),
        hook=HookStyle(position=places[1], size=type_sizes[1]),
        lower_third=LowerThirdStyle(is_shown=True, position=places[2], size=type_sizes[2]),
    )
    cue = CaptionCue(start=0, end=6, words=tuple(CueWord(text=word, start=0, end=6) for word in text.split()))
    overlays = [
        Overlay(kind="hook", start=0, end=3, text=title),
        Overlay(kind="lower_third", start=1, end=5, text=name),
    ]
    patches = OverlayPainter(style, *size, [cue], overlays, 6.0).patches(2.0)
    inked = [ink(patch) for patch in patches]
    assert len(inked) == 3
    assert (np.sum(inked, axis=0, dtype=int) <= 1).all()
    area = safe_area(style.safe_zone, *size)
    rows, columns = np.nonzero(np.any(inked, axis=0))
    assert area.top - 1.5 <= rows.min() and rows.max() <= area.bottom + 1.5
    assert area.left - 1.5 <= columns.min() and columns.max() <= area.right + 1.5
