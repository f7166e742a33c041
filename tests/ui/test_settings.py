"""Settings: models are fetched and stopped; endpoints, limits and executors are checked, kept and used."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)
from window_kit import MemoryPreferences, click, find, opened, until

from core.project import Configuration
from core.schema.model import ModelState
from ui.main_window import MainWindow


def _with_models(project: FakeProject) -> None:
    for name, size in (("base", 145_000_000), ("small", 484_000_000)):
        project.model_states[name] = ModelState(
            name=name, title=f"Whisper {name}", kind="whisper", size_bytes=size
        )
    face = ModelState(name="face", title="Face detector", kind="face", path=project.folder / "face")
    project.model_states["face"] = face


def _open(window: MainWindow) -> QDialog:
    window.actions_by_name["settings"].trigger()
    return find(window, QDialog, "settingsDialog")


def _words(widget: QWidget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


async def test_a_model_is_fetched_with_progress(project: FakeProject, memory: QSettings) -> None:
    _with_models(project)
    async with opened(project, memory, has_panels=False) as window:
        dialog = _open(window)
        await until(lambda: "Whisper small" in _words(dialog))
        assert "484 MB" in _words(dialog) or "462 MB" in _words(dialog)
        assert "On this computer" in _words(dialog)
        click(find(dialog, QPushButton, "fetch_base"))
        await until(lambda: "12 of 30 MB" in _words(dialog))
        assert find(dialog, QPushButton, "stop_base").isVisible()
        project.fetched.set()
        await until(lambda: _words(dialog).count("On this computer") == 2)
        dialog.reject()


async def test_a_download_can_be_stopped_and_a_failure_is_told(project: FakeProject, memory: QSettings) -> None:
    _with_models(project)
    async with opened(project, memory, has_panels=False) as window:
        dialog = _open(window)
        await until(lambda: "Whisper small" in _words(dialog))
        click(find(dialog, QPushButton, "fetch_small"))
        await until(lambda: find(dialog, QPushButton, "stop_small").isVisible())
        click(find(dialog, QPushButton, "stop_small"))
        await until(lambda: find(dialog, QPushButton, "fetch_small").isVisible())
        project.fetch_problem = "The model can't be fetched: no network."
        project.fetched.set()
        click(find(dialog, QPushButton, "fetch_small"))
        await until(lambda: "no network" in find(dialog, QLabel, "modelsSaid").text())
        dialog.reject()


async def test_endpoints_are_checked_kept_and_used(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        dialog = _open(window)
        find(dialog, QTabWidget, "settingsTabs").setCurrentIndex(1)
        address, model = find(dialog, QLineEdit, "languageAddress"), find(dialog, QLineEdit, "languageModel")
        QTest.keyClicks(address, "localhost:11434/v1")
        click(find(dialog, QPushButton, "saveSettings"))
        assert "http://" in find(dialog, QLabel, "settingsProblem").text()
        address.clear()
        QTest.keyClicks(address, "http://localhost:11434/v1/")
        click(find(dialog, QPushButton, "saveSettings"))
        assert "both" in find(dialog, QLabel, "settingsProblem").text()
        QTest.keyClicks(model, "llama3")
        wait = find(dialog, QSpinBox, "languageWait")
        assert wait.text() == "120 s"
        wait.selectAll()
        QTest.keyClicks(wait, "600")
        click(find(dialog, QPushButton, "saveSettings"))
        await until(lambda: any(name == "configure" for name, _ in project.calls))
        assert isinstance(dict(project.calls)["configure"], Configuration)
        again = _open(window)
        assert find(again, QLineEdit, "languageAddress").text() == "http://localhost:11434/v1"
        assert find(again, QSpinBox, "languageWait").value() == 600
        again.reject()


async def test_what_goes_before_questions_and_passages_follows_the_model_until_it_is_changed(
    project: FakeProject, memory: QSettings
) -> None:
    preferences = MemoryPreferences()
    async with opened(project, memory, preferences, has_panels=False) as window:
        dialog = _open(window)
        find(dialog, QTabWidget, "settingsTabs").setCurrentIndex(1)
        query, passage = (find(dialog, QLineEdit, f"embedding{each}Prefix") for each in ("Query", "Passage"))
        model = find(dialog, QLineEdit, "embeddingModel")
        QTest.keyClicks(find(dialog, QLineEdit, "embeddingAddress"), "http://localhost:11434/v1")
        assert (query.text(), passage.text()) == ("", "")
        QTest.keyClicks(model, "nomic-embed-text")
        assert (query.text(), passage.text()) == ("search_query: ", "search_document: ")
        model.clear()
        QTest.keyClicks(model, "Qwen3-Embedding-8B")
        assert query.text().endswith(r"passages that answer the query\nQuery:") and passage.text() == ""
        # What is typed stays, whatever model comes next.
        QTest.keyClicks(passage, "doc: ")
        model.clear()
        QTest.keyClicks(model, "multilingual-e5-base")
        assert (query.text(), passage.text()) == ("query: ", "doc: ")
        click(find(dialog, QPushButton, "saveSettings"))
        await until(lambda: preferences.kept.embedding.model == "multilingual-e5-base")
        kept = preferences.kept.embedding
        assert (kept.query_prefix, kept.passage_prefix) == (None, "doc: ")
        again = _open(window)
        assert find(again, QLineEdit, "embeddingQueryPrefix").text() == "query: "
        assert find(again, QLineEdit, "embeddingPassagePrefix").text() == "doc: "
        # Nothing is a choice too.
        find(again, QLineEdit, "embeddingQueryPrefix").clear()
        click(find(again, QPushButton, "saveSettings"))
        await until(lambda: preferences.kept.embedding.query_prefix == "")


async def test_how_work_is_done_is_chosen_kept_and_used(project: FakeProject, memory: QSettings) -> None:
    preferences = MemoryPreferences()
    async with opened(project, memory, preferences, has_panels=False) as window:
        dialog = _open(window)
        find(dialog, QTabWidget, "settingsTabs").setCurrentIndex(2)
        width = find(dialog, QSpinBox, "width_encode")
        assert width.text() == "Automatic: 2"
        width.selectAll()
        QTest.keyClicks(width, "3")
        minutes, spare = find(dialog, QSpinBox, "timeLimit"), find(dialog, QDoubleSpinBox, "keepsFree")
        assert (minutes.text(), spare.text()) == ("Automatic, by length", "1.0 GB")
        minutes.selectAll()
        QTest.keyClicks(minutes, "45")
        spare.selectAll()
        QTest.keyClicks(spare, "2.5")
        hardware = find(dialog, QCheckBox, "prefersHardware")
        assert not hardware.isChecked()
        click(hardware, QPoint(10, hardware.height() // 2))
        click(find(dialog, QPushButton, "saveSettings"))
        await until(lambda: ("set_width", ("encode", 3)) in project.calls)
        work = preferences.kept.work
        assert work.prefers_hardware
        assert (work.widths, work.time_limit_seconds, work.keeps_free_bytes) == (
            {"encode": 3},
            2700.0,
            2_500_000_000,
        )
        again = _open(window)
        assert find(again, QSpinBox, "width_encode").value() == 3
        width = find(again, QSpinBox, "width_encode")
        find(again, QTabWidget, "settingsTabs").setCurrentIndex(2)
        width.setFocus()
        QTest.keyClick(width, Qt.Key.Key_Down)
        QTest.keyClick(width, Qt.Key.Key_Down)
        QTest.keyClick(width, Qt.Key.Key_Down)
        assert width.text() == "Automatic: 2"
        click(find(again, QPushButton, "saveSettings"))
        await until(lambda: ("set_width", ("encode", 2)) in project.calls)
        assert preferences.kept.work.widths == {}


async def test_a_scheduler_needs_an_address_that_can_be_one(project: FakeProject, memory: QSettings) -> None:
    preferences = MemoryPreferences()
    async with opened(project, memory, preferences, has_panels=False) as window:
        dialog = _open(window)
        find(dialog, QTabWidget, "settingsTabs").setCurrentIndex(2)
        address, folders = find(dialog, QLineEdit, "scheduler"), find(dialog, QLineEdit, "pathMap")
        assert not address.isEnabled()
        executor = find(dialog, QComboBox, "executor")
        executor.setFocus()
        QTest.keyClick(executor, Qt.Key.Key_Down)
        assert address.isEnabled()
        problem = find(dialog, QLabel, "settingsProblem")
        QTest.keyClicks(address, "192.168.1.20")
        assert address.property("invalid")
        click(find(dialog, QPushButton, "saveSettings"))
        assert problem.isVisible()
        assert "tcp://host:port" in problem.text()
        address.clear()
        QTest.keyClicks(address, "tcp://192.168.1.20:8786")
        assert not address.property("invalid")
        QTest.keyClicks(folders, "/home/ana/shared")
        click(find(dialog, QPushButton, "saveSettings"))
        assert "ours=theirs" in problem.text()
        QTest.keyClicks(folders, "=/mnt/shared")
        click(find(dialog, QPushButton, "saveSettings"))
        await until(lambda: preferences.kept.work.executor == "dask")
        assert preferences.kept.work.scheduler == "tcp://192.168.1.20:8786"
        assert preferences.kept.work.path_map == "/home/ana/shared=/mnt/shared"


async def test_who_is_asked_first_for_what_is_said_is_put_in_order(
    project: FakeProject, memory: QSettings
) -> None:
    preferences = MemoryPreferences()
    async with opened(project, memory, preferences, has_panels=False) as window:
        dialog = _open(window)
        find(dialog, QTabWidget, "settingsTabs").setCurrentIndex(3)
        up, down = find(dialog, QPushButton, "transcriberUp"), find(dialog, QPushButton, "transcriberDown")
        order = find(dialog, QListWidget, "transcriberOrder")
        assert order.item(0).text() == "Captions beside the file"
        assert not up.isEnabled() and down.isEnabled()
        click(down)
        assert [order.item(place).text() for place in range(2)] == [
            "Whisper on this computer",
            "Captions beside the file",
        ]
        assert order.currentRow() == 1 and up.isEnabled()
        box = find(dialog, QCheckBox, "allowsSpeechEndpoint")
        click(box, QPoint(10, box.height() // 2))
        device = find(dialog, QComboBox, "speechDevice")
        device.setFocus()
        QTest.keyClick(device, Qt.Key.Key_Down)
        click(find(dialog, QPushButton, "saveSettings"))
        await until(lambda: preferences.kept.transcribing.device == "cpu")
        assert preferences.kept.transcribing.order == (
            "faster_whisper",
            "sidecar",
            "openai_audio",
            "pocketsphinx",
        )
        assert preferences.kept.transcribing.allows_endpoint
        again = _open(window)
        order = find(again, QListWidget, "transcriberOrder")
        assert order.item(0).text() == "Whisper on this computer"
        find(again, QTabWidget, "settingsTabs").setCurrentIndex(3)
        click(find(again, QPushButton, "transcriberUsual"))
        assert order.item(0).text() == "Captions beside the file"
        again.reject()
