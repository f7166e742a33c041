"""What new runs begin with: choices of their own, or those of a recipe; and the recipes of the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from core.errors import ShortlistError
from core.recipes import made, of_run
from core.schema.recipe import NAME_CHARACTERS, BrokenRecipe, Recipe
from core.schema.run import RunOptions
from ui.controllers.library import LibraryController
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project

_OPTIONS, _RECIPE = "run_options", "recipe"


class RecipeController(QObject):
    """Keeps recipes as files of the workspace, and lends the library the options of new runs.

    Signals:
        changed(): There are other recipes, or new runs begin with other choices.
        saved(Recipe), removed(str): A recipe was kept, or forgotten, as the user asked.
        written(str, Path): A recipe, by its name, was written to a file of the user's.
        refused(str): What was asked for last could not be done, and why.
    """

    changed = Signal()
    saved = Signal(object)
    removed = Signal(str)
    written = Signal(str, object)
    refused = Signal(str)

    def __init__(
        self,
        project: Project,
        library: LibraryController,
        tasks: Tasks,
        memory: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._library = library
        self._tasks = tasks
        self._memory = memory
        self._own = self._recalled()
        self._found = project.recipes.all()
        self._take_up(str(memory.value(_RECIPE, "")))

    # What there is

    def recipes(self) -> tuple[Recipe, ...]:
        """Return the recipes by name."""
        return self._found.recipes

    def broken(self) -> tuple[BrokenRecipe, ...]:
        """Return the files among the recipes that can't be used, and why."""
        return self._found.broken

    def named(self, name: str) -> Recipe | None:
        """Return a recipe by its name, None where there is none."""
        return next((recipe for recipe in self.recipes() if recipe.name == name), None)

    @property
    def chosen(self) -> str:
        """The name of the recipe that new runs begin with, empty where they begin with choices of their own."""
        return self._library.options.recipe

    def destinations(self) -> tuple[str, ...]:
        """Return the names of the places that files can be published to."""
        return tuple(each.name for each in self._project.publications.destinations)

    def from_run(self, run_id: str) -> Recipe | None:
        """Return a recipe of what a run was made with, under a name that is free; it is not kept yet."""
        run = self._library.run(run_id)
        if run is None:
            return None
        stem = run.options.recipe or Path(run.source_name).stem or run.source_name
        return of_run(self._free_name(stem[:NAME_CHARACTERS].strip() or "1"), run)

    def new(self) -> Recipe:
        """Return a recipe of what new runs begin with, under a name that is free; it is not kept yet."""
        return made(self._free_name(tr("New recipe")), self._library.options)

    def can_run_again(self, run_id: str) -> bool:
        """Whether a run was made with a recipe that there still is."""
        run = self._library.run(run_id)
        return run is not None and self.named(run.options.recipe) is not None

    def run_again(self, run_id: str) -> None:
        """Work on a run's source once more, with the recipe that it was made with as that is now."""
        run = self._library.run(run_id)
        recipe = self.named(run.options.recipe) if run is not None else None
        if recipe is not None:
            self._library.run_again(run_id, recipe.options.model_copy(update={"recipe": recipe.name}))

    # What new runs begin with

    def use_own(self, options: RunOptions) -> None:
        """Let new runs begin with these choices, and remember them."""
        self._own = self._to_remember(options.model_copy(update={"recipe": ""}))
        self._memory.setValue(_OPTIONS, self._own.model_dump_json())
        self.choose("")

    def choose(self, name: str) -> None:
        """Let new runs begin with a recipe, where the name is empty with the user's own choices; remember."""
        self._take_up(name)
        self._memory.setValue(_RECIPE, self.chosen)
        self.changed.emit()

    def own(self) -> RunOptions:
        """Return the user's own choices, whatever recipe is chosen."""
        return self._own

    def _take_up(self, name: str) -> None:
        recipe = self.named(name)
        if recipe is None:
            self._library.options = self._own
        else:
            self._library.options = recipe.options.model_copy(update={"recipe": recipe.name})

    def _recalled(self) -> RunOptions:
        kept = str(self._memory.value(_OPTIONS, ""))
        if kept:
            try:
                return RunOptions.model_validate_json(kept)
            except ValueError:
                # Written by another version: the defaults serve.
                self._memory.remove(_OPTIONS)
        return RunOptions()

    def _to_remember(self, options: RunOptions) -> RunOptions:
        """Return options that outlive the workspace: a recipe's music is named by its place in that."""
        music = options.sound.music
        if music is None or music.file.is_absolute():
            return options
        whole = music.model_copy(update={"file": self._project.folder / music.file})
        return options.model_copy(update={"sound": options.sound.model_copy(update={"music": whole})})

    # Changing them

    def load(self) -> None:
        """Look for recipes that another program wrote meanwhile."""
        self._tasks.start(self._load(), QT_TR_NOOP("Could not read the recipes."))

    def save(self, name: str, options: RunOptions, note: str = "", before: str = "") -> None:
        """Keep a recipe, in place of the one that was called `before`; `saved` or `refused` tells."""
        self._tasks.start(self._save(name, options, note, before), QT_TR_NOOP("Could not save the recipe."))

    def duplicate(self, name: str) -> None:
        """Keep a copy of a recipe under a name that is free."""
        if (recipe := self.named(name)) is not None:
            copied = tr("{name} (copy)").format(name=name)
            self.save(self._free_name(copied), recipe.options, recipe.note)

    def remove(self, name: str) -> None:
        """Forget a recipe, or a broken file by its name; runs that used it keep its choices."""
        self._tasks.start(self._remove(name), QT_TR_NOOP("Could not remove the recipe."))

    def put_back(self, recipe: Recipe) -> None:
        """Keep a recipe again that was removed."""
        self.save(recipe.name, recipe.options, recipe.note)

    def export_to(self, name: str, file: Path) -> None:
        """Write a recipe to a file of the user's."""
        self._tasks.start(self._export(name, file), QT_TR_NOOP("Could not write the recipe."))

    def take(self, file: Path) -> None:
        """Take a recipe from a file, under a name that is free; `saved` or `refused` tells."""
        self._tasks.start(self._take(file), QT_TR_NOOP("Could not read the recipe."))

    async def _remove(self, name: str) -> None:
        try:
            await self._tasks.in_thread(self._project.recipes.remove, name)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
        else:
            self.removed.emit(name)
        await self._load()

    async def _export(self, name: str, file: Path) -> None:
        try:
            await self._tasks.in_thread(self._project.recipes.export, name, file)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
        else:
            self.written.emit(name, file)

    async def _load(self, chosen: str | None = None) -> None:
        self._found = await self._tasks.in_thread(self._project.recipes.all)
        self.choose(self.chosen if chosen is None else chosen)

    async def _save(self, name: str, options: RunOptions, note: str, before: str) -> None:
        chosen = self.chosen
        try:
            options = await self._with_kept_music(options)
            recipe = made(name, options, note)
            if before and before != recipe.name:
                await self._tasks.in_thread(self._project.recipes.rename, before, recipe.name)
            await self._tasks.in_thread(self._project.recipes.save, recipe, bool(before))
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        await self._load(recipe.name if before and chosen == before else chosen)
        self.saved.emit(recipe)

    async def _take(self, file: Path) -> None:
        recipes = self._project.recipes
        try:
            recipe = await self._tasks.in_thread(recipes.read, file)
            name = self._free_name(recipe.name)
            recipe = await self._tasks.in_thread(recipes.take, file, name)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        await self._load()
        self.saved.emit(recipe)

    async def _with_kept_music(self, options: RunOptions) -> RunOptions:
        """Return options whose music is a copy of the workspace's own: a recipe serves when its file is gone."""
        given = options.sound.music
        if given is None or not given.file.is_absolute():
            return options
        kept = await self._project.keep_music(given.file)
        music = given.model_copy(update={"file": kept.file, "title": given.title or kept.title})
        return options.model_copy(update={"sound": options.sound.model_copy(update={"music": music})})

    def _free_name(self, wanted: str) -> str:
        """Return a name that no recipe has, with a number behind it where that is needed."""
        taken = {recipe.name.casefold() for recipe in self.recipes()}
        name, number = wanted[:NAME_CHARACTERS].strip(), 1
        while name.casefold() in taken:
            number += 1
            ending = f" {number}"
            name = wanted[: NAME_CHARACTERS - len(ending)].strip() + ending
        return name
