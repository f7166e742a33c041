"""Making whole pictures of interlaced ones; nothing is touched until the first interlaced frame comes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.filter import Graph
    from av.video.frame import VideoFrame


class Deinterlacer:
    """Feeds frames of one stream through bwdif (one whole frame for each interlaced one), from the first on."""

    def __init__(self) -> None:
        self._graph: Graph | None = None
        self._layout: tuple[str, int, int] | None = None

    @property
    def is_used(self) -> bool:
        """Whether an interlaced frame was met."""
        return self._graph is not None

    def feed(self, frame: VideoFrame) -> Iterator[VideoFrame]:
        """Yield the frames that are finished, in order; an interlaced one waits for its successor."""
        if self._graph is None and not frame.interlaced_frame:
            yield frame
            return
        layout = (frame.format.name, frame.width, frame.height)
        if self._graph is None or layout != self._layout:
            yield from self.flush()
            self._graph = _build(frame)
            self._layout = layout
        self._graph.push(frame)
        yield from self._finished()

    def flush(self) -> Iterator[VideoFrame]:
        """Yield what is still held; afterwards nothing can be fed before the next new layout."""
        if self._graph is None:
            return
        self._graph.push(None)
        yield from self._finished()

    def _finished(self) -> Iterator[VideoFrame]:
        import av

        assert self._graph is not None
        while True:
            try:
                yield self._graph.pull()  # type: ignore[misc]
            except (av.error.BlockingIOError, av.error.EOFError):
                return


def _build(frame: VideoFrame) -> Graph:
    from av.filter import Graph

    graph = Graph()
    base = frame.time_base or Fraction(1, 1000)
    source = graph.add(
        "buffer",
        f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}"
        f":time_base={base.numerator}/{base.denominator}:pixel_aspect=1/1",
    )
    weave = graph.add("bwdif", "mode=send_frame:parity=auto:deint=interlaced")
    sink = graph.add("buffersink")
    source.link_to(weave)
    weave.link_to(sink)
    graph.configure()
    return graph
