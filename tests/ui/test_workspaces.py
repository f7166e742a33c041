"""Workspaces in the window: chosen, made, changed while work runs, archived, mended, deleted, as a person does."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from window_kit import click, find, opened, press, until

from core.pipeline.records.lock import WorkspaceLock
from core.schema.record import ProgressCallback
from core.schema.workspace import WorkspaceFigures
from core.spaces import moving as moving_module
from core.spaces.card import card_of
from core.spaces.making import create
from desktop import settings, space_list, window
from desktop.window_spaces import WindowSpaces
from ui.main_window import MainWindow


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path, Path]:
    """Return the workspaces of three clients; the window is open on the first."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    folders = tuple(tmp_path / name for name in ("Acme", "Zoë & Söhne", "Third"))
    for folder in reversed(folders):
        create(folder, folder.name)
        space_list.catalogue().note_used(folder)
    return folders  # type: ignore[return-value]


def _lines(dialog: QDialog) -> list[str]:
    shown = find(dialog, QListWidget, "workspaceList")
    return [shown.item(place).text() for place in range(shown.count())]


async def _dialog(shown: MainWindow) -> QDialog:
    press(shown, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    await until(lambda: shown.findChild(QDialog, "workspacesDialog"))
    dialog = find(shown, QDialog, "workspacesDialog")
    await until(
        lambda: len(_lines(dialog)) == 3 and all(" MB" in line or " kB" in line for line in _lines(dialog))
    )
    return dialog


async def _more(dialog: QDialog, words: str) -> None:
    """Choose from what else can be done with the chosen workspace."""
    await until(find(dialog, QToolButton, "moreOfWorkspace").isEnabled)
    menu = find(dialog, QToolButton, "moreOfWorkspace").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    action = next(each for each in menu.actions() if each.text() == words)
    assert action.isEnabled(), words
    action.trigger()


def _choose(dialog: QDialog, name: str) -> None:
    shown = find(dialog, QListWidget, "workspaceList")
    place = next(place for place, line in enumerate(_lines(dialog)) if line.startswith(name))
    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualItemRect(shown.item(place)).center()
    )


async def test_another_is_opened_from_the_list_and_from_the_switcher(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path]
) -> None:
    acme, zoe, third = three
    async with opened(project, memory) as shown:
        assert not find(shown, QToolButton, "workspaceSwitcher").isVisible()
        shown.workspaces.follow(WindowSpaces(), acme)
        await until(lambda: find(shown, QToolButton, "workspaceSwitcher").text() == "Acme")
        assert find(shown, QPushButton, "workspacesButton").isVisible()
        dialog = await _dialog(shown)
        first, second, _third = _lines(dialog)
        assert first.startswith("Acme  –  open here") and second.startswith("Zoë & Söhne\n0 runs")
        assert str(zoe) in second
        assert not find(dialog, QPushButton, "openWorkspace").isEnabled(), "it is open already"
        _choose(dialog, "Zoë")
        click(find(dialog, QPushButton, "openWorkspace"))
        await until(lambda: not shown.isVisible())
        assert (shown.workspaces.next_folder, shown.workspaces.is_next_look) == (zoe, False)
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), acme)
        menu = find(shown, QToolButton, "workspaceSwitcher").menu()
        await until(lambda: len(shown.workspaces._controller.lines()) == 3)
        menu.aboutToShow.emit()
        names = [action.text() for action in menu.actions() if action.text()]
        assert names == ["Acme", "Zoë && Söhne", "Third", "Workspaces…"]
        menu.actions()[2].trigger()
        await until(lambda: not shown.isVisible())
        assert shown.workspaces.next_folder == third


async def test_a_new_one_is_made_and_opened(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path]
) -> None:
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), three[0])
        dialog = await _dialog(shown)
        click(find(dialog, QPushButton, "newWorkspace"))
        asking = find(dialog, QDialog, "workspaceName")
        ok = find(asking, QPushButton, "workspaceNameOk")
        assert not ok.isEnabled()
        QTest.keyClicks(find(asking, QLineEdit, "workspaceNameField"), "Fourth: Client?")
        folder = Path(find(asking, QLineEdit, "workspacePlaceField").text())
        assert folder.name == "Fourth- Client-" and folder.parent.name == "workspaces"
        click(ok)
        await until(lambda: not shown.isVisible())
        assert shown.workspaces.next_folder == folder
        assert card_of(folder).name == "Fourth: Client?" and not card_of(folder).is_of_user


async def test_what_is_at_work_is_asked_about_and_waited_for(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path]
) -> None:
    acme, zoe, _third = three
    run_id = project.add_run("Episode 1.mp4", duration=60.0, clips=2)
    working = project.run(run_id).model_copy(update={"state": "started", "fraction": 0.4})
    project.tell_run(working)
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), acme)
        shown.workspaces.switch(zoe)
        box = find(shown, QMessageBox, "switchQuestion")
        assert (
            box.text() == "1 run is at work here."
            and "go on when this workspace is opened" in box.informativeText()
        )
        _answer(box, "Stay here")
        await until(lambda: shown.findChild(QMessageBox, "switchQuestion") is None)
        assert shown.isVisible() and shown.workspaces.next_folder is None
        shown.workspaces.switch(zoe)
        _answer(find(shown, QMessageBox, "switchQuestion"), "Wait, then change")
        await until(lambda: "as soon as the work here is finished" in shown._notice.text())
        assert shown.isVisible()
        project.tell_run(working.model_copy(update={"state": "analysis_complete", "fraction": 1.0}))
        await until(lambda: not shown.isVisible())
        assert shown.workspaces.next_folder == zoe
    project.tell_run(working)
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), acme)
        shown.workspaces.switch(zoe)
        _answer(find(shown, QMessageBox, "switchQuestion"), "Stop and change")
        await until(lambda: not shown.isVisible())
        assert shown.workspaces.next_folder == zoe


def _answer(box: QMessageBox, words: str) -> None:
    click(next(button for button in box.buttons() if button.text() == words))


async def test_renamed_archived_and_back(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path]
) -> None:
    acme, _zoe, _third = three
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), acme)
        dialog = await _dialog(shown)
        await _more(dialog, "Rename…")
        asking = find(dialog, QDialog, "workspaceName")
        field = find(asking, QLineEdit, "workspaceNameField")
        assert field.text() == "Acme"
        field.selectAll()
        QTest.keyClicks(field, "Acme Rockets")
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: find(shown, QToolButton, "workspaceSwitcher").text() == "Acme Rockets")
        _choose(dialog, "Zoë")
        await _more(dialog, "Archive")
        await until(lambda: len(_lines(dialog)) == 2)
        assert "is archived" in find(dialog, QLabel, "workspaceSaid").text()
        find(dialog, QWidget, "showArchived").click()
        await until(lambda: len(_lines(dialog)) == 3)
        _choose(dialog, "Zoë & Söhne  –  archived")
        await _more(dialog, "Back from the archive")
        await until(lambda: not any("–  archived" in line for line in _lines(dialog)))
        dialog.reject()


async def test_deleting_tells_what_goes_and_wants_the_name(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path]
) -> None:
    acme, zoe, _third = three
    (zoe / "exports").mkdir()
    (zoe / "exports" / "clip.mp4").write_bytes(b"film" * 1000)
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), acme)
        dialog = await _dialog(shown)
        _choose(dialog, "Zoë")
        await _more(dialog, "Delete…")
        asking = find(dialog, QDialog, "workspaceDelete")
        said = " ".join(each.text() for each in asking.findChildren(QLabel))
        assert "Zoë & Söhne" in said and str(zoe) in said and "finished files in its folder" in said
        assert "Your source videos" in said and "can't be undone" in said
        delete = find(asking, QPushButton, "deleteForGood")
        field = find(asking, QLineEdit, "deleteName")
        QTest.keyClicks(field, "Acme")
        assert not delete.isEnabled()
        field.setText("Zoë & Söhne")
        find(asking, QWidget, "keepExports").click()
        click(delete)
        await until(lambda: len(_lines(dialog)) == 2)
        assert [path.name for path in zoe.iterdir()] == ["exports"]
        dialog.reject()


async def test_damage_is_shown_and_mended(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path]
) -> None:
    acme, zoe, _third = three
    stray = zoe / "artifacts" / "plan" / "ab"
    stray.mkdir(parents=True)
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), acme)
        dialog = await _dialog(shown)
        _choose(dialog, "Zoë")
        await _more(dialog, "Check for damage")
        await until(lambda: dialog.findChild(QDialog, "workspaceCheck"))
        found = find(dialog, QDialog, "workspaceCheck")
        assert "1 thing is damaged" in find(found, QLabel, "checkHead").text()
        click(find(found, QPushButton, "mendWorkspace"))
        await until(lambda: _sound(dialog))
        assert not stray.exists()
        for each in dialog.findChildren(QDialog, "workspaceCheck"):
            each.reject()
        dialog.reject()


def _sound(dialog: QDialog) -> bool:
    heads = [each.text() for each in dialog.findChildren(QLabel, "checkHead")]
    return "The workspace is sound." in heads


async def test_what_stands_in_the_way_is_told_and_looking_is_offered(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path]
) -> None:
    acme, zoe, third = three
    lock = WorkspaceLock(zoe, "main.py run")
    lock.acquire()
    (third / "workspace.sqlite").write_bytes(b"rubbish" * 2000)
    try:
        async with opened(project, memory) as shown:
            shown.workspaces.follow(WindowSpaces(), acme)
            press(shown, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            await until(lambda: shown.findChild(QDialog, "workspacesDialog"))
            dialog = find(shown, QDialog, "workspacesDialog")
            await until(lambda: any("damaged" in line for line in _lines(dialog)))
            _choose(dialog, "Third")
            said = find(dialog, QLabel, "workspaceSaid")
            assert "damaged" in said.text() and "backup" in said.text()
            assert not find(dialog, QPushButton, "openWorkspace").isEnabled()
            assert not find(dialog, QPushButton, "lookAtWorkspace").isVisible()
            _choose(dialog, "Zoë")
            assert "main.py run, process" in said.text()
            click(find(dialog, QPushButton, "lookAtWorkspace"))
            await until(lambda: not shown.isVisible())
            assert (shown.workspaces.next_folder, shown.workspaces.is_next_look) == (zoe, True)
    finally:
        lock.release()


async def test_the_program_goes_from_one_to_the_other_and_remembers_it(
    memory: QSettings, three: tuple[Path, Path, Path]
) -> None:
    acme, zoe, _third = three
    settings.save_settings(settings.Settings(is_set_up=True, workspace=str(acme)))
    space_list.catalogue().note_figures(zoe, WorkspaceFigures())
    showing = asyncio.ensure_future(window._show((), None, memory))
    first = await _window("Acme")
    first.workspaces.switch(zoe)
    second = await _window("Zoë && Söhne")
    assert second is not first and settings.load_settings().workspace == str(zoe)
    second.workspaces.switch(acme, is_look=True)
    third = await _window("Acme")
    assert "open for looking" in third._notice.text()
    assert not WorkspaceLock(acme).is_held()
    third.close()
    assert await showing == 0
    assert space_list.known()[0].folder == zoe, "looking is no use"


async def _window(name: str) -> MainWindow:
    def shown() -> list[MainWindow]:
        windows = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()
        ]
        return [each for each in windows if find(each, QToolButton, "workspaceSwitcher").text() == name]

    await until(shown)
    return shown()[0]


async def test_one_that_can_not_be_opened_leads_to_another(
    memory: QSettings, three: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    acme, _zoe, _third = three
    settings.save_settings(settings.Settings(is_set_up=True, workspace=str(acme)))
    (acme / "workspace.half").write_text("")
    showing = asyncio.ensure_future(window._show((), None, memory))
    await until(lambda: _tops(QMessageBox))
    (box,) = _tops(QMessageBox)
    assert "unfinished copy" in box.text()
    _answer(box, "Another workspace…")
    await until(lambda: [each for each in _tops(QDialog) if each.objectName() == "workspacesDialog"])
    dialog = next(each for each in _tops(QDialog) if each.objectName() == "workspacesDialog")
    await until(lambda: len(_lines(dialog)) == 3 and "unfinished" in " ".join(_lines(dialog)))
    _choose(dialog, "Zoë")
    click(find(dialog, QPushButton, "openWorkspace"))
    (await _window("Zoë && Söhne")).close()
    assert await showing == 0
    capsys.readouterr()


def _tops(kind: type) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


async def test_exported_imported_and_moved(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    acme, _zoe, third = three
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), acme)
        dialog = await _dialog(shown)
        _choose(dialog, "Zoë")
        await _more(dialog, "Export to one file…")
        asking = find(dialog, QDialog, "workspaceExport")
        file = tmp_path / "Zoë.shortlistspace"
        find(asking, QLineEdit, "exportSpaceFile").setText(str(file))
        click(find(asking, QPushButton, "exportSpaceOk"))
        said = find(dialog, QLabel, "workspaceSaid")
        await until(lambda: "Keys are not in it" in said.text())
        assert file.is_file()
        click(find(dialog, QPushButton, "importWorkspace"))
        chooser = find(dialog, QFileDialog, "importWorkspaceFile")
        chooser.fileSelected.emit(str(file))
        chooser.reject()
        await until(lambda: len(_lines(dialog)) == 4)
        assert "keys have to be set anew" in said.text()
        _choose(dialog, "Third")
        await _more(dialog, "Move to another place…")
        chooser = find(dialog, QFileDialog, "moveWorkspace")
        chooser.fileSelected.emit(str(tmp_path / "elsewhere"))
        chooser.reject()
        await until(lambda: "elsewhere" in said.text() and "lies in" in said.text())
        assert not third.exists() and (tmp_path / "elsewhere" / "Third" / "workspace.sqlite").is_file()
        await until(lambda: any("elsewhere" in line for line in _lines(dialog)))
        dialog.reject()


async def test_the_open_one_is_moved_with_the_window_closed_and_opened_anew(
    memory: QSettings, three: tuple[Path, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acme, _zoe, _third = three
    monkeypatch.setattr("core.spaces.moving._renamed", lambda _folder, _to: False)  # as to another disk
    settings.save_settings(settings.Settings(is_set_up=True, workspace=str(acme)))
    (acme / "holiday.jpg").write_text("mine")
    showing = asyncio.ensure_future(window._show((), None, memory))
    # Stopped: it is open again where it was, unharmed.
    held = _held(monkeypatch)
    await _move_to(await _window("Acme"), tmp_path / "disk")
    moving = await _moving()
    assert not _tops(MainWindow), "nobody has it open"
    click(find(moving, QPushButton, "stopMoving"))
    held.set()
    shown = await _window("Acme")
    assert "was not moved: you stopped it" in shown._notice.text()
    assert WorkspaceLock(acme).is_held() and settings.load_settings().workspace == str(acme)
    # Failed: the same, with the reason.
    with monkeypatch.context() as broken:
        broken.setattr("core.spaces.moving._copy", _fail)
        await _move_to(shown, tmp_path / "disk")
        await until(lambda: not shown.isVisible())
        shown = await _window("Acme")
    assert "No such device" in shown._notice.text() and f"lies in {acme}" in shown._notice.text()
    assert WorkspaceLock(acme).is_held()
    # Done: it is open in its new place, and what is not of it stays.
    await _move_to(shown, tmp_path / "disk")
    await until(lambda: not shown.isVisible())
    shown = await _window("Acme")
    to = tmp_path / "disk" / "Acme"
    assert f"lies in {to} now" in shown._notice.text() and "holiday.jpg" in shown._notice.text()
    assert WorkspaceLock(to).is_held() and settings.load_settings().workspace == str(to)
    assert [path.name for path in acme.iterdir()] == ["holiday.jpg"]
    assert {each.folder for each in space_list.known()} == {to, *three[1:]}
    shown.close()
    assert await showing == 0


def _held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let the next copy wait until it is let go on; return what lets it."""
    held, copy = threading.Event(), moving_module._copy_file

    def wait(path: Path, place: Path, done: int, total: int, progress: ProgressCallback) -> None:
        assert held.wait(60)
        copy(path, place, done, total, progress)

    monkeypatch.setattr("core.spaces.moving._copy_file", wait)
    return held


def _fail(folder: Path, staging: Path, _progress: ProgressCallback) -> None:
    raise OSError(19, "No such device", str(staging))


async def _moving() -> QDialog:
    await until(lambda: [each for each in _tops(QDialog) if each.objectName() == "workspaceMoving"])
    return next(each for each in _tops(QDialog) if each.objectName() == "workspaceMoving")  # type: ignore[return-value]


async def _move_to(shown: MainWindow, folder: Path) -> None:
    """Choose in the dialog that the open workspace shall lie in a folder."""
    await until(lambda: len(shown.workspaces._controller.lines()) == 3)
    menu = find(shown, QToolButton, "workspaceSwitcher").menu()
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    dialog = find(shown, QDialog, "workspacesDialog")
    await until(lambda: any(line.startswith("Acme") for line in _lines(dialog)))
    _choose(dialog, "Acme")
    await _more(dialog, "Move to another place…")
    chooser = find(dialog, QFileDialog, "moveWorkspace")
    chooser.fileSelected.emit(str(folder))
    chooser.reject()


async def test_where_it_can_not_lie_is_said_with_the_window_still_open(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    acme, _zoe, _third = three
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), acme)
        (tmp_path / "full" / "Acme").mkdir(parents=True)
        (tmp_path / "full" / "Acme" / "file").write_text("")
        await _move_to(shown, tmp_path / "full")
        dialog = find(shown, QDialog, "workspacesDialog")
        said = find(dialog, QLabel, "workspaceSaid")
        await until(lambda: "something in this folder already" in said.text())
        assert shown.isVisible() and shown.workspaces.next_place is None
        dialog.reject()


async def test_what_is_at_work_is_asked_about_before_it_is_moved(
    project: FakeProject, memory: QSettings, three: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    run_id = project.add_run("Episode 1.mp4", duration=60.0, clips=2)
    project.tell_run(project.run(run_id).model_copy(update={"state": "started", "fraction": 0.4}))
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), three[0])
        await _move_to(shown, tmp_path / "disk")
        await until(lambda: shown.findChild(QMessageBox, "switchQuestion"))
        _answer(find(shown, QMessageBox, "switchQuestion"), "Stop and move")
        await until(lambda: not shown.isVisible())
        assert (shown.workspaces.next_folder, shown.workspaces.next_place) == (
            three[0],
            tmp_path / "disk" / "Acme",
        )
    # Who only looks at it moves nothing.
    async with opened(project, memory) as shown:
        shown.workspaces.follow(WindowSpaces(), three[0], is_look=True)
        dialog = await _dialog(shown)
        _choose(dialog, "Acme")
        with pytest.raises(AssertionError, match="Move to another place"):
            await _more(dialog, "Move to another place…")
        dialog.reject()
