"""A clip that says nearly the same as one elsewhere tells so in the inspector, with the way there."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel, QPushButton
from window_kit import click, find, opened, until

from core.schema.twin import Twin


async def test_a_twin_is_told_and_gone_to(project: FakeProject, memory: QSettings) -> None:
    older, newer = project.add_run("Episode 11.mp4", clips=3), project.add_run("Episode 12.mp4", clips=3)
    there, here = project.clips(older)[1], project.clips(newer)[0]
    twin = Twin(
        clip_id=there.id,
        run_id=older,
        title=there.wording.title,
        source_name="Episode 11.mp4",
        at=there.cut.start,
        share=0.9,
    )
    project.twins_of[here.id] = (twin,)
    async with opened(project, memory) as window:
        window.open_run(newer)
        told = find(window, QLabel, "clipTwin_0")
        await until(told.isVisible)
        assert told.text() == f"Nearly the same as “{there.wording.title}” in Episode 11."
        click(find(window, QPushButton, "goToTwin_0"))
        review = window._bench.review
        await until(
            lambda: review.run_id == older and review.current is not None and review.current.id == there.id
        )
        await until(lambda: not told.isVisible())


async def test_a_clip_without_twins_says_nothing(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", clips=2)
    async with opened(project, memory) as window:
        window.open_run(run_id)
        await until(lambda: find(window, QLabel, "clipReason").text())
        assert not find(window, QLabel, "clipTwin_0").isVisible()
