"""The scenes of the benchmark: what talk is filmed like, and what makes framing err."""

from __future__ import annotations

from tests.bench.scenes.plot import Backdrop, Keys, Person, Scene, Shot, Turn

ROOM = (Backdrop("palace", zoom=1.7, tint=(0.72, 0.68, 0.66)),)
OFFICE = (Backdrop("coffee", zoom=1.2, tint=(0.8, 0.85, 0.9)),)
WALL = (Backdrop("brick", tint=(0.8, 0.66, 0.6)),)


def still(value: float) -> Keys:
    """Return keys that stay."""
    return ((0.0, value),)


def seated(who: str, x: float, y: float, size: float, **more: object) -> Person:
    """Return somebody who stays in one place."""
    return Person(who, still(x), still(y), still(size), **more)  # type: ignore[arg-type]


def talk(*turns: tuple[float, float, str]) -> tuple[Turn, ...]:
    """Return turns of speech."""
    return tuple(Turn(*turn) for turn in turns)


ONE = Scene(
    name="one_seated",
    seconds=8,
    width=1920,
    height=1080,
    shots=(Shot(0, (seated("obama", 0.41, 0.38, 0.30),), ROOM),),
    turns=talk((0.4, 7.7, "obama")),
)
TWO = Scene(
    name="two_seated",
    seconds=20,
    seed=2,
    shots=(
        Shot(0, (seated("hopper", 0.25, 0.42, 0.24), seated("biden", 0.74, 0.40, 0.25, is_mirrored=True)), OFFICE),
    ),
    turns=talk(
        (0.3, 4.6, "hopper"),
        (4.9, 10.2, "biden"),
        (10.4, 13.6, "hopper"),
        (13.9, 17.0, "biden"),
        (17.2, 19.8, "hopper"),
    ),
)
QUICK = Scene(
    name="quick_exchange",
    seconds=16,
    seed=3,
    shots=(Shot(0, (seated("obama", 0.27, 0.40, 0.25), seated("collins", 0.76, 0.42, 0.24)), ROOM),),
    turns=talk(
        (0.2, 2.2, "obama"), (2.1, 3.6, "collins"), (3.7, 5.4, "obama"), (5.2, 6.9, "collins"),
        (7.0, 8.6, "obama"), (8.5, 9.6, "collins"), (9.7, 11.9, "obama"), (11.4, 13.4, "collins"),
        (13.5, 15.8, "obama"),
    ),
)  # fmt: skip
COMES_AND_GOES = Scene(
    name="comes_and_goes",
    seconds=16,
    seed=4,
    shots=(
        Shot(
            0,
            (
                seated("collins", 0.30, 0.44, 0.24),
                Person("biden", ((3.0, 1.25), (5.2, 0.74), (11.0, 0.74), (13.0, 1.25)), still(0.36), still(0.25)),
            ),
            WALL,
        ),
    ),
    turns=talk(
        (0.3, 4.8, "collins"),
        (5.3, 8.6, "biden"),
        (8.8, 10.2, "collins"),
        (10.3, 11.2, "biden"),
        (12.6, 15.8, "collins"),
    ),
)
TURNING = Scene(
    name="turning_head",
    seconds=12,
    seed=5,
    shots=(
        Shot(
            0,
            (
                Person(
                    "biden",
                    ((0.0, 0.55), (4.0, 0.55), (6.5, 0.42), (12.0, 0.46)),
                    still(0.42),
                    still(0.28),
                    yaw=((1.0, 0.0), (2.2, 38.0), (4.5, 38.0), (6.0, -40.0), (8.5, -40.0), (9.5, 0.0)),
                ),
            ),
            OFFICE,
        ),
    ),
    turns=talk((0.3, 5.6, "biden"), (6.0, 11.8, "biden")),
)
FAST = Scene(
    name="moves_fast",
    seconds=12,
    seed=6,
    shots=(
        Shot(
            0,
            (
                Person(
                    "hopper",
                    (
                        (1.0, 0.25),
                        (2.0, 0.72),
                        (3.4, 0.72),
                        (4.4, 0.30),
                        (6.0, 0.30),
                        (6.8, 0.55),
                        (8.0, 0.55),
                        (9.0, 0.80),
                    ),
                    ((0.0, 0.42), (6.0, 0.42), (6.8, 0.34), (8.0, 0.34), (9.0, 0.44)),
                    ((0.0, 0.22), (6.0, 0.22), (7.0, 0.26)),
                ),
            ),
            ROOM,
        ),
    ),
    turns=talk((0.2, 11.8, "hopper")),
)
WALKING = Scene(
    name="walking",
    seconds=12,
    seed=7,
    shake_px=2.0,
    shots=(
        Shot(
            0,
            (
                Person(
                    "obama",
                    ((1.0, 0.14), (5.5, 0.62), (7.5, 0.62), (11.5, 0.9)),
                    still(0.30),
                    still(0.17),
                    restless=1.6,
                ),
            ),
            WALL,
        ),
    ),
    turns=talk((0.3, 11.7, "obama")),
)
FAR = Scene(
    name="small_far_faces",
    seconds=12,
    seed=8,
    width=1920,
    height=1080,
    shots=(Shot(0, (seated("hopper", 0.36, 0.36, 0.075), seated("obama", 0.66, 0.34, 0.078)), ROOM),),
    turns=talk((0.3, 5.4, "obama"), (5.8, 11.7, "hopper")),
)
_WIDE = (seated("collins", 0.27, 0.40, 0.16), seated("obama", 0.72, 0.38, 0.17))
CUTS = Scene(
    name="cameras_cut",
    seconds=20,
    seed=9,
    shots=(
        Shot(0.0, _WIDE, OFFICE),
        Shot(2.4, (seated("collins", 0.40, 0.44, 0.36),), ROOM),
        Shot(6.0, (seated("obama", 0.60, 0.44, 0.38),), WALL),
        Shot(8.2, (seated("collins", 0.40, 0.44, 0.36),), ROOM),
        Shot(9.4, _WIDE, OFFICE),
        Shot(12.0, (seated("obama", 0.60, 0.44, 0.38),), WALL),
        Shot(14.4, _WIDE, OFFICE),
        Shot(17.0, (seated("collins", 0.40, 0.44, 0.36),), ROOM),
    ),
    turns=talk(
        (0.3, 6.1, "collins"),
        (6.3, 8.8, "obama"),
        (9.0, 11.8, "collins"),
        (12.0, 16.3, "obama"),
        (16.6, 19.8, "collins"),
    ),
)
_LEFT, _RIGHT = (0.0, 0.0, 0.498, 1.0), (0.502, 0.0, 1.0, 1.0)
PANELS = Scene(
    name="split_screen",
    seconds=16,
    seed=10,
    shots=(
        Shot(
            0,
            (seated("biden", 0.25, 0.42, 0.34, panel=_LEFT), seated("hopper", 0.76, 0.44, 0.34, panel=_RIGHT)),
            (Backdrop("coffee", panel=_LEFT), Backdrop("palace", panel=_RIGHT, zoom=1.5)),
        ),
    ),
    turns=talk((0.3, 5.0, "biden"), (5.1, 9.4, "hopper"), (9.2, 12.6, "biden"), (12.9, 15.8, "hopper")),
)
THREE = Scene(
    name="three_people",
    seconds=18,
    seed=11,
    shots=(
        Shot(
            0,
            (
                seated("obama", 0.17, 0.40, 0.20),
                seated("hopper", 0.50, 0.43, 0.19),
                seated("biden", 0.83, 0.40, 0.20, is_mirrored=True),
            ),
            WALL,
        ),
    ),
    turns=talk((0.3, 4.4, "hopper"), (4.7, 9.0, "obama"), (9.3, 13.4, "biden"), (13.7, 17.8, "hopper")),
)
RISES = Scene(
    name="stands_up",
    seconds=10,
    seed=12,
    shots=(
        Shot(
            0,
            (
                Person(
                    "collins",
                    ((0.0, 0.60), (4.0, 0.60), (5.4, 0.66)),
                    ((0.0, 0.58), (4.0, 0.58), (5.2, 0.28)),
                    ((0.0, 0.26), (4.0, 0.26), (5.2, 0.24)),
                ),
            ),
            OFFICE,
        ),
    ),
    turns=talk((0.3, 9.8, "collins")),
)

SCENES = {
    scene.name: scene
    for scene in (ONE, TWO, QUICK, COMES_AND_GOES, TURNING, FAST, WALKING, FAR, CUTS, PANELS, THREE, RISES)
}
