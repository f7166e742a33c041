"""Prepare a source once, so that what follows is fast: sound to analyse, waveform, filmstrip, a mended copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

from core.errors import MediaError, WorkspaceError, disk_full, is_disk_full
from core.media.analysis_audio import WAVEFORM_HZ, write_analysis
from core.media.container import GET_AGAIN, PacketWatch, open_media
from core.media.cover import write_cover
from core.media.filmstrip import Filmstrip, write_filmstrip
from core.media.health import Heard, examine, indexed_seconds
from core.media.mend import Mended, join_parts, mend
from core.media.probe import SHORTEST_SECONDS
from core.media.timeline import ClockJump, Timeline, read_timeline, used_streams
from core.schema.choice import Choice
from core.schema.health import SourceHealth
from core.schema.record import ProgressCallback
from core.schema.source import MediaFacts, PreparedSource

UNFINISHED = "unfinished"
MEDIA, ANALYSIS, WAVEFORM, FILMSTRIP = "media.mkv", "analysis.wav", "waveform.i8", "filmstrip.jpg"
# Shares of the progress bar: until a file is mended, until its sound is read.
MENDED, READ = 0.2, 0.8
# Tiles of a filmstrip that differ by less than JPEG's own noise show one picture.
SAME_LEVELS = 8.0
# So many seconds or more must look the same before a picture is taken for a still.
STILL_TILES = 10


class Listened(NamedTuple):
    """What one pass over a file told: its sound, and when its pictures are shown (None: that is not known)."""

    heard: Heard | None
    seconds: Sequence[float] | None
    corrupt: int


def prepare_source(path: Path, facts: MediaFacts, folder: Path, progress: ProgressCallback) -> PreparedSource:
    """Make what the stages after ingest need from a source; the source itself is never changed.

    All files are complete when this returns, and none is left when it raises. Times in the result's `facts` are
    of the file to read: `media` where it is set, else the source.

    Args:
        path: The media file.
        facts: What `probe` said of it, with the tracks that are to be heard.
        folder: Where the files go; made where it is missing.
        progress: Told how far it is; may raise `Cancelled`.

    Raises:
        MediaError: the file can't be opened any more, or too little of it decodes to make a clip from.
        DiskFullError: there is no space left for it.
        WorkspaceError: the folder can't be written.
        Cancelled: the user stopped it.
    """
    try:
        with _unfinished(folder) as work:
            mended, listened = _read(path, facts, work, progress)
            read, facts = mended.path, mended.facts
            strip = None
            if facts.video:
                strip = write_filmstrip(read, facts, work / FILMSTRIP, _part(progress, READ, 1.0))
                facts = _with_stillness(facts, work / FILMSTRIP, strip)
            _check_enough(path, facts, listened, strip)
            cover = write_cover(path, work) if facts.video is None else None
            made = [file.name for file in work.iterdir()]
            for name in made:
                (work / name).replace(folder / name)
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(folder)) from error
        raise WorkspaceError(
            f"What is prepared from a source can't be written: {error.strerror or error}.",
            str(folder),
            remedy="Make the folder writable, or choose another workspace folder.",
        ) from error
    health = examine(
        facts, listened.seconds, listened.heard, listened.corrupt, mended.findings, has_cover=cover is not None
    )
    return PreparedSource(
        facts=facts,
        media=folder / MEDIA if mended.is_copy else None,
        analysis_audio=folder / ANALYSIS if ANALYSIS in made else None,
        waveform=folder / WAVEFORM if WAVEFORM in made else None,
        waveform_hz=WAVEFORM_HZ if WAVEFORM in made else 0.0,
        filmstrip=folder / FILMSTRIP if strip else None,
        filmstrip_interval=strip.interval if strip else 0.0,
        filmstrip_count=strip.tiles if strip else 0,
        cover=folder / cover.name if cover else None,
        health=health,
        choices=tuple(_choices(facts, health, mended)),
    )


@contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """Give an empty folder to work in, removed with all in it on leaving."""
    work = folder / UNFINISHED
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _part(progress: ProgressCallback, start: float, end: float) -> ProgressCallback:
    """Return a progress callback for the part of the work from `start` to `end`."""

    def report(fraction: float, message: str = "") -> None:
        progress(start + (end - start) * fraction, message)

    return report


def _read(path: Path, facts: MediaFacts, work: Path, progress: ProgressCallback) -> tuple[Mended, Listened]:
    """Mend a file where it must be, and read it once; where its clock turns out to jump, once more when mended."""
    mended = mend(path, facts, work / MEDIA, _part(progress, 0.0, MENDED))
    try:
        return mended, _listen(mended, work, _part(progress, MENDED, READ), stops_at_jumps=not mended.is_copy)
    except ClockJump:
        mended = join_parts(path, facts, work / MEDIA, _part(progress, 0.0, MENDED))
        return mended, _listen(mended, work, _part(progress, MENDED, READ), stops_at_jumps=False)


def _listen(mended: Mended, work: Path, progress: ProgressCallback, stops_at_jumps: bool) -> Listened:
    """Write the analysis audio and the waveform where there is sound; learn the times of pictures by the way.

    Raises:
        ClockJump: the clock of the recording jumps.
    """
    path, facts = mended.path, mended.facts
    with open_media(path) as container:
        seconds = indexed_seconds(container, facts)
    timeline = Timeline(facts, stops_at_jumps)
    watch = PacketWatch(used_streams(facts), timeline.see) if seconds is None and facts.video else None
    heard = None
    if facts.audio is not None:
        loss = write_analysis(path, facts, work / ANALYSIS, work / WAVEFORM, progress, watch)
        pairs = np.frombuffer((work / WAVEFORM).read_bytes(), np.int8).reshape(-1, 2)
        heard = Heard(loss, np.abs(pairs.astype(np.int16)).max(axis=1, initial=0))
    elif watch is not None:
        timeline = read_timeline(path, facts, progress, stops_at_jumps)
    return Listened(heard, seconds if watch is None else timeline.seconds, timeline.corrupt)


def _with_stillness(facts: MediaFacts, jpeg: Path, strip: Filmstrip | None) -> MediaFacts:
    """Return facts that say so where all tiles of the filmstrip show one picture: a cover held for a talk."""
    import cv2

    if facts.video is None or facts.video.is_still or facts.audio is None:
        return facts
    if strip is None or strip.tiles < STILL_TILES:
        return facts
    # OpenCV itself opens no file on Windows whose path has letters of other alphabets.
    pixels = cv2.imdecode(np.frombuffer(jpeg.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        return facts
    width = pixels.shape[1] // strip.tiles
    first = cv2.blur(pixels[:, :width], (3, 3)).astype(np.float32)
    for index in range(1, strip.tiles):
        tile = cv2.blur(pixels[:, index * width : (index + 1) * width], (3, 3))
        if np.abs(tile - first).max() > SAME_LEVELS:
            return facts
    return facts.model_copy(update={"video": facts.video.model_copy(update={"is_still": True})})


def _check_enough(path: Path, facts: MediaFacts, listened: Listened, strip: Filmstrip | None) -> None:
    """Make sure that what decodes is enough to make a clip from.

    Raises:
        MediaError: it is not.
    """
    if strip is not None:
        return
    loss = listened.heard.loss if listened.heard else None
    sound = loss.ends_at - loss.silent_seconds if loss else 0.0
    if sound >= SHORTEST_SECONDS:
        return
    raise MediaError(
        f"Only {max(0.0, sound):.1f} s of the {facts.duration:.1f} s of this file can be decoded: it is damaged. "
        "That is too short to make a clip from.",
        str(path),
        remedy=GET_AGAIN,
    )


def _choices(facts: MediaFacts, health: SourceHealth, mended: Mended) -> Iterator[Choice]:
    """Tell the machine's decisions, and whatever costs the user something, once each."""
    if mended.is_copy:
        reason = mended.findings[0].found if mended.findings else "The file is a bare stream without times."
        yield Choice(subject="container", chosen="copied to Matroska", reason=reason)
    if len(facts.audio_streams) > 1 and facts.audio is not None and not facts.mixed_streams:
        position = [stream.index for stream in facts.audio_streams].index(facts.audio.index) + 1
        yield Choice(
            subject="audio track",
            chosen=f"track {position} of {len(facts.audio_streams)}",
            reason="It was asked for, or it is the default track, or the one with the most channels.",
        )
    for finding in health.findings:
        if finding.severity != "note":
            yield Choice(
                subject=finding.subject, chosen=finding.done.rstrip("."), reason=finding.found, degraded=True
            )
