"""While a run is opened: what is looked at first comes first, and what can wait does."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from window_kit import opened, until

from core.project import Analysis
from core.schema.twin import Twin
from ui.controllers.tasks import Tasks
from ui.preview import specimens as room
from ui.preview.specimens import Specimens


async def test_the_analysis_is_read_while_panels_find_their_places_and_shown_once_they_stand(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        review = window._bench.review
        read: list[bool] = []
        shown: list[bool] = []
        read_analysis = project.analysis

        async def analysis(run_id: str) -> Analysis:
            read.append(review.is_opening)
            return await read_analysis(run_id)

        monkeypatch.setattr(project, "analysis", analysis)
        review.analysis_changed.connect(lambda: shown.append(window._docks.are_shown) if review.analysis else None)
        review.show_run(project.add_run("Episode.mp4", duration=70.0, clips=3))
        await until(lambda: review.duration)
        assert read == [True]
        assert shown == [True] and not review.is_opening


async def test_twins_are_looked_for_once_the_run_is_there(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        bench, asked = window._bench, asyncio.Event()

        async def twins(clip_id: str) -> tuple[Twin, ...]:
            asked.set()
            return ()

        monkeypatch.setattr(project, "twins", twins)
        done = asyncio.Event()
        bench.tasks.start_first(_waited(done), "Could not wait.")
        bench.review.open_run(project.add_run("Episode.mp4", duration=70.0, clips=3))
        looking = bench.tasks.start(bench.twins._find(project.clips(bench.review.run_id)[0].id), "Could not look.")
        await until(lambda: bench.review.duration)
        assert not asked.is_set()
        done.set()
        await looking
        assert asked.is_set()


async def test_samples_of_styles_are_painted_once_the_run_is_there(
    project: FakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[Any] = []

    def paint(*wish: Any) -> QImage:
        painted.append(wish)
        return QImage(8, 8, QImage.Format.Format_RGB888)

    monkeypatch.setattr(room, "_painted", paint)
    tasks, done, came = Tasks(), asyncio.Event(), asyncio.Event()
    samples = Specimens(tasks)
    samples.painted.connect(lambda _key, _picture: came.set())
    tasks.start_first(_waited(done), "Could not wait.")
    samples.want("card", project.styles()[0], "9:16", 64)
    for _ in range(20):
        await asyncio.sleep(0.001)
    assert not painted
    done.set()
    await came.wait()
    assert len(painted) == 1
    await samples.close()
    await tasks.close()


async def test_calm_waits_for_what_comes_first_and_for_nothing_else() -> None:
    tasks, first, other = Tasks(), asyncio.Event(), asyncio.Event()
    tasks.start(_waited(other), "Could not wait.")
    await tasks.calm()
    tasks.start_first(_waited(first), "Could not wait.")
    calm = asyncio.ensure_future(tasks.calm())
    await asyncio.sleep(0)
    assert not calm.done()
    first.set()
    await calm
    await tasks.close()


async def _waited(done: asyncio.Event) -> None:
    await done.wait()


async def test_what_is_read_of_the_run_before_is_not_shown_over_the_next(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        review = window._bench.review
        before, after = (project.add_run(f"Episode {n}.mp4", duration=70.0, clips=3) for n in (1, 2))
        shown: list[tuple[str, str]] = []
        review.analysis_changed.connect(
            lambda: shown.append((review.run_id, review.analysis.source.fingerprint)) if review.analysis else None
        )
        # The next one takes its time, so that all of the one before is read while that is still the open one.
        monkeypatch.setattr(project, "read_clips", lambda _run_id: iter([None] * 300))
        review.open_run(before)
        review.show_run(after)
        await until(lambda: review.run_id == after and not review.is_opening and review.analysis is not None)
        assert shown and all(of == f"f{run_id}" for run_id, of in shown)
