"""The director: which layout a scene gets, by the table of rules, and how that is carried out, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.framing import rules
from core.framing.by_hand import swapped
from core.framing.casts import cast_phases
from core.framing.faceless import with_presenter, without_faces
from core.framing.layouts import layout_named
from core.framing.operate import can_show, lost_in_any, operate
from core.framing.relays import relayed
from core.framing.rules import RULES, Rule, Treatment
from core.framing.scene import Canvas, Scene, Subject
from core.framing.situation import Memory, Situation
from core.framing.sizing import Sizing
from core.framing.turns import Turn, take_turns
from core.schema.framing import Layout, LayoutSpan
from core.schema.time import TimeSpan

NO_FACE_TO_FOLLOW = "follow was asked for, but no face found: where there is most to see"
STAYS = "stays with the last person who spoke"
PUNCHED_IN = Sizing(face_share=rules.PUNCH_FACE * 1.5, least_share=rules.PUNCH_SHARE)


def direct(scene: Scene, canvas: Canvas, wish: str, memory: Memory) -> list[LayoutSpan]:
    """Return the composed spans of one scene, gapless, by the wish where it can be met, else by the rules.

    Args:
        scene: A stretch of one shot with everybody in it as subjects.
        canvas: The source and the shape of the output.
        wish: A layout's name, or empty.
        memory: What was shown before in this aspect; read and written.
    """
    scene = relayed(scene)
    if wish:
        made = _as_wished(Situation(scene, canvas, memory), wish)
        if made is not None:
            return made
    whole = Situation(scene, canvas, memory)
    # A presenter who turns away is still there.
    parts = [scene] if whole.has_own_shape or whole.shares_a_screen else cast_phases(scene)
    return [span for part in parts for span in by_rules(Situation(part, canvas, memory))]


def by_rules(situation: Situation) -> list[LayoutSpan]:
    """Return the spans of one scene by the first rule that holds."""
    rule = rule_for(situation)
    return _TREATMENTS[rule.treatment](situation, _worded(rule.reason, situation))


def rule_for(situation: Situation) -> Rule:
    """Return the first rule that holds in a situation."""
    return next(rule for rule in RULES if all(situation.holds(condition) for condition in rule.when))


def _worded(reason: str, situation: Situation) -> str:
    beside = "one above the other" if situation.canvas.ratio < 1 else "side by side"
    return reason.format(count=len(situation.mains), shown=len(situation.largest_group), beside=beside)


def follow_people_chosen(
    scene: Scene, canvas: Canvas, chosen: Sequence[Subject], memory: Memory
) -> list[LayoutSpan] | None:
    """Return the scene following the people that the user chose, None where one crop can't hold several."""
    shown = scene.showing(chosen)
    if len(chosen) > 1 and not layout_named("group").suits(shown, canvas):
        return None
    reason = "follows the person you chose" if len(chosen) == 1 else "the people you chose, in one frame"
    if can_show(shown, canvas):
        return operate(shown, canvas, reason, memory)
    return [_composed("follow", shown, canvas, reason)]


def split_chosen(scene: Scene, canvas: Canvas, chosen: Sequence[Subject]) -> list[LayoutSpan]:
    """Return a split of the two people that the user chose, the first of them above or on the left."""
    made = _composed("split", scene.showing(chosen), canvas, "split, with the two you chose")
    return [made if chosen[0].place <= chosen[1].place else swapped(made)]


def _as_wished(situation: Situation, wish: str) -> list[LayoutSpan] | None:
    """Return the scene in the layout that was asked for; None where that can't be, and the rules are to decide."""
    scene, canvas, mains = situation.scene, situation.canvas, situation.mains
    asked = f"{_SPOKEN.get(wish, wish)}, as asked for"
    if wish == "follow":
        if not mains:
            return [_composed("follow", scene, canvas, NO_FACE_TO_FOLLOW)]
        return _turns(situation, "follows the person speaking")
    if wish == "split":
        pair = scene.showing(situation.pair)
        return [_composed("split", pair, canvas, asked)] if len(situation.pair) == 2 else None
    if wish == "group":
        group = mains if situation.do_all_fit else situation.largest_group
        return [_composed("group", scene.showing(group), canvas, asked)] if len(group) > 1 else None
    return [_composed(wish, scene.showing(mains), canvas, asked)]


def _whole(situation: Situation, reason: str) -> list[LayoutSpan]:
    situation.memory.note(situation.mains, "fit_blur")
    return [_composed("fit_blur", situation.scene, situation.canvas, reason)]


def _wide(situation: Situation, reason: str) -> list[LayoutSpan]:
    situation.memory.note(situation.mains, "wide")
    return [_composed("wide", situation.scene, situation.canvas, reason)]


def _screen(situation: Situation, reason: str) -> list[LayoutSpan]:
    situation.memory.note(situation.mains, "screen")
    return [with_presenter(situation.scene, situation.canvas, reason)]


def _faceless(situation: Situation, reason: str) -> list[LayoutSpan]:
    span = without_faces(situation.scene.showing(()), situation.canvas, reason)
    situation.memory.note((), span.layout)
    return [span]


def _one(situation: Situation, reason: str) -> list[LayoutSpan]:
    return operate(situation.everyone, situation.canvas, reason, situation.memory)


def _group(situation: Situation, reason: str) -> list[LayoutSpan]:
    """Return all in a crop; where they don't stay together in it, whoever speaks."""
    spans = operate(situation.everyone, situation.canvas, reason, situation.memory, "group")
    if spans[0].layout == "fit_blur" and situation.does_anyone_talk:
        return _turns(situation, reason)
    return spans


def _most(situation: Situation, reason: str) -> list[LayoutSpan]:
    group = situation.largest_group
    layout: Layout = "group" if len(group) > 1 else "follow"
    return operate(situation.scene.showing(group), situation.canvas, reason, situation.memory, layout)


def _split(situation: Situation, reason: str) -> list[LayoutSpan]:
    """Return both in a half each; the whole picture where somebody would leave their half."""
    pair = situation.pair
    span = _composed("split", situation.scene.showing(pair), situation.canvas, reason)
    if lost_in_any(span, [situation.scene.showing([person]) for person in pair], situation.canvas):
        return _turns(situation, reason) if situation.does_anyone_talk else _whole(situation, reason)
    situation.memory.note(pair, "split")
    return [span]


def _exchange(situation: Situation, reason: str) -> list[LayoutSpan]:
    """Return both together where they talk in quick turns, and whoever speaks in between."""
    spans: list[LayoutSpan] = []
    start = situation.scene.span.start
    for exchange in situation.exchanges:
        if exchange.start > start:
            spans += _turns(_part(situation, TimeSpan(start=start, end=exchange.start)), "")
        spans += _split(_part(situation, exchange), reason)
        start = exchange.end
    if start < situation.scene.span.end:
        spans += _turns(_part(situation, TimeSpan(start=start, end=situation.scene.span.end)), "")
    return spans


def _turns(situation: Situation, reason: str) -> list[LayoutSpan]:
    """Return a hard cut for every change of turn."""
    spans = []
    for turn in take_turns(situation.mains, situation.scene.span, current=_current(situation)):
        part, shown = _turn_part(situation, turn)
        why = "follows the person speaking" if shown and shown[0].talk > rules.SOME_TALK else STAYS
        spans += operate(part.showing(shown), situation.canvas, why, situation.memory)
    return spans


def _punch_in(situation: Situation, reason: str) -> list[LayoutSpan]:
    """Return a closer look at whoever talks for long, after a look at all; the whole picture otherwise."""
    spans: list[LayoutSpan] = []
    wide_reason = "all of them, in the picture's own shape"
    turns = take_turns(
        situation.mains, situation.scene.span, rules.PUNCH_CHANGE_COST, rules.PUNCH_SECONDS, _current(situation)
    )
    for index, turn in enumerate(turns):
        if index == 0 and turn.end - turn.start >= rules.PUNCH_AFTER_SECONDS + rules.PUNCH_SECONDS:
            first = TimeSpan(start=turn.start, end=turn.start + rules.PUNCH_AFTER_SECONDS)
            spans += _wide(_part(situation, first), wide_reason)
            turn = Turn(first.end, turn.end, turn.subject)
        part, shown = _turn_part(situation, turn)
        is_long = turn.end - turn.start >= rules.PUNCH_SECONDS
        if shown and is_long and shown[0].talk >= rules.PUNCH_TALK:
            spans += operate(part.showing(shown), situation.canvas, reason, situation.memory, sizing=PUNCHED_IN)
        else:
            spans += _wide(_part(situation, part.span), wide_reason)
    return _joined(spans)


def _joined(spans: Sequence[LayoutSpan]) -> list[LayoutSpan]:
    """Return spans with equal neighbours made one: no cut from a picture to itself."""
    joined: list[LayoutSpan] = []
    for span in spans:
        if joined and joined[-1].layout == span.layout == "wide":
            joined[-1] = joined[-1].model_copy(update={"end": span.end})
        else:
            joined.append(span)
    return joined


def _part(situation: Situation, span: TimeSpan) -> Situation:
    """Return a part of a situation in which the same people matter."""
    # Who matters was decided on the whole: somebody silent for a moment still does.
    cast = tuple(subject.person for subject in situation.mains)
    return Situation(situation.scene.within(span), situation.canvas, situation.memory, cast)


def _turn_part(situation: Situation, turn: Turn) -> tuple[Scene, list[Subject]]:
    part = situation.scene.within(TimeSpan(start=turn.start, end=turn.end))
    person = situation.mains[turn.subject].person
    return part, [subject for subject in part.subjects if subject.person == person]


def _current(situation: Situation) -> int | None:
    """Return which of those who matter was shown last, alone: with them it stays where nobody says otherwise."""
    shown = situation.memory.people
    if len(shown) != 1:
        return None
    return next((i for i, s in enumerate(situation.mains) if s.person == shown[0]), None)


def _composed(name: str, scene: Scene, canvas: Canvas, reason: str) -> LayoutSpan:
    return layout_named(name).compose(scene, canvas, reason)


_SPOKEN = {
    "fit_blur": "whole picture on a blurred fill",
    "wide": "as wide as it goes",
    "group": "all in one frame",
    "screen": "screen and presenter",
}

_TREATMENTS: dict[Treatment, Callable[[Situation, str], list[LayoutSpan]]] = {
    "wide": _wide,
    "punch_in": _punch_in,
    "whole": _whole,
    "screen": _screen,
    "faceless": _faceless,
    "one": _one,
    "group": _group,
    "split": _split,
    "exchange": _exchange,
    "turns": _turns,
    "most": _most,
}
