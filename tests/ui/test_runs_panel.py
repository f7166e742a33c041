"""The list of runs as a person uses it: filter, keys, menu, dragging, what failed, the log, and replays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDockWidget,
    QFrame,
    QLabel,
    QListView,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeView,
    QTreeWidget,
    QWidget,
)
from window_kit import click, find, opened, press, until

from core.schema.ledger import Spending
from core.schema.queue import QueueState, Redo, RedoneStage
from core.schema.run import AttemptRecord, JobRecord, LogLine, OutputRecord, RunRecord
from ui.main_window import MainWindow
from ui.models.runs import LineRole
from ui.widgets.dialog import DIALOG_MARGINS
from ui.widgets.notice import Notice


def queue(project: FakeProject, count: int) -> None:
    """Let so many runs wait in line."""
    for number in range(count):
        project.tell_run(
            RunRecord(
                id=f"q{number}",
                source_id="s",
                source_name=f"Episode {number}.mp4",
                source_path=project.folder / "x.mp4",
                state="started",
                created_at=1_770_000_000.0 + number,
                position=float(number),
            )
        )


@asynccontextmanager
async def reviewing(project: FakeProject, memory: QSettings) -> AsyncIterator[MainWindow]:
    """Open a window on a finished run, with the list of runs in front."""
    reviewed = project.add_run("Reviewed.mp4", 60.0, 3)
    async with opened(project, memory) as window:
        window.open_run(reviewed)
        click_menu(window, "show_runs")
        await until(lambda: find(window, QLabel, "detailsName").text() == "Reviewed.mp4")
        yield window


def click_menu(window: MainWindow, command: str) -> None:
    """Choose a command of the menu bar."""
    window.actions_by_name[command].trigger()


def runs(window: MainWindow) -> QListView:
    """Return the list."""
    return find(window, QListView, "runList")


def names(window: MainWindow) -> list[str]:
    """Return the names in the list, without their ending."""
    model = runs(window).model()
    return [str(model.index(row, 0).data()).removesuffix(".mp4") for row in range(model.rowCount())]


def words(window: MainWindow) -> list[str]:
    """Return how the runs stand."""
    model = runs(window).model()
    return [model.index(row, 0).data(LineRole).words for row in range(model.rowCount())]


async def choose(window: MainWindow, name: str) -> None:
    """Click a run."""
    await until(lambda: f"{name}.mp4" in [f"{each}.mp4" for each in names(window)])
    found = runs(window)
    index = found.model().index(names(window).index(name), 0)
    found.scrollTo(index)
    click(found.viewport(), found.visualRect(index).center())
    await until(lambda: find(window, QLabel, "detailsName").text() == f"{name}.mp4")


def menu_by_key(window: MainWindow) -> QMenu:
    """Press the menu key in the list and return the menu."""
    found = runs(window)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(4, 4), found.mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(found.viewport(), asked)
    return next(menu for menu in window.findChildren(QMenu, "runMenu") if menu.isVisible())


def pick(menu: QMenu, *path: str) -> None:
    """Choose an entry of a menu, by its texts, and close it."""
    action = next(each for each in menu.actions() if each.text() == path[0])
    if len(path) > 1:
        inner = action.menu()
        assert isinstance(inner, QMenu)
        pick(inner, *path[1:])
    else:
        assert action.isEnabled()
        action.trigger()
    menu.close()


def shown_texts(widget: QWidget) -> str:
    """Return everything that labels say."""
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


async def test_without_runs_the_list_says_how_to_begin(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        click_menu(window, "show_runs")
        await until(lambda: find(window, QLabel, "runsEmpty").isVisible())
        assert find(window, QLabel, "runsEmpty").text() == "No runs yet. Import a video to start one."
        assert not find(window, QWidget, "runDetails").isVisible()


async def test_runs_are_filtered_with_counts(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        queue(project, 3)
        project.tell_run(project.run_records["q1"].model_copy(update={"state": "failed", "error": "No sound."}))
        project.tell_job(JobRecord(id="j", run_id="q0", stage="transcribe", state="in_progress"))
        filters = find(window, QFrame, "runFilter")
        texts = [button.text() for button in filters.findChildren(QToolButton)]
        await until(lambda: texts != [b.text() for b in filters.findChildren(QToolButton)])
        texts = [button.text().replace("\n", " ") for button in filters.findChildren(QToolButton)]
        assert texts == ["4 All", "1 Waiting", "1 Working", "1 Done", "1 Failed"]
        assert names(window) == ["Episode 0", "Episode 2", "Episode 1", "Reviewed"]
        click(find(filters, QToolButton, "segment_failed"))
        assert names(window) == ["Episode 1"]
        assert find(window, QLabel, "detailsName").text() == "Episode 1.mp4"
        click(find(filters, QToolButton, "segment_working"))
        assert words(window) == ["Working, 0 % · Transcribe"]
        project.tell_job(JobRecord(id="j", run_id="q0", stage="transcribe", state="completed"))
        empty = find(window, QLabel, "runsEmpty")
        await until(lambda: empty.isVisible())
        assert empty.text() == "Nothing is being worked on."


async def test_the_list_is_as_high_as_its_runs_until_it_is_parted_by_hand(
    project: FakeProject, memory: QSettings
) -> None:
    async with reviewing(project, memory) as window:
        await choose(window, "Reviewed")
        found, parts = runs(window), find(window, QWidget, "runDetails").parentWidget()
        assert isinstance(parts, QSplitter)
        last = found.model().index(found.model().rowCount() - 1, 0)
        await until(lambda: 0 <= found.height() - found.visualRect(last).bottom() < 20)
        parts.moveSplitter(160, 1)
        window.resize(window.width(), window.height() - 60)
        await asyncio.sleep(0.05)
        assert abs(parts.sizes()[0] - 160) < 40


async def test_a_run_says_what_it_cost(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        project.spent.append(Spending(of="q1", calls=8, remembered=3, usd=Decimal("0.0412")))
        queue(project, 2)
        await choose(window, "Episode 1")
        cost = find(window, QLabel, "detailsCost")
        assert cost.text() == "Language model: $0.04 for 5 questions, 3 answered from memory"
        scorer = find(window, QLabel, "detailsScorer")
        assert not scorer.isVisible()
        why = "m read 2 of 5 parts of the talk. The rest is scored locally: the budget. Raise it."
        told = LogLine(
            at=1.0, run_id="q1", stage="plan", level="warning", message=f"Scorer: local + gpt-5.4. {why}"
        )
        project.tell_log(told)
        project.tell_job(JobRecord(id="j", run_id="q1", stage="plan", state="completed"))
        await until(scorer.isVisible)
        assert (scorer.text(), scorer.property("role")) == (why, "caution")
        press(window, Qt.Key.Key_Up)
        assert not cost.isVisible()


async def test_keys_walk_open_and_delete(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        queue(project, 3)
        await choose(window, "Episode 0")
        press(window, Qt.Key.Key_Down)
        assert find(window, QLabel, "detailsName").text() == "Episode 1.mp4"
        press(window, Qt.Key.Key_Delete)
        question = find(window, QMessageBox, "confirmDelete")
        await until(lambda: question.isVisible())
        assert "Episode 1.mp4" in question.text()
        click(next(button for button in question.buttons() if button.text() == "Keep"))
        assert ("delete_run", "q1") not in project.calls
        press(window, Qt.Key.Key_Delete)
        question = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
        click(next(button for button in question.buttons() if button.text() == "Delete run"))
        await until(lambda: ("delete_run", "q1") in project.calls)
        await until(lambda: "Episode 1" not in names(window))
        await choose(window, "Episode 2")
        press(window, Qt.Key.Key_Return)
        await until(lambda: find(window, QLabel, "progressTitle").isVisible())
        assert find(window, QLabel, "progressTitle").text() == "Episode 2.mp4"


async def test_what_waits_says_for_what(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        queue(project, 2)
        await until(lambda: words(window)[:2] == ["Waiting: next in line", "Waiting: 2nd in line"])
        project.tell_queue(QueueState(hold="user", reason="The queue is paused."))
        await until(lambda: words(window)[:2] == ["Queue paused", "Queue paused"])
        project.tell_queue(QueueState(hold="disk", reason="The disk is full."))
        await until(lambda: words(window)[:2] == ["Waiting for space", "Waiting for space"])


async def test_the_queue_is_reordered_by_buttons_and_menu(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        queue(project, 4)
        await choose(window, "Episode 3")
        click(find(window, QToolButton, "moveUp"))
        await until(lambda: names(window)[:4] == ["Episode 0", "Episode 1", "Episode 3", "Episode 2"])
        click(find(window, QToolButton, "moveFront"))
        await until(lambda: names(window)[:4] == ["Episode 3", "Episode 0", "Episode 1", "Episode 2"])
        assert find(window, QLabel, "detailsName").text() == "Episode 3.mp4"
        pick(menu_by_key(window), "Move down")
        await until(lambda: names(window)[:4] == ["Episode 0", "Episode 3", "Episode 1", "Episode 2"])
        pick(menu_by_key(window), "Priority", "High")
        await until(lambda: names(window)[0] == "Episode 3")
        click(find(find(window, QFrame, "priority"), QToolButton, "segment_low"))
        await until(lambda: names(window)[3] == "Episode 3")
        assert ("set_priority", ("q3", "low")) in project.calls


async def test_a_waiting_run_is_dragged_to_another_place(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        queue(project, 4)
        await choose(window, "Episode 3")
        found, model = runs(window), runs(window).model()
        dragged = model.mimeData([model.index(3, 0)])
        assert model.flags(model.index(3, 0)) & Qt.ItemFlag.ItemIsDragEnabled
        assert not model.flags(model.index(4, 0)) & Qt.ItemFlag.ItemIsDragEnabled
        above = QPointF(found.visualRect(model.index(1, 0)).topLeft() + QPoint(40, 4))
        move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(found.viewport(), QDragEnterEvent(above.toPoint(), move, dragged, left, none))
        over = QDragMoveEvent(above.toPoint(), move, dragged, left, none)
        QApplication.sendEvent(found.viewport(), over)
        assert over.isAccepted()
        QApplication.sendEvent(found.viewport(), QDropEvent(above, move, dragged, left, none))
        await until(lambda: names(window)[:4] == ["Episode 0", "Episode 3", "Episode 1", "Episode 2"])
        assert find(window, QLabel, "detailsName").text() == "Episode 3.mp4"


async def test_what_failed_is_attributed_and_tried_again_with_one_click(
    project: FakeProject, memory: QSettings
) -> None:
    async with reviewing(project, memory) as window:
        failed = project.add_run("Broken.mp4", 60.0, 2)
        project.tell_run(project.run_records[failed].model_copy(update={"state": "delivery_failed"}))
        project.tell_job(
            JobRecord(
                id="j",
                run_id=failed,
                stage="render",
                clip_id=f"{failed}-c0",
                aspect="9:16",
                state="failed",
                attempts=2,
                error_reason="The worker process ended unexpectedly. Close other programs.",
                error_file="/videos/Broken.mp4",
            )
        )
        project.attempt_records += [
            AttemptRecord(job_id="j", run_id=failed, stage="render", number=n, state="lost", started_at=0.0)
            for n in (1, 2)
        ]
        project.tell_output(
            OutputRecord(id="o", run_id=failed, clip_id=f"{failed}-c0", aspect="9:16", state="failed", error="x")
        )
        await choose(window, "Broken")
        card = find(window, QFrame, "failureCard")
        await until(lambda: shown_texts(card))
        assert shown_texts(card).split("\n") == [
            "Render · “The week we ran out of money” · 9:16",
            "The worker process ended unexpectedly. Close other programs.",
            "File: /videos/Broken.mp4",
            "2 attempts: worker ended unexpectedly (2 times)",
        ]
        retry = find(window, QPushButton, "retryRun")
        assert retry.text() == "Retry 1 failed file"
        click(retry)
        await until(lambda: ("resume", failed) in project.calls)
        await until(lambda: not retry.isVisible())


async def test_a_stage_tells_why_it_ran_or_was_reused(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        queue(project, 1)
        why = "Reused: the same video was read before."
        project.tell_job(
            JobRecord(id="t", run_id="q0", stage="transcode", state="completed", is_reused=True, why=why)
        )
        await choose(window, "Episode 0")
        step = next(
            row
            for row in find(window, QWidget, "detailsStages").children()
            if isinstance(row, QWidget) and why in row.toolTip()
        )
        assert why not in shown_texts(step)
        click(step, QPoint(30, 10))
        assert why in shown_texts(step)
        step.setFocus()
        QTest.keyClick(step, Qt.Key.Key_Return)
        assert why not in shown_texts(step)


async def test_the_log_is_filtered_live_and_copied(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        run_id = next(iter(project.run_records))
        clip = project.clips(run_id)[0]
        project.log_lines += [
            LogLine(at=0.0, run_id=run_id, stage="transcode", message="Read 600 s of video"),
            LogLine(at=1.0, run_id=run_id, stage="render", clip_id=clip.id, aspect="9:16", level="error",
                    reason="RenderError", message="The encoder failed.\nTraceback"),
            LogLine(at=2.0, run_id=run_id, stage="render", message="render: stopped."),
            LogLine(at=2.0, run_id="other", stage="render", message="Of another run"),
        ]  # fmt: skip
        click_menu(window, "show_log")
        log = find(window, QFrame, "logWindow")
        await until(log.isActiveWindow)
        view = find(log, QTreeView, "logView")
        model = view.model()
        assert [model.index(row, 4).data() for row in range(model.rowCount())] == [
            "Read 600 s of video",
            "The encoder failed.",
            "Render: stopped.",
        ]
        assert model.index(1, 3).data() == f"{clip.wording.title} · 9:16"
        assert view.isColumnHidden(1)
        click(find(log, QCheckBox, "logProblems"), QPoint(10, 10))
        assert model.rowCount() == 1
        project.tell_log(
            LogLine(at=3.0, run_id=run_id, stage="plan", level="warning", message="No face was found.")
        )
        project.tell_log(LogLine(at=3.0, run_id=run_id, stage="plan", message="plan done."))
        project.tell_log(LogLine(at=3.0, run_id="other", stage="plan", level="error", message="Not of this run."))
        assert [model.index(row, 2).data() for row in range(model.rowCount())] == [
            "Render",
            "Find and score clips",
        ]
        stages = find(log, QComboBox, "logStage")
        stages.setFocus()
        QTest.keyClicks(stages, "Rend")
        assert model.rowCount() == 1
        click(find(log, QPushButton, "logCopy"))
        assert (
            QGuiApplication.clipboard()
            .text()
            .endswith("Render\tThe week we ran out of money · 9:16\tThe encoder failed.\nTraceback")
        )
        for at in range(60):
            project.tell_log(LogLine(at=float(at), run_id=run_id, stage="render", level="error", message=f"{at}."))
        await until(lambda: view.verticalScrollBar().value() > 0)
        assert view.visualRect(view.indexAt(QPoint(20, 1))).top() == 0, "its first line is whole"
        assert (layout := log.layout()) is not None and layout.contentsMargins() == DIALOG_MARGINS
        click(find(log, QPushButton, "closeLog"))
        await asyncio.sleep(0)
        assert window.findChild(QFrame, "logWindow") is None


async def test_a_replay_is_foreseen_before_it_is_done(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        run_id = next(iter(project.run_records))
        await choose(window, "Reviewed")
        pick(menu_by_key(window), "Replay from a stage…")
        dialog = find(window, QDialog, "replayDialog")
        await until(dialog.isActiveWindow)
        stages = find(dialog, QTreeWidget, "replayStages")
        redo = find(dialog, QPushButton, "replayRedo")

        def happens() -> list[str]:
            return [stages.topLevelItem(place).text(1) for place in range(13)]

        assert happens() == ["kept"] * 4 + ["redo 3 clips"] * 7 + ["redo 9 files"] * 2
        assert redo.text() == "Redo 39 jobs"
        stages.setFocus()
        press(dialog, Qt.Key.Key_Up)
        assert happens()[3] == "redo"
        assert stages.topLevelItem(3).text(2) == "chosen by you"
        assert redo.text() == "Redo 40 jobs"
        assert "Your decisions, titles and cuts stay." in find(dialog, QLabel, "replayWords").text()
        click(redo)
        await until(lambda: ("replay", (run_id, "plan", "")) in project.calls)


async def test_another_style_enters_where_emphasis_is_chosen(project: FakeProject, memory: QSettings) -> None:
    async with reviewing(project, memory) as window:
        run_id = next(iter(project.run_records))
        click_menu(window, "replay")
        dialog = find(window, QDialog, "replayDialog")
        await until(dialog.isActiveWindow)
        stages = find(dialog, QTreeWidget, "replayStages")
        stages.setFocus()
        press(dialog, Qt.Key.Key_End)
        style = find(dialog, QComboBox, "replayStyle")
        style.setFocus()
        QTest.keyClick(style, Qt.Key.Key_End)
        assert style.currentData() == "loud@1"
        assert stages.currentIndex().row() == 4
        assert stages.topLevelItem(4).text(2) == "another style"
        click(find(dialog, QPushButton, "replayRedo"))
        await until(lambda: ("replay", (run_id, "", "loud@1")) in project.calls)


async def test_a_run_made_by_an_older_version_says_so_before_anything_is_redone(
    project: FakeProject, memory: QSettings
) -> None:
    stale = project.add_run("Old.mp4", 60.0, 3)
    fresh = project.add_run("Fresh.mp4", 60.0, 3)
    project.stale[stale] = Redo(
        stages=(
            RedoneStage(
                stage="analyze_framing", jobs=3, reason="its stage is another version (1 → 2)", is_outdated=True
            ),
        )
    )
    async with opened(project, memory) as window:
        banner = find(window, QFrame, "staleBanner")
        window.open_run(stale)
        await until(banner.isVisible)
        told = find(banner, QLabel, "staleWords").text()
        assert told.startswith(
            "This run was made by an older version. Redoing it changes: Frame the speakers (3 clips)."
        )
        assert find(window, QWidget, "previewPanel").isVisible()
        assert not any(name == "replay" for name, _ in project.calls)
        window.open_run(fresh)
        assert not banner.isVisible()
        window.open_run(stale)
        await until(banner.isVisible)
        click(find(banner, QPushButton, "staleLater"))
        assert not banner.isVisible()
        window.open_run(fresh)
        window.open_run(stale)
        await asyncio.sleep(0.2)
        assert not banner.isVisible()


async def test_a_stale_run_is_redone_from_its_notice(project: FakeProject, memory: QSettings) -> None:
    stale = project.add_run("Old.mp4", 60.0, 3)
    project.stale[stale] = Redo(
        stages=(
            RedoneStage(stage="render", jobs=3, reason="its stage is another version (1 → 2)", is_outdated=True),
        )
    )
    async with opened(project, memory) as window:
        window.open_run(stale)
        banner = find(window, QFrame, "staleBanner")
        await until(banner.isVisible)
        click(find(banner, QPushButton, "staleRedo"))
        await until(lambda: ("replay", (stale, "", "")) in project.calls)
        assert not banner.isVisible()


async def test_the_list_stands_beside_the_welcome_once_there_are_several_runs(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        dock = find(window, QDockWidget, "runsPanelDock")
        queue(project, 1)
        await asyncio.sleep(0.2)
        assert not dock.isVisible()
        queue(project, 3)
        await until(dock.isVisible)
        assert names(window) == ["Episode 0", "Episode 1", "Episode 2"]
        project.tell_run(project.run_records["q1"].model_copy(update={"fraction": 0.5}))
        await asyncio.sleep(0.2)
        assert dock.isVisible()


async def test_a_run_that_the_filter_hides_is_shown_without_another_one_marked(
    project: FakeProject, memory: QSettings
) -> None:
    async with reviewing(project, memory) as window:
        queue(project, 2)
        project.tell_run(project.run_records["q1"].model_copy(update={"state": "failed", "error": "No sound."}))
        await choose(window, "Episode 1")
        click(find(find(window, QFrame, "runFilter"), QToolButton, "segment_failed"))
        assert [index.row() for index in runs(window).selectedIndexes()] == [0]
        window.open_run("q0")
        await until(lambda: find(window, QLabel, "detailsName").text() == "Episode 0.mp4")
        assert not runs(window).selectedIndexes()


async def test_what_the_user_changed_makes_no_run_an_old_one(project: FakeProject, memory: QSettings) -> None:
    edited = project.add_run("Edited.mp4", 60.0, 3)
    reasons = (RedoneStage(stage="render", jobs=3, reason="what compose made changed"),)
    project.stale[edited] = Redo(stages=reasons)
    async with opened(project, memory) as window:
        window.open_run(edited)
        await asyncio.sleep(0.2)
        assert not find(window, QFrame, "staleBanner").isVisible()


async def test_many_imports_are_told_of_together(
    project: FakeProject, memory: QSettings, sample_video: Path
) -> None:
    async with reviewing(project, memory) as window:
        window.import_files([sample_video] * 3)
        notice = find(window, Notice, "notice")
        await until(lambda: notice.text() == "3 videos are in the queue now. You can go on here.")
        assert not find(notice, QLabel, "noticeMore").isVisible()
        find(window, QDockWidget, "runsPanelDock").close()
        click(find(notice, QPushButton, "noticeAction"))
        await until(lambda: runs(window).isVisible())
        assert len(names(window)) == 4
