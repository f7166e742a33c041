"""What the timeline costs to paint: ten hours of talk with 1,000 candidates, on an offscreen raster.

Each figure is the 95th percentile of the time from a changed view to a painted one, over a walk from the whole
episode down to single words and along it; playing and dragging are measured at both ends of the zoom.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from tests.bench.figures import Figure

if TYPE_CHECKING:
    from ui.timeline.scene import ClipMark, Scene
    from ui.timeline.view import TimelineView
    from ui.timeline.waveform import Wave

SECONDS = 36_000.0
CLIPS = 1_000
WIDTH_PX, HEIGHT_PX = 1900, 190
TARGET_MS = 16.0
_PEAKS_HZ = 100


def figures() -> Iterator[Figure]:
    """Yield the 95th percentile of each kind of painting in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.theme import apply_theme
    from ui.timeline.view import TimelineView

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application)
    view = TimelineView()
    view.resize(WIDTH_PX, HEIGHT_PX)
    view.show_scene(ten_hours())
    view.show_wave(sound())
    view.show_current("c10")
    view.grab()
    for what, steps in (
        ("timeline of ten hours, zoom", _zooms(view)),
        ("timeline of ten hours, scroll from afar", _scrolls(view, SECONDS / 4)),
        ("timeline of ten hours, scroll over words", _scrolls(view, 12.0)),
        ("timeline of ten hours, playing", _plays(view)),
        ("timeline of ten hours, another clip in hand", _selections(view)),
    ):
        times = [_painted_ms(view, step) for step in steps]
        note = f"p95 of {len(times)}, median {np.median(times):.1f}, most {max(times):.1f} ms"
        yield Figure(what, float(np.percentile(times, 95)), "ms", TARGET_MS, note)
    view.deleteLater()


def ten_hours() -> Scene:
    """Return ten hours with 1,000 candidates, 7,000 turns of two speakers and 100,000 words."""
    from ui.timeline.scene import Scene, Stretch, Track
    from ui.timeline.snapping import SnapLine, SnapPoints

    words = np.arange(0.0, SECONDS, 0.36)
    turns = np.arange(0.0, SECONDS, 5.1)
    line = SnapLine.of([("word", words), ("sentence", turns)])
    return Scene(
        duration=SECONDS,
        clips=_marks(),
        chapters=tuple(Stretch(at, at + 600, f"Chapter {at / 600:.0f}") for at in np.arange(0.0, SECONDS, 600.0)),
        turns=Track.of((at, at + 4.8, ("Ana", "Ben")[n % 2], n % 2) for n, at in enumerate(turns)),
        words=Track.of((at, at + 0.3, "wonderful"[: 2 + n % 8], 0) for n, at in enumerate(words)),
        shots=np.arange(3.0, SECONDS, 11.0),
        snap_points=SnapPoints(line, line),
    )


def sound() -> Wave:
    """Return the waveform of ten hours, loud and quiet in turns."""
    from ui.timeline.waveform import Wave

    at = np.arange(int(SECONDS * _PEAKS_HZ))
    highs = (60 + 50 * np.sin(at / 90) * np.sin(at / 7)).astype(np.int8)
    return Wave(np.stack([-highs, highs], axis=1), _PEAKS_HZ)


def _marks() -> tuple[ClipMark, ...]:
    from ui.timeline.scene import ClipMark

    random = np.random.default_rng(7)
    starts = np.sort(random.uniform(0, SECONDS - 90, CLIPS))
    decisions = ("undecided", "approved", "maybe", "rejected")
    return tuple(
        ClipMark(
            f"c{n}", float(at), float(at) + float(random.uniform(15, 90)), 30 + n % 70, decisions[n % 4], "A title"
        )
        for n, at in enumerate(starts)
    )


def _painted_ms(view: TimelineView, change: Callable[[], object]) -> float:
    from PySide6.QtGui import QImage

    picture = QImage(view.size(), QImage.Format.Format_ARGB32_Premultiplied)
    # Of this thread alone: a busy neighbour must not count.
    start = time.thread_time()
    change()
    view.render(picture)
    return (time.thread_time() - start) * 1000


def _zooms(view: TimelineView) -> Iterator[Callable[[], object]]:
    for around in (0.1, 0.5, 0.83):
        view.set_viewport(view.viewport.showing(0.0, SECONDS))
        for factor in [1.25] * 45 + [1 / 1.25] * 45:
            yield lambda by=factor, x=around * WIDTH_PX: view.set_viewport(view.viewport.zoomed(by, x))


def _scrolls(view: TimelineView, seconds: float) -> Iterator[Callable[[], object]]:
    view.set_viewport(view.viewport.showing(SECONDS / 3, SECONDS / 3 + seconds))
    for step in range(120):
        by = seconds * (0.03 if step % 40 < 20 else -0.03)
        yield lambda by=by: view.set_viewport(view.viewport.panned(by))


def _plays(view: TimelineView) -> Iterator[Callable[[], object]]:
    for seconds in (SECONDS, 12.0):
        view.set_viewport(view.viewport.showing(0.0, seconds))
        for step in range(60):
            yield lambda at=step * 0.04: view.show_playhead(at, follows=True)


def _selections(view: TimelineView) -> Iterator[Callable[[], object]]:
    view.set_viewport(view.viewport.showing(0.0, SECONDS))
    for place in range(60):
        yield lambda clip=f"c{place * 7}": view.show_current(clip)


if __name__ == "__main__":
    for figure in figures():
        print(f"{figure.what:<46}{figure.value:>7.2f} ms   {figure.note}")
