"""The two presenters of the sample and their studio, painted with QPainter.

A person is painted in units of face height: origin between the eyes' level and the nose (the middle of the
face), x right, y down, chin at 0.5. Shading matters: a face detector trained on photographs looks for the
shadows of eye sockets, nose and lips more than for outlines.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)


@dataclass(frozen=True)
class Looks:
    """Colours and features of one person."""

    skin: str
    skin_light: str
    skin_dark: str
    hair: str
    hair_light: str
    eyes: str
    lips: str
    brow: str
    shirt: str
    shirt_dark: str
    has_long_hair: bool
    has_beard: bool


@dataclass(frozen=True)
class Pose:
    """What a face does at an instant. Angles in degrees, the others 0 to 1 or -1 to 1 (left, up negative)."""

    mouth_open: float = 0.0
    mouth_wide: float = 0.5
    smile: float = 0.4
    blink: float = 0.0
    gaze: float = 0.0
    turn: float = 0.0
    tilt: float = 0.0
    nod: float = 0.0
    brow: float = 0.0


ANA = Looks(
    skin="#d9a07c",
    skin_light="#f0c3a0",
    skin_dark="#9a6248",
    hair="#2c1a14",
    hair_light="#5a3624",
    eyes="#4a2f1c",
    lips="#b25a55",
    brow="#2e1c15",
    shirt="#d99a2b",
    shirt_dark="#8f5f14",
    has_long_hair=True,
    has_beard=False,
)
BEN = Looks(
    skin="#dfb08d",
    skin_light="#f5d2b3",
    skin_dark="#a06e50",
    hair="#5b5650",
    hair_light="#8d877e",
    eyes="#4c6372",
    lips="#b0695c",
    brow="#4a423b",
    shirt="#2d4a6b",
    shirt_dark="#172b42",
    has_long_hair=False,
    has_beard=True,
)


def paint_person(painter: QPainter, looks: Looks, pose: Pose) -> None:
    """Paint one person in face units (see the module)."""
    painter.setPen(Qt.PenStyle.NoPen)
    head = QTransform().translate(0, 0.62).rotate(pose.tilt).translate(0, -0.62 + 0.02 * pose.nod)
    painter.save()
    painter.setTransform(head, combine=True)
    if looks.has_long_hair:
        _paint_hair_behind(painter, looks, pose.turn)
    painter.restore()
    _paint_body(painter, looks)
    painter.save()
    painter.setTransform(head, combine=True)
    _paint_neck_shadow(painter, looks)
    _paint_ears(painter, looks, pose.turn)
    _paint_face(painter, looks, pose)
    _paint_hair_in_front(painter, looks, pose.turn)
    painter.restore()


def _paint_body(painter: QPainter, looks: Looks) -> None:
    neck = QPainterPath(QPointF(-0.2, 0.25))
    neck.lineTo(-0.2, 0.62)
    neck.cubicTo(-0.21, 0.74, -0.32, 0.78, -0.42, 0.8)
    neck.lineTo(0.42, 0.8)
    neck.cubicTo(0.32, 0.78, 0.21, 0.74, 0.2, 0.62)
    neck.lineTo(0.2, 0.25)
    shade = QLinearGradient(-0.25, 0, 0.25, 0)
    shade.setColorAt(0, QColor(looks.skin))
    shade.setColorAt(0.4, QColor(looks.skin))
    shade.setColorAt(1, QColor(looks.skin_dark))
    painter.fillPath(neck, shade)
    chest = QPainterPath(QPointF(-0.26, 0.7))
    chest.lineTo(0.26, 0.7)
    chest.lineTo(0.0, 1.06)
    painter.fillPath(chest, shade)

    body = QPainterPath(QPointF(-0.24, 0.68))
    body.cubicTo(-0.45, 0.79, -0.78, 0.82, -0.92, 1.0)
    body.cubicTo(-1.06, 1.2, -1.12, 1.7, -1.16, 2.6)
    body.lineTo(1.16, 2.6)
    body.cubicTo(1.12, 1.7, 1.06, 1.2, 0.92, 1.0)
    body.cubicTo(0.78, 0.82, 0.45, 0.79, 0.24, 0.68)
    if looks.has_beard:  # crew neck
        body.cubicTo(0.16, 0.84, -0.16, 0.84, -0.24, 0.68)
    else:  # open collar
        body.lineTo(0.0, 1.02)
        body.lineTo(-0.24, 0.68)
    cloth = QLinearGradient(-1.0, 0.7, 1.0, 1.9)
    cloth.setColorAt(0, QColor(looks.shirt).lighter(112))
    cloth.setColorAt(0.45, QColor(looks.shirt))
    cloth.setColorAt(1, QColor(looks.shirt_dark))
    painter.fillPath(body, cloth)
    fold = _pen(_faded(looks.shirt_dark, 130), 0.018)
    for side in (-1, 1):
        seam = QPainterPath(QPointF(side * 0.72, 1.04))
        seam.cubicTo(side * 0.66, 1.3, side * 0.7, 1.7, side * 0.66, 2.4)
        painter.strokePath(seam, fold)
    if looks.has_beard:
        hem = QPainterPath(QPointF(-0.25, 0.7))
        hem.cubicTo(-0.17, 0.88, 0.17, 0.88, 0.25, 0.7)
        painter.strokePath(hem, fold)
    else:
        for side in (-1, 1):
            lapel = QPainterPath(QPointF(side * 0.24, 0.68))
            lapel.lineTo(side * 0.36, 0.98)
            lapel.lineTo(0.0, 1.04)
            lapel.closeSubpath()
            painter.fillPath(lapel, QColor(looks.shirt).lighter(108 if side < 0 else 90))
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_neck_shadow(painter: QPainter, looks: Looks) -> None:
    shadow = QRadialGradient(QPointF(0.03, 0.44), 0.32)
    shadow.setColorAt(0, _faded(looks.skin_dark, 235))
    shadow.setColorAt(0.6, _faded(looks.skin_dark, 170))
    shadow.setColorAt(1, _faded(looks.skin_dark, 0))
    painter.save()
    neck = QPainterPath()
    neck.addRoundedRect(QRectF(-0.2, 0.2, 0.4, 0.62), 0.14, 0.2)
    painter.setClipPath(neck)
    painter.fillRect(QRectF(-0.3, 0.1, 0.6, 0.7), shadow)
    painter.restore()


def _paint_ears(painter: QPainter, looks: Looks, turn: float) -> None:
    if looks.has_long_hair:
        return
    for side in (-1, 1):
        ear = QRectF(side * 0.385 - 0.055 - 0.03 * turn, -0.13, 0.11, 0.24)
        colour = QColor(looks.skin if side < 0 else looks.skin_dark)
        painter.setBrush(colour.darker(104))
        painter.drawEllipse(ear)
        painter.setBrush(_faded(looks.skin_dark, 120))
        painter.drawEllipse(ear.adjusted(0.03, 0.05, -0.03, -0.07))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _face_outline(looks: Looks) -> QPainterPath:
    jaw = 0.225 if looks.has_beard else 0.19
    outline = QPainterPath(QPointF(0, -0.54))
    for side in (1, -1):
        points = [
            ((0.27, -0.54), (0.39, -0.38), (0.39, -0.1)),
            ((0.39, 0.12), (0.345, 0.28), (jaw, 0.42)),
            ((jaw * 0.6, 0.5), (0.08, 0.515), (0.0, 0.515)),
        ]
        if side > 0:
            for one, two, end in points:
                outline.cubicTo(*one, *two, *end)
        else:
            outline.cubicTo(-0.08, 0.515, -jaw * 0.6, 0.5, -jaw, 0.42)
            outline.cubicTo(-0.345, 0.28, -0.39, 0.12, -0.39, -0.1)
            outline.cubicTo(-0.39, -0.38, -0.27, -0.54, 0, -0.54)
    outline.closeSubpath()
    return outline


def _paint_face(painter: QPainter, looks: Looks, pose: Pose) -> None:
    outline = _face_outline(looks)
    skin = QRadialGradient(QPointF(-0.1, -0.14), 0.72)
    skin.setColorAt(0, QColor(looks.skin_light))
    skin.setColorAt(0.5, QColor(looks.skin))
    skin.setColorAt(1, QColor(looks.skin_dark))
    painter.fillPath(outline, skin)
    painter.save()
    painter.setClipPath(outline)
    side = QLinearGradient(-0.1, -0.02, 0.42, 0.06)
    side.setColorAt(0, _faded(looks.skin_dark, 0))
    side.setColorAt(0.45, _faded(looks.skin_dark, 26))
    side.setColorAt(0.75, _faded(looks.skin_dark, 90))
    side.setColorAt(1, _faded(looks.skin_dark, 190))
    painter.fillRect(QRectF(-0.5, -0.6, 1, 1.2), side)
    if looks.has_beard:
        _paint_beard(painter, looks)
    # Features move more than the outline when a head turns, the nose most.
    shift = 0.055 * pose.turn
    painter.translate(shift, 0.012 * pose.nod)
    for x in (-0.2, 0.2):
        _glow(painter, x, 0.13, 0.13, 0.1, _faded("#c8584a", 46 if looks.has_long_hair else 30))
        _glow(painter, x * 0.84, -0.075, 0.13, 0.085, _faded(looks.skin_dark, 150))
    for side_of in (-1, 1):
        _paint_eye(painter, looks, pose, side_of)
        _paint_brow(painter, looks, pose, side_of)
    painter.translate(shift * 0.45, 0)
    _paint_nose(painter, looks)
    painter.translate(-shift * 0.3, 0)
    _paint_mouth(painter, looks, pose)
    painter.restore()


def _paint_beard(painter: QPainter, looks: Looks) -> None:
    for colour, alpha, inset in (("#4b4039", 120, 0.0), ("#4b4039", 110, 0.03)):
        beard = QPainterPath(QPointF(-0.42, -0.02))
        beard.cubicTo(-0.36 + inset, 0.12, -0.3 + inset, 0.2, -0.19 + inset, 0.2 + inset)
        beard.cubicTo(-0.12, 0.165 + inset, 0.12, 0.165 + inset, 0.19 - inset, 0.2 + inset)
        beard.cubicTo(0.3 - inset, 0.2, 0.36 - inset, 0.12, 0.42, -0.02)
        beard.lineTo(0.5, 0.6)
        beard.lineTo(-0.5, 0.6)
        beard.closeSubpath()
        painter.fillPath(beard, _faded(colour, alpha))
    _glow(painter, -0.06, 0.44, 0.16, 0.07, _faded("#a0968a", 95))


def _paint_eye(painter: QPainter, looks: Looks, pose: Pose, side: int) -> None:
    painter.save()
    painter.translate(side * 0.165, -0.055)
    half, high = 0.078, 0.034 * (1 - pose.blink)
    lid = QPainterPath(QPointF(-half, 0.008))
    lid.cubicTo(-half * 0.55, -high * 1.5, half * 0.55, -high * 1.5, half, 0.004)
    opening = QPainterPath(lid)
    opening.cubicTo(half * 0.5, high * 1.05, -half * 0.5, high * 1.05, -half, 0.008)
    painter.fillPath(opening, QColor("#efe8e1"))
    painter.save()
    painter.setClipPath(opening)
    x = 0.022 * pose.gaze
    iris = QRadialGradient(QPointF(x, 0.002), 0.036)
    iris.setColorAt(0, QColor(looks.eyes).darker(150))
    iris.setColorAt(0.75, QColor(looks.eyes))
    iris.setColorAt(1, QColor(looks.eyes).darker(190))
    painter.setBrush(iris)
    painter.drawEllipse(QPointF(x, -0.002), 0.036, 0.036)
    painter.setBrush(QColor("#0d0907"))
    painter.drawEllipse(QPointF(x, -0.002), 0.016, 0.016)
    painter.setBrush(QColor(255, 255, 255, 225))
    painter.drawEllipse(QPointF(x - 0.012, -0.014), 0.008, 0.008)
    shade = QLinearGradient(0, -0.04, 0, 0.02)
    shade.setColorAt(0, QColor(40, 20, 12, 130))
    shade.setColorAt(1, QColor(40, 20, 12, 0))
    painter.fillPath(opening, shade)
    painter.restore()
    _stroke(painter, lid, "#1c110c", 0.017 if looks.has_long_hair else 0.013)
    lower = QPainterPath(QPointF(-half, 0.008))
    lower.cubicTo(-half * 0.5, high * 1.05 + 0.002, half * 0.5, high * 1.05 + 0.002, half, 0.004)
    painter.strokePath(lower, QPen(_faded(looks.skin_dark, 190), 0.007))
    crease = QPainterPath(QPointF(-half, -0.012))
    crease.cubicTo(-half * 0.5, -0.068 + 0.03 * pose.blink, half * 0.5, -0.068 + 0.03 * pose.blink, half, -0.016)
    painter.strokePath(crease, QPen(_faded(looks.skin_dark, 170), 0.008))
    if looks.has_long_hair:
        lash = QPainterPath(QPointF(side * half * 0.85, -0.004))
        lash.lineTo(side * (half + 0.018), -0.02)
        _stroke(painter, lash, "#1c110c", 0.012)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.restore()


def _paint_brow(painter: QPainter, looks: Looks, pose: Pose, side: int) -> None:
    lift = -0.155 - 0.022 * pose.brow
    thick = 0.024 if looks.has_long_hair else 0.034
    brow = QPainterPath(QPointF(side * 0.075, lift + 0.02))
    brow.cubicTo(side * 0.13, lift - 0.022, side * 0.2, lift - 0.032, side * 0.262, lift + 0.014)
    brow.cubicTo(
        side * 0.2, lift - 0.032 + thick, side * 0.13, lift - 0.02 + thick * 1.3, side * 0.078, lift + 0.02 + thick
    )
    brow.closeSubpath()
    painter.fillPath(brow, _faded(looks.brow, 232))


def _paint_nose(painter: QPainter, looks: Looks) -> None:
    _glow(painter, -0.004, 0.01, 0.026, 0.13, _faded(looks.skin_light, 210))
    _glow(painter, 0.036, 0.035, 0.032, 0.12, _faded(looks.skin_dark, 130))
    _glow(painter, 0.055, -0.075, 0.035, 0.05, _faded(looks.skin_dark, 90))
    _glow(painter, -0.055, -0.075, 0.03, 0.05, _faded(looks.skin_dark, 60))
    _glow(painter, 0.0, 0.165, 0.11, 0.035, _faded(looks.skin_dark, 190))
    _glow(painter, -0.012, 0.115, 0.055, 0.045, _faded(looks.skin_light, 220))
    wings = QPainterPath(QPointF(-0.078, 0.125))
    wings.cubicTo(-0.092, 0.165, -0.06, 0.172, -0.045, 0.158)
    wings.cubicTo(-0.02, 0.182, 0.02, 0.182, 0.045, 0.158)
    wings.cubicTo(0.06, 0.172, 0.092, 0.165, 0.078, 0.125)
    _stroke(painter, wings, looks.skin_dark, 0.011, alpha=215)
    painter.setBrush(_faded("#3a1c12", 200))
    for side in (-1, 1):
        painter.drawEllipse(QPointF(side * 0.036, 0.161), 0.016, 0.0085)


def _paint_mouth(painter: QPainter, looks: Looks, pose: Pose) -> None:
    half = 0.092 + 0.034 * pose.mouth_wide + 0.014 * pose.smile
    gap = 0.085 * pose.mouth_open
    corner = 0.288 - 0.02 * pose.smile
    top, bottom = 0.279 - 0.012 * pose.mouth_open, 0.292 + gap
    _glow(painter, 0, bottom + 0.06, 0.1, 0.022, _faded(looks.skin_dark, 150))
    lips = QPainterPath(QPointF(-half, corner))
    lips.cubicTo(-half * 0.6, top - 0.024, -half * 0.25, top - 0.036, 0, top - 0.022)
    lips.cubicTo(half * 0.25, top - 0.036, half * 0.6, top - 0.024, half, corner)
    lips.cubicTo(half * 0.62, bottom + 0.042, -half * 0.62, bottom + 0.042, -half, corner)
    colour = QLinearGradient(0, top - 0.04, 0, bottom + 0.045)
    colour.setColorAt(0, QColor(looks.lips).darker(118))
    colour.setColorAt(0.55, QColor(looks.lips))
    colour.setColorAt(1, QColor(looks.lips).lighter(116))
    painter.fillPath(lips, colour)
    inside = QPainterPath(QPointF(-half * 0.92, corner + 0.001))
    inside.cubicTo(-half * 0.45, top + 0.002, half * 0.45, top + 0.002, half * 0.92, corner + 0.001)
    inside.cubicTo(half * 0.5, bottom + 0.006, -half * 0.5, bottom + 0.006, -half * 0.92, corner + 0.001)
    if gap > 0.006:
        painter.fillPath(inside, QColor("#3b1213"))
        painter.save()
        painter.setClipPath(inside)
        painter.setBrush(QColor("#f2ebe4"))
        painter.drawRoundedRect(QRectF(-half * 0.7, top - 0.02, half * 1.4, 0.026 + 0.25 * gap), 0.012, 0.012)
        _glow(painter, 0, bottom + 0.012, half * 0.62, 0.5 * gap, QColor(176, 84, 82, 230))
        painter.restore()
    else:
        seam = QPainterPath(QPointF(-half * 0.96, corner))
        seam.cubicTo(-half * 0.4, top + 0.016, half * 0.4, top + 0.016, half * 0.96, corner)
        _stroke(painter, seam, "#5e2622", 0.009)
    painter.setPen(Qt.PenStyle.NoPen)
    for side in (-1, 1):
        _glow(painter, side * (half + 0.012), corner, 0.02, 0.018, _faded(looks.skin_dark, 150))


def _paint_hair_behind(painter: QPainter, looks: Looks, turn: float) -> None:
    back = QPainterPath(QPointF(0, -0.7))
    back.cubicTo(0.36, -0.72, 0.54, -0.46, 0.53, -0.05)
    back.cubicTo(0.53, 0.25, 0.6, 0.45, 0.5, 0.68)
    back.cubicTo(0.36, 0.8, 0.2, 0.74, 0.15, 0.6)
    back.lineTo(-0.15, 0.6)
    back.cubicTo(-0.2, 0.74, -0.36, 0.8, -0.5, 0.68)
    back.cubicTo(-0.6, 0.45, -0.53, 0.25, -0.53, -0.05)
    back.cubicTo(-0.54, -0.46, -0.36, -0.72, 0, -0.7)
    colour = QLinearGradient(-0.5, -0.5, 0.5, 0.6)
    colour.setColorAt(0, QColor(looks.hair_light))
    colour.setColorAt(0.35, QColor(looks.hair))
    colour.setColorAt(1, QColor(looks.hair).darker(150))
    painter.save()
    painter.translate(-0.02 * turn, 0)
    painter.fillPath(back, colour)
    painter.restore()


def _paint_hair_in_front(painter: QPainter, looks: Looks, turn: float) -> None:
    colour = QLinearGradient(-0.4, -0.7, 0.35, -0.1)
    colour.setColorAt(0, QColor(looks.hair_light))
    colour.setColorAt(0.4, QColor(looks.hair))
    colour.setColorAt(1, QColor(looks.hair).darker(130))
    part = -0.1 + 0.05 * turn
    hair = QPainterPath(QPointF(part, -0.69))
    if looks.has_long_hair:
        hair.cubicTo(0.3, -0.74, 0.53, -0.48, 0.5, -0.05)
        hair.cubicTo(0.5, 0.2, 0.53, 0.36, 0.47, 0.55)
        hair.cubicTo(0.44, 0.3, 0.41, 0.1, 0.37, -0.1)
        hair.cubicTo(0.31, -0.34, 0.12, -0.42, part, -0.46)
        hair.cubicTo(-0.22, -0.4, -0.34, -0.3, -0.375, -0.1)
        hair.cubicTo(-0.41, 0.1, -0.44, 0.3, -0.47, 0.55)
        hair.cubicTo(-0.53, 0.36, -0.5, 0.2, -0.5, -0.05)
        hair.cubicTo(-0.53, -0.48, -0.3, -0.74, part, -0.69)
    else:
        hair.cubicTo(0.26, -0.76, 0.45, -0.56, 0.42, -0.12)
        hair.cubicTo(0.4, -0.2, 0.38, -0.27, 0.35, -0.32)
        hair.cubicTo(0.2, -0.41, 0.02, -0.4, -0.16, -0.46)
        hair.cubicTo(-0.28, -0.42, -0.37, -0.32, -0.38, -0.2)
        hair.cubicTo(-0.4, -0.18, -0.41, -0.15, -0.42, -0.12)
        hair.cubicTo(-0.46, -0.52, -0.32, -0.72, part, -0.69)
    painter.fillPath(hair, colour)
    painter.save()
    painter.setClipPath(hair)
    strands = _pen(_faded(looks.hair_light, 120), 0.012)
    for reach in (0.12, 0.2, 0.28):
        strand = QPainterPath(QPointF(part + 0.02, -0.66 + reach * 0.12))
        strand.cubicTo(
            part + reach, -0.67 + reach * 0.2, part + reach + 0.12, -0.6, part + reach + 0.17, -0.44 + reach * 0.2
        )
        painter.strokePath(strand, strands)
    for reach in (0.1, 0.18):
        strand = QPainterPath(QPointF(part - 0.01, -0.66))
        strand.cubicTo(part - reach, -0.66, part - reach - 0.08, -0.58, part - reach - 0.12, -0.42)
        painter.strokePath(strand, strands)
    painter.restore()
    painter.setPen(Qt.PenStyle.NoPen)


def paint_microphone(painter: QPainter, side: int) -> None:
    """Paint a microphone on its arm, in face units, below the chin; the arm leaves to `side`."""
    arm = _pen(QColor("#14171c"), 0.05)
    path = QPainterPath(QPointF(side * 0.3, 0.93))
    path.lineTo(side * 0.78, 1.18)
    path.lineTo(side * 0.9, 2.6)
    painter.strokePath(path, arm)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.save()
    painter.translate(side * 0.2, 0.86)
    painter.scale(side, 1)
    painter.rotate(28)
    metal = QLinearGradient(0, -0.11, 0, 0.11)
    metal.setColorAt(0, QColor("#4c535d"))
    metal.setColorAt(0.4, QColor("#23272e"))
    metal.setColorAt(1, QColor("#0d0f12"))
    painter.setBrush(metal)
    painter.drawRoundedRect(QRectF(-0.13, -0.1, 0.34, 0.2), 0.09, 0.09)
    foam = QRadialGradient(QPointF(-0.14, -0.05), 0.16)
    foam.setColorAt(0, QColor("#3a3f47"))
    foam.setColorAt(1, QColor("#121418"))
    painter.setBrush(foam)
    painter.drawEllipse(QPointF(-0.11, 0), 0.13, 0.125)
    painter.restore()


def paint_studio(painter: QPainter) -> None:
    """Paint the room behind them, 1280 × 720: a dark wall, wooden slats, a shelf, two lamps."""
    wall = QLinearGradient(0, 0, 1280, 720)
    wall.setColorAt(0, QColor("#20343a"))
    wall.setColorAt(0.5, QColor("#1b2a33"))
    wall.setColorAt(1, QColor("#141c26"))
    painter.fillRect(QRectF(-200, -200, 1680, 1120), wall)
    for index in range(9):
        slat = QLinearGradient(505 + index * 30, 0, 527 + index * 30, 0)
        slat.setColorAt(0, QColor("#5a3d28"))
        slat.setColorAt(0.6, QColor("#4a3120"))
        slat.setColorAt(1, QColor("#2c1c12"))
        painter.fillRect(QRectF(505 + index * 30, -200, 22, 1000), slat)
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y, reach, colour in (
        (640, 150, 330, "#ffb65c"),
        (70, 120, 300, "#ff9e57"),
        (1215, 150, 300, "#6fb7ff"),
    ):
        _glow(painter, x, y, reach, reach, _faded(colour, 92))
    painter.setBrush(QColor("#ffe2b0"))
    painter.drawEllipse(QPointF(640, 150), 30, 30)
    painter.fillRect(QRectF(638, -50, 4, 172), QColor("#0d1013"))
    _paint_shelf(painter, 20, 330, ("#8c4b3a", "#c9a25d", "#3f6a68", "#b7b0a2", "#59406b"))
    _paint_shelf(painter, 1085, 300, ("#3f5f86", "#b0533f", "#d0b676", "#2f4f4a", "#8f8a80"))
    _paint_plant(painter, 1180, 300)


def _paint_shelf(painter: QPainter, x: float, y: float, colours: tuple[str, ...]) -> None:
    painter.fillRect(QRectF(x - 30, y, 230, 10), QColor("#2a1b12"))
    at = x
    for index, colour in enumerate(colours):
        width, height = 18 + 5 * (index % 3), 62 + 14 * (index * 7 % 3)
        painter.fillRect(QRectF(at, y - height, width, height), QColor(colour).darker(150))
        at += width + 2


def _paint_plant(painter: QPainter, x: float, y: float) -> None:
    for angle in (-52, -28, -6, 18, 44):
        painter.save()
        painter.translate(x + 40, y - 36)
        painter.rotate(angle)
        painter.setBrush(QColor("#33624a").darker(100 + abs(angle)))
        leaf = QPainterPath(QPointF(0, 0))
        leaf.cubicTo(-24, -36, -14, -76, 0, -96)
        leaf.cubicTo(14, -76, 24, -36, 0, 0)
        painter.drawPath(leaf)
        painter.restore()
    painter.setBrush(QColor("#8a5a44"))
    painter.drawRoundedRect(QRectF(x + 20, y - 40, 40, 40), 5, 5)


def paint_table(painter: QPainter) -> None:
    """Paint the table in front of them, 1280 × 720."""
    top = QLinearGradient(0, 632, 0, 720)
    top.setColorAt(0, QColor("#7a5238"))
    top.setColorAt(0.12, QColor("#5b3a26"))
    top.setColorAt(1, QColor("#2e1c12"))
    painter.fillRect(QRectF(-200, 632, 1680, 300), top)
    for x, colour in ((565, "#d9d4cb"), (690, "#39424e")):
        cup = QLinearGradient(x, 0, x + 46, 0)
        cup.setColorAt(0, QColor(colour))
        cup.setColorAt(1, QColor(colour).darker(180))
        painter.setBrush(cup)
        painter.drawRoundedRect(QRectF(x, 596, 46, 52), 6, 6)
        painter.setBrush(QColor(colour).darker(135))
        painter.drawEllipse(QRectF(x, 590, 46, 13))


def _faded(colour: str, alpha: int) -> QColor:
    faded = QColor(colour)
    faded.setAlpha(alpha)
    return faded


def _glow(painter: QPainter, x: float, y: float, reach_x: float, reach_y: float, colour: QColor) -> None:
    """Paint a soft ellipse that fades from `colour` to nothing."""
    if reach_x <= 0 or reach_y <= 0:
        return
    fade = QRadialGradient(QPointF(0, 0), 1.0)
    fade.setColorAt(0, colour)
    fade.setColorAt(0.45, _faded(colour.name(), int(colour.alpha() * 0.62)))
    fade.setColorAt(1, _faded(colour.name(), 0))
    brush = QBrush(fade)
    brush.setTransform(QTransform(reach_x, 0, 0, reach_y, x, y))
    painter.fillRect(QRectF(x - reach_x, y - reach_y, 2 * reach_x, 2 * reach_y), brush)


def _stroke(painter: QPainter, path: QPainterPath, colour: str, width: float, alpha: int = 255) -> None:
    painter.strokePath(path, _pen(_faded(colour, alpha), width))


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(QBrush(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
