"""Shares the scripted servers with the tests of this folder."""

from __future__ import annotations

from tests.core.llm.chat_server import chat_server
from tests.core.llm.embedding_server import embedding_server

__all__ = ["chat_server", "embedding_server"]
