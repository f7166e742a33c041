"""What must be done to a file before it can be used, and no more: nothing, or a copy of its streams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import MediaError, is_disk_full
from core.media.container import RAW_CONTAINERS
from core.media.frame_rate import rounded_rate
from core.media.probe import probe
from core.media.remux import CountPictures, JoinParts, remux, shown_order, why_remux
from core.media.timeline import read_timeline
from core.media.tracks import with_streams
from core.schema.health import HealthFinding

if TYPE_CHECKING:
    from pathlib import Path

    from core.media.remux import Retime
    from core.schema.record import ProgressCallback
    from core.schema.source import MediaFacts

# Two streams of a copy may not move against each other by more than this.
SYNC_SECONDS = 0.005


@dataclass(frozen=True)
class Mended:
    """The file to read, `path`, with its facts; `findings` say why it was copied where it was."""

    path: Path
    facts: MediaFacts
    findings: tuple[HealthFinding, ...] = ()
    is_copy: bool = False


def mend(path: Path, facts: MediaFacts, to: Path, progress: ProgressCallback) -> Mended:
    """Return a file that can be read from any place: the file itself, or a copy at `to`.

    Raises:
        MediaError: the file can't be used as it is, nor be copied.
        DiskFullError: there is no room for the copy.
    """
    reason = why_remux(path, facts)
    if not reason:
        return Mended(path, facts)
    if facts.container in RAW_CONTAINERS:
        return _with_times(path, facts, to, progress)
    try:
        copied = _copied(path, facts, to, progress)
        if abs((_shift(copied) or 0.0) - (_shift(facts) or 0.0)) > SYNC_SECONDS:
            raise ValueError("sound and picture moved against each other")
    except _not_copied() as error:
        to.unlink(missing_ok=True)
        if is_disk_full(error):
            raise
        found = (
            f"The file is hard to read: {reason}, and it could not be copied into a better container ({error})."
        )
        left = HealthFinding(
            subject="container",
            severity="warning",
            found=found,
            done="It is used as it is; seeking in it is slow.",
        )
        return Mended(path, facts, (left,))
    found = f"The file is hard to read: {reason}."
    return Mended(to, copied, (_note("container", found, COPIED),), is_copy=True)


def join_parts(path: Path, facts: MediaFacts, to: Path, progress: ProgressCallback) -> Mended:
    """Return a copy in which the clock of the recording does not jump, or the file itself where that fails.

    Raises:
        MediaError: the file can't be opened.
        DiskFullError: there is no room for the copy.
    """
    timeline = read_timeline(path, facts, progress)
    shifts = timeline.shifts()
    count = timeline.jumps
    found = (
        f"The clock of the recording jumps {count} {'time' if count == 1 else 'times'}, as if several were joined."
    )
    if shifts is None:
        return Mended(path, facts, (_jumping(f"{found} Picture and sound do not jump together."),))
    # How long the file says it is counts from its first timestamp to its last, whatever lies between them.
    kept = tuple(finding for finding in facts.findings if finding.subject != "length")
    try:
        told = facts.model_copy(update={"findings": kept})
        copied = _copied(path, told, to, progress, JoinParts(shifts))
    except _not_copied() as error:
        to.unlink(missing_ok=True)
        if is_disk_full(error):
            raise
        return Mended(path, facts, (_jumping(f"{found} It could not be put right ({error})."),))
    done = "Its parts were put one after the other in a copy, without coding them anew."
    return Mended(to, copied, (_note("timestamps", found, done),), is_copy=True)


COPIED = "Its streams were copied into a Matroska file with an index, without coding them anew."


def _with_times(path: Path, facts: MediaFacts, to: Path, progress: ProgressCallback) -> Mended:
    """Return a copy of a bare stream of pictures, which has times."""
    fps = rounded_rate(facts.video.fps if facts.video else 0.0)

    def ordering(fraction: float, message: str = "") -> None:
        progress(0.8 * fraction, message)

    def copying(fraction: float, message: str = "") -> None:
        progress(0.8 + 0.2 * fraction, message)

    try:
        order = shown_order(path, facts, ordering)
        return Mended(to, _copied(path, facts, to, copying, CountPictures(order, fps)), is_copy=True)
    except _not_copied() as error:
        to.unlink(missing_ok=True)
        if is_disk_full(error) or isinstance(error, MediaError):
            raise
        raise MediaError(
            "The file is a bare stream of pictures without times, and could not be given any.",
            str(path),
            remedy="Put it into an MP4 file with another program.",
        ) from error


def _copied(
    path: Path, facts: MediaFacts, to: Path, progress: ProgressCallback, retime: Retime = lambda packet: True
) -> MediaFacts:
    """Copy a file and return the facts of the copy; the tracks that were chosen are still those that are heard."""
    remux(path, facts, to, progress, retime)
    copied = probe(to)
    if facts.mixed_streams:
        copied = with_streams(copied, tuple(stream.index for stream in copied.audio_streams))
    return copied.model_copy(update={"findings": facts.findings})


def _not_copied() -> tuple[type[Exception], ...]:
    import av

    return (av.error.FFmpegError, MediaError, ValueError)


def _shift(facts: MediaFacts) -> float | None:
    """Return how much later the sound starts than the picture, or None where there is only one of them."""
    return facts.audio.start - facts.video.start if facts.audio and facts.video else None


def _note(subject: str, found: str, done: str) -> HealthFinding:
    return HealthFinding(subject=subject, severity="note", found=found, done=done)


def _jumping(found: str) -> HealthFinding:
    return HealthFinding(
        subject="timestamps",
        severity="problem",
        found=found,
        done="It is used as it is; what comes after the first jump may be missing or out of step.",
    )
