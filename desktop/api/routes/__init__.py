"""What can be asked for, a subject a module, in the order in which the document lists them."""

from __future__ import annotations

from fastapi import APIRouter

from desktop.api.routes import clips, costs, events, exports, offers, queue, recipes, runs, search, sources, status

ROUTERS: tuple[APIRouter, ...] = (
    status.ROUTER,
    sources.ROUTER,
    runs.ROUTER,
    clips.ROUTER,
    exports.ROUTER,
    search.ROUTER,
    offers.ROUTER,
    recipes.ROUTER,
    queue.ROUTER,
    costs.ROUTER,
    events.ROUTER,
)
