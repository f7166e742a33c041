"""Logs: JSON lines in a file that is rotated."""

from __future__ import annotations

import json
import logging
import logging.handlers
import sys
import time

from desktop import paths


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def start_logging() -> None:
    """Log to the log folder; without a writable one, to nowhere."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    folder = paths.log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "shortlist.log", maxBytes=2_000_000, backupCount=3, encoding="utf-8"
        )
    except OSError as error:
        print(f"warning: no log is kept: {folder}: {error.strerror}", file=sys.stderr)
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(_JsonLines())
    root.addHandler(handler)
