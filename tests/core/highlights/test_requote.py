"""Lines that quote what was heard read as it was corrected, and no others."""

from __future__ import annotations

import pytest

from core.highlights.requote import Quotes
from core.schema.correction import Corrections
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.speech import correct
from core.speech.corrected import corrected

ALL = Cut(ranges=(TimeSpan(start=0, end=100),))


def said(text: str) -> Transcript:
    pieces = text.split() if " " in text else list(text)
    words = tuple(Word(text=piece, start=float(at), end=at + 0.8) for at, piece in enumerate(pieces))
    return Transcript(segments=(TranscriptSegment(start=0, end=len(pieces), text=text, words=words),))


HEARD = said("So then Jon Smyth told me, why not? And so then we left.")


def quotes(*spans: tuple[float, float, str], heard: Transcript = HEARD) -> Quotes:
    given = Corrections()
    for start, end, text in spans:
        given = correct.correct(given, heard, start, end, text)
    return Quotes(heard, corrected(heard, given))


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("Jon Smyth told me, why not?", "John Smith told me, why not?"),
        ("Then Jon Smyth told me…", "Then John Smith told me…"),
        ("jon smyth", "John Smith"),
        ("So then we left", "So then we left"),
        ("What Jon Smyth said", "What Jon Smyth said"),
        ("Smyth to", "Smyth to"),
        ("", ""),
    ],
)
def test_a_quote_reads_as_corrected(line, reads):
    assert quotes((2, 3.8, "John Smith")).line(line, ALL) == reads


def test_more_and_fewer_words_are_quoted():
    assert quotes((3, 3.8, "Smith the Third")).line("Jon Smyth told me", ALL) == "Jon Smith the Third told me"
    assert quotes((2, 3.8, "")).line("Jon Smyth told me", ALL) == "Told me"
    assert quotes((2, 3.8, "")).line("Jon Smyth", ALL) == "Jon Smyth"
    assert quotes((5, 5.8, "me that")).line("Jon Smyth", ALL) == "Jon Smyth"


def test_only_what_the_cut_keeps_is_quoted():
    without = Cut(ranges=(TimeSpan(start=0, end=2), TimeSpan(start=4, end=12)))
    assert quotes((2, 3.8, "John Smith")).line("Jon Smyth told me", without) == "Jon Smyth told me"
    assert quotes((4, 4.8, "asked")).line("So then told me", without) == "So then asked me"


def test_scripts_without_spaces_are_quoted():
    heard = said("今天天汽很好我们走吧")
    assert quotes((3, 3.8, "气"), heard=heard).line("天汽很好", ALL) == "天气很好"
