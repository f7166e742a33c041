"""What was set by hand wins, stays in the frame, moves across no cut, and is found again in another analysis."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.framing.by_hand import BY_HAND, FLASH_SECONDS, lay_over
from core.framing.easing import still_crop
from core.framing.frame import frame_clip
from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from core.schema.clip import Arrangement, CropKeyframe, FaceAnchor, FramingWishes, HandmadeCrop, ShotWish
from core.schema.framing import FaceTrack, Framing, LayoutSpan, Region, person_at
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.time import Cut, TimeSpan, merge_spans
from tests.slices import examples

MakeTrack = Callable[..., FaceTrack]
TWO_SHOTS = (Shot(start=0.0, end=8.0), Shot(start=8.0, end=60.0))


def span(start: float, end: float) -> TimeSpan:
    return TimeSpan(start=start, end=end)


def key(at: float, x: float, is_cut: bool = False, height: float = 900) -> CropKeyframe:
    return CropKeyframe(at=at, centre_x=x, centre_y=540, height=height, is_cut=is_cut)


def crop(stretch: TimeSpan, *keys: CropKeyframe, aspect: Aspect = "9:16") -> HandmadeCrop:
    return HandmadeCrop(aspect=aspect, span=stretch, keyframes=keys)


def framed(
    hd: VideoStream,
    tracks: list[FaceTrack],
    wishes: FramingWishes,
    cut: Cut | None = None,
    shots: tuple[Shot, ...] = TWO_SHOTS,
    aspects: tuple[Aspect, ...] = ("9:16",),
) -> Framing:
    return frame_clip(hd, cut or Cut(ranges=(span(0, 12),)), shots, tracks, aspects, wishes)


def two_people(make_track: MakeTrack, numbers: tuple[int, ...] = (0, 1, 2, 3)) -> list[FaceTrack]:
    """Ana on the left and Ben on the right, in both shots; the first two numbers are theirs."""
    a, b = numbers[:2]
    return [
        make_track(numbers[0], 450, 400, 200, 0, 8, person=a, speaking=0.9),
        make_track(numbers[1], 1500, 400, 200, 0, 8, person=b),
        make_track(numbers[2], 450, 400, 200, 8, 12, person=a, speaking=0.9),
        make_track(numbers[3], 1500, 400, 200, 8, 12, person=b),
    ]


def test_a_crop_set_by_hand_wins_in_its_stretch_and_aspect(hd: VideoStream, make_track: MakeTrack) -> None:
    wishes = FramingWishes(crops=(crop(span(0, 8), key(3.0, 1900)),))
    tracks = [make_track(0, 500, 400, 200, 0, 8), make_track(1, 500, 400, 200, 8, 12)]
    framing = framed(hd, tracks, wishes, aspects=("9:16", "1:1"))
    first, second = framing.spans["9:16"]
    assert (first.start, first.end, first.reason) == (0, 8, BY_HAND)
    assert second.reason != BY_HAND
    x, y, width, height = first.regions[0].crop.at_time(5.0)
    assert (round(x + width), round(y), round(height)) == (1920, 90, 900), "clamped to the frame"
    assert all(each.reason != BY_HAND for each in framing.spans["1:1"])


def test_part_of_a_shot_is_laid_over_what_the_director_made(hd: VideoStream, make_track: MakeTrack) -> None:
    wishes = FramingWishes(crops=(crop(span(2, 5), key(3.0, 1700)),))
    spans = framed(hd, [make_track(0, 500, 400, 200, 0, 12)], wishes).spans["9:16"]
    assert [(each.start, each.end, each.reason == BY_HAND) for each in spans] == [
        (0, 2, False), (2, 5, True), (5, 8, False), (8, 12, False)
    ]  # fmt: skip
    assert spans[0].regions == spans[2].regions, "what is around it stays"


def test_a_cut_that_moved_some_frames_leaves_no_flash(hd: VideoStream) -> None:
    moved = (Shot(start=0.0, end=8.12), Shot(start=8.12, end=60.0))
    wishes = FramingWishes(crops=(crop(span(8, 60), key(8.0, 300)),))
    spans = framed(hd, [], wishes, shots=moved).spans["9:16"]
    assert [(each.start, each.end) for each in spans] == [(0, 8.12), (8.12, 12)]
    assert spans[1].reason == BY_HAND
    assert spans[1].regions[0].crop.at_time(8.2)[0] == pytest.approx(300 - 900 * 9 / 32)


def test_what_would_flash_beside_it_goes_along() -> None:
    def made(start: float, end: float, reason: str) -> LayoutSpan:
        region = Region(crop=still_crop(start, 0, 0, 90, 160))
        return LayoutSpan(start=start, end=end, layout="follow", regions=(region,), reason=reason)

    spans = [made(0, 5, "a"), made(5, 9, "b"), made(9, 12, "c")]
    over = lay_over(spans, [made(5.3, 8.8, "hand")], span(0, 12))
    assert [(each.start, each.end, each.reason) for each in over] == [(0, 5, "a"), (5, 9, "hand"), (9, 12, "c")]
    assert FLASH_SECONDS > 5.3 - 5
    assert lay_over(spans, [], span(0, 12)) == spans


def test_between_two_keyframes_the_camera_stands_then_moves_eased(hd: VideoStream) -> None:
    wishes = FramingWishes(crops=(crop(span(0, 8), key(1.0, 500), key(7.0, 1000)),))
    path = framed(hd, [], wishes).spans["9:16"][0].regions[0].crop
    at = np.arange(0, 8, 1 / 30)
    x = np.array([path.at_time(t)[0] for t in at.tolist()])
    speed = np.diff(x) * 30
    assert np.all(speed > -1e-6)
    assert x[0] == x[at <= 5.0][-1], "it stands still first"
    assert x[-1] - x[0] == pytest.approx(500)
    assert path.at_time(7.0)[0] == pytest.approx(x[-1]), "and has arrived at the second of the keyframe"
    assert speed.max() < 1.2 * 900 * 9 / 16, "no faster than a crop width or so a second"
    assert speed[np.flatnonzero(speed > 1)[0]] < 0.5 * speed.max(), "eased"


def test_a_keyframe_may_be_a_cut(hd: VideoStream) -> None:
    wishes = FramingWishes(crops=(crop(span(0, 8), key(1.0, 500), key(5.0, 1000, is_cut=True)),))
    first, second, _ = framed(hd, [], wishes).spans["9:16"]
    assert (first.end, second.start) == (5.0, 5.0)
    assert len(first.regions[0].crop.at) == len(second.regions[0].crop.at) == 1
    assert second.regions[0].crop.x[0] - first.regions[0].crop.x[0] == pytest.approx(500)


def test_nothing_moves_across_a_cut_of_the_source(hd: VideoStream) -> None:
    wishes = FramingWishes(crops=(crop(span(0, 60), key(4.0, 500), key(11.0, 1400)),))
    first, second = framed(hd, [], wishes).spans["9:16"]
    assert len(first.regions[0].crop.at) == len(second.regions[0].crop.at) == 1
    assert first.end == second.start == 8.0


def test_a_person_stays_chosen_when_another_analysis_numbers_people_anew(
    hd: VideoStream, make_track: MakeTrack
) -> None:
    ben = FaceAnchor(at=3.1, x=1510, y=390)
    wishes = FramingWishes(people=(ben,))
    for tracks in (two_people(make_track), two_people(make_track, (17, 4, 3, 8))):
        framing = framed(hd, tracks, wishes)
        for each in framing.spans["9:16"]:
            x, _, width, _ = each.regions[0].crop.at_time(each.start)
            assert x < 1500 < x + width
            assert each.reason == "follows the person you chose"
        assert not framing.choices


def test_who_is_gone_is_told_and_the_machine_frames(hd: VideoStream, make_track: MakeTrack) -> None:
    wishes = FramingWishes(people=(FaceAnchor(at=3.0, x=1000, y=900),))
    framing = framed(hd, two_people(make_track), wishes)
    (choice,) = (choice for choice in framing.choices if choice.subject == "follow")
    assert choice.degraded and "second 3.0" in choice.reason
    plain = framed(hd, two_people(make_track), FramingWishes())
    assert framing.spans == plain.spans


def test_an_anchor_outside_the_clip_means_who_sits_there(make_track: MakeTrack) -> None:
    tracks = two_people(make_track)
    assert person_at(tracks, 90.0, 1490, 420) == 1
    assert person_at(tracks, 90.0, 1000, 420) is None
    assert person_at([], 1.0, 0, 0) is None


def test_the_two_of_a_split_are_chosen_in_order_and_swapped(hd: VideoStream, make_track: MakeTrack) -> None:
    ana, ben = FaceAnchor(at=3.0, x=450, y=400), FaceAnchor(at=3.0, x=1500, y=400)

    def top(wishes: FramingWishes) -> float:
        each = framed(hd, two_people(make_track), wishes).spans["9:16"][0]
        assert each.layout == "split"
        region = min(each.regions, key=lambda region: region.target.y)
        return region.crop.x[0] + region.crop.width[0] / 2

    assert top(FramingWishes(layout="split")) < 960 < top(FramingWishes(layout="split", is_swapped=True))
    assert top(FramingWishes(layout="split", people=(ben, ana))) > 960
    assert top(FramingWishes(layout="split", people=(ana, ben))) < 960
    assert top(FramingWishes(layout="split", people=(ben, ana), is_swapped=True)) < 960


def test_one_half_of_a_split_is_cropped_by_hand(hd: VideoStream, make_track: MakeTrack) -> None:
    lower = HandmadeCrop(aspect="9:16", span=span(2, 6), keyframes=(key(3.0, 1000, height=500),), part=1, parts=2)
    plain = framed(hd, two_people(make_track), FramingWishes(layout="split")).spans["9:16"]
    spans = framed(hd, two_people(make_track), FramingWishes(layout="split", crops=(lower,))).spans["9:16"]
    assert [(each.start, each.end) for each in spans][:3] == [(0, 2), (2, 6), (6, 8)]
    assert spans[1].regions[0] == plain[0].regions[0]
    x, y, width, height = spans[1].regions[1].crop.at_time(4.0)
    assert (x + width / 2, y + height / 2, height) == pytest.approx((1000, 540, 500))
    assert width / height == pytest.approx(9 / 8)
    assert spans[0].regions == spans[2].regions == plain[0].regions
    followed = framed(hd, two_people(make_track), FramingWishes(layout="wide", crops=(lower,))).spans["9:16"]
    assert all(each.reason != BY_HAND for each in followed), "there is no such half"


def test_a_shot_has_its_own_layout_where_the_clip_has_another(hd: VideoStream, make_track: MakeTrack) -> None:
    own = ShotWish(span=span(8, 60), aspect="9:16", layout="fit_blur")
    wishes = FramingWishes(layout="split", shots=(own,))
    framing = framed(hd, two_people(make_track), wishes, aspects=("9:16", "1:1"))
    assert [each.layout for each in framing.spans["9:16"]] == ["split", "fit_blur"]
    assert [each.layout for each in framing.spans["1:1"]] == ["split", "split"]


SECONDS = st.floats(0, 30, allow_nan=False).map(lambda s: round(s, 3))
ANYWHERE = st.floats(-3000, 6000, allow_nan=False)


@st.composite
def _spans(draw: st.DrawFn) -> TimeSpan:
    start = draw(SECONDS)
    return span(start, start + draw(st.floats(0.05, 20)))


@st.composite
def _crops(draw: st.DrawFn) -> HandmadeCrop:
    keys = sorted({draw(SECONDS) for _ in range(draw(st.integers(1, 5)))})
    made = tuple(
        CropKeyframe(
            at=at,
            centre_x=draw(ANYWHERE),
            centre_y=draw(ANYWHERE),
            height=draw(st.floats(0, 5000)),
            is_cut=draw(st.booleans()),
        )
        for at in keys
    )
    parts = draw(st.integers(1, 2))
    return HandmadeCrop(
        aspect=draw(st.sampled_from(ASPECTS)),
        span=draw(_spans()),
        keyframes=made,
        part=draw(st.integers(0, parts - 1)),
        parts=parts,
    )


@st.composite
def _wishes(draw: st.DrawFn) -> FramingWishes:
    layouts = st.sampled_from(["", "follow", "split", "fit_blur", "wide", "mosaic"])
    anchors = st.builds(FaceAnchor, at=SECONDS, x=st.floats(0, 1900), y=st.floats(0, 1000))
    people = st.lists(anchors, max_size=2).map(tuple)
    made = st.builds(Arrangement, layout=layouts, people=people, is_swapped=st.booleans())
    shots = st.builds(
        lambda wanted, stretch, aspect: ShotWish(span=stretch, aspect=aspect, **wanted.model_dump()),
        made,
        _spans(),
        st.sampled_from([None, *ASPECTS]),
    )
    whole = draw(made).model_dump()
    return FramingWishes(
        **whole, shots=tuple(draw(st.lists(shots, max_size=3))), crops=tuple(draw(st.lists(_crops(), max_size=4)))
    )


@examples(few=20, many=2000)
@given(
    st.sampled_from([(1920, 1080), (720, 1280), (322, 1440), (64, 48)]),
    st.lists(_spans(), min_size=1, max_size=3),
    st.lists(SECONDS, max_size=5),
    _wishes(),
)
def test_any_wishes_cover_the_clip_inside_the_frame(
    size: tuple[int, int], ranges: list[TimeSpan], cuts: list[float], wishes: FramingWishes
) -> None:
    width, height = size
    facts = VideoStream(
        index=0, codec="h264", width=width, height=height, coded_width=width, coded_height=height, fps=30.0
    )
    bounds = sorted({0.0, *cuts, 60.0})
    shots = tuple(Shot(start=a, end=b) for a, b in pairwise(bounds))
    framing = frame_clip(facts, Cut(ranges=tuple(ranges)), shots, _faces(width, height), ASPECTS, wishes)
    for aspect, spans in framing.spans.items():
        assert merge_spans(span(s.start, s.end) for s in spans) == merge_spans(ranges)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        for each in spans:
            assert each.start < each.end
            assert not any(each.start < cut < each.end for cut in bounds), "a span lies in one shot"
            for region in each.regions:
                shape = aspect_ratio(aspect) * region.target.width / region.target.height
                path = region.crop
                for x, y, w, h in zip(path.x, path.y, path.width, path.height, strict=True):
                    assert x >= -1e-6 and y >= -1e-6 and x + w <= width + 1e-6 and y + h <= height + 1e-6
                    assert (w > 0 and abs(w / h / shape - 1) < 1e-6) or each.layout == "fit_blur"


def _faces(width: int, height: int) -> list[FaceTrack]:
    from core.schema.framing import FacePoint

    size = 0.15 * height
    return [
        FaceTrack(
            id=i,
            person=i,
            points=tuple(
                FacePoint(at=at, x=share * width, y=0.3 * height, width=size, height=size)
                for at in np.arange(0, 30, 0.5).tolist()
            ),
        )
        for i, share in enumerate((0.2, 0.7))
    ]
