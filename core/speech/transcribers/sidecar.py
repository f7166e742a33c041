"""Captions or a transcript that came with the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import TranscriptError
from core.speech.sidecar import read_transcript
from core.speech.transcriber import NO_PARTS, Parts

if TYPE_CHECKING:
    from core.schema.record import ProgressCallback
    from core.schema.transcript import Transcript
    from core.speech.job import SpeechJob


class SidecarTranscriber:
    """Reads `job.sidecar`; its model is the file's format."""

    name = "sidecar"

    def transcribe(self, job: SpeechJob, progress: ProgressCallback, parts: Parts = NO_PARTS) -> Transcript:
        """Return what the file says, its words placed in the sound where that can be done."""
        if job.sidecar is None:
            raise TranscriptError("no transcript file was given.", remedy="Choose one, or another transcriber.")
        progress(0.0, f"reading {job.sidecar.name}")
        return read_transcript(job.sidecar, job.audio, job.duration, progress, job.language)
