"""What is seen is what is exported: every built-in style (`make soak`; three in each test run), in every shape, at
twenty instants.

A file without loss must hold the very picture that the preview shows. What a usual file loses is measured where
captions and titles are, over scenery so soft that it loses hardly anything itself.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from core.captions.overlay import OverlayPainter
from core.media.planes import Picture, PictureScaler
from core.render.engine import render
from core.render.preview import CompositionPlayer
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.choice import ASPECTS
from core.schema.composition import Composition, output_size
from core.schema.framing import LayoutSpan, Region
from core.schema.preset import EncodePreset
from core.schema.style import Style
from core.styles.library import built_in_styles
from tests.slices import sliced

RATE = Fraction(10)
FRAMES = 20
SHORT_SIDE_PX = 540
SIZE = (480, 270)
LEAST_SSIM = 0.98
# So far about a pixel SSIM looks.
SEEN_PX = 6
PAGES = ((0.1, ("Every", "single", "customer")), (1.0, ("stayed,", "أهلا", "🎉", "we")))
OVERLAYS = (
    Overlay(kind="hook", start=0.0, end=1.2, text="The rule that saved us"),
    Overlay(kind="progress_bar", start=0.0, end=2.0),
)
# Words that grow, words that fill, lines in a box under a rule: what the others do is less of it.
QUICK = ("bold_pop", "karaoke", "news")
LOSSLESS = EncodePreset(name="lossless", crf=0, effort="ultrafast", parameters="")

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def scenery(tools, tmp_path_factory) -> Path:
    """Two seconds of a soft, slowly moving picture."""
    across, down = np.meshgrid(np.linspace(0, 1, SIZE[0]), np.linspace(0, 1, SIZE[1]))
    pictures = (
        np.stack([120 + 60 * np.sin(3 * across + n / 9), 90 + 70 * down, 110 + 50 * across * down], -1).astype(
            np.uint8
        )
        for n in range(FRAMES)
    )
    path = tmp_path_factory.mktemp("scenery") / "scenery.mp4"
    sound = np.zeros(96_000, np.float32)
    return tools["write_media"](path, pictures, [n / 10 for n in range(FRAMES)], sound, SIZE, RATE)


def cues() -> tuple[CaptionCue, ...]:
    """Return two pages; words of both are on screen while they are said."""
    return tuple(
        CaptionCue(
            start=start,
            end=start + 0.9,
            words=tuple(
                CueWord(
                    text=text,
                    start=start + 0.9 * place / len(texts),
                    end=start + 0.9 * (place + 1) / len(texts),
                    is_emphasised=place == 1,
                )
                for place, text in enumerate(texts)
            ),
        )
        for start, texts in PAGES
    )


def compositions(tools, scenery: Path, style: Style, preset: EncodePreset) -> list[Composition]:
    """Return a composition in each aspect."""
    made = []
    for aspect in ASPECTS:
        width, height = output_size(aspect, SHORT_SIDE_PX)
        side = min(SIZE[0] / width, SIZE[1] / height)
        crop = tools["still_crop"](0, 0, side * width, side * height)
        span = LayoutSpan(start=0, end=2, layout="follow", regions=(Region(crop=crop),))
        styled = {"style": style.in_aspect(aspect), "preset": preset, "aspect": aspect}
        made.append(
            tools["compose"](
                scenery, [(0, 2)], (width, height), [span], RATE, cues=cues(), overlays=OVERLAYS, **styled
            )
        )
    return made


def pictures_of(file: Path) -> list[NDArray[np.uint8]]:
    """Return a file's pictures, made RGB as the preview makes its own."""
    scaler = PictureScaler()
    with av.open(str(file)) as container:
        return [scaler.to_rgb(Picture(frame)) for frame in container.decode(video=0)]


def ssim(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the structural similarity at each pixel of two RGB pictures' luma (Wang et al. 2004)."""
    a, b = (picture @ np.array([0.2126, 0.7152, 0.0722]) for picture in (one, other))

    def smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(cv2.GaussianBlur(values, (11, 11), 1.5))

    mean_a, mean_b = smooth(a), smooth(b)
    spread = smooth(a * a) - mean_a**2 + smooth(b * b) - mean_b**2
    shared = smooth(a * b) - mean_a * mean_b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return (2 * mean_a * mean_b + c1) * (2 * shared + c2) / ((mean_a**2 + mean_b**2 + c1) * (spread + c2))


def painted_area(composition: Composition, at: float) -> NDArray[np.bool_]:
    """Return which pixels something is painted over."""
    area = np.zeros((composition.height, composition.width), np.bool_)
    painter = OverlayPainter(
        composition.style, composition.width, composition.height, composition.cues, composition.overlays, 2.0
    )
    for patch in painter.patches(at):
        height, width = patch.rgba.shape[:2]
        area[patch.y : patch.y + height, patch.x : patch.x + width] |= patch.rgba[..., 3] > 0
    return area


@pytest.mark.parametrize("style", sliced(built_in_styles(), QUICK, lambda style: style.name))
def test_the_file_holds_what_the_preview_shows(tools, scenery, tmp_path, style) -> None:
    usual = compositions(tools, scenery, style, EncodePreset())
    lossless = compositions(tools, scenery, style, LOSSLESS)
    files = [tmp_path / f"{kind}{place}.mp4" for kind in ("usual", "lossless") for place in range(len(ASPECTS))]
    played = [pictures_of(made.file) for made in render([*usual, *lossless], files)]
    painted = 0
    for place, composition in enumerate(usual):
        player = CompositionPlayer(composition, composition.height)
        for frame in range(FRAMES):
            shown = player.frame(frame / RATE)
            exact, lossy = played[len(ASPECTS) + place][frame], played[place][frame]
            assert np.array_equal(shown, exact), (composition.aspect, frame)
            area = painted_area(composition, frame / RATE)
            if area.any():
                painted += 1
                rows, columns = np.flatnonzero(area.any(1)), np.flatnonzero(area.any(0))
                box = tuple(slice(max(0, used[0] - SEEN_PX), used[-1] + 1 + SEEN_PX) for used in (rows, columns))
                likeness = ssim(shown[box], lossy[box])[area[box]].mean()
                assert likeness >= LEAST_SSIM, (composition.aspect, frame, likeness)
        player.close()
    assert painted > 0 or not style.captions.is_shown
