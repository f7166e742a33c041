"""Reading words in any script: where a sentence ends, which letters a word has, what its content terms are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.lexicon import plain as plain

# Latin, CJK full width, Arabic, Urdu, Devanagari, Armenian, Ethiopic, Khmer, Burmese.
_ENDERS = ".?!…。？！．؟۔।॥։።፧។၊။"
_CLOSERS = "\"'”’»)]}」』）】〉》"
_END = re.compile(rf"[{re.escape(_ENDERS)}][{re.escape(_CLOSERS)}]*$")
_QUESTION = re.compile(rf"[?？؟፧][{re.escape(_CLOSERS)}]*$")
_EXCLAMATION = re.compile(rf"[!！][{re.escape(_CLOSERS)}]*$")
_INITIAL = re.compile(r"^[\"'“‘(\[]*(?:[^\W\d_]\.)+$")
_ORDINAL = re.compile(r"^\d{1,3}\.$")
_CLAUSE = re.compile(rf"[,;:،؛、，；：–—-][{re.escape(_CLOSERS)}]*$")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st sr jr vs etc inc ltd co corp dept gen gov sen rep rev hon capt col lt sgt e.g i.e cf
    al approx est fig no nos vol pp ed jan feb mar apr jun jul aug sep sept oct nov dec mt ft ave blvd rd u.s
    u.k u.n a.m p.m ph.d m.d b.a d.c sra srta dra ud uds pág núm art bzw usw z.b d.h nr hr fr ca mme mlle m
    """.split()  # noqa: SIM905
)
# Words that begin a new thought where nobody wrote punctuation.
OPENERS = frozenset(
    """
    so and but because now then well okay ok yeah right also anyway however actually basically i we you he
    she they it this that there what when where why how if pero y entonces porque ahora luego cuando si yo
    aber und dann also weil mais et donc alors parce quand 所以 但是 但 那 因為 因为 然後 然后 而且 我 我們 我们 你
    """.split()  # noqa: SIM905
)


def is_ideographic(text: str) -> bool:
    """Whether the text is mostly written without spaces (Chinese, Japanese)."""
    letters = sum(character.isalpha() for character in text)
    return letters > 0 and len(_IDEOGRAPH.findall(text)) > 0.3 * letters


def ends_sentence(word: str, following: str = "") -> bool:
    """Whether a sentence ends with this word, judged by its punctuation and by the word after it.

    A full stop after an abbreviation, an initial or a list number, or before a lower-case word, does not count.
    """
    if not _END.search(word):
        return False
    bare = word.rstrip(_CLOSERS)
    if bare.endswith("……") or (bare.endswith("…") and _IDEOGRAPH.search(bare)):
        # Between ideographs it is somebody looking for a word; no capital letter tells when it is more.
        return False
    continues = following.lstrip("\"'“‘([«¿¡")[:1].islower()
    if not bare.endswith((".", "…", "．")):
        # "Why?" she asked: the quotation ends, the sentence goes on.
        return not (continues and bare != word)
    if not following:
        return True
    if bare.endswith(("...", "…")):
        return not continues
    stem = plain(bare)
    if stem in _ABBREVIATIONS and (continues or stem not in {"etc", "no", "a.m", "p.m", "inc", "co", "al"}):
        return False
    if (_INITIAL.match(bare) and stem != "i") or _ORDINAL.match(bare):
        return False
    return not continues


def asks(word: str) -> bool:
    """Whether the word ends a written question."""
    return bool(_QUESTION.search(word))


def exclaims(word: str) -> bool:
    """Whether the word ends a written exclamation."""
    return bool(_EXCLAMATION.search(word))


def ends_clause(word: str) -> bool:
    """Whether a comma or its like follows the word."""
    return bool(_CLAUSE.search(word))


def join_words(words: Sequence[str]) -> str:
    """Return the words as running text: no spaces between ideographs."""
    parts: list[str] = []
    for word in words:
        if parts and not (_IDEOGRAPH.search(parts[-1][-1:] + word[:1]) or _IDEOGRAPH.search(parts[-1])):
            parts.append(" ")
        parts.append(word)
    return "".join(parts).strip()


def terms(words: Sequence[str], stop_words: frozenset[str]) -> list[str]:
    """Return content terms for comparing texts: words without stop words, or pairs of ideographs."""
    found: list[str] = []
    previous = ""
    for word in words:
        bare = plain(word)
        if _IDEOGRAPH.search(bare):
            for character in bare:
                if previous and _IDEOGRAPH.match(character):
                    found.append(previous + character)
                previous = character if _IDEOGRAPH.match(character) else ""
        else:
            previous = ""
            if len(bare) > 2 and bare not in stop_words and not bare.isdigit():
                found.append(bare)
    return found
