"""Shots of one set-up are found by who sits where and how the machine frames them; a framing is copied to them."""

from __future__ import annotations

from core import editing, reframing
from core.framing.frame import frame_clip
from core.schema.choice import ASPECTS
from core.schema.clip import Arrangement, Clip, CropKeyframe, FaceAnchor
from core.schema.framing import FacePoint, FaceTrack, Framing
from core.schema.shot import Shot
from core.schema.source import VideoStream
from core.schema.time import TimeSpan
from core.setups import Seat, alike_shots, are_same_seats, copied

HD = VideoStream(index=0, codec="h264", width=1920, height=1080, coded_width=1920, coded_height=1080, fps=30.0)
# A wide shot of two, a close one of one of them, and so on: three camera set-ups over a minute.
SHOTS = tuple(Shot(start=at, end=at + 10.0) for at in range(0, 60, 10))
WIDE, CLOSE = ((450, 400, 160), (1500, 410, 170)), ((900, 420, 330),)
SCENES = (WIDE, CLOSE, WIDE, ((1400, 300, 300),), WIDE, CLOSE)


def tracks(start: float, end: float) -> list[FaceTrack]:
    """Return who is seen between two seconds, a little shaken, numbered by their own analysis."""
    made: list[FaceTrack] = []
    for shot, faces in zip(SHOTS, SCENES, strict=True):
        for x, y, size in faces:
            points = tuple(
                FacePoint(
                    at=at / 2,
                    x=x - size / 2 + at % 5 * 3,
                    y=y - size / 2,
                    width=size,
                    height=size,
                    speaking=x < 1000,
                )
                for at in range(int(2 * max(start, shot.start)), int(2 * min(end, shot.end)))
            )
            if points:
                made.append(FaceTrack(id=len(made), person=len(made), points=points))
    return made


def clip(start: float, end: float) -> Clip:
    return editing.new_clip("run", start, end, "Title", "clean@1")


def framed(one: Clip) -> Framing:
    found = tracks(one.cut.start, one.cut.end)
    return frame_clip(HD, one.cut, SHOTS, found, ASPECTS, one.framing)


def test_a_crop_is_copied_to_shots_of_its_set_up_alone() -> None:
    first, second = clip(2, 18), clip(20, 58)
    key = CropKeyframe(at=5.0, centre_x=700, centre_y=500, height=800)
    shot = reframing.shot_at(reframing.seen_shots(framed(first).spans["9:16"], SHOTS), 5.0)
    assert shot is not None
    first = reframing.set_crop(first, "9:16", shot, key)
    after = copied(first, framed(first), second, framed(second))
    assert [(c.span.start, c.span.end) for c in after.framing.crops] == [(20, 30), (40, 50)]
    assert {k.centre_x for c in after.framing.crops for k in c.keyframes} == {700}
    reasons = [(span.start, span.reason) for span in framed(after).spans["9:16"]]
    assert [at for at, reason in reasons if reason == "set by hand"] == [20, 40]
    assert copied(after, framed(after), after, framed(after)).framing == after.framing, "twice is once"


def test_a_person_is_followed_in_the_other_clip_by_where_they_sit() -> None:
    first, second, third = clip(2, 9), clip(40, 49), clip(31, 39)
    first = reframing.arrange(first, Arrangement(people=(FaceAnchor(at=4.0, x=1500, y=410),)))
    after = copied(first, framed(first), second, framed(second))
    (span,) = framed(after).spans["9:16"]
    x, _, width, _ = span.regions[0].crop.at_time(45.0)
    assert x < 1500 < x + width
    assert not framed(after).choices
    assert copied(first, framed(first), third, framed(third)) == third


def test_a_layout_of_a_shot_is_copied_to_its_like() -> None:
    first, second = clip(2, 18), clip(42, 58)
    first = reframing.arrange_shot(first, TimeSpan(start=10, end=20), Arrangement(layout="wide"), "1:1")
    after = copied(first, framed(first), second, framed(second))
    (wish,) = after.framing.shots
    assert (wish.span, wish.layout, wish.aspect) == (TimeSpan(start=50, end=60), "wide", "1:1")


def test_a_shot_nobody_is_in_is_like_no_other() -> None:
    empty = framed(clip(2, 9)).model_copy(update={"tracks": ()})
    assert alike_shots(framed(clip(2, 9)), "9:16", 4.0, empty) == []


def test_seats() -> None:
    a, b = Seat(400, 300, 100), Seat(1200, 300, 120)
    assert are_same_seats([a, b], [Seat(1230, 320, 110), Seat(380, 310, 90)])
    assert not are_same_seats([a, b], [a])
    assert not are_same_seats([a, b], [a, Seat(1400, 300, 120)])
    assert not are_same_seats([a], [Seat(400, 300, 200)])
    assert are_same_seats([], [])
