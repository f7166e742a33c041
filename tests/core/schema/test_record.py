"""Records: what lies in the workspace moves with it, what lies elsewhere stays; and how they are loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from core import schema
from core.schema.audio import Music
from core.schema.clip import Clip, Wording
from core.schema.composition import Composition, MediaReference
from core.schema.delivery import Delivery
from core.schema.record import build_readers
from core.schema.run import RunOptions
from core.schema.style import CaptionStyle

ROOT = Path(__file__).resolve().parents[3]


def test_a_file_of_another_artifact_is_found_after_the_store_was_moved(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    work = old / ".work" / "compose-1"
    made = MediaReference(path=old / "transcode" / "print" / "media.mkv").to_json(work)
    assert str(tmp_path) not in made
    read = MediaReference.from_json(made, new / "compose" / "print")
    assert read.path == new / "transcode" / "print" / "media.mkv"


def test_music_kept_in_the_workspace_is_found_after_it_was_moved(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    made = Music(file=old / "music" / "song.mp3").to_json(old / "artifacts" / ".work" / "plan_audio-1")
    assert str(tmp_path) not in made
    read = Music.from_json(made, new / "artifacts" / "plan_audio" / "print")
    assert read.file == new / "music" / "song.mp3"


def test_a_source_outside_the_workspace_keeps_its_path(tmp_path):
    source = tmp_path / "videos" / ".." / "talk.mp4"
    made = MediaReference(path=source).to_json(tmp_path / "workspace" / "artifacts" / ".work" / "compose-1")
    assert MediaReference.from_json(made, tmp_path / "elsewhere" / "a" / "b").path == source
    assert MediaReference.from_json(made).path == source


def test_a_file_beside_the_record_is_named_alone(tmp_path):
    fields = {"aspect": "9:16", "width": 2, "height": 2, "duration": 1.0, "frame_count": 1, "size_bytes": 1}
    made = Delivery(file=tmp_path / "clip.mp4", **fields).to_json(tmp_path)
    assert Delivery.from_json(made).file == Path("clip.mp4")
    assert Delivery.from_json(made, tmp_path / "moved").file == tmp_path / "moved" / "clip.mp4"


def test_readers_are_built_before_anybody_reads() -> None:
    list(build_readers())
    assert Clip.__pydantic_complete__ and Composition.__pydantic_complete__
    assert not list(build_readers())


def test_loading_the_engine_builds_no_reader() -> None:
    script = (
        "import core.project\n"
        "from core.schema.record import Record\n"
        "waiting = [Record]\n"
        "for kind in waiting:\n"
        "    waiting.extend(kind.__subclasses__())\n"
        "print(len(waiting), *(kind.__name__ for kind in waiting if kind.__pydantic_complete__))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    count, *built = done.stdout.split()
    assert int(count) > 100 and not built


def test_a_record_that_is_a_default_is_the_one_that_is_read() -> None:
    assert RunOptions.by_default() == RunOptions() == RunOptions.from_json("{}")
    assert CaptionStyle.by_default() == CaptionStyle()
    assert CaptionStyle.by_default().to_json() == CaptionStyle().to_json()
    assert Clip.model_fields["wording"].default == Wording.from_json("{}")


def test_annotations_of_records_need_not_be_compiled_at_each_start() -> None:
    modules = sorted(Path(schema.__path__[0]).glob("*.py"))
    assert len(modules) > 40
    line = "\nfrom __future__ import annotations\n"
    postponed = [file.name for file in modules if line in file.read_text("utf-8")]
    assert not postponed
