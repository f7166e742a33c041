"""What is known of languages: their commonest words, fillers and swear words, read from `resources/lexicon`.

The only reader of that folder. A language without a file is known by its script or its commonest words at most.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from core.resources import resource

LANGUAGES = ("en", "es", "de", "fr", "zh", "it", "pt", "nl", "ja")
"""The languages that have a file."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_KATAKANA = "\u30a1-\u30fa\u30fc"
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ENDS_CLAUSE = re.compile(r"[,;:.!?…、，。；：！？،؛؟—–][\"'”’»)\]」』）]*$")

# Scripts that one language of the world's talks is written in, mostly; what tells its neighbours comes first.
_SCRIPTS = (
    ("ja", "[\u3041-\u30fa]", 0.05),
    ("zh", "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]", 0.3),
    ("ko", "[\u1100-\u11ff\uac00-\ud7af]", 0.3),
    ("th", "[\u0e00-\u0e7f]", 0.3),
    ("he", "[\u0590-\u05ff]", 0.3),
    ("ur", "[ٹڈڑےں]", 0.03),
    ("fa", "[پچژگ]", 0.02),
    ("ar", "[\u0600-\u06ff]", 0.3),
    ("el", "[\u0370-\u03ff]", 0.3),
    ("uk", "[іїєґІЇЄҐ]", 0.03),
    ("ru", "[\u0400-\u04ff]", 0.3),
    ("hi", "[\u0900-\u097f]", 0.3),
    ("bn", "[\u0980-\u09ff]", 0.3),
    ("ta", "[\u0b80-\u0bff]", 0.3),
)
_LEAST_SHARE = 0.15  # of all words must be among the commonest of the language
_LEAST_LEAD = 1.25  # over the second best


def plain(text: str) -> str:
    """Return a word in lower case without the punctuation around it ("“Don’t," → "don't")."""
    return _EDGES.sub("", text).replace("’", "'").lower()


def primary(language: str) -> str:
    """Return the first part of a language's name: "pt" of "pt-BR"; nothing where it says that none is known."""
    code = language.lower().replace("_", "-").split("-")[0]
    return "" if code in ("und", "auto") else code


@cache
def tables(code: str) -> Mapping[str, Any]:
    """Return what a language's file holds; nothing where there is none."""
    if code not in LANGUAGES:
        return {}
    with resource(f"lexicon/{code}.toml").open("rb") as file:
        return tomllib.load(file)


def guess_language(words: Sequence[str]) -> str:
    """Return the ISO 639-1 code of the language that words are likely in, "" where it is not clear.

    Scripts tell first; among languages in Latin letters the one whose commonest words are most frequent.
    """
    letters = "".join(character for word in words[:2000] for character in word if character.isalpha())
    for code, characters, share in _SCRIPTS:
        # Compiled at the first use, and kept by `re`: fourteen of them held up every start.
        if letters and len(re.findall(characters, letters)) > share * len(letters):
            return code
    counts = Counter(plain(word) for word in words[:4000])
    total = sum(counts.values())
    if not total:
        return ""
    shares = {code: sum(counts[word] for word in common) / total for code, common in _common_words().items()}
    best, second = sorted(shares, key=lambda code: -shares[code])[:2]
    is_clear = shares[best] >= _LEAST_SHARE and shares[best] >= _LEAST_LEAD * shares[second]
    return best if is_clear else ""


@cache
def _common_words() -> dict[str, frozenset[str]]:
    with resource("lexicon/common_words.toml").open("rb") as file:
        return {code: frozenset(str(words).split()) for code, words in tomllib.load(file).items()}


@dataclass(frozen=True)
class Listed:
    """Words and phrases that are looked for in speech.

    An entry is a word, several words, or a part of one with a star ("fuck*", "*fuck*"). Entries in scripts without
    spaces are found anywhere, since what a word is there is each transcriber's own idea.
    """

    _pattern: re.Pattern[str]

    def find(self, words: Sequence[str]) -> list[range]:
        """Return which of the words, in order of speech and with their punctuation, hold entries; none overlap."""
        texts = [plain(word) for word in words]
        parts = [
            text if _IS_UNSPACED.match(text) and _IS_UNSPACED.match(before) else f" {text}"
            for text, before in zip(texts, ["", *texts], strict=False)
        ]
        starts = list(accumulate((len(part) for part in parts), initial=0))
        found: list[range] = []
        for match in self._pattern.finditer("".join(parts)):
            first = bisect_right(starts, match.start()) - 1
            last = bisect_right(starts, match.end() - 1) - 1
            if not found or first >= found[-1].stop:
                found.append(range(first, last + 1))
        return found


def profanity(language: str) -> Listed | None:
    """Return the swear words of a language; None where none are listed."""
    return _listed(primary(language), "profanity", "words")


def fillers(words: Sequence[str], language: str) -> list[range]:
    """Return which of the words, in order of speech and with their punctuation, say nothing.

    Sounds ("um") count wherever they stand; words that mean something elsewhere ("you know") only where commas set
    them off on both sides. What touches other letters of its word is left.
    """
    code = primary(language)
    sounds, phrases = _listed(code, "fillers", "sounds"), _listed(code, "fillers", "between_commas")
    found = [place for place in (sounds.find(words) if sounds else []) if _is_whole(words, place, code, "sounds")]
    for place in phrases.find(words) if phrases else []:
        is_opened = place.start == 0 or bool(_ENDS_CLAUSE.search(words[place.start - 1]))
        commas = [bool(_ENDS_CLAUSE.search(words[index])) for index in place]
        if is_opened and commas[-1] and not any(commas[:-1]) and _is_whole(words, place, code, "between_commas"):
            found.append(place)
    taken: list[range] = []
    for place in sorted(found, key=lambda each: (each.start, -len(each))):
        if not taken or place.start >= taken[-1].stop:
            taken.append(place)
    return taken


def has_fillers(language: str) -> bool:
    """Whether fillers of a language are listed."""
    return "fillers" in tables(primary(language))


def _is_whole(words: Sequence[str], place: range, code: str, kind: str) -> bool:
    """Whether the words hold an entry and nothing else: "えーと" may be a part of a longer word."""
    said = [plain(words[index]) for index in place]
    listed = tables(code)["fillers"][kind]
    return " ".join(said) in listed or "".join(said) in listed


def emoji(words: Sequence[str], language: str) -> list[tuple[range, str]]:
    """Return which of the words, in order of speech, say what there is an emoji for, and that emoji.

    None for words near which none would suit, see `grave`; the caller asks for that.
    """
    code = primary(language)
    listed = _emoji_lists(code)
    others = listed.exceptions.find(words) if listed.exceptions else []
    found = [
        (place, symbol)
        for symbol, entries in listed.ideas
        for place in entries.find(words)
        if not any(place.start < other.stop and other.start < place.stop for other in others)
    ]
    return sorted(found, key=lambda each: (each[0].start, each[0].stop))


def grave(words: Sequence[str], language: str) -> list[range]:
    """Return which of the words are about something that no emoji would suit: death, war, illness."""
    listed = _emoji_lists(primary(language)).grave
    return listed.find(words) if listed else []


@dataclass(frozen=True)
class _EmojiLists:
    ideas: tuple[tuple[str, Listed], ...]
    grave: Listed | None
    exceptions: Listed | None


@cache
def _emoji_lists(code: str) -> _EmojiLists:
    with resource("lexicon/emoji.toml").open("rb") as file:
        told = tomllib.load(file)

    def listed(entries: Sequence[str]) -> Listed | None:
        return Listed(_pattern_of(entries)) if entries else None

    ideas = [(idea["emoji"], listed(idea.get(code, ()))) for idea in told["idea"]]
    return _EmojiLists(
        tuple((symbol, entries) for symbol, entries in ideas if entries),
        listed(told["grave"].get(code, ())),
        listed(told["except"].get(code, ())),
    )


def mask(words: Sequence[str]) -> list[str]:
    """Return the words of one swear word or phrase with all but first letters starred: "f***", "他**"."""
    masked = []
    for place, word in enumerate(words):
        keeps_first = place == 0 or not _IS_UNSPACED.search(word)
        letters = [at for at, character in enumerate(word) if character.isalnum()]
        hidden = set(letters[1:] if keeps_first else letters)
        masked.append("".join("*" if at in hidden else character for at, character in enumerate(word)))
    return masked


def masked(words: Sequence[str], listed: Listed) -> list[str]:
    """Return the words with the listed ones starred."""
    shown = list(words)
    for place in listed.find(words):
        shown[place.start : place.stop] = mask(words[place.start : place.stop])
    return shown


@cache
def _listed(code: str, table: str, kind: str) -> Listed | None:
    entries = tables(code).get(table, {}).get(kind, ())
    return Listed(_pattern_of(entries)) if entries else None


def _pattern_of(entries: Iterable[str]) -> re.Pattern[str]:
    parts = []
    for entry in sorted(entries, key=len, reverse=True):
        if not _IS_UNSPACED.search(entry):
            core = re.escape(entry.strip("*"))
            before = r" [^\W_]*" if entry.startswith("*") else " "
            parts.append(before + core + (r"[\w']*" if entry.endswith("*") else r"(?![\w'])"))
        elif re.fullmatch(f"[{_KATAKANA}]+", entry):
            # Foreign names and terms in katakana are long, and hold anything.
            parts.append(f"(?<![{_KATAKANA}]){re.escape(entry)}(?![{_KATAKANA}])")
        else:
            parts.append(re.escape(entry))
    return re.compile("|".join(parts))


@cache
def everyday(code: str) -> Mapping[str, int]:
    """Return the words that everybody says with their ranks, the commonest 0; nothing where none are listed."""
    with resource("lexicon/everyday.toml").open("rb") as file:
        words = str(tomllib.load(file).get(code, "")).split()
    return {word: rank for rank, word in enumerate(words)}
