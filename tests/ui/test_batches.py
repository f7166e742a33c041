"""Videos given together to a recipe: seen through, told of in the morning, and single ones tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject, make_clips
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QListWidget, QPushButton, QWidget
from window_kit import click, find, opened, press, until

from core.recipes import made
from core.schema.batch import Batch
from core.schema.download import Episode, Feed
from core.schema.run import OutputRecord, RunOptions
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

_NIGHT = RunOptions(aspects=("9:16",), auto_approve=True, deliver_to="exports/{source}")


def _with_night(project: FakeProject, window: MainWindow) -> None:
    project.recipes.save(made("Night", _NIGHT))
    window._bench.recipes.load()
    window._bench.recipes._found = project.recipes.all()
    window._bench.recipes.choose("Night")


def _videos(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.mp4").write_bytes(b"video")
    return [folder / f"{name}.mp4" for name in names]


def _only(project: FakeProject) -> Batch:
    (batch,) = project.batches.all()
    return batch


def _finish(project: FakeProject, run_id: str) -> None:
    """Let a run be through, with one file."""
    clip = make_clips(run_id, 60.0, 1)[0].model_copy(update={"decision": "approved"})
    project.clip_records[clip.id] = clip
    file = project.folder / f"{run_id}.mp4"
    file.write_bytes(b"short")
    project.tell_output(
        OutputRecord(
            id=f"o-{run_id}", run_id=run_id, clip_id=clip.id, aspect="9:16", state="rendered", files=(file,)
        )
    )
    project.tell_run(project.run(run_id).model_copy(update={"state": "fully_generated", "fraction": 1.0}))


def _fail(project: FakeProject, run_id: str, why: str) -> None:
    project.tell_run(project.run(run_id).model_copy(update={"state": "failed", "error": why}))


async def _report(window: MainWindow) -> QDialog:
    await until(lambda: window.findChild(QDialog, "morningDialog") is not None)
    dialog = find(window, QDialog, "morningDialog")
    dialog.activateWindow()
    await until(dialog.isActiveWindow)
    return dialog


def _cards(dialog: QDialog) -> list[QWidget]:
    return [each for each in dialog.findChildren(QWidget, "sourceCard") if each.isVisible()]


def _ending(card: QWidget) -> str:
    return find(card, QLabel, "cardEnding").text()


async def test_a_folder_given_to_a_recipe_is_one_batch_and_what_failed_is_tried_again_alone(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    _videos(tmp_path / "night", "a", "b", "c")
    async with opened(project, memory) as window:
        _with_night(project, window)
        window.import_files([tmp_path / "night"])
        await until(lambda: len(project.run_records) == 3)
        # Each in the order of their names, and with the recipe.
        assert [run.source_name for run in project.run_records.values()] == ["a.mp4", "b.mp4", "c.mp4"]
        assert all(run.options.recipe == "Night" for run in project.runs())
        await until(lambda: all(item.run_id for item in _only(project).items))
        await until(lambda: window._bench.jobs.jobs() and window._bench.jobs.jobs()[0].key.startswith("batch "))
        job = window._bench.jobs.jobs()[0]
        assert (job.title, job.words, job.can_stop) == ("Night", "0 of 3 videos", True)
        assert find(window, QLabel, "statusJobsWords").text() == "0 % · Night: 0 of 3 videos"
        a, b, c = (item.run_id for item in _only(project).items)
        _finish(project, a)
        _fail(project, b, "The file ends in the middle.")
        await until(lambda: window._bench.jobs.jobs()[0].words == "2 of 3 videos · 1 failed")
        assert not _only(project).ended_at
        _finish(project, c)
        await until(lambda: _only(project).ended_at)
        notice = find(window, Notice, "notice")
        await until(lambda: "“Night”: 2 of 3 videos are made: 2 files. 1 needs you." in _all_told(notice))
        window._batch_desk.open(_only(project).id)
        dialog = await _report(window)
        await until(lambda: len(_cards(dialog)) == 3)
        assert [_ending(card) for card in _cards(dialog)] == ["Made", "Failed", "Made"]
        assert find(dialog, QLabel, "morningHead").text() == "2 of 3 videos are made: 2 files. 1 needs you."
        failed = _cards(dialog)[1]
        assert any(each.text() == "The file ends in the middle." for each in failed.findChildren(QLabel))
        assert [each.findChild(QPushButton, "retrySource") is not None for each in _cards(dialog)] == [
            False,
            True,
            False,
        ]
        project.calls.clear()
        click(find(failed, QPushButton, "retrySource"))
        await until(lambda: ("resume", b) in project.calls)
        await until(lambda: _cards(dialog) and _ending(_cards(dialog)[1]) == "Worked on")
        _finish(project, b)
        await until(lambda: [_ending(card) for card in _cards(dialog)] == ["Made"] * 3)
        # Nothing was begun of the others.
        assert [name for name, _ in project.calls if name in ("resume", "start_run")] == ["resume"]
        assert not find(dialog, QPushButton, "retryAll").isVisible()
        click(find(_cards(dialog)[1], QPushButton, "openSource"))
        await until(lambda: window._bench.review.run_id == b)
        dialog.close()


def _all_told(notice: Notice) -> str:
    return "\n".join([notice.text(), *(told.sentence for told in notice._waiting)])


async def test_what_can_not_be_imported_costs_itself_alone_and_is_brought_in_anew(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    (good,) = _videos(tmp_path / "in", "good")
    gone = tmp_path / "in" / "gone.mp4"
    async with opened(project, memory) as window:
        _with_night(project, window)
        window.import_files([gone, good])
        await until(lambda: len(project.run_records) == 1)
        batch = _only(project)
        await until(lambda: _only(project).items[0].error and _only(project).items[1].run_id)
        assert "no such file" in _only(project).items[0].error
        _finish(project, "r1")
        await until(lambda: _only(project).ended_at)
        notice = find(window, Notice, "notice")
        await until(lambda: "1 of 2 videos is made" in _all_told(notice))
        _videos(tmp_path / "in", "gone")
        window._bench.batches.retry(batch.id, batch.items[0].id)
        await until(lambda: len(project.run_records) == 2)
        _finish(project, "r2")
        await until(lambda: _only(project).items[0].run_id == "r2")
        assert not _only(project).items[0].error


async def test_a_batch_that_was_cut_off_is_seen_through_at_the_next_start(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    one, two = _videos(tmp_path / "in", "one", "two")
    batch = project.batches.begin([str(one), str(two)], _NIGHT)
    run_id = await project.start_run("s-one", _NIGHT)
    project.batches.note(batch.id, batch.items[0].id, run_id)
    async with opened(project, memory) as window:
        window.go_on()
        await until(lambda: len(project.run_records) == 2)
        await until(lambda: _only(project).items[1].run_id == "r2")
        _finish(project, "r1")
        _finish(project, "r2")
        await until(lambda: _only(project).ended_at)
        notice = find(window, Notice, "notice")
        await until(lambda: "All 2 videos are made: 2 files." in _all_told(notice))


async def test_a_batch_is_stopped_whole_and_tells_what_was_stopped(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        _with_night(project, window)
        window.import_files(_videos(tmp_path / "in", "a", "b"))
        await until(lambda: len(project.run_records) == 2)
        await until(lambda: all(item.run_id for item in _only(project).items))
        window._bench.jobs.stop(f"batch {_only(project).id}")
        await until(lambda: _only(project).ended_at)
        assert all(run.is_paused for run in project.runs())
        press(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        dialog = await _report(window)
        await until(lambda: [_ending(card) for card in _cards(dialog)] == ["Stopped", "Stopped"])
        project.calls.clear()
        click(find(dialog, QPushButton, "retryAll"))
        await until(lambda: sum(name == "resume" for name, _ in project.calls) == 2)
        _finish(project, "r1")
        _finish(project, "r2")
        await until(lambda: [_ending(card) for card in _cards(dialog)] == ["Made", "Made"])
        dialog.close()


async def test_episodes_of_a_feed_are_one_batch_and_go_to_the_recipe(
    project: FakeProject, memory: QSettings
) -> None:
    episodes = [
        Episode(id=f"e{number}", title=f"Episode {number}", url=f"https://example.org/{number}")
        for number in (1, 2)
    ]
    _videos(project.downloads.folder, "1", "2")
    async with opened(project, memory) as window:
        _with_night(project, window)
        window._bench.fetching.take(Feed(url="https://example.org/feed", title="Talks", episodes=()), episodes)
        await until(lambda: len(project.batches.all()) == 1)
        assert [item.source for item in _only(project).items] == [each.url for each in episodes]
        project.downloads.arrived.set()
        await until(lambda: len(project.run_records) == 2)
        for run_id in ("r1", "r2"):
            _finish(project, run_id)
        await until(lambda: _only(project).ended_at)


async def test_without_a_recipe_that_approves_nothing_is_a_batch(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        window.import_files([*_videos(tmp_path / "in", "a"), tmp_path / "in"])
        await until(lambda: len(project.run_records) == 2)
        assert not project.batches.all()
        window.actions_by_name["morning_report"].trigger()
        dialog = await _report(window)
        batches = find(dialog, QListWidget, "batchList")
        assert batches.count() == 1 and batches.item(0).text().startswith("The last 24 hours")
        await until(lambda: find(dialog, QLabel, "morningHead").text() == "Nothing was worked on.")
        assert not find(dialog, QPushButton, "saveReport").isEnabled()
        dialog.close()


async def test_the_report_is_saved_opened_in_the_browser_and_former_batches_are_listed(
    project: FakeProject, memory: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(shown.append(url)) or True)
    for name in ("first", "second"):
        batch = project.batches.begin([str(tmp_path / f"{name}.mp4")], _NIGHT)
        run_id = await project.start_run(f"s-{name}", _NIGHT)
        _finish(project, run_id)
        project.batches.note(batch.id, batch.items[0].id, run_id)
        project.batches.end(batch.id)
    async with opened(project, memory) as window:
        window.actions_by_name["morning_report"].trigger()
        dialog = await _report(window)
        batches = find(dialog, QListWidget, "batchList")
        assert [batches.item(line).text().partition("\n")[0] for line in range(2)] == ["second.mp4", "first.mp4"]
        await until(lambda: _cards(dialog))
        press(dialog, Qt.Key.Key_Down)
        await until(lambda: [card.accessibleName() for card in _cards(dialog)] == ["first.mp4: Made"])
        click(find(dialog, QPushButton, "openReport"))
        await until(lambda: shown)
        assert "first.mp4" in Path(shown[0].toLocalFile()).read_text()
        for name in ("report.html", "report.md"):
            await until(lambda: dialog.findChild(QFileDialog, "reportChooser") is None)
            click(find(dialog, QPushButton, "saveReport"))
            chooser = find(dialog, QFileDialog, "reportChooser")
            chooser.fileSelected.emit(str(tmp_path / name))
            chooser.close()
            await until(lambda name=name: (tmp_path / name).is_file())
            await until(lambda name=name: name in find(dialog, QLabel, "morningTold").text())
        assert "# Morning report" in (tmp_path / "report.md").read_text()
        click(find(_cards(dialog)[0], QPushButton, "showFiles"))
        assert Path(shown[1].toLocalFile()) == project.folder
        dialog.close()


async def test_a_batch_is_not_counted_beside_its_videos(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory) as window:
        _with_night(project, window)
        window.import_files(_videos(tmp_path / "in", "a", "b"))
        await until(lambda: len(project.run_records) == 2)
        press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: find(window, QLabel, "jobsHead").text() == "0 running, 2 waiting")
        assert [job.is_sum for job in window._bench.jobs.jobs()] == [True, False, False]
