"""What the engine tells whoever listens: typed facts, sent on the loop's thread."""

from __future__ import annotations

from dataclasses import dataclass

from core.schema.download import Download
from core.schema.publication import Publication
from core.schema.queue import QueueState
from core.schema.run import JobRecord, LogLine, OutputRecord, RunRecord
from core.schema.search import MeaningState


@dataclass(frozen=True)
class RunChanged:
    """A run was created or changed its state, pause flag or progress."""

    run: RunRecord


@dataclass(frozen=True)
class RunDeleted:
    """A run is gone."""

    run_id: str


@dataclass(frozen=True)
class JobChanged:
    """A job was created or changed its state."""

    job: JobRecord


@dataclass(frozen=True)
class JobProgressed:
    """A running job got further: `fraction` 0 to 1, `message` what it is doing, `remaining` seconds if known."""

    run_id: str
    job_id: str
    stage: str
    clip_id: str
    aspect: str
    fraction: float
    message: str = ""
    remaining: float | None = None
    preset: str = ""


@dataclass(frozen=True)
class RetryPlanned:
    """A job failed in a way that may pass; `until` is when it is tried again, in seconds since the epoch."""

    run_id: str
    job_id: str
    stage: str
    reason: str
    until: float


@dataclass(frozen=True)
class OutputChanged:
    """An output was created or changed its state, progress or files."""

    output: OutputRecord


@dataclass(frozen=True)
class PublicationChanged:
    """A finished clip is to be published, got further on its way to a destination, or its way ended."""

    publication: Publication


@dataclass(frozen=True)
class DownloadChanged:
    """Something is to be fetched from the network, got further, or is here."""

    download: Download


@dataclass(frozen=True)
class ClipsChanged:
    """Clips of a run were created, edited or removed."""

    run_id: str
    clip_ids: tuple[str, ...]


@dataclass(frozen=True)
class CorrectionsChanged:
    """What the user corrected in a source's transcript changed, or words that they wrote got better times."""

    source_id: str


@dataclass(frozen=True)
class SaidChanged:
    """What is kept of what is said in a source changed: it was transcribed or corrected."""

    source_id: str


@dataclass(frozen=True)
class SearchIndexed:
    """The index of what is said got further: `waiting` sources are to be taken up, none when it is through."""

    waiting: int


@dataclass(frozen=True)
class MeaningChanged:
    """More of what is said is known by its meaning, or that does not go on."""

    state: MeaningState


@dataclass(frozen=True)
class TranslationChanged:
    """Lines of a source's translation into a language were made, edited or removed."""

    source_id: str
    language: str


@dataclass(frozen=True)
class ExamplesChanged:
    """The user did something with clips that can be learned from, took it back, or had it forgotten."""


@dataclass(frozen=True)
class LearnedChanged:
    """What is learned from decisions, whether it is used, or how much each axis is to count changed."""


@dataclass(frozen=True)
class LogWritten:
    """A line was added to a run's log."""

    line: LogLine


@dataclass(frozen=True)
class CostsBooked:
    """What a run's calls cost was written into the ledger; the id is empty where they were made for none."""

    run_id: str


@dataclass(frozen=True)
class WeightsProgressed:
    """A model is being fetched: bytes so far of bytes in all."""

    name: str
    fraction: float
    message: str = ""


@dataclass(frozen=True)
class QueueChanged:
    """The queue was held up or let go, or a lane's width or a run's place in it changed."""

    queue: QueueState


Event = (
    RunChanged
    | RunDeleted
    | JobChanged
    | JobProgressed
    | RetryPlanned
    | OutputChanged
    | PublicationChanged
    | DownloadChanged
    | ClipsChanged
    | CorrectionsChanged
    | SaidChanged
    | SearchIndexed
    | MeaningChanged
    | TranslationChanged
    | ExamplesChanged
    | LearnedChanged
    | LogWritten
    | CostsBooked
    | WeightsProgressed
    | QueueChanged
)
