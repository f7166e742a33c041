"""The queue between composing and encoding: bounded, and never a trap for the thread that feeds it."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from core.errors import RenderError
from core.media.planes import Picture
from core.render.encode_thread import QUEUED_PICTURES, EncodeThread


class Gate:
    """An output that takes a picture only when the gate is opened, and can be told to fail."""

    path = Path("gate.mp4")

    def __init__(self, failure: Exception | None = None) -> None:
        self.opened, self.failure = Event(), failure
        self.written, self.is_finished, self.is_discarded = 0, False, False

    def write(self, picture):
        self.opened.wait()
        if self.failure:
            raise self.failure
        self.written += 1

    def finish(self):
        self.is_finished = True

    def abandon(self):
        self.is_abandoned = True

    def discard(self):
        self.is_discarded = True


def test_a_slow_encoder_holds_up_the_feeder():
    gate = Gate()
    encoder = EncodeThread(gate)
    given = []
    feeder = Thread(target=lambda: [(encoder.put(Picture.blank(16, 16)), given.append(1)) for _ in range(40)])
    feeder.start()
    feeder.join(0.3)
    assert feeder.is_alive() and len(given) <= QUEUED_PICTURES + 1
    gate.opened.set()
    feeder.join()
    encoder.finish()
    assert gate.written == 40 and gate.is_finished


def test_a_failure_reaches_the_feeder_even_with_a_full_queue():
    gate = Gate(RenderError("no"))
    encoder = EncodeThread(gate)
    for _ in range(QUEUED_PICTURES):
        encoder.put(Picture.blank(16, 16))
    gate.opened.set()
    with pytest.raises(RenderError):
        for _ in range(QUEUED_PICTURES + 2):
            encoder.put(Picture.blank(16, 16))
    encoder.discard()
    assert gate.is_discarded and not gate.is_finished


def test_discarding_drops_what_is_queued():
    gate = Gate()
    encoder = EncodeThread(gate)
    for _ in range(QUEUED_PICTURES):
        encoder.put(Picture.blank(16, 16))
    gate.opened.set()
    encoder.discard()
    assert gate.is_discarded and not gate.is_finished
