"""How clips are ranked, in the window: sliders that re-rank at once, what was learned, and why a clip is first."""

from __future__ import annotations

import pytest
from fake_project import FakeProject
from fake_taste import LIKES_SHORT
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListView, QPushButton, QSlider, QWidget
from window_kit import click, find, opened, press, titles, until

from core.schema.clip import Clip
from core.schema.learning import AxisWeights, HeldOut, Learned, Ranker, Standing
from core.schema.plan import AxisScore
from core.schema.time import Cut, TimeSpan
from ui.axes import evidence_words, first_evidence, moved_words, ranking_words, strengths, unjudged_words
from ui.main_window import MainWindow
from ui.models.clips import ClipRole
from ui.ranking import RankingPopover, weight_words
from ui.timeline.view import TimelineView


def add_clips(project: FakeProject, run_id: str) -> None:
    """Give a run three clips: the best, one that opens best, and a short one."""
    for name, score, hook, start, end in (
        ("best", 80.0, 40.0, 1.0, 41.0),
        ("opener", 76.0, 97.0, 42.0, 60.0),
        ("short", 70.0, 50.0, 61.0, 69.0),
    ):
        clip = Clip(
            id=f"{run_id}-{name}",
            run_id=run_id,
            cut=Cut(ranges=(TimeSpan(start=start, end=end),)),
            score=score,
            axes={
                "hook": AxisScore(score=hook, evidence=("nobody told me",)),
                "quotability": AxisScore(score=75.0),
                "visual": AxisScore(score=None),
            },
            style="clean@1",
            reason="A statement that has quotable lines.",
        )
        wording = clip.wording.model_copy(update={"title": name})
        project.clip_records[clip.id] = clip.model_copy(update={"wording": wording})


async def review(window: MainWindow, project: FakeProject) -> str:
    run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=0)
    add_clips(project, run_id)
    window.open_run(run_id)
    await until(lambda: find(window, TimelineView, "timelineView").viewport.duration == 70.0)
    return run_id


def current(window: MainWindow) -> str:
    clip: Clip = find(window, QListView, "clipList").currentIndex().data(ClipRole)
    return clip.wording.title


def popover(window: MainWindow) -> RankingPopover:
    return find(window, RankingPopover, "rankingPopover")


def slider(window: MainWindow, axis: str) -> QSlider:
    """Return the slider of an axis; the ranking is opened for it where it is not."""
    if (made := window.findChild(RankingPopover)) is None or not made.isVisible():
        click(find(window, QPushButton, "ranking"))
    return find(window, QSlider, f"weight_{axis}")


async def test_a_slider_ranks_the_list_at_once_and_the_clip_in_hand_stays(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await review(window, project)
        assert titles(window) == ["best", "opener", "short"]
        assert current(window) == "best"
        click(find(window, QPushButton, "ranking"))
        hook = slider(window, "hook")
        assert hook.hasFocus(), "the keyboard is at the first slider"
        QTest.keyClick(hook, Qt.Key.Key_End)
        assert titles(window) == ["opener", "best", "short"], "before anything is stored"
        assert current(window) == "best"
        assert find(window, QLabel, "clipScore").text() != "80"
        assert "Down from 80. Your sliders count." in find(window, QLabel, "clipMoved").text()
        assert project.taste.weights.is_usual
        await until(lambda: project.taste.weights.of("hook") == 2.0)
        assert find(window, QPushButton, "ranking").text() == "Ranked by your sliders"
        QTest.keyClick(hook, Qt.Key.Key_Left)
        assert slider(window, "hook").value() == 19
        click(find(popover(window), QPushButton, "resetWeights"))
        assert titles(window) == ["best", "opener", "short"]
        assert find(window, QLabel, "clipScore").text() == "80"
        assert not find(window, QLabel, "clipMoved").isVisible()
        QTest.keyClick(popover(window), Qt.Key.Key_Escape)
        assert not popover(window).isVisible()


async def test_other_orders_stay_what_they_are_while_axes_are_weighed(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await review(window, project)
        sort = next(each for each in window.findChildren(QComboBox) if each.accessibleName() == "Sort clips by")
        sort.setCurrentIndex(sort.findData("shortest"))
        slider(window, "hook").setValue(20)
        assert titles(window) == ["short", "opener", "best"]
        sort.setCurrentIndex(sort.findData("score"))
        assert titles(window) == ["opener", "best", "short"]


async def test_weights_are_there_again_in_another_window(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await review(window, project)
        slider(window, "hook").setValue(20)
    async with opened(project, memory) as window:
        window.open_run("r1")
        await until(lambda: find(window, TimelineView, "timelineView").viewport.duration == 70.0)
        assert titles(window)[0] == "opener"
        assert slider(window, "hook").value() == 20


async def test_an_axis_that_no_clip_was_judged_on_has_no_slider_to_drag(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await review(window, project)
        press(window, Qt.Key.Key_W)
        assert popover(window).isVisible()
        assert not slider(window, "visual").isEnabled()
        assert slider(window, "quotability").isEnabled()
        popover(window).close()


async def test_what_was_learned_ranks_says_so_and_can_be_switched_off(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await review(window, project)
        button = find(window, QPushButton, "ranking")
        assert button.text() == "Usual ranking"
        project.taste.tell(Learned(decisions=84, ranker=LIKES_SHORT))
        assert button.text() == "Learned from 84 decisions"
        assert titles(window) == ["short", "opener", "best"]
        assert current(window) == "best", "what is in hand stays in hand"
        assert "Down from 80. You tend to approve shorter clips." in find(window, QLabel, "clipMoved").text()
        click(button)
        assert find(window, QLabel, "learnedFrom").text() == "Learned from 84 decisions"
        why = find(window, QLabel, "learnedWhy").text()
        assert "You tend to approve shorter clips." in why
        assert "79 % of pairs" in why and "58 %" in why
        use = find(window, QCheckBox, "useLearned")
        QTest.keyClick(use, Qt.Key.Key_Space)
        assert titles(window) == ["best", "opener", "short"]
        assert find(window, QLabel, "learnedFrom").text() == "Learned from 84 decisions, not used"
        QTest.keyClick(use, Qt.Key.Key_Space)
        assert titles(window)[0] == "short"
        popover(window).close()


@pytest.mark.parametrize(("chosen", "forgets"), [("afreshKeep", False), ("afreshForget", True)])
async def test_a_fresh_start_is_asked_first_and_taken_back_where_that_was_promised(
    project: FakeProject, memory: QSettings, chosen: str, forgets: bool
) -> None:
    async with opened(project, memory) as window:
        await review(window, project)
        project.taste.tell(Learned(decisions=84, ranker=LIKES_SHORT))
        click(find(window, QPushButton, "ranking"))
        click(find(window, QPushButton, "startAfresh"))
        assert ("start_afresh", forgets) not in project.calls, "nothing is forgotten before it is said"
        click(find(window, QPushButton, chosen))
        assert ("start_afresh", forgets) in project.calls
        assert titles(window) == ["best", "opener", "short"]
        assert find(window, QLabel, "learnedFrom").text() == "Nothing learned yet"
        back = find(window, QPushButton, "takeBackFresh")
        assert back.isVisible() is not forgets
        if not forgets:
            click(back)
            assert titles(window)[0] == "short"
        popover(window).close()


async def test_the_page_tells_the_strongest_axes_first_with_the_words_that_earned_them(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await review(window, project)
        find(window, QListView, "clipList").setCurrentIndex(
            find(window, QListView, "clipList").model().index(1, 0)
        )
        first = find(window, QWidget, "axis_Quotable"), find(window, QWidget, "axis_Hook")
        texts = [label.text() for label in first[1].findChildren(QLabel)]
        assert "“nobody told me”" in texts
        why = [label.text() for label in find(window, QWidget, "unjudged_Visual").findChildren(QLabel)]
        assert "not judged: the picture was not looked at" in why


def test_words_of_weights() -> None:
    assert [weight_words(each) for each in (0.0, 0.5, 1.0, 1.5, 2.0)] == [
        "ignored",
        "× 0.5",
        "usual",
        "× 1.5",
        "double",
    ]


def test_words_of_evidence() -> None:
    assert evidence_words("completeness", ("We began", "it ended.")) == "from “We began” to “it ended.”"
    assert evidence_words("engagement", ("3 changes of speaker", "Why so?")) == "3 changes of speaker · “Why so?”"
    assert evidence_words("density", ("cash", "price")) == "about cash, price"
    assert evidence_words("hook", ("nobody",)) == "“nobody”"
    assert evidence_words("hook", ()) == ""
    assert unjudged_words("visual", AxisScore(score=None, evidence=("no frames",))) == "not judged: no frames"


def test_words_of_the_ranking() -> None:
    used = Ranker(is_used=True, held_out=HeldOut(pairs=9, usual=0.5, learned=0.8, noise=0.1))
    assert ranking_words(Learned(), False) == "Usual ranking"
    assert ranking_words(Learned(decisions=1), False) == "Usual ranking · 1 decision so far"
    assert ranking_words(Learned(decisions=84, ranker=used), True) == "Your sliders · learned from 84 decisions"
    assert ranking_words(Learned(decisions=84, ranker=used, is_on=False), False).startswith("Usual ranking")
    assert moved_words(Standing(score=80.2, usual=80.4, is_learned=True, because="You tend.")) == ""


def test_evidence_that_the_title_says_already_is_left_out() -> None:
    clip = Clip(
        id="a",
        run_id="r",
        cut=Cut(ranges=(TimeSpan(start=0.0, end=5.0),)),
        axes={"hook": AxisScore(score=90.0, evidence=("Nobody told me, but…", "never"))},
    )
    clip = clip.model_copy(update={"wording": clip.wording.model_copy(update={"title": "Nobody told me"})})
    standing = Standing(score=90.0, usual=90.0, strongest=("hook",))
    assert first_evidence(clip, standing) == "“never”"
    assert strengths(clip, standing) == "Hook 90"


def test_a_clip_without_scores_has_no_strengths() -> None:
    clip = Clip(id="a", run_id="r", cut=Cut(ranges=(TimeSpan(start=0.0, end=5.0),)))
    assert strengths(clip, Standing(score=0.0, usual=0.0)) == ""
    assert AxisWeights().is_usual
