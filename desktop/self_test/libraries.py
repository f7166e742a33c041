"""Every library with compiled parts, data or plug-ins of its own: loaded, and asked for the least it can do."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.vision.face_library import load_mediapipe
from desktop.checks import Finding
from desktop.self_test.bench import Bench

_REINSTALL = "Install Shortlist again: a part of it is missing or damaged."


@dataclass(frozen=True)
class Library:
    """What is loaded, what for, and what it is asked for: an empty answer is fine."""

    modules: tuple[str, ...]
    purpose: str
    ask: Callable[[], str] = str
    # As the program loads it, where that is not simply importing it.
    load: Callable[[], object] = str

    @property
    def name(self) -> str:
        """The name that people know it by."""
        return self.modules[0].partition(".")[0]


def _version(module: str) -> Callable[[], str]:
    return lambda: str(getattr(importlib.import_module(module), "__version__", ""))


def _phrases() -> str:
    from core.captions.segmenting import phrases

    return " · ".join(phrases("今日は天気です。"))


def _voice_activity() -> str:
    importlib.import_module("faster_whisper.vad").get_vad_model()
    return "its voice activity model runs"


def _draft_model() -> str:
    importlib.import_module("pocketsphinx").Decoder(samprate=16_000, loglevel="FATAL")
    return "its English model is loaded"


def _language_client() -> str:
    # Built as for a call: its HTTP client and certificates come with it.
    openai = importlib.import_module("openai")
    openai.OpenAI(api_key="none", base_url="http://127.0.0.1:9/v1").close()
    return str(openai.__version__)


def _extractors() -> str:
    # Sites are tables that yt-dlp loads by name, when they are first wanted.
    extractor = importlib.import_module("yt_dlp.extractor")
    count = sum(1 for _ in extractor.list_extractor_classes())
    if count < 1000:
        raise RuntimeError(f"it knows {count} sites alone")
    return f"{importlib.import_module('yt_dlp.version').__version__}, {count} sites"


def _keyring() -> str:
    import keyring

    return f"uses {type(keyring.get_keyring()).__module__.rpartition('.')[2]}"


LIBRARIES: tuple[Library, ...] = (
    Library(("numpy", "scipy.optimize", "scipy.signal"), "numbers", _version("numpy")),
    Library(("sklearn.linear_model",), "learns from decisions", _version("sklearn")),
    Library(("av",), "video and sound", _version("av")),
    Library(("cv2",), "pictures", _version("cv2")),
    Library(("mediapipe.tasks.python.vision",), "faces", _version("mediapipe"), load_mediapipe),
    Library(("onnxruntime",), "voices and noise", _version("onnxruntime")),
    Library(("faster_whisper", "ctranslate2", "tokenizers"), "writes speech down", _voice_activity),
    Library(("pocketsphinx",), "offline draft", _draft_model),
    Library(("fontTools.ttLib",), "reads fonts"),
    Library(("budoux",), "phrases of Japanese and Chinese", _phrases),
    Library(("openai", "httpx"), "language models", _language_client),
    Library(("yt_dlp",), "videos of pages", _extractors),
    Library(("feedparser",), "feeds of podcasts", _version("feedparser")),
    Library(("boto3", "botocore"), "storages that speak S3", _version("boto3")),
    Library(("keyring", "cryptography.fernet"), "keys", _keyring),
    Library(("pydantic", "sqlite3", "filelock", "pebble", "psutil"), "records and processes"),
    Library(("distributed", "dask"), "more machines", _version("distributed")),
    # uvicorn loads these by name when it starts.
    Library(
        ("fastapi", "uvicorn.protocols.http.h11_impl", "uvicorn.lifespan.on"), "local API", _version("fastapi")
    ),
    Library(("PySide6.QtWidgets", "PySide6.QtMultimedia", "PySide6.QtSvg", "qasync"), "the window"),
)


def libraries(bench: Bench) -> Iterator[Finding]:
    """Load each; tell what was loaded or why it was not."""
    for library in LIBRARIES:
        try:
            library.load()
            for module in library.modules:
                importlib.import_module(module)
            answer = library.ask()
        except Exception as error:
            found = f"{library.purpose}: can't be loaded ({type(error).__name__}: {error})"
            yield Finding(library.name, "problem", found, _REINSTALL)
            continue
        yield Finding(library.name, "ok", f"{library.purpose}{': ' if answer else ''}{answer}")
