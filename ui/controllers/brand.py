"""The draft against its brand's rules: what is checked at once, and what measured pictures are judged by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from core.schema.brand import Finding, Reading, SaidText
from core.schema.clip import Clip
from core.schema.style import Style
from core.styles import brand
from ui.controllers.review import ReviewController
from ui.wording import QT_TRANSLATE_NOOP


class BrandController(QObject):
    """Checks a style on the clips of the open run."""

    def __init__(self, review: ReviewController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review

    def at_once(self, style: Style) -> list[Finding]:
        """Return what fonts, colours, logo and words keep and break; all clips that are not rejected are read."""
        clips = [clip for clip in self._review.clips if clip.decision != "rejected"]
        texts = [text for clip in clips for text in self._texts(clip)]
        return [*brand.rule_findings(style), *brand.word_findings(style, texts)]

    def judged(self, style: Style, readings: Sequence[Reading]) -> list[Finding]:
        """Return what measured pictures say."""
        return brand.reading_findings(style, readings)

    def _texts(self, clip: Clip) -> list[SaidText]:
        title, found = clip.wording.title, []
        for place, text in (
            (QT_TRANSLATE_NOOP("core", "the title"), title),
            (QT_TRANSLATE_NOOP("core", "the opening line"), clip.wording.hook),
        ):
            if text:
                words = tuple((word, 0.0) for word in text.split())
                found.append(SaidText(clip_id=clip.id, title=title, place=place, words=words))
        transcript = self._review.transcript
        spoken = tuple(
            (word.text, at)
            for word, _segment in (transcript.words() if transcript else ())
            if (at := clip.cut.to_clip_time(word.start)) is not None
        )
        if spoken:
            found.append(SaidText(clip_id=clip.id, title=title, place="captions", words=spoken))
        return found
