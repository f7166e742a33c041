"""The program's look at itself: what is broken is found, named, and makes it fail; nothing stops the rest."""

from __future__ import annotations

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from core import resources
from desktop import cli, self_test
from desktop.checks import Finding
from desktop.self_test import bundled, clip, libraries, reach, surroundings
from desktop.self_test.bench import Bench
from desktop.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path, Settings(is_offline=True), tmp_path / "weights")


def problems(findings: list[Finding]) -> list[str]:
    return [finding.what for finding in findings if finding.level == "problem"]


def test_every_library_of_the_program_is_tried() -> None:
    """A new dependency needs a line in the list: it may lose its data when it is frozen."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {line.split(">")[0].split("=")[0].strip().lower() for line in project["dependencies"]}
    tried = {module.partition(".")[0] for library in libraries.LIBRARIES for module in library.modules}
    of_module = importlib.metadata.packages_distributions()
    covered = {name.lower() for module in tried for name in of_module.get(module, ())}
    missing = {name for name in wanted - covered if not name.startswith("pyside6-")}
    # Pure Python without data of its own, loaded by every start of every command.
    assert missing == {"platformdirs", "rich"}


def test_a_library_that_is_gone_is_named(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise OSError("its data is not there")

    some = (
        libraries.Library(("json",), "fine", lambda: "2"),
        libraries.Library(("no_such_library_here",), "does much"),
        libraries.Library(("csv",), "has data", broken),
    )
    monkeypatch.setattr(libraries, "LIBRARIES", some)
    found = list(libraries.libraries(bench))
    assert [finding.level for finding in found] == ["ok", "problem", "problem"]
    assert found[0].found == "fine: 2"
    assert "No module named 'no_such_library_here'" in found[1].found and found[1].fix
    assert "its data is not there" in found[2].found


def test_what_lies_beside_the_program_is_whole(bench: Bench) -> None:
    found = list(bundled.resources(bench))
    assert len(found) == 7 and not problems(found), found


def test_a_damaged_file_beside_the_program_is_found(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inside" / "resources" / "sheet").mkdir(parents=True)
    (tmp_path / "inside" / "resources" / "sheet" / "sheet.html").write_text("<html>", encoding="utf-8")
    monkeypatch.setattr(resources, "_root", lambda: tmp_path / "inside")
    found = list(bundled.resources(bench))
    assert {"translations", "user guide", "signs", "contact sheet"} <= set(problems(found))


def test_a_page_or_picture_of_the_guide_that_is_gone_is_named(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(resources.guide("en").parent, tmp_path / "docs" / "guide")
    (tmp_path / "resources").symlink_to(resources.resource(""))
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    assert "user guide" not in problems(list(bundled.resources(bench)))
    for gone in ("de/pictures/jobs.png", "de/night.md", "en/night.md"):
        (tmp_path / "docs" / "guide" / gone).unlink()
        told = next(each for each in bundled.resources(bench) if each.what == "user guide")
        assert told.level == "problem" and gone in told.found


def test_fetching_and_publishing_work_without_a_network(bench: Bench) -> None:
    found = [*reach.fetching(bench), *reach.publishing(bench), *reach.local_api(bench)]
    assert not problems(found), found
    assert [finding.what for finding in found] == [
        "fetching",
        "publishing: folder",
        "publishing: storage",
        "publishing: webhook",
        "local API",
    ]
    assert not list((bench.folder / "published").iterdir())


def test_a_storage_that_refuses_is_a_problem(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.publish.destinations import s3

    monkeypatch.setattr(s3, "CONNECT_TIMEOUT_SECONDS", 1)
    (bench.folder / "published").write_text("a file is in the way", encoding="utf-8")
    monkeypatch.setattr(self_test, "_CHECKS", (("publishing", reach.publishing),))
    (found,) = self_test.findings(bench)
    assert found.level == "problem" and "FileExistsError" in found.found and found.fix


def test_a_worker_answers_and_a_database_is_made(bench: Bench) -> None:
    found = [*surroundings.worker(bench), *surroundings.database(bench)]
    assert [finding.level for finding in found] == ["ok", "ok"], found


def test_models_that_can_not_be_kept_are_a_problem(bench: Bench) -> None:
    bench.weights.write_text("a file is in the way", encoding="utf-8")
    found = {finding.what: finding for finding in surroundings.models(bench)}
    assert found["models"].level == "problem" and str(bench.weights) in found["models"].found
    assert found["network"].level == "ok", "who works offline is not told of a missing network"


def test_without_a_network_it_goes_on(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    online = Bench(bench.folder, Settings(), bench.weights)
    monkeypatch.setattr(surroundings, "_answers", lambda host: False)
    found = {finding.what: finding for finding in surroundings.models(online)}
    assert found["network"].level == "note" and "import" in found["network"].fix
    assert not problems(list(found.values()))


def test_a_clip_that_is_not_made_is_a_problem(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, "transcode  completed\n", "error: no encoder\n")

    monkeypatch.setattr(clip, "run", failed)
    (found,) = clip.clip(bench)
    assert found.level == "problem" and "no encoder" in found.found


def test_one_check_that_crashes_stops_no_other(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def crashes(bench: Bench) -> list[Finding]:
        raise RuntimeError("lost its way")

    monkeypatch.setattr(
        self_test, "_CHECKS", (("first", crashes), ("second", lambda bench: [Finding("second", "ok", "fine")]))
    )
    found = list(self_test.findings(bench))
    assert [(finding.what, finding.level) for finding in found] == [("first", "problem"), ("second", "ok")]
    assert "lost its way" in found[0].found


def test_a_check_that_takes_its_process_along_is_told_as_a_problem(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def died(*_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], -11, "", "Fatal Python error: Segmentation fault\n")

    monkeypatch.setattr(self_test, "run", died)
    (found,) = self_test.apart(bench, "machine")
    assert found.level == "problem" and "-11" in found.found and "Segmentation fault" in found.found

    def well(_: Bench, arguments: list[str], *__: object) -> subprocess.CompletedProcess[str]:
        told = {"ok": True, "findings": [{"what": arguments[2], "level": "ok", "found": "fine", "fix": ""}]}
        return subprocess.CompletedProcess([], 0, json.dumps(told), "")

    monkeypatch.setattr(self_test, "run", well)
    assert self_test.apart(bench, "machine") == [Finding("machine", "ok", "fine")]


@pytest.mark.parametrize("level", ["ok", "problem"])
def test_the_exit_status_and_the_list_say_how_it_went(
    level: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))
    finding = Finding("thing", level, "as found", "do this" if level == "problem" else "")  # type: ignore[arg-type]
    monkeypatch.setattr(self_test, "_CHECKS", (("thing", lambda bench: [finding]),))
    kept = tmp_path / "kept.txt"
    assert cli.is_command(["--self-test"])
    status = cli.main(["--self-test", "--out", str(kept)])
    told = capsys.readouterr().out
    assert status == (level == "problem")
    assert told == kept.read_text(encoding="utf-8")
    assert ("→ do this" in told) is (level == "problem")
    assert cli.main(["self-test", "--json"]) == status
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is (status == 0) and document["findings"][0]["found"] == "as found"


def test_it_opens_a_window_as_the_program_does(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (found,) = surroundings.window(bench)
    assert found.level == "ok" and found.found.startswith("offscreen, "), found


def test_a_window_that_does_not_open_is_a_problem(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its libraries Qt aborts the process that asks it for a window."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    aborted = subprocess.CompletedProcess([], -6, "", "This application failed to start.\n")
    monkeypatch.setattr(surroundings, "run", lambda *_: aborted)
    (found,) = surroundings.window(bench)
    assert found.level == "problem" and "failed to start" in found.found and "apt install" in found.fix


@pytest.mark.soak
def test_the_whole_of_it_passes_here(tmp_path: Path) -> None:
    environment = os.environ | {"SHORTLIST_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "main.py", "--self-test"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FAIL" not in done.stdout and done.stdout.endswith("Shortlist works.\n")
