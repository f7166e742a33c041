"""File names from a template: valid on Windows, macOS and Linux alike, and never the name of a file that exists.

The strictest rule of the three systems counts everywhere, because finished clips travel between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter

from core.errors import ExportError

DEFAULT_TEMPLATE = "{index:02d} {title} {aspect}"
MOST_CHARACTERS = 120
MOST_BYTES = 240
NAMELESS = "clip"

# Windows reserves these whatever follows a dot (Microsoft, "Naming Files, Paths, and Namespaces").
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_REPLACED = str.maketrans(
    {"/": "-", "\\": "-", "|": "-", ":": "-", '"': "'", "<": "(", ">": ")", "?": "", "*": ""}
)
_ASPECT = re.compile(r"(\d+):(\d+)")
_SPECIFICATION = re.compile(r"[<>^]?0?[0-9]{0,2}d?")
# Joiners that emoji and Persian need; other format characters can reorder or hide what a name says.
_KEPT_FORMATS = {"\u200c", "\u200d"}
_ATTACHED = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_FLAG_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]")


def file_name(
    template: str, fields: Mapping[str, str | int], suffix: str = ".mp4", taken: Iterable[str] = ()
) -> str:
    """Return a file name for a clip.

    Args:
        template: Names fields in braces, with an optional width: "{index:02d} {title} {aspect}".
        fields: Their values. An aspect's colon becomes an x; a title that is too long is shortened, not its
            neighbours.
        suffix: Extension with its dot.
        taken: Names that exist already; " (2)", " (3)", … is put behind the stem to differ from them. Letter
            case does not count as a difference.

    Raises:
        ExportError: The template is malformed or names a field that is not there.
    """
    used = {_identity(name) for name in taken}
    number = 1
    while True:
        mark = f" ({number})" if number > 1 else ""
        name = _fitted_stem(template, fields, mark + suffix) + mark + suffix
        if _identity(name) not in used:
            return name
        number += 1


def fields_of(template: str) -> set[str]:
    """Return the fields that a template names; none where it is malformed."""
    try:
        return {field for _, field, _, _ in Formatter().parse(template) if field}
    except ValueError:
        return set()


def names_in(folder: Path) -> list[str]:
    """Return the names of everything in a folder; empty where there is no such folder."""
    return [entry.name for entry in folder.iterdir()] if folder.is_dir() else []


def _identity(name: str) -> str:
    """Return what two names share when some file system takes them for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _fitted_stem(template: str, fields: Mapping[str, str | int], ending: str) -> str:
    """Return the longest stem that fits with its ending, giving up letters of the longest text field first."""
    # What is longer than a whole name may be is cut at once: a title may be a whole transcript.
    cleaned = {
        name: _clean(value[: 4 * MOST_BYTES])[: 2 * MOST_BYTES] if isinstance(value, str) else value
        for name, value in fields.items()
    }
    stem = _safe_stem(_filled(template, cleaned))
    texts = {name: value for name, value in cleaned.items() if isinstance(value, str)}
    longest = max(texts, key=lambda name: len(texts[name].encode()), default="")
    while longest and texts[longest] and not _fits(stem + ending):
        texts[longest] = _shortened(texts[longest])
        stem = _safe_stem(_filled(template, {**cleaned, **texts}))
    while len(stem) > 1 and not _fits(stem + ending):
        stem = _safe_stem(_shortened(stem))
    return stem


def _fits(name: str) -> bool:
    # Windows counts UTF-16 units, Linux bytes.
    return len(name.encode("utf-16-le")) // 2 <= MOST_CHARACTERS and len(name.encode()) <= MOST_BYTES


def _shortened(text: str) -> str:
    """Return the text without its last visible character: never half an emoji, flag or accented letter."""
    end = len(text) - 1
    while end > 0 and (_is_attached(text[end]) or text[end - 1] == "\u200d"):
        end -= 1
    flag_letters = len(text[:end]) - len(text[:end].rstrip("".join(map(chr, range(0x1F1E6, 0x1F200)))))
    if _FLAG_LETTER.match(text[end]) and flag_letters % 2:
        end -= 1
    return text[:end]


def _is_attached(character: str) -> bool:
    return unicodedata.category(character).startswith("M") or bool(_ATTACHED.match(character))


def _clean(text: str) -> str:
    """Return the text with nothing that a file system refuses or that reads otherwise than it is stored."""
    text = unicodedata.normalize("NFC", _ASPECT.sub(r"\1x\2", text)).replace(": ", " - ").translate(_REPLACED)
    kept = (
        character
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        or character in _KEPT_FORMATS
        or _ATTACHED.match(character)
        else " "
        if character.isspace()
        else ""
        for character in text
    )
    return " ".join("".join(kept).split())


def _safe_stem(text: str) -> str:
    # A dot in front hides a file; Windows drops dots and spaces at the end, so two names become one.
    stem = _clean(text).strip(" .")
    if not stem.strip("\u200c\u200d"):
        return NAMELESS
    return f"_{stem}" if _RESERVED.fullmatch(stem) else stem


def _filled(template: str, fields: Mapping[str, str | int]) -> str:
    """Fill a template. Only plain fields and widths are understood: a template may come from a stranger."""
    parts: list[str] = []
    try:
        for literal, field, specification, conversion in Formatter().parse(template):
            parts.append(literal)
            if field is None:
                continue
            if field not in fields or conversion or not _SPECIFICATION.fullmatch(specification or ""):
                known = ", ".join(f"{{{name}}}" for name in fields)
                raise ExportError(
                    f"The name template “{template}” asks for “{field}” in a way that is not known.",
                    remedy=f"Fields are: {known}.",
                )
            parts.append(format(fields[field], specification or ""))
    except ValueError as error:
        raise ExportError(
            f"The name template “{template}” can't be used: {error}.", remedy=f"An example: {DEFAULT_TEMPLATE}"
        ) from error
    return "".join(parts)
