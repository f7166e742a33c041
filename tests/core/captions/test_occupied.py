"""Places that keep clear of each other: the rule alone, and everything painted together."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.captions.animations import ANIMATIONS
from core.captions.occupied import Box, free_top, tallest_room
from core.captions.overlay import OverlayPainter, Patch
from core.captions.place import safe_area
from core.render.quality.captions import SPARE
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.style import (
    Asset,
    CaptionStyle,
    HookStyle,
    LogoStyle,
    LowerThirdStyle,
    ProgressBarStyle,
    Style,
)
from tests.slices import examples

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


sizes = st.sampled_from([(540, 960), (540, 540), (540, 676), (960, 540)])
corners = st.sampled_from(["top_left", "top_right", "bottom_left", "bottom_right"])


@st.composite
def styles(draw: st.DrawFn) -> Style:
    """A style whose logo needs a file, and which may want everything in one place."""
    share = st.floats(0, 1)
    captions = CaptionStyle(
        animation=draw(st.sampled_from([member.NAME for member in ANIMATIONS])),
        highlight=draw(st.sampled_from([(), ("colour",), ("box",), ("scale",), ("underline", "scale")])),
        shadow_colour="#00000000",
        outline=draw(st.floats(0, 8)),
        box_colour=draw(st.sampled_from([None, "#000000"])),
        position=draw(share),
        size=draw(st.floats(10, 90)),
        uppercase=draw(st.booleans()),
    )
    return Style(
        name="t",
        version=1,
        captions=captions,
        hook=HookStyle(position=draw(share), size=draw(st.floats(10, 120))),
        lower_third=LowerThirdStyle(is_shown=True, position=draw(share), size=draw(st.floats(10, 120))),
        logo=LogoStyle(file="images/logo.png", corner=draw(corners), height=draw(st.floats(10, 500))),
        progress_bar=ProgressBarStyle(is_shown=True, edge=draw(st.sampled_from(["top", "bottom"]))),
    )


@pytest.fixture(scope="module")
def logo(tmp_path_factory: pytest.TempPathFactory) -> Asset:
    file = tmp_path_factory.mktemp("images") / "logo.png"
    cv2.imwrite(str(file), np.full((60, 150, 4), 255, np.uint8))
    return Asset(name="images/logo.png", path=file, digest="d")


def check_all_keep_clear(
    logo: Asset, style: Style, texts: tuple[str, str, str], size: tuple[int, int], side: str, at: float
) -> None:
    style = style.model_copy(update={"assets": (logo,)})
    title, name, text = texts
    spoken = tuple(
        CueWord(text=word, start=index, end=index + 1, is_emphasised=index == 1)
        for index, word in enumerate(text.split())
    )
    cue = CaptionCue(start=0, end=6, words=spoken)
    overlays = [
        Overlay(kind="logo", start=0, end=6),
        Overlay(kind="hook", start=0, end=3, text=title),
        Overlay.model_validate({"kind": "lower_third", "start": 1, "end": 5, "text": name, "side": side}),
        Overlay(kind="progress_bar", start=0, end=6),
    ]
    patches = OverlayPainter(style, *size, [cue], overlays, 6.0).patches(at)
    furniture, captions = patches[:3], patches[5:]
    assert captions
    inked = [*map(ink, furniture), np.any([ink(patch) for patch in captions], axis=0)]
    assert (np.sum(inked, axis=0, dtype=int) <= 1).all()
    area = safe_area(style.safe_zone, *size)
    rows, columns = np.nonzero(np.any(inked, axis=0))
    spare = 1.5 + SPARE * area.scale
    assert area.top - spare <= rows.min() and rows.max() <= area.bottom + spare
    assert area.left - spare <= columns.min() and columns.max() <= area.right + spare


everything = given(
    style=styles(),
    texts=st.tuples(words, words, words),
    size=sizes,
    side=st.sampled_from(["", "left", "right"]),
    at=st.floats(1.6, 2.6),
)


@examples(10, 250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@everything
def test_logo_title_name_and_captions_never_overlap_nor_leave_the_safe_zone(
    logo: Asset, style: Style, texts: tuple[str, str, str], size: tuple[int, int], side: str, at: float
) -> None:
    check_all_keep_clear(logo, style, texts, size, side, at)


@pytest.mark.soak
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@everything
def test_nor_do_they_in_a_thousand_texts(
    logo: Asset, style: Style, texts: tuple[str, str, str], size: tuple[int, int], side: str, at: float
) -> None:
    check_all_keep_clear(logo, style, texts, size, side, at)
