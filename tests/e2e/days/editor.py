"""The editor's day: a talk is dropped on the window, its clips are looked through, mended and exported."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint

from tests.e2e.days.person import WORK_S, Person, xdotool
from tests.e2e.days.sitting import Place
from ui.preview.canvas import Canvas
from ui.timeline.view import TimelineView
from ui.transcript.view import TranscriptView
from ui.widgets.timecode import parse_time

TITLE, WORD = "A better title", "Xylophones"


async def day(person: Person, place: Place) -> None:
    """From the first start to files in a folder."""
    await first_start(person)
    await short_clips(person)
    await drop(person, place.sources / "talk.mp4")
    await something_else(person)
    await person.sees("clipList", WORK_S)
    await person.until("three clips are listed", lambda: len(person.rows("clipList")) == 3)
    person.look("found")
    await walk(person)
    await trim(person)
    await fix_caption(person, place)
    await reframe(person, place)
    await export(person, place)
    await hand_off(person, place)
    assert person.widget("mainWindow").width() <= place.size[0], "the window grew beyond its screen"
    await person.keys("ctrl+q")


async def first_start(person: Person) -> None:
    """The first steps are offered; the editor has no time."""
    await person.sees("firstRun")
    person.look("first steps")
    await person.click("firstRunSkip")
    await person.sees("welcomePage")
    assert person.text("welcomeHeadline") == "Drop a long video here"


async def short_clips(person: Person) -> None:
    """What is looked for is chosen before the talk is there: three short clips."""
    await person.menu("File", "Options for new runs")
    await person.sees("runOptions")
    for field, value in (("optionTop", "3"), ("Shortest clip", "2"), ("Longest clip", "4")):
        await person.write(field, value)
    person.look("options")
    await person.click("useOptions")


async def drop(person: Person, talk: Path) -> None:
    """The talk is dragged out of a file manager and let go over the window."""
    files = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("file_manager.py")), str(talk), "10", "500"]
    )
    try:
        xdotool("search", "--sync", "--onlyvisible", "--name", "^Files$")
        target = person.widget("dropTarget")
        middle = target.mapToGlobal(target.rect().center())
        xdotool("mousemove", 80, 530, "mousedown", 1)
        for step in range(1, 9):
            xdotool("mousemove", 80 + (middle.x() - 80) * step // 8, 530 + (middle.y() - 530) * step // 8)
            await person.rest()
        await person.until("the place for files is lit", lambda: target.property("hot"))
        person.look("over the window")
        xdotool("mouseup", 1)
        await person.sees("progressPage")
    finally:
        files.terminate()
        files.wait(timeout=20)
    await person.reads("progressTitle", "^talk")


async def something_else(person: Person) -> None:
    """While stages run, the editor reads the keys, looks what is at work, and comes back."""
    await person.keys("question")
    await person.sees("keysDialog")
    person.look("keys")
    await person.keys("Escape")
    await person.keys("ctrl+j")
    await person.reads("jobsHead", "running|Jobs")
    person.look("at work")
    await person.click("jobsClose")


async def walk(person: Person) -> None:
    """Every clip is decided with one hand on the keyboard, which also goes on to the next; one is taken back."""
    best, second, third = (title(row) for row in person.rows("clipList"))
    await person.reads("previewTitle", re.escape(best))
    await person.keys("Return")
    await moves(person)
    await decide(person, "a", 0, "approved", then=second)
    await decide(person, "m", 1, "maybe", then=third)
    await decide(person, "x", 2, "rejected", then=third)
    await person.reads("clipSums", "^1 approved · .* · all decided$")
    await person.offers("Edit", f"Undo rejection of “{third[:16]}")
    await person.menu("Edit", "Undo")
    await person.until("the third is undecided again", lambda: ", undecided," in person.rows("clipList")[2])
    await person.keys("ctrl+shift+z")
    await person.until("and rejected again", lambda: ", rejected," in person.rows("clipList")[2])
    await person.keys("Up", "Up")
    await person.reads("previewTitle", re.escape(best))
    person.look("decided")


async def moves(person: Person) -> None:
    """The picture is seen to move, then the space bar holds it."""
    canvas = person.widget("previewCanvas", Canvas)
    for _ in range(3):
        before = canvas.picture()
        await person.until("the picture moves", lambda: canvas.picture() != before)  # noqa: B023
    await person.keys("space")


async def decide(person: Person, key: str, row: int, decision: str, then: str) -> None:
    """One key decides, and the next clip is in hand."""
    await person.keys(key)
    await person.until(f"clip {row} is {decision}", lambda: f", {decision}," in person.rows("clipList")[row])
    await person.reads("previewTitle", re.escape(then))


async def trim(person: Person) -> None:
    """The best clip starts a word later and ends a word earlier, by keys; its end is then dragged further in."""
    start, end = seconds(person.text("clipStart")), seconds(person.text("clipEnd"))
    await person.keys("bracketright")
    await person.until("the clip starts later", lambda: seconds(person.text("clipStart")) > start)
    await person.keys("braceleft")
    await person.until("the clip ends earlier", lambda: seconds(person.text("clipEnd")) < end)
    trimmed = seconds(person.text("clipEnd"))
    view = person.widget("timelineView", TimelineView)
    await person.until("the clip is on the timeline as it is now", lambda: area_of(view, trimmed))
    _left, top, right, bottom = area_of(view, trimmed)
    edge = QPoint(round(right) - 2, round((top + bottom) / 2))
    await person.drag(view, edge, edge - QPoint(30, 0))
    await person.until(
        "the clip ends where its end was dragged", lambda: seconds(person.text("clipEnd")) < trimmed
    )
    dragged = seconds(person.text("clipEnd"))
    await person.offers("Edit", "Undo trim of “")
    await person.keys("ctrl+z")
    await person.until("the end is back", lambda: seconds(person.text("clipEnd")) == trimmed != dragged)
    await person.write("clipTitle", TITLE)
    await person.keys("Return")
    await person.reads("previewTitle", TITLE)
    person.look("trimmed")


async def fix_caption(person: Person, place: Place) -> None:
    """A word that was heard wrong is corrected where it stands in the transcript."""
    await person.tab("Transcript")
    view = person.widget("transcriptView", TranscriptView)
    first, last = view.page.words_within(seconds(person.text("clipStart")), seconds(person.text("clipEnd")))
    wrong = max(range(first, last), key=lambda word: len(view.page.words[word].text))
    heard = view.page.words[wrong].text
    await person.until("the word is in sight", lambda: not view.area_of(wrong, wrong + 1).isEmpty())
    await person.press(view.viewport(), view.area_of(wrong, wrong + 1).center(), times=2)
    await person.sees("wordEditor")
    assert person.text("wordEditor") == heard
    await person.type(WORD)
    person.look("correcting")
    await person.keys("Return")
    await person.until("the transcript says it", lambda: WORD in view.toPlainText())
    place.notes["heard"] = heard
    person.look("corrected")
    await person.tab("Clips")


async def reframe(person: Person, place: Place) -> None:
    """In the square the crop is not where the editor wants it: the picture is dragged under it."""
    await person.keys("2")
    canvas = person.widget("previewCanvas", Canvas)
    await person.until("the clip is framed in a square", lambda: is_square(canvas) and is_framed(canvas))
    view = canvas.framing()
    seen = view.parts[0].seen
    # Away from the edge of the source that the crop is nearer to.
    way = 60 if seen.center().x() > view.size.width / 2 else -60
    middle = canvas.frame_area().center().toPoint()
    await person.drag(canvas, middle, middle + QPoint(way, 0))
    await person.sees("byHandBadge")
    await person.until("what was dragged is framed", lambda: is_framed(canvas) and canvas.framing().live is None)
    by_hand = canvas.framing().parts[0].seen
    assert abs(by_hand.center().x() - seen.center().x()) > 20, "the picture did not follow the hand"
    place.notes["crop"] = [by_hand.x(), by_hand.y(), by_hand.width(), by_hand.height()]
    place.notes["crop_at"] = person.text("sourceTime")
    person.look("square")


async def export(person: Person, place: Place) -> None:
    """What is approved goes out upright, square and wide, into a folder whose path is typed."""
    await person.keys("ctrl+e")
    await person.sees("exportDialog")
    await person.write("exportFolder", str(place.out))
    assert person.text("exportSum") == "3 files", person.text("exportSum")
    person.look("export")
    await person.click("startExport")
    await person.reads("exportHeading", "[012] of 3 files done")
    person.look("exporting")
    await person.reads("exportHeading", "^3 files exported", WORK_S)
    await person.until("files can be shown", lambda: person.widget("showInFolder").isEnabled())
    place.notes["told"] = [person.widget("fileRow").accessibleName()]
    person.look("exported")
    await person.keys("Escape")
    await person.until("the dialog is gone", lambda: not person.is_shown("exportDialog"))


async def hand_off(person: Person, place: Place) -> None:
    """What is approved is handed to Final Cut, to be finished there."""
    await person.menu("Run", "Hand off to an editor")
    await person.sees("handOffDialog")
    await person.choose("handOffKind", "FCPXML")
    await person.write("handOffFolder", str(place.out / "to finish"))
    assert person.text("handOffSum") == "1 clip", person.text("handOffSum")
    await person.click("startHandOff")
    await person.reads("handOffHeading", "^1 clip handed over")
    person.look("handed off")
    await person.keys("Escape")
    await person.until("the dialog is gone", lambda: not person.is_shown("handOffDialog"))


def title(row: str) -> str:
    """Return the title in a row of the list."""
    return row.partition(", score ")[0]


def seconds(text: str) -> float:
    """Return what a field of a time says, in seconds."""
    at = parse_time(text)
    assert at is not None, text
    return at


def area_of(view: TimelineView, end: float) -> tuple[float, float, float, float]:
    """Return where the clip that ends at a second is on the timeline; nothing where there is none."""
    found = (clip.id for clip in view.scene.clips if abs(clip.end - end) < 0.06)
    return view.clip_area(next(found, "")) or ()


def is_square(canvas: Canvas) -> bool:
    """Whether a square picture is shown."""
    picture = canvas.picture()
    return picture is not None and picture.width() == picture.height()


def is_framed(canvas: Canvas) -> bool:
    """Whether it is shown how the picture is framed, and nothing is being made."""
    return canvas.framing() is not None and not canvas.message()
