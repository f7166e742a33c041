"""A night with many files: a recipe is made and used, a batch given to it, and one file mended afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tests.e2e.days.editor import first_start
from tests.e2e.days.person import WORK_S, Person
from tests.e2e.days.sitting import Place

LONG_S = 6 * WORK_S


async def evening(person: Person, place: Place) -> None:
    """Make a recipe, use it, give it all files of the folder, and read the report when all are through."""
    await first_start(person)
    await recipe(person, place)
    await person.click("importButton")
    await person.sees("importDialog")
    await person.type(" ".join(f'"{file}"' for file in sorted(place.sources.glob("*.mp4"))))
    await person.keys("Return")
    await person.reads("statusJobsWords", "Night: ", WORK_S)
    person.look("at work")
    await person.reads("noticeText", "“Night”: ", LONG_S)
    place.notes["notice"] = person.text("noticeText")
    person.look("through")
    await person.click("noticeAction")
    await person.sees("morningDialog")
    await person.until("the report is there", lambda: person.is_shown("sourceCard"))
    person.look("report")
    place.notes["report"] = endings(person)
    await mend(person, place)
    await person.keys("Escape")
    await person.keys("ctrl+q")


async def recipe(person: Person, place: Place) -> None:
    """One short clip of each, approved by itself."""
    await person.keys("ctrl+shift+p")
    await person.sees("recipesDialog")
    await person.click("newRecipe")
    await person.sees("recipeDialog")
    await person.write("recipeName", "Night")
    for field, value in (("optionTop", "1"), ("Shortest clip", "1"), ("Longest clip", "5")):
        await person.write(field, value)
    await person.click("optionAtOnce")
    await person.sees("optionFolder")
    for shape in ("1:1", "16:9"):
        await person.click(f"optionShape_{shape}")
    await person.write("optionFolder", str(place.out))
    person.look("recipe")
    await person.click("saveRecipe")
    await person.reads("recipesTold", "“Night” is saved")
    await person.click("useRecipe")
    await person.reads("welcomeRecipe", "“Night”")


async def mend(person: Person, place: Place) -> None:
    """The broken file is put right, and tried again alone."""
    (place.sources / "whole").replace(place.sources / "broken.mp4")
    await person.click("retrySource")
    await person.until("all are made", lambda: set(endings(person)) == {"Made"}, LONG_S)
    person.look("mended")
    place.notes["mended"] = endings(person)


def endings(person: Person) -> list[str]:
    """Return how each video of the report ended."""
    return [each.text() for each in person.widget("morningDialog").findChildren(QLabel, "cardEnding")]
