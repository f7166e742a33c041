"""Contact sheets of a run: written for people without the program, and their decisions taken back."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core import editing
from core.captions.script import join_words
from core.errors import ExportError
from core.export import sheet
from core.export.naming import file_name, names_in
from core.export.saving import save_file
from core.pipeline.errand import run_errand
from core.render.thumbnail import thumbnail_file
from core.schema.choice import Aspect
from core.schema.clip import Clip
from core.schema.composition import Composition
from core.schema.preset import EncodePreset
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.sheet import (
    ENGLISH,
    SheetAnswers,
    SheetChange,
    SheetLanguage,
    SheetPreview,
    SheetPreviewMade,
    SheetWritten,
)
from core.sheet_work import FILM, REGISTRY

if TYPE_CHECKING:
    from core.pipeline.artifact import ArtifactStore
    from core.pipeline.pool import Executor
    from core.pipeline.records.store import Store

# Small enough to be mailed, good enough to judge a cut: about a megabyte for half a minute.
SHORT_SIDE_PX = 360
FILM_PRESET = EncodePreset(
    name="sheet",
    title="Contact sheet",
    effort="veryfast",
    parameters="",
    crf=29.0,
    audio_bitrate_bps=64_000,
    short_side_px=SHORT_SIDE_PX,
    max_fps=30.0,
)
# What mail servers refuse as a rule.
_LARGE_BYTES = 25_000_000
Edit = Callable[[str, str, Sequence[Clip]], Awaitable[None]]
Compose = Callable[[str, Aspect], Awaitable[Composition]]


class ContactSheets:
    """Writes sheets and reads what was decided on them.

    `compose` gives a clip as it is rendered, `edit` stores changed clips as one named step of undo, `ranked`
    orders clips. Films are kept in the workspace with their run, by what they show;
    while `keeping` is open none is freed.
    """

    def __init__(
        self,
        folder: Path,
        store: Store,
        artifacts: ArtifactStore,
        executor: Executor,
        weights_folder: Path,
        compose: Compose,
        ranked: Callable[[Sequence[Clip]], list[Clip]],
        edit: Edit,
        keeping: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._folder = folder
        self._store = store
        self._artifacts = artifacts
        self._executor = executor
        self._weights_folder = weights_folder
        self._compose = compose
        self._ranked = ranked
        self._edit = edit
        self._keeping = keeping

    async def write(
        self,
        run_id: str,
        clip_ids: Sequence[str],
        aspect: Aspect,
        place: Path,
        progress: ProgressCallback = ignore_progress,
        language: SheetLanguage = ENGLISH,
    ) -> SheetWritten:
        """Write clips, as they are ranked, onto one page.

        Args:
            run_id: Of the clips.
            clip_ids: Which; none for all that were not rejected.
            aspect: The shape that is shown.
            place: A file that ends in `.html`, replaced where it is there; else a folder, in which the file
                takes a name that is free.
            progress: Called after each clip.
            language: Of the page; English where it has no words in it.

        Raises:
            ExportError: There is no such clip, or the place can't be written.
            JobFailed: Something that a clip needs could not be made.
            RenderError: A film could not be made.
        """
        with self._keeping():
            return await self._write(self._wanted(run_id, clip_ids), run_id, aspect, place, progress, language)

    async def _write(
        self,
        clips: Sequence[Clip],
        run_id: str,
        aspect: Aspect,
        place: Path,
        progress: ProgressCallback,
        language: SheetLanguage,
    ) -> SheetWritten:
        run = self._store.run(run_id)
        shown: list[sheet.SheetClip] = []
        for number, clip in enumerate(clips, start=1):
            progress((number - 1) / len(clips), f"Clip {number} of {len(clips)}: “{clip.wording.title}”")
            shown.append(await self._shown(clip, aspect))
        title = Path(run.source_name).stem or run.source_name
        page = sheet.SheetPage(run_id, title, date.today(), shown, language)
        file = await asyncio.to_thread(_save, page, place.expanduser().absolute())
        progress(1.0, "The sheet is written.")
        size = file.stat().st_size
        large = f"The file has {size / 1e6:.0f} MB, more than most mail servers take."
        told = (large,) if size > _LARGE_BYTES else ()
        return SheetWritten(file=file, clips=len(clips), size_bytes=size, told=told)

    async def read(self, run_id: str, file: Path) -> SheetAnswers:
        """Return what decisions saved on a sheet change of a run's clips; nothing is changed yet.

        Raises:
            ExportError: The file can't be read, or is of no sheet of this run.
        """
        file = file.expanduser().absolute()
        content = await asyncio.to_thread(_content, file)
        return sheet.read(content, run_id, self._ranked(self._store.clips(run_id)), file)

    async def apply(self, run_id: str, changes: Sequence[SheetChange], label: str = "") -> int:
        """Take decisions over as one step of undo; return of how many clips. Clips that are gone are left out."""
        there = {clip.id: clip for clip in self._store.clips(run_id)}
        after = [_changed(there[change.clip_id], change) for change in changes if change.clip_id in there]
        if after:
            await self._edit(run_id, label or "Take over decisions from a contact sheet", after)
        return len(after)

    def _wanted(self, run_id: str, clip_ids: Sequence[str]) -> list[Clip]:
        clips = self._ranked(self._store.clips(run_id))
        if unknown := sorted(set(clip_ids) - {clip.id for clip in clips}):
            raise ExportError(f"This run has no clip {', '.join(unknown)}.")
        chosen = [clip for clip in clips if (clip.id in clip_ids if clip_ids else clip.decision != "rejected")]
        if not chosen:
            raise ExportError("There is no clip to show.", remedy="Choose some clips that are rejected.")
        return chosen

    async def _shown(self, clip: Clip, aspect: Aspect) -> sheet.SheetClip:
        composition = await self._compose(clip.id, aspect)
        small = _small(composition)
        key = hashlib.sha256(small.model_dump_json().encode()).hexdigest()[:24]
        film = self._folder / "runs" / clip.run_id / "films" / f"{key}.mp4"
        # The film is whole when it is there; its picture is placed beside it at another instant.
        if not (film.is_file() and thumbnail_file(film).is_file()):
            await run_errand(
                self._executor,
                self._artifacts,
                self._weights_folder,
                REGISTRY,
                FILM,
                SheetPreview(composition=small, file=film),
                SheetPreviewMade,
                ExportError,
            )
        speakers = {cue.speaker: 0.0 for cue in composition.cues}
        for cue in composition.cues:
            speakers[cue.speaker] += cue.end - cue.start
        said = join_words([word.text for cue in composition.cues for word in cue.words])
        speaker = max(speakers, key=speakers.__getitem__, default="")
        return sheet.SheetClip(clip, said, speaker, film, thumbnail_file(film))


def _small(composition: Composition) -> Composition:
    """Return a clip in the size of a sheet, of even pixels, its captions standing as they do in the export."""
    scale = SHORT_SIDE_PX / min(composition.width, composition.height)
    width, height = (2 * round(side * scale / 2) for side in (composition.width, composition.height))
    return composition.model_copy(update={"width": width, "height": height, "preset": FILM_PRESET})


def _save(page: sheet.SheetPage, place: Path) -> Path:
    if place.suffix.lower() == sheet.SUFFIX and not place.is_dir():
        file = place
    else:
        file = place / file_name("{title} clips", {"title": page.title}, sheet.SUFFIX, names_in(place))
    return save_file(file, lambda stream: sheet.write(stream, page))


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > sheet.MOST_BYTES:
            raise ExportError(
                "The file is too large for decisions of a contact sheet.",
                str(file),
                remedy="Choose the file that “Save decisions” wrote.",
            )
        return file.read_bytes()
    except OSError as error:
        raise ExportError(
            f"The file can't be read ({error.strerror or error}).", str(file), remedy="Check its name."
        ) from error


def _changed(clip: Clip, change: SheetChange) -> Clip:
    if change.decision is not None:
        clip = editing.set_decision(clip, change.decision)
    if change.notes is not None:
        clip = editing.set_notes(clip, change.notes)
    return clip
