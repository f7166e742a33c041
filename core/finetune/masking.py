"""Personal data in examples, replaced by placeholders: names of speakers, addresses, telephone and long numbers.

What is the same thing is the same placeholder within one talk ("[NAME 1]"), so that a model still learns who
answers whom. Only names that somebody is known by as a speaker can be found; one that is merely said stays.
Rather too much is masked than too little: a number of eight digits is taken for an account even where it counts
something, and "Will" for the speaker of that name even where it begins a question.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.highlights.language import is_ideographic
from core.schema.transcript import Transcript, is_name
from core.schema.tuning import ChatTurn, TrainingExample

_ENDINGS = (
    "com|org|net|edu|gov|info|biz|io|ai|app|dev|co|me|tv|fm|xyz|tech|cloud|shop|eu|de|at|ch|uk|ie|fr|es|it|nl|be|lu|pl"
    "|cz|se|no|dk|fi|pt|gr|hu|ro|tr|ru|ua|us|ca|mx|br|ar|au|nz|in|jp|cn|kr|za|il"
)
_DOT = r"\s+(?:dot|punkt)\s+"
# In this order: what begins an address of one kind is none of those below. Spoken addresses as transcribers write
# them ("ana at example dot com") are among them. Groups of an IBAN: ISO 13616.
_KINDS = {
    "EMAIL": rf"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|[\w.+-]+\s+at\s+(?:[\w-]+{_DOT})+(?:{_ENDINGS})\b",
    "LINK": (
        r"(?:(?:https?|ftp)://|\bwww\.)[^\s\[\]]*[^\s\[\].,;:!?()\"'“”»]"
        rf"|(?<![\w@.])(?:[\w-]+\.)+(?:{_ENDINGS})\b(?:/[^\s\[\]]*[^\s\[\].,;:!?()\"'“”»])?"
        rf"|\b(?:[\w-]+{_DOT})+(?:{_ENDINGS})\b"
    ),
    "NUMBER": r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b",
    "PHONE": (
        r"(?<!\w)(?<!\d[.,])(?:\+|\(\+?\d{1,5}\)|\(?0)(?:[ /()-]{0,2}\d){6,}|(?<!\w)0\d(?:[. ]\d\d){4}(?!\w)"
        r"|(?<![\w-])(?:\d{3}[ .-])?\d{3}[.-]\d{4}(?![\w-])|(?<!\w)\d{3} \d{3} \d{4}(?!\w)"
    ),
    "LONG": r"(?<!\d)(?<!\d[.,])(?:\d(?:[ -]?\d){8,}|\d{8,})",
}
_HIDDEN = re.compile(r"\[(?:NAME|EMAIL|LINK|NUMBER|PHONE) \d+\]")
_LOWERED = {"EMAIL", "LINK"}
_TITLES = {"and", "the", "mrs", "miss", "mister", "prof", "professor", "doctor", "doktor", "sir", "herr", "frau"}


@dataclass(frozen=True)
class Masked:
    """Examples without personal data, and how often something was replaced in them."""

    examples: tuple[TrainingExample, ...]
    count: int = 0


def names_in(transcript: Transcript) -> list[str]:
    """Return the names of a talk's speakers in the order they first speak; "Speaker 1" is none."""
    spoken = dict.fromkeys(segment.speaker.strip() for segment in transcript.segments)
    return [name for name in spoken if name and is_name(name)]


def mask(examples: Sequence[TrainingExample], names: Iterable[str]) -> Masked:
    """Return the examples of one talk masked, as many as there were; instructions stay as they are."""
    hidden = Mask(names)
    masked = []
    for example in examples:
        turns = tuple(
            turn if turn.role == "system" else ChatTurn(role=turn.role, content=hidden.content(turn.content))
            for turn in example.messages
        )
        masked.append(example.model_copy(update={"messages": turns}))
    return Masked(tuple(masked), hidden.count)


@dataclass
class Mask:
    """The placeholders of one talk, given out as things are met, and how often any was put in."""

    names: Iterable[str]
    count: int = 0
    _placeholders: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._owners: dict[str, str] = {}
        every = [_plain(name) for name in self.names if name.strip()]
        for name in every:
            self._owners.setdefault(name.casefold(), name)
        for name in every:
            for part in _parts(name):
                self._owners.setdefault(part.casefold(), name)
        self._pattern = _pattern(every)

    def content(self, text: str) -> str:
        """Return a message masked; of JSON the texts in it, so that it stays JSON."""
        try:
            told = json.loads(text)
        except ValueError:
            return self.text(text)
        return json.dumps(self._value(told), ensure_ascii=False) if isinstance(told, dict) else self.text(text)

    def text(self, text: str) -> str:
        """Return a text masked."""
        # What a placeholder parts off can be something to mask itself, so it is looked again.
        before, now = "", unicodedata.normalize("NFC", text)
        while now != before:
            before, now = now, self._pattern.sub(self._hide, now)
        return now

    def _value(self, told: object) -> object:
        if isinstance(told, str):
            return self.text(told)
        if isinstance(told, list):
            return [self._value(each) for each in told]
        return {key: self._value(each) for key, each in told.items()} if isinstance(told, dict) else told

    def _hide(self, found: re.Match[str]) -> str:
        kind, said = found.lastgroup or "", found[0]
        if kind == "HIDDEN":
            return said
        self.count += 1
        if kind == "NAME":
            return self._placeholder("NAME", self._owner(said))
        kind = "NUMBER" if kind == "LONG" else kind
        if kind in _LOWERED:
            return self._placeholder(kind, said.casefold())
        return self._placeholder(kind, re.sub(r"[^\w+]", "", said))

    def _owner(self, said: str) -> str:
        whole = " ".join(said.casefold().split())
        return self._owners.get(whole) or self._owners.get(whole.removesuffix("s")) or whole

    def _placeholder(self, kind: str, thing: str) -> str:
        given = sum(1 for each, _ in self._placeholders if each == kind)
        return self._placeholders.setdefault((kind, thing), f"[{kind} {given + 1}]")


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    kinds = [f"(?P<HIDDEN>{_HIDDEN.pattern})"]
    kinds += [f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()]
    every = {name for whole in names for name in (whole, *_parts(whole))}
    if every:
        # The longest first: "Ana Ruiz" before "Ana".
        ordered = sorted(every, key=lambda name: (-len(name), name))
        kinds.append(f"(?P<NAME>{'|'.join(_said(name) for name in ordered)})")
    return re.compile("|".join(kinds))


def _said(name: str) -> str:
    """Return the pattern of a name as it may be written, with its genitive; a single word only as a name is."""
    if is_ideographic(name):
        return re.escape(name)
    words = name.split()
    if len(words) > 1:
        whole = r"\s+".join(map(re.escape, words))
        return rf"(?<!\w)(?i:{whole})s?(?!\w)"
    forms = sorted({name, name.upper(), name[0].upper() + name[1:]})
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})s?(?!\w)"


def _parts(name: str) -> list[str]:
    """Return what somebody may be called by alone: "Ana" and "Ruiz" of "Dr Ana de Ruiz", but not "Dr" and "de"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", name)
    if len(words) < 2:
        return []
    return [word for word in words if len(word) > 2 and word[0].isupper() and word.casefold() not in _TITLES]


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
