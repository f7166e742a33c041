"""Destinations in the window: added, tried, changed and removed as a person would; keys are never shown again."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)
from window_kit import MemoryPreferences, click, find, opened, until

from core.errors import WorkspaceError
from core.project import Configuration
from core.schema.destination import Destination
from ui.main_window import MainWindow
from ui.publish.destination_row import DestinationRow

_BUCKET = Destination(
    name="bucket", kind="s3", bucket="clips", endpoint_url="https://minio.example.org", access_key="AK"
)
_SECRET = "a-secret-that-nobody-may-read"


async def _open(window: MainWindow) -> QDialog:
    window.actions_by_name["destinations"].trigger()
    dialog = find(window, QDialog, "destinationsDialog")
    await until(lambda: window._bench.destinations.is_read)
    return dialog


async def _form(dialog: QDialog) -> QDialog:
    await until(lambda: dialog.findChild(QDialog, "destinationForm") is not None)
    form = find(dialog, QDialog, "destinationForm")
    await until(form.isVisible)
    return form


def _type(form: QWidget, name: str, text: str) -> None:
    field = find(form, QLineEdit, name)
    assert field.isVisible(), f"{name} can't be seen"
    QTest.keyClicks(field, text)


def _rows(dialog: QWidget) -> list[DestinationRow]:
    return [made for made in dialog.findChildren(DestinationRow) if made.isVisible()]


def _text(widget: QWidget, name: str) -> str:
    return find(widget, QLabel, name).text()


async def test_a_storage_is_added_with_a_key_that_is_never_shown(project: FakeProject, memory: QSettings) -> None:
    preferences = MemoryPreferences()
    async with opened(project, memory, preferences, has_panels=False) as window:
        dialog = await _open(window)
        assert find(dialog, QLabel, "destinationsEmpty").text().startswith("No destination yet")
        click(find(dialog, QPushButton, "addDestination"))
        form = await _form(dialog)
        click(find(form, QPushButton, "saveDestination"))
        assert _text(form, "destinationFormSaid") == "Give it a name."
        _type(form, "destinationName", "bucket")
        click(find(form, QToolButton, "segment_s3"))
        click(find(form, QPushButton, "saveDestination"))
        assert _text(form, "destinationFormSaid") == "The bucket is missing."
        _type(form, "destinationBucket", "clips")
        _type(form, "destinationEndpoint", "https://minio.example.org")
        _type(form, "destinationAccess", "AK")
        _type(form, "destinationSecret", _SECRET)
        assert find(form, QLineEdit, "destinationSecret").displayText() == "●" * len(_SECRET)
        assert "keyring" in find(form, QLabel, "destinationKeyNote").text()
        click(find(form, QPushButton, "saveDestination"))
        await until(lambda: _rows(dialog))
        (row,) = _rows(dialog)
        assert _text(row, "destinationPlace") == "S3 storage · s3://clips at minio.example.org"
        assert _text(row, "destinationKey") == "Its key is in the system's keyring."
        given = [call for name, call in project.calls if name == "configure"]
        assert isinstance(given[-1], Configuration)
        assert [each.name for each in given[-1].destinations] == ["bucket"]
        QTest.keyClick(row, Qt.Key.Key_Return)
        again = await _form(dialog)
        assert find(again, QLineEdit, "destinationSecret").text() == ""
        assert find(again, QLineEdit, "destinationName").isReadOnly()
        find(again, QLineEdit, "destinationPrefix").setFocus()
        _type(again, "destinationPrefix", "shows/")
        click(find(again, QPushButton, "saveDestination"))
        await until(lambda: _text(row, "destinationPlace").endswith("s3://clips/shows at minio.example.org"))
        assert preferences.keys == {"bucket": _SECRET}, "the key stays as it is"
        dialog.close()


async def test_a_folder_is_tried_before_it_is_kept(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _open(window)
        click(find(dialog, QPushButton, "addDestination"))
        form = await _form(dialog)
        _type(form, "destinationName", "share")
        _type(form, "destinationFolder", "no/whole/path")
        click(find(form, QPushButton, "tryDestination"))
        assert _text(form, "destinationFormSaid") == "Choose a folder."
        find(form, QLineEdit, "destinationFolder").clear()
        _type(form, "destinationFolder", str(tmp_path))
        project.publications.problem = "The folder can't be written (Permission denied)."
        click(find(form, QPushButton, "tryDestination"))
        await until(lambda: "Permission denied" in _text(form, "destinationFormSaid"))
        project.publications.problem = ""
        click(find(form, QPushButton, "tryDestination"))
        await until(lambda: _text(form, "destinationFormSaid").startswith("A file was written"))
        assert project.publications.checked[-1] == Destination(name="share", kind="folder", folder=str(tmp_path))
        click(find(form, QPushButton, "saveDestination"))
        await until(lambda: len(_rows(dialog)) == 1)
        click(find(dialog, QPushButton, "addDestination"))
        other = await _form(dialog)
        _type(other, "destinationName", "Share")
        _type(other, "destinationFolder", str(tmp_path))
        click(find(other, QPushButton, "saveDestination"))
        assert _text(other, "destinationFormSaid") == "There is a destination “Share” already."
        other.reject()
        dialog.close()


async def test_what_can_not_be_kept_says_why_and_loses_nothing(
    project: FakeProject, memory: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences = MemoryPreferences()

    def refuse(destination: Destination, key: str | None) -> Configuration:
        raise WorkspaceError("The settings can't be written (No space left on device).")

    monkeypatch.setattr(preferences, "keep_destination", refuse)
    async with opened(project, memory, preferences, has_panels=False) as window:
        dialog = await _open(window)
        click(find(dialog, QPushButton, "addDestination"))
        form = await _form(dialog)
        _type(form, "destinationName", "share")
        _type(form, "destinationFolder", str(tmp_path))
        click(find(form, QPushButton, "saveDestination"))
        await until(lambda: "No space left" in _text(form, "destinationFormSaid"))
        assert find(form, QPushButton, "saveDestination").isEnabled()
        assert find(form, QLineEdit, "destinationFolder").text() == str(tmp_path)
        form.reject()
        dialog.close()


async def test_in_the_settings_one_is_tried_and_removed_after_a_question(
    project: FakeProject, memory: QSettings
) -> None:
    preferences = MemoryPreferences()
    preferences.kept_destinations = {"bucket": _BUCKET}
    async with opened(project, memory, preferences, has_panels=False) as window:
        window.actions_by_name["settings"].trigger()
        dialog = find(window, QDialog, "settingsDialog")
        tabs = find(dialog, QTabWidget, "settingsTabs")
        tabs.setCurrentIndex([tabs.tabText(place) for place in range(tabs.count())].index("Publishing"))
        await until(lambda: _rows(dialog))
        (row,) = _rows(dialog)
        assert _text(row, "destinationKey") == "Its key is missing."
        project.publications.problem = "The key of bucket is missing."
        click(find(row, QPushButton, "testDestination"))
        await until(lambda: "The key of bucket is missing." in _text(row, "destinationSaid"))
        QTest.keyClick(row, Qt.Key.Key_Delete)
        asked = find(dialog, QMessageBox, "confirmRemoval")
        assert "stays where it is" in asked.informativeText()
        keep = next(each for each in asked.buttons() if each.text() == "Keep")
        click(keep)
        await until(lambda: not asked.isVisible())
        assert preferences.kept_destinations
        click(find(row, QToolButton, "removeDestination"))
        await until(lambda: any(each.isVisible() for each in dialog.findChildren(QMessageBox)))
        again = next(each for each in dialog.findChildren(QMessageBox) if each.isVisible())
        click(next(each for each in again.buttons() if each.text() == "Remove"))
        await until(lambda: not _rows(dialog))
        assert not preferences.kept_destinations
        assert find(dialog, QLabel, "destinationsEmpty").isVisible()
        dialog.reject()
