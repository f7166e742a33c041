"""Questions that somebody answers: asked at the end of a turn, and followed by another speaker's real answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.highlights.language import asks, ends_sentence, is_ideographic, plain
from core.insights.talk import Talk
from core.schema.insights import AnsweredQuestion

SHORTEST_QUESTION = 4
"""Words; "Why?" alone says nothing in a list."""

SHORTEST_ANSWER = 12
"""Words, asides of the other one not counted."""

_ASIDE_WORDS = 3
# "Running a hotel?" makes sure; a question of few words asks something where it begins with "what" or its like.
_SHORTEST_OTHER = 7
_TELLING_RANK = 300
_SENTENCES_AFTER = 2
_ANSWER_CHARACTERS = 260
_PER_HOUR, _MOST = 24, 60
# "…, right?" asks for a nod.
_TAG = re.compile(
    r"[,–—-]\s*(?:right|okay|ok|yeah|yes|no|huh|eh|you know|isn't it|don't you|correct|¿?no|¿?verdad|oder|gell|ne"
    r"|n'est-ce pas|vero|né)\?\W*$",
    re.IGNORECASE,
)


def answered_questions(talk: Talk) -> tuple[AnsweredQuestion, ...]:
    """Return the questions in the order asked, of many those that ask and are told most."""
    found: list[tuple[float, AnsweredQuestion]] = []
    sentences = talk.sentences
    index = 0
    while index < len(sentences):
        if not _asks(talk, index):
            index += 1
            continue
        answer = _answer_after(talk, index)
        if not answer:
            index += 1
            continue
        first = _question_start(talk, index)
        made = _made(talk, first, index, answer)
        weight = len(set(talk.table.terms[index])) + min(60.0, _words(talk, answer)) / 10.0
        found.append((weight, made))
        index = answer[0]
    limit = int(min(_MOST, max(4.0, _PER_HOUR * talk.duration / 3600.0)))
    kept = sorted(found, key=lambda pair: -pair[0])[:limit]
    return tuple(sorted((made for _, made in kept), key=lambda made: made.question.start))


def _asks(talk: Talk, index: int) -> bool:
    """Whether a sentence is a question to somebody, about something."""
    sentence, table = talk.sentences[index], talk.table
    last = sentence.text.split()[-1]
    # A question mark further in, or with a quotation open, is of a question that is told, not asked.
    is_asked = (
        sentence.is_question and (asks(last) or not ends_sentence(last)) and sentence.text.count('"') % 2 == 0
    )
    if not is_asked or _TAG.search(sentence.text):
        return False
    guests = table.column("guest")
    if guests[index] > 0 and (guests == 0).any():
        # Where some ask and others tell, what those that tell ask is mostly said for effect.
        return False
    terms = set(table.terms[index])
    if is_ideographic(sentence.text):
        return len(sentence.text) / 2 >= SHORTEST_QUESTION
    first = table.tokens[index][0] if table.tokens[index] else ""
    is_open = first in table.lexicon.question_openers or not table.lexicon.question_openers
    if not is_open and len(sentence.text.split()) < _SHORTEST_OTHER:
        return False
    telling = sum(talk.everyday.get(term, _TELLING_RANK) >= _TELLING_RANK for term in terms)
    return len(sentence.text.split()) >= SHORTEST_QUESTION and len(terms) >= 2 and telling >= 1


def _question_start(talk: Talk, index: int) -> int:
    """Return where the question begins: it may take the sentence before it to be understood."""
    before = index - 1
    is_same = before >= 0 and talk.sentences[before].speaker == talk.sentences[index].speaker
    is_short = is_same and len(talk.sentences[before].text) + len(talk.sentences[index].text) <= 220
    return before if is_short and talk.alone(index) < 0.6 and talk.alone(before) >= 0.6 else index


def _answer_after(talk: Talk, index: int) -> list[int]:
    """Return the sentences that answer: of the next other speaker, soon after, asides of others skipped."""
    sentences = talk.sentences
    asker = sentences[index].speaker
    place = index + 1
    # A question that its speaker goes on after is rhetorical; a word or two more of it may follow.
    while place < len(sentences) and sentences[place].speaker == asker:
        if place - index > _SENTENCES_AFTER or not sentences[place].is_question:
            return []
        place += 1
    if place == len(sentences):
        return []
    answerer = sentences[place].speaker
    found: list[int] = []
    while place < len(sentences):
        if sentences[place].speaker == answerer:
            found.append(place)
        elif _spoken_words(talk, place) > _ASIDE_WORDS:
            break
        place += 1
    is_asked_back = all(sentences[i].is_question for i in found[:2])
    return found if _words(talk, found) >= SHORTEST_ANSWER and not is_asked_back else []


def _made(talk: Talk, first: int, last: int, answer: Sequence[int]) -> AnsweredQuestion:
    told = _first_telling(talk, answer)
    end = told
    while (
        end + 1 in answer
        and talk.sentences[end + 1].end > talk.sentences[end].end
        and sum(len(talk.sentences[i].text) for i in range(told, end + 2)) <= _ANSWER_CHARACTERS
    ):
        end += 1
    ends = max(talk.sentences[i].end for i in answer)
    return AnsweredQuestion(question=talk.line(first, last), answer=talk.line(told, end), ends=round(ends, 3))


def _first_telling(talk: Talk, answer: Sequence[int]) -> int:
    """Return the first sentence of an answer that answers: no "Yeah.", no "That's a great question."."""
    for index in answer:
        praise = {"question", "questions"} & set(talk.table.tokens[index]) and _spoken_words(talk, index) <= 10
        if not praise and _spoken_words(talk, index) > _ASIDE_WORDS and talk.table.terms[index]:
            return index
    return answer[0]


def _words(talk: Talk, indices: Sequence[int]) -> float:
    return sum(_spoken_words(talk, i) for i in indices)


def _spoken_words(talk: Talk, index: int) -> float:
    tokens = [token for token in map(plain, talk.table.tokens[index]) if token]
    return sum(map(len, tokens)) / 2 if is_ideographic(talk.sentences[index].text) else len(tokens)
