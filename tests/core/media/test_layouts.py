"""Sound of any layout, and sound that changes its rate or channels on the way: mixed down right, moved nowhere."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from core.media.audio import read_audio
from core.media.probe import probe
from core.schema.time import TimeSpan

LEVEL = 0.2
ROOT = np.sqrt(0.5)
LEFT, RIGHT, BOTH, NONE = (1.0, 0.0), (0.0, 1.0), (ROOT, ROOT), (0.0, 0.0)
SIDE_LEFT, SIDE_RIGHT, BEHIND = (ROOT, 0.0), (0.0, ROOT), (0.5, 0.5)
# ITU-R BS.775, in FFmpeg's order of channels.
LAYOUTS = {
    "mono": [(1.0, 1.0)],
    "2.1": [LEFT, RIGHT, NONE],
    "3.0": [LEFT, RIGHT, BOTH],
    "quad": [LEFT, RIGHT, SIDE_LEFT, SIDE_RIGHT],
    "4.0": [LEFT, RIGHT, BOTH, BEHIND],
    "5.0": [LEFT, RIGHT, BOTH, SIDE_LEFT, SIDE_RIGHT],
    "5.1(side)": [LEFT, RIGHT, BOTH, NONE, SIDE_LEFT, SIDE_RIGHT],
    "6.1": [LEFT, RIGHT, BOTH, NONE, BEHIND, SIDE_LEFT, SIDE_RIGHT],
    "7.1": [LEFT, RIGHT, BOTH, NONE, SIDE_LEFT, SIDE_RIGHT, SIDE_LEFT, SIDE_RIGHT],
}


def tones(channels: int, rate: int, seconds: float = 2.0) -> NDArray[np.int16]:
    """Return (n, channels): channel c is a sine of 300 + 100 c Hz."""
    at = np.arange(round(seconds * rate)) / rate
    return np.stack(
        [(LEVEL * 32767 * np.sin(2 * np.pi * (300 + 100 * c) * at)).astype(np.int16) for c in range(channels)], 1
    )


def gains(samples: NDArray[np.float32], channels: int, rate: int) -> list[tuple[float, float]]:
    """Return how much of each channel's tone is heard left and right."""
    at = np.arange(len(samples)) / rate
    waves = [np.exp(-2j * np.pi * (300 + 100 * c) * at)[:, None] for c in range(channels)]
    heights = [np.abs(2 * np.mean(samples * one, axis=0)) / LEVEL for one in waves]
    return [(float(left), float(right)) for left, right in heights]


def add_tones(container: av.container.OutputContainer, codec: str, layout: str, rate: int) -> None:
    stream = container.add_stream(codec, rate=rate, layout=layout)
    channels = av.AudioLayout(layout).nb_channels
    if codec == "aac":
        stream.bit_rate = 96_000 * channels
    frame = av.AudioFrame.from_ndarray(tones(channels, rate).reshape(1, -1), format="s16", layout=layout)
    frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
    resampler = av.AudioResampler(stream.codec_context.format, layout, rate, frame_size=1024)
    for piece in [*resampler.resample(frame), *resampler.resample(None)]:
        container.mux(stream.encode(piece))
    container.mux(stream.encode(None))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_are_mixed_down_as_bs_775_says(layout: str, tmp_path: Path) -> None:
    path = tmp_path / "layout.mkv"
    with av.open(str(path), "w") as container:
        add_tones(container, "flac", layout, 48000)
    samples = read_audio(path, probe(path), TimeSpan(start=0.5, end=1.5), 48000, 2)
    wanted = LAYOUTS[layout]
    assert np.allclose(gains(samples, len(wanted), 48000), wanted, atol=0.01)


def test_eight_channels_of_aac(tmp_path: Path) -> None:
    path = tmp_path / "eight.mp4"
    with av.open(str(path), "w") as container:
        add_tones(container, "aac", "7.1(wide)", 48000)
    samples = read_audio(path, probe(path), TimeSpan(start=0.5, end=1.5), 48000, 2)
    # Whatever FFmpeg makes of wide fronts: each channel but the low one is heard, and no side is swapped.
    heard = gains(samples, 8, 48000)
    assert heard[0][0] > 0.9 > heard[0][1] and heard[1][1] > 0.9 > heard[1][0]
    assert all(max(gain) > 0.4 for number, gain in enumerate(heard) if number != 3)


@pytest.mark.parametrize("channels", [3, 10, 16])
def test_microphones_of_which_nothing_is_said_are_all_heard(channels: int, tmp_path: Path) -> None:
    path = tmp_path / "recorder.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes(tones(channels, 48000).tobytes())
    samples = read_audio(path, probe(path), TimeSpan(start=0.5, end=1.5), 48000, 2)
    assert np.allclose(gains(samples, channels, 48000), 1 / channels, atol=0.01)


def speech_like(seconds: float, rate: int) -> NDArray[np.float32]:
    """Return (n,) of which each stretch is unique, the same at every rate: tones of random frequency."""
    rng = np.random.default_rng(11)
    at = np.arange(round(seconds * rate)) / rate
    waves = [np.sin(2 * np.pi * rng.uniform(80, 4000) * at + rng.uniform(0, 6)) for _ in range(12)]
    return (np.sum(waves, axis=0) / 20).astype(np.float32)


def transport(path: Path, rate: int, layout: str, start: float, end: float, late: float = 0.0) -> bytes:
    """Return a transport stream of a stretch of `speech_like`, timed as in the whole, or later."""
    with av.open(str(path), "w", format="mpegts") as container:
        stream = container.add_stream("aac", rate=rate, layout=layout)
        stream.bit_rate = 192_000
        whole = speech_like(end, rate)[round(start * rate) :]
        planes = np.stack([whole] * av.AudioLayout(layout).nb_channels)
        for first in range(0, planes.shape[1], 1024):
            piece = np.ascontiguousarray(planes[:, first : first + 1024])
            frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout=layout)
            frame.sample_rate, frame.time_base = rate, Fraction(1, rate)
            frame.pts = round((start + late) * rate) + first
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path.read_bytes()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((48000, "stereo"), (48000, "mono")),
        ((44100, "mono"), (48000, "stereo")),
        ((48000, "5.1"), (32000, "stereo")),
    ],
)
def test_a_stream_that_changes_on_the_way_keeps_its_place(
    first: tuple[int, str], second: tuple[int, str], tmp_path: Path
) -> None:
    path = tmp_path / "joined.ts"
    gap = 0.5
    parts = (
        transport(tmp_path / "1.ts", *first, 0.0, 2.0),
        transport(tmp_path / "2.ts", *second, 2.0, 6.0, gap),
    )
    path.write_bytes(b"".join(parts))
    heard = read_audio(path, probe(path), TimeSpan(start=0.0, end=6.6), 48000, 1)[:, 0]
    wanted = speech_like(6.0, 48000)

    def late(at: float, expected: int) -> int:
        """Return by how many samples the tenth of a second at a second of the talk lies late."""
        begin = round(at * 48000)
        stretch, around = wanted[begin:][:4800], heard[begin + expected - 3000 :][:10800]
        likeness = np.correlate(around, stretch, "valid")
        assert likeness.max() > 0.9 * np.sum(stretch**2)
        return int(np.argmax(likeness)) - 3000 + expected

    # The muxer moves the first part back by its encoder's run-up, so that no time is negative; not the second.
    runup = round(1024 * 48000 / first[0])
    assert [late(at, runup) for at in (0.5, 1.8)] == [runup] * 2
    # A transport stream counts in ninetieths of a millisecond; after that nothing moves.
    behind = [late(at, round(gap * 48000)) - round(gap * 48000) for at in (2.3, 3.0, 4.5, 5.8)]
    assert len(set(behind)) == 1 and abs(behind[0]) <= 2
