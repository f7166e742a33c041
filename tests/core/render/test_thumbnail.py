"""Thumbnails: a good frame from the middle, whole or not there."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from core.errors import RenderError
from core.media.planes import Picture
from core.render.engine import render
from core.render.thumbnail import ThumbnailPicker, sharpness, write_thumbnail

SIZE = (480, 270)


def picture(luma):
    made = Picture.blank(luma.shape[1], luma.shape[0])
    made.y[:], made.u[:], made.v[:] = luma, 128, 128
    return made


def scene(seed=1):
    """Return (270, 480) luma with detail all over."""
    coarse = np.random.default_rng(seed).integers(60, 200, (68, 120), np.uint8)
    return cv2.resize(coarse, SIZE, interpolation=cv2.INTER_NEAREST)


def test_the_sharpest_candidate_is_kept():
    picker = ThumbnailPicker(100)
    for tick in range(100):
        blur = abs(tick - 54) / 4
        luma = cv2.GaussianBlur(scene(), (0, 0), blur) if blur > 0.1 else scene()
        shown = picture(luma)
        shown.u[:] = tick
        picker.offer(tick, shown)
    assert abs(int(picker.picture.u[0, 0]) - 54) <= 3


def test_black_and_white_pictures_are_the_last_choice():
    picker = ThumbnailPicker(100)
    for tick in range(100):
        # The only ones with something in them are blurred; the black ones have a sharp line.
        black = np.full((270, 480), 16, np.uint8)
        black[::8] = 60
        picker.offer(
            tick, picture(cv2.GaussianBlur(scene(), (0, 0), 6) if tick in (45, 46, 47, 48, 49) else black)
        )
    assert picker.picture.y.mean() > 60


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_clip_of_few_frames_has_one_too(count):
    picker = ThumbnailPicker(count)
    for tick in range(count):
        picker.offer(tick, picture(scene()))
    assert picker.picture is not None


def test_a_clip_that_is_black_all_over_has_one_too():
    picker = ThumbnailPicker(10)
    for tick in range(10):
        picker.offer(tick, picture(np.full((270, 480), 16, np.uint8)))
    assert picker.picture is not None


def test_sharp_captions_do_not_outweigh_a_blurred_head():
    blurred = cv2.GaussianBlur(scene(), (0, 0), 3)
    with_captions = blurred.copy()
    with_captions[200:220, 100:380] = np.where(np.arange(280) // 3 % 2, 235, 16)
    assert sharpness(with_captions) < 1.2 * sharpness(blurred) < sharpness(scene())
    assert sharpness(scene()[:20, :20]) > 0


def test_a_rendered_clip_has_the_picture_it_shows(tools, counted, tmp_path):
    (delivery,) = render([tools["compose"](counted, [(1.0, 3.0)])], [tmp_path / "clip.mp4"])
    assert delivery.thumbnail == tmp_path / "clip.jpg"
    shown = cv2.imread(str(delivery.thumbnail))
    assert shown.shape == (270, 480, 3)
    assert 45 <= tools["read_number"](shown[..., ::-1]) <= 75
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clip.jpg", "clip.mp4"]
    (again,) = render([tools["compose"](counted, [(1.0, 3.0)])], [tmp_path / "again.mp4"])
    assert again.thumbnail.read_bytes() == delivery.thumbnail.read_bytes()


def test_a_thumbnail_that_can_not_be_written_leaves_nothing(tmp_path):
    (tmp_path / "taken.jpg").mkdir()
    with pytest.raises(RenderError):
        write_thumbnail(picture(scene()), tmp_path / "taken.jpg")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.jpg"]
