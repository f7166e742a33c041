"""The sound of clips as the user wants it: noise, music, fades and loudness, each change a step of undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.errors import UserWorldError
from core.schema.audio import Music, Profanity
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, QT_TRANSLATE_NOOP, told

if TYPE_CHECKING:
    from core.project import Project

_QUIET, _NOISY = (
    QT_TRANSLATE_NOOP("core", "Reduce the noise of {clips}"),
    QT_TRANSLATE_NOOP("core", "Keep the noise of {clips}"),
)


class SoundController(QObject):
    """Changes wishes of clips, and looks at music before it is used.

    Signals:
        music_kept(str, Music): The music that was chosen under this key can be used.
        music_refused(str, str): It can't, and why. The key of a clip's music is the clip's id.
    """

    music_kept = Signal(str, object)
    music_refused = Signal(str, str)

    def __init__(
        self, project: Project, review: ReviewController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks

    def reduce_noise(self, clip_id: str, is_wanted: bool) -> None:
        """Take noise out of a clip, or leave it in."""
        self._wish(clip_id, _QUIET if is_wanted else _NOISY, reduces_noise=is_wanted)

    def set_profanity(self, clip_id: str, wanted: Profanity) -> None:
        """Let swear words be heard in a clip, silence them, or bleep them."""
        verbs = {
            "kept": QT_TRANSLATE_NOOP("core", "Let swear words be heard in {clips}"),
            "muted": QT_TRANSLATE_NOOP("core", "Silence swear words in {clips}"),
            "bleeped": QT_TRANSLATE_NOOP("core", "Bleep swear words in {clips}"),
        }
        self._wish(clip_id, verbs[wanted], profanity=wanted)

    def set_gain(self, clip_id: str, gain_db: float) -> None:
        """Make a clip louder or softer than its loudness target."""
        self._wish(clip_id, QT_TRANSLATE_NOOP("core", "Change the loudness of {clips}"), gain_db=gain_db)

    def set_fade_in(self, clip_id: str, seconds: float) -> None:
        """Let a clip's sound come up in so many seconds."""
        self._wish(clip_id, QT_TRANSLATE_NOOP("core", "Fade in {clips}"), fade_in=seconds)

    def set_fade_out(self, clip_id: str, seconds: float) -> None:
        """Let a clip's sound die away in so many seconds."""
        self._wish(clip_id, QT_TRANSLATE_NOOP("core", "Fade out {clips}"), fade_out=seconds)

    def change_music(self, clip_id: str, **changes: float) -> None:
        """Change a clip's music: `under_lu`, `duck_db`, `start` or `fade_out`."""
        clip = self._review.clip(clip_id)
        if clip is not None and clip.sound.music is not None:
            self._wish(
                clip_id,
                QT_TRANSLATE_NOOP("core", "Change the music of {clips}"),
                music=clip.sound.music.model_copy(update=changes),
            )

    def remove_music(self, clip_id: str) -> None:
        """Take the music from under a clip."""
        self._wish(clip_id, QT_TRANSLATE_NOOP("core", "Remove the music of {clips}"), music=None)

    def choose_music(self, clip_id: str, path: Path) -> None:
        """Lay music under a clip, at the level that its music had before."""
        self._tasks.start(self._choose_music(clip_id, path), QT_TR_NOOP("Could not use this music."))

    def keep_music(self, key: str, path: Path) -> None:
        """See whether a piece of music can be used; the signals tell."""
        self._tasks.start(self._keep(key, path), QT_TR_NOOP("Could not use this music."))

    async def _choose_music(self, clip_id: str, path: Path) -> None:
        music = await self._keep(clip_id, path)
        clip = self._review.clip(clip_id)
        if music is None or clip is None:
            return
        before = clip.sound.music
        if before is not None:
            music = before.model_copy(update={"file": music.file, "title": music.title, "start": 0.0})
        self._wish(clip_id, QT_TRANSLATE_NOOP("core", "Lay music under {clips}"), music=music)

    async def _keep(self, key: str, path: Path) -> Music | None:
        try:
            music = await self._project.keep_music(path)
        except UserWorldError as error:
            self.music_refused.emit(key, told(str(error)))
            return None
        self.music_kept.emit(key, music)
        return music

    def _wish(self, clip_id: str, name: str, **changes: Any) -> None:
        clip = self._review.clip(clip_id)
        if clip is not None:
            self._review.set_sound(clip, name, clip.sound.model_copy(update=changes))
