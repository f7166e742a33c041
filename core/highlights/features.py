"""What can be counted in each sentence, as columns that sum over any run of sentences in constant time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.highlights.language import asks, exclaims, is_ideographic, plain, terms
from core.highlights.lexicon import KINDS, LAUGHTER, Lexicon
from core.schema.segment import Sentence

Floats = NDArray[np.float64]

COLUMNS = (
    "seconds",
    "words",
    "sentences",
    "turns",
    "questions",
    "exclamations",
    "laughter",
    "short",
    "interjections",
    "first_person",
    "second_person",
    "numbers",
    "names",
    "rarity",
    "guest",
    "quotes",
    *KINDS,
)
"""`turns`: sentences that begin a turn. `short`: sentences of at most four words. `guest`: seconds spoken by who
answers. `rarity`: summed information of content terms, in bits. The rest are counts."""


@dataclass(frozen=True)
class SentenceTable:
    """The sentences with their counts: `counts[i, column(name)]`, and per sentence what does not sum.

    `found[i]` lists the words of each kind; `leaning[i]` (0 to 1) how much it needs what came before;
    `hanging[i]` whether it breaks off; `opens_turn[i]` whether somebody else spoke before it.
    """

    sentences: tuple[Sentence, ...]
    tokens: tuple[tuple[str, ...], ...]
    terms: tuple[tuple[str, ...], ...]
    counts: Floats
    found: tuple[dict[str, list[str]], ...]
    leaning: Floats
    hanging: NDArray[np.bool_]
    opens_turn: NDArray[np.bool_]
    has_speakers: bool
    lexicon: Lexicon

    def column(self, name: str) -> Floats:
        """Return one column: a value per sentence."""
        column: Floats = self.counts[:, COLUMNS.index(name)]
        return column


def measure_sentences(sentences: Sequence[Sentence], words: Sequence[str], lexicon: Lexicon) -> SentenceTable:
    """Count everything once. `words` are the transcript's words, indexed by the sentences."""
    spoken = [words[s.first_word : s.last_word + 1] for s in sentences]
    tokens = tuple(tuple(token for token in map(plain, part) if token) for part in spoken)
    term_lists = tuple(tuple(terms(part, lexicon.stop_words)) for part in spoken)
    bits = _information(term_lists)
    opens_turn = np.array(
        [i == 0 or s.speaker != sentences[i - 1].speaker for i, s in enumerate(sentences)], dtype=bool
    )
    speakers = {s.speaker for s in sentences}
    guests = _answerers(sentences)
    counts = np.zeros((len(sentences), len(COLUMNS)))
    found: list[dict[str, list[str]]] = []
    for i, sentence in enumerate(sentences):
        lower = sentence.text.lower()
        listed = lexicon.find(tokens[i], lower)
        found.append(listed)
        counts[i] = _row(sentence, spoken[i], tokens[i], listed, lexicon)
        counts[i, COLUMNS.index("rarity")] = sum(bits[term] for term in set(term_lists[i]))
        counts[i, COLUMNS.index("guest")] = (sentence.end - sentence.start) * (sentence.speaker in guests)
    counts[:, COLUMNS.index("turns")] = opens_turn
    return SentenceTable(
        sentences=tuple(sentences),
        tokens=tokens,
        terms=term_lists,
        counts=counts,
        found=tuple(found),
        leaning=np.array([lexicon.leans_back(t, s.text.lower()) for t, s in zip(tokens, sentences, strict=True)]),
        hanging=np.array([_hangs(s, t, lexicon) for t, s in zip(tokens, sentences, strict=True)], dtype=bool),
        opens_turn=opens_turn,
        has_speakers=len(speakers) > 1,
        lexicon=lexicon,
    )


def _row(
    sentence: Sentence,
    spoken: Sequence[str],
    tokens: Sequence[str],
    listed: dict[str, list[str]],
    lexicon: Lexicon,
) -> list[float]:
    wide = is_ideographic(sentence.text)
    # Two ideographs carry about as much as one word of English.
    length = sum(map(len, tokens)) / 2 if wide else len(tokens)
    values = {
        "seconds": sentence.end - sentence.start,
        "words": length,
        "sentences": 1.0,
        "questions": float(sentence.is_question or any(map(asks, spoken))),
        "exclamations": float(any(map(exclaims, spoken))),
        "laughter": float(len(LAUGHTER.findall(sentence.text))),
        "short": float(length <= 4),
        "interjections": sum(token in lexicon.interjections for token in tokens),
        "first_person": _count(tokens, sentence.text, lexicon.first_person, wide),
        "second_person": _count(tokens, sentence.text, lexicon.second_person, wide),
        "numbers": sum(any(c.isdigit() for c in token) for token in tokens),
        "names": sum(word.lstrip("\"'“‘(")[:1].isupper() and plain(word) != "i" for word in spoken[1:]),
        "quotes": float(any(mark in sentence.text for mark in '"“”「『«')),
        **{kind: len(listed.get(kind, ())) for kind in KINDS},
    }
    return [float(values.get(name, 0.0)) for name in COLUMNS]


def _count(tokens: Sequence[str], text: str, listed: frozenset[str], wide: bool) -> float:
    if wide:
        return float(sum(text.count(entry) for entry in listed))
    return float(sum(token in listed for token in tokens))


def _information(term_lists: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return each term's information in this talk: log2 of how rarely a sentence holds it."""
    frequency = Counter(term for listed in term_lists for term in set(listed))
    total = len(term_lists) + 1
    return {term: math.log2(total / count) for term, count in frequency.items()}


def _answerers(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the speakers whose words are wanted: all but those who ask much more than they tell.

    A host is who asks at least twice as often per minute as the others do, and does not talk the most.
    """
    seconds: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    for sentence in sentences:
        seconds[sentence.speaker] += sentence.end - sentence.start  # type: ignore[assignment]
        questions[sentence.speaker] += sentence.is_question
    if len(seconds) < 2:
        return frozenset(seconds)
    overall = sum(questions.values()) / max(1.0, sum(seconds.values()))
    most = max(seconds, key=lambda name: seconds[name])
    hosts = {
        name
        for name in seconds
        if name != most and questions[name] / max(1.0, seconds[name]) > 1.5 * overall and questions[name] >= 3
    }
    return frozenset(seconds) - hosts or frozenset(seconds)


def _hangs(sentence: Sentence, tokens: Sequence[str], lexicon: Lexicon) -> bool:
    text = sentence.text.rstrip("\"'”’» ")
    if text.endswith(("...", "…", ",", "-", "–", "—", "，", ":", "：")):
        return True
    is_marked = text[-1:] in ".?!。？！।"
    return not is_marked and bool(tokens) and tokens[-1] in lexicon.dangling_ends
