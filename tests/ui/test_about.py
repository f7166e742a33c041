"""About: what is told of the program, its parts and licences, and new versions, in the real window."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from access import beyond_keys, nameless
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
)
from window_kit import click, find, opened, until

from core.errors import FetchError
from core.schema.part import Part
from ui.controllers.about import NewVersion, UpdateChoice
from ui.dialogs.about import AboutDialog
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

NEWER = NewVersion("2.0", "Faster & <better>.", "https://example.org/new")


@dataclass
class FakeAbout:
    """Knows a program of three parts; `newer` is what the address says, `problem` what speaks against it."""

    newer: NewVersion | None = None
    problem: str = ""
    choice: UpdateChoice = field(default_factory=UpdateChoice)
    asked: list[str] = field(default_factory=list)

    def version(self) -> str:
        return "1.2.3"

    def facts(self) -> Sequence[tuple[str, str]]:
        return (("Shortlist", "1.2.3"), ("System", "A system"), ("Workspace", "/home/ana/Shortlist"))

    def parts(self) -> Sequence[Part]:
        return (
            Part(kind="library", name="av", version="18.1.0", licence="BSD-3-Clause", about="Video", text="Do."),
            Part(kind="inside", name="FFmpeg", licence="LGPL-3.0-or-later", home="https://ffmpeg.org"),
            Part(kind="font", name="Inter", licence="OFL-1.1", text="SIL OPEN FONT LICENSE"),
        )  # fmt: skip

    def updates(self) -> UpdateChoice:
        return self.choice

    def choose_updates(self, choice: UpdateChoice) -> None:
        if choice.is_on and self.problem:
            raise FetchError(self.problem, choice.address)
        self.choice = choice

    async def look(self, address: str) -> NewVersion | None:
        self.asked.append(address)
        if self.problem:
            raise FetchError(self.problem, address)
        return self.newer

    async def look_if_due(self) -> NewVersion | None:
        return self.newer


async def _about(window: MainWindow, store: FakeAbout) -> AboutDialog:
    window.about.follow(store)
    window.actions_by_name["about"].trigger()
    dialog = find(window, AboutDialog, "aboutDialog")
    await until(lambda: find(dialog, QPushButton, "aboutCopy").isEnabled())
    return dialog


async def test_it_tells_the_version_and_is_copied_as_text(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _about(window, FakeAbout())
        assert find(dialog, QLabel, "aboutVersion").text() == "Version 1.2.3"
        assert "Workspace: /home/ana/Shortlist" in find(dialog, QPlainTextEdit, "aboutFacts").toPlainText()
        click(find(dialog, QPushButton, "aboutCopy"))
        copied = QApplication.clipboard().text().splitlines()
        assert copied[0] == "Shortlist: 1.2.3" and "av | 18.1.0 | BSD-3-Clause" in copied
        assert not nameless(dialog) and not beyond_keys(dialog)
        # Opened again it is the same one.
        window.actions_by_name["about"].trigger()
        assert len(window.findChildren(AboutDialog)) == 1


async def test_closed_while_it_looks_it_is_not_filled_any_more(project: FakeProject, memory: QSettings) -> None:
    class SlowAbout(FakeAbout):
        """Takes its time; what ends in a dialog that is gone would be told as a failure."""

        def __init__(self) -> None:
            super().__init__()
            self.may_go_on = threading.Event()
            self.is_asked = threading.Event()
            self.has_told = threading.Event()

        def facts(self) -> Sequence[tuple[str, str]]:
            self.is_asked.set()
            self.may_go_on.wait(60.0)
            self.has_told.set()
            return super().facts()

        async def look(self, address: str) -> NewVersion | None:
            while not self.may_go_on.is_set():
                await asyncio.sleep(0.001)
            return await super().look(address)

    store = SlowAbout()
    async with opened(project, memory, has_panels=False) as window:
        window.about.follow(store)
        window.actions_by_name["about"].trigger()
        dialog = find(window, AboutDialog, "aboutDialog")
        find(dialog, QTabWidget, "aboutPages").setCurrentIndex(2)
        click(find(dialog, QPushButton, "updatesLook"))
        await until(store.is_asked.is_set)
        dialog.close()
        await until(lambda: window.findChild(AboutDialog) is None)
        store.may_go_on.set()
        await until(store.has_told.is_set)
        for _ in range(20):
            await asyncio.sleep(0.005)
        assert not find(window, Notice, "notice").isVisible()


async def test_parts_are_searched_and_show_their_licence(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _about(window, FakeAbout())
        find(dialog, QTabWidget, "aboutPages").setCurrentIndex(1)
        text = find(dialog, QPlainTextEdit, "partsText")
        assert text.toPlainText().startswith("av 18.1.0\nLibrary: Video\nBSD-3-Clause\n\nDo.")
        QTest.keyClicks(find(dialog, QLineEdit, "partsSearch"), "lgpl")
        assert find(dialog, QLabel, "partsCount").text() == "1 part"
        assert text.toPlainText().startswith("FFmpeg\nInside a library\nhttps://ffmpeg.org")
        assert find(dialog, QTreeWidget, "partsList").currentItem().text(0) == "FFmpeg"
        QTest.keyClicks(find(dialog, QLineEdit, "partsSearch"), " nothing")
        assert find(dialog, QLabel, "partsCount").text() == "0 parts"


async def test_nothing_is_asked_until_it_is_switched_on(project: FakeProject, memory: QSettings) -> None:
    store = FakeAbout(newer=NEWER)
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _about(window, store)
        find(dialog, QTabWidget, "aboutPages").setCurrentIndex(2)
        switch = find(dialog, QCheckBox, "updatesSwitch")
        assert not switch.isChecked() and store.asked == []
        QTest.keyClicks(find(dialog, QLineEdit, "updatesAddress"), "https://example.org/v.json")
        QTest.keyClick(switch, Qt.Key.Key_Space)
        await until(lambda: store.choice == UpdateChoice(True, "https://example.org/v.json"))
        click(find(dialog, QPushButton, "updatesLook"))
        answer = find(dialog, QLabel, "updatesAnswer")
        await until(lambda: "2.0" in answer.text())
        assert store.asked == ["https://example.org/v.json"]
        # What the address says is text, whatever is in it.
        assert (
            "Faster &amp; &lt;better&gt;." in answer.text() and 'href="https://example.org/new"' in answer.text()
        )
        store.newer = None
        click(find(dialog, QPushButton, "updatesLook"))
        await until(lambda: "1.2.3 is the newest version." in answer.text())


async def test_an_address_that_can_not_be_used_switches_it_off_and_says_why(
    project: FakeProject, memory: QSettings
) -> None:
    store = FakeAbout(problem="The address of new versions begins with https://.")
    async with opened(project, memory, has_panels=False) as window:
        dialog = await _about(window, store)
        find(dialog, QTabWidget, "aboutPages").setCurrentIndex(2)
        switch = find(dialog, QCheckBox, "updatesSwitch")
        QTest.keyClick(switch, Qt.Key.Key_Space)
        answer = find(dialog, QLabel, "updatesAnswer")
        await until(lambda: "begins with https" in answer.text())
        assert not switch.isChecked() and store.choice == UpdateChoice()
        click(find(dialog, QPushButton, "updatesLook"))
        await until(lambda: find(dialog, QPushButton, "updatesLook").isEnabled() and bool(store.asked))
        assert "begins with https" in answer.text()


async def test_a_newer_version_is_told_in_the_window(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        window.about.follow(FakeAbout(newer=NEWER))
        notice = find(window, Notice, "notice")
        await until(lambda: notice.isVisible())
        assert notice.text() == "Version 2.0 of Shortlist is there; you have 1.2.3. Faster & <better>."


async def test_without_a_newer_version_nothing_is_said(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory, has_panels=False) as window:
        window.about.follow(FakeAbout())
        dialog = await _about(window, FakeAbout())
        assert not find(window, Notice, "notice").isVisible()
        dialog.close()
