"""Two clients' workspaces, driven in turn by one process in any order, never hold a trace of each other."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QSettings

from core import editing
from core.project import Project
from core.schema.destination import Destination
from core.schema.recipe import Recipe
from core.schema.run import RunOptions
from core.spaces.making import create
from core.spaces.packing import pack
from core.spaces.unpacking import unpack
from core.styles.authoring.publishing import publish
from core.styles.package import read_package
from desktop import settings as our_settings
from desktop.preferences import SettingsFile
from desktop.window_memory import memory_of
from tests.instant_project import ThreadExecutor, at_rest, use_instant_stages, write_sound

# A word that only one of them knows.
CLIENTS = ("acmerocket", "zoeblume")
_CLIENT = st.sampled_from(CLIENTS)


class TwoClients(RuleBasedStateMachine):
    """What people do in one workspace and then in the other."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="two clients "))
        os.environ["SHORTLIST_HOME"] = str(self.root / "home")
        self.number = 0
        for client in CLIENTS:
            create(self.folder(client), f"The client {client}")
            (self.root / f"media {client}").mkdir()

    def folder(self, client: str) -> Path:
        """Return the folder of a client's workspace."""
        return self.root / client

    def teardown(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.root)

    def _with(self, client: str, work: Callable[[Project], Coroutine[None, None, None]]) -> None:
        async def scene() -> None:
            folder = self.folder(client)
            given = our_settings.configuration(our_settings.load_settings(folder))
            project = await Project.open(folder, given, ThreadExecutor())
            try:
                await work(project)
            finally:
                await project.close()

        asyncio.run(scene())

    @rule(client=_CLIENT)
    def works_on_an_episode(self, client: str) -> None:
        """Import a source with a vocabulary, decide, and write."""
        self.number += 1
        media = write_sound(self.root / f"media {client}" / f"{client} {self.number}.wav", self.number)

        async def work(project: Project) -> None:
            source = await project.import_source(media)
            run_id = await project.start_run(source.id, RunOptions(aspects=("1:1",), vocabulary=client))
            await at_rest(project)
            clip = project.clips(run_id)[0]
            await project.edit(run_id, f"as {client} likes it", [editing.set_hook(clip, f"By {client}")])
            await project.edit(run_id, "approve", [editing.set_decision(project.clips(run_id)[0], "approved")])
            await project.undo(run_id)

        self._with(client, work)

    @rule(client=_CLIENT)
    def looks_at_all_of_it(self, client: str) -> None:
        """Search for the other, and read what there is."""
        other = next(each for each in CLIENTS if each != client)

        async def work(project: Project) -> None:
            found = await project.search(other)
            assert other not in found.model_dump_json().replace(f'"{other}"', "")
            told = [run.model_dump_json() for run in project.runs()]
            told += [clip.model_dump_json() for run in project.runs() for clip in project.clips(run.id)]
            told += [recipe.model_dump_json() for recipe in project.recipes.all().recipes]
            told += [str(each) for each in project.configuration.destinations]
            assert not [text for text in told if other in text]

        self._with(client, work)

    @rule(client=_CLIENT)
    def keeps_a_recipe(self, client: str) -> None:
        """Save a set of choices."""

        async def work(project: Project) -> None:
            project.recipes.save(Recipe(name=f"As {client} has it"), replaces=True)

        self._with(client, work)

    @rule(client=_CLIENT)
    def publishes_a_style(self, client: str) -> None:
        """Publish a style of the client's."""
        self.number += 1
        draft = self.root / f"draft {client} {self.number}"
        draft.mkdir()
        (draft / "style.toml").write_text(f'name = "{client}-look"\ntitle = "{client} {self.number}"\n')
        publish(read_package(draft), our_settings.styles_folder(our_settings.load_settings(self.folder(client))))

    @rule(client=_CLIENT)
    def sets_a_destination(self, client: str) -> None:
        """Say where clips go."""
        where = Destination(name=f"of {client}", kind="folder", folder=f"/shares/{client}")
        SettingsFile(self.folder(client)).keep_destination(where, None)

    @rule(client=_CLIENT)
    def is_remembered_by_the_window(self, client: str) -> None:
        """Type a vocabulary and a folder."""
        of_user = QSettings(str(self.root / "home" / "window.ini"), QSettings.Format.IniFormat)
        memory = memory_of(self.folder(client), of_user)
        memory.setValue("run_options", RunOptions(vocabulary=client).model_dump_json())
        memory.setValue("export_folder", f"/clips/{client}")
        memory.setValue("theme", "dark")
        memory.sync()

    @rule(client=_CLIENT)
    def goes_to_another_machine_and_back(self, client: str) -> None:
        """Export the workspace, and go on with the import."""
        file = self.root / f"{client}.shortlistspace"
        pack(self.folder(client), file)
        shutil.rmtree(self.folder(client))
        unpack(file, self.folder(client))
        file.unlink()

    @invariant()
    def no_trace_of_the_other(self) -> None:
        """No file of one holds the other's word, and none that both use holds any."""
        for client, other in (CLIENTS, reversed(CLIENTS)):
            assert not _files_with(self.folder(client), other)
        for client in CLIENTS:
            assert not _files_with(self.root / "home", client)


def _files_with(folder: Path, word: str) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return [path for path in files if word in path.name or word.encode() in path.read_bytes()]


@pytest.mark.parametrize(("examples", "steps"), [(3, 8), pytest.param(60, 40, marks=pytest.mark.soak)])
def test_two_clients_never_see_each_other(monkeypatch: pytest.MonkeyPatch, examples: int, steps: int) -> None:
    use_instant_stages(monkeypatch)
    monkeypatch.setenv("SHORTLIST_HOME", "")
    run_state_machine_as_test(
        TwoClients,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
