"""The contract of caption animations, proved for every member of the list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.animation import Animation, Look
from core.captions.animations import ANIMATIONS, animation_named
from core.captions.highlight import highlighted
from core.captions.parts import Filling, Moved, parts_of
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
    assert abs(look.drop) <= 1.0
    assert look.shown is None or 0.0 < look.shown <= 3.0
    assert look.word is None or 0 <= look.word < 3
    assert 0.5 <= look.word_scale <= 1.15
    assert abs(look.word_drop) <= 0.25
    assert 0.0 < look.word_opacity <= 1.0
    assert look.spoken is None or 0.0 <= look.spoken <= 3.0
    assert look.lit is None
    assert look.marker is None


@every_animation
def test_few_looks_serve_many_frames(animation: Animation) -> None:
    looks = {animation.look(CUE, 1.0 + frame / 240) for frame in range(480)}
    assert len(looks) <= 90


@every_animation
@pytest.mark.parametrize("words", [(), (CueWord(text="x", start=0.0, end=0.0),)])
def test_odd_cues_are_borne(animation: Animation, words: tuple[CueWord, ...]) -> None:
    cue = CaptionCue(start=0.0, end=0.001, words=words)
    assert isinstance(animation.look(cue, 0.0), Look)


@st.composite
def cues(draw: st.DrawFn) -> CaptionCue:
    """Draw cues as they can be: words without duration, at one instant, in the last moment; very quick ones."""
    length = draw(st.floats(0.02, 6.0))
    starts = sorted(draw(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=7)))
    lasting = draw(st.lists(st.floats(0.0, 1.0), min_size=len(starts), max_size=len(starts)))
    words = tuple(
        CueWord(
            text=draw(st.text(min_size=1, max_size=6)),
            start=5.0 + length * start,
            end=5.0 + length * (start + share * (after - start)),
        )
        for start, share, after in zip(starts, lasting, [*starts[1:], 1.0], strict=True)
    )
    return CaptionCue(start=5.0, end=5.0 + length, words=words)


@every_animation
@given(cue=cues(), share=st.floats(0.0, 1.0, exclude_max=True))
def test_any_cue_is_drawn_at_any_instant(animation: Animation, cue: CaptionCue, share: float) -> None:
    at = cue.start + share * (cue.end - cue.start)
    look = highlighted(animation.look(cue, at), cue, at, ("colour", "box", "scale", "underline"))
    assert look == highlighted(animation.look(cue, at), cue, at, ("colour", "box", "scale", "underline"))
    assert look.word is None or 0 <= look.word < len(cue.words)
    assert look.lit is None or cue.words[look.lit].start <= at < cue.words[look.lit].end
    assert look.marker is None or 0.0 <= look.marker <= len(cue.words) - 1
    for shown in parts_of(look):
        part = shown.part if isinstance(shown, Moved) else shown
        is_of_a_word = isinstance(part, Filling) or part.kind in (
            *("around", "under", "hollow", "word", "risen", "cast"),
        )
        assert not is_of_a_word or 0 <= part.word < len(cue.words)


@every_animation
@given(cue=cues())
def test_every_word_is_seen_whole_before_the_cue_goes(animation: Animation, cue: CaptionCue) -> None:
    """At some instant of its last third, or of its last 0.3 s, everything is there and in full strength."""
    length = cue.end - cue.start
    instants = [cue.end - length * (step + 1) / 64 for step in range(24)]
    seen = [animation.look(cue, at) for at in instants]
    assert any(
        (look.shown is None or look.shown >= len(cue.words)) and look.opacity * look.word_opacity >= 0.85
        for look in seen
    )


def test_the_spoken_word_is_highlighted_exactly_while_it_is_spoken() -> None:
    for at, index in [(1.2, 0), (1.5, 1), (2.0, None), (2.3, 2), (2.7, None)]:
        assert highlighted(Look(), CUE, at, ("colour",)).lit == index
        assert highlighted(Look(), CUE, at, ()).lit is None


def test_the_mark_glides_from_word_to_word_and_stays_in_pauses() -> None:
    marks = [highlighted(Look(), CUE, at, ("box",)).marker for at in (1.0, 1.4, 1.53, 1.8, 2.1, 2.9)]
    assert marks[0] is None
    assert marks[1] == 0.0
    assert marks[2] is not None
    assert 0.0 < marks[2] < 1.0
    assert marks[3:] == [1.0, 1.0, 2.0]


def test_a_word_grows_while_it_is_said_and_is_back_at_its_end() -> None:
    scales = [highlighted(Look(), CUE, at, ("scale",)).word_scale for at in (1.1, 1.3, 1.499)]
    assert scales[0] == 1.0
    assert 1.05 < scales[1] < 1.15
    assert scales[2] < 1.03


def test_words_filled_as_they_are_said_keep_their_colours() -> None:
    assert highlighted(Look(spoken=1.5), CUE, 1.6, ("colour", "underline")) == Look(spoken=1.5, marker=1.0)


def named(name: str) -> Animation:
    animation = animation_named(name)
    assert animation is not None
    return animation


def test_karaoke_fills_and_stays_filled() -> None:
    filled = [named("karaoke").look(CUE, at).spoken for at in (1.0, 1.3, 1.5, 2.0, 2.4, 2.9)]
    assert filled == pytest.approx([0.0, 0.5, 1.0, 2.0, 2.5, 3.0])


def test_words_appear_as_they_are_said_the_first_with_the_cue() -> None:
    shown = [named("word_by_word").look(CUE, at).shown for at in (1.0, 1.3, 1.5, 2.1, 2.2, 2.9)]
    assert shown == [1.0, 1.0, 2.0, 2.0, 3.0, 3.0]


def test_the_typewriter_types_letter_by_letter() -> None:
    shown = [named("typewriter").look(CUE, 1.5 + 0.05 * step).shown for step in range(4)]
    assert shown == pytest.approx([1 + 1 / 3, 1 + 2 / 3, 2.0, 2.0], abs=0.35)
    assert shown == sorted(shown, key=lambda value: value or 0.0)
    assert shown[0] != shown[2]


def test_a_bouncing_word_leaves_the_line_and_lands_before_the_next() -> None:
    drops = [named("bounce").look(CUE, 1.5 + 0.4 * step / 20).word_drop for step in range(20)]
    assert min(drops) < -0.15
    assert drops[0] == drops[-1] == 0.0


def test_a_slide_comes_from_below() -> None:
    drops = [named("slide").look(CUE, at).drop for at in (1.0, 1.05, 1.1, 1.3)]
    assert drops == sorted(drops, reverse=True)
    assert drops[0] > 0.3
    assert drops[-1] == 0.0
