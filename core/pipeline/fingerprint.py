"""Fingerprints: the same stage, version, parameters and inputs always have the same name on disk."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from core.pipeline.stage import Parameters, Stage
from core.schema.record import Record


def job_fingerprint(stage: Stage, parameters: Parameters | None, inputs: Sequence[str]) -> str:
    """Return sha256 hex over stage name, stage version, parameters and the fingerprints of its inputs."""
    parts = [stage.name, str(stage.version), parameters.identity() if parameters else "", *inputs]
    return _digest(parts)


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
