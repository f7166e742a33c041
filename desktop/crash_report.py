"""Reports of crashes: where it went wrong and in which program, and nothing of what the user works on.

Messages of exceptions quote titles, paths and words, so only those of a few kinds are kept, which name parts of
our own code alone. Frames are told by their place in the program, without values of variables or names of folders.
"""

from __future__ import annotations

import platform
import re
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from core import __version__
from core.redaction import redact
from desktop import paths

_ROOT = Path(__file__).resolve().parents[1]
# Their messages name attributes and names of the code, never values.
_SPEAKING = (AttributeError, NameError, RecursionError)
_KEPT = 20
_LIBRARIES = ("site-packages", "dist-packages")
_FAULT_FRAME = re.compile(r'File "(?P<file>[^"]+)", line (?P<line>\d+) in (?P<name>\S+)')


def folder() -> Path:
    """Return where reports lie."""
    return paths.log_folder() / "crashes"


def of_exception(error: BaseException) -> str:
    """Return a report of an exception that nobody caught."""
    return _report("An exception that nothing was prepared for", "\n".join(_told(error)))


def of_fault(told: str) -> str:
    """Return a report of a process that died, from what `faulthandler` wrote while it did; empty if nothing."""
    lines = [_without_places(line) for line in told.splitlines()]
    ended = "\n".join(lines).strip() or "It left no trace: it was killed, or the power failed."
    return _report("Shortlist ended without closing", ended)


def keep(report: str) -> Path | None:
    """Write a report beside the others, of which the newest are kept; return its file, None if it can't be."""
    at = datetime.now(UTC)
    file = folder() / f"crash-{at:%Y%m%d-%H%M%S-%f}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(report, encoding="utf-8")
        for old in sorted(folder().glob("crash-*.txt"))[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return file


def _report(what: str, how: str) -> str:
    system = f"{platform.system()} {platform.release()} ({platform.machine()}), Python {platform.python_version()}"
    when = datetime.now(UTC).isoformat(timespec="seconds")
    frozen = "packaged" if getattr(sys, "frozen", False) else "from source"
    head = f"Shortlist {__version__}, {frozen}\n{system}\n{when}\n\n{what}"
    return redact(f"{head}\n\n{how}\n\nThis report holds no file names, no titles, no words of yours.\n")


def _told(error: BaseException) -> Iterator[str]:
    """Yield an exception and those that led to it, the first cause first."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    for place, one in enumerate(reversed(chain)):
        if place:
            yield "which led to"
        for frame in traceback.extract_tb(one.__traceback__):
            yield f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
        message = f": {one}" if type(one) in _SPEAKING else ""
        yield f"{type(one).__module__}.{type(one).__qualname__}{message}"


def _place(filename: str) -> str:
    """Return where a file of code is within the program or a library, without the folders above that."""
    path = Path(filename)
    if path.is_relative_to(_ROOT) and not any(name in path.parts for name in _LIBRARIES):
        return path.relative_to(_ROOT).as_posix()
    for name in _LIBRARIES:
        if name in path.parts:
            return "/".join(path.parts[path.parts.index(name) + 1 :])
    return path.name


def _without_places(line: str) -> str:
    found = _FAULT_FRAME.search(line)
    if found is not None:
        return f"  {_place(found['file'])}:{found['line']} in {found['name']}"
    return line if line.startswith(("Fatal", "Current thread", "Thread", "Extension modules")) else ""
