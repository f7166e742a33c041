"""Import, runs at work, runs that failed: what the window shows and what can be done."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDockWidget,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from window_kit import click, find, opened, titles, until

from core.pipeline.events import JobProgressed
from core.schema.model import ModelState
from core.schema.run import JobRecord, RunOptions, RunRecord
from core.schema.source import Source
from ui.main_window import MainWindow
from ui.welcome import ProgressPage
from ui.widgets.notice import Notice


def _working(project: FakeProject) -> RunRecord:
    run = RunRecord(
        id="w",
        source_id="s",
        source_name="Episode 13.mp4",
        source_path=project.folder / "x.mp4",
        state="started",
        created_at=1_770_000_000.0,
        fraction=0.2,
    )
    project.tell_run(run)
    project.tell_job(JobRecord(id="j1", run_id="w", stage="transcode", state="completed", is_reused=True))
    project.tell_job(JobRecord(id="j2", run_id="w", stage="transcribe", state="in_progress"))
    project.tell(JobProgressed("w", "j2", "transcribe", "", "", 0.62, "Transcribing 12:40 of 20:11", 188.0))
    return run


def _words(widget: QWidget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


async def test_an_empty_window_says_how_to_begin(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        assert find(window, QLabel, "welcomeHeadline").isVisible()
        assert find(window, QPushButton, "importButton").isVisible()
        assert find(window, QPushButton, "sampleButton").isVisible()
        assert not find(window, QPushButton, "exportButton").isEnabled()
        assert not any(dock.isVisible() for dock in window.findChildren(QDockWidget))


async def test_the_sample_is_imported_and_its_run_is_opened(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    async with opened(project, memory) as window:
        click(find(window, QPushButton, "sampleButton"))
        await until(lambda: ("import_source", sample_video) in project.calls)
        await until(lambda: find(window, QLabel, "progressTitle").isVisible())
        assert find(window, QLabel, "progressTitle").text() == "sample.mp4"
        assert find(window, QComboBox, "runChooser").currentText() == "sample"


async def test_dropped_files_are_imported(project: FakeProject, memory: QSettings, sample_video: Path) -> None:
    async with opened(project, memory) as window:
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(sample_video))])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(QPoint(300, 300), copy, files, left, none)
        QApplication.sendEvent(window, entered)
        assert entered.isAccepted()
        assert find(window, QFrame, "dropTarget").property("hot")
        QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), copy, files, left, none))
        await until(lambda: ("import_source", sample_video) in project.calls)


async def test_a_file_that_is_not_there_is_told_in_a_sentence(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        window.import_files([tmp_path / "gone.mp4"])
        notice = find(window, Notice, "notice")
        await until(lambda: notice.isVisible())
        assert "gone.mp4" in notice.text()
        assert "There is no such file. Check the path." in notice.text()
        assert "Traceback" not in notice.text()


async def test_files_are_queued_in_the_order_they_were_given_however_long_each_is_read(
    project: FakeProject, memory: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = project.import_source
    others_are_read = asyncio.Event()

    async def read_slowly(path: Path) -> Source:
        if path.stem == "1":
            await others_are_read.wait()
        return await read(path)

    monkeypatch.setattr(project, "import_source", read_slowly)
    for name in "124":
        (tmp_path / f"{name}.mp4").touch()
    async with opened(project, memory) as window:
        window.import_files([tmp_path / f"{name}.mp4" for name in "1234"])
        # The third is not there, and holds nobody up.
        await until(lambda: find(window, Notice, "notice").isVisible())
        others_are_read.set()
        await until(lambda: len(project.run_records) == 3)
        assert [run.source_name for run in project.run_records.values()] == ["1.mp4", "2.mp4", "4.mp4"]


async def test_a_run_at_work_shows_its_stages_and_can_be_stopped(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        _working(project)
        window.open_run("w")
        page = find(window, QWidget, "progressPage")
        await until(lambda: "Transcribing 12:40 of 20:11 · 3 min left" in _words(page))
        assert "Read the video\nreused" in _words(page)
        await until(lambda: "Transcribe 62 % · 3 min left" in find(window, QLabel, "topProgressWords").text())
        click(find(window, QPushButton, "progressStop"))
        await until(lambda: ("cancel", "w") in project.calls)
        await until(lambda: find(window, QPushButton, "progressRetry").isVisible())
        assert find(window, QPushButton, "progressRetry").text() == "Resume"
        click(find(window, QPushButton, "progressRetry"))
        await until(lambda: ("resume", "w") in project.calls)


async def test_a_failed_run_says_why_and_offers_a_way_out(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run = _working(project)
        window.open_run("w")
        project.tell_run(
            run.model_copy(update={"state": "failed", "error": "No speech model. Connect and retry."})
        )
        await until(lambda: find(window, QLabel, "progressWords").text() == "No speech model. Connect and retry.")
        click(find(window, QPushButton, "progressRetry"))
        await until(lambda: ("resume", "w") in project.calls)


async def test_the_review_opens_when_clips_arrive(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        _working(project)
        window.open_run("w")
        _give_clips(project, window)
        await until(lambda: len(titles(window)) == 4)
        assert find(window, QWidget, "previewPanel").isVisible()


async def test_a_new_run_does_not_take_the_review_away(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    async with opened(project, memory) as window:
        window.open_run(project.add_run("One.mp4", 60.0, 3))
        window.import_files([sample_video])
        notice = find(window, Notice, "notice")
        await until(lambda: notice.isVisible())
        assert notice.text() == "“sample.mp4” is being worked on. You can go on here."
        assert find(window, QWidget, "previewPanel").isVisible()
        click(find(notice, QPushButton, "noticeAction"))
        await until(lambda: find(window, QLabel, "progressTitle").isVisible())


async def test_a_draft_is_marked(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        window.open_run(project.add_run("One.mp4", 60.0, 3, is_draft=True))
        banner = find(window, QLabel, "draftBanner")
        await until(lambda: banner.isVisible())
        assert banner.text().startswith("Draft transcript")


async def test_options_are_used_for_new_runs_and_remembered(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    async with opened(project, memory) as window:
        window.findChild(object, "action_run_options").trigger()
        await until(lambda: window.findChild(QDialog, "runOptions") is not None)
        dialog = find(window, QDialog, "runOptions")
        find(dialog, QSpinBox, "optionTop").setValue(3)
        click(next(b for b in dialog.findChildren(QPushButton) if b.text() == "Use for new runs"))
        click(find(window, QPushButton, "sampleButton"))
        await until(lambda: any(name == "start_run" for name, _ in project.calls))
        options = next(given for name, given in project.calls if name == "start_run")
        assert isinstance(options, RunOptions)
        assert options.top == 3
    assert '"top":3' in str(memory.value("run_options"))


async def test_the_best_clips_of_new_runs_are_made_into_files_at_once_where_that_is_wanted(
    project: FakeProject, memory: QSettings, sample_video: Path, tmp_path: Path
) -> None:
    def tick(dialog: QDialog, name: str) -> None:
        box = find(dialog, QCheckBox, name)
        click(box, QPoint(10, box.height() // 2))

    async with opened(project, memory) as window:
        window.actions_by_name["run_options"].trigger()
        dialog = find(window, QDialog, "runOptions")
        assert not find(dialog, QCheckBox, "optionShape_1:1").isVisible()
        tick(dialog, "optionAtOnce")
        assert dialog.height() <= 720
        for shape in ("9:16", "1:1", "16:9"):
            tick(dialog, f"optionShape_{shape}")
        click(find(dialog, QPushButton, "useOptions"))
        assert find(dialog, QLabel, "optionsProblem").text() == "Choose a shape for the files."
        tick(dialog, "optionShape_4:5")
        folder = find(dialog, QLineEdit, "optionFolder")
        folder.selectAll()
        QTest.keyClicks(folder, "here")
        click(find(dialog, QPushButton, "useOptions"))
        assert find(dialog, QLabel, "optionsProblem").text() == "Choose a folder for the files."
        folder.selectAll()
        QTest.keyClicks(folder, str(tmp_path))
        click(find(dialog, QPushButton, "useOptions"))
        await until(lambda: window.findChild(QDialog, "runOptions") is None)
        click(find(window, QPushButton, "sampleButton"))
        await until(lambda: any(name == "start_run" for name, _ in project.calls))
        options = next(given for name, given in project.calls if name == "start_run")
        assert isinstance(options, RunOptions)
        assert options.auto_approve and options.aspects == ("4:5",)
        assert Path(options.deliver_to).parent == tmp_path
        # As it was, the next time; and taken back as easily.
        window.actions_by_name["run_options"].trigger()
        again = find(window, QDialog, "runOptions")
        assert find(again, QLineEdit, "optionFolder").text() == str(tmp_path)
        tick(again, "optionAtOnce")
        click(find(again, QPushButton, "useOptions"))
        assert not window._bench.library.options.auto_approve and not window._bench.library.options.deliver_to


async def test_new_runs_take_the_whisper_model_and_language_of_the_options(
    project: FakeProject, memory: QSettings
) -> None:
    project.model_states = {
        name: ModelState(name=name, title=f"Whisper {name}", kind="whisper", path=path)
        for name, path in (("small", project.folder), ("medium", None), ("large-v3", project.folder))
    }
    async with opened(project, memory) as window:
        window.actions_by_name["run_options"].trigger()
        dialog = find(window, QDialog, "runOptions")
        assert dialog.height() <= 720
        model = find(dialog, QComboBox, "optionModel")
        await until(lambda: model.count() == 3)
        assert model.currentText().startswith("Automatic")
        assert [model.itemText(place) for place in (1, 2)] == ["Whisper small", "Whisper large-v3"]
        model.setFocus()
        QTest.keyClick(model, Qt.Key.Key_Down)
        QTest.keyClick(model, Qt.Key.Key_Down)
        click(find(dialog, QPushButton, "useOptions"))
        assert window._bench.library.options.model == "large-v3"
        # It is still offered where it is no longer there.
        project.model_states = {}
        await until(lambda: window.findChild(QDialog, "runOptions") is None)
        window.actions_by_name["run_options"].trigger()
        again = find(window, QDialog, "runOptions")
        assert find(again, QComboBox, "optionModel").currentData() == "large-v3"
        again.reject()


async def test_new_runs_begin_with_the_sound_and_preset_of_the_options(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    bed = tmp_path / "Bed.mp3"
    bed.write_bytes(b"x")
    async with opened(project, memory) as window:
        window.actions_by_name["run_options"].trigger()
        dialog = find(window, QDialog, "runOptions")
        track = find(dialog, QComboBox, "optionTrack")
        track.setFocus()
        QTest.keyClick(track, Qt.Key.Key_Down)
        assert track.currentText() == "All of them mixed"
        speakers = find(dialog, QComboBox, "optionSpeakers")
        assert speakers.currentText() == "Found by listening"
        speakers.setFocus()
        QTest.keyClicks(speakers, "2")
        assert speakers.currentText() == "2 people talk"
        noise = find(dialog, QCheckBox, "optionNoise")
        click(noise, QPoint(10, noise.height() // 2))
        for name in ("optionFillers", "optionMasks"):
            box = find(dialog, QCheckBox, name)
            click(box, QPoint(10, box.height() // 2))
        profanity = find(dialog, QComboBox, "optionProfanity")
        profanity.setFocus()
        QTest.keyClicks(profanity, "B")
        preset = find(dialog, QComboBox, "presetBox")
        preset.setFocus()
        QTest.keyClick(preset, Qt.Key.Key_Down)
        for path, problem in ((tmp_path / "gone.mp3", "no such file"), (bed, "")):
            click(find(dialog, QPushButton, "musicChoose"))
            chooser = find(dialog, QFileDialog, "musicDialog")
            chooser.fileSelected.emit(str(path))
            chooser.close()
            told = find(dialog, QLabel, "musicProblem")
            await until(
                lambda problem=problem, told=told: problem in told.text() and told.isVisible() is bool(problem)
            )
        await until(lambda: find(dialog, QLabel, "musicName").text() == "Bed")
        click(find(dialog, QPushButton, "useOptions"))
        options = window._bench.library.options
        assert (options.audio_track, options.preset) == ("all", "x")
        assert options.speakers == "2" and options.sound.reduces_noise
        assert options.removes_fillers and options.masks_profanity and options.sound.profanity == "bleeped"
        assert options.sound.music is not None
        assert options.sound.music.file == bed
    async with opened(project, memory) as window:
        assert window._bench.library.options == options


async def test_closing_during_work_is_safe_and_tells(project: FakeProject, memory: QSettings) -> None:
    project.delay = 0.3
    closed: list[bool] = []
    async with opened(project, memory) as window:
        window.closed.connect(lambda: closed.append(True))
        _working(project)
        window.open_run(project.add_run("One.mp4", 60.0, 3))
    assert closed == [True]
    assert not project.listeners


def _give_clips(project: FakeProject, window: MainWindow) -> None:
    from fake_project import make_clips

    from core.pipeline.events import ClipsChanged

    project.add_analysis("w", 60.0)
    for clip in make_clips("w", 60.0, 4):
        project.clip_records[clip.id] = clip
    project.tell_run(project.run_records["w"].model_copy(update={"state": "analysis_complete"}))
    project.tell(ClipsChanged("w", ()))


async def test_the_status_bar_says_in_words_what_runs(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        work = find(window, QLabel, "statusWork")
        await until(lambda: work.text() == "Reading files · transcribing  ·  2 waiting")


def test_a_run_that_failed_is_shown_whole_between_two_panels(themed: QApplication) -> None:
    page = ProgressPage()
    failed = RunRecord(
        id="w",
        source_id="s",
        source_name="Episode 13.mp4",
        source_path=Path("x.mp4"),
        state="failed",
        created_at=1_770_000_000.0,
        error="The video ends in the middle of a picture.",
    )
    page.show_run(failed, [], "", "")
    area = page.findChild(QScrollArea)
    assert area is not None
    card = next(frame for frame in page.findChildren(QFrame) if frame.property("panel"))
    # Where they have no room side by side, one way on stands below the other.
    for width, takes in ((260, range(240, 261)), (460, range(440, 461)), (1000, range(560, 561))):
        page.resize(width, 500)
        page.show()
        QApplication.processEvents()
        assert area.horizontalScrollBar().maximum() == 0 and card.width() in takes
    page.close()
    page.deleteLater()
