"""Insights as text: chapters in YouTube's format, all of them as Markdown."""

from __future__ import annotations

import re

from core.insights.posts import hashtag
from core.schema.insights import AnsweredQuestion, Chapter, Insights, SpokenLine, TalkTime

NOBODY = "Everybody"
"""Where no speakers are told apart."""

# YouTube shows three lines before "more", and three hashtags above the title.
_LINES_BELOW, _TAGS_BELOW = 2, 5
_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def clock(seconds: float, is_long: bool = False) -> str:
    """Return "M:SS", and "H:MM:SS" from one hour on, or everywhere in a long list."""
    whole = max(0, int(seconds))
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours or is_long else f"{minutes}:{whole % 60:02d}"


def youtube_chapters(chapters: tuple[Chapter, ...]) -> str:
    """Return one chapter a line, as a video's description takes them."""
    return "\n".join(f"{clock(chapter.start)} {chapter.title}" for chapter in chapters)


def youtube_description(insights: Insights) -> str:
    """Return what goes below the video on YouTube: what it is about, its chapters, three to five hashtags."""
    about = insights.description or " ".join(line.text for line in insights.summary[:_LINES_BELOW])
    tags = [tag for topic in insights.topics if (tag := hashtag(topic.phrase))][:_TAGS_BELOW]
    parts = (about, youtube_chapters(insights.chapters), " ".join(tags))
    return "\n\n".join(part for part in parts if part)


def markdown(insights: Insights, title: str) -> str:
    """Return everything as a Markdown document that ends with a line feed."""
    parts = [f"# {_safe(title)}"]
    if insights.description:
        parts.append(_safe(insights.description))
    sections: tuple[tuple[str, str, list[str]], ...] = (
        ("Summary", "summary", [f"- {_line(line, has_speaker=False)}" for line in insights.summary]),
        ("Chapters", "chapters", [f"- {clock(each.start)} {_safe(each.title)}" for each in insights.chapters]),
        (
            "Topics",
            "topics",
            [
                f"- {_safe(topic.phrase)} ({topic.count} times, first at {clock(topic.times[0])})"
                for topic in insights.topics
            ],
        ),
        ("Quotes", "quotes", [f"> {_line(line)}\n" for line in insights.quotes]),
        ("Questions answered", "questions", [_question(each) for each in insights.questions]),
        ("Talk time", "talk_time", _talk_time(insights.talk_time)),
    )
    for heading, name, lines in sections:
        note = insights.notes.get(name, "")
        if lines or note:
            parts.append(f"## {heading}")
            parts.append("\n".join(lines).strip() if lines else f"*{note}*")
    if insights.writer:
        parts.append(f"*Written with {_safe(insights.writer)}.*")
    return "\n\n".join(parts) + "\n"


def percent(share: float) -> str:
    """Return a share as "12 %", and "< 1 %" where there is a little of it."""
    return "< 1 %" if 0.0 < share < 0.005 else f"{share * 100:.0f} %"


def _line(line: SpokenLine, has_speaker: bool = True) -> str:
    speaker = f" — {_safe(line.speaker)}" if has_speaker and line.speaker else ""
    return f"{_safe(line.text)}{speaker} ({clock(line.start)})"


def _question(found: AnsweredQuestion) -> str:
    asked, answer = found.question, found.answer
    asker = f"{_safe(asked.speaker)}, " if asked.speaker else ""
    answerer = f"{_safe(answer.speaker)}, " if answer.speaker else ""
    return (
        f"**{_safe(asked.text)}** ({asker}{clock(asked.start)})  \n"
        f"{_safe(answer.text)} ({answerer}{clock(answer.start)})\n"
    )


def _talk_time(times: tuple[TalkTime, ...]) -> list[str]:
    if not times:
        return []
    head = ["| Speaker | Time | Share | Turns | Longest turn | Words a minute | Questions |"]
    head.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    return head + [
        f"| {_safe(each.speaker or NOBODY)} | {clock(each.seconds)} | {percent(each.share)} | {each.turns} "
        f"| {clock(each.longest_turn)} | {each.pace:.0f} | {each.questions} |"
        for each in times
    ]


def _safe(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
