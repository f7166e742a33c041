"""Examines this machine: each check really does what the program would do, and names a fix where it fails."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.errors import ShortlistError
from core.machine import this_machine
from core.models.pick import pick_whisper
from core.needs import DEFAULT_WHISPER
from core.pipeline.records.backup import backups, made_at
from core.pipeline.records.connection import examine as examine_database
from core.weights import FACE_MODEL, VOICE_MODEL, status
from desktop import paths
from desktop.opening import has_display
from desktop.settings import EndpointSettings, Settings, weights_folder

WANTED_WEIGHTS = (FACE_MODEL, VOICE_MODEL, DEFAULT_WHISPER)
MARKS = {"ok": "ok  ", "note": "note", "problem": "FAIL"}
_LOW_BYTES = 5 * 1024**3
_FULL_BYTES = 500 * 1024**2
_GIGABYTE = 1024**3


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. A `note` limits what can be done, a `problem` stops it."""

    what: str
    level: Literal["ok", "note", "problem"]
    found: str
    fix: str = ""


def line(finding: Finding, width: int) -> str:
    """Return a finding as a line of a list, whose names have so many letters, and what to do below it."""
    text = f"{MARKS[finding.level]}  {finding.what:<{width}} {finding.found}"
    return f"{text}\n      {'':<{width}} → {finding.fix}" if finding.fix else text


def examine(workspace: Path, settings: Settings) -> list[Finding]:
    """Look at everything. No check lets another one fail."""
    checks: list[Callable[[], list[Finding]]] = [
        _python,
        decoders,
        encoders,
        lambda: _weights(weights_folder(settings)),
        lambda: _transcribers(settings),
        lambda: [_endpoint("language model", settings.language_model)],
        lambda: [_endpoint("embedding endpoint", settings.embedding)],
        lambda: faces(weights_folder(settings)),
        fonts,
        _window,
        lambda: [_disk("workspace disk", workspace), _disk("model disk", weights_folder(settings))],
        lambda: [_writable("workspace", workspace)],
        lambda: _records(workspace),
    ]
    findings: list[Finding] = []
    for check in checks:
        try:
            findings += check()
        except Exception as error:
            name = getattr(check, "__name__", "check").strip("_<>")
            text = f"could not be examined ({type(error).__name__}: {error})"
            findings.append(
                Finding(name, "problem", text, "Reinstall with `make run`, which mends what is missing.")
            )
    return findings


def _python() -> list[Finding]:
    found = (
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    )
    return [Finding("machine", "ok", found)]


def decoders() -> list[Finding]:
    """Look whether what people's files are written in can be read."""
    from core.media.codecs import missing_decoders

    missing = missing_decoders()
    if not missing:
        return [Finding("decoders", "ok", "H.264, HEVC, VP9, AV1, ProRes, MPEG-2, AAC, Opus, MP3, FLAC, PCM")]
    fix = "Reinstall PyAV from its wheel: pip install --force-reinstall av"
    return [Finding("decoders", "problem", f"missing: {', '.join(missing)}", fix)]


def encoders() -> list[Finding]:
    """Encode a second with each encoder, and read it back."""
    from core.render.encoders import ENCODERS
    from core.render.working import CODEC_NAMES, problem_of

    findings = [_sound_encoder()]
    fix = "Reinstall PyAV from its wheel: pip install --force-reinstall av"
    for encoder in (one for one in ENCODERS if not one.is_hardware):
        what = "captions encoder" if encoder.shows == "captions" else f"{CODEC_NAMES[encoder.codec]} encoder"
        problem = problem_of(encoder)
        if problem:
            # Without H.264 nothing can be made in the usual way; the others are for presets of their own.
            level: Literal["note", "problem"] = "problem" if encoder.codec == "h264" else "note"
            findings.append(Finding(what, level, problem, fix))
        else:
            findings.append(Finding(what, "ok", f"{encoder.name}: a second was encoded and read back"))
    works = [one.name for one in ENCODERS if one.is_hardware and not problem_of(one)]
    if works:
        found = f"{', '.join(works)}: used where hardware is preferred"
        return [*findings, Finding("graphics encoders", "ok", found)]
    found = "none works here: everything is encoded in software"
    fix = "Nothing is wrong; where this computer has such a chip, its graphics driver may be missing or too old."
    return [*findings, Finding("graphics encoders", "note", found, fix)]


def _sound_encoder() -> Finding:
    import numpy as np

    from core.render.encode_audio import AAC, encode_sound

    encoded = encode_sound(np.zeros((48_000, 2), np.float32), AAC, 160_000)
    return Finding("AAC encoder", "ok", f"{encoded.codec}: a second was encoded")


def _weights(folder: Path) -> list[Finding]:
    findings = []
    whisper = pick_whisper(folder, this_machine())
    for entry in status(folder):
        if entry.kind == "whisper":
            continue
        if entry.name == VOICE_MODEL:
            findings.append(_voice_model(entry.is_present))
            continue
        if entry.is_present:
            findings.append(Finding("face model", "ok", entry.title))
        elif entry.name == FACE_MODEL:
            fix = f"main.py models fetch {entry.name}, or: main.py models import FOLDER"
            findings.append(Finding("face model", "note", "missing: pictures are shown whole, not framed", fix))
    if whisper:
        findings.append(Finding("speech model", "ok", f"{whisper.reason}; it lies in {whisper.folder}"))
    else:
        fix = "main.py models fetch small, or without a network: main.py models import FOLDER"
        found = "no Whisper model: without captions beside the video only an English draft is made"
        findings.append(Finding("speech model", "note", found, fix))
    return findings


def _voice_model(is_present: bool) -> Finding:
    if is_present:
        return Finding("voice model", "ok", "Voice encoder: tells speakers apart")
    fix = f"main.py models fetch {VOICE_MODEL}, or: main.py models import FOLDER"
    return Finding("voice model", "note", "missing: speakers are not told apart by their voices", fix)


def _transcribers(settings: Settings) -> list[Finding]:
    findings = []
    for module, what in (("faster_whisper", "faster-whisper"), ("pocketsphinx", "offline draft")):
        if importlib.util.find_spec(module) is None:
            findings.append(Finding(what, "problem", "not installed", "Run `make run`, which installs it."))
        else:
            findings.append(Finding(what, "ok", "installed"))
    findings.append(_endpoint("speech endpoint", settings.speech))
    return findings


def _endpoint(what: str, endpoint: EndpointSettings) -> Finding:
    if not (endpoint.base_url and endpoint.model):
        return Finding(what, "ok", "none set: everything stays on this computer")
    import httpx

    try:
        reply = httpx.get(f"{endpoint.base_url.rstrip('/')}/models", timeout=10.0)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        fix = f"Start the server, or mend base_url in {paths.settings_file()}"
        return Finding(what, "note", f"{endpoint.base_url} does not answer ({type(error).__name__})", fix)
    return Finding(what, "ok", f"{endpoint.model} at {endpoint.base_url} (answers {reply.status_code})")


def faces(folder: Path) -> list[Finding]:
    """Let the face detector look at a picture, where its model is in the folder."""
    if importlib.util.find_spec("mediapipe") is None:
        return [Finding("face detector", "problem", "mediapipe is not installed", "Run `make run`.")]
    path = next((entry.path for entry in status(folder) if entry.name == FACE_MODEL), None)
    if path is None:
        return []
    import numpy as np

    from core.vision.faces import FaceDetector

    try:
        with FaceDetector(path) as detect:
            detect(np.zeros((180, 320, 3), dtype=np.uint8))
    except (OSError, RuntimeError, ValueError, ShortlistError) as error:
        fix = "On Debian: apt install libgles2 libegl1. If it stays, delete the model and fetch it anew."
        return [Finding("face detector", "problem", f"does not start ({error})", fix)]
    return [Finding("face detector", "ok", "looked at a picture")]


def fonts() -> list[Finding]:
    """Look for the caption font, and for fonts of other scripts."""
    from core.captions.qt import ensure_gui

    ensure_gui()
    from PySide6.QtGui import QFontDatabase

    families = set(QFontDatabase.families())
    wanted = {"Arabic": "Noto Sans Arabic", "Japanese": "Noto Sans CJK JP", "emoji": "Noto Color Emoji"}
    missing = [what for what, family in wanted.items() if family not in families]
    if "Inter" not in families:
        return [Finding("fonts", "problem", "the bundled caption font can't be loaded", "Reinstall Shortlist.")]
    if missing and sys.platform.startswith("linux"):
        fix = "On Debian: apt install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"
        return [Finding("fonts", "note", f"no font for captions in: {', '.join(missing)}", fix)]
    return [Finding("fonts", "ok", "caption font, and fonts for other scripts and emoji")]


def _window() -> list[Finding]:
    try:
        from PySide6 import QtMultimedia, QtWidgets  # noqa: F401
    except ImportError as error:
        fix = "On Debian, `make run` installs what is missing; or: apt install libegl1 libgl1 libpulse0 libxrandr2"
        return [Finding("window", "problem", f"can't be opened ({error})", fix)]
    if sys.platform.startswith("linux") and not has_display():
        return [Finding("window", "note", "no display here", "Use `main.py run VIDEO`, or start from a desktop.")]
    return [Finding("window", "ok", "can be opened")]


def _disk(what: str, folder: Path) -> Finding:
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(there).free
    found = f"{free / _GIGABYTE:.1f} GB free at {folder}"
    if free < _FULL_BYTES:
        return Finding(what, "problem", found, "Free some space, or choose another folder.")
    if free < _LOW_BYTES:
        return Finding(what, "note", found, "A long video may not fit: free some space.")
    return Finding(what, "ok", found)


def _records(workspace: Path) -> list[Finding]:
    file = workspace / "workspace.sqlite"
    kept = backups(file)
    if not (file.exists() or kept):
        return []
    newest = time.strftime("%Y-%m-%d %H:%M", time.localtime(made_at(kept[0]))) if kept else ""
    problem = examine_database(file) if file.exists() else "it is missing"
    if problem:
        fix = "Restore it from a copy of your own: there is no backup."
        if kept:
            fix = f"Put {kept[0]} ({newest}) back: main.py doctor --workspace {workspace} --restore"
        return [Finding("records", "problem", f"{file} is damaged ({problem})", fix)]
    found = f"{file} is sound; newest backup: {newest or 'none yet, one is made once a day'}"
    return [Finding("records", "ok", found)]


def _writable(what: str, folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        fix = "Choose another with --workspace, or change its permissions."
        return Finding(what, "problem", f"{folder} can't be written ({error.strerror})", fix)
    return Finding(what, "ok", f"{folder} can be written")
