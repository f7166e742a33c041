"""A recipe in a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.schema.recipe import Recipe
from ui.widgets.timecode import number
from ui.wording import tr


def recipe_words(recipe: Recipe, titles: Mapping[str, str], doubts: Sequence[str] = ()) -> str:
    """Return what a recipe does in a line, what it is for where that is said, and what is odd about it.

    `titles` are what styles are called, by their names.
    """
    options = recipe.options
    style = options.style.partition("@")[0]
    parts = [
        titles.get(style, style),
        ", ".join(options.aspects),
        tr("{least} to {most} s").format(
            least=number(options.min_seconds, 0), most=number(options.max_seconds, 0)
        ),
        tr("%n clips", "", options.top),
    ]
    if options.auto_approve and options.deliver_to:
        parts.append(_at_once(recipe))
    parts += [tr("to {name}", "a destination").format(name=name) for name in options.publish_to]
    return "\n".join(filter(None, (" · ".join(parts), recipe.note, *doubts)))


def _at_once(recipe: Recipe) -> str:
    options = recipe.options
    most = options.approve_at_most or options.top
    if options.approve_from:
        told = tr("files of the best %n from score {score} at once", "clips", most)
        return told.format(score=number(options.approve_from, 0))
    return tr("files of the best %n at once", "clips", most)
