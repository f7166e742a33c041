"""Files that can't be read as they are come out whole, in step, and without being coded anew."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from core.errors import Cancelled
from core.media.audio import read_wav
from core.media.extent import has_whole_index
from core.media.ingest import prepare_source
from core.media.mend import mend
from core.media.probe import probe
from core.media.reader import FrameReader
from core.media.tracks import choose_tracks
from core.schema.record import ignore_progress
from core.schema.source import PreparedSource, TrackWishes
from tests.core.media.conftest import Recipe, even, make, noise, read_number, tone

Media = Callable[[str], Path]


def prepare(path: Path, folder: Path, track: str = "") -> PreparedSource:
    facts = choose_tracks(probe(path), TrackWishes(audio_track=track))
    return prepare_source(path, facts, folder, ignore_progress)


def numbers_at(prepared: PreparedSource, path: Path, seconds: list[float]) -> list[int]:
    with FrameReader(prepared.media or path, prepared.facts) as reader:
        return [read_number(reader.picture_at(at).frame.to_ndarray(format="rgb24")) for at in seconds]


def packets(path: Path, kind: str) -> list[bytes]:
    with av.open(str(path)) as container:
        stream = next(stream for stream in container.streams if stream.type == kind)
        return [bytes(packet) for packet in container.demux(stream) if packet.size]


def loud_seconds(prepared: PreparedSource) -> list[float]:
    """Return where clicks are heard, in source seconds."""
    assert prepared.analysis_audio is not None
    samples, rate = read_wav(prepared.analysis_audio)
    loud = np.flatnonzero(np.abs(samples) > 0.2)
    starts = loud[np.flatnonzero(np.diff(loud, prepend=-rate) > rate // 4)]
    return [float(start) / rate for start in starts]


def clicking(path: Path, seconds: float, fps: float = 24.0) -> Path:
    """Write pictures with a click at each whole second of sound."""
    at = np.arange(round(seconds * 48000)) / 48000
    clicks = np.where(at % 1.0 < 0.02, np.sin(2 * np.pi * 1000 * at) * 0.8, 0.0).astype(np.float32)
    sound = np.stack([clicks, clicks])
    return make(path, Recipe(seconds=even(round(seconds * fps), fps), gop=24, sound=sound, sound_hz=48000))


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three recordings put end to end byte by byte: 3 s, 2 s and 4 s."""
    folder = tmp_path_factory.mktemp("joined")
    parts = [clicking(folder / f"{seconds}.ts", seconds) for seconds in (3, 2, 4)]
    path = folder / "joined.ts"
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return path


def test_joined_recordings_play_one_after_the_other(joined: Path, tmp_path: Path) -> None:
    prepared = prepare(joined, tmp_path)
    assert prepared.media is not None
    assert prepared.facts.duration == pytest.approx(9.0, abs=0.25)
    video = prepared.facts.video
    assert video is not None
    pictures = [at + video.start + 0.5 / 24 for at in (0.0, 1.0, 2.5)]
    assert numbers_at(prepared, joined, pictures) == [0, 24, 60]
    heard = loud_seconds(prepared)
    assert len(heard) == 9
    with FrameReader(prepared.media, prepared.facts) as reader:
        for index, at in enumerate(heard):
            shown = read_number(reader.picture_at(at + 0.5 / 24).frame.to_ndarray(format="rgb24"))
            # A click is heard with the first picture of each second of its part, to within a frame.
            expected = [0, 24, 48, 0, 24, 0, 24, 48, 72][index]
            assert abs(shown - expected) <= 1
    told = {finding.subject: finding for finding in prepared.health.findings}
    assert told["timestamps"].found.startswith("The clock of the recording jumps 2 times")
    assert "length" not in told
    assert [choice.subject for choice in prepared.choices] == ["container"]


def test_a_joined_recording_is_copied_not_coded(joined: Path, tmp_path: Path) -> None:
    prepared = prepare(joined, tmp_path)
    assert prepared.media is not None
    assert len(packets(prepared.media, "video")) == len(packets(joined, "video"))
    # A transport stream has a header of seven bytes before each piece of AAC, which Matroska leaves out.
    assert packets(prepared.media, "audio")[5:50] == [content[7:] for content in packets(joined, "audio")[5:50]]


@pytest.mark.parametrize("stop_at", [0.05, 0.3, 0.7])
def test_stopping_while_parts_are_joined_leaves_nothing(joined: Path, tmp_path: Path, stop_at: float) -> None:
    said: list[str] = []

    def stop(fraction: float, message: str = "") -> None:
        said.append(message)
        if fraction >= stop_at and "making the file seekable" in said:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        prepare_source(joined, probe(joined), tmp_path, stop)
    assert list(tmp_path.iterdir()) == []


def test_a_bare_stream_gets_the_times_that_its_pictures_state(tmp_path: Path) -> None:
    whole = make(tmp_path / "whole.mp4", Recipe(seconds=even(72), gop=24))
    raw = tmp_path / "raw.h264"
    with av.open(str(whole)) as source, av.open(str(raw), "w", format="h264") as copy:
        stream = copy.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                copy.mux(packet)
    prepared = prepare(raw, tmp_path / "made")
    assert prepared.media is not None and prepared.facts.video is not None
    fps = prepared.facts.video.fps
    assert prepared.facts.duration == pytest.approx(72 / fps, abs=0.01)
    assert numbers_at(prepared, raw, [(number + 0.5) / fps for number in (0, 1, 2, 30, 71)]) == [0, 1, 2, 30, 71]
    assert "bare stream of 72 pictures" in prepared.health.findings[0].found


def test_all_mixed_tracks_are_in_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "two.mkv"
    low, high = tone(4.0, 48000, 0.4, 300.0), tone(4.0, 48000, 0.4, 2000.0)
    files = [
        make(tmp_path / f"{hz}.mkv", Recipe(sound=sound[None], sound_codec="flac", sound_hz=48000, layout="mono"))
        for hz, sound in ((300, low), (2000, high))
    ]
    with av.open(str(path), "w", options={"live": "1"}) as copy:
        sources = [av.open(str(file)) for file in files]
        streams = [copy.add_stream_from_template(source.streams[0]) for source in sources]
        for pair in zip(*(source.demux() for source in sources), strict=True):
            for packet, stream in zip(pair, streams, strict=True):
                if packet.dts is not None:
                    packet.stream = stream
                    copy.mux(packet)
        for source in sources:
            source.close()
    prepared = prepare(path, tmp_path / "made", track="all")
    assert prepared.media is not None and len(prepared.facts.mixed_streams) == 2
    assert len(probe(prepared.media).audio_streams) == 2
    assert prepared.analysis_audio is not None
    samples, rate = read_wav(prepared.analysis_audio)
    spectrum = np.abs(np.fft.rfft(samples[rate : 2 * rate]))
    assert {int(np.argmax(spectrum[:1000])), 1000 + int(np.argmax(spectrum[1000:4000]))} == {300, 2000}
    alone = prepare(path, tmp_path / "alone", track="2")
    assert alone.media is not None and len(probe(alone.media).audio_streams) == 1


def test_nothing_is_done_to_a_file_that_needs_nothing(media: Media, tmp_path: Path) -> None:
    for name in ("talk.mp4", "one_keyframe.mkv", "transport.ts", "speech.wav"):
        mended = mend(media(name), probe(media(name)), tmp_path / "media.mkv", ignore_progress)
        assert mended.path == media(name) and not mended.is_copy and mended.findings == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "flags", ["frag_keyframe+empty_moov+default_base_moof", "dash+frag_keyframe+empty_moov+global_sidx"]
)
def test_a_fragmented_file_is_as_long_as_it_is(tmp_path: Path, flags: str) -> None:
    ffmpeg = pytest.importorskip("imageio_ffmpeg").get_ffmpeg_exe()
    whole = make(tmp_path / "whole.mp4", Recipe(seconds=even(480), gop=24, sound=noise(20.0)))
    path = tmp_path / "fragments.mp4"
    subprocess.run([ffmpeg, "-v", "error", "-i", whole, "-c", "copy", "-movflags", flags, path], check=True)
    facts = probe(path)
    assert facts.duration == pytest.approx(20.0, abs=0.2) and facts.findings == ()
    with av.open(str(path)) as container:
        assert has_whole_index(container.streams.video[0]) == ("sidx" not in flags)
    prepared = prepare_source(path, facts, tmp_path / "made", ignore_progress)
    assert prepared.health.frames == 480 and prepared.health.missing_frames == 0
    start = facts.video.start if facts.video else 0.0
    assert numbers_at(prepared, path, [start + (n + 0.5) / 24 for n in (0, 200, 479)]) == [0, 200, 479]
