"""Whether there is a newer version: one request a day to an address of the user's choice, if they want that.

What is sent is a GET without parameters, cookies or anything about this machine or program. The address answers
with JSON: `{"version": "1.2.0", "notes": "What is new, in a line.", "page": "https://…"}`. Nothing is fetched or
installed.
"""

from __future__ import annotations

import ipaddress
import re
import time
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core import __version__
from core.errors import FetchError
from core.whole_file import write_whole
from desktop import paths, preferences, settings
from ui.controllers.about import NewVersion, UpdateChoice
from ui.wording import QT_TR_NOOP, tr

DAY_SECONDS = 24 * 3600.0
_TIMEOUT_SECONDS = 10.0
_MOST_BYTES = 64_000
_NONSENSE = QT_TR_NOOP("What the address of new versions says can't be understood.")
_VERSION = re.compile(r"v?(\d{1,6}(?:\.\d{1,6}){0,3})")


class Answer(BaseModel):
    """What the address says; fields that we don't know are left out."""

    model_config = ConfigDict(extra="ignore", defer_build=True)

    version: str = Field(max_length=40)
    notes: str = Field(default="", max_length=500)
    page: str = Field(default="", max_length=500)


class _Kept(BaseModel):
    """When it was asked last (seconds since the epoch), and the newest version that was told of."""

    model_config = ConfigDict(extra="ignore", defer_build=True)

    asked_at: float = 0.0
    told: str = ""


def problem_of(address: str) -> str:
    """Return what speaks against an address, in a sentence; empty where nothing does."""
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return tr("This is no address of the web.")
    if not host:
        return tr("Name the address that tells of new versions.")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_this_machine(host)):
        return tr("The address of new versions begins with https://.")
    return ""


def chosen() -> UpdateChoice:
    """Return what was chosen."""
    kept = settings.load_settings()
    return UpdateChoice(kept.looks_for_updates, kept.update_address)


def choose(choice: UpdateChoice) -> None:
    """Keep a choice.

    Raises:
        FetchError: It is to be looked, and the address can't be used.
        WorkspaceError: The settings can't be written.
    """
    address = choice.address.strip()
    if choice.is_on and (problem := problem_of(address)):
        raise FetchError(problem, address)
    preferences.keep(looks_for_updates=choice.is_on, update_address=address)


def look(address: str) -> NewVersion | None:
    """Ask an address; return None where this is the newest version.

    Raises:
        FetchError: It does not answer, or says something else.
    """
    import httpx

    if problem := problem_of(address):
        raise FetchError(problem, address)
    try:
        answer = Answer.model_validate_json(_get(address))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = tr("The address of new versions does not answer ({why}).")
        why = str(error) or type(error).__name__
        raise FetchError(reason.format(why=why), address, is_passing=True) from error
    except ValidationError as error:
        raise FetchError(tr(_NONSENSE), address) from error
    if not _VERSION.fullmatch(answer.version):
        raise FetchError(tr(_NONSENSE), address)
    if not is_newer(answer.version, __version__):
        return None
    page = answer.page if urlsplit(answer.page).scheme == "https" else ""
    return NewVersion(answer.version.removeprefix("v"), " ".join(answer.notes.split()), page)


def look_if_due(now: float | None = None) -> NewVersion | None:
    """Ask if that was chosen and a day has passed; whatever goes wrong is no matter for the user.

    A version is told once.
    """
    moment = time.time() if now is None else now
    choice = chosen()
    kept = _load()
    if not choice.is_on or settings.load_settings().is_offline or 0 <= moment - kept.asked_at < DAY_SECONDS:
        return None
    # Noted before it is asked: an address that hangs or crashes us is not asked at every start.
    _keep(kept.model_copy(update={"asked_at": moment}))
    try:
        found = look(choice.address)
    except FetchError:
        return None
    if found is None or found.version == kept.told:
        return None
    _keep(_Kept(asked_at=moment, told=found.version))
    return found


def is_newer(version: str, than: str) -> bool:
    """Whether a version comes after another: numbers are compared, and what is missing is 0."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    numbers = [int(part) for part in found[1].split(".")] if found else []
    return tuple(numbers + [0] * (4 - len(numbers)))


def _get(address: str) -> bytes:
    import httpx

    headers = {"User-Agent": "Shortlist", "Accept": "application/json"}
    with (
        httpx.Client(headers=headers, timeout=_TIMEOUT_SECONDS, follow_redirects=False) as client,
        client.stream("GET", address) as reply,
    ):
        reply.raise_for_status()
        content = b""
        for piece in reply.iter_bytes():
            content += piece
            if len(content) > _MOST_BYTES:
                raise httpx.TransportError("it says too much")
        return content


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _load() -> _Kept:
    try:
        return _Kept.model_validate_json((paths.home() / "updates.json").read_bytes())
    except (OSError, ValidationError):
        return _Kept()


def _keep(kept: _Kept) -> None:
    try:
        paths.home().mkdir(parents=True, exist_ok=True)
        write_whole(paths.home() / "updates.json", kept.model_dump_json())
    except OSError:
        # What can't be remembered is asked once more, a day is too short to matter.
        return
