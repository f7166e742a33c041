"""Texts of the window in the user's language.

A text is written in English where it is shown, as one whole literal: `tr("Export {name}").format(name=name)`, and
`tr("%n clips", "", 3)` where a number decides its form. Texts of tables are marked by `QT_TR_NOOP` and put
through `tr` when they are shown, because modules are read before a language is chosen. `make translations` gathers
both.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from ui.sentences import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP
from ui.sentences import in_words

# Qt sorts texts by class as a rule. Ours are whole sentences, so that the same one is translated once.
_CONTEXT = ""
# As voices are called that nobody named.
_UNNAMED = re.compile(r"Speaker (\d+)")


def tr(text: str, comment: str = "", count: int = -1) -> str:
    """Return a text in the language that is worn, else as it is.

    Args:
        text: English. Braces are for `str.format` behind the call; `%n` stands for `count`.
        comment: Tells two equal texts apart, and their translator what is meant.
        count: Chooses the form of the plural, and is put in for `%n`; below 0 for texts without a number.
    """
    return QCoreApplication.translate(_CONTEXT, text, comment, count)


def file_kinds(*kinds: tuple[str, str]) -> str:
    """Return a filter of files for a dialog of Qt: names of kinds, each with its patterns ("*.srt *.vtt")."""
    return ";;".join(f"{name} ({patterns})" for name, patterns in kinds)


def quoted(text: str) -> str:
    """Return a text in the quotation marks of the language."""
    return tr("“{text}”", "quotation marks").format(text=text)


def speaker_name(speaker: str) -> str:
    """Return how a speaker is called on screen: "Speaker 2", whom nobody named, in the language that is worn."""
    unnamed = _UNNAMED.fullmatch(speaker)
    return tr("Speaker {number}").format(number=unnamed[1]) if unnamed else speaker


def QT_TR_NOOP(text: str) -> str:
    """Mark a text that `tr` is given later, by the name that Qt's tools look for; return it as it is."""
    return text


def told(text: str) -> str:
    """Return what the engine tells in the language that is worn: sentences with values in them, or a part of one.

    What nobody translated, and what the user wrote, stays as it is.
    """
    language = tr("en", "the code of this language")
    return text if language == "en" or not text else in_words(language, text)
