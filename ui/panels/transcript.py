"""The transcript: read it, click a word to go there, select words to make a clip of them or cut them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from core.schema.correction import Conflict, TranscriptReading
from core.schema.transcript import Transcript
from ui.language_names import language_title
from ui.panel import Panel, Workbench
from ui.transcript.conflict_bar import ConflictBar
from ui.transcript.editor import NameEditor, WordEditor
from ui.transcript.find_bar import FindBar
from ui.transcript.menus import Entry, make_menu, short
from ui.transcript.page import Page
from ui.transcript.view import TranscriptView
from ui.widgets.basics import ElidedLabel, button, column, label, row
from ui.wording import QT_TR_NOOP, speaker_name, tr

# From this width on, everything above the words stands in one row.
_ONE_ROW_FROM_PX = 640
_REPLACING_BESIDE_FROM_PX = 1300
_LONGEST_FIND = 80
# From so many on (an hour or two of talk) they are set in a thread.
_LONG_SEGMENTS = 1_500
_NOT_YET = QT_TR_NOOP("The transcript appears here as soon as it is written.")
_SILENT = QT_TR_NOOP("No speech was found in this source.")
_ORIGINS = {
    "sidecar": QT_TR_NOOP("Captions beside the file"),
    "faster_whisper": QT_TR_NOOP("Whisper"),
    "pocketsphinx": QT_TR_NOOP("Offline draft"),
    "openai_audio": QT_TR_NOOP("Speech endpoint"),
}


class TranscriptPanel(Panel):
    """The transcript with its search, and what can be done with words and speakers.

    Signals:
        sought(float): The user wants the playhead at a source second.
    """

    sought = Signal(float)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._review = bench.review
        self._talk = bench.transcript
        self._shown: TranscriptReading | None = None
        self._shown_of = ""
        self._corrects = (0.0, 0.0)
        self.view = TranscriptView()
        self._editor = WordEditor(self.view.viewport())
        self._name = NameEditor(self.view.viewport())
        self._find = FindBar()
        self._conflicts = ConflictBar()
        self._banner = label("", wraps=True)
        self._banner.setObjectName("draftBanner")
        self._doubts = button("", lambda: self.view.step_doubt(1), "warning")
        self._doubts.setObjectName("doubtsButton")
        self._doubts.setToolTip(
            tr("Words the recogniser was not sure of, and stretches to read before you publish  (F8, Shift+F8)")
        )
        self._new_clip = button(tr("New clip"), self._make_clip, "new-clip")
        self._new_clip.setObjectName("newClipButton")
        self._cut = button(tr("Cut words"), self.cut_selection, "scissors")
        self._cut.setObjectName("cutWordsButton")
        self._cut.setToolTip(tr("Cut the selected words out of the clip  (Del)"))
        self._source = ElidedLabel("", "small")
        self._source.setObjectName("transcriptOrigin")
        words = row(self._doubts, self._source, self._cut, self._new_clip, spacing=6)
        words.setStretch(1, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(6)
        self._top.addWidget(self._find, 1)
        self._top.addLayout(words, 1)
        layout = column(spacing=6)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addLayout(self._top)
        layout.addWidget(self._banner)
        layout.addWidget(self._conflicts)
        layout.addWidget(self.view, 1)
        self.setLayout(layout)
        self._connect()
        self._on_changed()
        self._on_span_selected(0.0, 0.0)

    def _connect(self) -> None:
        view, find = self.view, self._find
        view.word_clicked.connect(self.sought)
        view.words_opened.connect(self._open_editor)
        view.settled_elsewhere.connect(self._place_editor)
        view.found.connect(find.show_found)
        view.span_selected.connect(self._on_span_selected)
        view.doubts_counted.connect(self._on_doubts_counted)
        view.chip_pressed.connect(self._on_chip_pressed)
        view.menu_wanted.connect(self._on_menu_wanted)
        find.wanted.connect(view.show_found)
        find.stepped.connect(view.step_found)
        find.replace_wanted.connect(self._on_replace)
        find.replace_all_wanted.connect(self._on_replace_all)
        find.closed.connect(view.setFocus)
        for editor in (self._editor, self._name):
            editor.left.connect(view.setFocus)
        self._editor.committed.connect(self._on_corrected)
        self._conflicts.decided.connect(self._talk.resolve)
        self._conflicts.shown.connect(self._on_conflict_shown)
        self._talk.changed.connect(self._on_changed)
        self._talk.progressed.connect(self._on_progressed)
        self._talk.replaced.connect(lambda _text, count: find.show_replaced(count))
        self._review.current_changed.connect(self._on_current_changed)
        self._review.current_edited.connect(self._show_ranges)
        self.bench.player.moved.connect(self._on_moved)

    # Verbs that have keys

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what commands of the group "Words" do."""
        return {
            "find": lambda: self._find.start(self._chosen_text()),
            "find_next": lambda: self.view.step_found(1),
            "find_previous": lambda: self.view.step_found(-1),
            "replace": lambda: self._find.start(self._chosen_text(), replaces=True),
            "correct_words": self._correct_at_hand,
            "next_doubt": lambda: self._step_doubt(1),
            "previous_doubt": lambda: self._step_doubt(-1),
            "next_conflict": self._conflicts.next,
        }

    def cut_selection(self) -> None:
        """Cut the selected words out of the clip in hand."""
        span = self.view.selected_span()
        if span is not None:
            self._review.cut_out(*span)

    def _make_clip(self) -> None:
        span = self.view.selected_span()
        if span is not None:
            self._review.new_clip(*span)

    def _correct_at_hand(self) -> None:
        chosen = self.view.words_at_hand()
        if chosen is not None:
            self._open_editor(*chosen)

    def _step_doubt(self, by: int) -> None:
        self.view.step_doubt(by)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen_text(self) -> str:
        chosen = self.view.selected_words()
        text = self.view.page.text_of(*chosen) if chosen else ""
        return text if len(text) <= _LONGEST_FIND and "\n" not in text else ""

    # Showing

    def _on_changed(self) -> None:
        reading = self._talk.reading
        if reading is None or not _is_same(reading, self._shown) or self._shown_of != self._review.run_id:
            is_same = reading is not None and self._shown_of == self._review.run_id
            self._shown, self._shown_of = reading, self._review.run_id if reading else ""
            if not is_same:
                # What is being written is of another talk, and must not be kept in this one.
                self._editor.hide()
                self._name.hide()
            if reading is None or len(reading.transcript.segments) < _LONG_SEGMENTS:
                self._show_page(_page_of(reading), is_same)
            else:
                if not is_same:
                    self.view.show_transcript(None)
                self.bench.tasks.start(
                    self._show_long(reading, is_same), QT_TR_NOOP("Could not show the transcript.")
                )
        transcript = reading.transcript if reading else None
        self.view.setPlaceholderText(tr(_SILENT if transcript is not None else _NOT_YET))
        is_draft = transcript is not None and transcript.is_draft
        self._banner.setVisible(is_draft)
        self._banner.setText(
            tr("Draft transcript: made without a full speech model. Read it before you publish captions.")
        )
        self._source.setText(_origin(transcript) if transcript else "")
        self._show_ranges()

    async def _show_long(self, reading: TranscriptReading, keeps_place: bool) -> None:
        """Set hours of talk beside the window's own work, and show them unless something else came meanwhile."""
        page = await self.bench.tasks.in_thread(_page_of, reading)
        if reading is self._shown:
            self._show_page(page, keeps_place)

    def _show_page(self, page: Page, keeps_place: bool) -> None:
        self.view.show_page(page, keeps_place)
        self._conflicts.show_conflicts(self._talk.conflicts)
        self.view.show_disputed(tuple((each.start, each.end) for each in self._talk.conflicts))
        self._show_ranges()
        if not keeps_place:
            self._on_current_changed()

    def _on_progressed(self, fraction: float) -> None:
        if self._talk.transcript is None:
            told = tr("Listening to what is said… {share} %")
            self.view.setPlaceholderText(told.format(share=round(100 * fraction)))

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
        self._new_clip.setVisible(end > start)
        self._cut.setVisible(end > start and self._is_in_clip(start, end))

    def _is_in_clip(self, start: float, end: float) -> bool:
        clip = self._review.current
        return clip is not None and start < clip.cut.end and end > clip.cut.start

    def _on_doubts_counted(self, number: int, count: int) -> None:
        self._doubts.setVisible(count > 0)
        locale = QLocale()
        words = tr("{number} of {count}") if number else "{count}"
        self._doubts.setText(words.format(number=locale.toString(number), count=locale.toString(count)))
        self._doubts.setAccessibleName(tr("Next words to read again, %n in all", "", count))

    def _on_conflict_shown(self, conflict: Conflict) -> None:
        words = self.view.page.words_within(conflict.start, conflict.end)
        if words is not None:
            self.view.select_words(*words)
        else:
            self.view.scroll_to(conflict.start)

    # Correcting

    def _open_editor(self, first: int, last: int) -> None:
        self.view.reveal(first)
        text = " ".join(self.view.page.text_of(first, last).split())
        self._corrects = self.view.page.span(first, last)
        self._editor.open(first, last, text, self.view.area_of(first, last))

    def _on_corrected(self, _first: int, _last: int, text: str) -> None:
        # By time: another reading may have come meanwhile, in which words have other numbers.
        self._talk.correct(*self._corrects, text)

    def _place_editor(self) -> None:
        for editor in (self._editor, self._name):
            area = self.view.area_of(*editor.words)
            if editor.isVisible() and not area.isEmpty():
                editor.place(area)

    def _on_replace(self, replacement: str) -> None:
        words = self.view.found_words()
        if words is None:
            return
        start, end = self.view.page.span(*words)
        text = self.view.found_as(replacement)
        self.view.find_next_from(end)
        self._talk.correct(start, end, text)

    def _on_replace_all(self, replacement: str) -> None:
        match_case, whole_words = self._find.options()
        self._talk.replace(self._find.text(), replacement, whole_words, match_case)

    # Menus

    def _on_menu_wanted(self, place: QPoint) -> None:
        chosen = self.view.words_at_hand()
        if chosen is None:
            return
        page, talk = self.view.page, self._talk
        start, end = page.span(*chosen)
        text = page.text_of(*chosen)
        is_selected = self.view.selected_words() is not None
        made = page.corrections_of(*chosen)
        reverts = [
            Entry(
                "revertWords",
                tr("Back to {words}").format(words=short(made[0].heard))
                if len(made) == 1
                else tr("Back to what was heard"),
                lambda: talk.revert(min(each.start for each in made), max(each.end for each in made)),
                "undo",
            )
        ]
        words = [
            Entry(
                "correctWords",
                tr("Correct {words}").format(words=short(text)),
                lambda: self._open_editor(*chosen),
                keys="F2",
            ),
            *(reverts if made else ()),
            Entry("playFrom", tr("Go here"), lambda: self.sought.emit(start), "play"),
            Entry(
                "findWords",
                tr("Find {words}").format(words=short(text)),
                lambda: self._find.start(text),
                "search",
                "Ctrl+F",
            ),
            Entry("copyWords", tr("Copy"), self.view.copy, keys="Ctrl+C"),
        ]
        is_cuttable = is_selected and self._is_in_clip(start, end)
        clips = [
            Entry(
                "clipWords", tr("New clip of these words"), self._make_clip if is_selected else None, "new-clip"
            ),
            Entry(
                "cutWords",
                tr("Cut from the clip"),
                self.cut_selection if is_cuttable else None,
                "scissors",
                "Del",
            ),
        ]
        said = (tr("Said by"), self._speakers(lambda name: talk.assign_speaker(start, end, name), chosen))
        make_menu(self, "wordsMenu", (words, clips, (said,))).popup(place)

    def _on_chip_pressed(self, speaker: str, place: QPoint) -> None:
        talk, chosen = self._talk, self.view.selected_words()
        turn = self.view.turn_at(place)
        others = [name for name in self.view.page.speakers if name != speaker]
        merges = [
            Entry(f"mergeInto_{name}", speaker_name(name), partial(talk.merge_speakers, speaker, name))
            for name in others
        ]
        span = self.view.page.span(*chosen) if chosen else (0.0, 0.0)
        assign = partial(talk.assign_speaker, *span, speaker) if chosen else None
        turn_span = self.view.page.span(*turn)
        said = self._speakers(lambda name: talk.assign_speaker(*turn_span, name), turn, besides=speaker)
        groups: list[list[Entry | tuple[str, list[Entry]]]] = [
            [Entry("renameSpeaker", tr("Rename…"), lambda: self._rename(speaker, turn))],
            [(tr("This turn is said by"), said)],
            [
                Entry(
                    "assignSelection",
                    tr("The selected words are said by {speaker}").format(speaker=speaker_name(speaker)),
                    assign,
                )
            ],
        ]
        if merges:
            groups[0].append((tr("{speaker} is the same as").format(speaker=speaker_name(speaker)), merges))
        make_menu(self, "speakerMenu", groups).popup(place)

    def _speakers(self, assign: Callable[[str], object], words: tuple[int, int], besides: str = "") -> list[Entry]:
        known = [name for name in self.view.page.speakers if name != besides]
        area = self.view.area_of(*words)
        return [
            *(Entry(f"saidBy_{name}", speaker_name(name), partial(assign, name)) for name in known),
            Entry("saidByOther", tr("Somebody else…"), lambda: self._name.ask("", words, area, assign), "plus"),
        ]

    def _rename(self, speaker: str, turn: tuple[int, int]) -> None:
        area = self.view.chip_area(turn[0])
        self._name.ask(speaker_name(speaker), turn, area, lambda name: self._talk.name_speaker(speaker, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row where there is room."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= _ONE_ROW_FROM_PX
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._top.setDirection(direction)
        self._conflicts.stand(is_wide)
        self._find.stand(event.size().width() >= _REPLACING_BESIDE_FROM_PX)


def _is_same(reading: TranscriptReading, other: TranscriptReading | None) -> bool:
    """Whether two readings are made of the same. Words need not be compared then, of which there may be 90,000."""
    return (
        other is not None
        and reading.heard is other.heard
        and reading.corrections == other.corrections
        and reading.conflicts == other.conflicts
    )


def _origin(transcript: Transcript) -> str:
    """Return in plain words where the words came from."""
    name = tr(_ORIGINS.get(transcript.transcriber, transcript.transcriber))
    if transcript.transcriber == "faster_whisper":
        name = f"{name} {transcript.model.rpartition('whisper-')[2]}".strip()
    return " · ".join(part for part in (name, language_title(transcript.language)) if part)


def _page_of(reading: TranscriptReading | None) -> Page:
    """Return a reading as a page, with the words that are to be read again found."""
    page = Page(reading.transcript, reading.corrections) if reading is not None else Page()
    page.doubts()
    return page
