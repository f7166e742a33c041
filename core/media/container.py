"""Open media files, and say in plain words why one can't be used.

FFmpeg fails in many classes, and some of its failures are not its own classes at all (`UnicodeDecodeError` from
tags, `EOFError` from Ogg), so every opening of a file goes through `open_media`.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import MediaError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream

SNIFF_BYTES = 4096
GIT_LFS_MARK = b"version https://git-lfs.github.com/spec"
GET_AGAIN = "Get the file again from where it came from, or convert it to MP4 with another program."
# Pictures one after the other, without any timestamps.
RAW_CONTAINERS = ("h264", "hevc", "vvc", "m4v", "mpegvideo", "obu", "mjpeg", "vc1", "dirac", "cavsvideo")
# Lists of other files, and descriptions of streams on a network: a file that someone was sent must not make the
# program read whatever else it names.
REFERRING_CONTAINERS = ("hls", "concat", "dash", "imf", "sdp", "rtsp", "sap", "vobsub", "lavfi")
# A demuxer that fails on a damaged spot often goes on after it; one that fails this often never will.
MAX_READ_ERRORS = 50


@dataclass(frozen=True)
class PacketWatch:
    """Who is shown the packets of some streams (their indices) while somebody else reads past them."""

    streams: tuple[int, ...]
    see: Callable[[Packet[Stream]], None]


def check_readable(path: Path) -> None:
    """Make sure that a path is a file with something in it.

    Raises:
        MediaError: it is missing, a folder, empty, not readable, or a pointer instead of the file.
    """
    try:
        if path.is_dir():
            raise MediaError("This is a folder, not a file.", str(path), remedy="Choose a video or audio file.")
        with path.open("rb") as file:
            head = file.read(SNIFF_BYTES)
    except OSError as error:
        raise MediaError(*_system_reason(error, path)) from error
    if not head:
        raise MediaError(
            "The file is empty.", str(path), remedy="The download or copy did not finish: get it again."
        )
    if head.startswith(GIT_LFS_MARK):
        raise MediaError(
            "This is a Git LFS pointer, not the media itself.", str(path), remedy="Run 'git lfs pull' to fetch it."
        )


@contextmanager
def open_media(path: Path) -> Iterator[InputContainer]:
    """Open a media file for reading; it is closed on leaving.

    Raises:
        MediaError: the file can't be opened as media; the reason is in plain words.
    """
    import av

    check_readable(path)
    try:
        # The "file:" prefix keeps names with a colon from being taken for a network protocol.
        allowed = {"protocol_whitelist": "file", "format_whitelist": _allowed_formats()}
        container = av.open(f"file:{path}", "r", options=allowed, metadata_errors="ignore")
    except (av.error.FFmpegError, OSError, ValueError, EOFError) as error:
        raise open_error(error, path) from error
    try:
        yield container
    finally:
        container.close()


@cache
def _allowed_formats() -> str:
    """Return FFmpeg's names of all containers that hold what they play."""
    import av

    return ",".join(sorted(av.formats_available.difference(REFERRING_CONTAINERS)))


def open_error(error: Exception, path: Path) -> MediaError:
    """Return what to tell the user when a file that exists can't be opened."""
    import av

    file = str(path)
    if isinstance(error, OSError) and error.errno in (errno.ENOENT, errno.EACCES, errno.EPERM, errno.EIO):
        return MediaError(*_system_reason(error, path))
    if is_text(path):
        return MediaError("This is a text file, not video or audio.", file, remedy="Choose a video or audio file.")
    if isinstance(error, av.error.PatchWelcomeError):
        return MediaError(
            "The file uses a format that is too new or too unusual to be read.", file, remedy=GET_AGAIN
        )
    if _starts_like_media(path):
        return MediaError("The file is damaged or was cut off: its index can't be read.", file, remedy=GET_AGAIN)
    return MediaError("The file is not video or audio that can be read.", file, remedy=GET_AGAIN)


def is_text(path: Path) -> bool:
    """Whether a file starts like readable text."""
    with path.open("rb") as file:
        head = file.read(SNIFF_BYTES)
    if b"\0" in head:
        return False
    try:
        text = head[:-4].decode("utf-8") if len(head) == SNIFF_BYTES else head.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character.isspace() for character in text)


def read_packets(
    container: InputContainer, streams: list[Stream], on_damage: Callable[[], None] = lambda: None
) -> Iterator[Packet[Stream]]:
    """Yield packets of some streams from where the container stands, going on after damaged spots.

    The last packets are empty: decoding them gives the frames that a decoder still holds. `on_damage` is called at
    each spot where the container itself can't be read.
    """
    import av

    for _ in range(MAX_READ_ERRORS):
        try:
            yield from container.demux(streams)
            return
        except av.error.FFmpegError:
            on_damage()


def _starts_like_media(path: Path) -> bool:
    """Whether the first bytes carry the mark of a known container."""
    with path.open("rb") as file:
        head = file.read(16)
    marks = (b"\x1a\x45\xdf\xa3", b"OggS", b"RIFF", b"fLaC", b"ID3", b"FLV")
    return head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free") or head.startswith(marks)


def _system_reason(error: OSError, path: Path) -> tuple[str, str, str, str]:
    """Return (reason, file, stage, remedy) for what the system said about a path."""
    file = str(path)
    if isinstance(error, FileNotFoundError) or error.errno in (errno.ENOENT, errno.ENOTDIR):
        remedy = "Check its name, or whether its disk is connected; if it was moved, import it from its new place."
        return "The file does not exist.", file, "", remedy
    if isinstance(error, PermissionError):
        return "The file may not be read by this user.", file, "", "Change its permissions, or copy it."
    return f"The file can't be read: {error.strerror or error}.", file, "", "Check the disk it is on."
