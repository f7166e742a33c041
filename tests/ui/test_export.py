"""Export: what is chosen, what is asked of the engine, what is shown while it works."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QProgressBar, QPushButton, QToolButton
from window_kit import click, find, opened, press, until

from core.pipeline.events import JobProgressed
from core.schema.run import OutputRecord
from ui.main_window import MainWindow
from ui.widgets.notice import Notice


async def _approve_two(window: MainWindow, project: FakeProject, is_draft: bool = False) -> str:
    run_id = project.add_run("Episode 12.mp4", 70.0, 4, is_draft)
    window.open_run(run_id)
    for key in (Qt.Key.Key_A, Qt.Key.Key_Down, Qt.Key.Key_A):
        press(window, key)
    await until(lambda: len(project.history.get(run_id, [])) == 2)
    return run_id


async def _open(window: MainWindow) -> QDialog:
    press(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: window.findChild(QDialog, "exportDialog") is not None)
    return find(window, QDialog, "exportDialog")


async def test_approved_clips_go_out_in_the_chosen_shapes(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        dialog = await _open(window)
        assert find(dialog, QLabel, "exportSum").text() == "6 files"
        find(dialog, QCheckBox, "exportAspect_1:1").click()
        find(dialog, QLineEdit, "exportFolder").setText(str(tmp_path / "out"))
        assert find(dialog, QLabel, "exportSum").text() == "4 files"
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 4)
        asked = next(given for name, given in project.calls if name == "export")
        ids = tuple(clip.id for clip in project.clips(run_id)[:2])
        assert asked == (ids, ("9:16", "16:9"), tmp_path / "out", "fast")
        heading = find(dialog, QLabel, "exportHeading")
        await until(lambda: heading.text() == "0 of 4 files done")
        for output in list(project.output_records.values()):
            done = {"state": "rendered", "fraction": 1.0, "files": (tmp_path / "out" / f"{output.id}.mp4",)}
            project.tell_output(output.model_copy(update=done))
        assert heading.text() == "4 files exported"
        assert find(dialog, QPushButton, "showInFolder").isEnabled()
        assert not find(dialog, QPushButton, "retryExport").isVisible()
        dialog.close()
    assert memory.value("export_folder") == str(tmp_path / "out")
    assert memory.value("export_aspects") == "9:16,16:9"


async def test_a_failed_file_says_why_and_is_tried_again(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 6)
        for output in list(project.output_records.values()):
            project.tell_output(output.model_copy(update={"state": "failed", "error": "The disk is full."}))
        assert "6 failed" in find(dialog, QLabel, "exportHeading").text()
        assert any(part.text() == "The disk is full." for part in dialog.findChildren(QLabel))
        click(find(dialog, QPushButton, "retryExport"))
        await until(lambda: any(name == "resume" for name, _ in project.calls))
        dialog.close()


async def test_a_file_shows_how_far_its_render_is(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        dialog = await _open(window)
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 6)
        first = next(iter(project.output_records.values()))
        project.tell_output(first.model_copy(update={"state": "rendering"}))
        project.tell(JobProgressed(run_id, "j", "render", first.clip_id, first.aspect, 0.4))
        assert max(bar.value() for bar in dialog.findChildren(QProgressBar)) == 400
        dialog.close()


async def test_nothing_chosen_can_not_be_started(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        for aspect in ("9:16", "1:1", "16:9"):
            find(dialog, QCheckBox, f"exportAspect_{aspect}").click()
        assert find(dialog, QLabel, "exportSum").text() == "Choose a shape"
        assert not find(dialog, QPushButton, "startExport").isEnabled()
        dialog.close()


async def test_a_closed_dialog_leaves_the_word_to_the_window(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 6)
        dialog.close()
        await until(lambda: window.findChild(QDialog, "exportDialog") is None)
        for output in list(project.output_records.values()):
            project.tell_output(output.model_copy(update={"state": "rendered", "files": (Path("/x/a.mp4"),)}))
        notice = find(window, Notice, "notice")
        await until(lambda: notice.isVisible() and notice.text() == "6 files exported.")


async def test_a_stopped_export_says_so_and_goes_on(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        dialog = await _open(window)
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 6)
        click(find(dialog, QPushButton, "stopExport"))
        await until(lambda: ("cancel", run_id) in project.calls)
        heading = find(dialog, QLabel, "exportHeading")
        await until(lambda: heading.text() == "Stopped, 0 of 6 files done")
        again = find(dialog, QPushButton, "retryExport")
        assert again.text() == "Resume"
        click(again)
        await until(lambda: heading.text() == "0 of 6 files done")
        dialog.close()


@pytest.mark.parametrize("is_draft", [True, False])
async def test_a_draft_transcript_is_warned_of(project: FakeProject, memory: QSettings, is_draft: bool) -> None:
    async with opened(project, memory) as window:
        await _approve_two(window, project, is_draft)
        await until(lambda: window._bench.review.transcript is not None)
        dialog = await _open(window)
        warning = find(dialog, QLabel, "exportDraftWarning")
        assert warning.isVisible() is is_draft
        assert "No captions" in warning.text()
        assert find(window, QLabel, "clipsDraft").isVisible() is is_draft
        dialog.close()


def _open_output(project: FakeProject, run_id: str, number: int) -> OutputRecord:
    clip = project.clips(run_id)[0]
    made = OutputRecord(
        id=f"{run_id}-o{number}", run_id=run_id, clip_id=clip.id, aspect="9:16", state="rendering", fraction=0.5
    )
    project.tell_output(made)
    return made


async def test_an_export_of_an_earlier_session_is_followed(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    left = [_open_output(project, run_id, number) for number in range(2)]
    async with opened(project, memory) as window:
        words = find(window, QLabel, "topProgressWords")
        assert words.text() == "Episode 12.mp4: Export 0 of 2"
        window.open_run(run_id)
        assert words.text() == "Export 0 of 2"
        for output in left:
            project.tell_output(output.model_copy(update={"state": "rendered", "files": (Path("/x/a.mp4"),)}))
        notice = find(window, Notice, "notice")
        assert notice.isVisible()
        assert notice.text() == "2 files exported."
        assert words.text() == "Ready"
        click(find(notice, QPushButton, "noticeAction"))
        dialog = find(window, QDialog, "exportDialog")
        assert find(dialog, QLabel, "exportHeading").text() == "2 files exported"
        dialog.close()


async def test_every_run_tells_when_its_files_are_there(project: FakeProject, memory: QSettings) -> None:
    runs = [project.add_run(name, 70.0, 4) for name in ("One.mp4", "Two.mp4")]
    outputs = [_open_output(project, run_id, 0) for run_id in runs]
    async with opened(project, memory) as window:
        for output in outputs:
            project.tell_output(output.model_copy(update={"state": "rendered"}))
        notice = find(window, Notice, "notice")
        assert notice.text() == "1 file of “One.mp4” exported."
        click(find(notice, QToolButton, "noticeClose"))
        assert notice.text() == "1 file of “Two.mp4” exported."


async def test_a_run_that_fails_while_exporting_is_told_until_it_is_tried_again(
    project: FakeProject, memory: QSettings
) -> None:
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    _open_output(project, run_id, 0)
    async with opened(project, memory) as window:
        window.open_run(run_id)
        failed = {"state": "failed", "error": "The source is gone."}
        project.tell_run(project.run_records[run_id].model_copy(update=failed))
        notice = find(window, Notice, "notice")
        assert notice.isVisible()
        assert notice.text() == "0 files exported, 1 failed. The source is gone."
        window._bench.export.retry(run_id)
        assert not notice.isVisible()
        await until(lambda: ("resume", run_id) in project.calls)


async def test_a_run_that_is_deleted_while_its_export_starts_is_no_error(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = project.export

    async def slow(run_id: str, *given: object) -> list[str]:
        asked = await start(run_id, *given)
        await project.delete_run(run_id)
        return asked

    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        monkeypatch.setattr(project, "export", slow)
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: not project.runs())
        assert not [notice for notice in window.findChildren(Notice) if "export" in notice.text()]
