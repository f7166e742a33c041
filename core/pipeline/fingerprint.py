"""Fingerprints: the same stage, version, parameters and inputs always have the same name on disk."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from core.pipeline.recipe import Recipe
from core.schema.record import Record


def job_fingerprint(stage: str, recipe: Recipe) -> str:
    """Return sha256 hex over stage name, stage version, take, parameters and the fingerprints of its inputs."""
    return _digest([stage, str(recipe.version), recipe.take, recipe.parameters, *recipe.inputs.values()])


def root_fingerprint(record: Record) -> str:
    """Return sha256 hex of a given noun: its kind and what makes it the same."""
    return _digest([type(record).__name__, record.identity()])


def _digest(parts: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode()
        digest.update(len(raw).to_bytes(8, "little"))
        digest.update(raw)
    return digest.hexdigest()
