"""Styles that are published, handed on, looked up, removed and used: the panel's verbs around versions."""

from __future__ import annotations

from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from window_kit import click, find, opened, press, until

from core.schema.style import Style
from core.styles.authoring.archive import SUFFIX
from ui.controllers.styling import ARCHIVE_SUFFIX
from ui.main_window import MainWindow
from ui.panels.style import StylePanel
from ui.style.apply import ApplyDialog, apply_words
from ui.style.publish import PublishDialog
from ui.style.versions import VersionsDialog
from ui.widgets.notice import Notice


async def _panel(window: MainWindow) -> StylePanel:
    press(window, Qt.Key.Key_Y)
    panel = find(window, StylePanel, "stylePanel")
    await until(panel.isVisible)
    return panel


def _edit(window: MainWindow, **captions: object) -> Style:
    """Take a copy of the first style in hand, or the draft that there is, and change its captions."""
    styling = window._bench.styling
    if styling.draft is None:
        styling.edit_copy(next(style for style in styling.styles() if style.name == "clean"))
    for field, value in captions.items():
        styling.change("captions", field, value, field.capitalize())
    assert styling.draft is not None
    return styling.draft


async def _publish(window: MainWindow, note: str) -> str:
    """Publish the draft by the dialog, and return what differs, as it says."""
    click(find(window, QPushButton, "stylePublish"))
    dialog = find(window, PublishDialog, "publishStyle")
    find(dialog, QPlainTextEdit, "publishNote").setPlainText(note)
    difference = dialog.findChild(QLabel, "publishDifference")
    told = difference.text() if difference else ""
    author = find(dialog, QLineEdit, "publishAuthor")
    if not author.text():
        QTest.keyClicks(author, "Ana")
    click(find(dialog, QPushButton, "publishNow"))
    await until(lambda: window.findChild(PublishDialog) is None)
    return told


def _notice(window: MainWindow) -> str:
    notice = window.findChild(Notice)
    return notice.text() if notice is not None and notice.isVisible() else ""


async def test_versions_are_published_looked_up_and_removed(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _panel(window)
        styling = window._bench.styling
        _edit(window, uppercase=True)
        assert "All capitals off → on" in await _publish(window, "Louder")
        assert styling.draft is None and not styling.drafts()
        assert _notice(window) == "Published clean-copy@1."
        one = next(style for style in styling.styles() if style.name == "clean-copy")
        click(find(window, QPushButton, "edit_clean-copy"))
        _edit(window, size=60.0)
        assert styling.draft is not None and styling.draft.version == 2
        assert await _publish(window, "Larger") == "Captions: Size 76.8 px → 115.2 px"
        window.findChildren(StylePanel)[0]._on_versions("clean-copy")
        dialog = find(window, VersionsDialog, "styleVersions")
        told = "\n".join(each.text() for each in dialog.findChildren(QLabel))
        assert "Version 2 by Ana" in told and "Larger" in told and "Louder" in told
        assert f"Digest {one.digest[:12]}" in told
        run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=1)
        run = project.run_records[run_id]
        project.run_records[run_id] = run.model_copy(update={"style_pin": "clean-copy@1"})
        find(dialog, QPushButton, "removeVersion_1").click()
        problem = find(dialog, QLabel, "versionsProblem")
        await until(problem.isVisible)
        assert "the run of Episode 12.mp4" in problem.text()
        find(dialog, QPushButton, "removeVersion_2").click()
        await until(lambda: [each.version for each in styling.versions("clean-copy")] == [1])
        project.run_records[run_id] = run
        find(dialog, QPushButton, "removeVersion_1").click()
        await until(lambda: any("no version any more" in each.text() for each in dialog.findChildren(QLabel)))
        dialog.reject()


async def test_a_copy_is_published_as_it_is_called_and_keeps_that_name(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _panel(window)
        styling = window._bench.styling
        _edit(window, uppercase=True)
        styling.rename("House")
        await _publish(window, "")
        assert _notice(window) == "Published house@1." and not styling.drafts()
        click(find(window, QPushButton, "edit_house"))
        _edit(window, size=60.0)
        styling.rename("Office")
        await _publish(window, "")
        assert [style.pin for style in styling.versions("house")] == ["house@2", "house@1"]


async def test_nothing_new_is_refused_where_it_is_asked_for(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _panel(window)
        _edit(window, uppercase=True)
        await _publish(window, "")
        styling = window._bench.styling
        styling.edit_next(next(style for style in styling.styles() if style.name == "clean-copy"))
        click(find(window, QPushButton, "stylePublish"))
        dialog = find(window, PublishDialog, "publishStyle")
        assert find(dialog, QLineEdit, "publishAuthor").text() == "Ana"
        click(find(dialog, QPushButton, "publishNow"))
        problem = find(dialog, QLabel, "publishProblem")
        await until(problem.isVisible)
        assert "Nothing changed since clean-copy@1" in problem.text()
        dialog.reject()


async def test_a_style_that_is_being_published_is_waited_for(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _panel(window)
        _edit(window, uppercase=True)
        click(find(window, QPushButton, "stylePublish"))
        dialog = find(window, PublishDialog, "publishStyle")
        QTest.keyClicks(find(dialog, QLineEdit, "publishAuthor"), "Ana")
        click(find(dialog, QPushButton, "publishNow"))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        await until(lambda: window.findChild(PublishDialog) is None)
        assert _notice(window) == "Published clean-copy@1."


async def test_a_package_goes_out_and_comes_in_by_dropping_it(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    assert ARCHIVE_SUFFIX == SUFFIX
    async with opened(project, memory) as window:
        panel = await _panel(window)
        styling = window._bench.styling
        _edit(window, uppercase=True)
        await _publish(window, "")
        file = tmp_path / f"ours{ARCHIVE_SUFFIX}"
        panel._export("clean-copy@1", file)
        await until(file.is_file)
        await styling.remove("clean-copy@1")
        assert all(style.name != "clean-copy" for style in styling.styles())
        _drop(panel, file)
        await until(lambda: any(style.name == "clean-copy" for style in styling.styles()))
        await until(lambda: panel.list.card("clean-copy") is not None)
        bad = tmp_path / f"bad{ARCHIVE_SUFFIX}"
        bad.write_bytes(b"PK nonsense")
        _drop(panel, bad)
        window.findChildren(Notice)[0].dismiss()
        await until(lambda: _notice(window).startswith(f"Could not import bad{ARCHIVE_SUFFIX}"))


def _drop(panel: QWidget, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    at = QPointF(panel.rect().center())
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    event = QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(panel, event)


async def test_runs_are_restyled_once_what_that_redoes_was_told(project: FakeProject, memory: QSettings) -> None:
    runs = [project.add_run(f"Episode {n}.mp4", duration=70.0, clips=2) for n in (12, 13)]
    async with opened(project, memory) as window:
        window.open_run(runs[0])
        panel = await _panel(window)
        style = next(style for style in project.styles() if style.name == "box")
        panel.apply(style)
        dialog = find(window, ApplyDialog, "applyStyle")
        assert find(dialog, QCheckBox, f"applyTo_{runs[0]}").isChecked()
        find(dialog, QCheckBox, f"applyTo_{runs[1]}").setChecked(True)
        told = find(dialog, QLabel, "applyWords").text()
        assert told.startswith("4 clips will be captioned again, 12 files will be rendered again; ")
        assert "othing is transcribed or analysed again" in told
        click(find(dialog, QPushButton, "applyNow"))
        await until(lambda: [call[0] for call in project.calls].count("replay") == 2)
        assert {call[1] for call in project.calls if call[0] == "replay"} == {(r, "", "box@2") for r in runs}


def test_what_costs_more_than_style_is_told() -> None:
    assert apply_words([]).startswith("Nothing is rendered yet")
