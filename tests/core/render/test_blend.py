"""Patches on planes: the same colours that blending in RGB would give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.overlay import OverlayPainter, Patch
from core.media.planes import Picture, PictureScaler
from core.render.blend import PatchBlender
from core.render.overlays import Overlays, scale_patch
from core.schema.caption import CaptionCue, CueWord
from core.schema.style import CaptionStyle, Style
from tests.slices import examples


def grey(value=100, width=64, height=48):
    picture = Picture.blank(width, height)
    for plane, level in zip(picture.planes, (value, 128, 128), strict=True):
        plane[:] = level
    return picture


def patch(colour, alpha, box, key=0):
    x, y, width, height = box
    rgba = np.zeros((height, width, 4), np.uint8)
    rgba[..., :3] = np.round(np.array(colour) * alpha / 255)
    rgba[..., 3] = alpha
    return Patch(x, y, rgba, key)


@pytest.mark.parametrize("colour", [(255, 255, 255), (0, 0, 0), (255, 214, 10), (200, 30, 60), (20, 90, 240)])
@pytest.mark.parametrize("alpha", [255, 128, 40])
def test_colours_are_those_of_rgb_blending(colour, alpha):
    picture = grey()
    under = PictureScaler().to_rgb(picture)[24, 32].astype(float)
    PatchBlender().blend(picture, [patch(colour, alpha, (16, 16, 32, 16))])
    shown = PictureScaler().to_rgb(picture)
    expected = under * (1 - alpha / 255) + np.array(colour) * alpha / 255
    assert shown[24, 32] == pytest.approx(expected, abs=4)
    assert shown[2, 2] == pytest.approx(under, abs=1)


def test_clear_pixels_change_nothing():
    picture = grey(173)
    before = [plane.copy() for plane in picture.planes]
    PatchBlender().blend(picture, [patch((0, 0, 0), 0, (0, 0, 64, 48))])
    assert all(np.array_equal(a, b) for a, b in zip(before, picture.planes, strict=True))


@examples(15, 600)
@given(x=st.integers(-40, 70), y=st.integers(-40, 60), width=st.integers(1, 40), height=st.integers(1, 40))
def test_a_box_paints_its_own_luma_and_nothing_else(x, y, width, height):
    picture = grey()
    PatchBlender().blend(picture, [patch((255, 255, 255), 255, (x, y, width, height), (x, y, width, height))])
    expected = np.full((48, 64), 100)
    expected[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)] = 235
    assert np.abs(picture.y.astype(int) - expected).max() <= 1


def test_equal_keys_are_converted_once_and_others_anew():
    blender, first, second = PatchBlender(), grey(), grey()
    white = patch((255, 255, 255), 255, (0, 0, 64, 48), "same")
    blender.blend(first, [white])
    blender.blend(second, [Patch(0, 0, np.zeros((48, 64, 4), np.uint8), "same")])
    assert np.array_equal(first.y, second.y)
    blender.blend(second, [patch((0, 0, 0), 255, (0, 0, 64, 48), "other")])
    assert second.y.max() == 16


def test_a_smaller_patch_keeps_its_place_and_weight():
    painted = patch((255, 255, 255), 255, (301, 515, 333, 91))
    small = scale_patch(painted, 1 / 3, 1 / 3)
    weight = small.rgba[..., 3].astype(float) / 255
    assert weight.sum() == pytest.approx(333 * 91 / 9, rel=0.01)
    across = np.average(np.arange(weight.shape[1]) + small.x + 0.5, weights=weight.sum(axis=0))
    assert across == pytest.approx((301 + 333 / 2) / 3, abs=0.3)


@examples(15, 600)
@given(
    x=st.integers(-10, 30),
    width=st.integers(1, 50),
    cut=st.floats(-20, 80),
    seed=st.integers(0, 99),
)
def test_a_patch_cut_in_two_paints_what_the_whole_paints(x, width, cut, seed):
    random = np.random.default_rng(seed)
    rgba = random.integers(0, 256, (20, width, 4), np.uint8)
    rgba[..., :3] = np.minimum(rgba[..., :3], rgba[..., 3:])
    whole = Patch(2 * x, 6, rgba, seed)
    one, two = grey(), grey()
    PatchBlender().blend(one, [whole])
    PatchBlender().blend(two, [whole.between(-100, cut), whole.between(cut, 200)])
    for expected, shown in zip(one.planes, two.planes, strict=True):
        np.testing.assert_array_equal(shown, expected)


@examples(15, 600)
@given(
    down=st.integers(-40, 40),
    opacity=st.integers(1, 16),
    seed=st.integers(0, 99),
)
def test_a_patch_moved_and_faded_paints_what_its_own_pixels_would(down, opacity, seed):
    random = np.random.default_rng(seed)
    rgba = random.integers(0, 256, (20, 30, 4), np.uint8)
    rgba[..., :3] = np.minimum(rgba[..., :3], rgba[..., 3:])
    moved = Patch(8, 6, rgba, seed).moved(2 * down, opacity / 16)
    one, two = grey(), grey()
    PatchBlender().blend(one, [moved])
    PatchBlender().blend(two, [Patch(8, 6 + 2 * down, moved.rgba, "of its own")])
    for shown, expected in zip(one.planes, two.planes, strict=True):
        # Rounded once more, in another place.
        assert np.abs(shown.astype(int) - expected).max() <= 2


@pytest.mark.parametrize("scale", [1.0, 0.5, 0.37])
def test_a_picture_that_comes_in_is_the_same_at_any_size(scale):
    style = Style(name="t", version=1, captions=CaptionStyle(animation="bounce", shadow_blur=8))
    word = CueWord(text="Word", start=0.0, end=1.0)
    painter = OverlayPainter(style, 540, 960, [CaptionCue(start=0.0, end=1.0, words=(word,))], [], 1.0)
    overlays = Overlays(painter, (scale, scale))
    for at in (0.0, 0.05, 0.1, 0.15, 0.6):
        whole = painter.patches(at)
        small = overlays.patches(at)
        for patch, shown in zip(whole, small, strict=True):
            expected = scale_patch(Patch(patch.x, patch.y, patch.rgba, "own"), scale, scale)
            assert (shown.x, shown.y) == (expected.x, expected.y)
            assert np.abs(shown.rgba.astype(int) - expected.rgba).max() <= 1


@pytest.mark.parametrize("scale", [1.0, 0.5, 0.37])
def test_no_seam_is_seen_where_a_word_is_filled(scale):
    style = Style(
        name="t",
        version=1,
        captions=CaptionStyle(animation="karaoke", colour="#ffffff", highlight_colour="#ffffff"),
    )
    word = CueWord(text="WWWWWW", start=0.0, end=1.0)
    painter = OverlayPainter(style, 540, 960, [CaptionCue(start=0.0, end=1.0, words=(word,))], [], 1.0)
    overlays, size = Overlays(painter, (scale, scale)), (round(540 * scale), round(960 * scale))
    shown = []
    for at in (0.0, 0.2, 0.45, 0.7, 0.999):
        picture = grey(100, *size)
        PatchBlender().blend(picture, overlays.patches(at))
        shown.append(picture.y.astype(int))
    assert max(np.abs(one - shown[1]).max() for one in shown[2:4]) == 0
    # One picture of everything rounds each edge once, two once each.
    assert scale < 1 or max(np.abs(one - shown[1]).max() for one in (shown[0], shown[-1])) <= 3
