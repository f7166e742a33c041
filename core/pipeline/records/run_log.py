"""Tells the standard log what the records' log says, with its fields.

Levels: a failure of the user's world (a file, the disk, a server) is a WARNING there, however serious to the run;
ERROR is for bugs of ours, which carry a traceback.
"""

from __future__ import annotations

import logging

from core.schema.run import LogLine

_log = logging.getLogger("shortlist.run")
_TRACEBACK = "Traceback (most recent call last)"


def tell(line: LogLine) -> None:
    """Write a line to the standard log, whose record has what it is about as fields."""
    fields = {
        "run": line.run_id,
        "job": line.job_id,
        "stage": line.stage,
        "clip": line.clip_id,
        "aspect": line.aspect,
        "preset": line.preset,
        "reason": line.reason,
    }
    _log.log(_level(line), "%s", line.message, extra=fields)


def _level(line: LogLine) -> int:
    if line.level == "info":
        return logging.INFO
    return logging.ERROR if line.level == "error" and _TRACEBACK in line.message else logging.WARNING
