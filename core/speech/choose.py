"""Which transcriber a source gets: the first of the user's order that can be had, without a network.

An endpoint is asked by itself only where the user allowed that; what comes after the chosen one in the order is
tried where it fails.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core import weights
from core.errors import ProviderError, TranscriptError, WeightsError
from core.machine import Machine, this_machine
from core.models.pick import pick_whisper
from core.schema.record import Record
from core.schema.speech import TRANSCRIBER_ORDER, SpeechWishes
from core.speech.beside import FORMATS, find_sidecar

if TYPE_CHECKING:
    from core.schema.endpoint import Endpoint

NAMES: tuple[str, ...] = TRANSCRIBER_ORDER
_FETCH = "Fetch or import one in Settings › Models, or with: main.py models"


class TranscriberChoice(Record):
    """A transcriber and what it needs. `fallbacks` are tried in order if it fails; empty where the user insisted.

    `model` is the Whisper model's name (its folder's name), the endpoint's model, or the file's format. It
    `lacks_model` where Whisper would have been taken if there were a model for it.
    """

    name: str
    model: str = ""
    sidecar: Path | None = None
    model_folder: Path | None = None
    reason: str = ""
    degraded: bool = False
    fallbacks: tuple[str, ...] = ()
    lacks_model: bool = False


def choose_transcriber(
    media: Path,
    sidecar: Path | None,
    weights_folder: Path,
    endpoint: Endpoint | None,
    wanted: str = "auto",
    model: str = "auto",
    language: str = "",
    wishes: SpeechWishes | None = None,
    machine: Machine | None = None,
) -> TranscriberChoice:
    """Choose by what lies on this machine; nothing is loaded, fetched or asked.

    Args:
        media: The source, for captions beside it. sidecar: A transcript the user gave, which always wins over
        one that was found. weights_folder: Where models lie. endpoint: The speech endpoint the user has set;
        used when `wanted` is "openai_audio" or the wishes allow it. wanted: "auto" or the name of a transcriber.
        model: "auto" or the name of a Whisper model. language: What is spoken, empty where it has to be found
        out. wishes: The order in which transcribers are tried, and where Whisper works. machine: What Whisper
        has to keep up on; by default this one.

    Raises:
        TranscriptError: What is wanted does not exist, or no captions are there.
        WeightsError: The wanted model is not there.
        ProviderError: An endpoint is wanted and none is set.
    """
    if wanted not in ("auto", *NAMES):
        raise TranscriptError(
            f"no transcriber is called {wanted!r}.", remedy=f"Choose one of: auto, {', '.join(NAMES)}."
        )
    wishes = wishes or SpeechWishes()
    if sidecar is not None and wanted in ("auto", "sidecar"):
        return _given(sidecar)
    if wanted == "sidecar":
        return _beside(media)
    if wanted == "openai_audio":
        return _endpoint(endpoint).model_copy(update={"fallbacks": ("faster_whisper", "pocketsphinx")})
    if wanted == "pocketsphinx":
        return TranscriberChoice(name="pocketsphinx", reason="you chose the offline draft", degraded=True)
    whisper = _whisper(model, weights_folder, language, wishes, machine or this_machine())
    if wanted == "faster_whisper":
        if whisper is None:
            raise _no_model(model, weights_folder)
        return whisper
    return _first(media, whisper, endpoint if wishes.allows_endpoint else None, model, weights_folder, wishes)


def _first(
    media: Path,
    whisper: TranscriberChoice | None,
    endpoint: Endpoint | None,
    model: str,
    weights_folder: Path,
    wishes: SpeechWishes,
) -> TranscriberChoice:
    """Return the first of the order that can be had; those after it are its fallbacks.

    Raises:
        WeightsError: It would be Whisper's turn, with a model that was asked for by name and is not there.
    """
    usable: list[TranscriberChoice] = []
    lacks_model = False
    order = list(dict.fromkeys((*wishes.order, *NAMES)))
    for name in order:
        if name == "sidecar" and find_sidecar(media) is not None:
            usable.append(_beside(media))
        elif name == "faster_whisper" and whisper is not None:
            usable.append(whisper)
        elif name == "faster_whisper" and not usable:
            if model != "auto":
                raise _no_model(model, weights_folder)
            lacks_model = True
        elif name == "openai_audio" and endpoint is not None and endpoint.base_url:
            usable.append(_endpoint(endpoint).model_copy(update={"reason": "you allowed the speech endpoint"}))
        elif name == "pocketsphinx":
            usable.append(_draft(is_wished=order.index(name) < order.index("faster_whisper")))
    first = usable[0]
    # A draft is better than nothing, and nothing is better than it after it.
    after = [each.name for each in usable[1:]] if first.name != "pocketsphinx" else []
    return first.model_copy(
        update={
            "fallbacks": tuple(after),
            "sidecar": first.sidecar or next((each.sidecar for each in usable if each.name in after), None),
            "model_folder": whisper.model_folder if whisper and first.name != "pocketsphinx" else None,
            "lacks_model": lacks_model,
        }
    )


def _whisper(
    model: str, folder: Path, language: str, wishes: SpeechWishes, machine: Machine
) -> TranscriberChoice | None:
    if model != "auto":
        found = weights.find(model, folder)
        reason = f"you chose the Whisper model {model}"
    else:
        picked = pick_whisper(folder, machine, language, wishes.device)
        found, reason = (picked.folder, picked.reason) if picked else (None, "")
    if found is None:
        return None
    return TranscriberChoice(name="faster_whisper", model=found.name, model_folder=found, reason=reason)


def _draft(is_wished: bool) -> TranscriberChoice:
    if is_wished:
        reason = "the draft comes before Whisper in your order; it misses about a quarter of the words"
    else:
        reason = (
            "there are no captions and no Whisper model for it; a draft misses about a quarter of the words. "
            f"{_FETCH}"
        )
    return TranscriberChoice(name="pocketsphinx", reason=reason, degraded=True)


def _no_model(model: str, weights_folder: Path) -> WeightsError:
    missing = "there is no Whisper model." if model == "auto" else f"the Whisper model {model!r} is not there."
    return WeightsError(missing, file=str(weights_folder), remedy=f"{_FETCH}")


def _given(sidecar: Path) -> TranscriberChoice:
    if not sidecar.is_file():
        raise TranscriptError("the transcript is not there.", file=str(sidecar), remedy="Choose the file again.")
    if sidecar.suffix.lower() not in FORMATS:
        raise TranscriptError(
            "this is no transcript format.", file=str(sidecar), remedy="Use SRT, VTT, JSON or TXT."
        )
    suffix = sidecar.suffix.lower().lstrip(".")
    return TranscriberChoice(name="sidecar", model=suffix, sidecar=sidecar, reason=f"you gave {sidecar.name}")


def _beside(media: Path) -> TranscriberChoice:
    found = find_sidecar(media)
    if found is None:
        remedy = "Put captions of the same name beside it (SRT, VTT, JSON, TXT), or choose another transcriber."
        raise TranscriptError("there are no captions beside it.", file=str(media), remedy=remedy)
    suffix, reason = found.suffix.lower().lstrip("."), f"{found.name} lies beside the source"
    return TranscriberChoice(name="sidecar", model=suffix, sidecar=found, reason=reason)


def _endpoint(endpoint: Endpoint | None) -> TranscriberChoice:
    if endpoint is None or not endpoint.base_url:
        raise ProviderError("no speech endpoint is set.", remedy="Set its address and model in Settings.")
    reason = f"you chose the endpoint {endpoint.address}"
    return TranscriberChoice(name="openai_audio", model=endpoint.model, reason=reason)
