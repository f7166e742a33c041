"""The logo: where it lies, its edges, and that all else keeps clear of it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.captions.dress import dress
from core.captions.overlay import OverlayPainter, Patch
from core.captions.place import safe_area
from core.errors import StyleError
from core.media.planes import Picture
from core.render.blend import PatchBlender
from core.schema.caption import CaptionCue, ClipText, CueWord, Overlay
from core.schema.style import Asset, HookStyle, LogoStyle, SafeZone, Style

pytestmark = pytest.mark.usefixtures("qapp")

LOGO = Overlay(kind="logo", start=0.0, end=9.0)


def disc(file: Path, width: int = 400, height: int = 200) -> Asset:
    """Write white on black that is transparent, as drawing programs save it."""
    picture = np.zeros((height, width, 4), np.uint8)
    cv2.ellipse(picture, (width // 2, height // 2), (width // 2 - 4, height // 2 - 4), 0, 0, 360, (255,) * 4, -1)
    cv2.imwrite(str(file), picture)
    return Asset(name=f"images/{file.name}", path=file, digest="d")


def style_of(asset: Asset, **logo: object) -> Style:
    return Style(
        name="t",
        version=1,
        logo=LogoStyle.model_validate({"file": asset.name, **logo}),
        assets=(asset,),
        hook=HookStyle(size=60),
    )


def painted(style: Style, size: tuple[int, int] = (540, 960)) -> Patch:
    (patch,) = OverlayPainter(style, *size, [], [LOGO], 9.0).patches(1.0)
    return patch


@pytest.mark.parametrize("size", [(540, 960), (540, 540), (960, 540)], ids=str)
@pytest.mark.parametrize("corner", ["top_left", "top_right", "bottom_left", "bottom_right"])
def test_it_lies_in_its_corner_inside_the_safe_zone(tmp_path: Path, corner: str, size: tuple[int, int]) -> None:
    patch = painted(style_of(disc(tmp_path / "a.png"), corner=corner), size)
    area = safe_area(SafeZone(), *size)
    rows, columns = np.nonzero(patch.rgba[..., 3])
    left, right = patch.x + columns.min(), patch.x + columns.max() + 1
    top, bottom = patch.y + rows.min(), patch.y + rows.max() + 1
    assert abs(bottom - top - 40 * area.scale) <= 2
    assert abs(right - left - 2 * (bottom - top)) <= 3
    assert abs((left - area.left) if "left" in corner else (right - area.right)) <= 3
    assert abs((top - area.top) if "top" in corner else (bottom - area.bottom)) <= 3


def test_its_edges_are_not_darkened_by_what_is_transparent(tmp_path: Path) -> None:
    patch = painted(style_of(disc(tmp_path / "a.png")))
    rgba = patch.rgba.astype(int)
    assert ((rgba[..., 3] > 0) & (rgba[..., 3] < 255)).sum() > 20
    assert np.abs(rgba[..., :3] - rgba[..., 3:]).max() <= 1
    picture = Picture.blank(540, 960)
    picture.y[:] = 235
    PatchBlender().blend(picture, [patch])
    assert picture.y.min() >= 233


def test_opacity_is_that_of_all_of_it(tmp_path: Path) -> None:
    asset = disc(tmp_path / "a.png")
    whole, half = painted(style_of(asset)), painted(style_of(asset, opacity=0.5))
    assert np.abs(half.rgba.astype(int) - whole.rgba * 0.5).max() <= 1.5
    assert whole.key != half.key


def test_a_huge_logo_leaves_room_for_all_else(tmp_path: Path) -> None:
    area = safe_area(SafeZone(), 540, 960)
    wide = painted(style_of(disc(tmp_path / "a.png", 900, 100), height=400))
    tall = painted(style_of(disc(tmp_path / "b.png", 100, 900), height=500))
    assert wide.rgba.shape[1] <= area.room / 2 + 4
    assert tall.rgba.shape[0] <= (area.bottom - area.top) / 4 + 4


@pytest.mark.parametrize("corner", ["top_left", "top_right", "bottom_left", "bottom_right"])
def test_title_and_captions_keep_clear_of_it(tmp_path: Path, corner: str) -> None:
    style = style_of(disc(tmp_path / "a.png"), corner=corner, height=80)
    words = tuple(CueWord(text=text, start=0, end=6) for text in ["some", "rather", "long", "words", "here"])
    cue = CaptionCue(start=0, end=6, words=words)
    looks = {"position": 0.75, "size": 60.0, "shadow_colour": "#00000000", "animation": "none"}
    captions = style.captions.model_copy(update=looks)
    style = style.model_copy(update={"captions": captions})
    hook = Overlay(kind="hook", start=0, end=6, text="A title that is as wide as it gets")
    patches = OverlayPainter(style, 540, 960, [cue], [LOGO, hook], 9.0).patches(3.0)
    inked = np.zeros((960, 540), int)
    for patch in patches:
        height, width = patch.rgba.shape[:2]
        solid = patch.rgba[..., 3] >= 128
        inked[patch.y : patch.y + height, patch.x : patch.x + width] += solid
    assert len(patches) == 3
    assert inked.max() == 1


def test_a_style_with_a_logo_shows_it_from_the_first_frame_to_the_last(tmp_path: Path) -> None:
    style = style_of(disc(tmp_path / "a.png"))
    assert dress(ClipText(), style, 9.0).overlays == (LOGO,)
    assert dress(ClipText(), Style(name="t", version=1), 9.0).overlays == ()


def test_what_is_missing_or_no_picture_is_named(tmp_path: Path) -> None:
    asset = disc(tmp_path / "a.png")
    with pytest.raises(StyleError, match=r"images/a.png.*lacks"):
        painted(style_of(asset).model_copy(update={"assets": ()}))
    asset.path.write_text("no picture")
    with pytest.raises(StyleError, match=r"a.png.*can't be read"):
        painted(style_of(asset))
