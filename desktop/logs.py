"""Logs: JSON lines in a file that is rotated, without secrets."""

from __future__ import annotations

import json
import logging
import logging.handlers
import sys
from datetime import UTC, datetime
from pathlib import Path

from core.redaction import redact
from core.spaces.card import read_card
from desktop import paths

# What a line of a run's log tells of where it belongs (core/pipeline/records/run_log.py).
RUN_FIELDS = ("run", "job", "stage", "clip", "aspect", "preset", "reason")


def timestamp(at: float) -> str:
    """Return seconds since the epoch as a time in UTC, to the millisecond."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class JsonLines(logging.Formatter):
    """One JSON object a line: at, level, logger, message, those of `RUN_FIELDS` there are, and a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as a line."""
        line = {
            "at": timestamp(record.created),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: str(getattr(record, name)) for name in RUN_FIELDS if hasattr(record, name)}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = self.formatStack(record.stack_info)
        # Before it becomes JSON, whose quoting would hide a secret from the eye that looks for it.
        return json.dumps({name: redact(text) for name, text in line.items()}, ensure_ascii=False)


class _LogFile(logging.handlers.RotatingFileHandler):
    """A file that may be on a full disk: that is told once, not with every line."""

    _is_told = False

    def handleError(self, record: logging.LogRecord) -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            super().handleError(record)
        elif not self._is_told:
            self._is_told = True
            print(f"warning: the log can't be written: {self.baseFilename}: {error.strerror}", file=sys.stderr)


def start_logging() -> None:
    """Log to the log folder; without a writable one, to nowhere."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(_open_log("shortlist") or logging.NullHandler())


def log_apart(workspace: Path) -> None:
    """Go on in another file for a workspace that has settings of its own; where nothing is logged, do nothing."""
    root = logging.getLogger()
    earlier = [each for each in root.handlers if isinstance(each, _LogFile)]
    card = read_card(workspace)
    name = "shortlist" if card is None or card.is_of_user else f"shortlist-{card.id}"
    if not earlier or earlier[0].baseFilename.endswith(f"{name}.log"):
        return
    handler = _open_log(name)
    if handler is not None:
        for each in earlier:
            root.removeHandler(each)
            each.close()
        root.addHandler(handler)


def _open_log(name: str) -> _LogFile | None:
    folder = paths.log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(folder / f"{name}.log", maxBytes=2_000_000, backupCount=3, encoding="utf-8")
    except OSError as error:
        print(f"warning: no log is kept: {folder}: {error.strerror}", file=sys.stderr)
        return None
    handler.setFormatter(JsonLines())
    return handler
