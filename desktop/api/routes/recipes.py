"""Recipes: choices of a run that are saved under a name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException
from pydantic import Field

from core.recipes import made
from core.schema.recipe import Recipe, RecipeList
from core.schema.run import RunOptions
from desktop.api.given import Finite, OpenProject, Wish

ROUTER = APIRouter(prefix="/recipes", tags=["recipes"])


class NewRecipe(Wish):
    """A name and choices; `replaces` one of the same name."""

    name: str = Field(min_length=1, max_length=80)
    note: str = Field(default="", max_length=2000)
    options: Annotated[RunOptions, Finite] = RunOptions()
    replaces: bool = False


@ROUTER.get("")
async def recipes(project: OpenProject) -> RecipeList:
    """List all recipes, and the files that are none."""
    return project.recipes.all()


@ROUTER.post("", status_code=201)
async def save(wish: NewRecipe, project: OpenProject) -> Recipe:
    """Save a recipe."""
    project.recipes.save(made(wish.name, wish.options, wish.note), wish.replaces)
    return project.recipes.get(wish.name)


@ROUTER.get("/{name}")
async def recipe(name: str, project: OpenProject) -> Recipe:
    """Return one recipe."""
    _check(name, project)
    return project.recipes.get(name)


@ROUTER.delete("/{name}", status_code=204)
async def remove(name: str, project: OpenProject) -> None:
    """Remove a recipe; runs that were made with it stay as they are."""
    _check(name, project)
    project.recipes.remove(name)


def _check(name: str, project: OpenProject) -> None:
    if not project.recipes.has(name):
        raise HTTPException(404, f"There is no recipe {name}.")
