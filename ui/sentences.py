"""Sentences of the engine in the user's language: recognised by their templates, since the engine speaks English.

What it says is kept in records and logs as well. `make translations` lists the templates, which are translated as
all texts of the window are. Here a text is taken apart into sentences, each is found among the templates, and its
values are put into the translation. Of several templates that fit, the one with the most words of its own wins.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from core.resources import resource

CONTEXT = "core"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text that is kept in English and put through `told` when it is shown; return it as it is."""
    return text


# What the engine puts together from parts, as no template of its own shows.
_COMPOSED = (
    QT_TRANSLATE_NOOP("core", "A moment that {parts}"),
    QT_TRANSLATE_NOOP("core", "A statement that {parts}"),
    QT_TRANSLATE_NOOP("core", "The picture is black {stretches}, where the source does not."),
    QT_TRANSLATE_NOOP("core", "The picture is black {stretches}, as in the source."),
    QT_TRANSLATE_NOOP("core", "The picture is black {stretches}; the clip has no picture of the source."),
    QT_TRANSLATE_NOOP("core", "The picture is black {stretches}; the source is not there to compare it with."),
    QT_TRANSLATE_NOOP("core", "The picture stands still {stretches}, where the source does not."),
    QT_TRANSLATE_NOOP("core", "The picture stands still {stretches}, as in the source."),
    QT_TRANSLATE_NOOP("core", "The picture stands still {stretches}; the clip has no picture of the source."),
    QT_TRANSLATE_NOOP("core", "The picture stands still {stretches}; the source is not there to compare it with."),
    QT_TRANSLATE_NOOP("core", "it starts slowly"),
    QT_TRANSLATE_NOOP("core", "it may need context"),
    QT_TRANSLATE_NOOP("core", "it says little"),
    QT_TRANSLATE_NOOP("core", "it is calm"),
    QT_TRANSLATE_NOOP("core", "it has no standout line"),
    QT_TRANSLATE_NOOP("core", "it is one voice throughout"),
    QT_TRANSLATE_NOOP("core", "it is said flatly"),
    QT_TRANSLATE_NOOP("core", "it shows little"),
    QT_TRANSLATE_NOOP("core", "and"),
    QT_TRANSLATE_NOOP("core", "louder"),
    QT_TRANSLATE_NOOP("core", "livelier"),
    QT_TRANSLATE_NOOP("core", "faster"),
    QT_TRANSLATE_NOOP("core", "{count} decision on a clip"),
    QT_TRANSLATE_NOOP("core", "{count} decisions on clips"),
    QT_TRANSLATE_NOOP("core", "{count} answer to a question"),
    QT_TRANSLATE_NOOP("core", "{count} answers to questions"),
    QT_TRANSLATE_NOOP("core", "the run of {source}"),
    QT_TRANSLATE_NOOP("core", "{count} runs of {source}"),
    QT_TRANSLATE_NOOP("core", "the clip “{title}” of {source}"),
    QT_TRANSLATE_NOOP("core", "{count} languages"),
    QT_TRANSLATE_NOOP("core", "frame rate"),
    QT_TRANSLATE_NOOP("core", "interlacing"),
    QT_TRANSLATE_NOOP("core", "level"),
    QT_TRANSLATE_NOOP("core", "picture gaps"),
    QT_TRANSLATE_NOOP("core", "sound"),
    QT_TRANSLATE_NOOP("core", "sound end"),
    QT_TRANSLATE_NOOP("core", "sound gaps"),
    QT_TRANSLATE_NOOP("core", "timestamps"),
    QT_TRANSLATE_NOOP("core", "{count} seconds"),
    QT_TRANSLATE_NOOP("core", "{count} minutes"),
)

_FIELD = re.compile(r"\{(\w+)\}")
_END = re.compile(r"(?<=[.!?…])(?<!\b[A-Z]\.)\s+")
_JOINT = re.compile(r"(; |, | and |: | \(|\))(?![^“]*”)")
_FIRST = re.compile(r"\w+(?=\W|$)")
_FIGURE = re.compile(r"([−-]?(?:\d{1,3}(?:,\d{3})+|(?:\d+:)*\d+))(?:\.(\d+))?(?= [a-zA-Z%]|$)")
_NUMBER = re.compile(r"[−-]?\d[\d.,:]*")
# So little of its own tells nothing of what stands before it, unless that is a number.
_COUNTED = re.compile(r"\{\w+\} \w+")
# Longer texts are taken sentence by sentence, however they might belong together.
_MOST_SENTENCES = 12


class Template(NamedTuple):
    """One sentence that the engine makes; `own` counts the letters in it that are no value."""

    english: str
    pattern: re.Pattern[str]
    own: int
    begins_with_value: bool
    data: frozenset[str]


@lru_cache(maxsize=4096)
def in_words(language: str, text: str) -> str:
    """Return a text in the language that is worn; `language` is its code, which keeps what is remembered apart."""
    return "\n".join(_sentences(line) if line else "" for line in text.split("\n"))


def _sentences(text: str) -> str:
    """Return a line with what is known in it translated: as few letters as can be stay English, then as few
    sentences as can be are taken for one."""
    starts = [0, *(found.end() for found in _END.finditer(text))]
    ends = [*(found.start() for found in _END.finditer(text)), len(text)]
    count = len(starts)
    reach = count if count <= _MOST_SENTENCES else 1
    best: list[tuple[int, int, str]] = [(0, 0, "")] * (count + 1)
    for first in reversed(range(count)):
        ways = []
        for last in range(first, min(first + reach, count)):
            said = text[starts[first] : ends[last]]
            gap = text[ends[last] : starts[last + 1]] if last + 1 < count else ""
            left, own, rest = best[last + 1]
            if (fitting := _fitting(said)) is not None:
                ways.append((left, own - fitting[1], fitting[0] + gap + rest))
            elif last == first:
                ways.append((left + len(said), own, _pieces(said) + gap + rest))
        best[first] = min(ways)
    return best[0][2]


def _pieces(said: str) -> str:
    """Return a sentence that is no template with its parts translated, where they all can be, or what stands
    before or behind a colon; else as it is, since half a sentence in another language is worse than a foreign one.
    """
    head, colon, rest = said.partition(": ")
    if colon and (translated := (_value(head), _sentences(rest))) != (head, rest):
        return ": ".join(translated)
    stop = "." if said.endswith(".") else ""
    parts = _JOINT.split(said.removesuffix("."))
    if len(parts) == 1:
        return said
    told = [_joint(part) if place % 2 else _value(part) for place, part in enumerate(parts)]
    is_whole = all(
        told[place] != part or not any(letter.isalpha() for letter in part)
        for place, part in enumerate(parts)
        if place % 2 == 0
    )
    return "".join(told) + stop if is_whole else said


def _joint(text: str) -> str:
    return f" {QCoreApplication.translate(CONTEXT, 'and')} " if text == " and " else text


def _value(text: str) -> str:
    """Return a value translated where it is a sentence or a part of one, and with the language's decimal sign."""
    if text[:1] == "“" and text[-1:] == "”":
        return QCoreApplication.translate("", "“{text}”", "quotation marks").format(text=text[1:-1])
    fitting = _fitting(text, is_value=True)
    if fitting is not None:
        return fitting[0]
    return _number(text)


def _number(text: str) -> str:
    """Return a number at the beginning of a text with the signs of the language."""
    found = _FIGURE.match(text)
    if found is None:
        return text
    locale = QLocale()
    whole = found[1].replace(",", locale.groupSeparator())
    return whole + (locale.decimalPoint() + found[2] if found[2] else "") + text[found.end() :]


def _fitting(text: str, is_value: bool = False) -> tuple[str, int] | None:
    """Return the translation by the template that fits best, and how many letters of its own that has."""
    for template in _candidates(text):
        found = template.pattern.fullmatch(text)
        if found is None:
            continue
        # A name that ends like a sentence is none.
        if is_value and template.begins_with_value and not _NUMBER.fullmatch(found[1]):
            continue
        translated = QCoreApplication.translate(CONTEXT, template.english)
        if translated == template.english:
            return None
        values = found.groupdict()
        has_stop = values.pop("stop", None) is not None
        said = {name: _told_value(name, value, template) for name, value in values.items()}
        words = translated.removesuffix(".").format(**said) + ("." if has_stop else "")
        if not template.begins_with_value and text[0].isupper() != template.english[0].isupper():
            words = (words[0].upper() if text[0].isupper() else words[0].lower()) + words[1:]
        return words, template.own
    return None


def _told_value(name: str, value: str, template: Template) -> str:
    if name in template.data:
        return value
    # Languages have their names among the texts of the window.
    return QCoreApplication.translate("", value) if name.startswith("language") else _value_of(value)


def _value_of(value: str) -> str:
    """Return a value of a template; one that is sentences, or a list, is told as such."""
    short = _value(value)
    if short != value:
        return short
    return _sentences(value) if value.endswith((".", "!", "…")) else _pieces(value)


def _candidates(text: str) -> list[Template]:
    first = _FIRST.match(text)
    known = _templates()
    named = known.get(first[0].casefold(), []) if first else []
    return sorted((*named, *known.get("", [])), key=lambda each: -each.own)


@cache
def _templates() -> dict[str, list[Template]]:
    """Return all templates by their first word; those that begin with a value by an empty one."""
    known: dict[str, list[Template]] = {}
    for english in json.loads(resource("translations/sentences.json").read_text(encoding="utf-8")):
        first = _FIRST.match(english)
        known.setdefault(first[0].casefold() if first else "", []).append(template(english))
    return known


def _value_pattern(parts: Sequence[str], place: int) -> str:
    """Return what the value at a place looks like; one right behind another begins with no letter, or is empty."""
    follows = place > 1 and not parts[place - 1]
    return f"(?P<{parts[place]}>(?:\\W.*?)?)" if follows else f"(?P<{parts[place]}>.+?)"


def template(english: str) -> Template:
    """Return a template that recognises what an English text with fields comes to."""
    parts = _FIELD.split(english.removesuffix("."))
    pattern = "".join(
        _value_pattern(parts, place) if place % 2 else re.escape(part) for place, part in enumerate(parts)
    )
    if _COUNTED.fullmatch(english):
        pattern = pattern.replace(".+?", _NUMBER.pattern, 1)
    if parts[0][:1].isalpha():
        first = parts[0][0]
        pattern = f"[{first.lower()}{first.upper()}]" + pattern[len(re.escape(first)) :]
    data = (name for before, name in zip(parts[::2], parts[1::2], strict=False) if before.endswith("“"))
    own = sum(letter.isalpha() for part in parts[::2] for letter in part)
    return Template(english, re.compile(pattern + r"(?P<stop>\.)?"), own, not parts[0], frozenset(data))
