"""The models dialog as a person uses it, over the real shelf: a small model from a server that can be slow."""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QWidget
from window_kit import click, find, opened, until

sys.path.insert(0, str(Path(__file__).parents[1] / "core" / "models"))

from model_kit import put_model

from core import weights
from core.download import RemoteFile, Source
from core.pipeline.events import WeightsProgressed
from core.shelf import ModelShelf, Place
from ui.main_window import MainWindow

_HALF = 2_000_000


class SlowHub(ThreadingHTTPServer):
    """Serves files; of model.bin only the first half until it `may_end`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.folder = folder
        self.may_end = threading.Event()
        self.asked: list[tuple[str, str]] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that hangs up is what is tested."""


class _Answer(BaseHTTPRequestHandler):
    server: SlowHub

    def do_GET(self) -> None:
        name = self.path.rsplit("/", 1)[-1]
        wanted = self.headers.get("Range", "")
        self.server.asked.append((name, wanted))
        start = int(wanted.removeprefix("bytes=").rstrip("-") or 0) if wanted else 0
        body = (self.server.folder / name).read_bytes()
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        if name == "model.bin" and not self.server.may_end.is_set():
            self.wfile.write(body[start:_HALF])
            self.wfile.flush()
            # Little by little: a reader that was stopped notices it with the next piece.
            for at in range(max(start, _HALF), len(body) - 300_000, 10_000):
                if self.server.may_end.wait(0.02):
                    break
                self.wfile.write(body[at : at + 10_000])
            return
        self.wfile.write(body[start:])

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowHub]:
    """Return a server of the one model of the manifest, `small`, of 6 MB."""
    folder = put_model(tmp_path / "hub", weight=bytes(range(250)) * 24_000)
    files = tuple(
        RemoteFile(
            name=name,
            size_bytes=(folder / name).stat().st_size,
            sha256=hashlib.sha256((folder / name).read_bytes()).hexdigest(),
            sources=(Source(url=f"https://hub.invalid/{name}"),),
        )
        for name in ("config.json", "tokenizer.json", "vocabulary.json", "model.bin")
    )
    small = weights.Weights(
        name="small", title="Whisper small", about="good", kind="whisper", licence="MIT", rank=1, files=files
    )
    large = small.model_copy(update={"name": "large-v3", "title": "Whisper large"})
    monkeypatch.setattr(weights, "manifest", lambda: (small, large))
    with SlowHub(folder) as serving:
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield serving
        serving.may_end.set()
        serving.shutdown()
        thread.join()


@pytest.fixture
def shelved(project: FakeProject, hub: SlowHub, tmp_path: Path) -> FakeProject:
    """Return a project with the real shelf, whose models come from that server."""
    place = Place(tmp_path / "models", mirror=f"http://127.0.0.1:{hub.server_address[1]}")
    project.shelf = ModelShelf(
        place, lambda name, fraction, message: project.tell(WeightsProgressed(name, fraction, message))
    )
    return project


def _open(window: MainWindow) -> QDialog:
    window.actions_by_name["models"].trigger()
    return find(window, QDialog, "modelsDialog")


def _state(dialog: QWidget, name: str) -> str:
    shown = dialog.findChild(QLabel, f"state_{name}")
    # Made with its words, and shown with the next turn.
    return shown.text() if shown and shown.isVisible() else ""


def _said(dialog: QWidget) -> str:
    return find(dialog, QLabel, "modelsSaid").text()


async def test_a_model_is_fetched_paused_continued_and_removed(
    shelved: FakeProject, memory: QSettings, hub: SlowHub, tmp_path: Path
) -> None:
    async with opened(shelved, memory, has_panels=False) as window:
        dialog = _open(window)
        await until(lambda: _state(dialog, "small") == "Not on this computer")
        click(find(dialog, QPushButton, "fetch_small"))
        await until(lambda: "of 6.0 MB" in _state(dialog, "small") and not _state(dialog, "small").startswith("0"))
        click(find(dialog, QPushButton, "stop_small"))
        await until(lambda: "fetched so far" in _state(dialog, "small"))
        again = find(dialog, QPushButton, "fetch_small")
        assert again.text() == "Continue" and again.accessibleName() == "Fetch Whisper small"
        part = tmp_path / "models" / "whisper" / "small.part" / "model.bin.part"
        assert part.stat().st_size >= 1_000_000
        hub.may_end.set()
        click(again)
        await until(lambda: "On this computer" in _state(dialog, "small"))
        assert "Taken by itself" in _state(dialog, "small") and "estimate" in _state(dialog, "small")
        name, wanted = hub.asked[-1]
        assert name == "model.bin" and int(wanted.removeprefix("bytes=").rstrip("-")) >= 1_000_000
        remove = find(dialog, QPushButton, "remove_small")
        remove.setFocus()
        QTest.keyClick(remove, Qt.Key.Key_Space)
        await until(lambda: window.findChild(QPushButton, "confirmRemove") is not None)
        click(find(window, QPushButton, "confirmRemove"))
        await until(lambda: _state(dialog, "small") == "Not on this computer")
        assert _said(dialog) == "small was removed." and not (tmp_path / "models" / "whisper" / "small").exists()
        dialog.reject()


async def test_downloads_wait_for_each_other_and_a_cancelled_one_leaves_nothing(
    shelved: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    async with opened(shelved, memory, has_panels=False) as window:
        dialog = _open(window)
        await until(lambda: _state(dialog, "small") == "Not on this computer")
        click(find(dialog, QPushButton, "fetch_small"))
        await until(lambda: "of 6.0 MB" in _state(dialog, "small"))
        click(find(dialog, QPushButton, "fetch_large-v3"))
        assert _state(dialog, "large-v3") == "Waiting for its turn"
        click(find(dialog, QPushButton, "discard_small"))
        await until(lambda: not (tmp_path / "models" / "whisper" / "small.part").exists())
        await until(lambda: _state(dialog, "small") == "Not on this computer")
        await until(lambda: "of 6.0 MB" in _state(dialog, "large-v3"))
        click(find(dialog, QPushButton, "stop_large-v3"))
        await until(lambda: "fetched so far" in _state(dialog, "large-v3"))
        dialog.reject()


async def test_a_failure_is_told_in_the_dialog(shelved: FakeProject, memory: QSettings) -> None:
    assert shelved.shelf is not None
    shelved.shelf.place = Place(shelved.shelf.place.folder, is_offline=True)
    async with opened(shelved, memory, has_panels=False) as window:
        dialog = _open(window)
        await until(lambda: _state(dialog, "small") == "Not on this computer")
        click(find(dialog, QPushButton, "fetch_small"))
        await until(lambda: "downloads are switched off" in _said(dialog))
        await until(lambda: find(dialog, QPushButton, "fetch_small").isVisible())
        shelved.shelf.place = Place(shelved.shelf.place.folder / "unplugged", is_custom=True)
        dialog.reject()
        await until(lambda: window.findChild(QDialog, "modelsDialog") is None)
        again = _open(window)
        await until(lambda: "is not there" in find(again, QLabel, "modelsProblem").text())
        again.reject()


async def test_a_model_is_imported_from_a_chosen_folder_and_copied_to_another(
    shelved: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    put_model(tmp_path / "stick" / "my-own")
    (put_model(tmp_path / "stick" / "half") / "model.bin").unlink()
    (tmp_path / "out").mkdir()
    async with opened(shelved, memory, has_panels=False) as window:
        dialog = _open(window)
        await until(lambda: _state(dialog, "small") != "")
        click(find(dialog, QPushButton, "importModels"))
        chooser = find(window, QFileDialog, "importModelsFrom")
        chooser.fileSelected.emit(str(tmp_path / "stick"))
        chooser.reject()
        await until(lambda: window.findChild(QDialog, "foundModels") is not None)
        asked = find(window, QDialog, "foundModels")
        words = "\n".join(part.text() for part in asked.findChildren(QLabel))
        assert "my-own" in words and "model.bin is missing or empty" in words
        click(find(asked, QPushButton, "copyFound"))
        await until(lambda: "On this computer" in _state(dialog, "my-own"))
        assert "my-own: an unknown model" in _said(dialog)
        click(find(dialog, QPushButton, "export_my-own"))
        chooser = find(window, QFileDialog, "exportModelTo")
        chooser.fileSelected.emit(str(tmp_path / "out"))
        chooser.reject()
        await until(lambda: (tmp_path / "out" / "whisper" / "my-own" / "model.bin").is_file())
        await until(lambda: "Copied to" in _said(dialog))
        click(find(dialog, QPushButton, "importModels"))
        chooser = find(window, QFileDialog, "importModelsFrom")
        (tmp_path / "nothing").mkdir()
        chooser.fileSelected.emit(str(tmp_path / "nothing"))
        chooser.reject()
        await until(lambda: "no model in this folder" in _said(dialog))
        dialog.reject()
