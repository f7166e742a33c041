"""Styles and the draft that is being edited: every change shows at once, can be undone, and is kept by itself."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from core.errors import StyleError
from core.schema.choice import Aspect
from core.schema.draft import DraftStep
from core.schema.style import Style
from core.styles import fields
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, QT_TRANSLATE_NOOP, told

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.style_change import StyleChange

_SAVE_MS = 400
_MOST_STEPS = 200
_ORIGINS = "style origins"
# What a title without any Latin letter comes to as a name.
_NAMELESS = "style"
# Of one-file packages, as the engine writes them.
ARCHIVE_SUFFIX = ".shortliststyle"

# Names of steps, kept with the drafts in English.
_STEP, _RESET = (
    QT_TRANSLATE_NOOP("core", "{what} of “{title}”"),
    QT_TRANSLATE_NOOP("core", "Reset {what} of “{title}”"),
)


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

    def __init__(self, project: Project, tasks: Tasks, memory: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._memory = memory
        self.draft: Style | None = None
        self.origin: Style | None = None
        self.aspect: Aspect | None = None
        self._done, self._undone = project.draft_steps()
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
        return self._project.style_work.drafts()

    def versions(self, name: str) -> tuple[Style, ...]:
        """Return all versions of a style, newest first."""
        return self._project.style_work.versions(name)

    def changes(self, before: Style, after: Style) -> tuple[StyleChange, ...]:
        """Return what differs between two styles."""
        return self._project.style_work.changes(before, after)

    def users(self, pin: str) -> tuple[str, ...]:
        """Return the runs and clips that pin a version, as they are called."""
        return self._project.style_work.users(pin)

    def card_seconds(self, pin: str) -> float:
        """Return how long what a style puts before and after a clip lasts, in the shape where that is longest."""
        try:
            style = self._project.style_work.load(pin) if pin else None
        except StyleError:
            return 0.0  # told where the clip is shown
        shapes = [style, *(style.in_aspect(aspect) for aspect in style.aspects)] if style else []
        return max((shape.intro.seconds + shape.outro.seconds for shape in shapes), default=0.0)

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
        plain = {"name": slug(title), "version": 1, "title": title, "digest": "", "author": "", "note": ""}
        self._begin(style.model_copy(update=plain), style)

    def edit_next(self, style: Style) -> None:
        """Begin a draft of the next version of a published style, or go on with the one that there is."""
        if any(draft.name == style.name for draft in self.drafts()):
            self.open(style.name)
            return
        plain = {"version": style.version + 1, "digest": "", "note": ""}
        self._begin(style.model_copy(update=plain), style)

    def _begin(self, draft: Style, origin: Style) -> None:
        try:
            self._project.style_work.save(draft)
        except StyleError as error:
            self.refused.emit(told(str(error)))
            return
        self._memory.setValue(f"{_ORIGINS}/{draft.name}", origin.pin)
        self.styles_changed.emit()
        self.open(draft.name)

    def open(self, name: str) -> None:
        """Take a draft in hand; an empty name takes none."""
        self.flush()
        found = next((draft for draft in self.drafts() if draft.name == name), None)
        self.draft = found
        self.origin = self._origin_of(found) if found else None
        self.aspect = None
        self.draft_opened.emit()
        self.history_changed.emit()

    def _origin_of(self, draft: Style) -> Style:
        """Return what a draft is compared with: the version that it is a copy of, where that is still there."""
        pin = str(self._memory.value(f"{_ORIGINS}/{draft.name}", ""))
        known = next((style for style in self.styles() if style.pin == pin), None)
        if known is not None or not pin:
            return known or draft
        try:
            return self._project.style_work.load(pin)
        except StyleError:
            return draft

    def discard(self, name: str) -> None:
        """Throw a draft away."""
        try:
            self._project.style_work.discard(name)
        except StyleError as error:
            self.refused.emit(told(str(error)))
            return
        if self.draft is not None and self.draft.name == name:
            self._calm.stop()
            self._unsaved = False
            self.draft = self.origin = None
            self.draft_opened.emit()
        self._done = [step for step in self._done if step.name != name]
        self._undone = [step for step in self._undone if step.name != name]
        self._project.style_work.keep_steps(self._done, self._undone)
        self.styles_changed.emit()
        self.history_changed.emit()

    def rename(self, title: str) -> None:
        """Give the draft in hand another title."""
        if self.draft is not None and title and title != self.draft.title:
            self._take(
                QT_TRANSLATE_NOOP("core", "Rename “{title}”").format(title=self.draft.title),
                self.draft.model_copy(update={"title": title[:80]}),
            )

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

    def change(
        self, part: str, field: str, value: Any, what: str, is_dragged: bool = False, name: str = _STEP
    ) -> None:
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
        self._take(self._step(what, name), after, f"{part}.{field}", is_dragged)

    def reset(self, part: str, field: str, what: str) -> None:
        """Let a field say what it said where the draft came from."""
        self.change(part, field, self.original(part, field), f"{what[:1].lower()}{what[1:]}", name=_RESET)

    def take_file(self, part: str, field: str, path: Path, what: str) -> None:
        """Put a file into the draft, and let a field name it."""
        if self.draft is None:
            return
        try:
            held, name = self._project.style_work.add_file(self.draft, path)
        except StyleError as error:
            self.refused.emit(told(str(error)))
            return
        after = fields.with_value(held, part, field, name, self.aspect)
        self._take(self._step(what), after)

    def take_font(self, path: Path, family: str) -> None:
        """Put a font into the draft, and let captions be set in it."""
        if self.draft is None:
            return
        try:
            held, _name = self._project.style_work.add_file(self.draft, path)
        except StyleError as error:
            self.refused.emit(told(str(error)))
            return
        before = fields.value_of(self.draft, "captions", "font_families", self.aspect)
        families = (family, *(each for each in before if each != family))
        after = fields.with_value(held, "captions", "font_families", families, self.aspect)
        self._take(self._step(QT_TRANSLATE_NOOP("core", "Font")), after)

    def same_everywhere(self, part: str, field: str, aspect: Aspect, what: str) -> None:
        """Let an aspect say of a field what all others say."""
        if self.draft is not None:
            after = fields.without_difference(self.draft, part, field, aspect)
            name = QT_TRANSLATE_NOOP("core", "{what} in {aspect} of “{title}”")
            self._take(name.format(what=what, aspect=aspect, title=self.draft.title), after)

    def colours(self) -> tuple[str, ...]:
        """Return the colours that the draft uses."""
        return fields.colours_of(self.draft) if self.draft else ()

    # Publishing, handing on, and what is done with versions

    async def publish(self, note: str, author: str) -> Style:
        """Publish the draft in hand as the next version of its name; the draft is done with then.

        Raises:
            StyleError: It can't be published, and why.
        """
        self.flush()
        assert self.draft is not None
        draft = self.draft
        named = draft.model_copy(update={"name": self._name_to_publish(draft)})
        made = await self._project.style_work.publish(named, note, author)
        self.discard(draft.name)
        return made

    def _name_to_publish(self, draft: Style) -> str:
        """Return the name under which a draft is published: before its first version it goes by what it is called
        now, and from then on it keeps its name.
        """
        wanted = slug(draft.title)
        if self.versions(draft.name) or wanted in (draft.name, _NAMELESS):
            return draft.name
        taken = {style.name for style in (*self.styles(), *self.drafts())}
        numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in itertools.count(1))
        return next(name for name in numbered if name not in taken)

    async def take_in(self, source: Path) -> tuple[Style, bool]:
        """Import a package; return the version, and whether it was not there before.

        Raises:
            StyleError: It is refused, and why.
        """
        found = await self._project.style_work.take_in(source)
        self.styles_changed.emit()
        return found.style, found.is_new

    async def export(self, pin: str, file: Path) -> Path:
        """Write a published version into one file.

        Raises:
            StyleError: It can't be written.
        """
        return await self._project.style_work.export(pin, file)

    async def remove(self, pin: str) -> None:
        """Remove a published version.

        Raises:
            StyleError: It is pinned, and by what, or can't be removed.
        """
        await self._project.style_work.remove(pin)
        self.styles_changed.emit()

    def tell_fonts(self, families: tuple[str, ...], tell: Callable[[tuple[str, ...]], object]) -> None:
        """Find out in a thread where each font is from, and its licence; `tell` is given a sentence each."""

        async def look() -> None:
            tell(await self._tasks.in_thread(self.font_words, families))

        self._tasks.start(look(), QT_TR_NOOP("Could not look at the fonts."))

    def font_words(self, families: tuple[str, ...]) -> tuple[str, ...]:
        """Return where each font is from, and its licence, a sentence each; it may read font files."""
        if self.draft is None:
            return ()
        captions = self.draft.captions.model_copy(update={"font_families": families})
        wanted = self.draft.model_copy(update={"captions": captions})
        return tuple(told(use.words) for use in self._project.style_work.fonts(wanted) if use.is_needed)

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

    @property
    def is_dragging(self) -> bool:
        """Whether the user holds a control, so that more changes follow at once."""
        return self._drag is not None

    def end_drag(self) -> None:
        """Let the next change be a step of its own, and what was dragged be painted as carefully as all else."""
        if self._drag is not None:
            self._drag = None
            self.draft_changed.emit()

    # Keeping

    def flush(self) -> None:
        """Keep what the draft says now, rather than when it stands still."""
        self._calm.stop()
        if self._unsaved and self.draft is not None:
            try:
                self._project.style_work.save(self.draft)
                self._project.style_work.keep_steps(self._done, self._undone)
            except StyleError as error:
                self.refused.emit(told(str(error)))
                return
            self._unsaved = False
            self.saved.emit()

    def _take(self, label: str, after: Style, what: str = "", is_dragged: bool = False) -> None:
        before = self.draft
        assert before is not None
        if after == before:
            return
        last = self._done[-1] if self._done else None
        if is_dragged and last is not None and last is self._drag and last.what == what:
            self._done[-1] = last.model_copy(update={"label": label, "after": after, "at": time.time()})
        else:
            step = DraftStep(name=before.name, label=label, before=before, after=after, at=time.time(), what=what)
            self._done = [*self._done, step][-_MOST_STEPS:]
        self._drag = self._done[-1] if is_dragged else None
        self._undone.clear()
        self._put(before.name, after)

    def _step(self, what: str, name: str = _STEP) -> str:
        return name.format(what=what, title=self.draft.title if self.draft else "")

    def _put(self, name: str, style: Style) -> None:
        if self.draft is None or self.draft.name != name:
            self.open(name)
        self.draft = style
        self._unsaved = True
        self._calm.start()
        self.draft_changed.emit()
        self.history_changed.emit()


def slug(title: str) -> str:
    """Return a title as a style's name: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:48].strip("-") or _NAMELESS


def _free_title(title: str, taken: list[Style]) -> str:
    names = {style.name for style in taken}
    wanted = f"{title[:70]} copy"
    number = 2
    while slug(wanted) in names:
        wanted = f"{title[:70]} copy {number}"
        number += 1
    return wanted
