"""A night with many files: a recipe is made and used, a batch given to it, and one file mended afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QTreeView

from core.watching import media_in
from tests.e2e.days.editor import first_start
from tests.e2e.days.person import WORK_S, Person
from tests.e2e.days.sitting import Place
from ui.recipes.source_card import SourceCard

LONG_S = 36 * WORK_S


async def evening(person: Person, place: Place) -> None:
    """Make a recipe, use it, give it all files of the folder, and read the report when all are through."""
    await first_start(person)
    await recipe(person, place)
    await give_all(person, place)
    await person.reads("statusJobsWords", "Night: ", WORK_S)
    person.look("at work")
    await person.reads("noticeText", "“Night”: ", LONG_S)
    place.notes["notice"] = person.text("noticeText")
    person.look("through")
    await person.keys("ctrl+shift+m")
    await person.sees("morningDialog")
    await person.until("the report is there", lambda: person.is_shown("sourceCard"))
    person.look("report")
    place.notes["report"] = endings(person)
    await mend(person, place)
    await person.keys("Escape")
    await person.keys("ctrl+q")


async def give_all(person: Person, place: Place) -> None:
    """Go into the folder, where every file is offered that may be one, and name them all."""
    await person.click("importButton")
    await person.sees("importDialog")
    await person.type(str(place.sources))
    await person.keys("Return")
    listed, expected = person.widget("treeView", QTreeView), [file.name for file in media_in(place.sources)]

    def offered() -> list[str]:
        model, root = listed.model(), listed.rootIndex()
        return sorted(str(model.index(row, 0, root).data()) for row in range(model.rowCount(root)))

    await person.until(f"{expected} are offered", lambda: offered() == sorted(expected))
    await person.type(" ".join(f'"{name}"' for name in expected))
    person.look("all of the folder")
    await person.keys("Return")


async def recipe(person: Person, place: Place) -> None:
    """One short clip of each, approved by itself."""
    await person.keys("ctrl+shift+p")
    await person.sees("recipesDialog")
    await person.click("newRecipe")
    await person.sees("recipeDialog")
    await person.write("recipeName", "Night")
    for field, value in (("optionTop", "1"), ("Shortest clip", "1"), ("Longest clip", "20")):
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
    """The broken file is put right, and tried again alone, from its own card."""
    broken = place.sources / place.notes["broken"]
    shutil.copyfile(place.notes["whole"], broken)
    # What could not be read has no name but that of its file.
    await person.click(f"Try again: {broken.name}")
    await person.until("it is worked on", lambda: endings(person)[broken.stem] == "Worked on")
    await person.until("it is through", lambda: endings(person)[broken.stem] != "Worked on", LONG_S)
    person.look("mended")
    place.notes["mended"] = endings(person)


def endings(person: Person) -> dict[str, str]:
    """Return how each video of the report ended, by its name."""
    cards = person.widget("morningDialog").findChildren(SourceCard)
    told = (card.accessibleName().rpartition(": ") for card in cards)
    return {Path(name).stem: ending for name, _, ending in told}
