"""Chapters by cohesion."""

from __future__ import annotations

from itertools import pairwise

from core.highlights.sentences import split_sentences
from core.highlights.topics import find_topics
from tests.core.highlights.talk import spoken

BREAD = (
    "We bake bread with flour and yeast. The oven must be hot for good bread. Flour and yeast make the dough rise."
)
ROCKETS = "The rocket needs fuel for orbit. Engines burn fuel fast. A satellite in orbit needs no rocket engines."
TAXES = (
    "The tax office wants receipts. Every invoice has tax on it. Receipts and invoice numbers go to the office."
)


def test_chapters_change_where_the_words_change() -> None:
    transcript = spoken(*(("A", text) for part in (BREAD, ROCKETS, TAXES) for text in [part] * 12))
    topics = find_topics(split_sentences(transcript))
    edges = [transcript.segments[k].start for k in (12, 24)]
    assert len(topics) == 3
    assert all(abs(topic.start - edge) < 15 for topic, edge in zip(topics[1:], edges, strict=True))
    assert "bread" in topics[0].title.lower() or "flour" in topics[0].title.lower()
    assert any(word in topics[1].title.lower() for word in ("rocket", "fuel", "orbit", "engines"))


def test_chapters_follow_each_other_without_a_gap() -> None:
    sentences = split_sentences(spoken(*(("A", text) for text in [BREAD, ROCKETS] * 20)))
    topics = find_topics(sentences)
    assert topics[0].start == sentences[0].start and topics[-1].end == sentences[-1].end
    assert all(a.end == b.start for a, b in pairwise(topics))


def test_a_short_talk_is_one_chapter_and_none_is_none() -> None:
    assert len(find_topics(split_sentences(spoken(("A", BREAD))))) == 1
    assert find_topics(()) == ()
