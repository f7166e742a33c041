"""Captions and title of a composition as painted: off the faces where there is room, and told where not."""

from __future__ import annotations

import numpy as np
import pytest

from core.render.caption_places import placed
from core.render.dressing import dressed
from core.render.quality.captions import check_captions, painted_ink
from core.render.quality.people import shown_faces
from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.choice import Aspect
from core.schema.composition import Composition, MediaReference
from core.schema.framing import CropPath, FacePoint, FaceTrack, LayoutSpan, PixelBox, Region, Writing
from core.schema.style import CaptionStyle, Style
from core.schema.time import Cut, TimeSpan

SIZES: dict[Aspect, tuple[int, int]] = {"9:16": (540, 960), "1:1": (540, 540), "16:9": (960, 540)}
pytestmark = pytest.mark.usefixtures("qapp")


def track(share_down: float, start: float, end: float, size: float = 200.0, person: int = 1) -> FaceTrack:
    """Return a face in the middle of a 1920 × 1080 source, its centre at a share of the height."""
    points = tuple(
        FacePoint(at=float(at), x=960 - size / 2, y=share_down * 1080 - size / 2, width=size, height=size)
        for at in np.arange(start, end, 0.2)
    )
    return FaceTrack(id=person, person=person, points=points)


def composition(*faces: FaceTrack, aspect: Aspect = "9:16", hook: str = "", avoids: bool = True) -> Composition:
    """Return twelve seconds in two layouts of the same crop, with a caption every two seconds."""
    width, height = SIZES[aspect]
    across = 1080 * width / height
    crop = CropPath(at=(0.0,), x=((1920 - across) / 2,), y=(0.0,), width=(across,), height=(1080.0,))
    words = [
        CueWord(text=text, start=at, end=at + 1.8)
        for at, text in zip(range(0, 12, 2), ["we", "sold", "everything", "and", "went", "home"], strict=True)
    ]
    return Composition(
        aspect=aspect,
        width=width,
        height=height,
        fps_numerator=30,
        fps_denominator=1,
        media=MediaReference(path="talk.mp4", width=1920, height=1080),
        cut=Cut(ranges=(TimeSpan(start=0, end=12),)),
        spans=tuple(
            LayoutSpan(start=start, end=start + 6.0, layout="follow", regions=(Region(crop=crop),))
            for start in (0.0, 6.0)
        ),
        audio=AudioPlan(),
        style=Style(name="clean", version=1, captions=CaptionStyle(avoids_faces=avoids)),
        faces=faces,
        cues=tuple(CaptionCue(start=word.start, end=word.end, words=(word,)) for word in words),
        overlays=(Overlay(kind="hook", start=0.0, end=3.0, text=hook),) if hook else (),
    )  # fmt: skip


def hidden_share(made: Composition) -> float:
    """Return the largest share of a face that a caption covers as painted."""
    shares = [
        ink.box.overlap(face) / face.size
        for ink in painted_ink(made)
        for face in shown_faces(made, ink.at)
    ]  # fmt: skip
    return max(shares, default=0.0)


@pytest.mark.parametrize("aspect", SIZES)
def test_painted_captions_leave_a_low_face_for_as_long_as_its_layout(aspect: Aspect) -> None:
    low = track(0.68 if aspect == "9:16" else 0.8, 0.0, 5.0)
    high = track(0.25, 6.0, 12.0, person=2)
    before = composition(low, high, aspect=aspect)
    after, told = placed(before)
    assert hidden_share(before) > 0.2
    assert hidden_share(after) < 0.1
    positions = [cue.position for cue in after.cues]
    assert len(set(positions[:3])) == 1 and positions[0] is not None
    assert len(set(positions[3:])) == 1
    assert [choice.degraded for choice in told] == [False]
    assert "set clear of faces" in check_captions(after, painted_ink(after)).found


def test_nothing_moves_without_need_or_against_the_style() -> None:
    free = composition(track(0.3, 0.0, 12.0))
    assert placed(free) == (free, [])
    kept = composition(track(0.68, 0.0, 12.0), avoids=False)
    assert placed(kept) == (kept, [])
    empty = composition()
    assert placed(empty) == (empty, [])


def test_what_fills_the_picture_is_told() -> None:
    crowd = [track(0.1 + 0.2 * row, 0.0, 12.0, size=210.0, person=row) for row in range(5)]
    full = composition(*crowd, aspect="1:1", hook="Nobody tells you")
    large = CaptionStyle(size=110.0, outline=0.0)
    after, told = placed(full.model_copy(update={"style": Style(name="large", version=1, captions=large)}))
    degraded = [choice for choice in told if choice.degraded]
    assert "captions" in {choice.subject for choice in degraded}
    assert all("over a face or writing for" in choice.chosen for choice in degraded)
    assert all(0.0 <= cue.position <= 1.0 for cue in after.cues if cue.position is not None)


def test_a_title_over_eyes_goes_where_it_hides_less_and_captions_keep_clear_of_it() -> None:
    before = composition(track(0.2, 0.0, 12.0, size=260.0), aspect="1:1", hook="Nobody tells you this")
    after, _ = placed(before)
    (title,) = after.overlays
    assert title.position is not None
    assert hidden_share(after) < 0.15 < hidden_share(before)
    ink = painted_ink(after)
    (titles, captions) = (
        [each.box for each in ink if (each.cue is None) == is_title] for is_title in (True, False)
    )
    during = [each.box for each in ink if each.cue and each.cue.start < 3.0]
    assert titles and captions and not any(box.overlap(titles[0]) for box in during)


def test_captions_leave_those_that_are_burnt_into_the_source() -> None:
    before = composition()
    burnt_in = Writing(start=0, end=12, box=PixelBox(x=700, y=700, width=500, height=80), is_caption=True)
    after, _ = placed(before.model_copy(update={"writing": (burnt_in,)}))
    burnt = (700 / 1080 * 960, 780 / 1080 * 960)
    for ink in painted_ink(after):
        assert ink.box.bottom <= burnt[0] or ink.box.top >= burnt[1]


def test_another_style_is_tried_on_with_its_captions_placed_as_they_would_be_composed() -> None:
    before = composition(track(0.68, 0.0, 12.0))
    tried = dressed(before, Style(name="other", version=1, captions=CaptionStyle(position=0.6)))
    assert tried == placed(tried)[0]
    assert {cue.position for cue in tried.cues} != {None}
    assert hidden_share(tried) < 0.1


def test_an_emoji_is_left_out_where_it_would_lie_on_a_mouth() -> None:
    def with_emoji(made: Composition) -> Composition:
        captions = made.style.captions.model_copy(update={"shows_emoji": True})
        cues = tuple(cue.model_copy(update={"emoji": "💡"}) for cue in made.cues)
        return made.model_copy(
            update={"cues": cues, "style": made.style.model_copy(update={"captions": captions})}
        )

    assert {cue.emoji for cue in placed(with_emoji(composition(track(0.3, 0.0, 12.0))))[0].cues} == {"💡"}
    crowded = composition(track(0.5, 0.0, 12.0, size=900.0), aspect="16:9")
    assert {cue.emoji for cue in placed(with_emoji(crowded))[0].cues} == {""}
