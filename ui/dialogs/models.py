"""The models of this machine: what each is good for, how long it takes here, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QWidget,
)

from core.schema.model import FoundModel, ModelKind, ModelState
from ui.controllers.models import EXPORT, IMPORT, ModelController
from ui.widgets.basics import ElidedLabel, button, clear, column, label, listed, restyle, row, rule
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import file_size
from ui.wording import QT_TR_NOOP, told, tr

_ABOUT = QT_TR_NOOP(
    "Captions beside a video are used first. Without them a Whisper model writes down what is said: larger ones "
    "make fewer mistakes and take longer. Times are estimates for this computer."
)
_TITLES = {
    "face_detection_full_range_sparse.tflite": QT_TR_NOOP("Face detector, up to 5 m"),
    "face_detection_short_range.tflite": QT_TR_NOOP("Face detector, up to 2 m"),
    "voice_encoder.pt": QT_TR_NOOP("Voice encoder"),
}
_NOTHING = QT_TR_NOOP(
    "There is no model in this folder. A Whisper model has model.bin, config.json, tokenizer.json and "
    "vocabulary.json."
)


class ModelsDialog(Dialog):
    """The list of models in a window of its own."""

    def __init__(self, models: ModelController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelsDialog")
        self.setWindowTitle(tr("Models"))
        shelf = ModelShelfView(models)
        layout = column(shelf, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addWidget(rule())
        close = button(tr("Close"), self.reject)
        close.setObjectName("closeModels")
        layout.addLayout(row(shelf.bring, None, close))
        self.setLayout(layout)
        self.resize(760, 680)


class ModelShelfView(QWidget):
    """Every model with what can be done with it; folders with models can be dropped on it.

    `bring` is the button to import, for whoever lays it out. Where `kinds` are named, others are left out.
    """

    def __init__(self, models: ModelController, kinds: Sequence[ModelKind] = ()) -> None:
        super().__init__()
        self.setObjectName("modelShelf")
        self.setAcceptDrops(True)
        self._models = models
        self._kinds = kinds
        self._rows: dict[str, ModelRow] = {}
        self.bring = button(tr("Import from a folder…"), self._on_import, "folder")
        self.bring.setObjectName("importModels")
        self._problem = label("", "warning", wraps=True)
        self._problem.setObjectName("modelsProblem")
        self._problem.hide()
        self._said = label("", "muted", wraps=True)
        self._said.setObjectName("modelsSaid")
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.hide()
        self._copying = Copying(models)
        self._inside = QWidget()
        self._layout = column(label(tr("Looking…"), "muted"), None, spacing=14)
        self._layout.setContentsMargins(0, 0, 16, 0)
        self._inside.setLayout(self._layout)
        area = listed(self._inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setObjectName("modelList")
        area.setAccessibleName(tr("Models"))
        area.setMinimumHeight(160)
        where = ElidedLabel(tr("In {folder}").format(folder=models.folder()), "small")
        about = label(tr(_ABOUT), "muted", wraps=True)
        layout = column(about, where, self._problem, area, self._copying, self._said, spacing=10)
        layout.setStretchFactor(area, 1)
        self.setLayout(layout)
        models.changed.connect(self._on_changed)
        models.progressed.connect(self._on_progressed)
        models.stopped.connect(self._on_stopped)
        models.found.connect(self._on_found)
        models.said.connect(self._on_said)
        models.load()

    def _on_changed(self, states: Sequence[ModelState], problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        states = [state for state in states if not self._kinds or state.kind in self._kinds]
        names = [state.name for state in states]
        if names != list(self._rows):
            clear(self._layout)
            while self._layout.count():
                self._layout.takeAt(0)
            self._rows = {state.name: ModelRow(state, self._models) for state in states}
            for made in self._rows.values():
                self._layout.addWidget(made)
            self._layout.addStretch(1)
        for state in states:
            self._rows[state.name].show_state(state)

    def _on_progressed(self, name: str, fraction: float, message: str) -> None:
        if name in self._rows and self._models.is_working(name):
            self._rows[name].show_progress(fraction, message)

    def _on_stopped(self, name: str) -> None:
        if name in self._rows:
            self._rows[name].show_rest()

    def _on_said(self, text: str, is_failure: bool) -> None:
        self._said.setText(text)
        restyle(self._said, "role", "error" if is_failure else "muted")
        self._said.setVisible(bool(text))

    def _on_import(self) -> None:
        chooser = folder_chooser(self, tr("Import models from a folder"), "importModelsFrom")
        chooser.fileSelected.connect(lambda name: self._look_into(Path(name)))
        chooser.open()

    def _look_into(self, folder: Path) -> None:
        self._on_said("", False)
        self._models.look_into(folder)

    def _on_found(self, found: Sequence[FoundModel]) -> None:
        if not self.isVisible():
            return
        if not found:
            self._on_said(tr(_NOTHING), True)
            return
        dialog = FoundDialog(found, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._models.bring_in([each for each in found if not each.problem]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a folder of this computer."""
        if any(Path(url.toLocalFile()).is_dir() for url in event.mimeData().urls() if url.isLocalFile()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look into the folder that was dropped."""
        folders = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._look_into(folders[0])


class Copying(QWidget):
    """A copy under way, into the folder of models or out of it, and a button to stop it."""

    def __init__(self, models: ModelController) -> None:
        super().__init__()
        self._name = ""
        self._words = label("", "small")
        self._words.setObjectName("copyingWords")
        self._bar = _bar()
        self._stop = button(tr("Stop"), lambda: models.stop(self._name))
        self._stop.setObjectName("stopCopying")
        inside = column(self._words, self._bar, spacing=4)
        layout = row(spacing=12)
        layout.addLayout(inside, 1)
        layout.addWidget(self._stop)
        self.setLayout(layout)
        self.hide()
        models.progressed.connect(self._on_progressed)
        models.stopped.connect(self._on_stopped)

    def _on_progressed(self, name: str, fraction: float, message: str) -> None:
        if name in (IMPORT, EXPORT):
            self._name = name
            self._words.setText(
                (tr("Importing: {message}") if name == IMPORT else tr("Copying: {message}")).format(
                    message=message
                )
            )
            self._bar.setValue(round(1000 * fraction))
            self.show()

    def _on_stopped(self, name: str) -> None:
        if name == self._name:
            self.hide()


class FoundDialog(Dialog):
    """What was found in a folder, and the question whether to copy it."""

    def __init__(self, found: Sequence[FoundModel], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("foundModels")
        self.setWindowTitle(tr("Import models"))
        usable = [each for each in found if not each.problem]
        head = tr("Copy these models?") if usable else tr("There is no whole model in this folder")
        layout = column(label(head, "heading", wraps=True), spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        for each in found:
            layout.addWidget(label(_found_words(each), "error" if each.problem else "", wraps=True))
        copy = button(tr("Copy"), self.accept, is_primary=True)
        copy.setObjectName("copyFound")
        copy.setVisible(bool(usable))
        copy.setDefault(True)
        layout.addLayout(row(None, button(tr("Cancel") if usable else tr("Close"), self.reject), copy))
        self.setLayout(layout)
        self.setFixedWidth(520)


class ModelRow(QWidget):
    """One model: what is known of it, how it stands, and its buttons."""

    def __init__(self, state: ModelState, models: ModelController) -> None:
        super().__init__()
        self._models = models
        self._state = state
        name = state.name
        self._title = ElidedLabel(_title(state))
        self._size = label("", "muted")
        self._about = label("", "muted", wraps=True)
        self._stand = label("", "small", wraps=True)
        self._stand.setObjectName(f"state_{name}")
        self._bar = _bar()
        self._fetch = self._button(tr("Fetch"), tr("Fetch {model}"), f"fetch_{name}", self._on_fetch)
        self._pause = self._button(
            tr("Pause", "verb"), tr("Pause {model}"), f"stop_{name}", lambda: models.stop(name)
        )
        self._discard = self._button(
            tr("Cancel"), tr("Cancel {model}"), f"discard_{name}", lambda: models.discard(name)
        )
        self._export = self._button(tr("Copy to…"), tr("Copy {model} to"), f"export_{name}", self._on_export)
        self._remove = self._button(tr("Remove…"), tr("Remove {model}"), f"remove_{name}", self._on_remove)
        buttons = (self._fetch, self._pause, self._discard, self._export, self._remove)
        line = row(self._title, self._size, *buttons, spacing=8)
        line.setStretchFactor(self._title, 1)
        layout = column(spacing=2)
        layout.addLayout(line)
        for widget in (self._about, self._stand, self._bar):
            layout.addWidget(widget)
        self.setLayout(layout)
        self.show_state(state)

    def _button(self, text: str, spoken: str, name: str, run: Callable[[], object]) -> QPushButton:
        made = button(text, run)
        made.setObjectName(name)
        made.setAccessibleName(spoken.format(model=_title(self._state)))
        return made

    def show_state(self, state: ModelState) -> None:
        """Show how it stands now."""
        self._state = state
        self._size.setText(file_size(state.size_bytes) if state.size_bytes else "")
        self._about.setText(_about_words(state))
        self._about.setVisible(bool(self._about.text()))
        self.show_rest()

    def show_rest(self) -> None:
        """Show it without work on it; while it is being fetched, or waits for that, show so."""
        state = self._state
        is_busy, is_here = self._models.is_working(state.name), state.path is not None
        self._bar.setVisible(is_busy)
        self._pause.setVisible(is_busy)
        self._fetch.setVisible(not is_here and not is_busy)
        self._discard.setVisible(is_busy or (not is_here and state.partial_bytes > 0))
        self._export.setVisible(is_here)
        self._remove.setVisible(is_here)
        if is_busy:
            self._stand.setText(self._stand.text() if self._bar.value() else tr("Waiting for its turn"))
            return
        self._bar.setValue(0)
        self._fetch.setText(tr("Continue") if state.partial_bytes else tr("Fetch"))
        self._stand.setText(_stand_words(state))

    def show_progress(self, fraction: float, message: str) -> None:
        """Show how far it is."""
        self._bar.setValue(max(1, round(1000 * fraction)))
        self.show_rest()
        self._stand.setText(message or f"{100 * fraction:.0f} %")

    def _on_fetch(self) -> None:
        self._models.fetch(self._state.name)
        self.show_rest()

    def _on_export(self) -> None:
        chooser = folder_chooser(
            self, tr("Copy {model} to a folder").format(model=_title(self._state)), "exportModelTo"
        )
        chooser.fileSelected.connect(lambda name: self._models.export([self._state.name], Path(name)))
        chooser.open()

    def _on_remove(self) -> None:
        state = self._state
        asked = QMessageBox(self.window())
        asked.setObjectName("removeModel")
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setText(tr("Remove {model}?").format(model=_title(state)))
        asked.setInformativeText(
            tr("{size} are free again. Runs that want it by name then ask for it.").format(
                size=file_size(state.size_bytes)
            )
        )
        confirm = asked.addButton(tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        confirm.setObjectName("confirmRemove")
        keep = asked.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        confirm.clicked.connect(lambda: self._models.remove(state.name))
        asked.open()


def folder_chooser(parent: QWidget, title: str, name: str) -> QFileDialog:
    """Return a chooser of one folder that is there."""
    chooser = QFileDialog(parent, title)
    chooser.setObjectName(name)
    chooser.setFileMode(QFileDialog.FileMode.Directory)
    chooser.setOption(QFileDialog.Option.ShowDirsOnly, True)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return chooser


def _bar() -> QProgressBar:
    made = QProgressBar()
    made.setRange(0, 1000)
    made.setTextVisible(False)
    made.setFixedHeight(4)
    return made


def _title(model: ModelState | FoundModel) -> str:
    """Return what a model is called: those for speech have names, the others say what they do."""
    known = _TITLES.get(model.name)
    return tr(known) if known else model.title


def _about_words(state: ModelState) -> str:
    about = (state.about, state.languages, state.speed, state.memory)
    parts = [told(part) for part in about if part]
    words = " · ".join(parts)
    return words[:1].upper() + words[1:]


def _stand_words(state: ModelState) -> str:
    if state.path is None:
        fetched = tr("{size} fetched so far").format(size=file_size(state.partial_bytes))
        return fetched if state.partial_bytes else tr("Not on this computer")
    words = [tr("On this computer")]
    if state.is_chosen:
        words.append(tr("Taken by itself: {reason}").format(reason=told(state.why)))
    if state.used_by:
        words.append(tr("In use for “{name}”").format(name=state.used_by[0]))
    return ". ".join(words)


def _found_words(found: FoundModel) -> str:
    if found.problem:
        return f"{_title(found)}: {told(found.problem)}."
    words = (
        tr("{model}, {size}: looks like a listed model; its checksum is compared.")
        if found.looks_like
        else tr("{model}, {size}: an unknown model.")
    )
    return words.format(model=_title(found), size=file_size(found.size_bytes))
