"""What a page of the user guide is made of and what it names, in any language.

What is *slanted* is a text of the window, or something that is typed; what is **strong** may be one. `This` is a
key, or a command for a terminal; whole commands stand between fences.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.resources import guide, resource

_FENCED = re.compile(r"^```\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LITERAL = re.compile(r"`([^`]+)`")
# Endings of files, and commands for a terminal.
_NO_KEYS = (".", "sudo ", "make ", "shortlist")
# A star that is typed stands behind a backslash.
_EMPHASIS = re.compile(r"(?<![\\*])(\*\*?)(?![\s*])((?:\\\*|[^*])+?)\1(?!\*)")
_BETWEEN_MENUS = re.compile(r" [→›] ")


@dataclass(frozen=True)
class Page:
    """The text of a page."""

    text: str

    @classmethod
    def read(cls, language: str, name: str) -> Page:
        """Read a page by the code of its language, and the name of its file without an ending."""
        return cls((guide(language) / f"{name}.md").read_text(encoding="utf-8"))

    @property
    def prose(self) -> str:
        """All but whole commands."""
        return _FENCED.sub("", self.text)

    @property
    def shape(self) -> list[str]:
        """What its lines begin with, in order: headings by level, steps, points, rows, pictures, commands."""
        return re.findall(r"^(?:#+ |\d+\. |- |\| |!\[|```)", self.text, re.MULTILINE)

    @property
    def links(self) -> list[tuple[str, str]]:
        """What is told of each picture and link, and where it leads."""
        return re.findall(r"\[([^\]]*)\]\(([^)]+)\)", self.prose)

    @property
    def commands(self) -> list[str]:
        """What is typed into a terminal, without what is said beside it."""
        lines = [line for block in _FENCED.findall(self.text) for line in block.splitlines()]
        return [re.sub(r"\s+# .*", "", line) for line in lines]

    @property
    def keys(self) -> Counter[str]:
        """How often each key is named."""
        return Counter(each for each in _LITERAL.findall(self.prose) if not each.startswith(_NO_KEYS))

    @property
    def slanted(self) -> list[str]:
        """What is slanted, a menu and what is in it apart."""
        return self._named("*")

    @property
    def strong(self) -> list[str]:
        """What is strong, without the colon behind it."""
        return [each.removesuffix(":") for each in self._named("**")]

    def _named(self, mark: str) -> list[str]:
        found = _EMPHASIS.findall(_LITERAL.sub("", self.prose))
        named = [" ".join(each.split()) for marked, each in found if marked == mark]
        return [part for each in named for part in _BETWEEN_MENUS.split(each)]


def key_in_words(keys: str) -> str:
    """Return a key as Qt writes it on paper in the language that is worn, the same on every platform."""
    return "+".join(QCoreApplication.translate("QShortcut", part) or part for part in keys.split("+"))


@functools.cache
def catalogue(language: str) -> dict[str, set[str]]:
    """Return the texts of the window with their translations, without the letters that open menus."""
    found: dict[str, set[str]] = {}
    for message in ElementTree.parse(resource(f"translations/shortlist_{language}.ts")).iter("message"):
        english, said = (message.findtext(part) or "" for part in ("source", "translation"))
        found.setdefault(_bare(english), set()).add(_bare(said))
        # Of an entry in two lines the first is its name.
        found.setdefault(_bare(english.partition("\n")[0]), set()).add(_bare(said.partition("\n")[0]))
    return found


def _bare(text: str) -> str:
    return re.sub(r"&(?=\w)", "", text)
