"""A webhook: tells an address of the user's own that a clip is ready, in a signed JSON request.

Each request has these headers:

- `X-Shortlist-Event`: `clip.published`, or `test`.
- `X-Shortlist-Delivery`: the same for every attempt of one delivery, so that a receiver can drop a repeated one.
- `X-Shortlist-Timestamp`: seconds since the epoch.
- `X-Shortlist-Signature`: `sha256=` and the HMAC-SHA256 (RFC 2104), in hex, of timestamp, a full stop and the body
  as it was sent, with the secret as key. Left out where no secret is set.

A receiver computes the signature from the raw body, compares in constant time, and refuses what is older than five
minutes. Any 2xx answer is taken for received; redirects are not followed, since a body goes to whom it was meant
for.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from core.errors import ExportError
from core.publish.destination import Keep
from core.schema.destination import Destination, DestinationKind
from core.schema.publication import Publication
from core.schema.record import ProgressCallback

if TYPE_CHECKING:
    import httpx

KIND: DestinationKind = "webhook"
IS_LAST = True
CONNECT_TIMEOUT_SECONDS = 10.0
ANSWER_TIMEOUT_SECONDS = 30.0
# A receiver that is busy or broken for now: the same may be taken a little later (RFC 9110).
PASSING_ANSWERS = (408, 425, 429, 500, 502, 503, 504)
# As much of an answer as is quoted in an error.
QUOTED_CHARACTERS = 200


def check(where: Destination) -> str:
    """Send a signed request of the event “test”."""
    answer = _post(where, "test", f"test-{uuid4().hex[:12]}", {"event": "test"})
    signed = "It was signed." if where.secret.get_secret_value() else "It was not signed: no secret is set."
    return f"A test request was taken ({answer}). {signed}"


def send(where: Destination, item: Publication, keep: Keep, progress: ProgressCallback) -> tuple[str, ...]:
    """Tell of the clip and its files."""
    progress(0.0, f"Telling {where.place}")
    answer = _post(where, "clip.published", item.id, document(item))
    progress(1.0, f"Told {where.place}, which answered {answer}.")
    return tuple(where.place for _ in item.files)


def document(item: Publication) -> dict[str, Any]:
    """Return what is told of a clip: itself, its files, and where they were published."""
    files = [
        {"name": file.name.rpartition("/")[2], "size_bytes": file.size_bytes, "sha256": file.sha256}
        for file in item.files
    ]
    return {"event": "clip.published", "id": item.id, "clip": dict(item.about), "files": files}


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Return the signature of a request: HMAC-SHA256 of timestamp, a full stop and the body, in hex."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def _post(where: Destination, event: str, delivery: str, told: dict[str, Any]) -> str:
    import httpx

    body = json.dumps(told, ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Shortlist",
        "X-Shortlist-Event": event,
        "X-Shortlist-Delivery": delivery,
        "X-Shortlist-Timestamp": (timestamp := str(int(time.time()))),
    }
    if secret := where.secret.get_secret_value():
        headers["X-Shortlist-Signature"] = f"sha256={signature(secret, timestamp, body)}"
    timeout = httpx.Timeout(ANSWER_TIMEOUT_SECONDS, connect=CONNECT_TIMEOUT_SECONDS)
    try:
        answer = httpx.post(where.url, content=body, headers=headers, timeout=timeout, follow_redirects=False)
    except httpx.TransportError as error:
        why = str(error) or type(error).__name__
        raise ExportError(
            f"The webhook at {where.place} can't be reached ({why}).", remedy="Check the address.", is_passing=True
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise ExportError(f"The webhook's address can't be used ({error}).", remedy="Check it.") from error
    if answer.is_success:
        return _status(answer)
    raise _refused(where, answer)


def _status(answer: httpx.Response) -> str:
    return f"{answer.status_code} {answer.reason_phrase}".strip()


def _refused(where: Destination, answer: httpx.Response) -> ExportError:
    said = " ".join(answer.text[:QUOTED_CHARACTERS].split())
    quoted = f": {said}" if said else ""
    if answer.is_redirect:
        remedy = "Set the address that it leads to: redirects are not followed."
    elif answer.status_code in (401, 403):
        remedy = "Check the secret: receiver and Shortlist must have the same."
    else:
        remedy = "Look at the receiver's log."
    return ExportError(
        f"The webhook at {where.place} answered {_status(answer)}{quoted}.",
        remedy=remedy,
        is_passing=answer.status_code in PASSING_ANSWERS,
    )
