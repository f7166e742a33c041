"""The search by meaning: asked for once, kept, gone on with after a break, and never in the way of words."""

from __future__ import annotations

import asyncio
import time
from decimal import Decimal
from pathlib import Path

import pytest

from core.project import Project
from core.schema.search import SearchFilters
from core.search.files import VECTORS
from core.search.vectors import VectorWriter
from tests.core.llm.embedding_server import Answering, embedding_server
from tests.core.meaning_kit import Bench, analyse, until
from tests.instant_project import use_instant_stages

__all__ = ["embedding_server"]


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return analyse(tmp_path_factory.mktemp("analysed"))


@pytest.fixture
def bench(tmp_path: Path, analysed: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    use_instant_stages(monkeypatch)
    return Bench(tmp_path / "ws", analysed)


def test_what_is_meant_is_found_though_nobody_says_it(bench, embedding_server):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        state = await project.meaning.state()
        assert state.known == state.passages > 3 and not state.problem and not state.is_working
        found = await project.search("money finances")
        assert found.is_by_meaning and not found.meaning_problem
        assert "bankrupt" in found.hits[0].text
        assert found.hits[0].found_by == "meaning" and found.hits[0].source == "talk 1"
        # A word that is said, and means so as well.
        (best, *_) = (await project.search("storm")).hits
        assert best.found_by == "both" and best.text[slice(*best.marks[0])] == "storm"
        # Exactly so, nearly so, and beginnings are asked of words alone.
        for typed in ('"money"', "monay~", "mon*"):
            assert not (await project.search(typed)).is_by_meaning
        await project.close()

    asyncio.run(story())


def test_filters_hold_for_meaning_too(bench, embedding_server):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        told = [hit.source for hit in (await project.search("animal pet")).hits]
        assert told[0] == "talk 2"
        for typed, filters in (
            ("animal pet source:1", None),
            ("animal pet speaker:ana", None),
            ("animal pet -puppy", None),
            ("animal pet lang:de", None),
            ("animal pet", SearchFilters(decision="approved")),
        ):
            found = await project.search(typed, filters)
            assert not [hit for hit in found.hits if "puppy" in hit.text], typed
        await project.close()

    asyncio.run(story())


def test_nothing_is_asked_twice_not_even_the_question(bench, embedding_server):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        await project.search("money finances")
        await project.close()
        asked = len(server.texts)
        assert len(set(server.texts)) == asked
        again = await bench.open(server.endpoint())
        await again.meaning.settled()
        assert (await again.search("money finances")).is_by_meaning
        await again.close()
        assert len(server.texts) == asked
        look = Project.look(bench.folder, bench.configuration(server.endpoint()))
        assert (await look.search("money finances")).hits[0].found_by == "meaning"
        await look.close()
        assert len(server.texts) == asked

    asyncio.run(story())


def test_without_an_endpoint_nothing_is_made(bench):
    async def story():
        project = await bench.open()
        await project.meaning.settled()
        found = await project.search("storm")
        assert found.hits and not found.is_by_meaning and not found.meaning_problem
        assert (await project.meaning.state()).model == ""
        await project.close()
        assert not (bench.folder / VECTORS).exists()

    asyncio.run(story())


@pytest.mark.parametrize(
    "line",
    [
        Answering(status=500, body="{}"),
        Answering(status=429, body="{}"),
        Answering(body="no JSON"),
        Answering(size=7),
        Answering(hangs_up=True),
        Answering(delay=3.0),
    ],
    ids=["500", "429", "malformed", "dimension", "hang-up", "slow"],
)
def test_where_the_endpoint_fails_words_answer_and_it_is_said(bench, embedding_server, line):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        server.script[:] = [line]
        project.configure(bench.configuration(server.endpoint(timeout_seconds=0.5)))
        await project.meaning.settled()
        found = await project.search("storm")
        assert found.hits and all(hit.found_by == "words" for hit in found.hits)
        assert found.meaning_problem and not found.is_by_meaning
        await project.close()

    asyncio.run(story())


def test_a_break_goes_on_where_it_was(bench, embedding_server, monkeypatch):
    monkeypatch.setattr("core.meaning.BATCH", 1)
    server = embedding_server(Answering(), Answering(), Answering(status=401, body="{}"))

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        state = await project.meaning.state()
        assert 0 < state.known < state.passages and "answered 401" in state.problem
        # What is there is found.
        assert (await project.search("zebra")).meaning_problem
        await project.close()
        kept = bench.vectors()
        server.script[:] = [Answering()]
        before = len(server.texts)
        again = await bench.open(server.endpoint())
        await again.meaning.settled()
        state = await again.meaning.state()
        assert state.known == state.passages and not state.problem
        assert len(server.texts) - before == bench.vectors() - kept
        await again.close()

    asyncio.run(story())


def test_what_is_answered_after_the_end_is_not_lost(bench, embedding_server):
    server = embedding_server()
    server.gate.clear()

    async def story():
        project = await bench.open(server.endpoint())
        while not server.asked:
            await asyncio.sleep(0.02)
        await project.close()
        server.gate.set()
        await until(bench.vectors)
        assert bench.vectors() == len(server.texts)

    asyncio.run(story())


def test_what_is_answered_while_it_goes_on_again_counts(bench, embedding_server, monkeypatch):
    server = embedding_server()
    server.gate.clear()
    looked = VectorWriter.lacking

    def lacking(writer: VectorWriter) -> dict[str, list[int]]:
        # The answer to what was stopped comes just now.
        server.gate.set()
        end = time.monotonic() + 60
        while not bench.vectors():
            assert time.monotonic() < end
            time.sleep(0.01)
        return looked(writer)

    async def story():
        project = await bench.open(server.endpoint())
        while not server.asked:
            await asyncio.sleep(0.02)
        await project.meaning.stop()
        monkeypatch.setattr(VectorWriter, "lacking", lacking)
        project.meaning.resume()
        await project.meaning.settled()
        state = await project.meaning.state()
        assert state.known == state.passages and len(server.asked) == 1
        await project.close()

    asyncio.run(story())


def test_the_user_stops_it_and_goes_on_also_after_a_start(bench, embedding_server):
    server = embedding_server()
    server.gate.clear()

    async def story():
        project = await bench.open(server.endpoint())
        while not server.asked:
            await asyncio.sleep(0.02)
        await project.meaning.stop()
        assert (await project.meaning.state()).is_stopped
        await project.close()
        server.gate.set()
        asked = len(server.asked)
        again = await bench.open(server.endpoint())
        await again.meaning.settled()
        assert (await again.meaning.state()).is_stopped
        assert len(server.asked) == asked
        again.meaning.resume()
        await again.meaning.settled()
        state = await again.meaning.state()
        assert state.known == state.passages and not state.is_stopped
        await again.close()

    asyncio.run(story())


def test_a_budget_holds_and_is_told(bench, embedding_server):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint(), month_budget_usd=Decimal("0.0000001"))
        await project.meaning.settled()
        state = await project.meaning.state()
        assert "this month" in state.problem and state.known == 0
        assert server.asked == []
        await project.close()

    asyncio.run(story())


def test_what_it_costs_is_in_the_ledger(bench, embedding_server):
    server = embedding_server(Answering(tokens=1_000_000))

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        assert project.month().spent_usd == Decimal("0.02") * len(server.asked)
        await project.close()

    asyncio.run(story())


def test_deleted_runs_lose_their_vectors_and_corrections_ask_for_their_window_alone(bench, embedding_server):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        one, other = project.runs()
        many = bench.vectors()
        asked = len(server.texts)
        await project.transcripts.correct_words(other.source_id, 0.0, 0.5, "During")
        await project.transcripts.settled()
        await until(lambda: len(server.texts) > asked)
        await project.meaning.settled()
        assert 1 <= len(server.texts) - asked <= 2
        assert bench.vectors() == many
        await project.delete_run(one.id)
        await until(lambda: bench.vectors() < many)
        await project.meaning.settled()
        assert 0 < bench.vectors() < many
        await project.delete_run(other.id)
        await until(lambda: bench.vectors() == 0)
        await project.close()

    asyncio.run(story())


def test_another_model_reads_anew_and_takes_the_place_of_the_first(bench, embedding_server):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        many = bench.vectors()
        project.configure(bench.configuration(server.endpoint("another-model")))
        await project.meaning.settled()
        state = await project.meaning.state()
        assert state.model == "another-model" and state.known == state.passages
        assert bench.vectors() == many and len(server.texts) == 2 * many
        assert (await project.search("money finances")).hits[0].found_by == "meaning"
        project.configure(bench.configuration(None))
        await project.meaning.settled()
        assert not (await project.search("money finances")).is_by_meaning
        await project.close()

    asyncio.run(story())


def test_prefixes_go_before_questions_and_passages_and_another_one_reads_anew(bench, embedding_server):
    server = embedding_server()

    async def asked(query: str, passage: str) -> tuple[list[str], bool]:
        before = len(server.texts)
        endpoint = server.endpoint(query_prefix=query, passage_prefix=passage)
        project = await bench.open(endpoint)
        await project.meaning.settled()
        found = await project.search("money finances")
        state = await project.meaning.state()
        assert found.is_by_meaning and state.known == state.passages > 3 and not state.problem
        assert "bankrupt" in found.hits[0].text
        await project.close()
        return server.texts[before:], bench.vectors() == len({*said})

    async def story():
        plain, _ = await asked("", "")
        said.extend(plain[:-1])
        assert plain[-1] == "money finances"
        # The exact texts, each with what belongs before it.
        both, is_alone = await asked("query: ", "passage: ")
        assert (
            sorted(both[:-1]) == sorted(f"passage: {text}" for text in said)
            and both[-1] == "query: money finances"
        )
        assert is_alone  # those without a prefix went when all with one were there
        # Another one before questions asks for no passage again; the same ones for nothing at all.
        assert await asked("Q: ", "passage: ") == (["Q: money finances"], True)
        assert await asked("query: ", "passage: ") == ([], True)
        # What stood in the text is no prefix.
        again, _ = await asked("query: ", "")
        assert sorted(again) == sorted(said)

    said: list[str] = []
    asyncio.run(story())


def test_prefixes_change_while_it_is_open(bench, embedding_server):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        count = len(server.texts)
        project.configure(bench.configuration(server.endpoint(passage_prefix="passage: ")))
        await project.meaning.settled()
        assert [text.startswith("passage: ") for text in server.texts[count:]] == [True] * count
        assert (await project.search("storm")).hits[0].found_by == "both"
        await project.close()

    asyncio.run(story())


def test_another_model_under_the_same_name_is_told_and_read_anew(bench, embedding_server, monkeypatch):
    monkeypatch.setattr("core.meaning.BATCH", 1)
    server = embedding_server(Answering(), Answering(size=9))

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        state = await project.meaning.state()
        assert state.is_other and "another model under the same name" in state.problem
        await project.meaning.read_anew()
        await project.meaning.settled()
        state = await project.meaning.state()
        assert state.known == state.passages and not state.problem and not state.is_other
        await project.close()

    asyncio.run(story())


def test_a_damaged_file_is_made_anew(bench, embedding_server):
    server = embedding_server()

    async def story():
        project = await bench.open(server.endpoint())
        await project.meaning.settled()
        await project.close()
        file = bench.folder / VECTORS
        file.write_bytes(b"this is no database" * 400)
        again = await bench.open(server.endpoint())
        await again.meaning.settled()
        assert (await again.meaning.state()).known > 0
        assert (await again.search("money finances")).hits[0].found_by == "meaning"
        await again.close()

    asyncio.run(story())
