"""The picture of a clip is looked at once: not again for what is set by hand, nor for small changes of its cut."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from core import editing, reframing
from core.schema.clip import Arrangement, Clip, CropKeyframe, FaceAnchor
from core.schema.run import RunOptions
from core.schema.time import TimeSpan
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound
from tests.instant_stages import calls


def _drag(clip: Clip) -> Clip:
    keyframe = CropKeyframe(at=21.0, centre_x=300.0, centre_y=200.0, height=360.0)
    return reframing.set_crop(clip, "9:16", TimeSpan(start=20.0, end=30.0), keyframe)


def _lock(clip: Clip) -> Clip:
    return reframing.arrange(clip, Arrangement(people=(FaceAnchor(at=21.0, x=300.0, y=200.0),)))


def _nudge(clip: Clip) -> Clip:
    return editing.trim(clip, clip.cut.start + 0.4, clip.cut.end, 600.0)


def _take_out(clip: Clip) -> Clip:
    return editing.cut_out(clip, TimeSpan(start=25.0, end=26.5))


def _lengthen(clip: Clip) -> Clip:
    return editing.trim(clip, clip.cut.start, clip.cut.end + 20.0, 600.0)


@pytest.mark.parametrize(
    ("edit", "redone"),
    [
        (_drag, {"analyze_framing"}),
        (lambda clip: reframing.arrange(clip, Arrangement(layout="wide")), {"analyze_framing"}),
        (_lock, {"analyze_framing"}),
        (_nudge, {"plan_enhancement", "prepare_media", "analyze_framing", "plan_audio", "build_enhancement"}),
        (_take_out, {"plan_enhancement", "prepare_media", "analyze_framing", "plan_audio", "build_enhancement"}),
        (
            _lengthen,
            {
                "plan_enhancement",
                "prepare_media",
                "analyze_picture",
                "analyze_framing",
                "plan_audio",
                "build_enhancement",
            },
        ),
    ],
)
def test_only_footage_that_was_not_seen_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Clip], Clip], redone: set[str]
) -> None:
    use_instant_stages(monkeypatch)
    workspace = tmp_path / "workspace"

    def called() -> Counter[str]:
        return Counter(line.split()[0] for line in calls(workspace))

    async def scene() -> None:
        project = await open_instant(workspace, ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        run_id = await project.start_run(source.id, RunOptions(aspects=("9:16",)))
        await at_rest(project)
        clip = project.clips(run_id)[1]
        await project.composition(clip.id, "9:16")
        before = called()
        await project.edit(run_id, "Edit", [edit(clip)])
        await project.composition(clip.id, "9:16")
        assert called() - before == dict.fromkeys(redone, 1)
        await project.close()

    asyncio.run(scene())
