"""What went wrong, as other programs read it: “Problem Details for HTTP APIs” (RFC 9457)."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from core.errors import ContractError, DiskFullError, ShortlistError

_log = logging.getLogger(__name__)


class Problem(BaseModel):
    """`title` is the status in words, `detail` a sentence; `file` what it happened to, `remedy` what helps."""

    title: str
    status: int
    detail: str
    file: str = ""
    remedy: str = ""


def problem(status: int, detail: str, file: str = "", remedy: str = "") -> JSONResponse:
    """Return the answer to a request that failed."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, file=file, remedy=remedy)
    headers = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else None
    # A file's name may hold what is no text.
    content = {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for name, value in told
    }
    return JSONResponse(content, status, headers, media_type="application/problem+json")


def tell_problems(application: FastAPI) -> None:
    """Have every error of an application answered so."""

    @application.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> JSONResponse:
        told = problem(error.status_code, str(error.detail))
        told.headers.update(error.headers or {})
        return told

    @application.exception_handler(RequestValidationError)
    async def of_form(request: Request, error: RequestValidationError) -> JSONResponse:
        # What was sent is not sent back: it may be no text at all.
        found = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()[:10]]
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(found))

    @application.exception_handler(ShortlistError)
    async def of_work(request: Request, error: ShortlistError) -> JSONResponse:
        if isinstance(error, ContractError):
            _log.error("%s %s: %s", request.method, request.url.path, error, exc_info=error)
            status = HTTPStatus.INTERNAL_SERVER_ERROR
        elif isinstance(error, DiskFullError):
            status = HTTPStatus.INSUFFICIENT_STORAGE
        else:
            status = HTTPStatus.CONFLICT
        return problem(status, error.reason, error.file, error.remedy)
