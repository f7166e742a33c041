"""Captions as they looked when a person last approved them, per built-in style and aspect.

Text is Latin in the bundled font, so that machines agree; other scripts are proved by properties in
`tests/core/captions`. After a change that is meant to be seen, run

    SHORTLIST_RENEW_GOLDEN=1 make test        (or: SHORTLIST_RENEW_GOLDEN=1 .venv/bin/pytest tests/golden)

look at the pictures in `tests/golden/captions`, and commit them with the change.
"""

from __future__ import annotations

import os
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from core.captions.overlay import OverlayPainter
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.style import Style
from core.styles.library import built_in_styles

pytestmark = pytest.mark.usefixtures("qapp")

FOLDER = Path(__file__).parent / "captions"
RENEW = "SHORTLIST_RENEW_GOLDEN"
SIZES = {"9x16": (360, 640), "1x1": (360, 360), "16x9": (640, 360)}
# Fonts and Qt differ a little between machines at the edges of letters; a word in another place or colour
# changes far more.
MEAN_DIFFERENCE = 1.5
STRAY_SHARE = 0.01
STRAY_DIFFERENCE = 60
WORDS = (("Every", False), ("single", False), ("customer", True), ("stayed.", False))
# While one word is spoken, another is emphasised: both colours are in the picture.
AT = 1.42


def _frame(style: Style, width: int, height: int) -> NDArray[np.uint8]:
    """Return what the style paints at one instant over a plain gradient."""
    words = tuple(
        CueWord(text=text, start=1.0 + 0.25 * i, end=1.25 + 0.25 * i, is_emphasised=is_emphasised)
        for i, (text, is_emphasised) in enumerate(WORDS)
    )
    cue = CaptionCue(start=1.0, end=2.0, words=words)
    overlays = [
        Overlay(kind="hook", start=0.0, end=3.0, text="The rule that saved us"),
        Overlay(kind="progress_bar", start=0.0, end=5.0),
    ]
    painter = OverlayPainter(style, width, height, [cue], overlays, 5.0)
    shade = np.linspace(150, 60, height, dtype=np.float32)[:, None, None]
    frame = np.broadcast_to(shade, (height, width, 3)).copy()
    for patch in painter.patches(AT):
        rows = slice(patch.y, patch.y + patch.rgba.shape[0])
        columns = slice(patch.x, patch.x + patch.rgba.shape[1])
        frame[rows, columns] *= 1.0 - patch.rgba[..., 3:] / 255.0
        frame[rows, columns] += patch.rgba[..., :3]
    return np.rint(frame.clip(0, 255)).astype(np.uint8)


@pytest.mark.parametrize("aspect", SIZES)
@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.name)
def test_captions_look_as_approved(style: Style, aspect: str) -> None:
    frame = _frame(style, *SIZES[aspect])
    file = FOLDER / f"{style.name}_{aspect}.png"
    if os.environ.get(RENEW):
        cv2.imwrite(str(file), frame[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 9])
    approved = cv2.imread(str(file))
    assert approved is not None, f"{file} is missing; run with {RENEW}=1, look at it and commit it"
    difference = np.abs(frame.astype(np.int16) - approved[..., ::-1]).max(axis=2)
    assert difference.mean() <= MEAN_DIFFERENCE
    assert (difference > STRAY_DIFFERENCE).mean() <= STRAY_SHARE


def test_a_changed_look_would_be_noticed() -> None:
    style = built_in_styles()[0]
    moved = style.model_copy(update={"captions": style.captions.model_copy(update={"position": 0.6})})
    difference = np.abs(_frame(style, 360, 640).astype(np.int16) - _frame(moved, 360, 640)).max(axis=2)
    assert difference.mean() > MEAN_DIFFERENCE
    assert (difference > STRAY_DIFFERENCE).mean() > STRAY_SHARE
