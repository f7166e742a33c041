"""HDR, wide gamut and every kind of SDR: the colours that were meant come out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.colour import BT709, BT2020, DISPLAY_P3, GAMMA, HLG, PQ
from core.media.decode import frame_at
from core.media.hdr import BRIGHTEST_WHITE_NITS, REFERENCE_WHITE_NITS, content_white, to_sdr
from core.media.planes import PictureScaler
from core.media.probe import probe
from core.media.reader import FrameReader
from tests.core.media.colour_media import (
    CHART,
    as_hdr,
    chart,
    delta_e,
    frame_of,
    hlg_codes,
    lab,
    patches,
    pq_codes,
    read_patches,
    write,
)

CURVES = {"pq": (PQ, pq_codes), "hlg": (HLG, hlg_codes)}
SKINS = slice(0, 2)
# Tags (matrix, transfer, primaries) of files that all hold BT.2020.
TAGS = {
    "pq": ("pq", (9, 16, 9)),
    "hlg": ("hlg", (9, 18, 9)),
    "pq with primaries of BT.709": ("pq", (9, 16, 1)),
    "pq with a curve alone": ("pq", (2, 16, 2)),
    "hlg with a curve alone": ("hlg", (2, 18, 2)),
    "hlg without a curve": ("hlg", (9, 2, 9)),
}


def looks(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Return the chart as a thumbnail has it, and as the renderer has it."""
    facts = probe(path)
    with FrameReader(path, facts) as reader:
        return frame_at(path, facts, 0.5), PictureScaler().to_rgb(reader.picture_at(0.5))


@pytest.mark.parametrize("kind", TAGS)
def test_a_chart_in_hdr_comes_back_as_the_chart(tmp_path: Path, kind: str) -> None:
    curve, tags = TAGS[kind]
    codes = as_hdr(chart().astype(float), CURVES[curve][1])
    frames = [frame_of(codes, "yuv420p10le", 9) for _ in range(30)]
    path = write(tmp_path / "chart.mp4", frames, tags=tags)
    video = probe(path).video
    assert video is not None and video.is_hdr
    for pixels in looks(path):
        shown = read_patches(pixels)
        difference = delta_e(shown, CHART)
        assert difference[SKINS].max() < 1.0
        assert difference.max() < 5.0
        # White is told from what is brighter, and still white.
        assert shown[18].min() > 0.9 * 255 and np.ptp(shown[18]) <= 2


@given(st.sampled_from(["pq", "hlg"]), st.lists(st.floats(0.0, 0.85), min_size=3, max_size=3))
def test_what_sdr_can_show_is_left_alone(curve: str, shares: list[float]) -> None:
    transfer, encode = CURVES[curve]
    pixels = 255 * np.array(shares)
    shown = to_sdr(as_hdr(pixels, encode), transfer, BT2020)
    # In light: the four digits of BT.2087's matrix are seen in black beside a pure colour.
    assert np.abs(shown**2.4 - np.array(shares) ** 2.4).max() < 0.001


@given(st.sampled_from([PQ, HLG]), st.floats(203.0, 400.0), st.lists(st.floats(0, 1), min_size=2, max_size=2))
def test_brighter_light_is_never_shown_darker(transfer: int, white: float, pair: list[float]) -> None:
    low, high = sorted(pair)
    dark, bright = (to_sdr(np.full(3, code), transfer, BT2020, white) for code in (low, high))
    assert (dark <= bright + 1e-9).all() and dark.min() >= 0 and bright.max() <= 1


@pytest.mark.parametrize("curve", CURVES)
def test_highlights_keep_their_hue(curve: str) -> None:
    """A sunlit face at four times the light of the chart's: pale, but no other colour."""
    transfer, encode = CURVES[curve]
    bright = as_hdr(CHART[1], encode, 4 * 203.0)
    hue = [
        np.degrees(np.arctan2(*lab(pixels)[:0:-1]))
        for pixels in (255 * to_sdr(bright, transfer, BT2020), CHART[1])
    ]
    assert abs(hue[0] - hue[1]) < 6


def test_white_is_measured_within_a_stop() -> None:
    dark = np.full((100, 3), 0.3)
    assert content_white(dark, PQ) == REFERENCE_WHITE_NITS
    sparks = dark.copy()
    sparks[:4] = pq_codes(np.array(900.0))
    assert content_white(sparks, PQ) == REFERENCE_WHITE_NITS
    bright = dark.copy()
    bright[:30] = pq_codes(np.array(300.0))
    assert content_white(bright, PQ) == pytest.approx(300, abs=1)
    bright[:30] = pq_codes(np.array(2000.0))
    assert content_white(bright, PQ) == BRIGHTEST_WHITE_NITS


def test_wide_gamut_sdr_becomes_bt709() -> None:
    grey = np.full(3, 0.5)
    for primaries in (BT2020, DISPLAY_P3, BT709):
        assert to_sdr(grey, GAMMA, primaries) == pytest.approx(grey, abs=1e-6)
    red = to_sdr(np.array([1.0, 0.0, 0.0]), GAMMA, DISPLAY_P3)
    assert red[0] == pytest.approx(1.0, abs=0.05) and red[1:].max() < 0.25
    skin = np.array([0.76, 0.59, 0.51])
    wide = (
        skin**2.4 @ np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.088, 0.8956]]).T
    ) ** (1 / 2.4)
    assert to_sdr(wide, GAMMA, BT2020) == pytest.approx(skin, abs=0.002)


# Format, matrix, tags, full range, codec, suffix.
SDR = {
    "8 bit": ("yuv420p", 1, (1, 1, 1), False, "libx264", ".mp4"),
    "bt601": ("yuv420p", 6, (6, 6, 6), False, "libx264", ".mp4"),
    "untagged and small": ("yuv420p", 6, (2, 2, 2), False, "libx264", ".mp4"),
    "10 bit": ("yuv420p10le", 1, (1, 1, 1), False, "libx264", ".mp4"),
    "4:2:2 10 bit": ("yuv422p10le", 1, (1, 1, 1), False, "prores_ks", ".mov"),
    "4:2:2": ("yuv422p", 1, (1, 1, 1), False, "libx264", ".mp4"),
    "4:4:4": ("yuv444p", 1, (1, 1, 1), False, "libx264", ".mp4"),
    "12 bit": ("yuv444p12le", 1, (1, 1, 1), False, "ffv1", ".mkv"),
    "full range": ("yuv420p", 1, (1, 1, 1), True, "libx264", ".mp4"),
    "full range 10 bit": ("yuv420p10le", 1, (1, 1, 1), True, "libx264", ".mp4"),
    "jpeg": ("yuvj420p", 6, (6, 2, 2), True, "mjpeg", ".mov"),
}


@pytest.mark.parametrize("kind", SDR)
def test_colours_of_every_kind_of_sdr(tmp_path: Path, kind: str) -> None:
    pixel_format, matrix, tags, is_full, codec, suffix = SDR[kind]
    codes = chart().astype(float) / 255
    frames = [frame_of(codes, pixel_format, matrix, is_full) for _ in range(30)]
    path = write(tmp_path / f"chart{suffix}", frames, codec, tags, is_full)
    limit = 3.0 if is_full or codec == "prores_ks" else 2.0
    for pixels in looks(path):
        assert np.abs(read_patches(pixels) - CHART).max() <= limit


@pytest.mark.parametrize(
    ("pixel_format", "codec", "suffix"),
    [("gbrp10le", "ffv1", ".mkv"), ("rgb24", "png", ".mov"), ("rgba", "png", ".mov"), ("bgra", "ffv1", ".mkv")],
)
def test_rgb_with_and_without_alpha(tmp_path: Path, pixel_format: str, codec: str, suffix: str) -> None:
    import av

    frames = [av.VideoFrame.from_ndarray(chart(), format="rgb24").reformat(format=pixel_format) for _ in range(30)]
    path = write(tmp_path / f"chart{suffix}", frames, codec, (2, 2, 2), True)
    for pixels in looks(path):
        assert np.abs(read_patches(pixels) - CHART).max() <= 2.0


@pytest.mark.parametrize("is_full", [False, True])
@pytest.mark.parametrize("pixel_format", ["gray", "gray10le"])
def test_grey_in_either_range(tmp_path: Path, pixel_format: str, is_full: bool) -> None:
    greys = np.repeat(np.linspace(10, 245, 24)[:, None], 3, axis=1)
    codes = patches(greys / 255, 240, 160)
    frames = [frame_of(codes, pixel_format, 1, is_full) for _ in range(30)]
    path = write(tmp_path / "grey.mkv", frames, "ffv1", (2, 2, 2), is_full)
    facts = probe(path)
    assert facts.video is not None and facts.video.pixel_format == pixel_format
    for pixels in looks(path):
        assert np.abs(read_patches(pixels) - greys).max() <= 1.5


def test_a_transparent_picture_keeps_its_colours(tmp_path: Path) -> None:
    import av

    picture = np.dstack([chart(), np.full((160, 240), 128, np.uint8)])
    frames = [
        av.VideoFrame.from_ndarray(picture, format="rgba").reformat(format="yuva444p10le", dst_colorspace=1)
        for _ in range(30)
    ]
    path = write(tmp_path / "alpha.mov", frames, "prores_ks", options={"profile": "4"})
    for pixels in looks(path):
        assert np.abs(read_patches(pixels) - CHART).max() <= 3.0
