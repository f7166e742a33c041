"""Waiting for slow answers so that the user can stop at any moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from core.errors import AnswerError, Cancelled, ProviderError
from core.schema.record import ProgressCallback

Made = TypeVar("Made")

_LOOK_SECONDS = 0.1


def in_thread(work: Callable[[], Made], progress: ProgressCallback, message: str) -> Made:
    """Do blocking work in a thread of its own, telling `progress` all the while.

    Where `progress` raises, the work is left to end by itself: what is answered then is still written down.
    """
    made: list[Made] = []
    errors: list[BaseException] = []
    ended = threading.Event()

    def run() -> None:
        try:
            made.append(work())
        except BaseException as error:
            errors.append(error)
        finally:
            ended.set()

    threading.Thread(target=run, name="language model", daemon=True).start()
    while not ended.wait(_LOOK_SECONDS):
        progress(0.0, message)
    if errors:
        raise errors[0]
    return made[0]


def sleep(seconds: float, progress: ProgressCallback, message: str) -> None:
    """Sleep in slices."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        progress(0.0, message)
        time.sleep(min(_LOOK_SECONDS, left))


def side_by_side(
    work: Sequence[Callable[[ProgressCallback], Made]],
    width: int,
    progress: ProgressCallback,
    message: Callable[[int], str],
) -> list[Made | ProviderError | None]:
    """Do pieces of work in threads, at most `width` at once, begun in their order.

    A piece is given a progress of its own, which raises once all are stopped. After one that failed because the
    endpoint is gone, or a budget is used up, no other is begun, since it would meet the same; an answer that can't
    be used says nothing of others.

    Args:
        work: The pieces.
        width: How many at once.
        progress: Told on this thread how many of all have ended; where it raises, all pieces are stopped.
        message: What is being done, for a number of pieces that have ended.

    Returns:
        What each piece made, or its failure; None where it was not begun.
    """
    ended: list[Made | ProviderError | None] = [None] * len(work)
    others: list[BaseException] = []
    begun = done = 0
    stopped, refused = threading.Event(), threading.Event()
    lock, moved = threading.Lock(), threading.Event()

    def check(fraction: float, message: str = "") -> None:
        if stopped.is_set():
            raise Cancelled("The language model is not needed any more.")

    def take() -> None:
        nonlocal begun, done
        while not (stopped.is_set() or refused.is_set()):
            with lock:
                if begun == len(work):
                    return
                place, begun = begun, begun + 1
            try:
                ended[place] = work[place](check)
            except ProviderError as error:
                ended[place] = error
                if not isinstance(error, AnswerError):
                    refused.set()
            except BaseException as error:
                others.append(error)
                stopped.set()
            with lock:
                done += 1
            moved.set()

    threads = [
        threading.Thread(target=take, name=f"asking {n}", daemon=True) for n in range(min(width, len(work)))
    ]
    for thread in threads:
        thread.start()
    try:
        while any(thread.is_alive() for thread in threads):
            progress(done / len(work), message(done))
            moved.wait(_LOOK_SECONDS)
            moved.clear()
    except BaseException:
        stopped.set()
        raise
    if others:
        raise others[0]
    return ended
