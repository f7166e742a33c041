"""Insights with what a language model wrote of them in place of what was made by rules."""

from __future__ import annotations

from core.schema.insights import Insights, WrittenInsights

LATER = "Some of what is said was corrected since this was written."


def with_written(local: Insights, written: WrittenInsights, corrected: str) -> Insights:
    """Return insights in which goes first what was written.

    `corrected` names the corrections that hold now: after others, quotes may read otherwise, and are local ones.
    """
    is_same = written.corrected == corrected
    fits = bool(written.chapters) and written.chapters[-1].start + 10.0 <= local.duration
    told = " ".join(part for part in (written.problem, "" if is_same else LATER) if part)
    chapters = written.chapters if fits else local.chapters
    summary = written.summary or local.summary
    quotes = written.quotes if is_same and written.quotes else local.quotes
    there = {"summary": summary, "chapters": chapters, "quotes": quotes}
    notes = {name: why for name, why in local.notes.items() if not there.get(name)}
    return local.model_copy(
        update={
            **there,
            "description": written.description,
            "writer": written.writer,
            "costs": written.costs,
            "notes": {**notes, **({"writer": told} if told else {})},
        }
    )
