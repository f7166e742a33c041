"""`search`: what was said, anywhere in a workspace."""

from __future__ import annotations

import argparse
import json

from core.schema.clip import DECISIONS
from core.schema.search import Found, Hit, SearchFilters
from core.search.query import moment
from desktop import loop
from desktop.command import Command
from desktop.workspace import looked_at

_EPILOG = """
a query:
  climate tax          both words, or words that begin so
  "climate tax"        these words, next to each other
  clim*  climat~       words that begin so; words that are spelled nearly so
  -tax  -"the tax"     not that (put -- before a query that begins so)
  speaker:anna  source:"episode 12"  lang:de  since:2026-01  since:30d  until:2026-03-31
  is:approved  score:70   said in a clip that you approved, or that is worth so much

Where an embedding endpoint is set, words without any of these signs are looked for by their meaning as well; a
place that was found so alone is marked with ~. `main.py meaning` tells how much of what is said is known so.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _EPILOG
    parser.add_argument("words", nargs="*", metavar="WORD", help="what is looked for; see below")
    parser.add_argument("--speaker", default="", metavar="NAME", help="said by whose name begins so")
    parser.add_argument("--source", default="", metavar="NAME", help="in sources whose name has this")
    parser.add_argument("--since", default="", metavar="DATE", help="imported since: 2026-01-31, 2026-01, 30d")
    parser.add_argument("--until", default="", metavar="DATE", help="imported until")
    parser.add_argument("--language", default="", metavar="CODE", help="in sources of this language: en")
    parser.add_argument("--decision", default="", choices=[*DECISIONS, "any"], help="said in such a clip")
    parser.add_argument("--score", type=float, default=0.0, metavar="N", help="said in a clip worth that much")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="show so many (20)")
    parser.add_argument("--words-only", action="store_true", help="ask no embedding endpoint for the meaning")
    parser.add_argument("--workspace", metavar="DIR")
    parser.add_argument("--json", action="store_true")


def execute(arguments: argparse.Namespace) -> int:
    """Print what was found, best first; 2 where a date is none, or nothing is asked."""
    dates = {}
    for name in ("since", "until"):
        given = getattr(arguments, name)
        found = moment(given, name == "until") if given else 0.0
        if found is None:
            print(f"--{name}: “{given}” is no date. Write 2026-01-31, 2026-01, 2026 or 30d.")
            return 2
        dates[name] = found
    filters = SearchFilters(
        speaker=arguments.speaker,
        source=arguments.source,
        language=arguments.language.lower(),
        decision=arguments.decision,
        least_score=arguments.score,
        **dates,
    )
    if not arguments.words and filters == SearchFilters():
        print("Say what to look for: main.py search climate tax")
        return 2
    return loop.run(_execute(arguments, filters))


async def _execute(arguments: argparse.Namespace, filters: SearchFilters) -> int:
    # A shell takes quotation marks away, and what was in them is one argument.
    query = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in arguments.words)
    async with looked_at(arguments.workspace) as project:
        found = await project.searching.find(
            query, filters, max(1, arguments.limit), by_meaning=not arguments.words_only
        )
    if arguments.json:
        print(json.dumps(found.model_dump(mode="json"), indent=2, ensure_ascii=False))
        return 0
    for line in _told(found):
        print(line)
    return 0


def _told(found: Found) -> list[str]:
    """Return what is said of a search, a line each."""
    lines = [f"“{each.word}” is said nowhere. Shown instead: {', '.join(each.near)}." for each in found.respelled]
    lines += [f"Not understood, and left out: {part}" for part in found.ignored]
    if found.meaning_problem:
        lines.append(f"Found by words alone. {found.meaning_problem}")
    if found.is_loose:
        lines.append("Nowhere are all words together. Shown is where some of them are.")
    lines += [_line(hit) for hit in found.hits]
    if not found.hits:
        lines.append("Nothing was found.")
    elif found.total > len(found.hits):
        many = f"more than {found.total}" if found.is_more else str(found.total)
        lines.append(f"{len(found.hits)} of {many} places; --limit shows more.")
    return lines


def _line(hit: Hit) -> str:
    """Return a hit in a line, what matches in square brackets."""
    text, at = "", 0
    for start, end in hit.marks:
        text += f"{hit.text[at:start]}[{hit.text[start:end]}]"
        at = end
    text += hit.text[at:]
    seconds = int(hit.at)
    hours = f"{seconds // 3600}:" if seconds >= 3600 else ""
    minutes = f"{seconds // 60 % 60:02d}" if hours else str(seconds // 60)
    who = f"{hit.speaker}: " if hit.speaker else ""
    clip = f"  ({hit.decision} clip)" if hit.decision not in ("", "undecided") else ""
    mark = "~ " if hit.found_by == "meaning" else ""
    return f"{mark}{hit.source}  {hours}{minutes}:{seconds % 60:02d}  {who}{text}{clip}"


COMMAND = Command("search", "search what was said", add_arguments, execute)
