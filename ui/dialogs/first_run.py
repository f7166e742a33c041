"""The first steps: stay local or not, where files live, which speech and language model. All can be skipped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLineEdit, QRadioButton, QStackedWidget, QWidget

from core.errors import ShortlistError
from ui.controllers.first_run import FirstRunStore
from ui.controllers.models import ModelController
from ui.controllers.settings import SettingsController
from ui.controllers.tasks import Tasks
from ui.dialogs.endpoint import EndpointFields
from ui.dialogs.models import ModelShelfView, folder_chooser
from ui.widgets.basics import button, column, indent, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import file_size
from ui.wording import QT_TR_NOOP, told, tr

_LOCAL = QT_TR_NOOP(
    "Videos, words and decisions never leave this computer. There is no account and nothing is counted. The "
    "network is used to fetch models that are missing, and for nothing else."
)
_ASKING = QT_TR_NOOP(
    "As above, but a language model that you name gets the transcripts, to find and judge clips. It may run on "
    "this computer as well (Ollama, LM Studio, llama.cpp)."
)
_WHERE = QT_TR_NOOP(
    "Runs, decisions and intermediate results are kept in one folder, best on a fast disk with room. Your videos "
    "stay where they are. Before each run you are told how much it will need."
)
_ENDPOINT = QT_TR_NOOP(
    "Any OpenAI-compatible address will do. You can leave this empty and set it later in Settings."
)
_SIZE_PX = (720, 600)


class FirstRunDialog(Dialog):
    """Steps on pages, one at a time, with Back, Next and Skip.

    Signals:
        finished_with(bool): It is over; whether the window must be opened anew, on another folder.
    """

    finished_with = Signal(bool)

    def __init__(
        self,
        store: FirstRunStore,
        settings: SettingsController,
        models: ModelController,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("firstRun")
        self.setWindowTitle(tr("Set up Shortlist"))
        self._store = store
        self._settings = settings
        self._tasks = tasks
        self._is_over = False
        self._local = QRadioButton(tr("Stay fully local"))
        self._local.setObjectName("stayLocal")
        self._asking = QRadioButton(tr("Also ask a language model that I name"))
        self._asking.setObjectName("askModel")
        self._folder = QLineEdit(str(store.workspace()))
        self._folder.setObjectName("workspaceField")
        self._folder.setAccessibleName(tr("Folder of runs"))
        self._room = label("", "muted", wraps=True)
        self._room.setObjectName("workspaceRoom")
        self._shelf = ModelShelfView(models, ("whisper",))
        self._endpoint = EndpointFields("language", settings.preferences().language)
        self._step = label("", "section")
        self._step.setObjectName("firstRunStep")
        self._problem = label("", "error", wraps=True)
        self._problem.setObjectName("firstRunProblem")
        self._pages = QStackedWidget()
        self._back = button(tr("Back"), lambda: self._go(-1))
        self._back.setObjectName("firstRunBack")
        self._next = button(tr("Next"), self._on_next, is_primary=True)
        self._next.setObjectName("firstRunNext")
        self._next.setDefault(True)
        self._skip = button(tr("Skip"), self.reject)
        self._skip.setObjectName("firstRunSkip")
        self._skip.setToolTip(tr("Go on with what suits most; Help leads back here"))
        self._build()

    def _build(self) -> None:
        has_endpoint = bool(self._settings.preferences().language.base_url)
        (self._asking if has_endpoint else self._local).setChecked(True)
        for page in (self._local_page(), self._folder_page(), self._speech_page(), self._model_page()):
            self._pages.addWidget(page)
        self._local.toggled.connect(lambda _on: self._show_step())
        self._folder.textChanged.connect(lambda _text: self._look_at_folder())
        layout = column(self._step, self._pages, self._problem, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.setStretch(1, 1)
        layout.addLayout(row(self._skip, None, self._back, self._next))
        self.setLayout(layout)
        self.resize(*_SIZE_PX)
        self._show_step()
        self._look_at_folder()

    def _local_page(self) -> QWidget:
        indented = [label(text, "muted", wraps=True) for text in (tr(_LOCAL), tr(_ASKING))]
        for text in indented:
            indent(text, 26, bottom_px=8)
        head = label(tr("What may leave this computer?"), "title", wraps=True)
        return _page(head, 8, self._local, indented[0], self._asking, indented[1], None)

    def _folder_page(self) -> QWidget:
        choose = button(tr("Choose…"), self._on_choose, "folder")
        choose.setObjectName("chooseWorkspace")
        line = QWidget()
        inside = row(self._folder, choose)
        inside.setStretch(0, 1)
        line.setLayout(inside)
        head = label(tr("Where shall files live?"), "title")
        return _page(head, label(tr(_WHERE), "muted", wraps=True), 8, line, self._room, None)

    def _speech_page(self) -> QWidget:
        return _page(label(tr("Which speech model?"), "title"), self._shelf)

    def _model_page(self) -> QWidget:
        head = label(tr("Which language model?"), "title")
        return _page(head, label(tr(_ENDPOINT), "muted", wraps=True), 8, self._endpoint, None)

    def _count(self) -> int:
        return 4 if self._asking.isChecked() else 3

    def _show_step(self) -> None:
        place, count = self._pages.currentIndex(), self._count()
        self._step.setText(tr("Step {number} of {total}").format(number=place + 1, total=count))
        self._back.setEnabled(place > 0)
        self._next.setText(tr("Finish") if place == count - 1 else tr("Next"))
        self._problem.setText("")

    def _go(self, by: int) -> None:
        self._pages.setCurrentIndex(min(max(self._pages.currentIndex() + by, 0), self._count() - 1))
        self._show_step()

    def _on_next(self) -> None:
        place = self._pages.currentIndex()
        if place == 1:
            self._tasks.start(self._leave_folder(), QT_TR_NOOP("Could not look at the folder."))
        elif place < self._count() - 1:
            self._go(1)
        else:
            self.accept()

    async def _leave_folder(self) -> None:
        problem = await self._tasks.in_thread(self._store.problem, self._chosen())
        if self._is_over or self._pages.currentIndex() != 1:
            return
        if problem:
            self._problem.setText(problem)
        else:
            self._go(1)

    def _chosen(self) -> Path:
        return Path(self._folder.text().strip()).expanduser()

    def _look_at_folder(self) -> None:
        self._tasks.start(self._show_room(self._chosen()), QT_TR_NOOP("Could not look at the disk."))

    async def _show_room(self, folder: Path) -> None:
        free = await self._tasks.in_thread(self._store.free_bytes, folder)
        if not self._is_over and folder == self._chosen():
            self._room.setText(tr("{size} free on its disk").format(size=file_size(free)))
            restyle(self._room, "role", "muted" if free > 5e9 else "warning")

    def _on_choose(self) -> None:
        chooser = folder_chooser(self, tr("Choose the folder of runs"), "workspaceChooser")
        chooser.setDirectory(str(self._chosen().parent))
        chooser.fileSelected.connect(self._folder.setText)
        chooser.open()

    # The end

    def accept(self) -> None:
        """Keep what was chosen, where it can be meant."""
        asks = self._asking.isChecked()
        if asks and (problem := self._endpoint.problem()):
            self._problem.setText(tr("The language model: {problem}").format(problem=problem))
            return
        folder = self._chosen()
        moves = folder != self._store.workspace()
        if not self._remember(folder):
            return
        before = self._settings.preferences()
        # Who stays local has no endpoint: one that was set before is taken out, its key stays in the keyring.
        wanted = self._endpoint.value() if asks else replace(before.language, base_url="", model="")
        if (wanted.base_url, wanted.model, wanted.key) != (before.language.base_url, before.language.model, None):
            self._settings.save(replace(before, language=wanted))
        self._end(moves)

    def reject(self) -> None:
        """Go on with what is set; the steps are not asked for again by themselves."""
        if not self._is_over and self._remember(None):
            self._end(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is skipping."""
        self.reject()
        super().closeEvent(event)

    def _remember(self, folder: Path | None) -> bool:
        try:
            self._store.finish(folder)
        except ShortlistError as error:
            self._problem.setText(told(str(error)))
            return False
        return True

    def _end(self, moves: bool) -> None:
        self._is_over = True
        super().accept()
        self.finished_with.emit(moves)


def _page(*parts: QWidget | int | None) -> QWidget:
    made = QWidget()
    layout = column(*parts, spacing=10)
    for place, part in enumerate(parts):
        if isinstance(part, ModelShelfView):
            layout.setStretch(place, 1)
    made.setLayout(layout)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
