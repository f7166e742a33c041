"""Which sentences a clip may open on and end on: it must be understood without what stood before and after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from core.highlights.candidates import Floats, Windows
from core.highlights.features import SentenceTable
from core.highlights.lexicon import Lexicon
from core.lexicon import tables

WORST_ALLOWED = 0.75
"""A sentence with a greater fault opens or ends no clip while there are others."""

_REACTION_WORDS = 3
_SHORT_WORDS = 8
_ANSWER_SECONDS = 8.0
_LONG_TURN_SECONDS = 6.0
_BEGUN_SECONDS = 12.0
_FIRST_SENTENCE_SECONDS = 25.0
_AGREEING = 0.5  # what the lexicon gives to words like "yeah"
_REFERENTS = 4  # a pronoun among the first so many words wants somebody named before
_WIDE = re.compile("[\u3040-\u9fff]")


@dataclass(frozen=True)
class _Lists:
    leaning: re.Pattern[str]
    standing: re.Pattern[str]
    clearing: frozenset[str]
    tags: tuple[str, ...]


def opening_faults(table: SentenceTable) -> Floats:
    """Return how badly each sentence opens a clip: 0 stands alone, 1 is not understood without what came before.

    "And he said it again", "That's why", "Yeah, exactly", "Great!" lean on what was said before them.
    """
    lists = _lists(table.lexicon.language)
    return np.array([_opening_fault(table, i, lists) for i in range(len(table.sentences))])


def ending_faults(table: SentenceTable) -> Floats:
    """Return how badly each sentence ends a clip: 0 is a finished thought, 1 leaves one open.

    Open are a sentence that breaks off, a question that is answered next, and the first words of a longer turn.
    """
    lists = _lists(table.lexicon.language)
    turn = np.cumsum(table.opens_turn) - 1
    turns_from = np.flatnonzero(table.opens_turn)
    turns_until = np.append(turns_from[1:], len(turn)) - 1
    return np.array(
        [_ending_fault(table, i, lists, int(turns_from[k]), int(turns_until[k])) for i, k in enumerate(turn)]
    )


def keep_standing(windows: Windows, openings: Floats, endings: Floats, wanted: int) -> Windows:
    """Return the windows that open and end well; the less good ones too where too few clips could be made of them.

    Args:
        windows: All windows that satisfy the limits.
        openings: From `opening_faults`.
        endings: From `ending_faults`.
        wanted: How many clips are asked for.
    """
    fault = np.maximum(openings[windows.first], endings[windows.last])
    needed = min(wanted, most_disjoint(windows) // 2)
    for worst in (WORST_ALLOWED, 0.9):
        kept = windows.take(fault < worst)
        if len(kept) and most_disjoint(kept) >= needed:
            return kept
    return windows


def most_disjoint(windows: Windows) -> int:
    """Return how many of the windows can be had side by side (earliest end first, which is optimal)."""
    count, free_from = 0, -np.inf
    order = np.argsort(windows.end, kind="stable")
    for start, end in zip(windows.start[order].tolist(), windows.end[order].tolist(), strict=True):
        if start >= free_from - 1e-9:
            count, free_from = count + 1, end
    return count


def _opening_fault(table: SentenceTable, i: int, lists: _Lists) -> float:
    sentence, tokens = table.sentences[i], table.tokens[i]
    text = sentence.text.lower().lstrip("\"'“‘([«¿¡—–- …")
    text = text.replace("’", "'")
    asks = table.column("questions")[i] > 0
    size = table.column("words")[i]
    follows_other = bool(table.opens_turn[i]) and i > 0
    if not tokens:
        return 1.0
    if lists.standing.match(text):
        return 0.0
    if lists.leaning.match(text):
        return 1.0
    if size <= (2 if asks else _REACTION_WORDS):
        # "Great!": what is great was said before. Names and numbers called out are no better.
        return 1.0 if follows_other else 0.8
    if bool(table.hanging[i]) or sentence.text.startswith(("...", "…")):
        return 0.9
    if i > 0 and not follows_other and sentence.text[0] in '"“„«「『':
        # Who says it, and to whom, was said before the quotation.
        return 0.8
    if size <= _SHORT_WORDS and _points_back(tokens, asks, follows_other, table.lexicon):
        return 0.8
    leaning = float(table.leaning[i])
    if tokens[0] in lists.clearing:
        rest = tokens[1:]
        leaning = max(_AGREEING, table.lexicon.leans_back(rest, " ".join(rest)) if rest else 1.0)
    if leaning == _AGREEING and follows_other and tokens[0] not in lists.clearing:
        return 0.8
    return max(leaning, 0.7 * _lacks_referent(tokens, table.lexicon, sentence.text))


def _points_back(tokens: Sequence[str], asks: bool, follows_other: bool, lexicon: Lexicon) -> bool:
    """Whether a short sentence is about something said before ("I remember it now", "Is that what you mean?")."""
    pointing = [lexicon.dependent_starts.get(token, 0.0) in (0.6, 0.8) for token in tokens]
    return any(pointing[1:3]) if asks else any(pointing[-2:]) or (follows_other and pointing[0])


def _lacks_referent(tokens: Sequence[str], lexicon: Lexicon, text: str) -> bool:
    """Whether a person is spoken of ("When he came home") who was not named in the sentence's first words."""
    if _WIDE.search(text):
        return False
    words = text.split()
    for token, word in zip(tokens[:_REFERENTS], words, strict=False):
        if token in _THIRD_PERSONS and lexicon.dependent_starts.get(token, 0.0) >= 0.8:
            return True
        if word[:1].isupper() and token not in _function_words(lexicon):
            return False
    return False


# Of the words that lean on what came before those that stand for somebody.
_THIRD_PERSONS = frozenset(
    """
    he she him her his they them he's she's they're they've he'd she'd they'd they'll er
    él ella ellos ellas il elle
    ils elles lui lei loro ele ela eles elas hij zij
    """.split()  # noqa: SIM905
)


@cache
def _function_words_of(language: str) -> frozenset[str]:
    return frozenset(str(tables(language).get("stop_words", "")).split())


def _function_words(lexicon: Lexicon) -> frozenset[str]:
    return _function_words_of(lexicon.language)


def _ending_fault(table: SentenceTable, i: int, lists: _Lists, turn_from: int, turn_until: int) -> float:
    sentences = table.sentences
    if bool(table.hanging[i]):
        return 1.0
    if i + 1 == len(sentences):
        return 0.0
    sentence, following = sentences[i], sentences[i + 1]
    pause = following.start - sentence.end
    if pause > _ANSWER_SECONDS:
        return 0.0
    fault = 0.0
    if sentence.is_question or (table.opens_turn[i + 1] and _asks_unmarked(table.tokens[i], table.lexicon)):
        fault = 0.4 if _is_tag(table.tokens[i], sentence.text, lists) else 1.0
    if turn_until == i:
        return fault
    goes_on = sentences[turn_until].end - sentence.end > _LONG_TURN_SECONDS
    if turn_from > 0 and goes_on and _only_begun(table, turn_from, i):
        # Somebody takes the floor, and the clip would end on their first words.
        fault = max(fault, 0.8)
    if pause < 1.5:
        fault = max(fault, 0.6 * float(table.leaning[i + 1] >= 0.8))
    return fault


def _only_begun(table: SentenceTable, turn_from: int, i: int) -> bool:
    seconds = table.sentences[i].end - table.sentences[turn_from].start
    return seconds < (_FIRST_SENTENCE_SECONDS if i == turn_from else _BEGUN_SECONDS)


def _asks_unmarked(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a sentence without a question mark asks ("What do you look for in an answer.")."""
    return len(tokens) > 2 and all(token in lexicon.question_openers for token in tokens[:2])


def _is_tag(tokens: Sequence[str], text: str, lists: _Lists) -> bool:
    """Whether a question only asks for a nod ("… and that's business, right?")."""
    bare = text.lower().replace("’", "'").rstrip("?？!.。 ")
    if _WIDE.search(text):
        return bare.endswith(lists.tags) and len(bare) > 8
    return len(tokens) > 5 and any(bare.endswith((f" {tag}", f",{tag}")) for tag in lists.tags)


@cache
def _lists(language: str) -> _Lists:
    listed = tables(language).get("boundaries", {})
    return _Lists(
        leaning=_starts_with(listed.get("leaning", ())),
        standing=_starts_with(listed.get("standing", ())),
        clearing=frozenset(str(listed.get("clearing", "")).split()),
        tags=tuple(listed.get("tags", ())),
    )


def _starts_with(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match any of the phrases at a text's beginning, whole words where the script has spaces."""
    parts = [
        re.escape(p) + ("" if _WIDE.search(p) else r"(?![\w'])") for p in sorted(phrases, key=len, reverse=True)
    ]
    return re.compile("|".join(parts) or r"(?!)")
