"""What a camera operator may do, as numbers: how fast a crop moves, how it starts and stops, how it zooms.

Lengths are shares of the shorter side of the crop, so that they mean the same in every aspect and resolution. They
hold on each axis, for any faces: the path is solved under them, not checked against them.
"""

from __future__ import annotations

# The centre of a crop: sides per second, and sides per second squared. A walk through the picture is about 0.3.
MAX_SPEED, MAX_ACCELERATION = 1.2, 2.4
# The height of a crop: shares of its least height per second, and per second squared.
MAX_ZOOM_SPEED, MAX_ZOOM_ACCELERATION = 0.12, 0.2
# Acceleration is the change of the mean speed from one such window to the next: between keyframes motion is a
# straight line, so that at one instant it has none, or no end of it.
ACCELERATION_WINDOW_SECONDS = 0.2
