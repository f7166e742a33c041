"""Where a line may end inside what a transcriber calls a word.

No dictionary is at hand, so pieces follow the writing itself: in Japanese a new piece begins where kana are
followed by kanji, or after a particle (roughly a bunsetsu), in Thai before a vowel that is written in front of
its consonant, and nowhere does a piece begin with a sign that must not start a line (kinsoku shori, JIS X 4051).
"""

from __future__ import annotations

import re
import unicodedata

from core.captions.phrasing import ends_sentence
from core.captions.script import is_unspaced

LONGEST_PIECE = 8
SHORTEST_PIECE = 2
# Letters that must stay on each side of a hyphen.
SHORTEST_PART = 3

_NO_START = set("、。，．・：；？！ー…）」』】〉》〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞ%％")
_NO_END = set("（「『【〈《〔")
_HIRAGANA = re.compile("[\u3040-\u309f]")
_IDEOGRAPH_OR_KATAKANA = re.compile("[\u30a0-\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# A particle right behind a noun; the look-ahead spares the okurigana of common verbs (上がる, 落とす, 天気です).
_PARTICLE = re.compile("は|を|に|の|も|で(?!す|き|し|て)|が(?!ら|り|る|れ|ろ|っ)|と(?!さ|し|す|せ|ん|う)")
_FRONT_VOWEL = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]")
_ALPHABETIC = re.compile("[\u0041-\u024f\u0370-\u052f\u1e00-\u1fff]")
_VOWELS = set("aeiouyäöüáàâãåéèêëíìîïóòôõúùûýæøœаеёиоуыэюяіїєαεηιουωάέήίόύώ")
_SEAMS = set("-/._@&=?:‐–")


def split_text(text: str) -> list[str]:
    """Return text of a script without spaces in pieces that a reader takes in at once; other text whole."""
    letters = sum(is_unspaced(character) for character in text)
    if len(text) <= SHORTEST_PIECE or letters * 2 < len(text):
        return [text]
    pieces = [""]
    for place, character in enumerate(text):
        piece = pieces[-1]
        if piece and _may_break(piece[-1], character) and _wants_break(piece, text[place:]):
            pieces.append(character)
        else:
            pieces[-1] += character
    if len(pieces) > 1 and len(pieces[-1]) < SHORTEST_PIECE and not ends_sentence(pieces[-2]):
        last = pieces.pop()
        pieces[-1] += last
    return pieces


def hyphenated(word: str, count: int) -> list[str]:
    """Return a long alphabetic word in at most `count` parts of like length, hyphens added where it has none.

    Scripts whose letters join, or that know no hyphen, are never cut.
    """
    letters = [character for character in word if character.isalpha()]
    if not letters or not all(_ALPHABETIC.match(character) for character in letters):
        return [word]
    parts: list[str] = []
    rest = word
    for left in range(count, 1, -1):
        cut = _best_cut(rest, len(rest) / left)
        if cut is None:
            break
        head, rest = rest[:cut], rest[cut:]
        parts.append(head if head[-1] in _SEAMS else head + "-")
    return [*parts, rest]


def _best_cut(word: str, ideal: float) -> int | None:
    """Return where to cut near `ideal`: at a seam, else before a consonant that a vowel follows."""
    best, best_cost = None, float("inf")
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if unicodedata.category(word[cut]).startswith("M"):
            continue
        cost = abs(cut - ideal) + _cut_penalty(word, cut)
        if cost < best_cost:
            best, best_cost = cut, cost
    return best


def _cut_penalty(word: str, cut: int) -> float:
    if word[cut - 1] in _SEAMS:
        return -4.0
    if not (word[cut - 1].isalpha() and word[cut].isalpha()):
        return 6.0
    starts_syllable = word[cut].lower() not in _VOWELS and word[cut + 1 : cut + 2].lower() in _VOWELS
    return 0.0 if starts_syllable else 3.0


def _may_break(left: str, right: str) -> bool:
    """Whether a line may end after `left` and begin with `right`."""
    if right in _NO_START or left in _NO_END or unicodedata.category(right).startswith("M"):
        return False
    if _FRONT_VOWEL.match(left):
        return False
    return is_unspaced(left) or is_unspaced(right)


def _wants_break(piece: str, following: str) -> bool:
    left = piece[-1]
    if ends_sentence(piece) or left in "、，；：":
        return True
    if len(piece) < SHORTEST_PIECE:
        return False
    if _FRONT_VOWEL.match(following):
        return True
    if _HIRAGANA.match(left):
        if _IDEOGRAPH_OR_KATAKANA.match(following):
            return True
        is_after_noun = bool(_IDEOGRAPH_OR_KATAKANA.match(piece[-2]))
        if is_after_noun and _PARTICLE.match(left + following) and len(following) >= SHORTEST_PIECE:
            return True
    # Thai and its neighbours have no other safe place: a cut inside a syllable is worse than a long piece.
    return unicodedata.east_asian_width(left) in "WF" and len(piece) >= LONGEST_PIECE
