"""Cut text of scripts without spaces into pieces that a reader takes in at once.

No dictionary is at hand, so pieces follow the writing itself: in Japanese a new piece begins where kana are
followed by kanji (roughly a bunsetsu), in Thai before a vowel that is written in front of its consonant, and
nowhere does a line begin with a sign that must not start one (kinsoku shori, JIS X 4051).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from core.captions.script import is_unspaced

if TYPE_CHECKING:
    from core.captions.cues import CaptionWord

LONGEST_PIECE = 7
SHORTEST_PIECE = 2

_NO_START = set("、。，．・：；？！ー…）」』】〉》〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ%％")
_NO_END = set("（「『【〈《〔")
_HIRAGANA = re.compile("[\u3040-\u309f]")
_KANJI_OR_KATAKANA = re.compile("[\u30a0-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_THAI_FRONT_VOWEL = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]")


def split_unspaced(word: CaptionWord) -> list[CaptionWord]:
    """Return the word cut into readable pieces, its time shared by letters; spaced words come back as they are."""
    letters = sum(is_unspaced(character) for character in word.text)
    if len(word.text) <= LONGEST_PIECE or letters * 2 < len(word.text):
        return [word]
    pieces = _pieces(word.text.strip())
    rate = (word.end - word.start) / max(1, sum(map(len, pieces)))
    parts, said = [], 0
    for piece in pieces:
        start, said = said, said + len(piece)
        parts.append(
            replace(word, text=piece, start=word.start + rate * start, end=min(word.end, word.start + rate * said))
        )
    return parts


def _pieces(text: str) -> list[str]:
    pieces = [""]
    for character in text:
        piece = pieces[-1]
        if piece and _may_break(piece[-1], character) and _wants_break(piece, character):
            pieces.append(character)
        else:
            pieces[-1] += character
    if len(pieces) > 1 and len(pieces[-1]) < SHORTEST_PIECE:
        last = pieces.pop()
        pieces[-1] += last
    return pieces


def _may_break(left: str, right: str) -> bool:
    """Whether a line may end after `left` and begin with `right`."""
    if right in _NO_START or left in _NO_END or unicodedata.category(right).startswith("M"):
        return False
    if _THAI_FRONT_VOWEL.match(left):
        return False
    return is_unspaced(left) or is_unspaced(right)


def _wants_break(piece: str, following: str) -> bool:
    if len(piece) < SHORTEST_PIECE:
        return False
    left = piece[-1]
    if left in "、。，！？；：" or _THAI_FRONT_VOWEL.match(following):
        return True
    if _HIRAGANA.match(left) and _KANJI_OR_KATAKANA.match(following):
        return True
    # Thai and its neighbours have no other safe place: a cut inside a syllable is worse than a long piece.
    is_cjk = unicodedata.east_asian_width(left) in "WF"
    return is_cjk and len(piece) >= LONGEST_PIECE
