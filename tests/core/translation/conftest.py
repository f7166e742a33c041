"""Shares the scripted chat server with the tests of this folder."""

from __future__ import annotations

from tests.core.llm.chat_server import chat_server

__all__ = ["chat_server"]
