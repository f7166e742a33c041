"""The statement of a month in the window: looked at, and saved where the user wants it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QTextBrowser
from window_kit import click, find, opened, until

from core.morning.months import Statements
from core.schema.morning import SourceReport
from core.schema.statement import ClipUse, ModelUse, Statement


class Told(Statements):
    """Statements of two months, without records."""

    def __init__(self) -> None:
        pass

    def months(self) -> list[str]:
        return ["2026-11", "2026-10"]

    async def of(self, month, progress=lambda fraction, message="": None) -> Statement:
        progress(0.5, "")
        if month == "2026-10":
            return Statement(month=month, workspace="Acme")
        run = SourceReport(
            name="Episode <12>.mp4", path="/e.mp4", ending="made", seconds_in=3600, stages={"plan": 70}
        )
        return Statement(
            month=month,
            workspace="Acme",
            runs=(run,),
            models=(ModelUse(model="gpt-5-mini", calls=3, prompt_tokens=12000, usd=Decimal("1.25")),),
            clips=ClipUse(proposed=12, approved=4, rejected=8),
            budget_usd=Decimal(5),
        )


async def test_a_month_is_looked_at_and_saved(project: FakeProject, memory: QSettings, tmp_path: Path) -> None:
    project.statements = Told()
    async with opened(project, memory) as window:
        window.actions_by_name["statement"].trigger()
        dialog = find(window, QDialog, "statementDialog")
        page = find(dialog, QTextBrowser, "statementPage")
        await until(lambda: "Statement for November 2026" in page.toPlainText())
        text = page.toPlainText()
        assert "Acme" in text and "Episode <12>.mp4" in text and "$1.25 of $5.00" in text
        assert "4 approved, 0 maybe, 8 rejected, 0 to decide" in text and "12,000" in text

        for button, ending, start in (
            ("statementTable", "csv", b"\xef\xbb\xbfrun,"),
            ("statementPdf", "pdf", b"%PDF-"),
        ):
            click(find(dialog, QPushButton, button))
            chooser = find(dialog, QFileDialog, "statementFile")
            file = tmp_path / f"Acme.{ending}"
            chooser.selectFile(str(file))
            QTest.keyClick(chooser, Qt.Key.Key_Return)
            await until(file.exists)
            assert file.read_bytes().startswith(start)
            await until(lambda file=file: str(file) in find(dialog, QLabel, "statementSaid").text())

        months = find(dialog, QComboBox, "statementMonth")
        months.setFocus()
        QTest.keyClick(months, Qt.Key.Key_Down)
        await until(lambda: "Nothing was run in this month." in page.toPlainText())
        dialog.reject()
