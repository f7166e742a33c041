"""A local server that speaks the fine-tuning protocol (`/files`, `/fine_tuning/jobs`), and can misbehave."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import SecretStr

from core.schema.endpoint import Endpoint

KEY = "sk-very-secret-0123456789"
MODEL = "gpt-4o-mini"
MADE = "ft:gpt-4o-mini-2024-07-18:acme::A1b2C3"


@dataclass
class Upload:
    """A file as it came in."""

    name: str
    purpose: str
    lines: list[dict[str, Any]]


@dataclass
class TuningServer:
    """The running server. A job goes through `states`, one a look at it; the last one stays.

    `faults` are played first, one a request whose path begins so: a status to answer with, 0 to hang up before
    anything is done, -1 to do it and hang up without an answer. `answers` says what a model answers to a message;
    `asked` are the models and messages so far.
    """

    base_url: str
    states: list[str] = field(default_factory=lambda: ["validating_files", "queued", "running", "succeeded"])
    faults: list[tuple[str, int]] = field(default_factory=list)
    has_tuning: bool = True
    why_failed: str = ""
    files: dict[str, Upload] = field(default_factory=dict)
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    looks: dict[str, int] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    answers: Callable[[str, str], str] = lambda model, said: ""
    asked: list[tuple[str, str]] = field(default_factory=list)

    def endpoint(self, model: str = MODEL) -> Endpoint:
        """Return this server as the user would set it."""
        return Endpoint(base_url=self.base_url, model=model, api_key=SecretStr(KEY), timeout_seconds=60)

    def as_told(self, job_id: str) -> dict[str, Any]:
        """Return a job as it is told now."""
        job = dict(self.jobs[job_id])
        state = job.pop("forced", "") or self.states[min(self.looks[job_id], len(self.states) - 1)]
        job["status"] = state
        if state == "succeeded":
            job |= {"fine_tuned_model": MADE, "trained_tokens": 4321}
        if state == "failed":
            job["error"] = {"code": "invalid_training_file", "message": self.why_failed, "param": "training_file"}
        return job


@pytest.fixture
def tuning_server() -> Iterator[Callable[[], TuningServer]]:
    """Return a function that starts a server."""
    running: list[ThreadingHTTPServer] = []

    def start() -> TuningServer:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        server.daemon_threads = True
        made = TuningServer(f"http://127.0.0.1:{server.server_port}/v1")
        server.tuning = made  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        running.append(server)
        return made

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    @property
    def _tuning(self) -> TuningServer:
        found: TuningServer = self.server.tuning  # type: ignore[attr-defined]
        return found

    def do_GET(self) -> None:
        self._handle("GET", b"")

    def do_POST(self) -> None:
        self._handle("POST", self.rfile.read(int(self.headers.get("content-length") or 0)))

    def _handle(self, method: str, body: bytes) -> None:
        server = self._tuning
        path = self.path.split("?")[0].removeprefix("/v1")
        server.requests.append(f"{method} {path}")
        server.keys.add(self.headers.get("authorization", ""))
        fault = next((each for each in server.faults if path.startswith(each[0])), None)
        if fault is not None:
            server.faults.remove(fault)
            if fault[1] == -1:
                self._answer(method, path, body)
            if fault[1] <= 0:
                self.close_connection = True
                return
            self._send(fault[1], {"error": {"message": f"no, {self.headers.get('authorization', '')}"}})
            return
        if not server.has_tuning:
            self._send(404, {"detail": "Not Found"})
            return
        self._send(*self._answer(method, path, body))

    def _answer(self, method: str, path: str, body: bytes) -> tuple[int, dict[str, Any]]:
        server = self._tuning
        if (method, path) == ("POST", "/chat/completions"):
            return 200, self._chat(json.loads(body))
        if (method, path) == ("POST", "/files"):
            return 200, self._upload(body)
        if (method, path) == ("POST", "/fine_tuning/jobs"):
            asked = json.loads(body)
            job_id = f"ftjob-{len(server.jobs) + 1}"
            server.looks[job_id] = 0
            server.jobs[job_id] = {
                "id": job_id,
                "object": "fine_tuning.job",
                "created_at": 1,
                "model": f"{asked['model']}-2024-07-18",
                "training_file": asked["training_file"],
                "validation_file": asked.get("validation_file"),
                "suffix": asked.get("suffix"),
                "fine_tuned_model": None,
                "trained_tokens": None,
                "error": None,
                "hyperparameters": {"n_epochs": "auto"},
                "organization_id": "org",
                "result_files": [],
                "seed": 1,
            }
            return 200, server.as_told(job_id)
        if (method, path) == ("GET", "/fine_tuning/jobs"):
            told = [server.as_told(each) for each in reversed(server.jobs)]
            return 200, {"object": "list", "data": told, "has_more": False}
        found = re.fullmatch(r"/fine_tuning/jobs/([^/]+)(/events|/cancel)?", path)
        if not found or found[1] not in server.jobs:
            told = {"message": f"Could not find fine tune: {path}", "code": "fine_tune_not_found", "param": None}
            return 404, {"error": told}
        return 200, self._about(found[1], found[2] or "")

    def _chat(self, asked: dict[str, Any]) -> dict[str, Any]:
        server, model, said = self._tuning, asked["model"], asked["messages"][-1]["content"]
        server.asked.append((model, said))
        message = {"role": "assistant", "content": server.answers(model, said)}
        return {
            "id": "c",
            "object": "chat.completion",
            "created": 1,
            "model": model,
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
        }

    def _about(self, job_id: str, what: str) -> dict[str, Any]:
        server = self._tuning
        if what == "/events":
            event = {"id": "e", "object": "fine_tuning.job.event", "created_at": 1, "level": "info"}
            return {
                "object": "list",
                "data": [{**event, "message": "Step 3/4: training loss=0.5"}],
                "has_more": False,
            }
        if what == "/cancel":
            server.jobs[job_id]["forced"] = "cancelled"
        else:
            server.looks[job_id] += 1
        return server.as_told(job_id)

    def _upload(self, body: bytes) -> dict[str, Any]:
        head = f"Content-Type: {self.headers['content-type']}\r\n\r\n".encode()
        parts = {}
        for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():  # type: ignore[attr-defined]
            parts[part.get_param("name", header="content-disposition")] = part
        content = parts["file"].get_payload(decode=True).decode()
        name = f"file-{len(self._tuning.files) + 1}"
        self._tuning.files[name] = Upload(
            parts["file"].get_filename(),
            parts["purpose"].get_payload(decode=True).decode().strip(),
            [json.loads(line) for line in content.splitlines()],
        )
        return {"id": name, "object": "file", "bytes": len(content), "created_at": 1, "filename": "x",
                "purpose": "fine-tune", "status": "processed"}  # fmt: skip

    def _send(self, status: int, told: dict[str, Any]) -> None:
        body = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: tests read the requests."""
