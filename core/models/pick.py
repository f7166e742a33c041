"""Which Whisper model is taken by itself: the one with the fewest mistakes that still keeps up here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.machine import Machine
from core.models.speed import hour_words, memory_bytes, seconds_a_second, works_on
from core.weights import is_english, listed, whisper_folder, whisper_names

# A model keeps up where transcribing takes no more than half as long as the talk.
KEEPS_UP = 0.5


@dataclass(frozen=True)
class Picked:
    """A model, and why it was taken, as half a sentence."""

    folder: Path
    reason: str


@dataclass(frozen=True)
class _Candidate:
    folder: Path
    rank: int
    share: float
    memory_bytes: int


def pick_whisper(folder: Path, machine: Machine, language: str = "", device: str = "") -> Picked | None:
    """Return the Whisper model to take of those in a folder, or None where none is of use.

    Of listed models that keep up the best is taken, else one that was put there by hand; where none keeps up,
    the fastest. One that knows English alone is not taken for another language, and for an unknown one only
    where there is no other.

    Args:
        folder: The weights folder.
        machine: What it has to keep up on.
        language: ISO 639-1 code of what is spoken, empty where it has to be found out.
        device: "cpu", "cuda", or empty for whichever is there.
    """
    names = _understanding(whisper_names(folder), language)
    if not names:
        return None
    found = [_candidate(folder, name, machine, device) for name in names]
    fitting = [each for each in found if each.share <= KEEPS_UP and each.memory_bytes <= machine.memory_bytes]
    if fitting:
        best = max(fitting, key=lambda each: (each.rank, each.folder.name))
    else:
        best = min(found, key=lambda each: (each.share, each.folder.name))
    return Picked(best.folder, _reason(best, found, machine, device, language))


def _understanding(names: set[str], language: str) -> list[str]:
    """Return the models that may be used for a language."""
    english = {name for name in names if is_english(name)}
    if language == "en":
        return sorted(names)
    if language:
        return sorted(names - english)
    return sorted(names - english or english)


def _candidate(folder: Path, name: str, machine: Machine, device: str) -> _Candidate:
    path = whisper_folder(name, folder)
    size_bytes = (path / "model.bin").stat().st_size
    known = listed(name)
    share = seconds_a_second(size_bytes, machine, device)
    return _Candidate(path, known.rank if known else 0, share, memory_bytes(size_bytes))


def _reason(best: _Candidate, found: list[_Candidate], machine: Machine, device: str, language: str) -> str:
    name = best.folder.name
    where = "a graphics card" if works_on(machine, device) == "cuda" else _cores(machine.cores)
    told = f"{hour_words(best.share)} by estimate, with {where}"
    if len(found) == 1:
        reason = f"the Whisper model {name} is the one on this computer that can be used ({told})"
    elif best.share > KEEPS_UP or best.memory_bytes > machine.memory_bytes:
        reason = f"no Whisper model here keeps up with this computer; {name} is the fastest ({told})"
    else:
        reason = f"of the Whisper models here {name} is the best that keeps up ({told})"
    if not language and is_english(name):
        reason += "; it knows English alone"
    return reason


def _cores(count: int) -> str:
    return "1 processor core" if count == 1 else f"{count} processor cores"
