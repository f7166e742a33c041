"""Which runs wait before they try something again. No widgets."""

from __future__ import annotations

import math
import time

from core.pipeline.events import RetryPlanned
from ui.wording import told, tr


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
        words = tr("Trying again in {seconds} s ({reason})")
        return {
            run_id: words.format(seconds=math.ceil(delay.until - now), reason=told(delay.reason).rstrip("."))
            for run_id, delay in self._delays.items()
        }
