"""Words of scripts that write none: Japanese phrases, Chinese and Thai words, found by BudouX's small models.

Transcribers give such text letter by letter or sentence by sentence. What is highlighted together, and where a
page may end, is a phrase that a reader takes in at once. Lao, Burmese and Khmer have no model: see `pieces`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.captions.pieces import LONGEST_PIECE, split_text

if TYPE_CHECKING:
    from budoux import Parser

_THAI = re.compile("[\u0e00-\u0e7f]")
_KANA = re.compile("[\u3041-\u30fa]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# Up to where a sentence ends with what closes it; the page ends there too.
_SENTENCE = re.compile(r".*?[。！？!?][。！？!?」』）】》〉”’\"]*|.+", re.DOTALL)
# A phrase of more letters is cut by the rules of writing.
_LONGEST_PHRASE = 12


def phrases(text: str, around: str = "") -> list[str]:
    """Return unspaced text cut into what is read at once; together they are the text.

    Args:
        text: Without spaces, of one language.
        around: What is said beside it, which tells Chinese from Japanese where the text itself can't.
    """
    model = _model(text, around or text)
    found = _parser(model).parse(text) if model else [text]
    found = [part for phrase in found for part in _SENTENCE.findall(phrase)]
    longest = _LONGEST_PHRASE if model else LONGEST_PIECE
    return [piece for phrase in found for piece in (split_text(phrase) if len(phrase) > longest else [phrase])]


def _model(text: str, around: str) -> str:
    if _THAI.search(text):
        return "th"
    if not (_HAN.search(text) or _KANA.search(text)):
        return ""
    if _KANA.search(around):
        return "ja"
    return "zh-hant" if _is_traditional(around) else "zh-hans"


def _is_traditional(text: str) -> bool:
    """Whether more letters are written in Taiwan alone than on the mainland alone."""
    letters = _HAN.findall(text)
    return _count_in(letters, "big5", "gb2312") > _count_in(letters, "gb2312", "big5")


def _count_in(letters: Sequence[str], encoding: str, other: str) -> int:
    return sum(_can_write(letter, encoding) and not _can_write(letter, other) for letter in letters)


def _can_write(letter: str, encoding: str) -> bool:
    return bool(letter.encode(encoding, errors="ignore"))


@cache
def _parser(model: str) -> Parser:
    from budoux import Parser

    return Parser(json.loads((files("budoux") / "models" / f"{model}.json").read_text(encoding="utf-8")))
