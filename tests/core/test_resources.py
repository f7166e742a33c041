"""Bundled files are found from source and from the frozen program."""

from __future__ import annotations

import sys

from core.resources import is_frozen, resource


def test_from_source():
    assert resource("weights.toml").is_file() and not is_frozen()


def test_frozen(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("fonts/a.otf") == tmp_path / "resources" / "fonts" / "a.otf" and is_frozen()
