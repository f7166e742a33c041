"""Faces and crops: who is in the picture, and what a caption hides."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.render.quality.captions import Ink, check_captions
from core.render.quality.faces import check_faces
from core.render.quality.people import Box, shown_faces
from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, ClipText, CueWord, Overlay
from core.schema.composition import Composition, MediaReference
from core.schema.framing import (
    CropPath,
    FacePoint,
    FaceTrack,
    LayoutSpan,
    PixelBox,
    Rectangle,
    Region,
    Writing,
)
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan

SECONDS = 6.0


def track(x, y=300.0, size=200.0, person=1, speaking=0.0, seen=((0.0, SECONDS),)):
    """Return a face found five times a second where it is."""
    points = tuple(
        FacePoint(at=round(float(at), 3), x=x, y=y, width=size, height=size, speaking=speaking)
        for start, end in seen
        for at in np.arange(start, end, 0.2)
    )
    return FaceTrack(id=person, person=person, points=points)


def still(x, y, width, height):
    return CropPath(at=(0.0,), x=(x,), y=(y,), width=(width,), height=(height,))


def composition(faces=(), crop=(600.0, 0.0, 608.0, 1080.0), layout="follow", regions=None, cues=()):
    """Return 9:16 of a 1920 × 1080 source."""
    regions = regions or (Region(crop=still(*crop)),)
    return Composition(
        aspect="9:16",
        width=1080,
        height=1920,
        fps_numerator=30,
        fps_denominator=1,
        media=MediaReference(path="talk.mp4", width=1920, height=1080),
        cut=Cut(ranges=(TimeSpan(start=0, end=SECONDS),)),
        spans=(LayoutSpan(start=0, end=SECONDS, layout=layout, regions=regions),),
        audio=AudioPlan(),
        style=Style(name="clean", version=1),
        faces=tuple(faces),
        cues=tuple(cues),
    )


def test_no_faces_and_whole_pictures_pass():
    assert check_faces(composition()).found == "No faces were seen."
    assert check_faces(composition([track(0)], layout="fit_blur")).is_passed


def test_a_face_in_the_crop_passes_and_one_beside_it_does_not():
    assert check_faces(composition([track(800)])).is_passed
    missed = check_faces(composition([track(1400)]))
    assert not missed.is_passed and "nobody" in missed.found.lower() and "from 0.0 s to 6.0 s" in missed.found


def test_a_face_that_is_missed_for_a_moment_is_no_fault():
    short = track(1400, seen=((2.0, 2.2),))
    assert check_faces(composition([short])).found.startswith("Nobody")
    # Found once, and held for as long as it may be turned away: another face is in the picture all the time.
    assert check_faces(composition([short.model_copy(update={"person": 2}), track(800)])).is_passed


def test_a_head_that_is_cut_is_told():
    crop = (600.0, 360.0, 405.0, 720.0)
    assert "cut off" in check_faces(composition([track(700, y=300)], crop)).found
    assert check_faces(composition([track(700, y=350)], crop)).is_passed
    # Cut by the source's own edge, which no crop can mend.
    assert check_faces(composition([track(800, y=-80)])).is_passed


def test_the_one_who_speaks_must_be_seen_where_it_is_clear_who_does():
    speaker, listener = track(1400, speaking=0.9), track(800, person=2, speaking=0.1)
    told = check_faces(composition([speaker, listener]))
    assert not told.is_passed and "speaks" in told.found
    unsure = track(800, person=2, speaking=0.5)
    assert check_faces(composition([speaker, unsure])).is_passed


def test_people_in_the_background_do_not_count():
    assert check_faces(composition([track(800, size=300), track(1500, size=60, person=2)])).is_passed


def test_both_halves_of_a_split_count():
    halves = tuple(
        Region(crop=still(x, 0, 1080, 960), target=Rectangle(y=y, height=0.5)) for x, y in ((0, 0.0), (840, 0.5))
    )
    faces = [track(300), track(1500, person=2)]
    assert check_faces(composition(faces, layout="split", regions=halves)).is_passed
    shown = shown_faces(composition(faces, layout="split", regions=halves), 1.0)
    assert [round(box.top) for box in shown] == [300, 1260]


@given(st.floats(0, 1300), st.floats(0, 1700), st.floats(40, 400))
def test_a_shown_face_is_where_the_crop_puts_it(crop_x, face_x, size):
    boxes = shown_faces(composition([track(face_x, size=size)], (crop_x, 0.0, 607.5, 1080.0)), 1.0)
    scale = 1080 / 607.5
    for box in boxes:
        assert np.isclose(box.left, (face_x - crop_x) * scale, atol=1e-6)
        assert np.isclose(box.size, (size * scale) ** 2)
        # Half of it at least is in the picture.
        assert Box(0, 0, 1080, 1920).overlap(box) > 0.49 * box.size


def cue(start, end):
    return CaptionCue(start=start, end=end, words=(CueWord(text="so", start=start, end=end),))


def test_captions_over_a_face_are_told_and_fail_when_they_last():
    brief, long = cue(0.0, 1.0), cue(1.0, 4.0)
    face = track(800, y=600, size=100)
    # The face lies at (356, 1067) in the finished picture, 178 pixels wide.
    over, clear = Box(300, 1050, 800, 1250), Box(300, 1300, 800, 1450)
    clip = composition([face], cues=(brief, long))
    told = check_captions(clip, [Ink(0.5, brief, over), Ink(2.5, long, clear)])
    assert told.is_passed and "hides" in told.found
    assert not check_captions(clip, [Ink(0.5, brief, over), Ink(2.5, long, over)]).is_passed
    assert "hides" not in check_captions(clip, [Ink(0.5, brief, clear), Ink(2.5, long, clear)]).found


@given(st.floats(0, 1000), st.floats(0, 1800), st.floats(1, 600), st.floats(1, 600))
def test_ink_passes_exactly_inside_the_safe_zone(left, top, width, height):
    clip = composition(cues=(cue(0.0, 1.0),))
    box = Box(left, top, left + width, top + height)
    # The style's zone, with 6 pixels to spare; the sides are alike, as text is centred.
    is_inside = left >= 144 and left + width <= 936 and top >= 204 and top + height <= 1476
    assert check_captions(clip, [Ink(0.5, clip.cues[0], box)]).is_passed == is_inside


def test_a_face_is_held_while_it_turns_away_but_not_over_a_cut():
    gone = track(800, seen=((0.0, 2.9),))
    held = composition([gone])
    assert len(shown_faces(held, 3.1)) == 1
    cut = held.model_copy(update={"text": ClipText(cuts=(3.0,))})
    assert shown_faces(cut, 3.1) == [] and len(shown_faces(cut, 2.9)) == 1
    coming = composition([track(800, seen=((3.0, SECONDS),))]).model_copy(update={"text": ClipText(cuts=(3.0,))})
    assert shown_faces(coming, 2.9) == [] and len(shown_faces(coming, 3.0)) == 1


def test_what_hides_faces_and_captions_of_the_source_is_told_by_its_name():
    title = Overlay(kind="hook", start=0.0, end=3.0, text="So")
    clip = composition([track(800, y=600, size=100)], cues=(cue(4.0, 5.0),))
    # The source's caption lies at (178, 1422) in the finished picture, 355 by 71 pixels.
    burnt = Writing(start=3.0, end=6.0, box=PixelBox(x=700, y=800, width=200, height=40), is_caption=True)
    clip = clip.model_copy(update={"overlays": (title,), "writing": (burnt,)})
    over_face, over_caption, clear = (
        Box(300, 1050, 800, 1250),
        Box(170, 1410, 540, 1470),
        Box(170, 1300, 540, 1400),
    )
    told = check_captions(clip, [Ink(1.5, None, over_face, "the title")])
    assert not told.is_passed and "the title hides most of a face" in told.found.lower()
    told = check_captions(clip, [Ink(4.5, clip.cues[0], over_caption)])
    assert told.is_passed and "a caption covers one of the source from 4.0 s to 5.0 s" in told.found
    assert "of the source" not in check_captions(clip, [Ink(4.5, clip.cues[0], clear)]).found
