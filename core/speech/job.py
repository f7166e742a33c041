"""What a transcriber is asked to do."""

from __future__ import annotations

from pathlib import Path

from core.schema.endpoint import Endpoint
from core.schema.record import Record


class SpeechJob(Record):
    """One source to transcribe.

    `audio` is the analysis audio: 16 kHz mono 16-bit WAV from source second 0; None for a source without sound.
    `language` is an ISO 639-1 code, empty for "find out". `vocabulary` is names and terms worth knowing, as
    prose or a list. `model_folder` holds a CTranslate2 Whisper model (`model.bin`, `config.json`). `device` is
    where it works: "cpu", "cuda", or empty for a graphics card where there is one.
    """

    audio: Path | None
    duration: float
    language: str = ""
    vocabulary: str = ""
    sidecar: Path | None = None
    model_folder: Path | None = None
    model: str = ""
    endpoint: Endpoint | None = None
    device: str = ""
