"""Clips handed to editing programs, and what those changed of them taken back: writing, comparing, applying."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core import editing
from core.captions.dress import dress
from core.captions.heard import clip_text
from core.errors import ExportError, ShortlistError
from core.export.format import cue_text
from core.export.formats import srt
from core.export.handoff import (
    MOST_BYTES,
    FrameCue,
    Handoff,
    HandoffClip,
    HandoffFormat,
    HandoffSource,
    clip_frames,
)
from core.export.handoffs import HANDOFFS, handoff_named, handoff_of_file
from core.export.naming import file_name, names_in
from core.export.readback import compare
from core.export.saving import save_file
from core.export.timecode import FrameGrid, nominal_rate
from core.schema.caption import CreativePlan
from core.schema.clip import Clip, Post
from core.schema.handoff import ClipChange, HandoffKind, HandoffWritten, Readback
from core.schema.source import MediaFacts, PreparedSource, Source
from core.schema.style import Style

if TYPE_CHECKING:
    from core.pipeline.records.store import Store
    from core.pipeline.runner import Runner
    from core.posts import Posts
    from core.transcripts import Transcripts
    from core.translations import Translations

_CAPTIONS = ".captions.srt"
# From so many times another rate on, what is counted is not what is seen; NTSC differs by a thousandth.
_SEVERAL = 1.5
_ALONE_TEMPLATE = "{index:02d} {title}"
Edit = Callable[[str, str, Sequence[Clip]], Awaitable[None]]


class HandOff:
    """Writes and reads lists of cuts.

    `style_of` gives the style of a pin, `edit` stores changed clips as one named step of undo, `ranked` orders
    clips.
    """

    def __init__(
        self,
        store: Store,
        runner: Runner,
        transcripts: Transcripts,
        translations: Translations,
        posts: Posts,
        style_of: Callable[[str], Style],
        ranked: Callable[[Sequence[Clip]], list[Clip]],
        edit: Edit,
    ) -> None:
        self._store = store
        self._runner = runner
        self._transcripts = transcripts
        self._translations = translations
        self._posts = posts
        self._style_of = style_of
        self._ranked = ranked
        self._edit = edit

    def kinds(self) -> tuple[HandoffKind, ...]:
        """Return the ways to hand clips over, in the order in which they are offered."""
        return tuple(
            HandoffKind(
                name=member.NAME, title=member.TITLE, suffix=member.SUFFIX, has_captions=member.HAS_CAPTIONS
            )
            for member in HANDOFFS
        )

    async def write(
        self, run_id: str, clip_ids: Sequence[str], kind: str, place: Path, is_each: bool = False
    ) -> HandoffWritten:
        """Write clips, as they are ranked, for an editing program.

        Args:
            run_id: Of the clips.
            clip_ids: Which; none for the approved ones.
            kind: A name of `kinds`.
            place: A file that ends as the kind does, replaced where it is there; else a folder, in which the file
                takes a name that is free.
            is_each: A file of each clip alone, in the folder.

        Raises:
            ExportError: There is no such kind, no clip, no analysed source, or the place can't be written.
        """
        member = handoff_named(kind)
        if member is None:
            known = ", ".join(each.NAME for each in HANDOFFS)
            raise ExportError(f"There is no hand-off “{kind}”.", remedy=f"Known are: {known}.")
        place = place.expanduser().absolute()
        _check_ending(member, place)
        clips = self._wanted(run_id, clip_ids)
        handoff = await self._handoff(run_id, clips)
        files = await asyncio.to_thread(_save, member, handoff, place, is_each)
        told = await asyncio.to_thread(_told, handoff.source)
        return HandoffWritten(files=tuple(files), clips=len(clips), rate=handoff.source.rate.name, told=told)

    async def read(self, run_id: str, file: Path) -> Readback:
        """Return what a file from an editing program changes of a run's clips; nothing is changed yet.

        Raises:
            ExportError: The file can't be read, or is of no known kind.
        """
        file = file.expanduser().absolute()
        content = await asyncio.to_thread(_content, file)
        member = handoff_of_file(file.name, content)
        if member is None:
            endings = ", ".join(each.SUFFIX for each in HANDOFFS)
            raise ExportError(
                "This file is of no kind that can be read.", str(file), remedy=f"Kinds are: {endings}."
            )
        source = await self._source(run_id)
        try:
            sequences = await asyncio.to_thread(member.read, content, source)
        except ExportError as error:
            raise ExportError(error.reason, str(file), remedy=error.remedy) from error
        clips = self._ranked(self._store.clips(run_id))
        found = await asyncio.to_thread(compare, clips, source, sequences, member.KEEPS_TITLES)
        return Readback(
            file=file, kind=member.TITLE, changes=found.changes, unchanged=found.unchanged, told=found.told
        )

    async def apply(self, run_id: str, changes: Sequence[ClipChange], label: str = "") -> int:
        """Take changes over as one step of undo; return of how many clips.

        Clips that are gone, or were cut otherwise since the file was read, are left out.
        """
        there = {clip.id: clip for clip in self._store.clips(run_id)}
        asked = [(there[change.clip_id], change) for change in changes if change.clip_id in there]
        after = [_changed(clip, change) for clip, change in asked if clip.cut == change.before]
        if after:
            await self._edit(run_id, label or "Take over changes from the editing program", after)
        return len(after)

    def _wanted(self, run_id: str, clip_ids: Sequence[str]) -> list[Clip]:
        clips = self._ranked(self._store.clips(run_id))
        if unknown := sorted(set(clip_ids) - {clip.id for clip in clips}):
            raise ExportError(f"This run has no clip {', '.join(unknown)}.")
        chosen = [clip for clip in clips if (clip.id in clip_ids if clip_ids else clip.decision == "approved")]
        if not chosen:
            raise ExportError("There is no clip to hand over.", remedy="Approve some clips, or choose them.")
        return chosen

    async def _source(self, run_id: str) -> HandoffSource:
        source = self._store.source(self._store.run(run_id).source_id)
        prepared = await self._runner.load_last(run_id, "transcode")
        if not isinstance(prepared, PreparedSource):
            raise ExportError(
                "The source is not analysed yet.", source.name, remedy="Wait until the run has clips."
            )
        return await asyncio.to_thread(described, source, prepared.facts)

    async def _handoff(self, run_id: str, clips: Sequence[Clip]) -> Handoff:
        run = self._store.run(run_id)
        source = await self._source(run_id)
        reading = await self._transcripts.read(run.source_id, run_id)
        corrections = self._store.corrections(run.source_id)
        given = []
        for clip in clips:
            cues: tuple[FrameCue, ...] = ()
            if reading is not None:
                track = self._translations.track(clip, run.source_id)
                style = await asyncio.to_thread(self._style, clip.style or run.style_pin)
                text, _ = await asyncio.to_thread(
                    clip_text,
                    reading.transcript,
                    clip.cut,
                    CreativePlan(),
                    clip.wording,
                    track,
                    (),
                    corrections.names,
                )
                dressed = await asyncio.to_thread(dress, text, style, clip.cut.duration)
                cues = _frame_cues(source, clip, [(cue.start, cue.end, cue_text(cue)) for cue in dressed.cues])
            post = await self._posts.of(clip)
            given.append(_given(source, clip, post, clip.goes_out_in(run.options.aspects), cues))
        return Handoff(Path(run.source_name).stem or run.source_name, source, tuple(given))

    def _style(self, pin: str) -> Style:
        try:
            return self._style_of(pin)
        except ShortlistError:
            # Captions in the usual pages are better than no file.
            return Style(name="plain", version=1)


def described(source: Source, facts: MediaFacts) -> HandoffSource:
    """Return a source as editing programs count it; its file is opened for its timecode alone."""
    from core.media.start_timecode import start_timecode

    video = facts.video
    timecode = start_timecode(source.path)
    rate, is_exact = nominal_rate(
        video.fps if video else 0.0, bool(video and video.is_variable_frame_rate), timecode
    )
    try:
        first = rate.frames(timecode) if timecode else 0
    except ValueError:
        first = 0
    begins = video.start if video and is_exact else 0.0
    phase = begins - float(FrameGrid(rate).start(begins) / rate.fps)
    return HandoffSource(
        path=source.path.absolute(),
        grid=FrameGrid(rate, max(0.0, phase)),
        frames=max(1, FrameGrid(rate).end(facts.duration)),
        first_number=first,
        is_nominal=not is_exact,
        own_fps=video.fps if video else 0.0,
        width=video.width if video else 0,
        height=video.height if video else 0,
        has_video=video is not None,
        audio_channels=facts.audio.channels if facts.audio else 0,
        sample_rate_hz=facts.audio.sample_rate_hz if facts.audio else 48000,
    )


def _given(
    source: HandoffSource, clip: Clip, post: Post, shapes: Sequence[str], cues: tuple[FrameCue, ...]
) -> HandoffClip:
    return HandoffClip(
        id=clip.id,
        title=clip.wording.title,
        cut=clip.cut,
        spans=source.spans(clip.cut),
        notes=clip.notes,
        score=clip.score,
        decision=clip.decision,
        reason=clip.reason,
        shapes=tuple(shapes),
        is_cropped_by_hand=bool(clip.framing.crops),
        description=post.description,
        hashtags=post.hashtags,
        cues=cues,
    )


def _frame_cues(
    source: HandoffSource, clip: Clip, cues: Sequence[tuple[float, float, str]]
) -> tuple[FrameCue, ...]:
    spans = source.spans(clip.cut)
    made: list[FrameCue] = []
    for start, end, text in cues:
        first, last = (clip_frames(clip.cut, spans, source.grid, at) for at in (start, end))
        first = max(first, made[-1].end) if made else first
        if text and last > first:
            made.append(FrameCue(first, last, text))
    return tuple(made)


def _check_ending(member: HandoffFormat, place: Path) -> None:
    """Make sure that a file is named as its program finds it; a folder may be called anything else.

    Raises:
        ExportError: It ends as another kind of file does.
    """
    others = {each.SUFFIX for each in HANDOFFS} | {".txt", ".json", ".mp4", ".mov"}
    ending = place.suffix.lower()
    if ending in others and ending != member.SUFFIX and not place.is_dir():
        raise ExportError(
            f"A file for {member.TITLE} ends in {member.SUFFIX}, not in {ending}.",
            str(place),
            remedy="Change the ending, or choose another format.",
        )


def _save(member: HandoffFormat, handoff: Handoff, place: Path, is_each: bool) -> list[Path]:
    if not is_each and place.suffix.lower() == member.SUFFIX and not place.is_dir():
        return _save_one(member, handoff, place)
    files: list[Path] = []
    for number, each in enumerate(handoff.alone() if is_each else [handoff], 1):
        fields: dict[str, str | int] = {"index": number, "title": each.name}
        template = _ALONE_TEMPLATE if is_each else "{title}"
        files += _save_one(member, each, place / file_name(template, fields, member.SUFFIX, _taken(member, place)))
    return files


def _taken(member: HandoffFormat, folder: Path) -> list[str]:
    """Return the names that are taken in a folder, by files of the member or by captions that lie beside some."""
    names = names_in(folder)
    if member.HAS_CAPTIONS:
        return names
    stems = [name.removesuffix(_CAPTIONS) for name in names if name.endswith(_CAPTIONS)]
    return [*names, *(stem + member.SUFFIX for stem in stems)]


def _save_one(member: HandoffFormat, handoff: Handoff, file: Path) -> list[Path]:
    files = [save_file(file, lambda stream: member.write(stream, handoff))]
    if not member.HAS_CAPTIONS and any(clip.cues for clip in handoff.clips):
        # Not NAME.srt: beside a talk that may be its transcript.
        beside = file.with_name(file.stem + _CAPTIONS)
        files.append(save_file(beside, lambda stream: srt.write_lines(stream, _lines(handoff))))
    return files


def _lines(handoff: Handoff) -> list[tuple[int, int, str]]:
    """Return the captions of all clips one after the other, in milliseconds of the sequence."""
    fps = handoff.source.rate.fps
    return [
        (round((begins + cue.start) / fps * 1000), round((begins + cue.end) / fps * 1000), cue.text)
        for begins, clip in handoff.placed()
        for cue in clip.cues
    ]


def _told(source: HandoffSource) -> tuple[str, ...]:
    told = []
    if source.is_nominal:
        told.append(
            f"The frames of {source.name} come unevenly. Times are counted at {source.rate.name} frames a second, "
            "so that a cut may lie a frame beside where it is here."
        )
    elif told_rate := _told_rate(source):
        told.append(told_rate)
    if not source.path.is_file():
        told.append(f"{source.path} is not there: the editing program will ask where it is.")
    return tuple(told)


def _told_rate(source: HandoffSource) -> str:
    """Return what is to be known of a source whose frames are not those that are counted; else nothing."""
    own, counted = source.own_fps, float(source.rate.fps)
    if not own or 1 / _SEVERAL < counted / own < _SEVERAL:
        return ""
    if counted > own:
        return (
            f"{source.name} has {own:g} frames a second, fewer than editing programs count. Times are counted at "
            f"{source.rate.name} frames a second: each picture stands for {round(counted / own)} of them."
        )
    return (
        f"{source.name} has {own:g} frames a second, more than editing programs count. Times are counted at "
        f"{source.rate.name} frames a second: cuts move by {round(own / counted)} pictures."
    )


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ExportError(
                "The file is too large for a list of cuts.", str(file), remedy="Choose another file."
            )
        return file.read_bytes()
    except OSError as error:
        raise ExportError(
            f"The file can't be read ({error.strerror or error}).", str(file), remedy="Check its name."
        ) from error


def _changed(clip: Clip, change: ClipChange) -> Clip:
    if change.after != change.before:
        clip = clip.model_copy(update={"cut": change.after})
    if change.new_title is not None:
        clip = editing.retitle(clip, change.new_title)
    if change.new_notes is not None:
        clip = editing.set_notes(clip, change.new_notes)
    return clip
