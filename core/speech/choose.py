"""Which transcriber a source gets: the best that is there, without a network and never an endpoint by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core import weights
from core.errors import ProviderError, TranscriptError, WeightsError
from core.schema.record import Record
from core.speech.sidecar import FORMATS, find_sidecar

if TYPE_CHECKING:
    from core.schema.endpoint import Endpoint

NAMES = ("sidecar", "faster_whisper", "openai_audio", "pocketsphinx")
_FETCH = "Fetch a model with `main.py doctor --fetch`, or put one into the model folder."


class TranscriberChoice(Record):
    """A transcriber and what it needs. `fallbacks` are tried in order if it fails; empty where the user insisted.

    `model` is the Whisper model's name (its folder's name), the endpoint's model, or the file's format.
    """

    name: str
    model: str = ""
    sidecar: Path | None = None
    model_folder: Path | None = None
    reason: str = ""
    degraded: bool = False
    fallbacks: tuple[str, ...] = ()


def choose_transcriber(
    media: Path,
    sidecar: Path | None,
    weights_folder: Path,
    endpoint: Endpoint | None,
    wanted: str = "auto",
    model: str = "auto",
) -> TranscriberChoice:
    """Choose by what lies on this machine; nothing is loaded, fetched or asked.

    Args:
        media: The source, for captions beside it.
        sidecar: A transcript the user gave, which always wins over one that was found.
        weights_folder: Where models lie.
        endpoint: The speech endpoint the user has set, used only when `wanted` is "openai_audio".
        wanted: "auto" or the name of a transcriber.
        model: "auto" or the name of a Whisper model.

    Raises:
        TranscriptError: What is wanted does not exist, or no captions are there.
        WeightsError: The wanted model is not there.
        ProviderError: An endpoint is wanted and none is set.
    """
    if wanted not in ("auto", *NAMES):
        raise TranscriptError(
            f"no transcriber is called {wanted!r}.", remedy=f"Choose one of: auto, {', '.join(NAMES)}."
        )
    whisper = _find_model(model, weights_folder)
    if sidecar is not None and wanted in ("auto", "sidecar"):
        return _given(sidecar)
    if wanted == "sidecar":
        return _beside(media, ())
    if wanted == "faster_whisper":
        return _whisper(whisper, model, weights_folder)
    if wanted == "openai_audio":
        return _endpoint(endpoint)
    if wanted == "pocketsphinx":
        return TranscriberChoice(name="pocketsphinx", reason="you chose the offline draft", degraded=True)
    offline = ("pocketsphinx",) if whisper is None else ("faster_whisper", "pocketsphinx")
    if find_sidecar(media) is not None:
        return _beside(media, offline).model_copy(update={"model_folder": whisper})
    if whisper is not None:
        found = _whisper(whisper, model, weights_folder)
        return found.model_copy(update={"fallbacks": ("pocketsphinx",)})
    if model != "auto":
        return _whisper(None, model, weights_folder)
    reason = "there are no captions and no Whisper model; a draft misses about a quarter of the words"
    return TranscriberChoice(name="pocketsphinx", reason=f"{reason}. {_FETCH}", degraded=True)


def _find_model(model: str, folder: Path) -> Path | None:
    return weights.find_whisper(folder) if model == "auto" else weights.find(model, folder)


def _given(sidecar: Path) -> TranscriberChoice:
    if not sidecar.is_file():
        raise TranscriptError("the transcript is not there.", file=str(sidecar), remedy="Choose the file again.")
    if sidecar.suffix.lower() not in FORMATS:
        raise TranscriptError(
            "this is no transcript format.", file=str(sidecar), remedy="Use SRT, VTT, JSON or TXT."
        )
    suffix = sidecar.suffix.lower().lstrip(".")
    return TranscriberChoice(name="sidecar", model=suffix, sidecar=sidecar, reason=f"you gave {sidecar.name}")


def _beside(media: Path, fallbacks: tuple[str, ...]) -> TranscriberChoice:
    found = find_sidecar(media)
    if found is None:
        remedy = "Put captions of the same name beside it (SRT, VTT, JSON, TXT), or choose another transcriber."
        raise TranscriptError("there are no captions beside it.", file=str(media), remedy=remedy)
    suffix, reason = found.suffix.lower().lstrip("."), f"{found.name} lies beside the source"
    return TranscriberChoice(name="sidecar", model=suffix, sidecar=found, reason=reason, fallbacks=fallbacks)


def _whisper(folder: Path | None, model: str, weights_folder: Path) -> TranscriberChoice:
    if folder is None:
        missing = "there is no Whisper model." if model == "auto" else f"the Whisper model {model!r} is not there."
        raise WeightsError(missing, file=str(weights_folder), remedy=_FETCH)
    reason = f"the Whisper model {folder.name} is on this machine"
    return TranscriberChoice(name="faster_whisper", model=folder.name, model_folder=folder, reason=reason)


def _endpoint(endpoint: Endpoint | None) -> TranscriberChoice:
    if endpoint is None or not endpoint.base_url:
        raise ProviderError("no speech endpoint is set.", remedy="Set its address and model in Settings.")
    reason = f"you chose the endpoint {endpoint.base_url}"
    return TranscriberChoice(
        name="openai_audio", model=endpoint.model, reason=reason, fallbacks=("faster_whisper", "pocketsphinx")
    )
