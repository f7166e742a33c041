"""What a run needs from this machine: a transcriber and models, found or fetched before the work starts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import TranscriptError, WeightsError, disk_full, is_disk_full
from core.keeping import keep_copy
from core.media.probe import probe
from core.schema.endpoint import Endpoint
from core.schema.run import RunOptions, RunSetup
from core.schema.source import Source
from core.schema.speech import SpeechWishes
from core.shelf import ModelShelf
from core.speech.choose import TranscriberChoice, choose_transcriber
from core.weights import FACE_MODEL, VOICE_MODEL, find

# The Whisper model that is fetched when none is there: good enough to caption, small enough to wait for.
DEFAULT_WHISPER = "small"
_AUTOMATIC = ("", "auto")


@dataclass(frozen=True)
class Needs:
    """Resolves runs. `language` and `speech` are endpoints that the user has set, else None."""

    workspace: Path
    shelf: ModelShelf
    language: Endpoint | None
    speech: Endpoint | None
    may_download: bool
    wishes: SpeechWishes = field(default_factory=SpeechWishes)

    @property
    def weights_folder(self) -> Path:
        """Where models lie."""
        return self.shelf.place.folder

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
        uses_endpoint = "openai_audio" in (choice.name, *choice.fallbacks) and self.speech is not None
        return RunSetup(
            transcriber=choice.name,
            whisper_model=choice.model_folder.name if choice.model_folder else "",
            fallbacks=choice.fallbacks,
            sidecar=sidecar.relative_to(self.workspace).as_posix() if sidecar else "",
            transcriber_reason=". ".join(said for said in (choice.reason.rstrip("."), problem) if said),
            is_degraded=choice.degraded,
            face_model="" if face_problem else FACE_MODEL,
            voice_model="" if voice_problem else VOICE_MODEL,
            language_model=self.language.identity() if self.language else "",
            speech_endpoint=self.speech.identity() if self.speech and uses_endpoint else "",
            speech_device=self.wishes.device,
        )

    async def _voice_problem(self, options: RunOptions) -> str:
        """Return why the model that tells voices apart is not there; it is wanted only where it would be used."""
        if options.speakers in ("off", "1"):
            return "not wanted"
        return await self.fetch(VOICE_MODEL)

    async def fetch(self, name: str) -> str:
        """Make sure that weights are there; return why they can't be, or nothing."""
        if await asyncio.to_thread(find, name, self.weights_folder):
            return ""
        if problem := await asyncio.to_thread(self.shelf.folder_problem):
            return problem
        if not self.may_download:
            return f"The model {name} is not in {self.weights_folder}, and is not fetched by itself."
        try:
            await self.shelf.fetch(name)
        except WeightsError as error:
            return str(error)
        return ""

    async def holds(self, setup: RunSetup) -> bool:
        """Whether the speech model that a run was resolved to use is still there."""
        return not setup.whisper_model or bool(
            await asyncio.to_thread(find, setup.whisper_model, self.weights_folder)
        )

    def _choose_from_what_is_there(
        self, media: Path, given: Path | None, options: RunOptions
    ) -> TranscriberChoice:
        wanted, model = options.transcriber or "auto", options.model or "auto"
        return choose_transcriber(
            media, given, self.weights_folder, self.speech, wanted, model, options.language, self.wishes
        )

    async def _choose(
        self, source: Source, given: Path | None, options: RunOptions
    ) -> tuple[TranscriberChoice, str]:
        """Return the transcriber, and why a better one could not be had."""
        problem = ""
        if options.transcriber in (*_AUTOMATIC, "faster_whisper") and options.model not in _AUTOMATIC:
            problem = await self.fetch(options.model)
            if problem:
                raise WeightsError(
                    problem, remedy="Fetch or import it in Settings › Models, or choose another model."
                )
        choice = await asyncio.to_thread(self._choose_from_what_is_there, source.path, given, options)
        if choice.sidecar is None and (await asyncio.to_thread(probe, source.path)).audio is None:
            return choice.model_copy(update={"reason": "the source has no sound", "degraded": False}), ""
        if choice.lacks_model and options.transcriber in _AUTOMATIC:
            problem = await self.fetch(DEFAULT_WHISPER)
            if not problem:
                choice = await asyncio.to_thread(self._choose_from_what_is_there, source.path, given, options)
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
