"""What is to be known of each model before it is chosen, in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.machine import Machine
from core.models.meter import size_words
from core.models.pick import pick_whisper
from core.models.speed import hour_words, memory_bytes, model_bytes, seconds_a_second
from core.schema.model import ModelState
from core.weights import FACE_MODEL, KEPT_FILES, VOICE_MODEL, WeightsStatus, is_english, status

_LANGUAGES = {True: "English only", False: "99 languages"}


def model_states(
    folder: Path,
    machine: Machine,
    language: str = "",
    device: str = "",
    users: Mapping[str, tuple[str, ...]] | None = None,
) -> list[ModelState]:
    """Return every model that is or would be used: faces and voices first, then speech, the smallest first.

    Args:
        folder: The weights folder.
        machine: What the estimates are for.
        language: What is spoken, as far as that is known: one model is taken by itself for it.
        device: As in `pick_whisper`.
        users: The sources of runs that need a model now, by its name.
    """
    picked = pick_whisper(folder, machine, language, device)
    found = [each for each in status(folder) if each.kind == "whisper" or each.name in (FACE_MODEL, VOICE_MODEL)]
    states = []
    for each in found:
        state = _state(each, machine, device).model_copy(update={"used_by": (users or {}).get(each.name, ())})
        if picked is not None and each.path == picked.folder:
            state = state.model_copy(update={"is_chosen": True, "why": picked.reason})
        states.append(state)
    return sorted(states, key=lambda state: (state.kind, not state.is_listed, state.size_bytes))


def _state(found: WeightsStatus, machine: Machine, device: str) -> ModelState:
    weights = found.weights
    state = ModelState(
        name=found.name,
        title=found.title,
        kind=found.kind,
        size_bytes=weights.size_bytes if weights else _kept_bytes(found.path),
        partial_bytes=found.partial_bytes,
        path=found.path,
        about=weights.about if weights else "put there by hand",
        is_listed=weights is not None,
    )
    if found.kind != "whisper":
        return state
    own_bytes = model_bytes(weights) if weights else _kept_bytes(found.path, "model.bin")
    memory = memory_bytes(own_bytes)
    needed = f"about {size_words(memory)} of memory"
    return state.model_copy(
        update={
            "languages": _LANGUAGES[is_english(found.name)] if weights or is_english(found.name) else "",
            "speed": hour_words(seconds_a_second(own_bytes, machine, device)),
            "memory": needed if memory <= machine.memory_bytes else f"{needed}, more than this computer has",
        }
    )


def _kept_bytes(folder: Path | None, *names: str) -> int:
    if folder is None:
        return 0
    files = [folder / name for name in names or KEPT_FILES]
    return sum(file.stat().st_size for file in files if file.is_file())
