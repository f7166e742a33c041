"""The application: routes over an open project, with a document of itself (OpenAPI)."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from core import __version__
from core.project import Project
from desktop.api.gate import Gate
from desktop.api.problems import Problem, tell_problems
from desktop.api.routes import ROUTERS
from desktop.settings import API_PORT

_ABOUT = """What the command line does, for other programs on this machine.

Every request carries `Authorization: Bearer TOKEN`. Times are seconds: of a source from its start, of records
since the epoch. What takes long is answered with 202 as soon as it is written down; `/v1/events` tells how it
goes on.
"""
_PROBLEM = {"model": Problem, "content": {"application/problem+json": {}}}
# What any request can meet.
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    401: {"description": "The token is missing or wrong.", **_PROBLEM},
    404: {"description": "There is no such thing.", **_PROBLEM},
    409: {"description": "It can't be done; `detail` and `remedy` say why, and what helps.", **_PROBLEM},
    413: {"description": "The request is too large.", **_PROBLEM},
    422: {"description": "What was sent can't be meant.", **_PROBLEM},
    507: {"description": "The disk is full.", **_PROBLEM},
}


def application() -> FastAPI:
    """Return the routes, without a project and without the gate before them."""
    made = _Application(
        title="Shortlist",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        responses=_PROBLEMS,
    )
    tell_problems(made)
    for router in ROUTERS:
        made.include_router(router, prefix="/v1")
    return made


def guarded(project: Project, token: str) -> Gate:
    """Return what is served: the routes over a project, behind the gate."""
    routes = application()
    routes.state.project = project
    return Gate(routes, token)


class _Application(FastAPI):
    """Routes whose document says what the gate asks for, which routes know nothing of."""

    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            document = super().openapi()
            document.setdefault("components", {})["securitySchemes"] = {
                "token": {"type": "http", "scheme": "bearer"}
            }
            document |= {"security": [{"token": []}], "servers": [{"url": f"http://127.0.0.1:{API_PORT}"}]}
            self.openapi_schema = document
        return self.openapi_schema
