"""One window for each workspace: a start while it is open hands its files to it, and ends.

The window listens on a local socket (a named pipe on Windows) that only this user can reach, named after the home
of what we keep and the workspace. One that was started without naming a workspace is found without naming it, too.
What is said is one line of JSON, answered by one word.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import WorkspaceError
from desktop import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_CONNECT_MS = 1_000
# A window that is busy for longer, as one that is being debugged, is not waited for.
_ANSWER_MS = 10_000
_MOST_BYTES = 1_000_000
_TAKEN = b"taken\n"
# What a desktop gives a program that may come to the front: Wayland's, and X11's way.
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
# A socket's path has 104 characters at most on macOS, 108 on Linux.
_LONGEST_PATH = 100


def address(workspace: str | None) -> str:
    """Return where the window of a workspace listens: a path, on Windows the name of a pipe."""
    folder = str(_folder(workspace)) if workspace else ""
    told = f"{paths.home()}\n{folder}".encode(errors="surrogateescape")
    name = f"shortlist-{hashlib.sha256(told).hexdigest()[:16]}"
    if sys.platform == "win32":
        return name
    for place in (os.environ.get("XDG_RUNTIME_DIR", ""), str(paths.home())):
        file = f"{place}/{name}"
        if place and Path(place).is_dir() and len(os.fsencode(file)) <= _LONGEST_PATH:
            return file
    return f"{tempfile.gettempdir()}/{name}-{os.getuid()}"


def _folder(workspace: str) -> Path:
    place = Path(workspace).expanduser()
    if place.name != workspace or place.exists():
        return place.absolute()
    # It may be the name of one that is known. This takes longer to load than a socket to be found.
    from desktop.space_list import folder_of

    try:
        return folder_of(workspace)
    except WorkspaceError:
        # Several are called so, which whoever opens it is told.
        return place.absolute()


def hand_over(files: Sequence[Path], workspace: str | None) -> bool:
    """Give files to the window that is open on a workspace; return False where there is none that answers."""
    where = address(workspace)
    if sys.platform != "win32" and not Path(where).exists():
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    try:
        _let_come_forward()
        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        said = {"files": [str(file.absolute()) for file in files], "token": token}
        socket.write(json.dumps(said).encode() + b"\n")
        return _is_taken(socket)
    finally:
        socket.abort()


def _is_taken(socket: QLocalSocket) -> bool:
    while socket.bytesAvailable() < len(_TAKEN):
        if not socket.waitForReadyRead(_ANSWER_MS):
            return False
    return bytes(socket.read(len(_TAKEN)).data()) == _TAKEN


def _let_come_forward() -> None:
    """Windows lets a program come to the front only if the one in front allows it: this start is, for a moment."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


class Listener(QObject):
    """Hears of other starts for as long as a window is open.

    Signals:
        arrived(list[Path], str): Files to take over, none where the window was only looked for, and the token with
            which it may come to the front.
    """

    arrived = Signal(list, str)

    def __init__(self, folder: Path, is_named: bool, parent: QObject | None = None) -> None:
        """Hear for the window on the workspace `folder`, which `is_named` if it was started with its name."""
        super().__init__(parent)
        self._addresses = [address(str(folder)), *([] if is_named else [address(None)])]
        self._servers: list[QLocalServer] = []

    def start(self) -> None:
        """Listen. Where that can't be, every start opens a window of its own, as if this were not there."""
        from PySide6.QtNetwork import QLocalServer

        for where in self._addresses:
            server = QLocalServer(self)
            server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            # Whoever starts a window looked for one before, and has the workspace's lock by now: what lies there
            # is left over from a process that was killed.
            QLocalServer.removeServer(where)
            if not server.listen(where):
                server.deleteLater()
                continue
            server.newConnection.connect(self._on_connection)
            self._servers.append(server)

    def stop(self) -> None:
        """Hear of nothing any more."""
        while self._servers:
            server = self._servers.pop()
            server.close()
            server.deleteLater()

    def _on_connection(self) -> None:
        for server in self._servers:
            while (socket := server.nextPendingConnection()) is not None:
                caller = _Caller(socket, self)
                caller.said.connect(self.arrived)
                caller.hear()


class _Caller(QObject):
    """Another start on the line, until it hangs up.

    Signals:
        said(list[Path], str): What it wants taken over.
    """

    said = Signal(list, str)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.readyRead.connect(self.hear)
        socket.disconnected.connect(self.deleteLater)

    def hear(self) -> None:
        """Listen to what was said until now; whoever talks nonsense is hung up on."""
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > _MOST_BYTES:
                self._socket.abort()
            return
        said = _understood(bytes(self._socket.readLine(_MOST_BYTES).data()))
        if said is None:
            self._socket.abort()
            return
        self._socket.write(_TAKEN)
        self._socket.flush()
        self.said.emit(*said)


def _understood(line: bytes) -> tuple[list[Path], str] | None:
    try:
        said = json.loads(line)
        return [Path(str(file)) for file in said["files"]], str(said.get("token", ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
