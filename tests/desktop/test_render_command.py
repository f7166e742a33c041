"""`main.py render`: presets, names, captions alone, and nothing left behind where it is stopped."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from core.schema.audio import AudioPlan
from core.schema.caption import CaptionCue, CueWord
from core.schema.composition import Composition, MediaReference
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from desktop.cli import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def source(tmp_path):
    """Return a second of grey, 128×72 at 10 frames a second, without sound."""
    path = tmp_path / "in" / "grey.mp4"
    path.parent.mkdir()
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=10, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 128, 72, "yuv420p"
        for index in range(10):
            frame = av.VideoFrame.from_ndarray(np.full((72, 128, 3), 100, np.uint8), format="rgb24")
            frame.pts, frame.time_base = index, Fraction(1, 10)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def compose(source, ranges, size=(128, 72)):
    cut = Cut(ranges=tuple(TimeSpan(start=start, end=end) for start, end in ranges))
    crop = CropPath(at=(0.0,), x=(0.0,), y=(0.0,), width=(128.0,), height=(72.0,))
    span = LayoutSpan(start=0, end=cut.duration, layout="wide", regions=(Region(crop=crop),))
    words = (CueWord(text="Hi", start=0.0, end=cut.duration),)
    return Composition(
        title="Grey",
        aspect="16:9",
        width=size[0],
        height=size[1],
        fps_numerator=10,
        fps_denominator=1,
        media=MediaReference(path=source, has_audio=False),
        cut=cut,
        spans=(span,),
        cues=(CaptionCue(start=0.0, end=cut.duration, words=words),),
        audio=AudioPlan(),
        style=Style(name="clean", version=1),
    )


@pytest.fixture
def composition(source):
    """Return the file of a composition of half a second."""
    file = source.with_name("composition.json")
    file.write_text(compose(source, [(0.2, 0.7)]).to_json())
    return file


def render(composition, out, *more):
    return main(["render", str(composition), "--out", str(out), *more])


def test_only_the_file_appears(composition, tmp_path, capsys):
    out = tmp_path / "out" / "clip.mp4"
    assert render(composition, out) == 0
    assert [path.name for path in out.parent.iterdir()] == ["clip.mp4"]
    told = capsys.readouterr().out
    assert "128×72" in told and "libx264 superfast crf 20.2" in told


def test_a_preset_changes_codec_and_size(composition, tmp_path):
    out = tmp_path / "clip.mp4"
    assert render(composition, out, "--preset", "x") == 0
    with av.open(str(out)) as container:
        shown = container.streams.video[0].codec_context
        assert (shown.width, shown.height) == (1280, 720)


def test_a_name_that_is_not_the_presets_is_told_with_the_right_one(composition, tmp_path, capsys):
    assert render(composition, tmp_path / "clip.mp4", "--preset", "master") == 1
    told = capsys.readouterr().err
    assert "master" in told and "clip.mov" in told
    assert not list(tmp_path.glob("clip*"))


def test_an_unknown_preset_is_told_with_those_there_are(composition, tmp_path, capsys):
    assert render(composition, tmp_path / "clip.mp4", "--preset", "betamax") == 1
    assert "tiktok" in capsys.readouterr().err


def test_hardware_that_is_not_there_is_told_and_the_file_made(composition, tmp_path, capsys):
    out = tmp_path / "clip.mp4"
    assert render(composition, out, "--hardware") == 0
    assert out.is_file()
    assert "info: Encoder: libx264." in capsys.readouterr().out


def test_captions_alone_become_a_film_or_pictures(composition, source, tmp_path):
    source.unlink()
    film = tmp_path / "captions.mov"
    assert render(composition, film, "--captions-only") == 0
    with av.open(str(film)) as container:
        assert container.streams.video[0].codec_context.format.name == "yuva444p12le"
    folder = tmp_path / "pictures"
    assert render(composition, folder, "--captions-only") == 0
    assert sorted(path.name for path in folder.iterdir()) == [f"captions_{n:05d}.png" for n in range(1, 6)]
    picture = cv2.imread(str(folder / "captions_00003.png"), cv2.IMREAD_UNCHANGED)
    assert picture.shape == (72, 128, 4)
    assert picture[..., 3].min() == 0 and picture[..., 3].max() == 255
    # A folder that holds something is not written into.
    assert render(composition, folder, "--captions-only") == 1
    assert {path.name for path in tmp_path.iterdir()} == {"in", "captions.mov", "pictures"}


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_leaves_nothing(source, tmp_path):
    file = source.with_name("long.json")
    # Two minutes of the same second, large: it will be met in the middle.
    file.write_text(compose(source, [(0.0, 1.0)] * 120, (1920, 1080)).to_json())
    out = tmp_path / "out" / "clip.mp4"
    command = [sys.executable, "main.py", "render", str(file), "--out", str(out), "--preset", "best"]
    running = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Tests that a script started in its background inherit that Ctrl+C is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        while running.poll() is None and not list(tmp_path.glob("out/.clip.*.part/.clip.mp4.part")):
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 130 and "Stopped" in told
    assert list(out.parent.iterdir()) == []
