"""The search by meaning from the command line, against a real server of embeddings."""

from __future__ import annotations

import json

from tests.core.llm.embedding_server import Answering, embedding_server
from tests.core.meaning_kit import Bench, analyse

__all__ = ["embedding_server"]


def test_the_command_line_reads_finds_and_tells_what_fails(program, weights_folder, embedding_server, tmp_path):
    # A home of its own: the settings of the other tests stay as they are.
    program = type(program)(tmp_path / "home", weights_folder)
    server = embedding_server()
    bench = Bench(tmp_path / "ws", analyse(tmp_path / "made"))
    where = ("--workspace", bench.folder)
    plain = program("search", "storm", *where)
    assert "storm" in plain.out and "~" not in plain.out
    assert program.here("meaning", *where).code == 1

    endpoint = {"base_url": server.base_url, "model": "text-embedding-3-small", "timeout_seconds": 60}
    program.home.mkdir(parents=True, exist_ok=True)
    (program.home / "settings.json").write_text(json.dumps({"embedding": endpoint}))
    read = program.here("meaning", "read", *where)
    assert read.code == 0, read.err
    assert "passages are known by their meaning (text-embedding-3-small)" in read.out
    found = program.here("search", "money", "finances", *where)
    assert found.out.startswith("~ talk 1  0:0")
    assert "bankrupt" in found.out.splitlines()[0]
    told = json.loads(program.here("search", "money", "finances", "--json", *where).out)
    assert told["is_by_meaning"] and told["hits"][0]["found_by"] == "meaning"
    asked = len(server.texts)
    assert "Nothing was found." in program.here("search", "money", "finances", "--words-only", *where).out
    assert len(server.texts) == asked

    # Prefixes are set by a word of the command line, and stand before what the server gets.
    told = program.here("meaning", "set", "--query-prefix", "query: ", "--passage-prefix", r"p\n", *where)
    assert told.out.splitlines() == ["Before each question: “query: ”", r"Before each passage: “p\n”"], told.err
    asked = len(server.texts)
    assert "Before each question: “query: ”" in program.here("meaning", "read", *where).out
    assert server.texts[asked:] and all(text.startswith("p\n") for text in server.texts[asked:])
    assert program.here("search", "money", "finances", *where).out.startswith("~ talk 1")
    assert server.texts[-1] == "query: money finances"
    assert program.here("meaning", "set", *where).code == 2
    assert "nothing" in program.here("meaning", "set", "--prefixes-of-model", *where).out
    assert json.loads((program.home / "settings.json").read_text())["embedding"]["query_prefix"] is None
    program.here("meaning", "read", *where)

    server.script[:] = [Answering(status=503, body="{}")]
    failed = program.here("search", "stormy", "weather", *where)
    assert failed.code == 0
    assert "Found by words alone. The embedding endpoint at http://127.0.0.1" in failed.out
    costs = json.loads(program.here("costs", "--json", *where).out)
    assert "openai_embeddings" in json.dumps(costs) or "text-embedding-3-small" in json.dumps(costs)
