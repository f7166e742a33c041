"""Ports that a test gives to what it tests: kept until that listens, so that nobody else gets them meanwhile."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept_port() -> Iterator[int]:
    """Return a free port of this machine that is given to nobody for as long as the block lasts.

    Who asks for this very port as servers do (SO_REUSEADDR) can listen on it; until then connections are refused.
    A port that was freed first might be anyone's by the time it is used.
    """
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", 0))
        yield int(kept.getsockname()[1])
