"""Times as people write them: `12:41`, `0:12:41.5`, `00:12:41:08`. Seconds in, text out, and back."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """Return `m:ss` or `h:mm:ss`, rounded down."""
    whole = max(0, int(seconds + 1e-6))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"


def clock_tenths(seconds: float) -> str:
    """Return `m:ss.t` or `h:mm:ss.t`, rounded to a tenth."""
    tenths = max(0, round(seconds * 10))
    return f"{clock(tenths / 10)}.{tenths % 10}"


def timecode(seconds: float, fps: float) -> str:
    """Return `hh:mm:ss:ff`: hours, minutes, seconds and the frame within the second."""
    rate = max(1.0, fps)
    seconds = max(0.0, seconds) + 1e-6
    whole = int(seconds)
    frame = min(int((seconds - whole) * rate), max(0, round(rate) - 1))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}:{frame:02d}"


def parse_time(text: str, fps: float = 30.0) -> float | None:
    """Return seconds for `ss`, `mm:ss`, `hh:mm:ss` or `hh:mm:ss:ff`; None for anything else."""
    parts = text.strip().replace(",", ".").split(":")
    if not 1 <= len(parts) <= 4 or any(not part.strip() for part in parts):
        return None
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        return None
    if any(number < 0 or number != number or number == float("inf") for number in numbers):
        return None
    frames = numbers.pop() if len(numbers) == 4 else 0.0
    seconds = 0.0
    for number in numbers:
        seconds = seconds * 60 + number
    return seconds + frames / max(1.0, fps)


def remaining(seconds: float) -> str:
    """Return `3 min left`, `40 s left` or `1 h 20 min left`."""
    if seconds < 55:
        return f"{max(5, -(-int(seconds) // 5) * 5)} s left"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"{minutes} min left"
    return f"{minutes // 60} h {minutes % 60} min left"


def length(seconds: float) -> str:
    """Return a spoken length: `8 s`, `2 min 5 s`, `1 h 4 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s" if whole % 60 else f"{whole // 60} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def about(seconds: float) -> str:
    """Return a rough length: `less than a minute`, `about 12 min`, `about 1 h 20 min`."""
    if seconds < 50:
        return "less than a minute"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"about {minutes} min"
    hours, rest = divmod(round(minutes / 10) * 10, 60)
    return f"about {hours} h {rest} min" if rest else f"about {hours} h"


def file_size(size_bytes: float) -> str:
    """Return `41 GB`, `640 MB`, decimal as disks are sold."""
    for unit, bytes_each in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size_bytes >= bytes_each:
            amount = size_bytes / bytes_each
            return f"{amount:.1f} {unit}" if amount < 10 else f"{amount:.0f} {unit}"
    return f"{int(size_bytes)} B"


def counted(count: int, noun: str) -> str:
    """Return a count with its noun, in the plural where it is one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def price_words(usd: float | None) -> str:
    """Return " for $0.12", nothing where it is free, and that it is not known where it is None."""
    if usd is None:
        return " (its price is not known)"
    if not usd:
        return ""
    return f" for ${usd:.2f}" if usd >= 0.01 else " for less than a cent"
