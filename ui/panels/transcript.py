"""The transcript: read it, click a word to go there, select words to make a clip of them or cut them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QInputDialog, QLineEdit, QTextEdit, QWidget

from core.schema.clip import Clip
from core.schema.transcript import Transcript, Word
from ui import theme
from ui.panel import Panel, Workbench
from ui.widgets.basics import ElidedLabel, button, column, label, row
from ui.widgets.timecode import clock

_DOUBTFUL_BELOW = 0.5
_ORIGINS = {
    "sidecar": "captions beside the file",
    "faster_whisper": "Whisper",
    "pocketsphinx": "offline draft",
    "openai_audio": "speech endpoint",
}


@dataclass(frozen=True)
class _Placed:
    """A word and where its letters stand in the document, half-open."""

    word: Word
    first: int
    last: int


class TranscriptView(QTextEdit):
    """Read-only text whose letters belong to words.

    Signals:
        word_clicked(float): The source second at which the clicked word starts.
        word_opened(float, str): A word was double-clicked: its start and how it reads.
        span_selected(float, float): Words were selected: first start, last end; both 0 for none.
    """

    word_clicked = Signal(float)
    word_opened = Signal(float, str)
    span_selected = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcriptView")
        self.setAccessibleName("Transcript")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFont(theme.font(14))
        self.document().setDocumentMargin(8)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._placed: list[_Placed] = []
        self._firsts: list[int] = []
        self._starts: list[float] = []
        self._spoken = -1
        self._ranges: tuple[tuple[float, float], ...] = ()
        self._transcript: Transcript | None = None
        self._edits: dict[float, str] = {}
        self._found = ""
        self._pressed_at = QPoint()
        self.selectionChanged.connect(self._on_selection_changed)

    def show_transcript(self, transcript: Transcript | None) -> None:
        """Write a transcript, a paragraph per turn."""
        self._transcript = transcript
        self.clear()
        self._placed, self._spoken = [], -1
        if transcript is not None:
            self._write(transcript)
        self._firsts = [placed.first for placed in self._placed]
        self._starts = [placed.word.start for placed in self._placed]
        self._mark()

    def show_playhead(self, at: float, follows: bool) -> None:
        """Mark the word that is spoken; with `follows` keep it in sight."""
        index = bisect_right(self._starts, at + 0.02) - 1
        if index == self._spoken:
            return
        self._spoken = index
        self._mark()
        if follows and index >= 0:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._placed[index].first)
            area = self.cursorRect(cursor)
            if area.top() < 0 or area.bottom() > self.viewport().height():
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + area.top() - 24)

    def show_ranges(self, ranges: tuple[tuple[float, float], ...]) -> None:
        """Shade the words of the clip in hand, given as source spans."""
        self._ranges = ranges
        self._mark()

    def show_edits(self, edits: dict[float, str]) -> None:
        """Show words as corrected, by the second they start at; a word corrected to nothing is struck out."""
        if edits == self._edits:
            return
        self._edits = edits
        scrolled = self.verticalScrollBar().value()
        self.show_transcript(self._transcript)
        self.verticalScrollBar().setValue(scrolled)

    def scroll_to(self, at: float) -> None:
        """Bring the word at a source second into sight."""
        index = max(0, bisect_right(self._starts, at + 0.02) - 1)
        if index < len(self._placed):
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._placed[index].first)
            top = self.cursorRect(cursor).top()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - 16)

    def show_found(self, text: str) -> None:
        """Mark where a text occurs and go to its next occurrence."""
        self._found = text
        if text and not self.find(text):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(text)

    def selected_span(self) -> tuple[float, float] | None:
        """Return the first start and last end of the selected words."""
        cursor = self.textCursor()
        chosen = [
            placed.word
            for placed in self._placed
            if placed.first < cursor.selectionEnd() and placed.last > cursor.selectionStart()
        ]
        return (chosen[0].start, chosen[-1].end) if chosen and cursor.hasSelection() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a selection."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the word that was clicked."""
        super().mouseReleaseEvent(event)
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        placed = self._word_at(event.position().toPoint())
        if (
            event.button() == Qt.MouseButton.LeftButton
            and moved < 4
            and placed
            and not self.textCursor().hasSelection()
        ):
            self.word_clicked.emit(placed.word.start)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the word to correct it."""
        placed = self._word_at(event.position().toPoint())
        if placed is not None:
            self.word_opened.emit(placed.word.start, placed.word.text)

    def _word_at(self, point: QPoint) -> _Placed | None:
        position = self.cursorForPosition(point).position()
        index = bisect_right(self._firsts, position) - 1
        if index < 0 or position > self._placed[index].last:
            return None
        return self._placed[index]

    def _on_selection_changed(self) -> None:
        span = self.selected_span()
        self.span_selected.emit(*(span or (0.0, 0.0)))

    def _write(self, transcript: Transcript) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        speakers = list(dict.fromkeys(segment.speaker for segment in transcript.segments if segment.speaker))
        turn = QTextBlockFormat()
        turn.setBottomMargin(8)
        turn.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        plain, doubtful = _format("text"), _format("text-muted")
        doubtful.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        doubtful.setUnderlineColor(theme.colour("maybe"))
        doubtful.setToolTip("The recogniser was not sure of this word")
        edits = {round(start, 6): text for start, text in self._edits.items()}
        last: str | None = None
        for number, segment in enumerate(transcript.segments):
            if segment.speaker != last or not segment.speaker or number == 0:
                if number:
                    cursor.insertBlock()
                cursor.setBlockFormat(turn)
                self._write_head(cursor, segment.start, segment.speaker, speakers)
                last = segment.speaker
            for word in segment.words:
                first = cursor.position()
                correct = edits.get(round(word.start, 6))
                if correct is None:
                    cursor.insertText(word.text, doubtful if word.confidence < _DOUBTFUL_BELOW else plain)
                else:
                    cursor.insertText(correct or word.text, _corrected(word.text, is_hidden=not correct))
                self._placed.append(_Placed(word, first, cursor.position()))
                cursor.insertText(" ", plain)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_head(self, cursor: QTextCursor, at: float, speaker: str, speakers: list[str]) -> None:
        time = _format("text-faint")
        time.setFont(theme.font(theme.SMALL_PX, is_tabular=True))
        cursor.insertText(f"{clock(at)}  ", time)
        if speaker:
            name = QTextCharFormat()
            name.setForeground(theme.speaker_colour(speakers.index(speaker)))
            name.setFontWeight(QFont.Weight.DemiBold)
            cursor.insertText(f"{speaker}  ", name)

    def _mark(self) -> None:
        marks = [self._shade(start, end) for start, end in self._ranges]
        if 0 <= self._spoken < len(self._placed):
            placed = self._placed[self._spoken]
            marks.append(
                self._selection(placed.first, placed.last, theme.colour("accent"), theme.colour("on-accent"))
            )
        self.setExtraSelections([mark for mark in marks if mark is not None])

    def _shade(self, start: float, end: float) -> QTextEdit.ExtraSelection | None:
        inside = [p for p in self._placed if p.word.start >= start - 0.05 and p.word.end <= end + 0.05]
        if not inside:
            return None
        return self._selection(inside[0].first, inside[-1].last, theme.colour("accent-deep"), None)

    def _selection(self, first: int, last: int, ground: QColor, ink: QColor | None) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        shape = QTextCharFormat()
        shape.setBackground(ground)
        if ink is not None:
            shape.setForeground(ink)
        mark.format = shape
        return mark


class TranscriptPanel(Panel):
    """The transcript with its search and what can be done with selected words.

    Signals:
        sought(float): The user wants the playhead at a source second.
    """

    name = "transcriptPanel"
    title = "Transcript"
    home = Qt.DockWidgetArea.BottomDockWidgetArea
    sought = Signal(float)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._review = bench.review
        self._shown: Transcript | None = None
        self.view = TranscriptView()
        self._search = QLineEdit()
        self._search.setObjectName("transcriptSearch")
        self._search.setPlaceholderText("Find in the transcript")
        self._search.setAccessibleName("Find in the transcript")
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(90)
        self._search.setMaximumWidth(200)
        self._banner = label("", wraps=True)
        self._banner.setObjectName("draftBanner")
        self._new_clip = button("New clip", self._make_clip, "new-clip")
        self._new_clip.setObjectName("newClipButton")
        self._cut = button("Cut words", self.cut_selection, "scissors")
        self._cut.setObjectName("cutWordsButton")
        self._cut.setToolTip("Cut the selected words out of the clip  (Del)")
        self._source = ElidedLabel("", "small")
        self._source.setObjectName("transcriptOrigin")
        top = row(self._search, self._source, self._cut, self._new_clip)
        top.setStretch(0, 2)
        top.setStretch(1, 1)
        layout = column(spacing=6)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addLayout(top)
        layout.addWidget(self._banner)
        layout.addWidget(self.view, 1)
        self.setLayout(layout)
        self._connect()
        self._on_analysis_changed()
        self._on_span_selected(0.0, 0.0)

    def _connect(self) -> None:
        self.view.word_clicked.connect(self.sought)
        self.view.word_opened.connect(self._on_word_opened)
        self.view.span_selected.connect(self._on_span_selected)
        self._search.textChanged.connect(self.view.show_found)
        self._search.returnPressed.connect(lambda: self.view.show_found(self._search.text()))
        self._review.analysis_changed.connect(self._on_analysis_changed)
        self._review.current_changed.connect(self._on_current_changed)
        self._review.current_edited.connect(self._show_ranges)
        self.bench.player.moved.connect(self._on_moved)

    def cut_selection(self) -> None:
        """Cut the selected words out of the clip in hand."""
        span = self.view.selected_span()
        if span is not None:
            self._review.cut_out(*span)

    def _make_clip(self) -> None:
        span = self.view.selected_span()
        if span is not None:
            self._review.new_clip(*span)

    def _on_analysis_changed(self) -> None:
        transcript = self._review.transcript
        if transcript is not self._shown or transcript is None:
            self._shown = transcript
            self.view.show_transcript(transcript)
            self.view.setPlaceholderText("The transcript appears here as soon as it is written.")
        is_draft = transcript is not None and transcript.is_draft
        self._banner.setVisible(is_draft)
        self._banner.setText(
            "Draft transcript: made without a full speech model. Read it before you publish captions."
        )
        self._source.setText(_origin(transcript) if transcript else "")
        self._on_current_changed()

    def _on_current_changed(self) -> None:
        self._show_ranges()
        clip = self._review.current
        if clip is not None:
            self.view.scroll_to(clip.cut.start)

    def _show_ranges(self) -> None:
        clip = self._review.current
        self.view.show_edits({edit.start: edit.text for edit in clip.wording.edits} if clip else {})
        self.view.show_ranges(tuple((span.start, span.end) for span in clip.cut.ranges) if clip else ())

    def _on_moved(self, _at: float) -> None:
        self.view.show_playhead(self.bench.player.source_position, self.bench.player.is_playing)

    def _on_span_selected(self, start: float, end: float) -> None:
        clip = self._review.current
        self._new_clip.setVisible(end > start)
        self._cut.setVisible(end > start and clip is not None and start < clip.cut.end and end > clip.cut.start)

    def _on_word_opened(self, start: float, text: str) -> None:
        clip = self._review.current
        if clip is None or clip.cut.to_clip_time(start) is None:
            return
        dialog = QInputDialog(self)
        dialog.setObjectName("correctWord")
        dialog.setWindowTitle("Correct a word")
        dialog.setLabelText("How it reads in the captions. Empty hides it.")
        dialog.setTextValue(_as_corrected(clip, start, text))
        dialog.textValueSelected.connect(lambda correct: self._review.correct_word(start, correct.strip()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _as_corrected(clip: Clip, start: float, text: str) -> str:
    return next((edit.text for edit in clip.wording.edits if abs(edit.start - start) < 1e-6), text)


def _origin(transcript: Transcript) -> str:
    """Return in plain words where the words came from."""
    name = _ORIGINS.get(transcript.transcriber, transcript.transcriber)
    if transcript.transcriber == "faster_whisper":
        name = f"{name} {transcript.model.rpartition('whisper-')[2]}".strip()
    return " · ".join(part for part in (name, transcript.language) if part)


def _format(token: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.colour(token))
    return made


def _corrected(heard: str, is_hidden: bool) -> QTextCharFormat:
    made = _format("accent")
    made.setFontUnderline(not is_hidden)
    made.setFontStrikeOut(is_hidden)
    made.setToolTip(
        f"Hidden in this clip: “{heard}”" if is_hidden else f"Corrected in this clip; heard as “{heard}”"
    )
    return made
