"""Who gets in: a request for this host, from no web page, with the token, and of a bounded size.

A page in the user's browser can reach any port of this machine. What keeps it out is threefold: the name it asked
for (a name of its own that points here betrays itself in `Host`: DNS rebinding), the page it comes from (`Origin`,
`Sec-Fetch-Site`), and the token, which no page knows.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, NamedTuple

from starlette.exceptions import HTTPException

from desktop.api.problems import problem

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

# Whatever is asked for in JSON is smaller; files are named, not sent.
MOST_BYTES = 1_000_000
_TOO_LARGE = f"A request has at most {MOST_BYTES:,} bytes."
_HERE = ("127.0.0.1", "localhost")


class Refusal(NamedTuple):
    """Why a request is not answered."""

    status: int
    detail: str


class Gate:
    """Lets requests through to an application, or answers them itself."""

    def __init__(self, inside: Application, token: str) -> None:
        self._inside = inside
        self._token = token.encode()

    def take_token(self, token: str) -> None:
        """Let in who has this one, and nobody with the one before."""
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection of ASGI (https://asgi.readthedocs.io)."""
        if scope["type"] != "http":
            # No websockets. What the server tells of its own start and end concerns nobody here.
            return
        refusal = self._refusal(scope)
        if refusal:
            await problem(refusal.status, refusal.detail)(scope, receive, send)
        else:
            await self._inside(scope, _bounded(receive), send)

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value)
        port = (scope.get("server") or ("", 0))[1]
        hosts = [host.decode("latin-1").lower() for host in headers.get(b"host", [])]
        if len(hosts) != 1 or hosts[0] not in {f"{name}:{port}" for name in _HERE}:
            return Refusal(421, "This is the local API of Shortlist; ask for it as 127.0.0.1 or localhost.")
        site = headers.get(b"sec-fetch-site", [b"none"])[-1]
        if b"origin" in headers or site not in (b"none", b"same-origin"):
            return Refusal(403, "Web pages may not use the local API.")
        if not self._is_known(headers.get(b"authorization", [])):
            return Refusal(401, "Send the token: “Authorization: Bearer …” (main.py serve --show-token).")
        lengths = headers.get(b"content-length", [b"0"])
        if any(not length.isdigit() or int(length) > MOST_BYTES for length in lengths):
            return Refusal(413, _TOO_LARGE)
        return None

    def _is_known(self, given: list[bytes]) -> bool:
        if len(given) != 1:
            return False
        scheme, _, token = given[0].partition(b" ")
        return scheme.lower() == b"bearer" and hmac.compare_digest(token.strip(), self._token)


def _bounded(receive: Receive) -> Receive:
    """Return how to receive a body that ends in an error where it gets too large."""
    received = 0

    async def take() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > MOST_BYTES:
            raise HTTPException(413, _TOO_LARGE)
        return message

    return take
