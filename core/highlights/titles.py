"""Words for people: a title and hook taken from what is said, and the reason for a score in one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.highlights.language import is_ideographic, join_words, plain
from core.schema.plan import Axis, AxisScore

if TYPE_CHECKING:
    import numpy as np

    from core.highlights.features import SentenceTable

TITLE_LENGTH = 60
"""Characters that a list and a phone show without cutting a title; ideographs count double."""

_LEAD = re.compile(r"^[\s\-–—…,.;:\"'“”‘’«»]+")
_TAIL = re.compile(r"[\s\-–—…,.;:。，、；：।\"'“”‘’«»]+$")
_CLAUSES = re.compile(r"(?<=[,;:—–，；：、])\s*|\s+(?:--|-)\s+")
_SMALL_I = re.compile(r"\bi\b(?=[\s'’]|$)")
_WORDS_BEFORE_CUT = 4
_FEWEST_CUT = 8  # letters; less is a filler or a mark that was left off
_OPENING_WORDS = 3
_HALF_STARTS = frozenset(
    (
        "if",
        "when",
        "while",
        "as",
        "because",
        "unless",
        "although",
        "though",
        "since",
        "whenever",
        "once",
        "without",
    )
)
_HALF_ENDS = frozenset(
    (
        "like",
        "thought",
        "think",
        "thinking",
        "said",
        "say",
        "says",
        "saying",
        "well",
        "oh",
        "whether",
        "asked",
        "okay",
    )
)

PRAISED, WARNED = 66.0, 10.0
"""An axis above (percentile of real talks) is worth praise in the reason, one below a warning."""

_PRAISE: dict[Axis, str] = {
    "hook": "opens strongly",
    "completeness": "stands on its own",
    "density": "is packed with content",
    "emotion": "is charged with feeling",
    "quotability": "has quotable lines",
    "engagement": "is a lively exchange",
    "delivery": "is said with energy",
    "visual": "is good to look at",
}
_WARNING: dict[Axis, str] = {
    "hook": "starts slowly",
    "completeness": "may need context",
    "density": "says little",
    "emotion": "is calm",
    "quotability": "has no standout line",
    "engagement": "is one voice throughout",
    "delivery": "is said flatly",
    "visual": "shows little",
}


def title_of(table: SentenceTable, first: int, last: int, openings: np.ndarray) -> str:
    """Return a title from the strongest sentence of a clip, without loose words at either end."""
    index = strongest(table, first, last, openings)
    return headline(table.sentences[index].text, table)


def strongest(table: SentenceTable, first: int, last: int, openings: np.ndarray) -> int:
    """Return the sentence that says most about the clip: catching, on its topic, and of a title's length."""
    on_topic: dict[str, int] = {}
    for i in range(first, last + 1):
        for term in set(table.terms[i]):
            on_topic[term] = on_topic.get(term, 0) + 1

    def worth(i: int) -> float:
        shared = sum(on_topic[term] > 1 for term in set(table.terms[i]))
        line = headline(table.sentences[i].text, table)
        # A line that had to be cut promises less than a whole one; a very short one says nothing.
        fits = -0.4 if line.endswith("…") else 1.0 if _width(line) >= 18 else -0.6
        fits -= 2.0 * _is_half(line, table.sentences[i].text)
        return (
            float(openings[i]) + 0.35 * min(4, shared) + fits - 0.6 * bool(table.hanging[i]) + 0.4 * (i == first)
        )

    return max(range(first, last + 1), key=lambda i: (worth(i), -i))


def quotable(table: SentenceTable, first: int, last: int) -> int | None:
    """Return the sentence that one would repeat: a lesson or a contrast, said in a breath, understood alone."""

    def worth(i: int) -> float:
        said = [float(table.column(kind)[i] > 0) for kind in ("lesson", "contrast", "absolute", "second_person")]
        return sum(said) - 1.5 * float(table.leaning[i]) - 2.0 * bool(table.hanging[i])

    words = table.column("words")
    fit = [i for i in range(first, last + 1) if 5 <= words[i] <= 24 and not table.sentences[i].is_question]
    best = max(fit, key=lambda i: (worth(i), -i), default=None)
    return best if best is not None and worth(best) > 0 else None


def _is_half(line: str, text: str) -> bool:
    """Whether a line stops before its sentence says what it is about to: "If you hide it", "I'm like"."""
    if line.count('"') % 2 or (line.count("“") != line.count("”")):
        return True
    said = line.split()
    is_cut = len(_letters(line)) + _FEWEST_CUT < len(_letters(text))
    if not is_cut or not said:
        return False
    is_asked = text.rstrip().endswith(("?", "？")) and not line.endswith(("?", "？"))
    opens_half = any(plain(word) in _HALF_STARTS for word in said[:_OPENING_WORDS])
    return is_asked or opens_half or plain(said[-1]) in _HALF_ENDS


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def headline(text: str, table: SentenceTable | None = None, length: int = TITLE_LENGTH) -> str:
    """Return a sentence as a title: fillers off the front, cut at a clause or a whole word, first letter large."""
    words = _LEAD.sub("", text).split()
    loose = _loose_openings(table)
    while len(words) > _WORDS_BEFORE_CUT and plain(words[0]) in loose:
        words = words[1:]
    body = _LEAD.sub("", " ".join(words))
    is_question = body.rstrip("\"'”’」").endswith(("?", "？"))
    kept = _fit(body, length, table)
    is_whole = len(kept) >= len(body)
    if not kept.endswith("…"):
        bare = _TAIL.sub("", kept).strip()
        # A quotation that ends with the line keeps its end.
        kept = f'{bare}"' if bare.count('"') % 2 and '"' in kept[len(bare) :] else bare
    if is_question and is_whole and not kept.endswith(("?", "？")):
        kept += "？" if is_ideographic(kept) else "?"
    if table is not None and table.lexicon.language == "en":
        kept = _SMALL_I.sub("I", kept)
    return kept[:1].upper() + kept[1:]


def _fit(text: str, length: int, table: SentenceTable | None) -> str:
    if _width(text) <= length:
        return text
    clauses = [clause for clause in _CLAUSES.split(text) if clause]
    kept = ""
    wide = is_ideographic(text)
    for clause in clauses:
        longer = (kept + ("" if wide else " ") + clause).strip()
        if _width(longer) > length:
            break
        kept = longer
    if _width(kept) >= length * 0.4:
        return kept
    if wide:
        return text[: length // 2 - 1] + "…"
    dangling = table.lexicon.dangling_ends if table else frozenset[str]()
    words: list[str] = []
    for word in text.split():
        if _width(" ".join([*words, word])) > length - 1:
            break
        words.append(word)
    while len(words) > 2 and (plain(words[-1]) in dangling or plain(words[-1]).endswith("'s")):
        words.pop()
    return _TAIL.sub("", " ".join(words) or text[: length - 1]) + "…"


def hook_line(table: SentenceTable, first: int, last: int, openings: np.ndarray, title: str) -> str:
    """Return the line shown over the first seconds: short, and rather not the sentence that is heard just then."""
    others = [i for i in range(first, last + 1) if i != first]
    if others:

        def worth(i: int) -> float:
            text = table.sentences[i].text
            return float(openings[i]) - (_width(text) > 90) - 2.0 * _is_half(headline(text, table), text)

        best = max(others, key=worth)
        line = headline(table.sentences[best].text, table)
        if float(openings[best]) > 0.3 and len(line) >= 12:
            return line
    return title


def reason_of(axes: dict[Axis, AxisScore], is_statement: bool) -> str:
    """Return one plain sentence on why the clip scores what it does."""
    judged = [(axis, score.score) for axis, score in axes.items() if score.score is not None]
    judged.sort(key=lambda pair: -pair[1])
    praise = [_praise(axis, axes[axis]) for axis, value in judged[:3] if value >= PRAISED]
    kind = "A statement that" if is_statement else "A moment that"
    if not praise:
        sentence = f"{kind} is among the better ones here, with no axis standing out"
    else:
        sentence = f"{kind} {_listed(praise)}"
    # Pairs of ideographs, changes of speaker and what is seen are evidence in a list, not words to quote.
    earned = [
        word
        for axis, _ in judged[:3]
        for word in axes[axis].evidence
        if axis not in ("completeness", "engagement", "density", "delivery", "visual")
    ]
    if earned:
        quoted = list(dict.fromkeys(earned))[:3]
        sentence += " (" + ", ".join(f"“{word}”" for word in quoted) + ")"
    weakest = judged[-1] if judged else None
    expected = ("engagement", "emotion") if is_statement else ("quotability", "density")
    if weakest and weakest[1] < WARNED and weakest[0] not in expected:
        sentence += f"; it {_WARNING[weakest[0]]}"
    return sentence + "."


def _praise(axis: Axis, score: AxisScore) -> str:
    is_monologue = axis == "engagement" and not any("speaker" in word for word in score.evidence)
    return "speaks to the listener" if is_monologue else _PRAISE[axis]


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def _loose_openings(table: SentenceTable | None) -> frozenset[str]:
    if table is None:
        return frozenset()
    lexicon = table.lexicon
    fillers = (
        {"like", "actually", "basically", "honestly", "look", "listen", "um", "uh"}
        if lexicon.language == "en"
        else set()
    )
    leaning = {word for word, weight in lexicon.dependent_starts.items() if weight in (0.5, 0.9, 1.0)}
    # "True", "Because" and "Then" can open a title.
    return frozenset(leaning | lexicon.interjections | fillers) - {"true", "because", "what", "no", "if"}


def _width(text: str) -> int:
    return sum(2 if "\u2e80" <= character <= "\uffdc" else 1 for character in text)


def quote(words: Sequence[str], limit: int = 8) -> str:
    """Return the first words of a sentence as evidence."""
    text = join_words(words[:limit])
    return text + ("…" if len(words) > limit else "")
