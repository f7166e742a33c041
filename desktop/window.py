"""Opens the window on the user's workspace and keeps it until it is closed."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from core.errors import ClusterError, UserWorldError, WorkspaceError
from core.project import Project, load_later
from core.schema.record import build_readers
from desktop import settings
from desktop.crash import CrashHandler
from desktop.logs import log_apart
from desktop.opening import begin, close_card, has_display
from desktop.window_spaces import WindowSpaces
from desktop.workspaces import finish_moves

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from ui.main_window import MainWindow

_TURN_SECONDS = 0.005
# So often it is looked whether the window is on the screen, before getting ready goes on without it.
_LOOKS, _LOOK_SECONDS = 100, 0.02


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


@dataclass(frozen=True)
class _Next:
    """What the window is opened on: a workspace that is named, or the user's; `models` are being fetched.

    `news` (a level and words) are told there. Where there is a `place`, the workspace is moved there first.
    """

    workspace: str | None
    is_look: bool = False
    models: tuple[str, ...] = ()
    news: tuple[str, str] = ("", "")
    place: Path | None = None


async def _show(files: Sequence[Path], workspace: str | None, memory: QSettings) -> int:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_log_unhandled)
    now, here = _Next(workspace), cast("Path | None", None)
    while True:
        try:
            project = await _open(now.workspace, now.is_look)
        except UserWorldError as error:
            if here is None:
                then = await _way_out(error, now)
            else:
                # Back to where the user was.
                await _tell(str(error))
                then, here = _following(here, False, now), None
            if then is None:
                return 1
            now = then
            continue
        if project is None:
            return 1
        here, following = project.folder, await _stay(project, memory, files, now)
        if following is None:
            return 0
        if following.place is not None:
            from desktop.move_space import move_space

            moved = await move_space(here, following.place)
            here, following = moved.folder, _following(moved.folder, False, now)
            following = replace(following, news=(moved.level, moved.words))
        # Another workspace was chosen, or in the first steps another folder: the window is opened anew, on that.
        files, now = (), following


async def _stay(project: Project, memory: QSettings, files: Sequence[Path], now: _Next) -> _Next | None:
    """Show the window on a project until it is closed; return what it is opened anew on, None for nothing."""
    from desktop.about import About
    from desktop.api_desk import ApiDesk
    from desktop.first_run import FirstRun
    from desktop.garbage import GarbageTurns, settle_memory
    from desktop.preferences import SettingsFile
    from desktop.session import Session
    from desktop.single import Listener
    from desktop.window_memory import memory_of
    from ui.main_window import MainWindow

    loop = asyncio.get_running_loop()
    closed = asyncio.Event()
    # Who only looks leaves alone what the one that works there remembers.
    session = None if now.is_look else Session(project.folder)
    lost = session.begin() if session else None
    if session:
        session.watch_faults()
    window = MainWindow(project, memory_of(project.folder, memory), SettingsFile(project.folder))
    crashes = CrashHandler(loop, window.crashes.tell)
    crashes.install()
    if session:
        window.crashes.follow(session)
    window.closed.connect(closed.set)
    listener = Listener(project.folder, is_named=now.workspace is not None)
    listener.arrived.connect(partial(_take_over, window))
    # The end of the session is no crash. Python hears it with the next tick of a timer, within two seconds.
    signal.signal(signal.SIGTERM, lambda _number, _frame: window.close())
    window.show()
    close_card()
    settle_memory()
    GarbageTurns(window)
    spaces, api = WindowSpaces(), ApiDesk(project)
    finishing: asyncio.Future[None] | None = None
    try:
        window.workspaces.follow(spaces, project.folder, now.is_look)
        if now.news[1]:
            window.workspaces.tell(*now.news)
        if not now.is_look:
            finishing = asyncio.ensure_future(asyncio.to_thread(_note_used, spaces, project.folder))
            project.go_on()
            window.go_on()
            window.fetch_models(now.models)
            window.open_files(list(files))
            listener.start()
            window.local_api.follow(api)
        if lost is not None:
            window.crashes.offer(lost)
        window.tips.start(window.actions_by_name)
        window.about.follow(About(project.folder))
        has_runs = bool(project.runs() or files or lost or now.is_look)
        window.first_run.follow(FirstRun(now.workspace, has_runs))
        await _get_ready(window, project)
        await closed.wait()
    finally:
        listener.stop()
        if finishing is not None:
            await asyncio.wait({finishing})
        await window.shut_down()
        await api.close()
        await project.close()
        crashes.remove()
        if session:
            session.end()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        window.deleteLater()
    if window.first_run.reopens:
        return _Next(now.workspace, models=window.first_run.unfinished)
    wanted = window.workspaces.next_folder
    if wanted is None:
        return None
    if window.workspaces.next_place is not None:
        return _Next(str(wanted), place=window.workspaces.next_place)
    return _following(wanted, window.workspaces.is_next_look, now)


def _note_used(spaces: WindowSpaces, folder: Path) -> None:
    """Remember that a workspace is open, and end the moves that were cut off; it waits for the disk."""
    spaces.note_used(folder)
    finish_moves()


def _following(folder: Path, is_look: bool, now: _Next) -> _Next:
    """Return what is opened next; who began with a named workspace keeps the usual one for the next start."""
    if is_look or now.workspace is not None:
        return _Next(str(folder), is_look)
    try:
        WindowSpaces().choose(folder)
    except WorkspaceError:
        # It is opened all the same, and not remembered.
        return _Next(str(folder))
    return _Next(None)


def _take_over(window: MainWindow, files: list[Path], token: str) -> None:
    """Bring the window to the front with what another start was given."""
    if token:
        # Where a desktop asks for permission to come to the front (Wayland), Qt takes it from here.
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.take_over(files)


async def _get_ready(window: MainWindow, project: Project) -> None:
    """Do in turns of a few milliseconds, behind the window, what would hold up the first click otherwise."""
    await _seen(window)
    await asyncio.to_thread(load_later)
    began = time.monotonic()
    for _ in chain(build_readers(), project.get_ready(), window.get_ready()):
        if time.monotonic() - began > _TURN_SECONDS:
            await asyncio.sleep(0)
            await window.calm()
            began = time.monotonic()


async def _seen(window: MainWindow) -> None:
    """Wait until the window is painted: a thread that loads takes Python's lock from what the user waits for."""
    for _ in range(_LOOKS):
        handle = window.windowHandle()
        if handle is not None and handle.isExposed():
            break
        await asyncio.sleep(_LOOK_SECONDS)
    await asyncio.sleep(_LOOK_SECONDS)


async def _open(workspace: str | None, is_look: bool = False) -> Project | None:
    """Open a workspace; where its cluster can't be reached, without it or not at all, as the user wants.

    Raises:
        UserWorldError: It can't be opened.
    """
    folder = settings.workspace(settings.load_settings(), workspace)
    chosen = settings.load_settings(folder)
    log_apart(folder)
    alone = chosen.model_copy(update={"executor": "local"})
    if is_look:
        return Project.look(folder, settings.configuration(alone))
    try:
        return await Project.open(folder, settings.configuration(chosen), program="the window")
    except ClusterError as error:
        from ui.wording import tr

        if not await _agrees(str(error), tr("Work on this computer this time")):
            return None
        return await Project.open(folder, settings.configuration(alone), program="the window")


async def _way_out(error: UserWorldError, now: _Next) -> _Next | None:
    """Tell why the workspace can't be opened, and return what the user wants instead; None to quit."""
    from core.spaces.standing import standing_of
    from desktop.choose_space import choose_space
    from ui.wording import told, tr

    try:
        folder = settings.workspace(settings.load_settings(), now.workspace)
    except UserWorldError:
        await _tell(str(error))
        return None
    looks = standing_of(folder).can_look and not now.is_look
    ways = [*([tr("Open for looking")] if looks else []), tr("Another workspace…")]
    taken = await _choice(told(str(error)), ways)
    if taken is None:
        return None
    if looks and taken == 0:
        return _Next(str(folder), is_look=True)
    wanted = await choose_space()
    return _following(*wanted, now) if wanted is not None else None


async def _agrees(text: str, way_on: str) -> bool:
    """Show a sentence with one way on beside quitting, and return whether it was taken."""
    return await _choice(text, [way_on]) is not None


async def _choice(text: str, ways: Sequence[str]) -> int | None:
    """Show a sentence with ways on beside quitting, and return which was taken; None for quitting."""
    from PySide6.QtWidgets import QMessageBox

    from ui.wording import tr

    print(f"error: {text}", file=sys.stderr)
    close_card()
    box = QMessageBox(QMessageBox.Icon.Warning, "Shortlist", text)
    buttons = [box.addButton(way, QMessageBox.ButtonRole.AcceptRole) for way in ways]
    box.addButton(tr("Quit"), QMessageBox.ButtonRole.RejectRole)
    answered = asyncio.Event()
    box.finished.connect(lambda _: answered.set())
    box.open()
    await answered.wait()
    clicked = box.clickedButton()
    return next((place for place, button in enumerate(buttons) if button is clicked), None)


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
