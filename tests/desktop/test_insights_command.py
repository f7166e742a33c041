"""`insights`: of a transcript alone, in each form."""

from __future__ import annotations

import json

import pytest

from desktop.cli import main

_LINES = (
    "What makes sourdough bread so good for a bakery like yours?",
    "Good sourdough bread needs flour, warm water and a lot of patience in the night.",
    "You should never hide the numbers from people who could help you with them.",
    "A stone oven keeps its heat for nine hours when nobody opens the door.",
)


@pytest.fixture
def transcript(tmp_path):
    segments = [
        {"start": 8.0 * at, "end": 8.0 * at + 7.5, "speaker": "Ben" if at % 4 else "Ana", "text": _LINES[at % 4]}
        for at in range(40)
    ]
    path = tmp_path / "talk.json"
    path.write_text(json.dumps({"language": "en", "segments": segments}), encoding="utf-8")
    return path


def test_it_prints_a_document(transcript, capsys):
    assert main(["insights", str(transcript)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("# talk\n")
    for heading in ("Summary", "Chapters", "Topics", "Quotes", "Questions answered", "Talk time"):
        assert f"## {heading}\n" in told


def test_it_writes_json_and_chapters(transcript, tmp_path, capsys):
    out = tmp_path / "insights.json"
    assert main(["insights", str(transcript), "--json", "--out", str(out)]) == 0
    document = json.loads(out.read_text(encoding="utf-8"))
    assert document["chapters"][0]["start"] == 0 and {each["speaker"] for each in document["talk_time"]} == {
        "Ana",
        "Ben",
    }
    assert main(["insights", str(transcript), "--chapters"]) == 0
    assert capsys.readouterr().out.startswith("0:00 ")
    assert main(["insights", str(transcript), "--youtube"]) == 0
    about, chapters, tags = capsys.readouterr().out.strip().split("\n\n")
    assert about and chapters.startswith("0:00 ") and all(tag.startswith("#") for tag in tags.split())


def test_a_talk_too_short_for_chapters_is_told(tmp_path, capsys):
    path = tmp_path / "short.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:04,000\nAna: We bake bread.\n", encoding="utf-8")
    assert main(["insights", str(path), "--chapters"]) == 1
    assert "Too short for chapters" in capsys.readouterr().err


def test_what_is_not_there_is_told(tmp_path, capsys):
    assert main(["insights", "nothing", "--workspace", str(tmp_path / "none")]) == 1
    assert "There is no workspace here" in capsys.readouterr().err
