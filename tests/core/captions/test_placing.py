"""Where text stands over faces: inside the safe zone, clear of titles, at rest while a layout lasts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.occupied import Box
from core.captions.place import SafeArea, safe_area
from core.captions.placing import Text, box_at, covered, face_obstacles, is_moved, place, place_title
from core.schema.style import SafeZone
from tests.slices import examples

UPRIGHT = safe_area(SafeZone(), 1080, 1920)
WIDE = safe_area(SafeZone(), 1920, 1080)
SIZES = [(1080, 1920), (1080, 1080), (1920, 1080), (1080, 1350)]


def text(
    area: SafeArea,
    *faces: Box,
    position: float = 0.68,
    start: float = 0.0,
    height: float = 150.0,
    width: float = 700.0,
) -> Text:
    row = area.centre_y(position)
    left = (area.width - width) / 2
    looks = tuple(each for face in faces for each in face_obstacles(face))
    return Text(
        start, start + 2.0, row, Box(left, row - height / 2, left + width, row + height / 2), looks=(looks,)
    )


def face(left: float, top: float, size: float = 300.0) -> Box:
    return Box(left, top, left + size, top + 1.3 * size)


@st.composite
def cases(draw: st.DrawFn) -> tuple[SafeArea, list[list[Text]]]:
    area = safe_area(SafeZone(), *draw(st.sampled_from(SIZES)))
    title = Box(0.2 * area.width, area.top, 0.8 * area.width, area.top + draw(st.sampled_from([1.0, 150.0])))
    stretches, at = [], 0.0
    for _ in range(draw(st.integers(1, 4))):
        faces = [
            face(draw(st.integers(0, area.width)), draw(st.integers(0, area.height)), draw(st.integers(50, 500)))
            for _ in range(draw(st.integers(0, 2)))
        ]
        texts = []
        for _ in range(draw(st.integers(1, 2))):
            made = text(area, *faces, start=at, height=draw(st.integers(40, 200)), position=draw(st.just(0.68)))
            texts.append(replace(made, taken=(title,) if draw(st.booleans()) else ()))
            at = made.end
        stretches.append(texts)
    return area, stretches


@examples(15, 600)
@given(cases())
def test_text_stays_in_the_safe_zone_clear_of_the_title_and_hides_no_more_than_before(
    case: tuple[SafeArea, list[list[Text]]],
) -> None:
    area, stretches = case
    rows = place(stretches, area)
    assert len(rows) == len(stretches)
    for row, texts in zip(rows, stretches, strict=True):
        for each in texts:
            box = box_at(each, row, area)
            assert area.top - 1e-6 <= box.top and box.bottom <= area.bottom + 1e-6
            assert not any(box.meets(taken) for taken in each.taken)
    before = sum(each.seconds * covered(each, each.row, area) for texts in stretches for each in texts)
    after = sum(
        each.seconds * covered(each, row, area)
        for row, texts in zip(rows, stretches, strict=True)
        for each in texts
    )
    assert after <= before + 1e-6


def test_text_stays_where_the_style_wants_it_when_nothing_is_in_the_way() -> None:
    far = face(400, 300)
    assert place([[text(UPRIGHT, far)], [text(UPRIGHT, start=2.0)]], UPRIGHT) == [UPRIGHT.centre_y(0.68)] * 2


@pytest.mark.parametrize("area", [UPRIGHT, WIDE])
def test_text_leaves_a_face_that_is_where_it_would_stand(area: SafeArea) -> None:
    low = face(area.width / 2 - 150, area.centre_y(0.68) - 200)
    asked = text(area, low)
    (row,) = place([[asked]], area)
    assert is_moved(row, asked, area)
    assert covered(asked, asked.row, area) > 1.0 > 0.3 > covered(asked, row, area)


def test_text_rests_through_a_short_layout_and_moves_for_a_long_one() -> None:
    low = face(390, 1200)
    free, blocked = text(UPRIGHT), text(UPRIGHT, low)
    blink = [
        [replace(free, end=4.0)],
        [replace(blocked, start=4.0, end=4.15)],
        [replace(free, start=4.15, end=9.0)],
    ]
    assert len(set(place(blink, UPRIGHT))) == 1
    long = [
        [replace(free, end=30.0)],
        [replace(blocked, start=30.0, end=38.0)],
        [replace(free, start=38.0, end=70.0)],
    ]
    rows = place(long, UPRIGHT)
    assert rows[0] == rows[2] == free.row != rows[1]
    # For a moment in between it does not come back.
    brief = [replace(free, start=38.0, end=38.4)], [replace(blocked, start=38.4, end=46.0)]
    rows = place([*long[:2], *brief], UPRIGHT)
    assert rows[1] == rows[2] == rows[3] != free.row


def test_eyes_and_mouth_count_more_than_hair_and_chin() -> None:
    asked = text(UPRIGHT, height=60.0)
    row = asked.row
    over_features = replace(asked, looks=(face_obstacles(face(390, row - 200)),))
    over_hair = replace(asked, looks=(face_obstacles(face(390, row + 40)),))
    assert covered(over_features, row, UPRIGHT) > 3 * covered(over_hair, row, UPRIGHT) > 0


def test_a_title_goes_below_a_face_only_if_captions_keep_room() -> None:
    high = face(390, 260, 320)
    title = replace(text(UPRIGHT, high, position=0.2, height=220.0), row=UPRIGHT.centre_y(0.2))
    caption = text(UPRIGHT, high)
    row = place_title(title, [caption], UPRIGHT)
    box = box_at(title, row, UPRIGHT)
    assert covered(title, row, UPRIGHT) < 0.3 < covered(title, title.row, UPRIGHT)
    below = replace(caption, taken=(box,))
    (caption_row,) = place([[below]], UPRIGHT)
    assert not box_at(below, caption_row, UPRIGHT).meets(box)
    assert covered(below, caption_row, UPRIGHT) < 0.3


def test_a_row_and_its_position_are_the_same_place() -> None:
    for size in SIZES:
        area = safe_area(SafeZone(), *size)
        for share in (0.0, 0.3, 0.7, 1.0):
            row = area.top + share * (area.bottom - area.top)
            assert area.centre_y(area.position_of(row)) == pytest.approx(row)
