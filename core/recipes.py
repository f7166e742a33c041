"""Recipes of a workspace: one file each in its folder `recipes`, to be read, copied and handed on.

A file that can't be used is told with its reason, and costs no other recipe.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from core.errors import ExportError, RecipeError
from core.export.naming import file_name, names_in
from core.export.publish import check_wishes
from core.export.saving import save_file
from core.schema.recipe import BrokenRecipe, Recipe, RecipeList
from core.schema.run import SOURCE_FIELD, RunOptions, RunRecord

FOLDER = "recipes"
# What a recipe delivers to where nothing else is said.
USUAL_FOLDER = f"exports/{SOURCE_FIELD}"
_SUFFIX = ".json"
_MOST_BYTES = 1_000_000


class Recipes:
    """The recipes of the workspace in a folder. Names that differ in letter case alone are the same name."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._folder = workspace / FOLDER

    def all(self) -> RecipeList:
        """Return all recipes by name, and the files that can't be used."""
        found, broken = self._read_all()
        recipes = sorted(found.values(), key=lambda each: (_identity(each.name), each.name))
        return RecipeList(recipes=tuple(recipes), broken=tuple(broken))

    def get(self, name: str) -> Recipe:
        """Return a recipe by its name.

        Raises:
            RecipeError: There is none, or its file is broken.
        """
        found, broken = self._read_all()
        for recipe in found.values():
            if _identity(recipe.name) == _identity(name):
                return recipe
        for each in broken:
            if _identity(each.file.stem) == _identity(name):
                raise RecipeError(each.reason, str(each.file), remedy="Mend the file, or remove it.")
        known = ", ".join(sorted(recipe.name for recipe in found.values()))
        remedy = f"Known ones: {known}." if known else "Save one first: main.py recipes save NAME"
        raise RecipeError(f"There is no recipe “{name}”.", remedy=remedy)

    def has(self, name: str) -> bool:
        """Whether there is a recipe of that name."""
        return self._file_of(name) is not None

    def save(self, recipe: Recipe, replaces: bool = False) -> Path:
        """Keep a recipe and return its file.

        Raises:
            RecipeError: There is one of that name, and it is not to be replaced.
            ExportError: The file can't be written.
            DiskFullError: There is no space left.
        """
        file = self._file_of(recipe.name)
        if file is not None and not replaces:
            reason = f"There is a recipe “{recipe.name}” already."
            raise RecipeError(reason, str(file), remedy="Choose another name, or replace it.")
        return self._write(recipe, file or self._free_file(recipe.name))

    def remove(self, name: str) -> None:
        """Forget a recipe, also one whose file is broken; runs that used it keep its choices.

        Raises:
            RecipeError: There is none, or its file can't be removed.
        """
        file = self._file_of(name) or self._broken_file(name)
        if file is None:
            self.get(name)
            return
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise RecipeError(f"The recipe can't be removed ({error.strerror}).", str(file)) from error

    def rename(self, name: str, new_name: str) -> Recipe:
        """Give a recipe another name, and return it.

        Raises:
            RecipeError: There is none of that name, one of the new name, or the new name can't be used.
        """
        before = self.get(name)
        after = made(new_name, before.options, before.note)
        taken = self._file_of(new_name)
        old = self._file_of(name)
        if taken is not None and taken != old:
            reason = f"There is a recipe “{new_name}” already."
            raise RecipeError(reason, str(taken), remedy="Choose another name.")
        written = self._write(after, self._free_file(new_name))
        if old is not None and old != written:
            old.unlink(missing_ok=True)
        return after

    def export(self, name: str, file: Path) -> Path:
        """Write a recipe to a file of the user's; music is named by where it lies in the workspace.

        Raises:
            RecipeError: There is no such recipe.
            ExportError: The file can't be written.
            DiskFullError: There is no space left.
        """
        return self._write(self._with_music_from_here(self.get(name)), file)

    def read(self, file: Path) -> Recipe:
        """Return the recipe in a file of the user's; it is not taken yet.

        Raises:
            RecipeError: The file is no recipe.
        """
        return read_recipe(file)

    def take(self, file: Path, name: str = "", replaces: bool = False) -> Recipe:
        """Take a recipe from a file of the user's, under another name where one is given, and return it.

        Raises:
            RecipeError: The file is no recipe, or there is one of its name.
        """
        recipe = read_recipe(file)
        if name:
            recipe = made(name, recipe.options, recipe.note)
        self.save(recipe, replaces)
        return recipe

    def _read_all(self) -> tuple[dict[Path, Recipe], list[BrokenRecipe]]:
        found: dict[Path, Recipe] = {}
        broken: list[BrokenRecipe] = []
        owners: dict[str, Path] = {}
        for file in sorted(self._folder.glob(f"*{_SUFFIX}")) if self._folder.is_dir() else ():
            try:
                recipe = read_recipe(file)
            except RecipeError as error:
                broken.append(BrokenRecipe(file=file, reason=error.reason))
                continue
            owner = owners.setdefault(_identity(recipe.name), file)
            if owner == file:
                found[file] = recipe
            else:
                reason = f"It has the name “{recipe.name}”, which is that of {owner.name}."
                broken.append(BrokenRecipe(file=file, reason=reason))
        return found, broken

    def _file_of(self, name: str) -> Path | None:
        found, _ = self._read_all()
        return next((file for file, each in found.items() if _identity(each.name) == _identity(name)), None)

    def _broken_file(self, name: str) -> Path | None:
        _, broken = self._read_all()
        wanted = {_identity(name), _identity(name.removesuffix(_SUFFIX))}
        return next((each.file for each in broken if _identity(each.file.stem) in wanted), None)

    def _free_file(self, name: str) -> Path:
        return self._folder / file_name("{name}", {"name": name}, _SUFFIX, names_in(self._folder))

    def _with_music_from_here(self, recipe: Recipe) -> Recipe:
        music = recipe.options.sound.music
        if music is None or music.file.is_absolute():
            return recipe
        sound = recipe.options.sound.model_copy(
            update={"music": music.model_copy(update={"file": self._workspace / music.file})}
        )
        return recipe.model_copy(update={"options": recipe.options.model_copy(update={"sound": sound})})

    def _write(self, recipe: Recipe, file: Path) -> Path:
        def write(stream: BinaryIO) -> None:
            stream.write(f"{recipe.to_json()}\n".encode())

        return save_file(file, write)


def read_recipe(file: Path) -> Recipe:
    """Read a recipe from its file.

    Raises:
        RecipeError: It can't be read, or is none.
    """
    remedy = "Mend the file, or remove it."
    try:
        with file.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise RecipeError(f"The recipe can't be read ({error.strerror}).", str(file), remedy=remedy) from error
    if len(content) > _MOST_BYTES:
        raise RecipeError("This is too long for a recipe.", str(file), remedy=remedy)
    try:
        return Recipe.from_json(content)
    except ValidationError as error:
        raise RecipeError(_first_problem(error), str(file), remedy=remedy) from error


def made(name: str, options: RunOptions, note: str = "") -> Recipe:
    """Return a recipe of what fits every source in a run's options.

    Raises:
        RecipeError: The name can't be used, or the options contradict each other or ask for what is not known.
    """
    kept = options.model_copy(update={"transcript": "", "recipe": ""})
    try:
        check_wishes(kept.sidecars, kept.name_template)
    except ExportError as error:
        raise RecipeError(error.reason, remedy=error.remedy) from error
    try:
        return Recipe(name=name.strip(), note=note, options=kept)
    except ValidationError as error:
        raise RecipeError(_first_problem(error)) from error


def of_run(name: str, run: RunRecord, note: str = "") -> Recipe:
    """Return a recipe of a run's choices; a folder that was called after its source is one for each source.

    Raises:
        RecipeError: The name can't be used.
    """
    folder = run.options.deliver_to
    if folder and Path(folder).name == run.source_name:
        folder = str(Path(folder).parent / SOURCE_FIELD)
    options = run.options.model_copy(update={"deliver_to": folder, "style": run.style_pin or run.options.style})
    return made(name, options, note)


def for_source(options: RunOptions, source_name: str) -> RunOptions:
    """Return options whose folder has the source's name where it asks for it."""
    if SOURCE_FIELD not in options.deliver_to:
        return options
    name = file_name("{name}", {"name": source_name}, "")
    return options.model_copy(update={"deliver_to": options.deliver_to.replace(SOURCE_FIELD, name)})


def _identity(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()).strip()


def _first_problem(error: ValidationError) -> str:
    """Return what is wrong with a recipe in a sentence that names the place."""
    problems = error.errors(include_url=False, include_context=False)
    first = problems[0]
    where = ".".join(str(part) for part in first["loc"])
    what = first["msg"].removeprefix("Value error, ")
    more = f" ({len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"This is no recipe that can be used: {where + ': ' if where else ''}{what}{more}."
