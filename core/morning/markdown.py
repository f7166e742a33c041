"""The morning report as Markdown. What the user's world named is written so that it reads as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from core.morning.words import (
    ENDINGS,
    clock,
    counted,
    headline,
    minutes,
    moment,
    money,
    span,
    stage_title,
    work,
)
from core.schema.morning import MadeClip, MorningReport, SourceReport

# What begins or ends something in Markdown, or would be an HTML tag in it.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&$])")


def as_markdown(report: MorningReport) -> str:
    """Return the whole report."""
    parts = ["# Morning report", "", plain(headline(report)), "", _facts(report)]
    if troubles := [(source, each) for source in report.sources for each in source.troubles]:
        parts += ["", "## What was not made", ""]
        for source, each in troubles:
            of = "" if each.what in (source.name, source.path) else f" of {plain(source.name)}"
            parts.append(f"- **{plain(each.what)}**{of}: {plain(each.why)}")
            parts += [f"  {_code(each.command)}"] if each.command else []
    if report.sources:
        parts += ["", "## Sources"]
        for source in report.sources:
            parts += _source(source)
    parts += _notes("Look at these", ((source.name, each) for source in report.sources for each in source.doubts))
    parts += _notes(
        "Done in a lesser way", ((source.name, each) for source in report.sources for each in source.less)
    )
    if report.stages:
        parts += ["", "## Time and cost", "", "| Stage | Work |", "|---|---:|"]
        parts += [f"| {stage_title(stage)} | {work(seconds)} |" for stage, seconds in report.stages.items()]
        parts += ["", f"Language models: {plain(money(report.usd))}, {counted(report.tokens, 'token')}"]
    return "\n".join(parts) + "\n"


def plain(text: str) -> str:
    """Return text on one line that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _facts(report: MorningReport) -> str:
    recipe = f", recipe “{plain(report.recipe)}”" if report.recipe else ""
    return (
        f"{moment(report.made_at)}{recipe}: {minutes(report.seconds_in)} in, {minutes(report.seconds_out)} out,"
        f" {work(sum(report.stages.values()))} of work, {plain(money(report.usd))}"
    )


def _source(source: SourceReport) -> list[str]:
    parts = ["", f"### {plain(source.name)}: {ENDINGS[source.ending]}", ""]
    parts.append(f"{span(source)}, {clock(source.seconds_in)} long, {_code(source.path)}")
    if source.clips:
        parts += ["", "| Score | Clip | At | Length | Files |", "|---:|---|---:|---:|---|"]
        parts += map(_clip, source.clips)
    return parts


def _clip(clip: MadeClip) -> str:
    files = ", ".join(
        f"[{made.shape or made.aspect}](<{quote(made.file.as_posix(), safe='/:')}>)" for made in clip.files
    )
    title = plain(clip.title or clip.id)
    return f"| {clip.score:.0f} | {title} | {clock(clip.start)} | {clip.seconds:.1f} s | {files} |"


def _notes(title: str, notes: Iterable[tuple[str, str]]) -> list[str]:
    rows = [f"- **{plain(name)}** {plain(text)}" for name, text in notes]
    return ["", f"## {title}", "", *rows] if rows else []


def _code(text: str) -> str:
    """Return text as code, fenced by more backquotes than stand in it."""
    line = " ".join(text.split())
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}"
