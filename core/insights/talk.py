"""A talk read once for all insights: its sentences with what can be counted in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from core.highlights.features import SentenceTable, measure_sentences
from core.highlights.language import ends_sentence, is_ideographic, plain
from core.highlights.lexicon import lexicon_for
from core.highlights.sentences import split_sentences
from core.lexicon import everyday, tables
from core.schema.insights import SpokenLine
from core.schema.segment import Sentence
from core.schema.transcript import Transcript, Word

_LEAD = re.compile(r"^[\s\-–—…,.;:，、。]+")
# Words that lean on nothing by themselves: they may be left out where a sentence begins with them.
_LEFT_OUT = (0.5, 0.9, 1.0)
_KEPT = frozenset({"because", "no", "what", "if", "true"})
_FEWEST_LEFT = 4
# What most statements of English have one of; without, a sentence is often a scrap.
VERBS = frozenset(
    """
    is are was were isn't aren't wasn't weren't be been means mean has have had can can't could will won't would
    should must do does did don't doesn't didn't needs need takes take makes make gets get goes go comes come
    says say wants want knows know think thinks feel feels gives give let let's keeps keep
    """.split()  # noqa: SIM905
)
_VERB_FORM = re.compile(r"[a-z]{2}ed$|['’](?:s|re|m|ve|ll|d)$")
_NEAR_START = 5


@dataclass(frozen=True)
class Talk:
    """Sentences in order with their counts, and every word; `duration` is the source's in seconds."""

    transcript: Transcript
    words: tuple[Word, ...]
    table: SentenceTable
    everyday: Mapping[str, int]
    duration: float

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in the order they begin."""
        return self.table.sentences

    @cached_property
    def is_ideographic(self) -> bool:
        """Whether it is mostly written without spaces."""
        return is_ideographic("".join(sentence.text for sentence in self.sentences[:60]))

    @cached_property
    def is_marked(self) -> bool:
        """Whether whoever wrote it down ended sentences with full stops."""
        ended = sum(
            ends_sentence(sentence.text.split()[-1]) for sentence in self.sentences if sentence.text.split()
        )
        return ended > 0.6 * len(self.sentences)

    def opened(self, index: int) -> str:
        """Return a sentence without the loose words that it begins with, its first letter large."""
        text = _LEAD.sub("", self.sentences[index].text)
        while (rest := self._without_loose_word(text)) != text:
            text = rest
        return text[:1].upper() + text[1:]

    def alone(self, index: int) -> float:
        """Return how well a sentence can be read without what was said before it: 1 well, 0 not at all."""
        return self._alone[index]

    @cached_property
    def _alone(self) -> tuple[float, ...]:
        # Asked for by every part of the insights.
        return tuple(self._judged_alone(index) for index in range(len(self.sentences)))

    def _judged_alone(self, index: int) -> float:
        said = self.sentences[index].text.split()
        is_broken_off = self.is_marked and bool(said) and not ends_sentence(said[-1])
        # Of somebody else's words that it quotes it holds half.
        is_half = self.sentences[index].text.count('"') % 2 == 1
        if self.table.hanging[index] or is_broken_off or is_half:
            return 0.0
        text = self.opened(index)
        tokens = [token for token in map(plain, text.split()) if token]
        lexicon = self.table.lexicon
        leaning = lexicon.leans_back(tokens, text.lower())
        # A pronoun near the start names somebody who was named before.
        pronouns = sum(lexicon.dependent_starts.get(token) == 0.8 for token in tokens[1:_NEAR_START])
        return max(0.0, 1.0 - leaning - 0.35 * pronouns)

    def is_statement(self, index: int) -> bool:
        """Whether a sentence has a verb, as far as that can be told: in English alone; elsewhere all have."""
        if self.table.lexicon.language != "en":
            return True
        tokens = self.table.tokens[index]
        return not VERBS.isdisjoint(tokens) or any(_VERB_FORM.search(token) for token in tokens[1:])

    def pointing(self, index: int) -> int:
        """Return how often a sentence points at what only its surroundings name: "that story", "these things"."""
        starts = self.table.lexicon.dependent_starts
        tokens = self.table.tokens[index]
        return sum(starts.get(token) in (0.6, 0.8) for token in tokens)

    def line(self, first: int, last: int | None = None) -> SpokenLine:
        """Return one sentence, or several in a row by one speaker, as a line."""
        last = first if last is None else last
        texts = [self.opened(first), *(self.sentences[i].text for i in range(first + 1, last + 1))]
        joiner = "" if self.is_ideographic else " "
        return SpokenLine(
            start=round(self.sentences[first].start, 3),
            end=round(max(self.sentences[i].end for i in range(first, last + 1)), 3),
            text=joiner.join(texts),
            speaker=self.sentences[first].speaker,
        )

    def _without_loose_word(self, text: str) -> str:
        words = text.split()
        if len(words) <= _FEWEST_LEFT:
            return text
        for count in (2, 1):
            head = " ".join(words[:count])
            is_phrase = count == 2 and head.endswith(",") and plain(head) in _fillers(self.table.lexicon.language)
            if is_phrase or (count == 1 and self._is_loose(plain(head))):
                return _LEAD.sub("", " ".join(words[count:]))
        return text

    def _is_loose(self, word: str) -> bool:
        lexicon = self.table.lexicon
        if word in _KEPT:
            return False
        return (
            lexicon.dependent_starts.get(word) in _LEFT_OUT
            or word in _fillers(lexicon.language)
            or (word in lexicon.interjections and word not in lexicon.question_openers)
        )


def read_talk(transcript: Transcript, duration: float = 0.0) -> Talk:
    """Read a transcript; `duration` is the source's in seconds, 0 where only the transcript is at hand."""
    words = tuple(word for word, _ in transcript.words())
    lexicon = lexicon_for(transcript.language, [word.text for word in words[:4000]])
    sentences = sorted(split_sentences(transcript), key=lambda sentence: (sentence.start, sentence.first_word))
    table = measure_sentences(sentences, [word.text for word in words], lexicon)
    spoken = max((word.end for word in words), default=0.0)
    return Talk(transcript, words, table, everyday(lexicon.language), max(duration, spoken))


def _fillers(language: str) -> frozenset[str]:
    listed = tables(language).get("fillers", {})
    extra = {"like", "actually", "basically", "honestly", "look", "listen"} if language == "en" else set()
    return frozenset((*listed.get("sounds", ()), *listed.get("between_commas", ()), *extra))
