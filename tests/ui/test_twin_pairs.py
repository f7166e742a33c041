"""Clips that say the same, side by side: one is kept, or they are told apart, and both can be taken back."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QTextBrowser
from window_kit import click, find, opened, until

from core.schema.clip import Clip
from core.schema.twin import TwinPair, TwinSide, Words
from ui.main_window import MainWindow


def _side(clip: Clip, source: str, own: str, score: float) -> TwinSide:
    return TwinSide(
        clip_id=clip.id,
        run_id=clip.run_id,
        title=clip.wording.title,
        source_name=source,
        at=clip.cut.start,
        seconds=clip.cut.duration,
        score=score,
        decision=clip.decision,
        words=(Words(text="we owed the bank", is_shared=True), Words(text=own, is_shared=False)),
    )


def _pair_of(project: FakeProject) -> tuple[Clip, Clip]:
    runs = [project.add_run(f"Episode {number}.mp4", 70.0, 2) for number in (11, 12)]
    one, other = (project.clips(run)[0] for run in runs)
    sides = _side(one, "Episode 11", "a <million>", 80), _side(other, "Episode 12", "a lot", 60)
    project.pairs_of_twins = (TwinPair(one=sides[0], other=sides[1], share=0.92),)
    return one, other


async def _dialog(window: MainWindow) -> QDialog:
    window.actions_by_name["twins"].trigger()
    await until(lambda: window.findChild(QDialog, "twinsDialog") is not None)
    return find(window, QDialog, "twinsDialog")


async def test_two_are_shown_side_by_side_and_one_is_kept(project: FakeProject, memory: QSettings) -> None:
    one, other = _pair_of(project)
    async with opened(project, memory) as window:
        dialog = await _dialog(window)
        listed = find(dialog, QListWidget, "twinList")
        await until(lambda: listed.count() == 1)
        assert listed.item(0).text().startswith("92 %\n")
        text = find(dialog, QTextBrowser, "twinOneText")
        assert text.toPlainText() == "we owed the bank a <million>"
        assert "underline" in text.toHtml()
        click(find(dialog, QPushButton, "twinOtherKeep"))
        await until(lambda: project.clip(other.id).decision == "approved")
        await until(lambda: project.clip(one.id).decision == "rejected")
        assert [step[0] for run in (one.run_id, other.run_id) for step in project.history[run]] == [
            f"Rejection of “{one.wording.title}”",
            f"Approval of “{other.wording.title}”",
        ]
        told = find(dialog, QLabel, "twinsTold")
        await until(lambda: "is kept" in told.text())
        click(find(dialog, QPushButton, "twinsUndo"))
        await until(lambda: project.clip(other.id).decision == project.clip(one.id).decision == "undecided")
        dialog.close()


async def test_either_is_taken_in_hand_in_its_own_run(project: FakeProject, memory: QSettings) -> None:
    one, other = _pair_of(project)
    async with opened(project, memory) as window:
        dialog = await _dialog(window)
        await until(lambda: find(dialog, QListWidget, "twinList").count() == 1)
        review = window._bench.review
        for side, clip in (("twinOther", other), ("twinOne", one)):
            click(find(dialog, QPushButton, f"{side}Play"))
            await until(lambda clip=clip: review.run_id == clip.run_id and review.current is not None)
            await until(lambda clip=clip: review.current.id == clip.id)
        dialog.close()


async def test_two_that_are_not_the_same_are_listed_no_more(project: FakeProject, memory: QSettings) -> None:
    _pair_of(project)
    async with opened(project, memory) as window:
        dialog = await _dialog(window)
        listed = find(dialog, QListWidget, "twinList")
        await until(lambda: listed.count() == 1)
        click(find(dialog, QPushButton, "twinsApart"))
        await until(lambda: find(dialog, QLabel, "twinsEmpty").isVisible())
        assert len(project.told_apart) == 1
        click(find(dialog, QPushButton, "twinsUndo"))
        await until(lambda: listed.count() == 1 and not project.told_apart)
        # A second call of the command brings the same dialog to the front.
        window.actions_by_name["twins"].trigger()
        assert len(window.findChildren(QDialog, "twinsDialog")) == 1
        dialog.close()


async def test_a_workspace_without_any_says_what_would_be_here(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        dialog = await _dialog(window)
        await until(lambda: find(dialog, QLabel, "twinsEmpty").isVisible())
        dialog.close()


async def test_who_only_looks_decides_nothing_and_is_told_why(project: FakeProject, memory: QSettings) -> None:
    one, _other = _pair_of(project)
    project.is_look = True
    async with opened(project, memory) as window:
        dialog = await _dialog(window)
        await until(lambda: find(dialog, QListWidget, "twinList").count() == 1)
        for name in ("twinsApart", "twinOneKeep", "twinOtherKeep"):
            shown = find(dialog, QPushButton, name)
            assert shown.isVisible() and not shown.isEnabled() and "open for looking" in shown.toolTip()
        assert "open for looking" in find(dialog, QLabel, "twinsTold").text()
        assert not project.told_apart and project.clip(one.id).decision == "undecided"
        # Watching changes nothing.
        assert find(dialog, QPushButton, "twinOnePlay").isEnabled()
        dialog.close()
