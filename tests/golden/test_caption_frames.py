"""Captions as they looked when a person last approved them: a sheet for each built-in style, animation and aspect.

Texts in Latin letters are drawn with the bundled fonts and compared everywhere; the others are compared where the
same fonts are installed as when the sheets were made (`fonts.json`). After a change that is meant to be seen, run

    SHORTLIST_RENEW_GOLDEN=1 .venv/bin/pytest tests/golden

look at the pictures in `tests/golden/captions`, and commit them with the change.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.captions.animations import ANIMATIONS
from core.schema.choice import Aspect
from core.schema.style import CaptionStyle, Style
from core.styles.library import built_in_styles
from tests.golden.sheets import (
    BUNDLED,
    SIZES,
    TEXTS,
    WORD_SECONDS,
    Picture,
    Tile,
    Tiles,
    cells,
    fonts_digest,
    sheet,
)

pytestmark = pytest.mark.usefixtures("qapp")

FOLDER = Path(__file__).parent / "captions"
FONTS = FOLDER / "fonts.json"
RENEW = bool(os.environ.get("SHORTLIST_RENEW_GOLDEN"))
PER_ROW = 5
# Fonts and Qt differ a little between machines at the edges of letters; a word in another place or colour
# changes far more.
MEAN_DIFFERENCE = 0.5
STRAY_SHARE = 0.0015
STRAY_DIFFERENCE = 60
# Seconds into the second word: one word is spoken, another was, a third is to come.
IN_A_WORD = WORD_SECONDS * 1.35
MOVES = [
    Style(name=f"move_{member.NAME}", version=1, captions=CaptionStyle(animation=member.NAME, max_words=5))
    for member in ANIMATIONS
]
# What moves is seen as it comes, in the first words and at the end.
INSTANTS = (0.05, 0.12, WORD_SECONDS * 1.15, WORD_SECONDS * 1.5, WORD_SECONDS * 3.9)


def _tiles(style: Style, aspect: Aspect) -> list[Tile]:
    every = [Tile(text, aspect, IN_A_WORD if len(TEXTS[text].split()) > 1 else 0.2) for text in TEXTS]
    return [*every, *(Tile("english", aspect, after) for after in INSTANTS)] if style in MOVES else every


def _differs(picture: Picture, approved: Picture) -> str:
    difference = np.abs(picture.astype(np.int16) - approved).max(axis=2)
    stray = float((difference > STRAY_DIFFERENCE).mean())
    if difference.mean() <= MEAN_DIFFERENCE and stray <= STRAY_SHARE:
        return ""
    return f"mean {difference.mean():.2f}, stray {stray:.4f}"


def _approved_fonts() -> dict[str, str]:
    known: dict[str, str] = json.loads(FONTS.read_text("utf-8")) if FONTS.exists() else {}
    return known


@pytest.mark.parametrize("aspect", SIZES)
@pytest.mark.parametrize("style", [*built_in_styles(), *MOVES], ids=lambda style: style.name)
def test_captions_look_as_approved(style: Style, aspect: Aspect) -> None:
    tiles = _tiles(style, aspect)
    painted = Tiles(style, with_title=style not in MOVES)
    pictures = [painted.picture(tile) for tile in tiles]
    file = FOLDER / f"{style.name}_{aspect.replace(':', 'x')}.png"
    digests = {f"{style.name} {text}": fonts_digest(style, text) for text in TEXTS if text not in BUNDLED}
    if RENEW:
        FOLDER.mkdir(exist_ok=True)
        cv2.imwrite(str(file), sheet(pictures, PER_ROW)[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 9])
        FONTS.write_text(json.dumps({**_approved_fonts(), **digests}, indent=1, sort_keys=True) + "\n", "utf-8")
    approved = cv2.imread(str(file))
    assert approved is not None, f"{file} is missing; run with SHORTLIST_RENEW_GOLDEN=1, look at it and commit it"
    known = _approved_fonts()
    wrong, other_fonts = [], set()
    expected = cells(approved[..., ::-1].astype(np.uint8), len(tiles), PER_ROW, SIZES[aspect])
    for tile, picture, cell in zip(tiles, pictures, expected, strict=True):
        key = f"{style.name} {tile.text}"
        if key in digests and digests[key] != known.get(key):
            other_fonts.add(tile.text)
        elif told := _differs(picture, cell):
            wrong.append(f"{tile.text} after {tile.after:.2f} s: {told}")
    assert not wrong
    if other_fonts:
        pytest.skip(
            f"other fonts are installed here for {', '.join(sorted(other_fonts))}; the rest is as approved"
        )


def test_a_changed_look_would_be_noticed() -> None:
    style = built_in_styles()[0].in_aspect("9:16")
    tile = Tile("english", "9:16", IN_A_WORD)
    before = Tiles(style, with_title=True).picture(tile)
    for change in ({"position": 0.6}, {"highlight_colour": "#ff00aa"}, {"size": 46.0}):
        other = style.model_copy(update={"captions": style.captions.model_copy(update=change)})
        assert _differs(Tiles(other, with_title=True).picture(tile), before), change
