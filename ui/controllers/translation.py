"""Captions in other languages: asked for, stopped, read beside what is said, written and saved."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from core.schema.translation import TranslationOutcome, TranslationReview
from ui.controllers.events import ProjectEvents
from ui.controllers.tasks import Tasks
from ui.language_names import in_order
from ui.widgets.timecode import price_words
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project


class TranslationController(QObject):
    """Deals with the translations of sources.

    Signals:
        wanted(): The user asks for the place where captions are translated.
        changed(str, str): A source's translation into a language changed.
        reviewed(str, object): A source's translation was read: a `TranslationReview`.
        refused(str, str, str): It can't be read or saved: source, language, why.
        progressed(str, str, float, str): Source, language, how far (0 to 1), in words.
        ended(str, str, str, bool): Source, language, what came of asking, whether something went wrong.
    """

    wanted = Signal()
    changed = Signal(str, str)
    reviewed = Signal(str, object)
    refused = Signal(str, str, str)
    progressed = Signal(str, str, float, str)
    ended = Signal(str, str, str, bool)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._asking: dict[tuple[str, str], asyncio.Future[None]] = {}
        events.translation_changed.connect(self.changed)

    def known(self) -> dict[str, str]:
        """Return the languages that can be asked for: their names by code, in the order of names."""
        return in_order(self._project.translations.known())

    def languages(self, source_id: str) -> list[str]:
        """Return the codes of the languages a source was translated into."""
        return self._project.translations.languages(source_id)

    def has_model(self) -> bool:
        """Whether a language model is set that can be asked."""
        return self._project.translations.endpoint is not None

    def is_asking(self, source_id: str, language: str) -> bool:
        """Whether a source is being translated into a language."""
        return (source_id, language) in self._asking

    def asking(self) -> tuple[tuple[str, str], ...]:
        """Return what is being translated: source id and language code."""
        return tuple(self._asking)

    def read(self, source_id: str, language: str) -> None:
        """Read a translation; `reviewed` or `refused` tells."""
        self._tasks.start(self._read(source_id, language), QT_TR_NOOP("Could not read the translation."))

    async def _read(self, source_id: str, language: str) -> None:
        try:
            found: TranslationReview = await self._project.translations.review(source_id, language)
        except ShortlistError as error:
            self.refused.emit(source_id, language, told(str(error)))
            return
        self.reviewed.emit(source_id, found)

    def ask(self, source_id: str, language: str, terms: str, again: tuple[float, ...] = ()) -> None:
        """Have what is missing translated, and the lines at these seconds anew; `ended` tells what came of it."""
        key = (source_id, language)
        if key in self._asking:
            return
        task = self._tasks.start(
            self._ask(source_id, language, terms, again), QT_TR_NOOP("Could not translate the captions.")
        )
        self._asking[key] = task
        task.add_done_callback(lambda _task: self._on_done(key))

    async def _ask(self, source_id: str, language: str, terms: str, again: tuple[float, ...]) -> None:
        def tell(fraction: float, message: str) -> None:
            self.progressed.emit(source_id, language, fraction, message)

        try:
            outcome = await self._project.translations.translate(source_id, language, tell, again, terms)
        except ShortlistError as error:
            self.ended.emit(source_id, language, told(str(error)), True)
            return
        self.ended.emit(source_id, language, _outcome_words(outcome), bool(outcome.problem))

    def stop(self, source_id: str, language: str) -> None:
        """Ask no further; what was translated stays."""
        if task := self._asking.get((source_id, language)):
            task.cancel()
            self.ended.emit(source_id, language, tr("Stopped. What was translated stays."), False)

    def _on_done(self, key: tuple[str, str]) -> None:
        self._asking.pop(key, None)
        self.changed.emit(*key)

    def write(self, source_id: str, language: str, at: float, text: str) -> None:
        """Keep what the user wrote for the line at a source second."""
        self._tasks.start(
            self._project.translations.write(source_id, language, at, text),
            QT_TR_NOOP("Could not keep the translation."),
        )

    def save(self, source_id: str, language: str, file: Path) -> None:
        """Write a translation as captions; `ended` or `refused` tells."""
        self._tasks.start(self._save(source_id, language, file), QT_TR_NOOP("Could not save the translation."))

    async def _save(self, source_id: str, language: str, file: Path) -> None:
        try:
            await self._project.translations.save(source_id, language, file)
        except ShortlistError as error:
            self.refused.emit(source_id, language, told(str(error)))
            return
        self.ended.emit(source_id, language, tr("Saved as {file}.").format(file=file.name), False)


def _outcome_words(outcome: TranslationOutcome) -> str:
    if not outcome.missing and not outcome.translated:
        return " ".join((tr("Nothing was missing."), told(outcome.problem))).strip()
    price = price_words(outcome.usd or 0.0)
    words = tr("%n lines translated{price}.", "", outcome.translated).format(price=price)
    if outcome.missing:
        words = tr("%n lines translated{price}, {missing} are missing.", "", outcome.translated)
        words = words.format(price=price, missing=outcome.missing)
    return f"{words} {told(outcome.problem)}".strip()
