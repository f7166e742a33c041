"""What somebody types, as a question to the index. Nothing typed is an error; what can't be used is noted.

::

    climate tax         both words, or words that begin so
    "climate tax"       these words, next to each other
    clim*               words that begin so, also inside of quotation marks
    climat~             words that are spelled nearly so
    -tax  -"the tax"    not that
    speaker:anna  source:"episode 12"  lang:de  since:2026-01  until:2026-03-31  since:30d  is:approved  score:70
"""

from __future__ import annotations

import re
import time
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import get_args

from core.schema.clip import Decision
from core.schema.search import SearchFilters
from core.search.tokens import folded, is_unspaced, words

_PART = re.compile(
    r"""(?P<minus>-?)(?:(?P<key>[^\W\d_]+):)?"""
    r"""(?:["“”„«»](?P<quoted>[^"“”„«»]*)["“”„«»]?|(?P<bare>[^\s"“”„«»]+))"""
)
_KEYS = {
    "speaker": "speaker", "sprecher": "speaker", "by": "speaker", "who": "speaker", "von": "speaker",
    "source": "source", "quelle": "source", "in": "source", "run": "source",
    "lang": "language", "language": "language", "sprache": "language",
    "since": "since", "after": "since", "from": "since", "seit": "since",
    "until": "until", "before": "until", "to": "until", "bis": "until",
    "is": "decision", "decision": "decision", "ist": "decision",
    "score": "score", "wert": "score",
}  # fmt: skip
_DECISIONS = {
    "angenommen": "approved", "genommen": "approved", "freigegeben": "approved", "yes": "approved",
    "abgelehnt": "rejected", "verworfen": "rejected", "no": "rejected", "vielleicht": "maybe",
    "offen": "undecided", "open": "undecided", "clip": "any",
}  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGO = re.compile(r"(\d{1,4})\s*([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
MOST_TERMS = 24
"""So many words and phrases of a query count; nobody types more, but a text may be pasted."""
_MOST_WORDS = 40  # of one phrase
_FEWEST_LETTERS = 3  # of what is asked for its meaning


@dataclass(frozen=True)
class Term:
    """A word or phrase that is looked for: searched words in order.

    The last one may be the beginning of a word (`is_prefix`). `is_near` also takes what is spelled nearly so.
    """

    words: tuple[str, ...]
    typed: str
    is_prefix: bool = False
    is_near: bool = False
    is_quoted: bool = False


@dataclass(frozen=True)
class Query:
    """All of `wanted` and none of `unwanted`, within the filters; `notes` say what of it could not be used."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    filters: SearchFilters = field(default_factory=SearchFilters)
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not self.wanted and self.filters == SearchFilters()

    @property
    def meaning(self) -> str:
        """What is asked for its meaning; empty where words are asked for exactly, nearly, or by beginnings."""
        if any(term.is_quoted or term.is_near or "*" in term.typed for term in self.wanted):
            return ""
        return self.text if len(self.text) >= _FEWEST_LETTERS else ""

    @property
    def text(self) -> str:
        """What is looked for, as it was typed, without filters."""
        return " ".join(term.typed for term in self.wanted)


def parse(typed: str, filters: SearchFilters | None = None, now: float | None = None) -> Query:
    """Return what somebody typed as a query; `filters` that are given beside hold too, those typed go first."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    notes: list[str] = []
    chosen = filters or SearchFilters()
    for match in _PART.finditer(typed):
        key = _KEYS.get(folded(match["key"] or ""))
        value = match["quoted"] if match["quoted"] is not None else match["bare"]
        if key is not None and not match["minus"] and value:
            found = _filtered(chosen, key, value, time.time() if now is None else now)
            chosen = found or chosen
            if found is None:
                notes.append(match[0])
            continue
        given = f"{match['key']} {value}" if match["key"] and key is None else value
        made = _terms(given, match["quoted"] is not None)
        # A word inside of a longer one follows a hyphen too: "well-known" is no exclusion, and matched whole.
        (unwanted if match["minus"] and made else wanted).extend(made)
    return Query(tuple(wanted[:MOST_TERMS]), tuple(unwanted[:MOST_TERMS]), chosen, tuple(notes))


def _terms(text: str, is_quoted: bool) -> list[Term]:
    is_near = not is_quoted and text.endswith("~")
    is_begun = text.endswith("*")
    found = tuple(words(text))[:_MOST_WORDS]
    if not found:
        return []
    typed = f'"{text}"' if is_quoted else text
    ends_unspaced = is_unspaced(found[-1])
    if ends_unspaced and len(found) > 1 and is_unspaced(found[-2]) and len(found[-1]) == 1:
        # The pair before it holds the last character, whatever follows it there.
        found = found[:-1]
    is_prefix = is_begun or not is_quoted or ends_unspaced
    term = Term(found, typed, is_prefix and not is_near, is_near, is_quoted)
    return [term]


def _filtered(given: SearchFilters, key: str, value: str, now: float) -> SearchFilters | None:
    """Return filters with one more; None where its value says nothing."""
    if key in ("since", "until"):
        at = moment(value, key == "until", now)
        return None if at is None else given.model_copy(update={key: at})
    if key == "score":
        number = re.fullmatch(r">?=?(\d{1,3})\+?", value)
        return given.model_copy(update={"least_score": float(number[1])}) if number else None
    if key == "decision":
        said = folded(value)
        said = _DECISIONS.get(said, said)
        if said not in (*get_args(Decision), "any"):
            return None
        return given.model_copy(update={"decision": said})
    if key == "language":
        return given.model_copy(update={"language": folded(value).replace("_", "-").split("-")[0]})
    return given.model_copy(update={key: value})


def moment(text: str, is_end: bool = False, now: float | None = None) -> float | None:
    """Return when "2026", "2026-03", "2026-03-31" or "30d" (days; w, m, y) ago begins, or ends with `is_end`.

    In seconds since the epoch, of the machine's own time zone; None where the text is no time.
    """
    ago = _AGO.fullmatch(text.strip().lower())
    if ago:
        return (time.time() if now is None else now) - int(ago[1]) * _DAYS[ago[2]] * 86400.0
    date = _DATE.fullmatch(text.strip())
    if date is None:
        return None
    try:
        year, month, day = int(date[1]), int(date[2] or 1), int(date[3] or 1)
        begin = datetime(year, month, day)
        if not is_end:
            return begin.timestamp()
        last = begin
        if not date[2]:
            last = begin.replace(month=12, day=31)
        elif not date[3]:
            last = begin.replace(day=monthrange(year, month)[1])
        return (last + timedelta(days=1)).timestamp()
    except (ValueError, OverflowError, OSError):
        return None


def loosened(query: Query) -> Query:
    """Return a query whose phrases are single words, for when nothing holds them as they are."""
    parts: list[Term] = []
    for term in query.wanted:
        for place, word in enumerate(term.words):
            is_last = place == len(term.words) - 1
            is_begun = term.is_prefix and is_last
            parts.append(replace(term, words=(word,), typed=word, is_prefix=is_begun, is_quoted=False))
    return replace(query, wanted=tuple(parts[:MOST_TERMS]))


__all__ = ["MOST_TERMS", "Query", "Term", "loosened", "moment", "parse"]
