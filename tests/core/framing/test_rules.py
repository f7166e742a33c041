"""The director's table: every rule can be reached, names conditions that exist, and gives its reason."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from core.framing.direct import direct, rule_for
from core.framing.rules import HOLD_SECONDS, RULES
from core.framing.scene import Canvas, Scene, find_subjects
from core.framing.situation import Memory, Situation
from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from core.schema.framing import FaceTrack, LayoutSpan, PictureContent, PixelBox
from core.schema.time import TimeSpan

MakeTrack = Callable[..., FaceTrack]
SPAN = TimeSpan(start=0.0, end=12.0)
SMALL, LARGE = 150, 260


def _turns(first: float, number: int) -> Callable[[float], float]:
    """Return a belief: each of two talks for so many seconds, one after the other."""
    return lambda at: 0.9 if (at // first) % 2 == number else 0.05


def _scene(
    tracks: list[FaceTrack],
    aspect: Aspect,
    span: TimeSpan = SPAN,
    width: int = 1920,
    content: PictureContent | None = None,
) -> Situation:
    canvas = Canvas(width, 1080, aspect_ratio(aspect))
    return Situation(Scene(span, find_subjects(tracks, span, canvas), content=content), canvas, Memory())


def _people(make: MakeTrack, *faces: tuple[int, int, object], seconds: float = 12) -> list[FaceTrack]:
    """Return faces, each given by where it is across, its size, and how much it speaks."""
    return [make(i, x, 420, size, 0, seconds, speaking=talk) for i, (x, size, talk) in enumerate(faces)]


REACHED: dict[str, tuple[Aspect, tuple[tuple[int, int, object], ...]]] = {
    "closer look": ("16:9", ((400, SMALL, 0.9), (1500, SMALL, 0.0))),
    "own shape": ("16:9", ((400, SMALL, 0.9),)),
    "shared screen": ("9:16", ((400, SMALL, 0.9),)),
    "nobody": ("9:16", ()),
    "one person": ("9:16", ((400, SMALL, 0.9),)),
    "two together": ("1:1", ((700, SMALL, 0.9), (1200, SMALL, 0.0))),
    "all together": ("4:5", ((700, SMALL, 0.9), (900, SMALL, 0.0), (1100, SMALL, 0.0))),
    "exchange": ("9:16", ((450, LARGE, _turns(2, 0)), (1470, LARGE, _turns(2, 1)))),
    "silent pair": ("9:16", ((450, LARGE, 0.0), (1470, LARGE, 0.0))),
    "speaker": ("9:16", ((450, LARGE, 0.9), (1470, LARGE, 0.05))),
    "silent pair apart": ("9:16", ((300, 90, 0.0), (1700, 90, 0.0))),
    "as many as fit": ("9:16", ((200, SMALL, 0.1), (900, SMALL, 0.1), (1150, SMALL, 0.1), (1750, SMALL, 0.1))),
    "too large or far": ("9:16", ((300, 700, 0.1), (900, 700, 0.1), (1500, 700, 0.1))),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_reached_in_its_own_situation(rule: object, make_track: MakeTrack) -> None:
    name = getattr(rule, "name", "")
    aspect, faces = REACHED[name]
    frame = PixelBox(x=0, y=0, width=1920, height=1080)
    content = PictureContent(start=0, end=12, picture=frame, is_screen=name == "shared screen")
    situation = _scene(_people(make_track, *faces), aspect, content=content)
    assert rule_for(situation).name == name
    spans = direct(situation.scene, situation.canvas, "", Memory())
    assert all(span.reason and "{" not in span.reason for span in spans)


def test_conditions_are_properties_and_the_last_rule_always_holds() -> None:
    for rule in RULES:
        for condition in rule.when:
            assert isinstance(getattr(Situation, condition.removeprefix("not ")), object)
    assert RULES[-1].when == ()
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("aspect", ["9:16", "4:5", "1:1"])
def test_an_exchange_is_shown_together_for_as_long_as_it_lasts(aspect: Aspect, make_track: MakeTrack) -> None:
    def left(at: float) -> float:
        return 0.9 if at < 14 or (at < 26 and (at // 2) % 2 == 0) else 0.03

    def right(at: float) -> float:
        return 0.9 if at >= 26 or (at >= 14 and (at // 2) % 2 == 1) else 0.03

    span = TimeSpan(start=0, end=40)
    people = _people(make_track, (350, LARGE, left), (1570, LARGE, right), seconds=40)
    situation = _scene(people, aspect, span)
    first, both, last = direct(situation.scene, situation.canvas, "", Memory())
    assert [first.layout, both.layout, last.layout] == ["follow", "split", "follow"]
    assert abs(both.start - 14) < 2.5 and abs(both.end - 26) < 2.5
    assert "quick turns" in both.reason
    assert _middle(first) < 900 < _middle(last)


def test_who_was_shown_stays_while_nobody_talks(make_track: MakeTrack) -> None:
    memory = Memory()
    talk = _scene(_people(make_track, (450, LARGE, 0.05), (1470, 200, 0.9)), "9:16")
    shown = direct(talk.scene, talk.canvas, "follow", memory)
    assert _middle(shown[-1]) > 1000
    silence = _scene(_people(make_track, (450, LARGE, 0.1), (1470, 200, 0.1)), "9:16")
    stayed = direct(silence.scene, silence.canvas, "follow", memory)
    assert len(stayed) == 1 and _middle(stayed[0]) > 1000, "a tie goes to who is in the picture"
    afresh = direct(silence.scene, silence.canvas, "follow", Memory())
    assert _middle(afresh[0]) < 1000, "the larger, where nobody was shown before"


def test_a_group_that_is_shown_is_kept_where_it_nearly_fits(make_track: MakeTrack) -> None:
    memory = Memory()
    close = _scene(_people(make_track, (700, SMALL, 0.9), (1400, SMALL, 0.1)), "1:1")
    assert direct(close.scene, close.canvas, "", memory)[0].layout == "group"
    wider = _people(make_track, (665, SMALL, 0.9), (1500, SMALL, 0.1))
    assert direct(_scene(wider, "1:1").scene, close.canvas, "", memory)[0].layout == "group"
    assert direct(_scene(wider, "1:1").scene, close.canvas, "", Memory())[0].layout != "group"


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_director_cuts_to_nothing_too_short_to_see(aspect: Aspect, make_track: MakeTrack) -> None:
    span = TimeSpan(start=0, end=60)
    talk = [lambda t, k=k: 0.9 if (t * 0.37 + k * 1.7) % 3 < 1 else 0.1 for k in range(3)]
    people = _people(make_track, (300, 130, talk[0]), (1000, 140, talk[1]), (1650, 130, talk[2]), seconds=60)
    situation = _scene(people, aspect, span)
    spans = direct(situation.scene, situation.canvas, "", Memory())
    assert all(each.end - each.start >= HOLD_SECONDS - 1e-6 for each in spans)
    assert spans[0].start == 0 and spans[-1].end == 60
    assert all(a.end == b.start for a, b in pairwise(spans))


def test_a_wide_picture_gets_a_closer_look_at_a_long_answer_only(make_track: MakeTrack) -> None:
    span = TimeSpan(start=0, end=30)
    people = _people(make_track, (400, SMALL, _turns(15, 0)), (1500, SMALL, _turns(15, 1)), seconds=30)
    situation = _scene(people, "16:9", span)
    spans = direct(situation.scene, situation.canvas, "", Memory())
    assert [each.layout for each in spans] == ["wide", "follow", "follow"], "all of them first"
    assert all(each.regions[0].crop.height[0] >= 712 for each in spans), "never too soft"
    short = _scene(_people(make_track, (400, SMALL, _turns(2, 0)), (1500, SMALL, _turns(2, 1))), "16:9")
    assert {each.layout for each in direct(short.scene, short.canvas, "", Memory())} == {"wide"}
    soft = Canvas(1280, 720, 16 / 9)
    assert direct(situation.scene, soft, "", Memory())[0].layout == "wide"


def test_somebody_who_walks_in_is_let_in_and_who_leaves_is_let_go(make_track: MakeTrack) -> None:
    span = TimeSpan(start=0, end=40)
    tracks = [
        make_track(0, 750, 420, SMALL, 0, 40, speaking=0.9),
        make_track(1, 1200, 420, SMALL, 15, 28, speaking=0.1),
    ]
    situation = _scene(tracks, "1:1", span)
    spans = direct(situation.scene, situation.canvas, "", Memory())
    assert [each.layout for each in spans] == ["follow", "group", "follow"]
    assert abs(spans[0].end - 15) < 1 and abs(spans[1].end - 28) < 1
    nodding = [
        make_track(0, 750, 420, SMALL, 0, 40, speaking=0.9),
        make_track(1, 1200, 420, SMALL, 0, 18, person=1),
        make_track(2, 1200, 420, SMALL, 21, 40, person=1),
    ]
    calm = _scene(nodding, "1:1", span)
    assert len(direct(calm.scene, calm.canvas, "", Memory())) == 1, "a face hidden for a moment is no change"


def _middle(span: LayoutSpan) -> float:
    crop = span.regions[0].crop
    return crop.x[0] + crop.width[0] / 2
