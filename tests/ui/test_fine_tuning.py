"""Fine-tuning in the window: counted, exported, started, followed, used, and taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fake_fine_tuning import MADE
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QPushButton
from window_kit import MemoryPreferences, click, find, opened, press, until

from core.schema.tuning import Comparison
from ui.controllers.preferences import EndpointPreference, Preferences
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

_AT = EndpointPreference("http://localhost:11434/v1", "a-model")


def _preferences(language: EndpointPreference = _AT) -> MemoryPreferences:
    made = MemoryPreferences()
    made.kept = Preferences(language, EndpointPreference())
    return made


@asynccontextmanager
async def _opened(window: MainWindow) -> AsyncIterator[QDialog]:
    find(window, QAction, "action_fine_tune").trigger()
    dialog = find(window, QDialog, "fineTuningDialog")
    await until(lambda: find(dialog, QLabel, "tuningCount").text() != "Counting…")
    yield dialog
    press(dialog, Qt.Key.Key_Escape)
    await until(lambda: window.findChild(QDialog, "fineTuningDialog") is None)


def _words(dialog: QDialog) -> list[str]:
    return [part.text() for part in dialog.findChildren(QLabel, "tuningWords") if part.isVisible()]


async def test_with_nothing_to_learn_from_it_says_what_helps(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, _preferences(), has_panels=False) as window, _opened(window) as dialog:
        assert "Approve and reject clips" in find(dialog, QLabel, "tuningCount").text()
        assert find(dialog, QLabel, "tuningEmpty").isVisible()
        assert not find(dialog, QPushButton, "tuningStart").isEnabled()
        assert not find(dialog, QPushButton, "tuningExport").isEnabled()


async def test_examples_are_counted_chosen_and_exported(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    project.fine_tuning.data.counts = {"decisions": 30, "answers": 1200}
    async with opened(project, memory, _preferences(), has_panels=False) as window, _opened(window) as dialog:
        count = find(dialog, QLabel, "tuningCount")
        assert count.text().startswith("30 decisions on clips and 1,200 answers to questions, of 3 talks.")
        assert find(dialog, QLabel, "tuningWhere").text() == "The examples go to http://localhost:11434/v1."
        assert find(dialog, QPushButton, "tuningStart").text() == "Start for up to $12.30"
        find(dialog, QCheckBox, "tuning_answers").click()
        await until(lambda: count.text().startswith("30 decisions on clips, of 3 talks."))
        click(find(dialog, QPushButton, "tuningExport"))
        chooser = find(dialog, QFileDialog, "tuningExportDialog")
        chooser.fileSelected.emit(str(tmp_path / "mine.jsonl"))
        chooser.close()
        said = find(dialog, QLabel, "tuningSaid")
        await until(lambda: said.text() == "30 examples in mine.jsonl.")
        assert project.fine_tuning.data.written == [tmp_path / "mine.jsonl"]
    assert memory.value("tuning_answers") == "no"


async def test_personal_data_is_masked_where_that_is_asked_for(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    project.fine_tuning.data.counts = {"answers": 40}
    async with opened(project, memory, _preferences(), has_panels=False) as window:
        async with _opened(window) as dialog:
            count = find(dialog, QLabel, "tuningCount")
            about = find(dialog, QLabel, "tuningMaskAbout")
            assert "masked" not in count.text() and not about.isVisible()
            find(dialog, QCheckBox, "tuningMask").click()
            await until(lambda: "37 things were masked." in count.text())
            assert about.isVisible() and "only said in a talk" in about.text()
            click(find(dialog, QPushButton, "tuningExport"))
            chooser = find(dialog, QFileDialog, "tuningExportDialog")
            chooser.fileSelected.emit(str(tmp_path / "mine.jsonl"))
            chooser.close()
            await until(lambda: project.fine_tuning.data.were_masked == [True])
        async with _opened(window) as dialog:
            assert find(dialog, QCheckBox, "tuningMask").isChecked()
            await until(lambda: find(dialog, QPushButton, "tuningStart").isEnabled())
            click(find(dialog, QPushButton, "tuningStart"))
            await until(lambda: project.fine_tuning.data.were_masked == [True, True])


async def test_a_fine_tune_is_started_followed_used_and_taken_back(
    project: FakeProject, memory: QSettings
) -> None:
    project.fine_tuning.data.counts = {"answers": 40}
    preferences = _preferences()
    async with opened(project, memory, preferences, has_panels=False) as window, _opened(window) as dialog:
        click(find(dialog, QPushButton, "tuningStart"))
        await until(lambda: _words(dialog) == ["Waiting."])
        project.fine_tuning.tell(state="training", told="Step 20/80: loss 0.4")
        await until(lambda: _words(dialog) == ["Training. Step 20/80: loss 0.4"])
        project.fine_tuning.tell(state="succeeded", made_model=MADE)
        await until(lambda: _words(dialog) == [f"Ready: {MADE}."])
        click(find(dialog, QPushButton, "tuningUse"))
        await until(lambda: preferences.kept.language.model == MADE)
        await until(lambda: any(each.isVisible() for each in dialog.findChildren(QLabel, "tuningInUse")))
        back = next(each for each in dialog.findChildren(QPushButton, "tuningBack") if each.isVisible())
        assert back.text() == "Back to a-model"
        click(back)
        await until(lambda: preferences.kept.language.model == "a-model")


async def test_what_a_comparison_came_to_stands_with_the_fine_tune(
    project: FakeProject, memory: QSettings
) -> None:
    compared = Comparison(base_model="a-model", decisions=20, base_agrees=11, made_agrees=13, low=-0.1, high=0.3)
    await project.fine_tuning.start()
    project.fine_tuning.tell(state="succeeded", made_model=MADE, comparison=compared)
    async with opened(project, memory, _preferences(), has_panels=False) as window, _opened(window) as dialog:
        said = find(dialog, QLabel, "tuningCompared").text()
        assert "agrees with you on 13 and a-model on 11." in said
        assert said.endswith("That is too little to tell which of them is better.")


async def test_a_fine_tune_is_among_the_jobs_and_stopped_there(project: FakeProject, memory: QSettings) -> None:
    project.fine_tuning.data.counts = {"answers": 40}
    async with opened(project, memory, _preferences(), has_panels=False) as window:
        async with _opened(window) as dialog:
            click(find(dialog, QPushButton, "tuningStart"))
            await until(lambda: _words(dialog) == ["Waiting."])
        jobs = window._bench.jobs
        await until(
            lambda: [(job.title, job.words) for job in jobs.jobs()] == [("Fine-tune of a-model", "Waiting.")]
        )
        jobs.stop(jobs.jobs()[0].key)
        await until(lambda: not jobs.jobs())
        assert project.fine_tuning.kept[0].state == "cancelled"


async def test_a_fine_tune_is_stopped(project: FakeProject, memory: QSettings) -> None:
    project.fine_tuning.data.counts = {"answers": 40}
    async with opened(project, memory, _preferences(), has_panels=False) as window, _opened(window) as dialog:
        click(find(dialog, QPushButton, "tuningStart"))

        def stops() -> list[QPushButton]:
            """Return the buttons that can be seen: a row that was replaced is there until it is deleted."""
            return [each for each in dialog.findChildren(QPushButton, "tuningStop") if each.isVisible()]

        await until(stops)
        click(stops()[0])
        await until(lambda: _words(dialog) == ["Stopped."])


async def test_what_goes_wrong_is_told_where_it_was_asked_for(project: FakeProject, memory: QSettings) -> None:
    project.fine_tuning.data.counts = {"answers": 40}
    project.fine_tuning.problem = "This endpoint has no fine-tuning."
    async with opened(project, memory, _preferences(), has_panels=False) as window, _opened(window) as dialog:
        click(find(dialog, QPushButton, "tuningStart"))
        said = find(dialog, QLabel, "tuningSaid")
        await until(lambda: said.text() == "This endpoint has no fine-tuning.")
        assert said.property("role") == "error"
        assert find(dialog, QPushButton, "tuningStart").isEnabled()


async def test_without_a_language_model_examples_can_be_exported_alone(
    project: FakeProject, memory: QSettings
) -> None:
    project.fine_tuning.data.counts = {"answers": 40}
    async with opened(project, memory, _preferences(EndpointPreference())) as window, _opened(window) as dialog:
        assert "Settings › Providers" in find(dialog, QLabel, "tuningWhere").text()
        assert find(dialog, QPushButton, "tuningExport").isEnabled()
        assert not find(dialog, QPushButton, "tuningStart").isEnabled()


async def test_one_of_an_earlier_session_is_followed_and_its_end_told(
    project: FakeProject, memory: QSettings
) -> None:
    await project.fine_tuning.start()
    async with opened(project, memory, _preferences(), has_panels=False) as window:
        for _ in window.get_ready():
            pass
        project.fine_tuning.tell(state="failed", error="The file is too small.")
        notice = find(window, Notice, "notice")
        await until(notice.isVisible)
        assert notice.text() == "Fine-tune of a-model: Failed. The file is too small."
        click(find(notice, QPushButton, "noticeAction"))
        await until(lambda: window.findChild(QDialog, "fineTuningDialog") is not None)
        find(window, QDialog, "fineTuningDialog").close()
