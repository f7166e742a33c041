"""The contract of caption animations, proved for every member of the list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.animation import Animation, Look
from core.captions.animations import ANIMATIONS, animation_named
from core.schema.caption import CaptionCue, CueWord

CUE = CaptionCue(
    start=1.0,
    end=3.0,
    words=(
        CueWord(text="one", start=1.1, end=1.5),
        CueWord(text="two", start=1.5, end=1.9),
        CueWord(text="three", start=2.2, end=2.6),
    ),
)
every_animation = pytest.mark.parametrize("animation", ANIMATIONS, ids=lambda member: member.NAME)


@every_animation
def test_is_found_by_its_name(animation: Animation) -> None:
    assert animation_named(animation.NAME) is animation
    assert animation_named("no such thing") is None


@every_animation
@given(at=st.floats(1.0, 3.0, exclude_max=True))
def test_looks_are_within_bounds_and_repeatable(animation: Animation, at: float) -> None:
    look = animation.look(CUE, at)
    assert look == animation.look(CUE, at)
    assert 0.0 < look.opacity <= 1.0
    assert 0.5 <= look.scale <= 1.03
    assert 1.0 <= look.active_scale <= 1.15
    assert look.active is None or 0 <= look.active < 3
    assert 0.0 <= look.spoken <= 3.0
    assert look.marker is None or 0.0 <= look.marker <= 2.0


@every_animation
def test_few_looks_serve_many_frames(animation: Animation) -> None:
    looks = {animation.look(CUE, 1.0 + frame / 240) for frame in range(480)}
    assert len(looks) <= 90


@every_animation
@pytest.mark.parametrize("words", [(), (CueWord(text="x", start=0.0, end=0.0),)])
def test_odd_cues_are_borne(animation: Animation, words: tuple[CueWord, ...]) -> None:
    cue = CaptionCue(start=0.0, end=0.001, words=words)
    assert isinstance(animation.look(cue, 0.0), Look)


@pytest.mark.parametrize(("at", "index"), [(1.2, 0), (1.5, 1), (2.0, None), (2.3, 2), (2.7, None)])
def test_the_spoken_word_is_highlighted_exactly_while_it_is_spoken(at: float, index: int | None) -> None:
    for name in ("pop", "none", "fade"):
        animation = animation_named(name)
        assert animation is not None
        assert animation.look(CUE, at).active == index


def test_karaoke_fills_and_stays_filled() -> None:
    karaoke = animation_named("karaoke")
    assert karaoke is not None
    filled = [karaoke.look(CUE, at).spoken for at in (1.0, 1.3, 1.5, 2.0, 2.4, 2.9)]
    assert filled == pytest.approx([0.0, 0.5, 1.0, 2.0, 2.5, 3.0])


def test_the_box_glides_from_word_to_word() -> None:
    box = animation_named("box")
    assert box is not None
    on_the_way = box.look(CUE, 1.53).marker
    assert box.look(CUE, 1.4).marker == 0.0
    assert on_the_way is not None
    assert 0.0 < on_the_way < 1.0
    assert box.look(CUE, 1.8).marker == 1.0
