"""Framing: who is in the picture, and which part of it is shown, per aspect ratio.

Times are source seconds. Pixels are of the upright source (rotation and pixel shape applied), origin top left,
x to the right, y down.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import hypot
from typing import Literal, Self

from pydantic import model_validator

from core.schema.choice import Aspect, Choice
from core.schema.record import Record
from core.schema.shot import Shot
from core.schema.time import TimeSpan

Layout = Literal["follow", "group", "split", "screen", "fit_blur", "wide"]
LAYOUTS: tuple[Layout, ...] = ("follow", "group", "split", "screen", "fit_blur", "wide")
# How far from where a person was pointed at, in seconds and in widths of a face, they are still the one meant.
ANCHOR_SECONDS, ANCHOR_WIDTHS = 0.75, 1.0


class FacePoint(Record):
    """A face at one instant; `speaking` is the belief (0 to 1) that this face talks.

    `turn` is where it looks, from −1 (to the picture's left, in profile) to 1, 0 being the camera.
    """

    at: float
    x: float
    y: float
    width: float
    height: float
    confidence: float = 1.0
    speaking: float = 0.0
    turn: float = 0.0


class FaceTrack(Record):
    """One face through time, within one shot. `person` is equal for tracks believed to be the same person."""

    id: int
    person: int
    points: tuple[FacePoint, ...]


class Footage(Record):
    """The source seconds that are looked at for a clip: at least its own (see `core.vision.footage`)."""

    spans: tuple[TimeSpan, ...]


class PixelBox(Record):
    """A rectangle in pixels of the upright source."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height


class PictureContent(Record):
    """What one shot shows beside faces, over all of the seconds of it that were looked at: [start, end).

    - `picture`: where the picture is: the frame without black bars, or what lies between blurred sides.
    - `is_screen`: slides, a screencast, an app; drawn, not filmed.
    - `texts`: blocks of writing; `captions`: those of them that are burnt in as captions.
    - `drawn`: on a screen the box around everything that is drawn, a presenter's own picture left out.
    - `inset`: the presenter's own picture on a screen.
    - `changes`: the box around what changes in one place while the rest stands still.
    - `sides`, `ends`: the colour (red, green, blue; 0 to 255) of most of a screen's left and right edges, and
      of its upper and lower ones, where there is one.
    - `moves_camera`: most of what moves is the camera.
    - `interest_across`, `interest_down`: how much there is to see, in even columns from the left and rows from
      the top; each adds up to 1, or is empty where nothing was looked at.
    """

    start: float
    end: float
    picture: PixelBox
    is_screen: bool = False
    texts: tuple[PixelBox, ...] = ()
    captions: tuple[PixelBox, ...] = ()
    drawn: PixelBox | None = None
    inset: PixelBox | None = None
    changes: PixelBox | None = None
    sides: tuple[int, int, int] | None = None
    ends: tuple[int, int, int] | None = None
    moves_camera: bool = False
    interest_across: tuple[float, ...] = ()
    interest_down: tuple[float, ...] = ()


class Writing(Record):
    """A block of writing in the picture during [start, end), upright source pixels; or a caption burnt into it."""

    start: float
    end: float
    box: PixelBox
    is_caption: bool = False


class PictureAnalysis(Record):
    """What was seen in a clip's footage, whatever is made of it, and what had to be done without."""

    tracks: tuple[FaceTrack, ...] = ()
    content: tuple[PictureContent, ...] = ()
    choices: tuple[Choice, ...] = ()


class CropPath(Record):
    """A moving crop: keyframes with linear motion between them, held before the first and after the last.

    All lists have the same length, at least 1; `at` ascends strictly. The crop never leaves the frame.
    """

    at: tuple[float, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]
    width: tuple[float, ...]
    height: tuple[float, ...]

    @model_validator(mode="after")
    def _same_length(self) -> Self:
        lengths = {len(self.at), len(self.x), len(self.y), len(self.width), len(self.height)}
        if len(lengths) != 1 or not self.at:
            raise ValueError("a crop path needs lists of one length, at least one keyframe")
        if any(b <= a for a, b in zip(self.at, self.at[1:], strict=False)):
            raise ValueError("crop keyframes must ascend in time")
        return self

    def at_time(self, at: float) -> tuple[float, float, float, float]:
        """Return the crop (x, y, width, height) at an instant, in pixels."""
        after = bisect_right(self.at, at)
        if after == 0 or after == len(self.at):
            index = min(max(after - 1, 0), len(self.at) - 1)
            return self.x[index], self.y[index], self.width[index], self.height[index]
        before = after - 1
        mix = (at - self.at[before]) / (self.at[after] - self.at[before])

        def between(values: tuple[float, ...]) -> float:
            return values[before] + mix * (values[after] - values[before])

        return between(self.x), between(self.y), between(self.width), between(self.height)


class Rectangle(Record):
    """A rectangle as fractions (0 to 1) of the output picture, origin top left."""

    x: float = 0.0
    y: float = 0.0
    width: float = 1.0
    height: float = 1.0


class Region(Record):
    """One crop of the source placed into one rectangle of the output; both have the same pixel shape."""

    crop: CropPath
    target: Rectangle = Rectangle.by_default()


class LayoutSpan(Record):
    """How the picture is composed during [start, end). Regions are painted in order.

    With `has_blurred_background` the whole source picture, blurred and filling the output, lies behind them, or
    its part `backdrop`. Otherwise the plain colour `fill` does (red, green, blue; 0 to 255), else black.
    Nothing is interpolated from one span to the next: a new span is a cut.
    """

    start: float
    end: float
    layout: Layout
    regions: tuple[Region, ...]
    has_blurred_background: bool = False
    backdrop: PixelBox | None = None
    fill: tuple[int, int, int] | None = None
    reason: str = ""


class Framing(Record):
    """Faces and layouts of one clip. Spans per aspect cover every range of the clip without gap or overlap.

    `voices` says which person of the tracks a speaker of the transcript is, where that is known. `automatic` is
    how it would be framed without what the user wished, in the aspects where that is something else.
    """

    width: int
    height: int
    shots: tuple[Shot, ...] = ()
    tracks: tuple[FaceTrack, ...] = ()
    spans: dict[Aspect, tuple[LayoutSpan, ...]]
    automatic: dict[Aspect, tuple[LayoutSpan, ...]] = {}
    voices: dict[str, int] = {}
    choices: tuple[Choice, ...] = ()


def person_at(tracks: Sequence[FaceTrack], at: float, x: float, y: float) -> int | None:
    """Return the person whose face is around a point (pixels of the upright source) at a second; None: nobody.

    Where nothing was looked at around that second (it is not in the clip any more, or the point came with a copied
    framing), it is whoever was seen at that place next to it: the same seat before the same camera.
    """
    near = [(abs(point.at - at), track, point) for track in tracks for point in track.points]
    is_looked_at = any(apart <= ANCHOR_SECONDS for apart, _, _ in near)
    meant = [
        (apart, _widths_off(point, x, y), track.person)
        for apart, track, point in near
        if (apart <= ANCHOR_SECONDS or not is_looked_at) and _widths_off(point, x, y) <= ANCHOR_WIDTHS
    ]
    if not meant:
        return None
    # Of the faces around that second the nearest in the picture, each where it was next to the second.
    return min(meant, key=lambda each: (round(each[1], 2), each[0]) if is_looked_at else each[:2])[2]


def _widths_off(point: FacePoint, x: float, y: float) -> float:
    return hypot(point.x + point.width / 2 - x, point.y + point.height / 2 - y) / max(1.0, point.width)
