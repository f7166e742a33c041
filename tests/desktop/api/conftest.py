"""A real project over instant stages, served by the real server to a real client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from core.project import Project
from desktop.api.server import ApiServer
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound

TOKEN = "a token of the tests"


@dataclass
class Served:
    """A project, and a client that has the token."""

    project: Project
    address: str
    client: httpx.AsyncClient
    folder: Path

    async def run(self, number: int = 1) -> str:
        """Start a run over the API and wait until it has clips; return its id."""
        file = write_sound(self.folder / f"talk {number}.wav", number)
        started = await self.client.post("/runs", json={"path": str(file)})
        assert started.status_code == 202, started.text
        await self.project.wait(started.json()["id"])
        return str(started.json()["id"])


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[Served]:
    """Serve a project in a folder for as long as the block lasts."""
    project = await open_instant(folder / "workspace", ThreadExecutor())
    server = ApiServer(project, 0, TOKEN)
    await server.start()
    try:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with httpx.AsyncClient(base_url=server.address, headers=headers, timeout=30) as client:
            yield Served(project, server.address, client, folder)
    finally:
        await server.stop()
        await project.close()


Runs = Callable[[Callable[[Served], Awaitable[None]]], None]


@pytest.fixture
def with_api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Return how to run a test against a served project."""
    use_instant_stages(monkeypatch)

    def run(test: Callable[[Served], Awaitable[None]]) -> None:
        async def go() -> None:
            async with served(tmp_path) as api:
                await test(api)

        asyncio.run(go())

    return run
