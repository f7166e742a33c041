"""The statement of a month in the window: looked at, and saved where the user wants it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QBuffer, QIODevice, QSettings, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QTextBrowser
from window_kit import click, find, opened, until

from core.schema.morning import SourceReport
from core.schema.record import ProgressCallback
from core.schema.statement import Statement
from tests.ui.fake_statements import FakeStatements
from ui.statement.page import as_parts
from ui.statement.pdf import as_pdf


async def test_a_month_is_looked_at_and_saved(project: FakeProject, memory: QSettings, tmp_path: Path) -> None:
    project.statements = FakeStatements()
    async with opened(project, memory, has_panels=False) as window:
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
            await until(find(dialog, QPushButton, button).isEnabled)
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


async def test_gathering_is_stopped_and_begun_again(project: FakeProject, memory: QSettings) -> None:
    project.statements = told = FakeStatements()
    told.gate.clear()
    async with opened(project, memory, has_panels=False) as window:
        window.actions_by_name["statement"].trigger()
        dialog = find(window, QDialog, "statementDialog")
        stop, page = find(dialog, QPushButton, "stopStatement"), find(dialog, QTextBrowser, "statementPage")
        await until(lambda: told.looking == ["2026-11"])
        assert stop.isVisible() and stop.text() == "Stop"
        assert not find(dialog, QPushButton, "statementPdf").isEnabled()
        click(stop)
        assert find(dialog, QLabel, "statementSaid").text() == "Stopped." and stop.text() == "Look it up"
        told.gate.set()
        await asyncio.sleep(0)
        assert page.toPlainText() == "", "what was stopped comes no more"
        click(stop)
        await until(lambda: "Statement for November 2026" in page.toPlainText())
        await until(lambda: not stop.isVisible())
        assert told.looking == ["2026-11"] * 2
        assert find(dialog, QPushButton, "statementPdf").isEnabled()
        # Another month ends the first, and closing ends the other.
        told.gate.clear()
        find(dialog, QComboBox, "statementMonth").setCurrentIndex(1)
        await until(lambda: told.looking[-1] == "2026-10")
        dialog.reject()
        told.gate.set()


async def test_a_long_page_comes_in_turns_and_can_be_stopped(project: FakeProject, memory: QSettings) -> None:
    project.statements = told = FakeStatements()
    told.runs_of_november = 400
    async with opened(project, memory, has_panels=False) as window:
        window.actions_by_name["statement"].trigger()
        dialog = find(window, QDialog, "statementDialog")
        stop, page = find(dialog, QPushButton, "stopStatement"), find(dialog, QTextBrowser, "statementPage")
        pdf, said = find(dialog, QPushButton, "statementPdf"), find(dialog, QLabel, "statementSaid")
        await until(lambda: "Episode <12>.mp4" in page.toPlainText())
        assert "Episode <411>.mp4" not in page.toPlainText() and not pdf.isEnabled()
        click(stop)
        assert page.toPlainText() == "" and said.text() == "Stopped.", "half a page is no statement"
        click(stop)
        await until(pdf.isEnabled)
        text = page.toPlainText()
        assert all(f"Episode <{12 + number}>.mp4" in text for number in range(400))
        assert text.index("Episode <411>.mp4") < text.index("Work of this computer", text.index("Episode <12>"))
        dialog.reject()


def _save(dialog: QDialog, button: str, file: Path) -> None:
    click(find(dialog, QPushButton, button))
    chooser = find(dialog, QFileDialog, "statementFile")
    chooser.fileSelected.emit(str(file))
    chooser.reject()


async def test_a_file_is_written_beside_the_window_and_stopped_whole_or_not_at_all(
    project: FakeProject, memory: QSettings, tmp_path: Path, monkeypatch
) -> None:
    project.statements = FakeStatements()
    gate, threads = threading.Event(), []

    def held(parts: Sequence[str], title: str, progress: ProgressCallback) -> bytes:
        def wait(fraction: float, message: str) -> None:
            progress(fraction, message)
            threads.append(threading.current_thread())
            assert gate.wait(60)

        return as_pdf(parts, title, wait)

    monkeypatch.setattr("ui.statement.pdf.as_pdf", held)
    file = tmp_path / "Acme.pdf"
    file.write_text("of last month")
    async with opened(project, memory, has_panels=False) as window:
        window.actions_by_name["statement"].trigger()
        dialog = find(window, QDialog, "statementDialog")
        said = find(dialog, QLabel, "statementSaid")
        await until(find(dialog, QPushButton, "statementPdf").isEnabled)
        _save(dialog, "statementPdf", file)
        await until(lambda: threads and said.text() == "Writing pages")
        assert threads[0] is not threading.main_thread()
        assert not find(dialog, QPushButton, "statementTable").isEnabled()
        click(find(dialog, QPushButton, "stopStatement"))
        gate.set()
        await until(lambda: said.text() == "Stopped: nothing was written.")
        assert file.read_text() == "of last month" and list(tmp_path.glob("*Acme*")) == [file]
        _save(dialog, "statementPdf", file)
        await until(lambda: str(file) in said.text())
        assert file.read_bytes().startswith(b"%PDF-")
        dialog.reject()


async def test_what_can_not_be_written_says_which_file_and_why(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    project.statements = FakeStatements()
    (tmp_path / "no folder").write_text("")
    async with opened(project, memory, has_panels=False) as window:
        window.actions_by_name["statement"].trigger()
        dialog = find(window, QDialog, "statementDialog")
        said = find(dialog, QLabel, "statementSaid")
        for button, ending in (("statementPdf", "pdf"), ("statementTable", "csv")):
            await until(find(dialog, QPushButton, button).isEnabled)
            _save(dialog, button, tmp_path / "no folder" / f"Acme.{ending}")
            await until(lambda ending=ending: f"Acme.{ending}" in said.text())
            assert "can't be written" in said.text() and "folder" in said.text()
        assert [path.name for path in tmp_path.iterdir() if "Acme" in path.name] == []
        dialog.reject()


def test_pages_are_written_in_any_thread_and_hold_every_run(qapp) -> None:
    runs = tuple(SourceReport(name=f"Episode {n}.mp4", path="/e.mp4", ending="made") for n in range(80))
    parts = as_parts(Statement(month="2026-11", workspace="Zoë & Söhne", runs=runs))
    told: list[float] = []
    made: list[bytes] = []
    thread = threading.Thread(target=lambda: made.append(as_pdf(parts, "November", lambda at, _: told.append(at))))
    thread.start()
    thread.join()
    buffer = QBuffer()
    buffer.setData(made[0])
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.pageCount() > 1 and len(told) > document.pageCount() and told == sorted(told)
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "November"
    text = "".join(document.getAllText(number).text() for number in range(document.pageCount()))
    told_runs = [n for n in range(80) if f"Episode{n}.mp4" in "".join(text.split())]
    assert "Zoë & Söhne" in text and told_runs == list(range(80))
    document.close()
