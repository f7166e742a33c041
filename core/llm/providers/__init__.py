"""The providers, in the order they are tried by name; the first is the default."""

from __future__ import annotations

from core.llm.embedder import Embedder
from core.llm.provider import Provider
from core.llm.providers.openai_compatible import OpenAICompatible
from core.llm.providers.openai_embeddings import OpenAIEmbeddings
from core.llm.providers.openai_tuning import OpenAITuning
from core.llm.tuner import Tuner

PROVIDERS: tuple[Provider, ...] = (OpenAICompatible(),)
TUNERS: tuple[Tuner, ...] = (OpenAITuning(),)
EMBEDDERS: tuple[Embedder, ...] = (OpenAIEmbeddings(),)
