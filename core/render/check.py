"""The quality check of a finished file: opened afresh, played once from end to end, compared with its source.

Nothing that the renderer believed is used: the file is decoded, and what it shows and plays is compared with what
its composition says and its source has. A check that fails is told; nothing is held back for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import get_args

from core.errors import MediaError
from core.media.playthrough import play_through
from core.render.quality.captions import check_captions, open_cells, painted_ink
from core.render.quality.contents import check_decoding, check_duration, check_format, check_frames, check_size
from core.render.quality.faces import check_faces
from core.render.quality.levels import check_loudness, check_peak
from core.render.quality.reference import ExpectedPictures, Reference
from core.render.quality.stillness import check_black, check_frozen, long_black, long_still
from core.render.quality.sync import check_sync
from core.render.quality.watch import PictureWatch, SoundWatch
from core.schema.check import Check, CheckName
from core.schema.composition import Composition
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import TimeSpan

# Of the progress bar; what is compared with the source afterwards is the rest.
PLAYING_SHARE = 0.85


def check_files(
    files: Sequence[Path], compositions: Sequence[Composition], progress: ProgressCallback = ignore_progress
) -> list[tuple[Check, ...]]:
    """Check all files of one clip, which share what is read of the source.

    Args:
        files: What was rendered.
        compositions: What each should be: of one clip, as for `engine.render`.
        progress: Called often.

    Returns:
        For each file its checks.

    Raises:
        Cancelled: By `progress`.
    """
    checked = []
    with Reference(compositions[0]) as reference:
        for index, (file, composition) in enumerate(zip(files, compositions, strict=True)):

            def part(fraction: float, message: str, index: int = index) -> None:
                progress((index + fraction) / len(files), message)

            checked.append(check_file(file, composition, part, reference))
    return checked


def check_file(
    file: Path,
    composition: Composition,
    progress: ProgressCallback = ignore_progress,
    reference: Reference | None = None,
) -> tuple[Check, ...]:
    """Check one finished file. A bad file is a failed check and never an error.

    Args:
        file: What was rendered.
        composition: What it should be; `media.path` is where the source lies now.
        progress: Called for every packet.
        reference: The opened source, where other aspects of the clip are checked as well.

    Returns:
        One check for each name of `CheckName`, in that order.

    Raises:
        Cancelled: By `progress`.
    """
    painted = painted_ink(composition)
    with ExitStack() as opened:
        source = reference or opened.enter_context(Reference(composition))
        cells = open_cells(composition, painted)
        first = composition.intro_frames
        places = [frozenset(tick + first for tick in place) for place in source.places]
        behind = composition.end - composition.duration
        pictures, sound = PictureWatch(composition, cells, places), SoundWatch(composition.lead, behind)
        try:
            played = play_through(
                file, pictures.see, sound.hear, lambda done, what: progress(PLAYING_SHARE * done, what)
            )
        except (MediaError, OSError) as error:
            return _unreadable(error, check_captions(composition, painted), check_faces(composition))
        kept = pictures.finish()
        source.settle([picture.tick - first for picture in kept])
        expected = _expected(composition, source)
        # What is black or frozen is judged as such; that it comes too late as well says nothing more.
        black, still = (_of_clip(composition, spans) for spans in (pictures.black, pictures.still))
        odd = [*long_black(black), *long_still(still)]
        frame_seconds = composition.fps_denominator / composition.fps_numerator
        kept = [
            picture for picture in kept if not any(span.contains(picture.tick * frame_seconds) for span in odd)
        ]
        progress(PLAYING_SHARE, "comparing with the source")
        measured = sound.meter.finish() if played.sound is not None else None
        checks = (
            check_decoding(played),
            check_format(file, composition, played),
            check_size(file, composition),
            check_duration(composition, played),
            check_frames(composition, played),
            check_sync(composition, played, kept, sound.ends(), source, expected),
            check_loudness(composition.audio, measured),
            check_peak(composition.audio, measured),
            check_black(composition, black, expected),
            check_frozen(composition, still, expected, cells),
            check_captions(composition, painted),
            check_faces(composition),
        )
        progress(1.0, "checked")
        return checks


def _of_clip(composition: Composition, spans: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Return what of stretches of the file lies in the clip: a card may be black, and stands still."""
    start, end = composition.lead, composition.lead + composition.duration
    inside = [(max(span.start, start), min(span.end, end)) for span in spans]
    return [TimeSpan(start=first, end=last) for first, last in inside if last > first]


def _expected(composition: Composition, source: Reference) -> ExpectedPictures | None:
    is_shown = composition.preset.shows == "clip" and source.has_picture
    return ExpectedPictures(composition, source) if is_shown else None


def _unreadable(error: MediaError | OSError, *others: Check) -> tuple[Check, ...]:
    reason = error.reason if isinstance(error, MediaError) else f"It can't be read: {error.strerror or error}."
    decodes = Check(name="decodes", is_passed=False, found=reason)
    judged = {"decodes", *(check.name for check in others)}
    unknown = (
        Check(name=name, is_passed=False, found="Not known: the file can't be opened.")
        for name in get_args(CheckName)
        if name not in judged
    )
    return (decodes, *unknown, *others)
