"""Figures in sentences: seconds, levels and sizes as an editor reads them."""

from __future__ import annotations

from collections.abc import Sequence

from core.schema.time import TimeSpan

MOST_TOLD = 3


def seconds(at: float) -> str:
    """Return an instant or a length: `3.2 s`, or `1:03.2` from a minute on."""
    if at < 59.95:
        return f"{max(at, 0.0):.1f} s"
    minutes, rest = divmod(round(at, 1), 60)
    return f"{int(minutes)}:{rest:04.1f}"


def signed(value: float, decimals: int = 1) -> str:
    """Return a number with a true minus sign."""
    rounded = f"{value:.{decimals}f}"
    return rounded.replace("-", "−") if float(rounded) else f"{0:.{decimals}f}"


def stretches(spans: Sequence[TimeSpan]) -> str:
    """Return `from 1.0 s to 2.0 s, from …`; of many the first few and how many more."""
    told = [f"from {seconds(span.start)} to {seconds(span.end)}" for span in spans[:MOST_TOLD]]
    more = len(spans) - len(told)
    if more > 0:
        return f"{', '.join(told)} and {more} more {'time' if more == 1 else 'times'}"
    return ", ".join(told[:-1]) + " and " + told[-1] if len(told) > 1 else "".join(told)


def file_size(size_bytes: int) -> str:
    """Return a file's size as `3.2 MB`, small ones as `210 kB`, large ones as `4 GB`."""
    if size_bytes >= 1e9:
        return f"{size_bytes / 1e9:.3g} GB"
    return f"{size_bytes / 1e6:.1f} MB" if size_bytes >= 999_500 else f"{max(1, round(size_bytes / 1e3))} kB"


def count(number: int, noun: str) -> str:
    """Return `1 picture`, `2 pictures`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
