"""Patches on planes: the same colours that blending in RGB would give."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.captions.overlay import Patch
from core.media.planes import Picture, PictureScaler
from core.render.blend import PatchBlender
from core.render.overlays import scale_patch


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


@settings(max_examples=60)
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
