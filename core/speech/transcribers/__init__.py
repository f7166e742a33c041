"""The ways to learn what was said, in the order in which the automatic choice asks for them.

An endpoint stands before the offline draft in the list, but is never taken unless the user chose or allowed it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.speech.transcribers.faster_whisper import FasterWhisperTranscriber
from core.speech.transcribers.openai_audio import OpenAIAudioTranscriber
from core.speech.transcribers.pocketsphinx import PocketsphinxTranscriber
from core.speech.transcribers.sidecar import SidecarTranscriber

if TYPE_CHECKING:
    from core.speech.transcriber import Transcriber

TRANSCRIBERS: tuple[Transcriber, ...] = (
    SidecarTranscriber(),
    FasterWhisperTranscriber(),
    OpenAIAudioTranscriber(),
    PocketsphinxTranscriber(),
)
