"""What ingest makes of a source, and that it leaves nothing when it is stopped."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from core.errors import Cancelled, DiskFullError, WorkspaceError
from core.media.audio import read_wav
from core.media.filmstrip import TILE_HEIGHT_PX
from core.media.ingest import prepare_source
from core.media.probe import probe
from core.schema.record import ignore_progress
from core.schema.source import PreparedSource
from tests.core.media.conftest import RECIPES, Recipe, even, make, noise, read_number, tone

Media = Callable[[str], Path]


def prepare(path: Path, folder: Path) -> PreparedSource:
    return prepare_source(path, probe(path), folder, ignore_progress)


def tiles(prepared: PreparedSource) -> list[np.ndarray]:
    """Return the filmstrip's pictures, RGB."""
    import cv2

    strip = cv2.imread(str(prepared.filmstrip))[:, :, ::-1]
    assert strip.shape[0] == TILE_HEIGHT_PX
    return np.split(strip, prepared.filmstrip_count, axis=1)


def test_everything_of_an_ordinary_video(media: Media, tmp_path: Path) -> None:
    steps: list[float] = []
    path = media("talk.mp4")
    prepared = prepare_source(
        path, probe(path), tmp_path / "made", lambda fraction, message="": steps.append(fraction)
    )
    assert prepared.media is None and prepared.choices == ()
    assert prepared.analysis_audio is not None and prepared.waveform is not None
    samples, rate = read_wav(prepared.analysis_audio)
    assert rate == 16000 and len(samples) == round(prepared.facts.duration * 16000)
    pairs = np.frombuffer(prepared.waveform.read_bytes(), np.int8).reshape(-1, 2)
    assert len(pairs) == pytest.approx(prepared.facts.duration * prepared.waveform_hz, abs=1)
    assert (pairs[:, 0] <= pairs[:, 1]).all()
    assert pairs[10:590].min() < -10 and pairs[10:590].max() > 10
    assert prepared.filmstrip_count == 6 and prepared.filmstrip_interval == 1.0
    numbers = [read_number(tile) for tile in tiles(prepared)]
    # A keyframe every 48 frames (2 s): each tile shows the one at or before its second.
    assert numbers == [0, 0, 48, 48, 96, 96]
    assert steps == sorted(steps) and steps[-1] <= 1.0
    assert {file.name for file in (tmp_path / "made").iterdir()} == {
        "analysis.wav",
        "waveform.i8",
        "filmstrip.jpg",
    }


def test_the_analysis_audio_starts_at_source_second_0(media: Media, tmp_path: Path) -> None:
    prepared = prepare(media("offset.mkv"), tmp_path)
    assert prepared.analysis_audio is not None
    samples, _ = read_wav(prepared.analysis_audio)
    assert np.abs(samples[: round(0.49 * 16000)]).max() == 0
    assert np.abs(samples[round(0.51 * 16000) : round(0.6 * 16000)]).max() > 0.05


def test_gaps_stay_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "gap.mkv"
    make(path, Recipe(sound=tone(4.0, 48000, 0.5)[None], sound_codec="pcm_s16le", sound_hz=48000, layout="mono"))
    gapped = tmp_path / "gapped.mkv"
    with av.open(str(path)) as source, av.open(str(gapped), "w") as copy:
        stream = copy.add_stream_from_template(source.streams[0])
        for packet in source.demux():
            if packet.dts is not None and not 1.5 <= packet.pts * packet.time_base < 2.5:
                packet.stream = stream
                copy.mux(packet)
    prepared = prepare(gapped, tmp_path / "made")
    assert prepared.analysis_audio is not None
    samples, _ = read_wav(prepared.analysis_audio)
    loud = np.abs(samples[: 79 * 800].reshape(-1, 800)).max(axis=1) > 0.2
    assert loud[:29].all() and not loud[32:48].any() and loud[52:].all()


def test_sparse_keyframes_are_filled_in(media: Media, tmp_path: Path) -> None:
    path = make(tmp_path / "long_gop.mp4", Recipe(seconds=even(24 * 9), gop=10_000))
    numbers = [read_number(tile) for tile in tiles(prepare(path, tmp_path / "made"))]
    assert len(numbers) == 9
    for index, number in enumerate(numbers):
        assert index * 24 - 3 <= number <= index * 24


def test_a_long_source_has_a_bounded_strip(tmp_path: Path) -> None:
    path = make(tmp_path / "slow.mp4", Recipe(seconds=[float(number) for number in range(900)], gop=10))
    prepared = prepare(path, tmp_path / "made")
    assert prepared.filmstrip_count == 60
    assert prepared.filmstrip_interval == pytest.approx(probe(path).duration / 60)
    for index, tile in enumerate(tiles(prepared)):
        assert 0 <= index * prepared.filmstrip_interval - read_number(tile) <= 10.001


def test_sound_alone_and_picture_alone(media: Media, tmp_path: Path) -> None:
    speech = prepare(media("speech.wav"), tmp_path / "speech")
    assert speech.facts.video is None and speech.filmstrip is None and speech.analysis_audio is not None
    assert [(choice.subject, choice.degraded) for choice in speech.choices] == [("picture", True)]
    silent = prepare(media("silent.mp4"), tmp_path / "silent")
    assert silent.analysis_audio is None and silent.waveform is None and silent.filmstrip is not None
    assert [(choice.subject, choice.degraded) for choice in silent.choices] == [("sound", True)]


def test_a_recording_without_length_is_copied_into_one_that_has_it(media: Media, tmp_path: Path) -> None:
    prepared = prepare(media("live.mkv"), tmp_path)
    assert prepared.media is not None and prepared.media.is_file()
    with av.open(str(prepared.media)) as container:
        assert container.duration / 1e6 == pytest.approx(4.0, abs=0.05)
    facts, before = prepared.facts, probe(media("live.mkv"))
    assert facts.video is not None and facts.audio is not None and before.video and before.audio
    assert facts.audio.start - facts.video.start == pytest.approx(
        before.audio.start - before.video.start, abs=0.003
    )
    assert [choice.subject for choice in prepared.choices] == ["container"]


def test_damaged_sound_is_used_as_far_as_it_decodes_and_said(tmp_path: Path) -> None:
    path = make(tmp_path / "noise.flac.mkv", Recipe(sound=noise(6.0), sound_codec="flac"))
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    for start in range(middle, middle + 60_000, 500):
        content[start : start + 40] = bytes(40)
    path.write_bytes(content)
    prepared = prepare(path, tmp_path / "made")
    assert prepared.analysis_audio is not None
    samples, _ = read_wav(prepared.analysis_audio)
    assert len(samples) == round(prepared.facts.duration * 16000)
    assert np.abs(samples[8000:16000]).max() > 0.05 and np.abs(samples[-16000:]).max() > 0.05
    said = [choice for choice in prepared.choices if choice.subject == "sound"]
    assert said and said[0].degraded and "could not be decoded" in said[0].reason


@pytest.mark.parametrize("stop_at", [0.0, 0.3, 0.85])
def test_stopping_leaves_nothing(media: Media, tmp_path: Path, stop_at: float) -> None:
    def stop(fraction: float, message: str = "") -> None:
        if fraction >= stop_at:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        prepare_source(media("live.mkv"), probe(media("live.mkv")), tmp_path, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(media: Media, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(WorkspaceError, match="can't be written"):
        prepare(media("talk.mp4"), blocked / "made")


@pytest.mark.parametrize("name", ["talk.mp4", "live.mkv"])
def test_a_full_disk_is_told_wherever_it_fills_and_nothing_is_left(
    media: Media, small_disk: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.media.remux.SPARE_BYTES", -(10**9))
    made = small_disk / "made"
    prepare(media(name), made)
    sizes = [file.stat().st_size for file in made.iterdir()]
    shutil.rmtree(made)
    total = shutil.disk_usage(small_disk).total
    # In the copy or the sound, in the filmstrip, and in the last page of all.
    for room in (4096, sum(sizes) // 2, sum(sizes) - 4096):
        (small_disk / "filling").write_bytes(bytes(total - room // 4096 * 4096))
        with pytest.raises(DiskFullError):
            prepare(media(name), made)
        assert [path for path in small_disk.rglob("*") if path.is_file()] == [small_disk / "filling"]


def test_a_copy_that_would_not_fit_is_not_begun(media: Media, small_disk: Path) -> None:
    with pytest.raises(DiskFullError, match="not enough disk space"):
        prepare(media("live.mkv"), small_disk / "made")
    assert not [path for path in small_disk.rglob("*") if path.is_file()]


def test_the_source_is_never_changed(media: Media, tmp_path: Path) -> None:
    copy = tmp_path / "copy.mkv"
    shutil.copy(media("live.mkv"), copy)
    before = copy.read_bytes()
    prepare(copy, tmp_path / "made")
    assert copy.read_bytes() == before
    assert RECIPES["live.mkv"].options == (("live", "1"),)
