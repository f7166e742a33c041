"""Samples of styles, and compositions in another style than they were made in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import StyleError
from core.render.dressing import dressed, text_of
from core.render.specimen import animation_names, plain_picture, specimen
from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, ClipText, CueWord, Overlay, TextWord
from core.schema.composition import Composition, MediaReference
from core.schema.framing import CropPath, FacePoint, FaceTrack, LayoutSpan, Region
from core.schema.style import CaptionStyle, HookStyle, LowerThirdStyle, SafeZone, Style
from core.schema.time import Cut, TimeSpan
from core.styles.library import built_in_styles

SIZE = (216, 384)


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.name)
def test_a_sample_shows_what_the_style_paints(style: Style) -> None:
    painted, plain = specimen(style, *SIZE), plain_picture(*SIZE)
    assert painted.shape == plain.shape == (384, 216, 3)
    assert np.array_equal(painted, specimen(style, *SIZE))
    differs = (painted != plain).any(axis=2).any(axis=1)
    middle = int(style.captions.position * 384)
    assert differs[middle - 40 : middle + 40].any() == style.captions.is_shown


def test_every_animation_shows_words_at_rest() -> None:
    for name in animation_names():
        style = Style(name="x", version=1, captions=CaptionStyle(animation=name))
        assert (specimen(style, *SIZE)[200:] != plain_picture(*SIZE)[200:]).any(), name


def test_an_animation_that_is_not_there_is_told() -> None:
    with pytest.raises(StyleError, match="whirl"):
        specimen(Style(name="x", version=1, captions=CaptionStyle(animation="whirl")), *SIZE)


def composition() -> Composition:
    words = [CueWord(text=f"word{n}", start=n * 0.5, end=n * 0.5 + 0.4) for n in range(8)]
    cues = tuple(
        CaptionCue(start=part[0].start, end=part[-1].end, words=tuple(part), speaker="Ana")
        for part in (words[:4], words[4:])
    )
    return Composition(
        aspect="16:9",
        width=1920,
        height=1080,
        fps_numerator=25,
        fps_denominator=1,
        media=MediaReference(path=Path("a.mp4")),
        cut=Cut(ranges=(TimeSpan(start=10.0, end=20.0),)),
        spans=(),
        audio=AudioPlan(),
        cues=cues,
        overlays=(Overlay(kind="hook", start=0, end=3, text="The opening line"),),
        style=Style(name="before", version=1, safe_zone=SafeZone(top=11)),
    )


def test_a_composition_in_another_style_says_the_same_on_other_pages() -> None:
    before = composition()
    style = Style(
        name="draft",
        version=1,
        captions=CaptionStyle(max_words=2),
        hook=HookStyle(seconds=1.5),
        aspects={"16:9": {"captions": {"size": 60.0}}},
    )
    after = dressed(before, style)
    spoken = [word.text for cue in before.cues for word in cue.words]
    assert [word.text for word in text_of(before).words] == spoken
    assert [word.text for cue in after.cues for word in cue.words] == spoken
    assert all(len(cue.words) <= 2 for cue in after.cues)
    assert {cue.speaker for cue in after.cues} == {"Ana"}
    assert after.style.captions.size == 60.0 and not after.style.aspects
    assert after.style.safe_zone == SafeZone(top=11)
    assert [(each.kind, each.end, each.text) for each in after.overlays] == [("hook", 1.5, "The opening line")]


def test_roughly_dressed_says_the_same_before_places_are_found() -> None:
    style = Style(name="draft", version=1, captions=CaptionStyle(max_words=2))
    rough, whole = (dressed(composition(), style, is_rough) for is_rough in (True, False))
    assert rough.style == whole.style and rough.overlays == whole.overlays
    assert [cue.words for cue in rough.cues] == [cue.words for cue in whole.cues]
    assert all(cue.position is None for cue in rough.cues)


def test_what_is_made_from_is_kept_through_styles_that_show_less() -> None:
    text = ClipText(words=text_of(composition()).words, hook="The opening line")
    before = composition().model_copy(update={"text": text})
    bare = dressed(before, Style(name="draft", version=1, hook=HookStyle(is_shown=False)))
    again = dressed(bare, Style(name="other", version=1))
    assert not bare.overlays
    assert [each.text for each in again.overlays] == ["The opening line"]


def test_a_title_that_is_not_shown_is_not_there() -> None:
    after = dressed(composition(), Style(name="draft", version=1, hook=HookStyle(is_shown=False)))
    assert not after.overlays


def test_a_name_that_is_tried_on_goes_with_its_face() -> None:
    words = tuple(TextWord(text="so", start=at, end=at + 0.4, speaker="S1") for at in (0.0, 4.0, 8.0))
    text = ClipText(words=words, names={"S1": "Ana Winter"})
    crops = {1: 0.0, 2: 960.0}
    spans = tuple(
        LayoutSpan(
            start=start,
            end=end,
            layout="follow",
            regions=(
                Region(crop=CropPath(at=(0.0,), x=(crops[who],), y=(0.0,), width=(900.0,), height=(506.0,))),
            ),
        )
        for start, end, who in ((0.0, 3.0, 2), (3.0, 10.0, 1))
    )
    faces = tuple(
        FaceTrack(
            id=who,
            person=who,
            points=tuple(FacePoint(at=tick / 4, x=left + 400, y=200, width=90, height=100) for tick in range(41)),
        )
        for who, left in crops.items()
    )
    made = composition().model_copy(
        update={
            "text": text,
            "spans": spans,
            "faces": faces,
            "voices": {"S1": 1},
            "style": Style(name="a", version=1),
        }
    )
    shown = dressed(made, Style(name="b", version=1, lower_third=LowerThirdStyle(is_shown=True)))
    assert [(each.text, each.start) for each in shown.overlays] == [("Ana Winter", 3.0)]
