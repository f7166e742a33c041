"""Titles of chapters that read like titles: the opening question, what is spoken of there alone, or a line."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from core.highlights.features import SentenceTable
from core.highlights.language import plain
from core.highlights.titles import headline
from core.insights.phrases import Phrase
from core.insights.talk import VERBS, Talk

Said = list[tuple[Phrase, int]]

LONGEST = 70
"""Characters, so that a player's bar shows most of it."""

_OPENING_SECONDS = 75.0
_ROUTINE_SECONDS, _LONGEST_ROUTINE_SECONDS, _ROUTINE_PER_MINUTE = 240.0, 540.0, 2.5
_SECOND_SHARE = 0.45
_WHOLE = 1.5
"""How much more a name or several words are worth in a title than one word."""

_SHORTEST_SAYING, _LONGEST_SAYING = 4, 11
_AND = {"en": "and", "es": "y", "de": "und", "fr": "et", "it": "e", "pt": "e", "nl": "en"}
_FIRST = {
    "en": "Introduction",
    "es": "Introducción",
    "de": "Einleitung",
    "fr": "Introduction",
    "it": "Introduzione",
    "pt": "Introdução",
    "nl": "Inleiding",
}
_LAST = {
    "en": "Closing words",
    "es": "Palabras finales",
    "de": "Schlussworte",
    "fr": "Conclusion",
    "it": "Conclusione",
    "pt": "Palavras finais",
    "nl": "Slotwoord",
}
_CLAUSE = re.compile(r"(?<=[,;:—–])\s+|\s+(?:--|-)\s+|(?:\band|\bso|\bbut|\blike)\s+", re.IGNORECASE)


def chapter_titles(talk: Talk, starts: Sequence[float], phrases: Sequence[Phrase]) -> list[str]:
    """Return a title for each chapter, no two alike; `starts` in source seconds, the first 0."""
    begins = [sentence.start for sentence in talk.sentences]
    bounds = [*(bisect_left(begins, start) for start in starts), len(begins)]
    said = _counts(phrases, bounds)
    titles: list[str] = []
    used: set[str] = set()
    for number, (first, last) in enumerate(pairwise(bounds)):
        options = _options(talk, first, last, number, len(starts), said[number])
        title = next((option for option in options if plain(option) not in used), "")
        title = title or f"{options[0] if options else 'Part'} ({number + 1})"
        used.add(plain(title))
        titles.append(title)
    return titles


def _options(talk: Talk, first: int, last: int, number: int, count: int, said: Said) -> list[str]:
    """Return titles for sentences `first` to `last` (exclusive), the best first."""
    if first >= last:
        return []
    routine = _routine(talk, first, last, number, count)
    telling = _telling(talk, first, last, said)
    named = _named(talk, [phrase for phrase, _ in telling[:8]], [worth for _, worth in telling[:8]])
    asked = _question(talk, first, last, [phrase for phrase, _ in telling[:12]])
    saying = _saying(talk, first, last, [phrase for phrase, _ in telling[:4]])
    # One word alone says little of ten minutes of talk.
    best = telling[0][0] if telling else None
    is_thin = best is None or (len(best.key) == 1 and not best.is_name and not talk.is_ideographic)
    first_choices = (routine, asked, saying) if is_thin else (routine, asked)
    return [title for title in (*first_choices, *named, saying, _line(talk, first, last)) if title]


def _routine(talk: Talk, first: int, last: int, number: int, count: int) -> str:
    """Return "Introduction" or its like for a short chapter of greetings at either end."""
    seconds = talk.sentences[last - 1].end - talk.sentences[first].start
    names = _FIRST if number == 0 else _LAST if number == count - 1 else {}
    greets = float(talk.table.column("housekeeping")[first:last].sum())
    per_minute = 60.0 * greets / max(1.0, seconds)
    is_short = seconds <= _ROUTINE_SECONDS and greets >= 2 and per_minute >= 1.0
    # Guests are introduced, sponsors thanked and listeners asked to subscribe for long in some shows.
    is_long = seconds <= _LONGEST_ROUTINE_SECONDS and per_minute >= _ROUTINE_PER_MINUTE
    if not (is_short or is_long):
        return ""
    return names.get(talk.table.lexicon.language, "")


def _counts(phrases: Sequence[Phrase], bounds: Sequence[int]) -> list[Said]:
    """Return for each chapter which phrases are said in it, and how often."""
    chapter_of = [number for number, (first, last) in enumerate(pairwise(bounds)) for _ in range(first, last)]
    before = bounds[0]
    said: list[Said] = [[] for _ in bounds[1:]]
    for phrase in phrases:
        counts = Counter(chapter_of[index - before] for index in phrase.at if index >= before)
        for number, count in counts.items():
            said[number].append((phrase, count))
    return said


def _telling(talk: Talk, first: int, last: int, said: Said) -> list[tuple[Phrase, float]]:
    """Return the phrases said more in these sentences than elsewhere, the most telling first, with their worth."""
    share_of_talk = (last - first) / len(talk.sentences)
    found = []
    for phrase, here in said:
        if here < 2 and not (here == 1 and phrase.count <= 3 and len(phrase.key) > 1):
            continue
        share = here / phrase.count
        worth = here * phrase.weight * max(0.0, math.log((share + 0.05) / share_of_talk))
        worth *= _WHOLE if len(phrase.key) > 1 or phrase.is_name else 1.0
        if worth > 0:
            found.append((phrase, worth))
    return sorted(found, key=lambda pair: (-pair[1], pair[0].key))


def _named(talk: Talk, phrases: Sequence[Phrase], worths: Sequence[float]) -> list[str]:
    """Return titles that name one or two of the phrases."""
    if not phrases:
        return []
    titles = []
    best = phrases[0]
    for phrase, worth in zip(phrases[1:], worths[1:], strict=True):
        if worth >= _SECOND_SHARE * worths[0] and not _overlap(best, phrase, talk):
            titles.append(_joined(best.written, phrase.written, talk.table.lexicon.language))
            break
    titles += [phrase.written for phrase in phrases]
    return [title[:1].upper() + title[1:] for title in titles if len(title) <= LONGEST]


def _overlap(one: Phrase, other: Phrase, talk: Talk) -> bool:
    if talk.is_ideographic:
        return bool(set(one.written) & set(other.written))
    return bool(set(one.key) & set(other.key))


def _joined(one: str, other: str, language: str) -> str:
    word = _AND.get(language)
    return f"{one} {word} {other}" if word else f"{one} · {other}"


def _question(talk: Talk, first: int, last: int, telling: Sequence[Phrase]) -> str:
    """Return the question that opens the chapter, if it says by itself what the chapter is about."""
    words = {word for phrase in telling for word in (*phrase.key, *map(plain, phrase.written.split()))}
    counts = Counter(term for i in range(first, last) for term in set(talk.table.terms[i]))
    guests = talk.table.column("guest") > 0
    has_hosts = bool((~guests).any())
    best, best_worth = "", 0.0
    for index in range(first, last):
        sentence = talk.sentences[index]
        if sentence.start - talk.sentences[first].start > _OPENING_SECONDS:
            break
        # Where some ask and others tell, what those that tell ask is mostly said for effect.
        is_told = has_hosts and bool(guests[index])
        if not sentence.is_question or is_told or sentence.text.count('"') % 2:
            continue
        line = _asked(sentence.text, talk)
        terms = {plain(word) for word in line.split()}
        subject = terms & words if not talk.is_ideographic else {w for w in telling if w.written in line}
        content = terms & set(talk.table.terms[index])
        worth = sum(min(4, counts[word]) for word in content) + 3 * len(subject) + talk.alone(index)
        if line and subject and (len(content) >= 2 or talk.is_ideographic) and worth > best_worth:
            best, best_worth = line, worth
    return best


def _asked(text: str, talk: Talk) -> str:
    """Return a short question inside a sentence ("I wonder, how do you bake?" → "How do you bake?"), or ""."""
    openers = talk.table.lexicon.question_openers
    parts = [part for part in _CLAUSE.split(text) if part and part.strip()]
    for place, part in enumerate(parts):
        words = part.split()
        rest = text[text.rfind(part) :] if place else text
        if len(words) >= 3 and plain(words[0]) in openers and len(rest) <= LONGEST:
            return headline(rest, talk.table, LONGEST)
    line = headline(text, talk.table, LONGEST)
    is_whole = line.rstrip().endswith(("?", "？", "؟"))
    is_open = talk.table.lexicon.language != "en" or plain(line.split()[0]) in openers
    return line if is_whole and is_open else ""


def _saying(talk: Talk, first: int, last: int, telling: Sequence[Phrase]) -> str:
    """Return a short whole statement about what the chapter is about, if somebody makes one."""
    table = talk.table
    at = {index for phrase in telling for index in phrase.at if first <= index < last}
    best, best_worth = "", 0.0
    for index in sorted(at):
        line = headline(talk.opened(index), table, LONGEST)
        words = len(talk.sentences[index].text.split())
        is_plain = not table.column("questions")[index] and not table.column("first_person")[index]
        is_plain = is_plain and not VERBS.isdisjoint(table.tokens[index]) and not _asks(table, index)
        if (
            not is_plain
            or talk.pointing(index)
            or line.endswith("…")
            or not _SHORTEST_SAYING <= words <= _LONGEST_SAYING
        ):
            continue
        subjects = sum(index in phrase.at for phrase in telling)
        worth = talk.alone(index) * (1.0 + subjects + 0.5 * bool(table.found[index].get("lesson")))
        if talk.alone(index) >= 0.9 and worth > best_worth:
            best, best_worth = line, worth
    return best


def _asks(table: SentenceTable, index: int) -> bool:
    tokens = table.tokens[index]
    return bool(tokens) and tokens[0] in table.lexicon.question_openers


def _line(talk: Talk, first: int, last: int) -> str:
    """Return the sentence that reads best alone, as a title."""
    best = max(range(first, last), key=lambda i: (talk.alone(i), len(set(talk.table.terms[i])), -i))
    return headline(talk.opened(best), talk.table, LONGEST)
