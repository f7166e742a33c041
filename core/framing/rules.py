"""What the director goes by: the rules in their order, and every threshold, as data.

A rule holds where all of its conditions do; the first that holds decides. Conditions are properties of `Situation`
(`core/framing/situation.py`), a leading "not " turns one round. How a treatment is carried out is in
`core/framing/direct.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Treatment = Literal[
    "wide", "punch_in", "whole", "screen", "faceless", "one", "group", "split", "exchange", "turns", "most"
]

# Who matters: faces at least this large beside the largest, seen for this share of the scene or so many seconds.
MAIN_SIZE, MAIN_PRESENCE, MAIN_SECONDS, MAX_MAIN = 0.45, 0.25, 2.0, 8
# A stretch of so many seconds in which no face is seen is composed on its own; one in which another set of people
# is seen, when somebody is gone for so long, and no part with its own people is shorter than this.
NO_FACE_SECONDS, OTHER_CAST_SECONDS, CAST_SECONDS = 4.0, 8.0, 3.5
# Talk that is worth cutting to: of one or two people; of a crowd, where somebody's lips always move and small
# faces tell the least (their talk counts by their size beside the largest); of the first there beside the next.
SOME_TALK, CROWD_TALK, CROWD_LEAD = 0.18, 0.45, 1.5
# An exchange of two, better seen together: at least so many turns in a row, over so many seconds, on average no
# longer than this and none longer than that. One that is shown goes on through turns of the other average. Or both
# talk at once for this share of a stretch.
EXCHANGE_TURNS, EXCHANGE_SECONDS, EXCHANGE_TURN_SECONDS, EXCHANGE_LONGEST_SECONDS = 3, 4.0, 2.8, 6.0
EXCHANGE_LEFT_SECONDS = 3.6
BOTH_TALK = 0.3
# Nothing that the director cuts to is shorter than this.
HOLD_SECONDS = 1.5
# Faces of a group that talks are at least this share of the crop's height: smaller ones are seen one at a time.
GROUP_FACE = 0.1
# What is shown stays until something else is this much better: a box that nearly fits, in shares of the crop.
STAYING_BONUS = 0.06
# A closer look in a picture of the right shape: faces smaller than this share of its height, a crop of at least
# so many lines and so much of it, on someone who talks for this share of so many seconds, after a look at all.
PUNCH_FACE, PUNCH_LINES, PUNCH_SHARE, PUNCH_TALK = 0.2, 720.0, 0.66, 0.65
PUNCH_SECONDS, PUNCH_AFTER_SECONDS, PUNCH_CHANGE_COST = 4.0, 2.5, 2.0
# A face that is outside of its crop for a longer share of the time, or for longer at a time, counts as lost.
LOST_SHARE, LOST_SECONDS = 0.01, 0.25
# A way of this many shorter sides of the crop within so many seconds is better cut over than followed, where a
# face would be lost on it; more such cuts than one in so many seconds would be a flicker.
JUMP_SIDES, JUMP_SECONDS, JUMP_CUT_SECONDS = 0.6, 0.8, 1.9
# So far from one look to the next nobody moves: there a cut comes first.
LEAP_SIDES = 0.6


@dataclass(frozen=True)
class Rule:
    """One rule: in which situation (all of `when`) the picture is composed how, and why, in words for the user."""

    name: str
    when: tuple[str, ...]
    treatment: Treatment
    reason: str


RULES: tuple[Rule, ...] = (
    Rule(
        "closer look",
        ("has_own_shape", "is_sharp_enough_to_punch_in", "has_several_small_people", "does_anyone_talk"),
        "punch_in",
        "a closer look at the person speaking",
    ),
    Rule("own shape", ("has_own_shape",), "wide", "the picture already has this shape"),
    Rule("shared screen", ("shares_a_screen",), "screen", "a screen is shared"),
    # Slides, screens and scenes: what they show decides (`core/framing/faceless.py`), and goes on with the reason.
    Rule("nobody", ("has_nobody",), "faceless", "no face found"),
    Rule("one person", ("has_one_person",), "one", "follows the one person in the picture"),
    Rule(
        "two together", ("has_two_people", "do_all_fit", "are_all_well_seen"), "group", "two people, both in frame"
    ),
    Rule("all together", ("do_all_fit", "are_all_well_seen"), "group", "{count} people, all in frame"),
    Rule(
        "exchange",
        ("has_two_people", "is_there_an_exchange", "can_split"),
        "exchange",
        "two people talking in quick turns: both, {beside}",
    ),
    Rule(
        "silent pair",
        ("has_two_people", "not does_anyone_talk", "can_split"),
        "split",
        "two people, nobody heard talking: both, {beside}",
    ),
    Rule("speaker", ("does_anyone_talk",), "turns", "follows the person speaking"),
    Rule(
        "silent pair apart",
        ("has_two_people", "not do_some_fit"),
        "whole",
        "two people far apart, nobody heard talking: whole picture",
    ),
    Rule("as many as fit", ("do_any_fit",), "most", "{shown} of {count} faces, as many as fit"),
    Rule("too large or far", (), "whole", "faces too large or too far apart for a crop: whole picture"),
)
