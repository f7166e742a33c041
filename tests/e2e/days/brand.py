"""The brand manager's day: a style is made on real clips, published, and given to what was finished before it."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QSlider

from core.schema.choice import ASPECTS
from tests.e2e.days.person import WORK_S, Person
from tests.e2e.days.sitting import Place
from ui.preview.canvas import Canvas
from ui.style.sheet import Sheet

TITLE, PIN = "House", "house@1"


async def day(person: Person, place: Place) -> None:
    """From a copy of a style to a batch in its first version."""
    await person.sees("welcomePage")
    await person.press(next(each for each in person.all_that_say("^talk ")))
    await person.sees("clipList")
    await begin(person)
    await change(person, place.sources / "logo.png")
    await look_at_all(person)
    await publish(person)
    await restyle(person)
    await prove(person)
    await person.keys("ctrl+q")


async def begin(person: Person) -> None:
    """A copy of a style is taken in hand, and named."""
    await person.keys("y")
    await person.sees("styleList")
    await person.click("edit_clean")
    await person.write("styleTitle", TITLE)
    await person.keys("Return")
    await person.reads("draftState", "Draft kept")


async def change(person: Person, logo: Path) -> None:
    """Font, colour, highlight, logo and place: each is seen on the clip in hand at once."""
    canvas = person.widget("previewCanvas", Canvas)
    await person.until("the clip is shown", lambda: canvas.picture() is not None and not canvas.message(), WORK_S)
    # Into the middle of what is said: captions are there, and the opening line is gone.
    await person.click("seekBar", QPoint(person.widget("seekBar").width() * 9 // 10, 8))
    await settled(person, canvas)
    await seen(person, canvas, person.choose("fontFamily", "Anton"))
    await seen(person, canvas, typed(person, "control_captions_colour", "#ffe14d"))
    await seen(person, canvas, person.click("mark_box"))
    await person.click("foldHead_logo")
    await seen(person, canvas, add_logo(person, logo))
    await person.click("foldHead_pages")
    await seen(person, canvas, move_up(person))
    person.look("changed")


async def seen(person: Person, canvas: Canvas, act: Awaitable[None]) -> None:
    """Do something, and see the picture change with it."""
    before = QImage(canvas.picture())
    await act
    await person.until("the clip shows the change", lambda: canvas.picture() != before)
    await settled(person, canvas)


async def settled(person: Person, canvas: Canvas) -> None:
    """See the same picture for a moment."""
    still = 0
    before = QImage(canvas.picture())

    def is_still() -> bool:
        nonlocal still, before
        still = still + 1 if canvas.picture() == before and not canvas.message() else 0
        before = QImage(canvas.picture())
        return still >= 20

    await person.until("the picture stands still", is_still)


async def typed(person: Person, control: str, text: str) -> None:
    """Type another colour into a control."""
    await person.write(person.inside(control, QLineEdit), text)
    await person.keys("Return")


async def add_logo(person: Person, logo: Path) -> None:
    """Choose the brand's logo."""
    await person.click("logo_fileChoose")
    await person.sees("logo_fileDialog")
    await person.type(str(logo))
    await person.keys("Return")
    await person.reads("logo_fileName", "logo")


async def move_up(person: Person) -> None:
    """Drag the captions higher."""
    slider = person.inside("control_captions_position", QSlider)
    middle = slider.rect().center()
    await person.drag(slider, middle, middle - QPoint(middle.x() // 2, 0))


async def look_at_all(person: Person) -> None:
    """The draft on the clips that were not rejected, in every shape at once, with what a platform lays over."""
    await person.click("styleShapes")
    await person.sees("sideBySide")
    await person.choose("sheetZones", "TikTok")
    sheet = person.widget("proofSheet", Sheet)
    places = [(row, column) for row in range(2) for column in range(len(ASPECTS))]
    await person.until(
        "every clip is shown in every shape", lambda: all(sheet.picture(*at) for at in places), WORK_S
    )
    await person.until("nothing is being painted", lambda: not person.is_shown("sheetBusy"), WORK_S)
    person.look("all shapes")
    shapes = {round(sheet.picture(*at).width() / sheet.picture(*at).height(), 1) for at in places}
    assert len(shapes) == len(ASPECTS), shapes
    await person.keys("Escape")
    await person.until("the sheet is gone", lambda: not person.is_shown("sideBySide"))


async def publish(person: Person) -> None:
    """The draft becomes a version that never changes."""
    await person.click("stylePublish")
    await person.sees("publishStyle")
    assert person.widget("publishStyle").windowTitle() == f"Publish {TITLE}"
    await person.reads("publishDifference", "(?s)Anton.*")
    await person.click("publishNote")
    await person.type("Our letters, our yellow")
    await person.write("publishAuthor", "Ana")
    person.look("publish")
    await person.click("publishNow")
    await person.reads("noticeText", f"^Published {PIN}")


async def restyle(person: Person) -> None:
    """What was finished is rendered again in it; it is told before that nothing else is done."""
    await person.click("noticeAction")
    await person.sees("applyStyle")
    words = await person.reads("applyWords", "3 files will be rendered again")
    assert "nothing is transcribed or analysed again" in words, words
    person.look("restyle")
    await person.click("applyNow")
    await person.reads("noticeText", "^3 files exported", WORK_S)
    person.look("restyled")


async def prove(person: Person) -> None:
    """The clip says which version it was made with."""
    await person.tab("Inspector")
    await person.tab("Captions")
    await person.reads("clipStyle", f"^In use: {TITLE}, version 1")
    person.look("proved")
