"""Who says what, by voice: seconds given to the wrong person, and CPU against the length of the sound."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from core.errors import WeightsError
from core.speech.voices.identify import VoiceJob, identify_speakers
from core.weights import VOICE_MODEL, fetch
from tests.bench.figures import Figure, Skipped, cpu_seconds
from tests.voices_kit import RATE_HZ, VOICES, Conversation, converse, error_rate, write_sound

ROOT = Path(__file__).resolve().parents[2]
SPEECH = ROOT.parent / "shared" / "media" / "speech"
SEEDS = range(4)


def figures() -> Iterator[Figure | Skipped]:
    """Measure conversations of one, two and three people, joined from real recordings."""
    if not SPEECH.is_dir():
        yield Skipped("speakers", "no ../shared/media/speech")
        return
    try:
        model = fetch(VOICE_MODEL, Path(os.environ.get("SHORTLIST_WEIGHTS") or ROOT / ".cache" / "weights"))
    except WeightsError as error:
        yield Skipped("speakers", str(error))
        return
    costs: list[float] = []
    for count in (1, 2, 3):
        errors, wrong = [], 0
        for seed in SEEDS:
            voices = tuple(VOICES[(seed + index) % len(VOICES)] for index in range(count))
            talk = converse(SPEECH, voices, 10 * count, seed)
            error, found, cost = _measure(talk, model)
            errors.append(error)
            wrong += found != count
            costs.append(cost)
        note = f"{len(errors)} conversations, {max(errors):.3f} at worst; number found wrong in {wrong}"
        yield Figure(f"speech given to the wrong person, {count} talking", mean(errors), "of 1", 0.08, note)
    yield Figure("CPU of telling voices apart", mean(costs), "of real time", 0.05)


def _measure(talk: Conversation, model: Path) -> tuple[float, int, float]:
    """Return the share of seconds given to the wrong person, how many were found, CPU against real time."""
    with tempfile.TemporaryDirectory() as folder:
        job = VoiceJob(audio=write_sound(Path(folder) / "talk.wav", talk.samples), model=model)
        found = identify_speakers(talk.transcript, job)
        cost = cpu_seconds(lambda: identify_speakers(talk.transcript, job)) / (len(talk.samples) / RATE_HZ)
    return error_rate(found, talk.owners), len({segment.speaker for segment in found.segments}), cost
