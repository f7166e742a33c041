"""A name is never shown over the face of somebody else."""

from __future__ import annotations

from core.framing.named import names_with_faces
from core.schema.caption import CaptionCue, Overlay
from core.schema.framing import CropPath, FacePoint, FaceTrack, LayoutSpan, Region

ANN, BOB = 1, 2
VOICES = {"Speaker 1": ANN, "Speaker 2": BOB}
PLACES = {ANN: 100.0, BOB: 1000.0}


def span(start: float, end: float, *shown: int) -> LayoutSpan:
    crops = tuple(
        Region(crop=CropPath(at=(start,), x=(PLACES[who] - 90,), y=(0.0,), width=(300.0,), height=(500.0,)))
        for who in shown
    )
    return LayoutSpan(start=start, end=end, layout="follow", regions=crops)


FACES = tuple(
    FaceTrack(
        id=who,
        person=who,
        points=tuple(FacePoint(at=tick / 5, x=x, y=100, width=80, height=100) for tick in range(100)),
    )
    for who, x in PLACES.items()
)


def cue(start: float, end: float, who: int) -> CaptionCue:
    return CaptionCue(start=start, end=end, words=(), speaker=f"Speaker {who}")


def name(start: float, end: float, who: int = ANN) -> Overlay:
    return Overlay(kind="lower_third", start=start, end=end, text="x", speaker=f"Speaker {who}")


def times(found: tuple[Overlay, ...]) -> list[tuple[float, float]]:
    return [(round(each.start, 3), round(each.end, 3)) for each in found]


def settled(overlays, spans, cues, voices=VOICES, faces=FACES):
    return times(names_with_faces(overlays, spans, faces, voices, cues))


def test_it_goes_with_the_cut_to_somebody_else() -> None:
    spans = [span(0, 3, ANN), span(3, 10, BOB)]
    assert settled([name(0, 4)], spans, [cue(0, 3, ANN), cue(3, 10, BOB)]) == [(0, 3)]


def test_it_stays_over_a_cut_that_keeps_its_owner_in_the_picture() -> None:
    spans = [span(0, 2, ANN), span(2, 6, ANN, BOB), span(6, 10, BOB)]
    assert settled([name(0, 4)], spans, [cue(0, 10, ANN)]) == [(0, 4)]


def test_it_waits_until_its_owner_is_seen() -> None:
    spans = [span(0, 2.5, BOB), span(2.5, 10, ANN)]
    assert settled([name(0, 4)], spans, [cue(0, 8, ANN)]) == [(2.5, 6.5)]


def test_a_glimpse_is_passed_over_for_a_later_turn_and_left_out_without_one() -> None:
    spans = [span(0, 1, ANN), span(1, 6, BOB), span(6, 12, ANN)]
    cues = [cue(0, 1, ANN), cue(1, 6, BOB), cue(6, 12, ANN)]
    assert settled([name(0, 4)], spans, cues) == [(6, 10)]
    assert settled([name(0, 4)], spans[:2], cues[:2]) == []


def test_a_voice_over_pictures_of_nobody_is_named() -> None:
    spans = [span(0, 10, ANN)]
    assert settled([name(0, 4)], spans, [cue(0, 10, ANN)], faces=()) == [(0, 4)]
    sound = [LayoutSpan(start=0, end=10, layout="wide", regions=())]
    assert settled([name(0, 4)], sound, [cue(0, 10, ANN)], voices={}, faces=()) == [(0, 4)]


def test_whoever_is_not_known_in_the_picture_loses_it_at_the_first_cut() -> None:
    spans = [span(0, 3, ANN), span(3, 10, ANN)]
    assert settled([name(0, 4)], spans, [cue(0, 10, ANN)], voices={}) == [(0, 3)]


def test_moved_names_follow_each_other() -> None:
    spans = [span(0, 3, BOB), span(3, 12, ANN, BOB)]
    overlays = [name(0, 2, ANN), name(2.25, 6, BOB)]
    found = settled(overlays, spans, [cue(0, 2.2, ANN), cue(2.2, 4, BOB), cue(4, 12, ANN)])
    assert found == [(2.25, 6.0), (6.25, 8.25)]


def test_it_lies_on_the_side_on_which_its_owner_sits_beside_somebody() -> None:
    wide = Region(crop=CropPath(at=(0.0,), x=(0.0,), y=(0.0,), width=(1280.0,), height=(720.0,)))
    both = [LayoutSpan(start=0, end=10, layout="wide", regions=(wide,))]
    alone = [span(0, 10, ANN)]

    def side(spans: list[LayoutSpan], who: int, voices: dict[str, int] = VOICES) -> str:
        (found,) = names_with_faces([name(0, 4, who)], spans, FACES, voices, [cue(0, 9, who)])
        return found.side

    assert (side(both, ANN), side(both, BOB)) == ("left", "right")
    assert side(alone, ANN) == "" == side(both, ANN, {})
    # One above the other: both in the middle.
    assert side([span(0, 10, ANN, BOB)], BOB) == ""


def test_all_else_is_left_as_it_is() -> None:
    hook = Overlay(kind="hook", start=0, end=3, text="y")
    found = names_with_faces([hook, name(0, 4)], [span(0, 9, ANN)], FACES, VOICES, [cue(0, 9, ANN)])
    assert found[0] is hook
    assert times(found[1:]) == [(0, 4)]
