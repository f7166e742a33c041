"""One pass over a clip: its frames painted in order into all files that are to be made, an encoder thread each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from core.media.planes import Picture
from core.render.alpha import CaptionsPainter
from core.render.encode import EncoderFailed, FileTooLarge, OutputFile
from core.render.encode_thread import EncodeThread
from core.render.painter import ClipPainter
from core.render.thumbnail import ThumbnailPicker

if TYPE_CHECKING:
    from core.media.reader import FrameReader
    from core.render.attempt import Attempt
    from core.render.encode_audio import EncodedSound
    from core.render.sound import Sound
    from core.schema.composition import Composition
    from core.schema.record import ProgressCallback


class Clip(Protocol):
    """What the files of a clip share."""

    reader: FrameReader | None

    def sound(self, composition: Composition) -> Sound | None:
        """Return the finished sound of a composition's clip; None for captions alone."""

    def encoded_sound(self, composition: Composition) -> EncodedSound | None:
        """Return a composition's encoded sound; None for captions alone."""


class FileInMaking:
    """One file of a pass. What an encoder or a limit of size refuses is kept in `failure`, and ends it alone."""

    def __init__(self, attempt: Attempt, clip: Clip) -> None:
        self.attempt = attempt
        self.failure: EncoderFailed | FileTooLarge | None = None
        self.thumbnail = ThumbnailPicker(attempt.composition.clip_frames)
        self._clip = clip
        self._painter = _painter(attempt.composition, clip)
        self._thread: EncodeThread | None = None

    def open(self) -> None:
        """Start the encoder."""
        self._do(self._open)

    def source_picture(self, tick: int) -> Picture | None:
        """Return the source's picture for an output frame; the same for every file of the clip that shows it."""
        return self._painter.source_picture(tick)

    @property
    def needs_source(self) -> bool:
        """Whether it shows more than captions."""
        return isinstance(self._painter, ClipPainter)

    def put(self, tick: int, source: Picture | None) -> None:
        """Paint an output frame and hand it to the encoder."""
        picture = self._painter.paint(tick, source)
        if isinstance(picture, Picture):
            # Cards are outside of the clip, and none of its candidates.
            self.thumbnail.offer(tick - self.attempt.composition.intro_frames, picture)
        self._do(lambda: self._running().put(picture))

    def finish(self, waiting: Callable[[], None]) -> None:
        """Wait until the file is whole; `waiting` is called meanwhile and may raise."""
        self._do(lambda: self._running().finish(waiting))
        # An encoder holds hundreds of megabytes, and the next file of the clip may need them.
        self._thread = None

    def discard(self) -> None:
        """Stop, and delete the file."""
        if self._thread is not None:
            self._thread.discard()
        # One that is whole already has no thread any more.
        self.attempt.partial.unlink(missing_ok=True)

    def _open(self) -> None:
        attempt, composition = self.attempt, self.attempt.composition
        sound = self._clip.encoded_sound(composition)
        output = OutputFile(
            attempt.partial,
            attempt.encoder,
            attempt.target,
            composition.frame_count,
            sound,
            title=composition.title,
            style=composition.style.pin,
        )
        self._thread = EncodeThread(output)

    def _running(self) -> EncodeThread:
        assert self._thread is not None
        return self._thread

    def _do(self, step: Callable[[], None]) -> None:
        if self.failure is None:
            try:
                step()
            except (EncoderFailed, FileTooLarge) as failure:
                self.discard()
                # An encoder holds hundreds of megabytes, and the failure's traceback would hold it.
                self._thread = None
                self.failure = failure.with_traceback(None)


def run_pass(attempts: Sequence[Attempt], clip: Clip, progress: ProgressCallback) -> list[FileInMaking]:
    """Make one file for each attempt, from one decode; those that failed carry their failure and left no file.

    Args:
        attempts: Of compositions with the same frames.
        clip: Their source.
        progress: Called for every frame with how far the pass is (0 to 1); may raise.

    Raises:
        RenderError: The disk refused. As with whatever `progress` raises, no file of the pass is left.
    """
    files = [FileInMaking(attempt, clip) for attempt in attempts]
    count, doing = attempts[0].composition.frame_count, attempts[0].doing
    try:
        for file in files:
            file.open()
        for tick in range(count):
            live = [file for file in files if file.failure is None]
            if not live:
                break
            source = next((file.source_picture(tick) for file in live if file.needs_source), None)
            for file in live:
                file.put(tick, source)
            progress((tick + 1) / count, f"{doing}: frame {tick + 1} of {count}")
        for file in files:
            file.finish(lambda: progress(1.0, f"{doing}: the last frames"))
    except BaseException:
        for file in files:
            file.discard()
        raise
    return files


def _painter(composition: Composition, clip: Clip) -> ClipPainter | CaptionsPainter:
    if composition.preset.shows == "captions":
        return CaptionsPainter(composition)
    return ClipPainter(composition, clip.reader, clip.sound(composition))
