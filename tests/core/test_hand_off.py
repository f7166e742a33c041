"""Handing clips of a real project over, and taking changes back as one step of undo."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Awaitable, Callable
from itertools import pairwise
from pathlib import Path

import opentimelineio as otio
import pytest

from core import editing
from core.errors import ExportError
from core.project import Project
from core.schema.run import RunOptions
from core.schema.source import AudioStream, MediaFacts, PreparedSource, VideoStream
from core.schema.time import Cut, TimeSpan
from tests import instant_stages
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound

KINDS = ["fcpxml", "fcp7", "otio", "edl", "csv", "losslesscut"]


def facts(fps: float = 30000 / 1001, is_variable: bool = False) -> MediaFacts:
    video = VideoStream(
        index=0, codec="h264", width=1920, height=1080, coded_width=1920, coded_height=1088, fps=fps,
        is_variable_frame_rate=is_variable, start=0.021,
    )  # fmt: skip
    audio = AudioStream(index=1, codec="aac", sample_rate_hz=48000, channels=2)
    return MediaFacts(container="mov", duration=600.0, size_bytes=1, video=video, audio=audio)


Story = Callable[[Project, str], Awaitable[None]]


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Story], None]:
    """Run a story in a project with two clips: one approved, of two parts; one rejected."""
    use_instant_stages(monkeypatch)
    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: spoken(*INTERVIEW))
    monkeypatch.setitem(instant_stages.MAKERS, "transcode", lambda context, given: PreparedSource(facts=facts()))

    async def run(story: Story) -> None:
        project = await open_instant(tmp_path / "ws", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "talk: ü 🔥.wav".replace(":", ""), 1))
        run_id = await project.start_run(source.id, RunOptions())
        await project.wait(run_id)
        first, second = project.clips(run_id)
        cut = Cut(ranges=(TimeSpan(start=1.0, end=8.03), TimeSpan(start=9.5, end=14.0)))
        first = editing.set_notes(editing.retitle(first, "a/b: 🔥 " + "x" * 300), "Mine.")
        first = editing.set_decision(first.model_copy(update={"cut": cut}), "approved")
        await project.edit(run_id, "make ready", [first, editing.set_decision(second, "rejected")])
        try:
            await story(project, run_id)
        finally:
            await project.close()

    return lambda story: asyncio.run(run(story))


def test_what_is_written_is_read_back_unchanged(play: Callable[[Story], None], tmp_path: Path) -> None:
    async def story(project: Project, run_id: str) -> None:
        assert [each.name for each in project.hand_off.kinds()] == KINDS
        for kind in KINDS:
            await there_and_back(project, run_id, kind)
        edl = await project.hand_off.write(run_id, [], "edl", tmp_path / "csv")
        assert [file.name for file in edl.files] == ["talk ü 🔥 (3).edl", "talk ü 🔥 (3).captions.srt"]

    async def there_and_back(project: Project, run_id: str, kind: str) -> None:
        made = await project.hand_off.write(run_id, [], kind, tmp_path / kind)
        shown = next(each for each in project.hand_off.kinds() if each.name == kind)
        assert made.clips == 1 and made.rate == "29.97 drop-frame" and not made.told
        assert made.files[0].name == f"talk ü 🔥{shown.suffix}"
        assert [file.name.endswith(".captions.srt") for file in made.files[1:]] == [True] * (
            not shown.has_captions
        )
        back = await project.hand_off.read(run_id, made.files[0])
        assert (back.changes, back.unchanged, back.told) == ((), 1, ())
        again = await project.hand_off.write(run_id, [], kind, tmp_path / kind)
        assert again.files[0].name == f"talk ü 🔥 (2){shown.suffix}"
        assert len(list((tmp_path / kind).iterdir())) == 2 * len(made.files), "nothing was written over"

    play(story)


def test_a_changed_timeline_trims_the_clip_as_one_step_of_undo(
    play: Callable[[Story], None], tmp_path: Path
) -> None:
    async def story(project: Project, run_id: str) -> None:
        (file, _) = (await project.hand_off.write(run_id, [], "otio", tmp_path / "cut.otio")).files
        timeline = otio.adapters.read_from_file(str(file))
        for track in timeline.tracks:
            range_ = track[0].source_range
            by = otio.opentime.RationalTime(12, range_.start_time.rate)
            track[0].source_range = otio.opentime.TimeRange(range_.start_time + by, range_.duration - by)
        otio.adapters.write_to_file(timeline, str(file))
        before = project.clips(run_id)[0]
        back = await project.hand_off.read(run_id, file)
        (change,) = back.changes
        assert "starts 0.4 s later, ends as before" in change.words
        assert await project.hand_off.apply(run_id, back.changes) == 1
        after = project.clip(before.id)
        assert after.cut.start == pytest.approx(1.0 + 12 * 1001 / 30000, abs=0.04)
        assert after.cut.ranges[1] == before.cut.ranges[1] and after.wording == before.wording
        assert not (await project.hand_off.read(run_id, file)).changes
        # The same changes a second time are of a clip that is cut otherwise by now.
        assert await project.hand_off.apply(run_id, back.changes) == 0
        assert project.undo_label(run_id) == "Take over changes from the editing program"
        await project.undo(run_id)
        assert project.clip(before.id) == before

    play(story)


def test_titles_and_notes_of_a_list_are_taken_over(play: Callable[[Story], None], tmp_path: Path) -> None:
    async def story(project: Project, run_id: str) -> None:
        file = (await project.hand_off.write(run_id, [], "csv", tmp_path / "list.csv")).files[0]
        rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
        place = {name: rows[0].index(name) for name in ("title", "notes", "end", "score", "reason")}
        rows[1][place["title"]], rows[1][place["notes"]] = "Plain", "Two\nlines"
        rows[2][place["end"]] = "13.0"
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(rows)
        back = await project.hand_off.read(run_id, file)
        assert await project.hand_off.apply(run_id, back.changes) == 1
        clip = project.clips(run_id)[0]
        assert (clip.wording.title, clip.notes) == ("Plain", "Two\nlines")
        assert clip.cut.end == pytest.approx(13.0, abs=0.04) and clip.cut.start == 1.0

    play(story)


def test_captions_are_told_in_the_time_of_the_sequence(play: Callable[[Story], None], tmp_path: Path) -> None:
    import pysubs2

    async def story(project: Project, run_id: str) -> None:
        files = (await project.hand_off.write(run_id, [], "edl", tmp_path / "cut.edl")).files
        assert [file.name for file in files] == ["cut.edl", "cut.captions.srt"]
        cues = pysubs2.load(str(files[1]))
        assert len(cues) > 3 and all(0 <= cue.start < cue.end <= 11_600 for cue in cues)
        assert all(one.end <= other.start for one, other in pairwise(cues))

    play(story)


def test_each_clip_alone_gets_a_safe_name(play: Callable[[Story], None], tmp_path: Path) -> None:
    async def story(project: Project, run_id: str) -> None:
        ids = [clip.id for clip in project.clips(run_id)]
        made = await project.hand_off.write(run_id, ids, "fcpxml", tmp_path / "out", is_each=True)
        names = [file.name for file in made.files]
        assert names[0].startswith("01 a-b - 🔥 xxx") and names[1] == "02 Clip 1.fcpxml"
        assert all(len(name.encode()) <= 240 for name in names)

    play(story)


def test_what_can_not_be_done_is_said(play: Callable[[Story], None], tmp_path: Path) -> None:
    async def story(project: Project, run_id: str) -> None:
        for kind, ids, why in (("docx", [], "no hand-off"), ("edl", ["zzz"], "no clip zzz")):
            with pytest.raises(ExportError, match=why):
                await project.hand_off.write(run_id, ids, kind, tmp_path / "x")
        with pytest.raises(ExportError, match=r"ends in \.edl, not in \.txt"):
            await project.hand_off.write(run_id, [], "edl", tmp_path / "cut.txt")
        made = await project.hand_off.write(run_id, [], "edl", tmp_path / "Ep. 12")
        assert made.files[0].parent.name == "Ep. 12"
        (tmp_path / "file").write_text("x")
        with pytest.raises(ExportError, match="can't be written"):
            await project.hand_off.write(run_id, [], "edl", tmp_path / "file" / "cut.edl")
        with pytest.raises(ExportError, match="can't be read"):
            await project.hand_off.read(run_id, tmp_path / "missing.edl")
        (tmp_path / "a.docx").write_text("x")
        with pytest.raises(ExportError, match="no kind"):
            await project.hand_off.read(run_id, tmp_path / "a.docx")
        (tmp_path / "a.edl").write_text("x")
        with pytest.raises(ExportError, match=r"a\.edl"):
            await project.hand_off.read(run_id, tmp_path / "a.edl")

    play(story)


@pytest.mark.parametrize(
    ("fps", "told"),
    [
        (
            10.0,
            "has 10 frames a second, fewer than editing programs count. Times are counted at 30 frames a second",
        ),
        (
            120.0,
            "has 120 frames a second, more than editing programs count. Times are counted at 60 frames a second",
        ),
        (25.0, ""),
        (30000 / 1001, ""),
    ],
)
def test_it_is_told_where_other_frames_are_counted_than_there_are(
    play: Callable[[Story], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fps: float, told: str
) -> None:
    prepared = PreparedSource(facts=facts(fps))
    monkeypatch.setitem(instant_stages.MAKERS, "transcode", lambda context, given: prepared)

    async def story(project: Project, run_id: str) -> None:
        made = await project.hand_off.write(run_id, [], "edl", tmp_path / "cut.edl")
        assert len(made.told) == bool(told) and told in "".join(made.told)

    play(story)


def test_uneven_frames_and_a_source_that_is_gone_are_told(
    play: Callable[[Story], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uneven = PreparedSource(facts=facts(29.8, is_variable=True))
    monkeypatch.setitem(instant_stages.MAKERS, "transcode", lambda context, given: uneven)

    async def story(project: Project, run_id: str) -> None:
        project.sources()[0].path.unlink()
        made = await project.hand_off.write(run_id, [], "fcp7", tmp_path / "cut.xml")
        assert ["unevenly" in told for told in made.told] == [True, False] and "is not there" in made.told[1]
        assert not (await project.hand_off.read(run_id, made.files[0])).changes

    play(story)
