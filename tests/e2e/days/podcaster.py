"""The podcaster's night: episodes are queued in the evening, and in the morning there are files, or reasons."""

from __future__ import annotations

import re

from tests.e2e.days.editor import first_start
from tests.e2e.days.person import WORK_S, Person
from tests.e2e.days.sitting import Place

EPISODES = ("Episode 1", "Episode 2", "Episode 3")
UNPLUGGED = "Episode 2"
# What was ordered with files is there to be reviewed for a moment, before these are asked for.
_AT_WORK = "working|waiting|making files|ready to review"


async def evening(person: Person, place: Place) -> None:
    """Queue three episodes, lose the disk of one of them without noticing, and close the window over the work."""
    await first_start(person)
    await order(person, place)
    await person.keys("ctrl+p")
    await queue(person, place)
    unplug(place)
    await person.keys("ctrl+p")
    await person.reads("jobsHead", "^1 running", WORK_S)
    person.look("at work")
    await person.keys("ctrl+q")


async def order(person: Person, place: Place) -> None:
    """Of each episode the best clip, in the brand's style and three shapes, as files, with nobody there."""
    await person.menu("File", "Options for new runs")
    await person.sees("runOptions")
    for field, value in (("optionTop", "1"), ("Shortest clip", "2"), ("Longest clip", "4")):
        await person.write(field, value)
    await person.choose("optionStyle", "Karaoke")
    await person.click("optionAtOnce")
    await person.sees("optionFolder")
    await person.write("optionFolder", str(place.out))
    ticked = [person.text(f"optionShape_{shape}") for shape in ("9:16", "1:1", "16:9", "4:5")]
    assert ticked == ["[x] 9:16", "[x] 1:1", "[x] 16:9", "[ ] 4:5"]
    person.look("order")
    await person.click("useOptions")


async def queue(person: Person, place: Place) -> None:
    """All three are chosen at once; while the queue is held they wait in line."""
    await person.click("importButton")
    await person.sees("importDialog")
    names = " ".join(f'"{place.sources / episode}.mp4"' for episode in EPISODES)
    await person.type(names)
    await person.keys("Return")
    await person.keys("ctrl+j")
    await person.reads("jobsHead", "^0 running, 3 waiting")
    person.look("in line")


def unplug(place: Place) -> None:
    """The disk with an episode goes away, without a word to the program."""
    (place.sources / f"{UNPLUGGED}.mp4").rename(place.sources / "unplugged")


def plug_in(place: Place) -> None:
    """The disk is back."""
    (place.sources / "unplugged").rename(place.sources / f"{UNPLUGGED}.mp4")


async def morning(person: Person, place: Place) -> None:
    """The work went on by itself; one episode says why it has no files, and one click makes them."""
    await person.sees("welcomePage")
    await person.until("all episodes are told of", lambda: len(recent(person)) == 3)
    person.look("opened again")
    await person.until("all came to an end", lambda: not re.search(_AT_WORK, str(recent(person))), WORK_S)
    told = recent(person)
    assert sorted(told) == ["Episode 1   –   done", "Episode 2   –   failed", "Episode 3   –   done"], told
    person.look("in the morning")
    place.notes["night"] = told
    await retry(person, place)
    await person.keys("ctrl+q")


async def retry(person: Person, place: Place) -> None:
    """The failed one is opened: it names the file. The disk is put back, and one click is all."""
    await person.press(next(each for each in person.all_that_say("^Episode 2 ")))
    why = await person.reads("progressWords", "Episode 2.mp4")
    person.look("why")
    place.notes["why"] = why
    plug_in(place)
    await person.click("progressRetry")
    await person.sees("clipList", WORK_S)
    await person.tab("Runs")
    await person.until("the files are there", lambda: "Episode 2, Done" in person.rows("runList"), WORK_S)
    person.look("all done")


def recent(person: Person) -> list[str]:
    """Return what the first page says of the newest runs."""
    return [each.text() for each in person.all_that_say("^Episode ")]
