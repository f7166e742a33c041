"""Small folders that are laid out as CTranslate2 writes a Whisper model."""

from __future__ import annotations

import json
import struct
from pathlib import Path


def whisper_bytes(kind: str = "WhisperSpec", weight: bytes = bytes(4000)) -> bytes:
    """Return a model.bin with one weight, in the layout of `ctranslate2.specs.model_spec`."""

    def text(value: str) -> bytes:
        return struct.pack("<H", len(value) + 1) + value.encode() + b"\0"

    shape = struct.pack("<B", 1) + struct.pack("<I", len(weight))
    entry = text("encoder/weight") + shape + struct.pack("<B", 1) + struct.pack("<I", len(weight)) + weight
    return struct.pack("<I", 6) + text(kind) + struct.pack("<I", 3) + struct.pack("<I", 1) + entry + bytes(4)


def put_model(folder: Path, weight: bytes = bytes(4000)) -> Path:
    """Write a Whisper model into a folder of its own, and return that."""
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(whisper_bytes(weight=weight))
    (folder / "config.json").write_text(json.dumps({"lang_ids": [1]}), encoding="utf-8")
    (folder / "tokenizer.json").write_text(json.dumps({"version": "1.0"}), encoding="utf-8")
    (folder / "vocabulary.json").write_text(json.dumps(["a"]), encoding="utf-8")
    (folder / "README.md").write_text("not worth copying", encoding="utf-8")
    return folder
