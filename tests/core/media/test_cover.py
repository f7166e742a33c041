"""The picture that comes with sound is found, checked, and laid beside what is prepared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from core.media.cover import write_cover
from core.media.ingest import prepare_source
from core.media.probe import probe
from core.schema.record import ignore_progress
from tests.core.media.conftest import black_png, noise

Media = Callable[[str], Path]


def with_pictures(path: Path, pictures: list[tuple[bytes, str, str]], seconds: float = 2.0) -> Path:
    """Write sound with attached pictures: (content, codec, what it is said to be)."""
    with av.open(str(path), "w") as container:
        sound = container.add_stream("libmp3lame" if path.suffix == ".mp3" else "aac", rate=44100)
        covers = []
        for content, codec, comment in pictures:
            stream = container.add_stream(codec)
            shape = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
            stream.height, stream.width = shape.shape[:2] if shape is not None else (64, 64)
            stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "rgb24"
            stream.disposition = av.stream.Disposition.attached_pic
            stream.metadata["comment"] = comment
            covers.append((stream, content))
        container.start_encoding()
        for stream, content in covers:
            packet = av.Packet(content)
            packet.stream, packet.pts, packet.dts = stream, 0, 0
            container.mux(packet)
        samples = noise(seconds, channels=2)
        for start in range(0, samples.shape[1], 1024):
            frame = av.AudioFrame.from_ndarray(
                np.ascontiguousarray(samples[:, start : start + 1024]), format="fltp", layout="stereo"
            )
            frame.sample_rate, frame.pts = 44100, start
            container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
    return path


def picture(colour: tuple[int, int, int], suffix: str, side: int = 64) -> bytes:
    return cv2.imencode(suffix, np.full((side, side, 3), colour, np.uint8))[1].tobytes()


def test_a_cover_comes_out_byte_for_byte(tmp_path: Path) -> None:
    content = picture((10, 200, 30), ".jpg")
    path = with_pictures(tmp_path / "talk.mp3", [(content, "mjpeg", "Cover (front)")])
    made = tmp_path / "made"
    prepared = prepare_source(path, probe(path), made, ignore_progress)
    assert prepared.cover == made / "cover.jpg"
    assert prepared.cover.read_bytes() == content
    assert prepared.facts.video is None
    told = {finding.subject: finding for finding in prepared.health.findings}
    assert told["picture"].severity == "note" and "cover" in told["picture"].done
    assert "picture" not in {choice.subject for choice in prepared.choices}


def test_the_front_is_taken_of_several(tmp_path: Path) -> None:
    front, back = picture((0, 0, 250), ".png"), picture((250, 0, 0), ".png", side=200)
    path = with_pictures(tmp_path / "talk.mp3", [(back, "png", "Cover (back)"), (front, "png", "Cover (front)")])
    written = write_cover(path, tmp_path)
    assert written is not None and written.read_bytes() == front


def test_what_is_no_picture_is_left_out(tmp_path: Path) -> None:
    broken = picture((0, 0, 250), ".png")[:40]
    path = with_pictures(tmp_path / "talk.mp3", [(broken, "png", "Cover (front)")])
    assert write_cover(path, tmp_path) is None


@pytest.mark.parametrize("side", [8_000, 40_000])
def test_a_picture_of_gigabytes_in_a_few_kilobytes_is_left_out(tmp_path: Path, side: int) -> None:
    bomb = black_png(side)
    path = with_pictures(tmp_path / "talk.mp3", [(picture((9, 9, 9), ".png"), "png", "Cover (front)")])
    content = path.read_bytes()
    start = content.index(b"APIC")
    # The tag's sizes have 7 bits a byte.
    length = sum(part << shift for part, shift in zip(content[start + 4 : start + 8], (21, 14, 7, 0), strict=True))
    old = content[start + 10 : start + 10 + length]
    new = old[: old.index(b"\x89PNG")] + bomb
    sizes = [bytes(size >> shift & 127 for shift in (21, 14, 7, 0)) for size in (len(new), len(new) + 10)]
    frame = b"APIC" + sizes[0] + content[start + 8 : start + 10] + new
    path.write_bytes(content[:6] + sizes[1] + frame + content[start + 10 + len(old) :])
    assert probe(path).audio is not None
    assert write_cover(path, tmp_path) is None


def test_sound_without_a_cover(media: Media, tmp_path: Path) -> None:
    assert write_cover(media("speech.wav"), tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "suffix"), [("broken/huge_cover_art_1s.mp3", ".png"), ("broken/malformed_join.mp3", ".jpg")]
)
def test_covers_of_the_world(shared_media: Path, tmp_path: Path, name: str, suffix: str) -> None:
    written = write_cover(shared_media / name, tmp_path)
    assert written is not None and written.suffix == suffix
    assert cv2.imread(str(written)) is not None
