"""What the options of a run make of the clips that it begins with."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core.schema.audio import SoundWishes
from core.schema.clip import Clip
from core.schema.run import RunOptions
from core.schema.transcript import Transcript, TranscriptSegment, Word
from tests import instant_stages
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound

SAID = (
    ("So", 1.0), ("um,", 2.0), ("we", 3.0), ("left.", 4.0), ("Then,", 21.0), ("you", 22.0), ("know,", 22.4),
    ("home.", 23.0),
)  # fmt: skip


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)
    words = tuple(Word(text=text, start=at, end=at + 0.4) for text, at in SAID)
    segment = TranscriptSegment(start=1.0, end=24.0, text="", words=words)
    transcript = Transcript(language="en", segments=(segment,))
    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: transcript)


def made(folder: Path, options: RunOptions) -> list[Clip]:
    async def scene() -> list[Clip]:
        project = await open_instant(folder / "workspace", ThreadExecutor())
        source = await project.import_source(write_sound(folder / "1.wav", 1))
        run = await project.start_run(source.id, options)
        await project.wait(run)
        clips = project.clips(run)
        await project.close()
        return clips

    return asyncio.run(scene())


def test_clips_begin_whole_and_unmasked(tmp_path: Path) -> None:
    for clip in made(tmp_path, RunOptions()):
        assert len(clip.cut.ranges) == 1
        assert not clip.wording.masks_profanity and clip.sound.profanity == "kept"


def test_clips_begin_without_fillers_and_swear_words_where_that_is_asked(tmp_path: Path) -> None:
    sound = SoundWishes(profanity="bleeped")
    first, second = made(tmp_path, RunOptions(removes_fillers=True, masks_profanity=True, sound=sound))
    for clip, gone in ((first, (2.0, 2.4)), (second, (22.0, 22.8))):
        assert len(clip.cut.ranges) == 2
        assert clip.cut.to_clip_time(sum(gone) / 2) is None
        assert clip.wording.masks_profanity and clip.sound.profanity == "bleeped"


@pytest.mark.parametrize(
    ("wishes", "approved"),
    [
        ({}, [90.0, 89.0]),
        ({"approve_from": 89.5}, [90.0]),
        ({"approve_from": 89.0}, [90.0, 89.0]),
        ({"approve_at_most": 1}, [90.0]),
        ({"top": 1}, [90.0]),
        ({"approve_from": 90.5}, []),
        ({"approve_from": 50, "auto_approve": False}, []),
    ],
)
def test_clips_are_approved_from_a_score_on_and_at_most_so_many(
    tmp_path: Path, wishes: dict[str, object], approved: list[float]
) -> None:
    clips = made(tmp_path, RunOptions.model_validate({"auto_approve": True, **wishes}))
    assert [clip.score for clip in clips if clip.decision == "approved"] == approved
