"""A process that transcribes a file at an endpoint, keeping its parts in a folder; prints the words as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from core.pipeline.checkpoint import Checkpoint
from core.schema.endpoint import Endpoint
from core.schema.record import ignore_progress
from core.speech.job import SpeechJob
from core.speech.sound import sound_duration
from core.speech.transcribers import openai_audio

if __name__ == "__main__":
    wav, parts, url = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    openai_audio.LONGEST_PIECE = 12.0
    job = SpeechJob(audio=wav, duration=sound_duration(wav), endpoint=Endpoint(base_url=url, model="truth"))
    heard = openai_audio.OpenAIAudioTranscriber().transcribe(job, ignore_progress, Checkpoint(parts))
    json.dump([word.text for word, _ in heard.words()], sys.stdout)
