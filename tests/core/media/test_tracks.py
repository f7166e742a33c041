"""Which tracks are heard: chosen by number, mixed, each at its own place, rate and number of channels."""

from __future__ import annotations

import tracemalloc
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import MediaError
from core.media.analysis_audio import write_analysis
from core.media.audio import measure_loudness, read_audio, read_wav, stream_audio
from core.media.probe import probe
from core.media.tracks import choose_tracks, with_streams
from core.schema.record import ignore_progress
from core.schema.source import MediaFacts, TrackWishes
from core.schema.time import Cut, TimeSpan
from tests.core.media.conftest import noise, tone

SECONDS = 4.0
# Rate, layout, level, hertz and start of each track.
TRACKS = (
    (48000, "stereo", 0.4, 500.0, 0.0),
    (44100, "mono", 0.2, 900.0, 0.5),
    (32000, "5.1", 0.3, 1300.0, 0.0),
)


def write_tracks(path: Path, tracks: list[tuple[int, str, NDArray[np.float32], float]]) -> Path:
    """Write a Matroska file of lossless tracks: rate, layout, (channels, n) and start of each."""
    with av.open(str(path), "w") as container:
        streams = [container.add_stream("flac", rate=rate, layout=layout) for rate, layout, _, _ in tracks]
        for number, stream in enumerate(streams):
            stream.metadata["language"] = ("eng", "deu", "fra")[number % 3]
        for stream, (rate, layout, samples, start) in zip(streams, tracks, strict=True):
            codes = np.ascontiguousarray((samples.T * 32767).round().astype(np.int16).reshape(1, -1))
            frame = av.AudioFrame.from_ndarray(codes, format="s16", layout=layout)
            frame.sample_rate, frame.pts, frame.time_base = rate, round(start * rate), Fraction(1, rate)
            for piece in av.AudioResampler("s16", layout, rate, frame_size=4096).resample(frame):
                container.mux(stream.encode(piece))
            container.mux(stream.encode(None))
    return path


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of three tracks that differ in everything."""
    tracks = []
    for rate, layout, level, hertz, start in TRACKS:
        channels = av.AudioLayout(layout).nb_channels
        samples = np.stack([tone(SECONDS - start, rate, level, hertz)] * channels)
        if layout == "5.1":
            # Only the left one: what the others give is tested with the surround file.
            samples[1:] = 0
        tracks.append((rate, layout, samples, start))
    return write_tracks(tmp_path_factory.mktemp("tracks") / "three.mkv", tracks)


def level_of(samples: NDArray[np.float32], hertz: float, rate: int) -> float:
    """Return the height of a sine in (n,) samples."""
    at = np.arange(len(samples)) / rate
    return float(np.abs(2 * np.mean(samples * np.exp(-2j * np.pi * hertz * at))))


def chosen(path: Path, track: str) -> MediaFacts:
    return choose_tracks(probe(path), TrackWishes(audio_track=track))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_track_by_its_number_is_heard_alone(three: Path, number: int) -> None:
    facts = chosen(three, str(number))
    samples = read_audio(three, facts, TimeSpan(start=1.0, end=3.0), 48000, 2)[:, 0]
    levels = [level_of(samples, hertz, 48000) for _, _, _, hertz, _ in TRACKS]
    wanted = [level if number == index else 0.0 for index, (_, _, level, _, _) in enumerate(TRACKS, start=1)]
    assert levels == pytest.approx(wanted, abs=0.002)


def test_nothing_wished_is_what_the_probe_chose(three: Path) -> None:
    facts = probe(three)
    assert choose_tracks(facts, TrackWishes()) == facts


@pytest.mark.parametrize("rate", [16000, 44100, 48000])
def test_all_tracks_are_averaged_each_at_its_own_place(three: Path, rate: int) -> None:
    facts = chosen(three, "all")
    assert len(facts.mixed_streams) == 3 and facts.audio is not None
    assert facts.audio.index == facts.mixed_streams[0]
    mixed = read_audio(three, facts, TimeSpan(start=0.0, end=SECONDS), rate, 2)
    alone = [read_audio(three, chosen(three, n), TimeSpan(start=0.0, end=SECONDS), rate, 2) for n in "123"]
    assert np.abs(mixed - np.mean(alone, axis=0)).max() < 1e-6
    early = mixed[: round(0.48 * rate), 0]
    assert level_of(early, 900.0, rate) < 0.003 < level_of(early, 500.0, rate)


def test_the_same_talk_twice_is_as_loud_as_once(tmp_path: Path) -> None:
    talk = noise(3.0, 48000, 2, level=0.9)
    path = write_tracks(tmp_path / "twice.mkv", [(48000, "stereo", talk, 0.0)] * 2)
    cut = Cut(ranges=(TimeSpan(start=0, end=3),))
    once, twice = (measure_loudness(path, chosen(path, track), cut) for track in ("1", "all"))
    assert once.lufs is not None and twice.lufs == pytest.approx(once.lufs, abs=0.01)


def test_analysis_hears_what_is_exported(three: Path, tmp_path: Path) -> None:
    facts = chosen(three, "all")
    write_analysis(three, facts, tmp_path / "a.wav", tmp_path / "a.i8", ignore_progress)
    heard, rate = read_wav(tmp_path / "a.wav")
    assert len(heard) == round(facts.duration * rate)
    exported = read_audio(three, facts, TimeSpan(start=0.0, end=facts.duration), rate, 1)[:, 0]
    inside = slice(rate // 5, round((SECONDS - 0.2) * rate))
    assert np.abs(heard[inside] - exported[inside]).max() < 0.003


def test_a_track_that_is_not_there_is_answered_with_those_that_are(three: Path) -> None:
    with pytest.raises(MediaError, match="no audio track 4") as caught:
        chosen(three, "4")
    assert caught.value.remedy == "Choose 1 (eng, stereo), 2 (deu, mono), 3 (fra, 5.1), or all."
    with pytest.raises(MediaError, match="no audio track english"):
        chosen(three, "english")
    with pytest.raises(MediaError, match="no audio stream 9"):
        with_streams(probe(three), (9,))


def test_streams_of_a_composition_are_those_of_the_choice(three: Path) -> None:
    facts = chosen(three, "all")
    assert with_streams(probe(three), facts.mixed_streams) == facts
    second = chosen(three, "2")
    assert second.audio is not None
    assert with_streams(probe(three), (second.audio.index,)) == second
    assert with_streams(second, ()) == second


def test_a_source_without_sound_has_no_second_track(media) -> None:
    facts = probe(media("silent.mp4"))
    assert choose_tracks(facts, TrackWishes(audio_track="all")) == facts
    with pytest.raises(MediaError, match="no audio track 2"):
        choose_tracks(facts, TrackWishes(audio_track="2"))


def test_two_spoken_tracks(shared_media: Path) -> None:
    path = shared_media / "video/two_spoken_audio_tracks_5s.mp4"
    whole = TimeSpan(start=0.0, end=4.5)
    first, second, both = (read_audio(path, chosen(path, t), whole, 16000, 1) for t in ("1", "2", "all"))
    assert np.corrcoef(first[:, 0], second[:, 0])[0, 1] < 0.5
    assert np.abs(both - (first + second) / 2).max() < 1e-6


@pytest.mark.parametrize("track", ["1", "all"])
def test_memory_does_not_grow_with_the_source(tmp_path: Path, track: str) -> None:
    most = []
    for seconds in (20.0, 120.0):
        quiet = np.zeros((1, round(seconds * 16000)), np.float32)
        path = write_tracks(
            tmp_path / f"{seconds}.mkv", [(16000, "mono", quiet, 0.0), (16000, "mono", quiet, 0.0)]
        )
        facts = chosen(path, track)
        span = TimeSpan(start=0.0, end=seconds)
        tracemalloc.start()
        write_analysis(path, facts, tmp_path / "a.wav", tmp_path / "a.i8", ignore_progress)
        for _ in stream_audio(path, facts, span, 48000, 2):
            pass
        most.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert most[1] < most[0] + 1_000_000 and most[1] < 12_000_000
