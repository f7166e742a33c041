"""What the window tells about the program itself, and who knows it: the application around the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from core.schema.part import Part


@dataclass(frozen=True)
class UpdateChoice:
    """Whether it is looked for new versions, at which address, and what would speak against that address."""

    is_on: bool = False
    address: str = ""


@dataclass(frozen=True)
class NewVersion:
    """A version that is newer than this one: its number, what is new in a line, and the page that tells more."""

    version: str
    notes: str = ""
    page: str = ""


class AboutStore(Protocol):
    """Knows this program. `facts` and `parts` take a moment: the window asks for them in a thread."""

    def version(self) -> str:
        """Return the version of this program."""
        ...

    def facts(self) -> Sequence[tuple[str, str]]:
        """Return what is told to whoever helps: English names, and values, of versions and folders."""
        ...

    def parts(self) -> Sequence[Part]:
        """Return what the program is made of."""
        ...

    def updates(self) -> UpdateChoice:
        """Return what was chosen about new versions."""
        ...

    def choose_updates(self, choice: UpdateChoice) -> None:
        """Keep what is chosen about new versions.

        Raises:
            ShortlistError: The address can't be used, or nothing can be written.
        """
        ...

    async def look(self, address: str) -> NewVersion | None:
        """Ask an address now.

        Raises:
            ShortlistError: It does not answer, or not as is expected.
        """
        ...

    async def look_if_due(self) -> NewVersion | None:
        """Ask at most once a day, if that was chosen; a version that was told before is not told again."""
        ...
