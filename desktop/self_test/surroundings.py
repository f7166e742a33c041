"""What the program stands on: Qt's way to the screen, keys, models, the database, processes of its own."""

from __future__ import annotations

import asyncio
import platform
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from core import __version__
from core.resources import is_frozen
from desktop import checks
from desktop.checks import Finding
from desktop.opening import has_display
from desktop.self_test.bench import START_SECONDS, Bench, last_words, run

WINDOW_MARK = "window on "
_ANSWER_SECONDS = 4.0
# What libraries for X11 are called on Debian: without them Qt can't open a window there.
_QT_FIX = (
    "On Debian and Ubuntu: apt install libegl1 libgl1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
    " libxkbcommon-x11-0"
)


def program(bench: Bench) -> Iterator[Finding]:
    """Tell which program this is, and where."""
    how = "installed program" if is_frozen() else "from source"
    found = f"Shortlist {__version__}, {how}, Python {platform.python_version()}, {platform.platform(terse=True)}"
    yield Finding("program", "ok", found)
    yield Finding("place", "ok", str(Path(sys.executable).parent if is_frozen() else Path.cwd()))


def window(bench: Bench) -> Iterator[Finding]:
    """Open a small window for a moment, in a process of its own: without a way to a screen, Qt aborts."""
    if not has_display():
        yield Finding("window", "note", "no display here: not tried", "Everything else works without one.")
        return
    try:
        done = run(bench, ["self-test", "--window"], START_SECONDS)
    except subprocess.TimeoutExpired:
        yield Finding("window", "problem", "Qt did not open one in time", _QT_FIX)
        return
    told = next((line for line in done.stdout.splitlines() if line.startswith(WINDOW_MARK)), "")
    if done.returncode == 0 and told:
        yield Finding("window", "ok", told.removeprefix(WINDOW_MARK))
    else:
        yield Finding("window", "problem", f"Qt can't open one: {last_words(done)}", _QT_FIX)


def open_window() -> int:
    """Open the card of the start, as the window would, and say where: the other end of `window`."""
    from PySide6.QtGui import QGuiApplication

    from desktop.opening import close_card, show_card

    show_card()
    screen = QGuiApplication.primaryScreen().geometry()
    print(f"{WINDOW_MARK}{QGuiApplication.platformName()}, {screen.width()} × {screen.height()}")
    close_card()
    return 0


def machine(bench: Bench) -> Iterator[Finding]:
    """Look at codecs (a second is encoded and read back), the face detector, fonts, as `doctor` does."""
    for check in (checks.decoders, checks.encoders, lambda: checks.faces(bench.weights), checks.fonts):
        yield from check()


def keys(bench: Bench) -> Iterator[Finding]:
    """Encrypt a key and read it again, as it is done where there is no keyring; the user's own are not touched."""
    from cryptography.fernet import Fernet

    secret = Fernet(Fernet.generate_key())
    if secret.decrypt(secret.encrypt(b"Shortlist")) != b"Shortlist":
        yield Finding("keys", "problem", "what was encrypted can't be read again", "Install Shortlist again.")
        return
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.get_password("Shortlist", "self-test")
    except KeyringError:
        yield Finding("keys", "note", "no keyring on this system: keys are kept in an encrypted file")
    else:
        yield Finding("keys", "ok", "the system's keyring answers; an encrypted file works too")


def models(bench: Bench) -> Iterator[Finding]:
    """Tell which models are here, whether others could be kept, and whether they could be fetched."""
    from core.weights import FACE_MODEL, manifest, status

    folder = bench.weights
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        fix = "Choose another folder in Settings › Models, or change its permissions."
        # Models that somebody else keeps for everybody are of use all the same.
        level: Literal["note", "problem"] = (
            "note" if any(each.is_present for each in status(folder)) else "problem"
        )
        yield Finding("models", level, f"{folder} can't be written ({error.strerror})", fix)
    else:
        yield Finding("models", "ok", f"{folder} can be written")
    here = [each.title for each in status(folder) if each.is_present]
    yield Finding("models here", "ok" if here else "note", ", ".join(here) or "none yet; a draft is made without")
    if bench.settings.is_offline:
        yield Finding("network", "ok", "downloads are switched off in the settings: nothing is asked")
        return
    face = next(each for each in manifest() if each.name == FACE_MODEL)
    host = urlsplit(next(source.url for file in face.files for source in file.sources if source.url)).hostname
    if _answers(str(host)):
        yield Finding("network", "ok", f"{host} answers: models can be fetched")
    else:
        fix = "Where there is no network: main.py models import FOLDER. Captions beside a video need no model."
        yield Finding("network", "note", f"{host} does not answer: models can't be fetched now", fix)


def _answers(host: str) -> bool:
    """Whether a host can be connected to within a moment, its name looked up included; nothing is sent."""
    heard = threading.Event()

    def call() -> None:
        try:
            with socket.create_connection((host, 443), timeout=_ANSWER_SECONDS):
                heard.set()
        except OSError:
            return

    caller = threading.Thread(target=call, daemon=True)
    caller.start()
    caller.join(_ANSWER_SECONDS)
    return heard.is_set()


def database(bench: Bench) -> Iterator[Finding]:
    """Make a workspace and examine its records."""
    from core.pipeline.records.connection import examine
    from core.project import Project
    from desktop.settings import configuration

    folder = bench.folder / "database"

    async def make() -> None:
        project = await Project.open(folder, configuration(bench.settings), program="the self-test")
        await project.close()

    asyncio.run(make())
    problem = examine(folder / "workspace.sqlite")
    if problem:
        yield Finding("database", "problem", problem, "Install Shortlist again.")
    else:
        yield Finding("database", "ok", "a workspace was made and its records examined")


def worker(bench: Bench) -> Iterator[Finding]:
    """Start a worker process as the queue does, give it something to do, and take the answer."""
    from core.fitting import FIT_RANKER, REGISTRY
    from core.pipeline.artifact import ArtifactStore
    from core.pipeline.errand import run_errand
    from core.pipeline.pool import ProcessExecutor
    from core.schema.learning import Examples, Ranker

    executor = ProcessExecutor({"io": 1})
    artifacts = ArtifactStore(bench.folder / "worker" / "artifacts")
    try:
        made = asyncio.run(
            run_errand(executor, artifacts, bench.weights, REGISTRY, FIT_RANKER, Examples(), Ranker)
        )
    finally:
        executor.close()
    yield Finding("worker", "ok" if made.reason else "problem", "a process was started, answered and was ended")
