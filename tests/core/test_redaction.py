"""Secrets: none comes out, and text without any comes back as it was."""

from __future__ import annotations

import json
import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core import redaction
from core.redaction import HIDDEN, keep_secret, redact

# What keys are made of.
KEY_CHARACTERS = string.ascii_letters + string.digits + "-_.~+/=$!*"
KEYS = st.text(KEY_CHARACTERS, min_size=8, max_size=80)
TOKENS = st.text(string.ascii_letters + string.digits, min_size=20, max_size=60)
PROSE = st.text(st.characters(blacklist_categories=("Cs",)), max_size=60)


@pytest.fixture(autouse=True)
def forgotten():
    yield
    redaction._known, redaction._keys = frozenset(), None


@given(st.lists(KEYS, min_size=1, max_size=4), st.data())
def test_a_key_that_was_configured_never_comes_out(keys, data):
    # A key that a key's replacement holds would be found in what is hidden.
    keys = [key for key in keys if key not in HIDDEN]
    redaction._known, redaction._keys = frozenset(), None
    for key in keys:
        keep_secret(key)
    pieces = data.draw(st.lists(st.one_of(PROSE, st.sampled_from([*keys, ""])), max_size=8))
    for text in ("".join(pieces), repr(pieces), json.dumps(pieces)):
        assert not [key for key in keys if key in redact(text)]


@pytest.mark.parametrize(
    "shape",
    [
        "Authorization: Bearer {}",
        "{{'Authorization': 'Bearer {}', 'accept': 'json'}}",
        '{{"authorization": "Basic {}"}}',
        "bearer {}",
        "the key sk-{} is wrong",
        "sk-proj-ab_{}-cd",
        "ghp_{}",
        "hf_{}",
        "api_key={}",
        "api-key: {}",
        "X-Api-Key: {}",
        "OPENAI_API_KEY={}",
        "SHORTLIST_LANGUAGE_KEY={}",
        '{{"api_key": "{}"}}',
        "Endpoint(access_token='{}')",
        "{{'password': '{}'}}",
        "password={}&next=/",
        "https://me:{}@host.example/v1/models",
        "https://{}@host.example:8080/v1",
        "GET https://host.example/v1?key={}&alt=json",
        "GET https://host.example/v1?alt=json&access_token={}",
        "postgres://me:{}@host/db",
    ],
)
@given(TOKENS, PROSE, PROSE)
def test_what_looks_like_a_secret_never_comes_out(shape, token, before, after):
    assume(token not in before + after)
    text = f"{before}\n{shape.format(token)} {after}"
    hidden = redact(text)
    assert token not in hidden
    assert redact(hidden) == hidden


@given(st.lists(st.text(string.ascii_letters + string.digits + "äöüß中文.,;:!?()[]{}", max_size=14), max_size=20))
def test_ordinary_words_are_unchanged(words):
    keep_secret("this-is-a-key-of-ours")
    text = " ".join(word for word in words if word.lower() not in ("bearer", "token", "authorization"))
    assert redact(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "transcribe done in 812.3 s.",
        "Unexpected token: '<' at line 3",
        "max_tokens=4096, temperature=0.2",
        "language model qwen at http://127.0.0.1:8000/v1 (answers 200)",
        "/home/ana/Videos/task-manager-interview.mp4: The file is empty. Choose another.",
        "See https://host.example/@user/post and mail a@b.example",
        "authorization failed: the key was refused (401)",
        "Kunde inte läsa filen. ファイルが壊れています。",
        'File "/app/core/media/probe.py", line 40, in probe',
        "the bearer of news",
    ],
)
def test_what_the_log_says_every_day_is_unchanged(text):
    assert redact(text) == text


def test_a_short_placeholder_is_no_secret():
    keep_secret("ollama")
    keep_secret("")
    assert redact("qwen by ollama") == "qwen by ollama"


@pytest.mark.parametrize("piece", ["api_key", "bearer ", "a_", '"token', "https://a", "authorization: ", "sk-"])
def test_long_text_takes_time_in_proportion(piece):
    # Quadratic, these would take minutes, and fail by the test's own time limit.
    text = piece * 40_000
    assert len(redact(text)) <= len(text) + len(HIDDEN)
