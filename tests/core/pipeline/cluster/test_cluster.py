"""The cluster's executor with a real scheduler and real workers: done, failing, dying, stopped, waited for."""

from __future__ import annotations

import json
import sys
import uuid
from concurrent.futures import BrokenExecutor, CancelledError, wait
from pathlib import Path

import psutil
import pytest

from core.errors import ClusterError, ContractError
from core.pipeline.artifact import RECORD_NAME, load_record
from core.pipeline.cluster import executor as cluster_module
from core.pipeline.cluster.executor import ClusterExecutor
from core.pipeline.cluster.task import program
from core.pipeline.pool import ProcessExecutor
from core.pipeline.stage import LANES
from core.pipeline.worker import Input, Item, Task, progress_file
from core.schema.endpoint import Endpoint
from tests.cluster_kit import Cluster, is_running, kill, wait_until
from tests.ports import kept_port

FAR = '''
"""A stage here and a stage there, steered by the text of their root."""
import os, signal, time
from pathlib import Path
from core.errors import MediaError
from core.pipeline.stage import Parameters, Stage
from core.schema.record import Record

class Wish(Record):
    text: str
    folder: Path

class Near(Record):
    pid: int

class Far(Record):
    text: str
    pid: int
    folder: Path
    endpoints: tuple[str, ...]

class Manner(Parameters):
    tone: str

def near(context, wish: Wish) -> Near:
    if wish.text == "near slow":
        (wish.folder / f"near-{os.getpid()}").touch()
        time.sleep(60)
    return Near(pid=os.getpid())

def far(context, wish: Wish, manner: Manner) -> Far:
    (context.folder / "beside.txt").write_text(wish.text)
    if wish.text == "bad":
        raise MediaError("It is broken.", str(wish.folder / "x.mp4"), remedy="Try another.")
    if wish.text == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if wish.text.startswith("slow"):
        (wish.folder / "pid").write_text(str(os.getpid()))
        for index in range(1200):
            context.progress(index / 1200, "slowly")
            time.sleep(0.05)
    text = wish.text + manner.tone
    return Far(text=text, pid=os.getpid(), folder=wish.folder, endpoints=tuple(context.endpoints))

STAGES = (
    Stage("near", "ingest", "source", "io", 1, near),
    Stage("far", "render", "delivery", "encode", 1, far, lambda *_: None),
)
'''


@pytest.fixture(scope="module")
def modules(tmp_path_factory):
    """Return a folder with the module of stages, here and on the workers."""
    folder = tmp_path_factory.mktemp("modules")
    (folder / "far_stages.py").write_text(FAR)
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))
    sys.modules.pop("far_stages", None)


@pytest.fixture(scope="module")
def cluster(modules, tmp_path_factory):
    """Return a cluster of one worker, shared by the tests that leave it as it is."""
    made = Cluster(tmp_path_factory.mktemp("cluster"), modules)
    try:
        made.add_worker()
        yield made
    finally:
        made.close()


class Bench:
    """Tasks in a workspace of their own, and the executor that they are given to."""

    def __init__(self, folder: Path, address: str, **arguments) -> None:
        self.folder = folder
        self.work = folder / "artifacts" / ".work"
        self.work.mkdir(parents=True)
        self.threads: list[int] = []
        local = ProcessExecutor(dict.fromkeys(LANES, 1))
        self.executor = ClusterExecutor(address, local, **arguments)
        self.executor.watch(self.threads.append)

    def task(self, text: str, stage: str = "far", folder: Path | None = None) -> Task:
        from far_stages import Manner, Wish

        name = uuid.uuid4().hex
        wish = Wish(text=text, folder=folder or self.folder)
        item = Item(
            name,
            self.work / f"{stage}-{name}",
            self.folder / "artifacts" / stage / name,
            (Input(json=wish.model_dump_json()),),
        )
        keys = {"language": Endpoint(base_url="http://x/v1", model="m", api_key="secret")}
        per = "source" if stage == "near" else "delivery"
        manner = Manner(tone="!") if stage == "far" else None
        return Task("far_stages", stage, per, (item,), manner, self.folder, self.folder, keys)

    def submit(self, task: Task):
        return self.executor.submit("io" if task.stage == "near" else "encode", task)

    def do(self, text: str, stage: str = "far", **options):
        """Do a task and return its outcome, and what it made."""
        from far_stages import Far, Near

        task = self.task(text, stage, **options)
        (outcome,) = self.submit(task).result(timeout=60)
        made = None
        if outcome.failure is None:
            made = load_record(Near if stage == "near" else Far, task.items[0].place)
        return outcome, made

    def child(self) -> int:
        """Return the process of a slow task, once it has begun."""
        wait_until(lambda: (self.folder / "pid").exists() and (self.folder / "pid").read_text(), "the work")
        return int((self.folder / "pid").read_text())

    def started(self, task: Task) -> str:
        """Return the name of the folder of a task's only start."""
        (folder,) = [
            path
            for path in self.work.glob(task.items[0].work.name + ".*")
            if path.is_dir() and path.suffix != ".tmp"
        ]
        return folder.name

    def left(self) -> list[str]:
        """Return what lies in the folder of unfinished work."""
        return sorted(path.name for path in self.work.iterdir())


@pytest.fixture
def bench(cluster, tmp_path):
    made = Bench(tmp_path, cluster.address)
    yield made
    made.executor.close()


@pytest.fixture
def own_cluster(modules, tmp_path):
    """Return a cluster without any worker, for a test that does things to it."""
    made = Cluster(tmp_path / "cluster", modules)
    yield made
    made.close()


@pytest.fixture
def own_bench(own_cluster, tmp_path):
    made = Bench(tmp_path / "workspace", own_cluster.address)
    yield made
    made.executor.close()


def test_clips_are_made_there_and_sources_here(bench):
    outcome, made = bench.do("good")
    assert made.text == "good!"
    address, pid = outcome.worker.split()
    assert address.startswith("tcp://127.0.0.1:") and int(pid) == made.pid
    assert psutil.Process(made.pid).ppid() != psutil.Process().pid
    _, near = bench.do("good", "near")
    assert psutil.Process(near.pid).ppid() == psutil.Process().pid
    assert bench.left() == []


def test_models_stay_loaded_since_one_process_does_task_after_task(bench):
    assert bench.do("one")[1].pid == bench.do("two")[1].pid


def test_no_key_of_an_endpoint_travels(bench):
    assert bench.do("good")[1].endpoints == ()


def test_a_failure_comes_back_as_it_was(bench):
    outcome, _ = bench.do("bad")
    assert (outcome.failure.reason, outcome.failure.remedy) == ("It is broken.", "Try another.")
    assert outcome.failure.kind == "MediaError"
    assert bench.left() == []


def test_cancelling_kills_the_process(bench):
    future = bench.submit(bench.task("slow"))
    pid = bench.child()
    future.cancel()
    with pytest.raises(CancelledError):
        future.result()
    # By itself it would end after a minute.
    wait_until(lambda: not is_running(pid), "the end of the process", 30.0)
    wait_until(lambda: bench.left() == [], "an empty work folder")
    assert bench.do("good")[1].text == "good!"


def test_a_crash_costs_one_attempt_and_not_the_worker(bench, cluster):
    with pytest.raises((OSError, BrokenExecutor)):
        bench.submit(bench.task("crash")).result(timeout=60)
    assert bench.left() == []
    assert bench.do("good")[1].text == "good!"


def test_progress_is_told_where_the_task_says(bench):
    task = bench.task("slow")
    future = bench.submit(task)
    file = progress_file(task.items[0].work)
    wait_until(lambda: file.exists() and json.loads(file.read_text())["fraction"] > 0, "progress")
    assert json.loads(file.read_text())["message"] == "slowly"
    future.cancel()
    wait_until(lambda: bench.left() == [], "an empty work folder")


def test_folders_have_other_names_there(cluster, tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.symlink_to(here)
    bench = Bench(here / "workspace", cluster.address, path_map=[(str(here), str(there))])
    try:
        task = bench.task("good")
        (outcome,) = bench.submit(task).result(timeout=60)
        assert outcome.failure is None
        text = (task.items[0].place / RECORD_NAME).read_text()
        assert json.loads(text)["folder"] == str(here / "workspace")
        assert str(there) not in text
        failed, _ = bench.do("bad")
        assert failed.failure.file == str(here / "workspace" / "x.mp4")
    finally:
        bench.executor.close()


def test_a_folder_that_the_worker_does_not_see_is_told(cluster, tmp_path):
    bench = Bench(tmp_path / "workspace", cluster.address, path_map=[(str(tmp_path), "/nowhere")])
    try:
        failure = bench.do("good")[0].failure
        assert "does not see /nowhere/workspace" in failure.reason
        assert "--map" in failure.remedy
        assert not failure.is_our_bug
    finally:
        bench.executor.close()


def test_a_source_that_the_worker_does_not_see_is_told(cluster, tmp_path):
    private = tmp_path / "private"
    private.mkdir()
    bench = Bench(tmp_path / "workspace", cluster.address, path_map=[(str(private), "/nowhere")])
    try:
        failure = bench.do("good", folder=private)[0].failure
        assert "does not see /nowhere." in failure.reason
        assert "--map" in failure.remedy
        # What is not here either is the stage's to judge.
        assert bench.do("good", folder=private / "gone")[0].failure is None
    finally:
        bench.executor.close()


def test_another_folder_of_the_same_name_is_told(cluster, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    pair = (str(tmp_path / "workspace" / "artifacts"), str(tmp_path / "elsewhere"))
    bench = Bench(tmp_path / "workspace", cluster.address, path_map=[pair])
    try:
        failure = bench.do("good")[0].failure
        assert "does not see the workspace" in failure.reason
        assert "--map" in failure.remedy
        assert bench.left() == []
    finally:
        bench.executor.close()


def test_another_version_is_refused(own_cluster, own_bench, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "far_stages.py").write_text(FAR.replace('"encode", 1', '"encode", 2'))
    own_cluster.add_worker(PYTHONPATH=str(tmp_path / "other"))
    failure = own_bench.do("good")[0].failure
    assert "runs Shortlist 0.1.0 (Python" in failure.reason
    assert program("far_stages") in failure.reason
    assert "same version" in failure.remedy


def test_a_worker_whose_nanny_forbids_children_is_refused_with_the_way_out(own_cluster, own_bench):
    own_cluster.add_worker("--nanny")
    failure = own_bench.do("good")[0].failure
    assert "may not start processes" in failure.reason
    assert "--no-nanny" in failure.remedy and "DASK_DISTRIBUTED__WORKER__DAEMON=False" in failure.remedy


def test_a_worker_whose_nanny_permits_children_works(own_cluster, own_bench):
    own_cluster.add_worker("--nanny", DASK_DISTRIBUTED__WORKER__DAEMON="False")
    assert own_bench.do("good")[1].text == "good!"


def test_a_killed_worker_costs_one_attempt_that_another_makes_good(own_cluster, own_bench):
    doomed = own_cluster.add_worker()
    wait_until(lambda: own_bench.threads[-1:] == [1], "the first worker")
    task = own_bench.task("slow")
    future = own_bench.submit(task)
    child = own_bench.child()
    assert (own_bench.work / own_bench.started(task) / "beside.txt").exists()
    own_cluster.add_worker()
    wait_until(lambda: own_bench.threads[-1:] == [2], "the second worker")
    kill(doomed)
    with pytest.raises(BrokenExecutor, match="is gone"):
        future.result(timeout=60)
    wait_until(lambda: not is_running(child), "the end of the child")
    assert own_bench.left() == []
    assert own_bench.do("good")[1].text == "good!"
    wait_until(lambda: own_bench.threads[-1:] == [1], "what the cluster can do now")


def test_without_workers_it_says_so_and_goes_on_when_one_comes(own_cluster, own_bench):
    task = own_bench.task("good")
    future = own_bench.submit(task)
    file = progress_file(task.items[0].work)
    wait_until(lambda: file.exists() and "No worker is connected" in file.read_text(), "the word about it")
    assert own_cluster.address in file.read_text()
    assert not future.done()
    own_cluster.add_worker()
    (outcome,) = future.result(timeout=60)
    assert outcome.failure is None
    assert own_bench.left() == []


def test_what_waits_for_a_worker_can_be_stopped(own_cluster, own_bench):
    future = own_bench.submit(own_bench.task("slow"))
    wait_until(lambda: own_bench.left(), "its mark")
    future.cancel()
    wait_until(lambda: own_bench.left() == [], "an empty work folder")
    own_cluster.add_worker()
    assert own_bench.do("good")[1].text == "good!"
    assert not (own_bench.folder / "pid").exists()


def test_closing_stops_what_runs_there(cluster, tmp_path):
    bench = Bench(tmp_path, cluster.address)
    future = bench.submit(bench.task("slow"))
    child = bench.child()
    bench.executor.close()
    assert future.cancelled()
    # By itself it would end after a minute.
    wait_until(lambda: not is_running(child), "the end of the child", 30.0)
    with pytest.raises(ContractError):
        bench.submit(bench.task("good"))


@pytest.mark.logs_errors
def test_a_wait_of_dasks_that_runs_out_at_the_end_is_no_error(bench, caplog):
    def abandon(error: Exception) -> None:
        left = bench.executor._loop.create_future()
        left.set_exception(error)
        # Nobody else holds it: it is told of at once, and nothing that other tests left behind is.
        del left

    bench.executor.close()
    abandon(TimeoutError("Timeout"))
    assert not caplog.records
    abandon(OSError("something else"))
    assert [record.name for record in caplog.records] == ["asyncio"]


def test_a_scheduler_that_is_not_there_is_told_with_address_and_remedy(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster_module, "_CONNECT_SECONDS", 1.0)
    with kept_port() as port:
        address = f"tcp://127.0.0.1:{port}"
        with pytest.raises(ClusterError, match="python -m dask scheduler") as told:
            Bench(tmp_path, address)
    assert told.value.file == address
    with pytest.raises(ClusterError, match="can't be reached"):
        Bench(tmp_path / "other", "nonsense://x")


@pytest.mark.logs_errors
def test_a_lost_scheduler_costs_the_attempt_and_is_found_again(own_cluster, own_bench, monkeypatch):
    own_cluster.add_worker()
    future = own_bench.submit(own_bench.task("slow"))
    child = own_bench.child()
    kill(own_cluster.scheduler)
    with pytest.raises((OSError, BrokenExecutor)):
        future.result(timeout=60)
    wait_until(lambda: not is_running(child), "the end of the child")
    with monkeypatch.context() as patched:
        patched.setattr(cluster_module, "_CONNECT_SECONDS", 1.0)
        failure = own_bench.do("good")[0].failure
    assert "can't be reached" in failure.reason and failure.is_passing
    assert failure.file == own_cluster.address
    own_cluster.start_scheduler()
    own_cluster.add_worker()
    assert own_bench.do("good")[1].text == "good!"


def test_work_of_sources_stays_within_what_this_machine_can(bench):
    slow = bench.submit(bench.task("near slow", "near"))
    wait_until(lambda: list(bench.folder.glob("near-*")), "the first")
    quick = bench.submit(bench.task("near", "near"))
    assert wait([quick], timeout=1.0).not_done
    bench.executor.set_width("io", 2)
    assert quick.result(timeout=60)[0].failure is None
    assert not slow.done()
    slow.cancel()
