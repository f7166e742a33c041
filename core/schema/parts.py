"""Finished parts of a long piece of work, kept until the whole is there."""

from typing import Protocol


class Parts(Protocol):
    """Keeps parts by name, each durable when `put` returns, for the next attempt at the same work.

    A name says what its part was made of, so that a part is never taken for another.
    """

    def get(self, name: str) -> bytes | None:
        """Return a part, None where there is none."""
        ...

    def put(self, name: str, content: bytes) -> None:
        """Keep a part. Several threads may do so at once."""
        ...


class NoParts:
    """Keeps nothing, for work that nobody takes up again."""

    def get(self, name: str) -> bytes | None:
        """Return None."""
        return None

    def put(self, name: str, content: bytes) -> None:
        """Forget it."""
