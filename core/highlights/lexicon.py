"""Words that editors listen for, one list a language.

A language without a file is judged by structure alone (turns, questions, sentence lengths, rarity of words).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from core.lexicon import guess_language, primary, tables

KINDS = ("hook", "emotion", "humour", "lesson", "contrast", "absolute", "story", "filler", "housekeeping")
"""The kinds of listed words, in the order of the columns of `features`."""

LAUGHTER = re.compile(
    r"[\[(（<*♪][^\])）>*]{0,20}(?:laugh|chuckl|applause|cheer|giggl|risas?|aplausos?|lacht|rires?|笑|掌聲|掌声)"
    r"[^\])）>*]{0,20}[\])）>*♪]",
    re.IGNORECASE,
)
"""A mark that the transcript makes where people laughed or clapped."""

_WIDE = re.compile("[\u3040-\u9fff]")


@dataclass(frozen=True)
class Lexicon:
    """The listed words of one language; all in lower case."""

    language: str
    stop_words: frozenset[str]
    first_person: frozenset[str]
    second_person: frozenset[str]
    interjections: frozenset[str]
    question_openers: frozenset[str]
    dangling_ends: frozenset[str]
    dependent_starts: dict[str, float]
    _words: dict[str, tuple[str, ...]]
    _phrases: re.Pattern[str]
    _phrase_kinds: dict[str, tuple[str, ...]]

    def find(self, tokens: Iterable[str], text: str) -> dict[str, list[str]]:
        """Return, per kind, what a sentence holds; `tokens` are plain words, `text` is in lower case."""
        found: dict[str, list[str]] = {}
        for token in tokens:
            for kind in self._words.get(token, ()):
                found.setdefault(kind, []).append(token)
        for match in self._phrases.finditer(text):
            for kind in self._phrase_kinds[match.group(0)]:
                found.setdefault(kind, []).append(match.group(0))
        return found

    def leans_back(self, tokens: Sequence[str], text: str) -> float:
        """Return how much an opening leans on what came before (0 stands alone, 1 can't stand alone)."""
        if tokens and not _WIDE.match(tokens[0]):
            return self.dependent_starts.get(tokens[0], 0.0)
        return max((w for start, w in self.dependent_starts.items() if text.startswith(start)), default=0.0)


def lexicon_for(language: str, sample: Sequence[str] = ()) -> Lexicon:
    """Return the lexicon of a language ("en", "pt-BR"), or, when none is named, of the words' likely one."""
    return _load(primary(language) or guess_language(sample))


@cache
def _load(code: str) -> Lexicon:
    lists = tables(code)

    def listed(name: str) -> frozenset[str]:
        return frozenset(str(lists.get(name, "")).split())

    words: dict[str, list[str]] = {}
    phrases: dict[str, list[str]] = {}
    for kind in KINDS:
        for word in str(lists.get("words", {}).get(kind, "")).split():
            words.setdefault(word, []).append(kind)
        for phrase in lists.get("phrases", {}).get(kind, []):
            phrases.setdefault(phrase, []).append(kind)
    starts = {
        word: float(weight)
        for weight, starters in lists.get("dependent_starts", {}).items()
        for word in starters.split()
    }
    return Lexicon(
        language=code,
        stop_words=listed("stop_words"),
        first_person=listed("first_person"),
        second_person=listed("second_person"),
        interjections=listed("interjections"),
        question_openers=listed("question_openers"),
        dangling_ends=listed("dangling_ends"),
        dependent_starts=starts,
        _words={word: tuple(kinds) for word, kinds in words.items()},
        _phrases=_phrase_pattern(phrases),
        _phrase_kinds={phrase: tuple(kinds) for phrase, kinds in phrases.items()},
    )


def _phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match any phrase: ideographs anywhere, other scripts between word edges."""
    by_length = sorted(phrases, key=len, reverse=True)
    wide = [re.escape(phrase) for phrase in by_length if _WIDE.search(phrase)]
    spaced = [re.escape(phrase) for phrase in by_length if not _WIDE.search(phrase)]
    parts = [rf"\b(?:{'|'.join(spaced)})(?!\w)"] if spaced else []
    return re.compile("|".join([*parts, *wide]) or r"(?!)")
