"""The insights panel: what is told of a talk, a click from its place, to be copied, exported, made clips of."""

from __future__ import annotations

from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from window_kit import click, find, opened, press, until

from core.schema.endpoint import Endpoint
from ui.insights.rows import text_row
from ui.main_window import MainWindow
from ui.panels import INSIGHTS, TIMELINE, TRANSCRIPT
from ui.panels.insights import InsightsPanel


def _panel(window: MainWindow) -> InsightsPanel:
    return window._docks.panel(INSIGHTS)


def _words(widget: QWidget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


async def _shown(window: MainWindow, run_id: str) -> InsightsPanel:
    """Open a run and its insights with the key."""
    window.open_run(run_id)
    panel = _panel(window)
    await until(lambda: window._bench.insights.found is not None and window._preview.isVisible())
    press(window, Qt.Key.Key_N)
    await until(lambda: find(panel, QScrollArea, "insightsArea").isVisible() and panel.is_settled)
    return panel


def _reach(panel: InsightsPanel, widget: QWidget) -> QWidget:
    find(panel, QScrollArea, "insightsArea").ensureWidgetVisible(widget)
    return widget


async def test_a_key_shows_what_the_talk_is_about(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4")
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        told = _words(panel)
        for heading in ("summary", "chapters", "topics", "quotes", "questions", "talk_time"):
            assert find(panel, QPushButton, f"insightsFold_{heading}").isVisible()
        assert "So the week we ran out of money I called every customer we had" in told
        assert "Running out of money" in told and "Customers" in told
        assert _words(find(panel, QWidget, "talkTime_Ana")).startswith("Ana\n")
        assert panel.isAncestorOf(window.focusWidget())


async def test_a_time_and_words_lead_to_their_place(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4")
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        player, view = window._bench.player, window._docks.panel(TRANSCRIPT).view
        chapters = find(panel, QWidget, "insights_chapters")
        times = [each for each in chapters.findChildren(QToolButton) if each.property("time")]
        assert [each.text() for each in times] == ["0:00", "2:00", "4:00", "6:00", "8:00"]
        click(_reach(panel, times[3]))
        await until(lambda: abs(player.source_position - 360.0) < 0.05)
        await until(lambda: view.page.word_at(360.0) >= 0)
        (words,) = [each for each in chapters.findChildren(QLabel) if each.text() == "Pricing"]
        click(_reach(panel, words))
        await until(lambda: abs(player.source_position - 240.0) < 0.05)


async def test_a_quote_becomes_a_clip_and_that_is_undone(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", clips=2)
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        quotes = find(panel, QWidget, "insights_quotes")
        made = next(each for each in quotes.findChildren(QToolButton) if "New clip" in each.accessibleName())
        click(_reach(panel, made))
        await until(lambda: len(project.clips(run_id)) == 3)
        found = window._bench.insights.found
        current = window._bench.review.current
        assert found is not None and current is not None
        assert (current.cut.start, current.cut.end) == (found.quotes[0].start, found.quotes[0].end)
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: len(project.clips(run_id)) == 2)


async def test_each_part_and_all_of_it_can_be_copied(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4")
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        clipboard = QGuiApplication.clipboard()
        click(_reach(panel, find(panel, QToolButton, "insightsCopy_chapters")))
        assert clipboard.text().splitlines()[:2] == ["0:00 Origin", "2:00 Running out of money"]
        click(_reach(panel, find(panel, QToolButton, "insightsCopy_quotes")))
        assert clipboard.text().startswith("## Quotes\n\n> It was the most useful sentence")
        click(find(panel, QPushButton, "insightsCopyYouTube"))
        parts = clipboard.text().strip().split("\n\n")
        assert parts[0].startswith("So the week we ran out") and parts[2] == "#Customers"
        assert parts[1].startswith("0:00 Origin\n2:00 Running out of money")
        click(find(panel, QPushButton, "insightsCopyAll"))
        assert clipboard.text().startswith("# Episode 12\n\n## Summary\n")
        assert "clipboard" in find(panel, QLabel, "insightsTold").text()


async def test_they_are_exported_and_the_folder_is_remembered(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    run_id = project.add_run("Episode 12.mp4")
    folder = tmp_path / "notes"
    folder.mkdir()
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        click(find(panel, QPushButton, "insightsExport"))
        chooser = find(panel, QFileDialog, "insightsFile")
        chooser.fileSelected.emit(str(folder / "told.md"))
        chooser.close()
        await until(lambda: "told.md" in find(panel, QLabel, "insightsTold").text())
        assert project.insights.saved == [folder / "told.md"]
        project.insights.save_problem = "The disk is full."
        click(find(panel, QPushButton, "insightsExport"))
        await until(lambda: panel.findChild(QFileDialog, "insightsFile") not in (None, chooser))
        chooser = find(panel, QFileDialog, "insightsFile")
        assert Path(chooser.directory().absolutePath()) == folder
        chooser.fileSelected.emit(str(folder / "again.md"))
        chooser.close()
        await until(lambda: "The disk is full" in find(panel, QLabel, "insightsTold").text())


async def test_until_they_are_there_it_says_so_and_why_not(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4")
    project.insights.gate.clear()
    async with opened(project, memory) as window:
        window.open_run(run_id)
        await until(lambda: window._bench.insights.is_busy and window._preview.isVisible())
        press(window, Qt.Key.Key_N)
        panel = _panel(window)
        state = find(panel, QLabel, "insightsState")
        assert state.isVisible() and state.text() == "Reading the talk…"
        project.insights.problem = "The worker died."
        project.insights.gate.set()
        await until(lambda: "The worker died." in state.text())
        project.insights.problem = ""
        click(find(panel, QPushButton, "insightsAgain"))
        await until(lambda: find(panel, QScrollArea, "insightsArea").isVisible())
        assert not state.isVisible() and not find(panel, QPushButton, "insightsAgain").isVisible()


async def test_before_there_is_a_transcript_the_panel_says_what_will_come(
    project: FakeProject, memory: QSettings
) -> None:
    run_id = project.add_run("Episode 12.mp4")
    del project.analyses[run_id]
    async with opened(project, memory) as window:
        window.open_run(run_id)
        await until(window._preview.isVisible)
        press(window, Qt.Key.Key_N)
        assert "appears here" in find(_panel(window), QLabel, "insightsState").text()
        assert project.insights.asked == 0


async def test_what_is_folded_stays_folded(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4")
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        click(find(panel, QPushButton, "insightsFold_summary"))
        assert "So the week we ran out of money" not in _words(find(panel, QWidget, "insights_summary"))
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        assert "So the week we ran out of money" not in _words(find(panel, QWidget, "insights_summary"))
        click(find(panel, QPushButton, "insightsFold_summary"))
        assert "So the week we ran out of money" in _words(find(panel, QWidget, "insights_summary"))


async def test_a_name_given_to_a_speaker_is_read_again(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4")
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        window._bench.transcript.name_speaker("Ana", "Ana Maria")
        await until(lambda: panel.findChild(QWidget, "talkTime_Ana Maria") is not None)
        assert project.insights.asked == 2


async def test_another_run_shows_nothing_of_the_one_before(project: FakeProject, memory: QSettings) -> None:
    first, second = project.add_run("One.mp4"), project.add_run("Two.mp4", duration=300.0)
    async with opened(project, memory) as window:
        await _shown(window, first)
        project.insights.gate.clear()
        window.open_run(second)
        await until(lambda: window._bench.insights.is_busy)
        assert window._bench.insights.found is None
        assert not find(_panel(window), QScrollArea, "insightsArea").isVisible()
        project.insights.gate.set()
        await until(lambda: window._bench.insights.found is not None)
        assert window._bench.insights.found.duration == 300.0


async def test_the_timeline_shows_the_chapters(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4")
    async with opened(project, memory) as window:
        window.open_run(run_id)
        view = window._docks.panel(TIMELINE).view
        await until(lambda: window._bench.insights.found is not None)
        await until(
            lambda: [each.title for each in view.scene.chapters][1:3] == ["Running out of money", "Pricing"]
        )
        assert view.scene.chapters[-1].end == 600.0


async def test_a_model_that_is_set_writes_them_on_request_and_is_taken_back(
    project: FakeProject, memory: QSettings
) -> None:
    run_id = project.add_run("Episode 12.mp4")
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        write, told = find(panel, QPushButton, "insightsWrite"), find(panel, QLabel, "insightsTold")
        assert not write.isVisible()
        project.insights.endpoint = Endpoint(base_url="http://localhost/v1", model="a-model")
        panel.show_model()
        assert write.text() == "Write with a-model" and "cost money" in write.toolTip()

        project.insights.writing.clear()
        click(write)
        await until(lambda: told.text() == "Asking a-model about minutes 0 to 2")
        assert write.text() == "Stop writing"
        click(write)
        await until(lambda: write.text() == "Write with a-model")
        assert told.text().startswith("Stopped.") and project.insights.written is None

        project.insights.writing.set()
        project.insights.write_problem = "The budget is used up."
        click(write)
        await until(lambda: told.text() == "The budget is used up.")
        await until(lambda: write.text() == "Write with a-model")
        project.insights.write_problem = ""
        click(write)
        await until(lambda: "They nearly lost it all." in _words(panel))
        assert told.text() == "a-model wrote this for $0.01."
        assert find(panel, QLabel, "insightsDescription").text() == "Ana tells Ben."
        click(find(panel, QPushButton, "insightsForget"))
        await until(lambda: "They nearly lost it all." not in _words(panel))
        assert not find(panel, QPushButton, "insightsForget").isVisible()


async def test_a_long_list_is_shown_whole_on_request(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4")
    project.insights.questions = 40
    async with opened(project, memory) as window:
        panel = await _shown(window, run_id)
        section = find(panel, QWidget, "insights_questions")
        asked = [each for each in section.findChildren(QLabel) if each.text() == "Question 39?"]
        more = find(section, QPushButton, "insightsMore")
        assert not asked and more.text() == "Show 22 more"
        click(_reach(panel, more))
        await until(lambda: panel.is_settled)
        assert [each for each in section.findChildren(QLabel) if each.text() == "Question 39?"]
        await until(lambda: section.findChild(QPushButton, "insightsMore") is None)


def test_times_are_on_the_line_of_the_words_beside_them(themed: QApplication, qtbot: QtBot) -> None:
    held = text_row(65.0, "What pricing does to a small company", lambda _at: None, "Ana")
    qtbot.addWidget(held)
    held.resize(500, 80)
    held.show()
    time, words = held.findChildren(QToolButton)[0], held.findChildren(QLabel)[0]
    line = words.mapTo(held, QPoint(0, words.fontMetrics().height() // 2)).y()
    assert abs(time.geometry().center().y() - line) <= 1
