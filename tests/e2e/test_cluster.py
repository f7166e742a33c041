"""The sample's clips made by a cluster, one of whose two workers is killed while it renders."""

from __future__ import annotations

import asyncio
import hashlib
import json
import shutil
from pathlib import Path

import psutil
import pytest

from core.project import Configuration, Project
from core.stages import STAGES
from tests.cluster_kit import Cluster, kill, wait_until
from tests.e2e.conftest import SAMPLE_OPTIONS

ASPECTS = ("1:1",)


@pytest.fixture
def cluster(tmp_path):
    """Return a cluster of two workers that are ready."""
    made = Cluster(tmp_path / "cluster")
    try:
        workers = [made.add_worker(), made.add_worker()]
        for worker in workers:
            wait_until(lambda worker=worker: "Registered to" in made.said(worker), "the workers")
        yield made, workers
    finally:
        made.close()


@pytest.fixture
def shared(sample_run, tmp_path):
    """Return a copy of the sample's workspace as it was after its analysis, on a share with two names."""
    here, there = tmp_path / "here", tmp_path / "there"
    shutil.copytree(sample_run.finished, here / "workspace")
    there.symlink_to(here)
    for stage in STAGES:
        if stage.per != "source":
            shutil.rmtree(here / "workspace" / "artifacts" / stage.name)
    return here, there


def test_a_worker_killed_while_rendering_changes_nothing_in_the_files(sample_run, shared, cluster, sample_video):
    (here, there), (dask, workers) = shared, cluster
    workspace, out = here / "workspace", here / "out"
    arguments = ("--workspace", workspace, "--out", out, *SAMPLE_OPTIONS, "--aspects", ",".join(ASPECTS))
    away = ("--executor", "dask", "--scheduler", dask.address, "--map", f"{here}={there}")
    with sample_run.program.start("run", sample_video, *arguments, *away, "--json") as running:
        try:
            wait_until(lambda: renders_well(workspace) or running.poll() is not None, "rendering", 120)
            doomed = worker_at(workers, renders_well(workspace))
            kill(doomed)
            told, _ = running.communicate(timeout=240)
        finally:
            running.kill()
    summary = json.loads(told.splitlines()[-1])
    assert summary["ok"], summary["errors"]
    assert running.returncode == 0
    assert {name for name, stage in summary["stages"].items() if stage["is_reused"]} == {
        stage.name for stage in STAGES if stage.per == "source"
    }
    check_files(sample_run.ran.summary, summary)
    check_attempts(workspace, sample_run.program, summary["run_id"])
    assert list((workspace / "artifacts" / ".work").iterdir()) == []
    assert not [file for file in workspace.rglob("*.json") if str(there) in file.read_text()]


def renders_well(workspace: Path) -> str:
    """Return the address of a worker that is in the midst of a render, or nothing."""
    for claim in (workspace / "artifacts" / ".work").glob("render-*.claim"):
        try:
            told = json.loads(claim.with_suffix(".progress").read_text())
            address = claim.read_text()
        except (OSError, ValueError):
            continue
        if 0.1 < told["fraction"] < 0.8:
            return address
    return ""


def worker_at(workers, address: str):
    """Return the process that listens at an address."""
    port = int(address.rpartition(":")[2])
    (found,) = [
        worker
        for worker in workers
        for connection in psutil.Process(worker.pid).net_connections()
        if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
    ]
    return found


def check_files(local, clustered):
    """The same files came of it, to the byte."""

    def prints(summary):
        return {
            Path(file).name: hashlib.sha256(Path(file).read_bytes()).hexdigest()
            for output in summary["outputs"]
            for file in output["files"]
            if output["aspect"] in ASPECTS
        }

    assert [output["state"] for output in clustered["outputs"]] == ["rendered"] * 2
    assert prints(clustered) == prints(local)


def check_attempts(workspace, program, run_id):
    """One attempt at a render was lost, and the work was done on the cluster."""
    project = Project.look(workspace, Configuration(weights_folder=program.home))
    try:
        every = project.attempts(run_id)
    finally:
        asyncio.run(project.close())
    attempts = [each for each in every if each.stage == "render"]
    assert sorted(each.state for each in attempts) == ["completed", "completed", "lost"]
    # An artifact that was found before its worker said so was made by nobody in particular.
    workers = {each.worker.rpartition(":")[0] for each in every if each.worker}
    assert "tcp://127.0.0.1" in workers
