"""The records of work: a run, its jobs and its outputs, as the store keeps them and the screen shows them."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from core.schema.audio import SoundWishes
from core.schema.cell import Cell, Column
from core.schema.check import Check
from core.schema.choice import Aspect
from core.schema.record import Record

RunState = Literal["started", "analysis_complete", "fully_generated", "failed", "delivery_failed"]
JobState = Literal["pending", "in_progress", "completed", "failed"]
OutputState = Literal["pending", "rendering", "rendered", "failed"]
Priority = Literal["high", "normal", "low"]
PRIORITIES: tuple[Priority, ...] = ("high", "normal", "low")
AttemptState = Literal["running", "completed", "failed", "retried", "lost", "stopped"]
# Stands for the source's name in the folder that files are delivered to.
SOURCE_FIELD = "{source}"


def _as_lists(given: Any) -> Any:
    """Take a single name, which records of before have, for a list of it; leave out shapes without any."""
    if not isinstance(given, dict):
        return given
    lists = {aspect: (names,) if isinstance(names, str) else names for aspect, names in given.items()}
    return {
        aspect: tuple(dict.fromkeys(names)) if isinstance(names, list | tuple) else names
        for aspect, names in lists.items()
        if names not in ((), [], ("",))
    }


# The names of the presets in which files of each shape are made, where they differ from those of all.
ShapePresets = Annotated[dict[Aspect, tuple[str, ...]], BeforeValidator(_as_lists)]


class RunOptions(Record):
    """What the user asked of a run. Lengths in seconds; an empty `transcriber` or `model` means automatic.

    `deliver_to` is where approved clips are delivered as soon as they are found, relative to the workspace or
    absolute; empty where the user looks at them first. `preset` names how files are encoded, `presets` all
    those of some shapes where theirs differ, each a file of its own; without `burns_captions` captions lie beside
    the files alone.
    `audio_track` is as in `TrackWishes`; `sound` and `masks_profanity` are what clips begin with, and with
    `removes_fillers` they begin without "um" and "you know". `speakers` is "auto", "off", or how many people talk
    where the user knows. `sidecars` are the formats of the files beside each video, `name_template` says how all
    are called; empty: the usual way. `budget_usd` is what language models may cost in all, None for what the
    settings say.
    `publish_to` names destinations that each file goes to as soon as it is finished.
    Where `auto_approve` is on, the best clips are approved: at most `approve_at_most` (None: `top`), and only
    those with a score of `approve_from` or more (0 to 100). `recipe` is the name of the recipe these come from. Of
    `deliver_to`, "{source}" stands for the source's name.
    """

    aspects: tuple[Aspect, ...] = ("9:16", "1:1", "16:9")
    top: int = Field(default=10, ge=1, le=200)
    min_seconds: float = Field(default=15.0, gt=0)
    max_seconds: float = Field(default=90.0, gt=0)
    prompt: str = ""
    style: str = "clean"
    transcriber: str = ""
    model: str = ""
    language: str = ""
    vocabulary: str = ""
    transcript: str = ""
    auto_approve: bool = False
    deliver_to: str = ""
    publish_to: tuple[str, ...] = ()
    preset: str = "fast"
    audio_track: str = ""
    speakers: str = Field(default="auto", pattern="^(auto|off|[1-8])$")
    sound: SoundWishes = SoundWishes.by_default()
    masks_profanity: bool = False
    removes_fillers: bool = False
    presets: ShapePresets = {}
    burns_captions: bool = True
    sidecars: tuple[str, ...] = ("srt", "txt")
    name_template: str = Field(default="", max_length=200)
    budget_usd: Decimal | None = Field(default=None, ge=0)
    approve_from: float = Field(default=0.0, ge=0, le=100)
    approve_at_most: int | None = Field(default=None, ge=1, le=200)
    recipe: str = ""

    def presets_for(self, aspect: Aspect) -> tuple[str, ...]:
        """Return the names of the presets in which a shape is encoded, the first being that of the preview."""
        return self.presets.get(aspect, (self.preset,))

    def columns(self, aspects: Sequence[Aspect] | None = None) -> tuple[Column, ...]:
        """Return each shape (None: those of the run) with each of its presets."""
        shapes = self.aspects if aspects is None else aspects
        return tuple(Column(aspect, preset) for aspect in shapes for preset in self.presets_for(aspect))


class FileWishes(Record):
    """What is asked of finished files beside their clips and shapes; None: as before.

    `publish_to` holds for the files that are asked for, and changes nothing of their run; None: as their run says.
    """

    presets: ShapePresets | None = None
    burns_captions: bool | None = None
    sidecars: tuple[str, ...] | None = None
    name_template: str | None = None
    publish_to: tuple[str, ...] | None = None

    def applied_to(self, options: RunOptions, preset: str = "") -> RunOptions:
        """Return a run's options with what is asked; `preset` counts where no shape has one of its own."""
        changes = {name: value for name, value in self if value is not None and name != "publish_to"}
        if "sidecars" in changes:
            changes["sidecars"] = tuple(dict.fromkeys(changes["sidecars"]))
        if preset:
            changes = {"presets": {}, **changes, "preset": preset}
        return options.model_copy(update=changes)


AS_BEFORE = FileWishes.by_default()


class RunRecord(Record):
    """One source being repurposed. Times are seconds since the epoch (UTC).

    `is_paused` marks a run that the user stopped and can resume. `fraction` (0 to 1) is over all known jobs.
    `position` orders runs of one priority in the queue, lowest first. `takes` names, for each stage that was
    replayed on purpose, which time that was: it makes the same work another work. While it `is_refreshing`, what
    was made of its clips is made anew.
    """

    id: str
    source_id: str
    source_name: str
    source_path: Path
    state: RunState
    is_paused: bool = False
    options: RunOptions = RunOptions.by_default()
    execution_id: str = ""
    created_at: float = 0.0
    finished_at: float | None = None
    error: str = ""
    fraction: float = 0.0
    style_pin: str = ""
    composition_index: str = ""
    priority: Priority = "normal"
    position: float = 0.0
    takes: dict[str, str] = {}
    is_refreshing: bool = False


class JobRecord(Record):
    """One stage instance: per source, per clip, or per delivery (clip, aspect and preset).

    `why` says in a sentence why it ran or was reused; `error_kind` is the class of its error.
    """

    id: str
    run_id: str
    stage: str
    clip_id: str = ""
    aspect: str = ""
    preset: str = ""
    state: JobState
    is_reused: bool = False
    attempts: int = 0
    fingerprint: str = ""
    worker: str = ""
    error_file: str = ""
    error_reason: str = ""
    error_kind: str = ""
    why: str = ""
    seconds: float = 0.0
    usd: float = 0.0


class AttemptRecord(Record):
    """One time a job was given to a worker. `started_at` is seconds since the epoch.

    `retried` failed in a way that may pass and was tried again; `lost` had its worker die; `stopped` was
    cancelled, or cut off by the end of the program.
    """

    job_id: str
    run_id: str
    stage: str
    clip_id: str = ""
    aspect: str = ""
    preset: str = ""
    number: int
    state: AttemptState
    started_at: float
    seconds: float = 0.0
    worker: str = ""
    error_kind: str = ""
    error_reason: str = ""


class OutputRecord(Record):
    """One rendered short: a clip in a shape and preset. `files` are where it was delivered, the video first.

    `checks` is what was looked at in the finished file. It is published to the destinations `publish_to` as soon
    as it is finished; None: to those of its run.
    """

    id: str
    run_id: str
    clip_id: str
    aspect: Aspect
    preset: str = ""
    state: OutputState
    fraction: float = 0.0
    operation_id: str = ""
    files: tuple[Path, ...] = ()
    error: str = ""
    checks: tuple[Check, ...] = ()
    publish_to: tuple[str, ...] | None = None

    @property
    def cell(self) -> Cell:
        """Which file it is."""
        return Cell(self.clip_id, self.aspect, self.preset)


class LogLine(Record):
    """One line of the append-only log. `at` is seconds since the epoch; `reason` is the class of an error."""

    at: float
    run_id: str = ""
    job_id: str = ""
    stage: str = ""
    clip_id: str = ""
    aspect: str = ""
    preset: str = ""
    reason: str = ""
    level: Literal["info", "warning", "error"] = "info"
    message: str


class RunSetup(Record):
    """What was resolved when a run started, so that every later resume does the same work.

    `sidecar` is a transcript copied into the workspace under its own content hash. `face_model`,
    `voice_model` and `whisper_model` are names in the weights folder, empty where none could be had.
    `speech_device` is where Whisper works, as in `SpeechWishes`.
    """

    transcriber: str = ""
    whisper_model: str = ""
    sidecar: str = ""
    fallbacks: tuple[str, ...] = ()
    transcriber_reason: str = ""
    is_degraded: bool = False
    face_model: str = ""
    voice_model: str = ""
    language_model: str = ""
    speech_endpoint: str = ""
    speech_device: str = ""
