"""Menus of what is done to all clips that are selected, or else to the clip in hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from core.schema.choice import ASPECTS
from ui.controllers.review import ReviewController
from ui.controllers.triage import TriageController
from ui.wording import tr


def fill_styles(menu: QMenu, triage: TriageController, review: ReviewController) -> None:
    """Fill a menu with the styles; the one that all clips wear is ticked."""
    menu.clear()
    worn = {clip.style.partition("@")[0] for clip in triage.clips()}
    for style in review.styles():
        entry = menu.addAction(style.title or style.name, partial(triage.set_style, style.pin))
        entry.setCheckable(True)
        entry.setChecked(worn == {style.name})


def fill_shapes(menu: QMenu, triage: TriageController) -> None:
    """Fill a menu with the shapes that clips go out in; those that all clips have are ticked."""
    menu.clear()
    clips = triage.clips()
    shared = set(ASPECTS).intersection(*(clip.aspects for clip in clips)) if clips else set()
    asked = menu.addAction(tr("As the export asks"), partial(triage.set_aspects, ()))
    asked.setCheckable(True)
    asked.setChecked(bool(clips) and not any(clip.aspects for clip in clips))
    menu.addSeparator()
    for aspect in ASPECTS:
        entry = menu.addAction(aspect, partial(triage.set_aspects, shared ^ {aspect}))
        entry.setCheckable(True)
        entry.setChecked(aspect in shared)


def make_menu(triage: TriageController, review: ReviewController, menu: QMenu) -> None:
    """Fill the menu of a list of clips."""
    menu.addAction(tr("Approve"), partial(triage.decide, "approved", goes_on=False))
    menu.addAction(tr("Maybe"), partial(triage.decide, "maybe", goes_on=False))
    menu.addAction(tr("Reject"), partial(triage.decide, "rejected", goes_on=False))
    menu.addSeparator()
    fill_styles(menu.addMenu(tr("Style")), triage, review)
    fill_shapes(menu.addMenu(tr("Shapes")), triage)
