"""Memory that encoders let go of, given back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Return freed memory to the system, where the C library keeps it.

    glibc keeps what the threads of an encoder freed for threads to come: three files of x265, one after the other,
    took 1.4 GB instead of 0.7.
    """
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
