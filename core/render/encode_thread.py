"""An encoder on its own thread behind a short queue, so that decoding, composing and encoding overlap."""

from __future__ import annotations

from collections.abc import Callable
from queue import Full, Queue
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.render.encode import Framed, OutputFile

# Enough to keep the encoder fed, which takes ten times as long as the painter; a picture of 1080×1920 is 3 MB.
QUEUED_PICTURES = 2
LOOK_UP_SECONDS = 0.5
WAIT_SECONDS = 0.1


class EncodeThread:
    """Feeds one output file. Failures of the encoder come back from the next call of the feeding thread."""

    def __init__(self, output: OutputFile) -> None:
        self.output = output
        self._queue: Queue[Framed | None] = Queue(QUEUED_PICTURES)
        self._failure: BaseException | None = None
        self._is_stopped = False
        self._thread = Thread(target=self._run, name=f"encode {output.path.name}", daemon=True)
        self._thread.start()

    def put(self, picture: Framed) -> None:
        """Hand over the next picture, waiting while the queue is full.

        Raises:
            RenderError: The encoder failed on an earlier picture.
        """
        self._put(picture)

    def finish(self, waiting: Callable[[], None] = lambda: None) -> None:
        """Encode what is queued, and close the file; `waiting` is called all the time until then, and may raise.

        Raises:
            RenderError: The encoder or the disk refused.
        """
        self._put(None)
        while self._thread.is_alive():
            waiting()
            self._thread.join(WAIT_SECONDS)
        self._raise_failure()

    def discard(self) -> None:
        """Stop, drop what is queued, and delete the file."""
        self._is_stopped = True
        self.output.abandon()
        while self._thread.is_alive():
            try:
                self._queue.put(None, timeout=LOOK_UP_SECONDS)
            except Full:
                continue
            self._thread.join(LOOK_UP_SECONDS)
        self.output.discard()

    def _put(self, picture: Framed | None) -> None:
        while True:
            self._raise_failure()
            try:
                self._queue.put(picture, timeout=LOOK_UP_SECONDS)
                return
            except Full:
                continue

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _run(self) -> None:
        try:
            while (picture := self._queue.get()) is not None and not self._is_stopped:
                self.output.write(picture)
            if not self._is_stopped:
                self.output.finish()
        except BaseException as error:
            # Kept for the thread that feeds; nothing is swallowed.
            self._failure = error
