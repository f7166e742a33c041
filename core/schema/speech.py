"""How the user wants speech to be written down, on this machine and for all runs."""

from typing import Literal

from core.schema.record import Record

Device = Literal["", "cpu", "cuda"]
TranscriberName = Literal["sidecar", "faster_whisper", "openai_audio", "pocketsphinx"]
TRANSCRIBER_ORDER: tuple[TranscriberName, ...] = ("sidecar", "faster_whisper", "openai_audio", "pocketsphinx")


class SpeechWishes(Record):
    """What is tried first, and where Whisper works.

    `order` is that of the automatic choice; the endpoint has its turn there only where the user `allows_endpoint`.
    An empty `device` means a graphics card where there is one.
    """

    order: tuple[TranscriberName, ...] = TRANSCRIBER_ORDER
    allows_endpoint: bool = False
    device: Device = ""
