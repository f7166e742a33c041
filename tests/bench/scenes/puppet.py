"""A photograph brought to life: the head turns, the jaw drops, the corners of the mouth go up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tests.bench.scenes.photos import CutOut, Picture, cut_out
from tests.bench.scenes.plot import HEAD_WIDTH, Pose

Plane = NDArray[np.float32]

# In face heights: how far the jaw drops at most, and where below the chin the neck stays where it is.
JAW_DROP, NECK = 0.11, 0.30
GULLET = (54.0, 22.0, 22.0)


class Mien(NamedTuple):
    """What a face does: how far the mouth is open and how much it smiles, 0 to 1."""

    open: float
    smile: float


def paint(
    frame: Picture, who: str, pose: Pose, mien: Mien, is_mirrored: bool, panel: tuple[int, int, int, int]
) -> None:
    """Paint a person into an RGB frame, within a panel (left, top, right, bottom in pixels)."""
    import cv2

    sprite = cut_out(who)
    pixels = _animated(sprite, who, pose.yaw if not is_mirrored else -pose.yaw, mien)
    x, y, width, height = sprite.face
    scale = pose.size / height
    across = -scale if is_mirrored else scale
    angle = np.deg2rad(pose.roll)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    # The head leans about the neck, a little below the chin.
    middle, neck = np.array([x + width / 2, y + height / 2]), np.array([0.0, 0.62 * pose.size])
    matrix = turn @ np.diag([across, scale])
    place = np.array([pose.x, pose.y]) + neck - turn @ neck
    left, top, right, bottom = panel
    shift = place - matrix @ middle - np.array([left, top])
    part = frame[top:bottom, left:right]
    how = cv2.INTER_AREA if scale < 0.5 else cv2.INTER_LINEAR
    if scale < 0.5:
        pixels = cv2.resize(pixels, None, fx=2 * scale, fy=2 * scale, interpolation=how)
        matrix = matrix / (2 * scale)
    warp = np.column_stack([matrix, shift]).astype(np.float32)
    first, last, high = _reach(warp, pixels.shape[1], pixels.shape[0], part.shape[1], part.shape[0])
    if last <= first or high >= part.shape[0]:
        return
    warp[:, 2] -= (first, high)
    size = (last - first, part.shape[0] - high)
    moved = cv2.warpAffine(pixels, warp, size, flags=cv2.INTER_LINEAR, borderValue=(0, 0, 0, 0))
    alpha = cv2.merge([moved[..., 3]] * 3)
    under = part[high:, first:last]
    lit = cv2.multiply(moved[..., :3], alpha, scale=1 / 255)
    rest = cv2.multiply(under, cv2.bitwise_not(alpha), scale=1 / 255)
    part[high:, first:last] = cv2.add(lit, rest)


def _reach(warp: Plane, wide: int, high: int, width: int, height: int) -> tuple[int, int, int]:
    """Return (left, right, top) of where a warped picture lies in a part of the frame."""
    corners = np.array([[0, 0, 1], [wide, 0, 1], [0, high, 1], [wide, high, 1]], np.float32) @ warp.T
    left, top = np.floor(corners.min(axis=0))
    right = np.ceil(corners[:, 0].max())
    return max(0, int(left)), min(width, int(right)), max(0, int(top))


class _Plan(NamedTuple):
    """The part of a cut-out that moves, and where its pixels lie relative to face and mouth."""

    rows: slice
    columns: slice
    x: Plane
    y: Plane
    across: Plane
    lip: Plane
    jaw: Plane
    below: Plane
    fall: Plane
    near: Plane
    head: Plane


@cache
def _plan(who: str) -> _Plan:
    sprite = cut_out(who)
    left, top, width, height = sprite.face
    mouth_x, mouth_y, half = sprite.mouth
    radius = width / 2 * HEAD_WIDTH
    bottom = top + height * (1 + NECK + 0.1)
    rows = slice(0, min(sprite.pixels.shape[0], round(bottom)))
    columns = slice(
        max(0, round(left + width / 2 - radius)), min(sprite.pixels.shape[1], round(left + width / 2 + radius))
    )
    y, x = np.mgrid[rows, columns].astype(np.float32)
    dx, dy = (x - mouth_x) / half, y - mouth_y
    lip = np.sqrt(np.clip(1 - dx**2, 0, 1))
    jaw = np.clip(1 - (dx / 1.9) ** 2, 0, 1)
    # Below the lip, the lip's own shape gives way to that of the whole jaw; at the neck nothing moves.
    depth = np.clip(dy / (0.22 * height), 0, 1)
    fall = np.clip((top + height * (1 + NECK) - y) / (NECK * height), 0, 1)
    near = np.exp(-0.5 * ((dx / 1.4) ** 2 + (dy / (0.16 * height)) ** 2))
    head = np.clip((top + height * (1 + NECK) - y) / (0.35 * height), 0, 1)
    across = np.clip((x - left - width / 2) / radius, -1, 1)
    planes = (x, y, across, lip, jaw, depth, fall, near, head)
    return _Plan(rows, columns, *(np.asarray(plane, dtype=np.float32) for plane in planes))


def _animated(sprite: CutOut, who: str, yaw: float, mien: Mien) -> Picture:
    """Return the cut-out with its head turned and its mouth as given."""
    import cv2

    plan = _plan(who)
    _, _, width, height = sprite.face
    mouth_x, mouth_y, half = sprite.mouth
    radius = width / 2 * HEAD_WIDTH
    turn = np.arcsin(plan.across) - np.deg2rad(yaw)
    turned = radius * (np.sin(np.clip(turn, -np.pi / 2, np.pi / 2)) - plan.across)
    # First the turn: where on the straight face a pixel of the turned one comes from.
    x = plan.x + turned.astype(np.float32) * plan.head
    lookup = ((x - plan.x[0, 0]), plan.y - plan.y[0, 0])

    def straight(plane: Plane) -> Plane:
        return np.asarray(
            cv2.remap(plane, lookup[0], lookup[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        )

    lip, jaw, depth, fall, near = (straight(p) for p in (plan.lip, plan.jaw, plan.below, plan.fall, plan.near))
    drop = mien.open * JAW_DROP * height
    below = plan.y - mouth_y
    moved = drop * (lip * (1 - depth) + jaw * depth) * fall
    lifted = -0.18 * drop * lip * np.clip(1 + below / (0.12 * height), 0, 1)
    gap = (below > -0.18 * drop * lip) & (below < drop * lip) & (lip > 0)
    y = plan.y - np.where(below > 0, moved, lifted).astype(np.float32)
    x = x - mien.smile * 0.16 * near * (x - mouth_x)
    y = y + (mien.smile * 0.05 * height * near * np.clip(((x - mouth_x) / half) ** 2, 0, 1.5)).astype(np.float32)
    part = cv2.remap(sprite.pixels, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR)
    if drop > 0.5:
        dark = cv2.GaussianBlur(gap.astype(np.float32), (0, 0), 1.2)[..., None]
        part[..., :3] = (part[..., :3] * (1 - dark) + np.array(GULLET, np.float32) * dark).astype(np.uint8)
    pixels = sprite.pixels.copy()
    pixels[plan.rows, plan.columns] = part
    return pixels
