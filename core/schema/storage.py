"""What a workspace occupies, and what a run will need. All sizes in bytes."""

from pydantic import Field

from core.schema.record import Record


class StageStorage(Record):
    """What the artifacts of one stage occupy, and how much of that no kept clip needs."""

    stage: str
    count: int
    bytes: int
    unused_count: int = 0
    unused_bytes: int = 0


class Storage(Record):
    """What a workspace occupies.

    `downloads_bytes` are sources from the network, of which no run uses `downloads_unused_bytes`; `films_bytes`
    are small films of contact sheets, made again for the next one. `other_bytes` are thumbnails, transcripts,
    backups and the database; no run uses `other_unused_bytes` of them. `exported_bytes` are finished files,
    wherever they were delivered to.
    """

    stages: tuple[StageStorage, ...] = ()
    downloads_bytes: int = 0
    downloads_unused_bytes: int = 0
    films_bytes: int = 0
    other_bytes: int = 0
    other_unused_bytes: int = 0
    exported_bytes: int = 0
    free_bytes: int = 0

    @property
    def bytes(self) -> int:
        """All that the workspace's own folder holds, finished files apart."""
        return (
            self.downloads_bytes + self.films_bytes + self.other_bytes + sum(stage.bytes for stage in self.stages)
        )

    @property
    def unused_bytes(self) -> int:
        """What can be freed without losing anything that a kept clip needs."""
        beside = self.downloads_unused_bytes + self.films_bytes + self.other_unused_bytes
        return beside + sum(stage.unused_bytes for stage in self.stages)


class TidyLimits(Record):
    """How long, and how much of, intermediate results that nobody needs are kept: 0 is no limit.

    What is older than so many `days` is removed; of what is left the oldest, until all intermediate results
    together have `most_bytes` at most. What a kept clip needs stays, however much that is.
    """

    days: int = Field(default=0, ge=0)
    most_bytes: int = Field(default=0, ge=0)

    @property
    def is_set(self) -> bool:
        """Whether anything is to be removed by itself."""
        return self.days > 0 or self.most_bytes > 0


class Tidied(Record):
    """What was removed by itself last, and when (seconds since the epoch)."""

    at: float
    bytes: int


class ExportForecast(Record):
    """What an export is expected to make. `bytes` are those of the files, `needed_bytes` what its disks must have.

    `free_bytes` is the space on the disk of the folder. `seconds` of work is None where nothing like it was done
    yet.
    """

    files: int
    bytes: int
    needed_bytes: int
    free_bytes: int
    seconds: float | None = None

    @property
    def fits(self) -> bool:
        """Whether there is space enough."""
        return self.free_bytes >= self.needed_bytes


class Preflight(Record):
    """What a run is expected to need. `seconds` and `usd` are None where nothing is known to estimate them from.

    `keeps_free_bytes` is the space that is always left free, so `free_bytes` must exceed both together.
    """

    needed_bytes: int
    free_bytes: int
    keeps_free_bytes: int = 0
    seconds: float | None = None
    usd: float | None = None

    @property
    def fits(self) -> bool:
        """Whether there is space enough."""
        return self.free_bytes >= self.needed_bytes + self.keeps_free_bytes
