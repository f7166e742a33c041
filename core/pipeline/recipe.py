"""What a job's result is made of, and why it is not the same as before."""

from __future__ import annotations

import json
from typing import Any

from core.schema.record import Record


class Recipe(Record):
    """Everything that goes into a fingerprint: stage version, take, parameters (as JSON), and a print per input.

    `inputs` maps each input noun to its fingerprint, `makers` to the stage that made it, empty where it was given.
    """

    version: int = 0
    take: str = ""
    parameters: str = ""
    inputs: dict[str, str] = {}
    makers: dict[str, str] = {}


def differences(before: Recipe, now: Recipe) -> list[str]:
    """Return in a few words each what makes `now` another work than `before`."""
    found = []
    if now.take != before.take:
        found.append("it is replayed on purpose" if now.take else "it is no longer replayed")
    if now.version != before.version:
        found.append(f"its stage is another version ({before.version} → {now.version})")
    found += _changed_parameters(before.parameters, now.parameters)
    for noun, fingerprint in now.inputs.items():
        if before.inputs.get(noun) != fingerprint:
            maker = now.makers.get(noun, "")
            found.append(f"what {maker} made changed" if maker else f"the {_plain(noun)} changed")
    return found


def _changed_parameters(before: str, now: str) -> list[str]:
    if before == now:
        return []
    old, new = _fields(before), _fields(now)
    changed = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    if not changed:
        return ["its parameters changed"]
    return [f"{_plain(name)} changed ({_short(old.get(name))} → {_short(new.get(name))})" for name in changed]


def _fields(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _plain(name: str) -> str:
    """Return `FramingWishes` and `min_seconds` as words."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return spaced.replace("_", " ").strip()


def _short(value: Any) -> str:
    text = "nothing" if value in (None, "", [], {}) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
