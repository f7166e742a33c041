"""Publishing in the window: what goes where is chosen, followed, stopped, tried again, and seen on each file."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QToolButton, QWidget
from window_kit import MemoryPreferences, click, find, opened, press, until

from core.schema.destination import Destination
from core.schema.run import OutputRecord, RunOptions
from ui.attention import Attention
from ui.jobs.job_row import JobRow
from ui.main_window import MainWindow
from ui.publish.publication_line import PublicationLine
from ui.publish.words import finished_words, left_words
from ui.widgets.notice import Notice

_BUCKET = Destination(name="bucket", kind="s3", bucket="clips")
_SHARE = Destination(name="share", kind="folder", folder="/share")
_REFUSED = "The storage s3://clips refused: its key may not do that."


@pytest.fixture
def preferences(project: FakeProject) -> MemoryPreferences:
    """Return those of a user with two destinations."""
    made = MemoryPreferences()
    made.kept_destinations = {each.name: each for each in (_BUCKET, _SHARE)}
    project.publications.destinations = (_BUCKET, _SHARE)
    return made


def _finished(project: FakeProject, folder: Path, files: int = 2) -> str:
    """Add a run with finished files, of which there is a folder."""
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    for number, clip in enumerate(project.clips(run_id)[:files]):
        file = folder / f"0{number + 1} Why.mp4"
        file.write_bytes(b"video" * 1000)
        output = OutputRecord(
            id=f"o{number}", run_id=run_id, clip_id=clip.id, aspect="9:16", state="rendered", files=(file,)
        )
        project.tell_output(output)
    return run_id


async def _dialog(window: MainWindow) -> QDialog:
    window.activateWindow()
    await until(window.isActiveWindow)
    press(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: any(each.isVisible() for each in window.findChildren(QDialog, "publishDialog")))
    dialog = next(each for each in window.findChildren(QDialog, "publishDialog") if each.isVisible())
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    return dialog


def _tick(dialog: QWidget, name: str) -> None:
    box = find(dialog, QCheckBox, name)
    click(box, QPoint(10, box.height() // 2))


def _lines(dialog: QWidget) -> list[str]:
    return [made.words() for made in dialog.findChildren(PublicationLine) if made.isVisible()]


def _text(widget: QWidget, name: str) -> str:
    return find(widget, QLabel, name).text()


async def test_files_are_published_followed_and_only_what_failed_is_tried_again(
    project: FakeProject, memory: QSettings, preferences: MemoryPreferences, tmp_path: Path
) -> None:
    publications = project.publications
    async with opened(project, memory, preferences) as window:
        window.open_run(_finished(project, tmp_path))
        dialog = await _dialog(window)
        start = find(dialog, QPushButton, "startPublishing")
        assert (_text(dialog, "publishSum"), start.isEnabled()) == ("Choose a destination", False)
        _tick(dialog, "publishTo_bucket")
        assert _text(dialog, "publishSum") == "2 files to bucket"
        click(start)
        await until(lambda: _lines(dialog) == ["bucket: Waiting", "bucket: Waiting"])
        assert memory.value("publish_to") == "bucket"
        publications.tell("p0", state="sending", fraction=0.42)
        assert _lines(dialog)[0] == "bucket: Sending, 42 %"
        assert _text(dialog, "publishWords") == "Publishing: 0 of 2 files done"
        publications.arrive("p0")
        publications.tell("p1", state="failed", error=_REFUSED)
        assert _lines(dialog) == ["bucket: Published: s3://clips/Talk/01 Why.mp4", f"bucket: {_REFUSED}"]
        assert _text(dialog, "publishWords") == "1 could not be published"
        click(next(each for each in dialog.findChildren(QToolButton, "copyPublication") if each.isVisible()))
        assert QGuiApplication.clipboard().text() == "s3://clips/Talk/01 Why.mp4"
        assert "is copied" in _text(dialog, "publishSaid")
        dialog.close()
        await until(lambda: window.findChild(QDialog, "publishDialog") is None)
        notice = find(window, Notice, "notice")
        notice.dismiss()
        again = await _dialog(window)
        assert find(again, QCheckBox, "publishTo_bucket").isChecked(), "as the last time"
        click(find(again, QPushButton, "retryPublishing"))
        asked = [given for name, given in project.calls if name == "retry_publication"]
        assert asked == ["p1"]
        again.close()
        await until(lambda: window.findChild(QDialog, "publishDialog") is None)
        publications.tell("p1", state="sending")
        publications.arrive("p1")
        assert (notice.isVisible(), notice.text()) == (True, "1 file published to bucket.")
        click(find(notice, QPushButton, "noticeAction"))
        await until(lambda: window.findChild(QDialog, "publishDialog") is not None)
        find(window, QDialog, "publishDialog").close()


async def test_what_an_earlier_session_left_is_among_the_jobs_stopped_there_and_gone_on_with(
    project: FakeProject,
    memory: QSettings,
    preferences: MemoryPreferences,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Attention, "is_in_front", property(lambda _self: False))
    publications = project.publications
    run_id = _finished(project, tmp_path)
    await publications.publish(run_id, "bucket")
    async with opened(project, memory, preferences) as window:
        messages: list[str] = []
        window.attention.messenger = _Messenger(messages)
        publications.tell("p0", state="sending", fraction=0.5)
        press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: any(each.isVisible() for each in window.findChildren(JobRow)))
        row = next(each for each in window.findChildren(JobRow) if each.isVisible())
        assert (_text(row, "jobTitle"), _text(row, "jobWords")) == (
            "Episode 12.mp4",
            "Publishing: 0 of 2 files done · bucket",
        )
        status = find(window, QToolButton, "statusJobs")
        await until(lambda: _text(status, "statusJobsWords").startswith("25 %"))
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
        await until(lambda: window.findChild(QDialog, "publishDialog") is not None)
        dialog = find(window, QDialog, "publishDialog")
        click(find(dialog, QPushButton, "stopPublishing"))
        await until(lambda: _text(dialog, "publishWords") == "2 stopped on the way")
        assert _lines(dialog) == ["bucket: Stopped", "bucket: Stopped"]
        assert find(dialog, QPushButton, "retryPublishing").text() == "Go on"
        await until(lambda: not row.isVisible())
        assert not messages and not find(window, Notice, "notice").isVisible(), "the user did it"
        click(find(dialog, QPushButton, "retryPublishing"))
        await until(lambda: {each.state for each in publications.records.values()} == {"pending"})
        dialog.close()
        for each in list(publications.records):
            publications.tell(each, state="sending")
            publications.arrive(each)
        assert find(window, Notice, "notice").text() == "Episode 12.mp4: 2 files published to bucket."
        assert messages == ["Published: Episode 12.mp4: 2 files published to bucket."]


class _Messenger:
    def __init__(self, told: list[str]) -> None:
        self._told = told

    def show(self, title: str, text: str) -> None:
        self._told.append(f"{title}: {text}")

    def clear(self) -> None:
        pass


async def test_an_export_publishes_when_it_is_finished_and_its_rows_say_where(
    project: FakeProject, memory: QSettings, preferences: MemoryPreferences, tmp_path: Path
) -> None:
    async with opened(project, memory, preferences) as window:
        run_id = project.add_run("Episode 12.mp4", 70.0, 4)
        window.open_run(run_id)
        press(window, Qt.Key.Key_A)
        await until(lambda: len(project.history.get(run_id, [])) == 1)
        press(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: window.findChild(QDialog, "exportDialog") is not None)
        dialog = find(window, QDialog, "exportDialog")
        find(dialog, QCheckBox, "publishTo_share").click()
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 3)
        assert project.file_wishes.publish_to == ("share",)
        assert memory.value("publish_export") == "share"
        for output in list(project.output_records.values()):
            file = tmp_path / f"{output.aspect.replace(':', 'x')}.mp4"
            file.write_bytes(b"video")
            project.tell_output(output.model_copy(update={"state": "rendered", "files": (file,)}))
        await project.publications.publish(run_id, "share")
        await until(lambda: _lines(dialog) == ["share: Waiting"] * 3)
        project.publications.tell("p0", state="published", places=(str(tmp_path / "1x1.mp4"),))
        assert _lines(dialog)[0] == f"share: Published: {tmp_path / '1x1.mp4'}"
        assert find(dialog, QToolButton, "openPublication").isVisible()
        click(find(dialog, QPushButton, "publishFiles"))
        await until(lambda: window.findChild(QDialog, "publishDialog") is not None)
        find(window, QDialog, "publishDialog").close()
        dialog.close()
        window.actions_by_name["run_options"].trigger()
        options = find(window, QDialog, "runOptions")
        find(options, QCheckBox, "optionAtOnce").click()
        find(options, QCheckBox, "optionPublish_bucket").click()
        click(find(options, QPushButton, "useOptions"))
        kept = RunOptions.model_validate_json(str(memory.value("run_options")))
        assert kept.publish_to == ("bucket",)


async def test_where_nothing_is_finished_or_no_destination_is_there_the_way_on_is_shown(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        window.open_run(project.add_run("Episode 12.mp4", 70.0, 4))
        dialog = await _dialog(window)
        assert find(dialog, QLabel, "publishEmpty").isVisible()
        assert find(dialog, QLabel, "noDestination").isVisible()
        assert not find(dialog, QPushButton, "startPublishing").isEnabled()
        add = find(dialog, QPushButton, "manageDestinations")
        assert add.text() == "Add a destination…"
        click(add)
        listed = find(dialog, QDialog, "destinationsDialog")
        await until(lambda: window._bench.destinations.is_read)
        window._bench.destinations.keep(_SHARE, None)
        await until(lambda: dialog.findChild(QCheckBox, "publishTo_share") is not None)
        listed.close()
        click(find(dialog, QPushButton, "publishExport"))
        await until(lambda: window.findChild(QDialog, "exportDialog") is not None)
        find(window, QDialog, "exportDialog").close()


def test_how_it_ended_is_one_sentence() -> None:
    assert finished_words(3, 0, "bucket, share", "") == "3 files published to bucket, share."
    assert finished_words(1, 2, "bucket", "The disk is full.") == "1 file published, 2 failed. The disk is full."
    assert left_words(1, 2) == "1 could not be published, 2 stopped on the way"
