"""The morning report as one HTML file: offline, without scripts, printable, light and dark.

Every value is escaped, titles of sources come from strangers. A policy in the page keeps the browser from loading
or running anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from core.morning.words import (
    ENDINGS,
    clock,
    counted,
    headline,
    megabytes,
    minutes,
    moment,
    money,
    span,
    stage_title,
    work,
)
from core.resources import resource
from core.schema.morning import MadeClip, MadeFile, MorningReport, SourceReport, Trouble


def as_html(report: MorningReport) -> str:
    """Return the whole page."""
    style = resource("morning.css").read_text(encoding="utf-8")
    recipe = f" · recipe “{escape(report.recipe)}”" if report.recipe else ""
    since = f"since {moment(report.since)} · " if report.since else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Morning report, {escape(moment(report.made_at))}</title>\n"
        f"<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header><h1>Morning report</h1><p class=lead>{escape(headline(report))}</p>"
        f"<p class=quiet>{since}written {moment(report.made_at)}{recipe}</p></header>\n<main>\n"
        + _figures(report)
        + _needs_you(report)
        + _made(report)
        + _notes("Look at these", "Made, but something about them was found.", _doubts(report))
        + _notes("Done in a lesser way", "What was asked for could not be had.", _less(report))
        + _stages(report)
        + "</main>\n</body>\n</html>\n"
    )


def _figures(report: MorningReport) -> str:
    figures = [
        ("Sources", f"{len(report.sources):,}"),
        ("Clips", f"{report.clips:,}"),
        ("Files", f"{report.files:,}"),
        ("In", minutes(report.seconds_in)),
        ("Out", minutes(report.seconds_out)),
        ("Work", work(sum(report.stages.values()))),
        ("Cost", money(report.usd)),
    ]
    told = "".join(f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>" for name, value in figures)
    return f"<dl class=figures>{told}</dl>\n"


def _needs_you(report: MorningReport) -> str:
    rows = [_trouble(source, each) for source in report.sources for each in source.troubles]
    if not rows:
        return ""
    return f"<section><h2>What was not made</h2><ul class=troubles>{''.join(rows)}</ul></section>\n"


def _trouble(source: SourceReport, trouble: Trouble) -> str:
    is_all = trouble.what in (source.name, source.path)
    of = "" if is_all else f" <span class=quiet>of {escape(source.name)}</span>"
    command = (
        f"<p class=quiet>Try again: <code>{escape(trouble.command)}</code></p>"
        if trouble.command.startswith("main.py resume")
        else f"<p class=quiet>Then: <code>{escape(trouble.command)}</code></p>"
        if trouble.command
        else ""
    )
    return f"<li><h3>{escape(trouble.what)}{of}</h3><p>{escape(trouble.why)}</p>{command}</li>"


def _made(report: MorningReport) -> str:
    parts = "".join(map(_source, report.sources))
    return f"<section><h2>Sources</h2>{parts}</section>\n" if parts else ""


def _source(source: SourceReport) -> str:
    facts = [span(source), f"{clock(source.seconds_in)} long" if source.seconds_in else ""]
    facts += [counted(source.files, "file") if source.files else ""]
    facts += [
        f"{minutes(source.seconds_out)} out" if source.files else "",
        money(source.usd) if source.usd else "",
    ]
    rows = "".join(map(_clip, source.clips))
    table = (
        "<table><thead><tr><th class=number>Score</th><th>Clip</th><th class=number>At</th>"
        f"<th class=number>Length</th><th>Files</th></tr></thead><tbody>{rows}</tbody></table>"
        if rows
        else ""
    )
    return (
        f"<article><h3>{escape(source.name)}"
        f" <span class='ending {source.ending}'>{ENDINGS[source.ending]}</span></h3>"
        f"<p class=quiet>{escape(' · '.join(filter(None, facts)))}</p>"
        f"<p class='quiet path'>{escape(source.path)}</p>{table}</article>"
    )


def _clip(clip: MadeClip) -> str:
    files = "<br>".join(map(_file, clip.files))
    return (
        f"<tr><td class=number>{clip.score:.0f}</td><td>{escape(clip.title or clip.id)}</td>"
        f"<td class=number>{clock(clip.start)}</td><td class=number>{clip.seconds:.1f} s</td><td>{files}</td></tr>"
    )


def _file(made: MadeFile) -> str:
    name = f"{escape(made.shape or made.aspect)} <span class=quiet>{escape(megabytes(made.size_bytes))}</span>"
    if made.size_bytes is None:
        shown = name
    else:
        where = made.file.absolute()
        shown = f'<a href="{escape(where.as_uri())}" title="{escape(str(where))}">{name}</a>'
    return shown + "".join(f"<br>{_place(place)}" for place in made.places)


def _place(place: str) -> str:
    if urlsplit(place).scheme in ("https", "http"):
        return f'<a href="{escape(place)}" rel=noreferrer>{escape(place)}</a>'
    return f"<span class=quiet>{escape(place)}</span>"


def _doubts(report: MorningReport) -> Iterable[tuple[str, str]]:
    return ((source.name, text) for source in report.sources for text in source.doubts)


def _less(report: MorningReport) -> Iterable[tuple[str, str]]:
    return ((source.name, text) for source in report.sources for text in source.less)


def _notes(title: str, explained: str, notes: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<li><b>{escape(name)}</b> {escape(text)}</li>" for name, text in notes)
    if not rows:
        return ""
    return f"<section><h2>{title}</h2><p class=quiet>{explained}</p><ul>{rows}</ul></section>\n"


def _stages(report: MorningReport) -> str:
    longest = max(report.stages.values(), default=0.0)
    if not longest:
        return ""
    rows = "".join(
        f"<tr><th>{escape(stage_title(stage))}</th><td class=number>{work(seconds)}</td>"
        f'<td class=bar><span style="width:{100 * seconds / longest:.1f}%"></span></td></tr>'
        for stage, seconds in report.stages.items()
    )
    cost = (
        f"{money(report.usd)} for {counted(report.tokens, 'token')}"
        if report.tokens
        else "no language model was asked"
    )
    return (
        "<section><h2>Time and cost</h2><p class=quiet>Seconds of work by stage, all sources together; several run"
        f" side by side. Cost: {escape(cost)}.</p><table class=stages><tbody>{rows}</tbody></table></section>\n"
    )
