"""What every test shares: where real media and weights lie, and rules that make a leak or a warning a failure.

Warnings are errors and Qt warnings fail a test through `pyproject.toml`; here an ERROR in the log and a window
that outlives its test do. A test that means to log an error says so with `@pytest.mark.logs_errors`.

Examples that hypothesis draws are the same on every run, so that a change is judged by what it changed;
HYPOTHESIS_PROFILE=search (what `make soak` sets) draws new ones, and many more: `tests/slices.py`.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.app import set_surroundings

# Before Qt is loaded, as in the program: see there what a message while its libraries are loaded does.
set_surroundings()

from core import weights
from core.errors import WeightsError
from core.resources import resource
from tests.slices import IS_SEARCH

settings.register_profile("same", derandomize=True, max_examples=15, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
if IS_SEARCH:
    settings.load_profile("search")
else:
    settings.load_profile("same")
    # Of the modules that happen to be loaded it would read the sources, a thousand files, and draw what stands in
    # them: other examples in each order of the tests.
    _nothing = Constants()
    providers._get_local_constants = lambda: _nothing

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


# Where single tests take long. Begun first, they leave no process with one of them when the others are through.
LONG = ("e2e", "conformance")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put rooms of long tests first where tests are spread over processes."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.path.relative_to(ROOT / "tests").parts[0] not in LONG)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Tell a failure as it happens where tests run in several processes: a run that is cut off tells none else."""
    if report.failed and hasattr(report, "node"):
        print(f"\n{report.nodeid} failed ({report.when}):\n{report.longreprtext[-2000:]}", flush=True)


@pytest.fixture(scope="session")
def shared_media() -> Path:
    """Return the folder of real test media, or skip where it is absent."""
    folder = SHARED / "media"
    if not folder.is_dir():
        pytest.skip("real test media is not here (../shared/media)")
    return folder


@pytest.fixture(scope="session")
def weights_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the face model and nothing else, or skip where it can't be had.

    It is fetched once, into the checkout where git ignores it, or where SHORTLIST_WEIGHTS says. What other tests
    fetch there meanwhile would make a second run another work than the first; hence the folder of its own.
    """
    kept = Path(os.environ.get("SHORTLIST_WEIGHTS") or ROOT / ".cache" / "weights")
    try:
        model = weights.fetch(weights.FACE_MODEL, kept)
    except WeightsError as error:
        pytest.skip(f"the face model can't be had here: {error}")
    return Path(shutil.copy2(model, tmp_path_factory.mktemp("weights") / model.name)).parent


@pytest.fixture(scope="session")
def voice_model() -> Path:
    """Return the voice encoder's file, fetched once, or skip where it can't be had."""
    folder = Path(os.environ.get("SHORTLIST_WEIGHTS") or ROOT / ".cache" / "weights")
    try:
        return weights.fetch(weights.VOICE_MODEL, folder)
    except WeightsError as error:
        pytest.skip(f"the voice model can't be had here: {error}")


@pytest.fixture(scope="session")
def memorised_whisper() -> Path:
    """Return a small Whisper model that knows only the files of media/speech, or skip where it is absent."""
    folder = SHARED / "models" / "whisper-fixture-memorised"
    if not (folder / "model.bin").is_file():
        pytest.skip("the memorised Whisper model is not here (../shared/models)")
    return folder


@pytest.fixture(scope="session")
def sample_video() -> Path:
    """Return the bundled sample: two people talking, with exact captions beside it."""
    return resource("sample/sample.mp4")


@pytest.fixture(scope="session")
def short_talk(sample_video: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the first 21 seconds of the sample in small pictures, with captions: a run of it is soon through."""
    from tests.short_talk import cut

    return cut(sample_video, 0.0, 21.1, tmp_path_factory.mktemp("short talk") / "talk.mp4")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a disk of 16 MB, or skip where none can be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root on Linux")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    mounted = subprocess.run(mounting, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"a small disk can't be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


class _ErrorCollector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _errors_in_the_log_fail(request: pytest.FixtureRequest) -> Iterator[None]:
    collector = _ErrorCollector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if collector.records and request.node.get_closest_marker("logs_errors") is None:
        told = "\n".join(f"{record.name}: {record.getMessage()}" for record in collector.records)
        pytest.fail(f"errors were logged:\n{told}", pytrace=False)


@pytest.fixture(autouse=True)
def _turns_stay_usual() -> Iterator[None]:
    """Fail a test after which this process takes real time, as SVT-AV1 does for root: all else would stand."""
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getscheduler(0)
    yield
    if (after := os.sched_getscheduler(0)) != before:
        os.sched_setscheduler(0, before, os.sched_param(0))
        pytest.fail(f"an encoder was opened without usual_turns(): scheduling policy {after}", pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: object) -> None:
    """Let every test find the application with widgets: one made for painting alone bars it."""


@pytest.fixture(autouse=True)
def _windows_are_closed() -> Iterator[None]:
    """Fail a test that leaves a window open. Looks only where the test had loaded QtWidgets."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} {window.objectName()!r}" for window in left]
    for window in left:
        window.close()
    if names:
        pytest.fail(f"windows were left open: {', '.join(names)}", pytrace=False)
