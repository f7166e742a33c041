"""Search over a thousand hours: nine million words with a vocabulary as people have it, on a disk of this machine.

Words are drawn by Zipf's law as Mandelbrot mended it (1 / (rank + 2.7), An Informational Theory of the
Statistical Structure of Language, 1953), from 150,000 made-up ones, the commonest short; 200 talks of five
hours with two speakers each. Questions are what people ask: words of all frequencies, phrases that are said,
beginnings as they are typed, words with a letter wrong, words of one speaker or talk. They are measured in CPU
time of the process, one by one, on an index that the system has read before; the reference is what a search
without an index does, a scan by LIKE of the same passages. Questions by meaning are measured on made-up vectors of
1,536 numbers (`tests/bench/vectors.py`), one a window of the same talks; the endpoint's own time is left out.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles

import numpy as np

from core.schema.search import Line, Said
from core.search.fusion import Span
from core.search.index import IndexWriter, connect_for_reading
from core.search.nearest import VectorReader
from core.search.places import Place
from core.search.query import parse
from core.search.reader import IndexReader, Question
from core.search.vectors import VectorWriter, connect_vectors
from core.search.windows import windows
from tests.bench.figures import Figure
from tests.bench.vectors import NUMBERS, TOP, MadeUp

_TALKS = 200
_WORDS_A_TALK = 45_000  # five hours at 150 words a minute
_VOCABULARY = 150_000
_LINE = 11
_ASKED = 30  # questions of a kind
_TARGET_MS = 100.0
_ONSETS = (*"bdfghklmnprstvwz", "br", "tr", "st", "pl", "kr", "sch")
_VOWELS = (*"aeiou", "ei", "ou")


def vocabulary(draw: random.Random) -> list[str]:
    """Return made-up words that can be spoken, each once, the first ones short."""
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        syllables = 1 + len(words) // 600 if len(words) < 1800 else draw.choice((2, 3, 3, 4, 4, 5))
        word = "".join(draw.choice(_ONSETS) + draw.choice(_VOWELS) for _ in range(min(syllables, 5)))
        words[word + draw.choice(("", "", "n", "s", "t"))] = None
    return list(words)


def talks(words: Sequence[str], count: int = _TALKS) -> Iterator[Said]:
    """Yield talks, a line every four seconds or so."""
    drawn = np.random.default_rng(7)
    weights = 1.0 / (np.arange(len(words)) + 2.7)
    known = np.array(words, dtype=object)
    for number in range(count):
        chosen = known[drawn.choice(len(words), _WORDS_A_TALK, p=weights / weights.sum())]
        lines = []
        for place in range(0, _WORDS_A_TALK, _LINE):
            some = chosen[place : place + _LINE]
            start = place * 0.4
            starts = [0, *accumulate(len(word) + 1 for word in some[:-1])]
            lines.append(
                Line.model_construct(
                    start=start,
                    end=start + len(some) * 0.4,
                    speaker=f"Speaker {place // 220 % 2 + 1 + 2 * (number % 20)}",
                    text=" ".join(some) + ("." if place % 3 == 0 else ""),
                    marks=tuple((at, start + 0.4 * i) for i, at in enumerate(starts)),
                )
            )
        yield Said.model_construct(
            source_id=f"talk{number}", language="en", digest=str(number), lines=tuple(lines)
        )


def questions(words: Sequence[str], said: Said, draw: random.Random) -> dict[str, list[str]]:
    """Return what is asked, by kind."""

    def any_word() -> str:
        # Every frequency alike: the logarithm of the rank is even.
        return words[int(len(words) ** draw.random()) - 1]

    def long_word() -> str:
        return next(word for word in iter(any_word, None) if len(word) >= 6)

    def wrong(word: str) -> str:
        at = draw.randrange(1, len(word))
        return word[:at] + "q" + word[at + 1 :]

    def phrase() -> str:
        line = draw.choice(said.lines).text.strip(".").split()
        at = draw.randrange(0, len(line) - 3)
        return f'"{" ".join(line[at : at + draw.choice((2, 3))])}"'

    return {
        "one word": [f'"{any_word()}"' for _ in range(_ASKED)],
        "two words": [f"{any_word()} {any_word()}" for _ in range(_ASKED)],
        "a phrase": [phrase() for _ in range(_ASKED)],
        "the beginning of a word, 1 to 4 letters": [
            any_word()[: draw.choice((1, 2, 3, 4))] for _ in range(_ASKED)
        ],
        "a word with a letter wrong": [wrong(long_word()) for _ in range(_ASKED)],
        "a word of one speaker": [f"{any_word()} speaker:{draw.randrange(1, 40)}" for _ in range(_ASKED)],
        "a word of one talk": [f"{any_word()} source:{draw.randrange(_TALKS)}" for _ in range(_ASKED)],
    }


def figures() -> Iterator[Figure]:
    """Index a thousand hours, and ask."""
    draw = random.Random(11)
    words = vocabulary(draw)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workspace.search.sqlite"
        meant = _Meant(Path(folder) / "workspace.vectors.sqlite")
        writer = IndexWriter(path)
        spent = 0.0
        last = None
        for said in talks(words):
            begun = time.process_time()
            writer.put(said)
            spent += time.process_time() - begun
            meant.take(said)
            last = said
        writer.close()
        assert last is not None
        size_mb = path.stat().st_size / 1e6
        yield Figure(
            "index a thousand hours, a talk of five hours", spent / _TALKS, "s CPU", 2.0, f"{spent:.0f} s all"
        )
        yield Figure(
            "the index of a thousand hours", size_mb, "MB", 300.0, f"{_TALKS * _WORDS_A_TALK / 1e6:.0f} M words"
        )
        yield from _asked(path, questions(words, last, draw))
        yield from meant.figures(path, questions(words, last, draw)["two words"])


def _asked(path: Path, asked: dict[str, list[str]]) -> Iterator[Figure]:
    reader = IndexReader(connect_for_reading(path))
    begun = time.process_time()
    reader.warm()
    yield Figure("read the vocabulary, once a change", (time.process_time() - begun) * 1000, "ms CPU", 2000.0)
    scanned = sqlite3.connect(path)
    places = {f"talk{number}": Place(float(number)) for number in range(_TALKS)}
    for kind, typed in asked.items():
        ours, theirs, found = [], [], 0
        for one in typed:
            query = parse(one)
            wanted = places
            if query.filters.source:
                wanted = {f"talk{query.filters.source}": places[f"talk{query.filters.source}"]}
            begun = time.process_time()
            found += bool(reader.find(Question(), query, wanted, 50).hits)
            ours.append((time.process_time() - begun) * 1000)
        for one in typed[:5]:
            sought = " ".join(" ".join(term.words) for term in parse(one).wanted)
            begun = time.process_time()
            scanned.execute(
                "select id from passages where text like ? order by id desc", [f"%{sought}%"]
            ).fetchall()
            theirs.append((time.process_time() - begun) * 1000)
        high = quantiles(ours, n=20)[-1]
        ratio = median(theirs) / median(ours)
        note = f"median {median(ours):.1f} ms; {found} of {len(typed)} found; LIKE takes {ratio:.0f} times as long"
        yield Figure(f"{kind}, 95 of 100", high, "ms CPU", _TARGET_MS, note)
    scanned.close()
    reader.close()


class _Meant:
    """The windows of the talks with their vectors, in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._made = MadeUp(_ASKED)
        self._writer = VectorWriter(path, "bench")
        self._rows: list[tuple[str, float]] = []
        self._cutting = 0.0

    def take(self, said: Said) -> None:
        begun = time.process_time()
        parts = list(windows(said.lines))
        self._cutting += time.process_time() - begun
        self._writer.put(said.source_id, said.digest, parts)
        self._writer.keep([self._writer.key(part.text) for part in parts], self._made.draw(len(parts)))
        self._rows += [(said.source_id, part.start) for part in parts]

    def figures(self, words_path: Path, typed: Sequence[str]) -> Iterator[Figure]:
        """Look for what is meant, and for both together."""
        count = len(self._rows)
        yield Figure(
            "windows of a talk of five hours",
            self._cutting / _TALKS,
            "s CPU",
            1.0,
            f"{count:,} in a thousand hours",
        )
        begun = time.process_time()
        self._writer.code()
        coding = time.process_time() - begun
        yield Figure(
            "make their codes, a talk of five hours", coding / _TALKS, "s CPU", 1.0, f"{coding:.0f} s all"
        )
        self._writer.close()
        size_mb = self._path.stat().st_size / 1e6
        yield Figure(
            "the vectors of a thousand hours", size_mb, "MB", 600.0, f"{NUMBERS} numbers each, of 2 bytes"
        )
        connection = connect_vectors(self._path, "bench")
        assert connection is not None
        vectors, reader = VectorReader(connection, "bench"), IndexReader(connect_for_reading(words_path))
        begun = time.process_time()
        vectors.warm()
        yield Figure("read the codes, once a change", (time.process_time() - begun) * 1000, "ms CPU", 2000.0)
        reader.warm()
        yield from self._asked(vectors, reader, typed)
        vectors.close()
        reader.close()

    def _asked(self, vectors: VectorReader, reader: IndexReader, typed: Sequence[str]) -> Iterator[Figure]:
        places = {f"talk{number}": Place(float(number)) for number in range(_TALKS)}
        alone, both, nearest, found = [], [], [], 0
        for one, asked in zip(typed, self._made.questions, strict=True):
            begun = time.process_time()
            near = vectors.nearest(asked, places)
            alone.append((time.process_time() - begun) * 1000)
            spans = [Span(each.source_id, each.start, each.end) for each in near]
            found += len(reader.find(Question(), parse(one), places, 50, spans).hits)
            both.append((time.process_time() - begun) * 1000)
            nearest.append({(each.source_id, each.start) for each in near})
        # Only now: threads that multiplied for this go on waiting for more, and are counted with what comes next.
        true = [{self._rows[row] for row in self._made.nearest(number)} for number in range(len(nearest))]
        exact = sum(len(ours & theirs) for ours, theirs in zip(nearest, true, strict=True)) / (TOP * len(nearest))
        note = f"median {median(alone):.1f} ms; {exact:.0%} of the {TOP} nearest are found"
        yield Figure("by meaning, 95 of 100", quantiles(alone, n=20)[-1], "ms CPU", _TARGET_MS, note)
        note = f"median {median(both):.1f} ms; {found / len(both):.0f} places each"
        yield Figure(
            "two words and their meaning, 95 of 100", quantiles(both, n=20)[-1], "ms CPU", _TARGET_MS, note
        )
