"""What a scene is like, as conditions that rules can name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from core.framing import rules
from core.framing.exchanges import find_exchanges
from core.framing.heads import do_heads_fit, people_box
from core.framing.layouts import layout_named
from core.framing.scene import Canvas, Scene, Subject
from core.schema.framing import CropPath
from core.schema.time import TimeSpan


@dataclass
class Memory:
    """What was shown so far in one aspect: the latest crop of each set of people; who was seen last, and how."""

    crops: dict[tuple[int, ...], CropPath] = field(default_factory=dict)
    people: tuple[int, ...] = ()
    layout: str = ""

    def note(self, people: Sequence[Subject], layout: str) -> None:
        """Remember what is shown now."""
        self.people, self.layout = people_key(people), layout

    def shows(self, people: Sequence[Subject], layout: str) -> bool:
        """Whether exactly these people were shown last, in this layout."""
        return self.layout == layout and self.people == people_key(people)


def people_key(people: Sequence[Subject]) -> tuple[int, ...]:
    """Return who somebody is, whatever their order."""
    return tuple(sorted(subject.person for subject in people))


@dataclass(frozen=True)
class Situation:
    """One scene before one canvas, after what was shown last. Its properties are the conditions of the rules.

    `cast` are the persons who matter, where that was decided on more than this scene.
    """

    scene: Scene
    canvas: Canvas
    memory: Memory
    cast: tuple[int, ...] = ()

    def holds(self, condition: str) -> bool:
        """Return whether a condition of a rule holds."""
        name = condition.removeprefix("not ")
        return bool(getattr(self, name)) == (name == condition)

    @cached_property
    def mains(self) -> list[Subject]:
        """Those who matter, from left to right."""
        if self.cast:
            return [subject for subject in self.scene.subjects if subject.person in self.cast]
        return main_people(self.scene)

    @cached_property
    def everyone(self) -> Scene:
        """The scene showing all who matter."""
        return self.scene.showing(self.mains)

    @cached_property
    def pair(self) -> list[Subject]:
        """The two who talk most, the larger first where they are even, from left to right."""
        best = sorted(self.mains, key=lambda s: (-round(s.talk, 1), -s.size))[:2]
        return sorted(best, key=lambda s: s.place)

    @cached_property
    def exchanges(self) -> list[TimeSpan]:
        """Where two people talk in quick turns, or at once."""
        if not self.has_two_people:
            return []
        return find_exchanges(self.mains, self.scene.span, self.memory.shows(self.mains, "split"))

    @cached_property
    def largest_group(self) -> list[Subject]:
        """The neighbours who fill one crop best, by the summed size of their faces; nobody where none fit."""
        count = len(self.mains)
        groups = [self.mains[first:last] for first in range(count) for last in range(first + 1, count + 1)]
        fitting = [group for group in groups if self._fits(group)]
        return max(fitting, key=lambda group: sum(s.size * s.presence for s in group), default=[])

    @property
    def has_own_shape(self) -> bool:
        """Whether the source has the shape of the output."""
        return layout_named("wide").suits(self.scene, self.canvas)

    @property
    def is_sharp_enough_to_punch_in(self) -> bool:
        """Whether a part of the picture still has lines enough."""
        return self.canvas.largest()[1] * rules.PUNCH_SHARE >= rules.PUNCH_LINES * 0.98

    @property
    def has_several_small_people(self) -> bool:
        """Whether all of several people are small in the picture."""
        return len(self.mains) > 1 and max(s.size for s in self.mains) < rules.PUNCH_FACE * self.canvas.height

    @property
    def shares_a_screen(self) -> bool:
        """Whether a screen is shown, and whoever presents it."""
        content = self.scene.content
        return content is not None and content.is_screen and bool(self.mains)

    @property
    def has_nobody(self) -> bool:
        """Whether nobody who matters is seen."""
        return not self.mains

    @property
    def has_one_person(self) -> bool:
        """Whether one person matters."""
        return len(self.mains) == 1

    @property
    def has_two_people(self) -> bool:
        """Whether two people matter."""
        return len(self.mains) == 2

    @cached_property
    def do_all_fit(self) -> bool:
        """Whether all who matter fit one crop; those who are shown together stay so where they nearly fit."""
        return self._fits(self.mains)

    @cached_property
    def are_all_well_seen(self) -> bool:
        """Whether all are large enough in a crop that holds them; in silence they need not be."""
        if not self.does_anyone_talk:
            return True
        box = people_box(self.mains)
        height = max(box.height, box.width / self.canvas.ratio, self.canvas.smallest()[1])
        bonus = rules.STAYING_BONUS if self.memory.shows(self.mains, "group") else 0.0
        return min(s.size for s in self.mains) >= rules.GROUP_FACE * height * (1 - bonus)

    @property
    def do_any_fit(self) -> bool:
        """Whether anybody fits a crop."""
        return bool(self.largest_group)

    @property
    def do_some_fit(self) -> bool:
        """Whether several fit a crop together."""
        return len(self.largest_group) > 1

    @cached_property
    def does_anyone_talk(self) -> bool:
        """Whether somebody talks enough to be followed."""
        largest = max((subject.size for subject in self.mains), default=1.0)
        is_crowd = len(self.mains) > 2
        talk = sorted((s.talk * (s.size / largest if is_crowd else 1.0) for s in self.mains), reverse=True)
        if is_crowd:
            return talk[0] >= max(rules.CROWD_TALK, rules.CROWD_LEAD * talk[1])
        return bool(talk) and talk[0] >= rules.SOME_TALK

    @property
    def is_there_an_exchange(self) -> bool:
        """Whether two talk in quick turns, or at once, for a while."""
        return bool(self.exchanges)

    @cached_property
    def can_split(self) -> bool:
        """Whether the two who talk most can have a half each."""
        return len(self.pair) == 2 and layout_named("split").suits(self.scene.showing(self.pair), self.canvas)

    def _fits(self, people: Sequence[Subject]) -> bool:
        bonus = rules.STAYING_BONUS if self.memory.shows(people, "group") else 0.0
        return do_heads_fit(people, self.canvas, bonus)


def main_people(scene: Scene) -> list[Subject]:
    """Return those who matter, from left to right: large enough, or talking, and there for long enough."""
    seen = [
        s
        for s in scene.subjects
        if s.presence >= rules.MAIN_PRESENCE or s.presence * scene.span.duration >= rules.MAIN_SECONDS
    ]
    largest = max((subject.size for subject in seen), default=0.0)
    mains = [s for s in seen if s.size >= rules.MAIN_SIZE * largest or s.talk >= 2 * rules.SOME_TALK]
    foremost = sorted(mains, key=lambda s: -s.size * (s.presence + s.talk))[: rules.MAX_MAIN]
    return [s for s in mains if any(s is other for other in foremost)]
