"""What is seen where there is only sound: bars that move with it, on a gradient or on the cover."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import MediaError
from core.media.planes import Picture
from core.render.backdrop import SoundBackdrop
from core.render.cover import LAYOUTS, layout_for, paint_cover
from core.schema.choice import ASPECTS
from core.schema.composition import Composition, output_size
from core.schema.style import BackgroundStyle

Tools = dict[str, Callable[..., object]]
SIZES = [output_size(aspect, 270) for aspect in ASPECTS]


@pytest.fixture
def cover(tmp_path: Path) -> Path:
    """A cover whose quarters are red, green, blue and white."""
    pixels = np.zeros((400, 400, 3), np.uint8)
    pixels[:200, :200, 2] = pixels[:200, 200:, 1] = pixels[200:, :200, 0] = 220
    pixels[200:, 200:] = 220
    path = tmp_path / "cover.png"
    cv2.imwrite(str(path), pixels)
    return path


def composed(tools: Tools, path: Path | None) -> Composition:
    composition = tools["compose"](Path("talk.m4a"), [(0.0, 2.0)])
    assert isinstance(composition, Composition)
    return composition.model_copy(
        update={"media": composition.media.model_copy(update={"cover": path, "has_video": False})}
    )


def rgb(picture: Picture) -> np.ndarray:
    return picture.frame.to_ndarray(format="rgb24", src_colorspace=1)


def loud_then_quiet() -> np.ndarray:
    samples = np.random.default_rng(1).uniform(-0.5, 0.5, (96_000, 2)).astype(np.float32)
    samples[48_000:] *= 0.001
    return samples


@pytest.mark.parametrize("size", SIZES)
def test_the_cover_is_whole_sharp_and_in_the_middle(cover: Path, size: tuple[int, int]) -> None:
    width, height = size
    pixels = paint_cover(cv2.imread(str(cover))[:, :, ::-1], width, height)
    layout = layout_for(width, height)
    side = min(layout.height * height, layout.width * width)
    row, column = round(layout.centre * height), width // 2
    reach = round(side * 0.4)
    corners = {(-1, -1): (220, 0, 0), (-1, 1): (0, 220, 0), (1, -1): (0, 0, 220), (1, 1): (220, 220, 220)}
    for (down, across), colour in corners.items():
        assert np.abs(pixels[row + down * reach, column + across * reach].astype(int) - colour).max() <= 2
    # Around it the same colours, without light enough to read white captions against.
    assert pixels[: round(height * (layout.centre - layout.height / 2)) - 2].max() < 140
    assert pixels[round(height * 0.8) :].mean() < 70


@pytest.mark.parametrize("width_px", [270, 1080])
def test_a_corner_is_round(cover: Path, width_px: int) -> None:
    pixels = paint_cover(np.full((300, 300, 3), 255, np.uint8), width_px, width_px)
    layout = layout_for(width_px, width_px)
    side = round(layout.height * width_px)
    top, left = round(layout.centre * width_px - side / 2), (width_px - side) // 2
    assert pixels[top + 1, left + 1].max() < 200 < pixels[top + side // 8, left + side // 8].min()


def test_bars_lie_below_the_cover_and_above_captions_in_every_shape() -> None:
    for _, layout in LAYOUTS:
        assert layout.centre + layout.height / 2 < layout.bars_centre - layout.bars_height / 2
        assert layout.centre - layout.height / 2 > 0
        assert layout.bars_centre + layout.bars_height / 2 < 0.72


@pytest.mark.parametrize("size", SIZES)
def test_bars_move_with_the_sound(tools: Tools, cover: Path, size: tuple[int, int]) -> None:
    for path in (None, cover):
        backdrop = SoundBackdrop(composed(tools, path), loud_then_quiet(), size)
        loud, still_loud, quiet = (rgb(backdrop.paint(at)).astype(int) for at in (0.5, 0.5, 1.9))
        assert (loud == still_loud).all()
        changed = np.abs(loud - quiet).max(axis=2) > 40
        assert changed.any()
        rows = np.flatnonzero(changed.any(axis=1))
        centre = layout_for(*size).bars_centre if path else 0.42
        assert abs((rows[0] + rows[-1]) / 2 - centre * size[1]) < 0.03 * size[1]


def test_a_wide_cover_keeps_its_shape() -> None:
    wide = np.full((200, 600, 3), 255, np.uint8)
    bright = paint_cover(wide, 540, 960).min(axis=2) > 250
    rows, columns = np.flatnonzero(bright.any(axis=1)), np.flatnonzero(bright.any(axis=0))
    assert len(columns) / len(rows) == pytest.approx(3.0, abs=0.1)
    assert len(columns) <= 0.68 * 540


def test_a_cover_that_is_gone_is_named(tools: Tools, tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="cover picture") as told:
        SoundBackdrop(composed(tools, tmp_path / "gone.jpg"), loud_then_quiet(), (270, 480))
    assert told.value.file.endswith("gone.jpg")


def test_without_a_cover_the_bars_move_on_the_styles_colour(tools: Tools) -> None:
    plain = composed(tools, None)
    background = BackgroundStyle(kind="colour", colour="#204060")
    painted = plain.model_copy(update={"style": plain.style.model_copy(update={"background": background})})
    shown = rgb(SoundBackdrop(painted, loud_then_quiet(), SIZES[0]).paint(0.5))
    assert np.abs(shown[4, 4].astype(int) - (0x20, 0x40, 0x60)).max() <= 2
    usual = rgb(SoundBackdrop(plain, loud_then_quiet(), SIZES[0]).paint(0.5))
    assert np.abs(usual[4, 4].astype(int) - (0x20, 0x40, 0x60)).max() > 20
