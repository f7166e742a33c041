"""Weights against a local HTTP server that breaks lines, lies, moves and refuses."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import re
import sys
import threading
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock

from core import download, weights
from core.download import RemoteFile, Source
from core.errors import Cancelled, WeightsError
from core.resources import resource

BODY = random.Random(7).randbytes(1_500_000)


class WeightsServer(ThreadingHTTPServer):
    """Serves `files` with Range support.

    `break_after` bytes of a path's next answers are sent before the line is cut, one entry an answer.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}
        self.redirects: dict[str, str] = {}
        self.break_after: dict[str, list[int]] = {}
        self.ignores_range = False
        self.requests: list[tuple[str, str]] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that hang up in the middle are what is tested."""

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: WeightsServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "")
        self.server.requests.append((self.path, wanted))
        if self.path in self.server.redirects:
            self.send_response(302)
            self.send_header("Location", self.server.redirects[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = self.server.files.get(self.path)
        if body is None:
            self.send_error(404)
            return
        start = 0 if self.server.ignores_range or not wanted else int(wanted.removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        self.send_header("Content-Length", str(len(body) - start))
        if body.startswith(b"{"):
            self.send_header("Content-Type", "application/vnd.pypi.simple.v1+json")
        self.end_headers()
        breaks = self.server.break_after.get(self.path)
        if breaks:
            self.wfile.write(body[start : start + breaks.pop(0)])
            self.close_connection = True
            return
        self.wfile.write(body[start:])

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[WeightsServer]:
    with WeightsServer() as serving:
        thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


@pytest.fixture
def remote(server: WeightsServer) -> Callable[..., RemoteFile]:
    """Make a `RemoteFile` of BODY whose sources are the given paths on the server."""

    def make(*paths: str, name: str = "face.tflite", body: bytes = BODY) -> RemoteFile:
        return RemoteFile(
            name=name,
            size_bytes=len(body),
            sha256=hashlib.sha256(body).hexdigest(),
            sources=tuple(Source(url=server.url(path)) for path in paths),
        )

    return make


def refuse_to_go_on(fraction: float, message: str = "") -> None:
    if fraction > 0.4:
        raise Cancelled("stopped by the user")


def nothing(fraction: float, message: str = "") -> None:
    pass


def test_download_is_verified_and_tells_progress(server, remote, tmp_path):
    server.files["/a"] = BODY
    told: list[float] = []
    download.download(remote("/a"), tmp_path / "face.tflite", lambda fraction, _message: told.append(fraction))
    assert (tmp_path / "face.tflite").read_bytes() == BODY
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 3
    assert [path.name for path in tmp_path.iterdir()] == ["face.tflite"]


def test_a_broken_line_is_joined_where_it_broke(server, remote, tmp_path):
    server.files["/a"] = BODY
    server.break_after["/a"] = [600_000, 300_000]
    download.download(remote("/a"), tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY
    starts = [int(re.sub(r"\D", "", wanted) or 0) for _path, wanted in server.requests]
    assert starts[0] == 0 and 0 < starts[1] <= 600_000 and starts[1] < starts[2] <= 900_000


def test_cancel_keeps_the_part_and_the_next_call_continues(server, remote, tmp_path):
    server.files["/a"] = BODY
    with pytest.raises(Cancelled):
        download.download(remote("/a"), tmp_path / "f", refuse_to_go_on)
    part = tmp_path / "f.part"
    kept = part.stat().st_size
    assert 0 < kept < len(BODY) and not (tmp_path / "f").exists()
    download.download(remote("/a"), tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY and not part.exists()
    assert server.requests[-1][1] == f"bytes={kept}-"


def test_a_server_without_ranges_sends_all_again(server, remote, tmp_path):
    server.files["/a"] = BODY
    server.ignores_range = True
    (tmp_path / "f.part").write_bytes(BODY[:1000])
    download.download(remote("/a"), tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY


def test_a_spoilt_part_is_dropped_and_fetched_again(server, remote, tmp_path):
    server.files["/a"] = BODY
    (tmp_path / "f.part").write_bytes(b"x" * 1000)
    download.download(remote("/a"), tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY


@pytest.mark.parametrize(
    "lie", [BODY[:-1] + b"\x00", BODY[:1000], BODY + b"more", b""], ids=["changed", "short", "long", "empty"]
)
def test_a_wrong_file_is_refused_and_the_next_source_asked(lie, server, remote, tmp_path):
    server.files["/lie"] = lie
    with pytest.raises(WeightsError, match=r"(not|larger than) the one expected"):
        download.download(remote("/lie"), tmp_path / "f", nothing)
    assert list(tmp_path.glob("*")) in ([], [tmp_path / "f.part"])
    server.files["/true"] = BODY
    download.download(remote("/lie", "/true"), tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY


def test_missing_there_means_next_source_and_all_are_named(server, remote, tmp_path):
    server.files["/here"] = BODY
    download.download(remote("/gone", "/here"), tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY
    with pytest.raises(WeightsError) as caught:
        download.download(remote("/gone", "/lost"), tmp_path / "g", nothing)
    assert "/gone" in caught.value.reason and "/lost" in caught.value.reason and "404" in caught.value.reason
    assert caught.value.file == "face.tflite" and caught.value.remedy


def test_an_unreachable_host_is_left_for_the_next_source(server, tmp_path):
    server.files["/here"] = BODY
    file = RemoteFile(
        name="face.tflite",
        size_bytes=len(BODY),
        sha256=hashlib.sha256(BODY).hexdigest(),
        sources=(
            Source(url="http://weights.invalid/face.tflite"),
            Source(url="http://127.0.0.1:9/face.tflite"),
            Source(url=server.url("/here")),
        ),
    )
    download.download(file, tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY


def test_redirects_are_followed_with_the_range(server, remote, tmp_path):
    server.files["/cdn"] = BODY
    server.redirects["/hub"] = server.url("/cdn")
    (tmp_path / "f.part").write_bytes(BODY[:5000])
    download.download(remote("/hub"), tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY
    assert server.requests[-1] == ("/cdn", "bytes=5000-")


def test_a_folder_that_can_not_be_written_is_told(server, remote, tmp_path):
    server.files["/a"] = BODY
    with pytest.raises(WeightsError, match="could not be written") as caught:
        download.download(remote("/a"), tmp_path / "absent" / "f", nothing)
    assert "absent" in caught.value.file


def wheel_with(member: str, body: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member, body)
    return buffer.getvalue()


def test_a_member_of_a_wheel_is_had_from_the_index_without_pip(server, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    wheel = wheel_with("old/face.tflite", BODY)
    names = [
        "old-2.0-py3-none-any.whl",
        "old-1.0-cp311-cp311-win_amd64.whl",
        "old-1.0-py3-none-any.whl",
        "old-1.0.tar.gz",
    ]
    listing = {"files": [{"filename": name, "url": f"../files/{name}", "size": len(wheel)} for name in names]}
    server.files["/simple/old/"] = json.dumps(listing).encode()
    server.files["/simple/files/old-1.0-cp311-cp311-win_amd64.whl"] = wheel
    file = RemoteFile(
        name="face.tflite",
        size_bytes=len(BODY),
        sha256=hashlib.sha256(BODY).hexdigest(),
        sources=(Source(wheel="old==1.0", member="old/face.tflite"),),
    )
    download.download(file, tmp_path / "f", nothing, index_url=server.url("/simple"))
    assert (tmp_path / "f").read_bytes() == BODY

    links = "".join(f'<a href="../files/{name}#sha256=00">{name}</a>' for name in names)
    server.files["/mirror/old/"] = f"<!DOCTYPE html><html><body>{links}</body></html>".encode()
    server.files["/mirror/files/old-1.0-cp311-cp311-win_amd64.whl"] = wheel
    download.download(file, tmp_path / "e", nothing, index_url=server.url("/mirror"))
    assert (tmp_path / "e").read_bytes() == BODY

    absent = file.model_copy(update={"sources": (Source(wheel="old==3.0", member="old/face.tflite"),)})
    with pytest.raises(WeightsError, match=r"no wheel of old==3\.0"):
        download.download(absent, tmp_path / "g", nothing, index_url=server.url("/simple"))
    other = file.model_copy(update={"sources": (Source(wheel="old==1.0", member="old/else"),)})
    with pytest.raises(WeightsError, match="does not hold it"):
        download.download(other, tmp_path / "h", nothing, index_url=server.url("/simple"))
    with pytest.raises(WeightsError, match="package index could not be asked"):
        download.download(file, tmp_path / "i", nothing, index_url=server.url("/nowhere"))


def test_pip_gets_the_wheel_and_its_refusal_is_told(tmp_path, monkeypatch):
    wheel = wheel_with("old/face.tflite", BODY)
    with zipfile.ZipFile(tmp_path / "old-1.0-py3-none-any.whl", "w") as archive:
        archive.writestr("old/face.tflite", BODY)
        archive.writestr("old-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: old\nVersion: 1.0\n")
        archive.writestr("old-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr("old-1.0.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    file = RemoteFile(
        name="face.tflite",
        size_bytes=len(BODY),
        sha256=hashlib.sha256(BODY).hexdigest(),
        sources=(Source(wheel="old==1.0", member="old/face.tflite"),),
    )
    download.download(file, tmp_path / "f", nothing)
    assert (tmp_path / "f").read_bytes() == BODY and len(wheel) > len(BODY)

    def stop_in_pip(fraction: float, message: str = "") -> None:
        if "pip downloads" in message:
            raise Cancelled("stopped by the user")

    with pytest.raises(Cancelled):
        download.download(file, tmp_path / "g", stop_in_pip)
    absent = file.model_copy(update={"sources": (Source(wheel="old==9.9", member="old/face.tflite"),)})
    with pytest.raises(WeightsError, match=r"pip could not get it: .*old==9.9"):
        download.download(absent, tmp_path / "g", nothing)


@pytest.fixture
def whisper(server, remote) -> weights.Weights:
    bodies = {"config.json": b"{}", "tokenizer.json": b"{}" * 200, "vocabulary.txt": b"a\nb\n", "model.bin": BODY}
    for name, body in bodies.items():
        server.files[f"/{name}"] = body
    files = tuple(remote(f"/{name}", name=name, body=body) for name, body in bodies.items())
    return weights.Weights(name="base", title="Whisper base", kind="whisper", licence="MIT", files=files)


def test_a_whisper_model_appears_whole_or_not_at_all(server, whisper, tmp_path):
    server.break_after["/model.bin"] = [400_000] + [0] * 5
    with pytest.raises(WeightsError):
        weights.fetch_entry(whisper, tmp_path)
    assert weights.find("base", tmp_path) is None
    partial = next(status for status in weights.status(tmp_path) if status.name == "base")
    assert not partial.is_present and 0 < partial.partial_bytes < whisper.size_bytes

    server.break_after.clear()
    asked = len(server.requests)
    told: list[float] = []
    path = weights.fetch_entry(whisper, tmp_path, lambda fraction, _message: told.append(fraction))
    assert path == tmp_path / "whisper" / "base" == weights.find("base", tmp_path)
    assert {child.name for child in path.iterdir()} == {file.name for file in whisper.files}
    assert told == sorted(told) and told[-1] == 1.0
    # The three small files that were whole are not asked for again.
    assert [name for name, _range in server.requests[asked:]] == ["/model.bin"]
    assert weights.fetch("base", tmp_path) == path and len(server.requests) == asked + 1


def put_whisper(folder: Path, name: str) -> Path:
    model = folder / "whisper" / name
    model.mkdir(parents=True)
    for file in weights.WHISPER_FILES:
        (model / file).write_bytes(b"x")
    return model


def test_models_count_when_they_are_whole_also_those_put_there_by_hand(tmp_path):
    assert weights.whisper_names(tmp_path) == set()
    own = put_whisper(tmp_path, "my-own")
    put_whisper(tmp_path, "small")
    put_whisper(tmp_path, "large-v3.part")
    (put_whisper(tmp_path, "medium") / "model.bin").write_bytes(b"")
    assert weights.whisper_names(tmp_path) == {"my-own", "small"}
    assert weights.find("large-v3.part", tmp_path) is None
    present = {status.name: status for status in weights.status(tmp_path) if status.is_present}
    assert set(present) == {"my-own", "small"}
    assert present["my-own"].weights is None and present["my-own"].path == own


def test_a_mirror_is_asked_in_place_of_the_hosts_and_nobody_else(server, whisper, tmp_path):
    for name in ("config.json", "tokenizer.json", "vocabulary.txt", "model.bin"):
        server.files[f"/hub/{name}"] = server.files.pop(f"/{name}")
    with pytest.raises(WeightsError, match="404"):
        weights.fetch_entry(whisper, tmp_path)
    server.requests.clear()
    assert weights.fetch_entry(whisper, tmp_path, mirror=server.url("/hub/")).is_dir()
    assert {path for path, _range in server.requests} == {f"/hub/{file.name}" for file in whisper.files}
    assert download.mirrored("https://huggingface.co/a/b/resolve/r/model.bin", "http://m/x/") == (
        "http://m/x/a/b/resolve/r/model.bin"
    )


def test_a_mirror_that_is_no_address_is_told(whisper, tmp_path):
    with pytest.raises(WeightsError, match="could not be downloaded"):
        weights.fetch_entry(whisper, tmp_path, mirror="models.example")


def test_removing_and_discarding_leave_nothing_that_counts(server, whisper, tmp_path):
    server.break_after["/model.bin"] = [400_000] + [0] * 5
    with pytest.raises(WeightsError):
        weights.fetch_entry(whisper, tmp_path)
    assert weights.discard("base", tmp_path) > 200_000
    assert not [path for path in (tmp_path / "whisper").iterdir() if not path.name.endswith(".lock")]
    server.break_after.clear()
    weights.fetch_entry(whisper, tmp_path)
    assert weights.remove("base", tmp_path) == whisper.size_bytes
    assert weights.find("base", tmp_path) is None and weights.remove("base", tmp_path) == 0
    assert not [path for path in (tmp_path / "whisper").iterdir() if not path.name.endswith(".lock")]


def test_two_programs_do_not_write_to_the_same_download(whisper, server, tmp_path):
    (tmp_path / "whisper").mkdir()
    told: list[str] = []

    def give_up(fraction: float, message: str = "") -> None:
        told.append(message)
        raise Cancelled("stopped by the user")

    with FileLock(tmp_path / "whisper" / ".base.lock"), pytest.raises(Cancelled):
        weights.fetch_entry(whisper, tmp_path, give_up)
    assert told == ["another Shortlist is fetching it, waiting for that"] and server.requests == []


def test_an_unknown_name_is_told_with_the_known_ones(tmp_path):
    with pytest.raises(WeightsError, match="no model is called") as caught:
        weights.fetch("enormous", tmp_path)
    assert "base" in caught.value.remedy


def test_a_model_larger_than_the_disk_is_declined_before_the_download(server, whisper, tmp_path):
    huge = whisper.files[-1].model_copy(update={"size_bytes": 1 << 60})
    with pytest.raises(WeightsError, match="are free"):
        weights.fetch_entry(whisper.model_copy(update={"files": (huge,)}), tmp_path)
    assert server.requests == []


def test_the_manifest_is_sound():
    entries = weights.manifest()
    assert len({entry.name for entry in entries}) == len(entries)
    ranks = [entry.rank for entry in entries if entry.kind == "whisper"]
    assert len(set(ranks)) == len(ranks) >= 2 and min(ranks) > 0
    for entry in entries:
        assert entry.licence and entry.title
        for file in entry.files:
            assert re.fullmatch(r"[0-9a-f]{64}", file.sha256) and file.size_bytes > 0 and file.sources
            assert all(bool(source.url) != bool(source.wheel and source.member) for source in file.sources)
        if entry.kind == "whisper":
            assert set(weights.WHISPER_FILES) < {file.name for file in entry.files}
    text = resource("weights.toml").read_text(encoding="utf-8")
    hosts = set(re.findall(r"\burl = \"https://([^/\"]+)", text))
    assert hosts == {"storage.googleapis.com", "huggingface.co"}
    assert tomllib.loads(text)


def test_the_real_face_model_comes_from_where_pip_works(weights_folder):
    model = weights.find(weights.FACE_MODEL, weights_folder)
    assert model is not None
    listed = weights.entry(weights.FACE_MODEL).files[0]
    assert model.stat().st_size == listed.size_bytes and download.sha256_of(model) == listed.sha256


def test_a_name_is_no_path_so_that_nothing_outside_of_the_folder_is_removed(tmp_path):
    folder, other = tmp_path / "weights", tmp_path / "talk.mp4"
    folder.mkdir()
    other.write_bytes(b"a video")
    part = tmp_path / "talk.mp4.part"
    part.write_bytes(b"somebody's")
    for name in (str(other), "../talk.mp4", "..", ".", ""):
        assert weights.find(name, folder) is None
        assert weights.remove(name, folder) == 0
    assert other.is_file() and part.is_file()
