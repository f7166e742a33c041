"""The contract of a tuner: an endpoint's fine-tuning jobs, started, looked at and stopped, one request a call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from core.errors import ProviderError
from core.schema.endpoint import Endpoint
from core.schema.tuning import TuningStatus


class NoSuchJobError(ProviderError):
    """An endpoint knows nothing of a job."""


@dataclass(frozen=True)
class TuningWish:
    """What a job is asked for. Files are named as `upload` returned them; `suffix` goes into the model's name."""

    base_model: str
    training_file: str
    validation_file: str = ""
    suffix: str = ""


class Tuner(Protocol):
    """A way to fine-tune. Members are listed in `core.llm.providers.TUNERS`.

    Each call may be made from any thread and raises a `ProviderError`, which `is_passing` where the same may work
    a little later. The endpoint's key is never part of it.
    """

    name: str

    def upload(self, endpoint: Endpoint, name: str, content: bytes) -> str:
        """Hand over a file of examples and return what the endpoint calls it."""
        ...

    def start(self, endpoint: Endpoint, wish: TuningWish) -> TuningStatus:
        """Ask for a job."""
        ...

    def find(self, endpoint: Endpoint, training_file: str) -> TuningStatus | None:
        """Return the newest job of a file of examples, if there is one."""
        ...

    def status(self, endpoint: Endpoint, remote_id: str) -> TuningStatus:
        """Return how a job stands.

        Raises:
            NoSuchJobError: It is not known there.
        """
        ...

    def told(self, endpoint: Endpoint, remote_id: str) -> str:
        """Return what was said of a job last; empty where nothing was."""
        ...

    def cancel(self, endpoint: Endpoint, remote_id: str) -> TuningStatus:
        """Stop a job."""
        ...
