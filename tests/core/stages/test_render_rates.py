"""Presets of other frame rates go through a pass of their own; the others still share one."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import av

from core.media.probe import probe
from core.schema.audio import AudioPlan
from core.schema.composition import Composition, MediaReference
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.preset import EncodePreset
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan
from core.stages.render import render_together


def composition(video: Path, rate: int, name: str) -> Composition:
    shape = probe(video).video
    assert shape is not None
    whole = CropPath(at=(0.0,), x=(0.0,), y=(0.0,), width=(shape.width,), height=(shape.height,))
    return Composition(
        aspect="16:9", width=320, height=180, fps_numerator=rate, fps_denominator=1,
        media=MediaReference(path=video), cut=Cut(ranges=(TimeSpan(start=1, end=2),)),
        spans=(LayoutSpan(start=0, end=1, layout="follow", regions=(Region(crop=whole),)),),
        audio=AudioPlan(), style=Style(name="s", version=1), preset=EncodePreset(name=name, max_fps=rate),
    )  # fmt: skip


def rate_of(file: Path) -> int:
    """Return how many frames a file of one second has."""
    with av.open(str(file)) as container:
        return sum(1 for _ in container.decode(video=0))


def test_two_rates_are_made_and_each_file_is_its_own(sample_video: Path, tmp_path: Path) -> None:
    wanted = [composition(sample_video, rate, name) for rate, name in ((30, "a"), (15, "b"), (30, "c"))]
    told: list[float] = []
    contexts = []
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        contexts.append(SimpleNamespace(folder=folder, progress=lambda done, _said: told.append(done), note=print))
    prepared = SimpleNamespace(media=None, cover=None)
    source = SimpleNamespace(path=sample_video)
    made = render_together(contexts, [(source, prepared, each) for each in wanted])  # type: ignore[arg-type]
    assert [rate_of(tmp_path / str(number) / "clip.mp4") for number in range(3)] == [30, 15, 30]
    assert [delivery.checks[0].is_passed for delivery in made] == [True] * 3
    assert told == sorted(told) and told[-1] == 1.0
