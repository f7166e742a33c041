"""All insights of a talk, by rules alone: the same transcript gives the same insights on any machine."""

from __future__ import annotations

from core.insights.centrality import vectors
from core.insights.chapters import TOO_SHORT, find_chapters
from core.insights.phrases import find_phrases
from core.insights.questions import answered_questions
from core.insights.quotes import find_quotes
from core.insights.summary import summarise
from core.insights.talk import read_talk
from core.insights.talk_time import talk_times
from core.insights.topics import topics
from core.schema.insights import Insights
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.transcript import Transcript

VERSION = 4
"""Raised when the same transcript would give other insights."""

NO_WORDS = "Nothing is said in this source."
ONE_VOICE = "No speakers are told apart here, so that nobody can be seen to ask and to answer."
NONE_ANSWERED = "Nobody asks a question here that somebody else answers at some length."
NO_LINES = "No sentence here can be read alone."
NO_TOPICS = "No phrase comes up often enough to be a topic."


def make_insights(
    transcript: Transcript, duration: float = 0.0, progress: ProgressCallback = ignore_progress
) -> Insights:
    """Return the insights of a talk.

    Args:
        transcript: What is said, as corrected and with the names given to speakers.
        duration: Of the source in seconds; 0 where only the transcript is at hand.
        progress: Told 0 to 1; raises where the user stopped it.
    """
    progress(0.0, "Reading")
    talk = read_talk(transcript, duration)
    if not talk.sentences:
        sections = ("summary", "chapters", "topics", "quotes", "questions", "talk_time")
        return Insights(
            language=transcript.language, duration=talk.duration, notes=dict.fromkeys(sections, NO_WORDS)
        )
    progress(0.2, "Finding topics")
    phrases = find_phrases(talk)
    progress(0.5, "Weighing sentences")
    rows = vectors(talk.table.terms)
    summary, quotes = summarise(talk, rows, phrases), find_quotes(talk, rows)
    progress(0.7, "Finding chapters")
    chapters = find_chapters(talk, phrases)
    found = topics(talk, phrases)
    questions = answered_questions(talk)
    progress(1.0, "Done")
    missing = {
        "summary": "" if summary else NO_LINES,
        "chapters": "" if chapters else TOO_SHORT,
        "topics": "" if found else NO_TOPICS,
        "quotes": "" if quotes else NO_LINES,
        "questions": "" if questions else NONE_ANSWERED if talk.table.has_speakers else ONE_VOICE,
    }
    return Insights(
        language=talk.table.lexicon.language or transcript.language,
        duration=round(talk.duration, 3),
        summary=summary,
        chapters=chapters,
        topics=found,
        quotes=quotes,
        questions=questions,
        talk_time=talk_times(talk),
        notes={section: why for section, why in missing.items() if why},
    )
