"""The contract of a layout, for every member of the list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.errors import ContractError
from core.framing.layout import SceneLayout
from core.framing.layouts import MEMBERS, layout_named
from core.framing.scene import Canvas, Scene, find_subjects
from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from core.schema.framing import LAYOUTS, FaceTrack
from core.schema.time import TimeSpan

MakeTrack = Callable[..., FaceTrack]
SPAN = TimeSpan(start=2.0, end=7.0)


def test_every_layout_of_the_schema_has_its_member() -> None:
    assert tuple(member.name for member in MEMBERS) == LAYOUTS
    with pytest.raises(ContractError):
        layout_named("mosaic")


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.name)
@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("people", [0, 1, 2, 3])
def test_it_composes_its_whole_span_in_the_right_shape(
    member: SceneLayout, aspect: Aspect, people: int, make_track: MakeTrack
) -> None:
    canvas = Canvas(1280, 720, aspect_ratio(aspect))
    tracks = [make_track(i, 250 + 380 * i, 300, 110, 0, 10) for i in range(people)]
    scene = Scene(SPAN, find_subjects(tracks, SPAN, canvas))
    if member.name == "split" and people < 2:
        assert not member.suits(scene, canvas)
        return
    span = member.compose(scene, canvas, "because")
    assert (span.start, span.end, span.layout, span.reason) == (2.0, 7.0, member.name, "because")
    for region in span.regions:
        x, y, width, height = region.crop.at_time(4.0)
        assert x >= 0 and y >= 0 and x + width <= 1280.001 and y + height <= 720.001
        assert width / height == pytest.approx(canvas.ratio * region.target.width / region.target.height)
    if member.name == "fit_blur":
        assert span.has_blurred_background == (aspect != "16:9")
