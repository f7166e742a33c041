"""Two clients' workspaces, driven in turn by one process in any order, never hold a trace of each other."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QSettings

from core import editing
from core.errors import StyleError
from core.pipeline.stage import StageContext
from core.project import Project
from core.schema.destination import Destination
from core.schema.learning import AxisWeights
from core.schema.recipe import Recipe
from core.schema.run import RunOptions
from core.schema.source import Source
from core.schema.transcript import Transcript
from core.spaces.making import create
from core.spaces.packing import pack
from core.spaces.unpacking import unpack
from core.styles.authoring.publishing import publish
from core.styles.package import read_package
from desktop import settings as our_settings
from desktop.preferences import SettingsFile
from desktop.window_memory import memory_of
from tests import instant_stages
from tests.core.finetune.talks import talk
from tests.instant_project import ThreadExecutor, at_rest, use_instant_stages, write_sound

# A word that only one of them knows, and the style that only one of them has.
CLIENTS = ("acmerocket", "zoeblume")
_CLIENT = st.sampled_from(CLIENTS)
DECISIONS = ("approved", "rejected")
# Few, so that both have the same content under names of their own, and one has it twice.
_CONTENT = st.integers(1, 4)


def _said(context: StageContext, given: instant_stages.Given) -> Transcript:
    """Return a talk in which the client's word is said, as its file is named."""
    name = cast(Source, given[Source]).path.stem.split()[0]
    return talk(
        ("Ben", f"What did you tell the people of {name} then?"), ("Ana", "That we had no money left at all.")
    )


class TwoClients(RuleBasedStateMachine):
    """What people do in one workspace and then in the other."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="two clients "))
        os.environ["SHORTLIST_HOME"] = str(self.root / "home")
        # Else a model of 1 MB would be fetched into each home by pip, or waited for where there is no network.
        our_settings.save_settings(our_settings.Settings(may_download=False))
        self.number = 0
        self.weights = dict.fromkeys(CLIENTS, 1.0)
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

    @rule(client=_CLIENT, content=_CONTENT)
    def works_on_an_episode(self, client: str, content: int) -> None:
        """Import a source with a vocabulary, in the client's style if there is one, decide, and write."""
        media = write_sound(self.root / f"media {client}" / f"{client} {content}.wav", content)

        async def work(project: Project) -> None:
            source = await project.import_source(media)
            own = {style.name for style in project.styles()} & {_style(client)}
            options = RunOptions(aspects=("1:1",), vocabulary=client, style=own.pop() if own else "clean")
            run_id = await project.start_run(source.id, options)
            await at_rest(project)
            clip = project.clips(run_id)[0]
            await project.edit(run_id, f"as {client} likes it", [editing.set_hook(clip, f"By {client}")])
            await project.edit(run_id, "approve", [editing.set_decision(project.clips(run_id)[0], "approved")])
            await project.undo(run_id)

        self._with(client, work)

    @rule(client=_CLIENT)
    def looks_at_all_of_it(self, client: str) -> None:
        """Search for the client's word and for the other's, and read what there is."""
        other = _other(client)

        async def work(project: Project) -> None:
            found = await project.search(other)
            assert other not in found.model_dump_json().replace(f'"{other}"', "")
            assert not found.hits or found.is_loose or found.respelled
            own = await project.search(client)
            assert {hit.source_id for hit in own.hits} == {run.source_id for run in project.runs()}
            told = [run.model_dump_json() for run in project.runs()]
            told += [style.model_dump_json() for style in project.styles()]
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
        (draft / "style.toml").write_text(f'name = "{_style(client)}"\ntitle = "{client} {self.number}"\n')
        publish(read_package(draft), our_settings.styles_folder(our_settings.load_settings(self.folder(client))))

    @rule(client=_CLIENT)
    def reaches_for_the_style_of_the_other(self, client: str) -> None:
        """Ask for a run, and for another dress of one, in a style that only the other has."""
        style = _style(_other(client))

        async def work(project: Project) -> None:
            for run in project.runs()[:1]:
                with pytest.raises(StyleError):
                    await project.start_run(run.source_id, RunOptions(style=style))
                with pytest.raises(StyleError):
                    await project.replay(run.id, style=style)

        self._with(client, work)

    @rule(client=_CLIENT, weight=st.sampled_from((0.0, 0.5, 2.0)))
    def learns(self, client: str, weight: float) -> None:
        """Decide on every clip of the latest run, and weigh an axis."""

        async def work(project: Project) -> None:
            for run in project.runs()[:1]:
                clips = project.clips(run.id)
                decided = [
                    editing.set_decision(clip, decision) for clip, decision in zip(clips, DECISIONS, strict=False)
                ]
                await project.edit(run.id, "decide", decided)
            project.taste.set_weights(AxisWeights(weights={"hook": weight}))
            await project.taste.settled()

        self.weights[client] = weight
        self._with(client, work)

    @rule(client=_CLIENT)
    def has_learned_of_its_own_alone(self, client: str) -> None:
        """Look at what the ranking learns from: decisions on clips of this workspace, and weights set in it."""

        async def work(project: Project) -> None:
            taste, runs = project.taste, {run.id for run in project.runs()}
            decided = {clip.id for run_id in runs for clip in project.clips(run_id) if clip.decision in DECISIONS}
            assert {example.clip_id for example in taste.examples()} == decided
            assert {example.run_id for example in taste.examples()} <= runs
            assert taste.weights.of("hook") == self.weights[client]

        self._with(client, work)

    @rule(client=_CLIENT)
    def exports(self, client: str) -> None:
        """Approve a clip of the latest run, and have its file made in the client's folder."""
        folder = self.root / f"clips {client}"

        async def work(project: Project) -> None:
            for run in project.runs()[:1]:
                clip = project.clips(run.id)[0]
                await project.edit(run.id, "approve", [editing.set_decision(clip, "approved")])
                await project.export(run.id, [clip.id], ["1:1"], folder)
                await at_rest(project)
                made = [output for output in project.outputs(run.id) if output.clip_id == clip.id]
                assert made and all(output.state == "rendered" for output in made), made
                assert all(file.is_relative_to(folder) for output in made for file in output.files)

        self._with(client, work)

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
            for folder in (self.folder(client), self.root / f"clips {client}"):
                assert not _files_with(folder, other)
        for client in CLIENTS:
            assert not _files_with(self.root / "home", client)


def _other(client: str) -> str:
    return next(each for each in CLIENTS if each != client)


def _style(client: str) -> str:
    return f"{client}-look"


def _files_with(folder: Path, word: str) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    return [path for path in files if word in path.name or word.encode() in path.read_bytes()]


@pytest.mark.parametrize(("examples", "steps"), [(3, 8), pytest.param(60, 40, marks=pytest.mark.soak)])
def test_two_clients_never_see_each_other(monkeypatch: pytest.MonkeyPatch, examples: int, steps: int) -> None:
    use_instant_stages(monkeypatch)
    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", _said)
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
