"""Prepare a source once, so that what follows is fast: sound to analyse, waveform, filmstrip, a mended copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import MediaError, WorkspaceError, disk_full, is_disk_full
from core.media.analysis_audio import WAVEFORM_HZ, SoundLoss, write_analysis
from core.media.filmstrip import Filmstrip, write_filmstrip
from core.media.probe import probe
from core.media.remux import remux, why_remux
from core.schema.choice import Choice
from core.schema.record import ProgressCallback
from core.schema.source import MediaFacts, PreparedSource

if TYPE_CHECKING:
    from collections.abc import Sequence

UNFINISHED = "unfinished"
MEDIA, ANALYSIS, WAVEFORM, FILMSTRIP = "media.mkv", "analysis.wav", "waveform.i8", "filmstrip.jpg"
# Two streams of a copy may not move against each other by more than this.
SYNC_SECONDS = 0.005


def prepare_source(path: Path, facts: MediaFacts, folder: Path, progress: ProgressCallback) -> PreparedSource:
    """Make what the stages after ingest need from a source; the source itself is never changed.

    All files are complete when this returns, and none is left when it raises. Times in the result's `facts` are
    of the file to read: `media` where it is set, else the source.

    Args:
        path: The media file.
        facts: What `probe` said of it.
        folder: Where the files go; made where it is missing.
        progress: Told how far it is; may raise `Cancelled`.

    Raises:
        MediaError: the file can't be opened any more.
        DiskFullError: there is no space left for it.
        WorkspaceError: the folder can't be written.
        Cancelled: the user stopped it.
    """
    try:
        with _unfinished(folder) as work:
            media, facts, choices = _mend(path, facts, work, _part(progress, 0.0, 0.2))
            read = media or path
            choices += [Choice(subject="source", chosen="used", reason=w, degraded=True) for w in facts.warnings]
            sound = _prepare_sound(read, facts, work, _part(progress, 0.2, 0.8))
            pictures = _prepare_pictures(read, facts, work, _part(progress, 0.8, 1.0))
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
    strip, more = pictures
    return PreparedSource(
        facts=facts,
        media=folder / MEDIA if media else None,
        analysis_audio=folder / ANALYSIS if ANALYSIS in made else None,
        waveform=folder / WAVEFORM if WAVEFORM in made else None,
        waveform_hz=WAVEFORM_HZ if WAVEFORM in made else 0.0,
        filmstrip=folder / FILMSTRIP if strip else None,
        filmstrip_interval=strip.interval if strip else 0.0,
        filmstrip_count=strip.tiles if strip else 0,
        choices=(*choices, *sound, *more),
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


def _mend(
    path: Path, facts: MediaFacts, work: Path, progress: ProgressCallback
) -> tuple[Path | None, MediaFacts, list[Choice]]:
    """Return (the mended copy or None, facts of what is to be read, what was decided)."""
    import av

    reason = why_remux(path, facts)
    if not reason:
        return None, facts, []
    copy = work / MEDIA
    try:
        remux(path, facts, copy, progress)
        mended = probe(copy)
        if _shift(mended) is not None and abs((_shift(mended) or 0) - (_shift(facts) or 0)) > SYNC_SECONDS:
            raise ValueError("sound and picture moved against each other")
    except (av.error.FFmpegError, MediaError, ValueError) as error:
        copy.unlink(missing_ok=True)
        if is_disk_full(error):
            raise
        why = f"{reason}, and it could not be copied into a better container ({error}); seeking in it is slow"
        return None, facts, [Choice(subject="container", chosen="as it is", reason=why, degraded=True)]
    decided = Choice(
        subject="container", chosen="copied to Matroska", reason=f"The file was copied because {reason}."
    )
    return copy, mended.model_copy(update={"warnings": facts.warnings}), [decided]


def _shift(facts: MediaFacts) -> float | None:
    """Return how much later the sound starts than the picture, or None where there is only one of them."""
    return facts.audio.start - facts.video.start if facts.audio and facts.video else None


def _prepare_sound(path: Path, facts: MediaFacts, work: Path, progress: ProgressCallback) -> Sequence[Choice]:
    """Write the analysis audio and the waveform where there is sound."""
    if facts.audio is None:
        return [Choice(subject="sound", chosen="none", reason="The file has no sound.", degraded=True)]
    loss = write_analysis(path, facts, work / ANALYSIS, work / WAVEFORM, progress)
    choices = []
    if len(facts.audio_streams) > 1:
        position = [stream.index for stream in facts.audio_streams].index(facts.audio.index) + 1
        choices.append(
            Choice(
                subject="audio track",
                chosen=f"track {position} of {len(facts.audio_streams)}",
                reason="It is the default track, or the one with the most channels.",
            )
        )
    if loss.is_any:
        choices.append(Choice(subject="sound", chosen="what decodes", reason=_lost(loss), degraded=True))
    return choices


def _lost(loss: SoundLoss) -> str:
    """Say what sound was lost."""
    where = f" around second {loss.first_second:.1f}" if loss.first_second is not None else ""
    silent = f", {loss.silent_seconds:.1f} s are silent instead" if loss.silent_seconds > 0 else ""
    return f"{loss.damaged_packets} damaged pieces of sound could not be decoded{where}{silent}."


def _prepare_pictures(
    path: Path, facts: MediaFacts, work: Path, progress: ProgressCallback
) -> tuple[Filmstrip | None, Sequence[Choice]]:
    """Write the filmstrip where there are pictures."""
    if facts.video is None:
        return None, [Choice(subject="picture", chosen="none", reason="The file has no picture.", degraded=True)]
    strip = write_filmstrip(path, facts, work / FILMSTRIP, progress)
    if strip is None:
        return None, [
            Choice(subject="filmstrip", chosen="none", reason="No picture could be decoded.", degraded=True)
        ]
    return strip, []
