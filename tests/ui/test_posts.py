"""Description and hashtags of a clip in the inspector: written by the machine, edited, copied, undone."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QToolButton
from window_kit import click, find, opened, press, until

from core.schema.endpoint import Endpoint
from ui.main_window import MainWindow


async def _shown(window: MainWindow, run_id: str) -> QPlainTextEdit:
    window.open_run(run_id)
    field = find(window, QPlainTextEdit, "clipDescription")
    await until(lambda: field.toPlainText())
    for area in window.findChildren(QScrollArea):
        if area.isAncestorOf(field):
            area.ensureWidgetVisible(find(window, QLineEdit, "clipHashtags"))
    return field


async def test_they_are_written_edited_undone_and_written_again(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", clips=2)
    async with opened(project, memory) as window:
        field = await _shown(window, run_id)
        written = field.toPlainText()
        clip_id = window._bench.review.current.id  # type: ignore[union-attr]
        assert len(written.split()) == 8 and not project.clip(clip_id).post.description
        again = find(window, QToolButton, "clipAutomatic_description")
        assert again.text() == "automatic" and not again.isEnabled()

        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, "Why we tripled the price.")
        press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: project.clip(clip_id).post.description == "Why we tripled the price.")
        assert again.isEnabled()
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: not project.clip(clip_id).post.description and field.toPlainText() == written)
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        await until(lambda: field.toPlainText() == "Why we tripled the price.")
        click(again)
        await until(lambda: field.toPlainText() == written and not project.clip(clip_id).post.description)


async def test_hashtags_are_read_however_they_are_typed(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", clips=2)
    async with opened(project, memory) as window:
        await _shown(window, run_id)
        clip_id = window._bench.review.current.id  # type: ignore[union-attr]
        tags = find(window, QLineEdit, "clipHashtags")
        assert tags.text() == "#Customers #Money"
        tags.setFocus()
        tags.selectAll()
        QTest.keyClicks(tags, "pricing, #Startup#growth #startup")
        press(window, Qt.Key.Key_Return)
        await until(lambda: project.clip(clip_id).post.hashtags == ("#pricing", "#Startup", "#growth"))
        assert tags.text() == "#pricing #Startup #growth"


async def test_each_and_all_can_be_copied_and_belong_to_the_clip_in_hand(
    project: FakeProject, memory: QSettings
) -> None:
    run_id = project.add_run("Episode 12.mp4", clips=2)
    async with opened(project, memory) as window:
        field = await _shown(window, run_id)
        clipboard = QGuiApplication.clipboard()
        click(find(window, QToolButton, "clipCopy_hashtags"))
        assert clipboard.text() == "#Customers #Money"
        first = field.toPlainText()
        find(window, QPushButton, "clipCopyPost").click()
        title = window._bench.review.current.wording.title  # type: ignore[union-attr]
        assert clipboard.text() == f"{title}\n\n{first}\n\n#Customers #Money"
        window._bench.review.step(1)
        await until(lambda: field.toPlainText() not in ("", first))


async def test_a_model_that_is_set_writes_them_and_that_is_one_step(
    project: FakeProject, memory: QSettings
) -> None:
    run_id = project.add_run("Episode 12.mp4", clips=2)
    project.posts.endpoint = Endpoint(base_url="http://localhost/v1", model="a-model")
    async with opened(project, memory) as window:
        field = await _shown(window, run_id)
        before = window._bench.review.current
        write, told = find(window, QPushButton, "clipWrite"), find(window, QLabel, "clipWriteTold")
        assert write.text() == "Write with a-model"
        project.posts.write_problem = "The endpoint is gone."
        write.click()
        await until(lambda: told.text() == "The endpoint is gone.")
        await until(lambda: write.text() == "Write with a-model")
        project.posts.write_problem = ""
        write.click()
        await until(lambda: field.toPlainText() == "The model's words.")
        await until(lambda: told.text() == "Written for less than a cent.")
        assert find(window, QLineEdit, "clipTitle").text() == "The model's title"
        window.actions_by_name["undo"].trigger()
        await until(lambda: window._bench.review.current == before)
