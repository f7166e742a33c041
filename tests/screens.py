"""Screens that are drawn for tests: slides and windows with writing, and a presenter in a picture of their own.

Every scene says where its writing, its screen and its inset are, in its own pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.media.decode import SampledFrame
from core.schema.framing import FacePoint, FaceTrack, PixelBox

Picture = NDArray[np.uint8]
Kind = Literal["slide", "dark slide", "code", "page"]
Place = Literal["", "top left", "top right", "bottom left", "bottom right", "beside"]

KINDS: tuple[Kind, ...] = ("slide", "dark slide", "code", "page")
PLACES: tuple[Place, ...] = ("top left", "top right", "bottom left", "bottom right", "beside")
SIZE = (1920, 1080)

_TALK = "Running a talk into short clips takes five steps and none of them is magic once you have seen how it goes"
_WORDS = _TALK.split()
_COLOURS: dict[Kind, tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    "slide": ((250, 250, 248), (40, 44, 60)),
    "dark slide": ((24, 26, 38), (235, 236, 240)),
    "code": ((30, 30, 30), (212, 212, 212)),
    "page": ((255, 255, 255), (20, 20, 20)),
}


@dataclass(frozen=True)
class ScreenScene:
    """A screen of 1920 × 1080 with its truth in pixels; `face` is the presenter's."""

    base: Picture
    texts: tuple[PixelBox, ...]
    inset: PixelBox | None
    film: Callable[[float], Picture] | None = field(default=None, repr=False)

    @property
    def face(self) -> PixelBox | None:
        """Where the presenter's face is, None without one."""
        return None if self.inset is None else face_in(self.inset)

    def picture(self, at: float) -> Picture:
        """Return the picture at a second, RGB."""
        if self.inset is None:
            return self.base
        inset, picture = self.inset, self.base.copy()
        x, y, width, height = (round(v) for v in (inset.x, inset.y, inset.width, inset.height))
        import cv2

        made = self.film(at) if self.film else filmed(width // 2, height // 2, at)
        picture[y : y + height, x : x + width] = cv2.resize(made, (width, height), interpolation=cv2.INTER_AREA)
        return picture

    def samples(self, seconds: float, rate_hz: float = 7.0, width: int = 960) -> Iterator[SampledFrame]:
        """Yield the pictures as they are sampled for analysis."""
        import cv2

        for at in np.arange(0, seconds, 1 / rate_hz).tolist():
            full = self.picture(at)
            height = round(width * full.shape[0] / full.shape[1])
            yield SampledFrame(at, np.asarray(cv2.resize(full, (width, height), interpolation=cv2.INTER_AREA)))

    def track(self, seconds: float) -> FaceTrack:
        """Return the presenter's face as it would be found."""
        face = self.face
        assert face is not None
        points = tuple(
            FacePoint(at=at, x=face.x, y=face.y, width=face.width, height=face.height, speaking=0.8)
            for at in np.arange(0, seconds, 0.25).tolist()
        )
        return FaceTrack(id=0, person=0, points=points)


@cache
def screen(
    kind: Kind, place: Place = "", inset_width: int = 400, film: Callable[[float], Picture] | None = None
) -> ScreenScene:
    """Return a screen with writing, and with a presenter where a place is named."""
    import cv2
    from PIL import Image, ImageDraw, ImageFont

    paper, ink = _COLOURS[kind]
    base = np.full((SIZE[1], SIZE[0], 3), paper, dtype=np.uint8)
    if kind == "page":
        cv2.rectangle(base, (0, 0), (SIZE[0], 90), (222, 225, 230), -1)
        cv2.rectangle(base, (180, 20), (1500, 70), (255, 255, 255), -1)
    if kind == "code":
        cv2.rectangle(base, (0, 0), (70, SIZE[1]), (51, 51, 51), -1)
    inset = _inset(place, inset_width)
    right = round(inset.x) - 40 if place == "beside" and inset else SIZE[0] - 120
    image = Image.fromarray(base)
    draw = ImageDraw.Draw(image)
    texts = []
    for text, x, y, size in _lines(kind):
        font = ImageFont.load_default(size)
        left, top, end, bottom = (round(value) for value in font.getbbox(text))
        box = PixelBox(x=x + left, y=y + top, width=end - left, height=bottom - top)
        # Nothing is written under the inset.
        if box.right <= right and not (inset and _is_near(box, inset)):
            draw.text((x, y), text, fill=ink, font=font)
            texts.append(box)
    return ScreenScene(np.asarray(image), tuple(texts), inset, film)


def filmed(width: int, height: int, at: float) -> Picture:
    """Return what a camera would give of a person in a room: grain, soft shades, a head that moves."""
    import cv2

    rng = np.random.default_rng(round(at * 1000))
    room = np.random.default_rng(7).uniform(60, 200, (5, 8, 3)).astype(np.float32)
    picture = cv2.resize(room, (width, height), interpolation=cv2.INTER_CUBIC)
    face = face_in(PixelBox(x=0, y=0, width=width, height=height))
    sway = 0.06 * face.width * np.sin(2.1 * at)
    centre = (round(face.x + face.width / 2 + sway), round(face.y + face.height / 2))
    body = (centre[0], round(face.y + 2.6 * face.height))
    cv2.ellipse(picture, body, (round(1.3 * face.width), round(1.5 * face.height)), 0, 0, 360, (70, 60, 90), -1)
    half = (round(face.width / 2), round(0.62 * face.height))
    cv2.ellipse(picture, centre, half, 0, 0, 360, (205, 165, 140), -1)
    soft = cv2.GaussianBlur(picture, (0, 0), max(1.0, width / 160))
    return np.asarray(np.clip(soft + rng.normal(0, 5, soft.shape), 0, 255), dtype=np.uint8)


def face_in(inset: PixelBox) -> PixelBox:
    """Return where the face of a presenter's picture is."""
    size = 0.34 * min(inset.height, inset.width)
    return PixelBox(x=inset.x + (inset.width - size) / 2, y=inset.y + 0.22 * inset.height, width=size, height=size)


def _inset(place: Place, width: int) -> PixelBox | None:
    if not place:
        return None
    if place == "beside":
        return PixelBox(x=SIZE[0] - 540, y=0, width=540, height=SIZE[1])
    height = 2 * round(width * 9 / 32)
    x = 32 if "left" in place else SIZE[0] - width - 32
    y = 32 if "top" in place else SIZE[1] - height - 32
    return PixelBox(x=x, y=y, width=width, height=height)


def _lines(kind: Kind) -> list[tuple[str, int, int, int]]:
    """Return (text, left, top, size) of every line."""
    rng = np.random.default_rng(len(kind))

    def some(count: int) -> str:
        first = int(rng.integers(0, len(_WORDS) - count))
        return " ".join(_WORDS[first : first + count])

    if kind in ("slide", "dark slide"):
        return [("Five steps", 300, 190, 90), *((f"{i + 1}. {some(5)}", 300, 360 + 110 * i, 48) for i in range(5))]
    if kind == "code":
        indents = (0, 1, 2, 2, 3, 1, 2, 0, 0, 1, 2, 2)
        return [
            (f"def {some(2)}({some(1)}):" if not n else f"{some(4)} = {some(2)}", 130 + 60 * n, 80 + 74 * i, 30)
            for i, n in enumerate(indents)
        ]
    return [
        (some(3), 220, 28, 28),
        (some(4), 200, 170, 64),
        *((some(9), 200, 300 + 62 * i, 34) for i in range(11)),
    ]


def _is_near(box: PixelBox, inset: PixelBox, gap: float = 20) -> bool:
    across = box.x < inset.right + gap and inset.x < box.right + gap
    return across and box.y < inset.bottom + gap and inset.y < box.bottom + gap


def write_video(scene: ScreenScene, path: Path, seconds: float, fps: int = 10, width: int = 1920) -> Path:
    """Encode a scene as a silent H.264 file and return its path."""
    import av
    import cv2

    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=fps, options={"preset": "ultrafast", "crf": "20"})
        stream.width, stream.height, stream.pix_fmt = width, 2 * round(width * SIZE[1] / SIZE[0] / 2), "yuv420p"
        for index in range(round(seconds * fps)):
            picture = scene.picture(index / fps)
            if width != SIZE[0]:
                picture = np.asarray(cv2.resize(picture, (width, stream.height), interpolation=cv2.INTER_AREA))
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path
