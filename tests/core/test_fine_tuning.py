"""Fine-tunes as the project deals with them, against a server that speaks the protocol."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from core import fine_tuning
from core.errors import BudgetError, ExportError, ProviderError, ShortlistError, TranscriptError, WorkspaceError
from core.fine_tuning import FineTuning
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.schema.learning import Example
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from tests.core.finetune.talks import interview
from tests.core.finetune.tuning_server import KEY, MADE, MODEL, TuningServer, tuning_server

__all__ = ["tuning_server"]


class Desk:
    """A store with three talks that were transcribed and one decision, and fine-tuning over it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: dict[str, Transcript | None] = {}
        self.decided: list[Example] = []
        self.store = Store(folder / "workspace.sqlite")
        for name in ("one", "two", "three"):
            source = self.store.add_source(folder / f"{name}.mp4", name, 1, 600.0)
            self.said[source.id] = interview(8, name)
        cut = Cut(ranges=(TimeSpan(start=0.0, end=9.0),))
        first = next(iter(self.said))
        self.decided.append(
            Example(clip_id="c", run_id="r", source_id=first, cut=cut, decision="approved", title="Years")
        )
        self.open()

    def open(self) -> None:
        """Start the program, or start it again: what is kept in the store is all it knows."""
        self.purse = Purse(self.store, self.folder)
        self.tuning = FineTuning(self.store, self._read, lambda: self.decided, None, self.purse)

    async def _read(self, source_id: str) -> Transcript | None:
        return self.said[source_id]

    def at(self, server: TuningServer) -> FineTuning:
        self.tuning.configure(server.endpoint())
        return self.tuning


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(fine_tuning, "_FIRST_LOOK", 0.01)
    monkeypatch.setattr(fine_tuning, "_SLOWEST_LOOK", 0.02)
    monkeypatch.setattr(fine_tuning, "delay", lambda *given: 0.01)
    made = Desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def server(tuning_server: Callable[[], TuningServer]) -> TuningServer:
    return tuning_server()


def refused(work, kind: type[ShortlistError] = ProviderError) -> str:
    with pytest.raises(kind) as caught:
        asyncio.run(work)
    assert KEY not in str(caught.value)
    return str(caught.value)


def test_examples_are_written_whole_and_parted(desk, tmp_path):
    file = tmp_path / "mine.jsonl"
    written = asyncio.run(desk.tuning.data.export(file))
    told = written.summary
    assert told.by_kind == {"decisions": 1, "answers": 24}
    training = [json.loads(line) for line in file.read_text().splitlines()]
    assert len(training) == told.training and told.validation == 25 - len(training)
    assert all([m["role"] for m in each["messages"]] == ["system", "user", "assistant"] for each in training)
    if written.validation:
        assert len(written.validation.read_text().splitlines()) == told.validation
    assert not list(tmp_path.glob("*.part"))
    only = asyncio.run(desk.tuning.data.export(file, ("decisions",))).summary
    assert only.by_kind == {"decisions": 1}


def test_masked_examples_name_no_speaker_of_any_talk(desk, server):
    first = next(iter(desk.said))
    desk.decided[0] = desk.decided[0].model_copy(update={"title": "Ben asks Zoe, zoe@example.com"})
    desk.said[first] = renamed(desk.said[first], "Ben", "Zoe")
    job = asyncio.run(desk.at(server).start(is_masked=True))
    sent = [m["content"] for file in server.files.values() for line in file.lines for m in line["messages"]]
    assert job.examples and not [each for each in sent if re.search(r"\b(Ben|Zoe|Ana)\b|@", each)]
    (decided,) = [each for each in sent if '"verdict"' in each and "NAME" in each]
    assert json.loads(decided)["title"] == "[NAME 3] asks [NAME 1], [EMAIL 1]"
    told = desk.tuning.data.summary(asyncio.run(desk.tuning.data.gather(is_masked=True)))
    assert f"{told.masked:,} things were masked." in told.in_words and told.masked >= 5
    assert "masked" not in " ".join(desk.tuning.data.summary(asyncio.run(desk.tuning.data.gather())).in_words)


def renamed(said: Transcript, old: str, new: str) -> Transcript:
    segments = [
        each.model_copy(update={"speaker": new}) if each.speaker == old else each for each in said.segments
    ]
    return said.model_copy(update={"segments": tuple(segments)})


def test_what_is_left_out_is_told_and_nothing_at_all_is_an_error(desk, tmp_path):
    first, second, third = desk.said
    desk.said[first] = None
    desk.said[second] = desk.said[second].model_copy(update={"is_draft": True})
    nameless = [each.model_copy(update={"speaker": ""}) for each in desk.said[third].segments]
    desk.said[third] = desk.said[third].model_copy(update={"segments": tuple(nameless)})
    told = refused(desk.tuning.data.export(tmp_path / "x.jsonl"), TranscriptError)
    assert "nothing to learn from yet" in told
    assert "one: decisions are left out" in told
    assert "two: left out, since its transcript is a draft" in told
    assert "three: nobody knows who speaks" in told
    assert not list(tmp_path.glob("*.jsonl*"))


def test_a_file_that_can_not_be_written_is_named(desk, tmp_path):
    assert ".jsonl" in refused(desk.tuning.data.export(tmp_path / "x.txt"), ExportError)
    assert "nowhere" in refused(desk.tuning.data.export(tmp_path / "nowhere" / "x.jsonl"), ExportError)


def test_a_job_is_followed_to_its_model_and_booked_once(desk, server):
    tuning, told = desk.at(server), []
    job = asyncio.run(tuning.start(suffix="acme"))
    assert (job.state, job.base_model, job.remote_id) == ("waiting", MODEL, "ftjob-1")
    uploaded = server.files[server.jobs["ftjob-1"]["training_file"]]
    assert uploaded.purpose == "fine-tune" and len(uploaded.lines) == job.examples
    assert server.jobs["ftjob-1"]["suffix"] == "acme"
    assert server.keys == {f"Bearer {KEY}"}
    done = asyncio.run(tuning.watch(job.id, lambda fraction, words: told.append((fraction, words))))
    assert (done.state, done.made_model, done.trained_tokens) == ("succeeded", MADE, 4321)
    assert (0.75, "Training. Step 3/4: training loss=0.5") in told
    assert told[-1] == (1.0, f"Ready: {MADE}.")
    assert done.usd == Decimal("0.012963000") == desk.purse.month().spent_usd
    looked = len(server.requests)
    assert asyncio.run(tuning.refresh(job.id)) == done and len(server.requests) == looked
    assert KEY not in desk.store.kept_value("tuning_jobs")


def test_a_job_is_known_after_the_program_ended(desk, server):
    job = asyncio.run(desk.at(server).start())
    desk.open()
    (kept,) = desk.at(server).jobs()
    assert kept == job
    assert asyncio.run(desk.tuning.watch(job.remote_id)).made_model == MADE


def test_an_endpoint_without_fine_tuning_says_so(desk, server):
    server.has_tuning = False
    told = refused(desk.at(server).start())
    assert told.startswith("This endpoint has no fine-tuning: http://127.0.0.1") and "404" in told
    assert "Export the examples instead" in told
    assert desk.tuning.jobs() == []


@pytest.mark.parametrize(("path", "status"), [("/files", 401), ("/fine_tuning", 403)])
def test_a_refused_key_is_told_without_the_key(desk, server, path, status):
    server.faults = [(path, status)]
    assert f"refuses the key ({status}" in refused(desk.at(server).start())
    assert desk.tuning.jobs() == []


def test_a_job_that_fails_says_why(desk, server):
    server.states, server.why_failed = ["validating_files", "failed"], "The file has 3 examples too few."
    job = asyncio.run(desk.at(server).start())
    done = asyncio.run(desk.tuning.watch(job.id))
    assert (done.state, done.in_words) == ("failed", "Failed. The file has 3 examples too few.")
    assert desk.purse.month().spent_usd == 0
    assert "no model to use" in refused(take(desk.tuning, job.id))


async def take(tuning: FineTuning, job_id: str) -> str:
    return tuning.take(job_id, MODEL)


@pytest.mark.parametrize("fault", [0, -1, 500, 429])
def test_a_start_whose_answer_is_lost_is_never_paid_twice(desk, server, fault):
    server.faults = [("/fine_tuning/jobs", fault)]
    job = asyncio.run(desk.at(server).start())
    assert len(server.jobs) == 1
    assert server.jobs[job.remote_id]["training_file"] == job.training_file


def test_a_job_that_nobody_heard_of_is_found_after_a_restart(desk, server):
    server.faults = [("/fine_tuning/jobs", -1), *[("/fine_tuning/jobs", 0)] * 3]
    assert "can't be reached" in refused(desk.at(server).start())
    desk.open()
    (kept,) = desk.at(server).jobs()
    assert (kept.state, kept.remote_id) == ("starting", "")
    found = asyncio.run(desk.tuning.refresh(kept.id))
    assert found.remote_id == "ftjob-1" and len(server.jobs) == 1


def test_a_job_that_was_never_begun_is_told_after_a_restart(desk, server):
    server.faults = [("/fine_tuning/jobs", 0)] * 4
    refused(desk.at(server).start())
    desk.open()
    (kept,) = desk.at(server).jobs()
    assert "never began it" in asyncio.run(desk.tuning.refresh(kept.id)).in_words


def test_following_outlasts_a_connection_that_drops(desk, server):
    job, told = asyncio.run(desk.at(server).start()), []
    server.faults = [("/fine_tuning/jobs/", fault) for fault in (0, 503, 429, 0)]
    done = asyncio.run(desk.tuning.watch(job.id, lambda fraction, words: told.append(words)))
    assert done.state == "succeeded"
    assert sum("tried again" in words for words in told) == 4


def test_an_endpoint_that_stays_away_ends_the_following_but_not_the_job(desk, server):
    job = asyncio.run(desk.at(server).start())
    server.faults = [("/fine_tuning/jobs/", 0)] * 20
    assert "can't be reached" in refused(desk.tuning.watch(job.id))
    assert not desk.tuning.job(job.id).has_ended


def test_a_job_that_the_endpoint_lost_has_failed(desk, server):
    job = asyncio.run(desk.at(server).start())
    server.jobs.clear()
    done = asyncio.run(desk.tuning.refresh(job.id))
    assert done.state == "failed" and "does not know the job ftjob-1" in done.error


def test_a_job_is_stopped(desk, server):
    server.states = ["running"]
    job = asyncio.run(desk.at(server).start())
    assert asyncio.run(desk.tuning.cancel(job.id)).in_words == "Stopped."
    assert server.requests[-1] == "POST /fine_tuning/jobs/ftjob-1/cancel"


def test_its_model_takes_the_place_of_another_and_gives_it_back(desk, server):
    job = asyncio.run(desk.at(server).start())
    asyncio.run(desk.tuning.watch(job.id))
    assert desk.tuning.take(job.id, "gpt-5") == MADE
    assert desk.tuning.take(job.id, MADE) == MADE
    assert desk.tuning.give_back(job.id) == "gpt-5"
    with pytest.raises(ProviderError, match="not in use"):
        desk.tuning.give_back(job.id)


def test_nothing_is_sent_without_an_endpoint_enough_examples_or_money(desk, server):
    assert "none is set" in refused(desk.tuning.start())
    told = refused(desk.at(server).start(("decisions",)), TranscriptError)
    assert "1 of the 10 examples that a fine-tune takes at least" in told
    desk.purse.month_budget_usd = Decimal("0.001")
    assert "this month" in refused(desk.tuning.start(), BudgetError)
    assert server.requests == []


def test_a_job_of_another_endpoint_is_not_asked_for_at_this_one(desk, server, tuning_server):
    job = asyncio.run(desk.at(server).start())
    other = tuning_server()
    assert job.base_url in refused(desk.at(other).refresh(job.id))
    assert other.requests == []
    with pytest.raises(WorkspaceError, match="no fine-tune zzz"):
        desk.tuning.job("zzz")
