"""Captions in another language: asked for, read line by line beside what is said, corrected, chosen, saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTreeView,
    QWidget,
)

from core.schema.run import RunRecord
from core.schema.translation import ReviewedLine, TranslationReview
from ui.keymap import native
from ui.models.translation import TRANSLATION_COLUMN, TranslationModel
from ui.panel import Workbench
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.chooser import Chooser
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import QT_TR_NOOP, file_kinds, tr

_LANGUAGE_KEY = "translation_language"
_EDITOR_HEIGHT_PX = 66
_ABOUT = QT_TR_NOOP(
    "Each line is translated by the language model that you set; the original stays. What you write is yours: no "
    "model changes it, and it stays when the source is transcribed again."
)
_NO_MODEL = QT_TR_NOOP(
    "No language model is set, so nothing is translated for you. Set one in Settings › Providers (one on this "
    "computer will do), or write the translation by hand below."
)


class TranslationDialog(Dialog):
    """Beside the window, so that it can stay open while the clips are looked at.

    Signals:
        sought(float): The playhead shall go to a source second.
    """

    sought = Signal(float)

    def __init__(self, bench: Workbench, run: RunRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("translationDialog")
        self.setWindowTitle(tr("Captions in another language: {name}").format(name=run.source_name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.run_id = run.id
        self._run = run
        self._source_id = run.source_id
        self._bench = bench
        self._work = bench.translation
        self._language = self._make_languages()
        self._terms = QLineEdit(run.options.vocabulary)
        self._terms.setObjectName("translationTerms")
        self._terms.setAccessibleName(tr("Names and terms to keep"))
        self._terms.setPlaceholderText(tr("Names and terms to keep, with commas"))
        self._ask = button(tr("Translate what is missing"), self._on_ask, is_primary=True)
        self._ask.setObjectName("translationAsk")
        self._stop = button(tr("Stop"), self._on_stop)
        self._stop.setObjectName("translationStop")
        self._bar = QProgressBar()
        self._bar.setObjectName("translationBar")
        self._bar.setTextVisible(False)
        self._said = label("", "small", wraps=True)
        self._said.setObjectName("translationSaid")
        self._count = label("", "small")
        self._count.setObjectName("translationCount")
        self._model = TranslationModel(self)
        self._view = self._make_view()
        self._original = label("", wraps=True)
        self._original.setObjectName("translationOriginal")
        self._text = QPlainTextEdit()
        self._text.setObjectName("translationText")
        self._text.setAccessibleName(tr("Translation of the chosen line"))
        self._text.setFixedHeight(_EDITOR_HEIGHT_PX)
        self._text.setTabChangesFocus(True)
        self._keep = button(tr("Keep and go on"), self._on_keep)
        self._keep.setObjectName("translationKeep")
        hint = tr("Keeps the line as yours and takes the next one")
        self._keep.setToolTip(f"{hint}  ({native(['Ctrl+Return'])})")
        self._again = button(tr("Translate again"), self._on_again)
        self._again.setObjectName("translationAgain")
        self._again.setToolTip(tr("Has the chosen lines translated anew, also those that are yours"))
        self._use = button(tr("Use for all clips"), self._on_use)
        self._use.setObjectName("translationUse")
        self._save = button(tr("Save as…"), self._on_save)
        self._save.setObjectName("translationSave")
        self._build()
        self._connect()
        self._on_language()

    def _make_languages(self) -> Chooser:
        made = Chooser()
        made.setObjectName("translationLanguage")
        made.setAccessibleName(tr("Language of the translation"))
        made.setMaxVisibleItems(18)
        there = set(self._work.languages(self._source_id))
        known = self._work.known()
        # What is there already comes first.
        for code in sorted(known, key=lambda code: code not in there):
            made.addItem(f"{known[code]}  ✓" if code in there else known[code], code)
        kept = str(self._bench.memory.value(_LANGUAGE_KEY, ""))
        wanted = kept if kept in there or not there else next(iter(sorted(there)))
        made.setCurrentIndex(max(0, made.findData(wanted or "es")))
        return made

    def _make_view(self) -> QTreeView:
        made = QTreeView()
        made.setObjectName("translationView")
        made.setAccessibleName(tr("Lines and their translations"))
        made.setModel(self._model)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setWordWrap(True)
        made.setAllColumnsShowFocus(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = made.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        for section, mode in enumerate(("fixed", "stretch", "stretch", "fixed")):
            is_fixed = mode == "fixed"
            header.setSectionResizeMode(
                section, QHeaderView.ResizeMode.Fixed if is_fixed else QHeaderView.ResizeMode.Stretch
            )
        header.resizeSection(0, 70)
        header.resizeSection(3, 124)
        return made

    def _build(self) -> None:
        about = label(tr(_ABOUT) if self._work.has_model() else tr(_NO_MODEL), "muted", wraps=True)
        about.setObjectName("translationAbout")
        layout = column(about, spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(self._language, self._terms, self._ask, self._stop, spacing=10))
        layout.addWidget(self._bar)
        layout.addWidget(self._said)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._original)
        layout.addWidget(self._text)
        close = button(tr("Close"), self.close)
        close.setObjectName("translationClose")
        layout.addLayout(row(self._keep, self._again, None, self._count))
        layout.addLayout(row(self._use, self._save, None, close))
        self.setLayout(layout)
        for made in self.findChildren(type(close)):
            # Return belongs to the text, and to the button that has the focus.
            made.setAutoDefault(False)
        self._language.setMinimumWidth(170)
        self.setMinimumSize(720, 440)
        self.resize(980, 700)

    def _connect(self) -> None:
        self._language.currentIndexChanged.connect(lambda _place: self._on_language())
        self._work.changed.connect(self._on_changed)
        self._work.reviewed.connect(self._on_reviewed)
        self._bench.events.corrections_changed.connect(self._on_corrections)
        self._work.refused.connect(self._on_refused)
        self._work.progressed.connect(self._on_progressed)
        self._work.ended.connect(self._on_ended)
        self._view.selectionModel().currentChanged.connect(self._on_line)
        self._view.activated.connect(self._on_activated)
        self._text.textChanged.connect(self._show_verbs)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_keep)

    # What is shown

    @property
    def _code(self) -> str:
        return str(self._language.currentData())

    def _on_language(self) -> None:
        self._bench.memory.setValue(_LANGUAGE_KEY, self._code)
        self._say("")
        self._model.show(())
        self._show_line(None)
        self._show_asking()
        self._work.read(self._source_id, self._code)

    def _on_changed(self, source_id: str, language: str) -> None:
        if (source_id, language) == (self._source_id, self._code):
            self._work.read(source_id, language)
            self._show_asking()

    def _on_corrections(self, source_id: str) -> None:
        self._on_changed(source_id, self._code)

    def _on_reviewed(self, source_id: str, found: TranslationReview) -> None:
        if (source_id, found.language) != (self._source_id, self._code):
            return
        # What is being typed is not taken out of the user's hands by a batch that arrives.
        line = self._line()
        is_typing = line is not None and self._text.toPlainText() != line.text
        self._model.show(found.lines)
        if not self._view.currentIndex().isValid() and found.lines:
            first = next((i for i, line in enumerate(found.lines) if line.state != "edited"), 0)
            self._take(first)
        elif not is_typing:
            self._show_line(self._line())
        self._count.setText(_count_words(found))
        self._show_verbs()

    def _on_refused(self, source_id: str, language: str, why: str) -> None:
        if (source_id, language) == (self._source_id, self._code):
            self._say(why, is_wrong=True)

    def _on_progressed(self, source_id: str, language: str, fraction: float, message: str) -> None:
        if (source_id, language) == (self._source_id, self._code):
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(1000 * fraction))
            self._say(message)

    def _on_ended(self, source_id: str, language: str, told: str, is_wrong: bool) -> None:
        if (source_id, language) == (self._source_id, self._code):
            self._say(told, is_wrong)

    def _say(self, text: str, is_wrong: bool = False) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        restyle(self._said, "role", "error" if is_wrong else "small")

    def _show_asking(self) -> None:
        is_asking = self._work.is_asking(self._source_id, self._code)
        self._bar.setVisible(is_asking)
        self._stop.setVisible(is_asking)
        self._ask.setVisible(not is_asking)
        self._terms.setEnabled(not is_asking)
        self._show_verbs()

    def _show_verbs(self) -> None:
        has_model, is_asking = self._work.has_model(), self._work.is_asking(self._source_id, self._code)
        has_some = any(line.text for line in self._model.lines)
        line = self._line()
        self._ask.setEnabled(has_model and bool(self._model.lines))
        self._again.setEnabled(has_model and not is_asking and line is not None and line.state != "missing")
        self._keep.setEnabled(line is not None and bool(self._text.toPlainText().strip() or line.text))
        self._use.setEnabled(has_some and self._bench.review.run_id == self.run_id)
        self._save.setEnabled(has_some)

    # The line in hand

    def _line(self) -> ReviewedLine | None:
        index = self._view.currentIndex()
        return self._model.lines[index.row()] if index.isValid() and index.row() < len(self._model.lines) else None

    def _take(self, place: int) -> None:
        """Take a line in hand. The view itself would read Ctrl, held for a shortcut, as a wish to select more."""
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self._model.index(place, 0)
        self._view.selectionModel().setCurrentIndex(index, rows)
        self._view.scrollTo(index)

    def _on_line(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_line(self._model.lines[current.row()] if current.isValid() else None)

    def _show_line(self, line: ReviewedLine | None) -> None:
        self._original.setText(line.original if line else "")
        self._text.setEnabled(line is not None)
        text = line.text if line else ""
        if self._text.toPlainText() != text:
            self._text.setPlainText(text)
        self._show_verbs()

    def _on_activated(self, index: QModelIndex) -> None:
        if self._bench.review.run_id == self.run_id:
            self.sought.emit(self._model.lines[index.row()].start)

    def _on_keep(self) -> None:
        line = self._line()
        if line is None or not self._keep.isEnabled():
            return
        self._work.write(self._source_id, self._code, line.start, self._text.toPlainText())
        place = self._view.currentIndex().row() + 1
        if place < len(self._model.lines):
            self._take(place)

    # What the user wants

    def _on_ask(self) -> None:
        self._work.ask(self._source_id, self._code, self._terms.text().strip())
        self._bar.setRange(0, 0)
        self._show_asking()

    def _on_again(self) -> None:
        rows = {index.row() for index in self._view.selectionModel().selectedRows(TRANSLATION_COLUMN)}
        starts = tuple(self._model.lines[place].start for place in sorted(rows))
        self._work.ask(self._source_id, self._code, self._terms.text().strip(), starts)
        self._bar.setRange(0, 0)
        self._show_asking()

    def _on_stop(self) -> None:
        self._work.stop(self._source_id, self._code)

    def _on_use(self) -> None:
        self._bench.review.set_all_caption_languages(self._code)
        name = self._work.known()[self._code]
        told = tr("The captions of all clips are in {language} now; each clip can be changed under Captions.")
        self._say(told.format(language=name))

    def _on_save(self) -> None:
        suggested = self._run.source_path.with_name(f"{self._run.source_path.stem}.{self._code}.srt")
        chooser = QFileDialog(self, tr("Save the translation"), str(suggested.parent))
        chooser.setObjectName("translationFile")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = ((tr("SubRip captions"), "*.srt"), (tr("WebVTT captions"), "*.vtt"), (tr("Text"), "*.txt"))
        chooser.setNameFilters([file_kinds(kind) for kind in kinds])
        chooser.setDefaultSuffix("srt")
        chooser.selectFile(suggested.name)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda name: self._work.save(self._source_id, self._code, Path(name)))
        chooser.open()


def _count_words(found: TranslationReview) -> str:
    edited = sum(line.state == "edited" for line in found.lines)
    outdated = sum(line.is_outdated for line in found.lines)
    parts = [tr("%n lines", "", len(found.lines))]
    if found.missing:
        parts.append(tr("%n missing", "lines", found.missing))
    if edited:
        parts.append(tr("%n yours", "lines", edited))
    if outdated:
        parts.append(tr("%n with another original by now", "lines", outdated))
    told = ", ".join(parts)
    return tr("{lines}; by {model}").format(lines=told, model=found.model) if found.model else told
