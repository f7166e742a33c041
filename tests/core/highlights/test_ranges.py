"""Clips of several ranges: the digression is left out, what remains reads on, singles stay where better."""

from __future__ import annotations

from itertools import pairwise

from core.highlights.plan import PlanOptions, plan_clips
from core.highlights.sentences import split_sentences
from core.schema.plan import Candidate
from core.schema.segment import Segments
from core.schema.transcript import Transcript
from tests.core.highlights.generated import broken_rules, source_end
from tests.core.highlights.talk import spoken

SETUP = (
    "The biggest mistake of my life was the bakery loan that I never should have signed. "
    "The bank wanted four hundred thousand dollars, and I lied to everybody about the loan. "
)
DIGRESSION = (
    "Um, the parking there is basically on the left side, I guess. The parking has, you know, a machine. "
    "The machine takes coins and sort of cards, basically. The parking is open on Sunday or something. "
    "Um, you know, the parking was moved to the other street, I guess, in the spring. "
)
PUNCH_LINE = (
    "Nobody ever tells you the truth about a bakery loan: the bank always wins and you lose everything. "
    "Never sign a loan that your family would be ashamed of, because that truth changed my life. "
)


def talk(setup: str = SETUP, digression: str = DIGRESSION, punch_line: str = PUNCH_LINE) -> Transcript:
    return spoken(("B", "Hm."), ("A", setup + digression + punch_line), ("B", "Hm."), pause=1.0)


def planned(transcript: Transcript) -> tuple[Candidate, ...]:
    options = PlanOptions(top=3, min_seconds=25, max_seconds=40)
    made = plan_clips(transcript, Segments(), options)
    assert broken_rules(made, transcript, options, source_end(transcript, Segments())) == []
    return made.candidates


def text_of(transcript: Transcript, candidate: Candidate) -> str:
    return " ".join(
        word.text
        for span in candidate.cut.ranges
        for word, _ in transcript.words()
        if span.start <= word.start and word.end <= span.end
    )


def test_a_digression_between_setup_and_punch_line_is_left_out() -> None:
    transcript = talk()
    several = [candidate for candidate in planned(transcript) if len(candidate.cut.ranges) > 1]
    assert len(several) == 1
    said = text_of(transcript, several[0])
    assert "bakery loan" in said and "the bank always wins" in said and "machine" not in said
    assert "leaves out" in several[0].reason and "parking" in several[0].reason
    assert "parking" not in several[0].title.lower()
    assert all(span.duration >= 3 for span in several[0].cut.ranges)
    evidence = [word for axis in several[0].axes.values() for word in axis.evidence]
    assert not any("parking" in word or "machine" in word for word in evidence)


def test_cuts_are_between_sentences() -> None:
    transcript = talk()
    sentences = split_sentences(transcript)
    for candidate in planned(transcript):
        for span in candidate.cut.ranges:
            assert any(abs(s.start - span.start) < 0.26 for s in sentences)
            assert any(abs(s.end - span.end) < 0.41 for s in sentences)
        assert all(a.end < b.start for a, b in pairwise(candidate.cut.ranges))


def test_nothing_is_left_out_where_the_rest_would_lean_on_it() -> None:
    leaning = PUNCH_LINE.replace("Nobody ever", "And that's why nobody ever").replace(
        "Never sign", "So never sign"
    )
    assert all(len(candidate.cut.ranges) == 1 for candidate in planned(talk(punch_line=leaning)))


def test_a_question_keeps_its_answer() -> None:
    asked = DIGRESSION + "What is the truth about it, um, I guess? "
    for candidate in planned(talk(digression=asked)):
        said = text_of(talk(digression=asked), candidate)
        assert len(candidate.cut.ranges) == 1 or "What is the truth" in said or "Nobody ever" not in said


def test_two_different_stories_are_not_joined() -> None:
    other = (
        "Nobody ever believes how fast a violin string dries out in winter, and most players lose everything. "
        "Never leave an instrument near a radiator, because wood always remembers what music forgets. "
    )
    assert all(len(candidate.cut.ranges) == 1 for candidate in planned(talk(punch_line=other)))


def test_the_command_lines_clips_have_one_start_and_one_end() -> None:
    """`main.py plan` tells nothing of what is left out, so nothing is."""
    whole = PlanOptions(top=3, min_seconds=25, max_seconds=40, is_whole=True)
    several = whole.model_copy(update={"is_whole": False})
    assert max(len(c.cut.ranges) for c in plan_clips(talk(), Segments(), several).candidates) > 1
    made = plan_clips(talk(), Segments(), whole).candidates
    assert made and all(len(c.cut.ranges) == 1 for c in made)
