"""Edits of framing are pure, keep what they don't name, and leave stretches of an aspect that never overlap."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core import editing, reframing
from core.schema.choice import ASPECTS, Aspect
from core.schema.clip import Arrangement, Clip, CropKeyframe, FaceAnchor, FramingWishes
from core.schema.framing import CropPath, Layout, LayoutSpan, Region
from core.schema.shot import Shot
from core.schema.time import TimeSpan

ANA = FaceAnchor(at=12.0, x=400, y=300)
SECONDS = st.floats(0, 30, allow_nan=False).map(lambda s: round(s, 2))


def clip() -> Clip:
    return editing.new_clip("run", 10.0, 40.0, "A title", "clean@1")


def span(start: float, end: float) -> TimeSpan:
    return TimeSpan(start=start, end=end)


def key(at: float, x: float = 500.0, is_cut: bool = False) -> CropKeyframe:
    return CropKeyframe(at=at, centre_x=x, centre_y=540, height=900, is_cut=is_cut)


def shown(start: float, end: float, x: float, layout: Layout = "follow") -> LayoutSpan:
    crop = CropPath(at=(start,), x=(x,), y=(0.0,), width=(600.0,), height=(1000.0,))
    return LayoutSpan(start=start, end=end, layout=layout, regions=(Region(crop=crop),))


def test_a_crop_holds_for_the_shot_that_was_seen_and_touches_nothing_else() -> None:
    before = clip()
    after = reframing.set_crop(before, "9:16", span(12, 18), key(14.0))
    (crop,) = after.framing.crops
    assert (crop.aspect, crop.span, crop.keyframes) == ("9:16", span(12, 18), (key(14.0),))
    assert after.model_copy(update={"framing": before.framing}) == before
    assert reframing.is_by_hand(after.framing, "9:16", 17.9)
    assert not reframing.is_by_hand(after.framing, "9:16", 18.0)
    assert not reframing.is_by_hand(after.framing, "1:1", 14.0)


def test_a_second_keyframe_joins_the_first_and_the_same_second_replaces_it() -> None:
    one = reframing.set_crop(clip(), "9:16", span(12, 18), key(14.0))
    two = reframing.set_crop(one, "9:16", span(12, 18), key(16.0, 900))
    again = reframing.set_crop(two, "9:16", span(12, 18), key(16.005, 1000))
    assert [k.centre_x for k in again.framing.crops[0].keyframes] == [500, 1000]
    jumping = reframing.set_jump(again, "9:16", again.framing.crops[0].keyframes[1].at, is_cut=True)
    assert [k.is_cut for k in jumping.framing.crops[0].keyframes] == [False, True]
    fewer = reframing.remove_keyframe(again, "9:16", 14.0)
    assert [k.centre_x for k in fewer.framing.crops[0].keyframes] == [1000]
    assert reframing.remove_keyframe(fewer, "9:16", 16.005).framing == FramingWishes()


def test_halves_of_a_split_stay_beside_each_other_and_give_way_to_a_crop_of_all() -> None:
    upper = reframing.set_crop(clip(), "9:16", span(12, 18), key(14.0), 0, 2)
    both = reframing.set_crop(upper, "9:16", span(12, 18), key(14.0, 900), 1, 2)
    assert [(c.part, c.keyframes[0].centre_x) for c in both.framing.crops] == [(0, 500), (1, 900)]
    whole = reframing.set_crop(both, "9:16", span(12, 18), key(15.0))
    assert [(c.part, c.parts) for c in whole.framing.crops] == [(0, 1)]
    again = reframing.set_crop(whole, "9:16", span(12, 18), key(15.0), 1, 2)
    assert [(c.part, c.parts) for c in again.framing.crops] == [(1, 2)]


def test_trims_and_splits_keep_what_was_set() -> None:
    framed = reframing.set_crop(clip(), "9:16", span(12, 18), key(14.0))
    halves = editing.split(framed, 20.0)
    assert halves is not None
    for edited in (editing.trim(framed, 15.0, 40.0, 100.0), editing.cut_out(framed, span(13.0, 16.0)), *halves):
        assert edited.framing == framed.framing


def test_a_layout_of_the_clip_yields_to_that_of_a_shot_and_takes_no_crop_away() -> None:
    framed = reframing.set_crop(clip(), "9:16", span(12, 18), key(14.0))
    framed = reframing.arrange(framed, Arrangement(layout="split", is_swapped=True))
    framed = reframing.arrange_shot(framed, span(20, 25), Arrangement(people=(ANA,)))
    assert framed.framing.crops
    assert reframing.arrangement_at(framed.framing, "1:1", 22.0).people == (ANA,)
    assert reframing.arrangement_at(framed.framing, "1:1", 26.0).layout == "split"
    framed = reframing.arrange_shot(framed, span(12, 18), Arrangement(layout="wide"), "9:16")
    assert not framed.framing.crops, "the layout that was chosen last must be seen"


def test_what_holds_in_all_aspects_stays_in_the_others() -> None:
    framed = reframing.arrange_shot(clip(), span(12, 18), Arrangement(layout="wide"))
    framed = reframing.back_to_automatic(framed, span(14, 16), "9:16")
    assert reframing.arrangement_at(framed.framing, "9:16", 15.0).layout == ""
    for at, aspect in ((13.0, "9:16"), (17.0, "9:16"), (15.0, "1:1"), (15.0, "16:9")):
        assert reframing.arrangement_at(framed.framing, aspect, at).layout == "wide"  # type: ignore[arg-type]


def test_back_to_automatic_by_shot_aspect_and_all() -> None:
    framed = reframing.set_crop(clip(), "9:16", span(12, 18), key(14.0))
    framed = reframing.set_crop(framed, "9:16", span(20, 25), key(22.0))
    framed = reframing.set_crop(framed, "1:1", span(12, 18), key(14.0))
    framed = reframing.arrange(framed, Arrangement(layout="wide"))
    one = reframing.back_to_automatic(framed, span(12, 18), "9:16")
    assert [(c.aspect, c.span.start) for c in one.framing.crops] == [("1:1", 12), ("9:16", 20)]
    aspect = reframing.back_to_automatic(framed, aspect="9:16")
    assert [c.aspect for c in aspect.framing.crops] == ["1:1"]
    assert aspect.framing.layout == "wide"
    assert reframing.back_to_automatic(framed).framing == FramingWishes()


def test_shots_are_seen_from_cut_to_cut() -> None:
    shots = (Shot(start=0, end=20), Shot(start=20, end=50))
    spans = (shown(10, 13, 100), shown(13.5, 15, 101), shown(15, 18, 900), shown(20, 30, 900), shown(30, 40, 900))
    # Words cut out at 13 and a filler's jump do not part a shot; a cut to the other speaker does.
    assert reframing.seen_shots(spans, shots) == [span(0, 15), span(15, 20), span(20, 50)]
    assert reframing.seen_shots((shown(10, 12, 0), shown(12, 14, 0, "wide")), shots) == [span(0, 12), span(12, 20)]
    assert reframing.seen_shots((), shots) == []
    assert reframing.shot_at([span(0, 15), span(15, 20)], 15.0) == span(15, 20)


GESTURES = st.lists(
    st.tuples(
        st.sampled_from(["crop", "arrange", "automatic", "remove"]),
        SECONDS,
        st.floats(0.1, 12),
        st.sampled_from([*ASPECTS]),
        st.booleans(),
    ),
    max_size=12,
)


@given(GESTURES)
def test_any_gestures_leave_stretches_that_never_overlap(
    gestures: list[tuple[str, float, float, Aspect, bool]],
) -> None:
    framed = clip()
    for kind, start, length, aspect, everywhere in gestures:
        shot = span(start, start + length)
        if kind == "crop":
            framed = reframing.set_crop(framed, aspect, shot, key(start + length / 3))
            held = reframing.handmade_at(framed.framing, aspect, start + length / 3)
            assert held is not None, "the crop that was dragged last must be seen"
            assert any(abs(k.at - (start + length / 3)) < 1e-9 for k in held.keyframes)
        elif kind == "arrange":
            framed = reframing.arrange_shot(
                framed, shot, Arrangement(layout="wide"), None if everywhere else aspect
            )
            assert reframing.handmade_at(framed.framing, aspect, start + length / 2) is None
            assert reframing.arrangement_at(framed.framing, aspect, start + length / 2).layout == "wide"
        elif kind == "automatic":
            framed = reframing.back_to_automatic(framed, shot, None if everywhere else aspect)
            assert not reframing.is_by_hand(framed.framing, aspect, start + length / 2)
        else:
            framed = reframing.remove_keyframe(framed, aspect, start)
        for aspect in ASPECTS:
            for own in (framed.framing.crops, framed.framing.shots):
                spans = sorted(
                    (each.span for each in own if each.aspect in (None, aspect)), key=lambda each: each.start
                )
                assert all(a.end <= b.start + 1e-9 for a, b in pairwise(spans))
        for crop in framed.framing.crops:
            assert all(a.at < b.at for a, b in pairwise(crop.keyframes))
            assert all(crop.span.start - 1e-9 <= k.at <= crop.span.end for k in crop.keyframes)
    assert Clip.model_validate_json(framed.model_dump_json()) == framed
