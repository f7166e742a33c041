"""Export: what is chosen, what is asked of the engine, what is shown while it works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)
from window_kit import click, find, opened, press, until

from core.pipeline.events import JobProgressed
from core.schema.cell import Cell
from core.schema.check import Check
from core.schema.run import AttemptRecord, JobRecord, LogLine, OutputRecord
from core.schema.style import CardStyle, Style
from core.styles.authoring.publishing import publish
from ui.export.file_row import FileRow
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

_FINE = Check(name="size", is_passed=True, found="1080 × 1920 pixels.")
_LOUD = Check(name="loudness", is_passed=False, found="−9.1 LUFS where −14 was asked for.")
_DARK = Check(name="black", is_passed=False, found="Black from 0:03.0 to 0:04.2.")


class _Opener(QObject):
    """Stands for the programs that open files, and remembers which were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.files.append(url.toLocalFile())


@pytest.fixture
def opener() -> Iterator[_Opener]:
    """Return who opens files of this computer in the test."""
    made = _Opener()
    QDesktopServices.setUrlHandler("file", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("file")


async def _approve_two(window: MainWindow, project: FakeProject, is_draft: bool = False) -> str:
    run_id = project.add_run("Episode 12.mp4", 70.0, 4, is_draft)
    window.open_run(run_id)
    for key in (Qt.Key.Key_A, Qt.Key.Key_A):
        press(window, key)
    await until(lambda: len(project.history.get(run_id, [])) == 2)
    return run_id


async def _open(window: MainWindow) -> QDialog:
    press(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: window.findChild(QDialog, "exportDialog") is not None)
    dialog = find(window, QDialog, "exportDialog")
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    return dialog


async def test_approved_clips_go_out_in_the_chosen_shapes(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        dialog = await _open(window)
        assert find(dialog, QLabel, "exportSum").text() == "6 files"
        table, clip = find(dialog, QTableWidget, "exportMatrix"), project.clips(run_id)[0]
        assert table.item(1, 0).text().endswith(f"   {clip.cut.duration:.0f} s"), "as the list of clips says it"
        click(find(dialog, QPushButton, "column_1:1_fast"))
        find(dialog, QLineEdit, "exportFolder").setText(str(tmp_path / "out"))
        assert find(dialog, QLabel, "exportSum").text() == "4 files"
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 4)
        asked = next(given for name, given in project.calls if name == "export")
        ids = tuple(clip.id for clip in project.clips(run_id)[:2])
        assert asked == ((), (), tmp_path / "out", "")
        assert project.file_cells == tuple(Cell(each, a, "fast") for each in ids for a in ("9:16", "16:9"))
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
    assert memory.value("export_columns") == "9:16=fast,16:9=fast"


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
        project.tell(JobProgressed(run_id, "j", "render", first.clip_id, first.aspect, 0.4, preset=first.preset))
        assert max(bar.value() for bar in dialog.findChildren(QProgressBar)) == 400
        dialog.close()


async def test_nothing_chosen_can_not_be_started(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        table, start = find(dialog, QTableWidget, "exportMatrix"), find(dialog, QPushButton, "startExport")
        table.setCurrentCell(0, 0)
        table.setFocus()
        press(table, Qt.Key.Key_Space)
        assert find(dialog, QLabel, "exportSum").text() == "Tick a file" and not start.isEnabled()
        press(table, Qt.Key.Key_Space)
        assert find(dialog, QLabel, "exportSum").text() == "6 files" and start.isEnabled()
        for aspect in ("9:16", "1:1", "16:9"):
            click(find(dialog, QPushButton, f"column_{aspect}_fast"))
        assert find(dialog, QLabel, "exportSum").text() == "Add a shape and its preset"
        assert not start.isEnabled()
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


async def test_files_that_another_style_makes_anew_are_told(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    made = _open_output(project, run_id, 0).model_copy(update={"state": "rendered", "files": (Path("/x/a.mp4"),)})
    project.tell_output(made)
    project.tell_run(project.run_records[run_id].model_copy(update={"state": "fully_generated"}))
    async with opened(project, memory) as window:
        window.open_run(run_id)
        window._bench.replay.replay(run_id, "", "clean@1")
        await until(lambda: window._bench.export.is_under_way(run_id))
        project.tell_output(made.model_copy(update={"files": (Path("/x/a (2).mp4"),)}))
        notice = find(window, Notice, "notice")
        await until(notice.isVisible)
        assert notice.text() == "1 file exported."


async def test_the_first_page_tells_of_files_that_are_being_made(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    async with opened(project, memory) as window:
        recent = find(window, QPushButton, f"recent_{run_id}")
        output = _open_output(project, run_id, 0)
        await until(lambda: recent.text() == "Episode 12.mp4   –   waiting")
        project.tell_job(JobRecord(id="r", run_id=run_id, stage="render", clip_id="c", state="in_progress"))
        await until(lambda: recent.text() == "Episode 12.mp4   –   making files")
        project.tell_job(JobRecord(id="r", run_id=run_id, stage="render", clip_id="c", state="completed"))
        project.tell_output(output.model_copy(update={"state": "rendered"}))
        await until(lambda: recent.text() == "Episode 12.mp4   –   ready to review")


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

    async def slow(run_id: str, *given: Any, **named: Any) -> list[str]:
        asked = await start(run_id, *given, **named)
        await project.delete_run(run_id)
        return asked

    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        monkeypatch.setattr(project, "export", slow)
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: not project.runs())
        assert not [notice for notice in window.findChildren(Notice) if "export" in notice.text()]


async def _rendered(window: MainWindow, project: FakeProject, folder: Path) -> tuple[QDialog, list[OutputRecord]]:
    """Export two clips in three shapes; the first file gets checks that passed, the second one that failed."""
    await _approve_two(window, project)
    dialog = await _open(window)
    click(find(dialog, QPushButton, "startExport"))
    await until(lambda: len(project.output_records) == 6)
    done: list[OutputRecord] = []
    for number, output in enumerate(list(project.output_records.values())):
        file = folder / f"{number + 1:02d} clip.mp4"
        file.write_bytes(bytes(1_500_000 + number))
        checks = ((_FINE,), (_FINE, _LOUD, _DARK), ())[min(number, 2)]
        update = {"state": "rendered", "fraction": 1.0, "files": (file,), "checks": checks}
        done.append(output.model_copy(update=update))
    first = done[0]
    job = JobRecord(
        id="j1",
        run_id=first.run_id,
        stage="render",
        clip_id=first.clip_id,
        aspect=first.aspect,
        preset=first.preset,
        state="completed",
    )
    project.job_records[job.id] = job
    project.attempt_records.append(
        AttemptRecord(
            job_id="j1", run_id=first.run_id, stage="render", number=1, state="completed", started_at=50.0
        )
    )
    for at, text in (
        (10.0, "Encoder: x264. An older story."),
        (60.0, "Encoder: x264. The graphics card gave up."),
    ):
        line = LogLine(at=at, run_id=first.run_id, job_id="j1", stage="render", level="warning", message=text)
        project.tell_log(line)
    for output in done:
        project.tell_output(output)
    await until(lambda: [bool(find(row, QLabel, "fileSize").text()) for row in _rows(dialog)] == [True] * 6)
    return dialog, done


def _rows(dialog: QWidget) -> list[FileRow]:
    found = [row for row in dialog.findChildren(FileRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.y())


async def test_a_shape_goes_out_in_two_presets_at_once_and_ticks_say_which(
    project: FakeProject, memory: QSettings
) -> None:
    memory.setValue("export_columns", "9:16=fast,1:1=fast")
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        first, second = (clip.id for clip in project.clips(run_id)[:2])
        dialog = await _open(window)
        await _add_column(dialog, Qt.Key.Key_Down)
        assert find(dialog, QLabel, "columnLimits").text() == (
            "1080 px, up to 60 fps, −14 LUFS, H.264, up to 25 s, at most 512 MB"
        )
        assert find(dialog, QLabel, "exportSum").text() == "6 files"
        assert find(dialog, QLabel, "exportExample").text().endswith(" 9x16 fast.mp4"), "names tell them apart"
        table = find(dialog, QTableWidget, "exportMatrix")
        heads = [table.horizontalHeaderItem(at).text() for at in range(table.columnCount())]
        assert heads == ["Clip", "9:16\nFast", "9:16\nX", "1:1\nFast"]
        # By key alone: the second clip not for X, and nothing square.
        table.setFocus()
        table.setCurrentCell(0, 0)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
            press(table, key)
        assert table.item(0, 2).checkState() == table.item(2, 0).checkState() == Qt.CheckState.PartiallyChecked
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Space):
            press(table, key)
        assert find(dialog, QLabel, "exportSum").text() == "3 files"
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 3)
        wanted = (Cell(first, "9:16", "fast"), Cell(first, "9:16", "x"), Cell(second, "9:16", "fast"))
        assert project.file_cells == wanted
        assert project.file_wishes.presets == {"9:16": ("fast", "x"), "1:1": ("fast",)}
        rows = [found.accessibleName() for found in dialog.findChildren(FileRow)]
        assert [name.partition(",")[0] for name in rows] == ["9:16 fast", "9:16 x", "9:16"]
        dialog.close()
    assert memory.value("export_columns") == "9:16=fast,9:16=x,1:1=fast"
    async with opened(project, memory) as window:
        window.open_run(run_id)
        project.output_records.clear()
        dialog = await _open(window)
        assert find(dialog, QLabel, "exportSum").text() == "3 files", "what was left out is remembered"
        dialog.close()


async def test_clips_with_shapes_of_their_own_have_their_columns_and_no_other_ticks(
    project: FakeProject, memory: QSettings
) -> None:
    memory.setValue("export_columns", "9:16=fast")
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        review = window._bench.review
        review.edit("shapes", review.clips[0].model_copy(update={"aspects": ("4:5",)}))
        await until(lambda: review.clips[0].aspects == ("4:5",))
        dialog = await _open(window)
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 2)
        first, second = (clip.id for clip in project.clips(run_id)[:2])
        assert project.file_cells == (Cell(first, "4:5", "fast"), Cell(second, "9:16", "fast"))
        dialog.close()


async def _add_column(dialog: QDialog, *keys: Qt.Key) -> None:
    """Add an upright column by key, in the preset that the keys lead to."""
    box = find(dialog, QComboBox, "columnPreset")
    box.setFocus()
    for key in keys:
        press(box, key)
    add = find(dialog, QPushButton, "addColumn")
    add.setFocus()
    press(add, Qt.Key.Key_Space)


async def test_cards_count_for_what_a_platform_takes(project: FakeProject, memory: QSettings) -> None:
    memory.setValue("export_preset", "x")
    wide = {"16:9": {"outro": {"seconds": 9.0}}}
    carded = Style(
        name="carded", version=1, intro=CardStyle(seconds=2.0), outro=CardStyle(seconds=1.0), aspects=wide
    )
    publish(carded, project.folder / "styles")
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        styling, review = window._bench.styling, window._bench.review
        assert [styling.card_seconds(pin) for pin in ("carded@1", "clean", "gone@1", "")] == [11.0, 0.0, 0.0, 0.0]
        clip = review.clips[0]
        review.edit("restyle", clip.model_copy(update={"style": "carded@1"}))
        await until(lambda: review.clips[0].style == "carded@1")
        dialog = await _open(window)
        # The clip alone, of 18 s, is short enough.
        assert (
            "25 s that X takes: “The week we ran out of money” (29 s)"
            in find(dialog, QLabel, "exportTooLong").text()
        )


async def test_a_clip_too_long_for_its_platform_is_warned_of_before(
    project: FakeProject, memory: QSettings
) -> None:
    memory.setValue("export_preset", "x")
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        review = window._bench.review
        await until(lambda: review.duration)
        review.trim(review.clips[0].id, 2.0, 40.0)
        dialog = await _open(window)
        warning = find(dialog, QLabel, "exportTooLong")
        assert warning.isVisible()
        assert warning.text() == "Longer than the 25 s that X takes: “The week we ran out of money” (38 s)."
        assert find(dialog, QPushButton, "startExport").isEnabled()
        for aspect in ("9:16", "1:1", "16:9"):
            click(find(dialog, QPushButton, f"column_{aspect}_x"))
        assert not warning.isVisible()
        dialog.close()


async def test_what_was_checked_is_seen_at_once_and_in_full(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        dialog, _ = await _rendered(window, project, tmp_path)
        rows = _rows(dialog)
        verdicts = [find(row, QPushButton, "fileVerdict") for row in rows]
        assert [made.text() for made in verdicts if made.isVisible()] == ["Checked", "2 things to look at"]
        assert find(rows[0], QLabel, "fileSize").text() == "1.5 MB"
        assert find(rows[0], QLabel, "fileNotes").text() == "Encoder: x264. The graphics card gave up."
        assert not find(rows[1], QLabel, "fileNotes").isVisible()
        assert find(dialog, QLabel, "exportHeading").text() == "6 files exported, 1 to look at"
        click(verdicts[1])
        details = find(dialog, QDialog, "checksDialog")
        words = [part.text() for part in details.findChildren(QLabel) if part.text()]
        assert [words.index(each.found) for each in (_LOUD, _DARK, _FINE)] == sorted(
            words.index(each.found) for each in (_LOUD, _DARK, _FINE)
        )
        assert (
            find(details, QLabel, "checksSummary").text()
            == f"{words_of_shape(rows[1])} · 1.5 MB · 2 things to look at"
        )
        press(details, Qt.Key.Key_Escape)
        dialog.close()


def words_of_shape(row: FileRow) -> str:
    """Return the shape that a row names."""
    return next(part.text() for part in row.findChildren(QLabel) if ":" in part.text())


async def test_a_finished_file_is_played_by_mouse_and_by_key(
    project: FakeProject, memory: QSettings, tmp_path: Path, opener: _Opener
) -> None:
    async with opened(project, memory) as window:
        dialog, done = await _rendered(window, project, tmp_path)
        rows = _rows(dialog)
        QTest.mouseDClick(rows[2], Qt.MouseButton.LeftButton)
        assert opener.files == [str(done[2].files[0])]
        rows[0].setFocus()
        press(dialog, Qt.Key.Key_Down)
        assert rows[1].hasFocus()
        press(dialog, Qt.Key.Key_Return)
        assert opener.files[1:] == [str(done[1].files[0])]
        press(dialog, Qt.Key.Key_Space)
        details = find(dialog, QDialog, "checksDialog")
        click(find(details, QPushButton, "playFile"))
        assert opener.files[2:] == [str(done[1].files[0])]
        details.close()
        click(find(dialog, QPushButton, "showInFolder"))
        assert opener.files[3:] == [str(tmp_path)]
        dialog.close()


async def test_how_long_the_export_takes_is_foretold(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        run_id = await _approve_two(window, project)
        dialog = await _open(window)
        click(find(dialog, QPushButton, "startExport"))
        await until(lambda: len(project.output_records) == 6)
        now = [1000.0]
        monkeypatch.setattr(window._bench.export._exports[run_id].pace, "_now", lambda: now[0])
        left = find(dialog, QLabel, "exportRemaining")
        first = next(iter(project.output_records.values()))
        project.tell_output(first.model_copy(update={"state": "rendering"}))
        for share in (0.1, 0.4):
            project.tell(
                JobProgressed(run_id, "j", "render", first.clip_id, first.aspect, share, preset=first.preset)
            )
            now[0] += 30.0
        assert left.text().endswith("left")
        click(find(dialog, QPushButton, "stopExport"))
        await until(lambda: not left.text())
        dialog.close()


async def test_a_notice_tells_of_files_to_look_at(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", 70.0, 4)
    output = _open_output(project, run_id, 0)
    async with opened(project, memory) as window:
        project.tell_output(output.model_copy(update={"state": "rendered", "checks": (_LOUD,)}))
        notice = find(window, Notice, "notice")
        assert notice.text() == "1 file of “Episode 12.mp4” exported, 1 to look at."
        assert notice.property("level") == "warning"


async def test_what_lies_beside_and_names_are_chosen_and_remembered(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        example = find(dialog, QLabel, "exportExample")
        assert example.text() == "01 The week we ran out of money 9x16.mp4"
        name, start = find(dialog, QLineEdit, "exportName"), find(dialog, QPushButton, "startExport")
        name.setText("{titel}")
        assert "titel" in example.text() and not start.isEnabled()
        name.setText("{run} - {title}")
        assert example.text() == "Episode 12 - The week we ran out of money.mp4" and start.isEnabled()
        assert [find(dialog, QCheckBox, f"exportBeside_{each}").isChecked() for each in ("srt", "ass", "txt")] == [
            True,
            False,
            True,
        ]
        for each in ("exportBeside_ass", "exportBeside_txt", "exportBurnt"):
            find(dialog, QCheckBox, each).click()
        click(start)
        await until(lambda: len(project.output_records) == 6)
        wishes = project.file_wishes
        assert wishes.presets == dict.fromkeys(("9:16", "1:1", "16:9"), ("fast",))
        assert not wishes.burns_captions
        assert (wishes.sidecars, wishes.name_template) == (("srt", "ass"), "{run} - {title}")
        dialog.close()
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        assert find(dialog, QLineEdit, "exportName").text() == "{run} - {title}"
        assert find(dialog, QCheckBox, "exportBeside_ass").isChecked()
        assert not find(dialog, QCheckBox, "exportBurnt").isChecked()
        dialog.close()


async def test_size_time_and_space_are_told_before(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _approve_two(window, project)
        dialog = await _open(window)
        forecast = find(dialog, QLabel, "exportForecast")
        await until(lambda: forecast.text() == "· about 72 MB · about 3 min · 41 GB free")
        project.export_free_bytes = 100_000_000
        await _add_column(dialog, Qt.Key.Key_Down)
        await until(lambda: "needs 192 MB, only 100 MB free" in forecast.text())
        assert forecast.property("role") == "error" and find(dialog, QPushButton, "startExport").isEnabled()
        table = find(dialog, QTableWidget, "exportMatrix")
        table.setFocus()
        table.setCurrentCell(0, 0)
        press(table, Qt.Key.Key_Space)
        assert forecast.text() == "" and find(dialog, QLabel, "exportSum").text() == "Tick a file"
        dialog.close()
