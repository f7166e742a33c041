"""The name's bar: where it lies, how it comes and goes, and when names are shown."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.heard import clip_text
from core.captions.introductions import LEAST_SECONDS, introductions
from core.captions.lower_third import LowerThirdArt, Opening, opening
from core.captions.overlay import OverlayPainter
from core.captions.place import safe_area
from core.schema.caption import CaptionCue, ClipText, CreativePlan, CueWord, Overlay, TextWord
from core.schema.clip import Wording
from core.schema.correction import SpeakerNames
from core.schema.style import LowerThirdStyle, SafeZone, Style
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word, is_name
from core.schema.translation import CaptionTrack

pytestmark = pytest.mark.usefixtures("qapp")

STYLE = Style(
    name="t",
    version=1,
    lower_third=LowerThirdStyle(is_shown=True, accent_colour="#ff0000", box_colour="#0000ff", colour="#ffffff"),
)
AREA = safe_area(SafeZone(), 540, 960)


def columns(art: LowerThirdArt, state: Opening, ink: tuple[int, int, int]) -> np.ndarray:
    layer = art.painted(state)
    rgba = layer.rgba()
    is_ink = (rgba[..., 3] == 255) & (np.abs(rgba[..., :3].astype(int) - ink).max(axis=2) < 20)
    return np.flatnonzero(is_ink.any(axis=0)) + layer.rect.x()


def test_the_accent_is_where_reading_begins() -> None:
    art = LowerThirdArt(STYLE, AREA, "Maria Novak")
    red, blue, white = (columns(art, Opening(), ink) for ink in ((255, 0, 0), (0, 0, 255), (255, 255, 255)))
    assert abs(red.min() - AREA.left) <= 2
    assert red.max() < white.min() < white.max() < blue.max()
    mirrored = LowerThirdArt(STYLE, AREA, "אחת שתיים")
    red, blue, white = (columns(mirrored, Opening(), ink) for ink in ((255, 0, 0), (0, 0, 255), (255, 255, 255)))
    assert abs(red.max() - AREA.right) <= 2
    assert blue.min() < white.min() < white.max() < red.min()


def test_a_name_lies_on_the_side_that_is_asked_for() -> None:
    for name in ("Maria Novak", "אחת שתיים"):
        left, right = (LowerThirdArt(STYLE, AREA, name, (), side).box for side in ("left", "right"))
        assert abs(left.left() - AREA.left) < 1
        assert abs(right.right() - AREA.right) < 1


def test_a_long_name_shrinks_and_then_gets_another_line() -> None:
    short, longer, longest = (
        LowerThirdArt(STYLE, AREA, name).box
        for name in ("Ann", "Alexandra Konstantinopoulou", "Dr. Alexandra Konstantinopoulou-Wellington de la Cruz")
    )
    assert short.width() < longer.width() <= AREA.room + 0.01
    assert longer.height() <= short.height() + 0.01
    assert longest.height() > 1.25 * longer.height()
    assert longest.width() <= AREA.room + 0.01


@given(st.floats(0, 20), st.floats(0.2, 10), st.floats(0, 1))
def test_it_opens_and_closes_within_its_time(start: float, seconds: float, share: float) -> None:
    end = start + seconds
    state = opening(start, end, start + share * seconds)
    assert 0 <= state.name <= state.accent <= 1 and 0 <= state.bar <= 1
    assert opening(start, end, start) == opening(start, end, end) == Opening(0, 0, 0)
    assert opening(start, end, start + seconds / 2) == Opening()


def test_it_grows_out_of_its_accent_and_its_frames_can_be_painted_alone() -> None:
    overlay = Overlay(kind="lower_third", start=1.0, end=4.0, text="Maria Novak")
    painter = OverlayPainter(STYLE, 540, 960, [], [overlay], 5.0)
    widths = []
    for at in (0.9, 1.0, 1.1, 1.2, 1.3, 1.6, 2.5, 3.85, 4.0):
        patches = painter.patches(at)
        alone = OverlayPainter(STYLE, 540, 960, [], [overlay], 5.0).patches(at)
        for one, other in zip(patches, alone, strict=True):
            np.testing.assert_array_equal(one.rgba, other.rgba)
        widths.append(max((int((p.rgba[..., 3] == 255).any(axis=0).sum()) for p in patches), default=0))
    assert widths[0] == widths[1] == widths[-1] == 0
    assert 0 < widths[2] < widths[3] < widths[4] < widths[5] == widths[6]
    assert 0 < widths[7] < widths[6]


def test_a_cue_moves_out_of_its_way_for_all_of_its_time() -> None:
    style = STYLE.model_copy(update={"captions": STYLE.captions.model_copy(update={"position": 0.56})})
    cue = CaptionCue(start=0.0, end=6.0, words=(CueWord(text="Hello", start=0.0, end=6.0),))
    overlay = Overlay(kind="lower_third", start=2.0, end=4.0, text="Maria Novak")
    painter = OverlayPainter(style, 540, 960, [cue], [overlay], 6.0)
    early, late = painter.patches(1.0)[-1], painter.patches(3.0)[-1]
    assert early is late
    free = OverlayPainter(style, 540, 960, [cue], [], 6.0).patches(1.0)[-1]
    assert free.y != early.y


def talk(*words: tuple[float, str], **names: str) -> ClipText:
    return ClipText(
        words=tuple(TextWord(text="so", start=start, end=start + 0.4, speaker=who) for start, who in words),
        names=names,
    )


def test_each_named_speaker_is_shown_once_when_first_heard() -> None:
    text = talk((2, "S2"), (5, "S1"), (12, "S2"), S1="Ann", S2="Bob")
    found = introductions(text, 4.0, 30.0)
    assert [(each.text, each.speaker) for each in found] == [("Bob", "S2"), ("Ann", "S1")]
    assert found[0].start == 2.0
    assert found[0].end <= found[1].start == 5.0
    assert found[1].end == 9.0


def test_who_has_no_name_or_no_time_left_is_not_shown() -> None:
    assert introductions(talk((2, "S1"), (3, "")), 4.0, 30.0) == ()
    assert introductions(talk((29, "S1"), S1="Ann"), 4.0, 30.0) == ()
    one_twice = talk((2, "S1"), (9, "S2"), S1="Ann", S2="Ann")
    assert [each.start for each in introductions(one_twice, 4.0, 30.0)] == [2]


def test_names_are_what_the_user_calls_a_speaker_or_what_the_transcript_does_and_never_a_label() -> None:
    segments = tuple(
        TranscriptSegment(
            start=at, end=at + 1, text="so", speaker=who, words=(Word(text="so", start=at, end=at + 0.4),)
        )
        for at, who in enumerate(("Speaker 1", "Speaker 2", "Dr. Ann", ""))
    )
    cut = Cut(ranges=(TimeSpan(start=0, end=9),))
    given = {"Speaker 2": "  Bob  Ross "}
    heard = Transcript(segments=segments)
    text, _ = clip_text(heard, cut, CreativePlan(), Wording(), CaptionTrack(), (), given)
    assert text.names == {"Speaker 2": "Bob Ross", "Dr. Ann": "Dr. Ann"}
    labels = [is_name(text) for text in ("Speaker 12", "S2", "", "unknown", "Ann", "Track Palin")]
    assert labels == [False, False, False, False, True, True]


def test_a_new_name_changes_only_the_work_of_clips_that_show_it() -> None:
    given = {"Speaker 1": "Ann"}
    assert SpeakerNames(names=given).identity() == SpeakerNames().identity()
    assert SpeakerNames(names=given, are_shown=True).identity() != SpeakerNames(are_shown=True).identity()


@given(st.lists(st.tuples(st.floats(0, 40), st.sampled_from("ABCDE")), max_size=12), st.floats(0.5, 10))
def test_never_two_names_at_once_nor_one_too_short_to_read(words: list[tuple[float, str]], seconds: float) -> None:
    found = introductions(talk(*words, **{who: f"{who}nn" for who in "ABCDE"}), seconds, 30.0)
    for before, after in pairwise(found):
        assert before.end < after.start
    for each in found:
        assert min(LEAST_SECONDS, seconds) - 1e-6 <= each.end - each.start <= seconds + 1e-6
        assert each.start >= 0 and each.end <= 30.0 + 1e-6
