"""What this machine has that decides how much of the work runs side by side."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """Cores this program may use, memory in bytes, and whether there is an NVIDIA GPU with its driver."""

    cores: int
    memory_bytes: int
    has_gpu: bool


def this_machine() -> Machine:
    """Look at the machine; takes milliseconds and loads no heavy library."""
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    driver = Path("/proc/driver/nvidia/version")
    has_gpu = driver.exists() or shutil.which("nvidia-smi") is not None
    return Machine(max(1, len(allowed)), _memory_bytes(), has_gpu)


def _memory_bytes() -> int:
    if "SC_PHYS_PAGES" in getattr(os, "sysconf_names", {}):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    # Windows, above all. A library for one number, which a start waits for.
    import psutil

    return int(psutil.virtual_memory().total)
