"""The local API of the window: switched on and off while it is open, and kept in the settings."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core.errors import WorkspaceError
from core.project import Project
from desktop import paths, settings
from ui.controllers.local_api import ApiState

if TYPE_CHECKING:
    from desktop.api.server import ApiServer


class ApiDesk:
    """Serves the project that is open in the window. The web framework is loaded when it is first switched on."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._server: ApiServer | None = None

    def state(self) -> ApiState:
        """Return how it stands."""
        chosen = settings.load_settings()
        return ApiState(chosen.api_is_on, chosen.api_port, self._server.address if self._server else "")

    async def switch(self, is_on: bool, port: int) -> None:
        """Begin or end to answer, now and at every start.

        Raises:
            WorkspaceError: The port can't be had, or the choice can't be kept.
        """
        await self.close()
        if is_on:
            await self._begin(port)
        await asyncio.to_thread(_keep, is_on, port)

    def token(self) -> str:
        """Return the token, made where there is none yet."""
        from desktop.api import server

        return server.token(self._own_id())

    def renew(self) -> str:
        """Make another token; what is served knows it at once."""
        from desktop.api import server

        made = server.new_token(self._own_id())[0]
        if self._server is not None:
            self._server.take_token(made)
        return made

    async def close(self) -> None:
        """Answer nobody any more."""
        server, self._server = self._server, None
        if server is not None:
            await server.stop()

    def _own_id(self) -> str:
        return settings.load_settings(self._project.folder).own_id

    async def _begin(self, port: int) -> None:
        from desktop.api.server import ApiServer

        server = ApiServer(self._project, port, await asyncio.to_thread(self.token))
        await server.start()
        self._server = server


def _keep(is_on: bool, port: int) -> None:
    chosen = settings.load_settings()
    if (chosen.api_is_on, chosen.api_port) == (is_on, port):
        return
    try:
        settings.save_settings(chosen.model_copy(update={"api_is_on": is_on, "api_port": port}))
    except OSError as error:
        file = str(paths.settings_file())
        raise WorkspaceError(f"The settings can't be written ({error.strerror}).", file) from error
