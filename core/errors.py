"""Every error of the engine as one tree: what the user's world did wrong against what we did wrong.

ShortlistError
├── UserWorldError                the file, the disk, the network, the settings: told in a sentence, no traceback
│   ├── MediaError                a file that is missing, unreadable, empty, encrypted, or has nothing usable
│   ├── TranscriptError           captions or a transcript that can't be read, or that say nothing
│   ├── WeightsError              model weights that are missing, can't be fetched or fail their checksum
│   ├── FetchError                an address that nothing can be fetched from
│   ├── ProviderError             a language model or speech endpoint refused, failed or talked nonsense
│   │   ├── BudgetError           what a call can cost is more than may still be spent; it was not made
│   │   └── AnswerError           it answered, in a form that can't be used
│   ├── ClusterError              a Dask scheduler or worker that can't be reached or used
│   ├── StyleError                a style package that is missing, malformed or already published
│   ├── RecipeError               a recipe that is missing, broken, or of a name that can't be used
│   ├── RenderError               an encoder or a composition that can't be rendered
│   ├── ExportError               a folder that can't be written, a name that can't be used
│   └── WorkspaceError            a workspace that is locked, too new, read-only or damaged
│       └── DiskFullError         no space left: the work waits for space, it does not fail
├── Cancelled                     the user stopped it; not a failure
└── ContractError                 our own bug: a stage or caller broke a promise

An error carries the sentence for the user, and optionally the file, the stage and what to do next. One that
`is_passing` (the network, a rate limit, a file in use) may be gone when the same is tried a little later. All are
picklable (arguments are kept in `args`), because they cross the process boundary as failure records.
"""

from __future__ import annotations

import errno


class ShortlistError(Exception):
    """Base of all our errors.

    Args:
        reason: One sentence in plain words: what happened.
        file: The file it happened to, if any.
        stage: The stage it happened in, if any.
        remedy: What the user can do next, if we know.
        is_passing: Whether the same may work a little later.
    """

    def __init__(
        self, reason: str, file: str = "", stage: str = "", remedy: str = "", is_passing: bool = False
    ) -> None:
        super().__init__(reason, file, stage, remedy, is_passing)
        self.reason = reason
        self.file = file
        self.stage = stage
        self.remedy = remedy
        self.is_passing = is_passing

    def __str__(self) -> str:
        where = f"{self.file}: " if self.file else ""
        then = f" {self.remedy}" if self.remedy else ""
        return f"{where}{self.reason}{then}"


class UserWorldError(ShortlistError):
    """Something outside the program is wrong; the user can mend it."""


class MediaError(UserWorldError):
    """A media file can't be used."""


class TranscriptError(UserWorldError):
    """A transcript or caption file can't be used."""


class WeightsError(UserWorldError):
    """Model weights can't be had."""


class FetchError(UserWorldError):
    """Something can't be fetched from an address."""


class ProviderError(UserWorldError):
    """A language model or speech endpoint failed."""


class BudgetError(ProviderError):
    """A call was not made, because it could pass a budget."""


class AnswerError(ProviderError):
    """A language model answered, in a form that can't be used."""


class ClusterError(UserWorldError):
    """A Dask scheduler or worker can't be reached or used."""


class StyleError(UserWorldError):
    """A style package can't be used."""


class RecipeError(UserWorldError):
    """A recipe can't be used."""


class RenderError(UserWorldError):
    """A composition can't be rendered."""


class ExportError(UserWorldError):
    """Finished files can't be delivered to where the user wants them."""


class WorkspaceError(UserWorldError):
    """A workspace can't be opened or written."""


class DiskFullError(WorkspaceError):
    """There is no space left. Work that meets it waits for space rather than fail.

    `needed_bytes` is how much would have to be free, 0 where nobody knows.
    """

    def __init__(
        self,
        reason: str,
        file: str = "",
        stage: str = "",
        remedy: str = "",
        is_passing: bool = False,
        needed_bytes: int = 0,
    ) -> None:
        super().__init__(reason, file, stage, remedy, is_passing)
        self.args = (*self.args, needed_bytes)
        self.needed_bytes = needed_bytes


def is_disk_full(error: BaseException) -> bool:
    """Whether an error of the system, FFmpeg's included, says that a disk or the user's share of it is full."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def disk_full(file: str = "") -> DiskFullError:
    """Return the error for a file that could not be written because its disk is full."""
    return DiskFullError("The disk is full.", file, remedy="Free some space; the work then goes on where it was.")


class Cancelled(ShortlistError):
    """The user stopped the work."""


class ContractError(ShortlistError):
    """A promise inside the program was broken: a bug of ours."""
