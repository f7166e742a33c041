"""Captions in another language, driven from outside: asked for, chosen for clips, in the delivered files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pysubs2

from tests.core.llm.chat_server import KEY, chat_server
from tests.core.translation.translator import backwards, translator
from tests.e2e.conftest import Program
from tests.tiny_files import TINY, with_tiny

__all__ = ["chat_server"]


def test_clips_are_delivered_with_translated_captions(
    sample_run, analysed, weights_folder, chat_server: Callable, tmp_path
) -> None:
    program = Program(tmp_path / "home", weights_folder)
    program.home.mkdir()
    settings = program.home / "settings.json"
    settings.write_text('{"may_download": false}')
    place, summary = ("--workspace", with_tiny(analysed)), sample_run.ran.summary
    clip, run_id = next(each for each in summary["clips"] if each["decision"] == "approved"), summary["run_id"]

    refused = program.here("translate", run_id, "--to", "German", *place)
    assert refused.code == 1 and "none is set" in refused.err and "Settings" in refused.err

    server = chat_server(translator())
    endpoint = {"base_url": server.base_url, "model": "gpt-4o-mini", "timeout_seconds": 60}
    settings.write_text(json.dumps({"may_download": False, "language_model": endpoint}))
    program.environment["SHORTLIST_LANGUAGE_KEY"] = KEY
    saved = tmp_path / "talk.de.srt"
    told = program("translate", run_id, "--to", "German", "--use", "--save", saved, "--json", *place)
    assert told.code == 0, told.err
    lines = json.loads(told.out)["lines"]
    assert [line["text"] for line in lines] == [backwards(line["original"]) for line in lines]
    assert len(pysubs2.load(str(saved))) == len(lines)
    assert server.keys == [f"Bearer {KEY}"] * len(server.requests) and KEY not in told.out + told.err

    exported = program(
        *("export", run_id, "--clips", clip["id"], "--aspects", "1:1", "--preset", TINY.name),
        *("--out", tmp_path / "out", *place),
    )
    assert exported.code == 0, exported.err
    (captions,) = (tmp_path / "out").glob("*.srt")
    read = " ".join(event.plaintext for event in pysubs2.load(str(captions)))
    said = {word for line in lines for word in re.findall(r"\w+", line["text"])}
    assert re.findall(r"\w+", read) and set(re.findall(r"\w+", read)) <= said
