"""The post of the clip in hand: what the machine writes of it, and what the user makes of that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core import editing
from core.schema.clip import Clip, Post
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks

if TYPE_CHECKING:
    from core.project import Project

# Going through clips with the arrow keys asks for none but the last.
_CALM_MS = 150


class PostController(QObject):
    """The post of the clip in hand.

    Signals:
        changed(): Another post is shown, or another reading of it.
    """

    changed = Signal()

    def __init__(
        self, project: Project, review: ReviewController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks
        self._written = Post()
        self._of = ""
        self._asking: asyncio.Future[None] | None = None
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
            self._review.edit_post("Describe", editing.describe(clip, text))

    def tag(self, text: str) -> None:
        """Give the clip in hand the hashtags in a line of text; none lets the machine choose them."""
        clip = self._review.current
        if clip is not None:
            self._review.edit_post("Tag", editing.tag(clip, text.replace(",", " ").replace("#", " #").split()))

    def _on_current_changed(self) -> None:
        self.changed.emit()
        self._timer.start()

    def _ask(self) -> None:
        clip = self._review.current
        if clip is not None and self._review.transcript is not None:
            self._tasks.start(self._write(clip), "write what to post")

    async def _write(self, clip: Clip) -> None:
        bare = clip.model_copy(update={"post": Post()})
        written = await self._project.posts.of(bare)
        if self._review.current is not None and self._review.current.id == clip.id:
            self._written, self._of = written, clip.id
            self.changed.emit()
