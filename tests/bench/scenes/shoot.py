"""Makes a scene's files, once: H.264 with AAC, as a camera's, and the sound as analysis audio."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np

from core.schema.transcript import Transcript
from tests.bench.scenes.photos import Picture, photograph
from tests.bench.scenes.plot import Backdrop, Panel, Scene, Shot, pose_at
from tests.bench.scenes.puppet import Mien, paint
from tests.bench.scenes.voices import Talk, has_recordings, mouth_opening, speak
from tests.voices_kit import RATE_HZ, write_sound

CACHE = Path(__file__).resolve().parents[3] / ".cache" / "bench" / "scenes"
# Raised with every change of how scenes are painted or spoken.
VERSION = 1
# Noise is kept in bytes around this.
NOISE_LEVEL = 16


@dataclass(frozen=True)
class Take:
    """A scene made, with when each is heard: the video, its sound as 16 kHz mono WAV, words without speakers."""

    scene: Scene
    video: Path
    sound: Path
    transcript: Transcript


def shoot(scene: Scene, folder: Path = CACHE) -> Take:
    """Return the files of a scene, made now if they are not in the folder.

    Raises:
        PhotosMissingError: A photograph can't be had.
    """
    talk = speak(scene)
    known = f"{VERSION} {has_recordings()} {scene!r}"
    own = folder / f"{scene.name}-{hashlib.sha256(known.encode()).hexdigest()[:16]}"
    video, sound = own.with_suffix(".mp4"), own.with_suffix(".wav")
    if not (video.is_file() and sound.is_file()):
        folder.mkdir(parents=True, exist_ok=True)
        write_sound(sound, talk.mix)
        unfinished = own.with_suffix(".part.mp4")
        _write_video(unfinished, scene, talk)
        unfinished.replace(video)
    return Take(replace(scene, spoken=talk.turns), video, sound, talk.transcript)


def frames(scene: Scene, talk: Talk) -> Iterator[Picture]:
    """Yield the frames, RGB."""
    import cv2

    random = np.random.default_rng(scene.seed)
    size = scene.height + 64, scene.width + 64, 3
    noises = [np.clip(random.normal(NOISE_LEVEL, scene.noise, size), 0, 255).astype(np.uint8) for _ in range(3)]
    opening = {
        who: mouth_opening(track, scene.fps, scene.frame_count, scene.seed) for who, track in talk.tracks.items()
    }
    for index in range(scene.frame_count):
        at = index / scene.fps
        shot = scene.shot_at(at)
        frame = _stage(shot, scene.width, scene.height).copy()
        for person in shot.people:
            mien = _mien(scene, person.who, at, float(opening[person.who][index]))
            panel = _in_pixels(person.panel, scene.width, scene.height)
            paint(frame, person.who, pose_at(scene, person, at), mien, person.is_mirrored, panel)
        dx, dy = (int(value) for value in random.integers(0, 64, 2))
        noise = noises[index % 3][dy : dy + scene.height, dx : dx + scene.width]
        yield np.asarray(cv2.addWeighted(frame, 1.0, noise, 1.0, -NOISE_LEVEL), dtype=np.uint8)


def _mien(scene: Scene, who: str, at: float, opening: float) -> Mien:
    """Return what a face does: who listens smiles now and then, and stirs the lips once in a while."""
    if scene.has_turn(who, at):
        return Mien(opening, 0.15)
    phase = sum(who.encode()) % 7
    smile = max(0.0, float(np.sin(2 * np.pi * (at / 5.3 + phase / 7)))) ** 2
    stir = max(0.0, float(np.sin(2 * np.pi * (at / 3.7 + phase / 5)))) ** 24
    return Mien(max(opening, 0.22 * stir), 0.8 * smile)


@cache
def _stage(shot: Shot, width: int, height: int) -> Picture:
    """Return what is behind the people of a shot."""
    stage = np.zeros((height, width, 3), np.uint8)
    for backdrop in shot.backdrops:
        left, top, right, bottom = _in_pixels(backdrop.panel, width, height)
        stage[top:bottom, left:right] = _blurred(backdrop, right - left, bottom - top)
    return stage


def _blurred(backdrop: Backdrop, width: int, height: int) -> Picture:
    import cv2

    photo = photograph(backdrop.photo)
    high, wide = photo.shape[:2]
    scale = min(wide / width, high / height) / backdrop.zoom
    part_wide, part_high = round(width * scale), round(height * scale)
    x, y = round((wide - part_wide) * backdrop.shift), round((high - part_high) * 0.5)
    part = cv2.resize(photo[y : y + part_high, x : x + part_wide], (width, height), interpolation=cv2.INTER_CUBIC)
    soft = cv2.GaussianBlur(part, (0, 0), height / 140)
    return np.clip(soft * np.array(backdrop.tint), 0, 255).astype(np.uint8)


def _in_pixels(panel: Panel, width: int, height: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = panel
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def _write_video(file: Path, scene: Scene, talk: Talk) -> None:
    import av

    with av.open(str(file), "w") as container:
        stream = container.add_stream("libx264", rate=scene.fps, options={"preset": "superfast", "crf": "22"})
        stream.width, stream.height, stream.pix_fmt = scene.width, scene.height, "yuv420p"
        sound = container.add_stream("aac", rate=RATE_HZ, layout="mono")
        for index, pixels in enumerate(frames(scene, talk)):
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts = index
            frame.time_base = Fraction(1, scene.fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        heard = av.AudioFrame.from_ndarray(talk.mix[None, :], format="fltp", layout="mono")
        heard.sample_rate, heard.pts, heard.time_base = RATE_HZ, 0, Fraction(1, RATE_HZ)
        container.mux(sound.encode(heard))
        container.mux(sound.encode(None))
