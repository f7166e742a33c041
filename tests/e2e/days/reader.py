"""Somebody who reads the page “Your first clip” and does what it says, word for word.

In a step, what is *slanted* is a button that is pressed, `a key` is pressed, “what is quoted” must then be shown.
The page is read in the language that the notes name, of which the window is as well.
"""

from __future__ import annotations

import re

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from core.resources import guide
from tests.e2e.days.person import WORK_S, Person, is_in_front, said
from tests.e2e.days.sitting import Place

LONG_S = 6 * WORK_S
_STEP = re.compile(r"^\d+\. (.+?)(?=^\d+\. |^$)", re.MULTILINE | re.DOTALL)
_DONE_BEFORE = "**"
_DOING = re.compile(r"\*(?P<button>[^*]+)\*|`(?P<key>[^`]+)`|[“„](?P<shown>[^”“]+)[”“]")
_OF_X = {"Ctrl": "ctrl", "Strg": "ctrl", "Shift": "shift", "Space": "space", "Leertaste": "space"}


def steps(language: str) -> list[str]:
    """Return the steps of the page, each in a line."""
    page = (guide(language) / "first.md").read_text(encoding="utf-8")
    return [" ".join(step.split()) for step in _STEP.findall(page)]


async def walk(person: Person, place: Place) -> None:
    """Do all steps but those that install and start the program, in front of which the reader sits."""
    await person.sees("mainWindow")
    told = steps(place.notes["language"])
    for step in told:
        if step.startswith(_DONE_BEFORE):
            continue
        for found in _DOING.finditer(step):
            await _do(person, found)
        person.look(step.partition(":")[0].partition(".")[0].replace("*", "").replace("`", ""))
    place.notes["walked"] = len(told)
    await person.keys("Escape")
    await person.keys("ctrl+q")


async def _do(person: Person, found: re.Match[str]) -> None:
    if name := found["button"]:
        await person.until(f"there is a button {name}", lambda: _buttons(name), WORK_S)
        await person.press(_buttons(name)[0])
    elif keys := found["key"]:
        await person.keys("+".join(_OF_X.get(part, part.lower()) for part in keys.split("+")))
    else:
        shown = found["shown"]
        await person.until(f"“{shown}” is shown", lambda: any(shown in words for words in _all_words()), LONG_S)


def _in_front() -> list[QWidget]:
    """Return the parts of the window that has the reader's attention: a dialog that must be answered first."""
    modal = QApplication.activeModalWidget()
    tops = [modal] if modal is not None else [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    return [each for top in tops for each in top.findChildren(QWidget) if is_in_front(each)]


def _buttons(name: str) -> list[QAbstractButton]:
    return [
        each
        for each in _in_front()
        if isinstance(each, QAbstractButton) and each.isEnabled() and each.text().replace("&", "").strip() == name
    ]


def _all_words() -> list[str]:
    return [said(each) for each in _in_front()]
