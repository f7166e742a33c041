"""Make the bundled sample: two drawn presenters talk with synthetic voices. Writes resources/sample/.

Needs espeak-ng. `make sample` runs it; the result is committed, so that a newcomer has a video at once.
"""

from __future__ import annotations

import math
import os
import random
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import av
import cv2
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTransform
from sample_presenters import ANA, BEN, Pose, paint_microphone, paint_person, paint_studio, paint_table
from sample_voices import RATE_HZ, Line, Spoken, Voice, perform

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sample"
WIDTH, HEIGHT, FPS = 1280, 720, 25

VOICES = {
    "Ben": Voice("Ben", "en-us+m3", 182, 38, 62),
    "Ana": Voice("Ana", "en+f3", 178, 52, 68),
}
# Who speaks, which camera (W sees both, A and B one of them), the pause before, and the words.
DIALOGUE = [
    Line("Ben", "W", 0.0, "Take me back to the week you ran out of money. What actually happened?"),
    Line("Ana", "A", 0.5, "It was a Tuesday."),
    Line("Ana", "A", 0.29, "I opened the bank app, and there was {$412|four hundred and twelve dollars} in it."),
    Line("Ana", "A", 0.45, "Payroll was due on Friday. For nine people."),
    Line("Ben", "B", 0.4, "Nine people? And nobody knew?"),
    Line("Ana", "A", 0.5, "Nobody. I sat in my car for an hour."),
    Line("Ana", "A", 0.29, "Then I called every customer we had, and I asked one question."),
    Line("Ana", "A", 0.45, "What would you miss if we were gone tomorrow?"),
    Line("Ben", "W", 0.5, "And what did they say?"),
    Line("Ana", "A", 0.55, "Most of them said: nothing. But eleven out of {200|two hundred} were almost angry."),
    Line("Ana", "A", 0.35, "They said, you can't. We run our whole Monday on it."),
    Line("Ben", "B", 0.45, "So you kept the eleven."),
    Line("Ana", "W", 0.4, "We kept the eleven."),
    Line(
        "Ana", "W", 0.29, "We cut {90%|ninety percent} of the product in one afternoon, and we doubled the price."
    ),
    Line("Ana", "A", 0.4, "By Friday morning we had {$63,000|sixty three thousand dollars} in the bank."),
    Line("Ben", "B", 0.4, "Wait. You doubled the price while you were going broke?"),
    Line("Ana", "A", 0.4, "Yes! Because here is the rule I learned that week."),
    Line("Ana", "A", 0.4, "People never pay for what you built. They pay for what they would miss."),
    Line("Ben", "B", 0.6, "That should be on a wall somewhere."),
    Line("Ana", "W", 0.45, "It is. It's on the wall of my car."),
    Line("Ben", "B", 1.1, "So if someone has four hundred dollars left tonight, what should they do?"),
    Line("Ana", "A", 0.5, "Don't build anything. Write down ten names, and call them before lunch."),
    Line("Ana", "A", 0.4, "If nobody is angry, you have your answer. If one person is, you have a business."),
]

# Where the middle of a face is and how tall it is, in the 1280 × 720 room.
SEATS = {"Ana": (QPointF(370, 322), 190.0), "Ben": (QPointF(910, 308), 196.0)}
LOOKS = {"Ana": ANA, "Ben": BEN}
# Centre of the picture in the room, and how much it is enlarged. Close-ups leave room towards the other person.
CAMERAS = {"W": (QPointF(640, 360), 1.0), "A": (QPointF(430, 366), 1.7), "B": (QPointF(848, 356), 1.68)}


def main() -> None:
    """Write sample.mp4 and sample.vtt."""
    application = QGuiApplication(sys.argv)  # painting needs one
    sound, spoken = perform(DIALOGUE, VOICES, lead=0.5, tail=1.0)
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_captions(FOLDER / "sample.vtt", spoken)
    write_video(FOLDER / "sample.mp4", sound, spoken)
    print(f"{len(sound) / RATE_HZ:.1f} s, {(FOLDER / 'sample.mp4').stat().st_size / 1e6:.2f} MB")
    application.quit()


def write_captions(path: Path, spoken: list[Spoken]) -> None:
    """Write exact words as WebVTT: a cue per sentence, its speaker, the time of every word."""
    blocks = ["WEBVTT\nLanguage: en"]
    for turn in spoken:
        words: list[tuple[str, float, float]] = []
        for word in turn.words:
            words.append((word.text, word.start, word.end))
            if word.text.endswith((".", "?", "!")):
                blocks.append(_cue(turn.line.speaker, words))
                words = []
        if words:
            blocks.append(_cue(turn.line.speaker, words))
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _cue(speaker: str, words: list[tuple[str, float, float]]) -> str:
    timed = words[0][0] + "".join(f" <{_clock(start)}>{text}" for text, start, _end in words[1:])
    return f"{_clock(words[0][1])} --> {_clock(words[-1][2])}\n<v {speaker}>{timed}"


def _clock(at: float) -> str:
    milliseconds = round(at * 1000)
    seconds = milliseconds // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds % 1000:03}"


def write_video(path: Path, sound: np.ndarray, spoken: list[Spoken]) -> None:
    """Encode the frames with the sound."""
    with av.open(path, "w", options={"movflags": "+faststart"}) as container:
        video = container.add_stream(
            "libx264", rate=FPS, options={"preset": "slow", "crf": "25", "tune": "animation"}
        )
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        video.codec_context.gop_size = 2 * FPS
        audio = container.add_stream("aac", rate=RATE_HZ, layout="mono")
        audio.bit_rate = 72_000
        for index, picture in enumerate(pictures(len(sound) / RATE_HZ, spoken)):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG"
            )
            frame.pts, frame.time_base = index, Fraction(1, FPS)
            container.mux(video.encode(frame))
        container.mux(video.encode())
        samples = av.AudioFrame.from_ndarray(sound[np.newaxis], format="fltp", layout="mono")
        samples.sample_rate = RATE_HZ
        container.mux(audio.encode(samples))
        container.mux(audio.encode())


def pictures(duration: float, spoken: list[Spoken]) -> Iterator[np.ndarray]:
    """Yield every frame as (height, width, 3) uint8 RGB."""
    backdrops = {camera: backdrop(camera) for camera in CAMERAS}
    actors = {name: Actor(name, spoken) for name in SEATS}
    for index in range(int(duration * FPS)):
        at = index / FPS
        camera = camera_at(at, spoken)
        yield picture(camera, at, backdrops[camera], actors)


def camera_at(at: float, spoken: list[Spoken]) -> str:
    """Return the camera shown: a cut comes shortly before its turn starts."""
    current = spoken[0].line.camera
    for turn in spoken:
        if turn.start - min(0.2, turn.line.pause / 2) <= at:
            current = turn.line.camera
    return current


def backdrop(camera: str) -> QImage:
    """Return the room as a camera sees it; close-ups are out of focus behind the face."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(view(camera))
    paint_studio(painter)
    painter.end()
    pixels = as_array(image)
    pixels[:] = cv2.GaussianBlur(pixels, (0, 0), 3.0 if camera == "W" else 11.0)
    shade = np.hypot(*np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-1, 1, HEIGHT)))
    pixels[:] = (pixels * (1 - 0.28 * np.clip(shade - 0.45, 0, 1))[..., None]).astype(np.uint8)
    return image


def view(camera: str) -> QTransform:
    """Return the transform from the room to the picture."""
    centre, zoom = CAMERAS[camera]
    return QTransform().translate(WIDTH / 2, HEIGHT / 2).scale(zoom, zoom).translate(-centre.x(), -centre.y())


def picture(camera: str, at: float, behind: QImage, actors: dict[str, Actor]) -> np.ndarray:
    """Return one frame."""
    image = QImage(behind)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for name, (seat, size) in SEATS.items():
        painter.setTransform(QTransform().translate(seat.x(), seat.y()).scale(size, size) * view(camera))
        sway = actors[name].sway(at)
        painter.translate(sway, 0.3 * abs(sway))
        paint_person(painter, LOOKS[name], actors[name].pose(at))
        painter.translate(-sway, -0.3 * abs(sway))
        paint_microphone(painter, -1 if name == "Ana" else 1)
    painter.setTransform(view(camera))
    paint_table(painter)
    painter.end()
    return as_array(image).copy()


def as_array(image: QImage) -> np.ndarray:
    """Return the pixels of an RGB888 image as a writable view (height, width, 3)."""
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)


class Actor:
    """How one presenter moves: mouth by phonemes, blinks, glances, small nods while listening."""

    def __init__(self, name: str, spoken: list[Spoken]) -> None:
        chance = random.Random(name)
        self._phase = chance.uniform(0, 6)
        self._towards = 1 if name == "Ana" else -1
        self._turns = [(turn.start, turn.end) for turn in spoken if turn.line.speaker == name]
        self._mouths = [mouth for turn in spoken if turn.line.speaker == name for mouth in turn.mouths]
        self._blinks: list[float] = []
        at = chance.uniform(0.5, 2.5)
        while at < 200:
            self._blinks.append(at)
            at += chance.uniform(2.2, 4.8)

    def speaks(self, at: float) -> float:
        """Return 0 to 1, eased at both ends of a turn."""
        return max(
            (_eased((at - start) / 0.25 + 1) * _eased((end - at) / 0.3 + 1) for start, end in self._turns),
            default=0,
        )

    def sway(self, at: float) -> float:
        """Return the sideways lean of the body in face heights."""
        return 0.02 * math.sin(0.55 * at + self._phase) + 0.008 * math.sin(1.3 * at + 2 * self._phase)

    def pose(self, at: float) -> Pose:
        """Return what the face does at a second."""
        talk = self.speaks(at)
        wave = math.sin(0.8 * at + self._phase) + 0.5 * math.sin(1.9 * at + 2.3 * self._phase)
        beat = math.sin(2.6 * at + self._phase) * talk + 0.35 * math.sin(1.1 * at + self._phase) * (1 - talk)
        opened, wide = self._mouth(at)
        glance = 0.75 if math.sin(0.43 * at + 2 * self._phase) > -0.6 else 0.1
        return Pose(
            mouth_open=opened,
            mouth_wide=wide,
            smile=0.85 - 0.45 * talk + 0.15 * math.sin(0.3 * at + self._phase),
            blink=max(
                (_eased(1 - abs(at - blink) / 0.11) for blink in self._blinks if abs(at - blink) < 0.2), default=0
            ),
            gaze=self._towards * glance,
            turn=self._towards * (0.42 + 0.16 * wave),
            tilt=1.6 * wave * (0.5 + 0.5 * talk),
            nod=0.9 * beat,
            brow=max(0.0, 0.7 * math.sin(1.4 * at + self._phase)) * talk,
        )

    def _mouth(self, at: float) -> tuple[float, float]:
        """Return (open, wide), blended over the phonemes within 60 ms: lips are slower than sounds."""
        if not any(start <= at <= end for start, end in self._turns):
            return 0.0, 0.5
        weights = opened = wide = 0.0
        for index, mouth in enumerate(self._mouths):
            until = self._mouths[index + 1].at if index + 1 < len(self._mouths) else mouth.at + 0.1
            until = min(until, mouth.at + 0.35)
            overlap = min(at + 0.06, until) - max(at - 0.05, mouth.at)
            if overlap > 0:
                weights, opened, wide = (
                    weights + overlap,
                    opened + overlap * mouth.open,
                    wide + overlap * mouth.wide,
                )
        return (opened / weights, wide / weights) if weights else (0.0, 0.5)


def _eased(x: float) -> float:
    x = min(1.0, max(0.0, x))
    return x * x * (3 - 2 * x)


if __name__ == "__main__":
    main()
