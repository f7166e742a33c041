"""A recipe: the choices of a run under a name, to be used for other sources."""

import math
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from core.schema.record import Record
from core.schema.run import RunOptions

NAME_CHARACTERS = 80


class Recipe(Record):
    """Choices to be made again. `options` hold what fits every source; what belongs to one, its transcript, is not
    in them. `format` and `version` say what a file is, for whoever finds it.
    """

    format: Literal["shortlist-recipe"] = "shortlist-recipe"
    version: Literal[1] = 1
    name: str = Field(min_length=1, max_length=NAME_CHARACTERS)
    note: str = Field(default="", max_length=2000)
    options: RunOptions = RunOptions.by_default()

    @field_validator("name")
    @classmethod
    def _is_one_line(cls, name: str) -> str:
        if name != name.strip() or not name.isprintable():
            raise ValueError("a name is one line of letters, without spaces at its ends")
        return name

    @model_validator(mode="after")
    def _can_be_followed(self) -> Self:
        options = self.options
        if not (math.isfinite(options.min_seconds) and math.isfinite(options.max_seconds)):
            raise ValueError("the lengths of clips must be numbers of seconds")
        if options.max_seconds < options.min_seconds:
            raise ValueError("the longest clip is shorter than the shortest")
        if options.transcript or options.recipe:
            raise ValueError("a recipe fits every source: it holds no transcript and names no other recipe")
        return self


class BrokenRecipe(Record):
    """A file among the recipes that can't be used, and why in a sentence."""

    file: Path
    reason: str


class RecipeList(Record):
    """All recipes of a workspace by their names, and the files that are none."""

    recipes: tuple[Recipe, ...] = ()
    broken: tuple[BrokenRecipe, ...] = ()
