"""What a run needs from this machine: a transcriber and models, found or fetched before the work starts."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import Cancelled, TranscriptError, WeightsError, disk_full, is_disk_full
from core.keeping import keep_copy
from core.media.probe import probe
from core.pipeline.events import Event, WeightsProgressed
from core.pipeline.together import see_through
from core.schema.endpoint import Endpoint
from core.schema.run import RunOptions, RunSetup
from core.schema.source import Source
from core.speech.choose import TranscriberChoice, choose_transcriber
from core.weights import FACE_MODEL, VOICE_MODEL, fetch, find

# The Whisper model that is fetched when none is there: good enough to caption, small enough to wait for.
DEFAULT_WHISPER = "small"
_AUTOMATIC = ("", "auto")


@dataclass(frozen=True)
class Needs:
    """Resolves runs.

    `announce` is told of downloads, on the loop's thread. `language` and `speech` are endpoints that the user
    has set, else None.
    """

    workspace: Path
    weights_folder: Path
    language: Endpoint | None
    speech: Endpoint | None
    may_download: bool
    announce: Callable[[Event], None]
    # One download of a model at a time, whoever asks for it.
    turns: dict[str, asyncio.Lock] = field(default_factory=dict)

    async def resolve(self, source: Source, options: RunOptions) -> RunSetup:
        """Decide on transcriber and models, fetching what is missing where that is allowed.

        Raises:
            TranscriptError: The given transcript can't be read.
            WeightsError: A model that was asked for by name can't be had.
            Cancelled: A download was stopped.
        """
        given = await self.keep(self.workspace / options.transcript) if options.transcript else None
        face_problem = await self.fetch(FACE_MODEL)
        choice, problem = await self._choose(source, given, options)
        sidecar = await self.keep(choice.sidecar) if choice.sidecar else None
        voice_problem = await self._voice_problem(options)
        uses_endpoint = choice.name == "openai_audio" and self.speech is not None
        return RunSetup(
            transcriber=choice.name,
            whisper_model=choice.model_folder.name if choice.model_folder else "",
            fallbacks=choice.fallbacks,
            sidecar=sidecar.relative_to(self.workspace).as_posix() if sidecar else "",
            transcriber_reason=f"{choice.reason} {problem}".strip(),
            is_degraded=choice.degraded,
            face_model="" if face_problem else FACE_MODEL,
            voice_model="" if voice_problem else VOICE_MODEL,
            language_model=self.language.identity() if self.language else "",
            speech_endpoint=self.speech.identity() if self.speech and uses_endpoint else "",
        )

    async def _voice_problem(self, options: RunOptions) -> str:
        """Return why the model that tells voices apart is not there; it is wanted only where it would be used."""
        if options.speakers in ("off", "1"):
            return "not wanted"
        return await self.fetch(VOICE_MODEL)

    async def fetch(self, name: str) -> str:
        """Make sure that weights are there; return why they can't be, or nothing."""
        async with self.turns.setdefault(name, asyncio.Lock()):
            return await self._fetch(name)

    async def _fetch(self, name: str) -> str:
        if await asyncio.to_thread(find, name, self.weights_folder):
            return ""
        if not self.may_download:
            return f"The model {name} is not in {self.weights_folder}, and downloads are switched off."
        loop = asyncio.get_running_loop()
        stopped = threading.Event()

        def progress(fraction: float, message: str = "") -> None:
            if stopped.is_set():
                raise Cancelled("Stopped.")
            loop.call_soon_threadsafe(self.announce, WeightsProgressed(name, fraction, message))

        fetching = asyncio.ensure_future(asyncio.to_thread(fetch, name, self.weights_folder, progress))
        try:
            await asyncio.shield(fetching)
        except WeightsError as error:
            return str(error)
        except asyncio.CancelledError:
            # The thread can't be interrupted, but it looks at this with every piece it gets. Until it has ended
            # nobody else may have its turn, and write to the same file.
            stopped.set()
            fetching.add_done_callback(lambda done: done.cancelled() or done.exception())
            await see_through([fetching])
            raise
        return ""

    async def _choose(
        self, source: Source, given: Path | None, options: RunOptions
    ) -> tuple[TranscriberChoice, str]:
        """Return the transcriber, and why a better one could not be had."""

        def choose() -> TranscriberChoice:
            wanted, model = options.transcriber or "auto", options.model or "auto"
            return choose_transcriber(source.path, given, self.weights_folder, self.speech, wanted, model)

        problem = ""
        if options.transcriber in (*_AUTOMATIC, "faster_whisper") and options.model not in _AUTOMATIC:
            problem = await self.fetch(options.model)
            if problem:
                raise WeightsError(problem)
        choice = await asyncio.to_thread(choose)
        if choice.sidecar is None and (await asyncio.to_thread(probe, source.path)).audio is None:
            return choice.model_copy(update={"reason": "the source has no sound", "degraded": False}), ""
        if choice.degraded and options.transcriber in _AUTOMATIC:
            problem = await self.fetch(DEFAULT_WHISPER)
            if not problem:
                choice = await asyncio.to_thread(choose)
        return choice, problem

    async def keep(self, path: Path) -> Path:
        """Copy a transcript into the workspace under its content's name, so that a run never loses it."""
        path = path.expanduser().absolute()
        try:
            return await asyncio.to_thread(keep_copy, path, self.workspace / "transcripts")
        except OSError as error:
            if is_disk_full(error):
                raise disk_full(str(self.workspace)) from error
            if error.filename != str(path):
                raise
            raise TranscriptError(
                f"The transcript can't be read ({error.strerror}).", str(path), remedy="Check the path."
            ) from error
