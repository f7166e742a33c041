"""Importing from an address, as a person does it: a page, a podcast, progress, a stop, and what fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from window_kit import click, find, opened, press, until

from core.schema.download import Episode, Feed
from ui.controllers.fetching import address_name
from ui.main_window import MainWindow

PAGE = "https://example.org/talks/42"
PODCAST = "https://example.org/feed.xml"
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _nothing_copied() -> None:
    QGuiApplication.clipboard().clear()


def podcast() -> Feed:
    episodes = [
        Episode(id=f"e{number}", title=f"Episode {number}", url=f"https://example.org/{number}.mp3", seconds=3600)
        for number in (3, 2, 1)
    ]
    return Feed(
        url=PODCAST,
        title="Long talks",
        episodes=(episodes[0].model_copy(update={"is_taken": True, "published": 1_767_398_400.0}), *episodes[1:]),
    )


async def dialog_of(window: MainWindow) -> QDialog:
    press(window, Qt.Key.Key_I, HELD)
    await until(lambda: window.findChild(QDialog, "fetchDialog") is not None)
    dialog = find(window, QDialog, "fetchDialog")
    await until(dialog.isVisible)
    return dialog


async def gone(window: MainWindow) -> None:
    await until(lambda: window.findChild(QDialog, "fetchDialog") is None)


def ask(dialog: QDialog, address: str) -> None:
    find(dialog, QLineEdit, "fetchAddress").setText(address)
    click(find(dialog, QPushButton, "fetchGo"))


async def test_a_page_is_fetched_among_the_jobs_and_becomes_a_run(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    (tmp_path / "42.mp4").write_bytes(b"talk")
    project.downloads.folder = tmp_path
    async with opened(project, memory) as window:
        dialog = await dialog_of(window)
        go = find(dialog, QPushButton, "fetchGo")
        assert not go.isEnabled(), "nothing is written yet"
        find(dialog, QLineEdit, "fetchAddress").setText("not an address")
        assert not go.isEnabled()
        ask(dialog, f" {PAGE} ")
        await gone(window)
        jobs = window._bench.jobs
        await until(
            lambda: [(each.title, each.fraction) for each in jobs.jobs()] == [("example.org/talks/42", 0.25)]
        )
        project.downloads.arrived.set()
        await until(lambda: any(name == "start_run" for name, _ in project.calls))
        await until(lambda: not any(each.key.startswith("fetch") for each in jobs.jobs()))
        assert ("import_source", tmp_path / "42.mp4") in project.calls


async def test_a_download_is_stopped_from_the_jobs(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        ask(await dialog_of(window), PAGE)
        await gone(window)
        jobs = window._bench.jobs
        await until(lambda: len(jobs.jobs()) == 1)
        jobs.stop(jobs.jobs()[0].key)
        await until(lambda: not jobs.jobs())
        assert ("stop_download", PAGE) in project.calls
        assert not any(name == "import_source" for name, _ in project.calls)


async def test_episodes_of_a_podcast_are_chosen(project: FakeProject, memory: QSettings) -> None:
    project.downloads.feeds[PODCAST] = podcast()
    async with opened(project, memory) as window:
        dialog = await dialog_of(window)
        ask(dialog, PODCAST)
        episodes, go = find(dialog, QListWidget, "fetchEpisodes"), find(dialog, QPushButton, "fetchGo")
        await until(episodes.isVisible)
        ticked = [episodes.item(line).checkState() == Qt.CheckState.Checked for line in range(3)]
        assert ticked == [False, True, False], "the newest that was not taken is offered"
        assert "Fetched before" in episodes.item(0).text() and go.text() == "Fetch 1 episode"
        assert "3 episodes of Long talks" in find(dialog, QLabel, "fetchTold").text()
        press(episodes, Qt.Key.Key_Down)
        press(episodes, Qt.Key.Key_Down)
        press(episodes, Qt.Key.Key_Space)
        assert go.text() == "Fetch 2 episodes"
        click(go)
        await gone(window)
        jobs = window._bench.jobs
        await until(lambda: sorted(each.title for each in jobs.jobs()) == ["Episode 1", "Episode 2"])
        taken = [told for name, told in project.calls if name == "fetch"]
        assert taken == [(f"https://example.org/{n}.mp3", PODCAST, f"e{n}") for n in (2, 1)]


async def test_what_can_not_be_reached_is_told_in_the_dialog_and_tried_again(
    project: FakeProject, memory: QSettings
) -> None:
    project.downloads.problem = "The site does not answer."
    async with opened(project, memory) as window:
        dialog = await dialog_of(window)
        ask(dialog, PAGE)
        told, go = find(dialog, QLabel, "fetchTold"), find(dialog, QPushButton, "fetchGo")
        await until(lambda: "does not answer" in told.text())
        assert go.text() == "Try again" and go.isEnabled()
        project.downloads.problem = ""
        click(go)
        await gone(window)
        await until(lambda: len(window._bench.jobs.jobs()) == 1)


async def test_an_address_that_was_copied_is_offered(project: FakeProject, memory: QSettings) -> None:
    QGuiApplication.clipboard().setText(PAGE)
    async with opened(project, memory) as window:
        dialog = await dialog_of(window)
        assert find(dialog, QLineEdit, "fetchAddress").text() == PAGE
        assert find(dialog, QPushButton, "fetchGo").isEnabled()
        press(dialog, Qt.Key.Key_Escape)
        await gone(window)
        assert not any(name == "look" for name, _ in project.calls)


def test_a_download_is_called_without_what_is_asked_of_its_address() -> None:
    from core.schema.download import Download

    assert address_name(Download(id="1", url="https://x.org/a/?token=secret")) == "x.org/a"
    assert address_name(Download(id="1", url="https://x.org/a", title="A talk")) == "A talk"
