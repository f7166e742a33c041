"""What is fetched from the network to become a source: an address, how far it is, and what came of it."""

from pathlib import Path
from typing import Literal

from core.schema.record import Record

DownloadState = Literal["pending", "fetching", "fetched", "failed"]


class FetchLimits(Record):
    """What a download may take: bytes in all, seconds without a new byte, and bytes that stay free on the disk.

    Private addresses (of this machine and its network) are refused unless `allows_private`.
    """

    most_bytes: int = 50_000_000_000
    stall_seconds: float = 60.0
    keeps_free_bytes: int = 1_000_000_000
    allows_private: bool = False


class FetchedMedia(Record):
    """What came of an address: the file, captions and picture beside it, and what its page says of it."""

    file: Path
    page: str
    title: str = ""
    uploader: str = ""
    captions: Path | None = None
    thumbnail: Path | None = None


class Episode(Record):
    """One entry of a feed. `id` is the feed's name for it, `published` seconds since the epoch, 0: unknown."""

    id: str
    title: str
    url: str
    page: str = ""
    published: float = 0.0
    seconds: float = 0.0
    size_bytes: int = 0
    is_taken: bool = False


class Feed(Record):
    """A podcast's feed, the newest episode first."""

    url: str
    title: str = ""
    episodes: tuple[Episode, ...] = ()


class Download(Record):
    """One address on its way to a source.

    `source_id` is set once it is `fetched`. `feed` and `episode` name where it was taken from. One that the user
    stopped is `failed` and `is_stopped`; what came of it so far is kept, and is gone on with.
    """

    id: str
    url: str
    state: DownloadState = "pending"
    title: str = ""
    uploader: str = ""
    page: str = ""
    file: Path | None = None
    captions: Path | None = None
    thumbnail: Path | None = None
    source_id: str = ""
    feed: str = ""
    episode: str = ""
    fraction: float = 0.0
    message: str = ""
    error: str = ""
    is_stopped: bool = False
    created_at: float = 0.0
