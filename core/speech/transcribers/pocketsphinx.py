"""The offline draft of last resort: English, by the model its package carries, a quarter of the words wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import TranscriptError
from core.schema.choice import Choice
from core.schema.transcript import Transcript
from core.speech.chunks import HeardChunk, HeardWindow
from core.speech.guards import marked
from core.speech.listening import Ask, hear
from core.speech.sound import read_pcm
from core.speech.transcriber import NO_PARTS, Parts
from core.speech.windows import speech_windows
from core.speech.words import Passage, SpokenWord, group_words, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.schema.record import ProgressCallback
    from core.schema.time import TimeSpan
    from core.speech.job import SpeechJob

MODEL = "pocketsphinx en-us"
_LONGEST_WINDOW = 20.0
_PAUSE = 0.35  # there is no punctuation, so a phrase ends where the speaker stops
_REMEDY = "Get a Whisper model (Settings › Models) or give a transcript file."
_DRAFT = Choice(
    subject="transcript",
    chosen="offline draft",
    reason="draft: no punctuation, about a quarter of the words are wrong; get a Whisper model: Settings › Models",
    degraded=True,
)


class PocketsphinxTranscriber:
    """Drafts English speech without any download."""

    name = "pocketsphinx"

    def transcribe(self, job: SpeechJob, progress: ProgressCallback, parts: Parts = NO_PARTS) -> Transcript:
        """Return lower-case words with times and confidences, marked as a draft."""
        if job.audio is None:
            raise TranscriptError("there is no sound to transcribe.", remedy="Give a transcript file.")
        if job.language and not job.language.lower().startswith("en"):
            raise TranscriptError(f"the offline draft only knows English, not {job.language!r}.", remedy=_REMEDY)
        heard = hear(job, job.audio, _Engine(job.audio), parts, progress)
        progress(1.0, "drafted offline")
        return Transcript(
            language="en",
            segments=tuple(marked(lay_out(heard.passages), heard.doubts)),
            transcriber=self.name,
            model=MODEL,
            is_draft=True,
            choices=(_DRAFT, *heard.choices),
        )


@dataclass(frozen=True)
class _Engine:
    """The decoder for one file."""

    audio: Path
    identity = MODEL
    careful_window = _LONGEST_WINDOW / 2
    is_elsewhere = False

    def windows(self, speech: Sequence[TimeSpan], duration: float) -> Sequence[TimeSpan]:
        return speech_windows(speech, _LONGEST_WINDOW, duration)

    def side_by_side(self, seconds: float) -> int:
        return 1

    def listen(self, ask: Ask, tell: ProgressCallback) -> HeardChunk:
        heard = []
        for index, window in enumerate(ask.windows):
            tell(index / len(ask.windows), "drafting offline")
            heard.append(HeardWindow(passages=tuple(_phrases(_decode(self.audio, window)))))
        return HeardChunk(language="en", windows=tuple(heard))


@lru_cache(maxsize=1)
def _decoder() -> Any:
    import pocketsphinx

    return pocketsphinx.Decoder(loglevel="FATAL")


def _decode(audio: Path, window: TimeSpan) -> list[SpokenWord]:
    decoder = _decoder()
    # It keeps an estimate of the noise: afresh for each window, so that what came before changes no word.
    decoder.reinit_feat()
    decoder.start_utt()
    try:
        decoder.process_raw(read_pcm(audio, window.start, window.end).tobytes(), full_utt=True)
    finally:
        decoder.end_utt()
    best = decoder.hyp()
    if best is None:
        return []
    _ = best.prob  # asking for it is what makes the decoder work out how sure it is of each word
    return [
        SpokenWord(
            _written(found.word),
            window.start + found.start_frame / 100,
            window.start + (found.end_frame + 1) / 100,
            float(found.prob),
        )
        for found in decoder.seg()
        if found.word[0] not in "<["
    ]


def _written(word: str) -> str:
    """Return a dictionary word as it is written: without the number of its pronunciation; `I` as a capital."""
    plain = word.split("(")[0]
    return "I" + plain[1:] if plain == "i" or plain.startswith("i'") else plain


def _phrases(words: Sequence[SpokenWord]) -> list[Passage]:
    """Cut words into phrases at pauses, then at a readable length."""
    phrases: list[Passage] = []
    run: list[SpokenWord] = []
    for word in words:
        if run and (word.start or 0.0) - (run[-1].end or 0.0) > _PAUSE:
            phrases += group_words(run)
            run = []
        run.append(word)
    return phrases + (group_words(run) if run else [])
