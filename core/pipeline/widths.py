"""How many tasks of each lane suit a machine."""

from __future__ import annotations

from core.pipeline.stage import Lane

# Memory in bytes that one task of a lane may take, on the generous side (speech: the largest model in int8), and
# what is left to the window and to other programs.
_NEEDS: dict[Lane, float] = {"io": 0.4e9, "speech": 3.5e9, "vision": 0.7e9, "llm": 0.2e9, "encode": 1.0e9}
_LEFT_TO_OTHERS = 3.0e9


def widths_for(cores: int, memory_bytes: int, has_gpu: bool) -> dict[Lane, int]:
    """Return how many tasks each lane runs side by side.

    Recognisers and encoders use several threads themselves, so two of them on few cores only thrash. A GPU takes
    speech off the cores, which leaves them to pictures; it holds one model at a time. Lanes run beside each other,
    so each may take half of the memory that is left to us.
    """
    share = max(0.0, memory_bytes - _LEFT_TO_OTHERS) / 2
    by_cores: dict[Lane, int] = {
        "io": max(1, cores // 4),
        "speech": 1 if has_gpu else max(1, cores // 8),
        "vision": max(1, cores // 2) if has_gpu else max(1, cores // 3),
        "llm": 2,
        "encode": max(1, cores // 3),
    }
    return {lane: max(1, min(width, int(share / _NEEDS[lane]))) for lane, width in by_cores.items()}
