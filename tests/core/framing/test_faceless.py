"""What is shown where faces don't say it: screens with and without a presenter, and scenes without people."""

from __future__ import annotations

import numpy as np
import pytest

from core.framing.frame import frame_clip
from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import FramingWishes
from core.schema.framing import FaceTrack, Framing, LayoutSpan, PictureContent, PixelBox
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.time import Cut, TimeSpan
from tests.screens import KINDS, PLACES, Kind, Place, ScreenScene, face_in, screen

FRAME = PixelBox(x=0, y=0, width=1920, height=1080)
SHOT = (Shot(start=0, end=20),)
CLIP = Cut(ranges=(TimeSpan(start=0, end=6),))
EVEN = tuple([1 / 48] * 48)


def shown_by(scene: ScreenScene) -> PictureContent:
    """Return what a scene shows as it should be seen: its truth."""
    return PictureContent(
        start=0,
        end=6,
        picture=FRAME,
        is_screen=True,
        texts=scene.texts,
        drawn=PixelBox(x=100, y=20, width=1000, height=1000),
        inset=scene.inset,
        sides=(250, 250, 248),
        ends=(250, 250, 248),
        interest_across=tuple([0.1] * 24 + [0.0] * 24),
        interest_down=EVEN,
    )


def framed(
    hd: VideoStream, contents: list[PictureContent], tracks: list[FaceTrack], wishes: FramingWishes | None = None
) -> Framing:
    """Return the framing of six seconds in every aspect."""
    return frame_clip(hd, CLIP, SHOT, tracks, ASPECTS, wishes or FramingWishes(), contents=contents)


def crops_of(span: LayoutSpan) -> list[PixelBox]:
    """Return the crops of a span's regions where none of them moves."""
    crops = []
    for region in span.regions:
        x, y, width, height = region.crop.at_time(span.start)
        crops.append(PixelBox(x=x, y=y, width=width, height=height))
    return crops


def cuts_through(crop: PixelBox, box: PixelBox) -> bool:
    """Whether a crop shows a part of a box alone."""
    across = min(crop.right, box.right) - max(crop.x, box.x)
    down = min(crop.bottom, box.bottom) - max(crop.y, box.y)
    if across <= 0.5 or down <= 0.5:
        return False
    return across < box.width - 0.5 or down < box.height - 0.5


def is_inside(crop: PixelBox, box: PixelBox) -> bool:
    """Whether a box lies in a crop."""
    return crop.x <= box.x and crop.y <= box.y and crop.right >= box.right and crop.bottom >= box.bottom


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", ["", *PLACES])
def test_no_crop_of_a_screen_goes_through_its_text_and_all_of_it_is_shown(
    hd: VideoStream, kind: Kind, place: Place
) -> None:
    scene = screen(kind, place)
    tracks = [scene.track(6)] if scene.inset else []
    for aspect, spans in framed(hd, [shown_by(scene)], tracks).spans.items():
        (span,) = spans
        crops = crops_of(span)
        assert not any(cuts_through(crop, text) for crop in crops for text in scene.texts), (aspect, span.reason)
        assert all(any(is_inside(crop, text) for crop in crops) for text in scene.texts), (aspect, span.reason)


@pytest.mark.parametrize("place", PLACES)
def test_the_presenter_gets_a_crop_of_their_own_that_shows_nothing_else(hd: VideoStream, place: Place) -> None:
    scene = screen("slide", place, inset_width=480)
    assert scene.inset is not None
    (span,) = framed(hd, [shown_by(scene)], [scene.track(6)]).spans["9:16"]
    assert span.layout == "screen" and span.reason == "a screen is shared: the screen above the presenter"
    above, below = span.regions
    assert above.target.y + above.target.height == pytest.approx(below.target.y)
    _, presenter = crops_of(span)
    assert is_inside(scene.inset, presenter)
    face = face_in(scene.inset)
    assert is_inside(presenter, face), "the whole face"
    assert face.height > 0.2 * presenter.height, "and not as small as it was"


def test_text_gets_larger_than_on_the_whole_slide(hd: VideoStream) -> None:
    scene = screen("slide")
    for aspect, least in (("9:16", 2.0), ("4:5", 1.5), ("1:1", 1.5)):
        (span,) = framed(hd, [shown_by(scene)], []).spans[aspect]  # type: ignore[index]
        (crop,) = crops_of(span)
        assert 1920 / crop.width >= least, aspect
        assert "as close as keeps all of its text" in span.reason


def test_writing_from_edge_to_edge_is_shown_whole_on_the_colour_of_its_edges(hd: VideoStream) -> None:
    wide = PixelBox(x=20, y=300, width=1880, height=60)
    content = shown_by(screen("slide")).model_copy(update={"texts": (wide,)})
    framing = framed(hd, [content], [])
    (span,) = framing.spans["9:16"]
    assert crops_of(span) == [FRAME]
    assert span.fill == (250, 250, 248) and not span.has_blurred_background
    assert span.reason == "text would be cut off: the whole screen"
    told = next(choice for choice in framing.choices if choice.chosen == "screen")
    assert not told.degraded and "text" in told.reason
    (without,) = framed(hd, [content.model_copy(update={"ends": None})], []).spans["9:16"]
    assert without.has_blurred_background


def test_a_chart_is_not_cut_off_for_the_sake_of_a_headline(hd: VideoStream) -> None:
    headline = PixelBox(x=200, y=100, width=500, height=80)
    chart = tuple([0.0] * 28 + [0.05] * 18 + [0.0] * 2)
    content = shown_by(screen("slide")).model_copy(update={"texts": (headline,), "interest_across": chart})
    (span,) = framed(hd, [content], []).spans["9:16"]
    (crop,) = crops_of(span)
    assert is_inside(crop, headline)
    assert crop.right > 1400, "at least six tenths of what is drawn"


@pytest.mark.parametrize("aspect", ["9:16", "1:1", "4:5"])
def test_a_scene_is_cropped_where_something_moves(hd: VideoStream, aspect: Aspect) -> None:
    right = tuple([0.0] * 34 + [0.1] * 8 + [0.0] * 6)
    scenery = PictureContent(start=0, end=6, picture=FRAME, interest_across=right, interest_down=EVEN)
    (span,) = framed(hd, [scenery], []).spans[aspect]
    (crop,) = crops_of(span)
    assert span.layout == "wide" and span.reason == "no face found: a crop on what moves and stands out"
    assert crop.x <= 34 / 48 * 1920 and crop.right >= 42 / 48 * 1920


def test_a_scene_with_much_to_see_everywhere_is_shown_whole(hd: VideoStream) -> None:
    scenery = PictureContent(start=0, end=6, picture=FRAME, interest_across=EVEN, interest_down=EVEN)
    (span,) = framed(hd, [scenery], []).spans["9:16"]
    assert span.layout == "fit_blur" and span.has_blurred_background
    (crop,) = crops_of(span)
    assert crop.width > 0.7 * 1920 and crop.height == 1080


def test_writing_in_a_scene_is_never_cut(hd: VideoStream) -> None:
    middle = tuple([0.0] * 20 + [0.1] * 8 + [0.0] * 20)
    sign = PixelBox(x=60, y=500, width=1800, height=90)
    scenery = PictureContent(
        start=0, end=6, picture=FRAME, texts=(sign,), interest_across=middle, interest_down=EVEN
    )
    (span,) = framed(hd, [scenery], []).spans["9:16"]
    assert span.reason == "text would be cut off: whole picture on a blurred fill"


def test_between_black_bars_the_picture_is_all_there_is(hd: VideoStream, make_track: object) -> None:
    tall = PixelBox(x=656, y=0, width=608, height=1080)
    content = PictureContent(start=0, end=6, picture=tall, interest_across=EVEN, interest_down=EVEN)
    framing = framed(hd, [content], [make_track(0, 960, 400, 160, 0, 6)])  # type: ignore[operator]
    (same,) = framing.spans["9:16"]
    assert same.layout == "wide" and same.reason == "the picture already has this shape"
    for spans in framing.spans.values():
        for crop in crops_of(spans[0]):
            assert crop.x >= 656 and crop.right <= 1264.001
    (wide,) = framing.spans["16:9"]
    assert wide.backdrop == tall


def test_slides_with_the_same_presenter_are_framed_alike(hd: VideoStream) -> None:
    first, second = screen("slide", "bottom right"), screen("page", "bottom right")
    shots = (Shot(start=0, end=3), Shot(start=3, end=20))
    contents = [
        shown_by(first).model_copy(update={"end": 2.9}),
        shown_by(second).model_copy(update={"start": 3.0}),
    ]
    tracks = [first.track(3), second.track(6).model_copy(update={"id": 1})]
    framing = frame_clip(hd, CLIP, shots, tracks, ["9:16"], FramingWishes(), contents=contents)
    one, two = framing.spans["9:16"]
    assert [r.target for r in one.regions] == [r.target for r in two.regions]
    assert crops_of(one)[0] == crops_of(two)[0]


def test_a_screen_can_be_asked_for(hd: VideoStream, make_track: object) -> None:
    face = make_track(0, 1500, 500, 200, 0, 6)  # type: ignore[operator]
    framing = framed(hd, [], [face], FramingWishes(layout="screen"))
    for aspect, spans in framing.spans.items():
        (span,) = spans
        assert span.layout == "screen" and span.reason == "screen and presenter, as asked for"
        if aspect != "16:9":
            assert len(span.regions) == 2
            presenter = crops_of(span)[1]
            assert presenter.x < 1400 and presenter.right > 1600


def test_faces_in_ordinary_rooms_are_framed_as_ever(hd: VideoStream, make_track: object) -> None:
    face = make_track(0, 500, 400, 200, 0, 6)  # type: ignore[operator]
    room = PictureContent(start=0, end=6, picture=FRAME, interest_across=EVEN, interest_down=EVEN)
    assert framed(hd, [room], [face]).spans == framed(hd, [], [face]).spans


def test_what_was_looked_at_elsewhere_says_nothing_here(hd: VideoStream) -> None:
    later = shown_by(screen("slide")).model_copy(update={"start": 100.0, "end": 110.0})
    (span,) = framed(hd, [later], []).spans["9:16"]
    assert span.layout == "fit_blur"
    assert np.isclose(span.end, 6.0)


def _captions(*widths: float, y: float = 900) -> PictureContent:
    boxes = tuple(PixelBox(x=960 - width / 2, y=y, width=width, height=60) for width in widths)
    return PictureContent(
        start=0, end=6, picture=FRAME, texts=boxes, captions=boxes, interest_across=EVEN, interest_down=EVEN
    )


def test_a_crop_is_moved_to_keep_burnt_in_captions_whole(vertical: VideoStream, make_track: object) -> None:
    boxes = tuple(PixelBox(x=360 - w / 2, y=760, width=w, height=70) for w in (200, 400, 600))
    picture = PixelBox(x=0, y=0, width=720, height=1280)
    content = PictureContent(start=0, end=6, picture=picture, texts=boxes, captions=boxes)
    face = make_track(0, 360, 400, 220, 0, 6)  # type: ignore[operator]
    plain = frame_clip(vertical, CLIP, SHOT, [face], ["1:1", "4:5", "16:9"], FramingWishes())
    kept = frame_clip(vertical, CLIP, SHOT, [face], ["1:1", "4:5", "16:9"], FramingWishes(), contents=[content])
    assert any(cuts_through(crops_of(plain.spans["1:1"][0])[0], box) for box in boxes)
    for aspect, spans in kept.spans.items():
        (crop,) = crops_of(spans[0])
        assert all(is_inside(crop, box) for box in boxes), aspect
        assert is_inside(crop, PixelBox(x=250, y=290, width=220, height=220)), "and the face with them"


def test_captions_that_are_wider_than_a_crop_widen_what_is_shown(hd: VideoStream, make_track: object) -> None:
    face = make_track(0, 800, 400, 200, 0, 6)  # type: ignore[operator]
    content = _captions(500, 800, 1100)
    (span,) = framed(hd, [content], [face]).spans["9:16"]
    (crop,) = crops_of(span)
    assert span.layout == "fit_blur" and span.reason == "burnt-in captions would be cut off: as much as it takes"
    assert all(is_inside(crop, box) for box in content.captions) and crop.width < 1500
    (followed,) = framed(hd, [content], [face], FramingWishes(layout="follow")).spans["9:16"]
    assert followed.layout == "follow", "who asks for a crop gets one"


def test_a_sign_in_the_room_is_no_caption(hd: VideoStream, make_track: object) -> None:
    face = make_track(0, 800, 400, 200, 0, 6)  # type: ignore[operator]
    (span,) = framed(hd, [_captions(1100)], [face]).spans["9:16"]
    assert span.layout == "follow"
