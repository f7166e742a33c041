"""`main.py fetch`, `feed`, `watch` and `run https://…` against a local site and a folder."""

from __future__ import annotations

import argparse
import asyncio
import json
from pathlib import Path

import pytest

from core.pipeline.records.store import Store
from core.watching import Watch
from desktop.cli import main
from desktop.commands import run, watch
from desktop.progress import Progress
from desktop.report import Report
from tests.core.fetch.conftest import site
from tests.core.fetch.podcast import feed_of
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound

__all__ = ["site"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def given(command, *arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.COMMAND.add_arguments(parser)
    return parser.parse_args(arguments)


def test_a_podcast_is_listed_and_its_newest_episode_taken_once(site, tmp_path, capsys):
    site.pages["/feed.xml"] = ("application/rss+xml", feed_of(site.url, 3))
    site.pages["/3.mp4"] = site.pages["/talk.mp4"]
    where = [f"{site.url}/feed.xml", "--workspace", str(tmp_path / "ws"), "--allow-private"]
    assert main(["feed", *where, "--newest", "1", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-1]["ok"] and Path(lines[-1]["files"][0]).is_file()
    assert lines[-2]["event"] == "fetch" and lines[-2]["state"] == "fetched"
    store = Store(tmp_path / "ws" / "workspace.sqlite")
    assert [each.page for each in store.sources()] == [f"{site.url}/3.mp4"]
    store.close()
    assert main(["feed", *where, "--newest", "1"]) == 0
    assert "Nothing new" in capsys.readouterr().out
    assert main(["feed", *where, "--list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[0] == "Long talks: 3 episodes" and listed[1].startswith("✓   1  2026-01-03")


def test_private_addresses_are_refused_unless_they_are_allowed(site, tmp_path, capsys):
    assert main(["fetch", f"{site.url}/talk.mp4", "--workspace", str(tmp_path / "ws")]) == 1
    told = capsys.readouterr().err
    assert "private network" in told and "--allow-private" in told and not site.requests


def test_an_address_is_run_like_a_file(tmp_path, monkeypatch):
    use_instant_stages(monkeypatch)
    sound = write_sound(tmp_path / "talk.wav", 7)
    report = Report()

    async def work() -> str:
        project = await open_instant(tmp_path / "ws", ThreadExecutor())
        try:

            async def fetched(url: str, cookies: object) -> object:
                source = await project.import_source(sound, "http://x/page", "Ada")
                return argparse.Namespace(file=sound, source_id=source.id)

            monkeypatch.setattr(project.downloads, "fetch", fetched)
            await run.one(project, "http://x/talk", given(run, "http://x/talk", "--ignore-space"), report)
            return project.sources()[0].page
        finally:
            await project.close()

    assert asyncio.run(work()) == "http://x/page"
    assert len(report.runs) == 1 and report.runs[0]["source"] == str(sound)


def test_a_watched_folder_makes_one_run_of_each_content(tmp_path, monkeypatch, capsys):
    use_instant_stages(monkeypatch)
    monkeypatch.setattr(watch, "_LOOK_SECONDS", 0.01)
    folder = tmp_path / "arriving"
    folder.mkdir()
    for name, number in (("one.wav", 1), ("two.wav", 2), ("again.wav", 1)):
        write_sound(folder / name, number)
    (folder / "broken.mp4").write_bytes(b"no video")

    async def work() -> tuple[int, bool]:
        project = await open_instant(tmp_path / "ws", ThreadExecutor())
        try:
            arguments = given(watch, str(folder), "--once", "--ignore-space")
            intake = watch._Intake(project, arguments, Progress(is_json=False))
            await intake.watch(Watch(folder, 0.0))
            return len(project.runs()), intake.has_failed
        finally:
            await project.close()

    runs, has_failed = asyncio.run(work())
    assert runs == 2 and has_failed
    assert "broken.mp4" in capsys.readouterr().err
    assert asyncio.run(work())[0] == 2, "what was taken at an earlier start was taken again"


@pytest.mark.parametrize(
    ("arguments", "status"), [(["absent"], 1), ([".", "--settle", "-1"], 2), ([".", "--top", "0"], 2)]
)
def test_what_can_not_be_watched_is_refused(arguments, status, tmp_path, capsys):
    assert main(["watch", *arguments, "--workspace", str(tmp_path / "ws")]) == status
    assert capsys.readouterr().err.startswith("error: ")
