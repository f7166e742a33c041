"""Words and phrases that say what a talk is about.

In scripts with spaces: runs of one to four words that begin and end with a content word, judged by how often they
are said for themselves and not as a part of a longer one (C-value; Frantzi, Ananiadou and Mima, 2000), weighed by
how rarely everybody says their words. In scripts without: runs of two to six characters that are followed and
preceded by many different ones (accessor variety; Feng, Chen, Deng and Zheng, 2004).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.highlights.language import ends_clause, ends_sentence, plain
from core.insights.nouns import Nouns
from core.insights.talk import Talk
from core.lexicon import profanity

LONGEST = 4
_LONGEST_UNSPACED = 6
_FEWEST_NEIGHBOURS = 3
_CONNECTORS = frozenset(
    "of the and for de la del los las der des du di da do van von et y und &".split()  # noqa: SIM905
)
_TOO_COMMON = 450
"""Of words that everybody says, so many are never the edge of a phrase unless they are part of a name."""

# "Terms of service" begins with no amount, but "in terms of" is said far more often.
_AMOUNTS = frozenset(
    ("terms", "kinds", "sorts", "types", "bunch", "tons", "plenty", "pieces", "couple", "dozens", "forms")
)
_PARTS = 12
_FEWEST_TO_GATHER = 8
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff]+")
_FUNCTION_CHARACTERS = frozenset(
    "的了是在我你他她它們们這这那有也就都和跟與与不會会要說说嗎吗呢啊吧個个很把被讓让去來来到對对為为以可能沒没什麼么"
)
# Whoever and whatever it is: no subject of a talk, however often it is said.
_NOBODY = frozenset(
    """
    nobody everybody somebody anybody everyone someone anyone nothing everything something anything everywhere
    somewhere anywhere whoever whatever ones himself herself themselves ourselves yourself myself itself
    """.split()  # noqa: SIM905
)
_HUM = re.compile(r"[mu]*-?h+u?m*(?:-?h*u*m*)?")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True)
class Phrase:
    """A phrase as it is mostly written, in which sentences it is said, and how much it tells.

    `weight` is how much it tells each time, by its words alone; `worth` in this talk.
    """

    key: tuple[str, ...]
    written: str
    at: tuple[int, ...]
    weight: float
    worth: float
    is_name: bool

    @property
    def count(self) -> int:
        """How often it is said."""
        return len(self.at)


def find_phrases(talk: Talk, fewest: int = 2) -> list[Phrase]:
    """Return the phrases that are said `fewest` times or more, the most telling first."""
    return _unspaced(talk, fewest) if talk.is_ideographic else _spaced(talk, fewest)


def _spaced(talk: Talk, fewest: int) -> list[Phrase]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    names: Counter[tuple[str, ...]] = Counter()
    for index, sentence in enumerate(talk.sentences):
        said = [word.text for word in talk.words[sentence.first_word : sentence.last_word + 1]]
        for key, text, is_name in _runs(said, talk):
            places[key].append(index)
            written[key][text] += 1
            names[key] += is_name
    kept = {key: at for key, at in places.items() if len(at) >= fewest and not _is_routine(key, talk)}
    inside: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key, at in kept.items():
        for part in _parts(key):
            inside[part].append(len(at))
    nouns = Nouns(talk.table.tokens, talk.table.lexicon.language)
    found = []
    for key, at in kept.items():
        longer = inside.get(key, [])
        free = len(at) - (sum(longer) / len(longer) if longer else 0.0)
        # What is nearly always said as a part of something longer is that longer thing.
        if longer and max(longer) >= 0.6 * len(at):
            continue
        is_name = names[key] * 2 > len(at)
        rarity = sum(_weight(word, talk) for word in key) / len(key)
        likely = (
            1.3 if is_name else min(nouns.share(key[0]) ** (0.5 if len(key) > 1 else 1.0), nouns.share(key[-1]))
        )
        # A single word that many say is rarely a subject, however often it comes up.
        weight = (1.0 + math.log2(len(key))) * rarity ** (2 if len(key) > 1 or is_name else 4) * likely
        worth = weight * max(0.0, free) * _gathering(at, talk)
        found.append(Phrase(key, written[key].most_common(1)[0][0], tuple(at), weight, worth, is_name))
    return sorted(found, key=lambda phrase: (-phrase.worth, phrase.key))


def _runs(said: Sequence[str], talk: Talk) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Yield each run of words that can be a phrase: its key, how it is written, whether it is a name here."""
    bare = [_POSSESSIVE.sub("", plain(text)) for text in said]
    breaks = [ends_clause(text) or ends_sentence(text) for text in said]
    is_large = [i > 0 and text.lstrip("\"'“‘([«¿¡")[:1].isupper() for i, text in enumerate(said)]
    for first in range(len(said)):
        for last in range(first, min(len(said), first + LONGEST)):
            if last > first and breaks[last - 1]:
                break
            named = all(
                is_large[i] or (bare[i] in _CONNECTORS and first < i < last) for i in range(first, last + 1)
            )
            edges = _is_content(bare[first], talk, named) and _is_content(bare[last], talk, named)
            inner = all(
                bare[i] in _CONNECTORS or _is_content(bare[i], talk, named) for i in range(first + 1, last)
            )
            is_amount = last > first and bare[first] in _AMOUNTS and bare[first + 1] == "of"
            if edges and inner and not is_amount and (last > first or len(bare[first]) > 2):
                text = " ".join(_strip(said[i]) for i in range(first, last + 1))
                yield _key(bare[first : last + 1], talk), text, named


def _key(words: Sequence[str], talk: Talk) -> tuple[str, ...]:
    """Return what is the same for a phrase and its plural."""
    if talk.table.lexicon.language != "en":
        return tuple(words)
    last = words[-1]
    if len(last) > 4 and last.endswith("ies"):
        last = last[:-3] + "y"
    elif len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return (*words[:-1], last)


def _strip(text: str) -> str:
    return _POSSESSIVE.sub("", text.strip(".,;:!?…\"'“”‘’()[]«»-–—¿¡。，؟،"))


def _is_content(word: str, talk: Talk, is_named: bool) -> bool:
    lexicon = talk.table.lexicon
    if not word or word in lexicon.stop_words or word in lexicon.interjections or word.isdigit():
        return False
    if word in _NOBODY:
        return False
    if "'" in word or not any(map(str.isalpha, word)) or _HUM.fullmatch(word):
        return False
    if is_named:
        return len(word) > 1
    if lexicon.language == "en" and word.endswith("ly") and len(word) > 4:
        return False
    return len(word) > 2 and talk.everyday.get(word, _TOO_COMMON) >= _TOO_COMMON


def _weight(word: str, talk: Talk) -> float:
    """Return how telling a word is, 0 to 1, by its rank among those that everybody says."""
    if word in _CONNECTORS:
        return 0.5
    if not talk.everyday:
        return min(1.0, 0.5 + 0.06 * len(word))
    rank = talk.everyday.get(word, talk.everyday.get(word + "s"))
    if rank is None:
        return 1.0
    return math.log1p(rank) / math.log1p(2.0 * len(talk.everyday))


def _is_routine(key: tuple[str, ...], talk: Talk) -> bool:
    """Whether a phrase thanks, greets, fills or swears, which is nothing to be about."""
    swearing = profanity(talk.table.lexicon.language)
    if swearing is not None and swearing.find(key):
        return True
    found = talk.table.lexicon.find(key, " ".join(key))
    if "housekeeping" in found or "filler" in found:
        return True
    return talk.is_ideographic and any(part in talk.everyday for part in key)


def _gathering(at: Sequence[int], talk: Talk) -> float:
    """Return how much a phrase gathers in parts of the talk (0.5 to 1.5): what is said everywhere is no topic."""
    if len(at) < _FEWEST_TO_GATHER:
        return 1.0
    counts = Counter(index * _PARTS // max(1, len(talk.sentences)) for index in at)
    mean = len(at) / _PARTS
    spread = sum((counts[part] - mean) ** 2 for part in range(_PARTS)) / _PARTS
    # 1 where it falls by chance alone (Poisson).
    return min(1.5, max(0.5, 0.5 + 0.25 * spread / mean))


def _parts(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for length in range(1, len(key)):
        for first in range(len(key) - length + 1):
            yield key[first : first + length]


def _unspaced(talk: Talk, fewest: int) -> list[Phrase]:
    places: dict[str, list[int]] = defaultdict(list)
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for index, sentence in enumerate(talk.sentences):
        for run in _UNSPACED.findall(sentence.text):
            for first in range(len(run)):
                for last in range(first + 2, min(len(run), first + _LONGEST_UNSPACED) + 1):
                    piece = run[first:last]
                    if piece[0] in _FUNCTION_CHARACTERS or piece[-1] in _FUNCTION_CHARACTERS:
                        continue
                    places[piece].append(index)
                    # The edge of a run is a neighbour of its own kind each time.
                    before[piece].add(run[first - 1] if first else f"^{index}")
                    after[piece].add(run[last] if last < len(run) else f"${index}")
    kept = {
        piece: at
        for piece, at in places.items()
        if len(at) >= fewest
        and min(len(before[piece]), len(after[piece])) >= min(_FEWEST_NEIGHBOURS, fewest)
        and not _is_routine((piece,), talk)
    }
    inside: dict[str, list[int]] = defaultdict(list)
    for piece, at in kept.items():
        for part in {"".join(part) for part in _parts(tuple(piece)) if len(part) > 1}:
            inside[part].append(len(at))
    found = []
    for piece, at in kept.items():
        longer = inside.get(piece, [])
        if longer and max(longer) >= 0.6 * len(at):
            continue
        free = len(at) - (sum(longer) / len(longer) if longer else 0.0)
        variety = math.log2(1 + min(len(before[piece]), len(after[piece])))
        weight = math.log2(len(piece)) * variety
        worth = weight * max(0.0, free) * _gathering(at, talk)
        found.append(Phrase(tuple(piece), piece, tuple(at), weight, worth, is_name=False))
    return sorted(found, key=lambda phrase: (-phrase.worth, phrase.key))
