"""The statement of a month: looked at, and saved as a table or a PDF."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFileDialog, QProgressBar, QTextBrowser, QWidget

from core.schema.statement import Statement
from ui import theme
from ui.controllers.statement import StatementController
from ui.statement.page import month_words
from ui.statement.parts import add_part
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import told, tr

_FOLDER = "statement_folder"
_Save = Callable[[Statement, Path], None]


class StatementDialog(Dialog):
    """Shows what the workspace was used for, month by month."""

    def __init__(self, statements: StatementController, memory: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statementDialog")
        self.setWindowTitle(tr("Statement"))
        self._statements = statements
        self._memory = memory
        self._found: Statement | None = None
        self._shown: Statement | None = None
        self._parts: list[str] = []
        self._coming: deque[str] = deque()
        self._is_at_work = False
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._show_more)
        self._month = QComboBox()
        self._month.setObjectName("statementMonth")
        self._month.setAccessibleName(tr("Month"))
        for month in statements.months():
            self._month.addItem(month_words(month), month)
        self._page = QTextBrowser()
        self._page.setObjectName("statementPage")
        self._page.setAccessibleName(tr("Statement"))
        self._page.setOpenLinks(False)
        self._page.document().setDocumentMargin(theme.px(theme.SPACE_WIDE_PX))
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(tr("How far it is"))
        # One key for both: what goes on is stopped, what was stopped goes on.
        self._stop = button(tr("Stop"), self._on_stop)
        self._stop.setObjectName("stopStatement")
        self._stop.setAutoDefault(False)
        self._said = label("", "muted", wraps=True)
        self._said.setObjectName("statementSaid")
        self._table = button(tr("Save as table…"), self._on_table)
        self._table.setObjectName("statementTable")
        self._table.setToolTip(tr("A row for each run, for a spreadsheet (CSV)"))
        self._pdf = button(tr("Save as PDF…"), self._on_pdf, is_primary=True)
        self._pdf.setObjectName("statementPdf")
        self._lay_out()
        self._month.currentIndexChanged.connect(lambda _place: self._gather())
        statements.gathered.connect(self._show)
        statements.progressed.connect(self._on_progressed)
        statements.saved.connect(self._tell_saved)
        statements.not_saved.connect(self._on_not_saved)
        statements.stopped.connect(self._on_stopped)
        self._gather()

    def _lay_out(self) -> None:
        layout = column(spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(label(tr("Month"), "section"), self._month, None, self._busy, self._stop, spacing=12))
        layout.addWidget(self._page, 1)
        layout.addWidget(self._said)
        layout.addLayout(row(None, self._table, self._pdf, button(tr("Close"), self.reject)))
        self.setLayout(layout)
        self.resize(820, 680)

    def _gather(self) -> None:
        self._shown = None
        self._turns.stop()
        self._work()
        self._statements.gather(self._month.currentData())

    def _show(self, statement: Statement, parts: list[str]) -> None:
        """Show a page in turns: that of a thousand runs takes a second to lay out."""
        self._found, self._parts = statement, parts
        self._coming = deque(parts[1:])
        self._page.setHtml(parts[0])
        self._turns.start()

    def _show_more(self) -> None:
        if self._coming:
            part = self._coming.popleft()
            add_part(self._page.document(), part, is_last=not self._coming)
        if not self._coming:
            self._turns.stop()
            self._shown = self._found
            self._rest("")

    def _work(self) -> None:
        """Show that something goes on, which can be stopped."""
        self._is_at_work = True
        self._busy.setRange(0, 0)
        self._busy.show()
        self._stop.setText(tr("Stop"))
        self._stop.show()
        self._say("")
        self._show_buttons()

    def _rest(self, words: str, role: str = "muted") -> None:
        """Show that nothing goes on any more, and what came of it."""
        self._is_at_work = False
        self._busy.hide()
        self._stop.setVisible(self._shown is None)
        self._stop.setText(tr("Look it up"))
        self._say(words, role)
        self._show_buttons()

    def _say(self, words: str, role: str = "muted") -> None:
        self._said.setText(words)
        restyle(self._said, "role", role)

    def _show_buttons(self) -> None:
        is_ready = self._shown is not None and not self._is_at_work
        for each in (self._table, self._pdf):
            each.setEnabled(is_ready)
        self._month.setEnabled(self._shown is None or not self._is_at_work)

    def _on_progressed(self, fraction: float, message: str) -> None:
        if self._is_at_work:
            self._busy.setRange(0, 100)
            self._busy.setValue(round(100 * fraction))
            self._say(told(message))

    def _on_stop(self) -> None:
        if self._turns.isActive():
            # A page that ends somewhere must not be taken for the whole.
            self._turns.stop()
            self._page.clear()
            self._on_stopped()
        elif self._is_at_work:
            self._statements.stop()
        else:
            self._gather()

    def _on_not_saved(self, why: str) -> None:
        self._rest(why, "error")

    def _on_stopped(self) -> None:
        if self._is_at_work:
            words = tr("Stopped: nothing was written.") if self._shown else tr("Stopped.")
            self._rest(words)

    def reject(self) -> None:
        """Close; what goes on is given up."""
        self._turns.stop()
        self._statements.stop()
        super().reject()

    def _on_table(self) -> None:
        statement = self._shown
        if statement is not None:
            self._ask(statement, "csv", tr("Tables (*.csv)"), self._save_table)

    def _on_pdf(self) -> None:
        statement = self._shown
        if statement is not None:
            self._ask(statement, "pdf", tr("PDF (*.pdf)"), self._save_pdf)

    def _ask(self, statement: Statement, ending: str, kinds: str, save: _Save) -> None:
        """Ask where a file goes, beside the last one; an overwriting is asked about by the dialog itself."""
        folder = Path(str(self._memory.value(_FOLDER, "")) or Path.home())
        dialog = QFileDialog(self, tr("Save the statement"), str(folder), kinds)
        dialog.setObjectName("statementFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        name = tr("Statement")
        dialog.selectFile(f"{name} {statement.month}.{ending}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: save(statement, Path(chosen)))
        dialog.open()

    def _save_table(self, statement: Statement, file: Path) -> None:
        self._work()
        self._statements.save_table(statement, file)

    def _save_pdf(self, statement: Statement, file: Path) -> None:
        self._work()
        title = tr("Statement for {month}").format(month=month_words(statement.month))
        self._statements.save_pdf(self._parts, title, file)

    def _tell_saved(self, file: Path) -> None:
        self._memory.setValue(_FOLDER, str(file.parent))
        self._rest(tr("Saved: {file}").format(file=file))
