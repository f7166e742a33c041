"""Times as people write them: `12:41`, `0:12:41.5`, `00:12:41:08`, and numbers. Seconds in, text out, and back.

Timecodes are the same in every language; what has a decimal sign is written with that of the one that is spoken,
and read with a comma or a point.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale

from ui.wording import tr


def number(value: float, decimals: int = 0) -> str:
    """Return a number as the language writes it, with a minus that is as wide as a plus."""
    return QLocale().toString(float(value), "f", decimals).replace("-", "−")


def shortest(value: float, digits: int = 6) -> str:
    """Return a number with as many decimals as it has, of so many digits in all: `30`, `29.97`."""
    return QLocale().toString(float(value), "g", digits).replace("-", "−")


def with_sign(typed: str, sign: str = ".") -> str:
    """Return a typed number with a decimal sign, the point of programs, for the comma or point that was typed."""
    return typed.replace(",", sign).replace(".", sign)


def dollars(usd: float) -> str:
    """Return an amount of money as the language writes it: `$0.12`, `0,12 $`."""
    return QLocale().toCurrencyString(float(usd), "$", 2)


def clock(seconds: float) -> str:
    """Return `m:ss` or `h:mm:ss`, rounded down."""
    whole = max(0, int(seconds + 1e-6))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"


def clock_tenths(seconds: float) -> str:
    """Return `m:ss.t` or `h:mm:ss.t`, rounded to a tenth; `m:ss,t` where the language has a comma."""
    tenths = max(0, round(seconds * 10))
    return f"{clock(tenths / 10)}{QLocale().decimalPoint()}{tenths % 10}"


def timecode(seconds: float, fps: float) -> str:
    """Return `hh:mm:ss:ff`: hours, minutes, seconds and the frame within the second."""
    rate = max(1.0, fps)
    seconds = max(0.0, seconds) + 1e-6
    whole = int(seconds)
    frame = min(int((seconds - whole) * rate), max(0, round(rate) - 1))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}:{frame:02d}"


def parse_time(text: str, fps: float = 30.0) -> float | None:
    """Return seconds for `ss`, `mm:ss`, `hh:mm:ss` or `hh:mm:ss:ff`, comma or point; None for anything else."""
    parts = text.strip().split(":")
    if not 1 <= len(parts) <= 4 or any(not part.strip() for part in parts):
        return None
    try:
        numbers = [float(with_sign(part)) for part in parts]
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
        return tr("{seconds} s left").format(seconds=max(5, -(-int(seconds) // 5) * 5))
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return tr("{minutes} min left").format(minutes=minutes)
    words = tr("{hours} h {minutes} min left") if minutes % 60 else tr("{hours} h left")
    return words.format(hours=minutes // 60, minutes=minutes % 60)


def length(seconds: float) -> str:
    """Return a spoken length: `8 s`, `2 min 5 s`, `1 h 4 min`, `4 h`."""
    whole = round(seconds)
    if whole < 60:
        return tr("{seconds} s").format(seconds=whole)
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        words = tr("{hours} h {minutes} min") if minutes else tr("{hours} h")
        return words.format(hours=hours, minutes=minutes)
    if seconds:
        return tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)
    return tr("{minutes} min").format(minutes=minutes)


def span(seconds: float | None) -> str:
    """Return a duration in as little room as can be: `<0.1 s`, `0.4 s`, `12 s`, `3:05 min`, `1:20 h`."""
    if seconds is None:
        return "–"
    if seconds < 0.05:
        return f"<{number(0.1, 1)} s"
    if seconds < 9.95:
        return f"{number(seconds, 1)} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d} min"
    return f"{whole // 3600}:{whole % 3600 // 60:02d} h"


def about(seconds: float) -> str:
    """Return a rough length: `less than a minute`, `about 12 min`, `about 1 h 20 min`."""
    if seconds < 50:
        return tr("less than a minute")
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return tr("about {minutes} min").format(minutes=minutes)
    hours, rest = divmod(round(minutes / 10) * 10, 60)
    if rest:
        return tr("about {hours} h {minutes} min").format(hours=hours, minutes=rest)
    return tr("about {hours} h").format(hours=hours)


def file_size(size_bytes: float) -> str:
    """Return `41 GB`, `640 MB`, decimal as disks are sold."""
    for unit, bytes_each in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size_bytes >= bytes_each:
            amount = size_bytes / bytes_each
            return f"{number(amount, 1 if amount < 10 else 0)} {unit}"
    return f"{int(size_bytes)} B"


def price_words(usd: float | None) -> str:
    """Return " for $0.12", nothing where it is free, and that it is not known where it is None."""
    if usd is None:
        return " " + tr("(its price is not known)")
    if not usd:
        return ""
    return " " + (tr("for {price}").format(price=dollars(usd)) if usd >= 0.01 else tr("for less than a cent"))
