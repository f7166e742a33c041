"""Making whole pictures of interlaced ones; nothing is touched until the first interlaced frame comes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.filter import Graph
    from av.video.frame import VideoFrame

# Which field of a frame comes first in time.
Parity = Literal["tff", "bff"]


class Deinterlacer:
    """Feeds frames of one stream through bwdif (one whole frame for each interlaced one), from the first on.

    Args:
        parity: Where given, all frames are taken for interlaced, whatever their flags say.
    """

    def __init__(self, parity: Parity | None = None) -> None:
        self._parity = parity
        self._graph: Graph | None = None
        self._layout: tuple[str, int, int] | None = None
        self.is_used = False

    def restart(self) -> None:
        """Forget what is held: the next frame does not follow the last one."""
        self._graph = None

    def feed(self, frame: VideoFrame) -> Iterator[VideoFrame]:
        """Yield the frames that are finished, in order; an interlaced one waits for its successor."""
        if self._graph is None and self._parity is None and not frame.interlaced_frame:
            yield frame
            return
        layout = (frame.format.name, frame.width, frame.height)
        if self._graph is None or layout != self._layout:
            yield from self.flush()
            self._graph = _build(frame, self._parity)
            self._layout = layout
            self.is_used = True
        self._graph.push(frame)
        yield from self._finished()

    def flush(self) -> Iterator[VideoFrame]:
        """Yield what is still held; what is fed afterwards begins anew."""
        if self._graph is None:
            return
        self._graph.push(None)
        yield from self._finished()
        self._graph = None

    def _finished(self) -> Iterator[VideoFrame]:
        import av

        assert self._graph is not None
        while True:
            try:
                yield self._graph.pull()  # type: ignore[misc]
            except (av.error.BlockingIOError, av.error.EOFError):
                return


def _build(frame: VideoFrame, parity: Parity | None) -> Graph:
    from av.filter import Graph

    graph = Graph()
    base = frame.time_base or Fraction(1, 1000)
    source = graph.add(
        "buffer",
        f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}"
        f":time_base={base.numerator}/{base.denominator}:pixel_aspect=1/1",
    )
    which = f"parity={parity}:deint=all" if parity else "parity=auto:deint=interlaced"
    weave = graph.add("bwdif", f"mode=send_frame:{which}")
    sink = graph.add("buffersink")
    source.link_to(weave)
    weave.link_to(sink)
    graph.configure()
    return graph
