"""Everything said is searched as one types; hits are walked by keys, opened, played and made clips of."""

from __future__ import annotations

import asyncio
from decimal import Decimal

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from window_kit import click, find, opened, press, until

from core.pipeline.events import SearchIndexed
from core.schema.search import Hit, MeaningState
from core.search.fusion import Span
from ui import theme
from ui.delegates.hit_row import HitRole, place_words, shown_text
from ui.main_window import MainWindow
from ui.search.list import HitList

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def hits(window: MainWindow) -> list[Hit]:
    found = find(window, HitList, "searchList")
    return [found.item(row).data(HitRole) for row in range(found.count())] if found.isVisible() else []


async def searching(window: MainWindow, typed: str) -> None:
    press(window, Qt.Key.Key_F, CONTROL_SHIFT)
    field = find(window, QLineEdit, "searchField")
    await until(field.hasFocus)
    field.clear()
    QTest.keyClicks(field, typed)
    await until(lambda: not window._bench.search.is_asking)


def test_what_is_said_before_a_match_begins_with_a_whole_word(themed: QApplication) -> None:
    text, before = "So we cut 80% of the product in one afternoon, and we doubled the price.", "Nobody was angry."
    at = text.index("price")
    hit = Hit(source_id="a", start=0, end=9, at=5, speaker="Ana", text=text, marks=((at, at + 5),), before=before)
    words = f"{before} {text}".split()
    begun = set()
    for width in range(60, 2600, 7):
        lead, shown, marks = shown_text(hit, QFontMetrics(theme.font()), width)
        assert [shown[start:end] for start, end in marks] == ["price"]
        said = (lead + shown).removeprefix("…").split()
        assert said == words[-len(said) :]
        begun.add(len(said))
    assert begun >= {1, 9, len(words)}


async def test_a_hit_is_opened_at_its_moment_in_its_run(project: FakeProject, memory: QSettings) -> None:
    older, newer = project.add_run("Episode 11.mp4", clips=3), project.add_run("Episode 12.mp4", clips=3)
    async with opened(project, memory) as window:
        await searching(window, "tripled")
        await until(lambda: len(hits(window)) > 2)
        assert {hit.source for hit in hits(window)} == {"Episode 11.mp4", "Episode 12.mp4"}
        assert all(hit.text[a:b] == "tripled" for hit in hits(window) for a, b in hit.marks)
        assert "places" in find(window, QLabel, "searchState").text()
        press(window, Qt.Key.Key_Down)
        listed = find(window, HitList, "searchList")
        assert listed.hasFocus()
        for _ in range(2):
            press(window, Qt.Key.Key_Down)
        hit = hits(window)[2]
        assert listed.current() == hit
        press(window, Qt.Key.Key_Return)
        review, player = window._bench.review, window._bench.player
        await until(lambda: review.run_id == hit.run_id and hit.run_id in (older, newer))
        await until(lambda: player.composition is not None and abs(player.source_position - hit.at) < 0.1)
        assert not player.is_playing


async def test_space_plays_and_c_makes_a_clip_of_whole_sentences(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", clips=2)
    async with opened(project, memory) as window:
        await searching(window, '"angry when it breaks"')
        await until(lambda: hits(window))
        hit = hits(window)[0]
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_C)
        review = window._bench.review
        await until(lambda: len(review.clips) == 3)
        made = review.current
        assert made is not None and made.is_handmade
        sentences = project.analyses[run_id].segments.sentences
        said = next(each for each in sentences if each.start <= hit.at < each.end)
        assert (made.cut.start, made.cut.end) == (said.start, said.end)
        await until(lambda: window._bench.player.composition is not None)
        listed = find(window, HitList, "searchList")
        listed.setFocus()
        press(window, Qt.Key.Key_Space)
        await until(lambda: window._bench.player.is_playing)
        window._bench.player.pause()


async def test_the_newest_question_wins(project: FakeProject, memory: QSettings) -> None:
    project.add_run("Episode 12.mp4", clips=1)
    async with opened(project, memory) as window:
        project.searching.gate = asyncio.Event()
        press(window, Qt.Key.Key_F, CONTROL_SHIFT)
        field = find(window, QLineEdit, "searchField")
        for letter in "price":
            QTest.keyClicks(field, letter)
            await until(lambda: project.searching.asked[-1:] == [field.text()])
        assert not hits(window)
        project.searching.gate.set()
        await until(lambda: hits(window))
        assert window._bench.search.typed == "price"
        assert all("price" in hit.text for hit in hits(window))
        assert project.searching.asked == ["p", "pr", "pri", "pric", "price"]


async def test_filters_narrow_and_are_taken_away_where_nothing_is_left(
    project: FakeProject, memory: QSettings
) -> None:
    project.add_run("Episode 11.mp4", clips=1)
    project.add_run("Episode 12.mp4", clips=1)
    async with opened(project, memory) as window:
        await searching(window, "hurt")
        await until(lambda: hits(window))
        source = find(window, QComboBox, "searchSource")
        source.setCurrentIndex(source.findText("Episode 11.mp4"))
        await until(lambda: {hit.source for hit in hits(window)} == {"Episode 11.mp4"})
        clips = find(window, QComboBox, "searchClips")
        clips.setCurrentIndex(clips.findData("rejected"))
        await until(lambda: "filters" in find(window, QLabel, "searchEmpty").text())
        click(find(window, QPushButton, "searchWiden"))
        await until(lambda: len({hit.source for hit in hits(window)}) == 2)
        assert source.currentIndex() == 0 and clips.currentIndex() == 0
        assert find(window, QLineEdit, "searchField").text() == "hurt"


async def test_other_spellings_and_nothing_are_told(project: FakeProject, memory: QSettings) -> None:
    project.add_run("Episode 12.mp4", clips=1)
    async with opened(project, memory) as window:
        await searching(window, "custmer")
        await until(lambda: hits(window))
        assert "nobody says “custmer”, shown is customer" in find(window, QLabel, "searchState").text()
        await searching(window, "xylophone")
        await until(lambda: "Nobody says “xylophone”" in find(window, QLabel, "searchEmpty").text())
        project.tell(SearchIndexed(3))
        assert "3 sources are still being read in" in find(window, QLabel, "searchState").text()
        project.tell(SearchIndexed(0))
        assert find(window, QLabel, "searchState").text() == ""


async def test_what_was_looked_for_is_offered_again_and_can_be_forgotten(
    project: FakeProject, memory: QSettings
) -> None:
    project.add_run("Episode 12.mp4", clips=1)
    async with opened(project, memory) as window:
        await searching(window, "money")
        await until(lambda: hits(window))
        press(window, Qt.Key.Key_Return)
        await until(lambda: window._bench.review.run_id != "")
    async with opened(project, memory) as window:
        press(window, Qt.Key.Key_F, CONTROL_SHIFT)
        again = find(window, QPushButton, "searchRecent_0")
        await until(again.isVisible)
        assert again.text() == "money"
        click(again)
        await until(lambda: hits(window))
        field = find(window, QLineEdit, "searchField")
        assert field.hasFocus()
        press(window, Qt.Key.Key_Escape)
        await until(lambda: not hits(window))
        click(find(window, QPushButton, "searchForget"))
        await until(lambda: not find(window, QWidget, "searchRecent").isVisible())
        press(window, Qt.Key.Key_Escape)
        await until(lambda: not find(window, QWidget, "searchPanel").isVisible())


async def test_an_empty_workspace_says_what_can_be_searched(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await searching(window, "")
        assert "once one is transcribed" in find(window, QLabel, "searchEmpty").text()
        assert not find(window, QPushButton, "searchOpen").isEnabled()


def shown(window: MainWindow, name: str) -> bool:
    return find(window, QWidget, name).isVisible()


async def test_without_an_endpoint_it_is_told_how_it_is_had(project: FakeProject, memory: QSettings) -> None:
    project.add_run("Episode 11.mp4", clips=2)
    async with opened(project, memory) as window:
        await searching(window, "tripled")
        await until(lambda: hits(window))
        assert "finds what was meant" in find(window, QLabel, "meaningState").text()
        assert "embedding endpoint" in find(window, QPushButton, "meaningSet").toolTip()
        told, remedy = find(window, QLabel, "meaningState"), find(window, QPushButton, "meaningSet")
        assert remedy.x() - told.geometry().right() < 20
        assert told.width() - told.fontMetrics().horizontalAdvance(told.text()) < 20
        assert {hit.found_by for hit in hits(window)} == {"words"}
        click(find(window, QPushButton, "meaningSet"))
        await until(lambda: window.findChild(QWidget, "settingsDialog") is not None)
        dialog = window.findChild(QWidget, "settingsDialog")
        assert find(dialog, QLineEdit, "embeddingAddress").accessibleName() == "Address of the embedding endpoint"
        dialog.close()


async def test_what_was_meant_joins_what_words_found(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 11.mp4", clips=2)
    project.meaning.current = MeaningState(model="embedder", passages=9, known=9)
    source_id = project.run(run_id).source_id
    async with opened(project, memory) as window:
        await searching(window, "tripled")
        await until(lambda: hits(window))
        first = hits(window)[0]
        lines = project.analyses[run_id].transcript.segments
        said = [line.start for line in lines if "tripled" in line.text]
        far = next(line for line in lines if all(abs(line.start - at) > 25 for at in said))
        project.meaning.near = (
            Span(source_id, first.start - 20, first.end + 20),
            Span(source_id, far.start, far.end),
        )
        await searching(window, "tripled ")
        await until(lambda: {hit.found_by for hit in hits(window)} >= {"both", "meaning"})
        assert hits(window)[0].found_by == "both"
        assert "by words and meaning" in place_words(hits(window)[0])
        (only,) = [hit for hit in hits(window) if hit.found_by == "meaning"]
        assert place_words(only).endswith("by its meaning")
        assert not shown(window, "meaningLine")


async def test_an_endpoint_that_fails_leaves_words_and_says_so(project: FakeProject, memory: QSettings) -> None:
    project.add_run("Episode 11.mp4", clips=2)
    project.meaning.current = MeaningState(model="embedder", passages=9, known=9)
    project.meaning.problem = "The embedding endpoint at http://here gave no answer within 8 s."
    async with opened(project, memory) as window:
        await searching(window, "tripled")
        state = find(window, QLabel, "searchState")
        width = window.width()
        await until(lambda: "found by words alone" in state.text())
        assert find(window, QLabel, "meaningState").text().startswith("The embedding endpoint at http://here")
        assert hits(window)
        # A long reason ends in …; it does not make the window wider.
        project.meaning.problem *= 12
        await searching(window, "tripled ")
        await until(lambda: find(window, QLabel, "meaningState").text() == project.meaning.problem)
        assert window.width() == width


async def test_reading_for_the_meaning_is_followed_stopped_and_gone_on_with(
    project: FakeProject, memory: QSettings
) -> None:
    project.add_run("Episode 11.mp4", clips=2)
    project.meaning.current = MeaningState(
        model="embedder", passages=1200, known=300, is_working=True, left_usd=Decimal("0.25")
    )
    async with opened(project, memory) as window:
        press(window, Qt.Key.Key_F, CONTROL_SHIFT)
        words = find(window, QLabel, "meaningState")
        await until(lambda: words.text().startswith("300 of 1,200 passages"))
        assert "at most $0.25" in words.text()
        click(find(window, QPushButton, "meaningStop"))
        await until(lambda: shown(window, "meaningResume"))
        assert "stopped" in words.text() and not shown(window, "meaningStop")
        click(find(window, QPushButton, "meaningResume"))
        await until(lambda: shown(window, "meaningStop"))
        project.meaning.tell(is_working=False, problem="It has another model under the same name.", is_other=True)
        await until(lambda: shown(window, "meaningAnew"))
        assert "another model" in words.text()
        click(find(window, QPushButton, "meaningAnew"))
        await until(lambda: project.meaning.current.known == 0)
        project.meaning.tell(is_working=False, known=1200)
        await until(lambda: not shown(window, "meaningLine"))
