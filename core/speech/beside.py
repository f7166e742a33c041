"""Transcripts that lie beside media: found by their names, and not read yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = (".json", ".vtt", ".srt", ".ass", ".ssa", ".txt")  # best first: what tells most about words and speakers
# talk.en.srt, talk.pt-BR.srt, talk.eng.sdh.srt
LANGUAGE_SUFFIX = re.compile(r"\.([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]{2,4})?(?:\.(?:sdh|cc|hi))?$")


def find_sidecar(media: Path) -> Path | None:
    """Return the best transcript beside a media file: the same stem, perhaps with a language (`talk.en.srt`).

    A JSON file counts only if it looks like a transcript, since programs leave JSON of all kinds beside media.
    """
    try:
        beside = sorted(path for path in media.parent.iterdir() if path.name != media.name)
    except OSError:
        return None
    candidates = [(rank, path) for path in beside if (rank := _rank(path, media.stem)) is not None]
    for _, path in sorted(candidates, key=lambda pair: pair[0]):
        if (
            path.is_file()
            and path.stat().st_size > 0
            and (path.suffix.lower() != ".json" or _may_be_transcript(path))
        ):
            return path
    return None


def _rank(path: Path, stem: str) -> tuple[int, int, str] | None:
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        return None
    own = path.name[: -len(suffix)]
    if own == stem:
        return FORMATS.index(suffix), 0, path.name
    rest = own.removeprefix(stem)
    if rest == own or not (LANGUAGE_SUFFIX.fullmatch(rest) or rest in (".transcript", ".words")):
        return None
    return FORMATS.index(suffix), 1 if rest.startswith((".en", ".words")) else 2, path.name


def _may_be_transcript(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(65_536)
    return any(key in head for key in (b'"segments"', b'"words"', b'"utterances"', b'"transcription"', b'"word"'))
