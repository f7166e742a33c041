"""Review of one run: which clip is looked at, what the user decides and trims, undo and redo.

The state of the screen without pixels: panels show it and ask this controller to change it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from core import editing
from core.errors import WorkspaceError
from core.schema.audio import SoundWishes
from core.schema.choice import Aspect
from core.schema.clip import Clip, Decision
from core.schema.composition import Composition
from core.schema.correction import TranscriptReading
from core.schema.run import JobRecord, RunRecord
from core.schema.source import PreparedSource
from core.schema.style import Style
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript
from ui.controllers.events import ProjectEvents
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, QT_TRANSLATE_NOOP, tr

if TYPE_CHECKING:
    from core.project import Analysis, Project

# Names of steps are what the menu says behind "Undo": "Undo trim of “I was broke”". They are kept with the clips,
# and in English; the window puts them through `told`.
STYLE = QT_TRANSLATE_NOOP("core", "Style of {clips}")
TRIM = QT_TRANSLATE_NOOP("core", "Trim of {clips}")
DECISION_LABELS: dict[Decision, str] = {
    "approved": QT_TRANSLATE_NOOP("core", "Approval of {clips}"),
    "rejected": QT_TRANSLATE_NOOP("core", "Rejection of {clips}"),
    "maybe": QT_TRANSLATE_NOOP("core", "“Maybe” for {clips}"),
    "undecided": QT_TRANSLATE_NOOP("core", "Clearing the decision on {clips}"),
}

_PAINTING_SECONDS = 0.01

# What was found out about a source, and its waveform.
_Found: TypeAlias = "tuple[Analysis, bytes]"
_Reading: TypeAlias = "asyncio.Future[_Found | None]"


class ReviewController(QObject):
    """The run that is open, its clips and the clip in hand.

    An edit shows at once and is stored behind it, one after the other; where storing fails, what is stored
    comes back and the reason is told.

    `run` is the record of the open run; how far it is, the library knows better. Before one is opened `get_ready`
    makes who is to hear of it, and once everybody knows of it `enter` shows what there is to see, both some
    milliseconds a step; `is_opening` is whether that is going on.

    Signals:
        run_opened(str): Another run is open ("" for none); nothing of it is loaded yet.
        clips_changed(): Clips were added, edited, decided or removed.
        current_changed(): Another clip is in hand, or none.
        current_edited(): The clip in hand was edited (its cut, wording, framing or style).
        analysis_changed(): Transcript, segments or waveform arrived.
        history_changed(): What can be undone or redone changed.
    """

    run_opened = Signal(str)
    clips_changed = Signal()
    current_changed = Signal()
    current_edited = Signal()
    analysis_changed = Signal()
    history_changed = Signal()

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self.run_id = ""
        self.run: RunRecord | None = None
        self.clips: list[Clip] = []
        self.analysis: Analysis | None = None
        self.reading: TranscriptReading | None = None
        self._readings_asked = self._reading_shown = 0
        self.waveform = b""
        self._current_id = ""
        self._order: list[str] = []
        self._place = 0
        self._unsaved = 0
        self._openings = 0
        self.is_opening = False
        self._held: list[Callable[[], object]] = []
        self.get_ready: Callable[[], Iterator[None]] = lambda: iter(())
        self.enter: Callable[[str], Iterator[None]] = lambda _run_id: iter(())
        self._last_save: asyncio.Future[None] | None = None
        events.clips_changed.connect(self._on_clips_changed)
        events.corrections_changed.connect(self._on_corrections_changed)
        events.translation_changed.connect(self._on_translation_changed)
        events.job_changed.connect(self._on_job_changed)
        events.run_changed.connect(self._on_run_changed)
        events.run_deleted.connect(self._on_run_deleted)

    # What is open

    def show_run(self, run_id: str, then: Callable[[], object] | None = None) -> None:
        """Open a run for whoever looks, in turns between which the window goes on.

        `then` is done once all of it is there, unless another is opened meanwhile.
        """
        self._openings += 1
        self.is_opening, self._held = True, [] if then is None else [then]
        opening = self._open_in_turns(run_id, self._openings, self._read_ahead(run_id))
        self._tasks.start_first(opening, QT_TR_NOOP("Could not read the analysis."))

    def open_run(self, run_id: str) -> None:
        """Open a run: its clips at once, its transcript and waveform as soon as they are read."""
        self._openings += 1
        self.is_opening, self._held = False, []
        for _ in chain(self.get_ready(), self._open(run_id)):
            pass

    def once_open(self, act: Callable[[], object]) -> None:
        """Do something with the open run: now, or once the one is there that is being opened in turns."""
        if self.is_opening:
            self._held.append(act)
        else:
            act()

    def _read_ahead(self, run_id: str) -> _Reading | None:
        """Begin to read the analysis of a run, while its clips are read and panels find their places.

        Not of one that is at work: what its jobs make is heard of once it is open, and read from then on.
        """
        run = self._find(run_id)
        if run is None or run.state == "started":
            return None
        return self._tasks.start_first(self._read_analysis(run_id), QT_TR_NOOP("Could not read the analysis."))

    async def _open_in_turns(self, run_id: str, number: int, ahead: _Reading | None) -> None:
        """Open a run step by step, unless another is opened meanwhile."""
        try:
            for _ in chain(self._project.read_clips(run_id), self.get_ready()):
                await asyncio.sleep(0)
                if number != self._openings:
                    return
            for _ in self._open(run_id, ahead):
                # What was shown is laid out and painted first, in a turn of its own.
                await asyncio.sleep(_PAINTING_SECONDS)
                if number != self._openings:
                    return
        finally:
            if number == self._openings:
                self.is_opening = False
        held, self._held = self._held, []
        for act in held:
            act()

    def _open(self, run_id: str, ahead: _Reading | None = None) -> Iterator[None]:
        self.run = self._find(run_id)
        self.run_id = run_id = self.run.id if self.run else ""
        self.analysis = None
        self.reading = None
        self.waveform = b""
        self._current_id = ""
        self.clips = self._project.clips(run_id) if run_id else []
        self.run_opened.emit(run_id)
        if run_id:
            # Shown once the panels stand.
            reading = self._load_analysis(run_id, ahead)
            self._tasks.start_first(reading, QT_TR_NOOP("Could not read the analysis."))
        yield
        # Before they are seen: a list that has not heard of them yet would say that there are none.
        self.clips_changed.emit()
        yield
        yield from self.enter(run_id)
        yield
        self.analysis_changed.emit()
        self.history_changed.emit()
        yield
        if self.current is None:
            self.select(self._first())

    @property
    def current(self) -> Clip | None:
        """The clip in hand."""
        return self.clip(self._current_id)

    def clip(self, clip_id: str) -> Clip | None:
        """Return a clip of the open run."""
        return next((clip for clip in self.clips if clip.id == clip_id), None)

    @property
    def transcript(self) -> Transcript | None:
        """The transcript of the open run, once there is one."""
        return self.analysis.transcript if self.analysis else None

    @property
    def prepared(self) -> PreparedSource | None:
        """What ingest made of the source, once it did."""
        return self.analysis.prepared if self.analysis else None

    @property
    def duration(self) -> float:
        """Length of the source in seconds; 0 where it is not known yet."""
        return self.prepared.facts.duration if self.prepared else 0.0

    @property
    def fps(self) -> float:
        """Frames a second of the source."""
        video = self.prepared.facts.video if self.prepared else None
        return video.fps if video and video.fps > 0 else 30.0

    @property
    def snap_points(self) -> list[float]:
        """Where words, sentences, silences and shots start and end, in source seconds, ascending."""
        words = [word for word, _ in self.transcript.words()] if self.transcript else []
        points = {edge for word in words for edge in (word.start, word.end)}
        segments = self.analysis.segments if self.analysis else None
        if segments:
            points.update(edge for span in segments.sentences for edge in (span.start, span.end))
            points.update(edge for span in segments.silences for edge in (span.start, span.end))
            points.update(shot.start for shot in segments.shots)
        return sorted(points)

    def styles(self) -> tuple[Style, ...]:
        """Return the styles that a clip can have."""
        return self._project.styles()

    # Moving between clips

    def set_order(self, clip_ids: list[str]) -> None:
        """Say in which order the list shows clips; previous and next follow it."""
        self._order = clip_ids
        self._note_place()

    def select(self, clip_id: str) -> None:
        """Take a clip in hand."""
        if clip_id == self._current_id:
            return
        self._current_id = clip_id
        self._note_place()
        self.current_changed.emit()

    def step(self, by: int) -> None:
        """Take the next (+1) or previous (-1) clip of the list."""
        if not self._order:
            return
        self.select(self.ahead(by) or self._order[0 if by < 0 else -1])

    def ahead(self, by: int) -> str:
        """Return the id of the clip so many places further in the list; empty where the list ends before.

        A clip in hand that the list shows no more, since it was decided, had the place of the one now there.
        """
        if self._current_id in self._order:
            place = self._order.index(self._current_id) + by
        else:
            place = self._place + (by - 1 if by > 0 else by)
        return self._order[place] if 0 <= place < len(self._order) else ""

    def following(self) -> list[str]:
        """Return the ids of the list from behind the clip in hand, once around."""
        start = self._place + 1 if self._current_id in self._order else self._place
        return [*self._order[start:], *self._order[:start]]

    def _first(self) -> str:
        """Return the id of the clip that the list shows first."""
        there = [clip.id for clip in self.clips]
        return next((clip_id for clip_id in self._order if clip_id in there), there[0] if there else "")

    def _note_place(self) -> None:
        if self._current_id in self._order:
            self._place = self._order.index(self._current_id)

    # Edits

    def decide(self, decision: Decision) -> None:
        """Decide about the clip in hand; deciding the same again clears the decision."""
        clip = self.current
        if clip is not None:
            self.decide_all([clip], "undecided" if clip.decision == decision else decision)

    def decide_all(self, clips: Sequence[Clip], decision: Decision) -> None:
        """Decide about clips: one step of undo."""
        self.edit_all(DECISION_LABELS[decision], [editing.set_decision(clip, decision) for clip in clips])

    def edit_all(self, name: str, after: Sequence[Clip]) -> None:
        """Keep edited clips as one step of undo, those that changed; `name` as in "Style of {clips}"."""
        changed = [clip for clip in after if (known := self.clip(clip.id)) is not None and known != clip]
        if changed:
            self.edit(step_label(name, *changed), *changed)

    def retitle(self, title: str) -> None:
        """Give the clip in hand another title."""
        clip = self.current
        if clip is not None and title != clip.wording.title:
            self.edit(
                step_label(QT_TRANSLATE_NOOP("core", "Title of {clips}"), clip), editing.retitle(clip, title)
            )

    def set_hook(self, hook: str) -> None:
        """Give the clip in hand another opening line."""
        clip = self.current
        if clip is not None and hook != clip.wording.hook:
            self.edit(step_label(QT_TRANSLATE_NOOP("core", "Hook of {clips}"), clip), editing.set_hook(clip, hook))

    def set_stressed(self, text: str) -> None:
        """Let the captions of the clip in hand stress the words of a text; empty lets the machine choose."""
        clip = self.current
        after = editing.stress(clip, text.replace(",", " ").split()) if clip is not None else None
        if clip is not None and after is not None and after != clip:
            self.edit(step_label(QT_TRANSLATE_NOOP("core", "Stressed words of {clips}"), clip), after)

    def edit_post(self, name: str, after: Clip) -> None:
        """Keep the clip in hand with another post; `name` is that of the step, as in "Describe {clips}"."""
        clip = self.current
        if clip is not None and after.id == clip.id and after.post != clip.post:
            self.edit(step_label(name, clip), after)

    def set_notes(self, notes: str) -> None:
        """Keep the user's notes on the clip in hand."""
        clip = self.current
        if clip is not None and notes != clip.notes:
            self.edit(
                step_label(QT_TRANSLATE_NOOP("core", "Note on {clips}"), clip), editing.set_notes(clip, notes)
            )

    def set_style(self, pin: str) -> None:
        """Give the clip in hand another caption style."""
        clip = self.current
        if clip is not None and pin != clip.style:
            self.edit(step_label(STYLE, clip), editing.set_style(clip, pin))

    def set_caption_language(self, language: str) -> None:
        """Let the captions of the clip in hand be in a language of a translation; empty for what is spoken."""
        clip = self.current
        if clip is not None and language != clip.caption_language:
            name = QT_TRANSLATE_NOOP("core", "Captions’ language of {clips}")
            self.edit(step_label(name, clip), editing.set_caption_language(clip, language))

    def set_all_caption_languages(self, language: str) -> None:
        """Let the captions of all clips be in a language of a translation: one step of undo."""
        after = [editing.set_caption_language(c, language) for c in self.clips if c.caption_language != language]
        if after:
            self.edit(QT_TRANSLATE_NOOP("core", "Captions’ language of all clips"), *after)

    def reframe(self, name: str, *after: Clip) -> None:
        """Keep clips with other framings as one step of undo; `name` as in "Crop by hand {clips}"."""
        changed = [clip for clip in after if (known := self.clip(clip.id)) and known.framing != clip.framing]
        if changed:
            self.edit(step_label(name, *changed), *changed)

    def set_sound(self, clip: Clip, name: str, sound: SoundWishes) -> None:
        """Wish for another sound of a clip; `name` is that of the step, as in "Fade in {clips}"."""
        if sound != clip.sound:
            self.edit(step_label(name, clip), editing.set_sound(clip, sound))

    def cut_out(self, start: float, end: float) -> None:
        """Cut a stretch of words out of the clip in hand."""
        clip = self.current
        if clip is None:
            return
        after = editing.cut_out(clip, TimeSpan(start=start, end=end))
        if after != clip:
            self.edit(step_label(QT_TRANSLATE_NOOP("core", "Cut in {clips}"), clip), after)

    def mask_profanity(self, is_wanted: bool) -> None:
        """Star swear words in the captions of the clip in hand, or show them."""
        clip = self.current
        if clip is not None and is_wanted != clip.wording.masks_profanity:
            starred, shown = (
                QT_TRANSLATE_NOOP("core", "Starred swear words in {clips}"),
                QT_TRANSLATE_NOOP("core", "Shown swear words in {clips}"),
            )
            self.edit(step_label(starred if is_wanted else shown, clip), editing.mask_profanity(clip, is_wanted))

    def fillers(self) -> tuple[int, str]:
        """Return how many fillers ("um", "you know") of the clip in hand can be cut, and that in words."""
        clip, transcript = self.current, self.transcript
        if clip is None or transcript is None:
            return 0, ""
        if not transcript.has_exact_word_times:
            return 0, tr("When exactly words are said is not known here, so fillers can't be cut.")
        count = len(editing.filler_spans(transcript, clip.cut))
        if count:
            return count, tr("%n fillers (“um”, “you know”) can be cut.", "", count)
        if not editing.knows_fillers(transcript):
            return 0, tr("Fillers are not listed for the language that is spoken.")
        return 0, tr("No fillers are heard in this clip.")

    def remove_fillers(self) -> None:
        """Cut "um", "you know" and their like out of the clip in hand."""
        clip, transcript = self.current, self.transcript
        if clip is None or transcript is None:
            return
        after = editing.remove_fillers(clip, transcript)
        if after != clip:
            self.edit(step_label(QT_TRANSLATE_NOOP("core", "Removal of fillers from {clips}"), clip), after)

    def restore(self) -> None:
        """Bring back everything that was cut out between the ends of the clip in hand."""
        clip = self.current
        if clip is not None and len(clip.cut.ranges) > 1:
            self.edit(
                step_label(QT_TRANSLATE_NOOP("core", "Restored words of {clips}"), clip), editing.restore(clip)
            )

    def trim(self, clip_id: str, start: float, end: float) -> None:
        """Give a clip another start and end, in source seconds."""
        clip = self.clip(clip_id)
        if clip is None or (abs(start - clip.cut.start) < 1e-4 and abs(end - clip.cut.end) < 1e-4):
            return
        self.edit(step_label(TRIM, clip), editing.trim(clip, start, end, self.last_second))

    def move(self, clip_ids: Sequence[str], by: float) -> None:
        """Move clips as a whole by seconds: one step of undo."""
        found = [clip for clip_id in clip_ids if (clip := self.clip(clip_id)) is not None]
        self.edit_all(
            QT_TRANSLATE_NOOP("core", "Move of {clips}"),
            [editing.shift(clip, by, self.last_second) for clip in found],
        )

    @property
    def last_second(self) -> float:
        """How far the source reaches, as far as that is known."""
        # Until the length of the source is read, all that is known to be there is what the clips are cut from.
        return self.duration or max((clip.cut.end for clip in self.clips), default=0.0)

    def new_clip(self, start: float, end: float) -> None:
        """Make a clip of a stretch of the source and take it in hand."""
        if not self.run_id or end <= start:
            return
        run = self.run
        style = self.current.style if self.current else (run.style_pin or run.options.style if run else "")
        title = self._first_words(start, end)
        made = editing.new_clip(self.run_id, start, end, title, style)
        if run is not None:
            made = editing.set_sound(made, run.options.sound)
            made = editing.mask_profanity(made, run.options.masks_profanity)
        self.edit(QT_TRANSLATE_NOOP("core", "New clip"), made)
        self.select(made.id)

    def _first_words(self, start: float, end: float) -> str:
        words = self.transcript.words() if self.transcript else ()
        said = [word.text for word, _ in words if start - 0.01 <= word.start < end]
        return " ".join(said[:8]).rstrip(",;:–-") or tr("New clip")

    def undo(self) -> None:
        """Take the last edit back."""
        if self.run_id and self.undo_label():
            self._tasks.start(self._after_saves(self._project.undo, self.run_id), QT_TR_NOOP("Could not undo."))

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.run_id and self.redo_label():
            self._tasks.start(self._after_saves(self._project.redo, self.run_id), QT_TR_NOOP("Could not redo."))

    def undo_label(self) -> str:
        """Return what undo would take back, or an empty string."""
        return (self._project.undo_label(self.run_id) or "") if self.run_id else ""

    def redo_label(self) -> str:
        """Return what redo would do again, or an empty string."""
        return (self._project.redo_label(self.run_id) or "") if self.run_id else ""

    def undo_at(self) -> float:
        """Return when what undo would take back was made, in seconds since the epoch."""
        return self._project.undo_at(self.run_id) if self.run_id else 0.0

    def redo_at(self) -> float:
        """Return when what redo would do again was made, in seconds since the epoch."""
        return self._project.redo_at(self.run_id) if self.run_id else 0.0

    # What the preview and the lists ask for

    async def composition(self, clip_id: str, aspect: Aspect) -> Composition:
        """Return what the preview plays and the export renders."""
        await self.saved()
        return await self._project.composition(clip_id, aspect)

    async def thumbnail(self, at: float) -> Path:
        """Return a small picture of the source at an instant."""
        return await self._project.thumbnail(self.run_id, at)

    # Keeping up with the project

    def edit(self, label: str, *after: Clip, removed: Sequence[str] = ()) -> None:
        """Keep clips as they are given, and let those whose ids are in `removed` go: one named step of undo."""
        changed = {clip.id: clip for clip in after}
        stay = [clip for clip in self.clips if clip.id not in removed]
        self.clips = [changed.pop(clip.id, clip) for clip in stay] + list(changed.values())
        self.clips_changed.emit()
        if any(clip.id == self._current_id for clip in after):
            self.current_edited.emit()
        self._unsaved += 1
        saving = self._save(self._last_save, label, after, removed)
        self._last_save = self._tasks.start(saving, QT_TR_NOOP("Could not keep the change."))

    async def _save(
        self,
        previous: asyncio.Future[None] | None,
        label: str,
        after: Sequence[Clip],
        removed: Sequence[str],
    ) -> None:
        if previous is not None:
            await asyncio.wait({previous})
        try:
            await self._project.edit(after[0].run_id, label, after, removed)
        finally:
            self._unsaved -= 1
            if not self._unsaved:
                self._reload()

    async def saved(self) -> None:
        # `wait`, since awaiting the task itself would cancel it together with whoever waits.
        if self._last_save is not None:
            await asyncio.wait({self._last_save})

    async def _after_saves(self, change: Callable[[str], Awaitable[str | None]], run_id: str) -> None:
        await self.saved()
        before = {clip.id: clip for clip in self.clips}
        await change(run_id)
        self._reload()
        if run_id == self.run_id:
            self._show_change(before)

    def _show_change(self, before: Mapping[str, Clip]) -> None:
        """Take in hand what was changed, so that an undo is seen: keys have gone on to another clip by then."""
        there = {clip.id: clip for clip in self.clips}
        changed = [clip_id for clip_id in self._order if there.get(clip_id) != before.get(clip_id)]
        changed += [clip.id for clip in self.clips if clip != before.get(clip.id) and clip.id not in changed]
        if changed and self._current_id not in changed:
            self.select(changed[0])

    def _reload(self) -> None:
        if not self.run_id or self._unsaved:
            return
        before = self.current
        self.clips = self._project.clips(self.run_id)
        self.clips_changed.emit()
        self.history_changed.emit()
        if self.current is None:
            self.select(self._first())
        elif self.current != before:
            self.current_edited.emit()

    def _on_clips_changed(self, run_id: str) -> None:
        if run_id == self.run_id:
            self._reload()

    def _on_translation_changed(self, source_id: str, language: str) -> None:
        current = self.current
        if current and current.caption_language == language and self.run and self.run.source_id == source_id:
            self.current_edited.emit()

    def _on_job_changed(self, job: JobRecord) -> None:
        if job.run_id == self.run_id and not job.clip_id and job.state == "completed":
            self._tasks.start(self._load_analysis(job.run_id), QT_TR_NOOP("Could not read the analysis."))

    def _on_corrections_changed(self, source_id: str) -> None:
        if self.run is not None and self.run.source_id == source_id:
            self._tasks.start(
                self._load_transcript(self.run_id, source_id), QT_TR_NOOP("Could not read the transcript.")
            )

    async def _load_transcript(self, run_id: str, source_id: str) -> None:
        await self._read(run_id, source_id)
        if self.reading is None or run_id != self.run_id or self.analysis is None:
            return
        self.analysis = replace(self.analysis, transcript=self.reading.transcript)
        self.analysis_changed.emit()
        self.current_edited.emit()
        self.history_changed.emit()

    async def _read(self, run_id: str, source_id: str) -> None:
        """Read the transcript of the open run, unless a reading that was asked for later is there already."""
        self._readings_asked += 1
        number = self._readings_asked
        reading = await self._project.transcripts.read(source_id, run_id)
        if run_id == self.run_id and number > self._reading_shown:
            self.reading, self._reading_shown = reading, number

    def _find(self, run_id: str) -> RunRecord | None:
        try:
            return self._project.run(run_id) if run_id else None
        except WorkspaceError:
            # It was deleted while something still offered to open it.
            return None

    def _on_run_changed(self, run: RunRecord) -> None:
        if run.id == self.run_id:
            self.run = run

    def _on_run_deleted(self, run_id: str) -> None:
        if run_id == self.run_id:
            self.open_run("")

    async def _read_analysis(self, run_id: str) -> _Found:
        found = await self._project.analysis(run_id)
        waveform = found.prepared.waveform if found.prepared else None
        return found, await self._tasks.in_thread(waveform.read_bytes) if waveform else b""

    async def _load_analysis(self, run_id: str, ahead: _Reading | None = None) -> None:
        read = await ahead if ahead is not None else await self._read_analysis(run_id)
        if read is None:
            # It failed, and that was told.
            return
        found, raw = read
        await self._read(run_id, found.source.id)
        if run_id == self.run_id:
            self.once_open(partial(self._show_analysis, run_id, found, raw))

    def _show_analysis(self, run_id: str, found: Analysis, waveform: bytes) -> None:
        # What waited for a run to be there may be of the one that was open before it.
        if run_id != self.run_id:
            return
        self.analysis = replace(found, transcript=self.reading.transcript if self.reading else None)
        self.waveform = waveform
        self.analysis_changed.emit()


def step_label(name: str, *clips: Clip) -> str:
    """Return the name of a step of undo: "Style of {clips}" with the clip's title, or how many they are."""
    if len(clips) == 1:
        return name.format(clips=f"“{short_title(clips[0])}”")
    return name.format(clips=QT_TRANSLATE_NOOP("core", "{count} clips").format(count=len(clips)))


def short_title(clip: Clip) -> str:
    """Return the title of a clip, short enough for the name of a step of undo."""
    title = clip.wording.title or "clip"
    return title if len(title) <= 32 else title[:31].rstrip() + "…"
