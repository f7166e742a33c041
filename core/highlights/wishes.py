"""What the user asked to find ("about pricing", "the funniest", "Ben's stories"), by what was said, heard and who.

Words of a wish that name a kind of moment are listed per language; names of speakers are compared with the talk's;
what is left are topics, matched by the beginnings of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from core.highlights.candidates import Floats, Windows
from core.highlights.features import SentenceTable
from core.highlights.language import terms
from core.lexicon import LANGUAGES, plain, tables
from core.schema.segment import SoundEvent

STRENGTH = 60.0
"""Points of 100 between a window that fits the wish best and one that does not fit at all."""

SIGNALS: Mapping[str, Mapping[str, float]] = {
    "humour": {"humour": 1.0, "laughter": 2.0},
    "emotion": {"emotion": 1.0, "exclamations": 0.3},
    "story": {"story": 1.0},
    "lesson": {"lesson": 1.0},
    "hook": {"hook": 1.0},
    "questions": {"questions": 1.0},
    "quotes": {"lesson": 0.5, "absolute": 0.7, "contrast": 0.5},
    "controversial": {"contrast": 0.8, "absolute": 0.5, "hook": 0.5},
}
"""The columns of `features` that answer each kind of wish, and how much each counts."""

_TOLD = {
    "humour": "humour and laughter",
    "emotion": "words of feeling",
    "story": "words of stories",
    "lesson": "advice",
    "hook": "surprise",
    "questions": "questions",
    "quotes": "sweeping statements and contrasts",
    "controversial": "disagreement and strong claims",
}
_LAUGHTER_WORTH = 3.0
_WIDE = re.compile("[\u3040-\u9fff]")


@dataclass(frozen=True)
class Wish:
    """A wish understood: kinds of moment, speakers, and the beginnings of topic words."""

    kinds: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    stems: frozenset[str] = field(default_factory=frozenset)

    @property
    def told(self) -> str:
        """What is looked for, in words."""
        parts = [_TOLD[kind] for kind in self.kinds]
        parts += [f"what {name} says" for name in self.speakers]
        parts += [f"“{topic}”" for topic in self.topics]
        return ", ".join(parts)


def understand(wish: str, table: SentenceTable) -> Wish:
    """Return what a wish asks for; words of the talk's language and of English name kinds of moment."""
    languages = dict.fromkeys((table.lexicon.language, "en", *LANGUAGES))
    kinds: dict[str, None] = {}
    left: list[str] = []
    for word in _words_of(wish, languages):
        kind = next((found for code in languages if (found := _kinds(code).get(word))), None)
        if kind is None:
            left.append(word)
        elif kind in SIGNALS:
            kinds[kind] = None
    speakers = dict.fromkeys(sentence.speaker for sentence in table.sentences if sentence.speaker)
    named = {word: name for name in speakers for word in map(plain, name.split())}
    asked = dict.fromkeys(named[word] for word in map(_bare, left) if word in named)
    topics = terms([word for word in left if _bare(word) not in named], table.lexicon.stop_words)
    return Wish(tuple(kinds), tuple(asked), tuple(topics), frozenset(map(_stem, topics)))


def fit_wish(
    table: SentenceTable, windows: Windows, wish: Wish, sounds: Sequence[SoundEvent] = ()
) -> Floats | None:
    """Return how well each window fits the wish (0 to 1, the best one 1), or None when nothing in the talk does.

    Words are compared by their beginnings, so that "pricing" finds "price" and "prices". Several wishes at once
    ("funny stories about pricing") are best answered by what holds all of them.
    """
    parts = []
    if wish.kinds:
        parts.append(sum((_answers(table, kind, sounds) for kind in wish.kinds), np.zeros(len(table.sentences))))
    if wish.speakers:
        parts.append(table.column("seconds") / 4.0 * [s.speaker in wish.speakers for s in table.sentences])
    if wish.stems:
        said = [sum(_stem(term) in wish.stems for term in found) for found in table.terms]
        parts.append(np.minimum(1.0, np.array(said, dtype=float)))
    fits = [fit for part in parts if (fit := _share(part, windows)) is not None]
    if not fits:
        return None
    together: Floats = np.asarray(np.prod([0.15 + 0.85 * fit for fit in fits], axis=0))
    return together / float(together.max())


def _share(hits: Floats, windows: Windows) -> Floats | None:
    summed = np.append(0.0, np.cumsum(hits))
    inside = summed[windows.last + 1] - summed[windows.first]
    # Ten seconds of unrelated talk mixed in, so that one short hit does not beat a whole passage.
    fit: Floats = inside / (windows.duration + 10.0)
    best = float(fit.max(initial=0.0))
    return fit / best if best > 0 else None


def _answers(table: SentenceTable, kind: str, sounds: Sequence[SoundEvent]) -> Floats:
    hits = np.zeros(len(table.sentences))
    for name, weight in SIGNALS[kind].items():
        hits += weight * np.minimum(1.0, table.column(name))
    if kind == "humour":
        # A laughter is about the sentence that it follows.
        starts = np.array([sentence.start for sentence in table.sentences])
        for sound in sounds:
            if sound.kind == "laughter":
                at = int(np.searchsorted(starts, sound.start)) - 1
                hits[max(0, at)] += _LAUGHTER_WORTH * sound.confidence
    return hits


def _words_of(wish: str, languages: Mapping[str, None]) -> list[str]:
    """Return the wish's words; in scripts without spaces the listed ones found in it, and what is between."""
    words: list[str] = []
    for part in wish.split():
        if not _WIDE.search(part):
            words.append(_bare(part))
            continue
        listed = sorted((w for code in languages for w in _kinds(code) if _WIDE.search(w)), key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, listed)))
        at = 0
        for match in pattern.finditer(part):
            words += [part[at : match.start()], match.group(0)]
            at = match.end()
        words.append(part[at:])
    return [word for word in words if word]


def _bare(word: str) -> str:
    return plain(word).removesuffix("'s")


@cache
def _kinds(code: str) -> Mapping[str, str]:
    listed = tables(code).get("wishes", {})
    return {word: kind for kind, words in listed.items() for word in str(words).split()}


def _stem(term: str) -> str:
    if _WIDE.search(term):
        return term
    return term[: max(4, len(term) - 3)] if len(term) > 5 else term[:4]
