"""Composed pictures: regions where they belong, motion without steps, colours untouched."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import ContractError, StyleError
from core.media.planes import Picture, PictureScaler
from core.render.compose import FrameComposer
from core.schema.framing import CropPath, LayoutSpan, PixelBox, Rectangle, Region
from core.schema.style import Asset, BackgroundStyle, Style

WIDTH, HEIGHT = 640, 360
# Y, U, V of four quarters of the picture.
QUARTERS = {(0, 0): (80, 110, 200), (1, 0): (140, 80, 70), (0, 1): (70, 190, 115), (1, 1): (200, 128, 128)}


def picture(width=WIDTH, height=HEIGHT):
    made = Picture.blank(width, height)
    for (column, row), colour in QUARTERS.items():
        for plane, value in zip(made.planes, colour, strict=True):
            high, wide = plane.shape
            rows = slice(row * high // 2, (row + 1) * high // 2)
            plane[rows, column * wide // 2 : (column + 1) * wide // 2] = value
    return made


def composer(tools, regions, size, background=False):
    span = LayoutSpan(start=0, end=10, layout="follow", regions=tuple(regions), has_blurred_background=background)
    return FrameComposer(tools["compose"](Path("x.mp4"), [(0, 10)], size, [span]), None)


def colour_at(shown, x, y):
    return int(shown.y[y, x]), int(shown.u[y // 2, x // 2]), int(shown.v[y // 2, x // 2])


@pytest.mark.parametrize("quarter", QUARTERS)
def test_a_crop_shows_its_own_part_in_its_own_colours(tools, quarter):
    x, y = quarter[0] * 320 + 60, quarter[1] * 180 + 20
    shown = composer(tools, [Region(crop=tools["still_crop"](x, y, 84, 148))], (432, 768)).compose(picture(), 1.0)
    assert (shown.width, shown.height) == (432, 768)
    for place in ((2, 2), (216, 384), (428, 764)):
        assert colour_at(shown, *place) == pytest.approx(QUARTERS[quarter], abs=1)


def test_a_split_puts_each_region_in_its_place(tools):
    top = Region(crop=tools["still_crop"](0, 0, 200, 100), target=Rectangle(height=0.5))
    bottom = Region(crop=tools["still_crop"](400, 200, 200, 100), target=Rectangle(y=0.5, height=0.5))
    shown = composer(tools, [top, bottom], (400, 400)).compose(picture(), 1.0)
    assert colour_at(shown, 200, 190) == pytest.approx(QUARTERS[0, 0], abs=1)
    assert colour_at(shown, 200, 210) == pytest.approx(QUARTERS[1, 1], abs=1)


def test_what_no_region_covers_is_black_or_the_blurred_source(tools):
    middle = Region(crop=tools["still_crop"](0, 0, 640, 360), target=Rectangle(y=0.35, height=0.3))
    bare = composer(tools, [middle], (360, 640)).compose(picture(), 1.0)
    assert colour_at(bare, 180, 20) == (16, 128, 128)
    filled = composer(tools, [middle], (360, 640), background=True).compose(picture(), 1.0)
    left, right = colour_at(filled, 20, 20), colour_at(filled, 340, 20)
    assert left[2] > 170 > 110 > right[2]
    assert left[0] < QUARTERS[0, 0][0]
    # The picture itself is not blurred.
    assert colour_at(filled, 90, 290) == pytest.approx(QUARTERS[0, 0], abs=1)
    steps = np.abs(np.diff(filled.y[100].astype(int)))
    assert steps.max() <= 6


@pytest.mark.parametrize("colour", [(255, 255, 255), (24, 26, 38), (250, 250, 248), (200, 30, 40)])
def test_a_plain_fill_is_of_its_colour(tools, colour):
    middle = Region(crop=tools["still_crop"](0, 0, 640, 360), target=Rectangle(y=0.35, height=0.3))
    span = LayoutSpan(start=0, end=10, layout="screen", regions=(middle,), fill=colour)
    made = FrameComposer(tools["compose"](Path("x.mp4"), [(0, 10)], (360, 640), [span]), None)
    shown = PictureScaler().to_rgb(made.compose(picture(), 1.0))
    assert shown[20, 180].tolist() == pytest.approx(colour, abs=2)
    assert shown[620, 10].tolist() == pytest.approx(colour, abs=2)


def test_a_fill_can_be_made_of_a_part_of_the_source(tools):
    corner = PixelBox(x=321, y=181, width=318, height=178)
    middle = Region(crop=tools["still_crop"](0, 0, 640, 360), target=Rectangle(y=0.35, height=0.3))
    span = LayoutSpan(
        start=0, end=10, layout="fit_blur", regions=(middle,), has_blurred_background=True, backdrop=corner
    )
    made = FrameComposer(tools["compose"](Path("x.mp4"), [(0, 10)], (360, 640), [span]), None)
    shown = made.compose(picture(), 1.0)
    for x, y in ((20, 20), (340, 20), (20, 620), (340, 620)):
        assert colour_at(shown, x, y)[1:] == pytest.approx((128, 128), abs=2), "the grey quarter alone"


def fitted(tools, background, assets=()):
    style = Style(name="t", version=1, background=background, assets=assets)
    middle = Region(crop=tools["still_crop"](0, 0, 640, 360), target=Rectangle(y=0.35, height=0.3))
    span = LayoutSpan(start=0, end=10, layout="fit_blur", regions=(middle,), has_blurred_background=True)
    composition = tools["compose"](Path("x.mp4"), [(0, 10)], (360, 640), [span])
    return composition.model_copy(update={"style": style})


def test_a_picture_shown_whole_lies_on_the_colour_or_image_of_its_style(tools, tmp_path):
    import cv2

    halves = np.zeros((100, 300, 4), np.uint8)
    halves[:, :150] = (0, 0, 255, 255)
    halves[:50, 150:] = (0, 255, 0, 255)
    file = tmp_path / "g.png"
    cv2.imwrite(str(file), halves)
    asset = Asset(name="images/g.png", path=file, digest="d")
    blurred = fitted(tools, BackgroundStyle())
    plain = fitted(tools, BackgroundStyle(kind="colour", colour="#204060"))
    image = fitted(tools, BackgroundStyle(kind="image", file="images/g.png", colour="#204060"), (asset,))
    assert len({each.identity() for each in (blurred, plain, image)}) == 3
    shown = PictureScaler().to_rgb(FrameComposer(plain, None).compose(picture(), 1.0))
    assert shown[20, 180].tolist() == pytest.approx((0x20, 0x40, 0x60), abs=2)
    composer = FrameComposer(image, None)
    for at in (1.0, 2.0):
        shown = PictureScaler().to_rgb(composer.compose(picture(), at))
        # Covered, its middle kept: of 300 columns 56 are seen.
        assert shown[20, 10].tolist() == pytest.approx((255, 0, 0), abs=4)
        assert shown[20, 350].tolist() == pytest.approx((0, 255, 0), abs=4)
        assert shown[630, 350].tolist() == pytest.approx((0x20, 0x40, 0x60), abs=4), "where it is transparent"
        assert colour_at(composer.compose(picture(), at), 90, 290) == pytest.approx(QUARTERS[0, 0], abs=1)


def test_an_image_that_the_package_lacks_is_named(tools):
    with pytest.raises(StyleError, match=r"images/g\.png"):
        FrameComposer(fitted(tools, BackgroundStyle(kind="image", file="images/g.png")), None)


def test_each_span_is_a_cut_at_its_own_frame(tools):
    spans = [
        LayoutSpan(start=0, end=1.0, layout="follow", regions=(Region(crop=tools["still_crop"](20, 20, 80, 80)),)),
        LayoutSpan(
            start=1.0, end=2, layout="follow", regions=(Region(crop=tools["still_crop"](400, 20, 80, 80)),)
        ),
    ]
    made = FrameComposer(tools["compose"](Path("x.mp4"), [(0, 2)], (160, 160), spans), None)
    assert colour_at(made.compose(picture(), 29 / 30), 80, 80) == pytest.approx(QUARTERS[0, 0], abs=1)
    assert colour_at(made.compose(picture(), 30 / 30), 80, 80) == pytest.approx(QUARTERS[1, 0], abs=1)


def wave_picture(axis):
    """Return a picture with a smooth wave of 64 pixels along one axis."""
    made = Picture.blank(WIDTH, HEIGHT)
    along = np.arange(WIDTH if axis == 0 else HEIGHT)
    wave = np.round(120 + 80 * np.cos(2 * np.pi * along / 64)).astype(np.uint8)
    made.y[:] = wave[None, :] if axis == 0 else wave[:, None]
    made.u[:] = made.v[:] = 128
    return made


def position(shown, axis, scale):
    """Return the wave's phase at the output's start, in source pixels modulo 64."""
    line = shown.y.mean(axis=axis).astype(float)[8:-8]
    at = (np.arange(len(line)) + 8 + 0.5) / scale - 0.5
    turned = np.sum((line - line.mean()) * np.hanning(len(line)) * np.exp(-2j * np.pi * at / 64))
    return np.angle(turned) / (2 * np.pi) * 64


@pytest.mark.parametrize(
    ("axis", "crop_size", "size"),
    [(0, (202.5, 360.0), (360, 640)), (0, (300.0, 300.0), (300, 300)), (1, (320.0, 180.0), (480, 270))],
    ids=["enlarged pan", "pan at source scale", "tilt"],
)
def test_a_slow_pan_moves_by_fractions_of_a_pixel(tools, axis, crop_size, size):
    speed = 0.37
    start, end = (10.0, 10.0), (10.0 + speed * 60, 10.0)
    if axis == 1:
        start, end = start[::-1], end[::-1]
    width, height = crop_size
    y = [min(start[1], HEIGHT - height), min(end[1], HEIGHT - height)]
    crop = CropPath(at=(0.0, 2.0), x=(start[0], end[0]), y=tuple(y), width=(width,) * 2, height=(height,) * 2)
    made = composer(tools, [Region(crop=crop)], size)
    source = wave_picture(axis)
    scale = size[axis] / crop_size[axis]
    found = [position(made.compose(source, tick / 30), axis, scale) for tick in range(60)]
    steps = np.mod(np.diff(found) + 32, 64) - 32
    assert np.mean(steps) == pytest.approx(speed, rel=0.02)
    assert np.abs(steps - speed).max() < 0.1


def test_a_zoom_has_no_jumps(tools):
    crop = CropPath(at=(0.0, 2.0), x=(10.0, 60.0), y=(10.0, 38.0), width=(400.0, 300.0), height=(225.0, 168.75))
    made = composer(tools, [Region(crop=crop)], (480, 270))
    source = picture()
    edges = []
    for tick in range(60):
        row = made.compose(source, tick / 30).y[20].astype(float)
        low, high = row[:40].mean(), row[-40:].mean()
        edges.append(np.interp((low + high) / 2, row[100:450], np.arange(100, 450)))
    assert np.abs(np.diff(edges, 2)).max() < 1.2


def test_the_source_is_never_painted_on(tools):
    source = picture()
    before = [plane.copy() for plane in source.planes]
    made = composer(tools, [Region(crop=tools["still_crop"](0, 0, 640, 360))], (640, 360))
    shown = made.compose(source, 0.5)
    shown.y[:] = 0
    assert all(np.array_equal(a, b) for a, b in zip(before, source.planes, strict=True))


def test_rgb_of_known_colours():
    shown = Picture.blank(16, 16)
    for plane, value in zip(shown.planes, (63, 102, 240), strict=True):
        plane[:] = value
    assert PictureScaler().to_rgb(shown)[8, 8].tolist() == pytest.approx([255, 0, 0], abs=2)


def test_a_composition_that_shows_nothing_is_refused(tools):
    with pytest.raises(ContractError):
        FrameComposer(tools["compose"](Path("x.mp4"), [(0, 1)], (160, 160), []), None)
