"""`main.py frame`: its schema in every aspect, errors that say what to do, and nothing left if it is stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from core.schema.choice import ASPECTS, aspect_ratio
from core.schema.framing import LAYOUTS
from desktop.cli import main
from desktop.commands.frame import frame_document

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 320, 180


def _film(path: Path, seconds: float = 1.0, fps: int = 10) -> Path:
    """Write moving stripes without sound and without faces."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=fps, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stripes = np.tile((np.arange(WIDTH) * 2 % 200).astype(np.uint8)[None, :, None], (HEIGHT, 1, 3))
        pictures = [av.VideoFrame.from_ndarray(np.roll(stripes, i, axis=1), format="rgb24") for i in range(10)]
        for index in range(round(seconds * fps)):
            frame = pictures[index % 10]
            frame.pts, frame.time_base = index, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Return a second of stripes."""
    return _film(tmp_path / "stripes.mp4")


def _check_schema(document: dict[str, object], aspect: str, size: tuple[int, int], is_whole: bool) -> None:
    assert set(document) == {"frames"}
    frames = document["frames"]
    assert isinstance(frames, list) and frames
    assert [frame["t"] for frame in frames] == sorted({frame["t"] for frame in frames})
    for frame in frames:
        assert set(frame) == {"t", "faces", "crop", "layout"}
        assert frame["layout"] in LAYOUTS
        for face in frame["faces"]:
            assert set(face) == {"x", "y", "w", "h", "track", "speaking"}
            assert isinstance(face["track"], int) and isinstance(face["speaking"], bool)
        crop = frame["crop"]
        assert set(crop) == set("xywh")
        assert crop["x"] >= 0 and crop["y"] >= 0
        assert crop["x"] + crop["w"] <= size[0] + 0.02 and crop["y"] + crop["h"] <= size[1] + 0.02
        if not is_whole:
            assert crop["w"] / crop["h"] == pytest.approx(aspect_ratio(aspect), rel=1e-3)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_every_frame_has_its_faces_crop_and_layout(film: Path, tmp_path: Path, aspect: str) -> None:
    out = tmp_path / "framing.json"
    assert main(["frame", str(film), "--aspect", aspect, "--json-out", str(out)]) == 0
    document = json.loads(out.read_text())
    assert len(document["frames"]) == 30, "as many as a delivery has"
    _check_schema(document, aspect, (WIDTH, HEIGHT), is_whole=True)


def test_a_face_is_told_with_the_crop_that_shows_it(
    shared_media: Path, weights_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHORTLIST_WEIGHTS", str(weights_folder))
    clip = shared_media / "video" / "one_speaker_noisy_room_9s_720p.mp4"
    document = frame_document(clip, 1.0, 2.5, "9:16")
    _check_schema(document, "9:16", (1280, 720), is_whole=False)
    for frame in document["frames"]:  # type: ignore[attr-defined]
        (face,), crop = frame["faces"], frame["crop"]
        assert crop["x"] < face["x"] and face["x"] + face["w"] < crop["x"] + crop["w"]
        assert frame["layout"] == "follow"


def test_progress_goes_on_from_step_to_step(film: Path) -> None:
    told: list[tuple[float, str]] = []
    frame_document(film, 0.0, None, "9:16", lambda done, what: told.append((done, what)))
    shares = [done for done, _ in told]
    assert shares == sorted(shares) and shares[0] >= 0 and shares[-1] <= 1
    steps = list(dict.fromkeys(what for _, what in told))
    assert steps == [step for step in ("preparing", "shots", "faces") if step in steps] and len(steps) > 1


def test_without_the_face_model_the_file_is_written_and_a_note_says_so(
    film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "weights"
    empty.mkdir()
    monkeypatch.setattr("desktop.paths.weights_folder", lambda: empty)
    out = tmp_path / "framing.json"
    assert main(["frame", str(film), "--json-out", str(out)]) == 0
    assert out.is_file()
    told = capsys.readouterr().err
    assert "face model" in told and "doctor --fetch" in told


@pytest.mark.parametrize("span", [("-1", "1"), ("2", "1"), ("nan", "1"), ("0", "nan"), ("1", "1")])
def test_a_span_that_is_none_is_wrong_usage(
    film: Path, tmp_path: Path, span: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "framing.json"
    given = ["frame", str(film), f"--start={span[0]}", f"--end={span[1]}", "--json-out", str(out)]
    assert main(given) == 2
    assert "--start" in capsys.readouterr().err
    assert not out.exists()


def test_what_can_not_be_framed_is_told_with_its_file(
    film: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "framing.json"
    voice = tmp_path / "voice.wav"
    with wave.open(str(voice), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16000)
        sound.writeframes(bytes(32000))
    cases = (
        ([str(voice)], "no picture", voice.name),
        ([str(film), "--start", "5"], "nothing from second 5", film.name),
        ([str(tmp_path / "gone.mp4")], "gone.mp4", "gone.mp4"),
    )
    for arguments, what, name in cases:
        assert main(["frame", *arguments, "--json-out", str(out)]) == 1
        told = capsys.readouterr().err
        assert what in told and name in told
    assert not out.exists()


def test_a_place_that_can_not_be_written_is_told_before_the_work(
    film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("desktop.commands.frame.frame_document", lambda *_: pytest.fail("looked at for nothing"))
    for out in (tmp_path / "missing" / "framing.json", tmp_path):
        assert main(["frame", str(film), "--json-out", str(out)]) == 1
        assert str(out) in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    long = _film(tmp_path / "long.mp4", seconds=240.0, fps=25)
    work, out = tmp_path / "work", tmp_path / "out"
    work.mkdir()
    out.mkdir()
    running = subprocess.Popen(
        [sys.executable, "main.py", "frame", str(long), "--json-out", str(out / "framing.json")],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(work)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Tests that a script started in its background inherit that Ctrl+C is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        while running.poll() is None and not list(work.iterdir()):
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 130 and "Stopped" in told
    assert list(out.iterdir()) == [] and list(work.iterdir()) == []
