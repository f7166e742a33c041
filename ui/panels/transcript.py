"""The transcript: read it, click a word to go there, select words to make a clip of them or cut them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from core.schema.transcript import Transcript
from ui.panel import Panel, Workbench
from ui.transcript.editor import WordEditor
from ui.transcript.find_bar import FindBar
from ui.transcript.view import TranscriptView
from ui.widgets.basics import ElidedLabel, button, column, label, row

# From this width on, everything above the words stands in one row.
_ONE_ROW_FROM_PX = 640
_ORIGINS = {
    "sidecar": "captions beside the file",
    "faster_whisper": "Whisper",
    "pocketsphinx": "offline draft",
    "openai_audio": "speech endpoint",
}


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
        self._shown_of = ""
        self.view = TranscriptView()
        self._editor = WordEditor(self.view.viewport())
        self._find = FindBar()
        self._banner = label("", wraps=True)
        self._banner.setObjectName("draftBanner")
        self._new_clip = button("New clip", self._make_clip, "new-clip")
        self._new_clip.setObjectName("newClipButton")
        self._cut = button("Cut words", self.cut_selection, "scissors")
        self._cut.setObjectName("cutWordsButton")
        self._cut.setToolTip("Cut the selected words out of the clip  (Del)")
        self._source = ElidedLabel("", "small")
        self._source.setObjectName("transcriptOrigin")
        words = row(self._source, self._cut, self._new_clip)
        words.setStretch(0, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(6)
        self._top.addWidget(self._find, 1)
        self._top.addLayout(words, 1)
        layout = column(spacing=6)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addLayout(self._top)
        layout.addWidget(self._banner)
        layout.addWidget(self.view, 1)
        self.setLayout(layout)
        self._connect()
        self._on_analysis_changed()
        self._on_span_selected(0.0, 0.0)

    def _connect(self) -> None:
        self.view.word_clicked.connect(self.sought)
        self.view.words_opened.connect(self._on_words_opened)
        self.view.settled_elsewhere.connect(self._place_editor)
        self.view.found.connect(self._find.show_found)
        self.view.span_selected.connect(self._on_span_selected)
        self._find.wanted.connect(self.view.show_found)
        self._find.stepped.connect(self.view.step_found)
        self._find.closed.connect(self.view.setFocus)
        self._editor.committed.connect(self._on_corrected)
        self._editor.left.connect(self.view.setFocus)
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
        is_corrected, scrolled = False, self.view.verticalScrollBar().value()
        if transcript is not self._shown or transcript is None:
            is_corrected = transcript is not None and self._shown_of == self._review.run_id
            self._shown, self._shown_of = transcript, self._review.run_id if transcript is not None else ""
            self.view.show_transcript(transcript)
            self.view.setPlaceholderText("The transcript appears here as soon as it is written.")
        is_draft = transcript is not None and transcript.is_draft
        self._banner.setVisible(is_draft)
        self._banner.setText(
            "Draft transcript: made without a full speech model. Read it before you publish captions."
        )
        self._source.setText(_origin(transcript) if transcript else "")
        self._on_current_changed()
        if is_corrected:
            self.view.verticalScrollBar().setValue(scrolled)

    def _on_current_changed(self) -> None:
        self._show_ranges()
        clip = self._review.current
        if clip is not None:
            self.view.scroll_to(clip.cut.start)

    def _show_ranges(self) -> None:
        clip = self._review.current
        self.view.show_ranges(tuple((span.start, span.end) for span in clip.cut.ranges) if clip else ())

    def _on_moved(self, _at: float) -> None:
        self.view.show_playhead(self.bench.player.source_position, self.bench.player.is_playing)

    def _on_span_selected(self, start: float, end: float) -> None:
        clip = self._review.current
        self._new_clip.setVisible(end > start)
        self._cut.setVisible(end > start and clip is not None and start < clip.cut.end and end > clip.cut.start)

    def _on_words_opened(self, first: int, last: int) -> None:
        if last - first == 1:
            text = self.view.page.words[first].text
            self._editor.open(first, last, text, self.view.area_of(first, last))

    def _on_corrected(self, first: int, _last: int, text: str) -> None:
        self._review.correct_word(self.view.page.words[first].start, text)

    def _place_editor(self) -> None:
        area = self.view.area_of(*self._editor.words)
        if self._editor.isVisible() and not area.isEmpty():
            self._editor.place(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row where there is room."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= _ONE_ROW_FROM_PX
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(direction)


def _origin(transcript: Transcript) -> str:
    """Return in plain words where the words came from."""
    name = _ORIGINS.get(transcript.transcriber, transcript.transcriber)
    if transcript.transcriber == "faster_whisper":
        name = f"{name} {transcript.model.rpartition('whisper-')[2]}".strip()
    return " · ".join(part for part in (name, transcript.language) if part)
