"""The insights: what the talk is about, each part one click from its place in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QProgressBar, QScrollArea, QWidget

from core.schema.insights import Insights
from ui import theme
from ui.insights.rows import question_row, quote_row, talk_time_row, text_row, topic_row
from ui.insights.section import Section
from ui.panel import Panel, Workbench
from ui.widgets.basics import button, column, label, restyle
from ui.widgets.flow import flowing
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import QT_TR_NOOP, speaker_name, told, tr

_NOT_YET = QT_TR_NOOP("What the talk is about appears here as soon as its transcript is written.")
_LONGEST_NAME = 22
# So many rows are made in a turn of the loop, and laid out in another before the next ones come.
_ROWS_A_TURN, _TURN_MS = 3, 10
# Of a long list so many are shown until all are asked for; a few more than that are shown at once.
_SHOWN_AT_FIRST, _MOST_AT_FIRST = 18, 24
_READING = QT_TR_NOOP("Reading the talk…")
_FOLDED_KEY, _FOLDER_KEY, _FORM_KEY = "insights_folded", "insights_folder", "insights_form"
# Name, title, what its copy button says.
_SECTIONS = (
    ("summary", QT_TR_NOOP("Summary"), QT_TR_NOOP("Copy the summary")),
    ("chapters", QT_TR_NOOP("Chapters"), QT_TR_NOOP("Copy the chapters for YouTube")),
    ("topics", QT_TR_NOOP("Topics"), QT_TR_NOOP("Copy the topics")),
    ("quotes", QT_TR_NOOP("Quotes"), QT_TR_NOOP("Copy the quotes")),
    ("questions", QT_TR_NOOP("Questions answered"), QT_TR_NOOP("Copy questions and answers")),
    ("talk_time", QT_TR_NOOP("Talk time"), QT_TR_NOOP("Copy the talk times")),
)
_FORMS = {
    ".md": QT_TR_NOOP("Markdown (*.md)"),
    ".json": QT_TR_NOOP("JSON (*.json)"),
    ".txt": QT_TR_NOOP("Chapters for YouTube (*.txt)"),
}


class InsightsPanel(Panel):
    """Summary, chapters, topics, quotes, questions and talk time of the open talk.

    Signals:
        sought(float): The user wants the playhead at a source second.
    """

    sought = Signal(float)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self._work = bench.insights
        self._shown: Insights | None = None
        self._content: dict[str, object] = {}
        self._todo: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._work_off)
        self._copy_all = button(tr("Copy all"), self._on_copy_all, "copy")
        self._copy_all.setObjectName("insightsCopyAll")
        self._copy_all.setToolTip(tr("Copy everything as Markdown"))
        self._youtube = button(tr("For YouTube"), self._on_copy_youtube)
        self._youtube.setObjectName("insightsCopyYouTube")
        self._youtube.setToolTip(tr("Copy a description for YouTube: what it is about, chapters, hashtags"))
        self._export = button(tr("Export…"), self._on_export, "export")
        self._export.setObjectName("insightsExport")
        self._state = label(tr(_NOT_YET), "muted", wraps=True)
        self._state.setObjectName("insightsState")
        self._state.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._busy = QProgressBar()
        self._busy.setObjectName("insightsBusy")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._again = button(tr("Try again"), self._work.ask, "retry")
        self._again.setObjectName("insightsAgain")
        self._write = button(tr("Write with a model"), self._on_write)
        self._write.setObjectName("insightsWrite")
        self._forget = button(tr("Back to local"), self._work.forget, "undo")
        self._forget.setObjectName("insightsForget")
        self._forget.setToolTip(tr("Show what is made on this computer again; what the model wrote is forgotten"))
        self._description = label("", wraps=True)
        self._description.setObjectName("insightsDescription")
        self._description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told = label("", "small", wraps=True)
        self._told.setObjectName("insightsTold")
        self._sections = {name: Section(name, tr(title), tr(hint)) for name, title, hint in _SECTIONS}
        self._area = QScrollArea()
        self._build()
        self._recall_folds()
        self._work.changed.connect(self._show)
        self._work.saved.connect(lambda name: self._tell(tr("Saved as {name}.").format(name=name)))
        self._work.progressed.connect(self._tell)
        self._work.ended.connect(self._on_ended)
        self._work.refused.connect(
            lambda why: self._tell(tr("Could not save the insights. {why}").format(why=why))
        )
        self._show()

    def _build(self) -> None:
        body = QWidget()
        inside = column(spacing=10)
        inside.setContentsMargins(4, 2, 8, 8)
        inside.addWidget(self._description)
        for section in self._sections.values():
            inside.addWidget(section)
            section.copy_wanted.connect(self._on_copy)
            section.folded.connect(lambda _name, _is_folded: self._keep_folds())
        inside.addStretch(1)
        body.setLayout(inside)
        self._area.setObjectName("insightsArea")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(spacing=6)
        layout.setContentsMargins(8, 8, 4, 4)
        for always in (self._copy_all, self._youtube, self._export):
            # The window's least width must not grow under the user's hands when the insights arrive.
            policy = always.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            always.setSizePolicy(policy)
        layout.addWidget(flowing(self._copy_all, self._youtube, self._export, spacing=6))
        layout.addWidget(flowing(self._write, self._forget, spacing=6))
        layout.addWidget(self._told)
        layout.addWidget(self._busy)
        layout.addWidget(self._state)
        layout.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._area, 1)
        self.setLayout(layout)
        self._area.setWidget(body)
        keep_rows_whole(self._area)

    def take_focus(self) -> None:
        """Let the keyboard go on here."""
        self._copy_all.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Showing

    def _show(self) -> None:
        found, problem = self._work.found, self._work.problem
        is_busy = self._work.is_busy
        self._busy.setVisible(is_busy or self._work.is_writing)
        self._area.setVisible(found is not None)
        self._copy_all.setVisible(found is not None)
        self._youtube.setVisible(found is not None)
        self._export.setVisible(found is not None)
        self._state.setVisible(found is None or bool(problem))
        self._state.setText(problem or tr(_READING if is_busy else _NOT_YET))
        self._again.setVisible(bool(problem) and not is_busy)
        if found is not None and found is not self._shown:
            self._show_found(found)
        if found is None:
            self._tell("")
        self._shown = found
        self.show_model()

    def show_model(self) -> None:
        """Offer the language model that is set now."""
        found, model = self._work.found, self._work.model
        is_writing = self._work.is_writing
        self._write.setVisible(found is not None and bool(model or is_writing))
        name = model if len(model) <= _LONGEST_NAME else f"{model[: _LONGEST_NAME - 1]}…"
        self._write.setText(tr("Stop writing") if is_writing else tr("Write with {name}").format(name=name))
        self._write.setToolTip(
            tr(
                "Have {model} write summary, titles of chapters, quotes and a description. The talk's words are"
                " sent to it, which may cost money; your budget holds."
            ).format(model=model)
        )
        self._forget.setVisible(found is not None and bool(found.writer) and not is_writing)

    def _show_found(self, found: Insights) -> None:
        """Show what is new, a few rows a turn of the loop: those of ten hours are more than a frame's work."""
        self._description.setText(found.description)
        self._description.setVisible(bool(found.description))
        if found.writer and found.notes.get("writer"):
            self._tell(told(found.notes["writer"]))
        elif self._work.is_draft:
            self._tell(tr("Made of a draft transcript: read it before you publish any of this."))
        if self._shown is None:
            self._area.verticalScrollBar().setValue(0)
        self._todo.clear()
        for name, section in self._sections.items():
            rows = self._rows_of(found, name)
            content = (getattr(found, name), found.notes.get(name, ""), found.language)
            if self._content.get(name) == content:
                continue
            count = len(rows) if name in ("chapters", "quotes", "questions") else 0
            if len(rows) > _MOST_AT_FIRST:
                rows = [*rows[:_SHOWN_AT_FIRST], partial(self._more, section, rows[_SHOWN_AT_FIRST:])]
            self._todo.append(partial(self._begin, name, content, rows, count))
            for first in range(_ROWS_A_TURN, len(rows), _ROWS_A_TURN):
                self._todo.append(partial(self._go_on, section, rows[first : first + _ROWS_A_TURN]))
        self._timer.start()

    def _rows_of(self, found: Insights, name: str) -> list[Callable[[], QWidget]]:
        """Return what makes the rows of a section."""
        seek, clip = self.sought.emit, self._work.new_clip
        most = max((topic.count for topic in found.topics), default=1)
        rows: dict[str, list[Callable[[], QWidget]]] = {
            "summary": [
                partial(text_row, each.start, each.text, seek, speaker_name(each.speaker))
                for each in found.summary
            ],
            "chapters": [partial(text_row, each.start, each.title, seek) for each in found.chapters],
            "topics": [partial(topic_row, topic, most, seek) for topic in found.topics],
            "quotes": [partial(quote_row, each, seek, clip, self._copy) for each in found.quotes],
            "questions": [partial(question_row, each, seek, clip) for each in found.questions],
            "talk_time": _talk_time_rows(found, seek),
        }
        return rows[name]

    def _begin(self, name: str, content: object, rows: Sequence[Callable[[], QWidget]], count: int) -> None:
        made = [make() for make in rows[:_ROWS_A_TURN]]
        self._sections[name].show_rows(made, told(content[1]) if isinstance(content, tuple) else "", count)
        self._content[name] = content

    def _more(self, section: Section, rows: Sequence[Callable[[], QWidget]]) -> QWidget:
        """Return a button that shows the other rows in its place."""

        def show() -> None:
            made.hide()
            made.deleteLater()
            parts = range(0, len(rows), _ROWS_A_TURN)
            self._todo.extend(partial(self._go_on, section, rows[first : first + _ROWS_A_TURN]) for first in parts)
            self._timer.start()

        made = button(tr("Show %n more", "", len(rows)), show, "chevron-down")
        made.setObjectName("insightsMore")
        made.setProperty("flat", True)
        return made

    def _go_on(self, section: Section, rows: Sequence[Callable[[], QWidget]]) -> None:
        section.add_rows([make() for make in rows])

    def _work_off(self) -> None:
        """Do the next of what is to be shown."""
        if self._todo:
            self._todo.popleft()()
        if not self._todo:
            self._timer.stop()

    @property
    def is_settled(self) -> bool:
        """Whether all that is there is shown."""
        return not self._todo

    def _on_write(self) -> None:
        if self._work.is_writing:
            self._work.stop()
        else:
            self._work.write()

    def _on_ended(self, told: str, is_problem: bool) -> None:
        restyle(self._told, "role", "caution" if is_problem else "small")
        self._tell(told)
        self.show_model()

    # Copying and exporting

    def _on_copy(self, name: str) -> None:
        if name == "chapters":
            text = self._work.text("chapters")
        else:
            # Without the talk's name on top: what is copied is put into something that has its own.
            text = self._work.text(only=name).partition("\n\n")[2]
        self._copy(text)
        self._sections[name].tell_copied()

    def _on_copy_all(self) -> None:
        self._copy(self._work.text())
        self._tell(tr("Everything is on the clipboard as Markdown."))

    def _on_copy_youtube(self) -> None:
        self._copy(self._work.text("youtube"))
        self._tell(tr("A description for YouTube is on the clipboard."))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text.strip() + "\n" if "\n" in text.strip() else text.strip())

    def _on_export(self) -> None:
        memory = self.bench.memory
        kept = str(memory.value(_FOLDER_KEY, "")) or str(Path.home())
        suffix = str(memory.value(_FORM_KEY, ""))
        suffix = suffix if suffix in _FORMS else next(iter(_FORMS))
        suffixes = {tr(form): each for each, form in _FORMS.items()}
        chooser = QFileDialog(self, tr("Export the insights"), kept)
        chooser.setObjectName("insightsFile")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilters(list(suffixes))
        chooser.selectNameFilter(tr(_FORMS[suffix]))
        chooser.setDefaultSuffix(suffix[1:])
        chooser.filterSelected.connect(lambda form: chooser.setDefaultSuffix(suffixes[form][1:]))
        chooser.selectFile(self._work.title + suffix)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(
            lambda name: self._on_file(Path(name), suffixes[chooser.selectedNameFilter()])
        )
        chooser.open()

    def _on_file(self, file: Path, suffix: str) -> None:
        self.bench.memory.setValue(_FOLDER_KEY, str(file.parent))
        self.bench.memory.setValue(_FORM_KEY, suffix)
        self._work.save(file)

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))

    # Memory

    def _recall_folds(self) -> None:
        folded = str(self.bench.memory.value(_FOLDED_KEY, "")).split()
        for name, section in self._sections.items():
            section.fold(name in folded)

    def _keep_folds(self) -> None:
        folded = [name for name, section in self._sections.items() if section.is_folded]
        self.bench.memory.setValue(_FOLDED_KEY, " ".join(folded))


def _talk_time_rows(found: Insights, seek: Callable[[float], object]) -> list[Callable[[], QWidget]]:
    """Return what makes a row per speaker, in the colours that the transcript gives them."""
    speakers = sorted(found.talk_time, key=lambda each: each.first_at)
    named = [each.speaker for each in speakers if each.speaker]
    made: list[Callable[[], QWidget]] = []
    for each in found.talk_time:
        place = named.index(each.speaker) if each.speaker else 0
        tint = partial(theme.speaker_colour, place)
        made.append(partial(talk_time_row, each, tint, seek, found.language in ("zh", "ja", "th")))
    return made
