"""The post of the clip in hand: what the machine writes of it, and what the user makes of that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core import editing
from core.errors import ShortlistError
from core.schema.clip import Clip, Post
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.widgets.timecode import price_words
from ui.wording import QT_TR_NOOP, QT_TRANSLATE_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project

# Going through clips with the arrow keys asks for none but the last.
_CALM_MS = 150


class PostController(QObject):
    """The post of the clip in hand.

    Signals:
        changed(): Another post is shown, or another reading of it, or a language model begins or ends to write.
        ended(str, bool): What came of asking the model, and whether something went wrong.
    """

    changed = Signal()
    ended = Signal(str, bool)

    def __init__(
        self, project: Project, review: ReviewController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks
        self._written = Post.by_default()
        self._of = ""
        self._writing: dict[str, asyncio.Future[None]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CALM_MS)
        self._timer.timeout.connect(self._ask)
        review.current_changed.connect(self._on_current_changed)
        review.current_edited.connect(self._timer.start)
        review.analysis_changed.connect(self._timer.start)

    @property
    def post(self) -> Post:
        """What is written beside the clip in hand: the user's words, the machine's where there are none."""
        clip = self._review.current
        if clip is None:
            return Post()
        known = self._written if self._of == clip.id else Post()
        kept = clip.post
        return Post(description=kept.description or known.description, hashtags=kept.hashtags or known.hashtags)

    @property
    def is_draft(self) -> bool:
        """Whether nothing is written by itself, because nobody has read the words."""
        return self._review.transcript is not None and self._review.transcript.is_draft

    @property
    def is_own(self) -> tuple[bool, bool]:
        """Whether the description and the hashtags are the user's."""
        clip = self._review.current
        return (bool(clip.post.description), bool(clip.post.hashtags)) if clip else (False, False)

    def text(self) -> str:
        """Return all of it as it is pasted: title, description, hashtags."""
        clip = self._review.current
        post = self.post
        parts = (clip.wording.title if clip else "", post.description, " ".join(post.hashtags))
        return "\n\n".join(part for part in parts if part)

    def describe(self, text: str) -> None:
        """Give the clip in hand another description; empty lets the machine write it."""
        clip = self._review.current
        if clip is not None:
            self._review.edit_post(QT_TRANSLATE_NOOP("core", "Describe {clips}"), editing.describe(clip, text))

    def tag(self, text: str) -> None:
        """Give the clip in hand the hashtags in a line of text; none lets the machine choose them."""
        clip = self._review.current
        if clip is not None:
            self._review.edit_post(
                QT_TRANSLATE_NOOP("core", "Tag {clips}"),
                editing.tag(clip, text.replace(",", " ").replace("#", " #").split()),
            )

    # By a language model

    @property
    def model(self) -> str:
        """The language model that can be asked; empty where none is set."""
        endpoint = self._project.posts.endpoint
        return endpoint.model if endpoint else ""

    @property
    def is_writing(self) -> bool:
        """Whether a language model is writing about the clip in hand."""
        clip = self._review.current
        return clip is not None and clip.id in self._writing

    def write(self) -> None:
        """Have the language model write title, hook, description, hashtags and stressed words; `ended` tells."""
        clip = self._review.current
        if clip is None or self.is_writing or not self.model:
            return
        task = self._tasks.start(self._write_by_model(clip), QT_TR_NOOP("Could not have the texts written."))
        self._writing[clip.id] = task
        task.add_done_callback(lambda _task: self._on_written(clip.id))
        self.changed.emit()

    async def _write_by_model(self, clip: Clip) -> None:
        await self._review.saved()
        try:
            outcome = await self._project.posts.write(clip.run_id, [clip.id])
        except ShortlistError as error:
            self._end(clip.id, told(str(error)), True)
            return
        price = price_words(outcome.usd)
        written = tr("Written{price}.") if outcome.written else tr("Nothing was written{price}.")
        words = f"{written.format(price=price)} {told(outcome.problem)}".strip()
        self._end(clip.id, words, bool(outcome.problem))

    def _end(self, clip_id: str, words: str, is_problem: bool) -> None:
        current = self._review.current
        if current is not None and current.id == clip_id:
            self.ended.emit(words, is_problem)

    def stop(self) -> None:
        """Ask the language model no further about the clip in hand."""
        clip = self._review.current
        if clip is not None and (task := self._writing.get(clip.id)):
            task.cancel()
            self.ended.emit(tr("Stopped. Nothing was changed."), False)

    def _on_written(self, clip_id: str) -> None:
        self._writing.pop(clip_id, None)
        self.changed.emit()

    def _on_current_changed(self) -> None:
        self.changed.emit()
        self._timer.start()

    def _ask(self) -> None:
        clip = self._review.current
        if clip is not None and self._review.transcript is not None:
            self._tasks.start(self._write(clip), QT_TR_NOOP("Could not write what to post."))

    async def _write(self, clip: Clip) -> None:
        bare = clip.model_copy(update={"post": Post()})
        written = await self._project.posts.of(bare)
        if self._review.current is not None and self._review.current.id == clip.id:
            self._written, self._of = written, clip.id
            self.changed.emit()
