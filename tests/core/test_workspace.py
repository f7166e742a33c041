"""Opening a workspace: all of it, or nothing of it stays open."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from core.driver import Driver
from core.pipeline.records.store import Store
from core.pipeline.space import SpaceWatch
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages


@pytest.mark.parametrize(("part", "step"), [(Driver, "sweep"), (Store, "recover"), (SpaceWatch, "look")])
def test_what_was_open_is_closed_where_a_later_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: type, step: str
) -> None:
    use_instant_stages(monkeypatch)
    stores: list[Store] = []
    make = Store.__init__

    def remember(self: Store, *given: object) -> None:
        make(self, *given)  # type: ignore[arg-type]
        stores.append(self)

    def fail(self: object) -> None:
        raise OSError(5, "Input/output error")

    async def scene() -> None:
        with monkeypatch.context() as broken:
            broken.setattr(Store, "__init__", remember)
            broken.setattr(part, step, fail)
            with pytest.raises(OSError, match="Input"):
                await open_instant(tmp_path / "workspace", ThreadExecutor())
        (store,) = stores
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            store.runs()
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        await project.close()

    asyncio.run(scene())
