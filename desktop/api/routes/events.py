"""What happens, as it happens: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel

from core.pipeline.events import Event
from desktop.api.given import OpenProject

ROUTER = APIRouter(tags=["events"])
# Who reads slower than this many events come is told that some are lost, and asks for records anew.
_MOST_WAITING = 10_000
LOST = "EventsLost"


@ROUTER.get("/events", response_class=EventSourceResponse)
async def events(project: OpenProject, run_id: str = "") -> AsyncIterator[ServerSentEvent]:
    """Tell what happens from now on, of one run where it is named.

    `event` is the kind: RunChanged, JobChanged, JobProgressed, OutputChanged, ClipsChanged, LogWritten and others;
    `data` its fields. The first is `Listening`. After `EventsLost` ask for records anew.
    """
    waiting: asyncio.Queue[ServerSentEvent] = asyncio.Queue(_MOST_WAITING + 1)

    def note(event: Event) -> None:
        if run_id and run_of(event) != run_id:
            return
        if waiting.qsize() < _MOST_WAITING:
            waiting.put_nowait(ServerSentEvent(event=type(event).__name__, data=fields_of(event)))
        elif waiting.qsize() == _MOST_WAITING:
            waiting.put_nowait(ServerSentEvent(event=LOST, data={}))

    unsubscribe = project.subscribe(note)
    try:
        yield ServerSentEvent(event="Listening", data={"run_id": run_id})
        while True:
            yield await waiting.get()
    finally:
        unsubscribe()


def fields_of(event: Event) -> dict[str, Any]:
    """Return an event as JSON has it."""
    found = {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}
    return {
        name: value.model_dump(mode="json") if isinstance(value, BaseModel) else value
        for name, value in found.items()
    }


def run_of(event: Event) -> str:
    """Return the id of the run that an event is about, empty where it is about none."""
    for value in (event, *(getattr(event, field.name) for field in dataclasses.fields(event))):
        found = getattr(value, "run_id", "")
        if isinstance(found, str) and found:
            return found
    run = getattr(event, "run", None)
    return str(run.id) if run is not None else ""
