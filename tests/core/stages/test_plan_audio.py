"""What is planned for a clip's sound: measured as it is heard, with the user's wishes on top."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import UserWorldError
from core.media.audio import measure_loudness
from core.media.probe import probe
from core.pipeline.stage import StageContext
from core.schema.audio import Music, SoundWishes
from core.schema.correction import Corrections
from core.schema.media import ClipMedia
from core.schema.source import PreparedSource, Source
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from core.stages.plan_audio import plan_audio
from tests.core.render.conftest import write_media

UNSAID = Transcript()
CUT = Cut(ranges=(TimeSpan(start=0.5, end=2.0), TimeSpan(start=2.5, end=4.0)))


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds of bursts over a hiss."""
    rng = np.random.default_rng(4)
    at = np.arange(4 * 48_000) / 48_000
    samples = rng.normal(0, 0.002, len(at)) + 0.1 * (at % 1 < 0.6) * np.sin(2 * np.pi * 300 * at)
    return write_media(tmp_path_factory.mktemp("talk") / "talk.wav", None, [], samples.astype(np.float32))


def planned(path: Path, wishes: SoundWishes, has_audio: bool = True, transcript: Transcript = UNSAID):
    """Return the plan and the context it was made in."""
    facts = probe(path)
    source = Source(id="s", path=path, name="talk", fingerprint="f", size_bytes=1, duration=4.0)
    context = StageContext(path.parent, path.parent, path.parent)
    media = ClipMedia(cut=CUT, has_audio=has_audio)
    return plan_audio(
        context, source, PreparedSource(facts=facts), transcript, Corrections(), media, wishes
    ), context


def test_speech_is_brought_to_the_target(talk: Path) -> None:
    plan, context = planned(talk, SoundWishes())
    theirs = measure_loudness(talk, probe(talk), CUT)
    assert plan.measured_lufs == pytest.approx(theirs.lufs, abs=0.1)
    assert plan.measured_peak_dbtp == pytest.approx(theirs.peak_dbtp, abs=0.5)
    assert plan.aim_lufs == pytest.approx(plan.target_lufs)
    assert plan.noise_floor_dbfs is None and not context.choices


def test_wishes_are_planned(talk: Path) -> None:
    music = Music(file=talk, under_lu=10)
    wishes = SoundWishes(gain_db=-3, fade_in=0.5, fade_out=1.0, music=music)
    plan, _ = planned(talk, wishes)
    assert plan.aim_lufs == pytest.approx(-17)
    assert (plan.fade_in, plan.fade_out, plan.music) == (0.5, 1.0, music)


def test_noise_is_found_and_said(talk: Path) -> None:
    plan, context = planned(talk, SoundWishes(reduces_noise=True))
    assert plan.noise_floor_dbfs == pytest.approx(-54, abs=2)
    assert [choice.chosen for choice in context.choices] == ["reduced"] and plan.choices == tuple(context.choices)


def test_a_clip_without_sound_still_gets_its_music(talk: Path) -> None:
    plan, _ = planned(talk, SoundWishes(music=Music(file=talk)), has_audio=False)
    assert plan.measured_lufs is None and plan.music is not None


def test_missing_music_is_found_before_anything_is_rendered(talk: Path) -> None:
    with pytest.raises(UserWorldError, match="music can't be used"):
        planned(talk, SoundWishes(music=Music(file=talk.with_name("gone.mp3"))))
