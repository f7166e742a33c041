"""A project in memory with the front door's shape, for tests of the window alone. Records are the real ones.

The end-to-end test drives the real project; this one lets a test say exactly what the engine tells and when.
"""

from __future__ import annotations

import asyncio
import itertools
import math
import struct
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from core.batches import Batches
from core.editing import deliveries
from core.errors import MediaError, WeightsError, WorkspaceError
from core.export.naming import DEFAULT_TEMPLATE, file_name
from core.export.publish import name_fields, telling_preset
from core.framing.frame import frame_clip
from core.morning.gather import Morning
from core.morning.months import Statements
from core.pipeline.events import (
    ClipsChanged,
    Event,
    JobChanged,
    LogWritten,
    OutputChanged,
    QueueChanged,
    RunChanged,
    RunDeleted,
    WeightsProgressed,
)
from core.pipeline.records.store import Store
from core.presets import Presets
from core.project import Analysis, Configuration
from core.recipes import Recipes
from core.resources import resource
from core.schema.audio import AudioPlan, Music
from core.schema.caption import CaptionCue, CueWord
from core.schema.cell import Cell
from core.schema.choice import ASPECTS, Aspect, aspect_ratio
from core.schema.clip import Clip, Wording
from core.schema.composition import Composition, MediaReference, output_size
from core.schema.draft import DraftStep
from core.schema.framing import CropPath, FacePoint, FaceTrack, Framing, LayoutSpan, Region
from core.schema.health import SourceHealth
from core.schema.ledger import Budget, Spending
from core.schema.model import ModelState
from core.schema.plan import AXES, AxisScore
from core.schema.preset import EncodePreset
from core.schema.queue import Figures, LaneState, QueueState, Redo, RedoneStage
from core.schema.run import (
    AS_BEFORE,
    PRIORITIES,
    AttemptRecord,
    FileWishes,
    JobRecord,
    LogLine,
    OutputRecord,
    Priority,
    RunOptions,
    RunRecord,
)
from core.schema.segment import Segments, Sentence, Topic
from core.schema.shot import Shot
from core.schema.source import AudioStream, MediaFacts, PreparedSource, Source, VideoStream
from core.schema.storage import ExportForecast, Preflight, Storage, Tidied, TidyLimits
from core.schema.style import CaptionStyle, Style
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.schema.twin import Twin, TwinPair
from core.schema.version import ClipVersion
from core.shelf import ModelShelf, Place
from core.stages import STAGES
from core.stages.compose import to_clip_time
from core.style_work import StyleWork
from core.taste import Taste
from tests.ui.fake_batches import FakeStore
from tests.ui.fake_downloads import FakeDownloads
from tests.ui.fake_fine_tuning import FakeFineTuning
from tests.ui.fake_hand_off import FakeHandOff
from tests.ui.fake_insights import FakeInsights, FakePosts
from tests.ui.fake_publications import FakePublications
from tests.ui.fake_searching import FakeMeaning, FakeSearching
from tests.ui.fake_sheets import FakeContactSheets
from tests.ui.fake_statements import FakeStatements
from tests.ui.fake_taste import FakeTaste
from tests.ui.fake_transcripts import CorrectionStep, FakeTranscripts
from tests.ui.fake_translations import FakeTranslations

_TALK = (
    "So the week we ran out of money I called every customer we had and asked them one question.",
    "What did you ask them?",
    "I asked what they would do if we were gone tomorrow, and most of them said nothing would change.",
    "That must have hurt.",
    "It was the most useful sentence anybody ever said to me, because we had built something nice to have.",
    "And how do you turn nice to have into something people cannot live without?",
    "You find the one person who calls you angry when it breaks, and you build only for that person.",
    "Most founders do the opposite, they build for the person who says it looks great.",
    "Did you change the price at the same time?",
    "We tripled it, and nobody who needed us left.",
)
_TITLES = (
    "The week we ran out of money",
    "Build for the person who calls you angry",
    "We tripled the price and nobody left",
    "The one question I asked every customer",
    "Why nice to have is the most dangerous place",
    "How to hear what people do not say",
    "Most founders do the opposite",
    "What I would tell myself ten years ago, if only I had ever listened to anybody",
    "A mistake that cost two years",
    "The rule we never break",
    "Hiring the first ten",
    "Sleep, and other unfair advantages",
)

_LANES = (
    LaneState(name="io", running=1, queued=0, width=2, automatic_width=2),
    LaneState(name="speech", running=1, queued=2, width=1, automatic_width=1),
    LaneState(name="vision", running=0, queued=0, width=2, automatic_width=2),
    LaneState(name="llm", running=0, queued=0, width=2, automatic_width=2),
    LaneState(name="encode", running=0, queued=0, width=2, automatic_width=2),
)

_PRESETS = (
    EncodePreset(title="Fast", about="Small files in little time, for any platform."),
    EncodePreset(
        name="x",
        title="X",
        about="For posts on X.",
        platforms=("X",),
        max_seconds=25.0,
        max_bytes=512_000_000,
    ),
    EncodePreset(name="prores", title="ProRes 422", about="To go on working in an editor.", video_codec="prores"),
)


class FakePresets(Presets):
    """Offers few presets, that tests can count on, and the workspace's own, which are files as they always are."""

    def all(self) -> tuple[EncodePreset, ...]:
        """Return those few, and the workspace's own."""
        return (*_PRESETS, *self.own().presets)


_FITS = Preflight(needed_bytes=0, free_bytes=41_200_000_000)

# From the mildest to the worst; asking for one takes worse ones in.
_LEVELS = ("info", "warning", "error")


def talk(duration: float, is_draft: bool = False) -> Transcript:
    """Return a conversation of two that fills the time."""
    segments: list[TranscriptSegment] = []
    at, line = 1.0, 0
    while at < duration - 8:
        text = _TALK[line % len(_TALK)]
        words: list[Word] = []
        start = at
        for count, word in enumerate(text.split()):
            length = 0.12 + 0.045 * len(word)
            words.append(Word(text=word, start=at, end=at + length, confidence=0.4 if count % 17 == 9 else 0.95))
            at += length + 0.06
        speaker = "Ben" if text.endswith("?") or text.startswith("That must") else "Ana"
        segments.append(
            TranscriptSegment(start=start, end=words[-1].end, text=text, speaker=speaker, words=tuple(words))
        )
        at += 0.6
        line += 1
    return Transcript(
        language="en",
        segments=tuple(segments),
        transcriber="faster_whisper",
        model="small",
        is_draft=is_draft,
    )


def segments_of(transcript: Transcript, duration: float) -> Segments:
    """Return sentences, silences, shots and topics that fit a transcript."""
    sentences: list[Sentence] = []
    count = 0
    for spoken in transcript.segments:
        last = count + len(spoken.words) - 1
        sentences.append(
            Sentence(start=spoken.start, end=spoken.end, text=spoken.text, first_word=count, last_word=last)
        )
        count = last + 1
    gaps = itertools.pairwise(sentences)
    names = ("Origin", "Running out of money", "Pricing", "Hiring", "What comes next")
    step = duration / len(names)
    return Segments(
        sentences=tuple(sentences),
        silences=tuple(TimeSpan(start=a.end, end=b.start) for a, b in gaps),
        shots=tuple(Shot(start=at, end=at + 19.0) for at in (float(n) for n in range(0, int(duration), 19))),
        topics=tuple(Topic(start=i * step, end=(i + 1) * step, title=name) for i, name in enumerate(names)),
    )


def make_clips(run_id: str, duration: float, count: int) -> list[Clip]:
    """Return clips spread over the source, the best first."""
    made: list[Clip] = []
    for place in range(count):
        start = 4.0 + (place * 0.37 % 1.0) * max(1.0, duration - 60)
        length = min(18.0 + place * 7 % 40, max(4.0, duration / 3))
        score = 94.0 - place * 3.5
        axes = {
            axis: AxisScore(
                score=None if axis == "visual" else max(8.0, score - 9 * ((n * 5 + place) % 6)),
                evidence=() if axis == "visual" else (f"“{_TALK[(n + place) % len(_TALK)][:38]}…”",),
            )
            for n, axis in enumerate(AXES)
        }
        made.append(
            Clip(
                id=f"{run_id}-c{place}",
                run_id=run_id,
                candidate_id=f"c{place}",
                cut=Cut(ranges=(TimeSpan(start=start, end=start + length),)),
                wording=Wording(title=_TITLES[place % len(_TITLES)]),
                style="clean",
                score=score,
                axes=axes,
                reason="Opens with a number, lands a clear point, and ends on a line that can stand alone.",
            )
        )
    return made


def _happened() -> asyncio.Event:
    event = asyncio.Event()
    event.set()
    return event


@dataclass
class FakeShelf:
    """The models of a project in memory."""

    project: FakeProject

    @property
    def place(self) -> Place:
        return Place(self.project.folder)

    def folder_problem(self) -> str:
        return ""

    async def states(self, language: str = "", device: str = "") -> list[ModelState]:
        return list(self.project.model_states.values())

    async def fetch(self, name: str) -> None:
        project = self.project
        project.calls.append(("fetch_model", name))
        project.tell(WeightsProgressed(name, 0.4, "12 of 30 MB"))
        await project.fetched.wait()
        if project.fetch_problem:
            raise WeightsError(project.fetch_problem)
        state = project.model_states[name]
        project.model_states[name] = state.model_copy(update={"path": project.folder / name})


@dataclass
class FakeProject:
    """What the window calls of a project."""

    folder: Path
    delay: float = 0.0
    composition_media: Path | None = None
    clip_style: Style | None = None
    listeners: list[Callable[[Event], None]] = field(default_factory=list)
    run_records: dict[str, RunRecord] = field(default_factory=dict)
    job_records: dict[str, JobRecord] = field(default_factory=dict)
    output_records: dict[str, OutputRecord] = field(default_factory=dict)
    clip_records: dict[str, Clip] = field(default_factory=dict)
    analyses: dict[str, Analysis] = field(default_factory=dict)
    calls: list[tuple[str, object]] = field(default_factory=list)
    history: dict[str, list[tuple[str, dict[str, Clip | None], dict[str, Clip]]]] = field(default_factory=dict)
    made_at: dict[int, float] = field(default_factory=dict)
    undone: dict[str, list[tuple[str, dict[str, Clip | None], dict[str, Clip]]]] = field(default_factory=dict)
    thumbnails: Callable[[float], Path] = lambda _at: resource("icons/shortlist.png")
    model_states: dict[str, ModelState] = field(default_factory=dict)
    shelf: ModelShelf | None = None
    fetched: asyncio.Event = field(default_factory=asyncio.Event)
    fetch_problem: str = ""
    attempt_records: list[AttemptRecord] = field(default_factory=list)
    log_lines: list[LogLine] = field(default_factory=list)
    queue_state: QueueState = field(default_factory=QueueState)
    stale: dict[str, Redo] = field(default_factory=dict)
    lane_states: dict[str, LaneState] = field(default_factory=lambda: {lane.name: lane for lane in _LANES})
    figures_by_days: dict[float, Figures] = field(default_factory=dict)
    month_now: Budget = field(default_factory=lambda: Budget(month="2026-11"))
    spent: list[Spending] = field(default_factory=list)
    storage_now: Storage = field(default_factory=Storage)
    storage_problem: str = ""
    looked: asyncio.Event = field(default_factory=_happened)
    freed: asyncio.Event = field(default_factory=_happened)
    preflight_now: Preflight = _FITS
    free_by_now: int | None = None
    faces: tuple[FaceTrack, ...] = ()
    voices: dict[str, int] = field(default_factory=dict)
    framings: dict[str, Framing] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.transcripts = FakeTranscripts(self)
        self.translations = FakeTranslations(self)
        self.insights = FakeInsights(self)
        self.posts = FakePosts(self)
        self.hand_off = FakeHandOff(self)
        self.file_wishes = AS_BEFORE
        self.file_cells: tuple[Cell, ...] = ()
        self.export_free_bytes = 41_200_000_000
        self.downloads = FakeDownloads(self)
        self.tidy_limits = TidyLimits()
        self.tidied_last: Tidied | None = None
        self.publications = FakePublications(self)
        self.searching = FakeSearching(self)
        self.meaning = FakeMeaning(self)
        self.twins_of: dict[str, tuple[Twin, ...]] = {}
        self.pairs_of_twins: tuple[TwinPair, ...] = ()
        self.told_apart: set[frozenset[str]] = set()
        self.is_look = False
        self.taste = FakeTaste(self)
        self.fine_tuning = FakeFineTuning()
        self.recipes = Recipes(self.folder)
        self.own_presets = FakePresets(self.folder)
        self.contact_sheets = FakeContactSheets(self)
        records = FakeStore(self)
        self.batches = Batches(records)
        self.morning = Morning(records, cast(Taste, self.taste), self.prepared)
        self.statements: Statements = FakeStatements()

    # What a test does to it

    def add_run(self, name: str, duration: float = 600.0, clips: int = 8, is_draft: bool = False) -> str:
        """Add a run that is ready to review."""
        run_id = f"r{len(self.run_records) + 1}"
        self.tell_run(
            RunRecord(
                id=run_id,
                source_id=f"s{run_id}",
                source_name=name,
                source_path=self.composition_media or self.folder / name,
                state="analysis_complete",
                created_at=1_760_000_000.0 + len(self.run_records) * 5000,
                fraction=1.0,
            )
        )
        self.add_analysis(run_id, duration, is_draft)
        for clip in make_clips(run_id, duration, clips):
            self.clip_records[clip.id] = clip
        return run_id

    def ail(self, run_id: str, health: SourceHealth) -> None:
        """Let something have been found in a run's source, before anybody looks."""
        found = self.analyses[run_id]
        assert found.prepared is not None
        prepared = found.prepared.model_copy(update={"health": health})
        self.analyses[run_id] = replace(found, prepared=prepared)

    def add_analysis(self, run_id: str, duration: float, is_draft: bool = False) -> None:
        """Give a run a transcript, segments and a waveform."""
        waveform = self.folder / f"{run_id}.peaks"
        waveform.write_bytes(_peaks(duration))
        transcript = talk(duration, is_draft)
        run = self.run(run_id)
        video = VideoStream(
            index=0, codec="h264", width=1280, height=720, coded_width=1280, coded_height=720, fps=25.0
        )
        sound = AudioStream(index=1, codec="aac", sample_rate_hz=48000, channels=2)
        prepared = PreparedSource(
            facts=MediaFacts(container="mp4", duration=duration, size_bytes=1, video=video, audio=sound),
            waveform=waveform,
            waveform_hz=20.0,
        )
        source = Source(
            id=run.source_id, path=run.source_path, name=run.source_name, fingerprint="f" + run_id, size_bytes=1
        )
        self.analyses[run_id] = Analysis(source, prepared, transcript, segments_of(transcript, duration))

    def tell(self, event: Event) -> None:
        """Send an event to whoever listens."""
        for listener in tuple(self.listeners):
            listener(event)

    def tell_run(self, run: RunRecord) -> None:
        """Record a run and tell of it."""
        self.run_records[run.id] = run
        self.tell(RunChanged(run))

    def tell_job(self, job: JobRecord) -> None:
        """Record a job and tell of it."""
        self.job_records[job.id] = job
        self.tell(JobChanged(job))

    def tell_output(self, output: OutputRecord) -> None:
        """Record an output and tell of it."""
        self.output_records[output.id] = output
        self.tell(OutputChanged(output))

    def tell_log(self, line: LogLine) -> None:
        """Write a line into the log and tell of it."""
        self.log_lines.append(line)
        self.tell(LogWritten(line))

    def tell_queue(self, queue: QueueState) -> None:
        """Hold the queue up or let it go, and tell of it."""
        self.queue_state = queue
        self.tell(QueueChanged(queue))

    # The front door

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    async def import_source(self, path: Path) -> Source:
        self.calls.append(("import_source", path))
        await asyncio.sleep(self.delay)
        if not path.is_file():
            raise MediaError("There is no such file.", str(path), remedy="Check the path.")
        return Source(id=f"s-{path.stem}", path=path, name=path.name, fingerprint=path.stem, size_bytes=1)

    async def start_run(self, source_id: str, options: RunOptions) -> str:
        self.calls.append(("start_run", options))
        run_id = f"r{len(self.run_records) + 1}"
        self.tell_run(
            RunRecord(
                id=run_id,
                source_id=source_id,
                source_name=source_id.removeprefix("s-") + ".mp4",
                source_path=self.folder / "x.mp4",
                state="started",
                created_at=1_760_100_000.0,
                options=options,
            )
        )
        return run_id

    async def cancel(self, run_id: str) -> None:
        self.calls.append(("cancel", run_id))
        self.tell_run(self.run(run_id).model_copy(update={"is_paused": True}))

    async def resume(self, run_id: str) -> None:
        self.calls.append(("resume", run_id))
        self.tell_run(self.run(run_id).model_copy(update={"is_paused": False, "state": "started", "error": ""}))

    async def wait(self, run_id: str) -> RunRecord:
        def is_at_work() -> bool:
            run = self.run_records.get(run_id)
            if run is None or run.is_paused:
                return False
            is_delivering = any(each.state in ("pending", "rendering") for each in self.outputs(run_id))
            return run.state == "started" or (run.state == "analysis_complete" and is_delivering)

        while is_at_work():
            await asyncio.sleep(0.01)
        return self.run(run_id)

    async def delete_run(self, run_id: str) -> None:
        self.calls.append(("delete_run", run_id))
        self.run_records.pop(run_id, None)
        self.tell(RunDeleted(run_id))

    def runs(self) -> list[RunRecord]:
        return sorted(self.run_records.values(), key=lambda run: -run.created_at)

    def run(self, run_id: str) -> RunRecord:
        if run_id not in self.run_records:
            raise WorkspaceError(f"There is no run {run_id} in this workspace.")
        return self.run_records[run_id]

    def jobs(self, run_id: str) -> list[JobRecord]:
        return [job for job in self.job_records.values() if job.run_id == run_id]

    def outputs(self, run_id: str) -> list[OutputRecord]:
        return [output for output in self.output_records.values() if output.run_id == run_id]

    def log(self, run_id: str = "", stage: str = "", level: str = "", limit: int = 0) -> list[LogLine]:
        found = [
            line
            for line in self.log_lines
            if (not run_id or line.run_id == run_id)
            and (not stage or line.stage == stage)
            and (not level or _LEVELS.index(line.level) >= _LEVELS.index(level))
        ]
        return found[-limit:]

    def attempts(self, run_id: str) -> list[AttemptRecord]:
        return [attempt for attempt in self.attempt_records if attempt.run_id == run_id]

    def queue(self) -> QueueState:
        return self.queue_state

    def queued_runs(self) -> list[RunRecord]:
        unfinished = [run for run in self.run_records.values() if run.state == "started"]
        return sorted(unfinished, key=lambda run: (PRIORITIES.index(run.priority), run.position, run.created_at))

    def set_priority(self, run_id: str, priority: Priority) -> None:
        self.calls.append(("set_priority", (run_id, priority)))
        self.tell_run(self.run(run_id).model_copy(update={"priority": priority}))

    def move_in_queue(self, run_id: str, place: int) -> None:
        self.calls.append(("move_in_queue", (run_id, place)))
        if not any(each.id == run_id for each in self.queued_runs()):
            return
        moved = self.run(run_id)
        others = [r for r in self.queued_runs() if r.priority == moved.priority and r.id != run_id]
        others.insert(place, moved)
        for position, run in enumerate(others):
            if run.position != position or run.id == run_id:
                self.tell_run(run.model_copy(update={"position": float(position)}))

    def foresee(self, run_id: str, stage: str = "", style: str = "") -> Redo:
        names = [each.name for each in STAGES]
        entry = stage or ("plan_enhancement" if style else "")
        if not entry:
            return self.stale.get(run_id, Redo())
        clips = max(1, len(self.clips(run_id)))
        counts = {"source": 1, "clip": clips, "delivery": 3 * clips}
        redone = STAGES[names.index(entry) :]
        reasons = {entry: "another style" if style else "chosen by you"}
        return Redo(
            stages=tuple(
                RedoneStage(
                    stage=each.name,
                    jobs=counts[each.per],
                    reason=reasons.get(each.name, "what it builds on changes"),
                )
                for each in redone
            ),
            kept=tuple(names[: names.index(entry)]),
            seconds=14.0 * len(redone),
        )

    async def replay(self, run_id: str, stage: str = "", style: str = "") -> None:
        self.calls.append(("replay", (run_id, stage, style)))
        self.stale.pop(run_id, None)
        for output in list(self.outputs(run_id)):
            self.tell_output(output.model_copy(update={"state": "pending", "fraction": 0.0}))
        self.tell_run(self.run(run_id).model_copy(update={"state": "started", "fraction": 0.5}))

    def lanes(self) -> list[LaneState]:
        return list(self.lane_states.values())

    def set_width(self, lane: str, width: int) -> None:
        self.calls.append(("set_width", (lane, width)))
        self.lane_states[lane] = self.lane_states[lane].model_copy(update={"width": width})
        self.tell(QueueChanged(self.queue_state))

    def pause_queue(self) -> None:
        self.calls.append(("pause_queue", None))
        self.tell_queue(QueueState(hold="user", reason="The queue is paused."))

    def release_queue(self) -> None:
        self.calls.append(("release_queue", None))
        self.tell_queue(QueueState())

    def month(self) -> Budget:
        return self.month_now

    def spending(self, by: str, run_id: str = "") -> list[Spending]:
        return [one for one in self.spent if one.of == run_id]

    def figures(self, days: float = 30) -> Figures:
        self.calls.append(("figures", days))
        return self.figures_by_days.get(days, Figures(days=days))

    async def storage(self) -> Storage:
        self.calls.append(("storage", None))
        await self.looked.wait()
        if self.storage_problem:
            raise WorkspaceError(self.storage_problem, str(self.folder))
        return self.storage_now

    def set_tidy_limits(self, limits: TidyLimits) -> None:
        self.tidy_limits = limits

    def tidied(self) -> Tidied | None:
        return self.tidied_last

    async def free_storage(self) -> int:
        self.calls.append(("free_storage", None))
        await self.freed.wait()
        if self.storage_problem:
            raise WorkspaceError(self.storage_problem, str(self.folder))
        before = self.storage_now
        stages = tuple(
            stage.model_copy(
                update={"bytes": stage.bytes - stage.unused_bytes, "unused_count": 0, "unused_bytes": 0}
            )
            for stage in before.stages
        )
        left = before.free_bytes + before.unused_bytes
        self.storage_now = before.model_copy(update={"stages": stages, "free_bytes": left})
        self.free_by_now = left
        return before.unused_bytes

    async def preflight(self, path: Path, options: RunOptions) -> Preflight:
        self.calls.append(("preflight", path))
        if self.free_by_now is None:
            return self.preflight_now
        return self.preflight_now.model_copy(update={"free_bytes": self.free_by_now})

    def free_bytes(self) -> int:
        return 41_200_000_000

    def clips(self, run_id: str) -> list[Clip]:
        found = [clip for clip in self.clip_records.values() if clip.run_id == run_id]
        return self.taste.in_order(found)

    def read_clips(self, run_id: str) -> Iterator[None]:
        for _ in self.clips(run_id):
            yield

    def clip(self, clip_id: str) -> Clip:
        if clip_id not in self.clip_records:
            raise WorkspaceError(f"There is no clip {clip_id} in this workspace.")
        return self.clip_records[clip_id]

    @property
    def models(self) -> FakeShelf | ModelShelf:
        return self.shelf or FakeShelf(self)

    def configure(self, configuration: Configuration) -> None:
        self.calls.append(("configure", configuration))
        self.publications.destinations = configuration.destinations

    @cached_property
    def style_work(self) -> StyleWork:
        # The real one: it needs of a store nothing but runs and clips.
        return StyleWork(cast(Store, self), lambda: self.folder / "styles", self.folder / "kept")

    def draft_steps(self) -> tuple[list[DraftStep], list[DraftStep]]:
        return self.style_work.steps()

    def styles(self) -> tuple[Style, ...]:
        box = CaptionStyle(box_colour="#101418e6", highlight_colour="#4fd1c5")
        loud = CaptionStyle(uppercase=True, highlight_colour="#ff5d73")
        own = tuple(style for style in self.style_work.styles() if style.digest)
        return (
            *own,
            Style(name="clean", version=1, title="Clean"),
            Style(name="box", version=2, title="Box", captions=box),
            Style(name="loud", version=1, title="Loud", captions=loud),
        )

    async def analysis(self, run_id: str) -> Analysis:
        await asyncio.sleep(self.delay)
        run = self.run(run_id)
        source = Source(
            id=run.source_id, path=run.source_path, name=run.source_name, fingerprint=run_id, size_bytes=1
        )
        return self.analyses.get(run_id) or Analysis(source)

    async def edit(self, run_id: str, label: str, after: Sequence[Clip], removed: Collection[str] = ()) -> None:
        await asyncio.sleep(self.delay)
        became: dict[str, Clip | None] = {clip.id: clip for clip in after} | dict.fromkeys(removed)
        before = {clip_id: self.clip_records.get(clip_id) for clip_id in became}
        step = (label, before, became)
        self.history.setdefault(run_id, []).append(step)
        self.made_at[id(step)] = time.time()
        self.undone[run_id] = []
        self._put(became)
        self.tell(ClipsChanged(run_id, tuple(before)))

    def versions(self, clip_id: str) -> list[ClipVersion]:
        steps = [step for step in self.history.get(self.clip(clip_id).run_id, []) if clip_id in step[2]]
        found = [
            ClipVersion(label=label, at=1.0 + place, clip=after[clip_id])
            for place, (label, _before, after) in enumerate(steps)
            if after[clip_id] is not None
        ]
        first = steps[0][1][clip_id] if steps else None
        return [*found[::-1], *([ClipVersion(label="", at=0.0, clip=first)] if first else [])]

    async def undo(self, run_id: str) -> str | None:
        if not self.history.get(run_id):
            return None
        step = self.history[run_id].pop()
        self.undone.setdefault(run_id, []).append(step)
        self._put(step[1])
        if isinstance(step[1], CorrectionStep):
            self.transcripts.put(step[1])
        self.tell(ClipsChanged(run_id, tuple(step[1])))
        return step[0]

    async def redo(self, run_id: str) -> str | None:
        if not self.undone.get(run_id):
            return None
        step = self.undone[run_id].pop()
        self.history[run_id].append(step)
        self._put(step[2])
        if isinstance(step[2], CorrectionStep):
            self.transcripts.put(step[2])
        self.tell(ClipsChanged(run_id, tuple(step[2])))
        return step[0]

    def undo_label(self, run_id: str) -> str | None:
        steps = self.history.get(run_id)
        return steps[-1][0] if steps else None

    def redo_label(self, run_id: str) -> str | None:
        steps = self.undone.get(run_id)
        return steps[-1][0] if steps else None

    def undo_at(self, run_id: str) -> float:
        steps = self.history.get(run_id)
        return self.made_at.get(id(steps[-1]), 0.0) if steps else 0.0

    def redo_at(self, run_id: str) -> float:
        steps = self.undone.get(run_id)
        return self.made_at.get(id(steps[-1]), 0.0) if steps else 0.0

    async def composition(self, clip_id: str, aspect: Aspect) -> Composition:
        self.calls.append(("composition", (clip_id, aspect)))
        await asyncio.sleep(self.delay)
        return compose(self.clip(clip_id), aspect, self.composition_media or self.folder / "none.mp4", self)

    async def framing(self, clip_id: str) -> Framing:
        await asyncio.sleep(self.delay)
        return framing_of(self.clip(clip_id), self)

    async def twin_pairs(self) -> tuple[TwinPair, ...]:
        return tuple(
            self._as_decided(pair) for pair in self.pairs_of_twins if self._ids(pair) not in self.told_apart
        )

    def _as_decided(self, pair: TwinPair) -> TwinPair:
        one, other = (
            side.model_copy(update={"decision": self.clip(side.clip_id).decision})
            for side in (pair.one, pair.other)
        )
        return pair.model_copy(update={"one": one, "other": other})

    def _ids(self, pair: TwinPair) -> frozenset[str]:
        return frozenset((pair.one.clip_id, pair.other.clip_id))

    def tell_apart(self, one_id: str, other_id: str, is_apart: bool = True) -> None:
        pair = frozenset((one_id, other_id))
        self.told_apart = self.told_apart | {pair} if is_apart else self.told_apart - {pair}

    async def twins(self, clip_id: str) -> tuple[Twin, ...]:
        return self.twins_of.get(clip_id, ())

    async def keep_music(self, path: Path) -> Music:
        self.calls.append(("keep_music", path))
        await asyncio.sleep(self.delay)
        if not path.is_file():
            raise MediaError("There is no such file.", str(path), remedy="Choose another one.")
        if path.suffix == ".txt":
            raise MediaError("This file has no sound.", str(path), remedy="Choose a piece of music.")
        return Music(file=Path("music", f"0123{path.suffix}"), title=path.stem)

    async def prepared(self, run_id: str) -> PreparedSource | None:
        await asyncio.sleep(self.delay)
        found = self.analyses.get(run_id)
        return found.prepared if found else None

    async def thumbnail(self, run_id: str, at: float, height_px: int = 180) -> Path:
        await asyncio.sleep(self.delay)
        return self.thumbnails(at)

    def presets(self) -> tuple[EncodePreset, ...]:
        return self.own_presets.all()

    async def export_forecast(
        self,
        run_id: str,
        clip_ids: Sequence[str],
        aspects: Sequence[Aspect],
        folder: Path,
        preset: str = "",
        wishes: FileWishes = AS_BEFORE,
        cells: Sequence[Cell] = (),
    ) -> ExportForecast | None:
        await asyncio.sleep(self.delay)
        files = len(self._wanted(clip_ids, aspects, preset, wishes, cells))
        size = files * 12_000_000
        return ExportForecast(
            files=files,
            bytes=size,
            needed_bytes=2 * size,
            free_bytes=self.export_free_bytes,
            seconds=30.0 * files,
        )

    def name_example(self, cell: Cell, name_template: str, is_one_of_several: bool = False) -> str:
        clip = self.clip(cell.clip_id)
        ranks = {each.id: rank for rank, each in enumerate(self.clips(clip.run_id), 1)}
        fields = name_fields(clip, cell.aspect, cell.preset, "Episode 12", ranks[clip.id])
        template = name_template or DEFAULT_TEMPLATE
        return file_name(telling_preset(template) if is_one_of_several else template, fields, ".mp4")

    async def export(
        self,
        run_id: str,
        clip_ids: Sequence[str],
        aspects: Sequence[Aspect],
        folder: Path,
        preset: str = "",
        wishes: FileWishes = AS_BEFORE,
        cells: Sequence[Cell] = (),
    ) -> list[str]:
        self.file_wishes = wishes
        self.file_cells = tuple(cells)
        self.calls.append(("export", (tuple(clip_ids), tuple(aspects), folder, preset)))
        made: list[str] = []
        for cell in self._wanted(clip_ids, aspects, preset, wishes, cells):
            output = OutputRecord(
                id=f"o{len(self.output_records)}",
                run_id=run_id,
                clip_id=cell.clip_id,
                aspect=cell.aspect,
                preset=cell.preset,
                state="pending",
            )
            made.append(output.id)
            self.tell_output(output)
        return made

    def _wanted(
        self,
        clip_ids: Sequence[str],
        aspects: Sequence[Aspect],
        preset: str,
        wishes: FileWishes,
        cells: Sequence[Cell],
    ) -> list[Cell]:
        options = wishes.applied_to(RunOptions(), preset)
        return list(cells) or deliveries([self.clip(each) for each in clip_ids], aspects, options)

    def _put(self, clips: dict[str, Clip | None] | dict[str, Clip]) -> None:
        for clip_id, clip in clips.items():
            if clip is None:
                self.clip_records.pop(clip_id, None)
            else:
                self.clip_records[clip_id] = clip


def two_faces(duration: float = 80.0) -> tuple[FaceTrack, ...]:
    """Return Ana on the left, who talks, and Ben on the right of a 1280×720 picture, in one shot."""
    return tuple(
        FaceTrack(
            id=number,
            person=number,
            points=tuple(
                FacePoint(at=at / 2, x=x - 60, y=220, width=120, height=140, speaking=speaking)
                for at in range(int(duration * 2))
            ),
        )
        for number, (x, speaking) in enumerate(((320.0, 0.9), (960.0, 0.0)))
    )


def framing_of(clip: Clip, project: FakeProject) -> Framing:
    """Return a clip's framing: by the real rules where the project has faces, else a crop from the middle."""
    shots = project.analyses[clip.run_id].segments.shots if not project.faces else (Shot(start=0, end=9999),)
    if project.faces:
        key = f"{clip.cut.identity()} {clip.framing.identity()}"
        if key in project.framings:
            return project.framings[key]
        video = VideoStream(
            index=0, codec="h264", width=1280, height=720, coded_width=1280, coded_height=720, fps=25.0
        )
        made = frame_clip(video, clip.cut, shots, project.faces, ASPECTS, clip.framing)
        return project.framings.setdefault(key, made.model_copy(update={"voices": project.voices}))
    spans: dict[Aspect, tuple[LayoutSpan, ...]] = {}
    for aspect in ASPECTS:
        width = min(1280.0, 720 * aspect_ratio(aspect))
        height = width / aspect_ratio(aspect)
        crop = CropPath(
            at=(0.0,), x=((1280 - width) / 2,), y=((720 - height) / 2,), width=(width,), height=(height,)
        )
        spans[aspect] = tuple(
            LayoutSpan(
                start=kept.start,
                end=kept.end,
                layout="follow",
                regions=(Region(crop=crop),),
                reason="one face throughout",
            )
            for kept in clip.cut.ranges
        )
    return Framing(width=1280, height=720, shots=shots, spans=spans)


def compose(clip: Clip, aspect: Aspect, media: Path, project: FakeProject) -> Composition:
    """Return a composition of a clip as it is framed."""
    width, height = output_size(aspect, 1080)
    transcript = project.analyses[clip.run_id].transcript
    spoken = [
        (at, word)
        for word, _ in (transcript.words() if transcript else ())
        if (at := clip.cut.to_clip_time(word.start)) is not None
    ]
    groups = [spoken[place : place + 3] for place in range(0, len(spoken), 3)]
    cues = tuple(
        CaptionCue(
            start=group[0][0],
            end=min(group[-1][0] + 0.5, following[0][0]),
            words=tuple(CueWord(text=w.text, start=at, end=at + w.end - w.start) for at, w in group),
        )
        for group, following in itertools.pairwise(groups)
    )
    style = next(style for style in project.styles() if style.name == clip.style.partition("@")[0])
    return Composition(
        title=clip.wording.title,
        aspect=aspect,
        width=width,
        height=height,
        fps_numerator=25,
        fps_denominator=1,
        media=MediaReference(path=media, width=1280, height=720),
        cut=clip.cut,
        spans=to_clip_time(framing_of(clip, project).spans[aspect], clip.cut),
        audio=AudioPlan(measured_lufs=-19.2, gain_db=5.2),
        cues=cues,
        style=project.clip_style or style,
    )


@cache
def _peaks(duration: float) -> bytes:
    return b"".join(_peak(n / 20) for n in range(int(duration * 20)))


def _peak(at: float) -> bytes:
    loud = 0.5 + 0.5 * math.sin(at * 1.7) * math.sin(at * 0.31)
    loud *= 0.25 + 0.75 * abs(math.sin(at * 7.3 + math.sin(at)))
    return struct.pack("<bb", -int(loud * 90), int(loud * 90))
