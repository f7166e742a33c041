"""Which runs wait before they try something again. No Qt."""

from __future__ import annotations

import math
import time

from core.pipeline.events import RetryPlanned


class Delays:
    """The delays of all runs that have one, by run id."""

    def __init__(self) -> None:
        self._delays: dict[str, RetryPlanned] = {}

    def begin(self, planned: RetryPlanned) -> None:
        """Take up that something is tried again later."""
        self._delays[planned.run_id] = planned

    def end(self, run_id: str) -> None:
        """Forget the delay of a run: it goes on, or is gone."""
        self._delays.pop(run_id, None)

    def words(self) -> dict[str, str]:
        """Return what every run says whose delay is not over."""
        now = time.time()
        self._delays = {run_id: delay for run_id, delay in self._delays.items() if delay.until > now}
        return {
            run_id: f"Trying again in {math.ceil(delay.until - now)} s ({delay.reason.rstrip('.')})"
            for run_id, delay in self._delays.items()
        }
