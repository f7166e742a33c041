"""The queue in the window: paused and resumed, held up by the disk, asked before a run that will not fit."""

from __future__ import annotations

import asyncio
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QSpinBox, QToolButton, QWidget
from window_kit import click, find, opened, press, until

from core.schema.queue import QueueState
from core.schema.run import RunOptions
from core.schema.source import Source
from core.schema.storage import Preflight, StageStorage, Storage, Tidied, TidyLimits
from ui.controllers.queue import SpaceQuestion
from ui.dialogs.space import SpaceDialog
from ui.main_window import MainWindow
from ui.theme import apply_theme
from ui.widgets.notice import Notice

GB = 10**9
_SHORT = Preflight(needed_bytes=3 * GB, free_bytes=2 * GB, keeps_free_bytes=GB, seconds=740.0)
_WHY = "Only 320 MB are free on the disk of /home/ana/Videos/Shortlist; 1.0 GB are always left free."
_THEN = "Free 930 MB there, or remove unused intermediate results (Storage); work then goes on by itself."
_FULL = QueueState(hold="disk", reason=f"{_WHY} {_THEN}")
_SIZES = Storage(
    stages=(
        StageStorage(stage="transcode", count=2, bytes=8 * GB, unused_count=1, unused_bytes=3 * GB),
        StageStorage(stage="render", count=9, bytes=GB),
    ),
    other_bytes=120_000_000,
    exported_bytes=1_400_000_000,
    free_bytes=2 * GB,
)


def _words(widget: QWidget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def _started(project: FakeProject) -> bool:
    return any(name == "start_run" for name, _ in project.calls)


async def _storage(window: MainWindow) -> QDialog:
    window.actions_by_name["storage"].trigger()
    dialog = find(window, QDialog, "storageDialog")
    await until(dialog.isVisible)
    return dialog


# Paused by the user


async def test_the_queue_is_paused_by_key_and_resumed_by_button(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        hold, pause = find(window, QLabel, "statusHold"), find(window, QToolButton, "statusPause")
        assert not hold.isVisible()
        press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert project.calls.count(("pause_queue", None)) == 1
        assert (hold.isVisible(), hold.text()) == (True, "Queue paused")
        assert pause.accessibleName() == "Resume the queue"
        assert find(window, QAction, "action_pause_queue").text() == "Resume the queue"
        click(pause)
        assert project.calls.count(("release_queue", None)) == 1
        assert not hold.isVisible()
        assert find(window, QAction, "action_pause_queue").text() == "Pause the queue"


async def test_a_run_that_waits_says_that_the_queue_is_paused(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = project.add_run("One.mp4", 60.0, 0)
        project.tell_run(project.run_records[run_id].model_copy(update={"state": "started"}))
        window.open_run(run_id)
        words = find(window, QLabel, "progressWords")
        assert words.text().startswith("Waiting for its turn.")
        press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert words.text() == "The queue is paused. Resume it in the status bar."
        press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert words.text().startswith("Waiting for its turn.")


async def test_a_queue_that_was_paused_before_is_shown_so_from_the_start(
    project: FakeProject, memory: QSettings
) -> None:
    project.queue_state = QueueState(hold="user", reason="The queue is paused.")
    async with opened(project, memory) as window:
        assert find(window, QLabel, "statusHold").text() == "Queue paused"
        assert not find(window, Notice, "notice").isVisible()


# Held up by the disk


async def test_a_full_disk_is_told_until_there_is_space(project: FakeProject, memory: QSettings) -> None:
    project.storage_now = _SIZES
    async with opened(project, memory) as window:
        project.tell_queue(_FULL)
        notice = find(window, Notice, "notice")
        assert notice.isVisible()
        assert notice.text() == f"Paused. {_WHY} {_THEN}"
        assert find(window, QLabel, "statusHold").text() == f"Paused. {_WHY}".rstrip(".")
        project.tell_queue(QueueState())
        assert not notice.isVisible()
        assert not find(window, QLabel, "statusHold").isVisible()


async def test_a_full_disk_that_was_read_is_not_told_again_while_it_lasts(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        notice = find(window, Notice, "notice")
        project.tell_queue(_FULL)
        click(find(notice, QToolButton, "noticeClose"))
        project.tell_queue(_FULL.model_copy(update={"reason": _FULL.reason.replace("320", "310")}))
        assert not notice.isVisible()
        assert "310 MB" in find(window, QLabel, "statusHold").text()


async def test_the_notice_of_a_full_disk_leads_to_what_can_be_freed(
    project: FakeProject, memory: QSettings
) -> None:
    project.storage_now = _SIZES
    async with opened(project, memory) as window:
        project.tell_queue(_FULL)
        click(find(window, QPushButton, "noticeAction"))
        dialog = find(window, QDialog, "storageDialog")
        await until(lambda: find(dialog, QPushButton, "freeStorage").text() == "Free 3.0 GB")
        dialog.reject()


# What the workspace occupies


async def test_sizes_are_shown_and_what_nobody_needs_is_freed_once(
    project: FakeProject, memory: QSettings
) -> None:
    project.storage_now = _SIZES
    project.freed.clear()
    async with opened(project, memory) as window:
        dialog = await _storage(window)
        free = find(dialog, QPushButton, "freeStorage")
        await until(free.isEnabled)
        assert "9.1 GB in the workspace, 2.0 GB free on its disk" in _words(dialog)
        await until(lambda: "Read the video\n8.0 GB\n3.0 GB" in _words(dialog))
        assert "Finished files take 1.4 GB in your folders; they always stay." in _words(dialog)
        click(free)
        assert (free.isEnabled(), free.text()) == (False, "Freeing…")
        QTest.mouseClick(free, Qt.MouseButton.LeftButton)
        window.actions_by_name["storage"].trigger()
        project.freed.set()
        await until(lambda: find(dialog, QLabel, "storageSaid").text().startswith("3.0 GB freed."))
        assert project.calls.count(("free_storage", None)) == 1
        assert (free.isEnabled(), free.text()) == (False, "Nothing to free")
        dialog.reject()


async def test_an_empty_workspace_and_one_that_is_being_looked_at(project: FakeProject, memory: QSettings) -> None:
    project.storage_now = Storage(free_bytes=2 * GB)
    project.looked.clear()
    async with opened(project, memory) as window:
        dialog = await _storage(window)
        head = find(dialog, QLabel, "storageHead")
        assert head.text() == "Looking at the workspace…"
        assert find(dialog, QPushButton, "freeStorage").text() == "Looking…"
        project.looked.set()
        await until(lambda: head.text() == "The workspace is empty. 2.0 GB free on its disk.")
        assert not find(dialog, QPushButton, "freeStorage").isEnabled()
        assert find(dialog, QLabel, "workspaceFolder").text() == str(project.folder)
        dialog.reject()


async def test_a_workspace_that_cannot_be_read_says_why_and_is_tried_again(
    project: FakeProject, memory: QSettings
) -> None:
    project.storage_problem = "The folder can't be read."
    async with opened(project, memory) as window:
        dialog = await _storage(window)
        said = find(dialog, QLabel, "storageSaid")
        await until(lambda: "The folder can't be read." in said.text())
        project.storage_problem = ""
        project.storage_now = _SIZES
        click(find(dialog, QPushButton, "lookAgain"))
        await until(lambda: "9.1 GB" in find(dialog, QLabel, "storageHead").text())
        assert "can't be read" not in said.text()
        dialog.reject()


# A run that will not fit


async def test_a_run_that_fits_starts_unasked_and_says_what_it_needs(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    project.preflight_now = Preflight(needed_bytes=1_300_000_000, free_bytes=41 * GB, seconds=740.0)
    async with opened(project, memory) as window:
        window.import_files([sample_video])
        await until(lambda: find(window, QLabel, "progressExpected").isVisible())
        assert find(window, QLabel, "progressExpected").text() == "Needs about 1.3 GB, about 12 min"
        assert window.findChild(QDialog, "spaceDialog") is None


async def test_a_run_that_does_not_fit_is_started_only_if_wanted(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    project.preflight_now = _SHORT
    async with opened(project, memory) as window:
        window.import_files([sample_video, sample_video])
        await until(lambda: window.findChild(QDialog, "spaceDialog") is not None)
        dialog = find(window, QDialog, "spaceDialog")
        assert find(dialog, QLabel, "spaceHead").text() == "“sample.mp4” will not fit"
        shown = _words(dialog)
        assert all(text in shown for text in ("about 3.0 GB", "2.0 GB", "Always kept free", "about 12 min"))
        assert find(dialog, QLabel, "spaceAdvice").text().startswith("Free 2.0 GB on the disk of the workspace.")
        click(find(dialog, QPushButton, "spaceCancel"))
        await until(lambda: project.calls.count(("preflight", sample_video)) == 2)
        assert not _started(project)
        await until(lambda: len(window.findChildren(QDialog, "spaceDialog")) == 1)
        again = find(window, QDialog, "spaceDialog")
        await until(again.isVisible)
        click(find(again, QPushButton, "spaceStart"))
        await until(lambda: _started(project))
        assert [name for name, _ in project.calls].count("start_run") == 1


async def test_the_question_about_space_is_written_whole_in_large_letters(
    themed: QApplication, project: FakeProject, memory: QSettings
) -> None:
    apply_theme(themed, "light", 150)
    try:
        async with opened(project, memory, has_panels=False) as window:
            name = f"{'What pricing does to a company, and what it never should ' * 5}.mp4"
            source = Source(id="s", path=Path(name), name=name, fingerprint="f", size_bytes=1)
            answer = asyncio.get_running_loop().create_future()
            question = SpaceQuestion(source, RunOptions(), _SHORT, answer)
            dialog = SpaceDialog(question, window._bench.queue, window)
            dialog.show()
            await asyncio.sleep(0.05)
            for each in (find(dialog, QLabel, "spaceHead"), find(dialog, QLabel, "spaceAdvice")):
                assert each.height() >= each.heightForWidth(each.width())
            dialog.reject()
            assert answer.result() is False
    finally:
        apply_theme(themed)


async def test_space_is_freed_while_the_question_waits(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    project.preflight_now = _SHORT
    project.storage_now = _SIZES
    async with opened(project, memory) as window:
        window.import_files([sample_video])
        await until(lambda: window.findChild(QDialog, "spaceDialog") is not None)
        question = find(window, QDialog, "spaceDialog")
        click(find(question, QPushButton, "spaceFree"))
        storage = find(window, QDialog, "storageDialog")
        free = find(storage, QPushButton, "freeStorage")
        await until(free.isEnabled)
        click(free)
        head = find(question, QLabel, "spaceHead")
        await until(lambda: head.text() == "There is space enough for “sample.mp4” now")
        storage.reject()
        start = find(question, QPushButton, "spaceStart")
        assert start.text() == "Start"
        assert not find(question, QPushButton, "spaceFree").isVisible()
        click(start)
        await until(lambda: _started(project))


async def test_a_window_closes_while_a_question_waits(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    project.preflight_now = _SHORT
    async with opened(project, memory) as window:
        window.import_files([sample_video])
        await until(lambda: window.findChild(QDialog, "spaceDialog") is not None)
    assert not _started(project)


async def test_what_nobody_needs_goes_by_itself_within_limits_that_are_kept(
    project: FakeProject, memory: QSettings
) -> None:
    project.storage_now = _SIZES.model_copy(
        update={"downloads_bytes": 3 * GB, "downloads_unused_bytes": GB, "films_bytes": GB}
    )
    project.tidy_limits = TidyLimits(days=30, most_bytes=500_000_000)
    project.tidied_last = Tidied(at=1_760_000_000.0, bytes=2 * GB)
    async with opened(project, memory) as window:
        dialog = await _storage(window)
        await until(lambda: "Films of contact sheets" in [part.text() for part in dialog.findChildren(QLabel)])
        assert "Sources from the network" in [part.text() for part in dialog.findChildren(QLabel)]
        assert find(dialog, QLabel, "storageSaid").text().startswith("2.0 GB went by itself last")
        days, gigabytes = find(dialog, QSpinBox, "tidyDays"), find(dialog, QSpinBox, "tidyGigabytes")
        assert (days.text(), gigabytes.text()) == ("30 days", "1 GB")
        days.selectAll()
        QTest.keyClicks(days, "7")
        QTest.keyClick(days, Qt.Key.Key_Return)
        assert project.calls.count(("free_storage", None)) == 0, "Enter ends the number and no more"
        assert project.tidy_limits == TidyLimits(days=7, most_bytes=500_000_000), "as it was set, to the byte"
        gigabytes.selectAll()
        QTest.keyClicks(gigabytes, "0")
        QTest.keyClick(gigabytes, Qt.Key.Key_Return)
        assert project.tidy_limits == TidyLimits(days=7)
        assert gigabytes.text() == "any size"
        dialog.close()
