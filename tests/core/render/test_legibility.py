"""How well text can be read, measured in painted pictures whose truth is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.render.dressing import dressed
from core.render.legibility import looked_at, readings
from core.schema.audio import AudioPlan
from core.schema.brand import Reading
from core.schema.caption import ClipText, TextWord
from core.schema.composition import Composition, MediaReference
from core.schema.style import CaptionStyle, HookStyle, Style
from core.schema.time import Cut, TimeSpan

PLAIN = {"shadow_colour": "#00000000", "outline": 0.0, "highlight": (), "animation": "none"}


def _composition(**captions: Any) -> Composition:
    words = tuple(TextWord(text="Remember", start=n * 0.6, end=n * 0.6 + 0.5) for n in range(8))
    style = Style(
        name="x",
        version=1,
        captions=CaptionStyle(**{**PLAIN, **captions}),
        hook=HookStyle(is_shown=False),
    )
    bare = Composition(
        aspect="1:1",
        width=540,
        height=540,
        fps_numerator=25,
        fps_denominator=1,
        media=MediaReference(path=Path("a.mp4")),
        cut=Cut(ranges=(TimeSpan(start=0.0, end=6.0),)),
        spans=(),
        audio=AudioPlan(),
        text=ClipText(words=words),
        style=style,
    )
    return dressed(bare, style)


def _read(composition: Composition, left: int, right: int) -> list[Reading]:
    """Measure over a picture whose halves are grey levels."""
    picture: NDArray[np.uint8] = np.full((540, 540, 3), left, np.uint8)
    picture[:, 270:] = right
    return list(readings(composition, lambda _at: picture, "c", most=2))


def test_plain_letters_stand_out_as_their_colours_do() -> None:
    found = _read(_composition(colour="#ffffff"), 0, 0)
    assert len(found) == 2 and all(each.contrast == pytest.approx(21.0, abs=0.5) for each in found)
    assert all(each.is_inside and each.aspect == "1:1" for each in found)
    grey = _read(_composition(colour="#ffffff"), 0x76, 0x76)
    assert all(each.contrast == pytest.approx(4.54, abs=0.2) for each in grey)


def test_a_word_that_is_half_over_something_bright_is_as_hard_to_read_as_that_half() -> None:
    assert all(each.contrast < 1.3 for each in _read(_composition(colour="#ffffff"), 0, 250))


@pytest.mark.parametrize(
    "help_", [{"outline": 6.0}, {"box_colour": "#000000", "box_padding": 14.0}], ids=["outline", "box"]
)
def test_outline_and_box_count_as_what_is_behind(help_: dict[str, Any]) -> None:
    assert all(each.contrast > 12 for each in _read(_composition(colour="#ffffff", **help_), 255, 255))


def test_letters_of_a_gradient_are_letters() -> None:
    found = _read(_composition(colour="#ffffff", gradient_colour="#ffcc00"), 0, 0)
    assert all(each.contrast > 10 for each in found)


def test_captions_that_are_not_shown_are_not_read() -> None:
    assert _read(_composition(is_shown=False), 0, 0) == []


def test_instants_are_spread_over_the_clip() -> None:
    cues = looked_at(_composition(max_words=1), 3)
    assert [round(cue.start, 1) for cue in cues] == [0.0, 2.4, 4.2]
