"""Steps of undo of drafts outlive the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings

from core.styles.authoring.steps import MOST_KEPT
from core.styles.authoring.store import DRAFTS
from ui.controllers.styling import StyleController
from ui.controllers.tasks import Tasks


def _controller(project: FakeProject, memory: QSettings) -> StyleController:
    """Return the controller as a start of the program makes it."""
    return StyleController(project, Tasks(), memory)  # type: ignore[arg-type]


def _label(styling: StyleController) -> str:
    step = styling.undo_step()
    return step.label if step else ""


@pytest.fixture
def edited(project: FakeProject, memory: QSettings) -> StyleController:
    """Return a controller with a draft whose size was changed three times, once taken back."""
    styling = _controller(project, memory)
    styling.edit_copy(styling.styles()[0])
    for size in (60.0, 70.0, 80.0):
        styling.change("captions", "size", size, "Size")
    styling.undo()
    styling.flush()
    return styling


def test_steps_are_taken_back_and_done_again_after_a_restart(
    edited: StyleController, project: FakeProject, memory: QSettings
) -> None:
    again = _controller(project, memory)
    assert again.draft is None
    assert _label(again) == "Size of “Clean copy”"
    again.redo()
    assert again.draft is not None
    assert again.draft.captions.size == 80.0
    for size in (70.0, 60.0):
        again.undo()
        assert again.draft.captions.size == size
    again.undo()
    assert again.draft == edited.drafts()[0].model_copy(update={"captions": again.draft.captions})
    assert not _label(again)
    again.flush()
    assert again.drafts()[0].captions.size == again.draft.captions.size


def test_steps_of_a_draft_that_is_gone_or_was_changed_elsewhere_are_forgotten(
    edited: StyleController, project: FakeProject, memory: QSettings
) -> None:
    assert edited.draft is not None
    elsewhere = edited.draft.captions.model_copy(update={"size": 99.0})
    project.style_work.save(edited.draft.model_copy(update={"captions": elsewhere}))
    assert not _label(_controller(project, memory))
    project.style_work.save(edited.draft)
    assert _label(_controller(project, memory))
    edited.discard(edited.draft.name)
    again = _controller(project, memory)
    assert not _label(again)
    assert again.redo_step() is None


def test_what_can_not_be_read_costs_nothing_but_the_steps(
    edited: StyleController, project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    file = next(tmp_path.rglob(f"{DRAFTS}/steps.json"))
    file.write_text("{")
    again = _controller(project, memory)
    assert not _label(again)
    assert [draft.title for draft in again.drafts()] == ["Clean copy"]


def test_the_oldest_steps_are_let_go(project: FakeProject, memory: QSettings) -> None:
    styling = _controller(project, memory)
    styling.edit_copy(styling.styles()[0])
    for size in range(MOST_KEPT + 10):
        styling.change("captions", "size", 40.0 + size, "Size")
    styling.flush()
    again = _controller(project, memory)
    for _ in range(MOST_KEPT):
        again.undo()
    assert again.draft is not None
    assert again.draft.captions.size == 49.0
    assert again.undo_step() is None
