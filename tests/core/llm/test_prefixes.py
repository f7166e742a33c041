"""What models want before questions and passages, by the names that servers give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.llm.prefixes import prefixes_of
from core.schema.endpoint import shown_prefix, typed_prefix

E5 = ("query: ", "passage: ")
NOMIC = ("search_query: ", "search_document: ")
SEARCHING = ("Represent this sentence for searching relevant passages: ", "")


@pytest.mark.parametrize(
    ("model", "wanted"),
    [
        ("intfloat/e5-base-v2", E5),
        ("intfloat/multilingual-e5-small", E5),
        ("text-embedding-multilingual-e5-base@q8", E5),
        ("nomic-embed-text:latest", NOMIC),
        ("text-embedding-nomic-embed-text-v1.5", NOMIC),
        ("nomic-ai/modernbert-embed-base", NOMIC),
        ("embeddinggemma:300m", ("task: search result | query: ", "title: none | text: ")),
        ("snowflake-arctic-embed:110m", SEARCHING),
        ("Snowflake/snowflake-arctic-embed-l-v2.0", ("query: ", "")),
        ("snowflake-arctic-embed2", ("query: ", "")),
        ("BAAI/bge-small-en-v1.5", SEARCHING),
        ("mixedbread-ai/mxbai-embed-large-v1", SEARCHING),
        ("mixedbread-ai/deepset-mxbai-embed-de-large-v1", E5),
        ("text-embedding-3-small", ("", "")),
        ("BAAI/bge-m3", ("", "")),
        ("acme-fe5-model", ("", "")),
        ("", ("", "")),
    ],
)
def test_known_models_have_theirs_and_others_none(model, wanted):
    assert (prefixes_of(model).query, prefixes_of(model).passage) == wanted


def test_models_with_an_instruction_have_it_before_questions_alone():
    for model in ("intfloat/multilingual-e5-large-instruct", "Qwen3-Embedding-0.6B"):
        wanted = prefixes_of(model)
        assert wanted.query.startswith("Instruct: ") and "\nQuery:" in wanted.query and wanted.passage == ""


@given(st.text())
def test_what_is_shown_is_typed_back(prefix):
    line = shown_prefix(prefix)
    assert "\n" not in line and typed_prefix(line) == prefix
