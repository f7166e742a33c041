"""Which runs wait before they try something again, as their logs tell. No Qt."""

from __future__ import annotations

import math
import re
import time
from dataclasses import dataclass

from core.schema.run import LogLine

# Written by the runner: "plan: The endpoint is busy. Trying again in 8 s."
_TOLD = re.compile(r"(?:\w+: )?(?P<reason>.*?)\.? Trying again in (?P<seconds>\d+) s\.$", re.DOTALL)


@dataclass(frozen=True)
class Delay:
    """Why something is tried again, and when: seconds since the epoch."""

    reason: str
    until: float


class Delays:
    """The delays of all runs that have one, by run id."""

    def __init__(self) -> None:
        self._delays: dict[str, Delay] = {}

    def hear(self, line: LogLine) -> bool:
        """Take a line of a log; whether it told of a delay."""
        told = _TOLD.match(line.message) if line.run_id else None
        if told is None:
            return False
        self._delays[line.run_id] = Delay(told["reason"], line.at + int(told["seconds"]))
        return True

    def end(self, run_id: str) -> None:
        """Forget the delay of a run: it goes on, or is gone."""
        self._delays.pop(run_id, None)

    def words(self) -> dict[str, str]:
        """Return what every run says whose delay is not over."""
        now = time.time()
        self._delays = {run_id: delay for run_id, delay in self._delays.items() if delay.until > now}
        return {
            run_id: f"Trying again in {math.ceil(delay.until - now)} s ({delay.reason})"
            for run_id, delay in self._delays.items()
        }
