"""What a worker leaves on disk: the artifact, and nothing beside it."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from core.pipeline.worker import Input, Item, Task, execute
from core.schema.source import Source

STAGES = """
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from core.pipeline.stage import Stage
from core.schema.record import Record

class Made(Record):
    place: str

def untidy(context) -> Made:
    context.progress(0.5)
    assert os.environ["TMPDIR"] == tempfile.gettempdir()
    left = Path(tempfile.mkdtemp()) / "left behind"
    left.write_text("by a library")
    return Made(place=str(left))

STAGES = (Stage("untidy", "ingest", "source", "io", 1, untidy),)
"""


CAREFUL_STAGES = """
from core.errors import ProviderError
from core.pipeline.stage import Stage
from core.schema.record import Record
from core.schema.source import Source

class Made(Record):
    parts: tuple[str, ...]

def careful(context, source: Source) -> Made:
    kept = context.parts.get("one")
    context.parts.put("one" if kept is None else "two", b"done")
    if kept is None:
        raise ProviderError("the second part failed.")
    return Made(parts=(kept.decode(),))

STAGES = (Stage("careful", "ingest", "source", "io", 1, careful),)
"""


@pytest.fixture
def task(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Task:
    (tmp_path / "untidy_stages.py").write_text(STAGES)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "untidy_stages", raising=False)
    work = tmp_path / "ws" / ".work"
    item = Item("job", work / "untidy-1", tmp_path / "ws" / "untidy" / "print", ())
    return Task("untidy_stages", "untidy", "source", (item,), None, tmp_path, tmp_path / "ws")


def test_temporary_files_lie_in_the_workspace_and_go_with_the_work(task: Task):
    before, environment = tempfile.gettempdir(), dict(os.environ)
    (outcome,) = execute(task)
    (item,) = task.items
    assert outcome.failure is None
    assert str(item.work.parent) in (item.place / "artifact.json").read_text()
    assert not list(item.work.parent.iterdir())
    assert [file.name for file in item.place.iterdir()] == ["artifact.json"]
    assert (tempfile.gettempdir(), dict(os.environ)) == (before, environment)


def test_finished_parts_stay_after_a_failure_and_go_with_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "careful_stages.py").write_text(CAREFUL_STAGES)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "careful_stages", raising=False)
    parts = tmp_path / "ws" / ".parts" / "careful" / "print"
    talk = Source(id="s", path=tmp_path / "talk.mp4", name="talk", fingerprint="f", size_bytes=1)
    source = Input(json=talk.model_dump_json())
    item = Item("job", tmp_path / "ws" / ".work" / "1", tmp_path / "ws" / "careful" / "print", (source,), parts)
    task = Task("careful_stages", "careful", "source", (item,), None, tmp_path, tmp_path / "ws")
    (failed,) = execute(task)
    assert failed.failure is not None and [path.name for path in parts.iterdir()] == ["one"]
    assert not list(item.work.parent.iterdir())
    (made,) = execute(task)
    assert made.failure is None and not parts.exists()
    assert '"done"' in (item.place / "artifact.json").read_text()


SWEPT_STAGES = """
import shutil
from core.pipeline.stage import Stage
from core.schema.record import Record

class Made(Record):
    pass

def swept(context) -> Made:
    shutil.rmtree(context.folder.parent)
    context.folder.parent.mkdir()
    context.progress(0.5)
    assert not list(context.folder.parent.iterdir())
    (context.folder / "more").write_text("of it")
    return Made()

STAGES = (Stage("swept", "ingest", "source", "io", 1, swept),)
"""


def test_work_that_another_start_swept_away_leaves_nothing(task: Task, tmp_path: Path):
    """As when a worker was halted with its laptop, and the program had been started again before it woke up."""
    (tmp_path / "swept_stages.py").write_text(SWEPT_STAGES)
    sys.modules.pop("swept_stages", None)
    (outcome,) = execute(replace(task, registry="swept_stages", stage="swept"))
    (item,) = task.items
    assert outcome.failure is not None and "more" in outcome.failure.reason
    assert list(item.work.parent.iterdir()) == [] and not item.place.exists()
