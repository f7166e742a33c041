"""A face that stays is found again by its own picture, to a fraction of a pixel; any other sends for the model."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from core.vision.faces import FaceBox
from core.vision.holding import between, found_again, hold

# A hundredth of the face, in pixels.
NEAR = 0.9
BOX = FaceBox(200, 120, 90, 90, 0.9, 245, 190, 150)


def _picture(seed: int = 1, across: float = 0.0, down: float = 0.0) -> NDArray[np.uint8]:
    """Return a soft pattern of blobs, shifted by pixels."""
    rough = np.random.default_rng(seed).uniform(20, 230, (30, 48)).astype(np.float32)
    soft = cv2.resize(rough, (480, 300), interpolation=cv2.INTER_CUBIC)
    shift = np.array([[1, 0, across], [0, 1, down]], dtype=np.float32)
    moved = cv2.warpAffine(soft, shift, (480, 300), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
    return np.clip(moved, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("across", "down"), [(0.0, 0.0), (1.5, -0.75), (-6.0, 4.0), (8.0, 8.0)])
def test_a_face_that_shifted_a_little_is_found_where_it_is_now(across: float, down: float) -> None:
    held = hold(_picture(), BOX)
    assert held is not None
    before = held.patch.copy()
    found = found_again(held, _picture(across=across, down=down))
    assert found is not None
    assert (found.x - BOX.x, found.y - BOX.y) == pytest.approx((across, down), abs=NEAR)
    assert (found.mouth_x - BOX.mouth_x, found.eyes_y - BOX.eyes_y) == pytest.approx((across, down), abs=NEAR)
    assert (found.width, found.height, found.confidence) == (BOX.width, BOX.height, BOX.confidence)
    assert np.array_equal(held.patch, before), "what is held must serve the next look as well"


def test_light_and_noise_change_no_face() -> None:
    held = hold(_picture(), BOX)
    noise = np.random.default_rng(2).normal(0, 6, (300, 480))
    assert held is not None
    found = found_again(held, np.clip(_picture() * 0.7 + 25 + noise, 0, 255).astype(np.uint8))
    assert found is not None
    assert (found.x, found.y) == pytest.approx((BOX.x, BOX.y), abs=NEAR)


@pytest.mark.parametrize(
    "after",
    [_picture(seed=7), _picture(across=30.0), np.full((300, 480), 90, np.uint8)],
    ids=["another", "jumped", "covered"],
)
def test_what_is_not_the_same_face_in_its_place_is_left_to_the_model(after: NDArray[np.uint8]) -> None:
    held = hold(_picture(), BOX)
    assert held is not None
    assert found_again(held, after) is None


def test_a_face_at_the_edge_of_the_picture_is_not_held() -> None:
    assert hold(_picture(), BOX._replace(x=395.0)) is None


def test_a_box_between_two_lies_between_them() -> None:
    a, b = BOX, FaceBox(210, 130, 100, 100, 0.5, 260, 205, 165)
    mixed = between(a, b, 0.25)
    assert mixed[:4] == (202.5, 122.5, 92.5, 92.5)
    assert mixed.confidence == 0.5
