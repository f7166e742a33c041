"""Try streams out: decode a first frame of each, reading no further than needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from core.media.container import read_packets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from av.audio.frame import AudioFrame
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream
    from av.video.frame import VideoFrame

# A file that starts in the middle of a group of pictures has up to some 10 s of undecodable packets.
MAX_PACKETS = {"video": 900, "audio": 400}
MAX_READ_BYTES = 256_000_000
# Timing alone is not worth reading on: a single picture may lie before hours of sound.
ENOUGH_BYTES = 32_000_000
# Enough packets to tell a constant frame rate from a variable one.
TIMING_PACKETS = 100


@dataclass
class Trial:
    """What came of trying one stream. `seconds` are the file's own seconds of its packets, in file order.

    `is_over` means that all its packets were read.
    """

    stream: Stream
    frame: VideoFrame | AudioFrame | None = None
    packets: int = 0
    failures: int = 0
    is_encrypted: bool = False
    is_over: bool = False
    seconds: list[float] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        """Whether no more packets are needed."""
        if self.packets >= MAX_PACKETS[self.stream.type] or self.is_over:
            return True
        return self.frame is not None and (self.stream.type == "audio" or self.packets >= TIMING_PACKETS)


def try_streams(container: InputContainer, streams: Sequence[Stream]) -> list[Trial]:
    """Decode until each stream gave a frame, all in one pass from the start of the file.

    Streams without a decoder are given back untried. The container is left somewhere behind its start.
    """
    trials = [Trial(stream) for stream in streams]
    waiting = {trial.stream.index: trial for trial in trials if trial.stream.codec_context is not None}
    for trial in waiting.values():
        trial.stream.codec_context.thread_count = 1
    read_bytes = 0
    for packet in read_packets(container, [trial.stream for trial in waiting.values()]):
        read_bytes += packet.size
        trial = waiting.get(packet.stream_index) or trials[0]
        if packet.stream_index in waiting:
            _feed(trial, packet)
            trial.is_over = trial.is_over or not packet.size
        if trial.is_done:
            waiting.pop(packet.stream_index, None)
        is_known = all(other.frame is not None for other in waiting.values())
        if read_bytes > (ENOUGH_BYTES if is_known else MAX_READ_BYTES) or not waiting:
            break
    return trials


def _feed(trial: Trial, packet: Packet[Stream]) -> None:
    """Decode one packet for a trial; an empty one gives what the decoder still holds."""
    import av

    if packet.size:
        trial.packets += 1
        trial.is_encrypted = trial.is_encrypted or packet.has_sidedata("encryption_info")
        if packet.pts is not None and packet.time_base:
            trial.seconds.append(float(packet.pts * packet.time_base))
    if trial.frame is not None:
        return
    try:
        frames = packet.decode()
        if trial.packets == trial.stream.frames == 1:
            # There is no more to come, and much to read before the file says so.
            frames += trial.stream.codec_context.decode(None)  # type: ignore[attr-defined]
            trial.is_over = True
    except av.error.FFmpegError:
        trial.failures += 1
        return
    trial.frame = next((cast("VideoFrame", frame) for frame in frames if _is_usable(frame)), None)


def _is_usable(frame: object) -> bool:
    """Whether a decoded frame has any pixels or samples."""
    return bool(getattr(frame, "samples", 0) or (getattr(frame, "width", 0) and getattr(frame, "height", 0)))
