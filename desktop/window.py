"""Opens the window on the user's workspace and keeps it until it is closed."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import ClusterError, UserWorldError
from core.project import Project
from core.schema.record import build_readers
from desktop import settings
from desktop.crash import CrashHandler
from desktop.logs import log_apart
from desktop.opening import begin, close_card, has_display

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from ui.main_window import MainWindow


def open_window(files: Sequence[Path], workspace: str | None = None) -> int:
    """Show the window, import files that were given, and return the exit status once it is closed."""
    if not has_display():
        print(
            "error: there is no display to open a window on. Without one, use: main.py run VIDEO", file=sys.stderr
        )
        return 1
    from desktop.loop import run_with_window

    application, memory = begin()
    return run_with_window(application, _show(files, workspace, memory))


async def _show(files: Sequence[Path], workspace: str | None, memory: QSettings) -> int:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_log_unhandled)
    models: tuple[str, ...] = ()
    while True:
        try:
            project = await _open(workspace)
        except UserWorldError as error:
            await _tell(str(error))
            return 1
        if project is None:
            return 1
        unfinished = await _stay(project, memory, files, workspace, models)
        if unfinished is None:
            return 0
        # Another folder was chosen in the first steps: the window is opened anew, on that.
        files, models = (), unfinished


async def _stay(
    project: Project, memory: QSettings, files: Sequence[Path], workspace: str | None, models: Sequence[str]
) -> tuple[str, ...] | None:
    """Show the window on a project until it is closed.

    Return None, or the models that were being fetched where the window shall be opened anew.
    """
    from desktop.about import About
    from desktop.api_desk import ApiDesk
    from desktop.first_run import FirstRun
    from desktop.loop import settle_memory
    from desktop.preferences import SettingsFile
    from desktop.session import Session
    from desktop.single import Listener
    from desktop.window_memory import memory_of
    from ui.main_window import MainWindow

    loop = asyncio.get_running_loop()
    closed = asyncio.Event()
    session = Session(project.folder)
    lost = session.begin()
    session.watch_faults()
    window = MainWindow(project, memory_of(project.folder, memory), SettingsFile(project.folder))
    crashes = CrashHandler(loop, window.crashes.tell)
    crashes.install()
    window.crashes.follow(session)
    window.closed.connect(closed.set)
    listener = Listener(project.folder, is_named=workspace is not None)
    listener.arrived.connect(partial(_take_over, window))
    # The end of the session is no crash. Python hears it with the next tick of a timer, within two seconds.
    signal.signal(signal.SIGTERM, lambda _number, _frame: window.close())
    window.show()
    close_card()
    settle_memory()
    api = ApiDesk(project)
    try:
        project.go_on()
        window.go_on()
        window.fetch_models(models)
        window.open_files(list(files))
        listener.start()
        window.local_api.follow(api)
        if lost is not None:
            window.crashes.offer(lost)
        window.tips.start(window.actions_by_name)
        window.about.follow(About(project.folder))
        window.first_run.follow(FirstRun(workspace, bool(project.runs() or files or lost)))
        await _get_ready()
        await closed.wait()
    finally:
        listener.stop()
        await window.shut_down()
        await api.close()
        await project.close()
        crashes.remove()
        session.end()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        window.deleteLater()
    return window.first_run.unfinished if window.first_run.reopens else None


def _take_over(window: MainWindow, files: list[Path], token: str) -> None:
    """Bring the window to the front with what another start was given."""
    if token:
        # Where a desktop asks for permission to come to the front (Wayland), Qt takes it from here.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.take_over(files)


async def _get_ready() -> None:
    """Do what would hold up the first click otherwise, in turns of a few milliseconds."""
    for _ in build_readers():
        await asyncio.sleep(0)


async def _open(workspace: str | None) -> Project | None:
    """Open the user's workspace; where its cluster can't be reached, without it or not at all, as the user wants.

    Raises:
        UserWorldError: It can't be opened.
    """
    folder = settings.workspace(settings.load_settings(), workspace)
    chosen = settings.load_settings(folder)
    log_apart(folder)
    try:
        return await Project.open(folder, settings.configuration(chosen), program="the window")
    except ClusterError as error:
        from ui.wording import tr

        if not await _agrees(str(error), tr("Work on this computer this time")):
            return None
        alone = chosen.model_copy(update={"executor": "local"})
        return await Project.open(folder, settings.configuration(alone), program="the window")


async def _agrees(text: str, way_on: str) -> bool:
    """Show a sentence with one way on beside quitting, and return whether it was taken."""
    from PySide6.QtWidgets import QMessageBox

    from ui.wording import tr

    print(f"error: {text}", file=sys.stderr)
    close_card()
    box = QMessageBox(QMessageBox.Icon.Warning, "Shortlist", text)
    taken = box.addButton(way_on, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    answered = asyncio.Event()
    box.finished.connect(lambda _: answered.set())
    box.open()
    await answered.wait()
    return box.clickedButton() is taken


async def _tell(text: str) -> None:
    """Show a sentence in a box of its own and wait until it was read."""
    from PySide6.QtWidgets import QMessageBox

    print(f"error: {text}", file=sys.stderr)
    close_card()
    box = QMessageBox(QMessageBox.Icon.Warning, "Shortlist", text)
    read = asyncio.Event()
    box.finished.connect(lambda _: read.set())
    box.open()
    await read.wait()


def _log_unhandled(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    logging.getLogger("shortlist").error(str(context.get("message")), exc_info=context.get("exception"))
