"""Colours, shapes and fields of odd sources come out right: BT.601, full range, 10 bit, wide pixels, fields."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from core.media.probe import probe
from core.media.reader import FrameReader
from core.render.engine import render
from core.render.still import exact_frame
from core.schema.framing import LayoutSpan, Region

COLOURS = [(128, 128, 128), (200, 40, 40), (40, 170, 40), (40, 60, 200), (230, 230, 230), (20, 20, 20)]
SIZE = (480, 270)


def patches(size=SIZE):
    """Return one picture: six upright stripes of known colours."""
    width, height = size
    picture = np.zeros((height, width, 3), np.uint8)
    for index, colour in enumerate(COLOURS):
        picture[:, index * width // 6 : (index + 1) * width // 6] = colour
    return picture


def stripes(shown):
    """Return the colour in the middle of each stripe."""
    height, width = shown.shape[:2]
    return [shown[height // 2, round((index + 0.5) * width / 6)].astype(int) for index in range(6)]


KINDS = {
    "bt709": {"matrix": 1},
    "bt601": {"matrix": 6},
    "untagged small": {"matrix": 2},
    "full range": {"matrix": 1, "full_range": True},
    "ten bit": {"matrix": 1, "pixel_format": "yuv420p10le", "options": {"profile": "high10"}},
    "4:4:4": {"matrix": 1, "pixel_format": "yuv444p"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_colours_are_unchanged(tools, media_folder, tmp_path, kind):
    times = [index / 30 for index in range(36)]
    path = media_folder / f"colours {kind}.mp4".replace(":", "")
    tools["write_media"](path, (patches() for _ in times), times, None, **KINDS[kind])
    composition = tools["compose"](path, [(0.0, 0.5)])
    assert np.abs(np.subtract(stripes(exact_frame(composition, 0.2)), COLOURS)).max() <= 3
    (delivery,) = render([composition], [tmp_path / "clip.mp4"])
    assert np.abs(np.subtract(stripes(tools["play"](delivery.file).pictures[5]), COLOURS)).max() <= 4


def test_wide_pixels_are_shown_in_their_shape(tools, media_folder):
    times = [index / 30 for index in range(36)]
    path = media_folder / "wide pixels.mp4"
    tools["write_media"](path, (patches() for _ in times), times, None, sample_aspect_ratio=Fraction(4, 3))
    video = probe(path).video
    assert (video.width, video.height) == (640, 270)
    crop = LayoutSpan(
        start=0, end=0.3, layout="wide", regions=(Region(crop=tools["still_crop"](320, 0, 320, 270)),)
    )
    shown = exact_frame(tools["compose"](path, [(0.0, 0.3)], (320, 270), [crop]), 0.1)
    # The right half: the last three stripes, each a third of the picture.
    assert np.abs(shown[100, [53, 160, 266]].astype(int) - COLOURS[3:]).max() <= 3


def test_odd_sizes_are_cut_not_shifted(tools, media_folder):
    size = (481, 271)
    times = [index / 30 for index in range(36)]
    path = media_folder / "odd.mp4"
    pictures = (np.ascontiguousarray(patches(size)) for _ in times)
    tools["write_media"](path, pictures, times, None, size, pixel_format="yuv444p")
    composition = tools["compose"](path, [(0.0, 0.3)], SIZE, source_size=size)
    assert np.abs(np.subtract(stripes(exact_frame(composition, 0.1)), COLOURS)).max() <= 3


def test_interlaced_pictures_are_made_whole(tools, media_folder):
    """A moving edge, each field from its own instant: woven together it would be a comb."""

    def woven(index):
        picture = np.full((272, 480, 3), 30, np.uint8)
        picture[0::2, : 60 + 10 * index] = 220
        picture[1::2, : 65 + 10 * index] = 220
        return picture

    times = [index / 25 for index in range(36)]
    path = media_folder / "interlaced.mp4"
    options = {"x264-params": "tff=1", "flags": "+ildct+ilme"}
    tools["write_media"](path, map(woven, range(36)), times, None, (480, 272), Fraction(25), options=options)
    facts = probe(path)
    with FrameReader(path, facts) as reader:
        shown = [reader.picture_at(second).y[100:170].astype(int) for second in times]
        assert reader.is_deinterlaced
    for index, luma in enumerate(shown):
        comb = np.abs(luma[0::2] - luma[1::2])[:, 8:-8].mean()
        assert comb < 1.5
        edge = (luma > 120).sum(axis=1).mean()
        assert edge == pytest.approx(62.5 + 10 * index, abs=5)


def test_rotated_phone_video_stands_upright(tools, shared_media):
    path = shared_media / "video" / "rotated_surround_2s_1080p.mp4"
    shown = exact_frame(tools["compose"](path, [(0.5, 1.5)], (270, 480), source_size=(1080, 1920)), 0.5)
    from core.media.decode import frame_at

    upright = frame_at(path, probe(path), 1.0, 480)
    assert upright.shape == shown.shape
    assert np.abs(upright.astype(int) - shown).mean() < 3


def test_hdr_looks_like_the_sdr_master_of_the_same_scene(tools, shared_media):
    folder = shared_media / "video"
    hdr, sdr = (
        exact_frame(tools["compose"](folder / name, [(1.0, 3.0)], (426, 240), source_size=(426, 240)), 1.0)
        for name in ("av1_hdr_pq_20s.webm", "av1_sdr_same_scene_20s.webm")
    )
    assert np.abs(hdr.astype(int).mean(axis=(0, 1)) - sdr.mean(axis=(0, 1))).max() < 12
    assert np.corrcoef(hdr.mean(axis=2).ravel(), sdr.mean(axis=2).ravel())[0, 1] > 0.97
