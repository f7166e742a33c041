"""What presets, checks and sources are in words, and how long is left."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.schema.audio import AudioPlan
from core.schema.check import Check, CheckName
from core.schema.choice import Choice
from core.schema.clip import Clip, Wording
from core.schema.health import HealthFinding, SourceHealth
from core.schema.preset import EncodePreset
from core.schema.source import AudioStream, MediaFacts, VideoStream
from core.schema.time import Cut, TimeSpan
from ui.controllers.checks import CHECK_TITLES, failed_first, verdict
from ui.controllers.health import facts_words, figures, gap_words, gaps, grouped, summary, track_words
from ui.controllers.pace import Pace
from ui.controllers.presets import limits_words, too_long_words
from ui.inspector.sound_page import measured_words
from ui.recipes.options_form import track_choices

_POST = EncodePreset(
    name="x", title="X", platforms=("X",), max_fps=30, max_seconds=140, max_bytes=512_000_000, loudness_lufs=-16.5
)


def _clip(title: str, seconds: float) -> Clip:
    cut = Cut(ranges=(TimeSpan(start=1.0, end=1.0 + seconds),))
    return Clip(id=title, run_id="r", cut=cut, wording=Wording(title=title))


def test_a_preset_tells_its_size_and_limits() -> None:
    assert limits_words(EncodePreset()) == "1080 px, up to 60 fps, −14 LUFS, H.264"
    assert limits_words(_POST) == "1080 px, up to 30 fps, −16.5 LUFS, H.264, up to 2 min 20 s, at most 512 MB"
    alone = EncodePreset(video_codec="prores", shows="captions", short_side_px=720)
    assert limits_words(alone) == "720 px, up to 60 fps, −14 LUFS, ProRes, captions alone"


def test_clips_that_are_too_long_are_named() -> None:
    assert too_long_words(_POST, [_clip("Short", 140.0)]) == ""
    assert too_long_words(EncodePreset(), [_clip("Long", 9000.0)]) == ""
    long = [_clip(name, 150.0) for name in "ABCD"]
    assert too_long_words(_POST, long[:1]) == "Longer than the 2 min 20 s that X takes: “A” (2 min 30 s)."
    assert too_long_words(_POST, long).endswith("“A” (2 min 30 s), “B” (2 min 30 s) and 2 more clips.")
    with_cards = too_long_words(_POST, [_clip("Short", 138.0)], lambda _clip: 3.0)
    assert with_cards.endswith("“Short” (2 min 21 s).")


def test_a_verdict_counts_what_to_look_at() -> None:
    fine = Check(name="size", is_passed=True, found="1080 × 1920.")
    loud = Check(name="loudness", is_passed=False, found="−9 LUFS.")
    assert (verdict(()), verdict((fine,))) == ("", "Checked")
    assert verdict((fine, loud)) == "1 thing to look at"
    assert verdict((loud, loud)) == "2 things to look at"
    assert failed_first((fine, loud)) == [loud, fine]


def test_every_check_has_its_title() -> None:
    assert set(CHECK_TITLES) == set(get_args(CheckName))


def test_findings_are_grouped_by_how_bad_they_are() -> None:
    mild, bad = (HealthFinding(subject=name, severity=name, found="It is.") for name in ("note", "problem"))
    assert [title for title, _ in grouped((mild, bad))] == ["Problems", "Notes"]
    assert summary(SourceHealth(findings=(mild, bad, mild))) == "1 problem, 2 notes"
    assert summary(SourceHealth()) == "Nothing unusual was found"


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (0.0, "start together"),
        (0.12, "sound starts 120 ms after the picture"),
        (-1.5, "sound starts 1500 ms before"),
    ],
)
def test_the_offset_says_which_comes_first(offset: float, words: str) -> None:
    told = dict(figures(SourceHealth(sound_offset=offset, frames=12_000, missing_frames=3)))
    assert told["Sound and picture"].startswith(words)
    assert (told["Frames"], told["Missing frames"]) == ("12,000", "3")
    assert "Duplicate frames" not in told


def test_gaps_come_in_their_order() -> None:
    late, early = TimeSpan(start=9.0, end=10.5), TimeSpan(start=1.0, end=1.4)
    found = gaps(SourceHealth(picture_gaps=(late,), sound_gaps=(early,)))
    assert [gap_words(*each) for each in found] == [
        "No sound from 0:01.0 to 0:01.4 (0.4 s)",
        "No picture from 0:09.0 to 0:10.5 (1.5 s)",
    ]


def test_a_file_is_told_with_its_tracks() -> None:
    video = VideoStream(
        index=0, codec="hevc", width=1080, height=1920, coded_width=1920, coded_height=1080, fps=29.97,
        rotation_degrees=90, is_hdr=True, is_variable_frame_rate=True,
    )  # fmt: skip
    host = AudioStream(index=1, codec="aac", sample_rate_hz=48000, channels=2, language="deu")
    guest = AudioStream(index=2, codec="pcm_s16le", sample_rate_hz=44100, channels=6, language="und")
    facts = MediaFacts(
        container="mov", duration=75.0, size_bytes=1, video=video, audio=host, audio_streams=(host, guest)
    )
    assert facts_words(facts, Path("/x/take.mov")) == [
        "MOV, 1 min 15 s",
        "Picture: 1080 × 1920, changing rate, about 29.97 fps, HEVC, turned 90°, HDR",
        "Sound 1: German, stereo, AAC, 48 kHz",
        "Sound 2: 5.1, PCM s16le, 44.1 kHz (not used)",
    ]
    assert track_words(AudioStream(index=1, codec="opus", sample_rate_hz=48000, channels=3, language="qqx")) == (
        "qqx, 3 channels, Opus, 48 kHz"
    )
    assert dict(track_choices((host, guest), "all"))["1"] == "Track 1: German, stereo, AAC, 48 kHz"
    assert list(dict(track_choices((), "7"))) == ["", "all", "1", "2", "3", "4", "5", "6", "7"]


def test_what_was_measured_is_told_with_its_reasons() -> None:
    choice = Choice(subject="noise", chosen="afftdn", reason="Hiss at -58 dB was taken out.")
    plan = AudioPlan(measured_lufs=-19.24, gain_db=5.2, choices=(choice, choice))
    assert measured_words(plan) == "Measured −19.2 LUFS, raised by 5.2 dB.\nHiss at −58 dB was taken out."
    assert measured_words(plan.model_copy(update={"gain_db": -2.0, "choices": ()})).endswith("lowered by 2.0 dB.")
    assert measured_words(AudioPlan()) == "No sound to measure."


class _Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@given(st.floats(0.5, 500.0), st.floats(0.05, 0.9))
def test_an_even_pace_is_foretold(seconds: float, seen: float) -> None:
    clock = _Clock()
    pace = Pace(clock)
    for step in range(101):
        clock.now = 100.0 + seconds * seen * step / 100
        pace.note(seen * step / 100)
    left = pace.remaining()
    if seconds * seen * 0.99 >= 3.0:
        assert left == pytest.approx(seconds * (1 - seen), rel=1e-6)
    else:
        assert left is None or left == pytest.approx(seconds * (1 - seen), rel=1e-6)


def test_a_pace_counts_from_the_first_move_and_forgets_what_was_stopped() -> None:
    clock = _Clock()
    pace = Pace(clock)
    assert pace.remaining() is None
    pace.note(0.0)
    clock.now += 60.0
    pace.note(0.1)
    clock.now += 10.0
    pace.note(0.2)
    assert pace.remaining() == pytest.approx(80.0)
    clock.now += 4.0
    pace.note(0.2)
    assert pace.remaining() == pytest.approx(76.0)
    pace.reset()
    assert pace.remaining() is None
    pace.note(1.0)
    assert pace.remaining() is None
