"""The engine: runs headless, knows no window."""

import os

__version__ = "0.1.0"

# Before NumPy is loaded, in every process: OpenBLAS's own threads can miss their wake-up when several processes
# want more cores than there are, and a matrix product then never ends. The queue's lanes share out the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # noqa: TID251 - it is written for a library, not read
