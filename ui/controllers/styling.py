"""Styles and the draft that is being edited: every change shows at once, can be undone, and is kept by itself."""

from __future__ import annotations

import hashlib
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import ValidationError
from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from core.errors import StyleError
from core.schema.choice import Aspect
from core.schema.style import Asset, Style
from core.styles import fields

if TYPE_CHECKING:
    from core.project import Project

_SAVE_MS = 400
_MOST_STEPS = 200
_KEY = "style drafts"
MOST_FILE_BYTES = 20_000_000


@dataclass(frozen=True)
class DraftStep:
    """A change of a draft: `what` is the field as it is told to the user, `at` seconds since the epoch."""

    name: str
    label: str
    before: Style
    after: Style
    at: float
    what: str = ""


class DraftShelf(Protocol):
    """Where drafts are kept."""

    def drafts(self) -> tuple[Style, ...]: ...
    def save(self, draft: Style) -> None: ...
    def discard(self, name: str) -> None: ...


class StyleController(QObject):
    """Knows the styles, and the draft in hand. `aspect` is the one that changes are for, None for all.

    Signals:
        styles_changed(): A style or a draft was added or removed.
        draft_opened(): Another draft is in hand, or none.
        draft_changed(): The draft in hand says something else; whoever paints it paints it anew.
        aspect_changed(): Changes are for another aspect.
        history_changed(): What can be undone or redone changed.
        saved(): What the draft says is kept.
        refused(str): A value that was asked for can't be, and why.
    """

    styles_changed = Signal()
    draft_opened = Signal()
    draft_changed = Signal()
    aspect_changed = Signal()
    history_changed = Signal()
    saved = Signal()
    refused = Signal(str)

    def __init__(self, project: Project, shelf: DraftShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._shelf = shelf
        self.draft: Style | None = None
        self.origin: Style | None = None
        self.aspect: Aspect | None = None
        self._done: list[DraftStep] = []
        self._undone: list[DraftStep] = []
        self._origins: dict[str, Style] = {}
        self._drag: DraftStep | None = None
        self._unsaved = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_SAVE_MS)
        self._calm.timeout.connect(self.flush)

    # What there is

    def styles(self) -> tuple[Style, ...]:
        """Return the newest version of every style."""
        return self._project.styles()

    def drafts(self) -> tuple[Style, ...]:
        """Return the drafts, as they are kept."""
        return self._shelf.drafts()

    def is_built_in(self, style: Style) -> bool:
        """Whether a style comes with the program."""
        return not style.digest

    def is_saved(self) -> bool:
        """Whether all that the draft in hand says is kept."""
        return not self._unsaved

    # The draft in hand

    def edit_copy(self, style: Style) -> None:
        """Begin a draft of a style under a name of its own, and take it in hand."""
        title = _free_title(style.title or style.name, [*self.styles(), *self.drafts()])
        made = style.model_copy(
            update={"name": slug(title), "version": 1, "title": title, "digest": "", "author": "", "note": ""}
        )
        self._origins[made.name] = style
        self._shelf.save(made)
        self.styles_changed.emit()
        self.open(made.name)

    def open(self, name: str) -> None:
        """Take a draft in hand; an empty name takes none."""
        self.flush()
        found = next((draft for draft in self.drafts() if draft.name == name), None)
        self.draft = found
        self.origin = self._origins.setdefault(found.name, found) if found else None
        self.aspect = None
        self.draft_opened.emit()
        self.history_changed.emit()

    def discard(self, name: str) -> None:
        """Throw a draft away."""
        if self.draft is not None and self.draft.name == name:
            self._calm.stop()
            self._unsaved = False
            self.draft = self.origin = None
            self.draft_opened.emit()
        self._shelf.discard(name)
        self._done = [step for step in self._done if step.name != name]
        self._undone = [step for step in self._undone if step.name != name]
        self.styles_changed.emit()
        self.history_changed.emit()

    def rename(self, title: str) -> None:
        """Give the draft in hand another title."""
        if self.draft is not None and title and title != self.draft.title:
            self._take(f"Rename “{self.draft.title}”", self.draft.model_copy(update={"title": title[:80]}))

    def choose_aspect(self, aspect: Aspect | None) -> None:
        """Let changes be for one aspect, or for all."""
        if aspect != self.aspect:
            self.aspect = aspect
            self.aspect_changed.emit()

    def value(self, part: str, field: str) -> Any:
        """Return what a field of the draft in hand says in the aspect that changes are for."""
        assert self.draft is not None
        return fields.value_of(self.draft, part, field, self.aspect)

    def original(self, part: str, field: str) -> Any:
        """Return what the field says where the draft came from."""
        assert self.origin is not None
        return fields.value_of(self.origin, part, field, self.aspect)

    def differing(self, part: str, field: str) -> tuple[Aspect, ...]:
        """Return the aspects in which a field has a value of its own."""
        return fields.aspects_that_differ(self.draft, part, field) if self.draft else ()

    def change(self, part: str, field: str, value: Any, what: str, is_dragged: bool = False) -> None:
        """Let a field say something else; `what` names it in the list of steps. A drag is one step."""
        if self.draft is None:
            return
        aspect = None if part == "brand" else self.aspect  # a brand's rules hold in all aspects
        try:
            after = fields.with_value(self.draft, part, field, value, aspect)
        except ValidationError as error:
            self.refused.emit(f"{what}: {error.errors()[0]['msg']}.")
            self.draft_changed.emit()
            return
        self._take(f"{what} of “{self.draft.title}”", after, f"{part}.{field}", is_dragged)

    def change_all(self, label: str, after: Style) -> None:
        """Let the draft in hand say what another record says, as one step."""
        if self.draft is not None and after.name == self.draft.name:
            self._take(label, after)

    def reset(self, part: str, field: str, what: str) -> None:
        """Let a field say what it said where the draft came from."""
        self.change(part, field, self.original(part, field), f"Reset {what[:1].lower()}{what[1:]}")

    def take_file(self, part: str, field: str, path: Path, what: str) -> None:
        """Put a file into the draft, and let a field name it."""
        if self.draft is None:
            return
        try:
            if path.stat().st_size > MOST_FILE_BYTES:
                raise StyleError("This file is too large for a style.", str(path), remedy="At most 20 MB.")
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            self.refused.emit(f"{path.name} can't be read: {error.strerror or error}.")
            return
        except StyleError as error:
            self.refused.emit(str(error))
            return
        name = f"{'sounds' if field == 'sound' else 'images'}/{path.name}"
        held = fields.with_asset(self.draft, Asset(name=name, path=path, digest=digest))
        after = fields.with_value(held, part, field, name, self.aspect)
        self._take(f"{what} of “{self.draft.title}”", after)

    def same_everywhere(self, part: str, field: str, aspect: Aspect, what: str) -> None:
        """Let an aspect say of a field what all others say."""
        if self.draft is not None:
            after = fields.without_difference(self.draft, part, field, aspect)
            self._take(f"{what} in {aspect} of “{self.draft.title}”", after)

    def colours(self) -> tuple[str, ...]:
        """Return the colours that the draft uses."""
        return fields.colours_of(self.draft) if self.draft else ()

    # Undo

    def undo_step(self) -> DraftStep | None:
        """Return what undo would take back."""
        return self._done[-1] if self._done else None

    def redo_step(self) -> DraftStep | None:
        """Return what redo would do again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> None:
        """Take the last change back."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._put(step.name, step.before)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._put(step.name, step.after)

    def end_drag(self) -> None:
        """Let the next change be a step of its own."""
        self._drag = None

    # Keeping

    def flush(self) -> None:
        """Keep what the draft says now, rather than when it stands still."""
        self._calm.stop()
        if self._unsaved and self.draft is not None:
            self._unsaved = False
            self._shelf.save(self.draft)
            self.saved.emit()

    def _take(self, label: str, after: Style, what: str = "", is_dragged: bool = False) -> None:
        before = self.draft
        assert before is not None
        if after == before:
            return
        last = self._done[-1] if self._done else None
        if is_dragged and last is not None and last is self._drag and last.what == what:
            self._done[-1] = DraftStep(last.name, label, last.before, after, time.time(), what)
        else:
            step = DraftStep(before.name, label, before, after, time.time(), what)
            self._done = [*self._done, step][-_MOST_STEPS:]
        self._drag = self._done[-1] if is_dragged else None
        self._undone.clear()
        self._put(before.name, after)

    def _put(self, name: str, style: Style) -> None:
        if self.draft is None or self.draft.name != name:
            self.open(name)
        self.draft = style
        self._unsaved = True
        self._calm.start()
        self.draft_changed.emit()
        self.history_changed.emit()


class RememberedDrafts:
    """Drafts kept beside what the window remembers."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def drafts(self) -> tuple[Style, ...]:
        """Return the drafts by title; one that another version wrote, and this one can't read, is left out."""
        self._memory.beginGroup(_KEY)
        texts = [str(self._memory.value(name)) for name in self._memory.childKeys()]
        self._memory.endGroup()
        found = []
        for text in texts:
            try:
                found.append(Style.from_json(text))
            except ValidationError:
                continue
        return tuple(sorted(found, key=lambda draft: draft.title.lower()))

    def save(self, draft: Style) -> None:
        """Keep a draft in place of what its name had."""
        self._memory.setValue(f"{_KEY}/{draft.name}", draft.to_json())

    def discard(self, name: str) -> None:
        """Forget a draft."""
        self._memory.remove(f"{_KEY}/{name}")


def slug(title: str) -> str:
    """Return a title as a style's name: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:48].strip("-") or "style"


def _free_title(title: str, taken: list[Style]) -> str:
    names = {style.name for style in taken}
    wanted = f"{title[:70]} copy"
    number = 2
    while slug(wanted) in names:
        wanted = f"{title[:70]} copy {number}"
        number += 1
    return wanted
