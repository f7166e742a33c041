"""The statement of a month: looked at, and saved as a table or a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QProgressBar, QTextBrowser, QWidget

from core.schema.statement import Statement
from ui import theme
from ui.controllers.statement import StatementController
from ui.statement.page import as_page, month_words
from ui.statement.pdf import as_pdf
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import Dialog
from ui.wording import tr

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
        self._shown: Statement | None = None
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
        statements.progressed.connect(lambda fraction: self._busy.setValue(round(100 * fraction)))
        statements.saved.connect(self._tell_saved)
        self._gather()

    def _lay_out(self) -> None:
        layout = column(spacing=12)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addLayout(row(label(tr("Month"), "section"), self._month, None, self._busy, spacing=12))
        layout.addWidget(self._page, 1)
        layout.addWidget(self._said)
        layout.addLayout(row(None, self._table, self._pdf, button(tr("Close"), self.reject)))
        self.setLayout(layout)
        self.resize(820, 680)

    def _gather(self) -> None:
        self._shown = None
        self._busy.setValue(0)
        self._busy.show()
        self._said.clear()
        for each in (self._table, self._pdf):
            each.setEnabled(False)
        self._statements.gather(self._month.currentData())

    def _show(self, statement: Statement) -> None:
        self._shown = statement
        self._busy.hide()
        self._page.setHtml(as_page(statement))
        for each in (self._table, self._pdf):
            each.setEnabled(True)

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
        self._statements.save_table(statement, file)

    def _save_pdf(self, statement: Statement, file: Path) -> None:
        title = tr("Statement for {month}").format(month=month_words(statement.month))
        self._statements.save_pdf(as_pdf(as_page(statement), title), file)

    def _tell_saved(self, file: Path) -> None:
        self._memory.setValue(_FOLDER, str(file.parent))
        self._said.setText(tr("Saved: {file}").format(file=file))
