"""The providers, in the order they are tried by name; the first is the default."""

from __future__ import annotations

from core.llm.provider import Provider
from core.llm.providers.openai_compatible import OpenAICompatible

PROVIDERS: tuple[Provider, ...] = (OpenAICompatible(),)
