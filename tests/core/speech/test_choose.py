"""Which transcriber a source gets."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.errors import ProviderError, TranscriptError, WeightsError
from core.schema.endpoint import Endpoint
from core.schema.speech import SpeechWishes
from core.speech.choose import NAMES, choose_transcriber
from core.speech.transcribers import TRANSCRIBERS

ENDPOINT = Endpoint(base_url="http://localhost:1/v1", model="whisper-1")


@pytest.fixture
def media(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "talk.mp4"
    path.parent.mkdir()
    path.write_bytes(b"x")
    return path


@pytest.fixture
def models(tmp_path: Path, memorised_whisper: Path) -> Path:
    folder = tmp_path / "weights"
    shutil.copytree(memorised_whisper, folder / "whisper" / "mine")
    return folder


def test_names_are_those_of_the_list() -> None:
    assert tuple(t.name for t in TRANSCRIBERS) == NAMES


def test_captions_come_before_a_model_before_the_draft(media: Path, models: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "none"
    draft = choose_transcriber(media, None, nothing, ENDPOINT)
    assert draft.name == "pocketsphinx" and draft.degraded and "Whisper" in draft.reason
    whisper = choose_transcriber(media, None, models, ENDPOINT)
    assert (whisper.name, whisper.model, whisper.degraded) == ("faster_whisper", "mine", False)
    assert whisper.model_folder == models / "whisper" / "mine"
    media.with_suffix(".srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nhi\n", encoding="utf-8")
    captions = choose_transcriber(media, None, models, ENDPOINT)
    assert (captions.name, captions.sidecar) == ("sidecar", media.with_suffix(".srt"))
    assert captions.fallbacks == ("faster_whisper", "pocketsphinx")


def test_an_order_that_leaves_some_out_goes_on_with_them(media: Path, models: Path, tmp_path: Path) -> None:
    wishes = SpeechWishes(order=("faster_whisper",))
    assert choose_transcriber(media, None, models, None, wishes=wishes).fallbacks == ("pocketsphinx",)
    draft = choose_transcriber(media, None, tmp_path / "none", None, wishes=wishes)
    assert draft.name == "pocketsphinx" and "no Whisper model" in draft.reason


def test_a_given_transcript_wins_and_is_insisted_on(media: Path, models: Path, tmp_path: Path) -> None:
    media.with_suffix(".srt").write_text("x", encoding="utf-8")
    given = tmp_path / "mine.txt"
    given.write_text("words", encoding="utf-8")
    choice = choose_transcriber(media, given, models, None)
    assert (choice.name, choice.sidecar, choice.fallbacks) == ("sidecar", given, ())
    with pytest.raises(TranscriptError, match=r"gone\.srt"):
        choose_transcriber(media, tmp_path / "gone.srt", models, None)
    with pytest.raises(TranscriptError, match="format"):
        choose_transcriber(media, media, models, None)


def test_an_endpoint_only_if_chosen(media: Path, tmp_path: Path) -> None:
    assert choose_transcriber(media, None, tmp_path, ENDPOINT, "openai_audio").name == "openai_audio"
    with pytest.raises(ProviderError, match="Settings"):
        choose_transcriber(media, None, tmp_path, None, "openai_audio")


def test_the_impossible_is_refused_with_a_way_out(media: Path, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="Fetch or import"):
        choose_transcriber(media, None, tmp_path, None, "faster_whisper")
    with pytest.raises(WeightsError, match="large-v9"):
        choose_transcriber(media, None, tmp_path, None, "auto", "large-v9")
    with pytest.raises(TranscriptError, match="captions"):
        choose_transcriber(media, None, tmp_path, None, "sidecar")
    with pytest.raises(TranscriptError, match="Choose one of"):
        choose_transcriber(media, None, tmp_path, None, "telepathy")
    assert choose_transcriber(media, None, tmp_path, None, "pocketsphinx").degraded
