"""The server, on the loop of whoever opened the project."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from secrets import token_urlsafe

import uvicorn

from core.errors import WorkspaceError
from core.project import Project
from desktop import secrets
from desktop.api.application import guarded

KEY = "api"


def token(own_id: str = "") -> str:
    """Return the token that lets into the user's own workspace or another, made where there is none yet.

    Raises:
        WorkspaceError: It can't be kept.
    """
    return secrets.read_key(KEY, own_id).get_secret_value() or new_token(own_id)[0]


def new_token(own_id: str = "") -> tuple[str, str]:
    """Make another token, with which the one before lets nobody in any more; return it, and where it is kept.

    Raises:
        WorkspaceError: It can't be kept.
    """
    made = token_urlsafe(32)
    return made, secrets.keep_key(KEY, made, own_id)


class ApiServer:
    """Serves a project to other programs on this machine, until it is stopped."""

    def __init__(self, project: Project, port: int, known: str) -> None:
        self._port = port
        self._gate = guarded(project, known)
        self._server: _Server | None = None
        self._serving: asyncio.Task[None] | None = None

    @property
    def address(self) -> str:
        """Where it listens, as others ask for it."""
        return f"http://127.0.0.1:{self._port}/v1"

    def take_token(self, known: str) -> None:
        """Let in who has this token, and nobody with the one before."""
        self._gate.take_token(known)

    async def start(self) -> None:
        """Begin to listen.

        Raises:
            WorkspaceError: The port is taken, or can't be used.
        """
        try:
            listening = socket.create_server(("127.0.0.1", self._port), backlog=64)
        except (OSError, OverflowError) as error:
            raise WorkspaceError(
                f"The local API can't listen on port {self._port} ({error}).",
                remedy="Choose another port, or end the program that has it.",
            ) from error
        self._port = listening.getsockname()[1]
        configuration = uvicorn.Config(
            self._gate, log_config=None, access_log=False, lifespan="off", ws="none",
            server_header=False, proxy_headers=False, limit_concurrency=64, timeout_graceful_shutdown=1,
        )  # fmt: skip
        self._server = _Server(configuration)
        self._serving = asyncio.ensure_future(self._server.serve([listening]))
        while not self._server.started and not self._serving.done():
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        """Answer nobody any more."""
        if self._server is None or self._serving is None:
            return
        self._server.should_exit = True
        await self._serving
        self._server = self._serving = None


class _Server(uvicorn.Server):
    """A server that leaves signals to the program that it is a part of."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
